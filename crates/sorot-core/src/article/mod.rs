//! What is in this file? Bytes → [`Article`] and the problems found on the way.

mod declared;
mod front_matter;

pub use declared::{ActorKind, DeclaredActor, MAX_ACTOR_NAME, MAX_ACTORS};

use crate::calendar::{Day, Lang};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A file as given: its text untouched, and what its front matter declares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The file's name without folders: "003-putin-witkoff-moskow.txt".
    pub file: String,
    /// The name in links: the file's stem, lower case letters, digits and hyphens.
    pub id: String,
    /// The headline, where the front matter declares one.
    pub declared_title: Option<String>,
    /// The publisher or agency, where declared.
    pub source: Option<String>,
    /// The language, where declared.
    pub declared_language: Option<Lang>,
    /// The publication day, where declared.
    pub declared_day: Option<DeclaredDay>,
    /// Everything after the front matter, byte for byte.
    pub body: String,
    /// Who acts in it, where that was handed in with the text: a line each, kind or nothing, tab, name. As one text,
    /// because the page carries it and never reads it ([`Article::declared_actors`]).
    pub declared_actors: String,
}

impl Article {
    /// An article of which nothing is declared.
    pub fn plain(file: String, id: String, body: String) -> Article {
        Article {
            file,
            id,
            declared_title: None,
            source: None,
            declared_language: None,
            declared_day: None,
            body,
            declared_actors: String::new(),
        }
    }
}

/// A publication day that somebody wrote down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeclaredDay {
    /// The day.
    #[serde(with = "crate::calendar::wire")]
    pub day: Day,
    /// Whether the editor of the bundle gave it, rather than the publisher.
    pub by_editor: bool,
}

/// Something in a file that Sorot could not take as it stands; the rest is read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    file: String,
    /// 1-based, where a line is to blame.
    line: Option<usize>,
    kind: ProblemKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ProblemKind {
    NotUtf8 { at: usize },
    Empty,
    TooLong { bytes: usize },
    UnclosedFrontMatter,
    NotAPair { text: String },
    UnknownKey { key: String },
    BadDate { value: String },
    UnknownLanguage { value: String },
}

/// The longest body that is read, in bytes: offsets are 32 bits wide, with room to spare.
pub const MAX_BODY: usize = 64 << 20;

impl Problem {
    /// The 1-based line to blame, where there is one.
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// What is wrong and what to do, in `lang`, without file and line.
    pub fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::Id => self.kind.indonesian(),
            Lang::En => self.kind.english(),
        }
    }
}

impl ProblemKind {
    fn english(&self) -> String {
        match self {
            ProblemKind::NotUtf8 { at } => {
                format!("byte {at} is not UTF-8; save the file as UTF-8 and add it again")
            }
            ProblemKind::Empty => "there is no text in it; the file was skipped".into(),
            ProblemKind::TooLong { bytes } => {
                format!("{bytes} bytes are more than the {MAX_BODY} that one article may have; split it")
            }
            ProblemKind::UnclosedFrontMatter => {
                "the front matter opened by `---` is never closed; it was read as \
                 text, close it with a line `---`"
                    .into()
            }
            ProblemKind::NotAPair { text } => {
                format!("`{text}` is not `key: value`; the line was passed over")
            }
            ProblemKind::UnknownKey { key } => format!(
                "the key `{key}` is not known (title, source, language, published, published-by); it was passed over"
            ),
            ProblemKind::BadDate { value } => {
                format!("`{value}` is not a day; write it as 2025-04-25")
            }
            ProblemKind::UnknownLanguage { value } => {
                format!("the language `{value}` is not read here; write id or en")
            }
        }
    }

    fn indonesian(&self) -> String {
        match self {
            ProblemKind::NotUtf8 { at } => {
                format!("bita {at} bukan UTF-8; simpan berkas sebagai UTF-8 lalu tambahkan lagi")
            }
            ProblemKind::Empty => "tidak ada teks di dalamnya; berkas dilewati".into(),
            ProblemKind::TooLong { bytes } => {
                format!("{bytes} bita melebihi {MAX_BODY} yang boleh dimiliki satu artikel; bagi berkasnya")
            }
            ProblemKind::UnclosedFrontMatter => {
                "kepala berkas yang dibuka `---` tidak pernah ditutup; dibaca sebagai \
                 teks, tutup dengan baris `---`"
                    .into()
            }
            ProblemKind::NotAPair { text } => {
                format!("`{text}` bukan `kunci: nilai`; baris itu dilewati")
            }
            ProblemKind::UnknownKey { key } => format!(
                "kunci `{key}` tidak dikenal (title, source, language, published, published-by); dilewati"
            ),
            ProblemKind::BadDate { value } => {
                format!("`{value}` bukan tanggal; tulis seperti 2025-04-25")
            }
            ProblemKind::UnknownLanguage { value } => {
                format!("bahasa `{value}` tidak dibaca di sini; tulis id atau en")
            }
        }
    }
}

impl fmt::Display for Problem {
    /// What, where and what to do, as one sentence in English (the language of a command line).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.words(Lang::En))
    }
}

impl std::error::Error for Problem {}

/// Reads one file. `name` is its path or name.
///
/// # Errors
/// A file that can't become an article at all: not UTF-8, empty, or over [`MAX_BODY`]. Anything
/// less comes back as problems beside the article.
pub fn parse(name: &str, bytes: &[u8]) -> Result<(Article, Vec<Problem>), Problem> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name).to_string();
    let fail = |kind| Problem { file: file.clone(), line: None, kind };
    if bytes.len() > MAX_BODY {
        return Err(fail(ProblemKind::TooLong { bytes: bytes.len() }));
    }
    let text = std::str::from_utf8(bytes).map_err(|e| fail(ProblemKind::NotUtf8 { at: e.valid_up_to() }))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (head, body, found) = front_matter::split(text);
    if body.trim().is_empty() {
        return Err(fail(ProblemKind::Empty));
    }
    let problems = found
        .into_iter()
        .map(|(line, kind)| Problem { file: file.clone(), line: Some(line), kind })
        .collect();
    let article = Article {
        id: slug(file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem)),
        declared_title: head.title,
        source: head.source,
        declared_language: head.language,
        declared_day: head.day.map(|day| DeclaredDay { day, by_editor: head.by_editor }),
        body: body.to_string(),
        declared_actors: String::new(),
        file,
    };
    Ok((article, problems))
}

/// A name for links: letters and digits in lower case, every other run becomes one hyphen; never
/// empty.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let kept = out.trim_end_matches('-').len();
    out.truncate(kept);
    if out.is_empty() { "x".into() } else { out }
}

#[cfg(test)]
mod tests;
