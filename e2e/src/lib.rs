//! Drives real browsers through WebDriver: enough of a client for the stories in `tests/stories`
//! and for `cargo xtask shot`, blocking and without a runtime.

mod browser;
mod driver;
mod engine;
mod fault;
mod input;
mod page;
mod target;

pub use browser::{Browser, Scheme};
pub use engine::{Engine, on_path};
pub use fault::{Fault, Result};
pub use input::keys;
pub use page::Element;
pub use target::Target;
