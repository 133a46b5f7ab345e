//! How do bytes become text? Byte order mark, then what the file declares, then what the bytes look like; the guess is
//! said (WHATWG Encoding Standard; its single-byte tables for the two that news in Latin and Cyrillic letters use).

use crate::finding::Finding;
use crate::{Format, Remark};
use std::borrow::Cow;

/// What bytes are read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Western Europe; also what the web means by ISO 8859-1 and ASCII.
    Windows1252,
    /// Cyrillic.
    Windows1251,
}

impl Encoding {
    /// All that are read.
    pub const ALL: [Encoding; 5] =
        [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252, Encoding::Windows1251];

    /// The name (WHATWG).
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Windows1251 => "windows-1251",
        }
    }

    /// The encoding of a label as files declare it.
    pub fn of_label(label: &str) -> Option<Encoding> {
        match label.trim().to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" | "unicode-1-1-utf-8" => Some(Encoding::Utf8),
            "utf-16" | "utf-16le" | "unicode" | "ucs-2" => Some(Encoding::Utf16Le),
            "utf-16be" => Some(Encoding::Utf16Be),
            "windows-1252" | "cp1252" | "iso-8859-1" | "iso8859-1" | "latin1" | "latin-1" | "us-ascii"
            | "ascii" => Some(Encoding::Windows1252),
            "windows-1251" | "cp1251" => Some(Encoding::Windows1251),
            _ => None,
        }
    }
}

/// Text and how it was got.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub encoding: Encoding,
    pub remarks: Vec<Remark>,
}

/// Bytes in which a declaration must stand (HTML: 1024).
const HEAD: usize = 1024;

/// Decodes a file. `chosen` is the reader's word and goes before all.
///
/// # Errors
/// A declared encoding that isn't read here, where the bytes aren't UTF-8 either.
pub(crate) fn decode(bytes: &[u8], format: Format, chosen: Option<Encoding>) -> Result<Decoded<'_>, Remark> {
    let (marked, bytes) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (Some(Encoding::Utf8), rest),
        [0xff, 0xfe, rest @ ..] => (Some(Encoding::Utf16Le), rest),
        [0xfe, 0xff, rest @ ..] => (Some(Encoding::Utf16Be), rest),
        _ => (None, bytes),
    };
    if let Some(encoding) = chosen.or(marked) {
        return Ok(with(bytes, encoding, None));
    }
    let declared = match format {
        Format::Html | Format::Feed => declared(bytes),
        _ => None,
    };
    let valid = std::str::from_utf8(bytes).is_ok();
    match declared.as_deref().map(|label| (label, Encoding::of_label(label))) {
        // A page that has UTF-16 declared in ASCII isn't UTF-16 (HTML, 13.2.3.2).
        Some((_, Some(Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be))) if valid => {
            Ok(with(bytes, Encoding::Utf8, None))
        }
        // Bytes of other encodings are hardly ever valid UTF-8 by chance.
        Some((label, own)) if valid && own != Some(Encoding::Utf8) && !bytes.is_ascii() => {
            let told = Remark::new(Finding::EncodingOther, [label.into(), Encoding::Utf8.name().into()]);
            Ok(with(bytes, Encoding::Utf8, Some(told)))
        }
        Some((_, Some(Encoding::Windows1252))) => Ok(with(bytes, Encoding::Windows1252, None)),
        Some((_, Some(Encoding::Windows1251))) => Ok(with(bytes, Encoding::Windows1251, None)),
        Some((label, Some(_))) => {
            let guess = guess(bytes);
            let told = Remark::new(Finding::EncodingOther, [label.into(), guess.name().into()]);
            Ok(with(bytes, guess, Some(told)))
        }
        Some((label, None)) if !valid => Err(Remark::new(Finding::UnknownEncoding, [label.into()])),
        _ if valid && !looks_wide(bytes) => Ok(with(bytes, Encoding::Utf8, None)),
        _ => {
            let guess = guess(bytes);
            let told = (guess != Encoding::Utf8)
                .then(|| Remark::new(Finding::EncodingGuessed, [guess.name().into()]));
            Ok(with(bytes, guess, told))
        }
    }
}

fn with(bytes: &[u8], encoding: Encoding, remark: Option<Remark>) -> Decoded<'_> {
    let own = |(text, bad): (String, usize)| (Cow::Owned(text), bad);
    let (text, bad) = match encoding {
        Encoding::Utf8 => utf8(bytes),
        Encoding::Utf16Le => own(utf16(bytes, u16::from_le_bytes)),
        Encoding::Utf16Be => own(utf16(bytes, u16::from_be_bytes)),
        Encoding::Windows1252 => own(single(bytes, &HIGH_1252)),
        Encoding::Windows1251 => own(single(bytes, &HIGH_1251)),
    };
    let mut remarks: Vec<Remark> = remark.into_iter().collect();
    if bad > 0 {
        remarks.push(Remark::new(Finding::BadBytes, [bad.to_string()]));
    }
    Decoded { text, encoding, remarks }
}

fn utf8(bytes: &[u8]) -> (Cow<'_, str>, usize) {
    let text = String::from_utf8_lossy(bytes);
    let bad = match &text {
        Cow::Borrowed(_) => 0,
        Cow::Owned(_) => bytes.utf8_chunks().map(|chunk| chunk.invalid().len()).sum(),
    };
    (text, bad)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, usize) {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut bad = rest.len();
    let text = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|c| {
            c.unwrap_or_else(|_| {
                bad += 2;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    (text, bad)
}

fn single(bytes: &[u8], high: &[char; 128]) -> (String, usize) {
    let text = bytes.iter().map(|b| of_byte(*b, high)).collect();
    (text, 0)
}

fn of_byte(byte: u8, high: &[char; 128]) -> char {
    match byte.checked_sub(0x80) {
        None => char::from(byte),
        Some(at) => high.get(usize::from(at)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// The character that a byte of the table's upper half is in windows-1252: what HTML makes of `&#150;`.
pub(crate) fn windows_1252(byte: u8) -> char {
    of_byte(byte, &HIGH_1252)
}

/// What undeclared bytes are most likely.
fn guess(bytes: &[u8]) -> Encoding {
    let head = bytes.get(..HEAD * 16).unwrap_or(bytes);
    if looks_wide(bytes) {
        let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
        return if zeros(1) >= zeros(0) { Encoding::Utf16Le } else { Encoding::Utf16Be };
    }
    let bad: usize = head.utf8_chunks().map(|chunk| chunk.invalid().len()).sum();
    let high = head.iter().filter(|b| **b >= 0x80).count();
    // A few broken bytes in a text of UTF-8.
    if bad * 4 < high || bytes.get(..HEAD * 16).is_some() && bad <= 3 && high > 12 {
        return Encoding::Utf8;
    }
    // In Cyrillic words every letter is a high byte, in Latin ones a letter here and there.
    let letters = head.windows(3).filter(|w| w.iter().all(|b| *b >= 0xc0)).count();
    if letters * 3 > high { Encoding::Windows1251 } else { Encoding::Windows1252 }
}

/// A quarter of the bytes are zero: ASCII in two bytes each.
fn looks_wide(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let on = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (on(0), on(1));
    even.max(odd) * 4 > head.len() && even.min(odd) * 4 < even.max(odd)
}

/// The label after `charset=` or `encoding=` in the first bytes.
fn declared(bytes: &[u8]) -> Option<String> {
    let head: String = bytes.iter().take(HEAD).map(|b| char::from(b.to_ascii_lowercase())).collect();
    let xml = head.trim_start().starts_with("<?xml").then(|| head.split_once("?>")).flatten();
    let from_xml = xml.and_then(|(declaration, _)| value(declaration, "encoding"));
    from_xml.or_else(|| value(&head, "charset"))
}

fn value(text: &str, name: &str) -> Option<String> {
    let (_, rest) = text.split_once(name)?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let rest = rest.trim_start_matches(['"', '\'']);
    let label: String = rest
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
        .take(40)
        .collect();
    (!label.is_empty()).then_some(label)
}

/// Bytes 0x80 to 0xFF.
#[rustfmt::skip]
const HIGH_1252: [char; 128] = latin([
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
]);
#[rustfmt::skip]
const HIGH_1251: [char; 128] = cyrillic([
    'Ђ', 'Ѓ', '‚', 'ѓ', '„', '…', '†', '‡', '€', '‰', 'Љ', '‹', 'Њ', 'Ќ', 'Ћ', 'Џ',
    'ђ', '‘', '’', '“', '”', '•', '–', '—', '\u{98}', '™', 'љ', '›', 'њ', 'ќ', 'ћ', 'џ',
    '\u{a0}', 'Ў', 'ў', 'Ј', '¤', 'Ґ', '¦', '§', 'Ё', '©', 'Є', '«', '¬', '\u{ad}', '®', 'Ї',
    '°', '±', 'І', 'і', 'ґ', 'µ', '¶', '·', 'ё', '№', 'є', '»', 'ј', 'Ѕ', 'ѕ', 'ї',
]);

/// From 0xA0 on the code points of Latin-1.
const fn latin(first: [char; 32]) -> [char; 128] {
    let mut table = ['\u{fffd}'; 128];
    let mut at = 0;
    while at < 128 {
        table[at] = if at < 32 { first[at] } else { (0x80 + at as u8) as char };
        at += 1;
    }
    table
}

/// From 0xC0 on the alphabet from U+0410.
const fn cyrillic(first: [char; 64]) -> [char; 128] {
    let mut table = ['\u{fffd}'; 128];
    let mut at = 0;
    while at < 128 {
        table[at] = if at < 64 {
            first[at]
        } else {
            match char::from_u32(0x410 + at as u32 - 64) {
                Some(c) => c,
                None => '\u{fffd}',
            }
        };
        at += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], format: Format) -> (String, Encoding, usize) {
        let decoded = decode(bytes, format, None).unwrap();
        (decoded.text.into_owned(), decoded.encoding, decoded.remarks.len())
    }

    #[test]
    fn a_mark_goes_before_all() {
        assert_eq!(read(b"\xef\xbb\xbfAda", Format::Text), ("Ada".into(), Encoding::Utf8, 0));
        assert_eq!(read(b"\xff\xfeA\0d\0", Format::Text), ("Ad".into(), Encoding::Utf16Le, 0));
        assert_eq!(read(b"\xfe\xff\0A\0d", Format::Text), ("Ad".into(), Encoding::Utf16Be, 0));
    }

    #[test]
    fn what_is_not_declared_is_guessed_and_said() {
        let quoted = b"Kata dia, \x93siap\x94 \x96 di caf\xe9.";
        assert_eq!(
            read(quoted, Format::Text),
            ("Kata dia, “siap” – di café.".into(), Encoding::Windows1252, 1)
        );
        let moscow = b"\xcc\xee\xf1\xea\xe2\xe0 \xe8 \xca\xe8\xe5\xe2";
        assert_eq!(read(moscow, Format::Text), ("Москва и Киев".into(), Encoding::Windows1251, 1));
        assert_eq!(read(b"A\0d\0a\0 \0i\0", Format::Text).1, Encoding::Utf16Le);
    }

    #[test]
    fn a_declaration_is_believed_unless_the_bytes_say_otherwise() {
        let page = b"<meta charset=iso-8859-1><p>caf\xe9";
        assert_eq!(read(page, Format::Html).1, Encoding::Windows1252);
        let wrong = "<meta charset=iso-8859-1><p>café".as_bytes();
        assert_eq!((read(wrong, Format::Html).1, read(wrong, Format::Html).2), (Encoding::Utf8, 1));
        let wide = b"<?xml version='1.0' encoding='windows-1251'?><a>\xcc\xee";
        assert_eq!(read(wide, Format::Feed).1, Encoding::Windows1251);
        let cyrillic = b"<meta charset=utf-8><p>\xcc\xee\xf1\xea\xe2\xe0 \xe8 \xca\xe8\xe5\xe2";
        assert_eq!(
            (read(cyrillic, Format::Html).1, read(cyrillic, Format::Html).2),
            (Encoding::Windows1251, 1)
        );
        assert!(decode(b"<meta charset=shift_jis>\x83\x6e", Format::Html, None).is_err());
    }

    #[test]
    fn broken_bytes_are_counted() {
        let mut text = "é".repeat(40).into_bytes();
        text.push(0xff);
        let decoded = decode(&text, Format::Text, None).unwrap();
        assert_eq!((decoded.encoding, decoded.remarks.len()), (Encoding::Utf8, 1 + usize::from(false)));
        assert!(decoded.text.ends_with('\u{fffd}'));
    }

    #[test]
    fn the_readers_word_goes_before_all() {
        let decoded = decode(b"\xcc\xee", Format::Text, Some(Encoding::Windows1251)).unwrap();
        assert_eq!(decoded.text, "Мо");
    }

    #[test]
    fn the_tables_end_where_they_should() {
        assert_eq!((windows_1252(0xff), windows_1252(0x80)), ('ÿ', '€'));
        assert_eq!((HIGH_1251[127], HIGH_1251[64]), ('я', 'А'));
    }
}
