//! What leaves the page by the clipboard: a passage with its source, or the source alone.

use crate::dom;
use crate::host::Host;
use crate::messages::words;
use crate::ui::*;
use gloo::utils::document;
use sorot_core::correct::Correction;
use sorot_core::query::Query;
use sorot_core::view::{Lang, Reader as ReaderPage, ReaderBlockKind, cite, is_passage};
use std::ops::RangeInclusive;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Range};

/// A text for the clipboard, and what to say when it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    pub text: String,
    pub done: &'static str,
}

/// The open article's citation.
pub fn article(reader: &ReaderPage, host: &Host, lang: Lang) -> Copied {
    let link = host.link(&Query::default().with_article(&reader.id));
    Copied { text: cite(reader, None, &link, lang), done: words(lang).frame.citation_copied }
}

/// The address of the page as it is, corrections and all.
pub fn address(host: &Host, query: &Query, corrections: &[Correction], lang: Lang) -> Copied {
    let w = words(lang);
    match host.link_with(query, corrections) {
        Some(text) => Copied { text, done: w.frame.link_copied },
        None => Copied { text: host.link(query), done: w.fix.too_long_for_link },
    }
}

/// Adds the source to a passage that the reader copies from the article; a name or a term goes as it
/// is.
pub fn passage(reader: &Rc<ReaderPage>, article: &NodeRef, host: &Host, lang: Lang) -> Callback<Event> {
    let (reader, article, host) = (reader.clone(), article.clone(), host.clone());
    Callback::from(move |event: Event| {
        let Some(event) = event.dyn_ref::<ClipboardEvent>() else { return };
        let Some((text, range)) = dom::selected(&article).filter(|(text, _)| is_passage(text)) else {
            return;
        };
        let paragraphs = paragraphs(&article, &range);
        let query = Query::default();
        let first = paragraphs.as_ref().map(RangeInclusive::start);
        let sentence = reader.blocks.iter().find_map(|block| match block.kind {
            ReaderBlockKind::Paragraph(n) if Some(&n) == first => block.sentence,
            _ => None,
        });
        let query = match sentence {
            Some(sentence) => query.with_sentence(&reader.id, sentence),
            None => query.with_article(&reader.id),
        };
        let source = cite(&reader, paragraphs, &host.link(&query), lang);
        if let Some(data) = event.clipboard_data()
            && data.set_data("text/plain", &format!("{}\n— {source}", text.trim())).is_ok()
        {
            event.prevent_default();
        }
    })
}

/// The numbers of the first and the last paragraph of which words are selected.
fn paragraphs(article: &NodeRef, range: &Range) -> Option<RangeInclusive<u32>> {
    let numbers: Vec<u32> = dom::all(article, "[data-paragraph]")
        .iter()
        .filter(|p| holds_words(range, p))
        .filter_map(|p| p.get_attribute("data-paragraph")?.parse().ok())
        .collect();
    Some(*numbers.first()?..=*numbers.last()?)
}

/// Whether words of `element` are selected: a selection that ends where the element begins holds
/// none of it.
fn holds_words(range: &Range, element: &Element) -> bool {
    let Ok(part) = document().create_range() else { return false };
    let cut = || {
        part.select_node_contents(element)?;
        if range.compare_boundary_points(Range::START_TO_START, &part)? > 0 {
            part.set_start(&range.start_container()?, range.start_offset()?)?;
        }
        if range.compare_boundary_points(Range::END_TO_END, &part)? < 0 {
            part.set_end(&range.end_container()?, range.end_offset()?)?;
        }
        Ok::<bool, wasm_bindgen::JsValue>(true)
    };
    range.intersects_node(element).unwrap_or(false)
        && cut().unwrap_or(false)
        && !String::from(part.to_string()).trim().is_empty()
}
