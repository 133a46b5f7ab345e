//! The summary panel: of the selection or of the open article, a section at a time; each line with its why
//! and its where.

mod compare;
mod contacts;
mod foot;
mod fresh;
mod lines;
mod made;
mod marks;
mod numbers;
mod pick;
mod quotes;
mod relations;
mod reply;
mod sources;
mod summary;
mod timeline;
pub(crate) mod told;

pub use foot::Desk;
use made::{Made, Wanted, use_section};
pub use marks::{Mark, Marks};
use pick::Pick;

use crate::cards::Opening;
use crate::chips::removal;
use crate::icons;
use crate::messages::words;
use crate::reader::copied::Copied;
use crate::state::{Action, Opened};
use crate::ui::*;
use sorot_core::query::Query;
use sorot_core::view::{Chip, Lang, Line, LineId, Rung, Scope, Section, SectionView, Versus};
use std::rc::Rc;
use web_sys::{HtmlElement, HtmlSelectElement};

#[derive(PartialEq)]
pub struct PanelProps {
    pub opened: Opened,
    pub scope: Rc<Scope>,
    pub query: Query,
    pub lang: Lang,
    pub act: Callback<Action>,
    /// Opens a card.
    pub open: Callback<Opening>,
    /// Copies a text.
    pub copy: Callback<Copied>,
}

/// The column of the summary.
#[part]
pub fn Panel(props: &PanelProps) -> Html {
    let PanelProps { opened, scope, query, lang, .. } = props;
    let w = words(*lang);
    let marks = {
        let bundle = opened.pages().corpus().identity();
        use_state_eq(|| Marks::load(bundle))
    };
    // Callbacks stay the same, so that a section isn't drawn anew for another's sake.
    let mark = use_callback(marks.clone(), |mark: Mark, marks| marks.set(marks.with(&mark)));
    let pick = use_state_eq(Pick::default);
    let choose = use_callback(pick.setter(), |next: Pick, pick| pick.set(next));
    let unfolded = use_state_eq(|| None::<LineId>);
    let unfold = use_callback(unfolded.setter(), |next: Option<LineId>, unfolded| unfolded.set(next));
    let desk = Desk {
        lang: *lang,
        act: props.act.clone(),
        open: props.open.clone(),
        marks: (*marks).clone(),
        mark,
        pick: (*pick).clone(),
        choose,
        unfolded: (*unfolded).clone(),
        unfold,
        opened: opened.clone(),
        home: opened.host().base().into(),
    };
    let wanted = Wanted {
        opened: opened.clone(),
        scope: scope.clone(),
        section: query.section(),
        lang: *lang,
        places: pick.with_places(),
    };
    let (made, is_old) = use_section(wanted, query);
    let rung = use_state_eq(|| None::<Rung>);
    // Two selections aren't told apart by their sources.
    let by_rung = rung.filter(|_| query.section() != Section::Compare);
    let has_lines = use_memo(made.as_ref().map(|made| made.view.clone()), |view| {
        view.as_ref().is_some_and(|view| !view.lines().is_empty())
    });
    html! {
        <>
            <h2 class="visually-hidden">{ w.summary }</h2>
            { tabs(&desk, query.section()) }
            <div class="panel-tools">
                if query.article().is_some() { { about(&desk, scope.is_article()) } }
                if *has_lines && query.section() != Section::Compare { { rungs(&desk, &rung) } }
            </div>
            <div
                id="sorot-section" class="section" data-rung={by_rung.map(Rung::code)} role="tabpanel" tabindex="-1"
                aria-labelledby={tab_id(query.section())} aria-busy={is_old.to_string()}
            >
                if let Some(made) = made {
                    <Body desk={desk.clone()} {made} rung={by_rung} copy={props.copy.clone()} />
                } else {
                    <p class="quiet">{ w.panel.working }</p>
                }
            </div>
        </>
    }
}

/// What stands in the open section.
struct BodyProps {
    desk: Desk,
    made: Rc<Made>,
    rung: Option<Rung>,
    copy: Callback<Copied>,
}

impl PartialEq for BodyProps {
    fn eq(&self, other: &BodyProps) -> bool {
        // A section is made anew or it is the same.
        Rc::ptr_eq(&self.made, &other.made)
            && (self.rung, &self.copy, &self.desk) == (other.rung, &other.copy, &other.desk)
    }
}

#[part]
fn Body(props: &BodyProps) -> Html {
    let BodyProps { desk, made, rung, copy } = props;
    let Made { of: Wanted { scope, section: which, .. }, query, view, waits } = &**made;
    let pages = desk.opened.pages();
    let pinned =
        use_memo((scope.clone(), desk.marks.pinned().to_vec(), desk.clone()), |(scope, ids, desk)| {
            desk.opened.pages().pinned(scope, ids, desk.lang)
        });
    let other = match query.versus().filter(|_| *which == Section::Compare) {
        Some(Versus::Query(other)) => pages.chips(other),
        _ => Vec::new(),
    };
    let whole = {
        let (desk, scope, query, rung) = (desk.clone(), scope.clone(), query.clone(), *rung);
        copy.reform(move |_: MouseEvent| told::panel(&desk, &scope, rung, &query))
    };
    html! {
        <>
            if *waits { <p class="quiet" role="status">{ desk.words().texts.lines_missing }</p> }
            if !pinned.is_empty() { { pinned_lines(desk, &pinned) } }
            if scope.articles() == 0 {
                { nothing(desk, query) }
            } else {
                // Nothing found may only mean nothing here yet.
                if !waits || !view.lines().is_empty() {
                    { section(desk, made, &other, scope.articles() > 1, pages.corpus().title()) }
                }
            }
            if scope.articles() > 0 { { below(desk, view, *rung, query, copy, whole) } }
        </>
    }
}

/// Draws a section; `title` is the bundle's, `several` says whether it tells of more than one article.
fn section(desk: &Desk, made: &Made, chips: &[Chip], several: bool, title: &str) -> Html {
    let Made { query, view, waits, .. } = made;
    match &**view {
        SectionView::Summary(summary) => summary::summary(desk, summary, query, *waits),
        SectionView::Timeline(timeline) => timeline::timeline(desk, timeline, view, query, title),
        SectionView::Quotes(quotes) => quotes::quotes(desk, quotes),
        SectionView::Contacts(contacts) => contacts::contacts(desk, contacts),
        SectionView::Relations(relations) => relations::relations(desk, relations),
        SectionView::Reply(view) => reply::reply(desk, view),
        SectionView::Numbers(view) => numbers::numbers(desk, view, several),
        SectionView::Sources(view) => sources::sources(desk, view),
        SectionView::Compare(view) => compare::compare(desk, view, query, chips),
    }
}

fn tab_id(section: Section) -> String {
    format!("sorot-tab-{}", section.code())
}

/// The tabs (ARIA authoring practices: one stop, arrow keys choose).
fn tabs(desk: &Desk, current: Section) -> Html {
    let w = desk.words();
    let at = Section::ALL.iter().position(|s| *s == current).unwrap_or(0);
    let act = desk.act.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let last = Section::ALL.len() - 1;
        let to = match event.key().as_str() {
            "ArrowRight" if at < last => at + 1,
            "ArrowRight" | "Home" => 0,
            "ArrowLeft" if at > 0 => at - 1,
            "ArrowLeft" | "End" => last,
            _ => return,
        };
        event.prevent_default();
        let Some(section) = Section::ALL.get(to) else { return };
        act.emit(Action::Section(*section));
        let list = event.target_dyn_into::<HtmlElement>().and_then(|tab| tab.parent_element());
        let tab = list.and_then(|list| list.children().item(to as u32));
        if let Some(tab) = tab.and_then(|tab| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(tab).ok()) {
            let _ = tab.focus();
        }
    });
    html! {
        <div class="tabs" role="tablist" aria-label={w.panel.sections} {onkeydown}>
            { for Section::ALL.iter().map(|&section| {
                let on = section == current;
                let choose = desk.act.reform(move |_: MouseEvent| Action::Section(section));
                html! {
                    <button
                        key={section.code()} type="button" role="tab" id={tab_id(section)} aria-selected={on.to_string()}
                        aria-controls="sorot-section" tabindex={if on { "0" } else { "-1" }} onclick={choose}
                    >{ w.section(section) }</button>
                }
            }) }
        </div>
    }
}

/// Which sources the lines may have.
fn rungs(desk: &Desk, current: &UseStateHandle<Option<Rung>>) -> Html {
    let w = desk.words();
    let onchange = {
        let current = current.clone();
        Callback::from(move |event: Event| {
            let value = event.target_dyn_into::<HtmlSelectElement>().map(|s| s.value()).unwrap_or_default();
            current.set(Rung::ALL.into_iter().find(|rung| rung.code() == value));
        })
    };
    html! {
        <label class="rungs">
            <span class="visually-hidden">{ w.evidence.rung }</span>
            <select {onchange} title={w.evidence.rung}>
                <option value="" selected={current.is_none()}>{ w.evidence.every_rung }</option>
                { for Rung::ALL.map(|rung| html! {
                    <option value={rung.code()} selected={**current == Some(rung)}>{ w.rung_name(rung) }</option>
                }) }
            </select>
        </label>
    }
}

/// Whether the panel tells of the selection or of the open article.
fn about(desk: &Desk, of_article: bool) -> Html {
    let w = desk.words();
    let choice = |is_article: bool, word: &'static str| {
        let choose = desk.act.reform(move |_: MouseEvent| Action::OfArticle(is_article));
        html! {
            <button type="button" aria-pressed={(is_article == of_article).to_string()} onclick={choose}>{ word }</button>
        }
    };
    html! {
        <div class="match about" role="group" aria-label={w.panel.about}>
            { choice(false, w.panel.of_selection) }
            { choice(true, w.panel.of_article) }
        </div>
    }
}

fn pinned_lines(desk: &Desk, lines: &[Line]) -> Html {
    let w = desk.words();
    html! {
        <div class="pinned">
            <h3>{ icons::pin() }{ w.panel.pinned }</h3>
            <ul class="sentences">
                { for lines.iter().map(|line| lines::item(desk, line)) }
            </ul>
        </div>
    }
}

/// No article answers to the filters: which they are, what each of them costs, and the way back.
fn nothing(desk: &Desk, query: &Query) -> Html {
    let w = desk.words();
    let pages = desk.opened.pages();
    let chips = pages.chips(query);
    let filters = chips.iter().map(|c| told::chip(c, desk.lang)).collect::<Vec<_>>().join(" · ");
    let clear = desk.act.reform(|_: MouseEvent| Action::Clear);
    html! {
        <>
            <p class="quiet">
                { w.nothing_found }{ ": " }<bdi>{ filters }</bdi>{ ". " }
                <button type="button" class="link" onclick={clear}>{ w.clear_all }</button>
            </p>
            if chips.len() > 1 {
                <ul class="quiet">
                    { for chips.iter().map(|chip| {
                        let remove = removal(chip);
                        let left = pages.count(&remove.apply(query));
                        let take = desk.act.reform(move |_: MouseEvent| remove.clone());
                        html! {
                            <li>
                                <button type="button" class="link" onclick={take}><bdi>{ w.remove(&told::chip(chip, desk.lang)) }</bdi></button>
                                { " → " }{ w.so_many_articles(left) }
                            </li>
                        }
                    }) }
                </ul>
            }
        </>
    }
}

/// What is hidden, and the way to take the section along.
fn below(
    desk: &Desk,
    view: &Rc<SectionView>,
    rung: Option<Rung>,
    query: &Query,
    copy: &Callback<Copied>,
    whole: Callback<MouseEvent>,
) -> Html {
    let w = desk.words();
    let hidden: Vec<LineId> =
        view.lines().into_iter().filter(|line| desk.hides(line)).map(|line| line.id.clone()).collect();
    let count = hidden.len() as u32;
    let show = desk.mark.reform(move |_: MouseEvent| Mark::Show(hidden.clone()));
    let take = {
        let (view, desk, query) = (view.clone(), desk.clone(), query.clone());
        copy.reform(move |_: MouseEvent| told::section(&desk, &view, rung, &query))
    };
    html! {
        <div class="section-foot">
            if count > 0 {
                <p class="quiet">
                    { w.lines_hidden(count) }{ " · " }
                    <button type="button" class="link" onclick={show}>{ w.panel.show_again }</button>
                </p>
            }
            <button type="button" class="btn" onclick={take}>{ icons::quote() }{ w.panel.copy }</button>
            <button type="button" class="btn" onclick={whole}>{ icons::quote() }{ w.evidence.markdown }</button>
        </div>
    }
}
