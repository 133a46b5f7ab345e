//! Whose account is this sentence? The weakest source that it names counts.

use super::lexicon::{Classes, is_outlet};
use super::{Line, Rung, Sourced};
use crate::annotate::speech::lexicon::Tags;
use crate::annotate::speech::phrase;
use crate::annotate::speech::tokens::Kind;
use crate::annotate::{ActorId, ActorKind};
use crate::text::Span;

/// Tokens behind "dilansir dari" in which the outlet is looked for.
const OUTLET: usize = 4;
/// Tokens before a verb in which an unnamed subject is looked for.
const SUBJECT: usize = 14;
/// Tokens before a verb of speech in which it is negated.
const NEGATED: usize = 3;
/// Tokens behind "menurut" in which somebody unnamed is looked for.
const BEHIND: usize = 6;

/// What a sentence's source was found to be.
struct Source {
    rung: Rung,
    cue: Span,
    who: Option<ActorId>,
}

/// The source of the sentence; `None` where the article tells it by itself.
pub(super) fn of(line: &Line) -> Option<Sourced> {
    let headline = line.step.scene.token(line.from()).is_none();
    let found = secret(line).or_else(|| unnamed(line)).or_else(|| outlet(line)).or_else(|| named(line));
    let Source { rung, cue, who } = found.filter(|_| !headline)?;
    Some(Sourced { span: line.span(), sentences: 1, rung, cue, who })
}

/// "yang enggan disebut namanya", "on condition of anonymity".
fn secret(line: &Line) -> Option<Source> {
    let scene = line.step.scene;
    let told = line.all(Classes::SECRET).next().map(|at| (at, at));
    let withheld = || {
        line.all(Classes::REFUSE.or(Classes::NOT)).find_map(|at| {
            let named = (at + 1..line.to().min(at + 5)).find(|&i| {
                scene.token(i).is_some_and(|t| {
                    matches!(&*t.low, "namanya" | "identitasnya" | "jati" | "named" | "identified")
                })
            })?;
            Some((at, named))
        })
    };
    let (a, b) = told.or_else(withheld)?;
    let cue = scene.token(a)?.span.cover(scene.token(b)?.span);
    Some(Source { rung: Rung::Unnamed, cue, who: None })
}

/// "menurut enam orang yang tahu", "kata sumber itu", "para pejabat mengatakan".
fn unnamed(line: &Line) -> Option<Source> {
    let scene = line.step.scene;
    let found = line.all(Classes::UNNAMED).find_map(|at| {
        // Those of an office that one person holds have a name elsewhere.
        let ahead = (line.from()..at).rev().take(BEHIND).take_while(|&i| opens(line, i));
        let cue = ahead.chain([]).find(|&i| {
            scene.is(i, Tags::SOURCE.or(Tags::VS))
                || scene.is(i, Tags::SAY) && scene.lang == crate::calendar::Lang::En
        });
        if let Some(cue) = cue.filter(|_| !names_one(line, at)) {
            return Some((cue, at));
        }
        // "Para pejabat … melaporkan", "officials said": the verb behind.
        let starts = at == line.from()
            || (line.from()..at)
                .rev()
                .take(3)
                .all(|i| opens(line, i) || scene.token(i).is_some_and(|t| t.mark(',')));
        let verb = (at + 1..line.to().min(at + SUBJECT)).find(|&i| scene.is(i, Tags::SAY))?;
        let between = (at + 1..verb).all(|i| within(line, i));
        let reports = scene.token(at).is_some_and(|t| matches!(&*t.low, "laporan" | "reports"));
        let reporting = reports && verb == at + 1;
        (starts && between && (!reports || reporting) && !names_one(line, at)).then_some((at, verb))
    });
    let (a, b) = found?;
    let cue = scene.token(a)?.span.cover(scene.token(b)?.span);
    Some(Source { rung: Rung::Unnamed, cue, who: None })
}

/// What can stand between "menurut" and "pejabat".
fn opens(line: &Line, at: usize) -> bool {
    let scene = line.step.scene;
    scene.token(at).is_some_and(|t| {
        t.kind == Kind::Number
            || matches!(
                &*t.low,
                "the"
                    | "to"
                    | "senior"
                    | "dua"
                    | "tiga"
                    | "empat"
                    | "lima"
                    | "enam"
                    | "tujuh"
                    | "delapan"
                    | "u.s."
                    | "us"
            )
    }) || scene.is(at, Tags::INDEF.or(Tags::PLURAL).or(Tags::ADJ).or(Tags::SOURCE).or(Tags::VS).or(Tags::SAY))
        || scene.token(at).is_some_and(|t| t.name().is_some() && t.person().is_none())
}

/// What can stand between "para pejabat" and its verb: whose they are, when they spoke.
fn within(line: &Line, at: usize) -> bool {
    let scene = line.step.scene;
    scene.token(at).is_some_and(|t| match t.kind {
        Kind::Name(_, kind) => kind != ActorKind::Person,
        Kind::Mark(c) => c == ',',
        Kind::Number => true,
        Kind::Quote(_) => false,
        Kind::Word => {
            t.is(Tags::CONJ.or(Tags::TIME).or(Tags::ADV).or(Tags::DEM).or(Tags::ADJ).or(Tags::PLURAL))
                || matches!(
                    &*t.low,
                    "awal"
                        | "akhir"
                        | "pekan"
                        | "minggu"
                        | "senior"
                        | "yang"
                        | "di"
                        | "in"
                        | "from"
                        | "on"
                        | "pada"
                        | "dari"
                        | "have"
                        | "has"
                        | "had"
                        | "telah"
                        | "juga"
                        | "also"
                        | "later"
                        | "kemudian"
                )
        }
    })
}

/// Whether a name stands right behind: "ajudan Budi", "diplomat senior, Budi".
fn names_one(line: &Line, at: usize) -> bool {
    let scene = line.step.scene;
    (at + 1..line.to().min(at + 5))
        .take_while(|&i| {
            scene.token(i).is_some_and(|t| {
                t.name().is_some() || t.mark(',') || t.is(Tags::TITLE.or(Tags::ADJ).or(Tags::REL))
            })
        })
        .any(|i| scene.token(i).is_some_and(|t| t.person().is_some()) && !indefinite(line, at))
}

/// "seorang ajudan X", "para pejabat": nobody in particular, X is another.
fn indefinite(line: &Line, at: usize) -> bool {
    let scene = line.step.scene;
    (line.from()..at).rev().take(2).any(|i| scene.is(i, Tags::INDEF.or(Tags::PLURAL)))
}

/// "dilansir dari X", "menurut kantor berita X", "mengatakan kepada X", "X melaporkan".
fn outlet(line: &Line) -> Option<Source> {
    let scene = line.step.scene;
    let outlet_at = |i: usize| {
        let actor = scene.actor(i).filter(|_| scene.token(i).is_some_and(|t| t.person().is_none()))?;
        is_outlet(scene.name(actor)).then_some(actor)
    };
    let body_at = |i: usize| {
        let token = scene.token(i)?;
        match token.kind {
            Kind::Name(_, ActorKind::Organisation) => Some(scene.actor(i)),
            Kind::Word if token.capital && i > line.from() => Some(None),
            _ => None,
        }
    };
    let near = |at: usize| at + 1..line.to().min(at + 1 + OUTLET);
    let leads = |i: usize| {
        line.is(i, Classes::MEDIUM)
            || scene.token(i).is_some_and(|t| {
                matches!(
                    &*t.low,
                    "dari"
                        | "oleh"
                        | "the"
                        | "kantor"
                        | "berita"
                        | "surat"
                        | "kabar"
                        | "by"
                        | "from"
                        | "laman"
                        | "situs"
                )
            })
    };
    for at in line.all(Classes::RELAY) {
        // "melaporkan" alone says nothing; an outlet has to stand right behind.
        let end = near(at).find(|&i| !leads(i))?;
        let found = outlet_at(end).map(Some).or_else(|| body_at(end).filter(|_| at + 1 < line.to()));
        if let Some(who) = found {
            let cue = scene.token(at)?.span.cover(scene.token(end)?.span);
            return Some(Source { rung: Rung::Outlet, cue, who });
        }
    }
    let sources = (line.from()..line.to()).filter(|&i| scene.is(i, Tags::SOURCE));
    for at in sources {
        let medium = near(at).any(|i| line.is(i, Classes::MEDIUM));
        let end = near(at).find(|&i| !leads(i) && scene.token(i).is_none_or(|t| t.low != "to"))?;
        let found = outlet_at(end).map(Some).or_else(|| body_at(end).filter(|_| medium));
        if let Some(who) = found {
            let cue = scene.token(at)?.span.cover(scene.token(end)?.span);
            return Some(Source { rung: Rung::Outlet, cue, who });
        }
    }
    // "said … told CNN", "dalam wawancara dengan Y"
    for at in line.all(Classes::TOLD) {
        let end = near(at).find(|&i| {
            !leads(i) && scene.token(i).is_some_and(|t| !matches!(&*t.low, "dengan" | "with" | "an" | "a"))
        })?;
        if let Some(who) = outlet_at(end) {
            let cue = scene.token(at)?.span.cover(scene.token(end)?.span);
            return Some(Source { rung: Rung::Outlet, cue, who: Some(who) });
        }
    }
    None
}

/// Somebody named, or a body, says it.
fn named(line: &Line) -> Option<Source> {
    let step = line.step;
    let (scene, sentence) = (step.scene, step.sentence);
    let quoted = step.founds.iter().find(|(_, f)| !f.speakers.is_empty());
    if let Some((pair, found)) = quoted {
        let cue = found.cue.or_else(|| step.pairs.get(*pair).map(|p| p.span))?;
        return Some(Source { rung: Rung::Named, cue, who: found.speakers.first().copied() });
    }
    const CUES: Tags = Tags::SAY.or(Tags::VS).or(Tags::SOURCE);
    // "akan berbicara dengan" is a meeting, "belum berkomentar" silence.
    let speaks = |i: usize| {
        let silent =
            (line.from()..i).rev().take(NEGATED).any(|j| line.is(j, Classes::NOT.or(Classes::REFUSE)));
        (scene.is(i, CUES) || scene.own_cue(i)) && !scene.is(i, Tags::TALK.or(Tags::MEET)) && !silent
    };
    let cue = sentence.range.clone().find(|&i| speaks(i))?;
    let span = scene.token(cue)?.span;
    let behind = scene.is(cue, Tags::SOURCE.or(Tags::VS)) && !scene.is(cue, Tags::SAY);
    let speakers = if behind {
        phrase::behind(scene, sentence, step.discourse, cue, cue).0
    } else {
        phrase::subject(scene, sentence, step.discourse, cue, line.from()).map(|s| s.0).unwrap_or_default()
    };
    let who = speakers.first().copied().or_else(|| body_before(line, cue).filter(|_| !behind));
    if who.is_none() {
        let office = office(line, cue, behind)?;
        let cue = span.cover(scene.token(office)?.span);
        return Some(Source { rung: Rung::Unnamed, cue, who: None });
    }
    Some(Source { rung: Rung::Named, cue: span, who })
}

/// "kata gubernur setempat", "the local governor said": the office that speaks, where no name goes with it.
fn office(line: &Line, cue: usize, behind: bool) -> Option<usize> {
    const OFFICE: Tags = Tags::TITLE.or(Tags::REL);
    let scene = line.step.scene;
    if behind {
        let goes_on = |i: &usize| scene.token(*i).is_some_and(|t| t.kind == Kind::Word && !t.is(Tags::STOP));
        let first = (cue + 1..line.to()).take(BEHIND).find(|&i| !opens(line, i))?;
        let named = (first..line.to()).take(BEHIND).take_while(goes_on).last().unwrap_or(first) + 1;
        let nobody = scene.token(named).is_none_or(|t| t.name().is_none());
        return Some(first).filter(|&i| scene.is(i, OFFICE) && nobody);
    }
    let passed = |i: &usize| scene.is(*i, Tags::ADV.or(Tags::TIME).or(Tags::ADJ).or(Tags::DEM));
    let before = (line.from()..cue).rev().take(BEHIND).find(|i| !passed(i))?;
    Some(before).filter(|&i| scene.is(i, OFFICE))
}

/// "Otoritas X menyebut", "Kementerian Y menyatakan": the name right before the verb.
fn body_before(line: &Line, cue: usize) -> Option<ActorId> {
    let scene = line.step.scene;
    let ahead = (line.from()..cue).rev().take(4);
    let at = ahead.into_iter().find(|&i| !scene.is(i, Tags::ADV.or(Tags::TIME)))?;
    scene.actor(at).filter(|_| scene.token(at).is_some_and(|t| t.person().is_none()))
}
