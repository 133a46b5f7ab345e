//! Which key does a name get?

use super::Named;
use super::people::People;
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
    /// Whose it is.
    pub key: Key,
    /// What it is in the whole bundle.
    pub kind: ActorKind,
    /// What tied it to the key, if it isn't spelt so.
    pub why: Option<Why>,
}

/// The kind of each spelling by most of its mentions, so that one word is one thing in the bundle.
pub type Kinds = BTreeMap<String, ActorKind>;

/// Counts the kinds of every spelling over the bundle.
pub fn kinds(articles: &[Named]) -> Kinds {
    let mut votes: BTreeMap<String, [u32; 3]> = BTreeMap::new();
    for (article, name) in articles.iter().flat_map(|a| a.names.iter().map(move |n| (a, n))) {
        let vote = votes.entry(fold(name.span.of(article.body))).or_default();
        if let Some(count) = vote.get_mut(name.kind as usize) {
            *count += weight(name);
        }
    }
    let most = |v: &[u32; 3]| {
        ActorKind::ALL.into_iter().max_by_key(|k| (v.get(*k as usize).copied(), std::cmp::Reverse(*k)))
    };
    votes.iter().filter_map(|(text, v)| Some((text.clone(), most(v)?))).collect()
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
pub type Expansions = BTreeMap<String, String>;

/// Reads "Badan Pangan Dunia (BPD)": a name, then an acronym of its letters in brackets.
pub fn expansions(articles: &[Named]) -> Expansions {
    let mut out = Expansions::new();
    for article in articles {
        for pair in article.names.windows(2) {
            let [long, short] = pair else { continue };
            let between = article.body.get(long.span.end as usize..short.span.start as usize);
            let (full, acronym) = (long.span.of(article.body), short.span.of(article.body));
            let beside = matches!(between, Some(" (" | ", or " | ", atau " | " atau " | " alias "));
            let other = listed(article, long).is_none_or(|id| listed(article, short) != Some(id));
            if beside && other && is_acronym_of(acronym, full) {
                out.entry(fold(acronym)).or_insert_with(|| full.to_string());
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

/// Keys the names of one article.
pub fn key(article: &Named, kinds: &Kinds, expansions: &Expansions, people: &People) -> Article {
    let lang = article.structure.language;
    let local = people.local(article);
    let all = |names: &[Name]| {
        names.iter().map(|name| one(article, name, lang, kinds, expansions, people, &local)).collect()
    };
    Article { story: all(article.names), aside: all(article.aside) }
}

fn one(
    article: &Named,
    name: &Name,
    lang: Lang,
    kinds: &Kinds,
    expansions: &Expansions,
    people: &People,
    local: &super::people::Local,
) -> Keyed {
    let text = name.span.of(article.body);
    let explained = |id: EntryId| expansions.get(&fold(text)).is_some_and(|long| is_other(long, id));
    if let Some(id) = listed(article, name).filter(|id| text.contains(' ') || !explained(*id)) {
        let full = actors::entry(id).map_or("", |e| e.name(lang));
        let why = (full != text).then(|| Why::new(Rule::SameListed, [text.into(), full.into()]));
        return Keyed { key: Key::Listed(id), kind: name.kind, why };
    }
    let folded = fold(text);
    let kind = kinds.get(&folded).copied().unwrap_or(name.kind);
    if let Some(long) = expansions.get(&folded).filter(|_| kind != ActorKind::Person) {
        let why = Some(Why::new(Rule::SameAcronym, [text.into(), long.as_str().into()]));
        return Keyed { key: named(long, kind, lang), kind, why };
    }
    if let Some(whole) = whole(name) {
        return Keyed { key: named(whole, name.kind, lang), kind: name.kind, why: None };
    }
    if kind == ActorKind::Person {
        let (folded, why) = people.whose(&folded, text, name.span, local);
        return Keyed { key: Key::Spelt(kind, folded), kind, why };
    }
    Keyed { key: spelt(kind, text), kind, why: None }
}
