//! The texts of a pack that are in memory. Of one in parts, those that nobody looked at for longest go where there are many.

use super::super::Bytes;

/// So many bytes of fetched texts are kept: those of some twenty thousand articles to go back to.
pub(super) const KEPT: usize = 64 << 20;

/// Part → its bytes.
///
/// Time goes in turns: one ends when all that was on its way is here and is drawn anew. What was read or came in this
/// turn or the one before stays, however much it is: it is on the screen, or needed for what is being answered.
#[derive(Debug, Default)]
pub(super) struct Here {
    held: Vec<Held>,
    /// Bytes that may be kept, and that are.
    most: usize,
    sum: usize,
    turn: u32,
}

#[derive(Clone, Debug, Default)]
struct Held {
    bytes: Option<Bytes>,
    /// The turn in which it was last read or came.
    turn: u32,
}

impl Here {
    /// None of so many parts, of which `most` bytes may be kept.
    pub fn none(parts: usize, most: usize) -> Here {
        Here { held: vec![Held::default(); parts], most, ..Here::default() }
    }

    /// The bytes of a part, where they are here.
    pub fn read(&mut self, part: usize) -> Option<Bytes> {
        let held = self.held.get_mut(part)?;
        held.turn = self.turn;
        held.bytes.clone()
    }

    /// Takes a part's bytes; false where there is no such part.
    pub fn put(&mut self, part: usize, bytes: Bytes) -> bool {
        let Some(held) = self.held.get_mut(part) else { return false };
        if held.bytes.is_none() {
            self.sum += bytes.len();
            held.bytes = Some(bytes);
        }
        held.turn = self.turn;
        while self.sum > self.most {
            let here = self.held.iter_mut().filter(|held| held.bytes.is_some());
            let Some(oldest) = here.min_by_key(|held| held.turn).filter(|h| h.turn + 1 < self.turn) else {
                break;
            };
            self.sum -= oldest.bytes.take().map_or(0, |bytes| bytes.len());
        }
        true
    }

    /// A turn ends.
    pub fn end_turn(&mut self) {
        self.turn += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(length: usize) -> Bytes {
        Bytes::from(vec![7; length])
    }

    fn here(held: &Here) -> Vec<usize> {
        (0..held.held.len()).filter(|&part| held.held[part].bytes.is_some()).collect()
    }

    #[test]
    fn what_nobody_looked_at_for_longest_goes_first() {
        let mut held = Here::none(6, 30);
        for part in 0..3 {
            assert!(held.put(part, bytes(10)));
            held.end_turn();
        }
        // The first is looked at again: the second goes in its place.
        assert!(held.read(0).is_some());
        held.end_turn();
        held.end_turn();
        assert!(held.put(3, bytes(10)));
        assert_eq!((here(&held), held.sum), (vec![0, 2, 3], 30));
        assert!(held.put(4, bytes(15)));
        assert_eq!((here(&held), held.sum), (vec![3, 4], 25));
        assert!(held.read(1).is_none() && !held.put(6, bytes(1)));
    }

    #[test]
    fn what_is_on_the_screen_stays() {
        let mut held = Here::none(4, 20);
        held.put(0, bytes(10));
        held.end_turn();
        // Drawn anew, and more is needed than may be kept.
        assert!(held.read(0).is_some());
        held.put(1, bytes(10));
        held.put(2, bytes(10));
        assert_eq!(here(&held), [0, 1, 2]);
        held.end_turn();
        assert!(held.read(1).is_some() && held.read(2).is_some());
        held.put(3, bytes(10));
        assert_eq!(here(&held), [0, 1, 2, 3]);
        held.end_turn();
        held.put(3, bytes(10));
        assert_eq!((here(&held), held.sum), (vec![1, 2, 3], 30));
    }
}
