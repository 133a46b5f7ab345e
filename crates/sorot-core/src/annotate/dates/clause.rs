//! Does the clause around an expression look back or ahead?

use super::lexer::Cursor;
use super::lexicon::Sense;
use super::meaning::Cue;
use crate::calendar::Lang;

/// How many tokens before an expression are searched for a cue, and how many after.
const BACK: usize = 40;
const FORWARD: usize = 14;

/// Words before an end that is still to come, where nothing else tells.
pub(super) const UP_TO: [&str; 8] =
    ["by", "until", "till", "through", "menjelang", "lambat", "hingga", "sampai"];

/// Verbs that move something to a day that is still to come.
const PUT_OFF: [&str; 12] = [
    "off",
    "back",
    "postponed",
    "delayed",
    "extended",
    "adjourned",
    "ditunda",
    "diundur",
    "diperpanjang",
    "ditangguhkan",
    "dimundurkan",
    "menunda",
];

/// What the clause tells.
pub(super) struct Clause {
    /// The nearest cue.
    pub cue: Option<Cue>,
    /// Whether it tells of speaking.
    pub said: bool,
}

/// Reads the clause around the tokens `from..end`: the nearest cue before it decides; where there
/// is none and the expression opens the sentence, the first one after it.
pub(super) fn read(c: &Cursor, from: usize, end: usize) -> Clause {
    let start = from.saturating_sub(BACK);
    let mut cue = None;
    let mut said = false;
    for i in (start..from).rev() {
        // What is quoted and what is told around it are two clauses; so are what a semicolon parts.
        if c.mark(i, &['“', '”', '"', ';', '’']) {
            break;
        }
        said |= c.has(i, Sense::Said);
        if let Some(found) = at(c, i) {
            cue = Some(found);
            break;
        }
    }
    let opens = from <= 4;
    if cue.is_none() && opens {
        for i in end..end + FORWARD {
            if c.mark(i, &['“', '”', '"', ';', '.']) {
                break;
            }
            said |= c.has(i, Sense::Said);
            if let Some(found) = at(c, i) {
                cue = Some(found);
                break;
            }
        }
    }
    // "Hujan turun hingga Rabu, kata …": who says it looks at what is to come.
    let spoken = cue.is_none_or(|found| !found.ahead && said);
    if let Some(before) = from.checked_sub(1).filter(|b| spoken && c.is(*b, &UP_TO)) {
        cue = c.token(before).map(|t| Cue { span: t.span, ahead: true });
    }
    // "put off until Sunday": it hasn't come to it yet.
    let put_off = || (from.saturating_sub(3)..from - 1).any(|i| c.is(i, &PUT_OFF));
    if let Some(before) = from.checked_sub(1).filter(|b| c.is(*b, &UP_TO) || c.is(*b, &["to", "ke"]))
        && from >= 3
        && put_off()
    {
        cue = c.token(before).map(|t| Cue { span: t.span, ahead: true });
    }
    // "Rapat Jumat itu" has been told of.
    if cue.is_none() && c.is(end, &["itu", "tersebut"]) {
        cue = c.token(end).map(|t| Cue { span: t.span, ahead: false });
    }
    Clause { cue, said }
}

/// The cue at `i`. A verb takes the direction of the auxiliary right before it ("akan diumumkan").
fn at(c: &Cursor, i: usize) -> Option<Cue> {
    let span = c.token(i)?.span;
    // "Akan tetapi" is "however".
    let future = c.has(i, Sense::Future) && !c.is(i + 1, &["tetapi"]);
    if future || c.lang == Lang::En && looks_ahead(c, i) {
        return Some(Cue { span, ahead: true });
    }
    if !c.has(i, Sense::Past) && !regular_past(c, i) {
        return None;
    }
    for back in 1..=2 {
        // "The plan was signed": an auxiliary of the past settles it.
        let Some(before) = i.checked_sub(back).filter(|b| !c.has(*b, Sense::Past)) else { break };
        let intent = c.lang == Lang::Id && c.has(before, Sense::Intent);
        if c.has(before, Sense::Future) || intent {
            return Some(Cue { span: c.token(before)?.span, ahead: true });
        }
    }
    Some(Cue { span, ahead: false })
}

/// English "is to begin", "agreed to meet", "set for Friday", "ahead of Friday's vote", "starting
/// Monday".
fn looks_ahead(c: &Cursor, i: usize) -> bool {
    if c.has(i, Sense::Intent) {
        return c.is(i + 1, &["to"]) || c.is(i, &["set"]) && c.is(i + 1, &["for"]);
    }
    match c.text(i) {
        "to" => i.checked_sub(1).is_some_and(|b| c.is(b, &["is", "are"])),
        "ahead" => c.is(i + 1, &["of"]),
        "starting" | "beginning" => c.capital(i + 1),
        _ => false,
    }
}

/// English "-ed" in small letters: a past tense or a participle, unless an auxiliary says otherwise.
fn regular_past(c: &Cursor, i: usize) -> bool {
    c.lang == Lang::En && !c.capital(i) && c.text(i).len() > 4 && c.text(i).ends_with("ed")
}
