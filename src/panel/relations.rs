//! Who is named with whom in a sentence: a drawing, and the same as a table.

use super::foot::{Desk, place};
use super::pick::Pick;
use crate::dom;
use crate::facets::KIND_CLASSES;
use crate::format;
use crate::messages::kind_index;
use crate::signs::shown;
use crate::ui::*;
use sorot_core::view::panel::{Pair, RelationsView};

/// Draws the section.
pub fn relations(desk: &Desk, network: &RelationsView) -> Html {
    let w = desk.words();
    let (places, open) = match &desk.pick {
        Pick::Relation { places, pair } => (*places, pair.as_ref()),
        _ => (false, None),
    };
    let open = open.and_then(|open| network.pairs.iter().position(|pair| slugs(network, pair) == *open));
    let toggle = desk.choose.reform(move |_: MouseEvent| Pick::Relation { places: !places, pair: None });
    html! {
        <>
            <div class="section-head">
                <h3>{ w.told.together }</h3>
                <div class="match"><button type="button" aria-pressed={places.to_string()} onclick={toggle}>{ w.told.with_places }</button></div>
            </div>
            if network.pairs.is_empty() {
                <p class="quiet">{ w.told.no_relations }</p>
            } else {
                { drawing(desk, network, places, open) }
                <table class="pairs">
                    <caption class="visually-hidden">{ w.told.together }</caption>
                    <thead><tr><th scope="col">{ w.told.pair }</th><th scope="col">{ w.told.sentences }</th></tr></thead>
                    <tbody>{ for network.pairs.iter().enumerate().map(|(n, pair)| row(desk, network, places, pair, n, open == Some(n))) }</tbody>
                </table>
            }
        </>
    }
}

fn name(network: &RelationsView, n: u32) -> &str {
    network.actors.get(n as usize).map_or("", |(actor, _)| actor.name.as_str())
}

fn slugs(network: &RelationsView, pair: &Pair) -> (String, String) {
    let slug =
        |n: u32| network.actors.get(n as usize).map(|(actor, _)| actor.slug.clone()).unwrap_or_default();
    (slug(pair.a), slug(pair.b))
}

fn row_id(n: usize) -> String {
    format!("sorot-pair-{n}")
}

/// The drawing; the table below says the same to who can't see it or has no mouse.
fn drawing(desk: &Desk, network: &RelationsView, places: bool, open: Option<usize>) -> Html {
    let graph = &network.graph;
    let arcs = graph.arcs.iter().enumerate().zip(&network.pairs).map(|((n, arc), pair)| {
        let choose = {
            let (choose, pair) = (desk.choose.clone(), slugs(network, pair));
            Callback::from(move |event: MouseEvent| {
                choose.emit(Pick::Relation { places, pair: Some(pair.clone()) });
                dom::focus(&event, &row_id(n));
            })
        };
        let state = match open {
            Some(picked) if picked == n => "on",
            Some(_) => "off",
            None => "",
        };
        let told = format!("{} – {}: {}", name(network, pair.a), name(network, pair.b), pair.count);
        html! {
            <path key={n} class={classes!("arc", state)} d={arc.path.clone()} stroke-width={tenths(arc.width)} onclick={choose}>
                <title>{ told }</title>
            </path>
        }
    });
    let nodes = graph.nodes.iter().zip(&network.actors).map(|(node, (actor, sentences))| {
        let kind = kind_index(actor.kind);
        let (x, y) = (node.x, node.y);
        // A person is round, an organisation square, a place a square on its corner.
        let mark = match kind {
            0 => format!("M{} {y}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z", x - 6),
            1 => format!("M{} {}h11v11h-11z", x - 5, y - 5),
            _ => format!("M{x} {}l7 7l-7 7l-7 -7z", y - 7),
        };
        html! {
            <g key={actor.slug.clone()} class={classes!("node", KIND_CLASSES[kind])}>
                <title>{ format!("{}: {sentences}", actor.name) }</title>
                <path d={mark} />
                <text x={(x - 12).to_string()} y={(y + 4).to_string()} text-anchor="end">{ &node.label }</text>
            </g>
        }
    });
    html! {
        <svg
            class="graph" viewBox={format!("0 0 {} {}", graph.width, graph.height)} width={graph.width.to_string()}
            height={graph.height.to_string()} role="img" aria-label={desk.words().told.graph}
        >
            { for arcs }
            { for nodes }
        </svg>
    }
}

fn tenths(n: i32) -> String {
    format!("{}.{}", n / 10, n % 10)
}

fn row(desk: &Desk, network: &RelationsView, places: bool, pair: &Pair, n: usize, open: bool) -> Html {
    let w = desk.words();
    let picked = (!open).then(|| slugs(network, pair));
    let choose = desk.choose.reform(move |_: MouseEvent| Pick::Relation { places, pair: picked.clone() });
    let more = pair.count.saturating_sub(pair.evidence.len() as u32);
    html! {
        <>
            <tr>
                <th scope="row"><bdi>{ name(network, pair.a) }</bdi>{ " – " }<bdi>{ name(network, pair.b) }</bdi></th>
                <td>
                    <button type="button" class="link" id={row_id(n)} aria-expanded={open.to_string()} onclick={choose} title={w.told.show_sentences}>
                        { format::number(pair.count, desk.lang) }
                        <span class="visually-hidden">{ " " }{ name(network, pair.a) }{ " – " }{ name(network, pair.b) }</span>
                    </button>
                </td>
            </tr>
            if open {
                <tr class="evidence"><td colspan="2">
                    <ul class="sentences">
                        { for pair.evidence.iter().map(|line| html! {
                            <li key={line.id.to_string()}>
                                <p class="sentence" lang={line.lang.tag()}>{ shown(&line.text, desk.lang) }</p>
                                <div class="sentence-foot">{ for line.places.iter().map(|p| place(desk, p)) }</div>
                            </li>
                        }) }
                    </ul>
                    if more > 0 { <p class="quiet">{ w.more_sentences(more) }</p> }
                </td></tr>
            }
        </>
    }
}
