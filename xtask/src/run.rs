//! Running other programs: what runs is shown, and a long silence is broken.

use crate::failure::{Failure, Result};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::{Duration, Instant};

/// How often a running step says that it still runs.
const HEARTBEAT: Duration = Duration::from_secs(30);

/// Announces a step.
pub fn step(title: &str) {
    println!("\n▸ {title}");
}

/// Says a line that belongs to the step before.
pub fn note(text: &str) {
    println!("  {text}");
}

/// A program about to be run, free of what cargo told this program about itself.
pub struct Cmd {
    command: Command,
    shown: String,
    /// Folders before everything else on `PATH`, the last asked for first.
    front: Vec<PathBuf>,
}

impl Cmd {
    /// A program by name or path.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref();
        let mut command = Command::new(program);
        forget_cargo(&mut command);
        let shown = Path::new(program).file_name().unwrap_or(program);
        Cmd { command, shown: shown.to_string_lossy().into_owned(), front: Vec::new() }
    }

    /// Adds arguments.
    pub fn args<S: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = S>) -> Self {
        for argument in arguments {
            self.shown.push(' ');
            self.shown.push_str(&argument.as_ref().to_string_lossy());
            self.command.arg(argument);
        }
        self
    }

    /// Sets an environment variable.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Takes an environment variable away.
    pub fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Puts folders before everything else on `PATH`, also before those of earlier calls.
    pub fn path_first(mut self, folders: &[PathBuf]) -> Result<Self> {
        self.front.splice(0..0, folders.iter().cloned());
        let known = std::env::var_os("PATH").unwrap_or_default();
        let all = self.front.iter().cloned();
        let joined = std::env::join_paths(all.chain(std::env::split_paths(&known)))
            .map_err(|error| Failure::from(format!("a folder cannot stand on PATH: {error}.")))?;
        Ok(self.env("PATH", joined))
    }

    /// Sets the folder to run in.
    pub fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Shows the command, runs it with its output passing through, and expects success.
    pub fn run(self) -> Result<()> {
        let shown = self.shown.clone();
        let status = self.status()?;
        if status.success() {
            return Ok(());
        }
        Err(format!("`{shown}` failed ({status}); its own message stands above.").into())
    }

    /// Shows and runs the command; the caller judges how it ended.
    pub fn status(mut self) -> Result<ExitStatus> {
        note(&format!("$ {}", self.shown));
        self.command.stdin(Stdio::null());
        let mut child = self.command.spawn().map_err(|error| self.missing(&error))?;
        self.wait(&mut child)
    }

    /// Shows and starts the command; the caller waits for it.
    pub fn start(mut self) -> Result<Child> {
        note(&format!("$ {}", self.shown));
        self.command.stdin(Stdio::null());
        self.command.spawn().map_err(|error| self.missing(&error))
    }

    /// Runs the command silently and gives back what it printed, whether or not it succeeded.
    pub fn output(mut self) -> Result<Output> {
        self.command.stdin(Stdio::null());
        self.command.output().map_err(|error| self.missing(&error))
    }

    /// Runs the command silently and gives back its trimmed standard output, if it succeeded.
    pub fn text(self) -> Option<String> {
        let output = self.output().ok()?;
        let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        output.status.success().then_some(text)
    }

    fn wait(&self, child: &mut Child) -> Result<ExitStatus> {
        let begun = Instant::now();
        let mut next = HEARTBEAT;
        loop {
            match child.try_wait() {
                Ok(Some(status)) => return Ok(status),
                Ok(None) => std::thread::sleep(Duration::from_millis(20)),
                Err(error) => return Err(self.missing(&error)),
            }
            if begun.elapsed() >= next {
                note(&format!("… still running, {} s", next.as_secs()));
                next += HEARTBEAT;
            }
        }
    }

    fn missing(&self, error: &std::io::Error) -> Failure {
        format!("`{}` could not be started: {error}.", self.shown).into()
    }
}

/// `cargo run` describes this package and its own toolchain to us; a child that is another cargo
/// (perhaps of another version) must not believe it.
fn forget_cargo(command: &mut Command) {
    for (name, value) in std::env::vars_os() {
        let Some(text) = name.to_str() else { continue };
        let ours = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"];
        if ours.iter().any(|prefix| text.starts_with(prefix))
            || matches!(text, "CARGO" | "CARGO_PRIMARY_PACKAGE" | "RUST_RECURSION_COUNT")
        {
            command.env_remove(&name);
        }
        if matches!(text, "LD_LIBRARY_PATH" | "DYLD_FALLBACK_LIBRARY_PATH") {
            // Cargo adds its own folders in front; the person's own stay.
            let kept: Vec<PathBuf> =
                std::env::split_paths(&value).filter(|folder| !added_by_cargo(folder)).collect();
            match std::env::join_paths(&kept) {
                Ok(joined) if !kept.is_empty() => command.env(&name, joined),
                _ => command.env_remove(&name),
            };
        }
    }
}

fn added_by_cargo(folder: &Path) -> bool {
    folder.starts_with(crate::repo::target())
        || folder.components().any(|part| part.as_os_str() == "toolchains")
}
