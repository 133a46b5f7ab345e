//! The icons: inline SVG, silent for screen readers. What all have in common (one stroke width, the text's colour) is the
//! style's: an attribute would be written for each of a hundred.

use crate::settings::Theme;
use crate::ui::*;

fn icon(path: &'static str) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d={path} /></svg>
    }
}

/// Remove.
pub fn cross() -> Html {
    icon("M5 5l10 10M15 5L5 15")
}

/// Search.
pub fn lens() -> Html {
    icon("M9 3.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11M13 13l4 4")
}

/// Saved views.
pub fn bookmark() -> Html {
    icon("M6 3h8v14l-4-3.5L6 17z")
}

/// Bookmark an article.
pub fn star() -> Html {
    icon("M10 3l2.1 4.6 4.9.6-3.6 3.4.9 5L10 14.2l-4.3 2.4.9-5L3 8.2l4.9-.6z")
}

/// Notes.
pub fn note() -> Html {
    icon("M4 4h12v8l-4 4H4zM12 16v-4h4M7 8h6")
}

/// Correct, or name otherwise.
pub fn pencil() -> Html {
    icon("M4 16l.8-3.2L13.5 4l2.5 2.5-8.8 8.7z")
}

/// Add.
pub fn plus() -> Html {
    icon("M10 4v12M4 10h12")
}

/// Draw a part larger.
pub fn zoom_in() -> Html {
    icon("M14 9A5 5 0 114 9a5 5 0 0110 0zM12.6 12.6L17 17M9 7v4M7 9h4")
}

/// Draw all of it.
pub fn zoom_out() -> Html {
    icon("M14 9A5 5 0 114 9a5 5 0 0110 0zM12.6 12.6L17 17M7 9h4")
}

/// The filters.
pub fn funnel() -> Html {
    icon("M3 5h14M6 10h8M9 15h2")
}

/// The list.
pub fn list() -> Html {
    icon("M7 5h10M7 10h10M7 15h10M3 5h.01M3 10h.01M3 15h.01")
}

/// The open article.
pub fn page() -> Html {
    icon("M5 3h7l3 3v11H5zM8 9h4M8 12h4")
}

/// The summary.
pub fn summary() -> Html {
    icon("M4 5h12M4 9h12M4 13h7")
}

/// The settings.
pub fn sliders() -> Html {
    icon("M3 6h6M13 6h4M3 14h3M10 14h7M11 4v4M8 12v4")
}

/// The keyboard.
pub fn keyboard() -> Html {
    icon("M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M7 11.5h6")
}

/// A link.
pub fn link() -> Html {
    icon("M8.5 11.5l3-3M9 6l1.5-1.5a3.2 3.2 0 014.5 4.5L13.5 10.5M11 14l-1.5 1.5A3.2 3.2 0 015 11l1.5-1.5")
}

/// A citation.
pub fn quote() -> Html {
    icon("M8 6H4v4.5h4V6v4.5c0 2-1 3-3 3.5M16 6h-4v4.5h4V6v4.5c0 2-1 3-3 3.5")
}

/// Done.
pub fn check() -> Html {
    icon("M4 10.5l4 4 8-9")
}

/// To the right, or to the left.
pub fn chevron(right: bool) -> Html {
    icon(if right { "M8 5l5 5-5 5" } else { "M12 5l-5 5 5 5" })
}

/// Down, or up.
pub fn arrow(down: bool) -> Html {
    icon(if down { "M5 8l5 5 5-5" } else { "M5 12l5-5 5 5" })
}

/// The theme.
pub fn theme(theme: Theme) -> Html {
    icon(match theme {
        Theme::System => "M3 4h14v9H3zM7 17h6M10 13v4",
        Theme::Light => {
            "M10 6.5a3.5 3.5 0 100 7 3.5 3.5 0 000-7M10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1"
        }
        Theme::Dark => "M16 11.5A6.5 6.5 0 118.5 4a5 5 0 007.5 7.5z",
    })
}

/// Two sides in contact.
pub fn contact() -> Html {
    icon("M3 7h11l-3-3M17 13H6l3 3")
}

/// Pinned.
pub fn pin() -> Html {
    icon("M7 3h6l-1 5 3 3H5l3-3zM10 11v6")
}

/// Hidden.
pub fn hidden() -> Html {
    icon("M3 10c2-3.5 4.5-5 7-5s5 1.5 7 5c-2 3.5-4.5 5-7 5s-5-1.5-7-5zM4 16L16 4")
}
