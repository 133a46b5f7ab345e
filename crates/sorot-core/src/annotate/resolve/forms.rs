//! How are the names of the bundle written? Every spelling once, with its folded form.

use super::Named;
use super::spelling::fold;
use crate::annotate::actors::Name;
use crate::structure::lookup::Distinct;

/// A spelling's place in [`Forms`].
pub type SpellingId = u32;
/// A folded form's place; folded forms are sorted, so that ids compare as their texts do.
pub type FoldId = u32;

/// The spellings of all names, and their folded forms.
#[derive(Debug, Default)]
pub struct Forms<'a> {
    spellings: Vec<&'a str>,
    folds: Vec<String>,
    /// Of each spelling.
    fold_of: Vec<FoldId>,
}

/// The spellings of one article's names, in their order.
#[derive(Clone, Debug, Default)]
pub struct Spelt {
    /// Of the story's.
    pub story: Vec<SpellingId>,
    /// Of the others'.
    pub aside: Vec<SpellingId>,
}

impl<'a> Forms<'a> {
    /// Reads all names.
    pub fn new(articles: &[Named<'a>]) -> (Forms<'a>, Vec<Spelt>) {
        let mut all = Distinct::default();
        let mut spelt = Vec::with_capacity(articles.len());
        for article in articles {
            let mut ids = |names: &[Name]| names.iter().map(|n| all.id(n.span.of(article.body))).collect();
            spelt.push(Spelt { story: ids(article.names), aside: ids(article.aside) });
        }
        let spellings = all.into_texts();
        let mut folded: Vec<(String, SpellingId)> = spellings.iter().map(|t| fold(t)).zip(0..).collect();
        folded.sort_unstable();
        let mut folds: Vec<String> = Vec::new();
        let mut fold_of = vec![0; spellings.len()];
        for (fold, spelling) in folded {
            if folds.last() != Some(&fold) {
                folds.push(fold);
            }
            if let Some(slot) = fold_of.get_mut(spelling as usize) {
                *slot = (folds.len() - 1) as FoldId;
            }
        }
        (Forms { spellings, folds, fold_of }, spelt)
    }

    /// A spelling as written.
    pub fn text(&self, spelling: SpellingId) -> &'a str {
        self.spellings.get(spelling as usize).copied().unwrap_or("")
    }

    /// A spelling's folded form.
    pub fn fold(&self, spelling: SpellingId) -> FoldId {
        self.fold_of.get(spelling as usize).copied().unwrap_or(0)
    }

    /// The text of a folded form.
    pub fn folded(&self, fold: FoldId) -> &str {
        self.folds.get(fold as usize).map_or("", String::as_str)
    }

    /// How many spellings there are.
    pub fn spellings(&self) -> usize {
        self.spellings.len()
    }

    /// How many folded forms there are.
    pub fn folds(&self) -> usize {
        self.folds.len()
    }
}
