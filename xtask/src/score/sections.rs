//! What `score` prints behind the five articles.

use super::gold::Collection;
use super::output::Run;
use super::tally::{self, Figure};
use super::{ablation, analyse, print, root, stems};
use crate::run::Cmd;
use crate::shared;
use sorot_core::annotate::ActorId;
use sorot_core::article;
use sorot_core::corpus::{Corpus, DocId};
use sorot_core::index::Index;
use sorot_core::salience::fitness::{Fault, fault};
use sorot_core::search::Words;
use sorot_core::summary::sentences::{Asked, KeySentence, key_sentences};
use std::path::{Path, PathBuf};

/// Key sentences that a page shows at most.
const MOST: usize = 10;

/// One section: what `--only` calls it, its heading, and what prints it.
pub struct Section {
    pub name: &'static str,
    heading: &'static str,
    /// Whether a run without `--only` prints it; what takes minutes is asked for by name.
    pub always: bool,
    lines: fn() -> Result<Vec<String>, String>,
}

/// All of them, in order.
pub const ALL: &[Section] = &[
    Section { name: "sets", heading: "Own sets of other news: F1", always: true, lines: sets },
    Section { name: "dates", heading: "Own table of date expressions", always: true, lines: dates },
    Section {
        name: "stems",
        heading: "Stems: pairs of derived forms of one lemma",
        always: true,
        lines: stems,
    },
    Section {
        name: "statements",
        heading: "Statements of PFSA-ID's dev: exact",
        always: true,
        lines: statements,
    },
    Section { name: "names", heading: "Names of idner's dev, strict", always: false, lines: names },
    Section {
        name: "rouge",
        heading: "Key sentences of IndoSum's training part, five folds: ROUGE-1 F1",
        always: false,
        lines: rouge,
    },
    Section {
        name: "ablation",
        heading: "Without one list at a time: F1, and its change",
        always: false,
        lines: ablation::lines,
    },
];

/// The names, for a message.
pub fn names_of_all() -> String {
    ALL.iter().map(|s| s.name).collect::<Vec<_>>().join(", ")
}

impl Section {
    /// Prints it.
    pub fn print(&self) -> Result<(), String> {
        print(&[format!("\n{}", self.heading)])?;
        print(&(self.lines)()?)
    }
}

/// The own sets: a heading, articles and gold.
pub fn own_sets() -> Vec<(&'static str, PathBuf, PathBuf)> {
    let set = |title, folder: &str| {
        let folder = root().join("tests").join(folder);
        (title, folder.join("articles"), folder.join("seeds"))
    };
    vec![
        set("id dev", "gold-id/dev"),
        set("id blind", "gold-id/blind"),
        set("en dev", "gold-en/dev"),
        set("en blind", "gold-en/blind"),
    ]
}

/// The figures of one set, by the analysis's JSON lines.
pub fn figures(gold: &Path, lines: &str) -> Result<Vec<Figure>, String> {
    let (gold, run) = (Collection::read(gold)?, Run::parse(lines)?);
    Ok(tally::figures(&gold, &tally::compare(&gold, &run)))
}

/// One table, a column a set.
fn sets() -> Result<Vec<String>, String> {
    let mut columns = Vec::new();
    for (title, articles, gold) in own_sets() {
        columns.push((title, figures(&gold, &analyse(&["--profile", "native"], &articles)?)?));
    }
    let row = |title: &str, cells: Vec<String>| {
        cells.iter().fold(format!("{title:<12}"), |row, cell| format!("{row} {cell:>9}"))
    };
    let mut lines = vec![row("", columns.iter().map(|(title, _)| (*title).to_owned()).collect())];
    for title in tally::TITLES {
        let cell = |figures: &[Figure]| {
            let figure = figures.iter().find(|f| f.title == *title);
            figure.map_or_else(|| "0".to_owned(), |f| f.value.clone())
        };
        lines.push(row(title, columns.iter().map(|(_, figures)| cell(figures)).collect()));
    }
    Ok(lines)
}

/// The table's own test tells its shares.
fn dates() -> Result<Vec<String>, String> {
    let test = ["test", "--quiet", "--package", "sorot-core", "--test", "dates", "--", "--nocapture"];
    let told = told(cargo().args(test))?;
    // The runner's dots may stand before a line.
    let lines = told.lines().map(|l| l.trim_start_matches('.'));
    let mut rows: Vec<String> =
        lines.filter(|l| l.starts_with("days, ") || l.starts_with("timex3, ")).map(str::to_owned).collect();
    rows.sort();
    Ok(rows)
}

fn stems() -> Result<Vec<String>, String> {
    match shared::folder() {
        Some(folder) => stems::lines(&folder),
        None => Ok(missing()),
    }
}

fn statements() -> Result<Vec<String>, String> {
    let Some(folder) = shared::folder() else { return Ok(missing()) };
    let run = ["run", "--quiet", "--profile", "native", "--package", "sorot-core", "--example", "pfsa", "--"];
    let told = told(cargo().args(run).args([folder.join("data/quotes/pfsa-id-dev.txt")]))?;
    Ok(told.lines().map(str::to_owned).collect())
}

/// In each fold weights and length are learned from the others, by the fit that ships.
fn rouge() -> Result<Vec<String>, String> {
    let Some(folder) = shared::folder() else { return Ok(missing()) };
    let run =
        ["run", "--quiet", "--profile", "train", "--package", "sorot-train", "--", "summary", "--folds"];
    let told = told(cargo().args(run).args(["--data"]).args([folder.join("data")]))?;
    Ok(told.lines().map(str::to_owned).collect())
}

/// The key sentences of all articles, of each alone and about each actor: how many are of a kind that no
/// summary may show. Says which.
pub fn forbidden(articles: &[PathBuf]) -> Result<Vec<String>, String> {
    let read = |path: &PathBuf| {
        let bytes = std::fs::read(path).map_err(|e| format!("{} can't be read: {e}.", path.display()))?;
        article::parse(&path.to_string_lossy(), &bytes).map(|(a, _)| a).map_err(|e| e.to_string())
    };
    let corpus = Corpus::new("", articles.iter().map(read).collect::<Result<_, _>>()?);
    let all: Vec<DocId> = (0..corpus.documents().len() as u32).map(DocId).collect();
    let index = Index::of(&corpus);
    let words = Words::default();
    let mut shown = 0;
    let mut faults = Vec::new();
    let mut take = |docs: &[DocId], actors: &[ActorId]| {
        let summary = key_sentences(&corpus, &index, docs, &Asked { actors, words: &words }, MOST);
        shown += summary.len();
        faults.extend(summary.iter().filter_map(|key| forbidden_in(&corpus, &summary, key)));
    };
    take(&all, &[]);
    all.iter().for_each(|doc| take(&[*doc], &[]));
    for actor in (0..corpus.actors().len() as u32).map(ActorId) {
        let named =
            |d: &&DocId| corpus.document(**d).is_some_and(|d| d.mentions.iter().any(|m| m.actor == actor));
        let docs: Vec<DocId> = all.iter().filter(named).copied().collect();
        take(&docs, &[actor]);
    }
    let line = format!(
        "{:<12} {} of {} shown",
        "sentences:",
        format_args!("forbidden kinds {}", faults.len()),
        shown
    );
    Ok([line].into_iter().chain(faults).collect())
}

/// What forbids a sentence in its summary: "Hal itu …" may stand behind the sentence that it means.
fn forbidden_in(corpus: &Corpus, summary: &[KeySentence], key: &KeySentence) -> Option<String> {
    let document = corpus.document(key.doc)?;
    let found = fault(document, key.sentence)?;
    let behind = summary.iter().any(|k| k.doc == key.doc && k.sentence + 1 == key.sentence);
    let place = format!("{found:?} in {}, sentence {}", document.article.id, key.sentence);
    (found != Fault::Dangling || !behind).then_some(place)
}

/// Learned without dev, the tagger alone and the actors stage beside it: `sorot-train evaluate` measures both.
fn names() -> Result<Vec<String>, String> {
    let Some(folder) = shared::folder() else { return Ok(missing()) };
    let run =
        ["run", "--quiet", "--profile", "train", "--package", "sorot-train", "--", "evaluate", "--data"];
    let told = told(cargo().args(run).args([folder.join("data")]))?;
    Ok(told.lines().map(str::to_owned).collect())
}

fn missing() -> Vec<String> {
    vec!["Not measured: the data are not here; say where their folder is in SOROT_SHARED.".to_owned()]
}

fn cargo() -> Cmd {
    Cmd::new("cargo").within(&root())
}

/// What a command prints.
fn told(command: Cmd) -> Result<String, String> {
    let output = command.output().map_err(|failure| failure.to_string())?;
    if !output.status.success() && output.stdout.is_empty() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
