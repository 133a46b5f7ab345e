//! The article's own words: lines, and the names marked in them.

use crate::cards::{Opening, Spot, Subject};
use crate::dom;
use crate::facets::KIND_CLASSES;
use crate::format;
use crate::icons;
use crate::messages::{Words, kind_index, words};
use crate::probe;
use crate::signs::shown;
use crate::ui::*;
use sorot_core::view::{Day, Interval, Lang, Pin, PinKind, ReaderBlock, Segment, Tag, mentions};
use std::rc::Rc;
use web_sys::HtmlElement;

#[derive(PartialEq)]
pub struct LineProps {
    /// The article's id.
    pub article: AttrValue,
    pub block: Rc<ReaderBlock>,
    /// Which of its mentions is the current one.
    pub current: Option<u32>,
    /// The actor whose mentions are emphasised though it isn't asked for.
    pub actor: Option<AttrValue>,
    /// Whether a screen reader is told the kinds.
    pub announce: bool,
    pub lang: Lang,
    /// Walks the mentions of an actor.
    pub follow: Callback<AttrValue>,
    /// Opens a card.
    pub open: Callback<Opening>,
}

/// One line's words. A component of its own: a step along the mentions draws two lines anew, not the
/// article.
#[part]
pub fn Line(props: &LineProps) -> Html {
    probe::drawn("line");
    let mut pins = props.block.pins.iter().peekable();
    let mut out = Vec::new();
    for (n, (s, number)) in (0u32..).zip(mentions(&props.block.segments)) {
        while let Some(before) = pins.next_if(|pin| pin.after <= n) {
            out.push(pin(before, props));
        }
        out.push(segment(s, number, props));
    }
    out.extend(pins.map(|rest| pin(rest, props)));
    out.into_iter().collect()
}

/// The mark behind a quote or a contact: opens its card.
fn pin(pin: &Pin, line: &LineProps) -> Html {
    let w = words(line.lang);
    let article = line.article.to_string();
    let (class, icon, said, subject) = match &pin.kind {
        PinKind::Quote { number, speakers } => {
            ("quote", icons::quote(), w.quote_of(speakers), Subject::Quote(article, *number))
        }
        PinKind::Contact { number, sides, status } => {
            ("contact", icons::contact(), w.contact_of(sides, *status), Subject::Contact(article, *number))
        }
        PinKind::Note { number, text } => {
            ("note", icons::note(), w.note_saying(text), Subject::Note(*number))
        }
    };
    let onclick = line.open.reform(move |event: MouseEvent| Opening::at(subject.clone(), &event));
    html! {
        <button type="button" class={classes!("pin", class)} title={said} {onclick}>{ icon }</button>
    }
}

fn segment(segment: &Segment, number: Option<u32>, line: &LineProps) -> Html {
    let target = segment.shown.then_some("shown");
    let text = shown(&segment.text, line.lang);
    let hit = segment.hit.then_some("hit");
    let noted = segment.noted.then_some("noted");
    let Some(tag) = &segment.tag else {
        return match (segment.hit || segment.noted, segment.shown) {
            (true, _) => {
                // Where a note ends stands its button, which says it.
                let role = (!segment.hit).then_some("none");
                html! { <mark class={classes!(hit, noted, target)} {role}>{ text }</mark> }
            }
            (_, true) => html! { <span class="shown">{ text }</span> },
            _ => text,
        };
    };
    let w = words(line.lang);
    let current = line.current.is_some() && line.current == number;
    let (class, title, kind) = described(tag, w);
    let asked = match tag {
        Tag::Actor { slug, asked, .. } => *asked || line.actor.as_deref() == Some(slug),
        Tag::Date { .. } => false,
    };
    let onclick = clicked(tag, line);
    let onkeydown = current.then(|| {
        let clicked = onclick.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                clicked.emit(dom::target(&event));
            }
        })
    });
    let onclick = onclick.reform(|event: MouseEvent| dom::target(&event));
    // Silent for a screen reader unless asked for: hundreds of "highlight … end" drown the text. The
    // current one speaks, because the focus may stand on it.
    let role = (!line.announce && !current).then_some("none");
    html! {
        // Not a tab stop: a page has hundreds; `n` and `p` walk along them.
        <mark
            class={classes!("entity", class, asked.then_some("asked"), current.then_some("current"), target, hit, noted)}
            {title} {onclick} {onkeydown} {role} tabindex={current.then_some("-1")} data-mention={number.map(|n| n.to_string())}
        >{ text }if line.announce { <span class="visually-hidden">{ format!(" ({kind})") }</span> }</mark>
    }
}

/// What a click on a mention does, and Enter on the current one.
fn clicked(tag: &Tag, line: &LineProps) -> Callback<Option<HtmlElement>> {
    let article = line.article.to_string();
    let (subject, walked) = match tag {
        Tag::Actor { number: Some(number), slug, .. } => {
            (Subject::Mention(article, *number), Some(slug.clone()))
        }
        Tag::Actor { number: None, slug, .. } => (Subject::Actor(slug.clone()), Some(slug.clone())),
        Tag::Date { number, .. } => (Subject::Date(article, *number), None),
    };
    let (follow, open) = (line.follow.clone(), line.open.clone());
    Callback::from(move |mark: Option<HtmlElement>| {
        if let Some(slug) = &walked {
            follow.emit(slug.clone().into());
        }
        let spot = mark.as_deref().map_or_else(Spot::default, Spot::of);
        open.emit(Opening { subject: subject.clone(), spot });
    })
}

/// A mark's class, its title and its kind in words.
fn described(tag: &Tag, w: &Words) -> (&'static str, String, String) {
    match tag {
        Tag::Actor { name, kind, government, why, .. } => {
            let kind = kind_index(*kind);
            let government = if *government { format!(", {}", w.government) } else { String::new() };
            let title = format!("{name} · {}{government} · {}", w.kind[kind], why.join("; "));
            (KIND_CLASSES[kind], title, format!("{}{government}", w.kind[kind]))
        }
        Tag::Date { from, to, why, .. } => {
            let days = days(*from, *to, w);
            ("date", format!("{days} · {}", why.join("; ")), format!("{}: {days}", w.date))
        }
    }
}

fn days(from: Option<Day>, to: Option<Day>, w: &Words) -> String {
    let interval = match (from, to) {
        (Some(a), Some(b)) => Interval::between(a, b),
        (Some(a), None) => Interval::since(a),
        (None, Some(b)) => Interval::until(b),
        (None, None) => return w.undated.into(),
    };
    format::period(interval, w.lang)
}
