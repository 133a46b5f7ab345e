//! The article's own words: lines, and the names marked in them.

use crate::facets::KIND_CLASSES;
use crate::format;
use crate::messages::{Words, kind_index, words};
use crate::probe;
use crate::state::Action;
use sorot_core::view::{Day, Interval, Lang, ReaderBlock, Segment, Tag, mentions};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct LineProps {
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
    pub act: Callback<Action>,
}

/// One line's words. A component of its own: a step along the mentions draws two lines anew, not the
/// article.
#[component]
pub fn Line(props: &LineProps) -> Html {
    probe::drawn("line");
    mentions(&props.block.segments).map(|(s, number)| segment(s, number, props)).collect()
}

fn segment(segment: &Segment, number: Option<u32>, line: &LineProps) -> Html {
    let shown = segment.shown.then_some("shown");
    let hit = segment.hit.then_some("hit");
    let Some(tag) = &segment.tag else {
        return match (segment.hit, segment.shown) {
            (true, _) => html! { <mark class={classes!("hit", shown)}>{ &segment.text }</mark> },
            (_, true) => html! { <span class="shown">{ &segment.text }</span> },
            _ => html! { { &segment.text } },
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
    let onkeydown = onclick.clone().filter(|_| current).map(|clicked| {
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                clicked.emit(());
            }
        })
    });
    let onclick = onclick.map(|clicked| clicked.reform(|_: MouseEvent| ()));
    // Silent for a screen reader unless asked for: hundreds of "highlight … end" drown the text. The
    // current one speaks, because the focus may stand on it.
    let role = (!line.announce && !current).then_some("none");
    html! {
        // Not a tab stop: a page has hundreds; `n` and `p` walk along them.
        <mark
            class={classes!("entity", class, asked.then_some("asked"), current.then_some("current"), shown, hit)}
            {title} {onclick} {onkeydown} {role} tabindex={current.then_some("-1")} data-mention={number.map(|n| n.to_string())}
        >{ &segment.text }if line.announce { <span class="visually-hidden">{ format!(" ({kind})") }</span> }</mark>
    }
}

/// What a click on a mention does, and Enter on the current one.
fn clicked(tag: &Tag, line: &LineProps) -> Option<Callback<()>> {
    let Tag::Actor { slug, .. } = tag else { return None };
    let (slug, follow, act) = (slug.clone(), line.follow.clone(), line.act.clone());
    Some(Callback::from(move |()| {
        follow.emit(slug.clone().into());
        act.emit(Action::ToggleActor(slug.clone()));
    }))
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
