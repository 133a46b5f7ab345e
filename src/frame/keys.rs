//! Single keys: which key does what, and when it may.

use crate::dom;
use web_sys::KeyboardEvent;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// To the search field.
    Search,
    /// To the next article in the list.
    NextArticle,
    /// To the article before.
    PreviousArticle,
    /// Open the focused article.
    Open,
    /// To the actor's next mention.
    NextMention,
    /// To the mention before.
    PreviousMention,
    /// Fold or unfold the actors.
    Actors,
    /// Fold or unfold the summary.
    Summary,
    /// Copy the citation.
    Cite,
    /// The help sheet.
    Help,
}

impl Key {
    /// Every key with its sign, in the order of the help sheet.
    pub const ALL: [(Key, &'static str); 10] = [
        (Key::Search, "/"),
        (Key::NextArticle, "j"),
        (Key::PreviousArticle, "k"),
        (Key::Open, "o"),
        (Key::NextMention, "n"),
        (Key::PreviousMention, "p"),
        (Key::Actors, "["),
        (Key::Summary, "]"),
        (Key::Cite, "c"),
        (Key::Help, "?"),
    ];

    /// The key of a sign. A letter counts without Shift only, whatever Caps Lock says; a sign counts
    /// however the keyboard makes it.
    fn of(sign: &str, shift: bool) -> Option<Key> {
        let letter = sign.chars().all(char::is_alphabetic);
        if letter && shift {
            return None;
        }
        let sign = sign.to_lowercase();
        Key::ALL.iter().find(|(_, own)| *own == sign).map(|(key, _)| *key)
    }
}

/// Where typing means text, and where a dialog has the floor.
const FIELDS: &str = "input, textarea, select, dialog, [role=dialog], [contenteditable]";

/// The key that was struck, where it may act: never while typing, never with Ctrl, Alt or Meta, never
/// when something else has used it.
pub fn struck(event: &KeyboardEvent) -> Option<Key> {
    let held = event.ctrl_key() || event.alt_key() || event.meta_key();
    if held || event.is_composing() || event.default_prevented() {
        return None;
    }
    (!is_typing(event)).then(|| Key::of(&event.key(), event.shift_key())).flatten()
}

/// Whether the keys ask to undo (`true`) or to redo (`false`) a correction: those of every program. In a
/// field they are the field's own.
pub fn undoes(event: &KeyboardEvent) -> Option<bool> {
    let held = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    if !held || is_typing(event) || event.default_prevented() {
        return None;
    }
    match event.key().to_lowercase().as_str() {
        "z" => Some(!event.shift_key()),
        "y" => Some(false),
        _ => None,
    }
}

fn is_typing(event: &KeyboardEvent) -> bool {
    dom::target(event).is_none_or(|e| e.closest(FIELDS).is_ok_and(|field| field.is_some()))
}

/// Whether the key was struck inside a dialog, which has its own Escape.
pub fn in_dialog(event: &KeyboardEvent) -> bool {
    dom::target(event).is_some_and(|e| e.closest("dialog").is_ok_and(|dialog| dialog.is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_is_one_key() {
        for (key, sign) in Key::ALL {
            assert_eq!(Key::of(sign, false), Some(key));
        }
        assert_eq!(Key::of("?", true), Some(Key::Help));
        assert_eq!(Key::of("N", false), Some(Key::NextMention), "Caps Lock");
        assert_eq!(Key::of("N", true), None);
        assert_eq!(Key::of("Enter", false), None);
        assert_eq!(Key::of("", false), None);
    }
}
