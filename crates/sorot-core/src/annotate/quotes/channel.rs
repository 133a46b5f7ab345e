//! To whom, or where, were the words given: "kepada CNN", "di X", "in an interview with Time"?

use crate::annotate::speech::Step;
use crate::annotate::speech::lexicon::Tags;
use crate::annotate::speech::scene::Scene;
use crate::annotate::speech::tokens::Kind;
use crate::why::{Rule, Why};

/// Tokens of a sentence that are searched.
const SEARCH: usize = 80;

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

/// The words that tell it, as a reason; `None` where the sentence has no quote or doesn't say.
pub(super) fn of(step: &Step) -> Option<Why> {
    if step.founds.iter().all(|(_, f)| f.cue.is_none()) {
        return None;
    }
    let scene = step.scene;
    let (at, last) = step.sentence.range.clone().take(SEARCH).find_map(|i| Some((i, last(scene, i)?)))?;
    let words = scene.token(at)?.span.cover(scene.token(last)?.span).of(scene.body);
    Some(Why::new(Rule::QuoteChannel, [words.into()]))
}

/// The last token of the phrase that begins at `i`, if it is such a phrase.
fn last(scene: &Scene, i: usize) -> Option<usize> {
    let token = scene.token(i)?;
    let low = token.low.as_ref();
    let next = scene.token(i + 1)?;
    let medium = |k: usize| {
        let name = scene.token(k)?;
        let known = matches!(name.kind, Kind::Name(..)) && name.person().is_none();
        (known || matches!(&*name.low, "wartawan" | "reporters" | "journalists" | "pers")).then_some(k)
    };
    if matches!(low, "kepada" | "told" | "tells" | "to") {
        // "the BBC", "kantor berita Y"
        let skip = scene.token(i + 1).filter(|t| {
            matches!(
                &*t.low,
                "the" | "para" | "kantor" | "majalah" | "harian" | "media" | "stasiun" | "surat"
            )
        });
        return medium(i + 1).or_else(|| medium(i + 2).filter(|_| skip.is_some()));
    }
    if matches!(low, "di" | "on" | "lewat" | "melalui" | "via") {
        let name = next.low.to_lowercase();
        if next.capital && PLATFORMS.contains(&name.as_str()) {
            return Some(i + 1);
        }
        let media = scene.token(i + 2).is_some_and(|t| matches!(&*t.low, "sosial" | "media"));
        return (media && matches!(&*next.low, "media" | "social")).then_some(i + 2);
    }
    if matches!(low, "wawancara" | "interview") && matches!(&*next.low, "dengan" | "with") {
        let name = (i + 2..i + 5).find(|&k| scene.token(k).is_some_and(|t| t.capital && !t.is(Tags::TITLE)));
        return name.or(Some(i)).filter(|&k| scene.token(k).is_some_and(|t| t.person().is_none()));
    }
    None
}
