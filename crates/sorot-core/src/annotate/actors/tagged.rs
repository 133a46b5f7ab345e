//! What does the tagger say where rules leave it open?
//!
//! The rules are sure of what a title, a list or a head tells; of a capital alone they aren't. There
//! the tagger's reading counts, if it leads clearly enough.

use super::gazetteer;
use super::judge::Judged;
use super::marks::number;
use super::sentence::Word;
use crate::annotate::ActorKind;
use crate::annotate::tagger::marks::Mark;
use crate::annotate::tagger::{Tagged, Tagger};
use crate::structure::tokens::TokenKind;
use crate::why::{Rule, Why};

/// The lead from which the tagger names what the rules left open, in hundredths of a nat.
const OPENS: u32 = 100;
/// The lead from which it outdoes what only capitals or an ordinary verb told.
const OUTDOES: u32 = 200;

/// Gives weak and open names of one sentence the kinds that the tagger reads.
pub fn weigh(body: &str, words: &[Word], judged: &mut [Judged]) {
    if !judged.iter().any(Judged::is_weak) {
        return;
    }
    let read = tag(body, words);
    for j in judged.iter_mut().filter(|j| j.is_weak()) {
        let same = |t: &&(usize, usize, ActorKind, u32)| (t.0, t.1) == j.range();
        let Some((_, _, kind, lead)) = read.iter().find(same) else { continue };
        let needed = if j.kind.is_none() { OPENS } else { OUTDOES };
        if *lead >= needed && j.kind != Some(*kind) {
            j.decide(*kind, Why::new(Rule::NameTagged, [j.span.of(body).into(), i64::from(*lead).into()]));
        }
    }
}

/// The names the tagger reads: first and last word, kind, lead.
fn tag(body: &str, words: &[Word]) -> Vec<(usize, usize, ActorKind, u32)> {
    let (units, marks) = units(words);
    let text = |u: &(usize, usize)| {
        let span =
            words.get(u.0).zip(words.get(u.1)).map(|(a, b)| (a.span.start as usize, b.span.end as usize));
        span.and_then(|(a, b)| body.get(a..b)).unwrap_or("")
    };
    let texts: Vec<&str> = units.iter().map(text).collect();
    let place = |t: Tagged| {
        let first = units.get(t.words.start)?.0;
        let last = units.get(t.words.end.checked_sub(1)?)?.1;
        Some((first, last, t.kind, t.margin))
    };
    Tagger::shipped().tag(&texts, &marks).into_iter().filter_map(place).collect()
}

/// The sentence as the tagger knows sentences: hyphenated words whole, with what the lists say.
fn units(words: &[Word]) -> (Vec<(usize, usize)>, Vec<Mark>) {
    let mut units: Vec<(usize, usize)> = Vec::with_capacity(words.len());
    let mut marks: Vec<Mark> = Vec::with_capacity(words.len());
    // Up to where the last listed name reaches, and its class.
    let (mut reach, mut class) = (0, 0);
    for (i, word) in words.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|b| words.get(b));
        let hyphen = |w: &Word| w.is_mark('-') && !w.spaced;
        let tied = !word.spaced && (before.is_some_and(hyphen) || word.is_mark('-'));
        let mut mark = Mark { tells: word.tells.bits(), ..Mark::default() };
        if i >= reach
            && let Some((entry, len)) = word.listed.filter(|_| word.is_capital())
        {
            (reach, class) = (i + len, gazetteer::entry(entry).map_or(0, |e| number(e.class)));
            mark.first = true;
        }
        if i < reach {
            mark.class = class;
            mark.last = i + 1 == reach;
        }
        match units.last_mut() {
            Some(last) if tied && (word.kind != TokenKind::Number) => last.1 = i,
            _ => {
                units.push((i, i));
                marks.push(mark);
            }
        }
    }
    (units, marks)
}
