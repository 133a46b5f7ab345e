use super::*;
use crate::annotate::{ActorId, PublishedSource};
use crate::article::parse;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Three made-up articles: a surname of two people, two spellings, relative dates, quotes, contacts,
/// and a line that isn't the story.
static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
    let texts = [
        "Menteri Luar Negeri Retno Wulandari bertemu Presiden Anton Hardiman di Jakarta, Senin.\n\
         “Kami sepakat,” kata Retno Wulandari. Wulandari akan berangkat besok.\n\
         Baca Juga: Hardiman Kunjungi Jakarta\n\
         Hardiman tidak menanggapi.\n",
        "Presiden Anton Hardiman menelepon Perdana Menteri Sari Wulandari pada Rabu (5/3/2025).\n\
         “Belum ada keputusan,” ujar Hardiman. Anton Hardyman kembali ke Surabaya kemarin.\n",
        "Retno Wulandari tiba di Bandung. Ia bertemu Joko Prasetyo pada 7 Maret 2025.\n",
    ];
    let article = |(i, text): (usize, &&str)| parse(&format!("{i}.txt"), text.as_bytes()).unwrap().0;
    Corpus::new("Uji", texts.iter().enumerate().map(article).collect())
});

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::of(&CORPUS));

fn slug(name: &str) -> String {
    CORPUS.actors().iter().find(|a| a.name == name).unwrap_or_else(|| panic!("{name}")).slug.clone()
}

fn with(corrections: &[Correction]) -> Corpus {
    let Corrected { corpus, refusals, .. } = apply(&CORPUS, &INDEX, corrections);
    assert!(refusals.iter().all(Option::is_none), "{refusals:?}");
    corpus
}

/// "who: where, …" for all that an actor is named as.
fn told(corpus: &Corpus, slug: &str) -> String {
    let id = corpus.actor_by_slug(slug).unwrap();
    let actor = corpus.actor(id).unwrap();
    let mut out = vec![];
    for document in corpus.documents() {
        let named = document.mentions.iter().filter(|m| m.actor == id);
        let words: Vec<_> = named.map(|m| m.span.of(&document.article.body)).collect();
        if !words.is_empty() {
            out.push(format!("{} {}", document.article.id, words.join("+")));
        }
    }
    format!("{}: {}", actor.name, out.join(", "))
}

fn find(article: &str, text: &str) -> Place {
    let id = CORPUS.document_by_id(article).unwrap();
    let document = CORPUS.document(id).unwrap();
    let start = document.article.body.find(text).unwrap();
    Place::of(document, Span::new(start, start + text.len()))
}

fn document<'a>(corpus: &'a Corpus, id: &str) -> &'a Document {
    corpus.document(corpus.document_by_id(id).unwrap()).unwrap()
}

fn speakers(corpus: &Corpus, article: &str) -> Vec<String> {
    let name = |id: &ActorId| corpus.actor(*id).unwrap().name.clone();
    document(corpus, article).quotes.iter().flat_map(|q| &q.speakers).map(name).collect()
}

fn contacts(corpus: &Corpus, article: &str) -> Vec<String> {
    let names = |ids: &[ActorId]| {
        ids.iter().map(|id| corpus.actor(*id).unwrap().name.clone()).collect::<Vec<_>>().join("+")
    };
    let contact = |c: &crate::annotate::Contact| {
        let when = c.when.and_then(Interval::from).map_or("?".into(), |d| d.to_string());
        format!("{} – {} {} {when}", names(&c.a), names(&c.b), c.status.code())
    };
    document(corpus, article).contacts.iter().map(contact).collect()
}

#[test]
fn merged_actors_are_one_everywhere() {
    let (retno, sari) = (slug("Retno Wulandari"), slug("Sari Wulandari"));
    let corpus = with(&[Correction::Merge { actor: sari.clone(), into: retno.clone() }]);
    assert_eq!(
        told(&corpus, &retno),
        "Retno Wulandari: 1 Sari Wulandari, 0 Retno Wulandari+Retno Wulandari+Wulandari, 2 Retno Wulandari"
    );
    // Old links lead on.
    assert_eq!(corpus.actor_by_slug(&sari), corpus.actor_by_slug(&retno));
    assert_eq!(contacts(&corpus, "1"), ["Anton Hardiman – Retno Wulandari happened 2025-03-05"]);
    let actor = corpus.actor(corpus.actor_by_slug(&retno).unwrap()).unwrap();
    let spelling = actor.surfaces.iter().find(|s| s.text == "Sari Wulandari").unwrap();
    assert_eq!((spelling.count, spelling.why[0].rule), (1, Rule::ReaderMerged));
}

#[test]
fn a_spelling_that_is_split_off_takes_its_quotes_and_contacts_along() {
    let anton = slug("Anton Hardiman");
    let corpus = with(&[Correction::Split { actor: anton.clone(), spelling: "Hardiman".into() }]);
    assert_eq!(told(&corpus, "hardiman"), "Hardiman: 1 Hardiman, 0 Hardiman");
    assert_eq!(speakers(&corpus, "1"), ["Hardiman"]);
    assert_eq!(contacts(&corpus, "1"), ["Anton Hardiman – Sari Wulandari happened 2025-03-05"]);
    // The line beside the story follows too.
    let hardiman = corpus.actor_by_slug("hardiman").unwrap();
    assert!(document(&corpus, "0").aside.mentions.iter().any(|m| m.actor == hardiman));
}

#[test]
fn one_mention_is_somebody_elses_or_nobody() {
    let (retno, sari) = (slug("Retno Wulandari"), slug("Sari Wulandari"));
    let at =
        Place { start: find("0", "Wulandari akan").start, text: "Wulandari".into(), article: "0".into() };
    let corpus = with(&[Correction::Mention { at: at.clone(), actor: Some(sari.clone()) }]);
    assert_eq!(told(&corpus, &sari), "Sari Wulandari: 1 Sari Wulandari, 0 Wulandari");
    assert_eq!(speakers(&corpus, "0"), ["Retno Wulandari"]);
    let corpus = with(&[Correction::Mention { at, actor: None }]);
    assert_eq!(
        told(&corpus, &retno),
        "Retno Wulandari: 0 Retno Wulandari+Retno Wulandari, 2 Retno Wulandari"
    );
}

#[test]
fn renamed_and_rekinded() {
    let bandung = slug("Bandung");
    let corpus = with(&[
        Correction::Rename { actor: bandung.clone(), name: " Kota \n Bandung ".into() },
        Correction::Kind { actor: bandung.clone(), kind: ActorKind::Organisation },
    ]);
    let actor = corpus.actor(corpus.actor_by_slug(&bandung).unwrap()).unwrap();
    assert_eq!((actor.name.as_str(), actor.kind), ("Kota Bandung", ActorKind::Organisation));
    assert_eq!(document(&corpus, "2").mentions[1].kind, ActorKind::Organisation);
}

#[test]
fn hidden_actors_leave_quotes_without_a_speaker_and_contacts_without_a_side() {
    let corpus = with(&[Correction::Hide { actor: slug("Anton Hardiman") }]);
    assert_eq!(told(&corpus, &slug("Anton Hardiman")), "Anton Hardiman: ");
    assert_eq!(speakers(&corpus, "1"), [] as [&str; 0]);
    assert_eq!(contacts(&corpus, "1"), [] as [&str; 0]);
}

#[test]
fn words_become_an_actor_wherever_they_stand_whole() {
    let add = |text: &str, actor: Option<String>| Correction::Add {
        text: text.into(),
        kind: ActorKind::Organisation,
        actor,
    };
    let corpus = with(&[add("keputusan", None)]);
    assert_eq!(told(&corpus, "keputusan"), "keputusan: 1 keputusan");
    // Longer words take shorter mentions in; parts of words and of mentions are no names.
    let corpus = with(&[add("Presiden Anton Hardiman", Some(slug("Anton Hardiman")))]);
    assert!(told(&corpus, &slug("Anton Hardiman")).contains("1 Presiden Anton Hardiman+Hardiman"));
    for nowhere in ["putus", "Anton", "", "5/3"] {
        let refused = apply(&CORPUS, &INDEX, &[add(nowhere, None)]).refusals;
        assert_eq!(refused[0].as_ref().map(|w| w.rule), Some(Rule::CorrectNowhere), "{nowhere}");
    }
}

#[test]
fn another_day_of_publication_moves_what_is_relative_to_it() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let days = |text: &str| Days { from: day(text), to: day(text) };
    let corpus = with(&[Correction::Published { article: "0".into(), days: days("2025-03-04") }]);
    let article = document(&corpus, "0");
    assert_eq!(article.published.source, PublishedSource::Reader);
    let values: Vec<_> = article.timexes.iter().map(|t| t.value.and_then(Interval::from)).collect();
    assert_eq!(values, [Some(day("2025-03-03")), Some(day("2025-03-05"))]);
    assert_eq!(contacts(&corpus, "0"), ["Retno Wulandari – Anton Hardiman happened 2025-03-03"]);
    // What the reader said of one date stays, whatever the article's day.
    let monday = Correction::Date { at: find("0", "Senin"), days: Some(days("2025-02-24")) };
    let corpus = with(&[monday, Correction::Published { article: "0".into(), days: days("2025-03-04") }]);
    assert_eq!(contacts(&corpus, "0"), ["Retno Wulandari – Anton Hardiman happened 2025-02-24"]);
    let none = Correction::Date { at: find("0", "besok"), days: None };
    let corpus = with(&[none, Correction::Published { article: "0".into(), days: days("2025-03-04") }]);
    assert_eq!(document(&corpus, "0").timexes.len(), 1);
}

#[test]
fn speakers_and_contacts_are_set() {
    let (retno, anton, joko) = (slug("Retno Wulandari"), slug("Anton Hardiman"), slug("Joko Prasetyo"));
    let corpus = with(&[
        Correction::Speaker {
            at: find("1", "“Belum ada keputusan,”"), speakers: vec![retno.clone(), joko]
        },
        Correction::Status {
            at: Place::of(document(&CORPUS, "0"), document(&CORPUS, "0").contacts[0].span),
            a: vec![retno],
            b: vec![anton],
            status: Some(ContactStatus::Denied),
        },
    ]);
    assert_eq!(speakers(&corpus, "1"), ["Retno Wulandari", "Joko Prasetyo"]);
    assert!(contacts(&corpus, "0")[0].contains("denied"));
}

#[test]
fn a_line_is_the_story_or_not() {
    let line = |text: &str, story| Correction::Line { at: find("0", text), story };
    let aside = line("Baca Juga: Hardiman Kunjungi Jakarta", true);
    let corpus = with(std::slice::from_ref(&aside));
    assert_eq!(told(&corpus, "jakarta"), "Jakarta: 0 Jakarta+Jakarta");
    assert!(document(&corpus, "0").structure.non_story().next().is_none());
    let corpus = with(&[aside, line("Hardiman tidak menanggapi.", false)]);
    assert_eq!(
        told(&corpus, &slug("Anton Hardiman")),
        "Anton Hardiman: 1 Anton Hardiman+Hardiman+Anton Hardyman, 0 Anton Hardiman+Hardiman"
    );
}

#[test]
fn a_line_that_becomes_the_story_brings_what_it_tells() {
    let text = "Menteri Luar Negeri Retno Wulandari tiba di Jakarta kemarin sore. Presiden Anton Hardiman \
         menunggu bersama Joko Prasetyo.\n\
         Presiden Anton Hardiman bertemu Joko Prasetyo di Bandung, 7 Maret 2025. (Foto: Antara)\n\
         Anton Hardiman menuduh Joko Prasetyo menutup pelabuhan pada 9 Maret 2025. (Foto: Reuters)\n";
    let plain = Corpus::new("", vec![parse("0.txt", text.as_bytes()).unwrap().0]);
    let count = |corpus: &Corpus| {
        let d = document(corpus, "0");
        (d.contacts.len(), d.events.len(), d.replies.len())
    };
    assert_eq!(count(&plain), (0, 0, 0));
    let line = |words: &str, story| {
        let d = document(&plain, "0");
        let block = d.structure.blocks.iter().find(|b| b.span.of(&d.article.body).contains(words)).unwrap();
        Correction::Line { at: Place::of(d, block.span), story }
    };
    let (met, blamed) = (line("bertemu", true), line("menuduh", true));
    let apply = |corrections: &[Correction]| super::apply(&plain, &Index::of(&plain), corrections).corpus;
    let corpus = apply(&[met.clone(), blamed.clone()]);
    assert_eq!(count(&corpus), (1, 1, 1));
    let contact = &document(&corpus, "0").contacts[0];
    assert_eq!(contact.when, Some(Interval::day(Day::from_ymd_opt(2025, 3, 7).unwrap())));
    // Who was merged before is merged there too; taken back, it tells nothing.
    let merge = Correction::Merge { actor: "joko-prasetyo".into(), into: "retno-wulandari".into() };
    let corpus = apply(&[merge, met.clone()]);
    let retno = corpus.actor_by_slug("retno-wulandari").unwrap();
    assert!(document(&corpus, "0").contacts[0].b.contains(&retno));
    assert_eq!(count(&apply(&[met, blamed, line("bertemu", false), line("menuduh", false)])), (0, 0, 0));
}

#[test]
fn what_does_not_fit_is_told() {
    let refused = |c: Correction| apply(&CORPUS, &INDEX, &[c]).refusals[0].as_ref().map(|w| w.rule);
    let retno = slug("Retno Wulandari");
    let gone = |slug: &str| Correction::Merge { actor: slug.into(), into: retno.clone() };
    assert_eq!(refused(gone("nobody")), Some(Rule::CorrectNoActor));
    assert_eq!(refused(gone(&retno)), Some(Rule::CorrectSame));
    assert_eq!(
        refused(Correction::Rename { actor: retno.clone(), name: "  ".into() }),
        Some(Rule::CorrectNoName)
    );
    let moved = Place { article: "0".into(), start: 9999, text: "x".into() };
    assert_eq!(refused(Correction::Mention { at: moved, actor: None }), Some(Rule::CorrectNothingThere));
    assert_eq!(
        refused(Correction::Split { actor: retno.clone(), spelling: "Siti".into() }),
        Some(Rule::CorrectNoSpelling)
    );
}

#[test]
fn history_goes_back_and_forth() {
    let rename = |name: &str| Correction::Rename { actor: "a".into(), name: name.into() };
    let one = History::default().with(rename("A"));
    let two = one.with(rename("B"));
    // The same thing corrected twice is one correction.
    assert_eq!(two.corrections(), [rename("B")]);
    assert_eq!(two.undo().corrections(), [rename("A")]);
    assert_eq!(two.undo().redo().corrections(), two.corrections());
    assert_eq!(two.without(0).undo().corrections(), two.corrections());
    assert!(!two.undo().undo().can_undo() && two.undo().can_redo());
    assert!(!two.undo().with(rename("C")).can_redo());
}

#[test]
fn a_file_comes_back_or_says_what_is_wrong() {
    let list =
        vec![Correction::Hide { actor: "a".into() }, Correction::Line { at: find("0", "Baca"), story: true }];
    let text = file::write(&CORPUS, &list);
    assert_eq!(
        file::read(&CORPUS, &text).unwrap(),
        file::File { corrections: list.clone(), other: None, of: None }
    );
    let other = text.replace(&file::bundle(&CORPUS), "0000000000000000");
    assert_eq!(file::read(&CORPUS, &other).unwrap().other.as_deref(), Some("Uji"));
    let rule = |text: &str| file::read(&CORPUS, text).unwrap_err().rule;
    assert_eq!(rule(&text.replace("\"version\": 1", "\"version\": 2")), Rule::CorrectionsNewer);
    assert_eq!(rule("{}"), Rule::CorrectionsForeign);
    assert_eq!(rule("[1]"), Rule::CorrectionsForeign);
    assert_eq!(rule("{\n\"sorot\": "), Rule::CorrectionsBroken);
    assert_eq!(rule(&text.replace("hide", "hidden")), Rule::CorrectionsBroken);
    assert_eq!(file::from_link(&file::to_link(&list).unwrap()).unwrap(), list);
    assert_eq!(file::from_link("%%"), None);
}

/// Any correction of the test's corpus, fitting or not.
fn any_correction() -> impl Strategy<Value = Correction> {
    let slugs: Vec<String> = CORPUS.actors().iter().map(|a| a.slug.clone()).chain(["x".into()]).collect();
    let spellings: Vec<String> =
        CORPUS.actors().iter().flat_map(|a| &a.surfaces).map(|s| s.text.clone()).collect();
    let all = |pick: fn(&Document) -> Vec<Span>| -> Vec<Place> {
        CORPUS.documents().iter().flat_map(|d| pick(d).into_iter().map(|s| Place::of(d, s))).collect()
    };
    let named = all(|d| d.mentions.iter().chain(&d.aside.mentions).map(|m| m.span).collect());
    let dates = all(|d| d.timexes.iter().map(|t| t.span).collect());
    let quotes = all(|d| d.quotes.iter().map(|q| q.span).collect());
    let lines = all(|d| d.structure.blocks.iter().map(|b| b.span).collect());
    let slug = || prop::sample::select(slugs.clone());
    let spelling = || prop::sample::select(spellings.clone());
    let days = (0i64..60).prop_map(|n| {
        let day = Day::from_ymd_opt(2025, 2, 20).unwrap() + chrono::Duration::days(n);
        Days { from: day, to: day }
    });
    let article = prop::sample::select(vec!["0".to_string(), "1".into(), "2".into(), "9".into()]);
    prop_oneof![
        (slug(), slug()).prop_map(|(actor, into)| Correction::Merge { actor, into }),
        (slug(), spelling()).prop_map(|(actor, spelling)| Correction::Split { actor, spelling }),
        slug().prop_map(|actor| Correction::Hide { actor }),
        (slug(), "\\PC{0,9}").prop_map(|(actor, name)| Correction::Rename { actor, name }),
        (slug(), 0usize..3).prop_map(|(actor, k)| Correction::Kind { actor, kind: ActorKind::ALL[k] }),
        (spelling(), prop::option::of(slug())).prop_map(|(text, actor)| Correction::Add {
            text,
            kind: ActorKind::Place,
            actor
        }),
        (prop::sample::select(named), prop::option::of(slug()))
            .prop_map(|(at, actor)| Correction::Mention { at, actor }),
        (prop::sample::select(dates), prop::option::of(days.clone()))
            .prop_map(|(at, days)| Correction::Date { at, days }),
        (article, days).prop_map(|(article, days)| Correction::Published { article, days }),
        (prop::sample::select(quotes), prop::collection::vec(slug(), 0..3))
            .prop_map(|(at, speakers)| Correction::Speaker { at, speakers }),
        (prop::sample::select(lines), any::<bool>()).prop_map(|(at, story)| Correction::Line { at, story }),
    ]
}

proptest! {
    #[test]
    fn the_file_is_what_the_derived_form_says(list in prop::collection::vec(any_correction(), 0..8)) {
        let mut list = list;
        let (a, b) = (vec!["a".to_string()], vec!["b".into(), "c".into()]);
        for status in [None, Some(ContactStatus::Happened), Some(ContactStatus::Planned)] {
            let at = Place { article: "0".into(), start: 3, text: "\u{1}\"\\\n😀".into() };
            list.push(Correction::Status { at, a: a.clone(), b: b.clone(), status });
        }
        let text = file::write(&CORPUS, &list);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&serde_json::to_value(&list).unwrap(), &value["corrections"]);
        prop_assert_eq!(text.lines().next(), Some("{"));
        prop_assert_eq!(file::read(&CORPUS, &text).unwrap().corrections, list.clone());
        prop_assert_eq!(file::read(&CORPUS, &value.to_string()).unwrap().corrections, list);
    }

    #[test]
    fn whatever_is_corrected_the_corpus_stays_whole(list in prop::collection::vec(any_correction(), 0..8)) {
        let Corrected { corpus, altered, refusals } = apply(&CORPUS, &INDEX, &list);
        prop_assert_eq!(refusals.len(), list.len());
        let slugs: BTreeSet<_> = corpus.actors().iter().map(|a| &a.slug).collect();
        prop_assert_eq!(slugs.len(), corpus.actors().len());
        let mut counts = vec![0; corpus.actors().len()];
        for document in corpus.documents() {
            let body = &document.article.body;
            for (list, in_story) in [(&document.mentions, true), (&document.aside.mentions, false)] {
                for pair in list.windows(2) {
                    prop_assert!(pair[0].span.end <= pair[1].span.start);
                }
                for mention in list {
                    prop_assert!(!mention.span.of(body).is_empty());
                    prop_assert_eq!(document.structure.story().any(|l| l.contains(mention.span)), in_story);
                    prop_assert_eq!(mention.kind, corpus.actor(mention.actor).unwrap().kind);
                }
            }
            document.mentions.iter().for_each(|m| counts[m.actor.index()] += 1);
            for pair in document.timexes.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
            let actors = document.quotes.iter().flat_map(|q| &q.speakers);
            let actors = actors.chain(document.contacts.iter().flat_map(|c| c.a.iter().chain(&c.b)));
            prop_assert!(actors.into_iter().all(|a| a.index() < corpus.actors().len()));
        }
        for (actor, count) in corpus.actors().iter().zip(counts) {
            prop_assert_eq!(actor.surfaces.iter().map(|s| s.count).sum::<u32>(), count, "{}", actor.slug);
        }
        let index = INDEX.altered(&CORPUS, &corpus, &altered);
        prop_assert_eq!(index, Index::of(&corpus));
        // It opens as a pack would, and the corrections travel.
        let again = crate::corpus::pack::read(&crate::corpus::pack::write(&corpus).unwrap());
        prop_assert!(again.is_ok(), "{:?}", again);
        prop_assert_eq!(&file::read(&CORPUS, &file::write(&CORPUS, &list)).unwrap().corrections, &list);
        if let Some(link) = file::to_link(&list) {
            prop_assert_eq!(file::from_link(&link).unwrap(), list);
        }
    }

    #[test]
    fn no_text_is_too_odd_for_a_file_or_a_link(text in "\\PC{0,60}") {
        let _ = file::read(&CORPUS, &text);
        let _ = file::from_link(&text);
    }
}

#[test]
fn the_sentences_that_may_stand_for_an_article_follow() {
    let line = find("0", "Hardiman tidak menanggapi.");
    let corrections = [
        vec![Correction::Line { at: line, story: false }],
        vec![Correction::Line { at: find("0", "Baca Juga: Hardiman Kunjungi Jakarta"), story: true }],
        vec![Correction::Hide { actor: slug("Retno Wulandari") }],
        // Another day puts the articles in another order.
        vec![Correction::Published {
            article: "2".into(),
            days: Days {
                from: Day::from_ymd_opt(2020, 1, 1).unwrap(),
                to: Day::from_ymd_opt(2020, 1, 1).unwrap(),
            },
        }],
    ];
    for corrections in corrections {
        let corpus = with(&corrections);
        let anew = corpus.documents().iter().map(|d| {
            let mut kept = crate::salience::salient(d, &|w| {
                Some(corpus.lexicon().content_stem(corpus.lexicon().term(w)?)?.0)
            });
            kept.shrink_to_fit();
            kept
        });
        assert_eq!(*corpus.salient(), crate::salience::Table::of(anew), "{corrections:?}");
    }
}
