//! Do the articles agree on the numbers?

use super::line::Line;
use super::teller::Teller;
use crate::annotate::Quantity;
use crate::corpus::DocId;
use crate::summary::numbers::{self, Amount};
use crate::why::{Rule, Why};

pub use crate::summary::numbers::Verdict;

/// The numbers side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumbersView {
    /// What several articles tell, those at odds first.
    pub groups: Vec<NumberGroup>,
    /// The others in order.
    pub single: Vec<Line>,
    /// How many more there are.
    pub more: u32,
}

/// What several articles tell of one amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberGroup {
    /// Whether they agree.
    pub verdict: Verdict,
    /// That in words.
    pub told: String,
    /// The amounts; the head of each is the amount as it is written.
    pub lines: Vec<Line>,
}

pub(super) fn numbers(teller: Teller, docs: &[DocId]) -> NumbersView {
    let found = numbers::numbers(teller.corpus, teller.index, docs);
    let groups = found.groups.iter().map(|group| {
        let rule = match group.verdict {
            Verdict::Agree => Rule::NumbersAgree,
            Verdict::Rounded => Rule::NumbersRounded,
            Verdict::Conflict => Rule::NumbersConflict,
        };
        NumberGroup {
            verdict: group.verdict,
            told: Why::new(rule, [i64::from(group.articles).into()]).words(teller.lang),
            lines: group.amounts.iter().filter_map(|&a| line(teller, a, true)).collect(),
        }
    });
    NumbersView {
        groups: groups.collect(),
        single: found.single.iter().filter_map(|&a| line(teller, a, false)).collect(),
        more: found.more,
    }
}

fn line(teller: Teller, amount: Amount, tied: bool) -> Option<Line> {
    let (document, quantity) = numbers::quantity(teller.corpus, amount)?;
    let body = document.article.body.as_str();
    let mut why = vec![read(quantity, body)];
    if let Some(thing) = quantity.thing {
        why.push(Why::new(Rule::NumbersThing, [thing.of(body).into()]));
    }
    if tied {
        why.push(Why::plain(Rule::NumbersTied));
    }
    let words = quantity.thing.map_or(quantity.span, |thing| quantity.span.cover(thing));
    let head = words.of(body).split_whitespace().collect::<Vec<_>>().join(" ");
    teller.sentence_with(amount.doc, quantity.span.start, head, &why)
}

/// How the amount was read.
fn read(quantity: &Quantity, body: &str) -> Why {
    use crate::annotate::quantities::Hedge;
    let words = quantity.span.of(body);
    if quantity.low != quantity.high {
        let ends = [words.into(), (quantity.low / 1000).into(), (quantity.high / 1000).into()];
        return Why::new(Rule::NumbersRange, ends);
    }
    let rule = match quantity.hedge {
        Hedge::None => Rule::NumbersExact,
        Hedge::About => Rule::NumbersAbout,
        Hedge::AtLeast => Rule::NumbersAtLeast,
        Hedge::AtMost => Rule::NumbersAtMost,
    };
    Why::new(rule, [words.into()])
}
