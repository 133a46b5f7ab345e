//! `cargo xtask`: does all set-up and then the job. `cargo xtask help` lists the commands.

mod apart;
mod bench;
mod browsers;
mod budget;
mod bulk;
mod cache;
mod debian;
mod dist;
mod example;
mod failure;
mod intranet;
mod names;
mod page;
mod recorded;
mod repo;
mod roots;
mod run;
mod score;
mod serve;
mod served;
mod shared;
mod shot;
mod site;
mod start;
mod test;
mod tools;
mod train;
mod wasm;

use failure::Result;
use std::process::ExitCode;

/// One command: its name, what `help` says of it, and what it does with the arguments after it.
struct Task {
    name: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<()>,
}

/// Every command, in the order of `help`. A new one is a line here and a file of its own.
const TASKS: &[Task] = &[
    Task {
        name: "serve",
        about: "build in release and serve the explorer: [--port N] [--bundle DIR]",
        run: serve::run,
    },
    Task {
        name: "test",
        about: "check everything: [fmt|lint|native|browser|stories|size]… [--engines E,…|all] [--story PART] [--built]",
        run: test::run,
    },
    Task {
        name: "build",
        about: "make dist/ (for any web server) and dist/sorot.html (one file, opens by double click): [--bundle DIR]",
        run: dist::run,
    },
    Task {
        name: "score",
        about: "measure the analysis: [--only SECTION] [--gold DIR] [--from FILE|-] [--errors]",
        run: |arguments| score::run(arguments).map_err(Into::into),
    },
    Task {
        name: "roots",
        about: "learn the stemmer's Indonesian roots, to the byte: [--from FILE] [--check]",
        run: roots::run,
    },
    Task {
        name: "train",
        about: "learn weights that ship, to the byte: [train|evaluate] [--folds N] [--ablate], summary [--check]",
        run: train::run,
    },
    Task {
        name: "bench",
        about: "measure selecting, the analysis, the summary or the start in a browser: [--n 1000,10000] [--classes C|analyse|summary|start] [--budget MS]",
        run: bench::run,
    },
    Task {
        name: "example",
        about: "run an example with requirements of its own: dask (a cluster of two processes makes the same pack)",
        run: example::run,
    },
    Task {
        name: "shot",
        about: "save a picture of the built page: [--file] [--hash H] [--size WxH] [-o out.png] …",
        run: shot::run,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (name, rest) = match arguments.split_first() {
        Some((name, rest)) => (name.as_str(), rest),
        None => ("help", &[] as &[String]),
    };
    if matches!(name, "help" | "--help" | "-h") {
        help();
        return ExitCode::SUCCESS;
    }
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        eprintln!("There is no command `{name}`. `cargo xtask help` lists them.");
        return ExitCode::FAILURE;
    };
    match (task.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n✗ cargo xtask {name}: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn help() {
    println!("cargo xtask COMMAND\n");
    for task in TASKS {
        println!("  {:<8} {}", task.name, task.about);
    }
    println!(
        "\nEach command first installs what it lacks, says so before, and keeps it in the\n\
         cache folder `sorot`, so that the next run is quick and needs no network."
    );
}
