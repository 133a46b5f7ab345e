//! The list of articles as Markdown.

use super::super::{Title, When, citation};
use super::{Selection, title};
use crate::calendar::Lang;
use crate::view::noted;
use crate::view::panel::escape_markdown;

pub(super) fn markdown(selection: &Selection<'_>) -> String {
    let mut out = String::from("# ");
    let heading = match (selection.title, selection.lang) {
        ("", Lang::Id) => "Artikel",
        ("", Lang::En) => "Articles",
        (title, _) => title,
    };
    escape_markdown(&mut out, heading);
    out.push_str("\n\n");
    for filter in selection.filters {
        out.push_str("- ");
        escape_markdown(&mut out, filter);
        out.push('\n');
    }
    if !selection.filters.is_empty() {
        out.push('\n');
    }
    for (number, document) in (1..).zip(&selection.articles) {
        let headline = Title { text: title(document), is_lead: document.title().is_none() };
        let when = When::of(&document.published, selection.lang);
        let told =
            citation::source(&headline, document.article.source.as_deref(), &when, None, "", selection.lang);
        out.push_str(&format!("{number}. "));
        escape_markdown(&mut out, told.trim_end().trim_end_matches(','));
        out.push_str(", <");
        out.push_str(&selection.link(document).replace(['<', '>', ' ', '\n'], "%20"));
        out.push_str(">\n");
        // Below its article: four blanks keep them in the list's item.
        let mut below = String::new();
        for note in selection.notes(document) {
            noted::told(&mut below, note, None);
        }
        for line in below.lines() {
            out.push_str(if line.is_empty() { "" } else { "    " });
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}
