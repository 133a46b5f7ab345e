//! What belongs to this word? Tables of words, found by hashing and never listed in its order.

/// Words with a value each, found by hashing (open addressing): the same words, the same answers.
#[derive(Debug)]
pub struct Lookup<V> {
    /// A byte of each slot's hash, 0 where it is free: most look-ups fail, and these are small enough to be near.
    marks: Vec<u8>,
    slots: Vec<Option<(&'static str, V)>>,
    /// The number of slots less one; a power of two less one.
    mask: usize,
    /// Bytes of the longest word: a longer one needs no look.
    longest: usize,
}

impl<V: Copy> Lookup<V> {
    /// A table of `entries`; of a word that comes twice `merge` makes one value.
    pub fn new(entries: impl IntoIterator<Item = (&'static str, V)>, merge: impl Fn(V, V) -> V) -> Lookup<V> {
        let entries: Vec<_> = entries.into_iter().collect();
        // At most half full: a look-up that fails ends soon.
        let mask = (entries.len().max(4) * 2).next_power_of_two() - 1;
        let longest = entries.iter().map(|e| e.0.len()).max().unwrap_or(0);
        let mut table = Lookup { marks: vec![0; mask + 1], slots: vec![None; mask + 1], mask, longest };
        for (word, value) in entries {
            let hash = hash(word.as_bytes());
            let at = table.slot(word, hash);
            if let (Some(slot), Some(own)) = (table.slots.get_mut(at), table.marks.get_mut(at)) {
                *own = mark(hash);
                *slot = Some((word, slot.map_or(value, |(_, old)| merge(old, value))));
            }
        }
        table
    }

    /// What belongs to `word`.
    pub fn get(&self, word: &str) -> Option<V> {
        if word.len() > self.longest {
            return None;
        }
        self.slots.get(self.slot(word, hash(word.as_bytes())))?.map(|(_, value)| value)
    }

    /// The slot of `word`, or the free one where it would be.
    fn slot(&self, word: &str, hash: usize) -> usize {
        let own = mark(hash);
        let mut at = hash & self.mask;
        loop {
            match self.marks.get(at) {
                Some(found) if *found == own => {
                    if matches!(self.slots.get(at), Some(Some((other, _))) if *other == word) {
                        return at;
                    }
                }
                Some(1..) => {}
                _ => return at,
            }
            at = (at + 1) & self.mask;
        }
    }
}

/// A byte of a hash that its place in a table doesn't tell; never 0.
fn mark(hash: usize) -> u8 {
    (hash >> 24) as u8 | 1
}

/// Texts, each once, in the order in which they came; found by hashing.
#[derive(Debug, Default)]
pub struct Distinct<'a> {
    texts: Vec<&'a str>,
    /// Places in `texts`, plus one; 0 is free. A power of two, at most half full.
    slots: Vec<u32>,
}

impl<'a> Distinct<'a> {
    /// The texts in their order.
    pub fn into_texts(self) -> Vec<&'a str> {
        self.texts
    }

    /// The place of `text`, if it came.
    pub fn get(&self, text: &str) -> Option<u32> {
        // Nothing came yet.
        if self.slots.is_empty() {
            return None;
        }
        self.slots.get(self.slot(text))?.checked_sub(1)
    }

    /// The place of `text`, which comes now if it hasn't yet.
    pub fn id(&mut self, text: &'a str) -> u32 {
        if self.slots.len() < (self.texts.len() + 1) * 2 {
            let size = (self.slots.len() * 2).max(512);
            self.slots = vec![0; size];
            for place in 0..self.texts.len() {
                let at = self.slot(self.texts.get(place).copied().unwrap_or(""));
                self.take(at, place);
            }
        }
        let at = self.slot(text);
        match self.slots.get(at).copied().unwrap_or(0).checked_sub(1) {
            Some(place) => place,
            None => {
                self.texts.push(text);
                self.take(at, self.texts.len() - 1);
                (self.texts.len() - 1) as u32
            }
        }
    }

    fn take(&mut self, at: usize, place: usize) {
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = place as u32 + 1;
        }
    }

    /// The slot of `text`, or the free one where it would be.
    fn slot(&self, text: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash(text.as_bytes()) & mask;
        while let Some(place) = self.slots.get(at).and_then(|s| s.checked_sub(1)) {
            if self.texts.get(place as usize) == Some(&text) {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }
}

/// Eight bytes at a time, as in the hash of Firefox (FxHash); the last ones in two halves that may overlap.
fn hash(bytes: &[u8]) -> usize {
    let step = |state: u64, word: u64| (state.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    let mut state = bytes.len() as u64;
    let mut rest = bytes;
    while let Some((eight, tail)) = rest.split_first_chunk() {
        state = step(state, u64::from_le_bytes(*eight));
        rest = tail;
    }
    let last = if let (Some(a), Some(b)) = (rest.first_chunk(), rest.last_chunk()) {
        u64::from(u32::from_le_bytes(*a)) << 32 | u64::from(u32::from_le_bytes(*b))
    } else if let (Some(a), Some(b)) = (rest.first_chunk(), rest.last_chunk()) {
        u64::from(u16::from_le_bytes(*a)) << 16 | u64::from(u16::from_le_bytes(*b))
    } else {
        rest.first().copied().map_or(0, u64::from)
    };
    (step(state, last) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_has_one_place() {
        let words: Vec<String> = (0..500).map(|n| format!("kata{}", n % 300)).collect();
        let mut all = Distinct::default();
        assert_eq!(all.get("kata0"), None);
        let places: Vec<u32> = words.iter().map(|w| all.id(w)).collect();
        assert!(places.iter().zip(0..).all(|(place, n)| *place == n % 300));
        assert_eq!((all.get("kata299"), all.get("kata300")), (Some(299), None));
        assert_eq!(all.into_texts().len(), 300);
    }

    #[test]
    fn words_are_found_with_what_belongs_to_them() {
        let table = Lookup::new([("satu", 1), ("dua", 2), ("satu", 4)], |a, b| a | b);
        assert_eq!(table.get("satu"), Some(5));
        assert_eq!(table.get("dua"), Some(2));
        assert_eq!(table.get("tiga"), None);
        assert_eq!(Lookup::<u8>::new([], |a, _| a).get(""), None);
    }
}
