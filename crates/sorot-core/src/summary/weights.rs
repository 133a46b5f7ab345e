//! The weights of the sentence model. Set by hand on three principles: a lead outranks a detail
//! (LEAD-3 is the baseline that graph methods fall short of on Indonesian news), the reader's actor
//! outranks both, and a sentence that can't stand alone is not quoted. All features lie in 0 to 1.

/// First sentence of its article: 1, falling off with each block.
pub const POSITION: f32 = 1.0;
/// Share of the selection's common words (the centroid) that the sentence holds.
pub const CENTROID: f32 = 1.2;
/// Names an actor that the reader asks for.
pub const ASKED: f32 = 2.0;
/// Names actors that the selection is about; saturates at three.
pub const ACTORS: f32 = 0.8;
/// Says when.
pub const DATE: f32 = 0.4;
/// Attributes words to somebody.
pub const QUOTE: f32 = 0.2;
/// Charged for a sentence that is too short or too long to quote.
pub const AWKWARD: f32 = 1.5;
/// Charged for one that starts with a pronoun or a connective whose antecedent stands elsewhere.
pub const DEPENDENT: f32 = 1.5;
/// Charged for likeness (0 to 1) to a sentence already chosen.
pub const REDUNDANCY: f32 = 2.0;
/// Charged per sentence already chosen from the same article.
pub const SAME_ARTICLE: f32 = 0.5;
/// Likeness above which two sentences say the same and only one is shown.
pub const SAME: f32 = 0.55;
