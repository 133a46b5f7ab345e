//! Who does a clause speak of, and as what: its subject, an object, somebody named only in
//! another's title? Every walk is bounded, so that a sentence without end costs no more per word.

use super::lexicon::Tags;
use super::tokens::{Kind, Token};
use crate::annotate::ActorKind;
use crate::calendar::Lang;

/// Tokens that a walk from a name passes at most.
const REACH: usize = 14;
/// Tokens of a sentence that are searched for its subjects.
const SEARCH: usize = 160;

/// What stands before a noun phrase and rules it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Nothing does: it can be a subject.
    Subject,
    /// A preposition: the token's index.
    Oblique(usize),
    /// A verb: the token's index.
    Object(usize),
    /// A noun: "pernyataan X".
    Possessor,
}

/// Whether the word can stand between a title and a name.
pub(crate) fn within_title(token: &Token) -> bool {
    token.is(Tags::TITLE.or(Tags::REL).or(Tags::ADJ).or(Tags::INDEF).or(Tags::PLURAL).or(Tags::HEAD))
        || matches!(token.kind, Kind::Name(_, ActorKind::Place | ActorKind::Organisation))
}

/// Whether the word looks like a verb: by the list, else by the prefixes meN-, ber-, di-.
pub(crate) fn verbal(token: &Token, lang: Lang) -> bool {
    const VERBS: Tags = Tags::SAY.or(Tags::STANCE).or(Tags::PASSIVE).or(Tags::MEET);
    if token.kind != Kind::Word || token.is(VERBS) {
        return token.is(VERBS);
    }
    if token.tags != Tags::NONE || lang == Lang::En {
        return false;
    }
    let long = token.low.len() >= 6 && !token.capital;
    let noun = token.low.ends_with("nya") && !token.low.starts_with("me");
    long && !noun && ["me", "ber", "di"].iter().any(|p| token.low.starts_with(p))
}

/// What rules the noun phrase whose head is token `at`.
pub(crate) fn role(tokens: &[Token], at: usize, from: usize, lang: Lang) -> Role {
    let mut i = at;
    let mut steps = 0;
    while i > from && steps < REACH {
        steps += 1;
        let Some(left) = i.checked_sub(1).and_then(|j| tokens.get(j)) else { break };
        let j = i - 1;
        let titled_by = |n: usize| j.checked_sub(n).filter(|&k| k >= from).and_then(|k| tokens.get(k));
        // "Secretary of State X", "utusan untuk Timur Tengah, X"
        let joint = matches!(&*left.low, "of" | "for" | "untuk" | "bidang");
        if joint && titled_by(1).is_some_and(|t| t.is(Tags::TITLE.or(Tags::REL).or(Tags::ADJ))) {
            i = j;
            continue;
        }
        // "Y's envoy X"
        if left.low == "s" && titled_by(1).is_some_and(|t| t.mark('\'') || t.mark('’')) {
            let owner = titled_by(2).is_some_and(|t| t.kind == Kind::Word);
            i = j - 1 - usize::from(owner);
            continue;
        }
        // "the minister, X", "the group's leader, X"
        let article = matches!(&*left.low, "the" | "a" | "an" | "his" | "her" | "their" | "its");
        if lang == Lang::En && (article || left.kind == Kind::Word && left.low.ends_with("'s")) {
            i = j;
            continue;
        }
        if left.is(Tags::OLEH) || left.is(Tags::PREP) && !left.is(Tags::SUB.or(Tags::FRONT)) {
            return Role::Oblique(j);
        }
        if within_title(left) {
            i = j;
            continue;
        }
        // A second name of a list is ruled as the first.
        if left.is(Tags::CONJ) && j > from {
            match tokens.get(j - 1) {
                Some(t) if t.name().is_some() => {
                    i = j - 1;
                    continue;
                }
                Some(t) if t.mark(',') && j >= 2 && tokens.get(j - 2).is_some_and(|t| t.name().is_some()) => {
                    i = j - 2;
                    continue;
                }
                _ => return Role::Subject,
            }
        }
        if left.mark(',') {
            // "presiden negeri itu, Nama": the name explains the title before the comma.
            let titled = (from..j).rev().take(4).find_map(|k| {
                let t = tokens.get(k)?;
                (t.is(Tags::TITLE.or(Tags::REL)) && !t.is(Tags::TIME)).then_some(k)
            });
            let near = |k: usize| (k + 1..j).all(|n| tokens.get(n).is_some_and(within_title));
            // "Kepada wartawan, X mengatakan …", "Menurut seorang diplomat, X …": what a preposition opens the sentence
            // with is over at the comma.
            let opens = tokens.get(from).is_some_and(|t| t.is(Tags::PREP.or(Tags::SOURCE)));
            let opening = |k: usize| opens && (from + 1..k).all(|n| tokens.get(n).is_some_and(within_title));
            let set_off = tokens.get(at + 1).is_some_and(|t| t.mark(','));
            match titled.filter(|&k| near(k) && (set_off || !opening(k))) {
                Some(k) => {
                    i = k;
                    continue;
                }
                None => {
                    // "… A, B, dan C": part of a list when a name stands right before.
                    let listed = j > from && tokens.get(j - 1).is_some_and(|t| t.person().is_some());
                    if listed && (is_list(tokens, at) || dependent(tokens, j - 1, from)) {
                        i = j - 1;
                        continue;
                    }
                    return Role::Subject;
                }
            }
        }
        return match left.kind {
            Kind::Name(..) => {
                i = j;
                continue;
            }
            Kind::Word
                if left.is(Tags::SUB
                    .or(Tags::ADV)
                    .or(Tags::TIME)
                    .or(Tags::DEM)
                    .or(Tags::YANG)
                    .or(Tags::CONJ)) =>
            {
                Role::Subject
            }
            Kind::Word if left.is(Tags::VS.or(Tags::MAYBE).or(Tags::PLAN).or(Tags::DENY)) => Role::Subject,
            Kind::Word if verbal(left, lang) => Role::Object(j),
            // Capitals before a name belong to its title: "British Prime Minister X".
            // So does a body's word: "Police chief X".
            Kind::Word if left.capital && (left.tags == Tags::NONE || left.is(Tags::BODY)) => {
                i = j;
                continue;
            }
            Kind::Word if lang == Lang::En => Role::Object(j),
            Kind::Word => Role::Possessor,
            Kind::Number | Kind::Mark(_) | Kind::Quote(_) => Role::Subject,
        };
    }
    Role::Subject
}

/// Whether the name at `at` goes on into "…, dan C" or "… dan C".
fn is_list(tokens: &[Token], at: usize) -> bool {
    for token in tokens.iter().skip(at + 1).take(REACH) {
        if token.is(Tags::CONJ) {
            return true;
        }
        if !(token.mark(',') || token.name().is_some() || within_title(token)) {
            return false;
        }
    }
    false
}

/// Whether the person at `at` is named only to say whose aide, relative or office another one is:
/// "utusan khusus Presiden X, Y", "ajudan X", "X aide Y", "X's envoy Y".
pub(crate) fn dependent(tokens: &[Token], at: usize, from: usize) -> bool {
    let person = |i: usize| tokens.get(i).is_some_and(|t| t.person().is_some());
    let mark = |i: usize, c: char| tokens.get(i).is_some_and(|t| t.mark(c));
    let is = |i: usize, tags: Tags| tokens.get(i).is_some_and(|t| t.is(tags));
    // X's envoy; X aide Y
    let genitive = tokens.get(at + 1).is_some_and(|t| t.low == "s")
        || (mark(at + 1, '’') || mark(at + 1, '\''))
            && tokens.get(at + 2).is_some_and(|t| t.low == "s" && t.span.len() == 1);
    if genitive {
        return true;
    }
    if is(at + 1, Tags::REL) && person(at + 2) {
        return true;
    }
    let followed = person(at + 1) || mark(at + 1, ',') && person(at + 2);
    let mut head = false;
    let mut place = false;
    let mut indefinite = false;
    let mut i = at;
    for _ in 0..REACH {
        if i <= from {
            return false;
        }
        i -= 1;
        let Some(left) = tokens.get(i) else { return false };
        if left.is(Tags::REL) {
            let before = |n: usize| i.checked_sub(n).and_then(|k| tokens.get(k));
            indefinite |= (1..=2).any(|n| before(n).is_some_and(|t| t.is(Tags::INDEF.or(Tags::PLURAL))));
            // "wakil presiden X": an office that is X's own.
            if left.is(Tags::TITLE) {
                return followed && !head && !place;
            }
            if head {
                return true;
            }
            // "X aide Y": Y is the aide. One known by a role of this kind bears it here too.
            let aide = i > from && person(i - 1);
            let bearer = is(at, Tags::BEARER) && !is(at, Tags::BOSS) && !indefinite;
            if !followed && (aide || bearer) {
                return false;
            }
            return !place && (followed || indefinite || single(tokens, at) || is(at, Tags::BOSS));
        }
        if left.is(Tags::HEAD) {
            head = true;
            continue;
        }
        match left.kind {
            Kind::Name(_, ActorKind::Place | ActorKind::Organisation) => place = true,
            Kind::Word if left.is(Tags::TITLE.or(Tags::ADJ)) => {}
            // envoy to X, aide of X
            Kind::Word if matches!(&*left.low, "to" | "of" | "for" | "bagi" | "untuk") && i > from => {
                if is(i - 1, Tags::REL) || i >= 2 && is(i - 2, Tags::REL) {
                    return true;
                }
                return false;
            }
            _ => return false,
        }
    }
    false
}

/// Whether the name is one word (a surname alone).
fn single(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| !t.low.contains(char::is_whitespace))
}

/// The persons of a sentence who can be its subjects, by place.
pub(crate) fn subjects(tokens: &[Token], range: std::ops::Range<usize>, lang: Lang) -> Vec<usize> {
    let from = range.start;
    let mut relative = false;
    let mut found = Vec::new();
    for i in range.take(SEARCH) {
        let Some(token) = tokens.get(i) else { break };
        if token.is(Tags::YANG) && i > from && tokens.get(i - 1).is_some_and(|t| t.mark(',')) {
            relative = true;
            continue;
        }
        if relative {
            relative = !token.mark(',');
            continue;
        }
        if token.person().is_some()
            && !dependent(tokens, i, from)
            && role(tokens, i, from, lang) == Role::Subject
        {
            found.push(i);
        }
    }
    found
}

/// The list that the person at `at` begins or continues: "A dan B", "A, B, serta C".
pub(crate) fn joined(tokens: &[Token], at: usize, to: usize) -> Vec<usize> {
    let mut list = vec![at];
    let mut i = at + 1;
    let mut joint = false;
    let mut pending = Vec::new();
    let mut steps = 0;
    while i < to && steps < 4 * REACH {
        steps += 1;
        let Some(token) = tokens.get(i) else { break };
        if token.is(Tags::CONJ) && matches!(&*token.low, "dan" | "serta" | "and") {
            joint = true;
        } else if token.person().is_some() {
            if !dependent(tokens, i, at) {
                pending.push(i);
            }
            if joint {
                list.append(&mut pending);
            }
        } else if token.mark(',') {
            // "A dan B, C …": C begins something new unless another "dan" follows.
            joint &= !list.contains(&(i - 1));
        } else if !within_title(token)
            && !(joint
                && (token.kind == Kind::Word && token.capital && token.tags == Tags::NONE
                    || matches!(
                        &*token.low,
                        "his" | "her" | "their" | "its" | "the" | "dari" | "from" | "of"
                    )))
        {
            break;
        }
        i += 1;
    }
    list
}
