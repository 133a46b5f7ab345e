//! `sorot check`: what a bundle of this folder would hold, and what is the matter with the rest.

use crate::intake::{self, How};
use sorot_intake::report;
use std::path::Path;
use std::process::ExitCode;

/// Prints the report; exit code 1 if an article would be skipped.
pub fn run(folder: &Path, json: bool, how: How) -> ExitCode {
    let gathered = match intake::folder(folder, how) {
        Ok(gathered) => gathered,
        Err(message) => {
            eprintln!("sorot: {message}");
            return ExitCode::FAILURE;
        }
    };
    if json {
        println!("{}", report(&gathered));
    } else {
        intake::lines(&gathered).iter().for_each(|line| println!("{line}"));
    }
    if intake::is_whole(&gathered) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
