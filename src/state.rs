//! What the reader has open, and what the reader does.

use crate::host::Host;
use sorot_core::corpus::Corpus;
use sorot_core::correct::{Correction, Refusal};
use sorot_core::query::Query;
use sorot_core::view::{Answered, Axis, Card, Day, Lang, Length, List, Mode, Page, Pages, Section, Sort};
use std::ops::Range;
use std::rc::Rc;
use yew::Callback;

/// The open bundle and what is around it: made once, compared by pointer.
#[derive(Clone)]
pub struct Opened {
    pages: Rc<Pages>,
    host: Host,
    /// How often texts came that it had to wait for: what is drawn of it is drawn anew then.
    came: u32,
}

impl Opened {
    /// Indexes the corpus.
    pub fn new(corpus: Corpus, host: Host) -> Opened {
        Opened { pages: Rc::new(Pages::of(corpus)), host, came: 0 }
    }

    /// The same after texts came so many times.
    pub fn at(&self, came: u32) -> Opened {
        Opened { came, ..self.clone() }
    }

    /// The bundle as it reads with corrections, why some don't hold, and whether they wait for texts: then it reads
    /// as without them, rather than with some of them here and there.
    pub fn corrected(&self, corrections: &[Correction]) -> (Opened, Rc<[Refusal]>, bool) {
        if corrections.is_empty() {
            return (self.clone(), Rc::from([]), false);
        }
        let documents = self.pages.corpus().documents();
        let missed = documents.missed();
        let (pages, refusals) = self.pages.corrected(corrections);
        match documents.missed() == missed {
            true => (Opened { pages: Rc::new(pages), ..self.clone() }, refusals.into(), false),
            false => (self.clone(), Rc::from([]), true),
        }
    }

    /// The bundle with the articles of another one, under its own title.
    pub fn joined(&self, more: &Corpus) -> Opened {
        let pages = self.pages.joined(more, self.pages.corpus().title());
        Opened { pages: Rc::new(pages), ..self.clone() }
    }

    /// What answers questions about it.
    pub fn pages(&self) -> &Rc<Pages> {
        &self.pages
    }

    /// What is around it.
    pub fn host(&self) -> &Host {
        &self.host
    }

    /// What answers a question.
    pub fn answered(&self, question: &Query) -> Answered {
        let answered = self.pages.answered(question);
        self.fetch();
        answered
    }

    /// Everything that stands on the page, the question being answered.
    pub fn page_of(&self, answered: &Answered, query: &Query, lang: Lang) -> Page {
        let page = self.pages.page_of(answered, query, lang);
        self.fetch();
        page
    }

    /// The cards of a stretch of the page's list.
    pub fn cards(&self, list: &List, range: Range<usize>, lang: Lang) -> Vec<Card> {
        let cards = self.pages.cards(list, range, lang);
        self.fetch();
        cards
    }
}

impl PartialEq for Opened {
    fn eq(&self, other: &Opened) -> bool {
        Rc::ptr_eq(&self.pages, &other.pages) && self.came == other.came
    }
}

/// The question, for the parts of the page that stand inside others which needn't know it.
#[derive(Clone, PartialEq)]
pub struct Asking {
    /// As the page shows it.
    pub query: Query,
    /// Does what the reader does.
    pub act: Callback<Action>,
}

/// What the reader did to the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Is typing the words to look for.
    Text(String),
    /// Took the words away.
    NoText,
    /// Asked for another order.
    SortBy(Sort),
    /// Chose a publisher, or chose it again.
    ToggleSource(String),
    /// Chose a language, or chose it again.
    ToggleLang(Lang),
    /// Went to a whole question that was kept.
    Go(Box<Query>),
    /// Chose an actor, or chose it again.
    ToggleActor(String),
    /// Excluded an actor, or took that back.
    ToggleExclusion(String),
    /// Asked for all or for any of the actors.
    Match(Mode),
    /// Set the period.
    Period(Option<Day>, Option<Day>),
    /// Is still moving an end of the period: the next move may follow at once.
    Slide(Option<Day>, Option<Day>),
    /// Asked for dates of another kind.
    Axis(Axis),
    /// Asked for the articles without a date alone, or no longer.
    Undated(bool),
    /// Drew only these days on the date strip, or all.
    Zoom(Option<(Day, Day)>),
    /// Took all filters away.
    Clear,
    /// Opened another part of the summary panel.
    Section(Section),
    /// Let the panel tell of the open article alone, or of the selection.
    OfArticle(bool),
    /// Asked for more or fewer key sentences.
    Length(Length),
    /// Compares the selection with nothing, all the rest, or an actor (its slug).
    Compare(String),
    /// Compares what lies before a day with what lies from it on.
    Split(Day),
    /// Opened an article.
    Open(String),
    /// Went to a sentence of an article.
    Show(String, u32),
}

impl Action {
    /// The next question.
    pub fn apply(&self, query: &Query) -> Query {
        match self {
            Action::Text(line) => query.with_text(line),
            Action::NoText => query.with_text(""),
            Action::SortBy(sort) => query.with_sort(*sort),
            Action::ToggleSource(name) => query.toggle_source(name),
            Action::ToggleLang(lang) => query.toggle_lang(*lang),
            Action::Go(kept) => (**kept).clone(),
            Action::ToggleActor(slug) => query.toggle_actor(slug),
            Action::ToggleExclusion(slug) => query.toggle_exclusion(slug),
            Action::Match(mode) => query.with_mode(*mode),
            Action::Period(from, to) | Action::Slide(from, to) => query.with_period(*from, *to),
            Action::Axis(axis) => query.with_axis(*axis),
            Action::Undated(undated) => query.with_undated(*undated),
            Action::Zoom(days) => query.with_zoom(*days),
            Action::Clear => query.cleared(),
            Action::Section(section) => query.with_section(*section),
            Action::OfArticle(of_article) => query.with_of_article(*of_article),
            Action::Length(length) => query.with_length(*length),
            Action::Compare(choice) => query.compared_with(choice),
            Action::Split(day) => query.split_at(*day),
            Action::Open(id) => query.with_article(id),
            Action::Show(id, sentence) => query.with_sentence(id, *sentence),
        }
    }

    /// Whether another of its kind may follow at once, so that the history is only told where it ends.
    pub fn is_passing(&self) -> bool {
        matches!(self, Action::Slide(..) | Action::Text(_))
    }

    /// The pane where its effect shows, on a narrow page.
    pub fn leads_to(&self) -> Option<Pane> {
        match self {
            Action::Open(_) | Action::Show(..) => Some(Pane::Read),
            Action::Text(_) | Action::Go(_) => Some(Pane::Articles),
            _ => None,
        }
    }
}

/// The parts of the page that take turns where there isn't room for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The list of articles.
    Articles,
    /// The open article.
    Read,
    /// The summary.
    Summary,
    /// The actors.
    Filters,
}

impl Pane {
    /// In the order of the bar.
    pub const ALL: [Pane; 4] = [Pane::Articles, Pane::Read, Pane::Summary, Pane::Filters];

    /// As the style sheet knows it.
    pub fn code(self) -> &'static str {
        match self {
            Pane::Articles => "articles",
            Pane::Read => "read",
            Pane::Summary => "summary",
            Pane::Filters => "filters",
        }
    }
}
