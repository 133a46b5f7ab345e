//! All notes and bookmarks in one place: looked through, opened where they stand, taken along.

use super::card::short;
use super::{Jot, Jotter};
use crate::dom;
use crate::fix::file_field;
use crate::frame::dialog::Dialog;
use crate::icons;
use crate::messages::words;
use crate::state::{Action, Opened};
use crate::ui::*;
use sorot_core::notes;
use sorot_core::view::{Lang, NoteLine};
use web_sys::HtmlInputElement;

#[derive(PartialEq)]
pub struct ListProps {
    pub opened: Opened,
    pub jotter: Jotter,
    pub act: Callback<Action>,
    /// Opens the form of the note of that number.
    pub edit: Callback<u32>,
    pub onclose: Callback<()>,
    pub lang: Lang,
}

/// Characters of a passage in the list.
const SHOWN: usize = 160;

/// The dialog.
#[part]
pub fn NoteList(props: &ListProps) -> Html {
    let w = words(props.lang);
    let sought = use_state_eq(String::new);
    let starred = use_state_eq(|| false);
    let told = use_state_eq(|| None::<String>);
    let pages = props.opened.pages();
    let (notes, stars) = (props.jotter.book.notes(), props.jotter.book.stars());
    let mut lines = pages.notes(notes, &sought);
    if *starred && !stars.is_empty() {
        lines.retain(|line| line.article.as_ref().is_some_and(|id| stars.contains(id)));
    }
    let only = {
        let (on, starred) = (!*starred, starred.setter());
        Callback::from(move |_: MouseEvent| starred.set(on))
    };
    let tagged = |tag: &str| {
        let (sought, tag) = (sought.setter(), format!("#{tag}"));
        Callback::from(move |_: MouseEvent| sought.set(tag.clone()))
    };
    let look = {
        let sought = sought.setter();
        Callback::from(move |event: InputEvent| {
            sought.set(
                event.target_dyn_into::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default(),
            );
        })
    };
    let save = {
        let (opened, notes, lines, lang) = (props.opened.clone(), notes.clone(), lines.clone(), props.lang);
        Callback::from(move |_: MouseEvent| {
            let text = opened.pages().notes_markdown(&notes, &lines, opened.host().base(), lang);
            dom::download("sorot-notes.md", &text);
        })
    };
    let save_all = {
        let (opened, notes) = (props.opened.clone(), notes.clone());
        Callback::from(move |_: MouseEvent| {
            let corpus = opened.pages().corpus();
            dom::download("sorot-notes.json", &notes::write(corpus, &notes, ""));
        })
    };
    let load = {
        let (opened, jot, told, lang) =
            (props.opened.clone(), props.jotter.jot.clone(), told.clone(), props.lang);
        Callback::from(move |text: String| match notes::read(opened.pages().corpus(), &text) {
            Ok(file) => {
                told.set(Some(words(lang).notes_counted(file.notes.len())));
                jot.emit(Jot::Import(file.notes));
            }
            Err(why) => told.set(Some(why.words(lang))),
        })
    };
    let go = |action: Action| {
        let onclose = props.onclose.clone();
        props.act.reform(move |_: MouseEvent| {
            onclose.emit(());
            action.clone()
        })
    };
    let row = |line: &NoteLine| {
        let note = notes.get(line.number)?;
        let to = line.article.as_ref().map(|article| match line.sentence {
            Some(sentence) => Action::Show(article.clone(), sentence),
            None => Action::Open(article.clone()),
        });
        let number = line.number as u32;
        let edit = {
            let onclose = props.onclose.clone();
            props.edit.reform(move |_: MouseEvent| {
                onclose.emit(());
                number
            })
        };
        Some(html! {
            <li key={number}>
                <div>
                    <p class="quiet"><bdi>{ &line.title }</bdi></p>
                    <blockquote class="as-written"><bdi>{ short(&note.exact, SHOWN) }</bdi></blockquote>
                    if line.is_loose { <p class="refused">{ w.notes.loose }</p> }
                    if !note.text.is_empty() { <p class="note-words"><bdi>{ &note.text }</bdi></p> }
                    if !note.tags.is_empty() {
                        <p class="tags">{ for note.tags.iter().map(|tag| html! {
                            <button type="button" class="tag" title={w.notes.search} onclick={tagged(tag)}><bdi>{ format!("#{tag}") }</bdi></button>
                        }) }</p>
                    }
                    if let Some(to) = to { <button type="button" class="link" onclick={go(to)}>{ w.fix.to_article }</button> }
                </div>
                <button
                    type="button" class="btn" onclick={edit} title={w.notes.edit}
                    aria-label={format!("{}: {}", w.notes.edit, short(&note.exact, 40))}
                >{ icons::pencil() }</button>
            </li>
        })
    };
    let star = |(id, title): (&str, String)| {
        let id = id.to_string();
        let off = {
            let id = id.clone();
            props.jotter.jot.reform(move |_: MouseEvent| Jot::Star(id.clone()))
        };
        html! {
            <li key={id.clone()}>
                <button type="button" class="link" onclick={go(Action::Open(id))}><bdi>{ &title }</bdi></button>
                <button
                    type="button" class="btn" onclick={off} title={w.notes.unstar} aria-label={format!("{}: {title}", w.notes.unstar)}
                >{ icons::cross() }</button>
            </li>
        }
    };
    html! {
        <Dialog title={w.notes.title} close={w.close} onclose={props.onclose.clone()}>
            if notes.is_empty() && stars.is_empty() {
                <p><strong>{ w.notes.none_yet }</strong></p>
                <p class="quiet">{ w.notes.none_yet_help }</p>
            }
            if !notes.is_empty() {
                <h3>{ w.notes.notes }</h3>
                <input
                    type="search" class="notes-search" value={(*sought).clone()} oninput={look}
                    aria-label={w.notes.search} placeholder={w.notes.search}
                />
                if !stars.is_empty() {
                    <button type="button" class="btn notes-starred" aria-pressed={starred.to_string()} onclick={only}>{ w.notes.starred }</button>
                }
                <p class="quiet" role="status">{ w.notes_of(lines.len() as u32, notes.len() as u32) }</p>
                <ol class="corrections notes-list">{ for lines.iter().filter_map(row) }</ol>
            }
            <div class="row">
                <button type="button" class="btn" disabled={lines.is_empty()} onclick={save}>{ w.notes.save }</button>
                <button type="button" class="btn" disabled={notes.is_empty()} onclick={save_all}>{ w.fix.save_file }</button>
                { file_field(load, props.lang) }
            </div>
            <p class="quiet" role="status">{ (*told).clone() }</p>
            if !stars.is_empty() {
                <h3>{ w.notes.stars }</h3>
                <ol class="corrections stars-list">{ for pages.titles(stars).map(star) }</ol>
            }
            <p class="quiet">{ if props.jotter.book.is_kept() { w.notes.kept_here } else { w.fix.not_kept } }</p>
        </Dialog>
    }
}
