//! What does a line look like? The features by which a line that isn't the story is told.

use super::lexicon::{List, small};
use crate::why::{Rule, Why};
use std::sync::LazyLock;

static FILE: &str = include_str!("../../data/non-story.txt");
static CALL: LazyLock<List> = LazyLock::new(|| List::class(FILE, "call"));
static CREDIT: LazyLock<List> = LazyLock::new(|| List::class(FILE, "credit"));
static WHOLE: LazyLock<List> = LazyLock::new(|| List::class(FILE, "whole"));
static SERVICE: LazyLock<List> = LazyLock::new(|| List::class(FILE, "service"));
static THING: LazyLock<List> = LazyLock::new(|| List::class(FILE, "thing"));
static TAIL: LazyLock<List> = LazyLock::new(|| List::class(FILE, "tail"));
static MEDIUM: LazyLock<List> = LazyLock::new(|| List::class(FILE, "medium"));

/// Bytes of a line that are looked at: a longer line is told by its beginning.
const HEAD: usize = 600;
/// Words of a credit, a sign-off or a service line at most.
const SHORT: usize = 30;

/// One trimmed line with what is counted about it.
pub struct Line<'a> {
    /// As written.
    pub text: &'a str,
    /// Its beginning in small letters.
    small: String,
    words: usize,
}

impl<'a> Line<'a> {
    /// Looks at a trimmed line.
    pub fn new(text: &'a str) -> Line<'a> {
        let head = text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text);
        // Counting stops where every limit is passed.
        let words = text.split_whitespace().take(100).count();
        Line { text, small: small(head), words }
    }

    /// How many words, up to 100.
    pub fn words(&self) -> usize {
        self.words
    }

    /// Whether it ends with `.`, `!`, `?` or `…`, closing marks aside.
    pub fn ends_with_stop(&self) -> bool {
        self.last().is_some_and(|c| matches!(c, '.' | '!' | '?' | '…'))
    }

    /// Whether it ends as only sentences do: with a full stop, or with a comma or colon that goes on.
    pub fn ends_as_sentence(&self) -> bool {
        self.last().is_some_and(|c| matches!(c, '.' | '…' | ',' | ':' | ';'))
    }

    fn last(&self) -> Option<char> {
        let closing =
            |c: char| matches!(c, '”' | '“' | '’' | '"' | '\'' | ')' | ']' | '»') || c.is_whitespace();
        self.text.trim_end_matches(closing).chars().next_back()
    }

    /// Whether a place and an agency open it: capitals, then a spaced dash before the lead.
    pub fn has_dateline(&self) -> bool {
        let head: String = self.text.chars().take(60).collect();
        let Some(at) = [" – ", " — ", " - ", " -- "].iter().filter_map(|d| head.find(d)).min() else {
            return false;
        };
        let place = head.get(..at).unwrap_or("");
        let capital = |w: &str| !w.chars().next().is_some_and(char::is_lowercase);
        place.split_whitespace().count() <= 6
            && place.split_whitespace().all(capital)
            && (place.contains([',', '(']) || place.split_whitespace().any(is_all_capitals))
    }

    /// Whether the line is only a call to read on: its headlines come in the next lines.
    pub fn is_label_alone(&self) -> bool {
        let label = CALL.prefix_of(&self.small).or_else(|| WHOLE.prefix_of(&self.small));
        label.is_some_and(|l| self.small.trim_end_matches([':', ' ']).len() == l.len())
    }

    /// Whether all its words are names: every one has a capital or stands in brackets, no stop ends
    /// it, and it names a newsroom or gives an acronym.
    pub fn is_names_only(&self) -> bool {
        let words = || self.text.split_whitespace();
        let bare = |w: &str| w.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
        let small_word =
            |w: &str| matches!(w, "of" | "dan" | "and" | "/" | "&" | "|" | "-" | "–" | "by" | "oleh");
        let medium = self.small.split_whitespace().any(|w| MEDIUM.has(w.trim_matches(is_not_letter)));
        let short_names = self.words <= 8 && !self.ends_with_stop();
        short_names
            && words().all(|w| bare(w) || small_word(w))
            && (medium || words().any(is_bracketed_acronym) || self.text.contains(['/', '|']))
    }
}

fn is_not_letter(c: char) -> bool {
    !c.is_alphanumeric()
}

fn is_all_capitals(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() >= 2 && letters.into_iter().all(char::is_uppercase)
}

fn is_bracketed_acronym(word: &str) -> bool {
    word.starts_with('(') && word.ends_with(')') && is_all_capitals(word)
}

/// What tells that the line isn't the story; `None` for a line of the story.
pub fn non_story(line: &Line) -> Option<Vec<Why>> {
    let one = |why| Some(vec![why]);
    if let Some(why) = mark(line.text) {
        return one(why);
    }
    let bare = line.small.trim_matches(is_not_letter);
    if WHOLE.has(bare) || pages(bare) {
        return one(Why::new(Rule::NonStoryFurniture, [line.text.into()]));
    }
    if line.text.contains('©') || line.small.contains("(c) 2") || line.small.contains("all rights reserved")
    {
        return (line.words <= SHORT).then(|| vec![Why::plain(Rule::NonStoryRights)]);
    }
    if let Some(phrase) = TAIL.prefix_of(line.small.trim_start_matches(is_not_letter)) {
        return one(Why::new(Rule::NonStoryAbout, [phrase.into()]));
    }
    if let Some(phrase) = contributed(line) {
        return one(Why::new(Rule::NonStoryCredit, [phrase.into()]));
    }
    call(line).or_else(|| credit(line)).or_else(|| service(line)).or_else(|| photo(line).map(|w| vec![w]))
}

/// "… contributed to this report.": who helped, at the end of a line.
fn contributed(line: &Line) -> Option<&'static str> {
    let tail = line.small.trim_end_matches(is_not_letter);
    CONTRIBUTED.iter().find(|p| line.words <= SHORT * 2 && tail.ends_with(**p)).copied()
}

/// What ends a line about who helped with the article.
const CONTRIBUTED: [&str; 8] = [
    "contributed to this report",
    "contributed to this story",
    "contributed reporting",
    "contributed to this article",
    "berkontribusi dalam laporan ini",
    "berkontribusi pada laporan ini",
    "berkontribusi dalam artikel ini",
    "berkontribusi pada artikel ini",
];

/// "Baca Juga: …", "MEMBACA  …", "Read more: …": words that send the reader elsewhere, then a headline.
fn call(line: &Line) -> Option<Vec<Why>> {
    let start = line.small.find(|c: char| c.is_alphanumeric())?;
    let label = CALL.prefix_of(line.small.get(start..)?)?;
    let written: String = line.text.get(start..)?.chars().take(label.chars().count()).collect();
    let rest = line.text.get(start + written.len()..)?;
    let after = rest.trim_start();
    let gap = rest.get(..rest.len() - after.len()).unwrap_or("");
    let colon = after.starts_with([':', '|', '>', '»']);
    // A gap that isn't one plain space was laid out, not typed.
    let laid_out = gap.chars().count() > 1 || gap.contains('\u{a0}');
    let shouted = is_all_capitals(&written.split_whitespace().collect::<String>());
    let headline = after.trim_start_matches(is_not_letter);
    let titled = headline.chars().next().is_some_and(|c| !c.is_lowercase());
    let no_stop = !line.ends_with_stop();
    let two_words = label.contains(' ') && written.chars().any(char::is_uppercase);
    let told = colon && (two_words || no_stop || titled && label != "more")
        || laid_out && no_stop
        || shouted && titled && no_stop
        || two_words && no_stop && titled;
    if !told && !headline.is_empty() {
        return None;
    }
    let mut whys = vec![Why::new(Rule::NonStoryCall, [written.as_str().into()])];
    if no_stop {
        whys.push(Why::plain(Rule::NonStoryNoStop));
    }
    if let Some(glued) = glued_headlines(headline) {
        whys.push(Why::new(Rule::NonStoryGlued, [glued.into()]));
    }
    Some(whys)
}

/// A word in which a second headline begins ("berencanaPemprov").
fn glued_headlines(text: &str) -> Option<&str> {
    text.split_whitespace().take(60).find(|w| {
        let mut run = 0;
        w.chars().zip(w.chars().skip(1)).any(|(a, b)| {
            run = if a.is_lowercase() { run + 1 } else { 0 };
            run >= 3 && b.is_uppercase()
        })
    })
}

/// "Editor: …", "Reporting by …; editing by …", "(Foto: …)".
fn credit(line: &Line) -> Option<Vec<Why>> {
    let head = line.small.trim_start_matches(is_not_letter);
    let label = CREDIT.prefix_of(head)?;
    let rest = head.get(label.len()..)?.trim_start();
    let by = rest.starts_with("by ") && !line.text.starts_with(char::is_lowercase);
    let colon = rest.starts_with([':', '/']);
    // A sentence after the colon is a remark of the story ("Sumber: …" in an interview).
    let told = line.words <= SHORT
        && (colon && (!line.ends_with_stop() || line.words <= 12) || by && line.words <= SHORT);
    // "Reporting by Reuters suggests that …" is a sentence: names alone may follow.
    let names = by && {
        let first = line.text.split_whitespace().skip_while(|w| !w.eq_ignore_ascii_case("by")).nth(1);
        first.is_some_and(|w| w.chars().next().is_some_and(char::is_uppercase))
            && (line.text.contains(';') || line.words <= 8 || !line.ends_with_stop())
    };
    (told && (colon || names)).then(|| vec![Why::new(Rule::NonStoryCredit, [label.into()])])
}

/// "Dapatkan berita pilihan di kanal WhatsApp …": asks the reader to do something, with a service.
fn service(line: &Line) -> Option<Vec<Why>> {
    if line.words > SHORT * 2 {
        return None;
    }
    let head = line.small.trim_start_matches(is_not_letter);
    let asks = SERVICE.prefix_of(head)?;
    let rest = head.get(asks.len()..)?;
    let thing = rest
        .match_indices(|c: char| !c.is_alphanumeric())
        .find_map(|(i, c)| THING.prefix_of(rest.get(i + c.len()..)?))?;
    Some(vec![Why::new(Rule::NonStoryService, [asks.into(), thing.into()])])
}

/// A caption: a credit in brackets ends a line, or an agency's picture service stands in it.
fn photo(line: &Line) -> Option<Why> {
    let told = [
        "(foto:",
        "(foto ",
        "(photo:",
        "(photo by",
        "foto: ",
        "/getty images",
        "(dok.",
        "(dok:",
        "ap photo/",
        "afp/",
        "(screenshot",
        "(tangkapan layar",
        "[photo",
        "[file:",
        "antara foto/",
    ];
    let open = line.small.rfind(['(', '['])?;
    let tail = line.small.get(open..)?;
    let cue = told.iter().find(|c| tail.contains(**c))?;
    let closes = line.text.trim_end_matches('.').ends_with([')', ']']);
    (closes && line.words <= 60 && line.small.len() < HEAD)
        .then(|| Why::new(Rule::NonStoryPhoto, [(*cue).trim_matches(is_not_letter).into()]))
}

/// "Halaman: 1 2 3", "page 2 of 3".
fn pages(bare: &str) -> bool {
    let mut words = bare.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    matches!(words.next(), Some("halaman" | "page"))
        && words.all(|w| w.chars().all(char::is_numeric) || matches!(w, "of" | "dari" | "all" | "semua"))
}

/// A line of marks, an end mark, an editor's initials, an address.
fn mark(text: &str) -> Option<Why> {
    if !text.chars().any(char::is_alphanumeric) || text == "-30-" {
        return Some(Why::new(
            Rule::NonStoryMark,
            [text.chars().take(20).collect::<String>().as_str().into()],
        ));
    }
    if is_initials(text) {
        return Some(Why::new(Rule::NonStoryInitials, [text.into()]));
    }
    let address = text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
    (address && !text.contains(char::is_whitespace)).then(|| Why::plain(Rule::NonStoryAddress))
}

/// "(abc/def)", "[rds]", "(ant)": short letter groups in brackets, the mark of who edited.
fn is_initials(text: &str) -> bool {
    let Some(inner) = text.strip_prefix(['(', '[']).and_then(|t| t.strip_suffix([')', ']'])) else {
        return false;
    };
    let groups = || inner.split(['/', '-', ',', '*']);
    let short = groups()
        .all(|g| (1..=6).contains(&g.trim().len()) && g.trim().chars().all(|c| c.is_ascii_alphanumeric()));
    short
        && inner.len() <= 20
        && groups().any(|g| g.chars().any(|c| c.is_ascii_alphabetic()))
        && !inner.contains("the")
}

/// Splits a paragraph into the story and the mark that ends it: `[]`, `***`, "(abc/def)" after the
/// last stop.
pub fn tail(text: &str) -> (&str, Option<(&str, Why)>) {
    let whole = (text, None);
    let Some(at) = text.rfind(char::is_whitespace) else {
        return whole;
    };
    let last = text.get(at..).map_or("", str::trim_start);
    let story = text.get(..at).map_or("", str::trim_end);
    let after_stop = Line::new(story).ends_with_stop();
    let Some(why) = mark(last).filter(|w| w.rule != Rule::NonStoryAddress) else {
        return whole;
    };
    // A lone dash or quotation mark may belong to the sentence; initials and empty brackets don't.
    let bracketed = last.starts_with(['(', '[']) && last.ends_with([')', ']']);
    let row = last.chars().count() >= 2
        && last.chars().all(|c| matches!(c, '*' | '#' | '-' | '_' | '=' | '■' | '□'));
    let ends = bracketed || row || matches!(last, "■" | "□" | "▪" | "●" | "*" | "#" | "-30-" | "◼" | "❖");
    if after_stop && ends { (story, Some((last, why))) } else { whole }
}
