//! Which of the yearly days or months is meant, where no year is written?

use super::{Read, Reader};
use crate::annotate::dates::meaning::Beside;
use crate::annotate::dates::spans;
use crate::calendar::{Day, Grain, Interval};
use crate::why::{Rule, Why};
use chrono::{Datelike, NaiveDate};

/// How far from publication a weekday may decide the year, in days.
const NEAR: i64 = 200;

impl Reader<'_> {
    #[allow(clippy::too_many_arguments)] // the fields of one meaning
    pub(super) fn date(
        &self,
        day: u32,
        month: u32,
        year: Option<i32>,
        weekday: Option<u8>,
        either: bool,
        beside: Option<Beside>,
        why: &mut Vec<Why>,
    ) -> Read {
        let settle = |day, month| match year {
            Some(year) => NaiveDate::from_ymd_opt(year, month, day),
            None => self.nearest(beside, |year| NaiveDate::from_ymd_opt(year, month, day)),
        };
        let fits = |found: Day| weekday.is_none_or(|w| spans::weekday(found) == i64::from(w));
        // Figures in English may be month and day; the weekday beside them decides.
        let found = settle(day, month).filter(|d| !either || fits(*d));
        let found = found
            .or_else(|| settle(month, day).filter(|d| either && fits(*d)))
            .or_else(|| settle(day, month))?;
        // The weekday beside it tells the year where the nearest doesn't fit.
        let near = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
        let fitting = || {
            let published = self.published?;
            let years = published.year() - 1..=published.year() + 1;
            years.filter_map(near).find(|d| fits(*d) && (*d - published).num_days().abs() <= NEAR)
        };
        let found = if year.is_none() && !fits(found) { fitting().unwrap_or(found) } else { found };
        match (year, self.published) {
            (None, Some(published)) => {
                self.step(why, Rule::DateNearest, [self.words.into(), published.into(), found.into()]);
            }
            _ => self.step(why, Rule::DateWritten, [self.words.into()]),
        }
        if weekday.is_some() && fits(found) {
            self.step(why, Rule::DateWeekdayAgrees, [found.into()]);
        } else if weekday.is_some() {
            self.step(why, Rule::DateWeekdayDisagrees, [found.into(), self.words.into()]);
        }
        Some((Interval::day(found), Grain::Day))
    }

    /// Which of the yearly days is meant: the one that the word beside it or the clause points to,
    /// else the nearest, a day ahead counting as three times as far as one behind.
    pub(super) fn nearest(&self, beside: Option<Beside>, of: impl Fn(i32) -> Option<Day>) -> Option<Day> {
        let published = self.published?;
        let year = published.year();
        // Nine years back and ahead reach a 29 February even around 1900.
        let past = (0..9).filter_map(|n| of(year - n + 1)).find(|d| *d <= published);
        let next = (0..9).filter_map(|n| of(year + n - 1)).find(|d| *d > published);
        match beside {
            // "Sabtu, 8 Oktober mendatang" may come out on that very day.
            Some(Beside::Next) if past == Some(published) => past,
            Some(Beside::Last) => past,
            Some(Beside::Next | Beside::Following) => next,
            Some(Beside::This) => of(year),
            Some(Beside::Years(n)) => of(year.checked_add(n)?),
            None => {
                let (past, next) = (past?, next?);
                let (back, ahead) = ((published - past).num_days(), (next - published).num_days());
                // A cue may belong to another clause: it doesn't turn a fresh day into a far one.
                let forward = match (self.ahead, self.past) {
                    (true, _) => back > 0 && back * 12 > ahead,
                    (_, true) => back > 10 * ahead,
                    _ => back > 3 * ahead,
                };
                Some(if forward { next } else { past })
            }
        }
    }

    pub(super) fn month(&self, month: u32, beside: Option<Beside>, why: &mut Vec<Why>) -> Read {
        let published = self.published?;
        let first = published.with_day(1)?;
        let reader = Reader { published: Some(first), ..*self };
        let of = |year| NaiveDate::from_ymd_opt(year, month, 1);
        let found = match beside {
            // "Maret lalu" in March is the year before's.
            Some(Beside::Last) => (0..3).filter_map(|n| of(first.year() - n)).find(|d| *d < first)?,
            _ => reader.nearest(beside, of)?,
        };
        self.step(why, Rule::DateNearest, [self.words.into(), published.into(), found.into()]);
        Some((Interval::month_of(found), Grain::Month))
    }
}
