use super::super::{Actor, ActorId, ActorKind, Contact, ContactStatus, Mention, Timex};
use super::{Told, find};
use crate::annotate::work;
use crate::calendar::{Day, Grain, Interval, Lang};
use crate::structure;
use crate::text::Span;
use crate::why::Rule;
use proptest::prelude::*;

const CAST: &[(&str, ActorKind, &[&str])] = &[
    ("Ratna Wibisono", ActorKind::Person, &["Menteri Kesehatan"]),
    ("Bagas Santoso", ActorKind::Person, &["juru bicara kementerian"]),
    ("Lina Hartono", ActorKind::Person, &["Presiden Mawaria"]),
    ("Joko Prabu", ActorKind::Person, &["utusan khusus"]),
    ("Anna Keller", ActorKind::Person, &["President of Mawaria"]),
    ("Tom Reed", ActorKind::Person, &["envoy"]),
    ("Mawaria", ActorKind::Place, &[]),
    ("Kotabumi", ActorKind::Place, &[]),
    ("Negeria", ActorKind::Place, &[]),
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

fn mentions(body: &str) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for (id, (name, kind, _)) in CAST.iter().enumerate() {
        for form in [*name, name.rsplit(' ').next().unwrap()] {
            for (at, _) in body.match_indices(form) {
                let span = Span::new(at, at + form.len());
                let whole = !body[at + form.len()..].starts_with(char::is_alphabetic);
                if whole && !found.iter().any(|m| m.span.overlaps(span)) {
                    let actor = ActorId(id as u32);
                    found.push(Mention { span, actor, kind: *kind, government: false, why: Vec::new() });
                }
            }
        }
    }
    found.sort_by_key(|m| m.span);
    found
}

fn read(body: &str, lang: Lang) -> Vec<Contact> {
    let structure = structure::read(body, Some(lang));
    let day = Day::from_ymd_opt(2031, 5, 6).map(Interval::day);
    let timexes: Vec<Timex> = body
        .match_indices("Selasa")
        .map(|(at, w)| Timex {
            span: Span::new(at, at + w.len()),
            value: day,
            grain: Grain::Day,
            why: vec![],
        })
        .collect();
    let mentions = mentions(body);
    find(
        &Told { body, structure: &structure, mentions: &mentions, timexes: &timexes, published: day },
        &actors(),
    )
}

/// "a+a-b+b status channel", joined by " | "; "-" for a channel that isn't told.
fn told(lang: Lang, body: &str) -> String {
    let last = |id: &ActorId| CAST[id.index()].0.rsplit(' ').next().unwrap();
    let names = |ids: &[ActorId]| ids.iter().map(last).collect::<Vec<_>>().join("+");
    let got: Vec<String> = read(body, lang)
        .iter()
        .map(|c| {
            let channel = c.channel.as_deref().unwrap_or("-");
            format!("{}-{} {} {channel}", names(&c.a), names(&c.b), c.status.code())
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
fn verbs_of_meeting() {
    check("Wibisono bertemu dengan Santoso di Kotabumi.", "Wibisono-Santoso happened in-person");
    check("Wibisono menemui Santoso kemarin.", "Wibisono-Santoso happened in-person");
    check("Wibisono menelepon Santoso.", "Wibisono-Santoso happened phone");
    check("Wibisono dan Santoso bertemu secara virtual.", "Wibisono-Santoso happened virtual");
    check("Prabu, yang bertemu dengan Hartono, memuji Santoso.", "Prabu-Hartono happened in-person");
    check(
        "Prabu bertemu Wibisono, yang sehari sebelumnya menerima Hartono.",
        "Prabu-Wibisono happened in-person | Wibisono-Hartono happened in-person",
    );
    check("Prabu diterima oleh Hartono di istana.", "Prabu-Hartono happened in-person");
    check("Wibisono dan Santoso membahasnya lewat sambungan telepon.", "Wibisono-Santoso happened phone");
    check("Wibisono menyurati Hartono.", "Wibisono-Hartono happened written");
    check("Hartono telah dihubungi Wibisono lewat telepon.", "Hartono-Wibisono happened phone");
    check("Wibisono mengaku sudah dihubungi oleh Hartono.", "Wibisono-Hartono happened phone");
    check("“Belum tahu,” kata Wibisono saat dihubungi wartawan.", "");
    check("“Belum tahu,” kata Wibisono saat dihubungi Negeria.", "");
    check("Setelah bertemu dengan Hartono, Prabu pulang.", "Prabu-Hartono happened in-person");
}

#[test]
fn nouns_of_meeting() {
    check("Pertemuan antara Wibisono dan Santoso berlangsung hangat.", "Wibisono-Santoso happened in-person");
    check("Wibisono melakukan panggilan telepon dengan Santoso.", "Wibisono-Santoso happened phone");
    check("Wibisono dan Santoso menggelar pembicaraan.", "Wibisono-Santoso happened -");
    check(
        "Wibisono memberi pengarahan kepada Hartono, Santoso, dan Prabu.",
        "Wibisono-Hartono+Santoso+Prabu happened briefing",
    );
    check("Wibisono mengirim surat kepada Hartono.", "Wibisono-Hartono happened written");
    check(
        "Wibisono akan bergabung dengan Santoso dan Prabu dalam pembicaraan.",
        "Wibisono-Santoso+Prabu planned -",
    );
    check("Wibisono menerima telepon dari Hartono di istana.", "Wibisono-Hartono happened phone");
    check(
        "Wibisono menerima kunjungan Presiden Mawaria Lina Hartono.",
        "Wibisono-Hartono happened in-person",
    );
    check("Dalam pertemuan dengan Hartono, Wibisono tertawa.", "Wibisono-Hartono happened in-person");
}

#[test]
fn what_did_not_happen() {
    check("Wibisono akan bertemu dengan Santoso.", "Wibisono-Santoso planned in-person");
    check("Wibisono dijadwalkan menemui Santoso besok.", "Wibisono-Santoso planned in-person");
    check("Wibisono terbuka untuk pembicaraan dengan Hartono.", "Wibisono-Hartono discussed -");
    check("Wibisono menolak bertemu dengan Hartono.", "Wibisono-Hartono denied in-person");
    check("Wibisono tidak pernah bertemu dengan Hartono.", "Wibisono-Hartono denied in-person");
    check("Pertemuan antara Wibisono dan Hartono dibatalkan.", "Wibisono-Hartono denied in-person");
    check("Wibisono membantah bahwa ia bertemu dengan Hartono.", "Wibisono-Hartono denied in-person");
    check("Wibisono mengatakan “Santoso bertemu dengan Hartono”.", "");
}

#[test]
fn a_name_in_a_title_is_not_there() {
    check(
        "Wibisono bertemu dengan utusan Presiden Mawaria Lina Hartono, Joko Prabu, pada Selasa.",
        "Wibisono-Prabu happened in-person",
    );
    check(
        "Wibisono bertemu dengan ajudan Hartono, Santoso, serta menantu presiden, Prabu.",
        "Wibisono-Santoso+Prabu happened in-person",
    );
    check("Wibisono bertemu dengan seorang ajudan Hartono.", "");
    check(
        "Wibisono dan penasihat Hartono, Prabu, bertemu dengan Santoso.",
        "Wibisono+Prabu-Santoso happened in-person",
    );
    check(
        "Wibisono bertemu dengan delegasi Negeria, yang dipimpin oleh Bagas Santoso.",
        "Wibisono-Negeria+Santoso happened in-person",
    );
}

#[test]
fn those_named_before() {
    check("Hartono datang. Ia kemudian bertemu dengan Prabu.", "Hartono-Prabu happened in-person");
    check(
        "Wibisono bertemu dengan Santoso dan Prabu. Ketiganya berbicara lagi.",
        "Wibisono-Santoso+Prabu happened in-person | Wibisono-Santoso+Prabu happened -",
    );
    check(
        "Wibisono bertemu dengan Santoso. Ia kemudian secara terpisah dengan Prabu.",
        "Wibisono-Santoso happened in-person | Wibisono-Prabu happened in-person",
    );
    check(
        "Tim perunding Negeria akan bertemu dengan rekan-rekan dari Mawaria.",
        "Negeria-Mawaria planned in-person",
    );
}

#[test]
fn other_words_tell_of_no_contact() {
    check("Wibisono menerima usulan Hartono.", "");
    check("Wibisono dan Santoso bertemu dengan wartawan.", "");
    check("Wibisono dan Santoso menemui keluarga korban.", "");
    check("Wibisono dan Santoso bertemu warga.", "");
    check("Wibisono dan Santoso berbicara kepada wartawan.", "");
    check("Wibisono dan Santoso berbicara dalam sidang umum.", "");
    check("Wibisono dan Santoso berbicara lewat telepon.", "Wibisono-Santoso happened phone");
    check_en("Keller and Reed spoke to reporters.", "");
    check_en("Keller and Reed spoke by phone.", "Keller-Reed happened phone");
    check_en("Keller and Reed met with business leaders.", "");
    check_en("Keller and Reed met on Monday.", "Keller-Reed happened in-person");
    check("Wibisono mengunjungi Kotabumi.", "");
    check("Wibisono berbicara kepada wartawan tentang Hartono.", "");
    check("Santoso bergabung dengan partai Hartono.", "");
}

#[test]
fn the_clause_has_an_end() {
    check(
        "Wibisono bertemu Santoso dan Prabu mengatakan hasilnya baik.",
        "Wibisono-Santoso happened in-person",
    );
    check("Wibisono bertemu Santoso dan Prabu akan menyusul.", "Wibisono-Santoso happened in-person");
    check("Wibisono bertemu Santoso dan Prabu di istana.", "Wibisono-Santoso+Prabu happened in-person");
    check(
        "Hartono menilai pertemuan Menteri Kesehatan Wibisono dengan Santoso penting.",
        "Wibisono-Santoso happened in-person",
    );
    check("Hartono mempertemukan Wibisono dan Santoso di istana.", "Wibisono-Santoso happened in-person");
    check(
        "Pertemuan antara Wibisono dengan Santoso berlangsung singkat.",
        "Wibisono-Santoso happened in-person",
    );
    check("Santoso mengatakan komandannya telah bertemu dengan Prabu.", "");
    check("Santoso mengatakan panglima militer sudah berbicara dengan Prabu.", "");
    check(
        "Hartono datang. Santoso mengatakan presiden itu telah bertemu dengan Prabu.",
        "Hartono-Prabu happened in-person",
    );
    check("Santoso mengatakan telah bertemu dengan Prabu.", "Santoso-Prabu happened in-person");
    check("Santoso mengaku bertemu dengan Dr. Prabu.", "Santoso-Prabu happened in-person");
    check("Santoso menyatakan tiga hari pembicaraan dengan Prabu lancar.", "Santoso-Prabu happened -");
    check(
        "Wibisono bertemu dengan mitranya dari Mawaria, Lina Hartono.",
        "Wibisono-Hartono happened in-person",
    );
    check("Hartono tiba. Wibisono menemui presiden itu di istana.", "Wibisono-Hartono happened in-person");
}

#[test]
fn denials_and_plans_reach_as_far_as_their_clause() {
    check("Wibisono membantah kabar bahwa ia bertemu dengan Hartono.", "Wibisono-Hartono denied in-person");
    check("Wibisono tidak membantah bahwa ia bertemu dengan Hartono.", "Wibisono-Hartono happened in-person");
    check("Wibisono tidak hanya bertemu Hartono.", "Wibisono-Hartono happened in-person");
    // What somebody doesn't speak of isn't told to have been.
    check("Prabu datang. Dia tidak menyebutkan pembicaraannya dengan Hartono.", "");
    check("Wibisono tidak mengatakan apa pun tentang pertemuan dengan Hartono.", "");
    check("Wibisono menyebutkan pertemuannya dengan Hartono.", "Wibisono-Hartono happened in-person");
    check_en("Keller did not mention her meeting with Reed.", "");
    check("Wibisono tidak membocorkan isi pembicaraan dengan Hartono.", "Wibisono-Hartono happened -");
    check("Wibisono belum dijadwalkan bertemu dengan Hartono.", "Wibisono-Hartono denied in-person");
    check(
        "Pertemuan Wibisono dan Hartono tidak menghasilkan kesepakatan.",
        "Wibisono-Hartono happened in-person",
    );
    check("Pertemuan bilateral Wibisono dan Hartono batal.", "Wibisono-Hartono denied in-person");
    check("Wibisono bertolak ke Kotabumi untuk bertemu Hartono.", "Wibisono-Hartono planned in-person");
    check("Wibisono menunggu jadwal pertemuan dengan Hartono.", "Wibisono-Hartono planned in-person");
    check("Wibisono mengatakan dirinya siap bertemu Hartono.", "Wibisono-Hartono discussed in-person");
    check(
        "Wibisono mengatakan Santoso dan Prabu akan bertemu di Kotabumi.",
        "Santoso-Prabu planned in-person",
    );
    check("Namun Wibisono menolak bertemu Hartono.", "Wibisono-Hartono denied in-person");
    check(
        "Wibisono berbicara dengan Menteri Negeria H. Joko Prabu melalui sambungan telepon.",
        "Wibisono-Prabu happened phone",
    );
    check("Wibisono bertemu empat mata dengan Hartono.", "Wibisono-Hartono happened in-person");
    check(
        "Wibisono menerima kunjungan kenegaraan Presiden Lina Hartono.",
        "Wibisono-Hartono happened in-person",
    );
    check(
        "Pertemuan antara Wibisono dan Hartono tidak menghasilkan kesepakatan.",
        "Wibisono-Hartono happened in-person",
    );
    check("Pertemuan antara Wibisono dan Hartono tidak jadi digelar.", "Wibisono-Hartono denied in-person");
    check(
        "Pertemuan antara Wibisono dan Hartono, yang semula dijadwalkan Rabu, ditunda.",
        "Wibisono-Hartono denied in-person",
    );
    check("Kabar pertemuan Wibisono dan Hartono dibantah istana.", "Wibisono-Hartono denied in-person");
    check(
        "Laporan bahwa Wibisono bertemu dengan Hartono dibantah istana.",
        "Wibisono-Hartono denied in-person",
    );
    check("Wibisono bertemu dengan Hartono. Kabar itu dibantah istana.", "Wibisono-Hartono denied in-person");
    check(
        "Wibisono bertemu dengan Hartono. Istana membantah laporan itu.",
        "Wibisono-Hartono denied in-person",
    );
    check(
        "Wibisono bertemu dengan Hartono. Istana tidak membantah laporan itu.",
        "Wibisono-Hartono happened in-person",
    );
    check(
        "Wibisono bertemu dengan Hartono. Pertemuan itu berlangsung hangat.",
        "Wibisono-Hartono happened in-person",
    );
    check(
        "Wibisono akan bertemu dengan Hartono. Pertemuan itu kemudian dibatalkan.",
        "Wibisono-Hartono denied in-person",
    );
    check("Wibisono menilai pertemuan dengan Hartono belum perlu.", "Wibisono-Hartono denied in-person");
    check("Rencananya, Wibisono bertemu dengan Hartono.", "Wibisono-Hartono planned in-person");
    check("Wibisono bertemu dengan Hartono besok.", "Wibisono-Hartono planned in-person");
    check("Wibisono bertemu dengan Hartono pekan depan.", "Wibisono-Hartono planned in-person");
    check("Jika hujan reda, Wibisono bertemu dengan Hartono.", "Wibisono-Hartono discussed in-person");
    check("Wibisono sedianya bertemu dengan Hartono, tetapi batal.", "Wibisono-Hartono denied in-person");
    check(
        "Menjelang pertemuan antara Wibisono dan Hartono, jalan ditutup.",
        "Wibisono-Hartono planned in-person",
    );
    check(
        "Menjelang pertemuan antara Wibisono dan Hartono pada Selasa, jalan ditutup.",
        "Wibisono-Hartono happened in-person",
    );
    check("Wibisono tidak menutup kemungkinan bertemu Hartono.", "Wibisono-Hartono discussed in-person");
    check("Wibisono tidak menolak bertemu Hartono.", "Wibisono-Hartono happened in-person");
    check("Prabu menunggu sebelum Wibisono dan Hartono bertemu.", "Wibisono-Hartono planned in-person");
    check("Prabu bekerja agar Wibisono bertemu Hartono.", "Wibisono-Hartono discussed in-person");
    check("Prabu melarang Wibisono bertemu Hartono.", "Wibisono-Hartono denied in-person");
    check("Wibisono menolak berjabat tangan dengan Hartono.", "Wibisono-Hartono denied in-person");
    check(
        "Wibisono disebut akan bertemu Hartono, tetapi istana membantah.",
        "Wibisono-Hartono denied in-person",
    );
}

#[test]
fn a_day_behind_the_article_is_still_to_come() {
    let status = |published: &str| {
        let body = "Wibisono bertemu dengan Prabu pada Selasa.";
        let structure = structure::read(body, Some(Lang::Id));
        let at = body.find("Selasa").unwrap();
        let value = Day::from_ymd_opt(2031, 5, 6).map(Interval::day);
        let timex = Timex { span: Span::new(at, at + 6), value, grain: Grain::Day, why: vec![] };
        let published = published.parse().ok().map(Interval::day);
        let mentions = mentions(body);
        let told = Told { body, structure: &structure, mentions: &mentions, timexes: &[timex], published };
        find(&told, &actors()).first().map(|c| c.status)
    };
    assert_eq!(status("2031-05-05"), Some(ContactStatus::Planned));
    assert_eq!(status("2031-05-06"), Some(ContactStatus::Happened));
}

#[test]
fn english_is_read_too() {
    check_en("Keller met Reed in Kotabumi.", "Keller-Reed happened in-person");
    check_en("Keller will meet with Reed on Monday.", "Keller-Reed planned in-person");
    check_en("Keller spoke with Reed by phone.", "Keller-Reed happened phone");
    check_en("Talks between Keller and Reed were cancelled.", "Keller-Reed denied -");
    check_en("Keller briefed Reed.", "Keller-Reed happened briefing");
    check_en("Keller refused to meet Reed.", "Keller-Reed denied in-person");
    check_en("Keller held talks with Reed.", "Keller-Reed happened -");
    check_en("Reed met with an aide to Keller.", "");
    check_en(
        "Mawarian Prime Minister Anna Keller met Negerian Foreign Minister Tom Reed.",
        "Keller-Reed happened in-person",
    );
    check_en("Reed met Keller's chief of staff, Lina Hartono.", "Reed-Hartono happened in-person");
    check_en("Reed spoke by telephone with Keller.", "Reed-Keller happened phone");
    check_en(
        "The group's negotiator, Tom Reed, declined to meet Keller face to face.",
        "Reed-Keller denied in-person",
    );
    check_en(
        "Reed said on Monday after talks with his Mawarian counterpart, Anna Keller.",
        "Reed-Keller happened -",
    );
    check_en(
        "Keller, president of Mawaria, arrived. Reed is due to meet the president on Sunday.",
        "Reed-Keller planned in-person",
    );
    check_en("Keller refused to sit down with Reed.", "Keller-Reed denied in-person");
    check_en("Keller shook hands with Reed.", "Keller-Reed happened in-person");
    check_en("Keller shook her head about Reed.", "");
    check_en("A meeting between Keller and Reed was called off.", "Keller-Reed denied in-person");
    check_en("Keller denied ever meeting Reed.", "Keller-Reed denied in-person");
    check_en("Keller, after meeting Reed, said little.", "Keller-Reed happened in-person");
    check_en("Keller's meeting with Reed lasted two hours.", "Keller-Reed happened in-person");
    check_en("Reed was received by Keller at the airport.", "Reed-Keller happened in-person");
    check_en("Keller will host Reed.", "Keller-Reed planned in-person");
    check_en("But Keller declined to meet Reed.", "Keller-Reed denied in-person");
    check_en("Keller to meet Reed.", "Keller-Reed planned in-person");
    check_en("Keller will be meeting Reed.", "Keller-Reed planned in-person");
    check_en("Keller called Reed on Monday.", "Keller-Reed happened phone");
    check_en("Keller called Reed a liar.", "");
    check_en("Spokesman Reed said the minister had met Keller.", "");
    check_en("Keller met Reed next week.", "Keller-Reed planned in-person");
    check_en("A summit between Keller and Reed has not taken place.", "Keller-Reed denied in-person");
    check_en("Keller met Gen. Tom Reed at the palace.", "Keller-Reed happened in-person");
    check_en("Keller met Reed and Hartono said it went well.", "Keller-Reed happened in-person");
    check_en("Keller denied reports that she had met Reed.", "Keller-Reed denied in-person");
}

#[test]
fn time_and_place_come_from_the_sentence_or_the_next() {
    let told = |body: &str| {
        let contacts = read(body, Lang::Id);
        let first = contacts.first().unwrap();
        (first.when.is_some(), first.place.map(|p| CAST[p.index()].0))
    };
    assert_eq!(told("Wibisono bertemu dengan Prabu di Kotabumi pada Selasa."), (true, Some("Kotabumi")));
    assert_eq!(
        told("Wibisono bertemu dengan Prabu. Pertemuan Selasa di Kotabumi itu singkat."),
        (true, Some("Kotabumi"))
    );
    assert_eq!(told("Wibisono bertemu dengan Prabu untuk membahas banjir di Kotabumi."), (false, None));
}

proptest! {
    #[test]
    fn any_text_is_read(body in "([“”\"'’,.: ]|bertemu|dengan|antara|dan|Ratna Wibisono|Santoso|pertemuan|yang|Ia |\\PC|\n){0,60}") {
        for contact in read(&body, Lang::Id) {
            prop_assert!(contact.span.end as usize <= body.len() && !contact.span.of(&body).is_empty());
            prop_assert!(!contact.a.is_empty() && !contact.b.is_empty() && !contact.why.is_empty());
            prop_assert!(contact.a.iter().all(|x| !contact.b.contains(x)));
            // Nobody takes part who isn't named in the sentence or in the story before it.
            let known = mentions(&body);
            let named = |x: &ActorId| known.iter().any(|m| m.actor == *x && m.span.start < contact.span.end);
            prop_assert!(contact.a.iter().chain(&contact.b).all(named));
            let own = |x: &ActorId| known.iter().any(|m| m.actor == *x && m.span.start >= contact.span.start && m.span.end <= contact.span.end);
            let referred = contact.why.iter().any(|w| matches!(w.rule, Rule::ContactPronoun | Rule::ContactGroup));
            prop_assert!(referred || contact.a.iter().chain(&contact.b).all(own));
        }
    }
}

#[test]
fn work_grows_with_the_text_not_with_its_square() {
    for part in [
        "Wibisono, ",
        "bertemu ",
        "Wibisono bertemu dengan Santoso ",
        "pertemuan antara ",
        "dan Santoso ",
        "mengatakan Wibisono bertemu ",
        "Wibisono dan mitranya dari ",
        "pertemuan itu batal ",
    ] {
        work::assert_in_proportion(part, 300, |times| {
            let body = part.repeat(times);
            let mut all: Vec<Mention> = Vec::new();
            for at in (0..times).map(|i| i * part.len()) {
                all.extend(mentions(part).into_iter().map(|m| {
                    let span = Span::new(m.span.start as usize + at, m.span.end as usize + at);
                    Mention { span, ..m }
                }));
            }
            let structure = structure::read(&body, Some(Lang::Id));
            let told =
                Told { body: &body, structure: &structure, mentions: &all, timexes: &[], published: None };
            find(&told, &actors());
        });
    }
}

#[test]
fn who_is_sent_or_told_to_meet_somebody_is_the_one_who_does() {
    check("Hartono mengutus Prabu menemui Santoso di Kotabumi.", "Prabu-Santoso discussed in-person");
    check("Hartono menugaskan Prabu bertemu dengan Santoso.", "Prabu-Santoso discussed in-person");
    check("Andai Wibisono bertemu Santoso, masalah selesai.", "Wibisono-Santoso discussed in-person");
    check("Wibisono menyalami Santoso di Kotabumi.", "Wibisono-Santoso happened in-person");
}

#[test]
fn a_headline_tells_only_what_the_story_doesnt() {
    let story =
        "Wibisono bertemu Hartono\n\nRatna Wibisono menemui Joko Prabu di Kotabumi pada hari Selasa itu.";
    check(story, "Wibisono-Prabu happened in-person");
    let alone =
        "Wibisono bertemu Hartono\n\nRatna Wibisono tidak banyak bicara di Kotabumi pada hari Selasa itu.";
    check(alone, "Wibisono-Hartono happened in-person");
}

/// The table of kinds: every row right, and none that only speaks of a contact told as one that was.
#[test]
fn what_is_told_of_a_contact_by_kind() {
    let mut faults = Vec::new();
    let rows = include_str!("tests/kinds.tsv").lines().filter(|l| !l.starts_with('#'));
    for row in rows {
        let [kind, tag, body, expected] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not four columns: {row}");
        };
        let got = told(Lang::from_tag(tag).unwrap(), body);
        let never = matches!(kind, "batal" | "tolak" | "andai" | "bukan") && got.contains("happened");
        if got != expected || never {
            faults.push(format!("{kind}: {body}\n    expected {expected}\n    told     {got}"));
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}
