//! Sorted words that lie one behind the other: where does one stand?

/// How many of the sorted words come before `word`; `ends` says where each ends in `text`. All are compared by their
/// bytes, as UTF-8 sorts by characters, too.
#[inline(never)]
pub fn words_before(text: &[u8], ends: &[u32], word: &[u8]) -> usize {
    let (mut low, mut high) = (0, ends.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let end = ends.get(middle).copied().unwrap_or(0) as usize;
        let start = middle.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0) as usize;
        if text.get(start..end).unwrap_or(&[]) < word { low = middle + 1 } else { high = middle }
    }
    low
}

/// Whether words lie one behind the other in `text` to its end, in strict order and none cut within a
/// character of UTF-8.
#[inline(never)]
pub fn are_sorted(text: &[u8], ends: &[u32]) -> bool {
    let (mut start, mut last): (usize, Option<&[u8]>) = (0, None);
    for &end in ends {
        let Some(word) = text.get(start..end as usize) else { return false };
        let within = text.get(end as usize).is_some_and(|byte| byte & 0xc0 == 0x80);
        if within || last.is_some_and(|last| last >= word) {
            return false;
        }
        (start, last) = (end as usize, Some(word));
    }
    start == text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_are_found_as_by_a_walk(words in proptest::collection::btree_set("[abé]{0,4}", 0..30), word in "[abé]{0,3}") {
            let text = words.iter().flat_map(|w| w.bytes()).collect::<Vec<u8>>();
            let ends: Vec<u32> = words.iter().scan(0, |end, w| { *end += w.len() as u32; Some(*end) }).collect();
            let before = words.iter().filter(|w| w.as_str() < word.as_str()).count();
            prop_assert_eq!(words_before(&text, &ends, word.as_bytes()), before);
        }

        #[test]
        fn only_sorted_words_are_taken(words in proptest::collection::vec("[abé]{0,2}", 0..4), off in 0u32..3) {
            let text: String = words.concat();
            let ends: Vec<u32> = words.iter().scan(0, |end, w| { *end += w.len() as u32; Some(*end) }).collect();
            prop_assert_eq!(are_sorted(text.as_bytes(), &ends), words.is_sorted_by(|a, b| a < b));
            let moved: Vec<u32> = ends.iter().map(|end| end + off).collect();
            prop_assert!(off == 0 || words.is_empty() || !are_sorted(text.as_bytes(), &moved));
        }
    }
}
