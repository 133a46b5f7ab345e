//! An attack and what must come of it.

use sorot_core::calendar::Lang;
use sorot_intake::{Finding, Options, State, Twins, gather, read};
use std::time::{Duration, Instant};

/// Any more and something isn't linear; a busy machine may take many times what a reader's takes.
const TOO_LONG: Duration = Duration::from_secs(20);
/// What a good file beside every attack says: it must always be read.
const GOOD: &str = "Menteri Pertanian menyatakan di Bandung bahwa panen raya tahun ini cukup.";

/// A file, the group of the list that it belongs to, and what is expected of it.
pub struct Case {
    pub group: u8,
    pub what: &'static str,
    pub name: String,
    pub bytes: Vec<u8>,
    articles: usize,
    says: Vec<Finding>,
    holds: Vec<String>,
    lacks: Vec<&'static str>,
}

/// How a case came out.
pub struct Outcome {
    pub group: u8,
    pub told: String,
    pub took: Duration,
    pub faults: Vec<String>,
    pub articles: Vec<sorot_core::article::Article>,
}

impl Case {
    /// A file that gives one article.
    pub fn new(group: u8, what: &'static str, name: &str, bytes: impl Into<Vec<u8>>) -> Case {
        let name = name.to_string();
        Case {
            group,
            what,
            name,
            bytes: bytes.into(),
            articles: 1,
            says: vec![],
            holds: vec![],
            lacks: vec![],
        }
    }

    /// So many articles.
    pub fn reads(self, articles: usize) -> Case {
        Case { articles, ..self }
    }

    /// And says this.
    pub fn says(mut self, finding: Finding) -> Case {
        self.says.push(finding);
        self
    }

    /// No article, for this reason.
    pub fn skips(self, finding: Finding) -> Case {
        self.reads(0).says(finding)
    }

    /// The texts or titles hold this.
    pub fn holds(mut self, text: &str) -> Case {
        self.holds.push(text.to_string());
        self
    }

    /// The texts and titles hold none of these.
    pub fn lacks(mut self, texts: &[&'static str]) -> Case {
        self.lacks.extend(texts);
        self
    }

    /// Reads it beside a good file and compares.
    pub fn run(self) -> Outcome {
        let begun = Instant::now();
        let mut entries = read(&self.name, &self.bytes, Options::default());
        entries.extend(read("baik.txt", GOOD.as_bytes(), Options::default()));
        let gathered = gather(entries, Twins::Skip);
        let took = begun.elapsed();
        let mut faults = Vec::new();
        let mut fault = |text: String| faults.push(format!("group {}, {}: {text}", self.group, self.what));
        if took > TOO_LONG {
            fault(format!("took {took:?}"));
        }
        let mut articles = gathered.articles;
        if articles.pop().is_none_or(|a| a.body != GOOD) {
            fault("the good file beside it was not read".into());
        }
        if articles.len() != self.articles {
            fault(format!("{} articles, expected {}", articles.len(), self.articles));
        }
        let remarks: Vec<_> =
            gathered.report.iter().flat_map(|row| row.remarks.iter().map(move |r| (row, r))).collect();
        for wanted in &self.says {
            if !remarks.iter().any(|(_, r)| r.finding == *wanted) {
                let said: Vec<&str> = remarks.iter().take(9).map(|(_, r)| r.finding.code()).collect();
                fault(format!("doesn't say {}, but {said:?}", wanted.code()));
            }
        }
        for (row, remark) in &remarks {
            let label = row.place.label();
            for words in [remark.words(Lang::Id), remark.words(Lang::En)] {
                let is_odd = |c: char| c.is_control() || sorot_core::signs::is_invisible(c);
                if words.is_empty() || words.len() > 1000 || words.contains(is_odd) {
                    fault(format!("{label}: an unfit message: {words:?}"));
                }
            }
            if !label.contains(self.name.as_str()) {
                fault(format!("{label}: the message doesn't name the file"));
            }
        }
        let text = |a: &sorot_core::article::Article| {
            format!("{}\n{}", a.declared_title.as_deref().unwrap_or(""), a.body)
        };
        let all: String = articles.iter().map(text).collect();
        for wanted in self.holds.iter().filter(|wanted| !all.contains(wanted.as_str())) {
            fault(format!("lacks {:?}", wanted.chars().take(60).collect::<String>()));
        }
        for unwanted in self.lacks.iter().filter(|unwanted| all.contains(**unwanted)) {
            fault(format!("holds {unwanted:?}"));
        }
        let skipped = gathered.report.iter().filter(|row| row.state == State::Skipped).count();
        let first = remarks.first().map_or("", |(_, r)| r.finding.code());
        let told = format!("{}: {} read, {skipped} skipped {first}", self.what, articles.len());
        Outcome { group: self.group, told, took, faults, articles }
    }
}
