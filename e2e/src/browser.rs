//! A browser session: starting, clearing, opening, asking, waiting.

use crate::driver::Driver;
use crate::engine::{Engine, need};
use crate::{Fault, Result};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// How long a story waits for something to become true.
const PATIENCE: Duration = Duration::from_secs(20);

/// One browser with an empty profile; it ends with this value.
pub struct Browser {
    engine: Engine,
    driver: Driver,
    session: String,
    profile: PathBuf,
    /// What the pages wrote that were left since the console was last asked for.
    pub(crate) left: RefCell<Vec<String>>,
    /// Where pages may have kept something.
    origins: RefCell<BTreeSet<String>>,
}

impl Browser {
    /// Starts a browser through the driver on `PATH`.
    ///
    /// # Errors
    /// When the driver or the browser is missing or does not start.
    pub fn start(engine: Engine) -> Result<Self> {
        Browser::start_with(engine, &need(engine.driver())?)
    }

    /// Starts a browser through this driver.
    ///
    /// # Errors
    /// When the driver or the browser is missing or does not start.
    pub fn start_with(engine: Engine, driver: &Path) -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("sorot-{}-{number}", std::process::id()));
        let driver = Driver::start(engine, driver)?;
        let mut browser = Browser {
            engine,
            driver,
            session: String::new(),
            profile,
            left: RefCell::default(),
            origins: RefCell::default(),
        };
        browser.begin()?;
        Ok(browser)
    }

    fn begin(&mut self) -> Result<()> {
        let started = self.driver.post("/session", &self.engine.capabilities(&self.profile))?;
        started["sessionId"].as_str().ok_or("the driver began no session.")?.clone_into(&mut self.session);
        Ok(())
    }

    /// Makes it like a browser just started: an empty tab without a history, nothing kept, nothing held down,
    /// nothing emulated.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn renew(&mut self) -> Result<()> {
        self.left.take();
        if self.engine == Engine::WebKit {
            // A session of WebKitGTK keeps nothing, and is begun as quickly as a tab.
            self.driver.delete(&self.path(""))?;
            return self.begin();
        }
        self.driver.delete(&self.path("/actions"))?;
        // Its page must be gone before what it kept is thrown away, or a worker lives on with it.
        self.post("/url", &json!({ "url": "about:blank" }))?;
        let tab = self.post("/window/new", &json!({ "type": "tab" }))?;
        self.driver.delete(&self.path("/window"))?;
        self.post("/window", &json!({ "handle": tab["handle"] }))?;
        match self.engine {
            Engine::Firefox => self.forget_all(),
            _ => {
                // A new tab stands behind; closing the one before it doesn't give it the focus.
                self.devtools("Page.bringToFront", &json!({}))?;
                for origin in self.origins.take() {
                    let kept = json!({ "origin": origin, "storageTypes": "all" });
                    self.devtools("Storage.clearDataForOrigin", &kept)?;
                }
                // What the last page wrote is nobody's any more.
                self.console().map(drop)
            }
        }
    }

    /// The window that is driven.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn window(&self) -> Result<String> {
        let handle = self.driver.get(&self.path("/window"))?;
        Ok(handle.as_str().unwrap_or_default().to_string())
    }

    /// Opens another window beside it and drives that.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn new_window(&self) -> Result<String> {
        let made = self.post("/window/new", &json!({ "type": "window" }))?;
        let handle = made["handle"].as_str().unwrap_or_default().to_string();
        self.enter_window(&handle)?;
        Ok(handle)
    }

    /// Drives a window that was opened before.
    ///
    /// # Errors
    /// When it is closed.
    pub fn enter_window(&self, handle: &str) -> Result<()> {
        self.post("/window", &json!({ "handle": handle })).map(drop)
    }

    /// Closes the window that is driven; another one has to be entered then.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn close_window(&self) -> Result<()> {
        self.driver.delete(&self.path("/window")).map(drop)
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
        self.leave()?;
        self.origins.borrow_mut().insert(origin(address));
        self.post("/url", &json!({ "url": address })).map(drop)
    }

    /// Like [`Browser::open`], away from a page whose console nobody recorded.
    ///
    /// # Errors
    /// When the address cannot be loaded.
    pub fn open_unrecorded(&self, address: &str) -> Result<()> {
        self.origins.borrow_mut().insert(origin(address));
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
        self.leave()?;
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
    pub fn wait(&self, what: &str, holds: impl FnMut(&Self) -> Result<bool>) -> Result<()> {
        self.wait_for(PATIENCE, what, holds)
    }

    /// Like [`Browser::wait`], with a patience of its own.
    pub(crate) fn wait_for(
        &self,
        patience: Duration,
        what: &str,
        mut holds: impl FnMut(&Self) -> Result<bool>,
    ) -> Result<()> {
        let begun = Instant::now();
        let mut last = String::new();
        while begun.elapsed() < patience {
            match holds(self) {
                Ok(true) => return Ok(()),
                Ok(false) => last.clear(),
                Err(fault) if fault.is_lacking() => return Err(fault),
                Err(fault) => last = format!(" Last: {fault}"),
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        Err(format!("waited in vain until {what}.{last}").into())
    }

    /// Waits until the explorer says that all of it is on the screen.
    ///
    /// # Errors
    /// When it does not; the status line is told.
    pub fn wait_ready(&self) -> Result<()> {
        let ready = "return document.documentElement.dataset.whole !== undefined";
        let waited = self
            .wait("the explorer is ready", |browser| Ok(browser.script(ready, &[])? == Value::Bool(true)));
        waited.map_err(|fault| {
            let line = "return document.getElementById('sorot-status')?.textContent ?? ''";
            let status = self.script(line, &[]).unwrap_or_default();
            let console = self.console().unwrap_or_default().join(" | ");
            Fault::from(format!("{fault} Status line: {status}. Console: {console}"))
        })
    }

    pub(crate) fn get(&self, path: &str) -> Result<Value> {
        self.driver.get(&self.path(path))
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Result<Value> {
        self.driver.post(&self.path(path), body)
    }

    fn path(&self, path: &str) -> String {
        format!("/session/{}{path}", self.session)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A browser that is gone already has nothing to close.
        let _ = self.driver.delete(&self.path(""));
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// Under which name a browser keeps what a page of this address stores.
fn origin(address: &str) -> String {
    match address.split_once("://") {
        Some(("file", _)) | None => "file://".to_owned(),
        Some((scheme, rest)) => format!("{scheme}://{}", rest.split('/').next().unwrap_or_default()),
    }
}
