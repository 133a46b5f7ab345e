//! The browsers that tests run in, each with the driver it needs.

use crate::debian;
use crate::failure::{Failure, Result};
use crate::tools;
use sorot_e2e::{Engine, on_path};
use std::path::PathBuf;

/// Makes sure that the engine's browser and driver are here and gives back the driver's place.
pub fn ready(engine: Engine) -> Result<PathBuf> {
    match engine {
        Engine::Chromium => {
            need("chromedriver", &["chromium", "chromium-driver"], "Chromium (or Chrome) and its driver")
        }
        Engine::Firefox => {
            if on_path("firefox").is_none() {
                need("firefox-esr", &["firefox-esr"], "Firefox")?;
            }
            match on_path("geckodriver") {
                Some(driver) => Ok(driver),
                None => Ok(tools::geckodriver()?.join("geckodriver")),
            }
        }
        Engine::WebKit => {
            need("Xvfb", &["xvfb"], "Xvfb, in which WebKitGTK draws")?;
            need("WebKitWebDriver", &["webkit2gtk-driver"], "WebKitGTK’s MiniBrowser and WebKitWebDriver")
        }
    }
}

/// A program's place on PATH, installed where the distribution's packages are known.
fn need(program: &str, packages: &[&str], what: &str) -> Result<PathBuf> {
    if let Some(place) = on_path(program) {
        return Ok(place);
    }
    if debian::here() {
        debian::install(packages, "tests in a browser")?;
    }
    on_path(program).ok_or_else(|| {
        Failure::from(format!(
            "there is no `{program}` on PATH: install {what}, or leave that engine out with --engines."
        ))
    })
}
