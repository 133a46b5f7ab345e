//! A section is made when it is looked at: at once of a few articles, else after the page has answered. The first one
//! waits for the first picture in any case.

use crate::painted::PAINTED;
use crate::state::Opened;
use crate::ui::*;
use gloo::timers::callback::Timeout;
use sorot_core::query::Query;
use sorot_core::view::{Lang, Scope, Section, SectionView};
use std::rc::Rc;

/// Of more articles than this a section is made after the page has answered, and not at all if the next question comes
/// first: typing never waits for it.
const AT_ONCE: usize = 200;

/// What a section is of.
#[derive(Clone, PartialEq)]
pub struct Wanted {
    pub opened: Opened,
    pub scope: Rc<Scope>,
    pub section: Section,
    pub lang: Lang,
    /// Whether places are taken along in the relations.
    pub places: bool,
}

/// A section as it was made.
#[derive(Clone)]
pub struct Made {
    pub of: Wanted,
    /// The question that was asked then; what it says besides is up to the section.
    pub query: Query,
    pub view: Rc<SectionView>,
    /// Whether texts are missing that it would tell of.
    pub waits: bool,
}

impl Made {
    fn of(wanted: &Wanted, query: &Query) -> Rc<Made> {
        let (pages, scope, lang) = (wanted.opened.pages(), &wanted.scope, wanted.lang);
        let documents = pages.corpus().documents();
        let missed = documents.missed();
        let view = match (wanted.section, wanted.places) {
            (Section::Relations, true) => pages.relations_with_places(scope, lang),
            (section, _) => pages.section(scope, section, lang),
        };
        let waits = documents.missed() != missed;
        wanted.opened.fetch();
        Rc::new(Made { of: wanted.clone(), query: query.clone(), view: Rc::new(view), waits })
    }
}

/// The section of `wanted`, or the last one of its kind while it is being made; and whether it is the last one.
#[hook]
pub fn use_section(wanted: Wanted, query: &Query) -> (Option<Rc<Made>>, bool) {
    let made = use_mut_ref(|| None::<Rc<Made>>);
    let redraw = use_force_update();
    let last = made.borrow().clone();
    let is_made = last.as_ref().is_some_and(|last| last.of == wanted);
    let later = !is_made && (last.is_none() || wanted.scope.articles() > AT_ONCE);
    if !is_made && !later {
        *made.borrow_mut() = Some(Made::of(&wanted, query));
    } else if let Some(last) = last.filter(|last| is_made && last.query != *query) {
        *made.borrow_mut() = Some(Rc::new(Made { query: query.clone(), ..(*last).clone() }));
    }
    {
        let made = made.clone();
        use_effect_with((wanted.clone(), query.clone(), later), move |(wanted, query, later)| {
            let (wanted, query) = (wanted.clone(), query.clone());
            let timer = later.then(|| {
                Timeout::new(PAINTED, move || {
                    *made.borrow_mut() = Some(Made::of(&wanted, &query));
                    redraw.force_update();
                })
            });
            move || drop(timer)
        });
    }
    let view = made.borrow().clone().filter(|made| made.of.section == wanted.section);
    (view, later)
}
