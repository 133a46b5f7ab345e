//! A note written: its passage, its words, its tags.

use super::{Jot, Jotter};
use crate::dom;
use crate::messages::words;
use crate::state::Opened;
use crate::ui::*;
use gloo::timers::callback::Timeout;
use sorot_core::correct::Place;
use sorot_core::notes::{MAX_TEXT, Note};
use sorot_core::view::{Lang, Passage};
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// What is written about.
#[derive(Clone, Debug, PartialEq)]
pub enum Draft {
    /// A note that is there.
    Old(Note),
    /// A passage that was selected.
    New(Place),
    /// A passage of this article that is yet to be chosen; the first choice begins with this sentence.
    Choose(String, Option<u32>),
}

#[derive(PartialEq)]
pub struct NoteProps {
    pub draft: Draft,
    pub opened: Opened,
    pub jotter: Jotter,
    pub onclose: Callback<()>,
    pub lang: Lang,
}

/// Characters of a passage that are shown, and of one in the list to choose from.
const SHOWN: usize = 240;
const CHOICE: usize = 60;

/// The form.
#[part]
pub fn NotePart(props: &NoteProps) -> Html {
    let w = words(props.lang);
    let sure = use_state_eq(|| false);
    let form = use_node_ref();
    let done = use_mut_ref(|| false);
    let passages = use_memo(props.draft.clone(), |draft| match draft {
        Draft::Choose(article, _) => props.opened.pages().passages(article),
        _ => Vec::new(),
    });
    let old = match &props.draft {
        Draft::Old(note) => Some(note.clone()),
        _ => None,
    };
    // Writes what stands in the form, once; what is left unchanged or without words needn't be written.
    let write = {
        let (draft, opened, jot) = (props.draft.clone(), props.opened.clone(), props.jotter.jot.clone());
        let (form, passages, done) = (form.clone(), passages.clone(), done.clone());
        Callback::from(move |asked: bool| {
            if done.replace(true) {
                return;
            }
            let text = field::<HtmlTextAreaElement>(&form, "textarea")
                .map(|field| field.value())
                .unwrap_or_default();
            let tags =
                field::<HtmlInputElement>(&form, "input").map(|field| field.value()).unwrap_or_default();
            let chosen = || {
                let at = field::<HtmlSelectElement>(&form, "select")?.selected_index();
                passages.get(usize::try_from(at).ok()?).map(|passage| passage.at.clone())
            };
            let corpus = opened.pages().corpus();
            let (old, new) = match &draft {
                Draft::Old(note) => (Some(note.clone()), Some(note.saying(&text, &tags))),
                Draft::New(at) => (None, Note::on(corpus, at, &text, &tags)),
                Draft::Choose(..) => (None, chosen().and_then(|at| Note::on(corpus, &at, &text, &tags))),
            };
            if let Some(new) = new.filter(|new| asked || !new.text.is_empty() && old.as_ref() != Some(new)) {
                jot.emit(Jot::Put(old, new));
            }
        })
    };
    {
        // A click beside the card closes it: nothing that was written is lost by that.
        let (form, write) = (form.clone(), write.clone());
        use_effect_with((), move |()| {
            // The card takes the focus first, and remembers where it came from.
            let focus = Timeout::new(0, move || {
                if let Some(field) = dom::find(&form, "select, textarea") {
                    let _ = field.focus();
                }
            });
            focus.forget();
            move || write.emit(false)
        });
    }
    let save = {
        let (write, onclose) = (write, props.onclose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            write.emit(true);
            onclose.emit(());
        })
    };
    let remove = old.clone().map(|note| {
        let (jot, onclose, sure) = (props.jotter.jot.clone(), props.onclose.clone(), sure.clone());
        let done = done.clone();
        Callback::from(move |_: MouseEvent| {
            // What was written is gone for good: asked once more.
            if !*sure && !note.text.is_empty() {
                return sure.set(true);
            }
            done.replace(true);
            onclose.emit(());
            jot.emit(Jot::Remove(note.clone()));
        })
    });
    let passage = match &props.draft {
        Draft::Old(note) => Some(short(&note.exact, SHOWN)),
        Draft::New(at) => Some(short(&at.text, SHOWN)),
        Draft::Choose(..) => None,
    };
    let text = old.as_ref().map(|note| note.text.clone()).unwrap_or_default();
    let tags = old.as_ref().map(|note| note.tags.join(", ")).unwrap_or_default();
    html! {
        <form class="note-form" ref={form} onsubmit={save}>
            <h3>{ w.notes.note }</h3>
            if let Some(passage) = passage { <blockquote class="as-written"><bdi>{ passage }</bdi></blockquote> }
            if !passages.is_empty() {
                <label>
                    <span>{ w.notes.passage }</span>
                    <select>{ for passages.iter().map(|passage| choice(passage, props)) }</select>
                </label>
            }
            <label>
                <span>{ w.notes.words }</span>
                <textarea rows="4" maxlength={MAX_TEXT.to_string()} value={text}></textarea>
            </label>
            <label>
                <span>{ w.notes.tags }</span>
                <input type="text" value={tags} maxlength="400" placeholder={w.notes.tags_example} />
            </label>
            <div class="row">
                <button type="submit" class="btn primary">{ w.fix.save }</button>
                if let Some(remove) = remove {
                    <button type="button" class={classes!("btn", "note-remove", sure.then_some("sure"))} onclick={remove}>
                        { if *sure { w.notes.remove_really } else { w.notes.remove } }
                    </button>
                }
            </div>
            <p class="quiet">{ if props.jotter.book.is_kept() { w.notes.kept_here } else { w.fix.not_kept } }</p>
        </form>
    }
}

fn choice(passage: &Passage, props: &NoteProps) -> Html {
    let w = words(props.lang);
    let first = match &props.draft {
        Draft::Choose(_, sentence) => sentence.is_some() && passage.sentence == *sentence,
        _ => false,
    };
    let what = match (passage.paragraph, passage.sentence) {
        (0, _) => w.notes.headline.to_string(),
        (paragraph, None) => format!("¶{paragraph}, {}", w.notes.whole),
        (paragraph, Some(_)) => format!("¶{paragraph}"),
    };
    html! { <option selected={first}>{ format!("{what}: {}", short(&passage.at.text, CHOICE)) }</option> }
}

/// The first characters of a text, as one line.
pub fn short(text: &str, most: usize) -> String {
    let line: Vec<&str> = text.split_whitespace().collect();
    let line = line.join(" ");
    match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

fn field<T: wasm_bindgen::JsCast>(form: &NodeRef, css: &str) -> Option<T> {
    let found: HtmlElement = dom::find(form, css)?;
    wasm_bindgen::JsCast::dyn_into(found).ok()
}
