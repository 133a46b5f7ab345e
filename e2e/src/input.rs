//! The keyboard and the mouse.

use crate::Result;
use crate::browser::Browser;
use serde_json::{Value, json};

/// Keys that are no letters, as WebDriver writes them.
pub mod keys {
    /// The tabulator.
    pub const TAB: &str = "\u{e004}";
    /// Enter.
    pub const ENTER: &str = "\u{e007}";
    /// Shift, held while the next keys of the same [`press`](crate::Browser::press) are struck.
    pub const SHIFT: &str = "\u{e008}";
    /// Control, held like Shift.
    pub const CONTROL: &str = "\u{e009}";
    /// Alt, held like Shift.
    pub const ALT: &str = "\u{e00a}";
    /// Escape.
    pub const ESCAPE: &str = "\u{e00c}";
    /// The space bar.
    pub const SPACE: &str = " ";
    /// One page up.
    pub const PAGE_UP: &str = "\u{e00e}";
    /// One page down.
    pub const PAGE_DOWN: &str = "\u{e00f}";
    /// To the end.
    pub const END: &str = "\u{e010}";
    /// To the beginning.
    pub const HOME: &str = "\u{e011}";
    /// Arrow left.
    pub const LEFT: &str = "\u{e012}";
    /// Arrow up.
    pub const UP: &str = "\u{e013}";
    /// Arrow right.
    pub const RIGHT: &str = "\u{e014}";
    /// Arrow down.
    pub const DOWN: &str = "\u{e015}";
    /// Backspace.
    pub const BACKSPACE: &str = "\u{e003}";
    /// Delete.
    pub const DELETE: &str = "\u{e017}";
}

impl Browser {
    /// Strikes keys where the focus is, one after the other; Shift, Control and Alt stay down until
    /// the end.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn press(&self, text: &str) -> Result<()> {
        let mut actions: Vec<Value> = Vec::new();
        let mut held = Vec::new();
        for key in text.chars() {
            actions.push(json!({ "type": "keyDown", "value": key.to_string() }));
            if ('\u{e008}'..='\u{e00a}').contains(&key) {
                held.push(key);
            } else {
                actions.push(json!({ "type": "keyUp", "value": key.to_string() }));
            }
        }
        for key in held.into_iter().rev() {
            actions.push(json!({ "type": "keyUp", "value": key.to_string() }));
        }
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.post("/actions", &json!({ "actions": [keyboard] })).map(drop)
    }

    /// Presses the mouse at the first place of the viewport (px) and moves it, held down, over the
    /// others.
    ///
    /// # Errors
    /// When a place lies outside.
    pub fn press_mouse(&self, places: &[(f64, f64)]) -> Result<()> {
        let go = |&(x, y): &(f64, f64)| json!({ "type": "pointerMove", "duration": 40, "origin": "viewport", "x": x.round(), "y": y.round() });
        let mut actions: Vec<Value> = places.iter().map(go).collect();
        actions.insert(1.min(actions.len()), json!({ "type": "pointerDown", "button": 0 }));
        self.mouse(&actions)
    }

    /// Lets the mouse go where it is.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn release_mouse(&self) -> Result<()> {
        self.mouse(&[json!({ "type": "pointerUp", "button": 0 })])
    }

    fn mouse(&self, actions: &[Value]) -> Result<()> {
        let kind = json!({ "pointerType": "mouse" });
        let mouse = json!({ "type": "pointer", "id": "mouse", "parameters": kind, "actions": actions });
        self.post("/actions", &json!({ "actions": [mouse] })).map(drop)
    }
}
