//! What does a line look like? The features by which a line that isn't the story is told.

use super::credits::{byline, contributed, credit, photo};
use super::lexicon::{List, small};
use crate::why::{Rule, Why};
use std::cell::OnceCell;
use std::sync::LazyLock;

static FILE: &str = include_str!("../../data/non-story.txt");
static CALL: LazyLock<List> = LazyLock::new(|| List::class(FILE, "call"));
static WHOLE: LazyLock<List> = LazyLock::new(|| List::class(FILE, "whole"));
static SERVICE: LazyLock<List> = LazyLock::new(|| List::class(FILE, "service"));
static THING: LazyLock<List> = LazyLock::new(|| List::class(FILE, "thing"));
static TAIL: LazyLock<List> = LazyLock::new(|| List::class(FILE, "tail"));
static MONTH: LazyLock<List> = LazyLock::new(|| List::class(FILE, "month"));
static STAMP: LazyLock<List> = LazyLock::new(|| List::class(FILE, "stamp"));
static MEDIUM: LazyLock<List> = LazyLock::new(|| List::class(FILE, "medium"));

/// Bytes of a line that are looked at: a longer line is told by its beginning.
pub(super) const HEAD: usize = 600;
/// Words of a credit, a sign-off or a service line at most.
pub(super) const SHORT: usize = 30;

/// One trimmed line with what is counted about it.
pub struct Line<'a> {
    /// As written.
    pub text: &'a str,
    small: OnceCell<String>,
    words: OnceCell<usize>,
}

impl<'a> Line<'a> {
    /// Looks at a trimmed line.
    pub fn new(text: &'a str) -> Line<'a> {
        Line { text, small: OnceCell::new(), words: OnceCell::new() }
    }

    /// Its beginning in small letters.
    pub(super) fn small(&self) -> &str {
        let head = || self.text.get(..self.text.floor_char_boundary(HEAD)).unwrap_or(self.text);
        self.small.get_or_init(|| small(head()))
    }

    /// How many words, up to 100: counting stops where every limit is passed.
    pub fn words(&self) -> usize {
        *self.words.get_or_init(|| self.text.split_whitespace().take(100).count())
    }

    /// Whether it ends with `.`, `!`, `?` or `…`, closing marks aside.
    pub fn ends_with_stop(&self) -> bool {
        self.last().is_some_and(|c| matches!(c, '.' | '!' | '?' | '…'))
    }

    /// Whether it ends with `.` or `…`, closing marks aside.
    pub fn ends_with_full_stop(&self) -> bool {
        self.last().is_some_and(|c| matches!(c, '.' | '…'))
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
        let label = CALL.prefix_of(self.small()).or_else(|| WHOLE.prefix_of(self.small()));
        label.is_some_and(|l| self.small().trim_end_matches([':', ' ']).len() == l.len())
    }

    /// Whether all its words are names: every one has a capital or stands in brackets, no stop ends
    /// it, and it names a newsroom or gives an acronym.
    pub fn is_names_only(&self) -> bool {
        let words = || self.text.split_whitespace();
        let bare = |w: &str| w.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
        let small_word =
            |w: &str| matches!(w, "of" | "dan" | "and" | "/" | "&" | "|" | "-" | "–" | "by" | "oleh");
        let medium = || self.small().split_whitespace().any(|w| MEDIUM.has(w.trim_matches(is_not_letter)));
        let short_names = self.words() <= 8 && !self.ends_with_stop();
        short_names
            && words().all(|w| bare(w) || small_word(w))
            && (self.words() <= 4
                || medium()
                || words().any(is_bracketed_acronym)
                || self.text.contains(['/', '|']))
    }
}

pub(super) fn is_not_letter(c: char) -> bool {
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
    let bare = line.small().trim_matches(is_not_letter);
    if WHOLE.has(bare) || pages(bare) {
        return one(Why::new(Rule::NonStoryFurniture, [line.text.into()]));
    }
    if line.text.contains('©')
        || line.small().contains("(c) 2")
        || line.small().contains("all rights reserved")
    {
        return (line.words() <= SHORT).then(|| vec![Why::plain(Rule::NonStoryRights)]);
    }
    if let Some(phrase) = TAIL.prefix_of(line.small().trim_start_matches(is_not_letter)) {
        return one(Why::new(Rule::NonStoryAbout, [phrase.into()]));
    }
    if let Some(phrase) = contributed(line) {
        return one(Why::new(Rule::NonStoryCredit, [phrase.into()]));
    }
    if let Some(why) = byline(line) {
        return one(why);
    }
    call(line).or_else(|| credit(line)).or_else(|| service(line)).or_else(|| photo(line).map(|w| vec![w]))
}

/// Words of a line that dates the article at most.
const DATE_WORDS: usize = 14;

/// Whether the line holds a date with its year and nothing else but the hour and what says that it was published:
/// "Rabu, 12 November 2025 | 10:30 WIB". Only under the headline does that date the article.
pub fn is_date_line(line: &Line) -> bool {
    let mut words = line.small().split(is_not_letter).filter(|w| !w.is_empty());
    if line.words() > DATE_WORDS || !line.text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let (mut year, mut figures, mut month) = (false, 0, false);
    let told = words.all(|word| {
        let digits = word.bytes().all(|b| b.is_ascii_digit());
        year |= digits && word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        figures += usize::from(digits);
        month |= MONTH.has(word);
        digits && word.len() <= 4 || MONTH.has(word) || STAMP.has(word)
    });
    told && year && (month && figures >= 2 || figures >= 3) && !line.ends_as_sentence()
}

/// "Baca Juga: …", "MEMBACA  …", "Read more: …": words that send the reader elsewhere, then a headline.
fn call(line: &Line) -> Option<Vec<Why>> {
    let start = line.small().find(|c: char| c.is_alphanumeric())?;
    let label = CALL.prefix_of(line.small().get(start..)?)?;
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

/// "Dapatkan berita pilihan di kanal WhatsApp …": asks the reader to do something, with a service.
fn service(line: &Line) -> Option<Vec<Why>> {
    let head = line.small().trim_start_matches(is_not_letter);
    let asks = SERVICE.prefix_of(head).filter(|_| line.words() <= SHORT * 2)?;
    let rest = head.get(asks.len()..)?;
    let thing = rest
        .match_indices(|c: char| !c.is_alphanumeric())
        .find_map(|(i, c)| THING.prefix_of(rest.get(i + c.len()..)?))?;
    Some(vec![Why::new(Rule::NonStoryService, [asks.into(), thing.into()])])
}

/// "Halaman: 1 2 3", "page 2 of 3", "1 2 Selanjutnya", "3 min read".
fn pages(bare: &str) -> bool {
    if bare.len() < 24 && (bare.ends_with("min read") || bare.ends_with("menit membaca")) {
        return bare.starts_with(char::is_numeric);
    }
    let words = || bare.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let page = |w: &str| {
        matches!(w, "halaman" | "page" | "selanjutnya" | "berikutnya" | "sebelumnya" | "next" | "previous")
    };
    // Most lines end the first search at their first word.
    words().all(|w| {
        page(w) || w.chars().all(char::is_numeric) || matches!(w, "of" | "dari" | "all" | "semua" | "last")
    }) && words().any(page)
}

/// A line of marks, an end mark, an editor's initials, an address.
fn mark(text: &str) -> Option<Why> {
    if !text.chars().any(char::is_alphanumeric) || text == "-30-" {
        return Some(Why::new(
            Rule::NonStoryMark,
            [text.chars().take(20).collect::<String>().as_str().into()],
        ));
    }
    // "[Gambas:Video …]": what the page put in its place.
    if text.starts_with('[')
        && text.ends_with(']')
        && text.contains(':')
        && text.split_whitespace().count() <= 6
    {
        return Some(Why::new(Rule::NonStoryFurniture, [text.into()]));
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
    if let Some(cut) = glued_call(text) {
        return cut;
    }
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

/// "… rumah. Baca juga: Harga Beras Naik": a call to read on that is glued to a paragraph's end.
fn glued_call(text: &str) -> Option<(&str, Option<(&str, Why)>)> {
    const CALLS: [&str; 6] = ["baca juga", "simak juga", "lihat juga", "read more", "read also", "also read"];
    // The colon after the call is the last one but for those of the headline itself.
    let from = text.len() - text.len().min(HEAD);
    let from = text.ceil_char_boundary(from);
    let end = text.get(from..)?;
    end.match_indices(':').find_map(|(colon, _)| {
        let before = end.get(..colon)?.trim_end();
        let call = CALLS.iter().find(|c| {
            let start = before.len().checked_sub(c.len()).and_then(|s| before.get(s..));
            start.is_some_and(|s| s.eq_ignore_ascii_case(c))
        })?;
        let start = before.len() - call.len();
        let story = text.get(..from + start)?.trim_end();
        let rest = end.get(start..)?;
        let headline = Line::new(rest);
        let told = !story.is_empty() && Line::new(story).ends_with_stop() && !headline.ends_with_full_stop();
        let why = Why::new(Rule::NonStoryCall, [rest.get(..call.len()).unwrap_or(call).into()]);
        told.then_some((story, Some((rest, why))))
    })
}
