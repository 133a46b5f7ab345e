//! The example of a page that embeds the explorer (`examples/intranet`), with the build beside it.

use crate::failure::{At, Result};
use crate::recorded;
use crate::repo;
use sorot_e2e::RECORDER;
use std::fs;
use std::path::Path;

/// The page's name.
pub const PAGE: &str = "intranet.html";
/// Where the build lies below the page.
const BUILD: &str = "sorot";
/// What the tests lay beside it.
const OBSERVER: &str = "observer.js";
/// Where a page's scripts begin.
const HEAD: &str = "<meta charset=\"utf-8\">\n";

/// Opens what is closed to a page's own scripts, and counts what listens on the page itself. For the tests only: the
/// build stays as it is.
const OBSERVE: &str = "\
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, mode: 'open' }); };
window.listening = new Map();
const own = (target) => [window, document, document.documentElement, document.body].includes(target ?? window);
const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (type, handler, options) {
  if (own(this) && handler) listening.set(type, [...(listening.get(type) ?? []), handler]);
  return add.call(this, type, handler, options);
};
EventTarget.prototype.removeEventListener = function (type, handler, options) {
  const left = [...(listening.get(type) ?? [])];
  const at = left.indexOf(handler);
  if (own(this) && at >= 0) { left.splice(at, 1); listening.set(type, left); }
  return remove.call(this, type, handler, options);
};
window.listeners = () => [...listening.values()].reduce((sum, list) => sum + list.length, 0);
";

/// Lays the example into `to`, with the build of `dist`.
pub fn write(dist: &Path, to: &Path) -> Result<()> {
    clear(to)?;
    repo::copy_folder(&repo::root().join("examples/intranet"), to)?;
    repo::copy_folder(dist, &to.join(BUILD))
}

/// The same for the tests: the console is recorded, in the page and in the frame, and shadow roots are open.
pub fn write_observed(recorded_dist: &Path, to: &Path) -> Result<()> {
    write(recorded_dist, to)?;
    let script = to.join(OBSERVER);
    fs::write(&script, format!("{RECORDER}{OBSERVE}")).at("write", &script)?;
    recorded::change(&to.join(PAGE), |html| {
        let (head, rest) = html.split_once(HEAD)?;
        Some(format!("{head}{HEAD}<script src=\"{OBSERVER}\"></script>\n{rest}"))
    })
}

fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).at("clear", folder)?;
    }
    Ok(())
}
