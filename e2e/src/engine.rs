//! The browser engines and how each one's driver is started.

use crate::display::Display;
use crate::{Fault, Result};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A browser engine that stories run in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Engine {
    /// Chromium through ChromeDriver.
    Chromium,
    /// Firefox through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser through WebKitWebDriver.
    WebKit,
}

/// Chromium's switches: no window, nothing remembered, no talk with anyone.
const CHROMIUM_SWITCHES: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// What a driver is started with.
pub(crate) struct Launch {
    pub(crate) arguments: Vec<String>,
    pub(crate) display: Option<Display>,
}

impl Engine {
    /// All engines, by the names they have on the command line.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// The engine's name in options and reports.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// The engine of that name.
    ///
    /// # Errors
    /// When there is none.
    pub fn named(name: &str) -> Result<Self> {
        let found = Engine::ALL.into_iter().find(|engine| engine.name() == name);
        found.ok_or_else(|| {
            Fault::from(format!("there is no engine `{name}`; choose chromium, firefox or webkit."))
        })
    }

    /// The name of the program that drives it.
    pub(crate) fn driver(self) -> &'static str {
        match self {
            Engine::Chromium => "chromedriver",
            Engine::Firefox => "geckodriver",
            Engine::WebKit => "WebKitWebDriver",
        }
    }

    /// How to start the driver so that it listens on `port`.
    pub(crate) fn launch(self, port: u16) -> Result<Launch> {
        let mut arguments = vec![format!("--port={port}")];
        if self == Engine::Firefox {
            // Stories clear what pages kept, and set what their reader prefers, through Firefox's own scripts.
            arguments.extend(["--allow-system-access".to_owned(), "--websocket-port=0".to_owned()]);
        }
        // WebKitGTK has no mode without a window.
        let display = if self == Engine::WebKit { Some(Display::start()?) } else { None };
        Ok(Launch { arguments, display })
    }

    /// What a new session asks for; `profile` is a fresh folder.
    pub(crate) fn capabilities(self, profile: &Path) -> Value {
        let wanted = match self {
            Engine::Chromium => {
                let mut switches: Vec<String> =
                    CHROMIUM_SWITCHES.iter().map(|&switch| switch.to_owned()).collect();
                switches.push(format!("--user-data-dir={}", profile.display()));
                let mut options = json!({ "args": switches });
                let binary = ["chromium", "chromium-browser", "google-chrome"];
                if let Some(path) = binary.iter().find_map(|name| on_path(name)) {
                    options["binary"] = json!(path);
                }
                json!({
                    "goog:chromeOptions": options,
                    "goog:loggingPrefs": { "browser": "ALL" },
                })
            }
            Engine::Firefox => {
                let mut options = json!({
                    "args": ["-headless"],
                    // Drivers loosen this; with it loose, file:// does more than for a reader.
                    "prefs": { "security.fileuri.strict_origin_policy": true },
                });
                if let Some(path) = ["firefox", "firefox-esr"].iter().find_map(|name| on_path(name)) {
                    options["binary"] = json!(path);
                }
                json!({ "moz:firefoxOptions": options })
            }
            Engine::WebKit => json!({
                "webkitgtk:browserOptions": {
                    "args": ["--automation"],
                },
            }),
        };
        json!({ "capabilities": { "alwaysMatch": wanted } })
    }
}

/// A program that must be there.
pub(crate) fn need(program: &str) -> Result<PathBuf> {
    on_path(program).ok_or_else(|| {
        format!("`{program}` is not on PATH; `cargo xtask test` installs what it needs.").into()
    })
}

/// Looks a program up on `PATH`.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let mut places = std::env::split_paths(&folders).map(|folder| folder.join(program));
    places.find(|place| place.is_file())
}
