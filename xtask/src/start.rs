//! `cargo xtask bench --classes start`: how soon the one file, opened from the disk, shows something and is ready,
//! beside Yew's smallest page built and opened the same way.

use crate::browsers;
use crate::dist;
use crate::failure::{At, Failure, Result};
use crate::repo;
use crate::run::{Cmd, note, step};
use crate::tools;
use crate::wasm::Wasm;
use sorot_e2e::{Browser, Engine, Target};
use sorot_onefile::{Parts, Purpose, one_file};
use std::fs;
use std::path::{Path, PathBuf};

/// How often each is opened in each engine, in turns; the middle one is told.
const TIMES: usize = 9;
/// When something was painted first, when the page could be used, and when all of it was drawn, what is out of sight and
/// the summary, too; ms since the navigation began.
const MARKS: &str = "const paint = performance.getEntriesByName('first-contentful-paint')[0]; \
    const { ready, whole } = document.documentElement.dataset; \
    return [paint?.startTime ?? null, Number(ready), Number(whole)]";
/// The smallest page's package.
const HELLO: &str = "sorot-hello";

/// Builds unless all is `built`, opens both files in each engine and prints sizes and times.
pub fn run(built: bool) -> Result<()> {
    let drivers = Engine::ALL
        .into_iter()
        .map(|engine| Ok((engine, browsers::ready(engine)?)))
        .collect::<Result<Vec<_>>>()?;
    if !built {
        dist::build(None)?;
    }
    let files = [("Sorot", repo::one_file()), ("Yew's hello", hello()?)];
    step("Opening the files from the disk");
    for (name, file) in &files {
        note(&format!("{name:<12} {:>8} bytes", fs::metadata(file).at("read", file)?.len()));
    }
    note(&format!("ms since the navigation began, the middle (and the best) of {TIMES}, opened in turns"));
    note(&format!("{:<9} {:<12} {:>14} {:>14} {:>14}", "engine", "page", "first paint", "ready", "whole"));
    for (engine, driver) in drivers {
        let sentence = |fault: sorot_e2e::Fault| Failure::from(fault.to_string());
        let mut browser = Browser::start_with(engine, &driver).map_err(sentence)?;
        let mut times = files.each_ref().map(|_| [const { Vec::new() }; 3]);
        for _ in 0..TIMES {
            for ((_, file), times) in files.iter().zip(&mut times) {
                let marks = opened(&browser, &Target::File(file.clone())).map_err(sentence)?;
                times.iter_mut().zip(marks).for_each(|(times, mark)| times.extend(mark));
                browser.renew().map_err(sentence)?;
            }
        }
        for ((name, _), times) in files.iter().zip(times) {
            let [paint, ready, whole] = times.map(middle);
            note(&format!("{:<9} {name:<12} {paint:>14} {ready:>14} {whole:>14}", engine.name()));
        }
    }
    Ok(())
}

fn opened(browser: &Browser, target: &Target) -> sorot_e2e::Result<[Option<f64>; 3]> {
    browser.open_unrecorded(&target.address(""))?;
    browser.wait_ready()?;
    let marks = browser.script(MARKS, &[])?;
    Ok([0, 1, 2].map(|mark| marks[mark].as_f64()))
}

/// The median and the least in whole ms, or `–` where the engine doesn't tell.
fn middle(mut times: Vec<f64>) -> String {
    times.sort_by(f64::total_cmp);
    match (times.get(times.len() / 2), times.first()) {
        (Some(middle), Some(best)) => format!("{middle:.0} ({best:.0})"),
        _ => "–".to_owned(),
    }
}

/// Yew's smallest page as one file, made as the explorer's is.
fn hello() -> Result<PathBuf> {
    step("Building Yew's smallest page");
    let (target, crate_name) = ("wasm32-unknown-unknown", HELLO.replace('-', "_"));
    let cargo = Cmd::new("cargo")
        .args(["build", "--release", "--package", HELLO, "--target", target])
        .within(&repo::root());
    Wasm::ready()?.apply(cargo)?.run()?;
    let place = repo::target().join("sorot/hello");
    let wasm = repo::wasm_target().join(target).join("release").join(format!("{crate_name}.wasm"));
    Cmd::new(tools::wasm_bindgen()?.join("wasm-bindgen"))
        .args(["--target", "web", "--no-typescript", "--out-name", "hello", "--out-dir"])
        .args([&place, &wasm])
        .run()?;
    let small = place.join("hello.wasm");
    Cmd::new(tools::binaryen()?.join("wasm-opt"))
        .args([Path::new("-Oz"), &place.join("hello_bg.wasm"), Path::new("-o"), &small])
        .run()?;
    let shell = repo::root().join("index.html");
    let glue = place.join("hello.js");
    let glue = fs::read_to_string(&glue).at("read", &glue)?;
    let html = one_file(&Parts {
        shell: &fs::read_to_string(&shell).at("read", &shell)?,
        title: "Hello",
        contents: &[],
        css: "",
        // The one file takes the explorer's guest from its bindings; this page has none.
        glue: &format!("{glue}\nclass Guest {{}}\n"),
        wasm: &fs::read(&small).at("read", &small)?,
        pack: &[],
        build: "",
        purpose: Purpose::Page,
        own: None,
    })
    .map_err(|error| Failure::from(error.to_string()))?;
    let file = place.join("hello.html");
    fs::write(&file, html).at("write", &file)?;
    Ok(file)
}
