//! The settings' menu: a button that unfolds a panel.

use super::Leaf;
use super::help::{KeysSwitch, switch};
use crate::dom;
use crate::icons;
use crate::messages::words;
use crate::settings::{Column, Look, Settings, Theme};
use crate::ui::*;
use sorot_core::view::Lang;
use web_sys::{FocusEvent, HtmlElement, KeyboardEvent, Node};

#[derive(PartialEq)]
pub struct MenuProps {
    pub settings: Settings,
    pub set: Callback<Settings>,
    /// Opens a sheet.
    pub show: Callback<Leaf>,
}

/// The menu. It closes at Escape and when the focus leaves it.
#[part]
pub fn Menu(props: &MenuProps) -> Html {
    let w = words(props.settings.lang);
    let open = use_state_eq(|| false);
    let (menu, button) = (use_node_ref(), use_node_ref());
    let turn = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let onkeydown = {
        let (open, button) = (open.clone(), button.clone());
        Callback::from(move |event: KeyboardEvent| {
            if *open && event.key() == "Escape" {
                event.prevent_default();
                open.set(false);
                if let Some(button) = button.cast::<HtmlElement>() {
                    dom::focus_in_place(&button);
                }
            }
        })
    };
    let onfocusout = {
        let (open, menu) = (open.clone(), menu.clone());
        Callback::from(move |event: FocusEvent| {
            // Nothing is focused when the whole window loses it: the menu waits.
            let to = event.related_target().and_then(|to| wasm_bindgen::JsCast::dyn_into::<Node>(to).ok());
            let left = to.zip(menu.cast::<Node>()).is_some_and(|(to, menu)| !menu.contains(Some(&to)));
            if left {
                open.set(false);
            }
        })
    };
    let show = {
        let (open, show, button) = (open.clone(), props.show.clone(), button.clone());
        Callback::from(move |leaf: Leaf| {
            open.set(false);
            // The sheet gives the focus back to what had it: that must be there still.
            if let Some(button) = button.cast::<HtmlElement>() {
                dom::focus_in_place(&button);
            }
            show.emit(leaf);
        })
    };
    let to = |leaf: Leaf| show.reform(move |_: MouseEvent| leaf);
    html! {
        <div class="menu" ref={menu} {onkeydown} {onfocusout}>
            <button
                type="button" class="btn menu-button" ref={button} onclick={turn} title={w.frame.menu}
                aria-expanded={open.to_string()} aria-controls="sorot-menu"
            >{ icons::sliders() }</button>
            <div id="sorot-menu" class="menu-panel" role="group" aria-label={w.frame.menu} tabindex="-1" hidden={!*open}>
                if *open {
                    <Panel settings={props.settings} set={props.set.clone()} />
                    <button type="button" class="btn wide" onclick={to(Leaf::Share)}>{ icons::link() }{ w.frame.share }</button>
                    <button type="button" class="btn wide" onclick={to(Leaf::Help)}>{ icons::keyboard() }{ w.frame.keys }<kbd>{ "?" }</kbd></button>
                    <button type="button" class="link" onclick={to(Leaf::About)}>{ w.frame.about }</button>
                }
            </div>
        </div>
    }
}

#[derive(PartialEq)]
struct PanelProps {
    settings: Settings,
    set: Callback<Settings>,
}

#[part]
fn Panel(props: &PanelProps) -> Html {
    let settings = props.settings;
    let w = words(settings.lang);
    let set = &props.set;
    let to = |next: Settings| set.reform(move |_: MouseEvent| next);
    let languages = [Lang::Id, Lang::En].map(|lang| (settings.lang == lang, Settings { lang, ..settings }));
    let themes = Theme::ALL.map(|theme| (settings.theme == theme, Settings { theme, ..settings }));
    let announce = {
        let look = Look { announce: !settings.look.announce, ..settings.look };
        set.reform(move |_: Event| settings.with_look(look))
    };
    let names = [w.actors, w.articles, w.summary];
    let chosen = settings.widths.iter().any(Option::is_some);
    html! {
        <>
            { choice(w.frame.language, w.frame.languages.iter().zip(languages), set) }
            { choice(w.frame.theme, w.frame.themes.iter().zip(themes), set) }
            <div class="menu-row">
                <span>{ w.frame.text_size }</span>
                <div class="match" role="group" aria-label={w.frame.text_size}>
                    { for [(settings.text.smaller(), w.frame.smaller, "A−"), (settings.text.larger(), w.frame.larger, "A+")].map(|(size, name, face)| html! {
                        <button
                            key={face} type="button" title={name} aria-disabled={size.is_none().to_string()}
                            onclick={to(Settings { text: size.unwrap_or(settings.text), ..settings })}
                        ><span aria-hidden="true">{ face }</span><span class="visually-hidden">{ name }</span></button>
                    }) }
                </div>
                <span class="quiet" role="status">{ format!("{} / 5", settings.text.step()) }</span>
            </div>
            { switch("announce", w.frame.announce, Some(w.frame.announce_help), settings.look.announce, announce) }
            <KeysSwitch {settings} set={set.clone()} />
            <fieldset class="menu-columns">
                <legend>{ w.frame.columns }</legend>
                { for Column::ALL.iter().zip(names).zip(settings.folded).map(|((column, name), folded)| {
                    let column = *column;
                    let turn = set.reform(move |_: Event| settings.with_fold_changed(column));
                    switch(column.code(), name, None, !folded, turn)
                }) }
                if chosen {
                    <button type="button" class="link" onclick={to(Settings { widths: [None; 3], ..settings })}>{ w.frame.reset_widths }</button>
                }
            </fieldset>
        </>
    }
}

/// A row of buttons of which one is pressed.
fn choice<'a>(
    label: &'static str,
    buttons: impl Iterator<Item = (&'a &'static str, (bool, Settings))>,
    set: &Callback<Settings>,
) -> Html {
    html! {
        <div class="menu-row">
            <span>{ label }</span>
            <div class="match" role="group" aria-label={label}>
                { for buttons.map(|(name, (on, next))| html! {
                    <button
                        key={*name} type="button" aria-pressed={on.to_string()}
                        onclick={set.reform(move |_: MouseEvent| next)}
                    >{ *name }</button>
                }) }
            </div>
        </div>
    }
}
