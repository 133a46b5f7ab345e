//! How the page looks to its reader: size, colours, motion, a picture of it.

use crate::browser::Browser;
use crate::engine::Engine;
use crate::{Fault, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;

/// How long a window that has a least width is given to become narrower.
const LEAST: Duration = Duration::from_secs(4);

/// The reader's colour scheme.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Browser {
    /// Makes the page's viewport exactly this many CSS pixels.
    ///
    /// # Errors
    /// When the engine can't have a viewport of this size.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        match self.engine() {
            Engine::Chromium => {
                // A window has a least width; a viewport has not.
                let metrics = json!({
                    "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
                });
                self.devtools("Emulation.setDeviceMetricsOverride", &metrics)?;
            }
            Engine::Firefox => self.size_frame(width, height)?,
            Engine::WebKit => self.size_window(width, height)?,
        }
        // The page learns of it a moment later.
        let wanted = json!([width, height]);
        let sized =
            |browser: &Browser| Ok(browser.script("return [innerWidth, innerHeight]", &[])? == wanted);
        if self.engine() == Engine::WebKit && self.wait_for(LEAST, "the window is narrow", sized).is_err() {
            return Err(Fault::lacking("a viewport as narrow as that"));
        }
        self.wait("the page has its size", sized)
    }

    /// The window, as much larger than the viewport as it is now.
    fn size_window(&self, width: u32, height: u32) -> Result<()> {
        let more = self.script("return [outerWidth - innerWidth, outerHeight - innerHeight]", &[])?;
        let whole = |side: u32, index: usize| u64::from(side) + more[index].as_u64().unwrap_or(0);
        let rect = json!({ "width": whole(width, 0), "height": whole(height, 1) });
        self.post("/window/rect", &rect).map(drop)
    }

    /// Makes the page believe that its reader prefers a colour scheme.
    ///
    /// # Errors
    /// Where the engine offers no way.
    pub fn prefer(&self, scheme: Scheme) -> Result<()> {
        let value = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        self.media("prefers-color-scheme", value)
    }

    /// Sets a media feature: `prefers-color-scheme` or `forced-colors`.
    ///
    /// # Errors
    /// Where the engine offers no way.
    pub fn media(&self, feature: &str, value: &str) -> Result<()> {
        if self.engine() == Engine::Firefox {
            return self.prefer_media(feature, value);
        }
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", &features)
    }

    /// Runs a script in every page before its own.
    ///
    /// # Errors
    /// Where the engine offers no way.
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
        if self.engine() != Engine::Chromium {
            return Err(Fault::lacking(&format!("DevTools’ {command}")));
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
}
