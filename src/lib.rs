//! Sorot's front end: the only crate that knows Yew and the browser.
