use super::super::{Actor, ActorId, ActorKind, Mention};
use super::find;
use crate::annotate::work;
use crate::calendar::Lang;
use crate::structure::{self, Structure};
use crate::text::Span;
use crate::why::Rule;
use proptest::prelude::*;

/// The people, bodies and states of the made-up stories: name, kind, roles.
const CAST: &[(&str, ActorKind, &[&str])] = &[
    ("Ratna Wibisono", ActorKind::Person, &["Menteri Kesehatan"]),
    ("Bagas Santoso", ActorKind::Person, &["juru bicara kementerian"]),
    ("Lina Hartono", ActorKind::Person, &["Presiden Mawaria"]),
    ("Joko Prabu", ActorKind::Person, &["utusan khusus"]),
    ("Anna Keller", ActorKind::Person, &["President of Mawaria"]),
    ("Tom Reed", ActorKind::Person, &["envoy"]),
    ("Mawaria", ActorKind::Place, &[]),
    ("Bank Nusantara", ActorKind::Organisation, &[]),
];

fn actors() -> Vec<Actor> {
    CAST.iter()
        .map(|(name, kind, roles)| Actor {
            slug: name.to_string(),
            name: name.to_string(),
            kind: *kind,
            surfaces: Vec::new(),
            roles: roles.iter().map(|r| r.to_string()).collect(),
            state: None,
        })
        .collect()
}

/// Finds the cast in the text, by full name or by its last word.
fn mentions(body: &str) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for (id, (name, kind, _)) in CAST.iter().enumerate() {
        for form in [*name, name.rsplit(' ').next().unwrap()] {
            for (at, _) in body.match_indices(form) {
                let span = Span::new(at, at + form.len());
                if !found.iter().any(|m| m.span.overlaps(span)) {
                    let actor = ActorId(id as u32);
                    found.push(Mention { span, actor, kind: *kind, government: false, why: Vec::new() });
                }
            }
        }
    }
    found.sort_by_key(|m| m.span);
    found
}

fn read(body: &str, lang: Lang) -> Vec<(String, Vec<String>)> {
    let structure = structure::read(body, Some(lang));
    let actors = actors();
    find(body, &structure, &mentions(body), &actors)
        .iter()
        .map(|q| {
            let last = |name: &str| name.rsplit(' ').next().unwrap().to_string();
            let who = q.speakers.iter().map(|a| last(&actors[a.index()].name)).collect();
            (q.span.of(body).to_string(), who)
        })
        .collect()
}

/// "first word>speaker+speaker" for each quote, joined by " | ".
fn told(lang: Lang, body: &str) -> String {
    let got: Vec<String> = read(body, lang)
        .into_iter()
        .map(|(text, who)| {
            let words = text.trim_start_matches(|c: char| !c.is_alphanumeric());
            let first: String = words.chars().take_while(|c| c.is_alphanumeric()).collect();
            format!("{first}>{}", who.join("+"))
        })
        .collect();
    got.join(" | ")
}

#[track_caller]
fn check_in(lang: Lang, body: &str, expected: &str) {
    assert_eq!(told(lang, body), expected, "{body}");
}

#[track_caller]
fn check(body: &str, expected: &str) {
    check_in(Lang::Id, body, expected);
}

#[track_caller]
fn check_en(body: &str, expected: &str) {
    check_in(Lang::En, body, expected);
}

#[test]
fn the_speaker_stands_after_the_quote() {
    check("“Vaksin akan tiba besok pagi,” kata Ratna Wibisono.", "Vaksin>Wibisono");
    check(
        "“Vaksin akan tiba besok pagi”, ujar Menteri Kesehatan Ratna Wibisono di kantornya.",
        "Vaksin>Wibisono",
    );
    check(
        "\"Vaksin akan tiba besok pagi,\" tutur Menteri Kesehatan, Ratna Wibisono, saat rapat.",
        "Vaksin>Wibisono",
    );
    check("«Vaksin akan tiba besok pagi», tegas Wibisono.", "Vaksin>Wibisono");
    check("‘Vaksin akan tiba besok pagi,’ jelas Wibisono.", "Vaksin>Wibisono");
    check("'Vaksin akan tiba besok pagi,' jelas Wibisono.", "Vaksin>Wibisono");
    check("“Suku bunga tidak akan naik,” demikian pernyataan Bank Nusantara.", "Suku>Nusantara");
    check("“Kami belum menerima surat itu,” dugaan Santoso.", "Kami>Santoso");
}

#[test]
fn the_speaker_stands_before_the_quote() {
    check("Ratna Wibisono mengatakan: “Vaksin akan tiba besok pagi.”", "Vaksin>Wibisono");
    check(
        "Wibisono, yang bertemu dengan Santoso pada Rabu, mengatakan bahwa “vaksin akan tiba besok”.",
        "vaksin>Wibisono",
    );
    check("Menurut Wibisono, “vaksin akan tiba besok pagi” di pelabuhan.", "vaksin>Wibisono");
    check(
        "Setelah Santoso pergi, Wibisono, dengan nada tinggi, menyebut rencana itu “sama sekali tidak masuk akal”.",
        "sama>Wibisono",
    );
    check("Menyusul kritik terhadap Santoso, Wibisono berteriak: “Mundurlah!”", "Mundurlah>Wibisono");
    check("Laporan itu digambarkan sebagai “sama sekali tidak masuk akal” oleh Santoso.", "sama>Santoso");
}

#[test]
fn pronouns_mean_the_last_subject() {
    check(
        "Ratna Wibisono menemui Bagas Santoso di kantor.\n“Vaksin akan tiba besok pagi,” katanya.",
        "Vaksin>Wibisono",
    );
    check(
        "Ketika rapat antara Hartono dan Prabu berlangsung, Wibisono menunggu.\n“Vaksin akan tiba besok pagi,” ujarnya kepada wartawan.",
        "Vaksin>Wibisono",
    );
    check("Wibisono datang. Dia mengatakan “vaksin akan tiba besok pagi”.", "vaksin>Wibisono");
    check(
        "Rencana itu digambarkan sebagai “rumit” oleh ajudan Hartono, Santoso.\n“Kami akan membaca semuanya dulu,” katanya.",
        "Kami>Santoso",
    );
}

#[test]
fn speech_goes_on() {
    check(
        "“Vaksin akan tiba besok,” kata Wibisono. “Semua orang akan mendapatkannya.”",
        "Vaksin>Wibisono | Semua>Wibisono",
    );
    check(
        "“Vaksin akan tiba besok,” kata Wibisono.\n\n“Semua orang akan mendapatkannya segera.”",
        "Vaksin>Wibisono | Semua>Wibisono",
    );
    check(
        "“Vaksin akan tiba,” kata Wibisono, “dan semua orang akan mendapatkannya.”",
        "Vaksin>Wibisono | dan>Wibisono",
    );
}

#[test]
fn the_nearest_clause_names_the_speaker() {
    check("Santoso mengutip Wibisono yang mengatakan “vaksin akan tiba besok”.", "vaksin>Wibisono");
    check("Menurut seorang diplomat, Wibisono “tidak akan pernah pergi dari sini”.", "tidak>");
    check("Menurut seorang warga, Wibisono, “vaksin akan tiba besok pagi”.", "vaksin>Wibisono");
    check("Wibisono dituduh Santoso “tidak paham persoalan di lapangan”.", "tidak>Santoso");
    check("Wibisono berpidato. Menurutnya, pemerintah “tidak punya peta yang benar”.", "tidak>Wibisono");
}

#[test]
fn joint_statements_have_two_speakers() {
    check(
        "Wibisono dan Hartono “telah menyepakati kerangka kerja baru”, menurut pernyataan mereka.\nHasilnya bergantung pada “kesiapan semua pihak yang terlibat”, tambah pernyataan itu.",
        "telah>Wibisono+Hartono | kesiapan>Wibisono+Hartono",
    );
}

#[test]
fn counterparts_speak_together() {
    check(
        "Wibisono dan mitranya dari Mawaria, Lina Hartono, mengatakan “ini kabar yang baik”.",
        "ini>Wibisono+Hartono",
    );
    check_en(
        "Reed and her Nordic counterpart, Anna Keller, said it was “a promise to all of us”.",
        "a>Reed+Keller",
    );
}

#[test]
fn roles_stand_for_people() {
    check(
        "Joko Prabu tiba bersama Wibisono.\n“Kami membawa usulan yang baru,” kata utusan itu.",
        "Kami>Prabu",
    );
    check(
        "Lina Hartono menelepon Wibisono.\nPresiden Mawaria menyatakan “tidak ada jalan lain lagi”.",
        "tidak>Hartono",
    );
}

#[test]
fn descriptions_mean_the_one_in_mind() {
    check(
        "Wibisono menilai langkah itu tepat.\n“Ini kabar yang sangat baik,” ucap politikus senior itu.",
        "Ini>Wibisono",
    );
    check_en("Keller denied it. “I have not talked to him,” the minister said.", "I>Keller");
    check(
        "“Panen kita sangat baik,” kata Wibisono. Hartono kemudian pulang.\n“Kami senang sekali mendengarnya,” tambahnya.",
        "Panen>Wibisono | Kami>Wibisono",
    );
}

#[test]
fn a_cue_holds_for_the_parts_before_it() {
    check(
        "Hujan turun.\n“Kebun ini luas sekali.”\n“Semua orang boleh masuk ke sini,” kata Wibisono.",
        "Kebun>Wibisono | Semua>Wibisono",
    );
    check(
        "Hujan turun.\n“Kebun ini luas sekali.”\nHujan turun. “Semua boleh masuk ke sini,” kata Wibisono.",
        "Kebun> | Semua>Wibisono",
    );
}

#[test]
fn own_words_belong_to_the_one_told_of() {
    check("Wibisono membela langkah itu. “Saya harus melakukannya sendiri.”", "Saya>Wibisono");
    check("Hujan turun. “Saya harus melakukannya sendiri.”", "Saya>");
    check_en("Keller left early. “I had to do it alone.”", "I>Keller");
}

#[test]
fn the_channel_is_told() {
    let told = |body: &str, lang: Lang| {
        let structure = structure::read(body, Some(lang));
        let quotes = find(body, &structure, &mentions(body), &actors());
        let why = quotes.first().and_then(|q| q.why.iter().find(|w| w.rule == Rule::QuoteChannel));
        why.map(|w| w.words(Lang::En)).unwrap_or_default()
    };
    assert!(
        told("“Panen kita sangat baik,” kata Wibisono kepada wartawan.", Lang::Id)
            .contains("kepada wartawan")
    );
    assert!(told("“Panen kita sangat baik,” tulis Wibisono di X.", Lang::Id).contains("di X"));
    assert!(
        told("Wibisono mengatakan kepada Bank Nusantara, “panen kita sangat baik”.", Lang::Id)
            .contains("Bank Nusantara")
    );
    assert!(told("“We will open it soon,” Keller wrote on Facebook.", Lang::En).contains("on Facebook"));
    assert_eq!(told("“Panen kita sangat baik,” kata Wibisono di kantor.", Lang::Id), "");
}

#[test]
fn offices_stand_for_their_holders() {
    check(
        "Presiden Lina Hartono tiba. Wibisono menunggu.\n“Jalan ini akan segera dibuka,” kata presiden.",
        "Jalan>Hartono",
    );
    check("Presiden Lina Hartono tiba.\n“Jalan ini akan segera dibuka,” kata Presiden.", "Jalan>Hartono");
    check(
        "Wibisono mengatakan Hartono ingin pergi dan menyebutnya “langkah yang sangat keliru”.",
        "langkah>Wibisono",
    );
    check_en(
        "Bank Nusantara said the rate was “far too high for us”. The Bank Nusantara said it was “far too low for us”.",
        "far>Nusantara | far>Nusantara",
    );
}

#[test]
fn bodies_are_referred_to_as_well() {
    check(
        "Bank Nusantara menaikkan bunga. “Langkah ini memang perlu diambil,” kata lembaga itu.",
        "Langkah>Nusantara",
    );
    check(
        "Bank Nusantara menaikkan bunga. “Langkah ini memang perlu diambil,” kata kementerian itu.",
        "Langkah>",
    );
    check_en(
        "Bank Nusantara raised its rates. “The step was long overdue,” it said in a statement.",
        "The>Nusantara",
    );
    check_en("Bank Nusantara raised its rates. “The step was long overdue,” the bank said.", "The>Nusantara");
    check_en("Bank Nusantara raised its rates. “The step was long overdue,” the ministry said.", "The>");
}

#[test]
fn unknown_stays_unknown() {
    check("“Kami akan membayar semuanya,” kata kementerian itu.", "Kami>");
    check("Para negosiator Mawaria mendesak “komitmen yang benar-benar serius” dari semua.", "komitmen>");
    check("“Saya melihat api di atap,” kata seorang warga.", "Saya>");
    check("“Kami tidak akan berkomentar dulu,” kata seorang ajudan Hartono.", "Kami>");
}

#[test]
fn marks_are_paired_in_spite_of_slips() {
    check("Wibisono menambahkan bahwa vaksin akan tiba ” [dalam] minggu -minggu ini “.", "dalam>Wibisono");
    check("Wibisono mengatakan: “Vaksin akan tiba besok pagi.", "Vaksin>Wibisono");
    check("Wibisono berkata: “Dia bilang “ayo cepat” lalu pergi begitu saja.”", "Dia>Wibisono");
    check("“Kami siap, kata Wibisono. “Ayo kita berangkat sekarang,” katanya.", "Ayo>Wibisono");
}

#[test]
fn words_in_marks_are_not_always_speech() {
    check("Wibisono menonton film “Malam Panjang di Kota” kemarin.", "");
    check("Wibisono hadir dalam diskusi “Hutan Kita dan Masa Depan Kota” kemarin.", "");
    check("Wibisono menjawab dengan peribahasa “sekali mendayung dua tiga pulau terlampaui”.", "");
    check("“Hutan Kita Masa Depan Kota,” kata Wibisono.", "Hutan>Wibisono");
    check("Wibisono menyambut “reformasi” itu.", "");
}

#[test]
fn english_is_read_too() {
    check_en("“We will open the port tomorrow,” said Anna Keller.", "We>Keller");
    check_en("“We will open the port tomorrow,” Keller told reporters.", "We>Keller");
    check_en("Anna Keller met Tom Reed. “We will open the port tomorrow,” she said.", "We>Keller");
    check_en("Keller said: “We will open the port tomorrow.”", "We>Keller");
    check_en("According to Keller, the plan is “good for all of us”.", "good>Keller");
    check_en("'We don't want the leaders' talks to fail,' said Keller's envoy, Tom Reed.", "We>Reed");
    check_en("“We will open the port,” said an aide to Keller.", "We>");
}

#[test]
fn a_word_of_a_known_name_names_its_bearer_behind_the_verb() {
    let told = "Ratna Wibisono tiba di kantor.\n“Vaksin akan tiba besok pagi,” kata";
    check(&format!("{told} Ratna."), "Vaksin>Wibisono");
    check(&format!("{told} Ratna, Senin."), "Vaksin>Wibisono");
    check(&format!("{told} Ratna Dewi."), "Vaksin>");
    check(&format!("{told} Sinta."), "Vaksin>");
}

#[test]
fn a_mark_before_a_word_opens_though_one_was_left_open() {
    check(
        "Ia membaca ”Laut Tenang sampai tamat.\n”(Vaksin) akan tiba besok pagi,” kata Wibisono.",
        "Vaksin>Wibisono",
    );
    check("Ia membaca ”Laut Tenang di kantor. ”Vaksin akan tiba pagi,” kata Wibisono.", "Vaksin>Wibisono");
}

proptest! {
    #[test]
    fn any_text_is_read(body in "([“”\"'‘’«»,.: ]|kata|katanya|Ratna Wibisono|menurut|\\PC|\n){0,60}") {
        let quotes = {
            let structure: Structure = structure::read(&body, None);
            find(&body, &structure, &mentions(&body), &actors())
        };
        let mut end = 0;
        for quote in &quotes {
            prop_assert!(quote.span.start >= end && quote.span.end as usize <= body.len());
            prop_assert!(!quote.span.of(&body).is_empty() && !quote.why.is_empty());
            prop_assert!(quote.cue.is_none_or(|c| !c.of(&body).is_empty()));
            end = quote.span.end;
        }
    }
}

#[test]
fn work_grows_with_the_text_not_with_its_square() {
    for part in
        ["“a ", "a” ", "a \"", "“a b c d,” katanya ", "'s' ", "Wibisono, ", "dan ", "menurut “a b c d” "]
    {
        work::assert_in_proportion(part, 500, |times| {
            let body = part.repeat(times);
            let mentions = mentions(&body);
            let structure = structure::read(&body, Some(Lang::Id));
            find(&body, &structure, &mentions, &actors());
        });
    }
}

/// To whom or where each quote of the text was given, and whether that is a place.
fn addressees(body: &str, lang: Lang) -> Vec<Option<(String, bool)>> {
    let structure = structure::read(body, Some(lang));
    let found = find(body, &structure, &mentions(body), &actors());
    found.iter().map(|q| q.to.map(|to| (to.span.of(body).to_string(), to.is_place))).collect()
}

#[test]
fn to_whom_the_words_were_given() {
    let told = |body: &str, lang| match addressees(body, lang).as_slice() {
        [to] => to.clone(),
        other => panic!("{body}: {other:?}"),
    };
    let whom = |name: &str| Some((name.to_string(), false));
    for (body, name) in [
        ("“Kami siap membantu semua warga,” kata Ratna Wibisono kepada wartawan, Senin.", "wartawan"),
        ("“Kami siap membantu semua warga,” katanya kepada kantor berita Bank Nusantara.", "Bank Nusantara"),
        ("“Kami siap membantu semua warga,” kata Ratna Wibisono kepada awak media.", "media"),
        ("“Kami siap membantu semua warga,” ujar Ratna kepada Presiden Lina Hartono.", "Lina Hartono"),
        (
            "Ratna Wibisono mengatakan kepada Harian Fajar bahwa “kami siap membantu semua warga”.",
            "Harian Fajar",
        ),
        (
            "Dalam wawancara dengan Bank Nusantara, Ratna berkata: “Kami siap membantu semua warga.”",
            "Bank Nusantara",
        ),
    ] {
        assert_eq!(told(body, Lang::Id), whom(name), "{body}");
    }
    for (body, name) in [
        ("“We are ready to help everybody,” Keller told reporters on Monday.", "reporters"),
        ("“We are ready to help everybody,” Anna Keller told the Morning Gazette.", "Morning Gazette"),
        (
            "“We are ready to help everybody,” Keller said in an interview with Bank Nusantara.",
            "Bank Nusantara",
        ),
    ] {
        assert_eq!(told(body, Lang::En), whom(name), "{body}");
    }
}

#[test]
fn where_the_words_were_given() {
    let place = |name: &str| vec![Some((name.to_string(), true))];
    let told = addressees("“Kami siap membantu semua warga,” tulis Ratna Wibisono di X.", Lang::Id);
    assert_eq!(told, place("X"));
    let told =
        addressees("Menulis di media sosial, Ratna berkata: “Kami siap membantu semua warga.”", Lang::Id);
    assert_eq!(told, place("media sosial"));
    let told = addressees("“We are ready to help everybody,” Keller wrote on Truth Social.", Lang::En);
    assert_eq!(told, place("Truth Social"));
}

#[test]
fn what_is_handed_over_to_somebody_is_not_said_to_them() {
    for body in [
        "“Kami siap membantu semua warga,” kata Ratna, yang menyerahkan surat itu kepada Lina Hartono.",
        "Ratna menyerahkan surat kepada Lina Hartono dan berkata: “Kami siap membantu semua warga.”",
    ] {
        assert_eq!(addressees(body, Lang::Id), [None], "{body}");
    }
}

#[test]
fn english_names_set_off_and_verbs_of_any_kind_tell_who_spoke() {
    check_en("“The bridge is safe to use again,” said the engineer in charge, Anna Keller.", "The>Keller");
    check_en("Tom Reed spoke first. “It hurts us every single day,” he went on.", "It>Reed");
    check_en("Anna Keller met Tom Reed. “Nobody told us anything,” Reed shrugged.", "Nobody>Reed");
    check_en("Police chief Tom Reed said officers “acted by the book from start to end”.", "acted>Reed");
}

#[test]
fn who_is_given_as_the_source_goes_on_to_speak() {
    check(
        "Lina Hartono datang. Menurut Ratna Wibisono, vaksin itu aman. “Kami sudah mengujinya,” katanya.",
        "Kami>Wibisono",
    );
}

#[test]
fn who_speaks_by_how_it_is_told() {
    let mut faults = Vec::new();
    for row in include_str!("tests/kinds.tsv").lines().filter(|l| !l.starts_with('#')) {
        let [kind, tag, body, expected] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not four columns: {row}");
        };
        let body = body.replace("\\n", "\n");
        let got = told(Lang::from_tag(tag).unwrap(), &body);
        if got != expected {
            faults.push(format!("{kind}: {body}\n    expected {expected}\n    told     {got}"));
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}
