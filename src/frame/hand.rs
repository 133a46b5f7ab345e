//! What each single key does to the page as it is.

use super::keys::{self, Key};
use crate::dom;
use crate::fix::Fix;
use crate::host::Host;
use crate::reader::copied::{self, Copied};
use crate::reader::walk::Step;
use crate::settings::{Column, Settings};
use crate::state::Pane;
use crate::ui::*;
use gloo::timers::callback::Timeout;
use sorot_core::view::Reader;
use std::rc::Rc;
use web_sys::KeyboardEvent;

/// What the keys reach.
pub struct Hand {
    pub root: NodeRef,
    pub host: Host,
    pub settings: Settings,
    pub set: Callback<Settings>,
    pub pane: UseStateSetter<Pane>,
    pub drawer: UseStateHandle<bool>,
    /// The open article.
    pub reader: Option<Rc<Reader>>,
    pub step: Callback<Step>,
    pub copy: Callback<Copied>,
    pub help: Callback<()>,
    pub copy_link: Callback<()>,
    pub fix: Callback<Fix>,
}

/// The search field, where the page has one.
const SEARCH: &str = "#sorot-search";

impl Hand {
    /// Does what the key asks for, where keys are on and the key means something here.
    pub fn strike(&self, event: &KeyboardEvent) {
        if event.key() == "Escape" && *self.drawer && !event.default_prevented() && !keys::in_dialog(event) {
            return self.close_drawer();
        }
        if let Some(fix) = keys::undoes(event) {
            event.prevent_default();
            return self.fix.emit(if fix { Fix::Undo } else { Fix::Redo });
        }
        let Some(key) = keys::struck(event).filter(|_| self.settings.keys) else { return };
        let search = dom::find(&self.root, SEARCH);
        if key != Key::Search || search.is_some() {
            // Else the browser's own use of the key goes on: some search the page at `/`.
            event.prevent_default();
        }
        match key {
            Key::Search => {
                if let Some(field) = search {
                    let _ = field.focus();
                }
            }
            Key::NextArticle => self.along_list(1),
            Key::PreviousArticle => self.along_list(-1),
            Key::Open => {
                if let Some(card) = self.focused_card() {
                    card.click();
                }
            }
            Key::NextMention => self.walk(Step::Next),
            Key::PreviousMention => self.walk(Step::Previous),
            Key::Actors => self.fold(Column::Actors),
            Key::Summary => self.fold(Column::Summary),
            Key::Cite => self.copy.emit(match &self.reader {
                Some(reader) => copied::article(reader, &self.host, self.settings.lang),
                None => return self.copy_link.emit(()),
            }),
            Key::Help => self.help.emit(()),
        }
    }

    fn walk(&self, step: Step) {
        if self.reader.is_some() {
            self.pane.set(Pane::Read);
            self.step.emit(step);
        }
    }

    /// Where the actors are a drawer, opens or closes it; else folds the column.
    fn fold(&self, column: Column) {
        let is_drawer = dom::find(&self.root, ".drawer-button").is_some_and(|b| dom::is_drawn(&b));
        match column {
            Column::Actors if is_drawer => self.drawer.set(!*self.drawer),
            _ => self.set.emit(self.settings.with_fold_changed(column)),
        }
    }

    fn close_drawer(&self) {
        self.drawer.set(false);
        if let Some(button) = dom::find(&self.root, ".drawer-button") {
            dom::focus_in_place(&button);
        }
    }

    fn focused_card(&self) -> Option<web_sys::HtmlElement> {
        let focus = dom::active(&self.root)?;
        dom::all(&self.root, CARDS).into_iter().find(|card| **card == focus)
    }

    /// Moves the focus along the list: from the card that has it, else from the open one, else to the
    /// first. On a narrow page the list takes its turn first.
    fn along_list(&self, by: isize) {
        self.pane.set(Pane::Articles);
        let root = self.root.clone();
        let open = self.reader.as_ref().map(|reader| reader.id.clone());
        Timeout::new(0, move || {
            let cards = dom::all(&root, CARDS);
            let focus = dom::active(&root);
            let here = cards.iter().position(|card| focus.as_ref() == Some(card));
            let from = here.or_else(|| {
                open.and_then(|_| cards.iter().position(|card| card.has_attribute("aria-current")))
            });
            let to = from.map_or(0, |at| at.saturating_add_signed(by).min(cards.len().saturating_sub(1)));
            if let Some(card) = cards.get(to) {
                let _ = card.focus();
            }
        })
        .forget();
    }
}

/// The button of each card in the list.
const CARDS: &str = ".list .card-open";
