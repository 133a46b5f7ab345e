//! Who does and says what in a sentence? What quotes and contacts both read from.
//!
//! ```text
//! block → marks (pairs) → tokens (names and quotes as one token each) → clause (subjects)
//!       → speaker (cue before, after, between) → discourse (pronouns, continued speech)
//! ```

pub(super) mod clause;
pub(super) mod discourse;
pub(super) mod lexicon;
pub(super) mod marks;
mod phrase;
pub(super) mod scene;
pub(super) mod speaker;
pub(super) mod tokens;
