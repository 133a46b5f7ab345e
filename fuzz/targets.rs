//! What each fuzz target does with its bytes. The seeds of `corpus/` run through the same functions in
//! `cargo test -p sorot-intake --test corpus`.

#![allow(dead_code)] // Each target uses one.

use sorot_core::annotate::ActorKind;
use sorot_core::article::{self, Article};
use sorot_core::calendar::Lang;
use sorot_core::corpus::{Corpus, DocId, pack as packs};
use sorot_core::correct::Correction;
use sorot_core::query::text::Text;
use sorot_core::query::{Query, Section};
use sorot_core::view::Pages;
use sorot_core::view::export::{Format, export};
use sorot_intake::{Encoding, Entry, Options, Twins, gather, read};
use sorot_rows::checksum;

/// Longer inputs find nothing new and take the analysis' time.
const READ_ON: usize = 4_000;

/// `bytes` with checksums that fit, if they have the form of a pack (docs/pack-format.md): a made-up file has them.
pub fn sealed(bytes: &[u8]) -> Option<Vec<u8>> {
    let number = |bytes: &[u8], at: usize, width: usize| {
        let part = bytes.get(at..at + width)?;
        Some(part.iter().rev().fold(0u64, |sum, b| sum << 8 | u64::from(*b)) as usize)
    };
    let mut pack = bytes.to_vec();
    let sections = number(bytes, 10, 2)?;
    let table = 32..32 + 32 * sections;
    bytes.get(table.clone())?;
    let entry = |tag: &[u8]| {
        let at = table.clone().step_by(32).find(|at| bytes.get(*at..at + 4) == Some(tag))?;
        let (width, from, length) =
            (number(bytes, at + 4, 1)?, number(bytes, at + 8, 8)?, number(bytes, at + 16, 8)?);
        let to = from.checked_add(length).filter(|to| *to <= bytes.len())?;
        Some((width.clamp(1, 4), from, to))
    };
    // The blocks' own sums first: they stand in a section.
    if let (Some((wide, lengths, lengths_to)), Some((width, sums, sums_to)), Some((_, text, text_to))) =
        (entry(b"BLEN"), entry(b"BSUM"), entry(b"TEXT"))
    {
        let mut from = text;
        for (block, at) in (lengths..lengths_to).step_by(wide).enumerate() {
            let Some(to) = number(bytes, at, wide).map(|length| from.saturating_add(length)) else { break };
            let Some(bytes) = bytes.get(from..to.min(text_to)) else { break };
            let sum = (checksum(bytes) as u32).to_le_bytes();
            let place = sums + block * width..sums + (block + 1) * width;
            if place.end <= sums_to && width == 4 {
                pack[place].copy_from_slice(&sum);
            }
            from = to;
        }
    }
    for at in table.clone().step_by(32) {
        let (kind, from, length) =
            (number(bytes, at + 5, 1)?, number(bytes, at + 8, 8)?, number(bytes, at + 16, 8)?);
        let sum = from.checked_add(length).and_then(|to| pack.get(from..to)).map(checksum);
        if let Some(sum) = sum.filter(|_| kind == 0) {
            pack[at + 24..at + 32].copy_from_slice(&sum.to_le_bytes());
        }
    }
    let sum = checksum(&pack[table]);
    pack[24..32].copy_from_slice(&sum.to_le_bytes());
    Some(pack)
}

/// A pack: what opens can be looked at from all sides, and what wasn't made up can be written again and opens as the same.
pub fn pack(bytes: &[u8]) {
    let sealed = sealed(bytes);
    if let Ok(corpus) = packs::read(bytes) {
        // Written without its index, if it has one: the same from then on.
        if let Some(again) = packs::write(&corpus).ok().filter(|_| sealed.as_deref() == Some(bytes)) {
            assert!(
                packs::read(&again).is_ok_and(|other| packs::write(&other).is_ok_and(|bytes| bytes == again))
            );
        }
        looked_at(corpus);
    }
    if let Some(corpus) = sealed.filter(|sealed| sealed != bytes).and_then(|bytes| packs::read(&bytes).ok()) {
        looked_at(corpus);
    }
}

/// What a reader may do with a bundle: ask, open every kind of card and section, correct, add, save.
fn looked_at(corpus: Corpus) {
    let lang = Lang::Id;
    let pages = Pages::of(corpus.clone());
    let ids: Vec<String> =
        (0..3).filter_map(|n| Some(corpus.document(DocId(n))?.article.id.clone())).collect();
    let slug = corpus.actors().first().map(|actor| actor.slug.clone()).unwrap_or_default();
    let asked = [
        "".to_owned(),
        "q=a".into(),
        "q=menteri \"di bandung\" -ani&sort=relevance".into(),
        format!("actor={slug}"),
        format!("actor={slug}&from=2025-04-01&to=2025-04-30&q=bu"),
        "on=mentioned&from=2025-04-02".into(),
    ];
    for asked in asked {
        let query = Query::parse(&format!("#/?{asked}")).0;
        let page = pages.page(&query, lang);
        let _ = pages.cards(&page.list, 0..page.list.len().min(20), lang);
        for section in Section::ALL {
            let _ = pages.section(&page.scope, *section, lang);
        }
        let _ = pages.relations_with_places(&page.scope, lang);
        let _ = pages.actor(&query, &slug, lang);
    }
    for id in &ids {
        let query = Query::default().with_article(id).with_of_article(true);
        let page = pages.page(&query, lang);
        let _ = pages.section(&page.scope, Section::Summary, lang);
        let _ = (pages.published(id, lang), pages.passages(id));
        for number in 0..20 {
            let _ = (
                pages.mention(id, number, lang),
                pages.date(id, number, lang),
                pages.quote(id, number, lang),
            );
            let _ = (pages.contact(id, number, lang), pages.line(id, number));
        }
    }
    for format in Format::ALL {
        let _ = export(&pages, &Query::default(), format, &[], "", &[], lang);
    }
    let corrections = [
        Correction::Rename { actor: slug.clone(), name: "Wira".into() },
        Correction::Add { text: "di".into(), kind: ActorKind::Place, actor: None },
        Correction::Hide { actor: slug },
    ];
    let (corrected, _) = pages.corrected(&corrections);
    let _ = corrected.page(&Query::default(), lang);
    let joined = pages.joined(&corpus, "");
    let _ = joined.page(&Query::default(), lang);
}

/// A text file with front matter, and all that is read in it.
pub fn article(bytes: &[u8]) {
    if let Ok((article, problems)) = article::parse("a.txt", bytes) {
        assert!(bytes.ends_with(article.body.as_bytes()));
        problems.iter().for_each(|p| assert!(!p.to_string().is_empty()));
        analysed(article);
    }
}

fn analysed(article: Article) {
    if article.body.len() <= READ_ON {
        let corpus = Corpus::new("", vec![article]);
        let _ = packs::write(&corpus);
    }
}

/// An address: what is told of it is read back as the same.
pub fn url(bytes: &[u8]) {
    let hash = String::from_utf8_lossy(bytes);
    let (query, _) = Query::parse(&hash);
    let (again, problems) = Query::parse(&query.to_string());
    assert!(problems.is_empty() && again == query);
}

/// The line of the search field.
pub fn query(bytes: &[u8]) {
    let line = String::from_utf8_lossy(bytes);
    let _ = Text::parse(&line).asks();
    let query = Query::default().with_text(&line);
    assert!(Query::parse(&query.to_string()).0 == query);
}

/// Dates in texts.
pub fn dates(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if text.len() <= READ_ON {
        let structure = sorot_core::structure::read(&text, None);
        for found in sorot_core::annotate::dates::find(&text, &structure) {
            assert!(!found.span.of(&text).is_empty());
        }
    }
}

/// A file of a format: every entry is an article or says why not; the same again gives the same.
fn file(name: &str, bytes: &[u8]) {
    let entries: Vec<Entry> = read(name, bytes, Options::default());
    assert!(!entries.is_empty());
    for entry in &entries {
        assert!(entry.article.is_some() != entry.remarks.iter().any(|r| r.finding.skips()));
        assert!(entry.article.as_ref().is_none_or(|a| !a.body.trim().is_empty() && !a.id.is_empty()));
    }
    let gathered = gather(entries, Twins::Skip);
    assert_eq!(gathered, gather(read(name, bytes, Options::default()), Twins::Skip));
    if let Some(article) = gathered.articles.into_iter().next() {
        analysed(article);
    }
}

/// Web pages.
pub fn html(bytes: &[u8]) {
    file("a.html", bytes);
}

/// JSON, and one value a line.
pub fn json(bytes: &[u8]) {
    file("a.json", bytes);
    file("a.jsonl", bytes);
}

/// Tables.
pub fn csv(bytes: &[u8]) {
    file("a.csv", bytes);
}

/// RSS and Atom.
pub fn feed(bytes: &[u8]) {
    file("a.xml", bytes);
}

/// Archives.
pub fn zip(bytes: &[u8]) {
    file("a.zip", bytes);
}

/// Markdown.
pub fn markdown(bytes: &[u8]) {
    file("a.md", bytes);
}

/// Any bytes as text, in each encoding.
pub fn encoding(bytes: &[u8]) {
    file("a", bytes);
    for encoding in Encoding::ALL {
        let _ = read("a.html", bytes, Options { encoding: Some(encoding) });
    }
}
