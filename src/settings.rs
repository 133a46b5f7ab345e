//! The reader's settings, kept on the device where the browser allows it.

use gloo::utils::window;
use sorot_core::view::Lang;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// As the style sheet and the store know it.
    pub fn code(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    fn from_code(code: &str) -> Theme {
        match code {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::System,
        }
    }

    /// The one that the button leads to.
    pub fn next(self) -> Theme {
        match self {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        }
    }
}

/// What the reader set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The interface's language.
    pub lang: Lang,
    /// Light or dark.
    pub theme: Theme,
    /// Whether the browser keeps them.
    pub kept: bool,
}

/// Under these names; the prefix keeps them apart from a host page's own.
const LANG: &str = "sorot.lang";
const THEME: &str = "sorot.theme";

impl Settings {
    /// Reads them; the browser's first known language decides where none is kept.
    pub fn load() -> Settings {
        let store = store();
        let kept = |key: &str| store.as_ref().and_then(|s| s.get_item(key).ok().flatten());
        Settings {
            lang: kept(LANG).and_then(|tag| Lang::from_tag(&tag)).unwrap_or_else(browser_lang),
            theme: kept(THEME).map(|code| Theme::from_code(&code)).unwrap_or_default(),
            kept: store.is_some(),
        }
    }

    /// Keeps them; comes back saying whether that worked.
    pub fn saved(self) -> Settings {
        let written = store().is_some_and(|store| {
            store.set_item(LANG, self.lang.tag()).is_ok() && store.set_item(THEME, self.theme.code()).is_ok()
        });
        Settings { kept: written, ..self }
    }
}

/// The store, where the browser allows one: merely asking for it throws in a sandboxed frame.
fn store() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

fn browser_lang() -> Lang {
    let preferred = window().navigator().languages();
    preferred
        .iter()
        .filter_map(|tag| tag.as_string())
        .find_map(|tag| Lang::from_tag(&tag))
        .unwrap_or_default()
}
