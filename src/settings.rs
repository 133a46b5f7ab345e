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
    /// In the order of the buttons.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// As the style sheet and the store know it.
    pub fn code(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of that code; as the system has it where there is none.
    pub fn from_code(code: &str) -> Theme {
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

/// The size of what is read, in five steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextSize(u8);

impl TextSize {
    const LARGEST: u8 = 5;

    /// From a step between 1 and 5.
    fn new(step: u8) -> Option<TextSize> {
        (1..=TextSize::LARGEST).contains(&step).then_some(TextSize(step))
    }

    /// Its step, 1 to 5: the style sheet knows the sizes.
    pub fn step(self) -> u8 {
        self.0
    }

    /// The next smaller, if there is one.
    pub fn smaller(self) -> Option<TextSize> {
        TextSize::new(self.0 - 1)
    }

    /// The next larger, if there is one.
    pub fn larger(self) -> Option<TextSize> {
        TextSize::new(self.0 + 1)
    }
}

impl Default for TextSize {
    fn default() -> TextSize {
        TextSize(2)
    }
}

/// A column that can be made wider, and folded away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The actors.
    Actors,
    /// The articles.
    List,
    /// The summary.
    Summary,
}

impl Column {
    /// From the left.
    pub const ALL: [Column; 3] = [Column::Actors, Column::List, Column::Summary];
    /// Narrower is unreadable, in pixels.
    pub const LEAST: u16 = 200;
    /// Wider leaves the article no room, in pixels.
    pub const MOST: u16 = 560;

    /// As the style sheet and the store know it.
    pub fn code(self) -> &'static str {
        match self {
            Column::Actors => "actors",
            Column::List => "list",
            Column::Summary => "summary",
        }
    }
}

/// What the open article looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Which highlights are drawn: people, organisations, places, dates.
    pub kinds: [bool; 4],
    /// Whether the lines that aren't the story are shown.
    pub all_lines: bool,
    /// Whether a screen reader is told the kind of each highlight.
    pub announce: bool,
}

/// What the reader set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The interface's language.
    pub lang: Lang,
    /// Light or dark.
    pub theme: Theme,
    /// How large the article is set.
    pub text: TextSize,
    /// What the article looks like.
    pub look: Look,
    /// Whether single keys do something.
    pub keys: bool,
    /// Whether the first hint was read.
    pub welcomed: bool,
    /// The columns' widths in pixels, where the reader chose them; in the order of [`Column::ALL`].
    pub widths: [Option<u16>; 3],
    /// Which columns are folded away, in the same order.
    pub folded: [bool; 3],
    /// Whether the browser keeps them.
    pub kept: bool,
    /// Whether they are those of an explorer inside somebody else's page, which are kept apart.
    pub of_guest: bool,
}

/// What somebody else's page wants, whatever is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The interface's language.
    pub lang: Option<Lang>,
    /// Light or dark.
    pub theme: Option<Theme>,
    /// Whether readers may not correct.
    pub read_only: bool,
}

/// Every name in the store begins so: it keeps them apart from a host page's own.
const PREFIX: &str = "sorot.";
/// Those of an explorer inside somebody else's page.
const GUEST_PREFIX: &str = "sorot.embed.";
const KINDS: [&str; 4] = ["person", "organisation", "place", "date"];

impl Settings {
    /// Reads them; the browser's first known language decides where none is kept. Those of a guest are kept
    /// apart: what a page wants of it isn't what the reader chose elsewhere.
    pub fn load(of_guest: bool) -> Settings {
        let store = store();
        let prefix = prefix(of_guest);
        let kept = |key: &str| store.as_ref()?.get_item(&format!("{prefix}{key}")).ok().flatten();
        Settings { kept: store.is_some(), of_guest, ..Settings::read(kept, browser_lang()) }
    }

    /// With what somebody else's page wants.
    pub fn with(self, wanted: Wanted) -> Settings {
        let (lang, theme) = (wanted.lang.unwrap_or(self.lang), wanted.theme.unwrap_or(self.theme));
        // A hint about the whole program stands in nobody's article.
        Settings { lang, theme, welcomed: self.welcomed || self.of_guest, ..self }
    }

    /// Keeps them; comes back saying whether that worked.
    pub fn saved(self) -> Settings {
        let prefix = prefix(self.of_guest);
        let write = |store: web_sys::Storage| {
            self.entries().iter().all(|(key, value)| store.set_item(&format!("{prefix}{key}"), value).is_ok())
        };
        Settings { kept: store().is_some_and(write), ..self }
    }

    /// From the values under their names; what is missing or isn't understood is as it comes.
    fn read(kept: impl Fn(&str) -> Option<String>, lang: Lang) -> Settings {
        let on = |key: &str, as_it_comes: bool| kept(key).map_or(as_it_comes, |v| v == "on");
        let listed = |key: &str, name: &str| kept(key).is_some_and(|v| v.split(' ').any(|n| n == name));
        let width = |column: Column| {
            let px: u16 = kept(&format!("width.{}", column.code()))?.parse().ok()?;
            Some(px.clamp(Column::LEAST, Column::MOST))
        };
        Settings {
            lang: kept("lang").and_then(|tag| Lang::from_tag(&tag)).unwrap_or(lang),
            theme: kept("theme").map(|code| Theme::from_code(&code)).unwrap_or_default(),
            text: kept("text").and_then(|v| TextSize::new(v.parse().ok()?)).unwrap_or_default(),
            look: Look {
                kinds: KINDS.map(|kind| !listed("plain", kind)),
                all_lines: on("lines", true),
                announce: on("announce", false),
            },
            keys: on("keys", true),
            welcomed: on("welcomed", false),
            widths: Column::ALL.map(width),
            folded: Column::ALL.map(|column| listed("folded", column.code())),
            kept: false,
            of_guest: false,
        }
    }

    /// The values under their names; an empty one is as it comes.
    fn entries(&self) -> Vec<(String, String)> {
        let on = |yes: bool| if yes { "on" } else { "off" }.to_string();
        let mut out = vec![
            ("lang".to_string(), self.lang.tag().to_string()),
            ("theme".into(), self.theme.code().into()),
            ("text".into(), self.text.step().to_string()),
            ("plain".into(), names(KINDS.into_iter().zip(self.look.kinds.map(|drawn| !drawn)))),
            ("lines".into(), on(self.look.all_lines)),
            ("announce".into(), on(self.look.announce)),
            ("keys".into(), on(self.keys)),
            ("welcomed".into(), on(self.welcomed)),
            ("folded".into(), self.folded_codes()),
        ];
        out.extend(Column::ALL.iter().zip(self.widths).map(|(column, width)| {
            (format!("width.{}", column.code()), width.map(|px| px.to_string()).unwrap_or_default())
        }));
        out
    }

    /// The folded columns' codes, as the style sheet and the store know them.
    pub fn folded_codes(&self) -> String {
        names(Column::ALL.map(Column::code).into_iter().zip(self.folded))
    }

    /// With `column` as wide as said, or as it comes.
    pub fn with_width(self, column: Column, width: Option<u16>) -> Settings {
        let mut widths = self.widths;
        if let Some(place) = widths.get_mut(column as usize) {
            *place = width.map(|px| px.clamp(Column::LEAST, Column::MOST));
        }
        Settings { widths, ..self }
    }

    /// With `column` folded away, or unfolded.
    pub fn with_fold_changed(self, column: Column) -> Settings {
        let mut folded = self.folded;
        if let Some(place) = folded.get_mut(column as usize) {
            *place = !*place;
        }
        Settings { folded, ..self }
    }

    /// With another look of the article.
    pub fn with_look(self, look: Look) -> Settings {
        Settings { look, ..self }
    }
}

/// The names that are on, joined by blanks.
fn names<'a>(all: impl Iterator<Item = (&'a str, bool)>) -> String {
    all.filter(|(_, on)| *on).map(|(name, _)| name).collect::<Vec<_>>().join(" ")
}

fn prefix(of_guest: bool) -> &'static str {
    if of_guest { GUEST_PREFIX } else { PREFIX }
}

/// The store, where the browser allows one: merely asking for it throws in a sandboxed frame.
pub fn store() -> Option<web_sys::Storage> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    fn read(kept: &[(&str, &str)]) -> Settings {
        let kept: HashMap<&str, &str> = kept.iter().copied().collect();
        Settings::read(|key| kept.get(key).map(|v| v.to_string()), Lang::Id)
    }

    #[test]
    fn what_is_kept_comes_back() {
        let first = read(&[]);
        let changed = Settings {
            lang: Lang::En,
            theme: Theme::Dark,
            text: TextSize(5),
            look: Look { kinds: [true, false, true, false], all_lines: false, announce: true },
            keys: false,
            welcomed: true,
            widths: [None, Some(333), Some(480)],
            folded: [true, false, true],
            kept: false,
            of_guest: false,
        };
        for settings in [first, changed] {
            let entries = settings.entries();
            let pairs: Vec<(&str, &str)> = entries.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
            assert_eq!(read(&pairs), settings);
        }
    }

    #[test]
    fn nonsense_in_the_store_is_as_if_nothing_were_kept() {
        let odd = [
            ("lang", "xx"),
            ("theme", "pink"),
            ("text", "900"),
            ("width.list", "wide"),
            ("folded", "everything"),
            ("plain", ""),
        ];
        assert_eq!(read(&odd), read(&[]));
        assert_eq!(read(&[("width.list", "5000")]).widths, [None, Some(Column::MOST), None]);
    }

    #[test]
    fn text_sizes_end() {
        let mut size = TextSize::default();
        while let Some(larger) = size.larger() {
            size = larger;
        }
        assert_eq!(size.step(), 5);
        let mut steps = 1;
        while let Some(smaller) = size.smaller() {
            size = smaller;
            steps += 1;
        }
        assert_eq!((size.step(), steps), (1, 5));
    }
}
