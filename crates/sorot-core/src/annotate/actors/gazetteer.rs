//! Which names does any newsroom know? Places and organisations from lists, with their spellings.

use crate::annotate::ActorKind;
use crate::calendar::Lang;
use crate::structure::lexicon::lines;
use crate::structure::lookup::Lookup;
use std::sync::LazyLock;

static FILES: [&str; 2] =
    [include_str!("../../../data/places.txt"), include_str!("../../../data/organisations.txt")];
static DEMONYMS: &str = include_str!("../../../data/demonyms.txt");

/// What a listed name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A state or territory.
    Country,
    /// A continent, sea, or region across borders or inside a state.
    Region,
    /// A first division of a state.
    Admin,
    /// A capital: it may stand for its government.
    Capital,
    /// Another city.
    City,
    /// A building that stands for an office (Kremlin).
    Seat,
    /// A newsroom.
    Media,
    /// Any other organisation.
    Body,
}

impl Class {
    fn from_code(code: &str) -> Class {
        match code {
            "country" => Class::Country,
            "region" => Class::Region,
            "admin" => Class::Admin,
            "capital" => Class::Capital,
            "city" => Class::City,
            "seat" => Class::Seat,
            "media" => Class::Media,
            _ => Class::Body,
        }
    }

    /// The kind of actor.
    pub fn kind(self) -> ActorKind {
        match self {
            Class::Seat | Class::Media | Class::Body => ActorKind::Organisation,
            _ => ActorKind::Place,
        }
    }
}

/// One listed identity.
#[derive(Debug)]
pub struct Entry {
    /// What it is.
    pub class: Class,
    id: &'static str,
    en: &'static str,
    /// The state that it may stand for, as listed; empty where it stands for none.
    state: &'static str,
}

impl Entry {
    /// Its full name in `lang`.
    pub fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        }
    }
}

/// The place of an entry in the list.
pub type EntryId = u16;

/// One spelling's entry, and the language it counts in if it is only one.
type Spelling = (EntryId, Option<Lang>);

struct Gazetteer {
    entries: Vec<Entry>,
    spellings: Lookup<Spelling>,
    /// The first word of every spelling, with the bytes of the longest spelling that begins so.
    first: Lookup<u16>,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut entries: Vec<Entry> = Vec::new();
    let mut spellings: Vec<(&'static str, Spelling)> = Vec::new();
    for line in FILES.iter().flat_map(|f| lines(f)) {
        let mut fields = line.split('\t');
        let (Some(class), Some(id)) = (fields.next(), fields.next()) else {
            continue;
        };
        let en = fields.next().filter(|e| !e.is_empty()).unwrap_or(id);
        let entry = entries.len() as EntryId;
        let others = fields.next().unwrap_or("").split(';').filter(|s| !s.is_empty());
        // "id:AS": a spelling of one language only.
        let spelling = |s: &'static str| match s.strip_prefix("id:") {
            Some(s) => (s, (entry, Some(Lang::Id))),
            None => (s, (entry, None)),
        };
        spellings.extend([id, en].into_iter().chain(others).map(spelling));
        let state = fields.next().unwrap_or("");
        entries.push(Entry { class: Class::from_code(class), id, en, state });
    }
    // The first entry that claims a spelling keeps it.
    let table = Lookup::new(spellings.iter().copied(), |old, _| old);
    for (country, demonyms) in lines(DEMONYMS).filter_map(|l| l.split_once('\t')) {
        let Some((entry, _)) = table.get(country) else { continue };
        spellings.extend(demonyms.split(';').map(|d| (d, (entry, Some(Lang::En)))));
    }
    let first = spellings.iter().map(|(s, _)| (first_word(s), s.len() as u16));
    Gazetteer {
        first: Lookup::new(first, u16::max),
        spellings: Lookup::new(spellings.iter().copied(), |old, _| old),
        entries,
    }
});

/// Up to the first character that ends a token; all of a name of single letters and stops ("U.S.").
fn first_word(spelling: &str) -> &str {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`');
    match spelling.find(|c| !inside(c)) {
        Some(at) if at > 1 || !spelling.get(at..).is_some_and(|rest| rest.starts_with('.')) => {
            spelling.get(..at).unwrap_or("")
        }
        Some(_) => spelling.find(' ').and_then(|at| spelling.get(..at)).unwrap_or(spelling),
        None => spelling,
    }
}

/// The entry at `id`.
pub fn entry(id: EntryId) -> Option<&'static Entry> {
    GAZETTEER.entries.get(usize::from(id))
}

/// The state whose government the capital or seat `id` may stand for.
pub fn state_of(id: EntryId) -> Option<EntryId> {
    let state = entry(id)?.state;
    GAZETTEER.spellings.get(state).map(|found| found.0).filter(|_| !state.is_empty())
}

/// The entry with exactly this spelling in a text in `lang`.
pub fn find(spelling: &str, lang: Lang) -> Option<EntryId> {
    let found = GAZETTEER.spellings.get(spelling)?;
    found.1.is_none_or(|only| only == lang).then_some(found.0)
}

/// The bytes of the longest spelling that begins with the word `first`; `None` where none does.
pub fn longest(first: &str) -> Option<usize> {
    GAZETTEER.first.get(first).map(usize::from)
}

/// "ST. PETERSBURG" → "St. Petersburg".
pub fn capitalise(text: &str) -> String {
    let mut inside = false;
    text.chars()
        .flat_map(|c| {
            let lower = inside;
            inside = c.is_alphabetic();
            let (small, same) = if lower { (Some(c.to_lowercase()), None) } else { (None, Some(c)) };
            small.into_iter().flatten().chain(same)
        })
        .collect()
}

/// The entry whose spelling in capitals is `spelling` ("ST. PETERSBURG" in a dateline).
pub fn find_shouted(spelling: &str, lang: Lang) -> Option<EntryId> {
    if spelling.chars().any(char::is_lowercase) {
        return None;
    }
    find(&capitalise(spelling), lang)
}
