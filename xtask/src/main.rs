//! `cargo xtask`: set-up, build, serve, test, score, bench.

mod score;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.split_first() {
        Some((name, rest)) if name == "score" => score::run(rest),
        _ => Err("there is one command: score.".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("✗ cargo xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}
