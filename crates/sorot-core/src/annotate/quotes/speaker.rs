//! Who spoke? The words before, after and between the quotes of one sentence.

use super::clause::{self, Role};
use super::discourse::Discourse;
use super::lexicon::Tags;
use super::tokens::{Kind, Token};
use crate::annotate::{Actor, ActorId, ActorKind, Mention};
use crate::calendar::Lang;
use crate::text::Span;
use crate::why::{Rule, Why};
use std::ops::Range;

/// Tokens before a quote in which its cue is looked for.
const BEFORE: usize = 60;
/// Tokens after a quote in which its cue is looked for.
const AFTER: usize = 14;
/// Tokens after a cue in which the speaker's name is looked for.
const PHRASE: usize = 26;

/// The block at hand and what is known of its names.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub body: &'a str,
    pub lang: Lang,
    pub mentions: &'a [Mention],
    pub actors: &'a [Actor],
    pub tokens: &'a [Token<'a>],
}

/// A sentence with the persons who can be its subjects.
pub(crate) struct Sentence {
    pub range: Range<usize>,
    subjects: Vec<usize>,
}

/// What is known of a quote.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub speakers: Vec<ActorId>,
    pub cue: Option<Span>,
    pub why: Vec<Why>,
    /// Whether it is speech beyond doubt: a cue stands right beside it, or a colon before it.
    pub spoken: bool,
    /// Whether it is the name of a work or a slogan.
    pub work: bool,
}

impl<'a> Scene<'a> {
    pub(crate) fn token(&self, i: usize) -> Option<&'a Token<'a>> {
        self.tokens.get(i)
    }

    pub(crate) fn is(&self, i: usize, tags: Tags) -> bool {
        self.token(i).is_some_and(|t| t.is(tags))
    }

    /// The actor that the name at token `i` names.
    pub(crate) fn actor(&self, i: usize) -> Option<ActorId> {
        self.mentions.get(self.token(i)?.name()?).map(|m| m.actor)
    }

    /// The canonical name, for evidence.
    pub(crate) fn name(&self, actor: ActorId) -> &'a str {
        self.actors.get(actor.index()).map_or("", |a| a.name.as_str())
    }

    pub(crate) fn names(&self, actors: &[ActorId]) -> String {
        actors.iter().map(|&a| self.name(a)).collect::<Vec<_>>().join(", ")
    }

    fn text(&self, i: usize) -> &'a str {
        self.token(i).map_or("", |t| t.span.of(self.body))
    }

    pub(crate) fn sentence(&self, range: Range<usize>) -> Sentence {
        let subjects = clause::subjects(self.tokens, range.clone(), self.lang);
        Sentence { range, subjects }
    }

    /// Whether the token is a cue with a pronoun grown on: "katanya".
    fn own_cue(&self, i: usize) -> bool {
        self.lang == Lang::Id
            && self.token(i).is_some_and(|t| {
                t.kind == Kind::Word
                    && t.low.strip_suffix("nya").is_some_and(|stem| {
                        super::lexicon::tags(stem, Lang::Id).any(Tags::VS.or(Tags::SOURCE))
                    })
            })
    }
}

impl Sentence {
    /// Whether the token is one of the persons who can be its subjects.
    pub(crate) fn is_subject(&self, i: usize) -> bool {
        self.subjects.binary_search(&i).is_ok()
    }

    /// The first subject at or after token `from`.
    pub(crate) fn subject_after(&self, from: usize) -> Option<usize> {
        self.subjects.get(self.subjects.partition_point(|&i| i < from)).copied()
    }

    /// The first name of the list that ends at `i`, if it is a list of subjects.
    pub(crate) fn list_start(&self, scene: &Scene, i: usize) -> usize {
        let earlier = self.subjects.iter().rev().copied().filter(|&s| s < i).take(6);
        earlier.filter(|&s| clause::joined(scene.tokens, s, i + 1).contains(&i)).last().unwrap_or(i)
    }

    /// The subject of the main clause before token `to`: the first one, or after a fronted clause
    /// ("Setelah X pergi, Y …") the first behind its comma.
    pub(crate) fn main_subject(&self, scene: &Scene, to: usize) -> Option<usize> {
        let mut all = self.subjects.iter().copied().take_while(|&i| i < to);
        let first = all.next()?;
        if !scene.is(self.range.start, Tags::FRONT) {
            return Some(first);
        }
        let after_comma = (self.range.start..first).any(|i| scene.token(i).is_some_and(|t| t.mark(',')));
        if after_comma {
            return Some(first);
        }
        let comma = (first..to.min(self.range.end).min(first + BEFORE))
            .find(|&i| scene.token(i).is_some_and(|t| t.mark(',')));
        let behind = comma.and_then(|c| self.subjects.iter().copied().find(|&i| i > c && i < to));
        Some(behind.unwrap_or(first))
    }
}

/// Finds the speakers of the quotes in one sentence: (index of the pair, what is known).
pub(crate) fn attribute(scene: &Scene, sentence: &Sentence, discourse: &Discourse) -> Vec<(usize, Found)> {
    let quotes: Vec<(usize, usize)> = sentence
        .range
        .clone()
        .filter_map(|i| match scene.token(i)?.kind {
            Kind::Quote(q) => Some((i, q)),
            _ => None,
        })
        .collect();
    let mut founds: Vec<(usize, Found)> = Vec::with_capacity(quotes.len());
    for &(at, quote) in &quotes {
        let found = one(scene, sentence, discourse, at, founds.last().map(|(_, f)| f));
        founds.push((quote, found));
    }
    // A cue after the last quote of the sentence holds for the bare ones before it as well.
    for i in (1..founds.len()).rev() {
        let (head, tail) = founds.split_at_mut(i);
        let (Some((_, bare)), Some((_, next))) = (head.last_mut(), tail.first()) else { continue };
        if bare.cue.is_none() && bare.speakers.is_empty() && !bare.work && next.cue.is_some() {
            bare.speakers = next.speakers.clone();
            bare.cue = next.cue;
            bare.why = next.why.clone();
            bare.why.push(Why::plain(Rule::QuoteSameSentence));
        }
    }
    founds
}

fn one(scene: &Scene, sentence: &Sentence, discourse: &Discourse, at: usize, last: Option<&Found>) -> Found {
    let starts = at == sentence.range.start;
    if is_work(scene, sentence, at) {
        return Found { work: true, ..Found::default() };
    }
    let after = after(scene, sentence, discourse, at, starts);
    if let Some(found) = after {
        return found;
    }
    if !starts && let Some(found) = before(scene, sentence, discourse, at) {
        return found;
    }
    if let Some(last) = last.filter(|f| !f.speakers.is_empty()) {
        let mut why = last.why.clone();
        why.push(Why::plain(Rule::QuoteSameSentence));
        return Found { speakers: last.speakers.clone(), cue: last.cue, why, ..Found::default() };
    }
    // A whole sentence of quote goes on with the speech before it.
    let alone = starts
        && (at + 1..sentence.range.end)
            .all(|i| matches!(scene.token(i).map(|t| t.kind), Some(Kind::Mark(_))));
    if alone && discourse.speaking && !discourse.speakers.is_empty() {
        let speakers = discourse.speakers.clone();
        let why = vec![Why::new(Rule::QuoteContinued, [scene.names(&speakers).as_str().into()])];
        return Found { speakers, why, ..Found::default() };
    }
    Found { why: vec![Why::plain(Rule::QuoteUnknown)], ..Found::default() }
}

/// Whether the marks hold the name of a work: "film “…”", "bertajuk “…”".
fn is_work(scene: &Scene, sentence: &Sentence, at: usize) -> bool {
    at > sentence.range.start && scene.is(at - 1, Tags::WORK)
}

/// The cue after the quote: "…,” kata X", "…,” katanya", "…,” X said", "…” oleh X".
fn after(
    scene: &Scene,
    sentence: &Sentence,
    discourse: &Discourse,
    at: usize,
    starts: bool,
) -> Option<Found> {
    let mut i = at + 1;
    while i < sentence.range.end
        && scene
            .token(i)
            .is_some_and(|t| matches!(t.kind, Kind::Mark(c) if matches!(c, ',' | '-' | '–' | '—')))
    {
        i += 1;
    }
    if i >= sentence.range.end {
        return None;
    }
    if scene.own_cue(i) {
        return Some(pronoun(scene, sentence, discourse, at, i));
    }
    let direct =
        |i: usize| scene.is(i, Tags::VS.or(Tags::SOURCE)) || scene.lang == Lang::En && scene.is(i, Tags::SAY);
    if direct(i) {
        return Some(phrase(scene, sentence, discourse, at, i));
    }
    // "…,” X said": a subject, then the verb.
    let ends_in_comma =
        scene.text(at).trim_end_matches(['”', '"', '’', '\'', '»', '“']).ends_with([',', '!', '?', '.']);
    for j in i..sentence.range.end.min(i + AFTER) {
        let token = scene.token(j)?;
        if matches!(token.kind, Kind::Quote(_)) {
            break;
        }
        let closed = token.mark(',') && j > i;
        if closed && scene.is(j + 1, Tags::VS.or(Tags::SOURCE)) {
            return Some(phrase(scene, sentence, discourse, at, j + 1));
        }
        if j > i && token.is(Tags::SAY) && (starts || ends_in_comma) {
            let (speakers, mut why) = subject(scene, sentence, discourse, j, at + 1)?;
            why.insert(0, Why::new(Rule::QuoteCueAfter, [scene.text(j).into()]));
            return Some(Found { speakers, cue: Some(token.span), why, spoken: true, ..Found::default() });
        }
    }
    None
}

/// "katanya": the cue holds the pronoun.
fn pronoun(scene: &Scene, sentence: &Sentence, discourse: &Discourse, at: usize, cue: usize) -> Found {
    let word = scene.text(cue);
    let same = sentence.main_subject(scene, at).and_then(|i| scene.actor(i));
    let speaker = same.or(discourse.subject).or(discourse.speakers.first().copied());
    let mut why = vec![Why::new(Rule::QuoteCueAfter, [word.into()])];
    match speaker {
        Some(s) => why.push(Why::new(Rule::QuotePronoun, [word.into(), scene.name(s).into()])),
        None => why.push(Why::plain(Rule::QuoteUnknown)),
    }
    let cue = scene.token(cue).map(|t| t.span);
    Found { speakers: speaker.into_iter().collect(), cue, why, spoken: true, work: false }
}

/// "kata X", "menurut X", "said X": the speaker stands behind the cue.
fn phrase(scene: &Scene, sentence: &Sentence, discourse: &Discourse, at: usize, cue: usize) -> Found {
    let (speakers, rest) = behind(scene, sentence, discourse, at, cue);
    let mut why = vec![Why::new(Rule::QuoteCueAfter, [scene.text(cue).into()])];
    why.extend(rest);
    if speakers.is_empty() {
        why.push(Why::plain(Rule::QuoteUnknown));
    }
    Found { speakers, cue: scene.token(cue).map(|t| t.span), why, spoken: true, work: false }
}

/// Who is named in the noun phrase behind the cue.
fn behind(
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
        } else if i == from && token.is(Tags::PRON) {
            let same = sentence.main_subject(scene, at).and_then(|i| scene.actor(i));
            let who = same.or(discourse.subject).or(discourse.speakers.first().copied());
            return who
                .map_or((Vec::new(), Vec::new()), |w| said(vec![w], Rule::QuotePronoun, scene.text(i)));
        } else if token.is(Tags::STATEMENT) {
            return statement(scene, sentence, discourse, i, to);
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
            if i == from && kind != ActorKind::Person {
                body_of = scene.mentions.get(m).map(|m| m.actor);
            }
        } else if matches!(token.kind, Kind::Quote(_)) || token.is(Tags::STOP) || ends(token) {
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

/// The cue before the quote: "X mengatakan: “…”", "menurut X, “…”", "X menyebut itu “…”".
fn before(scene: &Scene, sentence: &Sentence, discourse: &Discourse, at: usize) -> Option<Found> {
    const CUES: Tags = Tags::SAY.or(Tags::STANCE).or(Tags::PASSIVE).or(Tags::SOURCE);
    let from = sentence.range.start;
    let near = at.saturating_sub(BEFORE).max(from);
    let colon = scene.token(at - 1).is_some_and(|t| t.mark(':'));
    let cue = (near..at).rev().find(|&i| scene.is(i, CUES) || scene.own_cue(i));
    let Some(cue) = cue else { return bare(scene, sentence, at, colon) };
    let span = scene.token(cue).map(|t| t.span);
    // A short quote is speech where the verb, or the verb and a colon, introduce it.
    let spoken = colon || cue + 1 == at && scene.is(cue, Tags::SAY);
    let rule = |words: usize| Why::new(Rule::QuoteCueBefore, [scene.text(words).into()]);
    if scene.is(cue, Tags::SOURCE) {
        let (speakers, rest) = behind(scene, sentence, discourse, cue, cue);
        let why = std::iter::once(rule(cue)).chain(rest).collect();
        return Some(Found { speakers, cue: span, why, spoken, work: false });
    }
    if scene.is(cue, Tags::PASSIVE) {
        let speakers = agent(scene, sentence, cue, at);
        let mut why = vec![rule(cue)];
        match speakers.first() {
            Some(&a) => why.push(Why::new(Rule::QuoteAgent, [scene.name(a).into()])),
            None => why.push(Why::plain(Rule::QuoteUnknown)),
        }
        return Some(Found { speakers, cue: span, why, spoken: false, work: false });
    }
    let (speakers, rest) = if scene.own_cue(cue) {
        let found = pronoun(scene, sentence, discourse, cue, cue);
        (found.speakers, found.why.into_iter().skip(1).collect())
    } else {
        subject(scene, sentence, discourse, cue, from).unwrap_or_default()
    };
    let mut why = vec![rule(cue)];
    why.extend(rest);
    if speakers.is_empty() {
        why.push(Why::plain(Rule::QuoteUnknown));
    }
    Some(Found { speakers, cue: span, why, spoken, work: false })
}

/// A quote without a cue: its clause's subject, behind a colon or any verb of the subject's own.
fn bare(scene: &Scene, sentence: &Sentence, at: usize, colon: bool) -> Option<Found> {
    let subject = sentence.main_subject(scene, at)?;
    let near = at.saturating_sub(BEFORE).max(subject);
    let acts = (near..at).any(|i| scene.token(i).is_some_and(|t| clause::verbal(t, scene.lang)));
    if !(colon || acts) {
        return None;
    }
    let speaker = scene.actor(subject)?;
    let why = vec![Why::new(Rule::QuoteSubject, [scene.name(speaker).into()])];
    Some(Found { speakers: vec![speaker], why, spoken: colon, ..Found::default() })
}

/// The agent of a passive cue: "oleh X" around the quote, or the name right behind the verb.
fn agent(scene: &Scene, sentence: &Sentence, cue: usize, at: usize) -> Vec<ActorId> {
    let reach = |from: usize| (from..sentence.range.end.min(from + AFTER)).find(|&i| scene.is(i, Tags::OLEH));
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
fn subject(
    scene: &Scene,
    sentence: &Sentence,
    discourse: &Discourse,
    cue: usize,
    from: usize,
) -> Option<(Vec<ActorId>, Vec<Why>)> {
    let named = |i: usize| {
        let first = sentence.list_start(scene, i);
        let list = clause::joined(scene.tokens, first, cue);
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
        // The verb begins the sentence: whoever was in mind.
        let who = main().and_then(|i| scene.actor(i)).or(discourse.subject)?;
        let why = Why::new(Rule::QuotePronoun, [scene.text(cue).into(), scene.name(who).into()]);
        return Some((vec![who], vec![why]));
    };
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
    if let Some(i) = main() {
        return Some(named(i));
    }
    // A body or a state as the subject, when its bare name stands before the verb.
    let listed =
        j > from + 1 && scene.is(j - 1, Tags::CONJ) && scene.token(j - 2).is_some_and(|t| t.name().is_some());
    let bare = j == from
        || scene.is(j - 1, Tags::SUB.or(Tags::CONJ).or(Tags::FRONT)) && !listed
        || scene.token(j - 1).is_some_and(|t| t.mark(','));
    let body = bare && token.name().is_some() && token.person().is_none();
    if body {
        return scene.actor(j).map(|a| (vec![a], vec![Why::new(Rule::QuoteNamed, [scene.name(a).into()])]));
    }
    None
}
