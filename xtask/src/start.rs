//! `cargo xtask bench --classes start`: how soon the one file, opened from the disk, shows something and is ready.

use crate::browsers;
use crate::dist;
use crate::failure::{At, Failure, Result};
use crate::repo;
use crate::run::{note, step};
use sorot_e2e::{Browser, Engine, Target};
use std::fs;

/// How often it is opened in each engine; the middle one is told.
const TIMES: usize = 9;
/// When something was painted first, and when the explorer could be used; ms since the navigation began.
const MARKS: &str = "const paint = performance.getEntriesByName('first-contentful-paint')[0]; \
    return [paint?.startTime ?? null, Number(document.documentElement.dataset.ready)]";

/// Builds, opens the one file in each engine and prints size and times.
pub fn run() -> Result<()> {
    let drivers = Engine::ALL
        .into_iter()
        .map(|engine| Ok((engine, browsers::ready(engine)?)))
        .collect::<Result<Vec<_>>>()?;
    dist::build()?;
    let file = repo::one_file();
    let size = fs::metadata(&file).at("read", &file)?.len();
    step("Opening the one file from the disk");
    note(&format!("{size} bytes; ms since the navigation began, the middle of {TIMES}"));
    note(&format!("{:<9} {:>11} {:>6}", "engine", "first paint", "ready"));
    for (engine, driver) in drivers {
        let sentence = |fault: sorot_e2e::Fault| Failure::from(fault.to_string());
        let mut browser = Browser::start_with(engine, &driver).map_err(sentence)?;
        let (mut paints, mut readies) = (Vec::new(), Vec::new());
        for _ in 0..TIMES {
            let [paint, ready] = opened(&browser, &Target::File(file.clone())).map_err(sentence)?;
            paints.extend(paint);
            readies.extend(ready);
            browser.renew().map_err(sentence)?;
        }
        note(&format!("{:<9} {:>11} {:>6}", engine.name(), middle(paints), middle(readies)));
    }
    Ok(())
}

fn opened(browser: &Browser, target: &Target) -> sorot_e2e::Result<[Option<f64>; 2]> {
    browser.open(&target.address(""))?;
    browser.wait_ready()?;
    let marks = browser.script(MARKS, &[])?;
    Ok([marks[0].as_f64(), marks[1].as_f64()])
}

/// The median in whole ms, or `–` where the engine doesn't tell.
fn middle(mut times: Vec<f64>) -> String {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).map_or("–".to_owned(), |time| format!("{time:.0}"))
}
