//! Whose name is "Ruiz", "Sir Adam", "Anton"? Short forms and the full names they belong to.

use super::Named;
use super::forms::{FoldId, Forms, Spelt};
use super::keys::Kinds;
use crate::annotate::{ActorKind, work};
use crate::text::Span;
use crate::why::{Rule, Why};
use std::cmp::Reverse;

/// Full names that are compared for one word at most; beyond that a word is too common to tell.
const COMPARED: usize = 16;

/// Full names of an article that are looked at around a short form at most.
const NEAR: usize = 96;

/// The full names of the bundle.
#[derive(Debug)]
pub struct People<'f> {
    forms: &'f Forms<'f>,
    /// What is known of each folded form that is a full name.
    full: Vec<Option<Full<'f>>>,
    /// (word, full name) for every word, sorted.
    words: Vec<(&'f str, FoldId)>,
    /// Longer full name of a shorter one ("Tayyip Erdogan" → "Recep Tayyip Erdogan").
    longer: Vec<Option<FoldId>>,
}

#[derive(Clone, Debug)]
struct Full<'f> {
    /// As most often written.
    text: &'f str,
    mentions: u32,
}

/// The full names of one article, by place: (start byte, folded name).
pub type Local = Vec<(u32, FoldId)>;

impl<'f> People<'f> {
    /// Reads the full names (two words or more) of all articles.
    pub fn new(articles: &[Named], forms: &'f Forms<'f>, spelt: &[Spelt], kinds: &Kinds) -> People<'f> {
        let mut counts = vec![0u32; forms.spellings()];
        for (article, spelt) in articles.iter().zip(spelt) {
            let names = article.names.iter().zip(&spelt.story);
            for (_, spelling) in names.filter(|(n, _)| n.kind == ActorKind::Person) {
                counts.get_mut(*spelling as usize).into_iter().for_each(|count| *count += 1);
            }
        }
        let mut full: Vec<Option<Full>> = vec![None; forms.folds()];
        for (spelling, count) in (0..).zip(&counts).filter(|(_, count)| **count > 0) {
            let (text, fold) = (forms.text(spelling), forms.fold(spelling));
            let person = kinds.get(fold as usize).copied().flatten() == Some(ActorKind::Person);
            let Some(slot) = full.get_mut(fold as usize) else { continue };
            if !(person && forms.folded(fold).contains(' ')) {
                continue;
            }
            let known = slot.get_or_insert(Full { text, mentions: 0 });
            known.mentions += count;
        }
        // The spelling used most; of equals the first by its text.
        let mut most: Vec<(u32, &str)> = vec![(0, ""); forms.folds()];
        for (spelling, count) in (0..).zip(&counts).filter(|(_, count)| **count > 0) {
            let (text, fold) = (forms.text(spelling), forms.fold(spelling));
            let Some(best) = most.get_mut(fold as usize) else { continue };
            if (*count, Reverse(text)) > (best.0, Reverse(best.1)) {
                *best = (*count, text);
            }
        }
        for (slot, most) in full.iter_mut().zip(most) {
            slot.iter_mut().for_each(|full| full.text = most.1);
        }
        let people = || (0..).zip(&full).filter(|(_, f)| f.is_some()).map(|(fold, _)| fold);
        let mut words: Vec<(&str, FoldId)> =
            people().flat_map(|fold| forms.folded(fold).split(' ').map(move |w| (w, fold))).collect();
        words.sort_unstable();
        let all: Vec<FoldId> = people().collect();
        let longer = vec![None; forms.folds()];
        let mut people = People { forms, full, words, longer };
        for fold in all {
            let longer = people.longer_of(fold);
            people.longer.get_mut(fold as usize).into_iter().for_each(|slot| *slot = longer);
        }
        people
    }

    fn known(&self, fold: FoldId) -> Option<&Full<'f>> {
        self.full.get(fold as usize)?.as_ref()
    }

    fn with_word(&self, word: &str) -> impl Iterator<Item = FoldId> + use<'_, 'f> {
        let at = self.words.partition_point(|w| w.0 < word);
        let from = self.words.get(at..).unwrap_or(&[]);
        let same = from.get(..from.len().min(COMPARED)).unwrap_or(&[]);
        let end = same.partition_point(|w| w.0 <= word);
        same.get(..end).unwrap_or(&[]).iter().map(|w| w.1)
    }

    /// The only longer full name that has all words of `name` in order.
    fn longer_of(&self, fold: FoldId) -> Option<FoldId> {
        let name = self.forms.folded(fold);
        let last = name.rsplit(' ').next()?;
        let count = name.split(' ').count();
        let mut found = self.with_word(last).filter(|f| {
            let full = self.forms.folded(*f);
            full.split(' ').count() > count && is_within(name, full)
        });
        let first = found.next()?;
        // Several longer names: only if they are forms of one another would it be safe; leave it.
        found.next().is_none().then_some(first)
    }

    /// The full name that stands for one: itself, or the longest it is a form of.
    fn head(&self, fold: FoldId) -> FoldId {
        let mut at = fold;
        for _ in 0..4 {
            match self.longer.get(at as usize).copied().flatten() {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    /// The full names that `article` itself gives, by place.
    pub fn local(&self, article: &Named, spelt: &Spelt) -> Local {
        let people = article.names.iter().zip(&spelt.story).filter(|(n, _)| n.kind == ActorKind::Person);
        people
            .map(|(n, spelling)| (n.span.start, self.forms.fold(*spelling)))
            .filter(|(_, fold)| self.known(*fold).is_some())
            .collect()
    }

    /// The key of the person named `fold` (as written: `text`) at `span`, with what tied them.
    pub fn whose(&self, fold: FoldId, text: &str, span: Span, local: &Local) -> (FoldId, Option<Why>) {
        if let Some(full) = self.known(fold) {
            let head = self.head(fold);
            let why = match self.known(head) {
                Some(h) if head != fold => Some(Why::new(Rule::SamePartOf, [text.into(), h.text.into()])),
                _ if full.text != text => Some(Why::new(Rule::SameSpelling, [text.into(), full.text.into()])),
                _ => None,
            };
            return (head, why);
        }
        let folded = self.forms.folded(fold);
        let here = self.here(folded, span, local).map(|full| (full, Rule::SameSurname, Rule::SameGiven));
        let found = here.or_else(|| {
            self.anywhere(folded).map(|full| (full, Rule::SameSurnameBundle, Rule::SameGivenBundle))
        });
        let Some((full, surname, given)) = found else {
            return (fold, None);
        };
        let head = self.head(full);
        let rule = if ends_with(self.forms.folded(full), folded) { surname } else { given };
        let written = self.known(head).map_or("", |f| f.text);
        (head, Some(Why::new(rule, [text.into(), written.into()])))
    }

    /// The full name in the same article: by its last word, else by any; the one named last before
    /// `span`, else the first after it.
    fn here(&self, folded: &str, span: Span, local: &Local) -> Option<FoldId> {
        let at = local.partition_point(|l| l.0 < span.start);
        let nearest = |fits: &dyn Fn(&str) -> bool| {
            let (before, after) = local.split_at(at.min(local.len()));
            let mut near = before.iter().rev().chain(after).take(NEAR);
            near.find(|l| compared(&fits, self.forms.folded(l.1))).map(|l| l.1)
        };
        nearest(&|full| ends_with(full, folded))
            .or_else(|| nearest(&|full| starts_with(full, folded)))
            .or_else(|| nearest(&|full| is_within(folded, full)))
    }

    /// The one full name of the bundle with this surname, else with this given name; with several, the
    /// one that is named far more often than the others together.
    fn anywhere(&self, folded: &str) -> Option<FoldId> {
        let word = folded.rsplit(' ').next()?;
        let one_of = |fits: &dyn Fn(&str) -> bool| -> Option<FoldId> {
            let mut counts: Vec<(u32, FoldId)> = Vec::new();
            for full in self.with_word(word).filter(|f| compared(&fits, self.forms.folded(*f))) {
                let head = self.head(full);
                let mentions = self.known(full).map_or(0, |f| f.mentions);
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

/// Whether the full name fits.
fn compared(fits: &dyn Fn(&str) -> bool, full: &str) -> bool {
    work::step();
    fits(full)
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
