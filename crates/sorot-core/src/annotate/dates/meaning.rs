//! What do the words of a calendar expression mean, before it is known when they were written?

use super::lexicon::{Feast, Part, Unit};
use crate::calendar::Lang;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// The word beside a date that tells which of several is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Beside {
    /// "lalu", "last": the latest before publication.
    Last,
    /// "ini", "this".
    This,
    /// "mendatang", "next": the first after publication.
    Next,
    /// "tahun lalu" beside it: years from that of publication.
    Years(i32),
    /// "berikutnya", "following": the first after the day named before.
    Following,
}

/// The meaning of an expression, without any day of reference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    /// A day of a month, perhaps with its year and weekday (0 = Monday).
    Date {
        /// 1 to 31.
        day: u32,
        /// 1 to 12.
        month: u32,
        /// The year, if told.
        year: Option<i32>,
        /// The weekday written beside it, if any.
        weekday: Option<u8>,
        /// Day and month could be swapped (English with figures).
        either: bool,
        /// The word beside it, if any.
        beside: Option<Beside>,
    },
    /// A weekday, with the week it is in where told: "Friday last week" has weeks = -1.
    Weekday {
        /// 0 = Monday.
        day: u8,
        /// Weeks from that of publication; `None` = the nearest in the clause's direction.
        weeks: Option<i32>,
        /// The word beside the name itself, if any.
        beside: Option<Beside>,
    },
    /// A calendar month.
    Month {
        /// 1 to 12.
        month: u32,
        /// The year, if told.
        year: Option<i32>,
        /// The word beside it, if any.
        beside: Option<Beside>,
    },
    /// A calendar year.
    Year(i32),
    /// Ten years from this one; years below 100 name the decade of a century to be chosen.
    Decade(i32),
    /// A quarter (of 4) or half (of 2) of a year.
    Fraction {
        /// Which, from 1.
        nth: u32,
        /// Of how many.
        of: u32,
        /// The year, if told.
        year: Option<i32>,
        /// Years from that of publication.
        shift: Option<i32>,
    },
    /// The unit that lies `count` units from that of publication: "last week" is -1.
    Shifted {
        /// Which unit.
        unit: Unit,
        /// How many.
        count: i32,
    },
    /// A stretch that begins or ends at publication: "the next three days" is 3, "the last two
    /// weeks" -2; 0 units = "several", open.
    Stretch {
        /// Which unit.
        unit: Unit,
        /// How many, with the direction in the sign; `None` where told only as several.
        count: Option<i32>,
        /// 1 ahead, -1 back.
        towards: i32,
    },
    /// A part of another meaning.
    Part(Part, Box<Meaning>),
    /// The n-th week of a month (from the sixth on the last), or the week around a day.
    WeekOf(u32, Box<Meaning>),
    /// The weekend of the week `weeks` from that of publication; `None` = the nearest.
    Weekend(Option<i32>),
    /// A feast whose day is calculated.
    Feast {
        /// How.
        feast: Feast,
        /// The year, if told.
        year: Option<i32>,
        /// The word beside it, if any.
        beside: Option<Beside>,
    },
    /// From one to the other.
    Range(Box<Meaning>, Box<Meaning>),
    /// So many days before the day of speaking: "45 days since …".
    CountedFrom(u32),
    /// So many units from the date named before: "on the same day" is 0, "three days later" 3.
    FromPrevious {
        /// Which unit.
        unit: Unit,
        /// How many.
        count: i32,
    },
    /// So many days behind the first day of another, before it where negative: "hari kedua Lebaran" is 1,
    /// "two days before Christmas" -2.
    DaysFrom(i32, Box<Meaning>),
}

impl Meaning {
    /// A date without anything beside it.
    pub fn date(day: u32, month: u32, year: Option<i32>) -> Meaning {
        Meaning::Date { day, month, year, weekday: None, either: false, beside: None }
    }

    /// Whether the words alone tell the days.
    pub fn is_absolute(&self) -> bool {
        match self {
            Meaning::Date { year, .. }
            | Meaning::Month { year, .. }
            | Meaning::Fraction { year, .. }
            | Meaning::Feast { year, .. } => year.is_some(),
            Meaning::Year(_) => true,
            Meaning::Decade(year) => *year >= 100,
            Meaning::Part(_, of) | Meaning::WeekOf(_, of) | Meaning::DaysFrom(_, of) => of.is_absolute(),
            Meaning::Range(a, b) => a.is_absolute() && b.is_absolute(),
            _ => false,
        }
    }
}

/// Which way a clause looks, and the word that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cue {
    /// Where.
    pub span: Span,
    /// Whether it looks ahead.
    pub ahead: bool,
}

/// A calendar expression as written, before it is known when the article was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expression {
    /// Where.
    pub span: Span,
    /// What it means.
    pub meaning: Meaning,
    /// The nearest cue before it in the sentence, if any.
    pub cue: Option<Cue>,
    /// Whether the clause tells that something was said: the freshest kind of news.
    pub said: bool,
    /// The language of the article.
    pub lang: Lang,
    /// The sentence (or line) it stands in.
    pub sentence: Span,
}

impl Expression {
    /// Whether the clause looks ahead.
    pub fn is_ahead(&self) -> bool {
        self.cue.is_some_and(|c| c.ahead)
    }
}
