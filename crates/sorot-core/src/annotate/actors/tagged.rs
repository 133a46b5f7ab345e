//! What does the tagger say where rules leave it open?
//!
//! The rules are sure of what a title, a list or a head tells; of a capital alone they aren't. There
//! the tagger's reading counts, if it leads clearly enough.

use super::gazetteer;
use super::judge::Judged;
use super::marks::number;
use super::pieces::ORDINARY;
use super::sentence::Word;
use crate::annotate::ActorKind;
use crate::annotate::tagger::marks::Mark;
use crate::annotate::tagger::{Tagged, Tagger};
use crate::structure::tokens::{Shape, TokenKind};
use crate::why::{Rule, Why};

/// The lead from which the tagger names what the rules left open, in hundredths of a nat.
const OPENS: u32 = 100;
/// The lead from which it outdoes what only capitals or an ordinary verb told, or adds words to it.
const OUTDOES: u32 = 200;

/// A name the tagger reads: its first and last word.
struct Read {
    range: (usize, usize),
    kind: ActorKind,
    lead: u32,
}

impl Read {
    fn why(&self, body: &str, words: &[Word]) -> Why {
        let text = words.get(self.range.0).zip(words.get(self.range.1));
        let text = text.and_then(|(a, b)| body.get(a.span.start as usize..b.span.end as usize));
        Why::new(Rule::NameTagged, [text.unwrap_or("").into(), i64::from(self.lead).into()])
    }
}

/// Gives weak and open names of one sentence the kinds and ends that the tagger reads, and doubts
/// those where it reads no name at all.
pub fn weigh(body: &str, words: &[Word], judged: &mut Vec<Judged>) {
    if !judged.iter().any(|j| is_asked(words, j)) {
        return;
    }
    let read = tag(body, words, judged);
    cut_persons(body, words, judged, &read);
    let mut after = 0;
    for i in 0..judged.len() {
        let before = i.checked_sub(1).and_then(|b| judged.get(b)).map(|j| j.range().1);
        let next = judged.get(i + 1).map(|j| j.range().0);
        let Some(j) = judged.get_mut(i).filter(|j| j.is_weak() || j.is_person()) else { continue };
        let weak = j.is_weak();
        let (first, last) = j.range();
        while read.get(after).is_some_and(|r| r.range.1 < first) {
            after += 1;
        }
        let Some(found) = read.get(after).filter(|r| r.range.0 <= last) else {
            if weak {
                j.doubt();
            }
            continue;
        };
        let told = |f: &Read| f.why(body, words);
        if found.range == (first, last) {
            let needed = if j.kind.is_none() { OPENS } else { OUTDOES };
            if weak && found.lead >= needed && j.kind != Some(found.kind) {
                j.decide(found.kind, told(found));
            }
            continue;
        }
        // "Jawaban Ruiz": the capital of the first word was none of a name's.
        let person = found.kind == ActorKind::Person && found.lead >= OPENS;
        let word = words.get(first).is_some_and(|w| w.shape == Shape::Capital);
        let end = person && word && found.range.0 > first && found.range.1 == last;
        // "Anton Maria Ruiz", of which the rules took a word for an ordinary one.
        let free = before.is_none_or(|b| b < found.range.0) && next.is_none_or(|n| found.range.1 < n);
        let around = found.range.0 <= first && found.range.1 >= last;
        let all_capital = || {
            let all = words.get(found.range.0..=found.range.1).unwrap_or(&[]);
            all.iter().all(|w| {
                w.is_capital() && (!w.initial || w.shape == Shape::Capital && !w.tells.any(ORDINARY))
            })
        };
        let longer = around && free && found.lead >= OUTDOES && all_capital();
        if weak && (end || longer) {
            j.stretch(words, found.range);
            j.decide(found.kind, told(found));
        } else if longer && person && found.range.0 == first {
            // "Ketua Anton Indah": the title told who, the tagger where the name ends.
            j.stretch(words, found.range);
            j.add(told(found));
        }
    }
}

/// Whether the tagger's reading could change anything: of a person told by more than capitals only the end, and
/// that only where another capital follows.
fn is_asked(words: &[Word], j: &Judged) -> bool {
    let goes_on = || words.get(j.range().1 + 1).is_some_and(Word::is_capital);
    j.is_weak() || j.may_hold_person() || j.is_person() && goes_on()
}

/// "Direktur Utama Wartakita Anton Ruiz": cuts the person off the end of a name that holds one.
fn cut_persons(body: &str, words: &[Word], judged: &mut Vec<Judged>, read: &[Read]) {
    let (mut cut, mut dropped) = (Vec::new(), Vec::new());
    for j in judged.iter_mut().filter(|j| j.may_hold_person()) {
        let (first, last) = j.range();
        let at = read.partition_point(|r| r.range.1 < last);
        let Some(person) = read.get(at).filter(|r| {
            r.kind == ActorKind::Person && r.range.1 == last && r.range.0 > first && r.lead >= OUTDOES
        }) else {
            continue;
        };
        let was_person = j.is_person();
        let found = j.cut_person(words, person.range.0, person.why(body, words));
        cut.push(found);
        if was_person {
            // What stands before is a body's name only if the tagger reads one there.
            let head = at.checked_sub(1).and_then(|b| read.get(b));
            match head.filter(|r| r.range == j.range() && r.kind != ActorKind::Person && r.lead >= OPENS) {
                Some(r) => j.decide(r.kind, r.why(body, words)),
                None => dropped.push(j.range()),
            }
        }
    }
    if !cut.is_empty() {
        judged.append(&mut cut);
        judged.retain(|j| !dropped.contains(&j.range()));
        judged.sort_by_key(Judged::range);
    }
}

/// The names the tagger reads near those in question, in order.
fn tag(body: &str, words: &[Word], judged: &[Judged]) -> Vec<Read> {
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
        Some(Read { range: (first, last), kind: t.kind, lead: t.margin })
    };
    let asked: Vec<(usize, usize)> =
        judged.iter().filter(|j| is_asked(words, j)).map(Judged::range).collect();
    let in_question = |u: usize| {
        let Some((first, last)) = units.get(u) else { return false };
        let at = asked.partition_point(|a| a.1 < *first);
        asked.get(at).is_some_and(|a| a.0 <= *last)
    };
    let found = Tagger::shipped().tag_around(&texts, &marks, in_question);
    found.into_iter().filter_map(place).collect()
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
