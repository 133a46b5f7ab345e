//! Parts of periods, fractions of a year, and ranges.

use super::{Read, Reader, part_grain};
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

    pub(super) fn range(&self, from: &Meaning, to: &Meaning, why: &mut Vec<Why>) -> Read {
        let (last, grain) = self.read(to, why)?;
        let first = match (from, to) {
            (Meaning::Weekday { day: a, .. }, Meaning::Weekday { day: b, .. }) => {
                let back = (i64::from(*b) - i64::from(*a)).rem_euclid(7);
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
                    previous: None,
                };
                reader.read(from, &mut Vec::new())?.0
            }
            _ => self.read(from, &mut Vec::new())?.0,
        };
        let grain = if grain == Grain::Day { Grain::Days } else { grain };
        Some((Interval::between(first.from()?, last.to()?), grain))
    }
}
