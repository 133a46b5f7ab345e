use super::*;
use crate::calendar::Lang;
use crate::structure;
use proptest::prelude::*;

/// The names of one text as "P:name", "O:name", "L:name" (a place), a government with "!".
fn names(text: &str, lang: Lang) -> Vec<String> {
    let structure = structure::read(text, Some(lang));
    let letter = |n: &Name| match n.kind {
        ActorKind::Person => "P",
        ActorKind::Organisation => "O",
        ActorKind::Place => "L",
    };
    let show = |n: &Name| {
        let government = if n.government { "!" } else { "" };
        format!("{}{}:{}", letter(n), government, n.span.of(text))
    };
    find(text, &structure).story.iter().map(show).collect()
}

fn check_in(lang: Lang, text: &str, expected: &[&str]) {
    assert_eq!(names(text, lang), expected, "{text}");
}

/// Indonesian.
fn check(text: &str, expected: &[&str]) {
    check_in(Lang::Id, text, expected);
}

#[test]
fn titles_and_states_are_cut_from_persons() {
    check("Presiden Peru Anton Ruiz tiba.", &["L:Peru", "P:Anton Ruiz"]);
    check("Kemarin Perdana Menteri Kanada Sir Adam Weld tiba.", &["L:Kanada", "P:Adam Weld"]);
    check("Menteri Luar Negeri AS Dora Finn tiba.", &["L:AS", "P:Dora Finn"]);
    check("kepala staf Gedung Putih Dora Finn tiba.", &["O:Gedung Putih", "P:Dora Finn"]);
    check("Gubernur Lampung Rina Suryani tiba.", &["L:Lampung", "P:Rina Suryani"]);
    check("Presiden Kenya, Dora Finn, tiba.", &["L:Kenya", "P:Dora Finn"]);
    check("UTUSAN khusus Amerika Serikat Dora Finn tiba.", &["L:Amerika Serikat", "P:Dora Finn"]);
    check("Kepala Badan Meteorologi Peru Ana Diaz tiba.", &["O:Badan Meteorologi Peru", "P:Ana Diaz"]);
}

#[test]
fn what_stands_between_an_office_and_its_body_is_the_offices() {
    check("Kepala Manajemen PBB Dora Finn tiba.", &["O:PBB", "P:Dora Finn"]);
    check("Kepala Urusan Strategis Gedung Putih Dora Finn tiba.", &["O:Gedung Putih", "P:Dora Finn"]);
    check("Wartawan Gedung Putih untuk CNN, Dora Finn, tiba.", &["O:Gedung Putih", "O:CNN", "P:Dora Finn"]);
    check("Pertemuan Ruiz PBB batal, kata Anton Ruiz.", &["P:Ruiz", "O:PBB", "P:Anton Ruiz"]);
}

#[test]
fn a_verb_begins_the_sentence_and_no_name() {
    check("Melansir AFP, harga naik.", &["O:AFP"]);
    check("Mengutip Reuters, harga naik.", &["O:Reuters"]);
    check("Belakangan, Peru menolak.", &["L:Peru"]);
    check("Lecce, Bari dan Peru menolak.", &["L:Lecce", "L:Bari", "L:Peru"]);
    check("Ratusan warga Rohingya mengungsi. Milisi Syiah menyerang.", &[]);
}

#[test]
fn a_title_can_be_somebodys_name() {
    check("Anton Tun tiba. Menurut Tun, jalan rusak.", &["P:Anton Tun", "P:Tun"]);
    check("Anton Tun tiba. Menurut Tun Razak, jalan rusak.", &["P:Anton Tun", "P:Razak"]);
}

#[test]
fn capitals_and_money() {
    check("Nilainya US$ 256 juta, di Peru US$300 juta.", &["L:Peru"]);
    check("Perang pecah di Ibu Kota Kenya, Nairobi.", &["L:Kenya", "L:Nairobi"]);
    check("Konvoi tiba di Kota Wonoasri.", &["L:Kota Wonoasri"]);
}

#[test]
fn what_is_quoted_from_is_a_medium() {
    check("Harga naik, dikutip Mandala, Rabu.", &["O:Mandala"]);
    check("Harga naik, seperti dilansir Mandala.", &["O:Mandala"]);
}

#[test]
fn foreign_names_are_read_whole() {
    check("Menurut laporan, Ursula van der Meer hadir.", &["P:Ursula van der Meer"]);
    check("Emir Hamad bin Jasim Al Marri hadir.", &["P:Hamad bin Jasim Al Marri"]);
    check("Presiden Park Ki-hoon hadir.", &["P:Park Ki-hoon"]);
    check("Kemarin Marie-Claire Dubois hadir.", &["P:Marie-Claire Dubois"]);
    check("Kemarin J. R. Hartono hadir.", &["P:J. R. Hartono"]);
    check("Wakil presiden JD Coleman hadir.", &["P:JD Coleman"]);
    check("Gubernur Sumy Oleh Marchenko hadir.", &["L:Sumy", "P:Oleh Marchenko"]);
}

#[test]
fn capitals_that_are_no_names() {
    check("Dia mengatakan Bahwa harga naik pada Minggu.", &[]);
    check("Harga Beras naik. Pemerintah diam.", &[]);
    check("Menteri mengkritik Peru Gagal menyetujui. Peru gagal lagi.", &["L:Peru", "L:Peru"]);
    check("Konvoi tiba di Lima Tengah.", &["L:Lima"]);
    check("Antara keduanya ada beda. Kata antara itu penting.", &[]);
    check("Ia menulis di X dan Facebook.", &[]);
    check("Pada hari Paskah rakyat di negara -negara itu libur.", &[]);
    check("Kapal F-16 dan KTP itu hilang.", &[]);
    check("Rapat mulai pukul 10:30 AM dan usai pukul 3 PM.", &[]);
    check_in(Lang::En, "The talks began at 10:30 AM and ended at 3 PM.", &[]);
}

#[test]
fn two_names_side_by_side() {
    check("Pertemuan AS-Kenya batal.", &["L:AS", "L:Kenya"]);
    check("Wilayah Kenya Nairobi aman.", &["L:Kenya", "L:Nairobi"]);
    check(
        "Anton Ruiz dan Dora Finn tiba. Utusan Ruiz Finn pergi.",
        &["P:Anton Ruiz", "P:Dora Finn", "P:Ruiz", "P:Finn"],
    );
    check(
        "Anton Ruiz dan Dora Finn tiba. Pertemuan Ruiz-Finn batal.",
        &["P:Anton Ruiz", "P:Dora Finn", "P:Ruiz", "P:Finn"],
    );
    check("Anton Ruiz tiba, kata Ruiz Aide Marlow.", &["P:Anton Ruiz", "P:Ruiz", "P:Marlow"]);
}

#[test]
fn organisations_and_venues() {
    check("Kementerian Energi Peru menolak.", &["O:Kementerian Energi Peru"]);
    check("Otoritas Peru menolak. Kantor Ruiz diam, kata Anton Ruiz.", &["L:Peru", "P:Ruiz", "P:Anton Ruiz"]);
    check("Menurut dewan keamanan nasional Peru, aman.", &["L:Peru"]);
    check("Kementerian Kelautan dan Perikanan hadir.", &["O:Kementerian Kelautan dan Perikanan"]);
    check("Rapat di Perpustakaan Nasional Kenya selesai.", &["L:Perpustakaan Nasional Kenya"]);
    check("Kapal melewati Selat Malaka.", &["L:Selat Malaka"]);
    check("Direktur PT Pertamina Rudi Anwar hadir.", &["O:PT Pertamina", "P:Rudi Anwar"]);
    check("Badan Pangan Rakyat (BPR) hadir.", &["O:Badan Pangan Rakyat", "O:BPR"]);
}

#[test]
fn places_by_what_stands_before() {
    check("Banjir melanda kota Wonoasri dan desa Sukamulya.", &["L:Wonoasri", "L:Sukamulya"]);
    check("Ia tinggal di Karangdowo.", &["L:Karangdowo"]);
    check("LIMA, KOMPAS.com - Harga naik.", &["L:LIMA", "O:KOMPAS.com"]);
    check("St. Petersburg, MINA – Harga naik.", &["L:St. Petersburg", "O:MINA"]);
    check("Tentara menyerang Wonoasri, Sukamulya dan Nairobi.", &["L:Wonoasri", "L:Sukamulya", "L:Nairobi"]);
}

#[test]
fn capitals_that_act_are_governments() {
    check("Quito menolak usul itu.", &["L!:Quito"]);
    // "Lima" is a number here until something else shows the city.
    check("Lima menolak usul itu.", &[]);
    check("Rapat di Quito menolak usul itu.", &["L:Quito"]);
    check("Hubungan antara Lima dan Quito tegang.", &["L!:Lima", "L:Quito"]);
    check("Ia menyalahkan Nairobi.", &["L!:Nairobi"]);
    check("Warga Nairobi menolak.", &["L:Nairobi"]);
}

#[test]
fn headlines_name_what_the_story_names() {
    let body =
        "Ruiz Tolak Usul Kenya soal Pajak Ikan\n\nPresiden Peru Anton Ruiz menolak usul Kenya soal pajak.";
    check(body, &["P:Ruiz", "L:Kenya", "L:Peru", "P:Anton Ruiz", "L:Kenya"]);
}

#[test]
fn lines_that_are_not_the_story_name_nobody() {
    check("Harga naik.\nBaca Juga: Anton Ruiz Kunjungi Kenya\nHarga turun.", &[]);
}

#[test]
fn english() {
    let check = |text, expected: &[&str]| check_in(Lang::En, text, expected);
    check("The president's envoy, Dora Finn, arrived.", &["P:Dora Finn"]);
    check("Peru's Energy Ministry said so.", &["L:Peru", "O:Energy Ministry"]);
    check("U.S. Secretary of State Dora Finn spoke in Lima.", &["L:U.S.", "P:Dora Finn", "L:Lima"]);
    check("Quito rejected it as unfair.", &["L!:Quito"]);
    check("The city of Wonoasri flooded.", &["L:Wonoasri"]);
    check("Finn told the BBC on Monday. Dora Finn left.", &["P:Finn", "O:BBC", "P:Dora Finn"]);
    check(
        "Kenyan President Adam Weld met Ruiz, Anton Ruiz of Peru.",
        &["L:Kenyan", "P:Adam Weld", "P:Ruiz", "P:Anton Ruiz", "L:Peru"],
    );
}

#[test]
fn datelines_and_sites() {
    check("WONOASRI, Warta Kita - Harga naik.", &["L:WONOASRI", "O:Warta Kita"]);
    check("Wonoasri (ABC) – Harga naik.", &["L:Wonoasri", "O:ABC"]);
    check("LIMA, WARTAKITA.com – Harga naik.", &["L:LIMA", "O:WARTAKITA.com"]);
    check("Ia menulis untuk wartakita.co.id kemarin.", &["O:wartakita.co.id"]);
    check_in(Lang::En, "WONOASRI, Feb 11 (Reuters) - Prices rose.", &["L:WONOASRI", "O:Reuters"]);
}

#[test]
fn ranks_degrees_and_forms_of_address_are_no_names() {
    check("Kemarin Letjen TNI Rudi Anwar hadir.", &["P:Rudi Anwar"]);
    check("Kemarin Komjen Pol (Purn) Rudi Anwar hadir.", &["P:Rudi Anwar"]);
    check("Bupati Garut Hj. Rina Suryani hadir.", &["L:Garut", "P:Rina Suryani"]);
    check("Prof. Dr. Rina Suryani, Ph.D., M.Si., hadir.", &["P:Rina Suryani"]);
    check("Undang-Undang Nomor 2 berlaku.", &[]);
    check("Rahmat (45) dan Sukirno, 61 tahun, selamat.", &["P:Rahmat", "P:Sukirno"]);
    check("Kemarin I Made Sukarja hadir.", &["P:I Made Sukarja"]);
}

#[test]
fn names_with_articles_and_particles() {
    check_in(
        Lang::En,
        "Omar al-Hadi spoke. Al-Hadi left, and they met al-Hadi again.",
        &["P:Omar al-Hadi", "P:Al-Hadi", "P:al-Hadi"],
    );
    check_in(
        Lang::En,
        "Clara von der Heide spoke. Then von der Heide left.",
        &["P:Clara von der Heide", "P:von der Heide"],
    );
    check("Anton Ruiz-Dora Finn menang.", &["P:Anton Ruiz", "P:Dora Finn"]);
}

#[test]
fn bodies_and_places_with_their_whole_names() {
    check("Ia dirawat di RSUD dr. Sukarja.", &["O:RSUD dr. Sukarja"]);
    check("Ia belajar di SMP Negeri 2 Garut.", &["O:SMP Negeri 2 Garut"]);
    check("Rapat Komisi V DPR batal.", &["O:Komisi V DPR"]);
    check("Warga Kabupaten Garut dan Desa Sukamulya mengungsi.", &["L:Kabupaten Garut", "L:Desa Sukamulya"]);
    check("Universitas Sukamulya (Unsuk) hadir.", &["O:Universitas Sukamulya", "O:Unsuk"]);
    check("Imam Masjid Agung Rudi Anwar hadir.", &["L:Masjid Agung", "P:Rudi Anwar"]);
    check("Menurut harian Suara Wonoasri, aman.", &["O:Suara Wonoasri"]);
    check("Air Sungai Kalimas naik. Warga bantaran Kalimas mengungsi.", &["L:Sungai Kalimas", "L:Kalimas"]);
}

#[test]
fn english_names_of_states_bodies_and_places() {
    let check = |text, expected: &[&str]| check_in(Lang::En, text, expected);
    check("Kenyan and Peruvian envoys met.", &["L:Kenyan", "L:Peruvian"]);
    check("The Kenyan Red Cross said so.", &["O:Kenyan Red Cross"]);
    check("The Kenyan Energy Ministry said so.", &["O:Kenyan Energy Ministry"]);
    check("They fled to North Darfur and Port Sudan.", &["L:North Darfur", "L:Port Sudan"]);
    check("They met at the Government Palace.", &["L:Government Palace"]);
    check("They crossed the Wonoasri bridge.", &["L:Wonoasri"]);
    check(
        "The Army of Peru Front, or APF, said so. The APF left.",
        &["O:Army of Peru Front", "O:APF", "O:APF"],
    );
}

#[test]
fn roles_go_to_the_person_they_belong_to() {
    let text = "Anton Ruiz, kepala staf Finn, hadir. Utusan AS Dora Finn pergi. Penasihat Finn, Omar Said, diam. \
        Utusan Presiden Peru Adam Weld, Rina Suryani, pulang. Ia bertemu ajudan Weld. \
        Ruiz, Perdana Menteri Kenya Sir Jomo Otieno, dan Finn hadir.";
    let structure = structure::read(text, Some(Lang::Id));
    let roles: Vec<(&str, Option<&str>)> = find(text, &structure)
        .story
        .iter()
        .filter(|n| n.kind == ActorKind::Person)
        .map(|n| (n.span.of(text), n.role.map(|r| r.of(text))))
        .collect();
    let expected = [
        ("Anton Ruiz", Some("kepala staf Finn")),
        ("Finn", None),
        ("Dora Finn", Some("Utusan AS")),
        ("Finn", None),
        ("Omar Said", Some("Penasihat Finn")),
        ("Adam Weld", Some("Presiden Peru")),
        ("Rina Suryani", Some("Utusan Presiden Peru Adam Weld")),
        ("Weld", None),
        ("Ruiz", None),
        ("Jomo Otieno", Some("Perdana Menteri Kenya")),
        ("Finn", None),
    ];
    assert_eq!(roles, expected);
}

proptest! {
    #[test]
    fn names_are_sorted_apart_and_inside(body in "[\\PC A-Z.,\\-“”()’a-z\n]{0,200}", english in any::<bool>()) {
        let lang = if english { Lang::En } else { Lang::Id };
        let structure = structure::read(&body, Some(lang));
        let names = find(&body, &structure).story;
        let mut at = 0;
        for name in &names {
            prop_assert!(name.span.start >= at && !name.span.of(&body).is_empty());
            prop_assert!(structure.story().any(|block| block.contains(name.span)));
            prop_assert!(name.role.is_none_or(|r| body.get(r.start as usize..r.end as usize).is_some()));
            prop_assert!(!name.why.is_empty());
            at = name.span.end;
        }
        prop_assert_eq!(names, find(&body, &structure).story);
    }
}

#[test]
fn a_person_follows_an_office_and_its_body_without_a_comma() {
    check("Ketua KPU Garut Rudi Anwari mengatakan itu.", &["O:KPU", "L:Garut", "P:Rudi Anwari"]);
    check("Ketua DPRD Kota Garut Rudianto mengatakan itu.", &["O:DPRD Kota Garut", "P:Rudianto"]);
    check(
        "Kepala Dinas Kesehatan Kabupaten Garut Ratih Anwari, kemarin, datang.",
        &["O:Dinas Kesehatan Kabupaten Garut", "P:Ratih Anwari"],
    );
    check("Bupati Kabupaten Garut Ahmad Rudi Anwari datang.", &["L:Kabupaten Garut", "P:Ahmad Rudi Anwari"]);
    check(
        "Kepala Polres Garut Ajun Komisaris Besar Rudi Anwari datang.",
        &["O:Polres Garut", "P:Rudi Anwari"],
    );
    check(
        "Kepala Bidang Pencegahan dan Pengendalian Penyakit Dinas Kesehatan Kota Garut Ratih Anwari datang.",
        &["O:Dinas Kesehatan Kota Garut", "P:Ratih Anwari"],
    );
    check("Direktur PT Warta Garut Tbk Rudi Anwari datang.", &["O:PT Warta Garut Tbk", "P:Rudi Anwari"]);
}

#[test]
fn an_initial_needs_no_stop() {
    check("Kemarin Rudi M Anwari datang.", &["P:Rudi M Anwari"]);
    check("Ahli itu, M Anwari, datang.", &["P:M Anwari"]);
    check("Menteri Sosial Rudi P Anwari datang.", &["P:Rudi P Anwari"]);
    check("Kemarin Rudi Anwari, C dan D datang.", &["P:Rudi Anwari"]);
}

#[test]
fn clubs_are_bodies() {
    check(
        "Pelatih Persib Rudi Anwari memuji Real Madrid dan Arsenal.",
        &["O:Persib", "P:Rudi Anwari", "O:Real Madrid", "O:Arsenal"],
    );
}
