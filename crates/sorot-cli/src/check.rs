//! `sorot check`: what a bundle of this folder would hold, and what is the matter with the rest.

use crate::intake::{self, How, Report};
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
        match serde_json::to_string(&Report::of(&gathered)) {
            Ok(report) => println!("{report}"),
            Err(error) => {
                eprintln!("sorot: the report can't be written: {error}");
                return ExitCode::FAILURE;
            }
        }
    } else {
        intake::lines(&gathered).iter().for_each(|line| println!("{line}"));
    }
    if intake::is_whole(&gathered) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
