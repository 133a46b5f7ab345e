//! What the page and the browser complain of, and what the page asks the network for.

use crate::Result;
use crate::browser::Browser;
use crate::engine::Engine;
use serde_json::{Value, json};

/// A script that stands first in a page and keeps what it complains of, for browsers whose driver doesn't tell:
/// the console's lines, errors, broken promises, what didn't load, what the policy forbade.
pub const RECORDER: &str = include_str!("recorder.js");

impl Browser {
    /// The console since the last call: what browser and page wrote, errors first of all. Chromium's driver hands
    /// it out; elsewhere the page must carry the [`RECORDER`].
    ///
    /// # Errors
    /// When the browser is gone, or nobody recorded.
    pub fn console(&self) -> Result<Vec<String>> {
        if self.engine() != Engine::Chromium {
            self.leave()?;
            return Ok(self.left.take());
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

    /// Keeps the lines of a page that is about to be left.
    pub(crate) fn leave(&self) -> Result<()> {
        if self.engine() == Engine::Chromium {
            return Ok(());
        }
        let lines = self.script(
            "return location.protocol === 'about:' ? [] : window.recorded?.splice(0) ?? ['nobody recorded the console']",
            &[],
        )?;
        let lines = lines.as_array().map(Vec::as_slice).unwrap_or_default();
        self.left.borrow_mut().extend(lines.iter().filter_map(Value::as_str).map(str::to_owned));
        Ok(())
    }

    /// What the page asked for that doesn't lie beside it or inside it.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn strangers(&self) -> Result<Vec<String>> {
        let found = self.script(
            "const folder = new URL('.', location.href).href; \
             return performance.getEntriesByType('resource').map((entry) => entry.name) \
               .filter((name) => !/^(data|blob):/.test(name) && !name.startsWith(folder))",
            &[],
        )?;
        let names = found.as_array().map(Vec::as_slice).unwrap_or_default();
        Ok(names.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }
}
