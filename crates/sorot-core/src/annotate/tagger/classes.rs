//! What do the classes of a word and its neighbours speak for? Summed once, when the weights are read.
//!
//! A third of a word's features is of one class alone, and there are few classes: their weights need
//! no look-up at every word.

use super::features;
use super::model::{Model, Sum};
use super::words::{ClassOf, Word};

/// The summed weights of each class in each place of the window.
#[derive(Clone, Debug, Default)]
pub(super) struct Classes {
    /// Places of classes, and classes within them.
    sums: Vec<Sum>,
    /// Classes of one place: beyond the sentence, unknown, and the leaves.
    each: usize,
}

/// Words of the window.
const PLACES: usize = 5;

impl Classes {
    pub(super) fn new(model: &Model) -> Classes {
        let all: Vec<ClassOf> = [ClassOf::Beyond, ClassOf::Unknown]
            .into_iter()
            .chain(model.lexicon.classes().map(ClassOf::Known))
            .collect();
        let sum =
            |(place, class): (usize, &ClassOf)| model.sum(Sum::default(), &features::of_class(place, *class));
        let sums = (0..PLACES).flat_map(|place| all.iter().map(move |c| (place, c))).map(sum).collect();
        Classes { sums, each: all.len() }
    }

    /// What the classes near word `at` speak for together.
    pub(super) fn near(&self, words: &[Word], at: usize) -> Sum {
        let near = features::classes_near(words, at);
        near.iter().enumerate().fold(Sum::default(), |sum, (place, class)| {
            let class = match class {
                ClassOf::Beyond => 0,
                ClassOf::Unknown => 1,
                ClassOf::Known(class) => 2 + usize::from(class.leaf),
            };
            self.sums.get(place * self.each + class).map_or(sum, |other| sum.and(other))
        })
    }
}
