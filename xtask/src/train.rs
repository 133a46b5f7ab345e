//! `cargo xtask train`: learns the assets that ship, to the byte.

use crate::failure::Result;
use crate::repo;
use crate::run::{Cmd, step};
use crate::shared;

/// Learns the weights of the name tagger, or with `summary` those of the key sentences; the arguments go
/// to `sorot-train` (`evaluate` instead of `train` scores without writing).
pub fn run(arguments: &[String]) -> Result<()> {
    let Some(shared) = shared::folder() else {
        println!("{}", shared::MISSING);
        return Ok(());
    };
    let task = arguments.first().map_or("train", String::as_str);
    step(match task {
        "summary" => "Learning the weights of the key sentences: a minute",
        _ => "Learning the name tagger: some minutes",
    });
    Cmd::new("cargo")
        .args(["run", "--profile", "train", "-p", "sorot-train", "--"])
        .args([task, "--data"])
        .args([shared.join("data")])
        .args(arguments.iter().skip(1))
        .within(&repo::root())
        .run()
}
