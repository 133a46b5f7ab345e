//! Why a file could not be made.

use std::fmt;

/// The shell or the glue is not what the file can be made of.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct OneFileError(Kind);

#[derive(Clone, Debug, Eq, PartialEq)]
enum Kind {
    Region { name: String, count: usize },
    Import,
    Foreign { what: &'static str },
}

impl OneFileError {
    pub(crate) fn region(name: &str, count: usize) -> Self {
        OneFileError(Kind::Region { name: name.to_owned(), count })
    }

    pub(crate) fn foreign(what: &'static str) -> Self {
        OneFileError(Kind::Foreign { what })
    }

    pub(crate) fn import() -> Self {
        OneFileError(Kind::Import)
    }
}

impl fmt::Display for OneFileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Region { name, count } => write!(
                formatter,
                "the page's shell must have the region `{name}` once, but has it {count} times"
            ),
            Kind::Foreign { what } => {
                write!(formatter, "this is not a page that Sorot made: {what} is missing or there twice")
            }
            Kind::Import => formatter.write_str(
                "the program's script imports another file, which one file cannot hold; a \
                 dependency ships a JavaScript snippet",
            ),
        }
    }
}

impl std::error::Error for OneFileError {}
