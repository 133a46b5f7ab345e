//! Words beside actors, days, publishers and languages: against a walk over all texts.

use super::*;
use crate::annotate::{ActorKind, Aside, Document, InTurn, Mention, Published, PublishedSource};
use crate::article::parse;
use crate::corpus::{Corpus, Documents, Lexicon, each_word};
use crate::query::text::{Clause, Text};
use crate::stem::stem;
use crate::structure;
use crate::text::Span;
use std::sync::Arc;

const VOCABULARY: [&str; 9] =
    ["damai", "serangan", "menyerang", "serang", "gencatan", "senjata", "perang", "berperang", "Sénjata"];
const SOURCES: [&str; 2] = ["Antara", "Harian Uji"];

/// An article of few words: a headline, lines, publisher, language, day, actors.
#[derive(Clone, Debug)]
struct Made {
    title: Option<Vec<usize>>,
    lines: Vec<Vec<usize>>,
    source: Option<usize>,
    english: bool,
    day: Option<i32>,
    actors: Vec<u32>,
}

fn sentence(words: &[usize]) -> String {
    words.iter().map(|&w| VOCABULARY[w]).collect::<Vec<_>>().join(" ")
}

fn document(n: usize, made: &Made) -> Document {
    let mut text = String::from("---\n");
    if let Some(title) = &made.title {
        text += &format!("title: {}\n", sentence(title));
    }
    if let Some(source) = made.source {
        text += &format!("source: {}\n", SOURCES[source]);
    }
    text += &format!("language: {}\n---\n", if made.english { "en" } else { "id" });
    text += "Baca juga: gencatan senjata perang\n";
    for line in &made.lines {
        text += &format!("{}.\n", sentence(line));
    }
    let (article, _) = parse(&format!("{n:02}.txt"), text.as_bytes()).unwrap();
    let structure = structure::read(&article.body, article.declared_language);
    let mention = |&a: &u32| Mention {
        span: Span::new(0, 4),
        actor: ActorId(a),
        kind: ActorKind::Person,
        government: false,
        why: vec![],
    };
    Document {
        structure,
        published: Published {
            when: made.day.map(|n| Interval::day(day(n))),
            source: PublishedSource::Declared,
            why: vec![],
        },
        mentions: made.actors.iter().map(mention).collect(),
        expressions: vec![],
        timexes: vec![],
        quotes: vec![],
        contacts: vec![],
        events: vec![],
        quantities: vec![],
        sourced: vec![],
        replies: vec![],
        references: vec![],
        aside: Aside::default(),
        article,
    }
}

fn corpus(made: &[Made]) -> Corpus {
    let documents: Vec<Document> = made.iter().enumerate().map(|(n, m)| document(n, m)).collect();
    let actor = |n: u32| crate::annotate::Actor {
        slug: format!("a{n}"),
        name: format!("A{n}"),
        kind: ActorKind::Person,
        surfaces: vec![],
        roles: vec![],
        state: None,
    };
    let lexicon = Arc::new(Lexicon::of(&crate::annotate::InTurn, &documents));
    let documents = Documents::of(documents.into_iter().map(Arc::new).collect());
    Corpus::from_parts(&InTurn, "", 0, documents, (0..ACTORS).map(actor).collect(), lexicon)
}

/// The searched stretches of a document as folded words, found anew.
fn told(document: &Document) -> Vec<Vec<String>> {
    let mut stretches = Vec::new();
    let mut take = |text: &str, span: Span| {
        let mut words = Vec::new();
        each_word(text, span, |_, word| words.push(word.to_string()));
        stretches.push(words);
    };
    if let Some(title) = &document.article.declared_title {
        take(title, Span::new(0, title.len()));
    }
    document.structure.story().for_each(|span| take(&document.article.body, span));
    stretches
}

/// Whether a document holds a clause, by looking at every word.
fn holds(document: &Document, clause: &Clause, lexicon: &Lexicon) -> bool {
    let stem_of = |word: &str| lexicon.term(word).and_then(|t| lexicon.stem_of(t));
    // A word that isn't in the bundle has the stem that stands in it, unless it only begins others.
    let stem_of_wanted = |n: usize, wanted: &str| {
        let begins = clause.begun
            && n + 1 == clause.words.len()
            && lexicon.terms().any(|t| t != wanted && t.starts_with(wanted));
        stem_of(wanted).or_else(|| lexicon.stem_of_word(wanted).filter(|_| !begins))
    };
    let is_form = |n: usize, word: &str| {
        let wanted = &clause.words[n];
        let begun = clause.begun && n + 1 == clause.words.len() && word.starts_with(wanted.as_str());
        word == wanted
            || begun
            || !clause.exact && stem_of_wanted(n, wanted).is_some_and(|s| stem_of(word) == Some(s))
    };
    told(document).iter().any(|words| {
        words.windows(clause.words.len()).any(|run| run.iter().enumerate().all(|(n, word)| is_form(n, word)))
    })
}

fn filter_of(corpus: &Corpus, index: &Index, asked: &Asked) -> Filter {
    Filter {
        words: Words::of(&Text::parse(&asked.line), corpus.lexicon(), index),
        sources: asked.sources.iter().map(|&s| index.source_by_name(SOURCES[s])).collect(),
        langs: asked.langs.clone(),
        ..asked.rest.clone()
    }
}

/// The slow, obvious answer.
fn brute(corpus: &Corpus, asked: &Asked) -> Vec<DocId> {
    let clauses = Text::parse(&asked.line).clauses;
    let fits = |d: &Document| {
        let words = clauses.iter().all(|c| holds(d, c, corpus.lexicon()) != c.excluded);
        let source = d.article.source.as_deref();
        let of_source = asked.sources.is_empty() || asked.sources.iter().any(|&s| source == Some(SOURCES[s]));
        let of_lang = asked.langs.is_empty() || asked.langs.contains(&d.structure.language);
        let rest = &asked.rest;
        let named = |a: &Option<ActorId>| d.mentions.iter().any(|m| Some(m.actor) == *a);
        let actors = match rest.mode {
            Mode::All => rest.actors.iter().all(named),
            Mode::Any => rest.actors.is_empty() || rest.actors.iter().any(named),
        };
        let out = rest.excluded.iter().any(|a| named(&Some(*a)));
        let when = d.published.when.and_then(Interval::from);
        let dated = if rest.undated {
            when.is_none()
        } else {
            (rest.from.is_none() && rest.to.is_none())
                || when.is_some_and(|w| rest.from.is_none_or(|f| f <= w) && rest.to.is_none_or(|t| w <= t))
        };
        words && of_source && of_lang && actors && !out && dated
    };
    let documents = (0..).map(DocId).zip(corpus.documents());
    documents.filter(|(_, d)| fits(d)).map(|(id, _)| id).collect()
}

/// A question: words, publishers, languages, and the rest as elsewhere.
#[derive(Clone, Debug)]
struct Asked {
    line: String,
    sources: Vec<usize>,
    langs: Vec<Lang>,
    rest: Filter,
}

fn made() -> impl Strategy<Value = Vec<Made>> {
    let words = || proptest::collection::vec(0..VOCABULARY.len(), 1..5);
    let one = (
        proptest::option::weighted(0.3, words()),
        proptest::collection::vec(words(), 1..4),
        proptest::option::weighted(0.8, 0..SOURCES.len()),
        any::<bool>(),
        proptest::option::weighted(0.8, 0i32..400),
        proptest::collection::btree_set(0..ACTORS, 0..3),
    );
    let one = one.prop_map(|(title, lines, source, english, day, actors)| Made {
        title,
        lines,
        source,
        english,
        day,
        actors: actors.into_iter().collect(),
    });
    proptest::collection::vec(one, 0..7)
}

fn line() -> impl Strategy<Value = String> {
    let word = || proptest::sample::select(VOCABULARY.to_vec());
    let clause = prop_oneof![
        3 => word().prop_map(String::from),
        1 => word().prop_map(|w| w.chars().take(4).collect()),
        2 => (word(), word()).prop_map(|(a, b)| format!("“{a} {b}”")),
        1 => word().prop_map(|w| format!("\"{w}\"")),
        1 => word().prop_map(|w| format!("-{w}")),
        1 => (word(), word()).prop_map(|(a, b)| format!("-\"{a} {b}\"")),
        1 => Just("zebra".to_string()),
    ];
    (proptest::collection::vec(clause, 0..4), prop_oneof![Just(""), Just(" ")])
        .prop_map(|(clauses, end)| clauses.join(" ") + end)
}

fn asked() -> impl Strategy<Value = Asked> {
    let sources = proptest::collection::btree_set(0..SOURCES.len(), 0..2);
    let langs = proptest::collection::btree_set(prop_oneof![Just(Lang::Id), Just(Lang::En)], 0..2);
    (line(), sources, langs, filter()).prop_map(|(line, sources, langs, rest)| Asked {
        line,
        sources: sources.into_iter().collect(),
        langs: langs.into_iter().collect(),
        // These texts speak of no day.
        rest: Filter { axis: crate::query::Axis::Published, ..rest },
    })
}

proptest! {
    #[test]
    fn words_answer_as_a_walk_over_all_texts(made in made(), asked in asked()) {
        let corpus = corpus(&made);
        let index = Index::of(&corpus);
        let hits = run(&index, &corpus, &filter_of(&corpus, &index, &asked));
        prop_assert_eq!(&hits.docs(&index), &brute(&corpus, &asked));
        let scores = hits.scores(&index);
        prop_assert!(scores.is_empty() || scores.len() == hits.docs(&index).len());
        let listed: u32 = hits.docs(&index).len() as u32;
        if asked.langs.is_empty() {
            prop_assert_eq!(hits.lang_counts.iter().sum::<u32>(), listed);
        }
    }

    #[test]
    fn a_count_of_a_publisher_is_what_it_alone_would_give(made in made(), asked in asked(), which in 0..SOURCES.len()) {
        let corpus = corpus(&made);
        let index = Index::of(&corpus);
        let hits = run(&index, &corpus, &filter_of(&corpus, &index, &asked));
        let alone = Asked { sources: vec![which], ..asked.clone() };
        let counted = index.source_by_name(SOURCES[which]).map_or(0, |s| hits.source_counts[s.0 as usize]);
        prop_assert_eq!(counted as usize, brute(&corpus, &alone).len());
        let alone = Asked { langs: vec![Lang::En], ..asked };
        prop_assert_eq!(hits.lang_counts[Lang::En as usize] as usize, brute(&corpus, &alone).len());
    }

    #[test]
    fn every_order_lists_the_same_articles(made in made(), asked in asked()) {
        let corpus = corpus(&made);
        let index = Index::of(&corpus);
        let hits = run(&index, &corpus, &filter_of(&corpus, &index, &asked));
        for sort in [Sort::Newest, Sort::Oldest, Sort::Relevance] {
            let mut listed = order(&index, &hits, sort);
            let scores = hits.scores(&index);
            if sort == Sort::Relevance && !scores.is_empty() {
                let score = |d: &DocId| scores[hits.docs(&index).binary_search(d).unwrap()];
                prop_assert!(listed.is_sorted_by_key(|d| std::cmp::Reverse(score(d))));
            }
            listed.sort_unstable();
            prop_assert_eq!(&listed, &hits.docs(&index));
        }
    }

    #[test]
    fn hits_lie_in_the_words_that_were_asked_for(made in made(), line in line()) {
        let corpus = corpus(&made);
        let index = Index::of(&corpus);
        let words = Words::of(&Text::parse(&line), corpus.lexicon(), &index);
        let found = words.fits(&index, &corpus).set;
        for (n, document) in corpus.documents().iter().enumerate() {
            let mut marked = 0;
            for (text, span, _) in crate::index::fields(document) {
                let spans = joined(&words.hits(corpus.lexicon(), text, span));
                prop_assert!(spans.iter().all(|hit| span.contains(*hit) && !hit.of(text).is_empty()));
                prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
                marked += spans.len();
            }
            // What is listed for its words shows them.
            if words.ranks() && found.contains(n as u32) {
                prop_assert!(marked > 0);
            }
        }
    }
}

fn answer(texts: &[&str], line: &str) -> Vec<String> {
    let files = texts.iter().enumerate().map(|(n, t)| parse(&format!("{n}.txt"), t.as_bytes()).unwrap().0);
    let corpus = Corpus::new("", files.collect());
    let index = Index::of(&corpus);
    let words = Words::of(&Text::parse(line), corpus.lexicon(), &index);
    let hits = run(&index, &corpus, &Filter { words, ..Filter::default() });
    let ids = order(&index, &hits, Sort::Relevance);
    ids.into_iter().filter_map(|d| Some(corpus.document(d)?.article.id.clone())).collect()
}

#[test]
fn words_find_what_a_reader_means() {
    let texts = [
        "---\nlanguage: id\n---\nTentara melancarkan serangan ke kota itu.",
        "---\nlanguage: id\ntitle: Gencatan Senjata\n---\nKota itu tenang.",
        "---\nlanguage: id\n---\nSenjata berat, gencatan yang rapuh, dan Erdoğan.",
        "---\nlanguage: en\n---\nThe attacks went on, Iran’s minister said.",
    ];
    let check = |line: &str, expected: &[&str]| assert_eq!(answer(&texts, line), expected, "{line}");
    check("menyerang", &["0"]);
    check("diserang ", &["0"]);
    check("attacking ", &["3"]);
    check("iran", &["3"]);
    check("erdogan", &["2"]);
    check("ERDOĞAN", &["2"]);
    check("gencatan senjata", &["1", "2"]);
    check("“gencatan senjata”", &["1"]);
    check("gencatan-senjata", &["1"]);
    check("gencatan -berat", &["1"]);
    check("-\"gencatan senjata\" kota", &["0"]);
    check("ten", &["1", "0"]);
    check("ten ", &[]);
    check("\"serang\"", &[]);
    check("nihil", &[]);
    check("- \" “", &["0", "1", "2", "3"]);
}

#[test]
fn a_headline_counts_more_and_so_does_the_word_itself() {
    let texts = [
        "---\nlanguage: id\n---\nWarga bicara tentang perang dan hal lain hari itu.",
        "---\nlanguage: id\ntitle: Perang\n---\nWarga bicara tentang banyak hal lain hari itu.",
        "---\nlanguage: id\n---\nWarga bicara tentang peperangan dan hal lain itu.",
    ];
    assert_eq!(stem("peperangan", Lang::Id), "perang");
    assert_eq!(answer(&texts, "perang "), ["1", "0", "2"]);
}

#[test]
fn a_line_that_is_not_the_story_is_no_hit() {
    let texts = ["Warga pulang ke rumah masing-masing.\nBaca juga: Harga beras naik lagi\nKota itu tenang."];
    assert_eq!(answer(&texts, "beras "), Vec::<String>::new());
    assert_eq!(answer(&texts, "pulang "), ["0"]);
}
