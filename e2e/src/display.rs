//! A display that nobody sees, for a browser that can't do without one.

use crate::engine::need;
use crate::{Fault, Result};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A running X server; it ends with this value.
pub(crate) struct Display {
    child: Child,
    /// Its name, as `DISPLAY` holds it.
    pub(crate) name: String,
}

impl Display {
    /// Starts one under a number that is free.
    pub(crate) fn start() -> Result<Self> {
        let mut child = Command::new(need("Xvfb")?)
            // It says which number it took as soon as it listens.
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Fault::from(format!("`Xvfb` could not be started: {error}.")))?;
        let mut number = String::new();
        let told = child.stdout.take().map(|out| BufReader::new(out).read_line(&mut number));
        let display = Display { child, name: format!(":{}", number.trim()) };
        match told {
            Some(Ok(1..)) => Ok(display),
            _ => Err("`Xvfb` told no display.".into()),
        }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Already gone is as good as ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
