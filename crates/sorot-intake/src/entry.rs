//! One article that was read or skipped, and what there is to say about it.

use crate::finding::Finding;
use crate::{Encoding, Format, limits};
use sorot_core::article::Article;
use sorot_core::calendar::Lang;

/// Where an article was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file as named by whoever handed it in; only shown.
    pub file: String,
    /// The file inside an archive, as named there; only shown.
    pub inside: Option<String>,
    /// The record inside a file that holds several, from 1 on.
    pub record: Option<u32>,
    /// The line of the file where it begins, from 1 on, where that helps.
    pub line: Option<u32>,
}

impl Place {
    /// A whole file.
    pub fn file(name: &str) -> Place {
        Place { file: name.to_string(), ..Place::default() }
    }

    /// A record of it.
    pub(crate) fn record(&self, record: u32, line: Option<u32>) -> Place {
        Place { record: Some(record), line, ..self.clone() }
    }

    /// The name without folders that an article of this place gets.
    pub(crate) fn name(&self) -> String {
        let path = self.inside.as_deref().unwrap_or(&self.file);
        let name = path.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or("x");
        match self.record {
            None => name.to_string(),
            Some(record) => format!("{name}#{record}"),
        }
    }

    /// In a message: `news.zip › a.csv #17`.
    pub fn label(&self) -> String {
        let mut label = self.file.clone();
        if let Some(inside) = &self.inside {
            label.push_str(" › ");
            label.push_str(inside);
        }
        if let Some(record) = self.record {
            label.push_str(&format!(" #{record}"));
        }
        label
    }
}

/// Something to say about an article or its absence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What.
    pub finding: Finding,
    /// The line of the file to blame, from 1 on.
    pub line: Option<u32>,
    /// What fills the slots of its sentence: one text, or one a language.
    evidence: Vec<(String, Option<String>)>,
}

impl Remark {
    /// A remark; long evidence is cut to [`limits::MAX_SHOWN`] characters.
    pub fn new(finding: Finding, evidence: impl IntoIterator<Item = String>) -> Remark {
        let evidence = evidence.into_iter().map(|text| (shown(&text), None)).collect();
        Remark { finding, line: None, evidence }
    }

    /// A remark whose evidence is a sentence of its own: Indonesian, English.
    pub(crate) fn told(finding: Finding, line: Option<u32>, id: String, en: String) -> Remark {
        Remark { finding, line, evidence: vec![(id, Some(en))] }
    }

    /// The sentence in `lang`.
    pub fn words(&self, lang: Lang) -> String {
        let evidence: Vec<String> = self
            .evidence
            .iter()
            .map(|(id, en)| match (lang, en) {
                (Lang::En, Some(en)) => en.clone(),
                _ => id.clone(),
            })
            .collect();
        self.finding.words(&evidence, lang)
    }
}

/// The first characters of a foreign text, controls and invisible ones made visible.
pub(crate) fn shown(text: &str) -> String {
    let mut out = String::new();
    for (at, c) in text.chars().enumerate() {
        if at == limits::MAX_SHOWN {
            out.push('…');
            break;
        }
        match c {
            c if c.is_control() || sorot_core::signs::is_invisible(c) => {
                out.push_str(&format!("U+{:04X}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out
}

/// How an article fared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Read, nothing to say.
    Read,
    /// Read, with remarks.
    Remarked,
    /// Not read.
    Skipped,
}

impl State {
    /// The stable word in machine-readable output.
    pub fn code(self) -> &'static str {
        match self {
            State::Read => "read",
            State::Remarked => "remarks",
            State::Skipped => "skipped",
        }
    }
}

/// An article of a file, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where.
    pub place: Place,
    /// As what it was read.
    pub format: Format,
    /// How its bytes were read; `None` where there was no text to decode.
    pub encoding: Option<Encoding>,
    /// What there is to say.
    pub remarks: Vec<Remark>,
    /// The article.
    pub article: Option<Article>,
    /// What its text is compared with others by.
    pub(crate) signature: Option<crate::Signature>,
}

impl Entry {
    pub(crate) fn empty(place: Place, format: Format) -> Entry {
        Entry { place, format, encoding: None, remarks: Vec::new(), article: None, signature: None }
    }

    /// No article, and why.
    pub fn skipped(
        place: Place,
        format: Format,
        finding: Finding,
        evidence: impl IntoIterator<Item = String>,
    ) -> Entry {
        let mut remark = Remark::new(finding, evidence);
        remark.line = place.line;
        Entry { remarks: vec![remark], ..Entry::empty(place, format) }
    }

    pub(crate) fn read(place: Place, format: Format, article: Article, remarks: Vec<Remark>) -> Entry {
        let signature = Some(crate::Signature::of(&article.body));
        Entry { remarks, article: Some(article), signature, ..Entry::empty(place, format) }
    }

    /// How it fared.
    pub fn state(&self) -> State {
        match (&self.article, self.remarks.is_empty()) {
            (None, _) => State::Skipped,
            (Some(_), true) => State::Read,
            (Some(_), false) => State::Remarked,
        }
    }

    /// Remarks on characters that can't be seen but change what is read, and no more remarks than anybody reads.
    pub(crate) fn remark_signs(&mut self) {
        if let Some(article) = &self.article {
            let title = article.declared_title.as_deref().unwrap_or("");
            let (mut invisible, mut controls) = (0, 0);
            for mut rest in [article.body.as_str(), title] {
                // Most are plain ones, and a text may have fifty million.
                let is_plain = |b: u8| matches!(b, b' '..=b'~' | b'\n' | b'\r' | b'\t');
                while let Some(at) = rest.bytes().position(|b| !is_plain(b)) {
                    let mut odd = rest.get(at..).unwrap_or("").chars();
                    if let Some(c) = odd.next() {
                        invisible += usize::from(sorot_core::signs::is_invisible(c));
                        controls += usize::from(c.is_control());
                    }
                    rest = odd.as_str();
                }
            }
            if invisible > 0 {
                self.remarks.push(Remark::new(Finding::Invisible, [invisible.to_string()]));
            }
            if controls > 0 {
                self.remarks.push(Remark::new(Finding::Controls, [controls.to_string()]));
            }
        }
        let more = self.remarks.len().saturating_sub(limits::MAX_REMARKS);
        if more > 0 {
            self.remarks.truncate(limits::MAX_REMARKS);
            self.remarks.push(Remark::new(Finding::RemarksCut, [more.to_string()]));
        }
    }
}
