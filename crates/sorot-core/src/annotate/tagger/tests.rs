//! Names found, bytes refused, nothing panics.

use super::model::{MAGIC, NEVER, VERSION};
use super::scheme::{self, LABELS};
use super::*;
use crate::annotate::actors::marks::look_up;
use crate::calendar::Lang;
use proptest::prelude::*;

/// The names of a sentence of words with single spaces, as "kind: words".
fn names(sentence: &str, lang: Lang) -> Vec<String> {
    let words: Vec<&str> = sentence.split(' ').collect();
    let tagged = Tagger::shipped().tag(&words, &look_up(&words, lang));
    tagged.iter().map(|t| format!("{}: {}", t.kind.code(), words[t.words.clone()].join(" "))).collect()
}

fn check(sentence: &str, expected: &[&str]) {
    assert_eq!(names(sentence, Lang::Id), expected, "{sentence}");
}

#[test]
fn names_of_sentences_it_has_not_seen() {
    check("kata Suryadi Wiguna di Semarang , Rabu ( 5/3 ) .", &["person: Suryadi Wiguna", "place: Semarang"]);
    check(
        "Menurut Rahmawati , harga beras di Kalimantan Barat naik .",
        &["person: Rahmawati", "place: Kalimantan Barat"],
    );
    check("Hal itu disampaikan juru bicara Partai Golkar .", &["organisation: Partai Golkar"]);
    check("Harga cabai di pasar naik sejak pekan lalu .", &[]);
    check("", &[]);
}

#[test]
fn a_margin_is_small_where_the_words_say_little() {
    let sure = Tagger::shipped().tag(&["ujar", "Joko", "Widodo", "di", "Jakarta", "."], &[]);
    assert!(sure.iter().all(|t| t.margin > 50), "{sure:?}");
}

/// Weights that read nothing and like one label.
fn bare(transitions: impl Fn(usize, usize) -> i16) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.extend([VERSION, LABELS as u8, 6, 20]);
    out.extend([0; 16]);
    for a in 0..LABELS {
        for b in 0..LABELS {
            out.extend(transitions(a, b).to_le_bytes());
        }
    }
    out
}

#[test]
fn bytes_that_are_no_weights_are_refused() {
    let whole = bare(|_, _| 0);
    let refused = |bytes: &[u8]| Tagger::load(bytes).err();
    let with = |at: usize, byte: u8| {
        let mut bytes = whole.clone();
        bytes[at] = byte;
        bytes
    };
    assert_eq!(refused(&whole), None);
    assert_eq!(refused(&[]), Some(LoadError::Short));
    assert_eq!(refused(&whole[..whole.len() - 1]), Some(LoadError::Short));
    assert_eq!(refused(&[&whole[..], &[0]].concat()), Some(LoadError::Long));
    assert_eq!(refused(&with(0, b'x')), Some(LoadError::NotWeights));
    assert_eq!(refused(&with(4, VERSION + 1)), Some(LoadError::OtherVersion));
    assert_eq!(refused(&with(6, 63)), Some(LoadError::OtherVersion));
    assert_eq!(refused(&with(11, 255)), Some(LoadError::Short), "2^32 features are announced, none follow");
    assert_eq!(refused(&with(12, 1)), Some(LoadError::Short), "one weight more than there is");
}

#[test]
fn transitions_alone_decide_without_features() {
    // Outside costs, so the cheapest way through three words is one person of three.
    let likes = |a: usize, b: usize| {
        if a == 0 || b == 0 { -100 } else { i16::from(scheme::kind(b) == Some(ActorKind::Person)) }
    };
    let tagger = Tagger::load(&bare(likes)).unwrap();
    let tagged = tagger.tag(&["A", "B", "C"], &[]);
    assert!(tagged.iter().all(|t| t.kind == ActorKind::Person), "{tagged:?}");
    assert_eq!(tagged.first().map(|t| t.words.start), Some(0));
    assert_eq!(tagged.last().map(|t| t.words.end), Some(3));
}

#[test]
fn the_lists_of_labels_say_what_the_scheme_does() {
    let those = |pass: fn(usize) -> bool| (0..LABELS).filter(|l| pass(*l)).collect::<Vec<_>>();
    assert_eq!(those(scheme::opens), scheme::OPEN);
    assert_eq!(those(scheme::closes), scheme::CLOSE);
    let steps = (0..LABELS).flat_map(|a| (0..LABELS).map(move |b| (a, b)));
    let allowed = steps.filter(|(a, b)| scheme::follows(*a, *b)).count();
    assert_eq!(allowed, scheme::OPEN.len() * scheme::CLOSE.len() + 4 * scheme::NAMES.len());
}

#[test]
fn labels_of_a_name_follow_each_other_and_nothing_else_does() {
    for kind in ActorKind::ALL {
        for len in 1..5 {
            let labels: Vec<usize> = (0..len).map(|at| scheme::label(kind, at, len)).collect();
            assert!(scheme::opens(labels[0]) && scheme::closes(labels[len - 1]));
            assert!(labels.windows(2).all(|two| scheme::follows(two[0], two[1])), "{kind:?} {len}");
            assert!(labels.iter().all(|l| scheme::kind(*l) == Some(kind)));
        }
    }
    let begin = scheme::label(ActorKind::Person, 0, 2);
    assert!(!scheme::follows(begin, scheme::OUTSIDE));
    assert!(!scheme::follows(scheme::OUTSIDE, scheme::label(ActorKind::Person, 1, 2)));
    assert!(!scheme::follows(begin, scheme::label(ActorKind::Place, 1, 2)));
}

/// Every labelling of a short sentence, scored: what Viterbi's algorithm must find.
fn exhaustive(state: &[viterbi::Scores], transitions: &[viterbi::Scores; LABELS]) -> i32 {
    let mut best = NEVER;
    let total = LABELS.pow(state.len() as u32);
    for n in 0..total {
        let labels: Vec<usize> = (0..state.len()).map(|i| n / LABELS.pow(i as u32) % LABELS).collect();
        best = best.max(worth(&labels, state, transitions));
    }
    best
}

fn worth(labels: &[usize], state: &[viterbi::Scores], transitions: &[viterbi::Scores; LABELS]) -> i32 {
    let allowed = labels.first().is_none_or(|l| scheme::opens(*l))
        && labels.last().is_none_or(|l| scheme::closes(*l))
        && labels.windows(2).all(|two| scheme::follows(two[0], two[1]));
    if !allowed {
        return NEVER;
    }
    let states: i32 = labels.iter().zip(state).map(|(l, s)| s[*l]).sum();
    states + labels.windows(2).map(|two| transitions[two[0]][two[1]]).sum::<i32>()
}

fn lines_of_scores(n: usize) -> impl Strategy<Value = Vec<viterbi::Scores>> {
    prop::collection::vec(prop::array::uniform13(-50..50i32), n)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn decoding_is_exact(state in lines_of_scores(3), steps in lines_of_scores(LABELS)) {
        let transitions: [viterbi::Scores; LABELS] = std::array::from_fn(|a| {
            std::array::from_fn(|b| if scheme::follows(a, b) { steps[a][b] } else { NEVER })
        });
        let labels: Vec<usize> = viterbi::best(&state, &viterbi::Steps::new(&transitions)).iter().map(|l| l.0).collect();
        prop_assert_eq!(worth(&labels, &state, &transitions), exhaustive(&state, &transitions));
    }

    #[test]
    fn names_are_in_order_and_inside(text in "\\PC{0,400}") {
        let words: Vec<&str> = text.split(' ').collect();
        let tagged = Tagger::shipped().tag(&words, &look_up(&words, Lang::Id));
        prop_assert_eq!(&tagged, &Tagger::shipped().tag(&words, &look_up(&words, Lang::Id)));
        let mut end = 0;
        for one in tagged {
            prop_assert!(end <= one.words.start && one.words.start < one.words.end);
            end = one.words.end;
        }
        prop_assert!(end <= words.len());
    }

    #[test]
    fn no_bytes_make_it_panic(at in 0usize..4000, byte: u8, cut in 0usize..4000, words in "[A-Za-z ]{0,60}") {
        let words: Vec<&str> = words.split(' ').collect();
        let mut bytes = WEIGHTS.to_vec();
        if let Some(slot) = bytes.get_mut(at) {
            *slot = byte;
        }
        for bytes in [&bytes[..], bytes.get(cut..).unwrap_or_default(), bytes.get(..cut).unwrap_or_default()] {
            if let Ok(tagger) = Tagger::load(bytes) {
                tagger.tag(&words, &[]);
            }
        }
    }
}

#[test]
fn a_long_line_is_cut_and_read_in_linear_time() {
    let words = vec!["Aceh"; 20_000];
    let tagged = Tagger::shipped().tag(&words, &[]);
    assert!(tagged.windows(2).all(|two| two[0].words.end <= two[1].words.start));
    let one = "X".repeat(1_000_000);
    Tagger::shipped().tag(&[&one], &look_up(&[&one], Lang::Id));
}
