//! Which lines of a page are its story? The container whose lines are long, hold commas and few links (Kohlschütter,
//! Fankhauser, Nejdl 2010: link density and length; Readability: what counts for a line counts for what holds it).

use super::hints::Hint;
use super::tree::{Kind, Line, Tree};

/// Characters from which a line may be a sentence.
const SENTENCE: usize = 25;
/// Characters from which a line is good by itself.
const GOOD: usize = 60;
/// Tenths of the good text that a container must hold for its parent not to be the story.
const ENOUGH: usize = 6;

/// The story's lines, in order; none where the page has none. `title` is left out where it opens the story.
pub(super) fn lines<'a>(tree: &'a Tree, title: Option<&str>) -> Vec<&'a str> {
    let beside = beside(tree);
    let Some(best) = container(tree, &beside) else { return Vec::new() };
    let Some(node) = tree.nodes.get(best) else { return Vec::new() };
    // What stands beside the story inside its own container is out; the container itself is in whatever it is called.
    let mut inner = vec![false; tree.nodes.len()];
    for at in best + 1..node.end as usize {
        let Some(own) = tree.nodes.get(at) else { break };
        let above = own.parent as usize != best && inner.get(own.parent as usize) == Some(&true);
        if let Some(slot) = inner.get_mut(at) {
            *slot = above || is_beside(own.kind, own.hint);
        }
    }
    let inside = |line: &&Line| {
        let at = line.node as usize;
        (best..node.end as usize).contains(&at) && inner.get(at) != Some(&true)
    };
    let mut out: Vec<&str> = Vec::new();
    for line in tree.lines.iter().filter(inside) {
        let kind = tree.nodes.get(line.node as usize).map(|n| n.kind);
        let only_links = line.linked * 10 >= line.text.len() * 9;
        // A list of links leads elsewhere; a linked paragraph is left for the reader of articles, who names its reason.
        if only_links && kind == Some(Kind::Item) || out.is_empty() && title == Some(line.text.as_str()) {
            continue;
        }
        out.push(&line.text);
    }
    out
}

/// Every line that is shown, for a page whose story can't be told.
pub(super) fn everything(tree: &Tree) -> Vec<&str> {
    let beside = beside(tree);
    let lines = tree.lines.iter().filter(|line| beside.get(line.node as usize) != Some(&true));
    lines.filter(|line| line.linked * 2 < line.text.len()).map(|line| line.text.as_str()).collect()
}

fn is_beside(kind: Kind, hint: Hint) -> bool {
    matches!(kind, Kind::Aside | Kind::Caption) || hint == Hint::Against
}

/// Whether each node lies beside the story.
fn beside(tree: &Tree) -> Vec<bool> {
    let mut out: Vec<bool> = Vec::with_capacity(tree.nodes.len());
    for node in &tree.nodes {
        let above = out.get(node.parent as usize).copied().unwrap_or(false);
        out.push(above || is_beside(node.kind, node.hint));
    }
    out
}

/// What a line is worth, in tenths: sentences, their commas, their length.
fn worth(line: &Line) -> usize {
    let length = line.text.len();
    if length < SENTENCE || line.linked * 2 >= length {
        return 0;
    }
    10 + 10 * line.text.matches(',').take(20).count() + (length / 10).min(30)
}

/// The node that holds the story.
fn container(tree: &Tree, beside: &[bool]) -> Option<usize> {
    let mut score = vec![0usize; tree.nodes.len()];
    let mut good = vec![0usize; tree.nodes.len()];
    let parent = |at: usize| tree.nodes.get(at).map_or(0, |n| n.parent as usize);
    for line in &tree.lines {
        let at = line.node as usize;
        if beside.get(at) == Some(&true) {
            continue;
        }
        let is_line =
            tree.nodes.get(at).is_some_and(|n| matches!(n.kind, Kind::Para | Kind::Heading | Kind::Item));
        let holder = if is_line { parent(at) } else { at };
        let worth = worth(line);
        if let Some(slot) = score.get_mut(holder) {
            *slot += 2 * worth;
        }
        if holder != 0
            && let Some(slot) = score.get_mut(parent(holder))
        {
            *slot += worth;
        }
        if line.text.len() >= GOOD
            && worth > 0
            && let Some(slot) = good.get_mut(at)
        {
            *slot += line.text.len();
        }
    }
    // Each node stands behind its parent: one sweep from the end adds up what lies inside.
    for at in (1..tree.nodes.len()).rev() {
        let inner = good.get(at).copied().unwrap_or(0);
        if let Some(slot) = good.get_mut(parent(at)) {
            *slot += inner;
        }
    }
    let weight = |at: usize| {
        let (own, hint) = (score.get(at).copied().unwrap_or(0), tree.nodes.get(at).map(|n| n.hint));
        match hint {
            Some(Hint::Body) => own * 8,
            Some(Hint::For) => own * 3,
            Some(Hint::Against) => own,
            _ => own * 2,
        }
    };
    let mut best = (0..tree.nodes.len()).rev().max_by_key(|at| weight(*at)).filter(|at| weight(*at) > 0)?;
    // A story that advertisements cut into several boxes: the box around them.
    let is_body = |at: usize| tree.nodes.get(at).is_some_and(|n| n.hint == Hint::Body);
    while best != 0 && !is_body(best) {
        let (own, around) =
            (good.get(best).copied().unwrap_or(0), good.get(parent(best)).copied().unwrap_or(0));
        if own * 10 >= around * ENOUGH {
            break;
        }
        best = parent(best);
    }
    Some(best)
}
