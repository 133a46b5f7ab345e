//! Which quotation marks belong together? One pass over a block, with a stack of open marks.

use crate::text::Span;

/// A pair of quotation marks that no other pair encloses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    /// With the marks; an unclosed quote runs to the end of its block.
    pub span: Span,
    /// Whether the closing mark is there.
    pub closed: bool,
    /// Whether the marks look away from the words (” … “).
    pub reversed: bool,
}

/// Open marks that are remembered at once; deeper ones are passed over.
const DEEPEST: usize = 4;
/// How far a closing single mark is looked for past a possessive apostrophe, in bytes.
const LOOK_AHEAD: usize = 400;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Guillemet,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Opens,
    Closes,
    Either,
}

#[derive(Clone, Copy)]
struct Open {
    at: usize,
    family: Family,
    mark: char,
    /// Pairs found before this mark was opened.
    pairs: usize,
}

/// Finds the outermost pairs in the block of `body`, by place.
pub(crate) fn pairs(body: &str, block: Span) -> Vec<Pair> {
    let text = block.of(body);
    // Most blocks hold none of the marks.
    if text.bytes().all(|b| b.is_ascii() && b != b'"' && b != b'\'') {
        return Vec::new();
    }
    let base = block.start as usize;
    let mut stack: Vec<Open> = Vec::new();
    let mut found: Vec<Pair> = Vec::new();
    let mut at = 0;
    let may_be = |b: &u8| matches!(b, b'"' | b'\'') || !b.is_ascii();
    while let Some(ahead) = text.as_bytes().get(at..).and_then(|rest| rest.iter().position(may_be)) {
        at += ahead;
        let (head, rest) = text.split_at_checked(at).unwrap_or((text, ""));
        let mut chars = rest.chars();
        let Some(c) = chars.next() else { break };
        if let Some((family, way)) = read(c, head.chars().next_back(), chars.next(), &stack, rest) {
            let inside = stack.iter().rposition(|o| o.family == family);
            match (way, inside) {
                (Way::Opens, _) | (Way::Either, None) => {
                    if stack.len() < DEEPEST {
                        stack.push(Open { at, family, mark: c, pairs: found.len() });
                    }
                }
                (Way::Closes | Way::Either, Some(i)) => {
                    if let Some(open) = stack.get(i).copied() {
                        stack.truncate(i);
                        found.truncate(open.pairs);
                        let span = Span::new(base + open.at, base + at + c.len_utf8());
                        let reversed = matches!(open.mark, '”' | '’') && c != open.mark;
                        found.push(Pair { span, closed: true, reversed });
                    }
                }
                (Way::Closes, None) => {}
            }
        }
        at += c.len_utf8();
    }
    // An unclosed quote counts where nothing else was closed inside it; otherwise its mark is a slip.
    if let Some(open) = stack.first().copied() {
        let introduced = text.get(..open.at).unwrap_or("").trim_end();
        let introduced = introduced.is_empty() || introduced.ends_with([':', ',']);
        if open.family != Family::Single && found.len() == open.pairs && introduced {
            let end = base + text.trim_end().len();
            found.push(Pair { span: Span::new(base + open.at, end), closed: false, reversed: false });
        }
    }
    found
}

/// What the character does where it stands; `None` for one that isn't a quotation mark here.
fn read(
    c: char,
    before: Option<char>,
    after: Option<char>,
    stack: &[Open],
    rest: &str,
) -> Option<(Family, Way)> {
    const MARKS: [char; 14] = ['“', '”', '„', '‟', '"', '＂', '«', '»', '‹', '›', '‘', '’', '\'', '‚'];
    if !MARKS.contains(&c) {
        return None;
    }
    let space = |x: Option<char>| x.is_none_or(char::is_whitespace);
    let letter = |x: Option<char>| x.is_some_and(char::is_alphanumeric);
    let starts = space(before) || matches!(before, Some('(' | '[' | '—' | '–' | '-' | '/' | '“' | '‘' | '"'));
    match c {
        '“' | '„' | '‟' => {
            let open = stack.iter().rfind(|o| o.family == Family::Double);
            // ” … “: the mark of a reversed pair closes it, unless it plainly opens another.
            let ends = open.is_some_and(|o| o.mark == '”' || o.mark == '„');
            let opens_another = starts && !space(after) && !after.is_some_and(|c| c.is_ascii_punctuation());
            Some((Family::Double, if ends && !opens_another { Way::Closes } else { Way::Opens }))
        }
        '”' => {
            let open = stack.iter().any(|o| o.family == Family::Double);
            let stray = !open && !space(before) && !starts;
            // Where a closing mark was forgotten, the next mark before a word still opens.
            let plainly = space(before) && (letter(after) || after == Some('('));
            Some((Family::Double, if (open || stray) && !plainly { Way::Closes } else { Way::Opens }))
        }
        '"' | '＂' => {
            let way = match (starts, space(after) || after.is_some_and(|c| c.is_ascii_punctuation())) {
                (true, false) => Way::Opens,
                (false, true) => Way::Closes,
                _ => Way::Either,
            };
            Some((Family::Double, way))
        }
        '«' | '‹' => Some((Family::Guillemet, Way::Opens)),
        '»' | '›' => Some((Family::Guillemet, Way::Closes)),
        '‘' if !letter(before) => Some((Family::Single, Way::Opens)),
        '\'' if starts && letter(after) => Some((Family::Single, Way::Opens)),
        '’' | '\'' if !letter(after) && stack.iter().any(|o| o.family == Family::Single) => {
            let possessive = matches!(before, Some('s' | 'S')) && space(after) && closes_later(rest);
            (!possessive).then_some((Family::Single, Way::Closes))
        }
        _ => None,
    }
}

/// Whether a plainer closing single mark follows: one after punctuation, before another opens.
fn closes_later(rest: &str) -> bool {
    let mut before = ' ';
    for (at, c) in rest.char_indices().skip(1) {
        if at > LOOK_AHEAD || c == '‘' {
            return false;
        }
        if matches!(c, '’' | '\'') && matches!(before, ',' | '.' | '!' | '?') {
            return true;
        }
        before = c;
    }
    false
}
