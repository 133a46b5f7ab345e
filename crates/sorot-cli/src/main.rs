//! The native `sorot` command: what the page knows, as JSON lines, and the bundle that it opens.

mod analyse;
mod bundle;
mod check;
mod cores;
mod files;
mod intake;
mod rows;
mod summarise;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Reads news articles and says who acts, when, who said what, and why it thinks so.
#[derive(Parser)]
#[command(name = "sorot", version)]
struct Command {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Reads the files as one bundle and prints one JSON object a line per file (docs/analyse-json.md).
    Analyse {
        /// JSON lines: the one form there is so far.
        #[arg(long, required = true)]
        json: bool,
        /// Articles as text files, with or without front matter.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Prints the key sentences of the files as one JSON object (docs/analyse-json.md).
    Summarise {
        /// JSON: the one form there is so far.
        #[arg(long, required = true)]
        json: bool,
        /// How many sentences, at most.
        #[arg(long, default_value_t = 5)]
        sentences: usize,
        /// Articles as text files, with or without front matter.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Makes a pack, the file that the explorer opens, or a page that holds it, of a folder of articles: text,
    /// Markdown, HTML, JSON, CSV, RSS and Atom, ZIP archives of these, and packs. Exit code 1 if one was skipped.
    Bundle {
        /// The folder.
        folder: PathBuf,
        /// The pack to write.
        #[arg(short, long)]
        output: Option<PathBuf>,
        /// The page to write: the explorer with these articles in one file.
        #[arg(long)]
        html: Option<PathBuf>,
        /// The explorer that --html is made of (`cargo xtask build` makes it).
        #[arg(long, default_value = "dist/sorot.html")]
        page: PathBuf,
        /// What the bundle is about, shown in the page's head.
        #[arg(long, default_value = "")]
        title: String,
        #[command(flatten)]
        how: intake::How,
        /// The report of what was read, remarked and skipped as JSON on standard output (docs/intake.md).
        #[arg(long)]
        json: bool,
    },
    /// Says of each article in a folder whether it would be read, and what is the matter. Exit code 1 if one would be
    /// skipped.
    Check {
        /// The folder.
        folder: PathBuf,
        #[command(flatten)]
        how: intake::How,
        /// As JSON (docs/intake.md).
        #[arg(long)]
        json: bool,
    },
}

fn main() -> ExitCode {
    match Command::parse().task {
        Task::Analyse { files, .. } => analyse::run(&files),
        Task::Summarise { sentences, files, .. } => summarise::run(&files, sentences),
        Task::Bundle { folder, output, html, page, title, how, json } => {
            bundle::run(&bundle::Order { folder, output, html, page, title, how, json })
        }
        Task::Check { folder, how, json } => check::run(&folder, json, how),
    }
}
