//! RSS 1.0 and 2.0, Atom: each item is an article. Entities are never declared nor opened, addresses never followed.

use crate::fields::{Draft, Field};
use crate::finding::Finding;
use crate::html::{Token, Tokens, decode};
use crate::{Entry, Format, Place, Remark, limits};

/// Elements of an item with what they say, the better ones first.
const NAMES: &[(&str, Field)] = &[
    ("content:encoded", Field::Text),
    ("content", Field::Text),
    ("description", Field::Text),
    ("summary", Field::Text),
    ("title", Field::Title),
    ("pubdate", Field::Date),
    ("published", Field::Date),
    ("dc:date", Field::Date),
    ("issued", Field::Date),
    ("updated", Field::Date),
    ("source", Field::Source),
    ("dc:publisher", Field::Source),
    ("dc:language", Field::Language),
];
/// From this rank on a text is only a summary.
const SUMMARY: usize = 2;

/// A feed.
pub(crate) fn read(place: &Place, text: &str) -> Vec<Entry> {
    let skipped = |finding| vec![Entry::skipped(place.clone(), Format::Feed, finding, [])];
    let mut feed =
        Feed { place, text, entries: Vec::new(), around: Draft::default(), item: None, open: None };
    let mut tokens = Tokens::xml(text);
    let mut is_feed = false;
    let mut lines = Lines { text, at: 0, line: 1 };
    loop {
        let before = tokens.at();
        let Some(token) = tokens.next() else { break };
        match token {
            Token::Declaration => return skipped(Finding::XmlEntities),
            Token::Start { name, closed } => {
                is_feed |= ["rss", "feed", "rdf:rdf"].iter().any(|own| own.eq_ignore_ascii_case(name));
                feed.start(name, closed, tokens.at(), tokens.attribute("type"), &mut lines);
            }
            Token::End { name } => feed.end(name, before),
            Token::Text(words) => feed.words(words, false),
            Token::Literal(words) => feed.words(words, true),
            Token::Raw { .. } => {}
        }
        if feed.entries.len() > limits::MAX_RECORDS {
            break;
        }
    }
    if !is_feed {
        return skipped(Finding::XmlNoFeed);
    }
    // A feed that ends inside an item: what was read of it counts.
    feed.close_item();
    feed.entries
}

/// An element whose words are wanted.
struct Open {
    name: String,
    rank: (Field, usize),
    words: String,
    /// Where its content begins, when that is markup (Atom's XHTML).
    markup: Option<usize>,
    /// Elements of its name open inside it.
    depth: usize,
}

struct Feed<'a> {
    place: &'a Place,
    text: &'a str,
    entries: Vec<Entry>,
    around: Draft,
    item: Option<(Draft, u32)>,
    open: Option<Open>,
}

impl Feed<'_> {
    fn start(&mut self, name: &str, closed: bool, at: usize, kind: Option<&str>, lines: &mut Lines<'_>) {
        if closed {
            return;
        }
        let lower = name.get(..name.len().min(40)).unwrap_or("").to_ascii_lowercase();
        if let Some(open) = &mut self.open {
            open.depth += usize::from(open.name == lower);
            return;
        }
        if matches!(lower.as_str(), "item" | "entry") {
            self.close_item();
            self.item = Some((Draft::default(), lines.of(at)));
            return;
        }
        let rank = match (&self.item, lower.as_str()) {
            (Some(_), name) => {
                NAMES.iter().position(|(own, _)| *own == name).and_then(|at| Some((NAMES.get(at)?.1, at)))
            }
            // The channel's own name and language are those of its items.
            (None, "title") => Some((Field::Source, usize::MAX)),
            (None, "language" | "dc:language") => Some((Field::Language, usize::MAX)),
            _ => None,
        };
        if let Some(rank) = rank {
            let markup = kind.is_some_and(|kind| kind.eq_ignore_ascii_case("xhtml")).then_some(at);
            self.open = Some(Open { name: lower, rank, words: String::new(), markup, depth: 0 });
        }
    }

    fn words(&mut self, words: &str, literal: bool) {
        if let Some(open) = self.open.as_mut().filter(|open| open.markup.is_none()) {
            match literal {
                true => open.words.push_str(words),
                false => decode(words, &mut open.words),
            }
        }
    }

    fn end(&mut self, name: &str, before: usize) {
        if let Some(open) = &mut self.open {
            if !open.name.eq_ignore_ascii_case(name) {
                // An item that ends inside one of its elements ends that too.
                if !["item", "entry"].iter().any(|own| own.eq_ignore_ascii_case(name)) {
                    return;
                }
            } else if open.depth > 0 {
                open.depth -= 1;
                return;
            }
        }
        if let Some(open) = self.open.take() {
            let words = match open.markup {
                Some(from) => self.text.get(from..before).unwrap_or("").to_string(),
                None => open.words,
            };
            match &mut self.item {
                Some((draft, _)) => draft.take(open.rank, words.trim().to_string()),
                None => self.around.take(open.rank, words.trim().to_string()),
            }
        }
        if ["item", "entry"].iter().any(|own| own.eq_ignore_ascii_case(name)) {
            self.close_item();
        }
    }

    fn close_item(&mut self) {
        let Some((mut draft, line)) = self.item.take() else { return };
        let record = self.entries.len() as u32 + 1;
        let place = self.place.record(record, Some(line));
        if self.entries.len() >= limits::MAX_RECORDS {
            let limit = limits::MAX_RECORDS.to_string();
            self.entries.push(Entry::skipped(place, Format::Feed, Finding::TooManyRecords, [limit]));
            return;
        }
        for field in [Field::Source, Field::Language] {
            if let Some(text) = self.around.get(field) {
                draft.take((field, usize::MAX), text.to_string());
            }
        }
        if draft.rank(Field::Text).is_some_and(|rank| rank >= SUMMARY) {
            draft.remarks.push(Remark::new(Finding::SummaryOnly, []));
        }
        self.entries.push(match draft.finish(&place) {
            Some((article, remarks)) => Entry::read(place, Format::Feed, article, remarks),
            None => Entry::skipped(place, Format::Feed, Finding::FeedNoText, []),
        });
    }
}

/// Lines, from 1 on, of places that only move forward.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u32,
}

impl Lines<'_> {
    fn of(&mut self, at: usize) -> u32 {
        let between = self.text.as_bytes().get(self.at..at).unwrap_or(&[]);
        self.line += between.iter().filter(|b| **b == b'\n').count() as u32;
        self.at = self.at.max(at);
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sorot_core::calendar::Lang;

    fn of(text: &str) -> Vec<Entry> {
        read(&Place::file("a.xml"), text)
    }

    #[test]
    fn rss_items_are_articles() {
        let entries = of(
            "<?xml version='1.0'?>\n<rss><channel><title>Harian Uji</title><language>id-ID</language>\n\
            <item><title>Harga &amp; beras</title><link>javascript:alert(1)</link>\
            <pubDate>Fri, 25 Apr 2025 10:00:00 +0700</pubDate><description>Ringkas.</description>\
            <content:encoded><![CDATA[<p>Harga turun.</p><script>x()</script><p>Dua.</p>]]></content:encoded></item>\n\
            <item><title>K</title><description>&lt;p&gt;Ringkas.&lt;/p&gt;</description></item><item/><item><title>L</title></item></channel></rss>",
        );
        let first = entries[0].article.as_ref().unwrap();
        assert_eq!(
            (first.body.as_str(), first.declared_title.as_deref()),
            ("Harga turun.\nDua.", Some("Harga & beras"))
        );
        assert_eq!((first.source.as_deref(), first.declared_language), (Some("Harian Uji"), Some(Lang::Id)));
        assert_eq!(first.declared_day.unwrap().day.to_string(), "2025-04-25");
        assert_eq!(entries[1].article.as_ref().unwrap().body, "Ringkas.");
        assert_eq!(entries[1].remarks[0].finding, Finding::SummaryOnly);
        assert_eq!((entries[2].remarks[0].finding, entries[2].place.line), (Finding::FeedNoText, Some(4)));
        assert_eq!(entries.len(), 3);
    }

    #[test]
    fn atom_entries_are_articles() {
        let entries = of(
            "<feed xml:lang='en'><title>Daily</title><entry><title type='text'>One</title><updated>2025-04-26T00:00:00Z</updated>\
            <published>2025-04-25T00:00:00Z</published><content type='xhtml'><div><p>Prices <b>fell</b>.</p><p>Two.</p></div></content></entry></feed>",
        );
        let article = entries[0].article.as_ref().unwrap();
        assert_eq!(article.body, "Prices fell.\nTwo.");
        assert_eq!(article.declared_day.unwrap().day.to_string(), "2025-04-25");
    }

    #[test]
    fn declarations_are_refused_and_other_xml_is_named() {
        let laughs =
            "<!DOCTYPE l [<!ENTITY a 'lol'><!ENTITY b '&a;&a;'>]><rss><item><title>&b;</title></item></rss>";
        assert_eq!(of(laughs)[0].remarks[0].finding, Finding::XmlEntities);
        assert_eq!(of("<urlset><url/></urlset>")[0].remarks[0].finding, Finding::XmlNoFeed);
    }
}
