//! `cargo xtask shot`: a picture of the page, for eyes.

use crate::failure::{Failure, Result};
use crate::intranet;
use crate::repo;
use crate::run::note;
use crate::serve::Site;
use sorot_e2e::{Browser, Engine, Scheme, Target};
use std::path::PathBuf;

/// What the picture is of, and how it is taken.
struct Shot {
    url: Option<String>,
    file: bool,
    intranet: bool,
    hash: String,
    size: (u32, u32),
    theme: Option<String>,
    scheme: Option<Scheme>,
    steps: Vec<(String, String)>,
    out: PathBuf,
}

/// The options, for the message when one is wrong.
const USAGE: &str = "`shot` takes [--url U | --file | --intranet] [--hash H] [--size 1440x900] \
    [--theme light|dark] [--scheme light|dark] [--click CSS]… [--keys TEXT]… [--eval JS]… \
    [--pause MS]… [-o target/shot.png]; clicks, keys, evals and pauses happen in the order given.";

/// Opens the page in Chromium and saves the picture. Uses `dist/` as it is.
pub fn run(arguments: &[String]) -> Result<()> {
    let shot = parse(arguments)?;
    if shot.url.is_none() && !repo::one_file().is_file() {
        return Err("there is no build to look at: run `cargo xtask build` first.".into());
    }
    let site;
    let target = match (&shot.url, shot.file) {
        (Some(url), _) => Target::Served(url.clone()),
        (None, true) => Target::File(repo::one_file()),
        (None, false) if shot.intranet => {
            let folder = repo::target().join("sorot/intranet");
            intranet::write(&repo::dist(), &folder)?;
            site = Site::open(&folder, "/", None)?;
            Target::Element(format!("{}{}", site.address, intranet::PAGE))
        }
        (None, false) => {
            site = Site::open(&repo::dist(), "/", None)?;
            Target::Served(site.address.clone())
        }
    };
    take(&shot, &target).map_err(|fault| Failure::from(fault.to_string()))?;
    println!("{}", shot.out.display());
    Ok(())
}

fn take(shot: &Shot, target: &Target) -> sorot_e2e::Result<()> {
    let browser = Browser::start(Engine::Chromium)?;
    browser.resize(shot.size.0, shot.size.1)?;
    if let Some(scheme) = shot.scheme {
        browser.prefer(scheme)?;
    }
    browser.open(&target.address(&shot.hash))?;
    if shot.intranet {
        let all = "return document.querySelectorAll('#log li').length >= 3";
        browser.wait("all explorers stand", |browser| Ok(browser.script(all, &[])? == true))?;
    } else if let Err(fault) = browser.wait_ready() {
        // The picture of a page that does not come up is worth having too.
        note(&fault.to_string());
    }
    if let Some(theme) = &shot.theme {
        let set = "document.documentElement.dataset.theme = arguments[0]";
        browser.script(set, &[theme.as_str().into()])?;
    }
    for (step, text) in &shot.steps {
        match step.as_str() {
            "--click" => browser.click(text)?,
            "--keys" => browser.press(text)?,
            "--eval" => note(&browser.script_async(text, &[])?.to_string()),
            _ => pause(text),
        }
    }
    browser.screenshot(&shot.out)?;
    for line in browser.console()? {
        note(&format!("console {line}"));
    }
    Ok(())
}

fn pause(milliseconds: &str) {
    let time = milliseconds.parse().unwrap_or(0);
    std::thread::sleep(std::time::Duration::from_millis(time));
}

fn parse(arguments: &[String]) -> Result<Shot> {
    let mut shot = Shot {
        url: None,
        file: false,
        intranet: false,
        hash: String::new(),
        size: (1440, 900),
        theme: None,
        scheme: None,
        steps: Vec::new(),
        out: repo::target().join("shot.png"),
    };
    let mut rest = arguments.iter();
    while let Some(option) = rest.next() {
        match option.as_str() {
            "--file" => shot.file = true,
            "--intranet" => shot.intranet = true,
            _ => {}
        }
        if option == "--file" || option == "--intranet" {
            continue;
        }
        let value = rest.next().ok_or(USAGE)?.clone();
        match option.as_str() {
            "--url" => shot.url = Some(value),
            "--hash" => shot.hash = value,
            "--size" => shot.size = size(&value)?,
            "--theme" => shot.theme = Some(value),
            "--scheme" if value == "dark" => shot.scheme = Some(Scheme::Dark),
            "--scheme" if value == "light" => shot.scheme = Some(Scheme::Light),
            "--click" | "--keys" | "--eval" | "--pause" => shot.steps.push((option.clone(), value)),
            "-o" | "--out" => shot.out = PathBuf::from(value),
            _ => return Err(USAGE.into()),
        }
    }
    Ok(shot)
}

fn size(text: &str) -> Result<(u32, u32)> {
    let sides =
        text.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    sides.ok_or_else(|| format!("`{text}` is no size: write it as 1440x900.").into())
}
