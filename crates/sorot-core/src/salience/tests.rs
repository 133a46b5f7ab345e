use super::features::{COUNT, FULL, Feature};
use super::fitness::{Fault, antecedent, fault};
use super::weights::{FILE, Selection, Weights, checksum};
use super::*;
use crate::article::parse;
use crate::corpus::Corpus;
use proptest::prelude::*;

fn corpus(text: &str) -> Corpus {
    Corpus::new("", vec![parse("a.txt", text.as_bytes()).unwrap().0])
}

/// Each sentence of the story with what forbids it.
fn faults(text: &str) -> Vec<(String, Option<Fault>)> {
    let corpus = corpus(text);
    let document = &corpus.documents()[0];
    let sentences = (0u32..).zip(&document.structure.sentences);
    let text = |span: crate::text::Span| span.of(&document.article.body).to_string();
    sentences.map(|(n, s)| (text(s.span), fault(document, n))).collect()
}

#[test]
fn what_cannot_stand_alone_is_forbidden() {
    let check = |sentence: &str, expected: Option<Fault>| {
        // A lead before it, so that it isn't taken for the headline.
        let text = format!("Menteri Rina Halim membuka pelabuhan baru di Sabang pada Senin.\n{sentence}\n");
        let all = faults(&text);
        let found = all.iter().find(|(t, _)| sentence.starts_with(t.as_str()));
        let found = found.map_or(Some(Fault::NotStory), |(_, fault)| *fault);
        assert_eq!(found, expected, "{sentence}: {all:?}");
    };
    check("Wali kota menjanjikan jalan menuju pelabuhan selesai tahun depan.", None);
    check("Kapal sudah datang.", Some(Fault::Fragment));
    check("Berikut daftar kapal yang akan singgah di sana:", Some(Fault::Fragment));
    check("Hal itu disambut para nelayan di kota Sabang.", Some(Fault::Dangling));
    check("Mereka menunggu kapal sejak pagi buta di dermaga.", Some(Fault::Dangling));
    check("Namun, dia menolak berbicara tentang anggaran pelabuhan.", Some(Fault::Dangling));
    check("Itu sebabnya kapal feri belum berlayar ke pulau seberang.", Some(Fault::Dangling));
    check("They waited for the ferry since the early morning.", Some(Fault::Dangling));
    // Whom it means is known.
    check("Ia menjanjikan kapal feri berlayar setiap hari.", None);
    check("Menurut dia, kapal feri akan berlayar setiap hari.", None);
    check("Namun, para nelayan di kota itu tetap menunggu kapal.", None);
    check("Sementara itu, harga ikan turun di pasar kota tua.", None);
    check("“Kapal akan berlayar setiap hari mulai pekan depan,” kata Rina Halim.", None);
    check("“Kapal akan berlayar setiap hari mulai pekan depan. Kami siap", Some(Fault::Torn));
    check("“Kapal akan berlayar setiap hari mulai pekan depan dan tahun depan.”", Some(Fault::Unattributed));
    check("Dua pekan sebelumnya, keduanya bertemu di dermaga kota tua.", Some(Fault::Dangling));
    check("Dua pekan sebelumnya, Rina Halim bertemu nelayan di dermaga.", None);
    check("Baca juga: Harga Beras Naik Lagi", Some(Fault::NotStory));
}

/// Sentences times quotes, days and names would be 64 times the looks for eight times the text; a search that
/// halves makes few more than eight.
#[test]
fn a_sentence_is_not_set_against_the_whole_article() {
    let looks = |times: usize| {
        let text = "“Kapal akan berlayar setiap hari,” kata Rina Halim pada Senin. Ia menolak berbicara tentang harga \
                    ikan di kota itu.\n";
        let corpus = corpus(&text.repeat(times));
        let before = crate::text::LOOKS.get();
        all(&corpus.documents()[0], &|_| None);
        crate::text::LOOKS.get() - before
    };
    let (short, long) = (looks(50), looks(400));
    assert!(short > 0 && long < short * 14, "{short} looks, then {long} for eight times as much");
}

#[test]
fn a_headline_glued_to_the_lead_forbids_it() {
    let first = |text: &str| faults(text)[0].1;
    assert_eq!(
        first(
            "Pelabuhan Baru Sabang Resmi Dibuka Menteri Perhubungan SABANG, Media – Menteri membuka pelabuhan baru.\nKapal feri akan berlayar setiap hari.\n"
        ),
        Some(Fault::Glued)
    );
    assert_eq!(
        first("SABANG, Media – Menteri Rina Halim membuka pelabuhan baru.\nKapal feri akan berlayar.\n"),
        None
    );
}

#[test]
fn an_unnamed_speaker_is_told() {
    let corpus = corpus(
        "Menteri Rina Halim membuka pelabuhan baru di Sabang pada Senin.\n\
         “Kapal feri akan berlayar setiap hari mulai pekan depan,” katanya.\n",
    );
    let document = &corpus.documents()[0];
    assert_eq!(fault(document, 1), None);
    let found = antecedent(document, 1).unwrap();
    assert_eq!(found.word.of(&document.article.body), "katanya");
    assert_eq!(corpus.actor(found.actor).unwrap().name, "Rina Halim");
    assert_eq!(antecedent(document, 0), None);
}

#[test]
fn heads() {
    use super::head::{Head, head};
    let check = |text: &str, expected: Head| {
        let tokens = crate::structure::tokens::tokens(text, crate::text::Span::new(0, text.len()));
        assert_eq!(head(text, &tokens), expected, "{text}");
    };
    check("Menteri membuka pelabuhan", Head::Free);
    check("Ia membuka pelabuhan", Head::Person);
    check("Menurutnya, kapal datang", Head::Person);
    check("Meski demikian, kapal datang", Head::Linked);
    check("Oleh karena itu, kapal datang", Head::Linked);
    check("Selain itu, kapal datang", Head::Linked);
    check("Pertemuan itu berlangsung lama", Head::Pointing);
    check("Hari ini kapal datang", Head::Free);
    check("Kedua negara sepakat", Head::Pointing);
    check("Keduanya sepakat", Head::Dangling);
    check("Dengan itu kapal datang", Head::Linked);
    check("This week the ferry came", Head::Pointing);
    check("This is the ferry", Head::Dangling);
    check("However, they left", Head::Dangling);
    check("However, the ferry left", Head::Linked);
    check("Dua pekan sebelumnya, mereka bertemu", Head::Dangling);
    check("Setelah bertemu Rina, dia pulang", Head::Free);
    check("Pernyataannya ditanggapi warga", Head::Dangling);
    check("Sebelumnya, kapal datang", Head::Linked);
    check("Biasanya kapal datang", Head::Free);
    check("", Head::Free);
}

#[test]
fn features_are_measured() {
    let corpus = corpus(
        "Menteri Rina Halim membuka pelabuhan baru di Sabang pada Senin.\n\
         Pelabuhan itu menelan 3 miliar rupiah. Kapan kapal datang?\n",
    );
    let document = &corpus.documents()[0];
    let stems = |w: &str| Some(corpus.lexicon().content_stem(corpus.lexicon().term(w)?)?.0);
    let measured = features::read(document, &stems, &|_| true);
    let value = |at: usize, feature: Feature| {
        measured[at].values[Feature::ALL.iter().position(|f| *f == feature).unwrap()]
    };
    let check = |feature: Feature, expected: [i32; 3]| {
        assert_eq!([0, 1, 2].map(|at| value(at, feature)), expected, "{feature:?}");
    };
    check(Feature::First, [FULL, 0, 0]);
    check(Feature::Second, [0, FULL, 0]);
    check(Feature::Position, [FULL, FULL / 2, FULL / 3]);
    check(Feature::Early, [FULL, FULL / 2, 0]);
    check(Feature::Opens, [FULL, FULL, 0]);
    check(Feature::Number, [0, FULL, 0]);
    check(Feature::Date, [FULL, 0, 0]);
    check(Feature::Pointing, [0, FULL, 0]);
    check(Feature::Question, [0, 0, FULL]);
    assert!(value(1, Feature::Lead) > 0 && value(2, Feature::Lead) == 0);
    assert!(value(0, Feature::Names) >= FULL / 2 && value(2, Feature::Names) == 0);
}

#[test]
fn the_weights_are_what_their_head_says() {
    let head = |name: &str| {
        let line = FILE.lines().filter(|l| l.starts_with('#')).find(|l| l.contains(name)).unwrap();
        let rest = line.split(name).nth(1).unwrap().trim_start();
        rest.split([',', ' ']).next().unwrap().to_string()
    };
    let rows: Vec<&str> = FILE.lines().filter(|l| !l.starts_with('#')).collect();
    assert_eq!(head("# features "), COUNT.to_string());
    assert_eq!(head("by hand "), Selection::ALL.len().to_string());
    assert_eq!(rows.len(), COUNT + Selection::ALL.len());
    let names = Feature::ALL.iter().map(|f| f.code()).chain(Selection::ALL.iter().map(|s| s.0));
    assert!(rows.iter().zip(names).all(|(row, name)| row.split('\t').next() == Some(name)), "{rows:?}");
    assert_eq!(head("rows hashed "), format!("{:016x}", checksum(FILE)));
    assert_ne!(checksum(FILE), checksum(&FILE.replacen('\t', "\t1", 1)));
    let Selection { redundancy, centre, asked, again, opening } = Weights::parse(FILE).selection;
    assert!([redundancy, centre, asked, again, opening].iter().all(|w| *w > 0));
}

#[test]
fn what_leans_is_kept_behind_what_it_leans_on() {
    let one = |sentence: u32, leans: bool, score: i32| Salient {
        sentence,
        leans,
        opens: false,
        score,
        stems: vec![],
        actors: vec![],
    };
    let mut all = vec![
        one(1, true, 90),
        one(0, false, 80),
        one(2, true, 70),
        one(9, true, 60),
        one(5, false, 50),
        one(6, true, 40),
    ];
    keep(&mut all);
    // The ninth has nobody before it.
    assert_eq!(all.iter().map(|s| s.sentence).collect::<Vec<_>>(), [1, 0, 2, 5, 6]);
}

#[test]
fn who_is_named_once_keeps_a_sentence() {
    let named = |actor: u32| vec![ActorId(actor)];
    let mut all: Vec<Salient> = (0..20)
        .map(|n| Salient {
            sentence: n,
            leans: false,
            opens: false,
            score: -(n as i32),
            stems: vec![],
            actors: named(if n == 15 { 7 } else { 1 }),
        })
        .collect();
    keep(&mut all);
    let kept: Vec<u32> = all.iter().map(|s| s.sentence).collect();
    assert_eq!(kept, [0, 1, 2, 3, 4, 5, 15]);
    let mut all: Vec<Salient> = (0..20)
        .map(|n| Salient {
            sentence: n,
            leans: false,
            opens: false,
            score: 0,
            stems: vec![],
            actors: named(n),
        })
        .collect();
    keep(&mut all);
    assert_eq!(all.len(), MOST);
}

#[test]
fn a_table_whose_parts_do_not_fit_is_seen() {
    let row = |stem| {
        vec![Salient {
            sentence: 0,
            leans: false,
            opens: false,
            score: 1,
            stems: vec![stem],
            actors: vec![ActorId(0)],
        }]
    };
    let table = Table::of([row(0), vec![], row(2)].into_iter());
    assert!(table.is_sound(3, 3, 1));
    assert!(!table.is_sound(2, 3, 1) && !table.is_sound(3, 2, 1) && !table.is_sound(3, 3, 0));
    assert_eq!((table.row(0), table.row(1), table.row(2), table.row(3)), (0..1, 1..1, 1..2, 0..0));
    let altered = table.altered([Ok(2), Err(row(1)), Ok(1)].into_iter(), &|stem| stem);
    assert_eq!(altered, Table::of([row(2), row(1), vec![]].into_iter()));
}

proptest! {
    #[test]
    fn likeness_is_of_sets(
        a in prop::collection::btree_set(0u32..20, 0..15), b in prop::collection::btree_set(0u32..20, 0..15),
    ) {
        let (x, y): (Vec<u32>, Vec<u32>) = (a.iter().copied().collect(), b.iter().copied().collect());
        let both = a.intersection(&b).count();
        let expected = 2 * both as i32 * FULL / (a.len() + b.len()).max(1) as i32;
        prop_assert_eq!(likeness(&x, &y), expected);
        prop_assert_eq!(likeness(&y, &x), expected);
    }

    #[test]
    fn any_text_is_read(text in "[a-zA-Z“”\"., \n–:?0-9é]{1,400}") {
        let Ok((article, _)) = parse("a.txt", text.as_bytes()) else { return Ok(()) };
        let corpus = Corpus::new("", vec![article]);
        let document = &corpus.documents()[0];
        let stems = |w: &str| Some(corpus.lexicon().content_stem(corpus.lexicon().term(w)?)?.0);
        for measured in features::read(document, &stems, &|_| true) {
            prop_assert!(measured.values.iter().all(|v| (0..=FULL).contains(v)), "{:?}", measured.values);
            prop_assert!(measured.stems.windows(2).all(|w| w[0] < w[1]));
        }
    }
}
