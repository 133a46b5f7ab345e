//! The table of actors: names, spellings, ids.

use super::forms::{Forms, Spelt};
use super::keys::{Article, Key, Keyed};
use super::{Mentioned, Named};
use crate::annotate::actors::{self, Name};
use crate::annotate::{Actor, ActorId, ActorKind, Mention, Surface};
use crate::article::slug;
use crate::calendar::Lang;
use crate::why::Why;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What the bundle says of one key.
#[derive(Clone, Default)]
struct Gathered<'a> {
    kind: Option<ActorKind>,
    /// Spelling → how often, and what tied it.
    surfaces: BTreeMap<&'a str, (u32, Option<&'a Why>)>,
    roles: BTreeSet<&'a str>,
    articles: u32,
    last_article: Option<usize>,
}

/// A row of the table with what it is sorted by: kind, articles, name, key; the key's number goes along.
type Ranked<'a> = (ActorKind, Reverse<u32>, String, (&'a Key, usize), Gathered<'a>);

/// Builds the table and the mentions from the keyed names; `keys` are what they are keyed by.
pub fn build<'a>(
    articles: &[Named<'a>],
    forms: &Forms<'a>,
    spelt: &[Spelt],
    keyed: &'a [Article],
    keys: &[Key],
) -> (Vec<Actor>, Vec<Mentioned>) {
    let mut all: Vec<Gathered> = vec![Gathered::default(); keys.len()];
    for (i, ((article, spelt), keys)) in articles.iter().zip(spelt).zip(keyed).enumerate() {
        for ((name, spelling), keyed) in article.names.iter().zip(&spelt.story).zip(&keys.story) {
            let Some(gathered) = all.get_mut(keyed.key) else { continue };
            gathered.kind.get_or_insert(keyed.kind);
            let surface = gathered.surfaces.entry(forms.text(*spelling)).or_insert((0, keyed.why.as_ref()));
            surface.0 += 1;
            gathered.roles.extend(name.role.map(|r| r.of(article.body)));
            if gathered.last_article != Some(i) {
                gathered.articles += 1;
                gathered.last_article = Some(i);
            }
        }
    }
    // Who is named beside the stories only: in no article, but with a place in the table.
    for (spelt, keys) in spelt.iter().zip(keyed) {
        for (spelling, keyed) in spelt.aside.iter().zip(&keys.aside) {
            let Some(gathered) = all.get_mut(keyed.key) else { continue };
            gathered.kind.get_or_insert(keyed.kind);
            if gathered.articles == 0 {
                gathered.surfaces.entry(forms.text(*spelling)).or_insert((0, keyed.why.as_ref()));
            }
        }
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
    let mut ids: Vec<Option<ActorId>> = vec![None; keys.len()];
    let mut table = Vec::with_capacity(rows.len());
    for ((kind, _, name, (_, key), gathered), slug) in rows.into_iter().zip(slugs) {
        if let Some(id) = ids.get_mut(key) {
            *id = Some(ActorId(u32::try_from(table.len()).unwrap_or(u32::MAX)));
        }
        let mut surfaces: Vec<Surface> = gathered
            .surfaces
            .into_iter()
            .map(|(text, (count, why))| Surface {
                text: text.to_string(),
                count,
                why: why.filter(|_| text != name).cloned().into_iter().collect(),
            })
            .collect();
        surfaces.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
        let roles: BTreeSet<String> = gathered.roles.into_iter().map(one_line).collect();
        table.push(Actor { slug, name, kind, surfaces, roles: roles.into_iter().collect() });
    }
    let mention = |(name, keyed): (&Name, &Keyed)| {
        let actor = ids.get(keyed.key).copied().flatten()?;
        let kind = table.get(actor.index()).map_or(keyed.kind, |a| a.kind);
        let mut why = name.why.clone();
        why.extend(keyed.why.clone());
        Some(Mention { span: name.span, actor, kind, government: name.government, why })
    };
    let mentions = articles
        .iter()
        .zip(keyed)
        .map(|(article, keys)| Mentioned {
            story: article.names.iter().zip(&keys.story).filter_map(mention).collect(),
            aside: article.aside.iter().zip(&keys.aside).filter_map(mention).collect(),
        })
        .collect();
    (table, mentions)
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
fn canonical(key: &Key, gathered: &Gathered, lang: Lang) -> String {
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
    let complete = |text: &&&str| count(text) >= words;
    let rank = |text: &&str| {
        let count = gathered.surfaces.get(text).map_or(0, |s| s.0);
        let acronym = !text.chars().any(char::is_lowercase);
        (!acronym, count, text.len(), Reverse(text.to_string()))
    };
    let best = gathered.surfaces.keys().filter(complete).max_by_key(|t| rank(t));
    best.or_else(|| gathered.surfaces.keys().max_by_key(|t| rank(t))).map_or(String::new(), |t| one_line(t))
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
