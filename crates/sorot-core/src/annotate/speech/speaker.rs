//! Who spoke? The cues before, after and between the quotes of one sentence.

use super::clause;
use super::discourse::Discourse;
use super::lexicon::{self, Tags};
use super::phrase::{agent, behind, subject};
use super::scene::{Found, Scene, Sentence};
use super::tokens::Kind;
use crate::calendar::Lang;
use crate::why::{Rule, Why};

/// Tokens before a quote in which its cue is looked for.
const BEFORE: usize = 60;
/// Words of a quote in which its speaker's "saya" is looked for.
const FIRST: usize = 60;
/// Tokens after a quote in which its cue is looked for.
const AFTER: usize = 14;

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
    if let Some(found) = closing(scene, sentence, discourse, at) {
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
    // "X membela langkahnya. “Saya harus melakukannya.”"
    if let (true, Some(who), Some(word)) = (alone, discourse.recent, first_person(scene, at)) {
        let why = vec![Why::new(Rule::QuoteSelf, [word.into(), scene.name(who).into()])];
        return Found { speakers: vec![who], why, ..Found::default() };
    }
    Found { why: vec![Why::plain(Rule::QuoteUnknown)], ..Found::default() }
}

/// The first word of the quote that means its speaker: "saya", "kami", "we".
fn first_person<'a>(scene: &Scene<'a>, at: usize) -> Option<&'a str> {
    const WORDS: [&str; 13] =
        ["saya", "aku", "kami", "kita", "i", "we", "i'm", "i've", "my", "our", "we're", "we've", "we'll"];
    let words = scene.text(at).split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').take(FIRST);
    words.into_iter().find(|w| w.len() <= 8 && WORDS.contains(&w.to_lowercase().replace('’', "'").as_str()))
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
    // "begitu kata X"
    let thus = scene.token(i).is_some_and(|t| matches!(&*t.low, "begitu" | "demikian"));
    if thus && scene.is(i + 1, Tags::VS) {
        i += 1;
    }
    if i >= sentence.range.end {
        return None;
    }
    // "…,” read a statement from X": the words speak for their authors.
    let reads = scene.token(i).is_some_and(|t| matches!(&*t.low, "read" | "reads"));
    if reads && (i + 1..i + 4).any(|k| scene.is(k, Tags::STATEMENT)) {
        return Some(phrase(scene, sentence, discourse, at, i));
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
    // "…,” she went on", "…,” X shrugged": whatever the verb, the comma says that they spoke.
    let told = scene.lang == Lang::En
        && scene.text(at).trim_end_matches(['”', '"', '’', '\'']).ends_with([',', '!', '?'])
        && (scene.is(i, Tags::PRON) || scene.token(i).is_some_and(|t| t.person().is_some()))
        && scene.token(i + 1).is_some_and(|t| t.kind == Kind::Word && !t.capital && t.tags == Tags::NONE);
    for j in i..sentence.range.end.min(i + AFTER) {
        let token = scene.token(j)?;
        if told
            && j == i + 1
            && let Some((speakers, mut why)) = subject(scene, sentence, discourse, j, at + 1)
        {
            why.insert(0, Why::new(Rule::QuoteCueAfter, [scene.text(j).into()]));
            return Some(Found { speakers, cue: Some(token.span), why, spoken: true, ..Found::default() });
        }
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

/// English "The plan is “…”, X said.": the comma stands outside the marks, and nothing before them names a speaker.
fn closing(scene: &Scene, sentence: &Sentence, discourse: &Discourse, at: usize) -> Option<Found> {
    let comma = scene.lang == Lang::En && scene.token(at + 1).is_some_and(|t| t.mark(','));
    scene.token(at + 2).filter(|t| comma && (t.person().is_some() || t.is(Tags::PRON)))?;
    let cue = at + 3;
    let ends = scene
        .token(cue + 1)
        .is_none_or(|t| matches!(t.kind, Kind::Mark(_)) || t.is(Tags::PREP.or(Tags::TIME)));
    if !scene.is(cue, Tags::SAY) || !ends {
        return None;
    }
    let (speakers, mut why) = subject(scene, sentence, discourse, cue, at + 1)?;
    why.insert(0, Why::new(Rule::QuoteCueAfter, [scene.text(cue).into()]));
    Some(Found { speakers, cue: scene.token(cue).map(|t| t.span), why, spoken: true, ..Found::default() })
}

/// "katanya": the cue holds the pronoun.
fn pronoun(scene: &Scene, sentence: &Sentence, discourse: &Discourse, at: usize, cue: usize) -> Found {
    let word = scene.text(cue);
    let same = sentence.main_subject(scene, at).and_then(|i| scene.actor(i));
    // "tambahnya", "lanjutnya" go on with the one who spoke last.
    let more = scene.token(cue).is_some_and(|t| {
        t.low.strip_suffix("nya").is_some_and(|stem| lexicon::tags(stem, scene.lang).any(Tags::MORE))
    });
    let on = discourse.speakers.first().copied();
    // Whoever spoke last goes on, unless a sentence since was about somebody named in full.
    let full = discourse.subject.is_some_and(|s| scene.name(s).contains(' '));
    let speaker = same.or(on.filter(|_| more || !full)).or(discourse.subject).or(on);
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
    // "X quoted Y as saying": Y's words.
    if let Some(quoted) = quoted(scene, from, cue) {
        let why = vec![rule(cue), Why::new(Rule::QuoteNamed, [scene.name(quoted).into()])];
        return Some(Found { speakers: vec![quoted], cue: span, why, spoken, work: false });
    }
    // "It was described by X as “…”"
    let by = scene.lang == Lang::En && scene.is(cue + 1, Tags::OLEH);
    if scene.is(cue, Tags::PASSIVE) || by {
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

/// Whose words "quoted Y as saying" hands on.
fn quoted(scene: &Scene, from: usize, cue: usize) -> Option<crate::annotate::ActorId> {
    let low = |i: usize| scene.token(i).map_or("", |t| t.low.as_ref());
    let person = cue.checked_sub(2).filter(|&i| i > from && low(cue) == "saying" && low(cue - 1) == "as")?;
    scene.token(person)?.person()?;
    let verb = (from..person).rev().find(|&i| !scene.token(i).is_some_and(clause::within_title))?;
    matches!(low(verb), "quoted" | "cited" | "quotes" | "quoting" | "citing").then(|| scene.actor(person))?
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
