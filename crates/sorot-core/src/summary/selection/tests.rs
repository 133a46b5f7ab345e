//! All sections that gather lines, over corpora made by hand and by chance.

use super::*;
use crate::annotate::ContactStatus;
use crate::index::told::EventSource;
use crate::index::told::tests::corpus;
use crate::summary::{events, met, relations, said};
use proptest::prelude::*;

fn ids(corpus: &Corpus, docs: impl IntoIterator<Item = u32>) -> Vec<DocId> {
    docs.into_iter().filter(|&d| (d as usize) < corpus.documents().len()).map(DocId).collect()
}

fn named(corpus: &Corpus, name: &str) -> ActorId {
    let at = corpus.actors().iter().position(|a| a.name.contains(name));
    ActorId(at.unwrap_or_else(|| panic!("{name}")) as u32)
}

#[test]
fn the_highest_come_first_and_on_a_tie_the_lower_number() {
    assert_eq!(highest(&[2, 0, 5, 2], 3), [2, 0, 3]);
    assert_eq!(highest(&[1, 1, 1], 2), [0, 1]);
    assert_eq!(highest(&[], 2), [0; 0]);
    assert_eq!(highest(&[1, 3, 3, 2, 9, 3, 1, 9], 2), [4, 7]);
    assert_eq!(highest(&[3; 9], 3), [0, 1, 2]);
}

const SAID: &[&str] = &[
    "“Kami siap membantu semua warga di kota ini,” kata Menteri Ratna Wibisono kepada wartawan.",
    "“Siap membantu semua warga,” ujar Menteri Ratna Wibisono. “Panen tahun ini gagal total,” katanya.",
    "“Harga beras akan turun bulan depan,” kata Presiden Lina Hartono. Spanduk itu bertuliskan kata-kata \
     lain. “Tidak ada lagi beras di gudang,” begitu bunyinya.",
];

fn told_of(said: &said::Voice) -> Vec<Vec<(u32, u32)>> {
    said.lines.iter().map(|l| l.rows.iter().map(|t| (t.0.0, t.1)).collect()).collect()
}

#[test]
fn a_part_of_a_quote_is_told_with_the_whole() {
    let corpus = corpus(SAID);
    let index = Index::of(&corpus);
    let docs = ids(&corpus, 0..3);
    let said = said::said(&Selection::new(&corpus, &index, &docs, &[]));
    let names: Vec<&str> =
        said.voices.iter().filter_map(|v| corpus.actor(v.speaker?)).map(|a| a.name.as_str()).collect();
    assert_eq!(names, ["Ratna Wibisono", "Lina Hartono"]);
    assert_eq!(told_of(&said.voices[0]), [vec![(0, 0), (1, 0)], vec![(1, 1)]]);
    assert_eq!(said.speakers, 2);
}

#[test]
fn whom_the_reader_asks_for_speaks_first() {
    let corpus = corpus(SAID);
    let index = Index::of(&corpus);
    let (docs, asked) = (ids(&corpus, 0..3), [named(&corpus, "Lina")]);
    let said = said::said(&Selection::new(&corpus, &index, &docs, &asked));
    assert_eq!(said.voices[0].speaker, Some(asked[0]));
}

const MET: &[&str] = &[
    "Presiden Lina Hartono bertemu Menteri Ratna Wibisono di Kotabumi pada Selasa (6/5).",
    "Menteri Ratna Wibisono bertemu Presiden Lina Hartono pada Selasa (6/5). Presiden Lina Hartono akan \
     bertemu Gubernur Bagas Santoso pada Jumat (9/5).",
    "Presiden Lina Hartono tidak bertemu Gubernur Bagas Santoso. Menteri Ratna Wibisono mungkin bertemu \
     Gubernur Bagas Santoso.",
];

#[test]
fn meetings_are_told_with_all_their_places_and_by_day() {
    let corpus = corpus(MET);
    let index = Index::of(&corpus);
    let docs = ids(&corpus, 0..3);
    let met = met::met(&Selection::new(&corpus, &index, &docs, &[]));
    let told: Vec<(ContactStatus, usize)> = met.lines.iter().map(|m| (m.status, m.told.rows.len())).collect();
    assert_eq!(
        told,
        [
            (ContactStatus::Happened, 2),
            (ContactStatus::Planned, 1),
            (ContactStatus::Denied, 1),
            (ContactStatus::Discussed, 1)
        ]
    );
    assert!(met.lines[0].place.is_some(), "the first article that tells where is heard");
    assert_eq!(met.actors.len(), 3);
    // Lina is in three lines and stands first.
    assert_eq!(met.actors[0], named(&corpus, "Lina"));
    let cells: Vec<(u32, u32, &[u32])> =
        met.cells.iter().map(|c| (c.row, c.column, c.lines.as_slice())).collect();
    assert_eq!(cells.iter().map(|c| c.2.len()).sum::<usize>(), 4);
    assert!(cells.iter().all(|c| c.0 < c.1) && cells.is_sorted());
}

#[test]
fn only_meetings_and_events_of_those_asked_for_are_told() {
    let corpus = corpus(MET);
    let index = Index::of(&corpus);
    let (docs, asked) = (ids(&corpus, 0..3), [named(&corpus, "Bagas")]);
    let selection = Selection::new(&corpus, &index, &docs, &asked);
    let met = met::met(&selection);
    assert_eq!((met.total, met.others), (3, 1));
    let timeline = events::timeline(&selection);
    assert_eq!((timeline.total, timeline.others), (1, 1));
    assert!(timeline.events[0].when.planned);
}

#[test]
fn the_timeline_goes_by_day_and_joins_what_two_tell() {
    let corpus = corpus(MET);
    let index = Index::of(&corpus);
    let docs = ids(&corpus, 0..3);
    let timeline = events::timeline(&Selection::new(&corpus, &index, &docs, &[]));
    let told: Vec<(bool, usize)> =
        timeline.events.iter().map(|e| (e.when.planned, e.told.rows.len())).collect();
    assert_eq!(told, [(false, 2), (true, 1)]);
}

#[test]
fn pairs_are_counted_by_sentences_and_places_only_if_wanted() {
    let corpus = corpus(MET);
    let index = Index::of(&corpus);
    let docs = ids(&corpus, 0..3);
    let selection = Selection::new(&corpus, &index, &docs, &[]);
    let relations = relations::relations(&selection, false);
    let counts: Vec<u32> = relations.edges.iter().map(|e| e.count).collect();
    assert_eq!(counts, [2, 2, 1]);
    assert_eq!(relations.actors.len(), 3);
    let strongest = &relations.edges[0];
    assert_eq!(strongest.evidence.len(), 2);
    assert!(relations::relations(&selection, true).actors.len() > 3);
}

#[test]
fn nothing_selected_tells_nothing() {
    let corpus = corpus(MET);
    let index = Index::of(&corpus);
    let selection = Selection::new(&corpus, &index, &[], &[]);
    assert_eq!(met::met(&selection), met::Met::default());
    assert_eq!(events::timeline(&selection), events::Timeline::default());
    assert_eq!(said::said(&selection), said::Said::default());
    assert_eq!(relations::relations(&selection, true), relations::Relations::default());
}

/// Sentences of every kind, in which `{a}` and `{b}` are people and `{d}` is a day.
const SENTENCES: &[&str] = &[
    "{a} bertemu {b} di Kotabumi pada {d}.",
    "{a} akan bertemu {b} pada {d}.",
    "{a} tidak bertemu {b} pada {d}.",
    "{a} mungkin bertemu {b}.",
    "{a} menelepon {b} pada {d}.",
    "{a} bertemu {b}.",
    "{a} membuka pelabuhan baru di Kotabumi pada {d}.",
    "Pelabuhan baru di Kotabumi dibuka {a} pada {d} bersama {b}.",
    "{a} akan membuka pasar besar itu pada {d}.",
    "“Kami siap membantu semua warga,” kata {a} kepada wartawan.",
    "“Kami siap membantu semua warga kota ini,” kata {a}.",
    "“Tidak ada lagi beras di gudang kota.”",
    "Spanduk bertuliskan “turunkan harga beras sekarang juga” terlihat di mana-mana.",
    "{a} dan {b} “menyepakati kerangka kerja sama”, menurut pernyataan mereka pada {d}.",
    "Jika hujan reda, {a} bertemu {b} pada {d}.",
];
const PEOPLE: &[&str] =
    &["Presiden Lina Hartono", "Menteri Ratna Wibisono", "Gubernur Bagas Santoso", "Joko Prabu"];
const DAYS: &[&str] =
    &["Senin (5/5)", "Selasa (6/5)", "6 Mei 2031", "pekan depan", "April 2031", "20 Mei 2031"];

fn sentence() -> impl Strategy<Value = String> {
    let pick = |list: &'static [&'static str]| proptest::sample::select(list);
    (pick(SENTENCES), pick(PEOPLE), pick(PEOPLE), pick(DAYS))
        .prop_map(|(form, a, b, d)| form.replace("{a}", a).replace("{b}", b).replace("{d}", d))
}

fn bodies() -> impl Strategy<Value = Vec<String>> {
    let article = proptest::collection::vec(sentence(), 1..5).prop_map(|s| s.join(" "));
    proptest::collection::vec(article, 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn what_is_gathered_is_told_by_the_selected_articles_as_they_tell_it(
        bodies in bodies(), chosen in proptest::collection::vec(any::<bool>(), 4), who in 0usize..8,
    ) {
        let corpus = corpus(&bodies.iter().map(String::as_str).collect::<Vec<_>>());
        let index = Index::of(&corpus);
        let docs = ids(&corpus, (0..4).filter(|&d| chosen[d as usize]));
        let asked: Vec<ActorId> = (who < corpus.actors().len()).then_some(ActorId(who as u32)).into_iter().collect();
        let selection = Selection::new(&corpus, &index, &docs, &asked);
        let is_selected = |doc: &DocId| docs.contains(doc);

        let met = met::met(&selection);
        for line in &met.lines {
            prop_assert!(!line.told.rows.is_empty() && line.told.rows.is_sorted());
            for (doc, number) in &line.told.rows {
                let contact = &corpus.document(*doc).unwrap().contacts[*number as usize];
                prop_assert!(is_selected(doc));
                prop_assert_eq!(contact.status, line.status);
                prop_assert!(contact.when.is_none() || contact.when == line.when);
            }
        }
        // Every contact of the selection that is asked for stands in just one line.
        let told: usize = met.lines.iter().map(|l| l.told.count as usize).sum();
        let all = docs.iter().flat_map(|&d| &corpus.document(d).unwrap().contacts);
        prop_assert_eq!(told, all.filter(|c| selection.is_about(&c.a) || selection.is_about(&c.b)).count());
        prop_assert!(met.cells.iter().all(|c| c.lines.is_sorted() && c.row < c.column));

        let timeline = events::timeline(&selection);
        prop_assert!(timeline.events.is_sorted_by_key(|e| e.when.days.sort_day()));
        for event in &timeline.events {
            prop_assert!(event.told.rows.iter().all(|t| is_selected(&t.0)) && !event.told.rows.is_empty());
        }
        let events = &index.told().events;
        for doc in &docs {
            let document = corpus.document(*doc).unwrap();
            for (number, &line) in (0..).zip(events.lines.of_doc(*doc)) {
                let when = events.when(line).unwrap();
                let happened = match events.source(*doc, number).unwrap() {
                    EventSource::Contact(at) => document.contacts[at as usize].status == ContactStatus::Happened,
                    EventSource::Event(at) => !document.events[at as usize].planned,
                };
                let ahead = when.days.from() > document.published.when.unwrap().to();
                prop_assert!(when.planned || happened && !ahead, "planned is never told as happened");
            }
        }

        let said = said::said(&selection);
        for voice in said.voices.iter().chain([&said.unattributed]) {
            for line in &voice.lines {
                for (doc, number) in &line.rows {
                    let quote = &corpus.document(*doc).unwrap().quotes[*number as usize];
                    prop_assert!(is_selected(doc));
                    prop_assert!(voice.speaker.map_or(quote.speakers.is_empty(), |s| quote.speakers.contains(&s)));
                }
            }
        }

        let relations = relations::relations(&selection, who % 2 == 0);
        for edge in &relations.edges {
            prop_assert!(edge.a < edge.b && edge.count as usize >= edge.evidence.len());
            let pair = [edge.a, edge.b].map(|n| relations.actors[n as usize].0);
            for (doc, sentence) in &edge.evidence {
                prop_assert!(is_selected(doc));
                let document = corpus.document(*doc).unwrap();
                let span = document.structure.sentences[*sentence as usize].span;
                let names = |actor| document.mentions.iter().any(|m| m.actor == actor && span.contains(m.span));
                prop_assert!(pair.into_iter().all(names));
            }
        }

        // Again gives the same.
        let again = Selection::new(&corpus, &index, &docs, &asked);
        prop_assert_eq!(met::met(&again), met);
        prop_assert_eq!(events::timeline(&again), timeline);
        prop_assert_eq!(said::said(&again), said);
        prop_assert_eq!(relations::relations(&again, who % 2 == 0), relations);
    }
}
