//! A folder in, articles and the report of what was read, remarked and skipped out.

use crate::cores::OnCores;
use sorot_core::annotate::Spread;
use sorot_core::calendar::Lang;
use sorot_intake::{Encoding, Entry, Finding, Format, Gathered, Options, Place, State, Twins, gather, read};
use std::path::{Path, PathBuf};

/// How files are read.
#[derive(Clone, Copy, clap::Args)]
pub struct How {
    /// Keep articles whose text is another's, or nearly.
    #[arg(long)]
    keep_duplicates: bool,
    /// Read all text in this encoding, whatever files declare: utf-8, utf-16le, utf-16be, windows-1252, windows-1251.
    #[arg(long, value_parser = encoding)]
    encoding: Option<Encoding>,
}

fn encoding(label: &str) -> Result<Encoding, String> {
    Encoding::of_label(label).ok_or_else(|| {
        let names: Vec<&str> = Encoding::ALL.iter().map(|e| e.name()).collect();
        format!("it isn't read here; these are: {}", names.join(", "))
    })
}

/// Reads every file below `folder` (names that begin with a stop apart), on all cores, in the order of their paths; or
/// `folder` alone, where it is a file.
///
/// # Errors
/// When the folder itself can't be read.
pub fn folder(folder: &Path, how: How) -> Result<Gathered, String> {
    let mut files = Vec::new();
    let mut from = folder;
    if let (true, Some(parent)) = (folder.is_file(), folder.parent()) {
        files.push(folder.to_path_buf());
        from = parent;
    } else {
        below(folder, &mut files)
            .map_err(|e| format!("{}: the folder can't be read: {e}", folder.display()))?;
    }
    files.sort();
    let entries = OnCores.map(files, |path| {
        let name = path.strip_prefix(from).unwrap_or(&path).to_string_lossy().into_owned();
        match std::fs::read(&path) {
            Ok(bytes) => read(&name, &bytes, Options { encoding: how.encoding }),
            Err(error) => {
                let place = Place { file: name, ..Place::default() };
                vec![Entry::skipped(place, Format::Text, Finding::Unreadable, [error.to_string()])]
            }
        }
    });
    let twins = if how.keep_duplicates { Twins::Keep } else { Twins::Skip };
    Ok(gather(entries.into_iter().flatten(), twins))
}

/// The files of a folder and its folders; links are not followed, so that there is no circle.
fn below(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() {
                files.push(entry.path());
            }
        }
    }
    Ok(())
}

/// Whether every article was read, with or without remarks.
pub fn is_whole(gathered: &Gathered) -> bool {
    gathered.count(State::Skipped) == 0
}

/// The report as lines for a person: what was skipped or remarked on, then the sums.
pub fn lines(gathered: &Gathered) -> Vec<String> {
    let mut lines = Vec::new();
    for row in gathered.report.iter().filter(|row| row.state != State::Read) {
        for remark in &row.remarks {
            let at = remark.line.or(row.place.line).map_or(String::new(), |line| format!(":{line}"));
            let words = remark.words(Lang::En);
            let skipped = if remark.finding.skips() { "skipped: " } else { "" };
            lines.push(format!("{}{at}: {skipped}{words}", row.place.label()));
        }
    }
    lines.push(format!(
        "{} read, {} read with remarks, {} skipped",
        gathered.count(State::Read),
        gathered.count(State::Remarked),
        gathered.count(State::Skipped)
    ));
    lines
}
