//! IndoSum's articles, measured as the product measures them.

use super::rouge::{self, Text, Vocabulary};
use sorot_core::annotate::{Document, InTurn, annotate_structures};
use sorot_core::article::{self, Article};
use sorot_core::corpus::Lexicon;
use sorot_core::salience::{features, fitness};
use sorot_core::structure::{self, BlockKind, Sentence as Stretch, Structure};
use sorot_core::text::Span;
use std::path::Path;

/// Whether a sentence may stand in a summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// By itself.
    Alone,
    /// Behind the sentence before it only.
    Behind,
    /// Not at all.
    Never,
}

impl Stands {
    fn of(document: &Document, number: u32) -> Stands {
        match fitness::fault(document, number) {
            None => Stands::Alone,
            Some(fitness::Fault::Dangling) if fitness::leans(document, number) => Stands::Behind,
            Some(_) => Stands::Never,
        }
    }
}

/// One sentence of an article.
pub struct Sentence {
    /// Its features.
    pub values: features::Values,
    /// Whether it may stand in a summary.
    pub stands: Stands,
    /// Its stems, sorted, each once.
    pub stems: Vec<u32>,
    /// Its words, for the measure.
    pub text: Text,
}

/// One article with its reference.
pub struct Example {
    /// Its sentences, in order; what the product takes for no story is there too, unfit.
    pub sentences: Vec<Sentence>,
    /// The abstract that people wrote.
    pub reference: Text,
    /// How many distinct words the measure knows of it.
    pub vocabulary: usize,
}

impl Example {
    /// ROUGE-1 F1 of a summary, 0 to 1.
    pub fn score(&self, summary: &[&Sentence]) -> f64 {
        rouge::f1(summary.iter().map(|s| &s.text), &self.reference, &mut vec![0; self.vocabulary])
    }
}

/// Reads the file's articles, each as a bundle of its own.
pub fn read(path: &Path) -> Result<Vec<Example>, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let lines: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).collect();
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let each = lines.len().div_ceil(cores).max(1);
    std::thread::scope(|scope| {
        let work = |lines: &[&str]| lines.iter().map(|l| example(l)).collect::<Result<Vec<_>, _>>();
        let threads: Vec<_> = lines.chunks(each).map(|part| scope.spawn(move || work(part))).collect();
        let mut all = Vec::new();
        for thread in threads {
            all.extend(thread.join().map_err(|_| "an article couldn't be read")??);
        }
        Ok(all)
    })
}

fn example(line: &str) -> Result<Example, String> {
    let row: serde_json::Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
    let words = |v: &serde_json::Value| -> String {
        let words = v.as_array().into_iter().flatten().filter_map(|w| w.as_str());
        words.collect::<Vec<_>>().join(" ")
    };
    let sentences =
        |v: &serde_json::Value| -> Vec<String> { v.as_array().into_iter().flatten().map(words).collect() };
    let paragraphs: Vec<Vec<String>> =
        row["paragraphs"].as_array().into_iter().flatten().map(sentences).collect();
    let reference = sentences(&row["summary"]).join(" ");
    let (article, structure) = lay(&paragraphs)?;
    let (documents, _) = annotate_structures(&InTurn, vec![(article, structure)]);
    let lexicon = Lexicon::of(&InTurn, &documents);
    let document = documents.first().ok_or("an article is empty")?;
    let measured = features::read(document, &|w| Some(lexicon.content_stem(lexicon.term(w)?)?.0), &|_| true);
    let mut vocabulary = Vocabulary::default();
    let reference = vocabulary.reference(&reference);
    let body = document.article.body.as_str();
    let mut measured = measured.into_iter().peekable();
    let sentences = (0..).zip(&document.structure.sentences).map(|(number, stretch)| {
        let text = vocabulary.text(stretch.span.of(body));
        match measured.next_if(|m| m.sentence == number) {
            Some(m) => {
                Sentence { stands: Stands::of(document, number), values: m.values, stems: m.stems, text }
            }
            None => Sentence { values: [0; features::COUNT], stands: Stands::Never, stems: vec![], text },
        }
    });
    let sentences = sentences.collect();
    Ok(Example { sentences, vocabulary: vocabulary.len(), reference })
}

/// The article as a file would hold it, a paragraph a line, its sentences as the corpus gives them.
fn lay(paragraphs: &[Vec<String>]) -> Result<(Article, Structure), String> {
    let lines: Vec<String> =
        paragraphs.iter().map(|p| p.join(" ")).filter(|l| !l.trim().is_empty()).collect();
    let (article, _) =
        article::parse("article.txt", lines.join("\n").as_bytes()).map_err(|e| e.to_string())?;
    let mut structure = structure::read(&article.body, Some(sorot_core::calendar::Lang::Id));
    let mut stretches = Vec::new();
    let mut at = 0;
    for sentence in paragraphs.iter().flatten().filter(|s| !s.trim().is_empty()) {
        let found = article.body.get(at..).and_then(|rest| rest.find(sentence.trim()));
        let start = at + found.ok_or("a sentence isn't in its article")?;
        at = start + sentence.trim().len();
        stretches.push(Span::new(start, at));
    }
    // The corpus has no headlines: what looks like one is a first sentence without a stop.
    for block in &mut structure.blocks {
        if block.kind == BlockKind::Title {
            block.kind = BlockKind::Paragraph;
        }
    }
    let block_of = |span: Span| {
        let after = structure.blocks.partition_point(|b| b.span.start <= span.start);
        after.saturating_sub(1) as u32
    };
    structure.sentences = stretches.into_iter().map(|span| Stretch { span, block: block_of(span) }).collect();
    Ok((article, structure))
}
