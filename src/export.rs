//! The selected articles as a file for another program.

use crate::dom::download;
use crate::messages::words;
use crate::panel::told::chip;
use crate::state::Opened;
use crate::texts::Act;
use crate::ui::*;
use sorot_core::notes::Note;
use sorot_core::view::export::{Format, export};
use sorot_core::view::{Chip, Lang};
use std::rc::Rc;

/// The forms' names, in the order of [`Format::ALL`]; the same in every language.
const NAMES: [&str; 7] = ["CSV", "JSON", "JSONL", "RIS", "BibTeX", "GraphML", "Markdown"];

/// Unfolds to a button a form. What is saved are the articles of the filters that are on, as they stand in the address.
pub fn menu(opened: &Opened, chips: &Rc<[Chip]>, notes: &Rc<[Note]>, lang: Lang) -> Html {
    let w = words(lang);
    let save = |format: Format| {
        let (opened, chips, notes) = (opened.clone(), chips.clone(), notes.clone());
        Callback::from(move |_: MouseEvent| {
            let host = opened.host();
            let (query, _) = host.read();
            let filters: Vec<String> = chips.iter().map(|on| chip(on, lang)).collect();
            let (base, notes) = (host.base().to_string(), notes.clone());
            let make = move |opened: &Opened| -> Act {
                let file = export(opened.pages(), &query, format, &filters, &base, &notes, lang);
                Box::new(move || download(&file.name, &file.text))
            };
            opened.when_here(false, Rc::new(make));
        })
    };
    html! {
        <details class="export">
            <summary>{ w.search.export }</summary>
            <p class="row">{ for Format::ALL.into_iter().zip(NAMES).map(|(format, name)| html! {
                <button key={name} type="button" class="btn" onclick={save(format)}>{ name }</button>
            }) }</p>
        </details>
    }
}
