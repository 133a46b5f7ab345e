//! Where the names and the arcs of the relations are drawn: an arc diagram (Wattenberg 2002). Names stand
//! below one another, so that none covers another at any width; arcs join them beside. The order of the
//! names keeps arcs short: a minimum linear arrangement, approached by sifting (Matuszewski, Schönfeld and
//! Molitor 1999), in whole numbers.

/// A drawing, in units of an SVG's view box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// Where each actor's mark stands; by actor.
    pub nodes: Vec<Node>,
    /// The arc of each pair; by pair.
    pub arcs: Vec<Arc>,
}

/// An actor's mark with its name to the left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The middle of the mark.
    pub x: i32,
    /// The middle of the mark and of the line of the name.
    pub y: i32,
    /// The name, cut to [`LETTERS`] characters; it ends [`GAP`] left of `x`.
    pub label: String,
}

/// An arc between two marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arc {
    /// The `d` of an SVG path.
    pub path: String,
    /// How thick, in tenths.
    pub width: i32,
}

/// The width of the drawing: what a phone of 320 px leaves.
pub const WIDTH: i32 = 288;
/// The height of a name's row.
pub const ROW: i32 = 26;
/// Characters of a name.
pub const LETTERS: usize = 20;
/// The widest that a character of a name is drawn on average.
pub const LETTER: i32 = 8;
/// Between a name and its mark.
pub const GAP: i32 = 12;
/// The middle of the marks.
const MARKS: i32 = LETTERS as i32 * LETTER + GAP;
/// Free space at the right of the widest arc.
const MARGIN: i32 = 8;
/// The thinnest and the thickest arc, in tenths.
const THICK: (i32, i32) = (12, 70);
/// Names that are drawn at most.
const NAMES: usize = crate::summary::relations::ACTORS;
/// Rounds of sifting; two or three are mostly enough.
const ROUNDS: usize = 8;

/// Lays out `names` and the pairs `(a, b, count)` of them: same input, same drawing.
pub fn layout(names: &[&str], edges: &[(u32, u32, u32)]) -> Graph {
    let order = order(names.len(), edges);
    let mut row = vec![0i32; names.len()];
    for (at, &name) in (0..).zip(&order) {
        if let Some(row) = row.get_mut(name as usize) {
            *row = at;
        }
    }
    let y = |name: u32| row.get(name as usize).map_or(0, |r| r * ROW + ROW / 2);
    let span = |e: &(u32, u32, u32)| (y(e.0) - y(e.1)).abs();
    let widest = edges.iter().map(span).max().unwrap_or(0).max(1);
    let most = edges.iter().map(|e| e.2).max().unwrap_or(0).max(1);
    let arcs = edges.iter().map(|edge| {
        let (top, bottom) = (y(edge.0).min(y(edge.1)), y(edge.0).max(y(edge.1)));
        // A cubic curve reaches three quarters of the way to its control points.
        let reach = (WIDTH - MARKS - MARGIN) * 4 / 3;
        let bulge = MARKS + (reach * span(edge) / widest).max(ROW);
        let width = THICK.0 + ((THICK.1 - THICK.0) * edge.2 as i32) / most as i32;
        Arc { path: format!("M{MARKS} {top}C{bulge} {top} {bulge} {bottom} {MARKS} {bottom}"), width }
    });
    Graph {
        width: WIDTH,
        height: names.len() as i32 * ROW,
        arcs: arcs.collect(),
        nodes: (0..).zip(names).map(|(n, name)| Node { x: MARKS, y: y(n), label: cut(name) }).collect(),
    }
}

/// The order of the names from top to bottom in which the arcs, by their counts, are short: each name in
/// turn goes to its best place, until none gains.
fn order(names: usize, edges: &[(u32, u32, u32)]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..names as u32).collect();
    let mut best = length(&order, edges);
    for _ in 0..ROUNDS {
        let before = best;
        for name in 0..names as u32 {
            let mut rest: Vec<u32> = order.iter().copied().filter(|&n| n != name).collect();
            for at in 0..names {
                rest.insert(at, name);
                let now = length(&rest, edges);
                if now < best {
                    best = now;
                    order.clone_from(&rest);
                }
                rest.remove(at);
            }
        }
        if best == before {
            break;
        }
    }
    order
}

fn length(order: &[u32], edges: &[(u32, u32, u32)]) -> i64 {
    // Names beyond the room stand on top: more are never drawn.
    let mut place = [0i64; NAMES];
    for (at, &name) in (0..).zip(order) {
        if let Some(place) = place.get_mut(name as usize) {
            *place = at;
        }
    }
    let at = |name: u32| place.get(name as usize).copied().unwrap_or(0);
    edges.iter().map(|&(a, b, count)| (at(a) - at(b)).abs() * i64::from(count)).sum()
}

/// A name in at most [`LETTERS`] characters.
fn cut(name: &str) -> String {
    match name.char_indices().nth(LETTERS) {
        None => name.to_string(),
        Some(_) => {
            let end = name.char_indices().nth(LETTERS - 1).map_or(name.len(), |(at, _)| at);
            format!("{}…", name.get(..end).unwrap_or("").trim_end())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn friends_stand_together() {
        // 0–3 and 1–2 are pairs: in the order given their arcs would cross the whole.
        let edges = [(0, 3, 9), (1, 2, 9)];
        assert!(length(&order(4, &edges), &edges) <= 18);
        assert_eq!(order(3, &[]), [0, 1, 2]);
    }

    #[test]
    fn a_long_name_is_cut() {
        assert_eq!(cut("Kementerian Pertanian dan Perikanan"), "Kementerian Pertani…");
        assert_eq!(cut("Kementerian Pertania"), "Kementerian Pertania");
    }

    proptest! {
        #[test]
        fn no_name_covers_another_and_nothing_leaves_the_drawing(
            names in proptest::collection::vec("\\PC{0,40}", 0..17),
            edges in proptest::collection::vec((0u32..16, 0u32..16, 1u32..1_000_000), 0..40),
        ) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let edges: Vec<(u32, u32, u32)> = edges
                .into_iter()
                .filter(|e| e.0 < e.1 && (e.1 as usize) < names.len())
                .collect();
            let graph = layout(&names, &edges);
            prop_assert_eq!(&layout(&names, &edges), &graph);
            let mut rows: Vec<i32> = graph.nodes.iter().map(|n| n.y).collect();
            rows.sort_unstable();
            prop_assert!(rows.windows(2).all(|w| w[1] - w[0] >= ROW), "a line of text and its target fit");
            for node in &graph.nodes {
                let width = node.label.chars().count() as i32 * LETTER;
                prop_assert!(node.x - GAP - width >= 0, "{}", node.label);
                prop_assert!(node.y - ROW / 2 >= 0 && node.y + ROW / 2 <= graph.height);
            }
            for arc in &graph.arcs {
                let points: Vec<i32> = arc
                    .path
                    .split(|c: char| !c.is_ascii_digit())
                    .filter(|p| !p.is_empty())
                    .map(|p| p.parse().unwrap())
                    .collect();
                let reach = MARKS + (points[2] - MARKS) * 3 / 4;
                prop_assert!(reach <= WIDTH && (THICK.0..=THICK.1).contains(&arc.width));
            }
        }
    }
}
