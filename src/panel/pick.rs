//! What the reader looks at inside a section: gone with the section, in no link.

/// A part of a section that is looked at alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Pick {
    /// None.
    #[default]
    All,
    /// The quotes of one speaker, by slug; of nobody where it is empty.
    Speaker(String),
    /// The contacts of two actors, by slug.
    Contact(String, String),
    /// The relations.
    Relation {
        /// Whether places are taken along.
        places: bool,
        /// The pair whose sentences are open, by slugs.
        pair: Option<(String, String)>,
    },
}

impl Pick {
    /// Whether places are looked at among the relations.
    pub fn with_places(&self) -> bool {
        matches!(self, Pick::Relation { places: true, .. })
    }
}
