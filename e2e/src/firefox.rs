//! What only Firefox's own scripts can do: its driver lets them run beside the page.

use crate::Result;
use crate::browser::Browser;
use serde_json::{Value, json};

/// Preferences that stories set, as they are at first: the scheme of the page's reader, the system's own colours.
const FORGET: &str = "const done = arguments[0]; \
    for (const name of ['layout.css.prefers-color-scheme.content-override', 'browser.display.document_color_use']) \
      Services.prefs.clearUserPref(name); \
    Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: () => done(null) });";

impl Browser {
    /// Throws away all that pages have kept, and all preferences of [`Browser::prefer_media`].
    pub(crate) fn forget_all(&self) -> Result<()> {
        self.beside_page("/execute/async", FORGET, &[])
    }

    /// Sets a media feature by the preference that stands behind it.
    pub(crate) fn prefer_media(&self, feature: &str, value: &str) -> Result<()> {
        let (name, number) = match (feature, value) {
            ("prefers-color-scheme", "dark") => ("layout.css.prefers-color-scheme.content-override", 0),
            ("prefers-color-scheme", _) => ("layout.css.prefers-color-scheme.content-override", 1),
            ("forced-colors", "active") => ("browser.display.document_color_use", 2),
            _ => return Err(crate::Fault::lacking(&format!("a way to set {feature}"))),
        };
        let set = "Services.prefs.setIntPref(arguments[0], arguments[1])";
        self.beside_page("/execute/sync", set, &[json!(name), json!(number)])
    }

    /// Sizes the frame that the page stands in: a window has a least width.
    pub(crate) fn size_frame(&self, width: u32, height: u32) -> Result<()> {
        let size = "const style = gBrowser.selectedBrowser.style; \
            for (const [side, length] of [['width', arguments[0]], ['height', arguments[1]]]) \
              for (const most of ['', 'min-', 'max-']) style.setProperty(most + side, length + 'px');";
        self.beside_page("/execute/sync", size, &[json!(width), json!(height)])
    }

    /// Runs a script where Firefox's own run.
    fn beside_page(&self, path: &str, script: &str, arguments: &[Value]) -> Result<()> {
        self.post("/moz/context", &json!({ "context": "chrome" }))?;
        let ran = self.post(path, &json!({ "script": script, "args": arguments }));
        self.post("/moz/context", &json!({ "context": "content" }))?;
        ran.map(drop)
    }
}
