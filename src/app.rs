//! The page: its state, and its columns.

use crate::articles::Articles;
use crate::facets::Facets;
use crate::header::Header;
use crate::icons;
use crate::location;
use crate::messages::words;
use crate::notices::Notices;
use crate::reader::Reader;
use crate::settings::Settings;
use crate::state::{Action, Asking, Opened, Pane};
use crate::summary::Summary;
use crate::timeline::Timeline;
use gloo::utils::{document, window};
use yew::prelude::*;

/// What is mounted: the bundle, or the sentence that says why it can't be opened.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    opened: Result<Opened, AttrValue>,
}

impl AppProps {
    /// From the outcome of opening a pack.
    pub fn new(opened: Result<Opened, String>) -> AppProps {
        AppProps { opened: opened.map_err(AttrValue::from) }
    }
}

/// The explorer.
#[component]
pub fn App(props: &AppProps) -> Html {
    let settings = use_state_eq(Settings::load);
    use_effect_with(*settings, |settings| {
        // The page around the explorer follows: its language for a screen reader, its colours.
        if let Some(page) = document().document_element() {
            let _ = page.set_attribute("lang", settings.lang.tag());
            let _ = page.set_attribute("data-theme", settings.theme.code());
        }
    });
    use_effect_with((), |()| {
        let now = window().performance().map_or(0.0, |clock| clock.now());
        if let Some(page) = document().document_element() {
            let _ = page.set_attribute("data-ready", &now.to_string());
        }
    });
    let set = {
        let settings = settings.clone();
        Callback::from(move |next: Settings| settings.set(next.saved()))
    };
    match &props.opened {
        Ok(opened) => html! { <Explorer opened={opened.clone()} settings={*settings} {set} /> },
        Err(message) => {
            let w = words(settings.lang);
            html! {
                <main class="sorot failed" role="alert">
                    <h1>{ "Sorot" }</h1><p>{ w.pack_failed }</p><p lang="en">{ message }</p>
                </main>
            }
        }
    }
}

#[derive(Properties, PartialEq)]
struct ExplorerProps {
    opened: Opened,
    settings: Settings,
    set: Callback<Settings>,
}

#[component]
fn Explorer(props: &ExplorerProps) -> Html {
    let lang = props.settings.lang;
    let w = words(lang);
    let asked = use_state_eq(location::read);
    // What the reader last asked for: the next step builds on it even before the URL has answered.
    let latest = use_mut_ref(|| asked.0.clone());
    let pane = use_state_eq(|| if asked.0.article().is_some() { Pane::Read } else { Pane::Articles });
    let drawer = use_state_eq(|| false);

    {
        let (asked, latest) = (asked.clone(), latest.clone());
        use_effect_with((), move |()| {
            let listener = location::listen(move |query, problems| {
                *latest.borrow_mut() = query.clone();
                asked.set((query, problems));
            });
            move || drop(listener)
        });
    }
    let act = {
        let (asked, pane) = (asked.clone(), pane.clone());
        use_callback((), move |action: Action, ()| {
            let next = action.apply(&latest.borrow());
            if let Some(leads_to) = action.leads_to() {
                pane.set(leads_to);
            }
            latest.replace(next.clone());
            if action.is_passing() {
                location::settle(&next);
                asked.set((next, Vec::new()));
            } else if !location::go(&next) {
                asked.set((next, Vec::new()));
            }
        })
    };
    let page = use_memo((props.opened.clone(), asked.0.clone(), lang), |(opened, query, lang)| {
        opened.page(query, *lang)
    });
    let dismiss = {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set((asked.0.clone(), Vec::new())))
    };
    let toggle_filters = {
        let drawer = drawer.clone();
        Callback::from(move |_: MouseEvent| drawer.set(!*drawer))
    };
    let skip = use_callback((), |_: MouseEvent, ()| focus_article());
    html! {
        <div class="sorot" lang={lang.tag()} data-theme={props.settings.theme.code()} data-pane={pane.code()} data-drawer={drawer.to_string()}>
            <ContextProvider<Asking> context={Asking { query: asked.0.clone(), act: act.clone() }}>
                <Header
                    bundle={page.bundle.clone()} settings={props.settings} set={props.set.clone()} skip={skip.clone()}
                    {toggle_filters} filters_open={*drawer} filters={page.chips.len()}
                />
            </ContextProvider<Asking>>
            <Notices problems={asked.1.clone()} kept={props.settings.kept} {lang} {dismiss} />
            <Timeline dates={page.dates.clone()} {lang} act={act.clone()} />
            <main class="columns">
                <nav id="sorot-actors" class="column actors" aria-label={w.actors}>
                    <Facets groups={page.facets.clone()} values={page.values.clone()} mode={page.mode} {lang} act={act.clone()} />
                </nav>
                <section class="column list" aria-label={w.articles}>
                    <Articles
                        opened={props.opened.clone()} list={page.list.clone()} chips={page.chips.clone()} summary={page.summary.clone()}
                        {lang} act={act.clone()}
                    />
                </section>
                <section class="column read" aria-label={w.read}>
                    <Reader reader={page.reader.clone()} missing={page.missing_article.clone()} {lang} act={act.clone()} />
                </section>
                <section class="column summary" aria-label={w.summary}>
                    <Summary summary={page.summary.clone()} {lang} {act} />
                </section>
            </main>
            <nav class="bar" aria-label={w.panes}>
                { for Pane::ALL.map(|p| bar_button(p, &pane, lang, page.chips.len())) }
            </nav>
        </div>
    }
}

fn bar_button(
    pane: Pane,
    current: &UseStateHandle<Pane>,
    lang: sorot_core::view::Lang,
    filters: usize,
) -> Html {
    let w = words(lang);
    let (name, icon) = match pane {
        Pane::Articles => (w.articles, icons::list()),
        Pane::Read => (w.read, icons::page()),
        Pane::Summary => (w.summary, icons::summary()),
        Pane::Filters => (w.filters, icons::funnel()),
    };
    let on = **current == pane;
    let current = current.clone();
    html! {
        <button
            key={pane.code()} type="button" class={classes!(on.then_some("on"))} aria-current={on.then_some("true")}
            onclick={Callback::from(move |_: MouseEvent| current.set(pane))}
        >
            { icon }<span>{ name }</span>
            if pane == Pane::Filters && filters > 0 { <span class="badge">{ filters }</span> }
        </button>
    }
}

fn focus_article() {
    let place = document().query_selector(".sorot .read .title, .sorot .read h2").ok().flatten();
    if let Some(title) = place.and_then(|e| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(e).ok()) {
        let _ = title.focus();
    }
}
