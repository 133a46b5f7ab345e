//! What the reader corrected, told in a line each.

use crate::annotate::{ActorKind, ContactStatus};
use crate::calendar::Lang;
use crate::corpus::Corpus;
use crate::correct::{Correction, Days, Place, Refusal};
use crate::why::{Evidence, Rule, Why};

/// One correction in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionLine {
    /// What was corrected.
    pub text: String,
    /// The article where it was, if in one: its id.
    pub article: Option<String>,
    /// Why it doesn't hold, if so.
    pub refused: Option<String>,
}

/// A line for each correction; names are those of the corpus before any.
pub(super) fn lines(
    corpus: &Corpus,
    corrections: &[Correction],
    refusals: &[Refusal],
    lang: Lang,
) -> Vec<CorrectionLine> {
    let refusals = refusals.iter().chain(std::iter::repeat(&None));
    let line = |(correction, refused): (&Correction, &Refusal)| CorrectionLine {
        text: told(corpus, correction).words(lang),
        article: article(correction).map(String::from),
        refused: refused.as_ref().map(|why| why.words(lang)),
    };
    corrections.iter().zip(refusals).map(line).collect()
}

fn article(correction: &Correction) -> Option<&str> {
    match correction {
        Correction::Mention { at, .. }
        | Correction::Date { at, .. }
        | Correction::Speaker { at, .. }
        | Correction::Status { at, .. }
        | Correction::Line { at, .. } => Some(&at.article),
        Correction::Published { article, .. } => Some(article),
        _ => None,
    }
}

/// Characters of a quote or a line that are told.
const SHOWN: usize = 60;

fn told(corpus: &Corpus, correction: &Correction) -> Why {
    let name = |slug: &str| -> Evidence {
        let known = corpus.actor_by_slug(slug).and_then(|id| corpus.actor(id));
        known.map_or(slug, |a| &a.name).into()
    };
    let names = |slugs: &[String]| -> Evidence {
        let all: Vec<String> = slugs
            .iter()
            .map(|slug| match name(slug) {
                Evidence::Text(name) => name,
                _ => slug.clone(),
            })
            .collect();
        all.join(", ").as_str().into()
    };
    match correction {
        Correction::Merge { actor, into } => Why::new(Rule::ReaderMerged, [name(actor), name(into)]),
        Correction::Split { actor, spelling } => {
            Why::new(Rule::ReaderSplit, [spelling.as_str().into(), name(actor)])
        }
        Correction::Rename { actor, name: new } => {
            Why::new(Rule::ReaderRenamed, [name(actor), new.as_str().into()])
        }
        Correction::Kind { actor, kind } => {
            let rule = match kind {
                ActorKind::Person => Rule::ListPerson,
                ActorKind::Organisation => Rule::ListOrganisation,
                ActorKind::Place => Rule::ListPlace,
            };
            Why::new(rule, [name(actor)])
        }
        Correction::Hide { actor } => Why::new(Rule::ListHidden, [name(actor)]),
        Correction::Add { text, actor, .. } => {
            let whose = actor.as_deref().map_or_else(|| text.as_str().into(), name);
            Why::new(Rule::ReaderAdded, [text.as_str().into(), whose])
        }
        Correction::Mention { at, actor: Some(actor) } => {
            Why::new(Rule::ReaderMention, [words(at), name(actor)])
        }
        Correction::Mention { at, actor: None } => Why::new(Rule::ListNoName, [words(at)]),
        Correction::Date { at, days: None } => Why::new(Rule::ListNoDate, [words(at)]),
        Correction::Date { at, days: Some(Days { from, to }) } if from == to => {
            Why::new(Rule::ListDate, [words(at), (*from).into()])
        }
        Correction::Date { at, days: Some(Days { from, to }) } => {
            Why::new(Rule::ListDates, [words(at), (*from).into(), (*to).into()])
        }
        Correction::Published { days: Days { from, to }, .. } if from == to => {
            Why::new(Rule::ReaderPublished, [(*from).into()])
        }
        Correction::Published { days: Days { from, to }, .. } => {
            Why::new(Rule::ReaderPublishedBetween, [(*from).into(), (*to).into()])
        }
        Correction::Speaker { at, speakers } if speakers.is_empty() => {
            Why::new(Rule::ListNoSpeaker, [words(at)])
        }
        Correction::Speaker { at, speakers } => Why::new(Rule::ListSpeaker, [words(at), names(speakers)]),
        Correction::Status { a, b, status, .. } => {
            let rule = match status {
                Some(ContactStatus::Happened) => Rule::ListHappened,
                Some(ContactStatus::Planned) => Rule::ListPlanned,
                Some(ContactStatus::Discussed) => Rule::ListDiscussed,
                Some(ContactStatus::Denied) => Rule::ListDenied,
                None => Rule::ListNoContact,
            };
            Why::new(rule, [names(a), names(b)])
        }
        Correction::Line { at, story } => {
            Why::new(if *story { Rule::ListStory } else { Rule::ListNoStory }, [words(at)])
        }
    }
}

fn words(at: &Place) -> Evidence {
    let cut = at.text.char_indices().nth(SHOWN).map(|(byte, _)| byte);
    match cut.and_then(|byte| at.text.get(..byte)) {
        Some(kept) => format!("{kept}…").as_str().into(),
        None => at.text.as_str().into(),
    }
}
