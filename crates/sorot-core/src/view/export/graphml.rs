//! Who is named with whom, for network programs: actors as nodes, an edge where articles name both.

use super::{Selection, named};
use crate::annotate::Actor;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Actors of one article whose pairs are counted, by name: pairs grow by the square.
const MOST: usize = 60;

pub(super) fn graph(selection: &Selection<'_>) -> String {
    let mut nodes: BTreeMap<&str, (&Actor, u32)> = BTreeMap::new();
    let mut edges: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for document in &selection.articles {
        let actors = named(selection, document);
        for actor in &actors {
            nodes.entry(&actor.slug).or_insert((actor, 0)).1 += 1;
        }
        let slugs: Vec<&str> = actors.iter().take(MOST).map(|a| a.slug.as_str()).collect();
        for (at, a) in slugs.iter().enumerate() {
            for b in slugs.iter().skip(at + 1) {
                *edges.entry((a.min(b), a.max(b))).or_insert(0) += 1;
            }
        }
    }
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n\
         <key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n\
         <key id=\"kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>\n\
         <key id=\"articles\" for=\"all\" attr.name=\"articles\" attr.type=\"int\"/>\n\
         <key id=\"filters\" for=\"graph\" attr.name=\"filters\" attr.type=\"string\"/>\n\
         <graph edgedefault=\"undirected\">\n",
    );
    let _ = writeln!(out, "<data key=\"filters\">{}</data>", escaped(&selection.told()));
    for (slug, (actor, count)) in &nodes {
        let _ = writeln!(
            out,
            "<node id=\"{}\"><data key=\"name\">{}</data><data key=\"kind\">{}</data><data key=\"articles\">{count}</data></node>",
            escaped(slug),
            escaped(&actor.name),
            actor.kind.code()
        );
    }
    for ((a, b), count) in &edges {
        let _ = writeln!(
            out,
            "<edge source=\"{}\" target=\"{}\"><data key=\"articles\">{count}</data></edge>",
            escaped(a),
            escaped(b)
        );
    }
    out.push_str("</graph>\n</graphml>\n");
    out
}

/// Text and attribute values in XML 1.0, which has no control characters at all.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_no_markup() {
        assert_eq!(escaped("<a href=\"x\">\u{0}&]]>"), "&lt;a href=&quot;x&quot;&gt;\u{fffd}&amp;]]&gt;");
    }
}
