//! The native `sorot` command: what the page knows, as JSON lines, and the bundle that it opens.

mod analyse;
mod bundle;
mod check;
mod cores;
mod export;
mod files;
mod intake;
mod rows;
mod split;
mod stream;
mod summarise;

use clap::{Parser, Subcommand};
use sorot_core::corpus::pack;
use std::path::PathBuf;
use std::process::ExitCode;

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

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
        /// JSON lines, the files as one bundle.
        #[arg(long, required_unless_present = "stream", conflicts_with = "stream")]
        json: bool,
        /// Reads articles from standard input, one JSON object `{"file", "text"}` a line, each by itself, and prints
        /// lines for `bundle --from-analysed` (docs/scale.md).
        #[arg(long, conflicts_with = "files")]
        stream: bool,
        /// Articles as text files, with or without front matter.
        #[arg(required_unless_present = "stream")]
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
        /// The folder, or one file.
        #[arg(required_unless_present = "from_analysed", conflicts_with = "from_analysed")]
        folder: Option<PathBuf>,
        /// Files that `analyse --stream` wrote, instead of a folder: the same pack, byte for byte.
        #[arg(long, num_args = 1..)]
        from_analysed: Vec<PathBuf>,
        /// The pack to write.
        #[arg(short, long)]
        output: Option<PathBuf>,
        /// The folder to write the pack into in parts, for plain static hosting: `index.sorot` first, the texts in
        /// `texts/` when a page needs them (docs/scale.md). For archives of some thousand articles and more.
        #[arg(long)]
        split: Option<PathBuf>,
        /// How large the files of texts are, in KiB: larger ones are fewer, smaller ones come sooner.
        #[arg(long, default_value_t = (pack::PART >> 10) as u32, value_parser = clap::value_parser!(u32).range(1..=65_536))]
        part: u32,
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
        /// The folder, or one file.
        folder: PathBuf,
        #[command(flatten)]
        how: intake::How,
        /// As JSON (docs/intake.md).
        #[arg(long)]
        json: bool,
    },
    /// Prints a folder of articles for another search engine (docs/scale.md).
    Export {
        /// Lines for the bulk interface of OpenSearch and Elasticsearch: the one form there is so far.
        #[arg(long, required = true)]
        opensearch: bool,
        /// The mapping alone, for the request that makes the index.
        #[arg(long, conflicts_with = "folder")]
        mapping: bool,
        /// The index that the lines name.
        #[arg(long, default_value = "sorot")]
        index: String,
        /// The folder, or one file.
        #[arg(required_unless_present = "mapping")]
        folder: Option<PathBuf>,
        #[command(flatten)]
        how: intake::How,
    },
}

fn main() -> ExitCode {
    match Command::parse().task {
        Task::Analyse { stream: true, .. } => stream::run(),
        Task::Analyse { files, .. } => analyse::run(&files),
        Task::Summarise { sentences, files, .. } => summarise::run(&files, sentences),
        Task::Bundle { folder, from_analysed, output, split, part, html, page, title, how, json } => {
            let from = folder.map_or(bundle::From::Analysed(from_analysed), bundle::From::Folder);
            let split = split.map(|folder| (folder, (part as usize) << 10));
            bundle::run(&bundle::Order { from, output, split, html, page, title, how, json })
        }
        Task::Check { folder, how, json } => check::run(&folder, json, how),
        Task::Export { index, folder, how, .. } => match folder {
            Some(folder) => export::run(&folder, how, &index),
            None => export::mapping(),
        },
    }
}
