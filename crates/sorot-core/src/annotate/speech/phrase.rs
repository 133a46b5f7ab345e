//! Who is named in the words around a cue: behind it, before it, as the agent of a passive?

use super::clause::{self, Role};
use super::discourse::Discourse;
use super::lexicon::Tags;
use super::scene::{Scene, Sentence};
use super::tokens::{Kind, Token};
use crate::annotate::{ActorId, ActorKind};
use crate::calendar::Lang;
use crate::why::{Rule, Why};

/// Tokens after a cue in which the speaker's name is looked for.
const PHRASE: usize = 26;
/// Tokens around a quote in which the agent of its passive is looked for.
const AGENT: usize = 14;
/// Tokens behind "said the engineer" in which a name that is set off explains it.
const APPOSED: usize = 6;
/// Mentions before a cue among which the bearer of a single word is looked for.
const NAMED: usize = 120;

/// Who is named in the noun phrase behind the cue.
pub(crate) fn behind(
    scene: &Scene,
    sentence: &Sentence,
    discourse: &Discourse,
    at: usize,
    cue: usize,
) -> (Vec<ActorId>, Vec<Why>) {
    // "according to X"
    let from = if scene.token(cue + 1).is_some_and(|t| t.low == "to") { cue + 2 } else { cue + 1 };
    let to = sentence.range.end.min(from + PHRASE);
    let mut body_of = None;
    let mut unnamed = false;
    let mut i = from;
    while i < to {
        let Some(token) = scene.token(i) else { break };
        let said = |actors: Vec<ActorId>, rule: Rule, words: &str| {
            let why = Why::new(rule, [words.into(), scene.names(&actors).as_str().into()]);
            (actors, vec![why])
        };
        if token.person().is_some() {
            // "Menurut seorang diplomat, X …": behind the comma stands the subject, unless it is set off.
            let set_off = scene.token(i + 1).is_none_or(|t| matches!(t.kind, Kind::Mark(',' | '(' | '.')));
            let subject =
                unnamed && scene.is(cue, Tags::SOURCE) && scene.token(i - 1).is_some_and(|t| t.mark(','));
            if subject && !set_off {
                return (Vec::new(), Vec::new());
            }
            if clause::dependent(scene.tokens, i, from) {
                unnamed = true;
            } else {
                let list = clause::joined(scene.tokens, i, to);
                let mut actors: Vec<ActorId> = list.iter().filter_map(|&t| scene.actor(t)).collect();
                actors.dedup();
                return (
                    actors.clone(),
                    vec![Why::new(Rule::QuoteNamed, [scene.names(&actors).as_str().into()])],
                );
            }
        } else if i == from
            && token.kind == Kind::Word
            && let Some(actor) = called(scene, cue, i)
        {
            return said_by(scene, actor);
        } else if i == from && token.is(Tags::PRON) {
            let same = sentence.main_subject(scene, at).and_then(|i| scene.actor(i));
            let who = same.or(discourse.subject).or(discourse.speakers.first().copied());
            return who
                .map_or((Vec::new(), Vec::new()), |w| said(vec![w], Rule::QuotePronoun, scene.text(i)));
        } else if token.is(Tags::STATEMENT) {
            return statement(scene, sentence, discourse, i, to);
        } else if aged(scene, i, from) && !unnamed {
            let who = discourse.subject.or(discourse.speakers.first().copied());
            return who
                .map_or((Vec::new(), Vec::new()), |w| said(vec![w], Rule::QuotePronoun, scene.text(i)));
        } else if i == from && token.is(Tags::THEY) {
            let group = plural(scene, sentence, discourse);
            return if group.is_empty() {
                (group, Vec::new())
            } else {
                said(group, Rule::QuoteJoint, scene.text(i))
            };
        } else if let Some((actor, words)) = scene.role_phrase(i, to).filter(|_| i == from) {
            let named_later = (i..to)
                .take_while(|&j| !scene.is(j, Tags::STOP))
                .any(|j| scene.token(j).is_some_and(|t| t.person().is_some()));
            if !named_later {
                return said(vec![actor], Rule::QuoteRole, &words);
            }
        } else if let Kind::Name(m, kind) = token.kind {
            if i == from
                && let Some(actor) = called(scene, cue, i)
            {
                return said_by(scene, actor);
            }
            if i == from && kind != ActorKind::Person {
                body_of = scene.mentions.get(m).map(|m| m.actor);
            }
        } else if token.is(Tags::DEM)
            && i > from
            && !unnamed
            && body_of.is_none()
            && scene.is(from, Tags::BODY)
        {
            // "lembaga itu": the body last spoken of.
            let low = scene.token(from).map_or("", |t| t.low.as_ref());
            let words = scene.token(from).map_or(token.span, |t| t.span.cover(token.span)).of(scene.body);
            return match discourse.body_called(scene, low) {
                Some(body) => said(vec![body], Rule::QuotePronoun, words),
                None => (Vec::new(), Vec::new()),
            };
        } else if token.is(Tags::DEM) && i > from && !unnamed && body_of.is_none() {
            // "politikus itu": whoever was in mind.
            let who = discourse.subject.or(discourse.speakers.first().copied());
            let words = scene.token(from).map_or(token.span, |t| t.span.cover(token.span)).of(scene.body);
            return who.map_or((Vec::new(), Vec::new()), |w| said(vec![w], Rule::QuotePronoun, words));
        } else if matches!(token.kind, Kind::Quote(_)) || token.is(Tags::STOP) || ends(token) {
            // "said the engineer in charge, X.": the name set off behind the phrase explains it.
            let apposed = (i + 1..to.min(i + APPOSED))
                .take_while(|_| i > from && !unnamed && body_of.is_none() && token.is(Tags::STOP))
                .find(|&j| scene.token(j).is_some_and(|t| t.person().is_some()))
                .filter(|&j| scene.token(j - 1).is_some_and(|t| t.mark(',')))
                .filter(|&j| {
                    scene.token(j + 1).is_none_or(|t| matches!(t.kind, Kind::Mark(',' | '(' | '.')))
                });
            if let Some(actor) = apposed.and_then(|j| scene.actor(j)) {
                return said_by(scene, actor);
            }
            break;
        } else if token.is(Tags::INDEF.or(Tags::PLURAL)) {
            unnamed = true;
        }
        i += 1;
    }
    match body_of.filter(|_| !unnamed) {
        Some(actor) => (vec![actor], vec![Why::new(Rule::QuoteNamed, [scene.name(actor).into()])]),
        None => (Vec::new(), Vec::new()),
    }
}

/// English "the 54-year-old": whoever is in mind.
fn aged(scene: &Scene, i: usize, from: usize) -> bool {
    let low = |k: usize| scene.token(k).map_or("", |t| t.low.as_ref());
    let old = scene.text(i).ends_with("year-old");
    old && (from.saturating_sub(1)..i).rev().take(6).any(|k| low(k) == "the")
}

fn said_by(scene: &Scene, actor: ActorId) -> (Vec<ActorId>, Vec<Why>) {
    (vec![actor], vec![Why::new(Rule::QuoteNamed, [scene.name(actor).into()])])
}

/// "kata Muslim", "ujar Bima": behind a speech verb, a word that elsewhere is a common one or a place
/// names the one person before it who bears it as part of a longer name.
fn called(scene: &Scene, cue: usize, at: usize) -> Option<ActorId> {
    const OTHER: Tags = Tags::TITLE
        .or(Tags::HEAD)
        .or(Tags::REL)
        .or(Tags::BODY)
        .or(Tags::PRON)
        .or(Tags::THEY)
        .or(Tags::STATEMENT)
        .or(Tags::INDEF)
        .or(Tags::PLURAL);
    let token = scene.token(at)?;
    let word = scene.text(at);
    let capital = word.starts_with(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase);
    let goes_on =
        scene.token(at + 1).is_some_and(|t| t.name().is_some() || t.kind == Kind::Word && t.capital);
    let told = scene.lang == Lang::Id && scene.is(cue, Tags::VS) && at == cue + 1;
    if !told || !capital || goes_on || token.is(OTHER) || word.contains(char::is_whitespace) {
        return None;
    }
    let until = scene.mentions.partition_point(|m| m.span.end <= token.span.start);
    let before = scene.mentions.get(until.saturating_sub(NAMED)..until)?.iter();
    let mut bearers = before
        .filter(|m| m.kind == ActorKind::Person)
        .filter(|m| m.span.of(scene.body).split_whitespace().any(|w| w == word))
        .map(|m| m.actor);
    let first = bearers.next()?;
    bearers.all(|b| b == first).then_some(first)
}

fn ends(token: &Token) -> bool {
    matches!(token.kind, Kind::Mark('.' | '!' | '?' | ';' | ':'))
}

/// "pernyataan mereka", "pernyataan itu", "pernyataan X": the authors speak.
fn statement(
    scene: &Scene,
    sentence: &Sentence,
    discourse: &Discourse,
    at: usize,
    to: usize,
) -> (Vec<ActorId>, Vec<Why>) {
    let mut words = scene.text(at).to_string();
    for i in at + 1..to.min(at + 6) {
        let Some(token) = scene.token(i) else { break };
        if token.is(Tags::THEY.or(Tags::DEM).or(Tags::PRON)) {
            words.push(' ');
            words.push_str(scene.text(i));
            let own = if token.is(Tags::DEM) { Vec::new() } else { plural(scene, sentence, discourse) };
            let speakers = if own.is_empty() { discourse.speakers.clone() } else { own };
            if speakers.is_empty() {
                return (speakers, Vec::new());
            }
            let names = scene.names(&speakers);
            return (
                speakers,
                vec![Why::new(Rule::QuoteJoint, [words.as_str().into(), names.as_str().into()])],
            );
        }
        if token.name().is_some() {
            let actor = scene
                .actor(i)
                .filter(|_| token.person().is_none() || !clause::dependent(scene.tokens, i, at));
            return match actor {
                Some(a) => (vec![a], vec![Why::new(Rule::QuoteNamed, [scene.name(a).into()])]),
                None => (Vec::new(), Vec::new()),
            };
        }
    }
    (Vec::new(), Vec::new())
}

/// Whom "mereka" means: the joint subject of the sentence, else the persons last named together.
fn plural(scene: &Scene, sentence: &Sentence, discourse: &Discourse) -> Vec<ActorId> {
    let own = sentence.subjects.first().map(|&i| clause::joined(scene.tokens, i, sentence.range.end));
    let mut own: Vec<ActorId> = own.unwrap_or_default().iter().filter_map(|&i| scene.actor(i)).collect();
    own.dedup();
    if own.len() >= 2 { own } else { discourse.group.clone() }
}

/// The agent of a passive cue: "oleh X" around the quote, or the name right behind the verb.
pub(super) fn agent(scene: &Scene, sentence: &Sentence, cue: usize, at: usize) -> Vec<ActorId> {
    let reach = |from: usize| (from..sentence.range.end.min(from + AGENT)).find(|&i| scene.is(i, Tags::OLEH));
    let oleh =
        (cue..at).find(|&i| scene.is(i, Tags::OLEH)).or_else(|| reach(at + 1).filter(|&i| i <= at + 5));
    let from = oleh.map_or(cue + 1, |i| i + 1);
    let to = sentence.range.end.min(from + PHRASE);
    for i in from..to {
        let Some(token) = scene.token(i) else { break };
        if token.person().is_some() && !clause::dependent(scene.tokens, i, from) {
            let list = clause::joined(scene.tokens, i, to);
            return list.iter().filter_map(|&t| scene.actor(t)).collect();
        }
        let title = token.mark(',') && i > from
            || token.is(Tags::TITLE.or(Tags::REL).or(Tags::ADJ))
            || token.name().is_some();
        if !title {
            break;
        }
    }
    Vec::new()
}

/// Who does what the verb at `cue` says: the phrase right before it, else the sentence's subject.
pub(crate) fn subject(
    scene: &Scene,
    sentence: &Sentence,
    discourse: &Discourse,
    cue: usize,
    from: usize,
) -> Option<(Vec<ActorId>, Vec<Why>)> {
    let named = |i: usize| {
        let first = sentence.list_start(scene, i);
        let list = clause::joined(scene.tokens, first, cue.max(i + 1));
        let mut actors: Vec<ActorId> = list.iter().filter_map(|&t| scene.actor(t)).collect();
        actors.dedup();
        let why = Why::new(Rule::QuoteNamed, [scene.names(&actors).as_str().into()]);
        (actors, vec![why])
    };
    let main = || sentence.main_subject(scene, cue).filter(|&i| i >= from);
    let mut i = cue;
    while i > from && scene.is(i - 1, Tags::ADV) && !scene.is(i - 1, Tags::CONJ) {
        i -= 1;
    }
    let left = i.checked_sub(1).filter(|&j| j >= from).and_then(|j| scene.token(j).map(|t| (j, t)));
    let Some((j, token)) = left else {
        // "Menulis di media, X mengkritik Y": its subject stands behind the comma.
        if let Some(ahead) = behind_comma(scene, sentence, cue) {
            return Some(named(ahead));
        }
        // The verb begins the sentence: whoever was in mind.
        let who = main().and_then(|i| scene.actor(i)).or(discourse.subject)?;
        let why = Why::new(Rule::QuotePronoun, [scene.text(cue).into(), scene.name(who).into()]);
        return Some((vec![who], vec![why]));
    };
    // "mengutip X yang mengatakan": the one before "yang".
    if token.is(Tags::YANG)
        && let Some(owner) = j.checked_sub(1).filter(|&k| k >= from)
        && scene.token(owner).is_some_and(|t| t.person().is_some())
    {
        return Some(named(owner));
    }
    if token.is(Tags::PRON) {
        let own = sentence.main_subject(scene, j).and_then(|i| scene.actor(i));
        let who = own.or(discourse.subject).or(discourse.speakers.first().copied())?;
        let why = Why::new(Rule::QuotePronoun, [scene.text(j).into(), scene.name(who).into()]);
        return Some((vec![who], vec![why]));
    }
    if token.is(Tags::THEY) {
        let group = plural(scene, sentence, discourse);
        let names = scene.names(&group);
        let why = Why::new(Rule::QuoteJoint, [scene.text(j).into(), names.as_str().into()]);
        return (!group.is_empty()).then_some((group, vec![why]));
    }
    if token.person().is_some()
        && !clause::dependent(scene.tokens, j, sentence.range.start)
        && clause::role(scene.tokens, j, sentence.range.start, scene.lang) == Role::Subject
    {
        return Some(named(j));
    }
    // "utusan itu mengatakan", "presiden Ukraina mengatakan"
    let head = (from..=j).rev().take(5).find(|&k| {
        scene.is(k, Tags::TITLE.or(Tags::REL)) && (k == from || !scene.is(k - 1, Tags::TITLE.or(Tags::REL)))
    });
    if let Some((actor, words)) = head.and_then(|k| scene.role_phrase(k, cue))
        && (token.is(Tags::DEM.or(Tags::TITLE)) || token.name().is_some())
    {
        return Some((
            vec![actor],
            vec![Why::new(Rule::QuoteRole, [words.as_str().into(), scene.name(actor).into()])],
        ));
    }
    // "it said", "the ministry said", "lembaga itu menyebut": the body last spoken of.
    let head = (from..=j).rev().take(4).find(|&k| scene.is(k, Tags::BODY)).filter(|&k| {
        token.is(Tags::DEM) && k < j
            || k == j && (from..k).rev().take(3).any(|n| scene.token(n).is_some_and(|t| t.low == "the"))
    });
    let word = match head {
        Some(k) => scene.token(k).map(|t| (k, t.low.as_ref())),
        None => (token.low == "it" && j <= from + 1).then_some((j, "it")),
    };
    if let Some((k, word)) = word
        && let Some(who) = discourse.body_called(scene, word)
    {
        let words = scene.token(k).map_or(token.span, |t| t.span.cover(token.span)).of(scene.body);
        return Some((vec![who], vec![Why::new(Rule::QuotePronoun, [words.into(), scene.name(who).into()])]));
    }
    if let Some(i) = main() {
        return Some(named(i));
    }
    // "Dia memuji pasukan itu, meski juga menegaskan bahwa": the pronoun at the head goes on.
    let goes_on = token.is(Tags::SUB.or(Tags::CONJ).or(Tags::FRONT)) || token.mark(',');
    let start = sentence.range.start;
    if let Some(who) = discourse.subject.filter(|_| goes_on && scene.is(start, Tags::PRON)) {
        let why = Why::new(Rule::QuotePronoun, [scene.text(start).into(), scene.name(who).into()]);
        return Some((vec![who], vec![why]));
    }
    if let Some(who) = discourse.subject.filter(|_| aged(scene, j, from)) {
        return Some((
            vec![who],
            vec![Why::new(Rule::QuotePronoun, [scene.text(j).into(), scene.name(who).into()])],
        ));
    }
    // "the president said", "politikus itu mengatakan": whoever was in mind.
    let the =
        j > from && scene.token(j - 1).is_some_and(|t| t.low == "the") && token.is(Tags::TITLE.or(Tags::REL));
    let that = token.is(Tags::DEM)
        && scene.lang == Lang::Id
        && !(from..j).any(|k| scene.is(k, Tags::BODY.or(Tags::PLURAL)));
    if let Some(who) = discourse.subject.filter(|_| the || that && j > from && j <= from + 8) {
        let words = scene.token(j - 1).map_or(token.span, |t| t.span.cover(token.span)).of(scene.body);
        return Some((vec![who], vec![Why::new(Rule::QuotePronoun, [words.into(), scene.name(who).into()])]));
    }
    // A body or a state as the subject, when its bare name stands before the verb.
    let listed =
        j > from + 1 && scene.is(j - 1, Tags::CONJ) && scene.token(j - 2).is_some_and(|t| t.name().is_some());
    let bare = j == from
        || scene.is(j - 1, Tags::SUB.or(Tags::CONJ).or(Tags::FRONT)) && !listed
        || scene.token(j - 1).is_some_and(|t| t.low == "the")
        || scene.token(j - 1).is_some_and(|t| t.mark(','));
    let body = bare && token.name().is_some() && token.person().is_none();
    if body {
        return scene.actor(j).map(|a| (vec![a], vec![Why::new(Rule::QuoteNamed, [scene.name(a).into()])]));
    }
    None
}

/// The person who begins the clause behind the first comma after the verb at `cue`: the subject of both.
fn behind_comma(scene: &Scene, sentence: &Sentence, cue: usize) -> Option<usize> {
    let to = sentence.range.end.min(cue + PHRASE);
    let quote = |i: &usize| matches!(scene.token(*i).map(|t| t.kind), Some(Kind::Quote(_)));
    let comma =
        (cue + 1..to).take_while(|i| !quote(i)).find(|&i| scene.token(i).is_some_and(|t| t.mark(',')))?;
    let subject = sentence.subject_after(comma + 1).filter(|&i| i < to)?;
    (comma + 1..subject).all(|i| scene.token(i).is_some_and(clause::within_title)).then_some(subject)
}
