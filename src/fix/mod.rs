//! The reader's corrections: their state, where they are kept, and their list.

pub mod book;
pub mod list;

pub use book::{Book, Fix};
