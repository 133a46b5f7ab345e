//! Which texts are told twice? The same words, or nearly the same runs of words (Broder 1997: shingles of five words,
//! min-wise hashes in bands, the candidates compared in full). A shingle is hashed once, its other hashes are sums of
//! the two halves (Kirsch and Mitzenmacher 2006).

/// Hashes a text has; eight bands of four find 99.7 % of the pairs that share 85 % of their shingles.
const HASHES: usize = 32;
const BAND: usize = 4;
/// Words of a shingle.
const RUN: usize = 5;
/// Shorter texts are the same or they aren't: a changed number would be lost in "nearly".
const SHORTEST: usize = 30;
/// Words whose runs are compared: of a longer text its beginning stands for it.
const LONGEST: usize = 20_000;
/// Earlier texts that one is compared with in full.
const COMPARED: usize = 8;

/// What a text is compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Of its words in order.
    whole: u64,
    /// The least of its shingles under each hash; `None` for a short text.
    least: Option<[u32; HASHES]>,
}

impl Signature {
    /// Reads a text: its words in lower case, whatever stands between them.
    pub fn of(text: &str) -> Signature {
        let (mut whole, mut first) = (0, Vec::with_capacity(LONGEST.min(text.len() / 4)));
        words(text, |word| {
            whole = mix(whole ^ word);
            if first.len() < LONGEST {
                first.push(word);
            }
        });
        let least = (first.len() >= SHORTEST).then(|| {
            let mut least = [u32::MAX; HASHES];
            for shingle in shingles(&first) {
                let (mut hash, step) = (shingle as u32, (shingle >> 32) as u32 | 1);
                for own in &mut least {
                    *own = (*own).min(hash);
                    hash = hash.wrapping_add(step);
                }
            }
            least
        });
        Signature { whole, least }
    }

    fn bands(&self) -> impl Iterator<Item = (usize, u64)> {
        let bands = self.least.iter().flat_map(|least| least.chunks_exact(BAND).enumerate());
        bands.map(|(at, band)| (at, band.iter().fold(at as u64, |sum, hash| mix(sum ^ u64::from(*hash)))))
    }
}

/// The texts so far, each told once.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    whole: std::collections::HashMap<u64, usize>,
    bands: std::collections::HashMap<(usize, u64), Vec<usize>>,
}

/// How a text was told before: as text number `of`, sharing so many parts in a hundred of its shingles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Twin {
    Same { of: usize },
    Near { of: usize, percent: usize },
}

impl Seen {
    /// The earlier text that this is told as, or it is remembered as text `number`. `text` gives any earlier one.
    pub(crate) fn twin<'a>(
        &mut self,
        own: &Signature,
        number: usize,
        text: impl Fn(usize) -> &'a str,
    ) -> Option<Twin> {
        if let Some(&of) = self.whole.get(&own.whole) {
            return Some(Twin::Same { of });
        }
        let mut candidates: Vec<usize> = Vec::new();
        for band in own.bands() {
            for &of in self.bands.get(&band).into_iter().flatten() {
                if candidates.len() < COMPARED && !candidates.contains(&of) {
                    candidates.push(of);
                }
            }
        }
        candidates.sort_unstable();
        if !candidates.is_empty() {
            let mine = sorted(text(number));
            let found = candidates.into_iter().map(|of| (shared(&mine, &sorted(text(of))), of));
            let best = found.max_by_key(|(percent, of)| (*percent, std::cmp::Reverse(*of)));
            if let Some((percent, of)) = best.filter(|(percent, _)| *percent >= crate::limits::NEAR_DUPLICATE)
            {
                return Some(Twin::Near { of, percent });
            }
        }
        self.whole.insert(own.whole, number);
        for band in own.bands() {
            let row = self.bands.entry(band).or_default();
            if row.len() < COMPARED {
                row.push(number);
            }
        }
        None
    }
}

fn sorted(text: &str) -> Vec<u64> {
    let mut first = Vec::new();
    words(text, |word| {
        if first.len() < LONGEST {
            first.push(word);
        }
    });
    let mut all: Vec<u64> = shingles(&first).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Parts in a hundred: what two sets share of what they hold together (Jaccard), rounded down.
fn shared(a: &[u64], b: &[u64]) -> usize {
    let both = a.iter().filter(|hash| b.binary_search(hash).is_ok()).count();
    (both * 100).checked_div(a.len() + b.len() - both).unwrap_or(0)
}

/// Tells the words in lower case, hashed by FNV-1a (Fowler, Noll, Vo) over characters.
fn words(text: &str, mut tell: impl FnMut(u64)) {
    const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;
    let with = |hash: u64, c: char| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    let mut open = None;
    let mut rest = text;
    while let Some(&byte) = rest.as_bytes().first() {
        let (c, behind) = match byte {
            0..0x80 => (char::from(byte), rest.get(1..)),
            _ => {
                let mut chars = rest.chars();
                (chars.next().unwrap_or(' '), Some(chars.as_str()))
            }
        };
        rest = behind.unwrap_or("");
        if c.is_ascii_alphanumeric() {
            open = Some(with(open.unwrap_or(EMPTY), c.to_ascii_lowercase()));
        } else if !c.is_ascii() && c.is_alphanumeric() {
            open = Some(c.to_lowercase().fold(open.unwrap_or(EMPTY), with));
        } else if let Some(word) = open.take() {
            tell(word);
        }
    }
    if let Some(word) = open {
        tell(word);
    }
}

fn shingles(words: &[u64]) -> impl Iterator<Item = u64> {
    words.windows(RUN).map(|run| run.iter().fold(0, |sum, word| mix(sum ^ word)))
}

const SEED: u64 = 0x9e37_79b9_7f4a_7c15;

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(SEED);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn twins(texts: &[&str]) -> Vec<Option<Twin>> {
        let mut seen = Seen::default();
        let signs: Vec<Signature> = texts.iter().map(|t| Signature::of(t)).collect();
        (0..).zip(&signs).map(|(at, sign)| seen.twin(sign, at, |of| texts[of])).collect()
    }

    fn story(numbers: std::ops::Range<u32>) -> String {
        numbers.map(|n| format!("kata{n} ")).collect()
    }

    #[test]
    fn the_same_words_are_one_text() {
        let found = twins(&["Harga beras turun.", "HARGA\n\nberas – turun", "Harga beras naik."]);
        assert_eq!(found, [None, Some(Twin::Same { of: 0 }), None]);
    }

    #[test]
    fn a_text_with_a_few_other_words_is_nearly_the_same() {
        let one = story(0..300);
        let other = format!("{} {}", story(0..290), story(400..405));
        let third = format!("{} {}", story(0..150), story(400..550));
        let found = twins(&[&one, &other, &third]);
        assert!(matches!(found[1], Some(Twin::Near { of: 0, percent: 85..=99 })), "{found:?}");
        assert_eq!(found[2], None);
    }

    #[test]
    fn short_texts_are_never_nearly_the_same() {
        let found =
            twins(&["Gempa 5,1 mengguncang Garut pagi tadi.", "Gempa 5,2 mengguncang Garut pagi tadi."]);
        assert_eq!(found, [None, None]);
    }

    proptest! {
        #[test]
        fn pairs_that_share_nine_tenths_are_found(start in 0u32..1000, cut in 0u32..15) {
            let one = story(start..start + 400);
            let other = story(start + cut..start + 400);
            prop_assert!(twins(&[&one, &other])[1].is_some());
        }
    }
}
