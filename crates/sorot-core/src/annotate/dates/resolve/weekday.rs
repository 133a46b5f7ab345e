//! Which of the weekly days is meant?

use super::{Read, Reader};
use crate::annotate::dates::meaning::Beside;
use crate::annotate::dates::spans;
use crate::calendar::{Grain, Interval, Lang};
use crate::why::{Rule, Why};

/// Days back at which a weekday that nothing turns back is rather tomorrow: of almost a week ago
/// the news says "last week" or writes the date. (Of 1,500 articles of a corpus, those that write the
/// date beside the weekday mean tomorrow 18 times, six days ago nine times; two days ahead nine
/// times, five days ago 30 times.)
const FAR: i64 = 6;

/// Days ahead of a weekday, at most, for an Indonesian clause that looks ahead: what lies further is told by its
/// week or date, and the weekday is yesterday's. (In the same articles 24 such days were yesterday,
/// three lay six days ahead.)
const FURTHEST: i64 = 5;

impl Reader<'_> {
    pub(super) fn weekday(
        &self,
        day: u8,
        weeks: Option<i32>,
        beside: Option<Beside>,
        why: &mut Vec<Why>,
    ) -> Read {
        let published = self.published?;
        let day = i64::from(day);
        let monday = |weeks| spans::week(published, weeks).and_then(Interval::from);
        let back = (spans::weekday(published) - day).rem_euclid(7);
        let forth = (day - spans::weekday(published)).rem_euclid(7);
        let whole = |n: i64| if n == 0 { 7 } else { n };
        let in_week = match (weeks, beside) {
            (Some(weeks), _) => Some(weeks),
            (None, Some(Beside::This)) => Some(0),
            _ => None,
        };
        // "Hingga Senin sore" may be as of Monday: the nearer one.
        let nearer = self.up_to && back < forth;
        let too_far = self.lang == Lang::Id && (forth > FURTHEST || nearer);
        let ahead = self.ahead && !too_far || matches!(beside, Some(Beside::Next | Beside::Following));
        if let (Some(Beside::Following), Some(named)) = (beside, self.previous.day()) {
            let forth = (day - spans::weekday(named)).rem_euclid(7);
            self.step(why, Rule::DateFromPrevious, [self.words.into(), named.into()]);
            return Some((Interval::day(spans::days(named, whole(forth))?), Grain::Day));
        }
        let (found, rule) = match (in_week, beside) {
            (Some(weeks), _) => (spans::days(monday(weeks)?, day)?, Rule::DateRelative),
            (None, Some(Beside::Last)) => (spans::days(published, -whole(back))?, Rule::DateWeekdayBack),
            (None, Some(Beside::Next | Beside::Following)) => {
                (spans::days(published, whole(forth))?, Rule::DateWeekdayAhead)
            }
            _ if ahead || (self.open && back >= FAR) => {
                (spans::days(published, forth)?, Rule::DateWeekdayAhead)
            }
            _ => (spans::days(published, -back)?, Rule::DateWeekdayBack),
        };
        if rule == Rule::DateRelative {
            self.step(why, rule, [self.words.into(), published.into()]);
            why.push(Why::plain(Rule::DateWeek));
        } else {
            self.step(why, rule, [self.words.into(), published.into(), found.into()]);
        }
        Some((Interval::day(found), Grain::Day))
    }
}
