//! The line above the headline: when, by whom, and how to cite it.

use super::copied;
use super::copied::Copied;
use crate::articles::day_text;
use crate::cards::{Opening, Subject};
use crate::format;
use crate::host::Host;
use crate::icons;
use crate::list::star;
use crate::messages::words;
use crate::notes::Jot;
use crate::ui::*;
use sorot_core::view::{Lang, PublishedSource, Reader as ReaderPage};
use std::rc::Rc;

#[derive(PartialEq)]
pub struct MetaProps {
    pub reader: Rc<ReaderPage>,
    pub host: Host,
    pub lang: Lang,
    pub copy: Callback<Copied>,
    /// Opens a card.
    pub open: Callback<Opening>,
    /// Whether it is bookmarked, and whether it was read.
    pub marks: [bool; 2],
    pub jot: Callback<Jot>,
}

/// The line.
#[part]
pub fn Meta(props: &MetaProps) -> Html {
    let w = words(props.lang);
    let reader = &props.reader;
    let when = &reader.when;
    let text = match when.interval {
        Some(interval) if when.source == PublishedSource::Inferred => {
            format!("≈ {} · {}", format::long(interval, props.lang), w.inferred)
        }
        Some(interval) if when.source == PublishedSource::Reader => {
            format!("{} · {}", format::long(interval, props.lang), w.fix.set_by_reader)
        }
        Some(interval) => format::long(interval, props.lang),
        None => day_text(None, when.source, w),
    };
    let cite = {
        let (reader, host, lang) = (reader.clone(), props.host.clone(), props.lang);
        props.copy.reform(move |_: MouseEvent| copied::article(&reader, &host, lang))
    };
    let set = {
        let subject = Subject::Published(reader.id.clone());
        props.open.reform(move |event: MouseEvent| Opening::at(subject.clone(), &event))
    };
    let note = {
        let subject = Subject::NewNote(reader.id.clone(), reader.sentence);
        props.open.reform(move |event: MouseEvent| Opening::at(subject.clone(), &event))
    };
    let [starred, read] = props.marks;
    let unread = {
        let id = reader.id.clone();
        props
            .jot
            .reform(move |_: MouseEvent| if read { Jot::Unread(id.clone()) } else { Jot::Read(id.clone()) })
    };
    html! {
        <div class="meta" lang={w.lang.tag()}>
            <details class="why">
                <summary><span class={classes!((when.source == PublishedSource::Inferred).then_some("inferred"))}>{ text }</span>
                    <span class="why-word">{ w.why }</span></summary>
                { reasons(&when.why) }
                <button type="button" class="link to-correct" onclick={set}>{ w.fix.set_published }</button>
            </details>
            if let Some(source) = &reader.source { <bdi>{ source }</bdi> }
            <button type="button" class="link cite-article" onclick={cite}>{ icons::quote() }{ w.reading.cite }</button>
            <button type="button" class="link to-note" onclick={note}>{ icons::note() }{ w.notes.write }</button>
            <button type="button" class="link to-unread" onclick={unread}>{ if read { w.notes.unread } else { w.notes.mark_read } }</button>
            { star(&reader.id, starred, true, &props.jot, w) }
        </div>
    }
}

/// The steps of a reasoning.
pub fn reasons(why: &[String]) -> Html {
    html! { <ol class="reasons">{ for why.iter().map(|step| html! { <li>{ step }</li> }) }</ol> }
}
