//! All corrections in one place: each can be taken back, all saved to a file and loaded from one.

use super::{Book, Fix};
use crate::dom;
use crate::frame::dialog::Dialog;
use crate::icons;
use crate::messages::words;
use crate::state::{Action, Opened};
use crate::ui::*;
use sorot_core::correct::{Refusal, file};
use sorot_core::view::Lang;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

#[derive(PartialEq)]
pub struct ListProps {
    /// The bundle before any correction.
    pub source: Opened,
    pub book: Book,
    pub refusals: std::rc::Rc<[Refusal]>,
    /// Whether the browser keeps them.
    pub kept: bool,
    pub fix: Callback<Fix>,
    pub act: Callback<Action>,
    pub onclose: Callback<()>,
    pub lang: Lang,
}

/// The dialog.
#[part]
pub fn CorrectionList(props: &ListProps) -> Html {
    let w = words(props.lang);
    let told = use_state_eq(|| None::<String>);
    let list = props.book.history().corrections();
    let lines = props.source.pages().corrections(list, &props.refusals, props.lang);
    let fix = |fix: Fix| props.fix.reform(move |_: MouseEvent| fix.clone());
    let save = {
        let (source, text) = (props.source.clone(), list.to_vec());
        Callback::from(move |_: MouseEvent| {
            let corpus = source.pages().corpus();
            dom::download(&format!("sorot-{}.json", file::bundle(corpus)), &file::write(corpus, &text));
        })
    };
    let load = {
        let (source, fix, told, lang) = (props.source.clone(), props.fix.clone(), told.clone(), props.lang);
        Callback::from(move |text: String| match file::read(source.pages().corpus(), &text) {
            Ok(read) => {
                told.set(read.other.map(|title| words(lang).other_bundle(&title)));
                fix.emit(Fix::AddAll(read.corrections));
            }
            Err(why) => told.set(Some(why.words(lang))),
        })
    };
    html! {
        <Dialog title={w.fix.corrections} close={w.close} onclose={props.onclose.clone()}>
            if list.is_empty() {
                <p><strong>{ w.fix.none_yet }</strong></p>
                <p class="quiet">{ w.fix.none_yet_help }</p>
            }
            <ol class="corrections">
                { for lines.into_iter().enumerate().map(|(n, line)| html! {
                    <li key={n}>
                        <div>
                            <p><bdi>{ &line.text }</bdi></p>
                            if let Some(refused) = &line.refused {
                                <p class="refused">{ w.fix.does_not_hold }{ ": " }<bdi>{ refused }</bdi></p>
                            }
                            if let Some(article) = line.article {
                                <button
                                    type="button" class="link"
                                    onclick={{
                                        let onclose = props.onclose.clone();
                                        props.act.reform(move |_: MouseEvent| { onclose.emit(()); Action::Open(article.clone()) })
                                    }}
                                >{ w.fix.to_article }</button>
                            }
                        </div>
                        <button
                            type="button" class="btn" title={w.fix.take_back} onclick={fix(Fix::Without(n))}
                            aria-label={format!("{}: {}", w.fix.take_back, line.text)}
                        >{ icons::cross() }</button>
                    </li>
                }) }
            </ol>
            if let Some(told) = &*told { <p class="refused" role="alert"><bdi>{ told }</bdi></p> }
            <div class="row">
                <button type="button" class="btn" disabled={!props.book.history().can_undo()} onclick={fix(Fix::Undo)}>{ w.fix.undo }</button>
                <button type="button" class="btn" disabled={!props.book.history().can_redo()} onclick={fix(Fix::Redo)}>{ w.fix.redo }</button>
                <button type="button" class="btn" disabled={list.is_empty()} onclick={save}>{ w.fix.save_file }</button>
                { file_field(load, props.lang) }
                <button type="button" class="btn" disabled={list.is_empty()} onclick={fix(Fix::Clear)}>{ w.fix.take_back_all }</button>
            </div>
            <p class="quiet">{ if props.kept { w.fix.kept_here } else { w.fix.not_kept } }</p>
        </Dialog>
    }
}

/// A button that reads a file that was saved here; `read` gets its text.
pub fn file_field(read: Callback<String>, lang: Lang) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else { return };
        let Some(chosen) = input.files().and_then(|files| files.get(0)) else { return };
        // The same file can be chosen again.
        input.set_value("");
        let read = read.clone();
        yew::platform::spawn_local(async move {
            let text = wasm_bindgen_futures::JsFuture::from(chosen.text()).await.ok();
            read.emit(text.and_then(|t| t.as_string()).unwrap_or_default());
        });
    });
    html! {
        <label class="btn file">
            <input type="file" accept=".json,.jsonl,application/json" class="visually-hidden" {onchange} />{ words(lang).fix.load_file }
        </label>
    }
}
