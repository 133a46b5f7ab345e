//! Parts of periods, fractions of a year, and ranges.

use super::{Previous, Read, Reader, part_grain};
use crate::annotate::dates::lexicon::Part;
use crate::annotate::dates::meaning::{Beside, Meaning};
use crate::annotate::dates::spans;
use crate::calendar::{Grain, Interval};
use crate::why::{Rule, Why};
use chrono::Datelike;

impl Reader<'_> {
    /// "earlier this month" ends and "later this month" starts with the day of writing.
    pub(super) fn around(&self, part: Part, of: Interval, grain: Grain) -> Read {
        let day = self.published.filter(|day| of.holds(*day))?;
        let value = match part {
            Part::Earlier => Interval::between(of.from()?, day),
            Part::Later => Interval::between(day, of.to()?),
            Part::Early | Part::Mid | Part::Late => return None,
        };
        Some((value, part_grain(grain)))
    }

    pub(super) fn fraction(
        &self,
        nth: u32,
        of: u32,
        year: Option<i32>,
        shift: Option<i32>,
        why: &mut Vec<Why>,
    ) -> Read {
        let months = 12 / of.max(1);
        let run = |year| spans::month_run(year, (nth - 1) * months + 1, months as i32);
        if let Some(year) = year {
            self.step(why, Rule::DateWritten, [self.words.into()]);
            return Some((run(year)?, Grain::Quarter));
        }
        let day = self.relative(why)?;
        let this = run(day.year().checked_add(shift.unwrap_or(0))?)?;
        let ahead = this.from().is_some_and(|from| from > day);
        if shift.is_none() && ahead && !self.ahead {
            return Some((run(day.year() - 1)?, Grain::Quarter));
        }
        Some((this, Grain::Quarter))
    }

    /// The months from `first` to `last` of which "last", "next" or "this" is said: of a season that runs, the next
    /// one is a year away.
    fn months(&self, first: u32, last: u32, beside: Beside) -> Option<Interval> {
        let day = self.published?;
        let count = (last + 12 - first) % 12 + 1;
        let run = |back: i32| spans::month_run(day.year() - back, first, count as i32);
        let apart = |i: &Interval| match (i.from(), i.to()) {
            (Some(from), _) if from > day => (from - day).num_days(),
            (_, Some(to)) if to < day => (day - to).num_days(),
            _ => 0,
        };
        match beside {
            Beside::Last => (0..3).filter_map(run).find(|i| i.to().is_some_and(|to| to < day)),
            Beside::Next | Beside::Following => {
                (-2..2).rev().filter_map(run).find(|i| i.from().is_some_and(|from| from > day))
            }
            Beside::This => (-1..2).filter_map(run).min_by_key(apart),
            Beside::Years(_) => None,
        }
    }

    pub(super) fn range(&self, from: &Meaning, to: &Meaning, why: &mut Vec<Why>) -> Read {
        if let (
            Meaning::Month { month: first, year: None, beside: None },
            Meaning::Month { month, beside: Some(beside), .. },
        ) = (from, to)
            && let Some(found) = self.months(*first, *month, *beside)
        {
            self.step(why, Rule::DateRelative, [self.words.into(), self.published?.into()]);
            return Some((found, Grain::Month));
        }
        let (last, grain) = self.read(to, why)?;
        let first = match (from, to) {
            (Meaning::Weekday { day, .. }, _) => {
                let back = (spans::weekday(last.from()?) - i64::from(*day)).rem_euclid(7);
                Interval::day(spans::days(last.from()?, -back)?)
            }
            // A range without years runs from its last day back.
            (Meaning::Month { beside: Some(Beside::Years(_)), .. }, _) => self.read(from, &mut Vec::new())?.0,
            (Meaning::Date { .. } | Meaning::Month { .. }, _) if !from.is_absolute() => {
                let reader = Reader {
                    published: last.to(),
                    ahead: false,
                    open: false,
                    past: false,
                    up_to: false,
                    lang: self.lang,
                    words: self.words,
                    previous: Previous::default(),
                };
                reader.read(from, &mut Vec::new())?.0
            }
            _ => self.read(from, &mut Vec::new())?.0,
        };
        let grain = if grain == Grain::Day { Grain::Days } else { grain };
        Some((Interval::between(first.from()?, last.to()?), grain))
    }
}
