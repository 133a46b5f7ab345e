//! Why does Sorot say so? One table of rules, each with its words in both languages.
//!
//! A stage never writes a sentence: it names a [`Rule`] and hands over the evidence. The words are
//! made where a person reads them, in the language that person reads.

mod rules;

use crate::calendar::{Day, Lang, long_day};
use serde::{Deserialize, Serialize};

pub use rules::Rule;

/// One step of reasoning: the rule that was applied and what it was applied to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// The rule.
    pub rule: Rule,
    /// The evidence, in the order of the rule's slots `{0}`, `{1}`, …
    pub evidence: Vec<Evidence>,
}

/// A piece of evidence that fills a slot of a rule's sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Evidence {
    /// Words as they stand in an article, or a name.
    Text(String),
    /// A day of the calendar.
    Day(#[serde(with = "crate::calendar::wire")] Day),
    /// A number.
    Count(i64),
}

impl From<&str> for Evidence {
    fn from(text: &str) -> Evidence {
        Evidence::Text(text.into())
    }
}

impl From<Day> for Evidence {
    fn from(day: Day) -> Evidence {
        Evidence::Day(day)
    }
}

impl From<i64> for Evidence {
    fn from(count: i64) -> Evidence {
        Evidence::Count(count)
    }
}

impl Why {
    /// A reason without evidence beyond the rule itself.
    pub fn plain(rule: Rule) -> Why {
        Why { rule, evidence: Vec::new() }
    }

    /// A reason with evidence, in the order of the rule's slots.
    pub fn new<const N: usize>(rule: Rule, evidence: [Evidence; N]) -> Why {
        Why { rule, evidence: evidence.into() }
    }

    /// The sentence in `lang`. A slot without evidence becomes "…".
    pub fn words(&self, lang: Lang) -> String {
        let template = self.rule.template(lang);
        let mut words = String::with_capacity(template.len() + 32);
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            words.push_str(&rest[..open]);
            let slot = rest[open + 1..].split('}').next().unwrap_or("");
            match slot.parse::<usize>().ok().and_then(|i| self.evidence.get(i)) {
                Some(Evidence::Text(text)) => words.push_str(text),
                Some(Evidence::Day(day)) => words.push_str(&long_day(*day, lang)),
                Some(Evidence::Count(count)) => words.push_str(&count.to_string()),
                None => words.push('…'),
            }
            rest = rest.get(open + slot.len() + 2..).unwrap_or("");
        }
        words.push_str(rest);
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_the_same_slots_in_both_languages() {
        let slots = |text: &str| {
            let mut found: Vec<String> =
                text.split('{').skip(1).filter_map(|s| s.split('}').next()).map(String::from).collect();
            found.sort();
            found.dedup();
            found
        };
        for rule in Rule::ALL {
            assert_eq!(slots(rule.template(Lang::Id)), slots(rule.template(Lang::En)), "{rule:?}");
        }
    }

    #[test]
    fn evidence_fills_the_slots() {
        let why = Why::new(Rule::PublishedDeclared, [Day::from_ymd_opt(2025, 4, 25).unwrap().into()]);
        assert_eq!(why.words(Lang::En), "the file declares 25 April 2025");
        assert_eq!(Why::plain(Rule::PublishedDeclared).words(Lang::En), "the file declares …");
    }
}
