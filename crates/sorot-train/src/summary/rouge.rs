//! ROUGE-1 F1 as `rouge_score` counts it (Lin 2004): lower case, runs of ASCII letters and digits, no
//! stemming, each word of the reference met at most as often as it stands there.

use std::collections::HashMap;

/// The words of one reference, numbered.
#[derive(Default)]
pub struct Vocabulary(HashMap<String, u32>);

/// A text as the measure sees it.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// Its words, also those that the reference doesn't hold.
    pub length: u32,
    /// Words of the reference, by number, and how often each stands here.
    pub counts: Vec<(u32, u32)>,
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let small = text.to_lowercase();
    let words: Vec<String> = small
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

impl Vocabulary {
    /// The reference; its words are the ones that count.
    pub fn reference(&mut self, text: &str) -> Text {
        for word in words(text) {
            let next = self.0.len() as u32;
            self.0.entry(word).or_insert(next);
        }
        self.text(text)
    }

    /// Any other text.
    pub fn text(&self, text: &str) -> Text {
        let mut found = Vec::new();
        let mut length = 0;
        for word in words(text) {
            length += 1;
            found.extend(self.0.get(&word).copied());
        }
        found.sort_unstable();
        let counts = found.chunk_by(|a, b| a == b).map(|g| (g[0], g.len() as u32)).collect();
        Text { length, counts }
    }

    /// How many words count.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

/// The F1 of several texts together against the reference, 0 to 1. `sums` is room for counts, at least
/// as many zeros as the reference has words; it is left as it came.
pub fn f1<'a>(texts: impl Iterator<Item = &'a Text> + Clone, reference: &Text, sums: &mut [u32]) -> f64 {
    let mut length = 0;
    for text in texts.clone() {
        length += text.length;
        for &(word, count) in &text.counts {
            sums[word as usize] += count;
        }
    }
    let met: u32 = reference.counts.iter().map(|&(word, count)| count.min(sums[word as usize])).sum();
    for text in texts {
        for &(word, _) in &text.counts {
            sums[word as usize] = 0;
        }
    }
    if met == 0 {
        return 0.0;
    }
    // The harmonic mean of met / length and met / reference.
    f64::from(2 * met) / f64::from(length + reference.length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_met_at_most_as_often_as_they_stand() {
        let mut vocabulary = Vocabulary::default();
        let reference = vocabulary.reference("Harga beras naik, harga-harga naik.");
        let check = |texts: &[&str], expected: f64| {
            let texts: Vec<Text> = texts.iter().map(|t| vocabulary.text(t)).collect();
            let mut sums = vec![0; vocabulary.len()];
            let found = f1(texts.iter(), &reference, &mut sums);
            assert!((found - expected).abs() < 1e-9, "{found}");
            assert!(sums.iter().all(|&s| s == 0));
        };
        check(&["Harga beras naik, harga-harga naik."], 1.0);
        check(&["HARGA"], 2.0 / 7.0);
        check(&["beras", "beras"], 2.0 / 8.0);
        check(&["tidak ada"], 0.0);
        check(&[], 0.0);
    }
}
