//! Which names does any newsroom know? Places and organisations from lists, with their spellings.

use crate::annotate::ActorKind;
use crate::calendar::Lang;
use crate::structure::lexicon::lines;
use std::sync::LazyLock;

static FILES: [&str; 2] =
    [include_str!("../../../data/places.txt"), include_str!("../../../data/organisations.txt")];

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

struct Gazetteer {
    entries: Vec<Entry>,
    /// Every spelling with its entry, sorted by spelling.
    spellings: Vec<(&'static str, EntryId, Option<Lang>)>,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut entries: Vec<Entry> = Vec::new();
    let mut spellings = Vec::new();
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
            Some(s) => (s, entry, Some(Lang::Id)),
            None => (s, entry, None),
        };
        spellings.extend([id, en].into_iter().chain(others).map(spelling));
        entries.push(Entry { class: Class::from_code(class), id, en });
    }
    // The first entry that claims a spelling keeps it.
    spellings.sort_unstable();
    spellings.dedup_by_key(|s| s.0);
    Gazetteer { entries, spellings }
});

/// The entry at `id`.
pub fn entry(id: EntryId) -> Option<&'static Entry> {
    GAZETTEER.entries.get(usize::from(id))
}

/// The entry with exactly this spelling in a text in `lang`.
pub fn find(spelling: &str, lang: Lang) -> Option<EntryId> {
    let list = &GAZETTEER.spellings;
    let at = list.binary_search_by_key(&spelling, |s| s.0).ok()?;
    list.get(at).filter(|s| s.2.is_none_or(|only| only == lang)).map(|s| s.1)
}

/// Whether any spelling begins with the word `first`: a cheap test before [`find`].
pub fn begins(first: &str) -> bool {
    let list = &GAZETTEER.spellings;
    let at = list.partition_point(|s| s.0 < first);
    list.get(at).is_some_and(|s| s.0.starts_with(first))
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
