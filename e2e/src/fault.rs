//! Why a story could not go on.

use std::fmt;

/// The result of every step of a story.
pub type Result<T> = std::result::Result<T, Fault>;

/// A sentence for the person who reads the test's output.
#[derive(Clone, Debug)]
pub struct Fault(String);

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Fault {}

impl From<String> for Fault {
    fn from(sentence: String) -> Self {
        Fault(sentence)
    }
}

impl From<&str> for Fault {
    fn from(sentence: &str) -> Self {
        Fault(sentence.to_owned())
    }
}
