//! The reader's notes in the open article, and as a list.

use super::highlight::Segment;
use super::panel::escape_markdown;
use super::pins::{Pin, PinKind};
use super::reader::Reader;
use crate::annotate::Document;
use crate::calendar::Lang;
use crate::corpus::Corpus;
use crate::correct::Place;
use crate::notes::Note;
use crate::query::Query;
use crate::structure::BlockKind;
use crate::text::Span;
use std::rc::Rc;

/// A note in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteLine {
    /// Its place in the list of notes.
    pub number: usize,
    /// The article's id, where the bundle holds it.
    pub article: Option<String>,
    /// The article's headline; its id where the bundle doesn't hold it.
    pub title: String,
    /// The sentence where its passage begins.
    pub sentence: Option<u32>,
    /// Whether its passage stands nowhere any more.
    pub is_loose: bool,
}

/// A stretch of an article that can be chosen for a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where.
    pub at: Place,
    /// The paragraph's number from 1; 0 for the headline.
    pub paragraph: u32,
    /// The sentence's number in the article; `None` for the whole paragraph.
    pub sentence: Option<u32>,
}

/// The notes that hold the words of `line`, in the order of the articles and of their texts; what stands nowhere any
/// more comes behind its article's others, articles that the bundle doesn't hold come last.
pub(super) fn lines(corpus: &Corpus, notes: &[Note], line: &str) -> Vec<NoteLine> {
    let mut found = Vec::new();
    for (number, note) in notes.iter().enumerate() {
        let id = corpus.document_by_id(&note.article);
        let document = id.and_then(|id| corpus.document(id));
        // Of an article without its text the headline is known.
        let headline =
            id.and_then(|id| corpus.documents().headline(id.index())).filter(|_| document.is_none());
        let title =
            document.and_then(Document::title).or(headline.as_ref().map(|headline| headline.text.as_str()));
        let title = title.unwrap_or(&note.article);
        if !note.holds(title, line) {
            continue;
        }
        let span = document.and_then(|document| note.place(document));
        let sentence = span.zip(document).and_then(|(span, document)| {
            let sentences = &document.structure.sentences;
            Some(sentences.partition_point(|s| s.span.end <= span.start) as u32)
                .filter(|n| (*n as usize) < sentences.len())
        });
        let place =
            (id.map_or(usize::MAX, |id| id.index()), span.map_or(u32::MAX, |span| span.start), number);
        let line = NoteLine {
            number,
            article: id.map(|_| note.article.clone()),
            title: title.to_string(),
            sentence,
            is_loose: span.is_none() && headline.is_none(),
        };
        found.push((place, line));
    }
    crate::sort::by_key(&mut found, |(place, _)| *place);
    found.into_iter().map(|(_, line)| line).collect()
}

/// What can be chosen of an article without a mouse: headline, paragraphs, sentences.
pub(super) fn passages(document: &Document) -> Vec<Passage> {
    let mut all = Vec::new();
    let mut count = 0;
    for (n, block) in (0..).zip(&document.structure.blocks) {
        let paragraph = match block.kind {
            BlockKind::Title => 0,
            BlockKind::Paragraph => {
                count += 1;
                count
            }
            BlockKind::NonStory(_) => continue,
        };
        let passage = |span: Span, sentence| Passage { at: Place::of(document, span), paragraph, sentence };
        all.push(passage(block.span, None));
        let inside = (0..).zip(&document.structure.sentences).filter(|(_, s)| s.block == n);
        all.extend(inside.filter(|_| paragraph > 0).map(|(n, sentence)| passage(sentence.span, Some(n))));
    }
    all
}

/// The notes as Markdown, with the links of the page at `base`.
pub(super) fn markdown(
    corpus: &Corpus,
    notes: &[Note],
    lines: &[NoteLine],
    base: &str,
    lang: Lang,
) -> String {
    let mut out = String::from("# ");
    let (heading, loose) = match lang {
        Lang::Id => ("Catatan", "tidak lagi ditemukan dalam teks"),
        Lang::En => ("Notes", "no longer found in the text"),
    };
    out.push_str(heading);
    if !corpus.title().is_empty() {
        out.push_str(": ");
        escape_markdown(&mut out, corpus.title());
    }
    out.push('\n');
    let mut last = "";
    for line in lines {
        let Some(note) = notes.get(line.number) else { continue };
        if note.article != last {
            last = &note.article;
            out.push_str("\n## ");
            escape_markdown(&mut out, &line.title);
            out.push('\n');
        }
        told(&mut out, note, line.is_loose.then_some(loose));
        if let Some(article) = &line.article {
            let query = Query::default();
            let query = match line.sentence {
                Some(sentence) => query.with_sentence(article, sentence),
                None => query.with_article(article),
            };
            out.push_str(&format!(
                "\n<{}>\n",
                format!("{base}{query}").replace(['<', '>', ' ', '\n'], "%20")
            ));
        }
    }
    out
}

/// A note's passage, words and tags as Markdown.
pub(super) fn told(out: &mut String, note: &Note, remark: Option<&str>) {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    out.push_str("\n> ");
    escape_markdown(out, &words(&note.exact));
    out.push('\n');
    if let Some(remark) = remark {
        out.push_str(&format!(">\n> ({remark})\n"));
    }
    for paragraph in note.text.lines().map(words).filter(|paragraph| !paragraph.is_empty()) {
        out.push('\n');
        escape_markdown(out, &paragraph);
        out.push('\n');
    }
    if !note.tags.is_empty() {
        out.push('\n');
        for (n, tag) in note.tags.iter().enumerate() {
            out.push_str(if n > 0 { " \\#" } else { "\\#" });
            escape_markdown(out, tag);
        }
        out.push('\n');
    }
}

/// The open article with the notes marked in it: a line without one stays the very same.
pub(super) fn reader(reader: &Rc<Reader>, document: &Document, notes: &[Note]) -> Rc<Reader> {
    let own = (0u32..).zip(notes).filter(|(_, note)| note.article == reader.id);
    let mut placed: Vec<(Span, u32, &Note)> =
        own.filter_map(|(number, note)| Some((note.place(document)?, number, note))).collect();
    if placed.is_empty() {
        return reader.clone();
    }
    crate::sort::by_key(&mut placed, |(span, number, _)| (span.start, span.end, *number));
    let mut next = Reader::clone(reader);
    for (block, line) in document.structure.blocks.iter().zip(&mut next.blocks) {
        let here: Vec<_> = placed.iter().filter(|(span, ..)| span.overlaps(block.span)).collect();
        if here.is_empty() {
            continue;
        }
        let line = Rc::make_mut(line);
        let spans: Vec<Span> = here.iter().map(|(span, ..)| *span).collect();
        let ends = ends(&line.segments, block.span.start);
        let pins = line.pins.drain(..).map(|pin| (before(&ends, pin.after, block.span.start), pin.kind));
        let mut pins: Vec<(u32, PinKind)> = pins.collect();
        for (span, number, note) in here.iter().filter(|(span, ..)| span.end <= block.span.end) {
            pins.push((span.end, PinKind::Note { number: *number, text: note.text.clone() }));
        }
        crate::sort::by_key(&mut pins, |(end, _)| *end);
        line.segments = cut(std::mem::take(&mut line.segments), block.span.start, &spans);
        let ends = self::ends(&line.segments, block.span.start);
        let after = |at: u32| ends.partition_point(|end| *end < at) as u32 + u32::from(at > block.span.start);
        line.pins = pins
            .into_iter()
            .map(|(at, kind)| Pin { after: after(at).min(ends.len() as u32), kind })
            .collect();
    }
    Rc::new(next)
}

/// Where each segment of a line that begins at `start` ends.
fn ends(segments: &[Segment], start: u32) -> Vec<u32> {
    let mut at = start;
    let add = |segment: &Segment| {
        at += segment.text.len() as u32;
        at
    };
    segments.iter().map(add).collect()
}

/// Where the first `after` segments end.
fn before(ends: &[u32], after: u32, start: u32) -> u32 {
    (after as usize).checked_sub(1).and_then(|last| ends.get(last).or(ends.last())).copied().unwrap_or(start)
}

/// Cuts segments where notes begin and end, and marks what lies inside.
fn cut(segments: Vec<Segment>, start: u32, notes: &[Span]) -> Vec<Segment> {
    let mut out = Vec::with_capacity(segments.len() + notes.len() * 2);
    let mut at = start;
    for segment in segments {
        let end = at + segment.text.len() as u32;
        let inside = |place: &u32| {
            at < *place && *place < end && segment.text.is_char_boundary((*place - at) as usize)
        };
        let mut cuts = vec![at];
        cuts.extend(notes.iter().flat_map(|span| [span.start, span.end]).filter(inside));
        cuts.push(end);
        crate::sort::numbers(&mut cuts);
        cuts.dedup();
        for pair in cuts.windows(2) {
            let &[from, to] = pair else { continue };
            let piece = Span { start: from, end: to };
            let text = segment.text.get((from - at) as usize..(to - at) as usize).unwrap_or_default();
            let noted = notes.iter().any(|note| note.overlaps(piece));
            out.push(Segment { text: text.to_string(), noted, ..segment.clone() });
        }
        at = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::Pages;
    use super::*;
    use crate::article;

    const TEXT: &str = "Judul Uji\n\nMenteri Budi Santoso bertemu Ani Wijaya di Bandung. “Harga turun,” kata Budi Santoso.\n\n\
        Pasar ramai. Pedagang menyambutnya.";

    fn pages() -> Pages {
        Pages::of(Corpus::new("Uji", vec![article::parse("a.txt", TEXT.as_bytes()).unwrap().0]))
    }

    fn note(pages: &Pages, words: &str, text: &str) -> Note {
        let start = TEXT.split(words).next().unwrap().chars().count() as u32;
        let at = Place { article: "a".into(), start, text: words.into() };
        Note::on(pages.corpus(), &at, text, "uji").unwrap()
    }

    fn open(pages: &Pages) -> Rc<Reader> {
        pages.page(&Query::default().with_article("a"), Lang::Id).reader.unwrap()
    }

    #[test]
    fn passages_are_marked_and_pins_stay_where_they_were() {
        let pages = pages();
        let plain = open(&pages);
        let notes = [note(&pages, "Santoso bertemu Ani", "Kapan?"), note(&pages, "Harga turun", "")];
        let noted = pages.noted(&plain, &notes);
        let marked: Vec<String> = noted
            .blocks
            .iter()
            .map(|block| block.segments.iter().filter(|s| s.noted).map(|s| s.text.as_str()).collect())
            .collect();
        assert_eq!(marked, ["", "Santoso bertemu AniHarga turun", ""]);
        assert!(Rc::ptr_eq(&plain.blocks[2], &noted.blocks[2]));
        let behind = |reader: &Reader| -> Vec<(String, bool)> {
            let block = &reader.blocks[1];
            let text =
                |after: u32| block.segments.iter().take(after as usize).map(|s| s.text.as_str()).collect();
            block.pins.iter().map(|pin| (text(pin.after), matches!(pin.kind, PinKind::Note { .. }))).collect()
        };
        let of_notes: Vec<String> = behind(&noted).into_iter().filter(|p| p.1).map(|p| p.0).collect();
        assert!(of_notes[0].ends_with("bertemu Ani") && of_notes[1].ends_with("Harga turun"), "{of_notes:?}");
        let others: Vec<_> = behind(&noted).into_iter().filter(|pin| !pin.1).collect();
        assert_eq!(others, behind(&plain));
        assert!(Rc::ptr_eq(&pages.noted(&plain, &[]), &plain));
    }

    #[test]
    fn notes_are_listed_found_and_written() {
        let pages = pages();
        let mut gone = note(&pages, "Pasar ramai", "Sepi *sekali*?");
        (gone.exact, gone.prefix) = ("Pasar sepi".into(), String::new());
        let other = Note { article: "tidak-ada".into(), ..note(&pages, "Harga", "") };
        let notes = [other, gone, note(&pages, "Pedagang", "Siapa?"), note(&pages, "Budi Santoso", "")];
        let lines = pages.notes(&notes, "");
        let told: Vec<_> = lines.iter().map(|l| (l.number, l.sentence, l.is_loose)).collect();
        assert_eq!(told, [(3, Some(1), false), (2, Some(4), false), (1, None, true), (0, None, true)]);
        assert_eq!(pages.notes(&notes, "siapa").len(), 1);
        let text = pages.notes_markdown(&notes, &lines, "x.html", Lang::Id);
        insta::assert_snapshot!(text);
    }

    #[test]
    fn passages_are_chosen_without_a_mouse() {
        let all = pages().passages("a");
        let told: Vec<_> = all.iter().map(|p| (p.paragraph, p.sentence, p.at.text.len())).collect();
        assert_eq!(told.first(), Some(&(0, None, 9)));
        assert_eq!(all.iter().filter(|p| p.sentence.is_none()).count(), 3);
        assert_eq!(all.last().unwrap().at.text, "Pedagang menyambutnya.");
    }
}
