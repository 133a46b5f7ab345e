use super::*;
use crate::annotate::{ActorKind, actors, work};
use crate::calendar::Lang;
use crate::structure;

/// Resolves the texts as one bundle: for every actor that is a person or has more than one spelling,
/// its name and, sorted, its spellings.
fn resolved(texts: &[&str], lang: Lang) -> Vec<(String, String)> {
    let read: Vec<_> = texts
        .iter()
        .map(|text| {
            let structure = structure::read(text, Some(lang));
            let names = actors::find(text, &structure).story;
            (structure, names)
        })
        .collect();
    let named: Vec<Named> = texts
        .iter()
        .zip(&read)
        .map(|(body, (structure, names))| Named { body, structure, names, aside: &[] })
        .collect();
    let (table, mentions) = resolve(&named);
    let count: usize = table.iter().flat_map(|a| &a.surfaces).map(|s| s.count as usize).sum();
    assert_eq!(count, mentions.iter().map(|m| m.story.len()).sum::<usize>());
    let mut slugs: Vec<&str> = table.iter().map(|a| a.slug.as_str()).collect();
    slugs.sort_unstable();
    slugs.dedup();
    assert_eq!(slugs.len(), table.len(), "slugs are unique");
    for actor in &table {
        for surface in &actor.surfaces {
            assert!(
                surface.text == actor.name
                    || actor.surfaces.len() == 1
                    || !surface.why.is_empty()
                    || surface.text.split(' ').count() == actor.name.split(' ').count(),
                "{actor:?}"
            );
        }
    }
    let mut rows: Vec<(String, String)> = table
        .iter()
        .filter(|a| a.kind == ActorKind::Person || a.surfaces.len() > 1)
        .map(|a| {
            let mut spellings: Vec<&str> = a.surfaces.iter().map(|s| s.text.as_str()).collect();
            spellings.sort_unstable();
            (a.name.clone(), spellings.join("|"))
        })
        .collect();
    rows.sort();
    rows
}

fn check(texts: &[&str], expected: &[(&str, &str)]) {
    let got = resolved(texts, Lang::Id);
    let got: Vec<(&str, &str)> = got.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(got, expected, "{texts:?}");
}

#[test]
fn short_forms_join_the_full_name() {
    check(&["Presiden Anton Ruiz tiba. Ruiz pergi."], &[("Anton Ruiz", "Anton Ruiz|Ruiz")]);
    check(&["Sir Adam Weld tiba. Sir Adam pergi."], &[("Adam Weld", "Adam|Adam Weld")]);
    check(
        &["Presiden Anton Ruiz tiba. “Anton, berhenti!” kata mereka."],
        &[("Anton Ruiz", "Anton|Anton Ruiz")],
    );
    check(&["Presiden Anton Ruiz tiba.", "Presiden Ruiz pergi."], &[("Anton Ruiz", "Anton Ruiz|Ruiz")]);
    check(
        &["Presiden Recep Anton Ruiz tiba.", "Presiden Anton Ruiz pergi."],
        &[("Recep Anton Ruiz", "Anton Ruiz|Recep Anton Ruiz")],
    );
}

#[test]
fn two_people_with_one_surname_stay_two() {
    check(
        &["Presiden Anton Ruiz tiba. Menteri Dora Ruiz pergi."],
        &[("Anton Ruiz", "Anton Ruiz"), ("Dora Ruiz", "Dora Ruiz")],
    );
    check(
        &["Presiden Anton Ruiz tiba. Ruiz duduk.", "Menteri Dora Ruiz pergi. Ruiz duduk."],
        &[("Anton Ruiz", "Anton Ruiz|Ruiz"), ("Dora Ruiz", "Dora Ruiz|Ruiz")],
    );
    check(
        &["Presiden Anton Ruiz tiba.", "Menteri Dora Ruiz pergi.", "Presiden Ruiz duduk."],
        &[("Anton Ruiz", "Anton Ruiz"), ("Dora Ruiz", "Dora Ruiz"), ("Ruiz", "Ruiz")],
    );
}

#[test]
fn spellings_of_one_name_join() {
    check(
        &[
            "Presiden Anton Volkow tiba. Presiden Anton Volkow pergi.",
            "Presiden Anton Wolkov duduk. Wolkov diam.",
        ],
        &[("Anton Volkow", "Anton Volkow|Anton Wolkov|Wolkov")],
    );
    // Another given name: nobody says it is the same person.
    check(
        &["Presiden Anton Volkow tiba.", "Menteri Dora Wolkov duduk."],
        &[("Anton Volkow", "Anton Volkow"), ("Dora Wolkov", "Dora Wolkov")],
    );
}

#[test]
fn lists_and_the_text_explain_other_names() {
    check(
        &["Menurut AS, pihak Amerika dan Amerika Serikat hadir."],
        &[("Amerika Serikat", "AS|Amerika|Amerika Serikat")],
    );
    check(&["Ia ke Kiev, lalu ke Kyiv."], &[("Kyiv", "Kiev|Kyiv")]);
    check(
        &["Badan Pangan Rakyat (BPR) hadir. Kata BPR, beras cukup."],
        &[("Badan Pangan Rakyat", "BPR|Badan Pangan Rakyat")],
    );
}

#[test]
fn roles_are_gathered() {
    let text = "Presiden Peru Anton Ruiz tiba. Presiden Ruiz pergi.";
    let structure = structure::read(text, Some(Lang::Id));
    let names = actors::find(text, &structure).story;
    let (table, _) = resolve(&[Named { body: text, structure: &structure, names: &names, aside: &[] }]);
    assert_eq!(table[0].roles, ["Presiden", "Presiden Peru"]);
    assert_eq!(table[0].slug, "anton-ruiz");
}

#[test]
fn work_grows_with_the_text_not_with_its_square() {
    for unit in [
        "Al-",
        "J. ",
        "Budi, ",
        "Presiden ",
        "AS BARU ",
        "Adi Budi dan Budi, ",
        "kata Budi.” ",
        "“Budi ",
        "U.",
        "Al-Budi kata ",
        "Menteri Adi Budi tiba. Budi pergi. ",
    ] {
        work::assert_in_proportion(unit, 6_000 / unit.len(), |times| {
            let text = unit.repeat(times);
            let structure = structure::read(&text, Some(Lang::Id));
            let names = actors::find(&text, &structure).story;
            resolve(&[Named { body: &text, structure: &structure, names: &names, aside: &[] }]);
        });
    }
}

/// Many with one surname and many strangers in one article, and the surname again and again in another.
#[test]
fn many_people_take_work_in_proportion() {
    work::assert_in_proportion("other names", 200, |times| {
        let word = |n: usize| {
            let letters = ["ba", "di", "ku", "le", "mo", "na", "ri", "su"];
            let word: String = (0..4).map(|i| letters[n >> (3 * i) & 7]).collect();
            word[..1].to_uppercase() + &word[1..]
        };
        let full = (0..times).map(|n| format!("Menteri {} Suroso tiba. ", word(n)));
        let strangers = (0..times).map(|n| format!("Menteri {} pergi. ", word(4095 - n)));
        let texts: [String; 2] = [full.chain(strangers).collect(), "Menteri Suroso pergi. ".repeat(times)];
        let read = texts.each_ref().map(|text| {
            let structure = structure::read(text, Some(Lang::Id));
            let names = actors::find(text, &structure).story;
            (structure, names)
        });
        let named = [0, 1].map(|i| {
            let (structure, names) = &read[i];
            Named { body: &texts[i], structure, names, aside: &[] }
        });
        resolve(&named);
    });
}

/// A person reviews it: who acts in the project's own bundle, and under which spellings and roles.
#[test]
fn the_actors_of_the_bundle() {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/../../articles");
    let mut files: Vec<_> = std::fs::read_dir(dir).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    let articles: Vec<_> = files
        .iter()
        .map(|f| crate::article::parse(&f.to_string_lossy(), &std::fs::read(f).unwrap()).unwrap().0)
        .collect();
    let read: Vec<_> = articles
        .iter()
        .map(|a| {
            let structure = structure::read(&a.body, a.declared_language);
            let names = actors::find(&a.body, &structure).story;
            (structure, names)
        })
        .collect();
    let named: Vec<Named> = articles
        .iter()
        .zip(&read)
        .map(|(a, (structure, names))| Named { body: &a.body, structure, names, aside: &[] })
        .collect();
    let (table, _) = resolve(&named);
    let rows: Vec<String> = table
        .iter()
        .map(|a| {
            let spellings: Vec<String> =
                a.surfaces.iter().map(|s| format!("{} {}", s.text, s.count)).collect();
            format!(
                "{} [{}] {}: {} | {}",
                a.kind.code(),
                a.slug,
                a.name,
                spellings.join(", "),
                a.roles.join(", ")
            )
        })
        .collect();
    insta::assert_snapshot!(rows.join("\n"));
}
