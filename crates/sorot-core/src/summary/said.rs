//! Who said what: the quotes of the selected articles, by speaker.

use super::selection::{Selection, Telling, Tellings, highest};
use crate::annotate::{ActorId, Document, Quote};
use crate::corpus::each_word;
use crate::sort;

/// The quotes of a selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The speakers with most quotes, the ones asked for first; at most [`SPEAKERS`].
    pub voices: Vec<Voice>,
    /// Quotes that nobody can be named for.
    pub unattributed: Voice,
    /// Speakers in all.
    pub speakers: u32,
}

/// The words of one speaker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// Who; none for the unattributed ones.
    pub speaker: Option<ActorId>,
    /// Where each stands, as numbers of quotes, the fullest wording first; by place; at most [`LINES`], the
    /// ones that most articles have.
    pub lines: Vec<Tellings>,
    /// Quotes that didn't fit.
    pub more: u32,
}

/// Speakers shown.
pub const SPEAKERS: usize = 24;
/// Quotes shown of each, and of those asked for.
pub const LINES: [usize; 2] = [20, 60];
/// Quotes shown of each of more than [`MANY`] articles: nobody reads hundreds of lines.
const FEW: usize = 8;
const MANY: usize = 200;
/// Words that a part of a quote must have to be taken for the same words.
const PART: usize = 2;

/// Gathers the quotes of a selection. The same words of the same speakers are one line, marks and
/// capitals aside; so is a part of a longer quote, of two words or more.
pub fn said(selection: &Selection) -> Said {
    let lines = &selection.index.told().quotes;
    let told = selection.lines(lines);
    let mut counts = vec![0u32; selection.index.actor_count()];
    for speaker in told.iter().flat_map(|&(line, _)| lines.actors(line)) {
        if let Some(count) = counts.get_mut(speaker.index()) {
            *count += 1;
        }
    }
    let total = counts.iter().filter(|&&n| n > 0).count() as u32;
    selection.prefer(&mut counts);
    let speakers = highest(&counts, SPEAKERS);
    // Speaker → place among those shown, and what each says: told by how many articles, and which line.
    let mut place = vec![None; counts.len()];
    for (at, &speaker) in speakers.iter().enumerate() {
        if let Some(place) = place.get_mut(speaker as usize) {
            *place = Some(at);
        }
    }
    let mut own: Vec<Vec<(u32, u32)>> = vec![Vec::new(); speakers.len()];
    let mut nobody: Vec<(u32, u32)> = Vec::new();
    for (line, articles) in told {
        let who = lines.actors(line);
        if who.is_empty() {
            nobody.push((articles, line));
        }
        for speaker in who {
            let at = place.get(speaker.index()).copied().flatten();
            if let Some(own) = at.and_then(|at| own.get_mut(at)) {
                own.push((articles, line));
            }
        }
    }
    let voices = speakers.iter().zip(&own).map(|(&id, own)| voice(selection, Some(ActorId(id)), own));
    Said { voices: voices.collect(), unattributed: voice(selection, None, &nobody), speakers: total }
}

fn quote<'a>(selection: &Selection<'a>, at: Telling) -> Option<(&'a Document, &'a Quote)> {
    let document = selection.corpus.document(at.0)?;
    Some((document, document.quotes.get(at.1 as usize)?))
}

/// The lines of a speaker out of (articles, line).
fn voice(selection: &Selection, speaker: Option<ActorId>, own: &[(u32, u32)]) -> Voice {
    let counts: Vec<u32> = own.iter().map(|l| l.0).collect();
    let is_asked = speaker.is_some_and(|id| selection.asked.contains(&id));
    let most = if selection.docs.len() > MANY && !is_asked { FEW } else { LINES[usize::from(is_asked)] };
    let chosen = highest(&counts, most);
    let more = own.len() - chosen.len();
    let mut worded: Vec<Worded> =
        chosen.iter().filter_map(|&at| worded(selection, own.get(at as usize)?.1)).collect();
    // The longer ones first: what a later one says is then in an earlier one or nowhere.
    sort::by_cached_key(&mut worded, |w| (std::cmp::Reverse(w.words.len()), w.told.rows.first().copied()));
    let mut lines: Vec<Worded> = Vec::new();
    for one in worded {
        match lines.iter_mut().find(|l| l.speakers == one.speakers && holds(&l.words, &one.words)) {
            Some(line) => line.told.join(one.told),
            None => lines.push(one),
        }
    }
    for line in &mut lines {
        // The fullest stays first.
        if let Some(rest) = line.told.rows.get_mut(1..) {
            sort::by_key(rest, |at| *at);
        }
    }
    sort::by_cached_key(&mut lines, |w| w.told.rows.iter().min().copied());
    let lines = lines.into_iter().map(|w| w.told).collect();
    Voice { speaker, lines, more: more as u32 }
}

/// A line with its words, as numbers.
struct Worded {
    speakers: Vec<ActorId>,
    words: Vec<u64>,
    told: Tellings,
}

fn worded(selection: &Selection, line: u32) -> Option<Worded> {
    let told = selection.tellings(&selection.index.told().quotes, line);
    let (document, quote) = quote(selection, *told.rows.first()?)?;
    let mut words = Vec::new();
    each_word(&document.article.body, quote.span, |_, word| words.push(number(word)));
    Some(Worded { speakers: quote.speakers.clone(), words, told })
}

/// FNV-1a (Fowler, Noll, Vo) of a word.
fn number(word: &str) -> u64 {
    word.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Whether the longer quote holds all the words of the part, one behind the other.
fn holds(longer: &[u64], part: &[u64]) -> bool {
    part.len() >= PART && longer.windows(part.len()).any(|window| window == part)
}
