//! To whom, or where, was it said? "kepada CNN", "told reporters", "di X", "wawancara dengan Z".

use crate::annotate::Addressee;
use crate::annotate::speech::Step;
use crate::annotate::speech::clause;
use crate::annotate::speech::lexicon::Tags;
use crate::annotate::speech::scene::Scene;
use crate::annotate::speech::tokens::{Kind, Token};
use crate::text::Span;

/// Tokens of a sentence that are searched.
const SEARCH: usize = 80;
/// Tokens between the verb of speech and "kepada": the speaker's name and office.
const BEHIND_VERB: usize = 14;
/// Tokens of an article, an office or a genre before the name ("the", "Presiden", "kantor berita").
const BEFORE_NAME: usize = 5;
/// Words of one name that no list knows.
const NAME: usize = 4;

/// Listeners without a name.
const LISTENERS: [&str; 18] = [
    "wartawan",
    "jurnalis",
    "pewarta",
    "reporter",
    "pers",
    "parlemen",
    "publik",
    "penyidik",
    "hakim",
    "reporters",
    "journalists",
    "correspondents",
    "lawmakers",
    "senators",
    "investors",
    "investigators",
    "voters",
    "parliament",
];
/// What may stand before the name of a medium or of listeners.
const GENRES: [&str; 24] = [
    "the",
    "a",
    "an",
    "para",
    "sejumlah",
    "awak",
    "kantor",
    "berita",
    "majalah",
    "harian",
    "koran",
    "surat",
    "kabar",
    "media",
    "stasiun",
    "televisi",
    "radio",
    "saluran",
    "portal",
    "situs",
    "magazine",
    "newspaper",
    "broadcaster",
    "agency",
];
/// Where people write for everybody to read.
const PLATFORMS: [&str; 14] = [
    "x",
    "twitter",
    "facebook",
    "instagram",
    "telegram",
    "tiktok",
    "youtube",
    "threads",
    "whatsapp",
    "weibo",
    "linkedin",
    "bluesky",
    "mastodon",
    "truth",
];

/// What the sentence says of it; `None` where it doesn't, or holds no quote that a cue attributes.
pub(super) fn of(step: &Step) -> Option<Addressee> {
    if step.founds.iter().all(|(_, f)| f.cue.is_none()) {
        return None;
    }
    let range = step.sentence.range.start..step.sentence.range.end.min(step.sentence.range.start + SEARCH);
    let scene = step.scene;
    let told = range.clone().find_map(|i| told(scene, range.start, i));
    let posted = || range.clone().find_map(|i| posted(scene, i));
    told.map(|span| Addressee { span, is_place: false })
        .or_else(|| posted().map(|span| Addressee { span, is_place: true }))
}

/// Whom the words at `i` introduce: a preposition behind a verb of speech, "told" itself, "wawancara
/// dengan".
fn told(scene: &Scene, start: usize, i: usize) -> Option<Span> {
    let token = scene.token(i)?;
    match token.low.as_ref() {
        "told" | "tells" => listener(scene, i + 1),
        "kepada" | "to" => spoken_before(scene, start, i).then(|| listener(scene, i + 1)).flatten(),
        "dengan" | "with" | "bersama" => {
            let interview = |k: usize| {
                scene.token(k).is_some_and(|t| matches!(&*t.low, "wawancara" | "interview" | "interviewed"))
            };
            let near = i.saturating_sub(3).max(start)..i;
            near.into_iter().any(interview).then(|| listener(scene, i + 1)).flatten()
        }
        _ => None,
    }
}

/// Whether the verb that the preposition at `i` belongs to is one of speech.
fn spoken_before(scene: &Scene, start: usize, i: usize) -> bool {
    const SPEECH: Tags = Tags::SAY.or(Tags::VS).or(Tags::TALK);
    for k in (i.saturating_sub(BEHIND_VERB).max(start)..i).rev() {
        let Some(token) = scene.token(k) else { return false };
        let statement = matches!(&*token.low, "pernyataan" | "statement");
        if token.is(SPEECH) || statement || scene.own_cue(k) {
            return true;
        }
        let ends = matches!(token.kind, Kind::Quote(_) | Kind::Mark('.' | ';' | ':'));
        if ends || token.is(Tags::SUB) || clause::verbal(token, scene.lang) {
            return false;
        }
    }
    false
}

/// The name or the noun at `from`, behind articles, offices and genres.
fn listener(scene: &Scene, from: usize) -> Option<Span> {
    for i in from..from + BEFORE_NAME {
        let token = scene.token(i)?;
        if token.name().is_some() || LISTENERS.contains(&&*token.low) {
            return Some(token.span);
        }
        let genre = !token.capital && GENRES.contains(&&*token.low);
        // "awak media", "para media": the genre is who listens.
        let next = scene.token(i + 1);
        let goes_on = next.is_some_and(|t| t.capital || t.name().is_some() || is_genre_or_listener(t));
        if genre && matches!(&*token.low, "media" | "radio" | "televisi") && !goes_on {
            return Some(token.span);
        }
        let leads = genre || token.is(Tags::TITLE.or(Tags::ADJ).or(Tags::HEAD));
        if token.kind == Kind::Word && token.capital && !leads {
            return Some(unknown_name(scene, i, token.span));
        }
        if !leads {
            return None;
        }
    }
    None
}

fn is_genre_or_listener(token: &Token) -> bool {
    GENRES.contains(&&*token.low) || LISTENERS.contains(&&*token.low)
}

/// A name that no list knows, with the capitalised words behind it.
fn unknown_name(scene: &Scene, from: usize, first: Span) -> Span {
    let behind = (from + 1..from + NAME).map_while(|k| scene.token(k));
    let same = behind.take_while(|t| t.kind == Kind::Word && t.capital);
    same.fold(first, |span, t| span.cover(t.span))
}

/// The platform or "media sosial" behind the preposition at `i`.
fn posted(scene: &Scene, i: usize) -> Option<Span> {
    let token = scene.token(i)?;
    if !matches!(&*token.low, "di" | "on" | "lewat" | "melalui" | "via" | "akun" | "in") {
        return None;
    }
    let next = scene.token(i + 1)?;
    if next.capital && PLATFORMS.contains(&next.low.to_lowercase().as_str()) {
        let rest = scene.token(i + 2).filter(|t| next.low.eq_ignore_ascii_case("truth") && t.capital);
        return Some(rest.map_or(next.span, |t| next.span.cover(t.span)));
    }
    let two = |a: &str, b: &str| next.low == a && scene.token(i + 2).is_some_and(|t| t.low == b);
    (two("media", "sosial") || two("social", "media"))
        .then(|| scene.token(i + 2).map_or(next.span, |t| next.span.cover(t.span)))
}
