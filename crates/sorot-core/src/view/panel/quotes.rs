//! Who said what.

use super::line::{Citation, Line, LineId, sentence_at};
use crate::calendar::Lang;
use crate::corpus::{Corpus, DocId};
use crate::summary::Selection;
use crate::summary::said::{self, SaidLine, Voice};
use crate::view::CardActor;
use crate::view::cards::card_actor;

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
    /// What it rests on: its fullest wording.
    pub id: LineId,
    /// The words with their marks.
    pub text: String,
    /// Their language.
    pub lang: Lang,
    /// Who said it as well.
    pub with: Vec<CardActor>,
    /// The word that attributes it, if any.
    pub cue: Option<String>,
    /// To whom or where it was given, as written; whether that is a place.
    pub to: Option<(String, bool)>,
    /// Where it stands; never empty.
    pub places: Vec<Citation>,
    /// What tied the words to the speaker, in words.
    pub why: Vec<String>,
}

impl QuotesView {
    /// Every quote once; a joint one stands with its first speaker.
    pub(super) fn lines(&self) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for line in self.voices.iter().flat_map(VoiceView::lines) {
            if !lines.iter().any(|l| l.id == line.id) {
                lines.push(line);
            }
        }
        lines
    }
}

impl VoiceView {
    fn lines(&self) -> impl Iterator<Item = Line> {
        self.lines.iter().map(|quote| {
            let mut names: Vec<&str> = self.speaker.iter().map(|s| s.name.as_str()).collect();
            names.extend(quote.with.iter().map(|s| s.name.as_str()));
            Line {
                id: quote.id.clone(),
                head: names.join(", "),
                text: quote.text.clone(),
                lang: quote.lang,
                places: quote.places.clone(),
                why: quote.why.clone(),
            }
        })
    }
}

pub(super) fn quotes(selection: &Selection, lang: Lang) -> QuotesView {
    let found = said::said(selection);
    let more = found.speakers - (found.voices.len() as u32).min(found.speakers);
    let voices = found.voices.iter().chain([&found.unattributed]).filter(|v| !v.lines.is_empty());
    QuotesView { voices: voices.map(|v| voice(selection.corpus, v, lang)).collect(), more }
}

fn voice(corpus: &Corpus, voice: &Voice, lang: Lang) -> VoiceView {
    VoiceView {
        speaker: voice.speaker.and_then(|id| card_actor(corpus, id)),
        lines: voice.lines.iter().filter_map(|l| line(corpus, voice, l, lang)).collect(),
        more: voice.more,
    }
}

fn line(corpus: &Corpus, voice: &Voice, line: &SaidLine, lang: Lang) -> Option<QuoteLine> {
    let &(doc, number) = line.told.first()?;
    let document = corpus.document(doc)?;
    let body = document.article.body.as_str();
    let quote = document.quotes.get(number as usize)?;
    let place = |&(doc, number): &(DocId, u32)| {
        let document = corpus.document(doc)?;
        let span = document.quotes.get(number as usize)?.span;
        Citation::of(document, sentence_at(document, span)?, lang)
    };
    let others = quote.speakers.iter().filter(|s| Some(**s) != voice.speaker);
    Some(QuoteLine {
        id: LineId::quote(&document.article.id, number),
        text: quote.span.of(body).to_string(),
        lang: document.structure.language,
        with: others.filter_map(|&s| card_actor(corpus, s)).collect(),
        cue: quote.cue.map(|c| c.of(body).to_string()),
        to: quote.to.map(|to| (to.span.of(body).to_string(), to.is_place)),
        places: line.told.iter().filter_map(place).collect(),
        why: quote.why.iter().map(|w| w.words(lang)).collect(),
    })
}
