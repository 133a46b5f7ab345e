//! The lines of the panel that the reader pinned or hid, kept for the bundle: a line each, `+` or `-` and
//! what the line rests on.

use crate::store;
use sorot_core::view::LineId;

/// The marked lines of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks {
    key: String,
    pinned: Vec<LineId>,
    hidden: Vec<LineId>,
}

/// What the reader does to a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Pins it, or unpins it.
    Pin(LineId),
    /// Hides it.
    Hide(LineId),
    /// Shows these again.
    Show(Vec<LineId>),
}

impl Marks {
    /// Those of the bundle of this identity.
    pub fn load(bundle: u64) -> Marks {
        Marks::of_key(format!("sorot.lines.{bundle:016x}"))
    }

    fn of_key(key: String) -> Marks {
        let text = store::get(&key).unwrap_or_default();
        let of = |sign: char| text.lines().filter_map(|l| l.strip_prefix(sign)?.parse().ok()).collect();
        Marks { pinned: of('+'), hidden: of('-'), key }
    }

    /// In the order in which they were pinned.
    pub fn pinned(&self) -> &[LineId] {
        &self.pinned
    }

    /// Whether a line is pinned.
    pub fn is_pinned(&self, id: &LineId) -> bool {
        self.pinned.contains(id)
    }

    /// Whether a line is hidden.
    pub fn is_hidden(&self, id: &LineId) -> bool {
        self.hidden.contains(id)
    }

    /// As the reader leaves them; kept. Another tab may have marked lines since these were read.
    pub fn with(&self, mark: &Mark) -> Marks {
        let mut next = Marks::of_key(self.key.clone());
        match mark {
            Mark::Pin(id) if next.is_pinned(id) => next.pinned.retain(|p| p != id),
            Mark::Pin(id) => {
                next.hidden.retain(|h| h != id);
                next.pinned.push(id.clone());
            }
            Mark::Hide(id) => {
                next.pinned.retain(|p| p != id);
                next.hidden.retain(|h| h != id);
                next.hidden.push(id.clone());
            }
            Mark::Show(ids) => next.hidden.retain(|h| !ids.contains(h)),
        }
        let lines = |sign, ids: &[LineId]| ids.iter().map(|id| format!("{sign}{id}\n")).collect::<String>();
        store::set(&next.key, &(lines('+', &next.pinned) + &lines('-', &next.hidden)));
        next
    }
}
