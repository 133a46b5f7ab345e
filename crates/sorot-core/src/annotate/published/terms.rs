//! Who was in office when? A gazetteer bounds the days on which an article can speak of somebody
//! with the office.

use super::Undated;
use crate::calendar::Day;
use crate::structure::lexicon::push_small;
use crate::structure::lookup::Lookup;
use crate::text::Span;
use std::sync::LazyLock;

/// First and last days of some terms; no last day where one runs on.
type Terms = Vec<(Day, Option<Day>)>;

/// A name said with its office, and the days of its terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named<'a> {
    /// The name as written.
    pub words: &'a str,
    /// The holder's terms.
    pub terms: Terms,
}

impl Named<'_> {
    /// Whether `day` lies in one of the terms.
    pub fn holds(&self, day: Day) -> bool {
        self.terms.iter().any(|(from, to)| *from <= day && to.is_none_or(|to| day <= to))
    }
}

struct Term {
    name: &'static str,
    office: char,
    from: Day,
    to: Option<Day>,
}

/// The holders sorted by name, the place of each name in them, and the first words of the names.
struct Table {
    terms: Vec<Term>,
    places: Lookup<(usize, usize)>,
    first: Lookup<()>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let text = include_str!("../../../data/published/terms.txt");
    let terms: Vec<Term> = text.lines().filter(|l| !l.starts_with('#')).filter_map(term).collect();
    let places = terms.iter().enumerate().map(|(at, term)| (term.name, (at, at + 1)));
    let first = terms.iter().filter_map(|term| Some((term.name.split(' ').next()?, ())));
    Table {
        places: Lookup::new(places, |old, new| (old.0, new.1)),
        first: Lookup::new(first, |_, _| ()),
        terms,
    }
});

fn term(line: &'static str) -> Option<Term> {
    let mut fields = line.split('\t');
    let (name, office) = (fields.next()?, fields.next()?.chars().next()?);
    let from = fields.next()?.parse().ok()?;
    let to = fields.next()?;
    Some(Term { name, office, from, to: if to == "-" { None } else { Some(to.parse().ok()?) } })
}

/// How many words may stand between an office and the name.
const REACH: usize = 7;
/// The longest name, in words.
const LONGEST: usize = 5;

/// The office that a word names, in either language.
fn office(word: &str, before: &str) -> Option<char> {
    let is = |list: &[&str], word: &str| list.iter().any(|w| w.eq_ignore_ascii_case(word));
    match word {
        w if is(&["presiden", "president"], w) => Some('p'),
        w if is(&["pm", "kanselir", "chancellor", "premier"], w) => Some('m'),
        w if is(&["menteri", "minister"], w) && is(&["perdana", "prime"], before) => Some('m'),
        w if is(&["sekjen", "secretary-general"], w) => Some('s'),
        w if is(&["jenderal", "general"], w) && is(&["sekretaris", "secretary"], before) => Some('s'),
        _ => None,
    }
}

const NOT_IN_OFFICE: [&str; 12] = [
    "mantan", "eks", "bekas", "former", "ex", "wakil", "vice", "deputi", "deputy", "terpilih", "calon",
    "mendiang",
];

/// The office-holders that an article names with their office, each name once, by place.
pub(super) fn named<'a>(article: &Undated<'a>) -> Vec<Named<'a>> {
    let mut found: Vec<Named<'a>> = Vec::new();
    for block in article.structure.story() {
        line(&article.article.body, block, &mut found);
    }
    found
}

fn line<'a>(body: &'a str, block: Span, found: &mut Vec<Named<'a>>) {
    let words = words(body, block);
    let text = |i: usize| words.get(i).map_or("", |s| s.of(body));
    let mut open: Option<(char, usize)> = None;
    for i in 0..words.len() {
        let before = i.checked_sub(1).map_or("", text);
        if let Some(kind) = office(text(i), before) {
            let near = (i.saturating_sub(3)..=i + 1).map(text);
            let out = near.into_iter().any(|w| NOT_IN_OFFICE.iter().any(|n| n.eq_ignore_ascii_case(w)));
            open = (!out).then_some((kind, i));
            continue;
        }
        // "Presiden ke-6 …": counted, so looked back at.
        if text(i).starts_with("ke-") {
            open = None;
        }
        let Some((kind, _)) = open.filter(|(_, at)| i - at <= REACH) else { continue };
        let Some((span, terms)) = name(body, &words, i, kind) else { continue };
        let words = span.of(body);
        if !found.iter().any(|n| n.words == words) {
            found.push(Named { words, terms });
        }
        open = None;
    }
}

fn name(body: &str, words: &[Span], i: usize, office: char) -> Option<(Span, Terms)> {
    let first = words.get(i)?;
    let start = first.of(body);
    if start.len() > 40 || !start.starts_with(char::is_uppercase) && !start.eq_ignore_ascii_case("von") {
        return None;
    }
    let mut name = String::new();
    let mut best = None;
    for word in words.get(i..)?.iter().take(LONGEST) {
        if !name.is_empty() {
            name.push(' ');
        }
        push_small(&mut name, word.of(body).get(..40).unwrap_or(word.of(body)));
        // Most capitals begin no holder's name.
        if name.len() > 60 || best.is_none() && word == first && TABLE.first.get(&name).is_none() {
            break;
        }
        let Some((from, to)) = TABLE.places.get(&name) else { continue };
        let same = TABLE.terms.get(from..to).unwrap_or(&[]);
        let terms: Terms = same.iter().filter(|t| t.office == office).map(|t| (t.from, t.to)).collect();
        if !terms.is_empty() {
            best = Some((first.cover(*word), terms));
        }
    }
    best
}

/// Words with inner hyphens, stops and apostrophes ("Ki-moon", "B. J.").
fn words(body: &str, block: Span) -> Vec<Span> {
    let base = block.start as usize;
    let text = block.of(body);
    let mut out = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        let inside = c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                out.push(Span::new(base + from, base + at));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        out.push(Span::new(base + from, base + text.len()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_line_is_read() {
        let text = include_str!("../../../data/published/terms.txt");
        assert_eq!(TABLE.terms.len(), text.lines().filter(|l| !l.starts_with('#')).count());
        assert!(TABLE.terms.is_sorted_by_key(|t| t.name));
        assert!(TABLE.terms.iter().all(|t| t.to.is_none_or(|to| t.from < to)));
    }

    /// Of one office of one state only one may be in office: terms of other people don't overlap,
    /// and one name's terms neither. Spellings of one holder have one term.
    #[test]
    fn no_two_hold_one_office_at_a_time() {
        let text = include_str!("../../../data/published/terms.txt");
        let mut terms: Vec<(&str, &str, Day, Day)> = Vec::new();
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let [_, office, from, to, of] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("not five columns: {line}");
            };
            let to = if to == "-" { Day::MAX } else { to.parse().unwrap() };
            terms.push((of, office, from.parse().unwrap(), to));
        }
        terms.sort_unstable();
        // Spellings of one holder.
        terms.dedup();
        let faults: Vec<String> = terms
            .windows(2)
            .filter(|w| (w[0].0, w[0].1) == (w[1].0, w[1].1) && w[0].3 > w[1].2)
            .map(|w| format!("{:?} overlaps {:?}", w[0], w[1]))
            .collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    fn check(text: &str, expected: &[&str]) {
        let mut found = Vec::new();
        line(text, Span::new(0, text.len()), &mut found);
        assert_eq!(found.iter().map(|n| n.words).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn a_name_counts_only_with_its_office() {
        check("Kanselir Jerman Angela Merkel tiba di Praha.", &["Angela Merkel"]);
        check("Mantan Kanselir Jerman Angela Merkel tiba di Praha.", &[]);
        check("Merkel tiba di Praha.", &[]);
        check("PM Modi bertemu Presiden Indonesia Joko Widodo.", &["Modi", "Joko Widodo"]);
        check("UN Secretary-General Ban Ki-moon spoke.", &["Ban Ki-moon"]);
        check("Presiden RI ke-6 Susilo Bambang Yudhoyono hadir.", &[]);
        check("Wakil Presiden Joe Biden tiba.", &[]);
    }
}
