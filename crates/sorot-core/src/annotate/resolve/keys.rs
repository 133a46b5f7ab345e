//! Which key does a name get?

use super::Named;
use super::forms::{FoldId, Forms, SpellingId, Spelt};
use super::people::{Local, People};
use super::spelling::fold;
use crate::annotate::ActorKind;
use crate::annotate::actors::{self, EntryId, Name};
use crate::calendar::Lang;
use crate::why::{Evidence, Rule, Why};
use std::collections::BTreeMap;

/// What names of one actor share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// An entry of the gazetteer.
    Listed(EntryId),
    /// A folded spelling.
    Spelt(ActorKind, String),
}

/// A name with its key.
#[derive(Clone, Debug)]
pub struct Keyed {
    /// Whose it is: the key's place in [`Keys::all`].
    pub key: usize,
    /// What it is in the whole bundle.
    pub kind: ActorKind,
    /// What tied it to the key, if it isn't spelt so.
    pub why: Option<Why>,
}

/// The kind of each folded form by most of its mentions, so that one word is one thing in the bundle;
/// none for one that no story has.
pub type Kinds = Vec<Option<ActorKind>>;

/// Counts the kinds of every folded form over the bundle.
pub fn kinds(articles: &[Named], forms: &Forms, spelt: &[Spelt]) -> Kinds {
    let mut votes = vec![[0u32; ActorKind::ALL.len()]; forms.folds()];
    for (article, spelt) in articles.iter().zip(spelt) {
        for (name, spelling) in article.names.iter().zip(&spelt.story) {
            let vote = votes.get_mut(forms.fold(*spelling) as usize);
            if let Some(count) = vote.and_then(|v| v.get_mut(name.kind as usize)) {
                *count += weight(name);
            }
        }
    }
    let most = |v: &[u32; 3]| {
        let most =
            ActorKind::ALL.into_iter().max_by_key(|k| (v.get(*k as usize).copied(), std::cmp::Reverse(*k)));
        most.filter(|_| v.iter().any(|n| *n > 0))
    };
    votes.iter().map(most).collect()
}

/// How much a mention says of its kind: capitals alone say little.
fn weight(name: &Name) -> u32 {
    let weak = |w: &Why| {
        matches!(
            w.rule,
            Rule::NameRun | Rule::NameCapital | Rule::NameActs | Rule::NameElsewhere | Rule::NameAcronym
        )
    };
    if name.why.iter().all(weak) { 1 } else { 4 }
}

/// Acronyms that the bundle itself explains: folded acronym → the long form.
pub type Expansions<'a> = BTreeMap<FoldId, &'a str>;

/// Reads "Badan Pangan Dunia (BPD)": a name, then an acronym of its letters in brackets.
pub fn expansions<'a>(articles: &[Named], forms: &Forms<'a>, spelt: &[Spelt]) -> Expansions<'a> {
    let mut out = Expansions::new();
    for (article, spelt) in articles.iter().zip(spelt) {
        for (pair, ids) in article.names.windows(2).zip(spelt.story.windows(2)) {
            let ([long, short], [full, acronym]) = (pair, ids) else { continue };
            let between = article.body.get(long.span.end as usize..short.span.start as usize);
            if !matches!(between, Some(" (" | ", or " | ", atau " | " atau " | " alias ")) {
                continue;
            }
            let other = || listed(article, long).is_none_or(|id| listed(article, short) != Some(id));
            if is_acronym_of(forms.text(*acronym), forms.text(*full)) && other() {
                out.entry(forms.fold(*acronym)).or_insert_with(|| forms.text(*full));
            }
        }
    }
    out
}

/// Whether the letters of `acronym` occur in `full` in order, the first at its beginning or at that of
/// its second word ("PT Karya Utama Jaya": KUJ).
fn is_acronym_of(acronym: &str, full: &str) -> bool {
    let fits = |full: &str| {
        let mut letters = full.chars().flat_map(char::to_lowercase);
        let mut wanted = acronym.chars().flat_map(char::to_lowercase);
        let starts = full.chars().next().map(|c| c.to_ascii_lowercase())
            == acronym.chars().next().map(|c| c.to_ascii_lowercase());
        starts && wanted.all(|w| letters.any(|l| l == w))
    };
    let short = acronym.chars().count() >= 2 && acronym.chars().count() * 2 <= full.chars().count();
    let second = full.split_once(' ').map(|(_, rest)| rest);
    short && acronym.chars().any(char::is_uppercase) && (fits(full) || second.is_some_and(fits))
}

/// Whether the article's own long form of an acronym is another body than the listed one.
fn is_other(long: &str, id: EntryId) -> bool {
    let Some(entry) = actors::entry(id) else { return false };
    let names = [entry.name(Lang::Id), entry.name(Lang::En)];
    let long_word = |w: &&str| w.chars().count() >= 4;
    let shared = |w: &str| names.iter().any(|n| n.split(' ').any(|m| m == w));
    !long.split(' ').filter(long_word).any(shared)
}

/// The key of a name that isn't a person's: its entry, else its spelling.
fn named(name: &str, kind: ActorKind, lang: Lang) -> Key {
    actors::find_listed(name, lang).map_or_else(|| spelt(kind, name), Key::Listed)
}

/// The key of a spelling. A body's is the same with the site's ending ("Wartakita.com", "Warta Kita")
/// and with the state's name after it ("DPRD RI").
fn spelt(kind: ActorKind, name: &str) -> Key {
    let folded = fold(name);
    if kind != ActorKind::Organisation {
        return Key::Spelt(kind, folded);
    }
    let ends: &[&str] = if name.contains('.') { &[" kom", " ko id", " id", " ko"] } else { &[" ri"] };
    let body = ends.iter().find_map(|e| folded.strip_suffix(e)).unwrap_or(&folded);
    Key::Spelt(kind, body.replace(' ', ""))
}

/// The name that this one is told to be a word of.
fn whole(name: &Name) -> Option<&str> {
    let why = name.why.iter().find(|w| w.rule == Rule::NameWordOf)?;
    match why.evidence.first()? {
        Evidence::Text(text) => Some(text),
        _ => None,
    }
}

fn listed(article: &Named, name: &Name) -> Option<EntryId> {
    let lang = article.structure.language;
    let text = name.span.of(article.body);
    let found = actors::find_listed(text, lang).or_else(|| actors::find_shouted(text, lang))?;
    actors::entry(found).filter(|e| e.class.kind() == name.kind).map(|_| found)
}

/// The keyed names of one article, each list by place.
#[derive(Clone, Debug)]
pub struct Article {
    /// Those of the story.
    pub story: Vec<Keyed>,
    /// Those of lines that are not the story.
    pub aside: Vec<Keyed>,
}

/// Gives names their keys.
pub struct Keys<'a, 'f> {
    forms: &'f Forms<'a>,
    kinds: &'f Kinds,
    expansions: &'f Expansions<'a>,
    people: &'f People<'f>,
    all: Vec<Key>,
    /// The keys' places in `all`.
    places: BTreeMap<Key, usize>,
    /// Those of people, by folded form.
    of_people: Vec<Option<usize>>,
    /// Those of other names' own spellings, by spelling and kind.
    of_spellings: Vec<[Option<usize>; ActorKind::ALL.len()]>,
}

impl<'a, 'f> Keys<'a, 'f> {
    /// No keys yet.
    pub fn new(
        forms: &'f Forms<'a>,
        kinds: &'f Kinds,
        expansions: &'f Expansions<'a>,
        people: &'f People<'f>,
    ) -> Keys<'a, 'f> {
        let of_people = vec![None; forms.folds()];
        let of_spellings = vec![[None; ActorKind::ALL.len()]; forms.spellings()];
        let (all, places) = (Vec::new(), BTreeMap::new());
        Keys { forms, kinds, expansions, people, all, places, of_people, of_spellings }
    }

    /// All keys that were given.
    pub fn into_all(self) -> Vec<Key> {
        self.all
    }

    /// Keys the names of one article.
    pub fn read(&mut self, article: &Named, spelt: &Spelt) -> Article {
        let local = self.people.local(article, spelt);
        let mut all = |names: &[Name], spelt: &[SpellingId]| {
            let names = names.iter().zip(spelt);
            names.map(|(name, spelling)| self.one(article, name, *spelling, &local)).collect()
        };
        Article { story: all(article.names, &spelt.story), aside: all(article.aside, &spelt.aside) }
    }

    fn one(&mut self, article: &Named, name: &Name, spelling: SpellingId, local: &Local) -> Keyed {
        let lang = article.structure.language;
        let (text, fold) = (self.forms.text(spelling), self.forms.fold(spelling));
        let long = self.expansions.get(&fold).copied();
        let explained = |id: EntryId| long.is_some_and(|long| is_other(long, id));
        if let Some(id) = listed(article, name).filter(|id| text.contains(' ') || !explained(*id)) {
            let full = actors::entry(id).map_or("", |e| e.name(lang));
            let why = (full != text).then(|| Why::new(Rule::SameListed, [text.into(), full.into()]));
            return Keyed { key: self.place(Key::Listed(id)), kind: name.kind, why };
        }
        let kind = self.kinds.get(fold as usize).copied().flatten().unwrap_or(name.kind);
        if let Some(long) = long.filter(|_| kind != ActorKind::Person) {
            let why = Some(Why::new(Rule::SameAcronym, [text.into(), long.into()]));
            return Keyed { key: self.place(named(long, kind, lang)), kind, why };
        }
        if let Some(whole) = whole(name) {
            let key = self.place(named(whole, name.kind, lang));
            return Keyed { key, kind: name.kind, why: None };
        }
        if kind == ActorKind::Person {
            let (fold, why) = self.people.whose(fold, text, name.span, local);
            return Keyed { key: self.person(fold), kind, why };
        }
        Keyed { key: self.spelling(spelling, kind), kind, why: None }
    }

    fn place(&mut self, key: Key) -> usize {
        if let Some(place) = self.places.get(&key) {
            return *place;
        }
        self.all.push(key.clone());
        self.places.insert(key, self.all.len() - 1);
        self.all.len() - 1
    }

    fn person(&mut self, fold: FoldId) -> usize {
        if let Some(place) = self.of_people.get(fold as usize).copied().flatten() {
            return place;
        }
        let place = self.place(Key::Spelt(ActorKind::Person, self.forms.folded(fold).into()));
        if let Some(slot) = self.of_people.get_mut(fold as usize) {
            *slot = Some(place);
        }
        place
    }

    fn spelling(&mut self, spelling: SpellingId, kind: ActorKind) -> usize {
        let known = self.of_spellings.get(spelling as usize).and_then(|k| k.get(kind as usize));
        if let Some(place) = known.copied().flatten() {
            return place;
        }
        let place = self.place(spelt(kind, self.forms.text(spelling)));
        let slot = self.of_spellings.get_mut(spelling as usize);
        if let Some(slot) = slot.and_then(|s| s.get_mut(kind as usize)) {
            *slot = Some(place);
        }
        place
    }
}
