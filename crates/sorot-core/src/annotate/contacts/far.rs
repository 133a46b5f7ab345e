//! Who stands behind a word of contact?

use super::Here;
use super::list::{Side, list};
use super::words::Trigger;
use crate::annotate::speech::clause;
use crate::annotate::speech::lexicon::Tags;
use crate::annotate::speech::tokens::{Kind, Token};
use crate::why::{Rule, Why};

/// Tokens between a word of contact and the other side.
const GAP: usize = 9;

/// What stands behind a word of contact.
pub(super) enum Far {
    /// "antara A dan B", "mempertemukan A dan B": all the sides.
    All(Side),
    /// "dengan B": the other side.
    Other(Side),
    /// "dengan wartawan": somebody without a name.
    Unnamed,
}

/// The persons and bodies behind the word of contact; `None` where none stand there.
pub(super) fn far(here: &Here, trigger: &Trigger) -> Option<Far> {
    let (scene, sentence) = (here.scene, here.sentence);
    let from = trigger.last + 1;
    let to = sentence.range.end.min(from + GAP);
    if trigger.elided {
        return Some(Far::Other(list(scene, sentence, trigger.at + 1, trigger)));
    }
    if trigger.host {
        let all = list(scene, sentence, from, trigger);
        return (all.actors.len() >= 2).then_some(Far::All(all));
    }
    // "menerima telepon dari B", "menerima kunjungan B"
    let refused = |i: usize| {
        let one_sided = scene.is(trigger.at, Tags::PHONE)
            || scene.token(trigger.at).is_some_and(|t| matches!(&*t.low, "kunjungan" | "lawatan"));
        one_sided && scene.token(i).is_some_and(|t| matches!(&*t.low, "menolak" | "menampik" | "mengabaikan"))
    };
    let got = trigger.noun
        && trigger.at > sentence.range.start
        && (scene.is(trigger.at - 1, Tags::GET) || refused(trigger.at - 1));
    let other = |i: usize| -> Option<Far> {
        let mut other = list(scene, sentence, i, trigger);
        if other.actors.is_empty() {
            match role(here, i).or_else(|| instances(here, i, trigger)) {
                Some(known) => other = known,
                None => return Some(Far::Unnamed),
            }
        }
        Some(Far::Other(other))
    };
    // Behind "di" and "pada" stand places and days, nobody who is met.
    let mut placed = false;
    for i in from..to {
        let token = scene.token(i)?;
        let low = token.low.as_ref();
        let word = token.kind == Kind::Word;
        if trigger.noun && token.is(Tags::AMONG) {
            let all = list(scene, sentence, i + 1, trigger);
            return (all.actors.len() >= 2).then_some(Far::All(all));
        }
        let company = word && matches!(low, "dengan" | "bersama" | "with" | "alongside");
        let towards = trigger.towards && matches!(low, "kepada" | "ke" | "to" | "untuk");
        let agent = trigger.passive && token.is(Tags::OLEH);
        let source = got && matches!(low, "dari" | "from");
        let noun_phrase = token.name().is_some() || token.is(Tags::TITLE.or(Tags::REL));
        if got && i <= from + 1 && noun_phrase {
            let other = list(scene, sentence, i, trigger);
            return (!other.actors.is_empty()).then_some(Far::Other(Side { got, ..other }));
        }
        if trigger.noun
            && !got
            && i <= from + 1
            && noun_phrase
            && pairs(token, trigger, scene.token(trigger.at))
        {
            let all = list(scene, sentence, i, trigger);
            let goes_on =
                scene.token(all.end).is_some_and(|t| matches!(&*t.low, "dengan" | "with" | "ke" | "to"));
            if all.actors.len() >= 2 && !goes_on {
                return Some(Far::All(all));
            }
        }
        // "menyambut kedatangan B"
        if trigger.bodily && i == from && matches!(low, "kedatangan" | "kehadiran") {
            return other(i + 1);
        }
        if company || towards || agent || source {
            return other(i + 1);
        }
        // "pertemuan A dengan B" is read from the near side; "menemui B" stops here.
        let titled = clause::within_title(token) || token.capital && token.tags == Tags::NONE;
        let possessive =
            token.is(Tags::DEM) || matches!(low, "his" | "her" | "their" | "its" | "the" | "sang");
        let object = trigger.object && !trigger.noun && !placed;
        if object && (token.name().is_some() || titled || possessive && i == from) {
            return other(i);
        }
        let place = token.is(Tags::PREP)
            && matches!(
                low,
                "di" | "pada" | "in" | "on" | "at" | "by" | "over" | "secara" | "via" | "lewat" | "melalui"
            );
        placed |= place;
        // "berbicara tentang X dengan Y"
        let topic = matches!(low, "tentang" | "soal" | "mengenai" | "about") && company_follows(here, i);
        let passed = trigger.noun && token.name().is_some()
            || place
            || topic
            || token.is(Tags::ADV
                .or(Tags::TIME)
                .or(Tags::DEM)
                .or(Tags::VIRTUAL)
                .or(Tags::PHONE)
                .or(Tags::YANG)
                .or(Tags::ADJ))
            || matches!(token.kind, Kind::Quote(_) | Kind::Name(..) | Kind::Number)
            || matches!(token.kind, Kind::Mark('-' | '(' | ')' | '/'))
            || trigger.noun
                && word
                && !token.is(Tags::PREP.or(Tags::CONJ).or(Tags::SUB))
                && !clause::verbal(token, scene.lang)
            || token.is(Tags::JOIN)
            || trigger.towards && word && i == from
            // "bertemu empat mata dengan", "spoke at length with"
            || !trigger.noun && !trigger.bodily && word && token.tags == Tags::NONE
                && !clause::verbal(token, scene.lang);
        // "bertemu wartawan", "berbicara kepada pers", "berbicara di sidang umum"
        let direction = matches!(low, "kepada" | "to" | "terhadap");
        let timed = (i + 1..i + 4).any(|k| scene.is(k, Tags::TIME));
        let speech = trigger.speech
            && !timed
            && i <= from + 1
            && matches!(low, "di" | "dalam" | "pada" | "at" | "in" | "to");
        let object = !trigger.noun
            && i == from
            && word
            && token.tags == Tags::NONE
            && !token.capital
            && !clause::verbal(token, scene.lang)
            && !matches!(low, "empat" | "tatap" | "face" | "singkat");
        if object && let Some(named) = instances(here, i, trigger) {
            return Some(Far::Other(named));
        }
        if direction || speech || object && !company_follows(here, i) {
            return Some(Far::Unnamed);
        }
        if !passed {
            return None;
        }
    }
    None
}

/// Whether "dengan", "with" stands a few words behind token `i`.
fn company_follows(here: &Here, i: usize) -> bool {
    let to = here.sentence.range.end.min(i + GAP);
    (i + 1..to).any(|k| here.scene.token(k).is_some_and(|t| matches!(&*t.low, "dengan" | "bersama" | "with")))
}

/// Whether the noun can own all sides of its contact: "pertemuan A dan B", not "kunjungan A dan B".
fn pairs(owner: &Token, trigger: &Trigger, noun: Option<&Token>) -> bool {
    let one_sided = trigger.towards
        || noun.is_none_or(|t| {
            matches!(&*t.low, "kunjungan" | "lawatan" | "jamuan" | "audiensi" | "konferensi" | "visit")
        });
    !one_sided && !owner.is(Tags::PLURAL)
}

/// "bertemu sejumlah tokoh, antara lain X dan Y", "met leaders including X": those of the unnamed who are named.
fn instances(here: &Here, from: usize, trigger: &Trigger) -> Option<Side> {
    let scene = here.scene;
    let to = here.sentence.range.end.min(from + GAP);
    let marks = |i: usize| {
        scene.token(i).is_some_and(|t| match &*t.low {
            "seperti" | "termasuk" | "yaitu" | "yakni" | "including" | "namely" => true,
            "lain" => scene.token(i - 1).is_some_and(|t| t.low == "antara"),
            "antaranya" => scene.token(i - 1).is_some_and(|t| t.low == "di"),
            "as" => scene.token(i - 1).is_some_and(|t| t.low == "such"),
            "them" => scene.token(i - 1).is_some_and(|t| t.low == "among"),
            _ => false,
        })
    };
    let plain = |i: usize| {
        scene.token(i).is_some_and(|t| {
            let part = matches!(&*t.low, "antara" | "di" | "such" | "among");
            t.mark(',')
                || t.kind == Kind::Word
                    && (part
                        || !t.is(Tags::PREP.or(Tags::SUB).or(Tags::SAY)) && !clause::verbal(t, scene.lang))
        })
    };
    let mark = (from + 1..to).find(|&i| marks(i))?;
    let named = list(scene, here.sentence, mark + 1, trigger);
    let persons = !named.actors.is_empty() && named.actors.iter().all(|x| scene.is_person(*x));
    ((from..mark).all(plain) && persons).then_some(named)
}

/// "bertemu presiden itu", "met the general": the one known by that role.
fn role(here: &Here, from: usize) -> Option<Side> {
    let scene = here.scene;
    let at =
        if scene.token(from).is_some_and(|t| matches!(&*t.low, "the" | "sang")) { from + 1 } else { from };
    let (actor, words) = scene.role_phrase(at, here.sentence.range.end)?;
    let why = Why::new(Rule::ContactPronoun, [words.as_str().into(), scene.name(actor).into()]);
    Some(Side { actors: vec![actor], end: at + 1, why: vec![why], got: false })
}
