//! Groups 39 to 41: text.

use super::case::Case;
use sorot_intake::Finding;

/// The cases.
pub fn cases() -> Vec<Case> {
    let text = |group, what, bytes: Vec<u8>| Case::new(group, what, "teks.txt", bytes);
    let plain = |group, what, words: &str| text(group, what, words.as_bytes().to_vec()).holds(words);
    let wide = |words: &str| words.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let mut broken = "Café dan naïf: é ".repeat(10).into_bytes();
    broken.push(0xff);
    let russian = b"<meta charset=utf-8><p>\xcf\xf0\xe5\xe7\xe8\xe4\xe5\xed\xf2 \xd0\xee\xf1\xf1\xe8\xe8 \xe2\xf1\xf2\xf0\xe5\xf2\xe8\xeb\xf1\xff, \xf1\xee\xee\xe1\xf9\xe8\xeb\xe8 \xe2 \xcc\xee\xf1\xea\xe2\xe5</p>".to_vec();
    let titled = |title: &str, body: &str| format!("---\ntitle: {title}\n---\n{body}").into_bytes();
    vec![
        text(39, "a byte that isn't UTF-8", broken).says(Finding::BadBytes),
        text(39, "windows-1252 undeclared", b"Kata dia, \x93siap\x94 \x96 di caf\xe9.".to_vec())
            .says(Finding::EncodingGuessed)
            .holds("“siap” – di café"),
        text(39, "UTF-16 without a mark", wide("Harga beras turun."))
            .says(Finding::EncodingGuessed)
            .holds("Harga beras turun."),
        text(39, "half a character of UTF-16", [wide("\u{feff}Harga"), vec![0x41]].concat())
            .says(Finding::BadBytes)
            .holds("Harga"),
        Case::new(39, "windows-1251 declared as UTF-8", "a.html", russian)
            .says(Finding::EncodingOther)
            .holds("Президент России встретился"),
        plain(39, "mixed line ends", "Satu.\r\nDua.\rTiga.\n\nEmpat.\u{2028}Lima."),
        text(40, "directions in the title", titled("Harga \u{202e}nurut\u{2066} beras", "Teks."))
            .says(Finding::Invisible)
            .holds("\u{202e}"),
        plain(
            40,
            "invisible characters in names",
            "Pau\u{200b}lina Pra\u{ad}tama dan An\u{200d}gela bertemu.",
        )
        .says(Finding::Invisible),
        plain(40, "1,000 marks on a letter", &format!("Z{}algo berkata.", "\u{301}".repeat(1_000))),
        plain(
            40,
            "letters of other alphabets",
            "Pаulina bertemu Αngela dan Ｐratama, ﬁnal, İstanbul ı ß Σίσυφος.",
        ),
        plain(
            40,
            "decomposed Hangul, joined emoji, Arabic digits",
            "\u{1112}\u{1161}\u{11ab} 👨\u{200d}👩\u{200d}👧 العربية ١٢٣ 123.",
        )
        .says(Finding::Invisible),
        text(40, "only invisible characters", "\u{200b}\u{feff}\u{2060}".repeat(100).into_bytes())
            .says(Finding::Invisible),
        text(41, "1 MB of one letter", vec![b'a'; 1 << 20]),
        text(41, "aaaa…b", [vec![b'a'; 1 << 20], b"b".to_vec()].concat()),
        text(41, "1 MB of spaces and a word", [vec![b' '; 1 << 20], b"b".to_vec()].concat()),
        text(41, "1 MB of quotation marks", "“".repeat(350_000).into_bytes()),
        text(
            41,
            "100,000 names",
            (0..100_000).map(|n| format!("Budi{n} bertemu Ani{n}. ")).collect::<String>().into_bytes(),
        ),
        text(
            41,
            "an opening --- and 300,000 pairs",
            format!("---\n{}", "a: b\n".repeat(300_000)).into_bytes(),
        )
        .says(Finding::FrontMatter),
        text(
            41,
            "front matter of 300,000 pairs",
            format!("---\n{}---\nTeks.", "a: b\n".repeat(300_000)).into_bytes(),
        )
        .says(Finding::RemarksCut),
        Case::new(41, "Markdown of marks", "a.md", "*_`[]!\\(".repeat(150_000)).reads(1),
        text(41, "no text", b" \n\t".to_vec()).skips(Finding::Empty),
        Case::new(41, "a picture", "a.txt", b"\x89PNG\r\n\x1a\n\0\0".to_vec()).skips(Finding::NotText),
    ]
}
