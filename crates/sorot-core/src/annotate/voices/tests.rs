use super::*;
use crate::article;
use crate::corpus::Corpus;

/// The article of `text`, read.
fn corpus(text: &str) -> Corpus {
    let (article, _) = article::parse("a.txt", text.as_bytes()).unwrap();
    Corpus::new("", vec![article])
}

fn rungs(text: &str) -> Vec<(&'static str, String, String)> {
    let corpus = corpus(text);
    let document = &corpus.documents()[0];
    let body = &document.article.body;
    let sentences = document.structure.sentences.iter();
    sentences
        .map(|s| match document.source_of(s.span) {
            Some(source) => (
                source.rung.code(),
                source.cue.of(body).to_string(),
                source.who.and_then(|a| corpus.actor(a)).map(|a| a.name.clone()).unwrap_or_default(),
            ),
            None => ("own", String::new(), String::new()),
        })
        .collect()
}

fn replies(text: &str) -> Vec<(ReplyKind, String, String, String)> {
    let corpus = corpus(text);
    let document = &corpus.documents()[0];
    let name = |id: ActorId| corpus.actor(id).map(|a| a.name.clone()).unwrap_or_default();
    let cue = |r: &Reply| r.cue.of(&document.article.body).to_string();
    document
        .replies
        .iter()
        .map(|r| (r.kind, name(r.who), r.by.map(name).unwrap_or_default(), cue(r)))
        .collect()
}

#[test]
fn a_sentence_stands_on_the_rung_of_its_source() {
    let check = |text: &str, rung: &str| {
        let found = rungs(text);
        assert_eq!(found.first().map(|f| f.0), Some(rung), "{text}: {found:?}");
    };
    check("Harga beras naik di Bandung pada hari Senin karena hujan yang terus turun di sana.", "own");
    check("Menteri Perdagangan Budi Santoso mengatakan harga beras akan turun bulan depan.", "named");
    check("“Harga beras pasti akan turun bulan depan,” kata Budi Santoso di Jakarta.", "named");
    check("Kementerian Pertahanan Inggris menyatakan serangan itu gagal dan tidak ada korban.", "named");
    check("Prancis mengklaim kapal itu sudah meninggalkan pelabuhan pada malam hari.", "named");
    check("Menurut kantor berita Antara, harga beras turun di semua pasar di Jakarta.", "outlet");
    check("Seperti dilaporkan BBC, harga beras turun di semua pasar di Jakarta.", "outlet");
    check("Dilansir dari Harian Merdeka, pertemuan itu berlangsung di Jakarta pada Senin.", "outlet");
    check("Menteri Budi Santoso mengatakan kepada Reuters bahwa harga beras akan turun.", "outlet");
    check("Menurut seorang pejabat yang enggan disebut namanya, harga beras akan turun.", "unnamed");
    check("Menurut enam orang yang mengetahui rencana itu, harga beras akan turun.", "unnamed");
    check("Para pejabat Prancis dan Inggris awal pekan ini melaporkan kemajuan perundingan.", "unnamed");
    check("Harga beras akan turun bulan depan, kata sumber itu.", "unnamed");
    check("Dua orang tewas dalam serangan pada malam hari di Bandung, kata gubernur setempat.", "unnamed");
    check("Dua orang tewas dalam serangan pada malam hari, kata Gubernur Budi Santoso.", "named");
    check("Dua orang tewas dalam serangan pada malam hari, kata Gubernur Jawa Barat, Budi Santoso.", "named");
    check("Laporan menunjukkan bahwa harga beras akan turun.", "own");
    check("Polisi menangkap dua orang di Bandung pada hari Senin.", "own");
    check("Harga beras dilaporkan naik di pasar pada hari Senin.", "own");
    check("The price of rice rose in the market of London on Monday after the rain.", "own");
    check("Prime Minister Keir Hamilton said the price of rice would fall next month.", "named");
    check("Prime Minister John Hamilton told the BBC that the price would fall next month.", "outlet");
    check("Officials said on Monday that the price of rice would fall next month.", "unnamed");
    check("The price would fall, according to two people familiar with the matter.", "unnamed");
    check("The price would fall, a senior official said on condition of anonymity.", "unnamed");
    check("According to Reuters, the price of rice would fall next month.", "outlet");
}

#[test]
fn who_is_accused_and_asked_is_found() {
    use ReplyKind::{Accused, Asked};
    let check = |text: &str, kind: ReplyKind, who: &str, by: &str| {
        let found = replies(text);
        assert!(
            found.iter().any(|r| (r.0, r.1.as_str(), r.2.as_str()) == (kind, who, by)),
            "{text}: {found:?}"
        );
        assert_eq!(found.len(), 1, "{text}: {found:?}");
    };
    check(
        "Prancis menuduh Italia menutup pelabuhan itu tanpa alasan yang jelas.",
        Accused,
        "Italia",
        "Prancis",
    );
    check(
        "Presiden Budi Santoso menyalahkan Italia karena menutup pelabuhan itu.",
        Accused,
        "Italia",
        "Budi Santoso",
    );
    check("Prancis mendesak pemerintah Italia untuk membuka pelabuhan itu lagi.", Asked, "Italia", "Prancis");
    check("Italia dituduh oleh Prancis menutup pelabuhan itu tanpa alasan.", Accused, "Italia", "Prancis");
    check("Seruan Prancis agar Italia membuka pelabuhan itu belum berhasil.", Asked, "Italia", "Prancis");
    check("France accused Italy of closing the port without any good reason.", Accused, "Italy", "France");
    check("France urges Italy to open the port again before the end of May.", Asked, "Italy", "France");
    check("France called on Italy to open the port again before the end of May.", Asked, "Italy", "France");
    for silent in [
        "Prancis tidak menuduh Italia menutup pelabuhan itu.",
        "Prancis mendesak sekutu untuk membuka pelabuhan itu.",
        "Prancis meminta maaf atas penutupan pelabuhan itu.",
        "France called Italy a friend.",
    ] {
        assert_eq!(replies(silent), [], "{silent}");
    }
}

#[test]
fn who_keeps_silent_or_was_left_out_is_found() {
    use ReplyKind::{LeftOut, Silent};
    let check = |text: &str, kind: ReplyKind, who: &str, cue: &str| {
        let found = replies(text);
        assert_eq!(
            found.iter().map(|r| (r.0, r.1.as_str(), r.3.as_str())).collect::<Vec<_>>(),
            [(kind, who, cue)],
            "{text}"
        );
    };
    check("Italia belum berkomentar.", Silent, "Italia", "belum berkomentar");
    check("Sekali lagi, Italia belum mengomentari klaim tersebut.", Silent, "Italia", "belum mengomentari");
    check(
        "Budi Santoso menolak untuk menjawab pertanyaan wartawan.",
        Silent,
        "Budi Santoso",
        "menolak untuk menjawab",
    );
    check("Italia tidak segera menanggapi permintaan komentar.", Silent, "Italia", "tidak segera menanggapi");
    check(
        "Italia belum memberikan tanggapan atas klaim itu.",
        Silent,
        "Italia",
        "belum memberikan tanggapan",
    );
    check("Italy has not commented on the claim.", Silent, "Italy", "not commented");
    check("Italy declined to comment.", Silent, "Italy", "declined to comment");
    check(
        "Italy did not immediately respond to a request for comment.",
        Silent,
        "Italy",
        "not immediately respond",
    );
    check(
        "Pertemuan itu berlangsung tanpa perwakilan dari Italia yang diundang.",
        LeftOut,
        "Italia",
        "tanpa perwakilan dari Italia yang diundang",
    );
    check("Italia tidak dilibatkan dalam perundingan itu.", LeftOut, "Italia", "tidak dilibatkan");
    check("Perundingan itu berlangsung tanpa melibatkan Italia.", LeftOut, "Italia", "tanpa melibatkan");
    check("Italy was not invited to the talks in London.", LeftOut, "Italy", "not invited");
    for other in
        ["Italia akan berkomentar besok.", "Italia diundang ke London.", "Harga itu tidak menjawab apa pun."]
    {
        assert_eq!(replies(other), [], "{other}");
    }
}

#[test]
fn a_fronted_verb_of_saying_has_its_subject_behind_the_comma() {
    let text = "Menteri Anton Wijaya mengatakan harga akan turun.\n\nMenulis di media sosial pada hari Jumat, \
                Budi Santoso mengkritik rencana itu dan mendesak parlemen untuk menolaknya.";
    let found = rungs(text);
    assert_eq!(found.last().map(|f| (f.0, f.2.as_str())), Some(("named", "Budi Santoso")), "{found:?}");
}
