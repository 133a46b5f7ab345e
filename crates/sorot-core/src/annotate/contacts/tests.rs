use super::super::{Actor, ActorId, ActorKind, Contact, Mention, Timex};
use super::{Told, find};
use crate::calendar::{Day, Grain, Interval, Lang};
use crate::structure;
use crate::text::Span;
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
    find(&Told { body, structure: &structure, mentions: &mentions, timexes: &timexes }, &actors())
}

/// `expected`: "a+a-b+b status channel", joined by " | "; "-" for a channel that isn't told.
#[track_caller]
fn check_in(lang: Lang, body: &str, expected: &str) {
    let last = |id: &ActorId| CAST[id.index()].0.rsplit(' ').next().unwrap();
    let names = |ids: &[ActorId]| ids.iter().map(last).collect::<Vec<_>>().join("+");
    let got: Vec<String> = read(body, lang)
        .iter()
        .map(|c| {
            let channel = c.channel.as_deref().unwrap_or("-");
            format!("{}-{} {} {channel}", names(&c.a), names(&c.b), c.status.code())
        })
        .collect();
    assert_eq!(got.join(" | "), expected, "{body}");
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
    check("Prabu diterima oleh Hartono di istana.", "Prabu-Hartono happened in-person");
    check("Wibisono dan Santoso membahasnya lewat sambungan telepon.", "Wibisono-Santoso happened phone");
    check("Wibisono menyurati Hartono.", "Wibisono-Hartono happened written");
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
    check("Wibisono mengunjungi Kotabumi.", "");
    check("Wibisono berbicara kepada wartawan tentang Hartono.", "");
    check("Santoso bergabung dengan partai Hartono.", "");
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
        }
    }
}

#[test]
fn long_text_costs_no_more_per_character() {
    let time = |part: &str, times: usize| {
        let body = part.repeat(times);
        let mut all: Vec<Mention> = Vec::new();
        for at in (0..times).map(|i| i * part.len()) {
            all.extend(mentions(part).into_iter().map(|m| {
                let span = Span::new(m.span.start as usize + at, m.span.end as usize + at);
                Mention { span, ..m }
            }));
        }
        let structure = structure::read(&body, Some(Lang::Id));
        let start = std::time::Instant::now();
        let told = Told { body: &body, structure: &structure, mentions: &all, timexes: &[] };
        find(&told, &actors());
        start.elapsed().as_secs_f64()
    };
    for part in
        ["Wibisono, ", "bertemu ", "Wibisono bertemu dengan Santoso ", "pertemuan antara ", "dan Santoso "]
    {
        let (short, long) = (time(part, 1_000), time(part, 8_000));
        assert!(long < short * 40.0 + 0.5, "{part}: {short} s, then {long} s");
    }
}
