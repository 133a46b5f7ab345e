//! Scores quotes on a corpus of Indonesian statements in the BILOU format of PFSA-ID: one token and
//! its label a line, blank lines between sentences. Exact spans; prints precision, recall and F1.
//!
//! The corpus is tokenised and cut behind full stops, so an opening mark can stand at the end of the sentence
//! before; the marks are set against their words again by punctuation and letters alone, never by labels.
//!
//! usage: pfsa FILE [--errors]      (FILE defaults to $SOROT_SHARED/data/quotes/pfsa-id-dev.txt)
//!
//! Names come from the whole pipeline. The corpus labels public figures only, so the second set of
//! figures leaves out the quotes of persons whom the text marks as private: by their age in brackets
//! or by a word such as "warga" beside the name. The speaker of a statement is the name behind its
//! cue, for a cue with a pronoun the last name before the statement. "speaker span" wants the labelled
//! span itself, exact, among the mentions of the system's speaker, with the exact statement and cue;
//! "speaker" is lenient about the span.

use sorot_core::annotate::{self, ActorId, ActorKind, Quote};
use sorot_core::article;
use sorot_core::text::Span;
use std::collections::BTreeSet;

/// The corpus as one text a document, with its labelled spans in bytes.
#[derive(Default)]
struct Document {
    text: String,
    spans: Vec<(String, Span)>,
}

fn main() {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let errors = args.iter().any(|a| a == "--errors");
    args.retain(|a| a != "--errors");
    let shared = std::env::var("SOROT_SHARED").unwrap_or_else(|_| "../shared".into());
    let path = args.first().cloned().unwrap_or_else(|| format!("{shared}/data/quotes/pfsa-id-dev.txt"));
    let Ok(corpus) = std::fs::read_to_string(&path) else {
        eprintln!("pfsa: {path} can't be read; name a file or set SOROT_SHARED");
        std::process::exit(1);
    };
    let documents = documents(&corpus);
    for (public, title) in [(false, "every speaker"), (true, "public figures only")] {
        let mut tallies = [Tally::default(), Tally::default(), Tally::default(), Tally::default()];
        for document in &documents {
            score(document, &mut tallies, public, errors && public);
        }
        println!("{title}, {} documents", documents.len());
        for (tally, name) in tallies.iter().zip(["statements", "cues", "speaker span", "speaker"]) {
            tally.print(name);
        }
    }
}

#[derive(Default)]
struct Tally {
    right: usize,
    given: usize,
    gold: usize,
}

impl Tally {
    fn add(&mut self, gold: &BTreeSet<Span>, given: &BTreeSet<Span>) {
        self.right += gold.intersection(given).count();
        self.given += given.len();
        self.gold += gold.len();
    }

    fn print(&self, name: &str) {
        let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
        let (p, r) = (share(self.right, self.given), share(self.right, self.gold));
        let f1 = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
        println!("{name:<12} P {p:.3} R {r:.3} F1 {f1:.3}   {} gold, {} given", self.gold, self.given);
    }
}

/// Cuts the corpus where the issue of an article begins: no other separator is in it.
fn documents(corpus: &str) -> Vec<Document> {
    let mut all: Vec<Document> = vec![Document::default()];
    let mut open: Option<(String, usize)> = None;
    let mut fresh = true;
    // Whether a quotation mark is open, and whether the last token opened it.
    let mut quoted = false;
    let mut opened = false;
    for line in corpus.lines() {
        let Some((token, label)) = line.split_once('\t') else {
            fresh = true;
            continue;
        };
        // A dateline in capitals at the head of a sentence opens an article.
        let dateline = fresh && token.len() > 3 && token.chars().all(|c| c.is_uppercase()) && open.is_none();
        if dateline && all.last().is_some_and(|d| d.spans.iter().any(|s| s.0 == "ISSUE")) {
            all.push(Document::default());
            quoted = false;
        }
        let Some(document) = all.last_mut() else { continue };
        let text = &mut document.text;
        let stopped = !fresh && text.ends_with(['.', '!', '?']);
        let (rest, next) = rest(corpus, line);
        let ends = rest.is_empty();
        let tight = matches!(token, "," | "." | "!" | "?" | ":" | ";" | ")")
            || token == "”" && !fresh && {
                let lower = |lines: &str| lines.starts_with(char::is_lowercase);
                let closes = if ends { lower(next) } else { quoted || lower(rest) };
                stopped && closes || text.ends_with(',') && !ends && (quoted || !rest.contains("”\t"))
            };
        // The mark at the end of a sentence opens the next one: the corpus is cut behind full stops.
        match token {
            "“" => quoted = true,
            "”" => quoted = !tight && (!quoted || stopped && ends),
            _ => {}
        }
        if !tight && !opened && !text.is_empty() && !text.ends_with('(') {
            text.push(' ');
        }
        opened = quoted && matches!(token, "“" | "”");
        let start = text.len();
        text.push_str(token);
        fresh = false;
        let (mark, name) = label.split_once('-').unwrap_or(("O", ""));
        match mark {
            "U" => document.spans.push((name.into(), Span::new(start, text.len()))),
            "B" => open = Some((name.into(), start)),
            "L" => {
                if let Some((name, from)) = open.take() {
                    document.spans.push((name, Span::new(from, text.len())));
                }
            }
            _ => {}
        }
    }
    all
}

/// The lines of its sentence behind the line, and those of the sentences behind it.
fn rest<'a>(corpus: &'a str, line: &str) -> (&'a str, &'a str) {
    let after = line.as_ptr() as usize + line.len() - corpus.as_ptr() as usize;
    let behind = corpus.get(after..).unwrap_or("").trim_start_matches('\r');
    let (rest, next) = behind.split_once("\n\n").unwrap_or((behind, ""));
    (rest.trim_start(), next)
}

fn score(document: &Document, tallies: &mut [Tally; 4], public: bool, errors: bool) {
    let of = |names: &[&str]| -> BTreeSet<Span> {
        document.spans.iter().filter(|s| names.contains(&s.0.as_str())).map(|s| s.1).collect()
    };
    let text = format!("---\nlanguage: id\n---\n{}", document.text);
    let Ok((article, _)) = article::parse("document.txt", text.as_bytes()) else { return };
    let (read, actors) = annotate::annotate(vec![article]);
    let Some(read) = read.first() else { return };
    let body = document.text.as_str();
    let mentions = &read.mentions;
    let persons = of(&["PERSON", "PERSONCOREF"]);
    let named = |a: &ActorId| mentions.iter().filter(|m| m.actor == *a).map(|m| m.span).collect::<Vec<_>>();
    let private = |a: &ActorId| named(a).iter().any(|s| is_private(body, *s));
    let counts = |q: &&Quote| {
        let person = |a: &ActorId| actors.get(a.index()).is_some_and(|a| a.kind == ActorKind::Person);
        let statement = q.cue.is_some_and(|c| c.start >= q.span.end);
        // The statements of the corpus are those of persons.
        statement
            && (q.speakers.is_empty() || q.speakers.iter().any(person))
            && (!public || !q.speakers.iter().any(private))
    };
    let told: Vec<&Quote> = read.quotes.iter().filter(counts).collect();
    let gold = of(&["STATEMENT"]);
    let cues = of(&["CUE", "CUECOREF"]);
    let given: BTreeSet<Span> = told.iter().map(|q| q.span).collect();
    let given_cues: BTreeSet<Span> = told.iter().filter_map(|q| q.cue).collect();
    tallies[0].add(&gold, &given);
    tallies[1].add(&cues, &given_cues);
    if errors {
        for span in given.difference(&gold) {
            println!("+ {}  >>>{}", shorten(span.of(body)), after(body, *span));
        }
        for span in gold.difference(&given) {
            println!("- {}  >>>{}", shorten(span.of(body)), after(body, *span));
        }
    }
    // Speakers by actor, told as a span of the statement so that each pair counts once.
    for span in &gold {
        let cue = cues.iter().find(|c| c.start >= span.end && c.start <= span.end + 4);
        let Some(cue) = cue else { continue };
        let own = document.spans.iter().any(|s| s.0 == "CUECOREF" && s.1 == *cue);
        let who = if own {
            persons.iter().rev().find(|p| p.end <= span.start)
        } else {
            persons.iter().find(|p| p.start >= cue.end && p.start < cue.end + 160)
        };
        let actor = who.and_then(|w| mentions.iter().find(|m| m.span.overlaps(*w))).map(|m| m.actor);
        // "Presiden", "dia": no name; right where the system's speaker bears the office, or is the
        // person whom the text named last.
        let word = who.map_or("", |w| w.of(body)).to_lowercase();
        let last = || persons.iter().rev().find(|p| p.end <= span.start);
        let actor = actor.or_else(|| {
            let pronoun = matches!(word.as_str(), "dia" | "ia" | "beliau");
            let named = last().filter(|_| pronoun)?;
            mentions.iter().find(|m| m.span.overlaps(*named)).map(|m| m.actor)
        });
        let bears = |a: ActorId| {
            let roles = actors.get(a.index()).map_or(&[][..], |a| &a.roles);
            roles.iter().any(|r| r.to_lowercase().split(' ').any(|w| w == word))
        };
        let quote = told.iter().find(|q| q.span == *span);
        let said = quote.and_then(|q| q.speakers.first().copied());
        let actor = actor.or(said.filter(|&a| bears(a)));
        if let (Some(who), Some(q)) = (who, quote) {
            let named = mentions.iter().any(|m| m.span == *who && q.speakers.contains(&m.actor));
            let exact = said.is_some() && (named || word_behind(body, q) == Some(*who));
            tallies[2].right += usize::from(exact && q.cue == Some(*cue));
        }
        tallies[2].gold += usize::from(who.is_some());
        tallies[2].given += usize::from(said.is_some());
        let tally = &mut tallies[3];
        tally.gold += usize::from(who.is_some());
        tally.given += usize::from(said.is_some());
        tally.right += usize::from(actor.is_some() && actor == said);
        if errors && (actor.is_none() || actor != said) {
            println!(
                "? {}  >>>{} gold {:?} {:?} said {:?}",
                shorten(span.of(body)),
                after(body, *span),
                who.map(|w| w.of(body)),
                actor.map(|a| &actors[a.0 as usize].name),
                said.map(|a| &actors[a.0 as usize].name)
            );
        }
    }
    let wrong = told.iter().filter(|q| !gold.contains(&q.span) && !q.speakers.is_empty()).count();
    tallies[2].given += wrong;
    tallies[3].given += wrong;
}

/// The word behind the cue that stands for the speaker: "Presiden", "dia".
fn word_behind(body: &str, quote: &Quote) -> Option<Span> {
    let cue = quote.cue?;
    let rest = body.get(cue.end as usize..)?;
    let word = rest.split_whitespace().next()?.trim_end_matches(['.', ',']);
    let at = cue.end as usize + rest.find(word)?;
    Some(Span::new(at, at + word.len()))
}

/// Whether the text marks the person named at `span` as private: "Nama (37)", "Nama, warga …".
fn is_private(body: &str, span: Span) -> bool {
    const WORDS: &[&str] = &[
        "warga",
        "pemilik",
        "pedagang",
        "penjual",
        "mahasiswa",
        "mahasiswi",
        "siswa",
        "siswi",
        "pelajar",
        "petani",
        "nelayan",
        "sopir",
        "pengemudi",
        "karyawan",
        "karyawati",
        "buruh",
        "penumpang",
        "ibu",
        "orangtua",
        "pelanggan",
        "pengunjung",
        "penyintas",
        "pasien",
        "perajin",
        "peternak",
        "guru",
        "pengusaha",
        "pembeli",
        "konsumen",
        "relawan",
        "peserta",
        "korban",
        "pekerja",
        "seorang",
        "salah",
    ];
    let behind = body.get(span.end as usize..).unwrap_or("").trim_start();
    let age = behind.strip_prefix('(').map(|r| r.trim_start());
    let age = age.and_then(|r| r.split_once(')')).is_some_and(|(n, _)| {
        let n = n.trim();
        n.len() == 2 && n.chars().all(|c| c.is_ascii_digit())
    });
    let next = behind.trim_start_matches(|c: char| !c.is_alphabetic()).split(' ').next().unwrap_or("");
    let apposed = behind.starts_with([',', '(']);
    let before = body.get(..span.start as usize).unwrap_or("").trim_end().rsplit(' ').next().unwrap_or("");
    age || apposed && WORDS.contains(&next) || WORDS.contains(&before.to_lowercase().as_str())
}

fn shorten(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= 9 {
        text.into()
    } else {
        format!("{} … {}", words[..5].join(" "), words[words.len() - 3..].join(" "))
    }
}

fn after(body: &str, span: Span) -> String {
    body.get(span.end as usize..).unwrap_or("").chars().take(70).collect()
}
