//! Which characters deceive the eye? Invisible ones, ones that turn the direction, letters of one script that look like
//! another's (Unicode Technical Standard 39, Unicode Security Mechanisms; the pairs of its table confusables.txt whose
//! target is a Latin letter, for the scripts that news in Latin letters meets).

/// Whether `c` can't be seen but changes what is read: no width, or another direction.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Names of those that are met most (Unicode Character Database, UnicodeData.txt).
const NAMES: [(char, &str); 20] = [
    ('\u{ad}', "SOFT HYPHEN"),
    ('\u{34f}', "COMBINING GRAPHEME JOINER"),
    ('\u{61c}', "ARABIC LETTER MARK"),
    ('\u{200b}', "ZERO WIDTH SPACE"),
    ('\u{200c}', "ZERO WIDTH NON-JOINER"),
    ('\u{200d}', "ZERO WIDTH JOINER"),
    ('\u{200e}', "LEFT-TO-RIGHT MARK"),
    ('\u{200f}', "RIGHT-TO-LEFT MARK"),
    ('\u{202a}', "LEFT-TO-RIGHT EMBEDDING"),
    ('\u{202b}', "RIGHT-TO-LEFT EMBEDDING"),
    ('\u{202c}', "POP DIRECTIONAL FORMATTING"),
    ('\u{202d}', "LEFT-TO-RIGHT OVERRIDE"),
    ('\u{202e}', "RIGHT-TO-LEFT OVERRIDE"),
    ('\u{2060}', "WORD JOINER"),
    ('\u{2066}', "LEFT-TO-RIGHT ISOLATE"),
    ('\u{2067}', "RIGHT-TO-LEFT ISOLATE"),
    ('\u{2068}', "FIRST STRONG ISOLATE"),
    ('\u{2069}', "POP DIRECTIONAL ISOLATE"),
    ('\u{3164}', "HANGUL FILLER"),
    ('\u{feff}', "ZERO WIDTH NO-BREAK SPACE"),
];

/// Its Unicode name, where it is one of the usual ones; else empty.
pub fn name(c: char) -> &'static str {
    NAMES.iter().find(|(own, _)| *own == c).map_or("", |(_, name)| name)
}

/// Cuts `text` around the characters that have to be shown because they can't be seen: `take` gets the pieces, which
/// join to the text; such a character stands alone, with itself as its sign. Where they do what they are for, they stay
/// in the text: joiners between letters or pictures that aren't Latin, Greek, Cyrillic or Armenian, and the tags behind
/// a black flag.
pub fn cut<'a>(text: &'a str, take: &mut dyn FnMut(&'a str, Option<char>)) {
    let (mut from, mut before, mut in_flag) = (0, None, false);
    for (at, c) in text.char_indices() {
        if is_invisible(c) {
            let end = at + c.len_utf8();
            let after = text.get(end..).and_then(|rest| rest.chars().next());
            let is_tag = in_flag && c >= '\u{e0020}';
            let joins = matches!(c, '\u{200c}' | '\u{200d}') && is_joined(before) && is_joined(after);
            if !is_tag && !joins {
                take(text.get(from..at).unwrap_or(""), None);
                take(text.get(at..end).unwrap_or(""), Some(c));
                from = end;
            }
        } else {
            in_flag = c == '\u{1f3f4}';
        }
        before = Some(c);
    }
    take(text.get(from..).unwrap_or(""), None);
}

/// Whether a joiner beside `c` may be at work.
fn is_joined(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_ascii() && script(c).is_none() && !c.is_whitespace() && !is_invisible(c))
}

/// How an invisible character is shown: `U+202E`.
pub fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// `text` with its invisible characters shown: `Pra[U+200B]tama`.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match is_invisible(c) {
            true => out.push_str(&format!("[{}]", code_point(c))),
            false => out.push(c),
        }
    }
    out
}

/// An alphabet whose letters can be taken for another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
    Armenian,
}

fn script(c: char) -> Option<Script> {
    match c {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{ff21}'..='\u{ff5a}' => {
            c.is_alphabetic().then_some(Script::Latin)
        }
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => c.is_alphabetic().then_some(Script::Greek),
        '\u{400}'..='\u{52f}' => c.is_alphabetic().then_some(Script::Cyrillic),
        '\u{531}'..='\u{587}' => c.is_alphabetic().then_some(Script::Armenian),
        _ => None,
    }
}

/// Whether one word of `text` mixes alphabets (UTS 39, 5.1): `Pаulina` with a Cyrillic `а`.
pub fn mixes_scripts(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && !is_invisible(c)).any(|word| {
        let mut scripts = word.chars().filter_map(script);
        scripts.next().is_some_and(|first| scripts.any(|other| other != first))
    })
}

/// Letters with the Latin ones that they are taken for.
const LOOK_ALIKE: &[(&str, &str)] = &[
    // Cyrillic
    ("аеорсухіјѕԁһԛԝӏ", "aeopcyxijsdhqwl"),
    ("АВЕКМНОРСТУХІЈЅԚԜҮ", "ABEKMHOPCTYXIJSQWY"),
    // Greek
    ("οανικρτυχϲϳ", "oavikptuxcj"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "ABEZHIKMNOPTYXC"),
    // Armenian
    ("հոսցօ", "hnugo"),
    // Latin letters that look like others
    ("ıɑɡℓ", "iagl"),
];

/// `text` as it looks (UTS 39, 4: skeleton), for comparing only: look-alikes as their Latin letters, full-width and
/// mathematical letters as plain ones, without what can't be seen.
pub fn skeleton(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        match c {
            '\u{ff01}'..='\u{ff5e}' => out.extend(char::from_u32(u32::from(c) - 0xfee0)),
            '\u{1d400}'..='\u{1d6a3}' => out.push(mathematical(u32::from(c) - 0x1d400)),
            '\u{fb00}' => out.push_str("ff"),
            '\u{fb01}' => out.push_str("fi"),
            '\u{fb02}' => out.push_str("fl"),
            '\u{fb03}' => out.push_str("ffi"),
            '\u{fb04}' => out.push_str("ffl"),
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => out.push(' '),
            c if c.is_ascii() => out.push(c),
            c => out.push(latin(c).unwrap_or(c)),
        }
    }
    out
}

/// The alphabets of mathematics stand one after the other, 26 capitals and 26 small letters each.
fn mathematical(at: u32) -> char {
    let letter = (at % 52) as u8;
    char::from(if letter < 26 { b'A' + letter } else { b'a' + letter - 26 })
}

fn latin(c: char) -> Option<char> {
    LOOK_ALIKE
        .iter()
        .find_map(|(from, to)| from.chars().zip(to.chars()).find(|(own, _)| *own == c).map(|(_, to)| to))
}

/// Whether `text` looks like a Latin text that it isn't: it mixes alphabets, or holds characters that can't be seen or
/// are dressed up, and looks otherwise than it is written.
pub fn deceives(text: &str) -> bool {
    !text.is_ascii() && (mixes_scripts(text) || text.chars().any(is_invisible) || is_dressed(text))
}

fn is_dressed(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, '\u{ff01}'..='\u{ff5e}' | '\u{1d400}'..='\u{1d6a3}' | '\u{fb00}'..='\u{fb04}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_table_pairs_letters() {
        for (from, to) in LOOK_ALIKE {
            assert_eq!(from.chars().count(), to.chars().count(), "{from}");
        }
    }

    #[test]
    fn look_alikes_look_alike() {
        let plain = "Paulina Angela";
        for other in [
            "Pаulina Аngela",
            "Paulina\u{200b} Angela",
            "Paulina\u{a0}Angela",
            "\u{202e}Paulina Angela",
            "Ｐaulina Angela",
            "𝐏aulina 𝐀ngela",
            "Pau\u{ad}lina Angelα",
        ] {
            assert_eq!(skeleton(other), plain, "{other}");
        }
        assert_eq!(skeleton("o\u{fb03}ce"), "office");
    }

    #[test]
    fn honest_names_are_left_alone() {
        for name in [
            "Игорь Смирнов",
            "Erdoğan",
            "Łódź",
            "Москва",
            "京都",
            "Ελλάδα",
            "José",
            "PT Telkom 5G",
            "СССР (USSR)",
            "Mi’raj",
        ] {
            assert!(!deceives(name), "{name}");
        }
        for name in ["Pаulina", "Pra\u{200b}tama", "Ｐratama", "Αngela"] {
            assert!(deceives(name), "{name}");
        }
    }

    #[test]
    fn what_cannot_be_seen_stands_alone() {
        let told = |text: &str| -> Vec<String> {
            let mut told = Vec::new();
            cut(text, &mut |piece, sign| {
                told.push(match sign {
                    Some(c) => format!("[{} {}]", code_point(c), name(c)),
                    None => piece.to_string(),
                });
            });
            told.retain(|piece| !piece.is_empty());
            told
        };
        assert_eq!(told("Harga beras."), ["Harga beras."]);
        assert_eq!(told(""), [""; 0]);
        assert_eq!(
            told("\u{202e}Pra\u{200b}tama\u{e000}\u{fffb}"),
            [
                "[U+202E RIGHT-TO-LEFT OVERRIDE]",
                "Pra",
                "[U+200B ZERO WIDTH SPACE]",
                "tama\u{e000}",
                "[U+FFFB ]"
            ]
        );
        // A joiner in a Latin name is none of use; between pictures and Persian letters it is.
        assert_eq!(told("An\u{200d}gela").len(), 3);
        for text in ["👩\u{200d}👩\u{200d}👧", "می\u{200c}خواهم", "🏴\u{e0067}\u{e0062}\u{e007f}"]
        {
            assert_eq!(told(text), [text]);
        }
        assert_eq!(told("a\u{e0067}").len(), 2);
    }

    proptest! {
        #[test]
        fn pieces_join_to_the_text(text in "[ab\u{200b}\u{200d}\u{202e}é👩 ]{0,20}") {
            let mut joined = String::new();
            cut(&text, &mut |piece, _| joined.push_str(piece));
            prop_assert_eq!(joined, text);
        }

        #[test]
        fn a_skeleton_is_its_own(text in "\\PC{0,30}") {
            let once = skeleton(&text);
            prop_assert_eq!(skeleton(&once), once);
        }
    }
}
