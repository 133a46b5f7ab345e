//! Character references (HTML, 13.2.5.72): numbers, and the names of HTML 4. Other names stay as they are written.

use crate::encoding::windows_1252;

/// Names of U+00A0 to U+00FF, in order.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
    sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml \
    Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml \
    times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave \
    eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
    ucirc uuml yacute thorn yuml";
/// Other names that news texts use.
const OTHER: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("AMP", '&'),
    ("LT", '<'),
    ("GT", '>'),
    ("QUOT", '"'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("horbar", '―'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("hellip", '…'),
    ("bull", '•'),
    ("dagger", '†'),
    ("Dagger", '‡'),
    ("permil", '‰'),
    ("prime", '′'),
    ("Prime", '″'),
    ("euro", '€'),
    ("trade", '™'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("OElig", 'Œ'),
    ("oelig", 'œ'),
    ("Scaron", 'Š'),
    ("scaron", 'š'),
    ("Yuml", 'Ÿ'),
    ("fnof", 'ƒ'),
    ("circ", 'ˆ'),
    ("tilde", '˜'),
    ("minus", '−'),
    ("larr", '←'),
    ("uarr", '↑'),
    ("rarr", '→'),
    ("darr", '↓'),
    ("rsquor", '’'),
    ("colon", ':'),
    ("comma", ','),
    ("period", '.'),
    ("excl", '!'),
    ("quest", '?'),
    ("lpar", '('),
    ("rpar", ')'),
    ("sol", '/'),
    ("num", '#'),
    ("commat", '@'),
    ("percnt", '%'),
    ("plus", '+'),
    ("equals", '='),
    ("dollar", '$'),
    ("lowbar", '_'),
    ("Tab", '\t'),
    ("NewLine", '\n'),
];
/// The longest name, with room for a number.
const LONGEST: usize = 12;
/// Names that end without a semicolon too, as old pages have them.
const LOOSE: &[&str] = &["amp", "lt", "gt", "quot", "nbsp"];

/// Adds `text` with its references replaced.
pub(crate) fn decode(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        match reference(behind) {
            Some((c, read)) => {
                out.push(c);
                rest = behind.get(read..).unwrap_or("");
            }
            None => {
                out.push('&');
                rest = behind;
            }
        }
    }
    out.push_str(rest);
}

/// The text with its references replaced.
pub(crate) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    decode(text, &mut out);
    out
}

/// The character of the reference behind a `&`, and the bytes that it takes.
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(LONGEST).position(|b| !b.is_ascii_alphanumeric() && b != b'#');
    let end = end.unwrap_or(text.len().min(LONGEST));
    let name = text.get(..end)?;
    let with_stop = end + usize::from(text.as_bytes().get(end) == Some(&b';'));
    if let Some(digits) = name.strip_prefix('#') {
        let hex = digits.strip_prefix(['x', 'X']);
        let code = match hex {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => digits.parse(),
        };
        return Some((numbered(code.ok()?), with_stop));
    }
    if with_stop == end && !(LOOSE.contains(&name) && text.as_bytes().get(end) != Some(&b'=')) {
        return None;
    }
    let other = OTHER.iter().find(|(own, _)| *own == name).map(|(_, c)| *c);
    let latin = || {
        let at = LATIN.split_ascii_whitespace().position(|own| own == name)?;
        char::from_u32(0xa0 + u32::try_from(at).ok()?)
    };
    Some((other.or_else(latin)?, with_stop))
}

/// HTML reads 128 to 159 as windows-1252; what is no character is U+FFFD.
fn numbered(code: u32) -> char {
    match code {
        0x80..=0x9f => windows_1252(code as u8),
        0 => char::REPLACEMENT_CHARACTER,
        _ => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_replaced() {
        let check = |text: &str, expected: &str| assert_eq!(decoded(text), expected, "{text}");
        check("Tom &amp; Jerry &lt;b&gt;", "Tom & Jerry <b>");
        check("&ldquo;siap&rdquo; &ndash; caf&eacute;&nbsp;x&yuml;", "“siap” – café\u{a0}xÿ");
        check("&#8220;a&#x201D; &#150;", "“a” –");
        check("&#0;&#xD800;&#x110000;&#99999999999;", "\u{fffd}\u{fffd}\u{fffd}&#99999999999;");
        check("&amp;lt; &unknown; & && &;", "&lt; &unknown; & && &;");
        check("a&ampb &copy2 &lt=", "a&ampb &copy2 &lt=");
        check("R&D &amp", "R&D &");
    }

    #[test]
    fn the_names_fill_their_block() {
        assert_eq!(LATIN.split_ascii_whitespace().count(), 96);
    }
}
