//! Why a story could not go on.

use std::fmt;

/// The result of every step of a story.
pub type Result<T> = std::result::Result<T, Fault>;

/// A sentence for the person who reads the test's output.
#[derive(Clone, Debug)]
pub struct Fault {
    sentence: String,
    lacking: bool,
}

impl Fault {
    /// The engine, or its driver, has no such thing: the story can't be told there. `what` completes "needs …".
    pub fn lacking(what: &str) -> Self {
        Fault { sentence: what.to_owned(), lacking: true }
    }

    /// Whether the driver couldn't click a thing where it is, or something lies over it.
    pub(crate) fn is_out_of_reach(&self) -> bool {
        ["element not interactable", "element click intercepted"].iter().any(|e| self.sentence.starts_with(e))
    }

    /// Whether the engine lacks what the story needs, rather than that something is wrong.
    pub fn is_lacking(&self) -> bool {
        self.lacking
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.sentence)
    }
}

impl std::error::Error for Fault {}

impl From<String> for Fault {
    fn from(sentence: String) -> Self {
        Fault { sentence, lacking: false }
    }
}

impl From<&str> for Fault {
    fn from(sentence: &str) -> Self {
        sentence.to_owned().into()
    }
}
