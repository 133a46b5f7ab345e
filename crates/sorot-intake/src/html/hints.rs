//! What an element's attributes say: is it the story, is it beside it, is it hidden?

use super::tokens::Tokens;

/// How much an element looks like the story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Hint {
    /// It says to be the body of the article (schema.org).
    Body,
    /// Its names are those of articles.
    For,
    /// Nothing.
    #[default]
    None,
    /// Its names are those of what stands beside one.
    Against,
}

/// Parts of class names and ids, in the languages of the pages: containers of stories.
const FOR: &[&str] = &[
    "article", "artikel", "body", "content", "konten", "isi", "entry", "post", "story", "text", "detail",
    "read",
];
/// Of what stands beside them.
const AGAINST: &[&str] = &[
    "comment",
    "komentar",
    "related",
    "terkait",
    "share",
    "sosmed",
    "social",
    "sidebar",
    "widget",
    "promo",
    "iklan",
    "advert",
    "banner",
    "popular",
    "populer",
    "trending",
    "recommend",
    "rekomendasi",
    "breadcrumb",
    "pagination",
    "paging",
    "newsletter",
    "subscribe",
    "footer",
    "navbar",
    "navigation",
    "bacajuga",
    "readalso",
    "linksisip",
    "lihatjg",
    "topikterkait",
    "copyright",
    "cookie",
];
/// Whole words of theirs.
const AGAINST_WORDS: &[&str] = &["ad", "ads", "tag", "tags", "nav", "menu", "lainnya", "caption", "credit"];
/// Characters of a class list that are looked at.
const LOOKED_AT: usize = 200;

impl Hint {
    pub(super) fn of(name: &str, tokens: &Tokens<'_>) -> Hint {
        let is = |attribute, value: &str| {
            tokens
                .attribute(attribute)
                .is_some_and(|own| own.split_ascii_whitespace().any(|w| w.eq_ignore_ascii_case(value)))
        };
        if is("itemprop", "articleBody") || is("property", "articleBody") {
            return Hint::Body;
        }
        // The page's own frame isn't beside the story, whatever its classes say.
        if ["html", "body", "main"].iter().any(|frame| frame.eq_ignore_ascii_case(name)) {
            return Hint::None;
        }
        let mut names = String::new();
        for attribute in ["class", "id", "role"] {
            let value = tokens.attribute(attribute).unwrap_or("");
            names.push_str(value.get(..value.floor_char_boundary(LOOKED_AT)).unwrap_or(value));
            names.push(' ');
        }
        names.make_ascii_lowercase();
        let plain: String = names.chars().filter(|c| !matches!(c, '-' | '_')).collect();
        let is_article = name.eq_ignore_ascii_case("article");
        // Most elements have no name of their own.
        if plain.trim().is_empty() {
            return if is_article { Hint::For } else { Hint::None };
        }
        let mut words = names.split(|c: char| !c.is_alphanumeric());
        if AGAINST.iter().any(|part| plain.contains(part)) || words.any(|word| AGAINST_WORDS.contains(&word))
        {
            return Hint::Against;
        }
        if is_article || FOR.iter().any(|part| plain.contains(part)) { Hint::For } else { Hint::None }
    }
}

/// Whether the last start tag hides its element from readers (what a style sheet hides can't be known here).
pub(super) fn is_hidden(tokens: &Tokens<'_>) -> bool {
    if tokens.attribute("hidden").is_some() {
        return true;
    }
    if tokens.attribute("aria-hidden").is_some_and(|value| value.trim().eq_ignore_ascii_case("true")) {
        return true;
    }
    let Some(style) = tokens.attribute("style") else { return false };
    let style: String = style
        .chars()
        .take(LOOKED_AT * 5)
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let value = |name: &str| {
        style
            .split(';')
            .find_map(|pair| pair.strip_prefix(name)?.strip_prefix(':'))
            .map(|v| v.trim_end_matches("!important"))
    };
    let is_zero = |name| {
        value(name).is_some_and(|v| {
            v.trim_end_matches(|c: char| c.is_alphabetic() || c == '%').trim_matches(['0', '.']).is_empty()
                && v.starts_with(['0', '.'])
        })
    };
    let same_colour = match (value("color"), value("background-color").or_else(|| value("background"))) {
        (Some(front), Some(back)) => colour(front) == colour(back),
        // The page itself is white unless it says otherwise.
        (Some(front), None) => colour(front) == "#fff",
        _ => false,
    };
    value("display") == Some("none")
        || matches!(value("visibility"), Some("hidden" | "collapse"))
        || is_zero("font-size")
        || is_zero("opacity")
        || same_colour
        || value("text-indent").or_else(|| value("left")).is_some_and(|v| v.starts_with("-999"))
}

fn colour(value: &str) -> &str {
    match value {
        "white" | "#fff" | "#ffffff" | "rgb(255,255,255)" => "#fff",
        "black" | "#000" | "#000000" | "rgb(0,0,0)" => "#000",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> (Hint, bool) {
        let mut tokens = Tokens::html(text);
        tokens.next();
        let name = text.trim_start_matches('<').split([' ', '>']).next().unwrap();
        (Hint::of(name, &tokens), is_hidden(&tokens))
    }

    #[test]
    fn names_speak_for_and_against() {
        assert_eq!(first("<div class='detail__body-text itp_bodycontent'>").0, Hint::For);
        assert_eq!(first("<div itemprop=articleBody class=ads>").0, Hint::Body);
        assert_eq!(first("<div class='read__baca-juga'>").0, Hint::Against);
        assert_eq!(first("<body class='has-sidebar'>").0, Hint::None);
        assert_eq!(first("<div class='header'>").0, Hint::None);
    }

    #[test]
    fn what_is_hidden_in_place_is_seen_to_be() {
        for hidden in [
            "hidden",
            "aria-hidden=true",
            "style='display : NONE'",
            "style='color:#FFF'",
            "style='font-size:0px'",
            "style='color:red;background-color:red'",
            "style='opacity:0;'",
            "style='text-indent:-9999px'",
            "style='visibility:hidden!important'",
        ] {
            assert!(first(&format!("<p {hidden}>")).1, "{hidden}");
        }
        for shown in [
            "style='display:block'",
            "style='font-size:10px'",
            "style='opacity:0.5'",
            "style='color:#333'",
            "aria-hidden=false",
        ] {
            assert!(!first(&format!("<p {shown}>")).1, "{shown}");
        }
    }
}
