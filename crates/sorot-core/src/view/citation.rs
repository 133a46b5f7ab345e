//! What a copied passage carries: where it comes from, in one line of plain text.

use super::reader::Reader;
use super::{Interval, PublishedSource, Title, When};
use crate::calendar::{Lang, long_day};
use std::ops::RangeInclusive;

/// Fewer words are a name or a term that is wanted elsewhere, not a passage that is quoted.
const PASSAGE: usize = 5;

/// Whether `text` is long enough to be quoted with its source.
pub fn is_passage(text: &str) -> bool {
    text.split_whitespace().nth(PASSAGE - 1).is_some()
}

/// The source of the open article, or of some of its paragraphs, as one line:
/// “Headline”, publisher, 25 April 2025 (inferred), paragraph 3, link.
///
/// `link` goes in as it is; white space inside the headline becomes a single blank.
pub fn cite(reader: &Reader, paragraphs: Option<RangeInclusive<u32>>, link: &str, lang: Lang) -> String {
    source(&reader.title, reader.source.as_deref(), &reader.when, paragraphs, link, lang)
}

/// As [`cite`], from the parts that a source is told by.
pub(super) fn source(
    title: &Title,
    publisher: Option<&str>,
    published: &When,
    paragraphs: Option<RangeInclusive<u32>>,
    link: &str,
    lang: Lang,
) -> String {
    let is_lead = title.is_lead;
    let title = title.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut parts = vec![format!("“{title}”")];
    if let Some(first) = parts.first_mut().filter(|_| is_lead) {
        first.push_str(pick(lang, " (tanpa judul, kata-kata pertama)", " (no headline, first words)"));
    }
    parts.extend(publisher.map(String::from));
    parts.push(when(published, lang));
    if let Some(range) = paragraphs {
        let (first, last) = (range.start(), range.end());
        parts.push(match first == last {
            true if *first == 0 => pick(lang, "judul", "headline").to_string(),
            true => format!("{} {first}", pick(lang, "paragraf", "paragraph")),
            false => format!("{} {first}–{last}", pick(lang, "paragraf", "paragraphs")),
        });
    }
    parts.push(link.to_string());
    parts.join(", ")
}

fn when(when: &When, lang: Lang) -> String {
    let Some(text) = when.interval.and_then(|interval| period(interval, lang)) else {
        return pick(lang, "tanpa tanggal", "no date").into();
    };
    match when.source {
        PublishedSource::Inferred => format!("{text} ({})", pick(lang, "disimpulkan", "inferred")),
        _ => text,
    }
}

fn period(interval: Interval, lang: Lang) -> Option<String> {
    match (interval.from(), interval.to()) {
        (Some(a), Some(b)) if a == b => Some(long_day(a, lang)),
        (Some(a), Some(b)) => Some(format!("{} – {}", long_day(a, lang), long_day(b, lang))),
        (Some(a), None) => Some(format!("{} {}", pick(lang, "sejak", "since"), long_day(a, lang))),
        (None, Some(b)) => Some(format!("{} {}", pick(lang, "sampai", "until"), long_day(b, lang))),
        (None, None) => None,
    }
}

fn pick(lang: Lang, id: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Pages;
    use super::*;
    use crate::article;
    use crate::corpus::Corpus;
    use crate::query::Query;
    use std::rc::Rc;

    fn reader(text: &str) -> Rc<Reader> {
        let (article, _) = article::parse("a.txt", text.as_bytes()).unwrap();
        let pages = Pages::of(Corpus::new("Uji", vec![article]));
        pages.page(&Query::parse("#/?article=a").0, Lang::Id).reader.unwrap()
    }

    const LINK: &str = "https://news.example/#/?article=a&sentence=2";

    #[test]
    fn a_declared_day_and_a_publisher_are_named() {
        let reader = reader(
            "---\ntitle: Harga  beras turun\nsource: Harian Uji\npublished: 2025-05-02\n---\nHarga beras turun di Bandung pada Jumat.",
        );
        assert_eq!(
            cite(&reader, Some(3..=3), LINK, Lang::Id),
            format!("“Harga beras turun”, Harian Uji, 2 Mei 2025, paragraf 3, {LINK}")
        );
        assert_eq!(
            cite(&reader, Some(3..=5), LINK, Lang::En),
            format!("“Harga beras turun”, Harian Uji, 2 May 2025, paragraphs 3–5, {LINK}")
        );
        assert_eq!(
            cite(&reader, None, LINK, Lang::En),
            format!("“Harga beras turun”, Harian Uji, 2 May 2025, {LINK}")
        );
    }

    #[test]
    fn what_was_inferred_is_said_to_be() {
        let mut reader = (*reader("---\npublished: 2025-05-02\n---\nHarga beras turun.")).clone();
        reader.when.source = PublishedSource::Inferred;
        assert!(cite(&reader, None, LINK, Lang::Id).contains("2 Mei 2025 (disimpulkan)"));
        assert!(cite(&reader, None, LINK, Lang::En).contains("2 May 2025 (inferred)"));
        reader.when.interval = None;
        assert!(cite(&reader, None, LINK, Lang::Id).contains(", tanpa tanggal, "));
        assert!(cite(&reader, None, LINK, Lang::En).contains(", no date, "));
        let day = |text: &str| text.parse().unwrap();
        reader.when.interval = Some(Interval::between(day("2025-05-01"), day("2025-05-03")));
        assert!(cite(&reader, None, LINK, Lang::En).contains("1 May 2025 – 3 May 2025 (inferred)"));
        reader.when.interval = Some(Interval::since(day("2025-05-01")));
        assert!(cite(&reader, None, LINK, Lang::Id).contains("sejak 1 Mei 2025"));
        reader.when.interval = Some(Interval::until(day("2025-05-01")));
        assert!(cite(&reader, None, LINK, Lang::En).contains("until 1 May 2025"));
    }

    #[test]
    fn no_headline_is_made_up() {
        let text = "Warga Surabaya berkumpul di depan kantor wali kota pada hari Senin untuk menolak kenaikan tarif parkir yang berlaku sejak awal bulan ini.";
        let told = cite(&reader(text), None, LINK, Lang::En);
        assert!(told.contains("(no headline, first words)"), "{told}");
    }

    #[test]
    fn a_name_is_no_passage() {
        assert!(!is_passage("  Menteri Keuangan Sri Mulyani "));
        assert!(is_passage("Menteri Keuangan Sri Mulyani pulang"));
        assert!(!is_passage(""));
    }
}
