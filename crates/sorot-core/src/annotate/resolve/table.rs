//! The table of actors: names, spellings, ids.

use super::forms::{Forms, SpellingId, Spelt};
use super::keys::{Article, Key, Keyed};
use super::{Named, Resolved, Whose};
use crate::annotate::actors::{self, EntryId};
use crate::annotate::{Actor, ActorId, ActorKind, Surface};
use crate::article::slug;
use crate::calendar::Lang;
use crate::why::Why;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// How one key is spelt in the bundle.
#[derive(Clone, Copy)]
struct Spelling<'a> {
    text: &'a str,
    /// How often, in the stories.
    count: u32,
    why: Option<&'a Why>,
}

/// What the bundle says of one key.
#[derive(Clone, Default)]
struct Gathered<'a> {
    kind: Option<ActorKind>,
    /// Each once, by text.
    surfaces: &'a [Spelling<'a>],
    roles: Vec<&'a str>,
    articles: u32,
    last_article: Option<usize>,
}

/// A row of the table with what it is sorted by: kind, articles, name, key; the key's number goes along.
type Ranked<'a> = (ActorKind, Reverse<u32>, String, (&'a Key, usize), Gathered<'a>);

/// Builds the table, and says whose the keyed names are; `keys` are what they are keyed by.
pub fn build<'a>(
    articles: &[Named<'a>],
    forms: &Forms<'a>,
    spelt: &[Spelt],
    keyed: Vec<Article>,
    keys: &[Key],
) -> (Vec<Actor>, Vec<Resolved>) {
    let mut all: Vec<Gathered> = vec![Gathered::default(); keys.len()];
    for (i, (article, keyed)) in articles.iter().zip(&keyed).enumerate() {
        for (name, keyed) in article.names.iter().zip(&keyed.story) {
            let Some(gathered) = all.get_mut(keyed.key) else { continue };
            gathered.kind.get_or_insert(keyed.kind);
            gathered.roles.extend(name.role.map(|r| r.of(article.body)));
            if gathered.last_article != Some(i) {
                gathered.articles += 1;
                gathered.last_article = Some(i);
            }
        }
    }
    // Who is named beside the stories only: in no article, but with a place in the table.
    for keyed in keyed.iter().flat_map(|k| &k.aside) {
        let gathered = all.get_mut(keyed.key);
        gathered.into_iter().for_each(|g| _ = g.kind.get_or_insert(keyed.kind));
    }
    let told = |key: usize| all.get(key).is_some_and(|g| g.articles > 0);
    let (spellings, ends) = spellings(forms, spelt, &keyed, keys.len(), told);
    let mut from = 0;
    for (gathered, end) in all.iter_mut().zip(ends) {
        gathered.surfaces = spellings.get(from..end).unwrap_or(&[]);
        from = from.max(end);
    }
    let lang = language(articles);
    let mut rows: Vec<Ranked> = all
        .into_iter()
        .zip(keys.iter().zip(0..))
        .map(|(g, key)| {
            (g.kind.unwrap_or(ActorKind::Person), Reverse(g.articles), canonical(key.0, &g, lang), key, g)
        })
        .collect();
    rows.sort_by(|a, b| (a.0, a.1, &a.2, a.3).cmp(&(b.0, b.1, &b.2, b.3)));

    let slugs = slugs(rows.iter().map(|(kind, articles, name, ..)| (articles.0 > 0, *kind, name.as_str())));
    // Every key has a row.
    let mut ids = vec![ActorId(0); keys.len()];
    let mut table = Vec::with_capacity(rows.len());
    for ((kind, _, name, (_, key), gathered), slug) in rows.into_iter().zip(slugs) {
        if let Some(id) = ids.get_mut(key) {
            *id = ActorId(u32::try_from(table.len()).unwrap_or(u32::MAX));
        }
        let mut surfaces: Vec<Surface> = gathered
            .surfaces
            .iter()
            .map(|s| Surface {
                text: s.text.to_string(),
                count: s.count,
                why: s.why.filter(|_| s.text != name).cloned().into_iter().collect(),
            })
            .collect();
        surfaces.sort_by_key(|s| Reverse(s.count));
        let mut roles = gathered.roles;
        roles.sort_unstable();
        roles.dedup();
        let roles: BTreeSet<String> = roles.into_iter().map(one_line).collect();
        table.push(Actor { slug, name, kind, surfaces, roles: roles.into_iter().collect(), state: None });
    }
    for (at, state) in states(keys) {
        let state = ids.get(state).copied();
        if let Some(actor) = ids.get(at).and_then(|id| table.get_mut(id.index())) {
            actor.state = state;
        }
    }
    let whose = |keyed: Keyed| {
        let actor = ids.get(keyed.key).copied().unwrap_or(ActorId(0));
        Whose { actor, kind: table.get(actor.index()).map_or(keyed.kind, |a| a.kind), why: keyed.why }
    };
    let whose = |keyed: Vec<Keyed>| keyed.into_iter().map(whose).collect();
    let resolved = keyed.into_iter().map(|k| Resolved { story: whose(k.story), aside: whose(k.aside) });
    let resolved = resolved.collect();
    (table, resolved)
}

/// The keys of capitals and seats, each with the key of its state.
fn states(keys: &[Key]) -> impl Iterator<Item = (usize, usize)> {
    let listed = |key: &Key| match key {
        Key::Listed(id) => Some(*id),
        Key::Spelt(..) => None,
    };
    let all: HashMap<EntryId, usize> =
        keys.iter().enumerate().filter_map(|(at, key)| Some((listed(key)?, at))).collect();
    keys.iter().enumerate().filter_map(move |(at, key)| {
        let state = actors::state_of(listed(key)?)?;
        Some((at, *all.get(&state)?))
    })
}

/// The spellings of all keys, those of each key by text, and where each key's end. What stands beside the
/// stories counts for a key only if it isn't `told` in any.
fn spellings<'a>(
    forms: &Forms<'a>,
    spelt: &[Spelt],
    keyed: &'a [Article],
    keys: usize,
    told: impl Fn(usize) -> bool,
) -> (Vec<Spelling<'a>>, Vec<usize>) {
    let story = spelt.iter().zip(keyed).flat_map(|(s, k)| s.story.iter().zip(&k.story));
    let aside = spelt.iter().zip(keyed).flat_map(|(s, k)| s.aside.iter().zip(&k.aside));
    let mut names: Vec<(SpellingId, &Keyed)> = story.map(|(s, k)| (*s, k)).collect();
    let counted = names.len();
    names.extend(aside.map(|(s, k)| (*s, k)).filter(|(_, k)| !told(k.key)));
    // By key and spelling, then by place: the first name of a spelling gives its reason.
    let mut all: Vec<(u64, u32)> = names
        .iter()
        .zip(0..)
        .map(|((spelling, k), i)| ((k.key as u64) << 32 | u64::from(*spelling), i))
        .collect();
    all.sort_unstable();
    let mut out: Vec<Spelling> = Vec::new();
    let mut ends = vec![0; keys];
    for same in all.chunk_by(|a, b| a.0 == b.0) {
        let Some((spelling, keyed)) = same.first().and_then(|s| names.get(s.1 as usize)) else { continue };
        let count = same.partition_point(|s| (s.1 as usize) < counted) as u32;
        out.push(Spelling { text: forms.text(*spelling), count, why: keyed.why.as_ref() });
        ends.get_mut(keyed.key).into_iter().for_each(|end| *end = out.len());
    }
    let mut from = 0;
    for end in &ends {
        out.get_mut(from..*end).unwrap_or_default().sort_unstable_by_key(|s| s.text);
        from = from.max(*end);
    }
    (out, ends)
}

/// Text of an article on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The language of most articles; Indonesian on a draw.
fn language(articles: &[Named]) -> Lang {
    let english = articles.iter().filter(|a| a.structure.language == Lang::En).count();
    if english * 2 > articles.len() { Lang::En } else { Lang::Id }
}

/// The listed name in the bundle's language; else the spelling used most among the complete ones
/// (two words or more, if there are such), the longer on a draw.
fn canonical<'a>(key: &Key, gathered: &Gathered<'a>, lang: Lang) -> String {
    if let Key::Listed(id) = key
        && let Some(entry) = actors::entry(*id)
    {
        return entry.name(lang).to_string();
    }
    // An article is no word of its own: "al-Balah".
    let count =
        |name: &str| name.split([' ', '-']).filter(|w| !matches!(*w, "al" | "el" | "Al" | "El")).count();
    let words = match key {
        Key::Spelt(ActorKind::Person, folded) => count(folded).min(2),
        _ => 1,
    };
    let rank = |s: Spelling<'a>| {
        let acronym = !s.text.chars().any(char::is_lowercase);
        (count(s.text) >= words, !acronym, s.count, s.text.len(), Reverse(s.text))
    };
    gathered.surfaces.iter().max_by_key(|s| rank(**s)).map_or(String::new(), |s| one_line(s.text))
}

/// The slugs of the table's rows (whether a story names it, kind, name): who is named in a story chooses
/// first, so that a name beside the stories changes no link.
fn slugs<'a>(rows: impl Iterator<Item = (bool, ActorKind, &'a str)> + Clone) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut slugs: Vec<String> = Vec::new();
    for named in [true, false] {
        for (i, (story, kind, name)) in rows.clone().enumerate() {
            slugs.resize(slugs.len().max(i + 1), String::new());
            if story == named
                && let Some(place) = slugs.get_mut(i)
            {
                *place = unique(slug(name), kind, &mut taken);
            }
        }
    }
    slugs
}

/// A slug that no actor before has: the kind, then a number tells apart.
fn unique(slug: String, kind: ActorKind, taken: &mut BTreeSet<String>) -> String {
    if taken.insert(slug.clone()) {
        return slug;
    }
    let with_kind = format!("{slug}-{}", kind.code());
    let mut unique = with_kind.clone();
    let mut n = 2;
    while !taken.insert(unique.clone()) {
        unique = format!("{with_kind}-{n}");
        n += 1;
    }
    unique
}
