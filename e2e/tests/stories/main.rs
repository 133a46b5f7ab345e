//! What a reader does with the explorer, told once and run for each engine and each way of opening.
//!
//! `cargo xtask test` builds the explorer and runs this with
//! * `SOROT_E2E_SERVED`, the address of the served build,
//! * `SOROT_E2E_FILE`, the path of the one-file build,
//! * `SOROT_E2E_ENGINE`, `chromium` unless said otherwise.
//!
//! Arguments are parts of story names; without one, all run.

mod opening;

use sorot_e2e::{Browser, Engine, Fault, Result, Target};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// A story: what the reader does, and what must then be so.
type Story = fn(&Browser, &Target) -> Result<()>;

/// Every story by name.
const STORIES: &[(&str, Story)] = &[
    ("the explorer appears", opening::appears),
    ("a narrow screen has no sideways scrolling", opening::fits_narrow),
    ("an older browser does", opening::older),
    ("without JavaScript there is a list", opening::no_script),
];

/// Stories about a server and the way to it.
const SERVED_STORIES: &[(&str, Story)] = &[
    ("what cannot be fetched is told", opening::missing),
    ("the one file opens from a server too", opening::file_served),
];

/// Stories about files that were harmed on the way; they need only the one file.
const FILE_STORIES: &[(&str, Story)] = &[
    ("a file cut short says so", opening::cut_short),
    ("a file with a changed byte says so", opening::changed),
    ("the served page opened as a file points to the one file", opening::wrong_file),
];

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(fault) => {
            println!("✗ {fault}");
            ExitCode::FAILURE
        }
    }
}

/// Runs every chosen story and counts those that failed.
fn run() -> Result<usize> {
    let served = std::env::var("SOROT_E2E_SERVED").ok().map(Target::Served);
    let file = std::env::var_os("SOROT_E2E_FILE").map(|path| Target::File(PathBuf::from(path)));
    let engine = Engine::named(&std::env::var("SOROT_E2E_ENGINE").unwrap_or("chromium".into()))?;
    if served.is_none() && file.is_none() {
        println!("Nothing to open: `cargo xtask test` builds the explorer and runs the stories.");
        println!("0 passed, 0 failed");
        return Ok(0);
    }
    let chosen: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    let (mut passed, mut failed) = (0, 0);
    for target in served.iter().chain(&file) {
        let more: &[(&str, Story)] = match target {
            Target::Served(_) => SERVED_STORIES,
            Target::File(_) => FILE_STORIES,
        };
        for (name, story) in STORIES.iter().chain(more) {
            if !chosen.is_empty() && !chosen.iter().any(|part| name.contains(part)) {
                continue;
            }
            let begun = Instant::now();
            let told = tell(engine, target, *story);
            let time = begun.elapsed().as_secs_f32();
            let place = format!("{} · {}", engine.name(), target.name());
            match told {
                Ok(()) => {
                    passed += 1;
                    println!("story {place} · {name} ... ok ({time:.1} s)");
                }
                Err(fault) => {
                    failed += 1;
                    println!("story {place} · {name} ... FAILED ({time:.1} s)\n  {fault}");
                }
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    Ok(failed)
}

/// A story in a browser of its own, so that none sees what another left.
fn tell(engine: Engine, target: &Target, story: Story) -> Result<()> {
    let browser = Browser::start(engine)?;
    browser.resize(1280, 800)?;
    let told = story(&browser, target);
    if let Err(fault) = told {
        let place = std::env::temp_dir().join(format!("sorot-story-{}.png", target.name()));
        let saved = browser.screenshot(&place).is_ok();
        let picture = if saved { format!(" Picture: {}", place.display()) } else { String::new() };
        return Err(Fault::from(format!("{fault}{picture}")));
    }
    Ok(())
}

/// Opens the explorer and waits until it is there.
fn open(browser: &Browser, target: &Target, hash: &str) -> Result<()> {
    browser.open(&target.address(hash))?;
    browser.wait_ready()
}

/// The console must be empty at the end of a story that is not about failures.
fn quiet(browser: &Browser) -> Result<()> {
    let lines = browser.console()?;
    ensure(lines.is_empty(), &format!("the console is not empty: {}", lines.join(" | ")))
}

/// A claim; `otherwise` is the sentence when it does not hold.
fn ensure(holds: bool, otherwise: &str) -> Result<()> {
    if holds { Ok(()) } else { Err(otherwise.into()) }
}
