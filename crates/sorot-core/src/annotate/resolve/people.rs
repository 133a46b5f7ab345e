//! Whose name is "Ruiz", "Sir Adam", "Anton"? Short forms and the full names they belong to.

use super::Named;
use super::keys::Kinds;
use super::spelling::fold;
use crate::annotate::ActorKind;
use crate::text::Span;
use crate::why::{Rule, Why};
use std::collections::BTreeMap;

/// Full names that are compared for one word at most; beyond that a word is too common to tell.
const COMPARED: usize = 16;

/// Full names of an article that are looked at around a short form at most.
const NEAR: usize = 96;

/// The full names of the bundle.
#[derive(Debug, Default)]
pub struct People {
    /// Folded full name → what is known of it.
    full: BTreeMap<String, Full>,
    /// (folded word, folded full name) for every word, sorted.
    words: Vec<(String, String)>,
    /// Shorter full name → longer one ("Tayyip Erdogan" → "Recep Tayyip Erdogan").
    longer: BTreeMap<String, String>,
}

#[derive(Debug, Default)]
struct Full {
    /// As most often written.
    text: String,
    mentions: u32,
}

/// The full names of one article, by place: (start byte, folded name).
pub type Local = Vec<(u32, String)>;

impl People {
    /// Reads the full names (two words or more) of all articles.
    pub fn new(articles: &[Named], kinds: &Kinds) -> People {
        let mut spellings: BTreeMap<String, BTreeMap<&str, u32>> = BTreeMap::new();
        for article in articles {
            for name in article.names.iter().filter(|n| n.kind == ActorKind::Person) {
                let text = name.span.of(article.body);
                let folded = fold(text);
                if folded.contains(' ') && kinds.get(&folded) == Some(&ActorKind::Person) {
                    *spellings.entry(folded).or_default().entry(text).or_default() += 1;
                }
            }
        }
        let full: BTreeMap<String, Full> = spellings
            .into_iter()
            .map(|(folded, texts)| {
                let mentions = texts.values().sum();
                let most = texts.iter().max_by_key(|t| (*t.1, std::cmp::Reverse(*t.0)));
                (folded, Full { text: most.map_or(String::new(), |t| (*t.0).into()), mentions })
            })
            .collect();
        let mut words: Vec<(String, String)> = full
            .keys()
            .flat_map(|name| name.split(' ').map(move |w| (w.to_string(), name.clone())))
            .collect();
        words.sort_unstable();
        let mut people = People { full, words, longer: BTreeMap::new() };
        people.longer = people.full.keys().filter_map(|n| Some((n.clone(), people.longer_of(n)?))).collect();
        people
    }

    fn with_word<'a>(&'a self, word: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let at = self.words.partition_point(|w| w.0.as_str() < word);
        let end = self.words.partition_point(|w| w.0.as_str() <= word);
        let same = self.words.get(at..end).unwrap_or(&[]);
        same.iter().take(COMPARED).map(|w| w.1.as_str())
    }

    /// The only longer full name that has all words of `name` in order.
    fn longer_of(&self, name: &str) -> Option<String> {
        let last = name.rsplit(' ').next()?;
        let count = name.split(' ').count();
        let mut found = self.with_word(last).filter(|f| f.split(' ').count() > count && is_within(name, f));
        let first = found.next()?;
        // Several longer names: only if they are forms of one another would it be safe; leave it.
        found.next().is_none().then(|| first.to_string())
    }

    /// The full name that stands for `name`: itself, or the longest it is a form of.
    fn head<'a>(&'a self, name: &'a str) -> &'a str {
        let mut at = name;
        for _ in 0..4 {
            match self.longer.get(at) {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    /// The full names that `article` itself gives, by place.
    pub fn local(&self, article: &Named) -> Local {
        let people = article.names.iter().filter(|n| n.kind == ActorKind::Person);
        people
            .map(|n| (n.span.start, fold(n.span.of(article.body))))
            .filter(|(_, folded)| self.full.contains_key(folded))
            .collect()
    }

    /// The key of the person named `folded` (as written: `text`) at `span`, with what tied them.
    pub fn whose(&self, folded: &str, text: &str, span: Span, local: &Local) -> (String, Option<Why>) {
        if let Some(full) = self.full.get(folded) {
            let head = self.head(folded);
            let why = match self.full.get(head) {
                Some(h) if head != folded => {
                    Some(Why::new(Rule::SamePartOf, [text.into(), h.text.as_str().into()]))
                }
                _ if full.text != text => {
                    Some(Why::new(Rule::SameSpelling, [text.into(), full.text.as_str().into()]))
                }
                _ => None,
            };
            return (head.to_string(), why);
        }
        let here = self.here(folded, span, local).map(|full| (full, Rule::SameSurname, Rule::SameGiven));
        let found = here.or_else(|| {
            self.anywhere(folded).map(|full| (full, Rule::SameSurnameBundle, Rule::SameGivenBundle))
        });
        let Some((full, surname, given)) = found else {
            return (folded.to_string(), None);
        };
        let head = self.head(full);
        let rule = if ends_with(full, folded) { surname } else { given };
        let written = self.full.get(head).map_or("", |f| f.text.as_str());
        (head.to_string(), Some(Why::new(rule, [text.into(), written.into()])))
    }

    /// The full name in the same article: by its last word, else by any; the one named last before
    /// `span`, else the first after it.
    fn here<'a>(&self, folded: &str, span: Span, local: &'a Local) -> Option<&'a str> {
        let at = local.partition_point(|l| l.0 < span.start);
        let nearest = |fits: &dyn Fn(&str) -> bool| {
            let (before, after) = local.split_at(at.min(local.len()));
            let found = before.iter().rev().chain(after).take(NEAR).find(|l| fits(&l.1));
            found.map(|l| l.1.as_str())
        };
        nearest(&|full| ends_with(full, folded))
            .or_else(|| nearest(&|full| starts_with(full, folded)))
            .or_else(|| nearest(&|full| is_within(folded, full)))
    }

    /// The one full name of the bundle with this surname, else with this given name; with several, the
    /// one that is named far more often than the others together.
    fn anywhere<'a>(&'a self, folded: &str) -> Option<&'a str> {
        let word = folded.rsplit(' ').next()?;
        let one_of = |fits: &dyn Fn(&str) -> bool| -> Option<&'a str> {
            let mut counts: Vec<(u32, &'a str)> = Vec::new();
            for full in self.with_word(word).filter(|f| fits(f)) {
                let head = self.head(full);
                let mentions = self.full.get(full).map_or(0, |f| f.mentions);
                match counts.iter_mut().find(|c| c.1 == head) {
                    Some(count) => count.0 += mentions,
                    None => counts.push((mentions, head)),
                }
            }
            counts.sort_unstable_by(|a, b| b.cmp(a));
            let all: u32 = counts.iter().map(|c| c.0).sum();
            counts.first().filter(|most| most.0 * 4 >= all * 3).map(|most| most.1)
        };
        one_of(&|full| ends_with(full, folded)).or_else(|| one_of(&|full| starts_with(full, folded)))
    }
}

fn ends_with(full: &str, part: &str) -> bool {
    full.strip_suffix(part).is_some_and(|rest| rest.ends_with(' '))
}

fn starts_with(full: &str, part: &str) -> bool {
    full.strip_prefix(part).is_some_and(|rest| rest.starts_with(' '))
}

/// Whether the words of `short` occur in `long` in order.
fn is_within(short: &str, long: &str) -> bool {
    let mut words = long.split(' ');
    short.split(' ').all(|s| words.any(|w| w == s))
}
