//! `cargo xtask bench --classes bundle`: how long does the native command take to make a pack of an archive, and how
//! much memory?

use crate::failure::{At, Result};
use crate::repo;
use crate::run::{Cmd, note, step};
use crate::shared;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Articles of the mixed corpus.
const MIXED: usize = 20_000;
/// Words that an article of it has at least.
const WORDS: usize = 350;
/// How often the process is looked at.
const LOOK: Duration = Duration::from_millis(10);
/// Clock ticks in which /proc counts processor time (USER_HZ, the same on every Linux that Rust runs on).
const TICKS: f64 = 100.0;
/// Stands around the section's table in docs/performance.md.
const MARK: &str = "<!-- bundle -->";

/// What one run took.
struct Taken {
    wall: Duration,
    /// Processor seconds; `None` where there is no /proc.
    user: Option<f64>,
    system: Option<f64>,
    /// Most memory at once, MB.
    peak: Option<u64>,
    pack: u64,
}

/// Makes packs of `folders` (name, files) under the profile `native`, prints the figures and writes them down.
pub fn run(work: &Path, others: &[(String, PathBuf)]) -> Result<()> {
    let mut folders: Vec<(String, PathBuf)> = Vec::new();
    match mixed(work)? {
        Some(folder) if others.is_empty() => folders.push((format!("{MIXED} mixed from news"), folder)),
        Some(_) => {}
        None if others.is_empty() => {
            note(
                "The mixed corpus is made of news that aren't in the project: say where they are in SOROT_SHARED.",
            );
            return Ok(());
        }
        None => {}
    }
    folders.extend(others.iter().cloned());
    step("Building the command as it is installed (minutes)");
    let build = ["build", "--quiet", "--profile", "native", "--package", "sorot-cli"];
    Cmd::new("cargo").args(build).within(&repo::root()).run()?;
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut table = vec![
        format!("| articles | wall s | user s | system s | peak memory MB | pack MB | ({cores} cores)"),
        "|---|---:|---:|---:|---:|---:|---|".to_owned(),
    ];
    for (name, folder) in &folders {
        step(&format!("Making a pack of {name}"));
        let taken = measure(work, folder)?;
        let seconds = |s: Option<f64>| s.map_or("-".to_owned(), |s| format!("{s:.1}"));
        let row = format!(
            "| {name} | {:.1} | {} | {} | {} | {:.1} | |",
            taken.wall.as_secs_f64(),
            seconds(taken.user),
            seconds(taken.system),
            taken.peak.map_or("-".to_owned(), |mb| mb.to_string()),
            taken.pack as f64 / 1e6,
        );
        note(&row);
        table.push(row);
    }
    println!("\n{}", table.join("\n"));
    write_down(&table)
}

fn measure(work: &Path, folder: &Path) -> Result<Taken> {
    let (binary, pack) = (repo::target().join("native/sorot"), work.join("bundle.pack"));
    let begun = Instant::now();
    let mut child = Cmd::new(&binary)
        .args([
            "bundle".as_ref(),
            folder.as_os_str(),
            "--keep-duplicates".as_ref(),
            "-o".as_ref(),
            pack.as_os_str(),
        ])
        .start()?;
    let place = PathBuf::from(format!("/proc/{}", child.id()));
    let (mut peak, mut ticks) = (None, None);
    let status = loop {
        peak = high_water(&place).or(peak);
        ticks = processor(&place).or(ticks);
        if let Some(status) = child.try_wait().at("wait for", &binary)? {
            break status;
        }
        std::thread::sleep(LOOK);
    };
    if !status.success() {
        return Err(format!("`sorot bundle` failed ({status}); its own message stands above.").into());
    }
    let seconds = |ticks: u64| ticks as f64 / TICKS;
    Ok(Taken {
        wall: begun.elapsed(),
        user: ticks.map(|t| seconds(t.0)),
        system: ticks.map(|t| seconds(t.1)),
        peak: peak.map(|kb: u64| kb / 1000),
        pack: fs::metadata(&pack).at("look at", &pack)?.len(),
    })
}

/// The most memory a process has held, in kB.
fn high_water(place: &Path) -> Option<u64> {
    let status = fs::read_to_string(place.join("status")).ok()?;
    status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}

/// Clock ticks spent by a process for itself and in the kernel (proc(5), fields 14 and 15).
fn processor(place: &Path) -> Option<(u64, u64)> {
    let stat = fs::read_to_string(place.join("stat")).ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
}

/// Distinct articles of about [`WORDS`] words from the sentences of IndoSum's training part, the same each time;
/// `None` without the data.
fn mixed(work: &Path) -> Result<Option<PathBuf>> {
    let Some(source) =
        shared::folder().map(|f| f.join("data/summ/indosum-train.jsonl")).filter(|f| f.is_file())
    else {
        return Ok(None);
    };
    let folder = work.join(format!("mixed/{MIXED}"));
    let done = work.join(format!("mixed/{MIXED}.done"));
    if done.exists() {
        return Ok(Some(folder));
    }
    step("Mixing the corpus");
    let text = fs::read_to_string(&source).at("read", &source)?;
    let articles: Vec<Vec<String>> = text.lines().filter_map(sentences).filter(|a| !a.is_empty()).collect();
    fs::create_dir_all(&folder).at("make", &folder)?;
    let mut chance = Chance(7);
    for number in 0..MIXED {
        let body = chance.of(&articles).map_or(&[][..], Vec::as_slice);
        let (mut told, mut words) = (Vec::new(), 0);
        while words < WORDS {
            let from = if chance.next().is_multiple_of(2) {
                body
            } else {
                chance.of(&articles).map_or(&[][..], Vec::as_slice)
            };
            let Some(sentence) = chance.of(from) else { break };
            words += sentence.split(' ').count().max(1);
            told.push(sentence.as_str());
        }
        let headline: Vec<&str> = told.first().map_or("", |s| s).split(' ').take(9).collect();
        let paragraphs: Vec<String> = told.chunks(2).map(|pair| pair.join(" ")).collect();
        let file = folder.join(format!("{number:05}.txt"));
        fs::write(&file, format!("{}\n\n{}\n", headline.join(" "), paragraphs.join("\n\n")))
            .at("write", &file)?;
    }
    fs::write(&done, "").at("write", &done)?;
    Ok(Some(folder))
}

/// The sentences of one article, put together from their words as a newspaper prints them.
fn sentences(line: &str) -> Option<Vec<String>> {
    #[derive(serde::Deserialize)]
    struct Article {
        paragraphs: Vec<Vec<Vec<String>>>,
    }
    let article: Article = serde_json::from_str(line).ok()?;
    let tidy = |words: &Vec<String>| {
        let joined = words.join(" ");
        [(" .", "."), (" ,", ","), ("( ", "("), (" )", ")"), (" / ", "/"), (" ' ", "'")]
            .iter()
            .fold(joined, |text, (apart, together)| text.replace(apart, together))
    };
    Some(article.paragraphs.iter().flatten().map(tidy).filter(|s| !s.is_empty()).collect())
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        let count = (all.len() as u64).max(1);
        all.get((self.next() % count) as usize)
    }
}

/// Puts the table between the marks of docs/performance.md.
fn write_down(table: &[String]) -> Result<()> {
    let file = repo::root().join("docs/performance.md");
    let text = fs::read_to_string(&file).at("read", &file)?;
    let parts: Vec<&str> = text.split(MARK).collect();
    let [head, _, tail] = parts[..] else { return Ok(()) };
    let day = Cmd::new("date").args(["+%F"]).text().unwrap_or_default();
    let told = format!("\n{}\n\nTaken on {day}.\n", table.join("\n"));
    fs::write(&file, [head, &told, tail].join(MARK)).at("write", &file)
}
