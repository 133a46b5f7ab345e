//! `sorot bundle`: a folder of articles as one pack, or as one page that holds it.

use crate::cores::OnCores;
use crate::intake::{self, How};
use crate::{split, stream};
use sorot_core::corpus::Corpus;
use sorot_core::index;
use sorot_intake::report;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Where articles come from.
pub enum From {
    /// A folder of files.
    Folder(PathBuf),
    /// Files of `sorot analyse --stream`.
    Analysed(Vec<PathBuf>),
}

/// What is made of articles.
pub struct Order {
    /// Where they come from.
    pub from: From,
    /// The pack to write.
    pub output: Option<PathBuf>,
    /// The folder to write the pack into in parts, and the bytes of a part.
    pub split: Option<(PathBuf, usize)>,
    /// The page to write.
    pub html: Option<PathBuf>,
    /// The explorer as one page, whose articles make way.
    pub page: PathBuf,
    /// What the bundle is about.
    pub title: String,
    /// How its files are read.
    pub how: How,
    /// Whether the report is JSON.
    pub json: bool,
}

/// Bytes of a pack from which on a page on the web had better load it in parts.
const LARGE: usize = 16 << 20;

/// Writes what is asked for; exit code 1 if an article was skipped or nothing written.
pub fn run(order: &Order) -> ExitCode {
    match make(order) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("sorot: {message}");
            ExitCode::FAILURE
        }
    }
}

fn make(order: &Order) -> Result<bool, String> {
    if order.output.is_none() && order.html.is_none() && order.split.is_none() {
        return Err("say what to write: -o FILE.sorot, --html FILE.html, --split FOLDER, or several".into());
    }
    let (corpus, whole) = match &order.from {
        From::Folder(folder) => read(order, folder)?,
        From::Analysed(files) => {
            let readings = stream::readings(files)?;
            if readings.is_empty() {
                return Err("there is no analysed article in these files".into());
            }
            (Corpus::of_readings(&OnCores, &order.title, readings), true)
        }
    };
    let articles = corpus.documents().len();
    if let Some((folder, part)) = &order.split {
        let told = split::write(&corpus, folder, *part)?;
        if !order.json {
            println!("{}: {articles} articles, {told}", folder.display());
        }
    }
    let pieces: Vec<Vec<u8>> = match order.output.is_some() || order.html.is_some() {
        true => index::pack_by(&OnCores, &corpus).map_err(|e| e.to_string())?.collect(),
        false => Vec::new(),
    };
    let mut written = Vec::new();
    if let Some(output) = &order.output {
        write(output, &pieces)?;
        written.push((output, pieces.iter().map(Vec::len).sum::<usize>()));
    }
    if let Some(html) = &order.html {
        let page = page(order, &corpus, &pieces.concat())?;
        write(html, &[page.as_bytes()])?;
        written.push((html, page.len()));
    }
    for (path, bytes) in written.iter().filter(|_| !order.json) {
        println!("{}: {articles} articles, {bytes} bytes", path.display());
    }
    let large = written.iter().any(|(path, bytes)| Some(*path) == order.output.as_ref() && *bytes > LARGE);
    if large && order.split.is_none() {
        eprintln!(
            "sorot: a page loads all of this pack before it shows anything; --split FOLDER writes it in parts"
        );
    }
    // The process ends here: giving a large bundle's memory back piece by piece takes a twentieth of all its time.
    std::mem::forget(corpus);
    Ok(whole)
}

/// Reads a folder and tells what was the matter; the flag says whether every article was read.
fn read(order: &Order, folder: &Path) -> Result<(Corpus, bool), String> {
    let mut gathered = intake::folder(folder, order.how)?;
    for line in intake::lines(&gathered) {
        eprintln!("sorot: {line}");
    }
    if order.json {
        println!("{}", report(&gathered));
    }
    if gathered.articles.is_empty() {
        return Err(format!("{}: there is no article in it", folder.display()));
    }
    let corpus = Corpus::new_by(&OnCores, &order.title, std::mem::take(&mut gathered.articles));
    Ok((corpus, intake::is_whole(&gathered)))
}

/// The explorer with these articles in it.
fn page(order: &Order, corpus: &Corpus, pack: &[u8]) -> Result<String, String> {
    let page = std::fs::read_to_string(&order.page).map_err(|e| {
        format!(
            "{}: the explorer can't be read: {e}; make it with `cargo xtask build` or name it with --page",
            order.page.display()
        )
    })?;
    let titles: Vec<String> = corpus.documents().iter().filter_map(|d| d.title().map(String::from)).collect();
    let title = if order.title.is_empty() { "Sorot" } else { &order.title };
    sorot_onefile::repack(&page, title, &titles, pack, None)
        .map_err(|e| format!("{}: {e}", order.page.display()))
}

/// Writes pieces that follow one on the other as one file.
pub fn write(path: &Path, pieces: &[impl AsRef<[u8]>]) -> Result<(), String> {
    let told = |e: std::io::Error| format!("{}: can't be written: {e}", path.display());
    let mut file = std::fs::File::create(path).map_err(told)?;
    pieces.iter().try_for_each(|piece| file.write_all(piece.as_ref())).map_err(told)
}
