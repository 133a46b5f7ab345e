//! `sorot-train`: learns the weights of the tagger and of the key sentences and says how good they are.

mod classes;
mod corpus;
mod crf;
mod evaluate;
mod owlqn;
mod pack;
mod recipe;
mod score;
mod summary;

use clap::{Parser, Subcommand};
use recipe::{Data, Recipe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Learns the weights that ship from annotated news.
#[derive(Parser)]
struct Arguments {
    /// The folder of training data; else the folder `data` in $SOROT_SHARED.
    #[arg(long, global = true)]
    data: Option<PathBuf>,
    #[command(flatten)]
    recipe: Recipe,
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Learn from all annotated sentences and write the weights.
    Train {
        /// Where to.
        #[arg(long, default_value = "crates/sorot-core/data/tagger.bin")]
        out: PathBuf,
    },
    /// Learn the weights of the key sentences and write them.
    Summary {
        /// Where to.
        #[arg(long, default_value = "crates/sorot-core/data/summary/weights.tsv")]
        out: PathBuf,
        /// Compare with what is there, byte for byte, and write nothing.
        #[arg(long, conflicts_with = "folds")]
        check: bool,
        /// Take the figures on held-out parts, and write nothing.
        #[arg(long)]
        folds: bool,
    },
    /// Learn without the development set and score on it.
    Evaluate {
        /// Also learn without each group of features (from idner alone: quicker).
        #[arg(long)]
        ablate: bool,
        /// Also score on each N-th part of train and dev, learning from the rest.
        #[arg(long, default_value_t = 0)]
        folds: usize,
        /// Also print every sentence with a fault.
        #[arg(long)]
        errors: bool,
    },
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let shared = std::env::var_os("SOROT_SHARED").map(|p| PathBuf::from(p).join("data"));
    let folder =
        arguments.data.clone().or(shared).ok_or("say where the training data is: --data or $SOROT_SHARED")?;
    if let Task::Summary { out, check, folds } = &arguments.task {
        return if *folds { summary::evaluate(&folder) } else { weigh(&folder, out, *check) };
    }
    let data = Data::read(&folder)?;
    let recipe = &arguments.recipe;
    match &arguments.task {
        Task::Train { out } => {
            let learned = recipe.learn(&data.all(), &data)?;
            std::fs::write(out, &learned.bytes).map_err(|e| format!("{}: {e}", out.display()))?;
            println!("{}: {}", out.display(), learned.sizes());
            Ok(())
        }
        Task::Summary { .. } => Ok(()),
        Task::Evaluate { ablate, folds, errors } => {
            evaluate::on_dev(recipe, &data, *errors)?;
            if *folds > 1 {
                evaluate::on_folds(recipe, &data, *folds)?;
            }
            if *ablate {
                evaluate::ablation(recipe, &data)?;
            }
            Ok(())
        }
    }
}

fn weigh(folder: &Path, out: &Path, check: bool) -> Result<(), String> {
    let told = |e: std::io::Error| format!("{}: {e}", out.display());
    let learned = summary::learn(folder)?;
    if !check {
        std::fs::write(out, &learned).map_err(told)?;
    } else if std::fs::read_to_string(out).map_err(told)? != learned {
        return Err(format!("{} isn't what is learned now", out.display()));
    }
    println!("{}: {}", out.display(), if check { "as learned" } else { "written" });
    Ok(())
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
