use super::*;
use crate::article::{Article, parse};
use crate::corpus::pack as corpus_pack;
use crate::query::{Axis, Mode};
use crate::search::{self, Filter, Words};
use crate::view::Pages;
use proptest::prelude::*;
use std::sync::LazyLock;

/// Enough articles that their index is stored and their texts are compressed.
fn articles() -> Vec<Article> {
    let people = ["Budi Santoso", "Siti Rahma", "Joko Purnomo", "Rina Wijaya"];
    let verbs = ["bertemu", "mengecam", "memuji", "menghubungi", "menemui"];
    (0..230usize)
        .map(|n| {
            let (a, b) = (people[n % 4], people[(n / 3 + 1) % 4]);
            let head = if n % 7 == 0 { String::new() } else { format!("published: 2025-{:02}-{:02}\n", n % 12 + 1, n % 28 + 1) };
            let source = if n % 3 == 0 { "source: Antara\n" } else { "" };
            let text = format!(
                "---\n{head}{source}language: {}\n---\n{a} {} {b} pada 3 Maret 2025.\n\n“Kabar nomor {} ini benar,” kata {b}. Pasar itu menjual {} ton beras dan {} ton gula. {a} meresmikan pelabuhan besar baru di kota itu pada {} April 2025.\n",
                if n % 5 == 0 { "en" } else { "id" }, verbs[n % 5], n % 40, n % 9, n, n % 5 + 1,
            );
            parse(&format!("{n:03}.txt"), text.as_bytes()).unwrap().0
        })
        .collect()
}

static CORPUS: LazyLock<Corpus> = LazyLock::new(|| Corpus::new("Besar", articles()));
static PACK: LazyLock<Vec<u8>> = LazyLock::new(|| pack(&CORPUS).unwrap().collect::<Vec<_>>().concat());

#[test]
fn an_index_in_a_pack_is_the_one_made_anew() {
    let read = corpus_pack::read(&PACK).unwrap();
    assert!(read.stored().unwrap().has(b"PLST"));
    let index = Index::of(&read);
    assert!(store::read(read.stored().unwrap(), &read).is_some(), "the index in the pack was not taken");
    assert_eq!(index, Index::of(&CORPUS));
    assert_eq!(read.documents(), CORPUS.documents());
    assert_eq!(*PACK, pack(&CORPUS).unwrap().collect::<Vec<_>>().concat());
    assert_eq!(read.document_by_id("117"), CORPUS.document_by_id("117"));
    assert_eq!(read.document_by_id("1170"), None);
}

#[test]
fn an_article_without_its_block_is_empty_and_the_others_stand() {
    let mut bytes = PACK.clone();
    let read = corpus_pack::read(&bytes).unwrap();
    let text = read.stored().unwrap().bytes(b"TEXT").unwrap();
    let at = bytes.windows(text.len()).position(|w| w == &*text).unwrap();
    bytes[at + 40] ^= 4;
    let damaged = corpus_pack::read(&bytes).unwrap();
    let empty = damaged.documents().iter().filter(|d| d.article.body.is_empty()).count();
    assert!((1..230).contains(&empty), "{empty}");
    assert_eq!(damaged.document(DocId(0)).unwrap().article.id, CORPUS.document(DocId(0)).unwrap().article.id);
}

#[test]
fn a_frequent_beginning_has_the_articles_of_its_words() {
    let terms = CORPUS.lexicon();
    let index = Index::of(&CORPUS);
    let begun = begun::Begun::of_frequent(terms, index.terms(), 20, &|_| None);
    assert!(begun.firsts.len() > 5);
    for (&first, &end) in begun.firsts.iter().zip(&begun.ends) {
        let mut set = Bits::none(index.len() as u32);
        (first..end).for_each(|term| index.terms().mark(crate::corpus::TermId(term), &mut set));
        let mut stored = Bits::none(index.len() as u32);
        stored.or_bytes(begun.set(&(first..end)).unwrap());
        assert_eq!(stored, set);
    }
    assert!(begun.set(&(0..1)).is_none_or(|_| begun.firsts[0] == 0));
    assert_eq!(begun.set(&(5..5)), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// A made-up file, its checksums right: nothing that is asked of it may panic.
    #[test]
    fn no_change_in_a_pack_panics(section in 0usize..60, at in any::<usize>(), to in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = PACK.clone();
        let count = usize::from(u16::from_le_bytes([bytes[10], bytes[11]]));
        let entry = 32 + section % count * 32;
        let number = |bytes: &[u8], at: usize| u64::from_le_bytes(bytes[at..at + 8].try_into().unwrap()) as usize;
        let (from, length) = (number(&bytes, entry + 8), number(&bytes, entry + 16));
        prop_assume!(length > 0);
        if cut {
            bytes[entry + 16..entry + 24].copy_from_slice(&((length - 1 - at % length.min(9)) as u64).to_le_bytes());
        } else {
            bytes[from + at % length] = to;
        }
        // Nothing opens with a wrong checksum, but for a block that is checked when it is read.
        if let Ok(corpus) = corpus_pack::read(&bytes) {
            prop_assert!(bytes == *PACK || bytes[entry + 5] == 1 || corpus == *CORPUS);
        }
        let length = number(&bytes, entry + 16);
        let sum = sorot_rows::checksum(&bytes[from..from + length]);
        if bytes[entry + 5] == 0 {
            bytes[entry + 24..entry + 32].copy_from_slice(&sum.to_le_bytes());
        }
        let table = sorot_rows::checksum(&bytes[32..32 + 32 * count]);
        bytes[24..32].copy_from_slice(&table.to_le_bytes());
        let Ok(corpus) = corpus_pack::read(&bytes) else { return Ok(()) };
        let pages = Pages::of(corpus);
        let index = Index::of(pages.corpus());
        let _ = index.told();
        for line in ["bud", "b", "benar", "\"kabar nomor\""] {
            let words = Words::of(&crate::query::text::Text::parse(line), pages.corpus().lexicon(), &index);
            for (actor, mode) in [(None, Mode::All), (Some(Some(ActorId(1))), Mode::Any)] {
                let hits = search::run(&index, pages.corpus(), &Filter {
                    words: words.clone(), actors: actor.into_iter().collect(), mode, axis: Axis::Published,
                    from: Day::from_ymd_opt(2025, 3, 1), ..Filter::default()
                });
                let best = search::matching(&index, pages.corpus(), &words).best(&index, 5);
                let _ = (hits.scores(&index), best, search::order(&index, &hits, crate::query::Sort::Relevance));
            }
        }
        let page = pages.page(&crate::query::Query::default(), Lang::Id);
        let _ = pages.cards(&page.list, 0..20, Lang::Id);
        for &section in crate::query::Section::ALL {
            let _ = pages.section(&page.scope, section, Lang::Id);
        }
    }
}

/// A correction of something that is there, by any numbers.
fn correction(what: u8, row: usize, at: usize, to: usize, to_day: u32) -> Option<crate::correct::Correction> {
    use crate::correct::{Correction, Days, Place};
    let document = CORPUS.document(DocId((row % CORPUS.documents().len()) as u32))?;
    let slug = |at: usize| CORPUS.actors()[at % CORPUS.actors().len()].slug.clone();
    fn pick<T>(list: &[T], at: usize) -> Option<&T> {
        list.get(at % list.len().max(1))
    }
    let place = |span| Place::of(document, span);
    let first = Day::from_ymd_opt(2025, 1, 1)? + chrono::Days::new(u64::from(to_day));
    let days = Days { from: first, to: first + chrono::Days::new(u64::from(to_day % 3)) };
    Some(match what {
        0 => Correction::Merge { actor: slug(at), into: slug(to) },
        1 => Correction::Split {
            actor: slug(at),
            spelling: pick(&CORPUS.actors()[at % CORPUS.actors().len()].surfaces, to)?.text.clone(),
        },
        2 => Correction::Rename { actor: slug(at), name: "Nama Baru".into() },
        3 => Correction::Kind { actor: slug(at), kind: crate::annotate::ActorKind::ALL[to % 3] },
        4 => Correction::Hide { actor: slug(at) },
        5 => {
            let text = ["Kabar", "Kabar nomor", "nomor 7", "ini", "Santoso"][to % 5].to_string();
            Correction::Add {
                text,
                kind: crate::annotate::ActorKind::Person,
                actor: at.is_multiple_of(2).then(|| slug(at)),
            }
        }
        6 => Correction::Mention {
            at: place(pick(&document.mentions, at)?.span),
            actor: (!to.is_multiple_of(3)).then(|| slug(to)),
        },
        7 => Correction::Date {
            at: place(pick(&document.timexes, at)?.span),
            days: (!to.is_multiple_of(3)).then_some(days),
        },
        8 => Correction::Published { article: document.article.id.clone(), days },
        9 => Correction::Speaker { at: place(pick(&document.quotes, at)?.span), speakers: vec![slug(to)] },
        10 => {
            let contact = pick(&document.contacts, at)?;
            let slugs =
                |ids: &[ActorId]| ids.iter().map(|id| CORPUS.actors()[id.index()].slug.clone()).collect();
            Correction::Status {
                at: place(contact.span),
                a: slugs(&contact.a),
                b: slugs(&contact.b),
                status: crate::annotate::ContactStatus::ALL.get(to % 5).copied(),
            }
        }
        _ => Correction::Line {
            at: place(pick(&document.structure.blocks, at)?.span),
            story: to.is_multiple_of(2),
        },
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// What a correction leaves as it was isn't made again, and nobody sees a difference.
    #[test]
    fn an_altered_index_is_the_one_made_anew(
        seeds in proptest::collection::vec((0u8..12, any::<u16>(), any::<u16>(), any::<u16>(), 0u32..500), 1..5),
    ) {
        let read = Pages::of(corpus_pack::read(&PACK).unwrap());
        let list: Vec<_> = seeds.iter().filter_map(|&(what, row, at, to, day)| {
            correction(what, row.into(), at.into(), to.into(), day)
        }).collect();
        let (pages, _) = read.corrected(&list);
        let anew = Index::of(pages.corpus());
        let (index, told) = (pages.index(), pages.index().told());
        prop_assert_eq!(&told.quotes, &anew.told().quotes, "{:?}", list);
        prop_assert_eq!(&told.contacts, &anew.told().contacts, "{:?}", list);
        prop_assert_eq!(&told.events, &anew.told().events, "{:?}", list);
        prop_assert_eq!(told, anew.told(), "{:?}", list);
        prop_assert_eq!(index.terms(), anew.terms(), "{:?}", list);
        prop_assert_eq!(index.days(), anew.days(), "{:?}", list);
        prop_assert_eq!(index, &anew, "{:?}", list);
        let from_memory = crate::correct::apply(&CORPUS, &Index::of(&CORPUS), &list).corpus;
        prop_assert_eq!(pages.corpus(), &from_memory);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Articles that are added stand as if all had been indexed at once, and are corrected like the others.
    #[test]
    fn a_joined_index_is_the_one_made_anew(
        cut in 1usize..230, from in 0usize..200,
        seeds in proptest::collection::vec((0u8..12, any::<u16>(), any::<u16>(), any::<u16>(), 0u32..500), 0..3),
    ) {
        let (mut all, mut added) = (articles(), articles().split_off(from));
        let more = all.split_off(cut);
        added.truncate(20);
        added.extend(more);
        let base = Corpus::new("Besar", all);
        let base = Pages::of(corpus_pack::read(&pack(&base).unwrap().collect::<Vec<_>>().concat()).unwrap());
        let added = Corpus::new("Lagi", added);
        let joined = base.joined(&added, "Semua");
        let corpus = joined.corpus();
        prop_assert_eq!(corpus.documents().len(), base.corpus().documents().len() + added.documents().len());
        let ids: std::collections::BTreeSet<_> = corpus.documents().iter().map(|d| &d.article.id).collect();
        prop_assert_eq!(ids.len(), corpus.documents().len());
        let people = |corpus: &Corpus| corpus.actors().iter().filter(|a| a.name.contains(' ')).count();
        prop_assert!(people(corpus) <= 4 && people(corpus) >= people(&added));
        let anew = Index::of(corpus);
        prop_assert_eq!(joined.index().told(), anew.told());
        prop_assert_eq!(joined.index(), &anew);
        let again = Corpus::from_parts(
            &crate::annotate::InTurn, corpus.title(), corpus.identity(), corpus.documents().clone(),
            corpus.actors().to_vec(), corpus.lexicon().clone(),
        );
        prop_assert_eq!(&again, corpus);
        let list: Vec<_> = seeds.iter().filter_map(|&(what, row, at, to, day)| {
            correction(what, row.into(), at.into(), to.into(), day)
        }).collect();
        let (corrected, _) = joined.corrected(&list);
        prop_assert_eq!(corrected.index(), &Index::of(corrected.corpus()));
        let opened = corpus_pack::read(&pack(corpus).unwrap().collect::<Vec<_>>().concat()).unwrap();
        prop_assert_eq!(&opened, corpus);
    }
}
