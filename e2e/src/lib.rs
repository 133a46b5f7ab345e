//! Drives real browsers through WebDriver: enough of a client for the stories in `tests/stories`
//! and for `cargo xtask shot`, blocking and without a runtime.

mod browser;
mod console;
mod display;
mod driver;
mod engine;
mod fault;
mod firefox;
mod input;
mod look;
mod page;
mod target;

pub use browser::Browser;
pub use console::RECORDER;
pub use engine::{Engine, on_path};
pub use fault::{Fault, Result};
pub use input::keys;
pub use look::Scheme;
pub use page::Element;
pub use target::Target;
