//! The native `sorot` command: what the page knows, as JSON lines.

mod analyse;
mod rows;

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
        /// The only form there is so far; say it, so that another one can be added.
        #[arg(long, required = true)]
        json: bool,
        /// Articles as text files, with or without front matter.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

fn main() -> ExitCode {
    match Command::parse().task {
        Task::Analyse { files, .. } => analyse::run(&files),
    }
}
