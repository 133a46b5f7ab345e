//! The domain of Sorot, as the data's way: a file's text becomes a document, the document gets
//! annotations, the annotated articles become one corpus, the corpus an index; a query selects from
//! it, a selection is summarised, and the view puts it all in page words.
//!
//! ```text
//! text → article → structure → annotate → salience → corpus → correct → notes → index → query
//!   → search → summary → view
//! ```
//!
//! Each stage imports only earlier ones and the base modules (`text`, `calendar`, `why`, `stem`, `fold`, `signs`);
//! `tests/layering.rs` enforces it. Nothing here does input or output, knows a clock or a browser.

pub mod calendar;
pub mod fold;
pub mod signs;
pub mod sort;
pub mod stem;
pub mod text;
pub mod why;

pub mod article;
pub mod structure;

pub mod annotate;
pub mod salience;

pub mod corpus;
pub mod correct;
pub mod index;
pub mod notes;
pub mod query;
pub mod search;
pub mod summary;
pub mod view;
