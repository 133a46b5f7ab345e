//! Who acts in an article, as a file hands it in beside the text: names, or objects with a name and a kind.

use crate::Remark;
use crate::finding::Finding;
use crate::html::one_line;
use crate::json::Value;
use sorot_core::article::{ActorKind, Article, DeclaredActor, MAX_ACTOR_NAME, MAX_ACTORS};

/// Words for kinds, as data sets of names write them.
const KINDS: [(ActorKind, &[&str]); 3] = [
    (ActorKind::Person, &["person", "per", "orang", "tokoh", "people"]),
    (
        ActorKind::Organisation,
        &["organisation", "organization", "org", "organisasi", "lembaga", "media", "company"],
    ),
    (
        ActorKind::Place,
        &["place", "location", "loc", "gpe", "tempat", "lokasi", "negara", "kota", "city", "country"],
    ),
];

/// The actors of a JSON value; `None` where it can't be such a list.
pub(crate) fn of(value: &Value) -> Option<Vec<DeclaredActor>> {
    match value {
        Value::Text(text) => Some(listed(text)),
        Value::List(list) => {
            let all: Vec<DeclaredActor> = list.iter().take(MAX_ACTORS + 1).filter_map(one).collect();
            (list.is_empty() || !all.is_empty()).then_some(all)
        }
        _ => None,
    }
}

fn one(value: &Value) -> Option<DeclaredActor> {
    let first = |names: &[&str]| names.iter().find_map(|name| value.get(name)?.text());
    match value {
        Value::Text(name) => Some(DeclaredActor { name: name.clone(), kind: None }),
        _ => {
            let name = first(&["name", "nama", "text"])?.to_string();
            Some(DeclaredActor { name, kind: first(&["kind", "type", "jenis", "label"]).and_then(kind) })
        }
    }
}

fn kind(word: &str) -> Option<ActorKind> {
    KINDS
        .iter()
        .find_map(|(kind, words)| words.iter().any(|own| own.eq_ignore_ascii_case(word)).then_some(*kind))
}

/// The actors of one cell or text: semicolons, bars or line ends between.
pub(crate) fn listed(text: &str) -> Vec<DeclaredActor> {
    let names = text.split([';', '|', '\n']).map(str::trim).filter(|name| !name.is_empty());
    names.take(MAX_ACTORS + 1).map(|name| DeclaredActor { name: name.to_string(), kind: None }).collect()
}

/// Those that are names, each once, on one line and not too many; the others are told.
pub(crate) fn sound(actors: Vec<DeclaredActor>, remarks: &mut Vec<Remark>) -> Vec<DeclaredActor> {
    let mut out: Vec<DeclaredActor> = Vec::new();
    for DeclaredActor { name, kind } in actors {
        if out.len() >= MAX_ACTORS {
            remarks.push(Remark::new(Finding::ActorsCut, [MAX_ACTORS.to_string()]));
            break;
        }
        let long = name.chars().nth(MAX_ACTOR_NAME).is_some();
        let name = if long { name } else { one_line(&name) };
        if long || !name.starts_with(char::is_alphanumeric) {
            remarks.push(Remark::new(Finding::ActorUnfit, [name, MAX_ACTOR_NAME.to_string()]));
        } else if out.iter().all(|own| own.name != name) {
            out.push(DeclaredActor { name, kind });
        }
    }
    out
}

/// Declares those that the text names; the others are told: an actor without a place in it could be looked up nowhere.
pub(crate) fn held_against_text(
    article: &mut Article,
    mut actors: Vec<DeclaredActor>,
    remarks: &mut Vec<Remark>,
) {
    if actors.is_empty() {
        return;
    }
    article.declare_actors(&actors);
    let mut named = vec![false; actors.len()];
    for (_, at) in article.declared_places() {
        named.get_mut(at).into_iter().for_each(|named| *named = true);
    }
    let mut named = named.into_iter();
    actors.retain(|actor| {
        let is_named = named.next().unwrap_or(false);
        if !is_named {
            remarks.push(Remark::new(Finding::ActorUnnamed, [actor.name.clone()]));
        }
        is_named
    });
    article.declare_actors(&actors);
}

#[cfg(test)]
mod tests {
    use crate::{Options, read};
    use sorot_core::article::ActorKind;

    fn told(name: &str, text: &str) -> (Vec<(String, Option<ActorKind>)>, Vec<&'static str>) {
        let entry = read(name, text.as_bytes(), Options::default()).remove(0);
        let article = entry.article.unwrap();
        let actors = article.declared_actors().into_iter().map(|actor| (actor.name, actor.kind)).collect();
        (actors, entry.remarks.iter().map(|remark| remark.finding.code()).collect())
    }

    #[test]
    fn actors_come_as_names_or_objects() {
        let json = r#"{"text": "Paguyuban Tani Makmur dan KPK hadir di Kudus.", "actors": ["KPK",
            {"name": "Paguyuban  Tani\nMakmur", "kind": "organisation"}, {"nama": "Kudus", "type": "LOC"},
            "KPK", "Tidak Ada", ".", "*", " ", "", {"x": 1}, 7]}"#;
        let (actors, remarks) = told("a.json", json);
        let expected = [
            ("KPK", None),
            ("Paguyuban Tani Makmur", Some(ActorKind::Organisation)),
            ("Kudus", Some(ActorKind::Place)),
        ];
        assert_eq!(actors, expected.map(|(name, kind)| (name.to_string(), kind)));
        assert_eq!(remarks, ["actor-unfit", "actor-unfit", "actor-unfit", "actor-unfit", "actor-unnamed"]);
        let (actors, remarks) = told("a.csv", "isi,tokoh\n\"Sari Kencana di Kudus.\",Sari Kencana; Kudus\n");
        assert_eq!((actors.len(), remarks.len()), (2, 0));
        assert_eq!(told("a.json", r#"{"text": "Satu.", "actors": {"a": 1}}"#).1, ["wrong-type"]);
        assert_eq!(told("a.json", r#"{"text": "Satu.", "actors": []}"#).1, [""; 0]);
    }

    #[test]
    fn no_more_than_may_come() {
        let names: Vec<String> = (0..150).map(|n| format!("\"Tokoh{n}\"")).collect();
        let text: Vec<String> = (0..150).map(|n| format!("Tokoh{n}")).collect();
        let (actors, remarks) = told(
            "a.json",
            &format!("{{\"text\": \"{}\", \"actors\": [{}]}}", text.join(" "), names.join(",")),
        );
        assert_eq!((actors.len(), remarks), (100, vec!["actors-cut"]));
    }
}
