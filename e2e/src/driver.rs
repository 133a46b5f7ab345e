//! A driver process and the talk with it.

use crate::display::Display;
use crate::engine::Engine;
use crate::{Fault, Result};
use serde_json::Value;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a driver may take to listen.
const START: Duration = Duration::from_secs(20);
/// Seconds that one command may take.
const PATIENCE: u64 = 60;
/// Seconds that a session may take to begin or to end: WebKitGTK's driver now and then waits for a browser that
/// won't come.
const SESSION: u64 = 30;

/// A running driver; it ends with this value.
pub(crate) struct Driver {
    child: Child,
    address: String,
    /// Held for as long as the driver runs.
    _display: Option<Display>,
}

impl Driver {
    /// Starts the engine's driver, at this place, on a free port and waits until it listens.
    pub(crate) fn start(engine: Engine, program: &Path) -> Result<Self> {
        let port = free_port()?;
        let launch = engine.launch(port)?;
        let shown = program.display().to_string();
        let mut command = Command::new(program);
        // The page's first language: WebKitGTK takes it from here, and the stories speak English.
        command.env("LANGUAGE", "en_US").env("LANG", "en_US.UTF-8").env_remove("LC_ALL");
        if let Some(display) = &launch.display {
            command.env("DISPLAY", &display.name);
        }
        let child = command
            .args(&launch.arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Fault::from(format!("`{shown}` could not be started: {error}.")))?;
        let driver = Driver { child, address: format!("http://127.0.0.1:{port}"), _display: launch.display };
        let begun = Instant::now();
        while driver.get("/status").is_err() {
            if begun.elapsed() > START {
                return Err(format!("`{shown}` did not listen within {START:?}.").into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(driver)
    }

    pub(crate) fn get(&self, path: &str) -> Result<Value> {
        answer(minreq::get(self.at(path)), path)
    }

    pub(crate) fn delete(&self, path: &str) -> Result<Value> {
        answer(minreq::delete(self.at(path)), path)
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Result<Value> {
        let request = minreq::post(self.at(path))
            .with_header("Content-Type", "application/json; charset=utf-8")
            .with_body(body.to_string());
        answer(request, path)
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Already gone is as good as ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The `value` of an answer, or the driver's complaint as a sentence.
fn answer(request: minreq::Request, path: &str) -> Result<Value> {
    let response = request
        .with_timeout(if path.matches('/').count() < 3 { SESSION } else { PATIENCE })
        .send()
        .map_err(|error| Fault::from(format!("the driver did not answer {path}: {error}.")))?;
    let mut whole: Value = serde_json::from_slice(response.as_bytes())
        .map_err(|error| Fault::from(format!("the driver's answer to {path}: {error}.")))?;
    let value = whole["value"].take();
    match value["error"].as_str() {
        Some(error) => {
            let message = value["message"].as_str().unwrap_or_default();
            let first = message.lines().next().unwrap_or_default();
            Err(format!("{error}: {first}").into())
        }
        None => Ok(value),
    }
}

fn free_port() -> Result<u16> {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| format!("no free port on this machine: {error}.").into())
}
