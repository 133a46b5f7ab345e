//! `cargo xtask test`: every layer of checks, from the layout of the code to a reader's stories.

use crate::apart;
use crate::browsers;
use crate::budget;
use crate::dist;
use crate::failure::Result;
use crate::intranet;
use crate::recorded;
use crate::repo;
use crate::run::{Cmd, note, step};
use crate::serve::Site;
use crate::tools;
use crate::wasm::Wasm;
use sorot_e2e::Engine;
use std::path::PathBuf;
use std::time::Instant;

/// A layer: its name on the command line, its title, and its work.
struct Layer {
    name: &'static str,
    title: &'static str,
    run: fn(&Choice) -> Result<()>,
}

/// From the quickest to the longest; the size is that of the build the stories were told on.
const LAYERS: &[Layer] = &[
    Layer { name: "fmt", title: "Is the code laid out by rustfmt?", run: |_| fmt() },
    Layer { name: "lint", title: "Does clippy find anything?", run: |_| lint() },
    Layer { name: "native", title: "Tests on this machine", run: |_| native() },
    Layer { name: "browser", title: "Tests inside a browser", run: |_| browser() },
    Layer { name: "stories", title: "A reader's stories, on the release build", run: stories },
    Layer { name: "size", title: "Is the program small enough?", run: |choice| budget::check(choice.built) },
];

/// Where the stories' server puts the site: below a path, so that an absolute address would fail.
const SUB_PATH: &str = "/berita/sorot/";

/// What the person asked for.
struct Choice {
    layers: Vec<String>,
    /// The first hears all stories.
    engines: Vec<Engine>,
    /// Whether each engine does.
    everything: bool,
    stories: Vec<String>,
    /// Whether `dist/` is taken as it is.
    built: bool,
}

/// Runs the chosen layers, or all, and says at the end which held.
pub fn run(arguments: &[String]) -> Result<()> {
    let choice = parse(arguments)?;
    let chosen: Vec<&Layer> = LAYERS
        .iter()
        .filter(|layer| choice.layers.is_empty() || choice.layers.iter().any(|n| n == layer.name))
        .collect();
    let mut lines = Vec::new();
    let mut failed = 0;
    for layer in &chosen {
        step(layer.title);
        let begun = Instant::now();
        let outcome = (layer.run)(&choice);
        let seconds = begun.elapsed().as_secs();
        let verdict = match outcome {
            Ok(()) => "ok".to_owned(),
            Err(failure) => {
                failed += 1;
                eprintln!("✗ {failure}");
                format!("FAILED: {failure}")
            }
        };
        lines.push(format!("{:<8} {seconds:>4} s  {verdict}", layer.name));
    }
    step("All layers");
    for line in &lines {
        note(line);
    }
    println!("layers: {} passed, {failed} failed", lines.len() - failed);
    match failed {
        0 => Ok(()),
        1 => Err("one layer failed; it is named above.".into()),
        more => Err(format!("{more} layers failed; they are named above.").into()),
    }
}

fn parse(arguments: &[String]) -> Result<Choice> {
    let mut choice = Choice {
        layers: Vec::new(),
        engines: Engine::ALL.to_vec(),
        everything: false,
        stories: Vec::new(),
        built: false,
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--engines" => {
                let names = rest.next().ok_or("--engines needs names with commas between, or `all`.")?;
                choice.everything = names == "all";
                if !choice.everything {
                    let engines = names.split(',').map(Engine::named).collect::<sorot_e2e::Result<_>>();
                    choice.engines = engines.map_err(|fault| fault.to_string())?;
                }
            }
            "--built" => choice.built = true,
            "--story" => {
                let part = rest.next().ok_or("--story needs a part of a story's name.")?;
                choice.stories.push(part.clone());
            }
            name if LAYERS.iter().any(|layer| layer.name == name) => {
                choice.layers.push(name.to_owned());
            }
            other => {
                let names: Vec<&str> = LAYERS.iter().map(|layer| layer.name).collect();
                return Err(format!(
                    "`test` does not know `{other}`; it takes layers ({}), --engines NAMES, \
                     --story PART and --built.",
                    names.join(", ")
                )
                .into());
            }
        }
    }
    Ok(choice)
}

fn fmt() -> Result<()> {
    component("fmt", "rustfmt")?;
    cargo(&["fmt", "--all", "--check"]).run()
}

fn lint() -> Result<()> {
    component("clippy", "clippy")?;
    cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]).run()
}

fn native() -> Result<()> {
    cargo(&["test", "--workspace", "--exclude", "sorot-e2e"]).run()
}

/// `tests/web.rs`, compiled for the browser and run in one.
fn browser() -> Result<()> {
    let wasm = Wasm::ready()?;
    let bindgen = tools::wasm_bindgen()?;
    let driver = browsers::ready(Engine::Chromium)?;
    let command = cargo(&["test", "--target", "wasm32-unknown-unknown"])
        .args(["-p", "sorot", "--test", "web"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", bindgen.join("wasm-bindgen-test-runner"))
        // The runner gives up after 20 s, which a busy machine needs to start the browser.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("CHROMEDRIVER", driver);
    wasm.apply(command)?.run()
}

/// The stories on both outputs of the build, in each engine.
fn stories(choice: &Choice) -> Result<()> {
    let drivers = choice.engines.iter().map(|&engine| browsers::ready(engine)).collect::<Result<Vec<_>>>()?;
    let folders: Vec<PathBuf> =
        drivers.iter().filter_map(|driver| Some(driver.parent()?.to_path_buf())).collect();
    let axe = tools::axe()?;
    if !choice.built {
        dist::build(None)?;
    }
    let copy = repo::target().join("sorot/recorded");
    recorded::write(&repo::dist(), &copy)?;
    let site = Site::open(&repo::dist(), SUB_PATH, None)?;
    let recorded = Site::open(&copy, SUB_PATH, None)?;
    let around = repo::target().join("sorot/observed");
    intranet::write_observed(&copy, &around)?;
    let around = Site::open(&around, SUB_PATH, None)?;
    let parts = repo::target().join("sorot/apart");
    let mut texts = Vec::new();
    for (from, to, name) in [(repo::dist(), "plain", ""), (copy.clone(), "recorded", "RECORDED_")] {
        for (folder, what) in apart::write(&from, &parts.join(to))?.iter().zip(apart::NAMES) {
            texts.push((format!("SOROT_E2E_{name}{what}"), Site::open(folder, SUB_PATH, None)?));
        }
    }
    let names: Vec<&str> = choice.engines.iter().map(|engine| engine.name()).collect();
    let mut command = cargo(&["test", "-p", "sorot-e2e", "--test", "stories", "--"])
        .args(&choice.stories)
        .path_first(&folders)?
        .env("SOROT_E2E_SERVED", &site.address)
        .env("SOROT_E2E_FILE", repo::one_file())
        .env("SOROT_E2E_RECORDED_SERVED", &recorded.address)
        .env("SOROT_E2E_RECORDED_FILE", copy.join("sorot.html"))
        .env("SOROT_E2E_INTRANET", format!("{}{}", around.address, intranet::PAGE))
        .env("SOROT_E2E_AXE", axe)
        .env("SOROT_E2E_ENGINES", names.join(","));
    for (name, site) in &texts {
        command = command.env(name, &site.address);
    }
    if choice.everything {
        command = command.env("SOROT_E2E_ALL", "1");
    }
    command.run()?;
    // What the harmed ones lack is asked for.
    let parts = texts.iter().filter(|(name, _)| !name.ends_with("HARMED")).map(|(_, site)| site);
    let strays: Vec<String> =
        [&site, &recorded, &around].into_iter().chain(parts).flat_map(Site::strays).collect();
    match strays.as_slice() {
        [] => Ok(()),
        some => Err(format!("pages asked the server for what it doesn't have: {}.", some.join(", ")).into()),
    }
}

fn cargo(arguments: &[&str]) -> Cmd {
    Cmd::new("cargo").args(arguments).within(&repo::root())
}

/// A part of the toolchain that may be missing.
fn component(command: &str, name: &str) -> Result<()> {
    let there = || Cmd::new("cargo").args([command, "--version"]).text().is_some();
    if there() {
        return Ok(());
    }
    if Cmd::new("rustup").args(["--version"]).text().is_some() {
        step(&format!("Installing {name} through rustup"));
        // How it ended shows in the next line.
        Cmd::new("rustup").args(["component", "add", name]).status()?;
    }
    if there() {
        return Ok(());
    }
    Err(format!("`cargo {command}` is missing and could not be added: install {name} beside this Rust.")
        .into())
}
