//! The frame around the columns: the keys, the menu, the dialogs, the columns' edges.

pub mod about;
pub mod by_hand;
pub mod clipboard;
pub mod columns;
pub mod dialog;
pub mod hand;
pub mod help;
pub mod keys;
pub mod menu;
pub mod share;
pub mod toast;
pub mod welcome;

/// A sheet that the menu opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaf {
    /// The keys.
    Help,
    /// The view for others.
    Share,
    /// What this is.
    About,
}
