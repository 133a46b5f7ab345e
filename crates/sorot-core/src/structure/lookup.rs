//! What belongs to this word? A table of words that is filled once and only read after.

/// Words with a value each, found by hashing (open addressing): the same words, the same answers.
#[derive(Debug)]
pub struct Lookup<V> {
    slots: Vec<Option<(&'static str, V)>>,
    /// The number of slots less one; a power of two less one.
    mask: usize,
}

impl<V: Copy> Lookup<V> {
    /// A table of `entries`; of a word that comes twice `merge` makes one value.
    pub fn new(entries: impl IntoIterator<Item = (&'static str, V)>, merge: impl Fn(V, V) -> V) -> Lookup<V> {
        let entries: Vec<_> = entries.into_iter().collect();
        // At most half full: a look-up that fails ends soon.
        let mask = (entries.len().max(4) * 2).next_power_of_two() - 1;
        let mut table = Lookup { slots: vec![None; mask + 1], mask };
        for (word, value) in entries {
            let at = table.slot(word);
            if let Some(slot) = table.slots.get_mut(at) {
                *slot = Some((word, slot.map_or(value, |(_, old)| merge(old, value))));
            }
        }
        table
    }

    /// What belongs to `word`.
    pub fn get(&self, word: &str) -> Option<V> {
        let found = self.slots.get(self.slot(word))?;
        found.map(|(_, value)| value)
    }

    /// The slot of `word`, or the free one where it would be.
    fn slot(&self, word: &str) -> usize {
        let mut at = hash(word.as_bytes()) & self.mask;
        while let Some(Some((other, _))) = self.slots.get(at) {
            if *other == word {
                break;
            }
            at = (at + 1) & self.mask;
        }
        at
    }
}

/// Eight bytes at a time, as in the hash of Firefox (FxHash).
pub fn hash(bytes: &[u8]) -> usize {
    let mut state = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut eight = [0u8; 8];
        for (to, from) in eight.iter_mut().zip(chunk) {
            *to = *from;
        }
        state = (state.rotate_left(5) ^ u64::from_le_bytes(eight)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
    (state >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_with_what_belongs_to_them() {
        let table = Lookup::new([("satu", 1), ("dua", 2), ("satu", 4)], |a, b| a | b);
        assert_eq!(table.get("satu"), Some(5));
        assert_eq!(table.get("dua"), Some(2));
        assert_eq!(table.get("tiga"), None);
        assert_eq!(Lookup::<u8>::new([], |a, _| a).get(""), None);
    }
}
