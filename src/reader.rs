//! The open article.

use crate::articles::day_text;
use crate::facets::KIND_CLASSES;
use crate::format;
use crate::messages::{Words, kind_index, words};
use crate::state::Action;
use sorot_core::view::{
    Day, Lang, PublishedSource, Reader as ReaderPage, ReaderBlock, ReaderBlockKind, Segment, Tag,
};
use std::rc::Rc;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ReaderProps {
    pub reader: Option<Rc<ReaderPage>>,
    /// The id that the link names but the bundle doesn't hold.
    pub missing: Option<String>,
    pub lang: Lang,
    pub act: Callback<Action>,
}

/// The column of the open article, or what to do to open one.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let w = words(props.lang);
    match &props.reader {
        Some(reader) => html! {
            // Another article is another element: it starts at its top, unfolded details don't stay.
            <Open key={reader.id.clone()} reader={reader.clone()} lang={props.lang} act={props.act.clone()} />
        },
        None => html! {
            <div class="empty">
                if let Some(id) = &props.missing { <p role="alert">{ w.article_missing }{ " " }<bdi>{ id }</bdi></p> }
                <h2>{ w.nothing_open }</h2>
                <ul>{ for w.hints.iter().map(|hint| html! { <li key={*hint}>{ *hint }</li> }) }</ul>
            </div>
        },
    }
}

#[derive(Properties, PartialEq)]
struct OpenProps {
    reader: Rc<ReaderPage>,
    lang: Lang,
    act: Callback<Action>,
}

#[component]
fn Open(props: &OpenProps) -> Html {
    let w = words(props.lang);
    let reader = &props.reader;
    let article = use_node_ref();
    {
        let article = article.clone();
        use_effect_with(reader.sentence, move |sentence| settle(&article, sentence.is_some()));
    }
    let meta = html! { <Meta reader={reader.clone()} lang={props.lang} /> };
    let has_title = reader.blocks.first().is_some_and(|b| b.kind == ReaderBlockKind::Title);
    html! {
        <article class="story" ref={article} lang={reader.lang.tag()}>
            { meta }
            if has_title {
                { for reader.blocks.first().map(|b| html! {
                    <h2 class="title" tabindex="-1">{ segments(b, w, &props.act) }</h2>
                }) }
            } else {
                <h2 class="title is-lead" tabindex="-1">{ &reader.title.text }</h2>
                <p class="note" lang={w.lang.tag()}>{ w.no_headline }</p>
            }
            <Legend counts={reader.counts} lang={props.lang} />
            <div class="body">
                { for reader.blocks.iter().skip(usize::from(has_title)).enumerate().map(|(n, b)| block(n, b, w, &props.act)) }
            </div>
        </article>
    }
}

/// Brings the shown sentence into view, else the headline; the focus goes where the eye goes, unless
/// the page has only just been opened.
fn settle(article: &NodeRef, sentence: bool) {
    let Some(article) = article.cast::<web_sys::Element>() else { return };
    let find = |selector| article.query_selector(selector).ok().flatten();
    let shown = if sentence { find(".shown") } else { None };
    match shown {
        Some(place) => {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Center);
            place.scroll_into_view_with_scroll_into_view_options(&options);
        }
        None => {
            if let Some(column) = article.parent_element() {
                column.set_scroll_top(0);
            }
        }
    }
    let opened_by_hand = gloo::utils::document()
        .active_element()
        .is_some_and(|e| e.closest(".sorot").ok().flatten().is_some());
    if opened_by_hand
        && let Some(title) =
            find(".title").and_then(|t| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(t).ok())
    {
        let quiet = web_sys::FocusOptions::new();
        quiet.set_prevent_scroll(true);
        let _ = title.focus_with_options(&quiet);
    }
}

#[derive(Properties, PartialEq)]
struct MetaProps {
    reader: Rc<ReaderPage>,
    lang: Lang,
}

#[component]
fn Meta(props: &MetaProps) -> Html {
    let w = words(props.lang);
    let reader = &props.reader;
    let when = &reader.when;
    let text = match when.interval {
        Some(interval) if when.source == PublishedSource::Inferred => {
            format!("≈ {} · {}", format::long(interval, props.lang), w.inferred)
        }
        Some(interval) => format::long(interval, props.lang),
        None => day_text(None, when.source, w),
    };
    html! {
        <div class="meta" lang={w.lang.tag()}>
            <details class="why">
                <summary><span class={classes!((when.source == PublishedSource::Inferred).then_some("inferred"))}>{ text }</span>
                    <span class="why-word">{ w.why }</span></summary>
                { reasons(&when.why) }
            </details>
            if let Some(source) = &reader.source { <bdi>{ source }</bdi> }
        </div>
    }
}

/// The steps of a reasoning.
pub fn reasons(why: &[String]) -> Html {
    html! { <ol class="reasons">{ for why.iter().map(|step| html! { <li>{ step }</li> }) }</ol> }
}

#[derive(Properties, PartialEq)]
struct LegendProps {
    counts: [u32; 4],
    lang: Lang,
}

#[component]
fn Legend(props: &LegendProps) -> Html {
    let w = words(props.lang);
    let [person, organisation, place, date] = props.counts;
    let rows = [
        (KIND_CLASSES[0], w.kinds[0], person),
        (KIND_CLASSES[1], w.kinds[1], organisation),
        (KIND_CLASSES[2], w.kinds[2], place),
        ("date", w.dates_in_text, date),
    ];
    html! {
        <ul class="legend" lang={w.lang.tag()}>
            { for rows.into_iter().map(|(class, name, count)| html! {
                <li key={class}><span class={classes!("entity", class)}>{ name }</span>{ " " }{ format::number(count, props.lang) }</li>
            }) }
        </ul>
    }
}

fn block(n: usize, block: &ReaderBlock, w: &Words, act: &Callback<Action>) -> Html {
    match &block.kind {
        ReaderBlockKind::NonStory(why) => html! {
            <aside key={n} class="not-story">
                <p>{ segments(block, w, act) }</p>
                <details class="why" lang={w.lang.tag()}>
                    <summary>{ w.not_story }{ " · " }<span class="why-word">{ w.why }</span></summary>
                    { reasons(why) }
                </details>
            </aside>
        },
        ReaderBlockKind::Paragraph(number) => html! {
            <p key={n} data-paragraph={number.to_string()}>{ segments(block, w, act) }</p>
        },
        ReaderBlockKind::Title => html! { <p key={n}>{ segments(block, w, act) }</p> },
    }
}

fn segments(block: &ReaderBlock, w: &Words, act: &Callback<Action>) -> Html {
    block.segments.iter().map(|s| segment(s, w, act)).collect()
}

fn segment(segment: &Segment, w: &Words, act: &Callback<Action>) -> Html {
    let shown = segment.shown.then_some("shown");
    let hit = segment.hit.then_some("hit");
    match &segment.tag {
        None if segment.hit => html! { <mark class={classes!("hit", shown)}>{ &segment.text }</mark> },
        None if segment.shown => html! { <span class="shown">{ &segment.text }</span> },
        None => html! { { &segment.text } },
        Some(Tag::Actor { slug, name, kind, government, asked, why, .. }) => {
            let kind = kind_index(*kind);
            let government = if *government { format!(", {}", w.government) } else { String::new() };
            let title = format!("{name} · {}{government} · {}", w.kind[kind], why.join("; "));
            let toggle = {
                let slug = slug.clone();
                act.reform(move |_: MouseEvent| Action::ToggleActor(slug.clone()))
            };
            html! {
                // Not a tab stop: a page has hundreds, and the actors' column does the same.
                <mark
                    class={classes!("entity", KIND_CLASSES[kind], asked.then_some("asked"), shown, hit)}
                    {title} onclick={toggle}
                >{ &segment.text }<span class="visually-hidden">{ format!(" ({}{government})", w.kind[kind]) }</span></mark>
            }
        }
        Some(Tag::Date { from, to, why, .. }) => {
            let title = format!("{} · {}", days(*from, *to, w), why.join("; "));
            html! {
                <mark class={classes!("entity", "date", shown, hit)} {title}>{ &segment.text }<span class="visually-hidden">{ format!(" ({}: {})", w.date, days(*from, *to, w)) }</span></mark>
            }
        }
    }
}

fn days(from: Option<Day>, to: Option<Day>, w: &Words) -> String {
    use sorot_core::view::Interval;
    let interval = match (from, to) {
        (Some(a), Some(b)) => Interval::between(a, b),
        (Some(a), None) => Interval::since(a),
        (None, Some(b)) => Interval::until(b),
        (None, None) => return w.undated.into(),
    };
    format::period(interval, w.lang)
}
