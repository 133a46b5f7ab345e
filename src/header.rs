//! The page's head: what is open, and the tools.

use crate::format;
use crate::frame::Leaf;
use crate::frame::menu::Menu;
use crate::icons;
use crate::messages::words;
use crate::probe;
use crate::search::SearchField;
use crate::settings::Settings;
use crate::ui::*;
use crate::views::SavedViews;
use sorot_core::view::Bundle;
use std::rc::Rc;

#[derive(PartialEq)]
pub struct HeaderProps {
    pub bundle: Rc<Bundle>,
    pub settings: Settings,
    pub set: Callback<Settings>,
    /// Moves the focus to the article.
    pub skip: Callback<MouseEvent>,
    /// Opens and closes the actors where they don't stand beside the list.
    pub toggle_filters: Callback<MouseEvent>,
    pub filters_open: bool,
    /// How many filters are on.
    pub filters: usize,
    /// Copies the page's address.
    pub copy_link: Callback<()>,
    /// Opens a sheet.
    pub show: Callback<Leaf>,
    /// How many corrections hold or wait.
    pub corrections: usize,
    /// Opens their list.
    pub open_corrections: Callback<()>,
    /// How many notes there are.
    pub notes: usize,
    /// Opens their list.
    pub open_notes: Callback<()>,
    /// Opens the dialog in which articles are added, where they can be.
    pub add: Option<Callback<()>>,
}

/// The page's head.
#[part]
pub fn Header(props: &HeaderProps) -> Html {
    probe::drawn("header");
    let settings = props.settings;
    let w = words(settings.lang);
    let other_theme =
        props.set.reform(move |_: MouseEvent| Settings { theme: settings.theme.next(), ..settings });
    let other_lang =
        props.set.reform(move |_: MouseEvent| Settings { lang: other(settings.lang), ..settings });
    let theme = w.theme[settings.theme as usize];
    let bundle = &props.bundle;
    html! {
        <header class="head" part="head">
            // An in-page link would write over the query: the focus is moved by hand.
            <button type="button" class="skip" onclick={props.skip.clone()}>{ w.skip_to_article }</button>
            <h1 class="brand"><span class="brand-mark">{ "Sorot" }</span></h1>
            <p class="bundle">
                if !bundle.title.is_empty() { <span class="bundle-title" title={bundle.title.clone()}>{ &bundle.title }</span> }
                <span class="bundle-facts">
                    { w.articles_counted(bundle.articles) }
                    if let Some(period) = bundle.period { { " · " }{ format::period(period, settings.lang) } }
                </span>
            </p>
            <SearchField lang={settings.lang} />
            <div class="head-tools">
                if let Some(add) = &props.add {
                    <button type="button" class="btn own-button" onclick={add.reform(|_: MouseEvent| ())} title={w.own.add}>
                        { icons::plus() }<span class="own-word">{ w.own.add }</span>
                    </button>
                }
                <SavedViews bundle={bundle.identity} lang={settings.lang} />
                <button
                    type="button" class="btn drawer-button" onclick={props.toggle_filters.clone()}
                    aria-expanded={props.filters_open.to_string()} aria-controls="sorot-actors"
                >
                    { icons::funnel() }<span>{ w.filters }</span>
                    if props.filters > 0 { <span class="badge">{ props.filters }</span> }
                </button>
                <button
                    type="button" class="btn corrections-button" onclick={props.open_corrections.reform(|_: MouseEvent| ())}
                    title={w.corrections_count(props.corrections)} aria-label={w.corrections_count(props.corrections)}
                >
                    { icons::pencil() }
                    if props.corrections > 0 { <span class="badge">{ props.corrections }</span> }
                </button>
                <button
                    type="button" class="btn notes-button" onclick={props.open_notes.reform(|_: MouseEvent| ())}
                    title={w.notes.title} aria-label={w.notes_count(props.notes)}
                >
                    { icons::note() }
                    if props.notes > 0 { <span class="badge">{ props.notes }</span> }
                </button>
                <button
                    type="button" class="btn primary link-button" onclick={props.copy_link.reform(|_: MouseEvent| ())}
                    title={w.frame.copy_link}
                >
                    { icons::link() }<span class="link-word">{ w.frame.copy_link }</span>
                </button>
                <Menu {settings} set={props.set.clone()} show={props.show.clone()} />
                <button type="button" class="btn theme-button" onclick={other_theme} title={theme}>
                    { icons::theme(settings.theme) }
                </button>
                <button type="button" class="btn lang-button" onclick={other_lang} title={w.other_language}>
                    { w.other_language_short }<span class="visually-hidden">{ ": " }{ w.other_language }</span>
                </button>
            </div>
        </header>
    }
}

fn other(lang: sorot_core::view::Lang) -> sorot_core::view::Lang {
    use sorot_core::view::Lang;
    match lang {
        Lang::Id => Lang::En,
        Lang::En => Lang::Id,
    }
}
