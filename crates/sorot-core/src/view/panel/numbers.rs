//! Do the articles agree on the numbers?

use super::Scope;
use super::line::{Citation, Line, LineId, sentence_at};
use crate::annotate::Quantity;
use crate::calendar::Lang;
use crate::corpus::Corpus;
use crate::index::Index;
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

impl NumbersView {
    pub(super) fn lines(&self) -> Vec<Line> {
        let grouped = self.groups.iter().flat_map(|group| {
            let headed =
                |line: &Line| Line { head: format!("{} ({})", line.head, group.told), ..line.clone() };
            group.lines.iter().map(headed)
        });
        grouped.chain(self.single.iter().cloned()).collect()
    }
}

pub(super) fn numbers(corpus: &Corpus, index: &Index, scope: &Scope, lang: Lang) -> NumbersView {
    let found = numbers::numbers(corpus, index, &scope.docs);
    let groups = found.groups.iter().map(|group| {
        let rule = match group.verdict {
            Verdict::Agree => Rule::NumbersAgree,
            Verdict::Rounded => Rule::NumbersRounded,
            Verdict::Conflict => Rule::NumbersConflict,
        };
        NumberGroup {
            verdict: group.verdict,
            told: Why::new(rule, [i64::from(group.articles).into()]).words(lang),
            lines: group.amounts.iter().filter_map(|&a| line(corpus, a, true, lang)).collect(),
        }
    });
    NumbersView {
        groups: groups.collect(),
        single: found.single.iter().filter_map(|&a| line(corpus, a, false, lang)).collect(),
        more: found.more,
    }
}

fn line(corpus: &Corpus, amount: Amount, tied: bool, lang: Lang) -> Option<Line> {
    let (document, quantity) = numbers::quantity(corpus, amount)?;
    let body = document.article.body.as_str();
    let number = sentence_at(document, quantity.span)?;
    let sentence = document.structure.sentences.get(number as usize)?;
    let mut why = vec![read(quantity, body)];
    if let Some(thing) = quantity.thing {
        why.push(Why::new(Rule::NumbersThing, [thing.of(body).into()]));
    }
    if tied {
        why.push(Why::plain(Rule::NumbersTied));
    }
    let words = quantity.thing.map_or(quantity.span, |thing| quantity.span.cover(thing));
    Some(Line {
        id: LineId::sentence(&document.article.id, number),
        head: words.of(body).split_whitespace().collect::<Vec<_>>().join(" "),
        text: sentence.span.of(body).to_string(),
        lang: document.structure.language,
        places: vec![Citation::of(document, number, lang)?],
        why: why.iter().map(|w| w.words(lang)).collect(),
    })
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
