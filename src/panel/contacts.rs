//! Who met, phoned or wrote to whom: a matrix and a list.

use super::foot::{Desk, foot};
use super::pick::Pick;
use crate::cards::{CHANNELS, actors};
use crate::signs::shown;
use crate::ui::*;
use sorot_core::view::panel::{ContactsView, MeetingView};
use sorot_core::view::{CardActor, ContactStatus};

/// Draws the section.
pub fn contacts(desk: &Desk, view: &ContactsView) -> Html {
    let w = desk.words();
    let picked = cell_of(desk, view);
    let only: Option<&[u32]> = picked.map(|(_, _, lines)| lines.as_slice());
    let shown = view
        .lines
        .iter()
        .zip(0u32..)
        .filter(|(m, n)| only.is_none_or(|lines| lines.contains(n)) && !desk.hides(&m.line));
    let all = desk.choose.reform(|_: MouseEvent| Pick::All);
    html! {
        <>
            <div class="section-head"><h3>{ w.contacts(view.total) }</h3></div>
            if view.lines.is_empty() { <p class="quiet">{ w.told.no_contacts }</p> }
            if !view.cells.is_empty() { { matrix(desk, view) } }
            if let Some((a, b, _)) = picked {
                <p class="picked">
                    <b>{ pair(view, *a, *b) }</b>{ " · " }
                    <button type="button" class="link" onclick={all}>{ w.told.show_all }</button>
                </p>
            }
            <ol class="sentences meetings">
                { for shown.map(|(meeting, _)| html! { <li key={meeting.line.id.to_string()}>{ one(desk, meeting) }</li> }) }
            </ol>
            if (view.lines.len() as u32) < view.total {
                <p class="quiet">{ w.only_first(view.lines.len() as u32) }</p>
            }
            if view.others > 0 { <p class="quiet">{ w.other_contacts(view.others) }</p> }
        </>
    }
}

fn actor(view: &ContactsView, n: u32) -> Option<&CardActor> {
    view.actors.get(n as usize)
}

fn name(view: &ContactsView, n: u32) -> &str {
    actor(view, n).map_or("", |a| a.name.as_str())
}

fn pair(view: &ContactsView, a: u32, b: u32) -> Html {
    html! { <><bdi>{ name(view, a) }</bdi>{ " – " }<bdi>{ name(view, b) }</bdi></> }
}

fn pick_of(view: &ContactsView, row: u32, column: u32) -> Pick {
    let slug = |n| actor(view, n).map(|a| a.slug.clone()).unwrap_or_default();
    Pick::Contact(slug(row), slug(column))
}

/// The field that is looked at.
fn cell_of<'v>(desk: &Desk, view: &'v ContactsView) -> Option<&'v (u32, u32, Vec<u32>)> {
    view.cells.iter().find(|(row, column, _)| pick_of(view, *row, *column) == desk.pick)
}

/// The half of the matrix that says all: each actor's row against those before it.
fn matrix(desk: &Desk, view: &ContactsView) -> Html {
    let w = desk.words();
    let count = view.actors.len() as u32;
    html! {
        <>
            <table class="matrix">
                <caption class="visually-hidden">{ w.told.matrix }</caption>
                <thead><tr>
                    <td></td>
                    { for (1..count).map(|n| html! {
                        <th scope="col" key={n} title={name(view, n - 1).to_string()}>
                            <span aria-hidden="true">{ n }</span><span class="visually-hidden">{ name(view, n - 1) }</span>
                        </th>
                    }) }
                </tr></thead>
                <tbody>
                    { for (0..count).map(|row| html! {
                        <tr key={row}>
                            <th scope="row"><span class="number" aria-hidden="true">{ row + 1 }</span><bdi>{ name(view, row) }</bdi></th>
                            { for (0..row).map(|column| html! { <td key={column}>{ cell(desk, view, column, row) }</td> }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            <p class="quiet keys" aria-hidden="true">
                { for ContactStatus::ALL.map(|status| html! {
                    <span key={status.code()}><span class={classes!("status", status.code())}></span>{ w.fix.status_of(status) }</span>
                }) }
            </p>
        </>
    }
}

/// A field: a mark for each status in it, all of it in words for who can't see the marks.
fn cell(desk: &Desk, view: &ContactsView, a: u32, b: u32) -> Html {
    let Some((_, _, lines)) = view.cells.iter().find(|(row, column, _)| (*row, *column) == (a, b)) else {
        return Html::default();
    };
    let w = desk.words();
    let of = |status: ContactStatus| {
        let here = lines.iter().filter_map(|&n| view.lines.get(n as usize));
        here.filter(|m| m.status == status).count()
    };
    let counts: Vec<(ContactStatus, usize)> =
        ContactStatus::ALL.into_iter().map(|s| (s, of(s))).filter(|(_, n)| *n > 0).collect();
    let told: Vec<String> =
        counts.iter().map(|(status, n)| format!("{n} {}", w.fix.status_of(*status))).collect();
    let label = format!("{} – {}: {}", name(view, a), name(view, b), told.join(", "));
    let pick = pick_of(view, a, b);
    let on = pick == desk.pick;
    let choose = desk.choose.reform(move |_: MouseEvent| if on { Pick::All } else { pick.clone() });
    html! {
        <button type="button" aria-pressed={on.to_string()} aria-label={label.clone()} title={label} onclick={choose}>
            { for counts.iter().map(|(status, _)| html! {
                <span key={status.code()} class={classes!("status", status.code())}></span>
            }) }
        </button>
    }
}

fn one(desk: &Desk, meeting: &MeetingView) -> Html {
    let w = desk.words();
    let channel = meeting.channel.as_deref().and_then(|c| CHANNELS.iter().position(|known| *known == c));
    let channel = channel.and_then(|c| w.fix.channels.get(c)).copied();
    html! {
        <>
            <p class="meeting">
                <span class={classes!("status", meeting.status.code())} aria-hidden="true"></span>
                <b class="status-word">{ w.fix.status_of(meeting.status) }</b>
                { actors(&meeting.a, "", desk.lang) }<span aria-hidden="true">{ "–" }</span>
                <span class="visually-hidden">{ w.fix.with }</span>{ actors(&meeting.b, "", desk.lang) }
            </p>
            <p class="quiet how">
                if let Some(when) = &meeting.when { <span>{ when }</span> }
                if let Some(place) = &meeting.place { <bdi>{ &place.name }</bdi> }
                if let Some(channel) = channel { <span>{ channel }</span> }
            </p>
            <p class="sentence" lang={meeting.line.lang.tag()}>{ shown(&meeting.line.text, desk.lang) }</p>
            { foot(desk, &meeting.line) }
        </>
    }
}
