//! One list, written by several: two tabs, or two explorers on a page.
//!
//! A store has no turns: two may read the same list, change it and write it, and the last would win. So each list that
//! is written tells of which it was made (a stamp of its text). Who finds one that wasn't made of what they hold joins
//! the two, by what each changed since the list that both know (a three-way merge), and writes the outcome; it is the
//! same whoever joins.

/// Lists that are remembered: more are never written before others hear of it.
const REMEMBERED: usize = 32;

/// What one of the writers knows of the store. An item of a list is a line of text, whatever it stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// Lists by the stamps of their texts, the latest last.
    known: Vec<(String, Vec<String>)>,
}

impl Together {
    /// The stamp of the list that the next one is made of; empty where there was none.
    pub fn of(&self) -> &str {
        self.known.last().map_or("", |(stamp, _)| stamp)
    }

    /// That list.
    pub fn list(&self) -> &[String] {
        self.known.last().map_or(&[], |(_, list)| list)
    }

    /// Whether `text` was already there when it was looked at.
    pub fn knows(&self, text: &str) -> bool {
        let stamp = stamp(text);
        self.known.iter().any(|(own, _)| *own == stamp)
    }

    /// Takes in that the store holds `text`: `theirs`, made of the list of the stamp `of` (none: of whatever was there).
    /// Gives back what holds now for one who holds `own`.
    pub fn heard(
        &mut self,
        own: &[String],
        text: &str,
        theirs: Vec<String>,
        of: Option<&str>,
    ) -> Vec<String> {
        let base = match of {
            None => Some(own),
            Some(of) => self.known.iter().find(|(own, _)| own == of).map(|(_, list)| list.as_slice()),
        };
        // Of a list that nobody here knows: nothing counts as taken back.
        let both = joined(base.unwrap_or_default(), own, &theirs);
        self.wrote(text, theirs);
        both
    }

    /// Takes in that the store holds `list` by one's own hand.
    pub fn wrote(&mut self, text: &str, list: Vec<String>) {
        if self.known.len() == REMEMBERED {
            self.known.remove(0);
        }
        self.known.push((stamp(text), list));
    }
}

/// What two made of `base`: what either added is there, what either took away isn't.
pub fn joined(base: &[String], one: &[String], other: &[String]) -> Vec<String> {
    if one == base {
        return other.to_vec();
    }
    if other == base {
        return one.to_vec();
    }
    let (first, second) = if one <= other { (one, other) } else { (other, one) };
    let gone = |item: &&String| base.contains(item) && !(first.contains(item) && second.contains(item));
    let more = second.iter().filter(|item| !first.contains(item));
    first.iter().chain(more).filter(|item| !gone(item)).cloned().collect()
}

/// Tells a text from others: FNV-1a, 64 bits, in hexadecimal.
pub fn stamp(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_both_changed_is_there() {
        let list = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
        let both = |base, one, other| joined(&list(base), &list(one), &list(other)).concat();
        assert_eq!(both("123", "1235", "1234"), "12345");
        assert_eq!(both("123", "23", "1234"), "234");
        assert_eq!(both("12", "", "123"), "3");
        assert_eq!(both("31", "31", "1"), "1");
        assert_eq!(both("", "9", "9"), "9");
    }

    /// One who writes: the store's text as it reached them, their list.
    #[derive(Clone, Default)]
    struct Writer {
        sees: String,
        list: Vec<String>,
        together: Together,
    }

    fn text(list: &[String], of: &str) -> String {
        format!("{of}:{}", list.join(","))
    }

    impl Writer {
        fn look(&mut self) {
            let text = self.sees.clone();
            let Some((of, items)) = text.split_once(':').filter(|_| !self.together.knows(&text)) else {
                return;
            };
            let theirs: Vec<String> = items.split(',').filter(|i| !i.is_empty()).map(String::from).collect();
            let both = self.together.heard(&self.list, &text, theirs, Some(of));
            self.list = both;
            if self.list != self.together.list() {
                self.write();
            }
        }

        fn write(&mut self) {
            self.sees = text(&self.list, self.together.of());
            self.together.wrote(&self.sees, self.list.clone());
        }

        fn edit(&mut self, change: impl FnOnce(&mut Vec<String>)) {
            self.look();
            change(&mut self.list);
            self.write();
        }
    }

    proptest! {
        /// Writers whose writes reach the others late, or in between: at the end all hold what each added.
        #[test]
        fn nothing_is_lost(steps in proptest::collection::vec((0usize..3, any::<bool>()), 0..40)) {
            let mut writers = vec![Writer::default(); 3];
            let mut store = String::new();
            let mut added = Vec::new();
            let settle = |writers: &mut Vec<Writer>, store: &mut String, at: usize| {
                let before = store.clone();
                writers[at].sees = before.clone();
                writers[at].look();
                if writers[at].sees != before {
                    *store = writers[at].sees.clone();
                }
            };
            for (number, (at, hears)) in steps.into_iter().enumerate() {
                if hears {
                    settle(&mut writers, &mut store, at);
                } else {
                    let item = char::from_u32(0x100 + number as u32).unwrap().to_string();
                    added.push(item.clone());
                    // Written on what this one sees, which may be old.
                    writers[at].edit(|list| list.push(item));
                    store = writers[at].sees.clone();
                }
            }
            for _ in 0..6 {
                for at in 0..3 {
                    settle(&mut writers, &mut store, at);
                }
            }
            for writer in &writers {
                let mut list = writer.list.clone();
                list.sort_unstable();
                prop_assert_eq!(&list, &added);
                prop_assert_eq!(&writer.list, &writers[0].list);
            }
        }
    }
}
