//! `cargo xtask score`: the analysis of the articles against the gold.
//!
//! Matching is one to one throughout, so a span that covers everything gains nothing.
//!
//! - mentions: span and kind exact; precision, recall, F1
//! - actors: B-cubed over the exact mentions (Bagga and Baldwin 1998): the gold's canonical name against the
//!   actor's id, which is global to the run; a mention without an id is an actor of its own
//! - dates: overlap of at least half of the union; "values" counts only those with an accepted interval
//! - published: a closed interval inside the gold's and at most two days wide
//! - quotes: overlap of at least 0.8 of the union; quotes under four words count only when matched;
//!   "speakers" counts only those with the right set of speakers, where the gold names one
//! - contacts: rows with a person on both sides: same file, one person of each side in either order, same
//!   status; "never" rows that were produced are listed
//! - not-story: characters
//!
//! Beside the five articles stand the own sets of other news, the table of date expressions, the stems, and, where
//! the data are here, statements and names of public corpora. docs/evaluation.md says what the figures were.

mod ablation;
mod errors;
mod gold;
mod matching;
mod output;
mod sections;
mod stems;
mod tally;
#[cfg(test)]
mod tests;

use gold::Collection;
use output::Run;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What the command line asks for.
struct Options {
    gold: Option<PathBuf>,
    from: Option<String>,
    errors: bool,
    only: Option<String>,
}

/// Scores all that can be scored here, or with `--only` one section. `--gold`, `--from` and `--errors` are
/// about the articles alone.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let options = options(arguments)?;
    let single = options.gold.is_some() || options.from.is_some() || options.errors;
    match options.only.as_deref() {
        None if single => articles(&options),
        None => {
            articles(&options)?;
            sections::ALL.iter().filter(|s| s.always).try_for_each(sections::Section::print)
        }
        Some("articles") => articles(&options),
        Some(name) => match sections::ALL.iter().find(|s| s.name == name) {
            Some(section) => section.print(),
            None => {
                Err(format!("there is no section {name}; there are articles, {}.", sections::names_of_all()))
            }
        },
    }
}

/// Scores the articles of the project, or the JSON lines given with `--from`. Fails when a gold file has no
/// output; everything that has is scored all the same.
fn articles(options: &Options) -> Result<(), String> {
    let gold = Collection::read(options.gold.as_deref().unwrap_or(&root().join("tests/gold")))?;
    let lines = match options.from.as_deref() {
        None => analyse(&["--profile", "native"], &root().join("articles"))?,
        Some("-") => {
            let mut all = String::new();
            std::io::stdin()
                .read_to_string(&mut all)
                .map_err(|e| format!("standard input can't be read: {e}."))?;
            all
        }
        Some(file) => std::fs::read_to_string(file).map_err(|e| format!("{file} can't be read: {e}."))?,
    };
    let run = Run::parse(&lines)?;
    let files = tally::compare(&gold, &run);
    let mut lines = tally::lines(&gold, &files);
    if options.gold.is_none() && options.from.is_none() {
        lines.extend(sections::forbidden(&self::files(&root().join("articles"))?)?);
    }
    if options.errors {
        lines.extend(errors::lines(&run, &files));
    }
    print(&lines)?;
    match files.iter().filter(|f| !f.has_output).count() {
        0 => Ok(()),
        n => Err(format!("{n} of {} gold files have no output.", files.len())),
    }
}

/// Prints the lines; a reader who has seen enough (`head`) is no failure.
fn print(lines: &[String]) -> Result<(), String> {
    if lines.is_empty() {
        return Ok(());
    }
    match std::io::stdout().write_all((lines.join("\n") + "\n").as_bytes()) {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("standard output: {e}.")),
        _ => Ok(()),
    }
}

fn options(arguments: &[String]) -> Result<Options, String> {
    let mut options = Options { gold: None, from: None, errors: false, only: None };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().cloned().ok_or_else(|| format!("{argument} needs a value."));
        match argument.as_str() {
            "--gold" => options.gold = Some(PathBuf::from(value()?)),
            "--only" => options.only = Some(value()?),
            "--from" => options.from = Some(value()?),
            "--errors" => options.errors = true,
            _ => {
                return Err(format!(
                    "there is no option {argument}; there are --only SECTION, --gold DIR, --from FILE (or - for \
                     standard input) and --errors."
                ));
            }
        }
    }
    Ok(options)
}

/// The project's root: the folder above this crate.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Builds `sorot` with cargo's `profile` arguments, runs it on the articles of a folder and gives back its JSON
/// lines.
fn analyse(profile: &[&str], folder: &Path) -> Result<String, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["run", "--quiet", "--package", "sorot-cli"]).args(profile).arg("--").current_dir(root());
    output(command, folder)
}

/// Lets `command`, which is `sorot` up to its arguments, analyse the articles of a folder.
fn output(mut command: Command, folder: &Path) -> Result<String, String> {
    let articles = files(folder)?;
    let output = command
        .args(["analyse", "--json"])
        .args(&articles)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|e| format!("the analysis can't be started: {e}."))?;
    if !output.status.success() && output.stdout.is_empty() {
        return Err("the analysis printed nothing; its own message stands above.".to_owned());
    }
    String::from_utf8(output.stdout).map_err(|e| format!("the analysis isn't UTF-8: {e}."))
}

/// The articles of a folder, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries =
        std::fs::read_dir(folder).map_err(|e| format!("{} can't be read: {e}.", folder.display()))?;
    let mut articles: Vec<PathBuf> =
        entries.flatten().map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == "txt")).collect();
    articles.sort();
    Ok(articles)
}
