//! The frame around the columns: the keys, the menu, the dialogs, the columns' edges.

pub mod by_hand;
pub mod clipboard;
pub mod columns;
pub mod dialog;
pub mod hand;
pub mod help;
pub mod keys;
pub mod menu;
pub mod toast;
pub mod welcome;
