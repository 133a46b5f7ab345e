//! Compares file by file and adds up.

use super::gold::{Collection, Contact, Gold};
use super::matching::{Ratios, common, pair, published_right, right, size, union};
use super::output::{Output, Quote, Run};
use std::collections::{BTreeMap, BTreeSet};

/// A mention's place and kind.
pub type Key<'a> = (i64, i64, &'a str);

/// One file: what the gold wants, what was given, and what belongs together. Pairs are (gold index, given
/// index) unless said otherwise.
pub struct File<'a> {
    pub gold: &'a Gold,
    pub output: &'a Output,
    pub has_output: bool,
    /// Canonical name by place.
    pub wanted_mentions: BTreeMap<Key<'a>, &'a str>,
    /// Index into the output's mentions by place; of two at the same place the later counts.
    pub given_mentions: BTreeMap<Key<'a>, usize>,
    pub dates: Vec<(usize, usize)>,
    /// The pairs of `dates` with an accepted value.
    pub right_dates: usize,
    pub published: bool,
    pub quotes: Vec<(usize, usize)>,
    /// Quotes given, less the short ones that match nothing.
    pub given_quotes: usize,
    /// Matched quotes for which a speaker was given.
    pub given_speakers: usize,
    pub right_speakers: usize,
    /// The gold's rows that are asked for here, each with the index into `given_contacts` that answers it.
    pub contacts: Vec<(&'a Contact, Option<usize>)>,
    pub given_contacts: Vec<Sides>,
    /// Rows that had to be avoided and weren't.
    pub never: Vec<&'a Contact>,
    pub wanted_non_story: Vec<(i64, i64)>,
    pub given_non_story: Vec<(i64, i64)>,
}

/// The persons on the two sides of a given contact.
pub struct Sides {
    /// Index into the output's contacts (the first one of equals).
    pub row: usize,
    pub a: BTreeSet<String>,
    pub b: BTreeSet<String>,
    pub status: Option<String>,
}

impl Sides {
    fn meets(&self, row: &Contact, status: Option<&str>) -> bool {
        let any = |side: &BTreeSet<String>, names: &[String]| names.iter().any(|name| side.contains(name));
        self.status.as_deref() == status
            && ((any(&self.a, &row.a) && any(&self.b, &row.b))
                || (any(&self.a, &row.b) && any(&self.b, &row.a)))
    }

    fn equals(&self, a: &BTreeSet<String>, b: &BTreeSet<String>, status: Option<&str>) -> bool {
        self.status.as_deref() == status && ((&self.a == a && &self.b == b) || (&self.a == b && &self.b == a))
    }
}

/// The system's word for the gold's kind.
pub fn kind(code: &str) -> &'static str {
    match code {
        "PER" => "person",
        "ORG" => "organisation",
        _ => "place",
    }
}

/// Is the quote too short to be asked for? One whose text isn't told is not.
pub fn is_short(quote: &Quote) -> bool {
    !quote.text.is_empty() && quote.text.split_whitespace().count() < 4
}

/// The set of the speakers' names.
pub fn speakers(run: &Run, quote: &Quote) -> BTreeSet<String> {
    quote.speakers.iter().map(|&id| run.name(id)).collect()
}

/// Is the quote's set of speakers the gold's?
pub fn speakers_right(given: &BTreeSet<String>, wanted: &[String]) -> bool {
    !wanted.is_empty() && given.iter().collect::<BTreeSet<_>>() == wanted.iter().collect()
}

/// Compares every gold file with its output.
pub fn compare<'a>(all: &'a Collection, run: &'a Run) -> Vec<File<'a>> {
    static NOTHING: Output = Output::EMPTY;
    all.files.iter().map(|gold| file(all, run, gold, run.of(&gold.file), &NOTHING)).collect()
}

fn file<'a>(
    all: &'a Collection,
    run: &'a Run,
    gold: &'a Gold,
    output: Option<&'a Output>,
    nothing: &'static Output,
) -> File<'a> {
    let has_output = output.is_some();
    let output = output.unwrap_or(nothing);
    let wanted_mentions = gold
        .entities
        .iter()
        .map(|(start, end, _, code, name)| ((*start, *end, kind(code)), name.as_str()))
        .collect();
    let given_mentions = output
        .mentions
        .iter()
        .enumerate()
        .filter(|(_, m)| matches!(m.kind.as_str(), "person" | "organisation" | "place"))
        .map(|(i, m)| ((m.start, m.end, m.kind.as_str()), i))
        .collect();
    let spans: Vec<_> = gold.dates.iter().map(|d| (d.0, d.1)).collect();
    let dates = pair(&spans, &output.dates, 0.5);
    let right_dates = dates.iter().filter(|&&(i, j)| date_right(gold, output, i, j)).count();
    let spans: Vec<_> = gold.quotes.iter().map(|q| (q.0, q.1)).collect();
    let quotes = pair(&spans, &output.quotes, 0.8);
    let matched = |j: usize| quotes.iter().any(|&(_, other)| other == j);
    let given_quotes =
        output.quotes.iter().enumerate().filter(|&(j, quote)| matched(j) || !is_short(quote)).count();
    let said: Vec<_> = quotes
        .iter()
        .filter_map(|&(i, j)| Some((&gold.quotes.get(i)?.3, speakers(run, output.quotes.get(j)?))))
        .collect();
    let given_contacts = sides(all, run, output);
    let published = output
        .published
        .as_ref()
        .is_some_and(|p| published_right(p.from.as_deref(), p.to.as_deref(), &gold.published.value));
    File {
        gold,
        output,
        has_output,
        wanted_mentions,
        given_mentions,
        right_dates,
        dates,
        published,
        given_quotes,
        given_speakers: said.iter().filter(|(_, given)| !given.is_empty()).count(),
        right_speakers: said.iter().filter(|(wanted, given)| speakers_right(given, wanted)).count(),
        quotes,
        contacts: contacts(all, gold, &given_contacts),
        never: never(all, gold, &given_contacts),
        given_contacts,
        wanted_non_story: union(gold.boilerplate.iter().map(|b| (b.0, b.1)).collect()),
        given_non_story: union(output.boilerplate.iter().map(|b| (b.start, b.end)).collect()),
    }
}

/// Has the matched pair of dates an accepted value?
pub fn date_right(gold: &Gold, output: &Output, i: usize, j: usize) -> bool {
    match (gold.dates.get(i), output.dates.get(j)) {
        (Some(wanted), Some(given)) => right(given.from.as_deref(), given.to.as_deref(), wanted.3.values()),
        _ => false,
    }
}

/// The given contacts with a person on both sides; equal ones count once.
fn sides(all: &Collection, run: &Run, output: &Output) -> Vec<Sides> {
    let persons = |ids: &[i64]| -> BTreeSet<String> {
        ids.iter().map(|&id| run.name(id)).filter(|name| all.persons.contains(name)).collect()
    };
    let mut sides: Vec<Sides> = Vec::new();
    for (row, contact) in output.contacts.iter().enumerate() {
        let (a, b) = (persons(&contact.a), persons(&contact.b));
        let known = sides.iter().any(|s| s.equals(&a, &b, contact.status.as_deref()));
        if !a.is_empty() && !b.is_empty() && !known {
            sides.push(Sides { row, a, b, status: contact.status.clone() });
        }
    }
    sides
}

/// The gold's rows of this file with a person on both sides, each with the given row that answers it.
fn contacts<'a>(all: &'a Collection, gold: &Gold, given: &[Sides]) -> Vec<(&'a Contact, Option<usize>)> {
    let person = |names: &[String]| names.iter().any(|name| all.persons.contains(name));
    let mut used = BTreeSet::new();
    all.rows
        .iter()
        .filter(|row| same_file(row, gold) && person(&row.a) && person(&row.b))
        .map(|row| {
            let answer = given
                .iter()
                .enumerate()
                .position(|(j, s)| !used.contains(&j) && s.meets(row, row.status.as_deref()));
            used.extend(answer);
            (row, answer)
        })
        .collect()
}

fn never<'a>(all: &'a Collection, gold: &Gold, given: &[Sides]) -> Vec<&'a Contact> {
    let status = |row: &'a Contact| row.status.as_deref().or(Some("happened"));
    all.never
        .iter()
        .filter(|row| same_file(row, gold) && given.iter().any(|s| s.meets(row, status(row))))
        .collect()
}

fn same_file(row: &Contact, gold: &Gold) -> bool {
    super::matching::leading_digits(&row.file) == super::matching::leading_digits(&gold.file)
}

/// An actor of the system: an id of the run, or a mention without one.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Copy, Debug)]
pub enum Given<'a> {
    Actor(i64),
    Alone(&'a str, Key<'a>),
}

/// The exact mentions: place, canonical name, the system's actor.
pub fn exact<'a>(file: &'a File) -> impl Iterator<Item = (Key<'a>, &'a str, Given<'a>)> {
    file.wanted_mentions.iter().filter_map(|(key, name)| {
        let mention = file.output.mentions.get(*file.given_mentions.get(key)?)?;
        let alone = Given::Alone(&file.gold.file, *key);
        Some((*key, *name, mention.actor.map_or(alone, Given::Actor)))
    })
}

/// B-cubed over the exact mentions, and how many there are.
fn b_cubed(files: &[File]) -> (Ratios, usize) {
    let pairs: Vec<_> = files.iter().flat_map(exact).map(|(_, name, actor)| (name, actor)).collect();
    let (mut names, mut actors, mut both) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for &(name, actor) in &pairs {
        *names.entry(name).or_insert(0_usize) += 1;
        *actors.entry(actor).or_insert(0_usize) += 1;
        *both.entry((name, actor)).or_insert(0_usize) += 1;
    }
    let (mut precision, mut recall) = (0.0, 0.0);
    for pair in &pairs {
        let share = |of: Option<&usize>| {
            let common = both.get(pair).copied().unwrap_or(0);
            of.map_or(0.0, |n| common as f64 / *n as f64)
        };
        precision += share(actors.get(&pair.1));
        recall += share(names.get(pair.0));
    }
    let n = pairs.len();
    let mean = |sum: f64| if n == 0 { 0.0 } else { sum / n as f64 };
    (Ratios::new(mean(precision), mean(recall)), n)
}

/// What is measured of every set, in order.
pub const TITLES: &[&str] = &[
    "mentions",
    "actors B3",
    "dates",
    "date values",
    "published",
    "quotes",
    "speakers",
    "contacts",
    "never rows",
    "not-story",
];

/// One figure of a set.
pub struct Figure {
    /// What is measured.
    pub title: &'static str,
    /// The figure itself, for a table: F1, "4 of 5", or a number of faults.
    pub value: String,
    /// All that is told of it.
    pub line: String,
}

/// The figures, one line each.
pub fn lines(all: &Collection, files: &[File]) -> Vec<String> {
    figures(all, files).into_iter().map(|figure| figure.line).collect()
}

/// The figures of a set.
pub fn figures(all: &Collection, files: &[File]) -> Vec<Figure> {
    let sum = |of: &dyn Fn(&File) -> usize| files.iter().map(of).sum::<usize>();
    let line = |title: &'static str, r: Ratios, more: String| Figure {
        title,
        value: format!("{:.3}", r.2),
        line: format!("{title:<12} P {:.3} R {:.3} F1 {:.3}   {more}", r.0, r.1, r.2),
    };
    let counts = |wanted: usize, given: usize| format!("{wanted} gold, {given} given");
    let mut lines = Vec::new();
    let missing: Vec<&str> = files.iter().filter(|f| !f.has_output).map(|f| f.gold.file.as_str()).collect();
    if !missing.is_empty() {
        let line = format!("NO OUTPUT for: {}", missing.join(", "));
        lines.push(Figure { title: "no output", value: missing.len().to_string(), line });
    }
    let (cubed, n) = b_cubed(files);
    let (wanted, given) = (sum(&|f| f.wanted_mentions.len()), sum(&|f| f.given_mentions.len()));
    lines.push(line("mentions", Ratios::count(n, given, wanted), counts(wanted, given)));
    lines.push(line("actors B3", cubed, format!("over {n} exact mentions")));
    let (wanted, given) = (sum(&|f| f.gold.dates.len()), sum(&|f| f.output.dates.len()));
    lines.push(line("dates", Ratios::count(sum(&|f| f.dates.len()), given, wanted), counts(wanted, given)));
    let right = sum(&|f| f.right_dates);
    lines.push(line("date values", Ratios::count(right, given, wanted), format!("{right} right")));
    let value = format!("{} of {}", sum(&|f| usize::from(f.published)), all.files.len());
    lines.push(Figure { title: "published", line: format!("published    {value}"), value });
    let (wanted, given) = (sum(&|f| f.gold.quotes.len()), sum(&|f| f.given_quotes));
    lines.push(line("quotes", Ratios::count(sum(&|f| f.quotes.len()), given, wanted), counts(wanted, given)));
    let wanted = sum(&|f| f.gold.quotes.iter().filter(|q| !q.3.is_empty()).count());
    let right = sum(&|f| f.right_speakers);
    let speakers = Ratios::count(right, sum(&|f| f.given_speakers), wanted);
    lines.push(line("speakers", speakers, format!("{right} right of {wanted}")));
    let (wanted, given) = (sum(&|f| f.contacts.len()), sum(&|f| f.given_contacts.len()));
    let found = sum(&|f| f.contacts.iter().filter(|c| c.1.is_some()).count());
    lines.push(line("contacts", Ratios::count(found, given, wanted), counts(wanted, given)));
    let never: BTreeSet<String> =
        files.iter().flat_map(|f| f.never.iter().map(|row| never_words(&f.gold.file, row))).collect();
    if !never.is_empty() {
        let all: Vec<String> = never.into_iter().collect();
        let line = format!("NEVER rows produced: {}", all.join("; "));
        lines.push(Figure { title: "never rows", value: all.len().to_string(), line });
    }
    let shared = sum(&|f| size(&common(&f.wanted_non_story, &f.given_non_story)));
    let (given, wanted) = (sum(&|f| size(&f.given_non_story)), sum(&|f| size(&f.wanted_non_story)));
    lines.push(line("not-story", Ratios::count(shared, given, wanted), "characters".to_owned()));
    lines
}

fn never_words(file: &str, row: &Contact) -> String {
    let first = |names: &[String]| names.first().cloned().unwrap_or_default();
    format!("{file}: {} - {}", first(&row.a), first(&row.b))
}
