//! A browser session: opening, looking, size and appearance.

use crate::driver::Driver;
use crate::engine::Engine;
use crate::{Fault, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// How long a story waits for something to become true.
const PATIENCE: Duration = Duration::from_secs(15);

/// The reader's colour scheme.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// One browser with an empty profile; it ends with this value.
pub struct Browser {
    engine: Engine,
    driver: Driver,
    session: String,
    profile: PathBuf,
}

impl Browser {
    /// Starts a browser.
    ///
    /// # Errors
    /// When the driver or the browser is missing or does not start.
    pub fn start(engine: Engine) -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("sorot-{}-{number}", std::process::id()));
        let driver = Driver::start(engine)?;
        let started = driver.post("/session", &engine.capabilities(&profile))?;
        let session = started["sessionId"].as_str().ok_or("the driver began no session.")?.to_owned();
        Ok(Browser { engine, driver, session, profile })
    }

    /// The engine this browser runs.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Goes to an address and waits until the document is loaded.
    ///
    /// # Errors
    /// When the address cannot be loaded.
    pub fn open(&self, address: &str) -> Result<()> {
        self.post("/url", &json!({ "url": address })).map(drop)
    }

    /// Where the page is now.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn address(&self) -> Result<String> {
        let value = self.get("/url")?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// One step back in the session's history.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn back(&self) -> Result<()> {
        self.post("/back", &json!({})).map(drop)
    }

    /// Loads the page anew.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn reload(&self) -> Result<()> {
        self.post("/refresh", &json!({})).map(drop)
    }

    /// Runs the body of a function in the page and gives back what it returns.
    ///
    /// # Errors
    /// When the script throws.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        let call = json!({ "script": body, "args": arguments });
        self.post("/execute/sync", &call)
    }

    /// Like [`Browser::script`], for a body with `await`.
    ///
    /// # Errors
    /// When the script throws or rejects.
    pub fn script_async(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        let whole = format!(
            "const done = arguments[arguments.length - 1];\
             const own = Array.prototype.slice.call(arguments, 0, -1);\
             (async function () {{ {body} }}).apply(null, own)\
             .then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
        );
        let call = json!({ "script": whole, "args": arguments });
        let mut answer = self.post("/execute/async", &call)?;
        match answer["error"].as_str() {
            Some(error) => Err(error.into()),
            None => Ok(answer["value"].take()),
        }
    }

    /// Asks again and again until the answer is yes; `what` completes "waited in vain until …".
    ///
    /// # Errors
    /// When it stays no for too long; the last fault is told too.
    pub fn wait(&self, what: &str, mut holds: impl FnMut(&Self) -> Result<bool>) -> Result<()> {
        let begun = Instant::now();
        let mut last = String::new();
        while begun.elapsed() < PATIENCE {
            match holds(self) {
                Ok(true) => return Ok(()),
                Ok(false) => last.clear(),
                Err(fault) => last = format!(" Last: {fault}"),
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        Err(format!("waited in vain until {what}.{last}").into())
    }

    /// Waits until the explorer says that it is on the screen.
    ///
    /// # Errors
    /// When it does not; the status line is told.
    pub fn wait_ready(&self) -> Result<()> {
        let ready = "return document.documentElement.dataset.ready !== undefined";
        let waited = self
            .wait("the explorer is ready", |browser| Ok(browser.script(ready, &[])? == Value::Bool(true)));
        waited.map_err(|fault| {
            let line = "return document.getElementById('sorot-status')?.textContent ?? ''";
            let status = self.script(line, &[]).unwrap_or_default();
            let console = self.console().unwrap_or_default().join(" | ");
            Fault::from(format!("{fault} Status line: {status}. Console: {console}"))
        })
    }

    /// The page's console since the last call: what browser and page wrote, errors first of all.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn console(&self) -> Result<Vec<String>> {
        if self.engine != Engine::Chromium {
            // Only Chromium's driver hands the console out.
            return Ok(Vec::new());
        }
        let log = self.post("/se/log", &json!({ "type": "browser" }))?;
        let lines = log.as_array().map(Vec::as_slice).unwrap_or_default();
        // The browser's own start page, which stands open first, is not ours.
        let own = |entry: &&Value| !entry["message"].as_str().unwrap_or_default().starts_with("chrome://");
        let line = |entry: &Value| {
            let level = entry["level"].as_str().unwrap_or_default();
            format!("{level}: {}", entry["message"].as_str().unwrap_or_default())
        };
        Ok(lines.iter().filter(own).map(line).collect())
    }

    /// Makes the page's viewport exactly this many CSS pixels.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        if self.engine == Engine::Chromium {
            // A window has a least width; a viewport has not.
            let metrics = json!({
                "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
            });
            return self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
        }
        let rect = json!({ "width": width, "height": height });
        self.post("/window/rect", &rect)?;
        let frame = self.script("return [innerWidth, innerHeight]", &[])?;
        let grown = |asked: u32, index: usize| {
            let inner = frame[index].as_u64().unwrap_or(u64::from(asked));
            u64::from(asked) * 2 - inner.min(u64::from(asked))
        };
        let rect = json!({ "width": grown(width, 0), "height": grown(height, 1) });
        self.post("/window/rect", &rect).map(drop)
    }

    /// Makes the page believe that its reader prefers a colour scheme. Chromium only.
    ///
    /// # Errors
    /// In another engine.
    pub fn prefer(&self, scheme: Scheme) -> Result<()> {
        let value = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        self.media("prefers-color-scheme", value)
    }

    /// Sets a media feature, as `prefers-reduced-motion` or `forced-colors`. Chromium only.
    ///
    /// # Errors
    /// In another engine.
    pub fn media(&self, feature: &str, value: &str) -> Result<()> {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", &features)
    }

    /// Runs a script in every page before its own. Chromium only.
    ///
    /// # Errors
    /// In another engine.
    pub fn before_page(&self, script: &str) -> Result<()> {
        let source = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", &source)
    }

    /// Sends a DevTools command, for what WebDriver has no word for.
    ///
    /// # Errors
    /// In another engine than Chromium.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Result<()> {
        self.devtools_answer(command, parameters).map(drop)
    }

    /// Sends a DevTools command and gives back its answer.
    ///
    /// # Errors
    /// In another engine than Chromium.
    pub fn devtools_answer(&self, command: &str, parameters: &Value) -> Result<Value> {
        if self.engine != Engine::Chromium {
            return Err(format!("{command} needs Chromium.").into());
        }
        let call = json!({ "cmd": command, "params": parameters });
        self.post("/goog/cdp/execute", &call)
    }

    /// The viewport as a PNG.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn screenshot(&self, path: &Path) -> Result<()> {
        let image = self.get("/screenshot")?;
        let bytes = STANDARD
            .decode(image.as_str().unwrap_or_default())
            .map_err(|error| Fault::from(format!("the screenshot is damaged: {error}.")))?;
        std::fs::write(path, bytes)
            .map_err(|error| format!("could not write {}: {error}.", path.display()).into())
    }

    pub(crate) fn get(&self, path: &str) -> Result<Value> {
        self.driver.get(&format!("/session/{}{path}", self.session))
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Result<Value> {
        let path = format!("/session/{}{path}", self.session);
        self.driver.post(&path, body)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A browser that is gone already has nothing to close.
        let _ = self.driver.delete(&format!("/session/{}", self.session));
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
