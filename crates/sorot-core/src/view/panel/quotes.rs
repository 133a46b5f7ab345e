//! Who said what.

use super::line::{Line, LineKind};
use super::teller::Teller;
use crate::summary::said::{self, Voice};
use crate::summary::{Selection, Tellings};
use crate::view::CardActor;

/// The quotes by speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotesView {
    /// The speakers with most quotes, the ones asked for first; the quotes without a speaker last, if any.
    pub voices: Vec<VoiceView>,
    /// Speakers that aren't shown.
    pub more: u32,
}

/// The quotes of one speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoiceView {
    /// Who; none for the quotes that nobody can be named for.
    pub speaker: Option<CardActor>,
    /// By place.
    pub lines: Vec<QuoteLine>,
    /// Quotes that aren't shown.
    pub more: u32,
}

/// One quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteLine {
    /// Its fullest wording with its marks, and where it stands; its head names all who said it.
    pub line: Line,
    /// Who said it as well.
    pub with: Vec<CardActor>,
    /// The word that attributes it, if any.
    pub cue: Option<String>,
    /// To whom or where it was given, as written; whether that is a place.
    pub to: Option<(String, bool)>,
}

pub(super) fn quotes(teller: Teller, selection: &Selection) -> QuotesView {
    let found = said::said(selection);
    let more = found.speakers - (found.voices.len() as u32).min(found.speakers);
    let voices = found.voices.iter().chain([&found.unattributed]).filter(|v| !v.lines.is_empty());
    QuotesView { voices: voices.map(|v| voice(teller, v)).collect(), more }
}

fn voice(teller: Teller, voice: &Voice) -> VoiceView {
    let line = |told: &Tellings| {
        let first = *told.rows.first()?;
        let (document, quote) = teller.quote(first)?;
        let body = document.article.body.as_str();
        let others = quote.speakers.iter().filter(|s| Some(**s) != voice.speaker);
        Some(QuoteLine {
            line: teller.line(LineKind::Quote, told, teller.head(LineKind::Quote, first))?,
            with: others.filter_map(|&s| teller.actor(s)).collect(),
            cue: quote.cue.map(|c| c.of(body).to_string()),
            to: quote.to.map(|to| (to.span.of(body).to_string(), to.is_place)),
        })
    };
    VoiceView {
        speaker: voice.speaker.and_then(|id| teller.actor(id)),
        lines: voice.lines.iter().filter_map(line).collect(),
        more: voice.more,
    }
}
