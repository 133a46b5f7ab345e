//! The engine that ships (`sorot_core::index`, `search` and the key sentences), reachable from the bench's harness.

use chrono::NaiveDate;
use sorot_core::annotate::ActorId;
use sorot_core::calendar::{Day, Lang};
use sorot_core::corpus::{Corpus, DocId, pack};
use sorot_core::correct::{Correction, Days};
use sorot_core::index::Index;
use sorot_core::query::text::{Clause, Text};
use sorot_core::query::{Axis, Query, Section};
use sorot_core::search::bins::{Bins, Level};
use sorot_core::search::{self, Filter, Words};
use sorot_core::summary::sentences::{Asked, key_sentences};
use sorot_core::view::{Pages, Scope};
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;

/// Day 0 of the corpus, as days from the common era: 2023-01-01.
const DAY_0: i32 = 738_521;
/// Days of the corpus: 36 months.
const DAYS: i32 = 1096;

/// A pack of the harness's articles.
#[wasm_bindgen]
pub struct Engine {
    corpus: Corpus,
    index: Index,
    /// The months of the corpus.
    months: Bins,
    found: Found,
}

/// The last answer: the harness looks at it where it lies, as it does at that of the baseline.
#[derive(Default)]
struct Found {
    ids: Vec<u32>,
    counts: Vec<u32>,
    months: Vec<u32>,
}

#[wasm_bindgen]
impl Engine {
    /// Opens a pack; `None` for one that can't be opened.
    pub fn open(pack: Vec<u8>) -> Option<Engine> {
        let corpus = pack::open(pack).ok()?;
        let months = Bins::at(Level::Month, DAY_0, DAY_0 + DAYS - 1);
        Some(Engine { index: Index::of(&corpus), corpus, months, found: Found::default() })
    }

    /// How many bytes of a pack come before the texts.
    pub fn ahead(pack: &[u8]) -> usize {
        pack::ahead(pack).unwrap_or(0)
    }

    /// The articles that hold all words of a line (the last one only begun where `begun`), name `actor` (-1 for
    /// anyone) and are of day `from` to day `to`, with actor and month counts; gives back how many there are.
    pub fn explore(&mut self, line: &str, begun: bool, exact: bool, actor: i32, from: i32, to: i32) -> usize {
        let actors = u32::try_from(actor).map(|a| Some(ActorId(a))).into_iter().collect();
        let words = self.words(line, begun, exact);
        let period = (from > 0 || to < DAYS).then(|| (day(from), day(to)));
        let (from, to) = period.unwrap_or((None, None));
        let hits =
            search::run(&self.index, &self.corpus, &Filter { words, actors, from, to, ..Filter::default() });
        let counts = search::count(&self.index, Axis::Published, &self.months, &hits);
        let months = counts.into_iter().map(|tally| tally.total()).collect();
        let ids = hits.rows(&self.index).into_owned();
        self.found = Found { ids, counts: hits.actor_counts, months };
        self.found.ids.len()
    }

    /// The `most` articles that fit a line best; gives back how many fit.
    pub fn best(&mut self, line: &str, begun: bool, exact: bool, most: usize) -> usize {
        let hits = search::matching(&self.index, &self.corpus, &self.words(line, begun, exact));
        let total = hits.count();
        let ids = if most < total { hits.best(&self.index, most) } else { hits.set.rows() };
        self.found = Found { ids, ..Found::default() };
        total
    }

    /// Where the numbers of the last answer lie, until the next one: the articles, as the pack numbers them (0), how many
    /// of them name each actor (1) and fall in each month (2).
    pub fn found_at(&self, what: usize) -> *const u32 {
        self.numbers(what).as_ptr()
    }

    /// How many numbers these are.
    pub fn found_length(&self, what: usize) -> usize {
        self.numbers(what).len()
    }
}

impl Engine {
    fn numbers(&self, what: usize) -> &[u32] {
        let Found { ids, counts, months } = &self.found;
        [ids, counts, months].get(what).map_or(&[], |numbers| numbers)
    }

    fn words(&self, line: &str, begun: bool, exact: bool) -> Words {
        let all: Vec<String> = line.split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect();
        let last = all.len().saturating_sub(1);
        let clause = |(n, word): (usize, String)| Clause {
            words: vec![word],
            exact,
            begun: begun && n == last,
            excluded: false,
        };
        let text = Text { clauses: all.into_iter().enumerate().map(clause).collect() };
        Words::of(&text, self.corpus.lexicon(), &self.index)
    }
}

fn day(n: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(DAY_0 + n)
}

/// Analyses one article, front matter and all, as a bundle of its own; gives back how many names, dates,
/// quotes and contacts were found.
#[cfg(feature = "analyse")]
#[wasm_bindgen]
pub fn analyse(text: &str) -> usize {
    use sorot_core::{annotate, article};
    let Ok((article, _)) = article::parse("article.txt", text.as_bytes()) else { return 0 };
    let (documents, _) = annotate::annotate(vec![article]);
    documents.iter().map(|d| d.mentions.len() + d.timexes.len() + d.quotes.len() + d.contacts.len()).sum()
}

/// A corpus of whole articles, for the key sentences and the panel.
#[wasm_bindgen]
pub struct Told {
    pages: Option<Pages>,
    scope: Option<Rc<Scope>>,
}

#[wasm_bindgen]
impl Told {
    /// Opens a pack; one that can't be opened holds nothing.
    #[wasm_bindgen(constructor)]
    pub fn new(pack: &[u8]) -> Told {
        Told { pages: pack::read(pack).ok().map(Pages::of), scope: None }
    }

    /// Selects the articles of the days `from` to `to` of the corpus; gives back how many there are.
    pub fn select(&mut self, from: i32, to: i32) -> usize {
        let day = |n: i32| Day::from_num_days_from_ce_opt(DAY_0 + n);
        let Some(pages) = &self.pages else { return 0 };
        let page = pages.page(&Query::default().with_period(day(from), day(to)), Lang::Id);
        self.scope = Some(page.scope);
        page.selected as usize
    }

    /// Makes every section of the panel for what is selected; gives back how many lines they hold.
    pub fn panel(&self) -> usize {
        let (Some(pages), Some(scope)) = (&self.pages, &self.scope) else { return 0 };
        Section::ALL.iter().map(|&section| pages.section(scope, section, Lang::Id).lines().len()).sum()
    }

    /// Makes the section of that number; gives back how many lines it holds, and -1 where there is none.
    pub fn section(&self, number: usize) -> i32 {
        let (Some(pages), Some(scope)) = (&self.pages, &self.scope) else { return -1 };
        let made = Section::ALL.get(number).map(|&section| pages.section(scope, section, Lang::Id));
        made.map_or(-1, |view| view.lines().len() as i32)
    }

    /// Makes the corpus anew with a correction: another name of an actor, an actor merged into the most named, another day
    /// of an article, near by and far off. Gives back its name; an empty one where there is none, or it doesn't hold.
    pub fn correct(&self, number: usize) -> String {
        let Some(pages) = &self.pages else { return String::new() };
        let corpus = pages.corpus();
        let slug = |at: usize| corpus.actors().get(at).map_or_else(String::new, |actor| actor.slug.clone());
        let article = corpus.documents().id(corpus.documents().len() / 2).to_string();
        let on = |n: i32| day(n).map(|day| Days { from: day, to: day });
        let all = [
            ("another name", Some(Correction::Rename { actor: slug(3), name: "Nama Baru".into() })),
            ("two are one", Some(Correction::Merge { actor: slug(400), into: slug(3) })),
            ("a near day", on(560).map(|days| Correction::Published { article: article.clone(), days })),
            ("a far day", on(1_000).map(|days| Correction::Published { article: article.clone(), days })),
        ];
        let Some((name, Some(correction))) = all.get(number) else { return String::new() };
        let (_, refusals) = pages.corrected(std::slice::from_ref(correction));
        if refusals.iter().all(Option::is_none) { (*name).to_string() } else { String::new() }
    }

    /// The name of the section of that number.
    pub fn name(&self, number: usize) -> String {
        Section::ALL.get(number).map_or("", |section| section.code()).to_string()
    }

    /// Chooses at most `length` key sentences of the articles in `rows` (ascending), about the actor of that
    /// number (-1 for none); gives back how many there are.
    pub fn choose(&self, rows: &[u32], actor: i32, length: usize) -> usize {
        let Some(pages) = &self.pages else { return 0 };
        let docs: Vec<DocId> = rows.iter().copied().map(DocId).collect();
        let actors: Vec<ActorId> = u32::try_from(actor).map(ActorId).into_iter().collect();
        let asked = Asked { actors: &actors, words: &Words::default() };
        key_sentences(pages.corpus(), pages.index(), &docs, &asked, length).len()
    }
}
