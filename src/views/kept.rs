//! The saved views of a bundle as a value, and as text in the store: a link and a name a line.

use crate::store;
use sorot_core::query::Query;
use sorot_core::sort;

/// Longer names are cut, in characters.
const LONGEST: usize = 60;

/// A question under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    name: String,
    link: String,
}

impl SavedView {
    /// Its name; not empty, of one line.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The question; what isn't understood in it is passed over.
    pub fn query(&self) -> Query {
        Query::parse(&self.link).0
    }
}

/// The saved views of a bundle, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Views {
    key: String,
    views: Vec<SavedView>,
    kept: bool,
}

impl Views {
    /// Those of the bundle of this identity.
    pub fn load(bundle: u64) -> Views {
        Views::of_key(format!("sorot.views.{bundle:016x}"))
    }

    fn of_key(key: String) -> Views {
        let text = store::get(&key).unwrap_or_default();
        Views { views: text.lines().filter_map(line).collect(), key, kept: true }
    }

    /// In the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = &SavedView> {
        self.views.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.views.is_empty()
    }

    /// Whether the browser keeps them, as far as it was asked.
    pub fn is_kept(&self) -> bool {
        self.kept
    }

    /// With `query` under `name`, which may have named another one. Nothing changes without a name.
    pub fn with(&self, name: &str, query: &Query) -> Views {
        self.put(name, query.to_string())
    }

    /// Without the view of this name.
    pub fn without(&self, name: &str) -> Views {
        let mut next = self.fresh();
        next.views.retain(|view| view.name != name);
        next.stored()
    }

    /// As they are kept now: another tab may have saved some since these were read.
    fn fresh(&self) -> Views {
        Views::of_key(self.key.clone())
    }

    /// With `old` under the name `new`; as it was without one.
    pub fn renamed(&self, old: &str, new: &str) -> Views {
        let link = self.views.iter().find(|view| view.name == old).map(|view| view.link.clone());
        match (link, tidy(new)) {
            (Some(link), Some(_)) => self.without(old).put(new, link),
            _ => self.clone(),
        }
    }

    fn put(&self, name: &str, link: String) -> Views {
        let Some(name) = tidy(name) else { return self.clone() };
        let mut next = self.fresh();
        next.views.retain(|view| view.name != name);
        next.views.push(SavedView { name, link });
        sort::by_cached_key(&mut next.views, |view| (view.name.to_lowercase(), view.name.clone()));
        next.stored()
    }

    fn stored(mut self) -> Views {
        let lines = self.views.iter().map(|view| format!("{} {}\n", view.link, view.name));
        self.kept = store::set(&self.key, &lines.collect::<String>());
        self
    }
}

/// A link holds no space, so the name is what follows the first.
fn line(line: &str) -> Option<SavedView> {
    let (link, name) = line.split_once(' ')?;
    Some(SavedView { name: tidy(name)?, link: link.to_string() })
}

/// A name of one line without white space around it; none where nothing is left.
fn tidy(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let name: String = words.join(" ").chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_string())
}
