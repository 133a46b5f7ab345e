//! Web pages: the readable text, with title, day, source and language from what the page says about itself. Everything
//! comes out as plain text; nothing of a page is run, loaded or kept as markup.

mod entities;
mod hints;
mod meta;
mod story;
mod tokens;
mod tree;

pub(crate) use entities::decode;
pub(crate) use tokens::{Token, Tokens};

use crate::fields::Field;
use crate::finding::Finding;
use crate::{Entry, Format, Place, Remark, limits};
use meta::Meta;
use sorot_core::calendar::Lang;
use sorot_core::structure::language;
use tree::{Kind, Tree};

/// Parts of the words of a page's metadata text that its own lines must reach, in tenths, to be taken for the story.
const SHARE: usize = 5;
/// Words that decide about a declared language.
const VOTE: usize = 400;

/// A page.
pub(crate) fn read(place: &Place, text: &str) -> Vec<Entry> {
    let mut meta = Meta::default();
    let mut tree = tree::read(text, &mut meta);
    let mut draft = std::mem::take(&mut meta.draft);
    draft.remarks = remarks(&tree);
    let heading = heading(&tree);
    if let Some(heading) = heading {
        draft.take((Field::Title, 50), heading.to_string());
    }
    let site = draft.get(Field::Source).map(String::from).or_else(|| meta.host.clone());
    if let Some(title) = &meta.title {
        draft.take((Field::Title, 60), without_site(title, site.as_deref()).to_string());
    }
    if let Some(host) = meta.host {
        draft.take((Field::Source, 90), host);
    }
    let mut lines = story::lines(&tree, heading);
    let length = |lines: &[&str]| lines.iter().map(|line| line.len()).sum::<usize>();
    let told = meta.body.as_deref().map(|body| fragment(body, &mut Vec::new()));
    let body = match told.filter(|told| length(&lines) * 10 < told.len() * SHARE) {
        Some(told) => {
            draft.remarks.push(Remark::new(Finding::BodyFromMetadata, []));
            told
        }
        None => {
            if lines.is_empty() {
                lines = story::everything(&tree);
                if !lines.is_empty() {
                    draft.remarks.push(Remark::new(Finding::WholePage, []));
                }
            }
            match *lines {
                // A page in one line may be all that fits into memory: it isn't copied.
                [line] => {
                    let start = line.as_ptr();
                    let own = tree.lines.iter_mut().find(|own| own.text.as_ptr() == start);
                    own.map(|own| std::mem::take(&mut own.text)).unwrap_or_default()
                }
                _ => lines.join("\n"),
            }
        }
    };
    if let Some(tag) = draft.get(Field::Language).map(String::from) {
        // Templates declare English for pages in any language: the words decide.
        let declared = Lang::from_tag(&tag);
        let words = body.split_whitespace().take(VOTE + 1).count();
        if words > VOTE / 10 && declared.is_some_and(|lang| lang != language::vote(&body)) {
            draft.drop_language();
            draft.remarks.push(Remark::new(Finding::LanguageOther, [tag]));
        }
    }
    let remarks = draft.remarks.clone();
    draft.take((Field::Text, 0), body);
    vec![match draft.finish_plain(place) {
        Some((article, remarks)) => Entry::read(place.clone(), Format::Html, article, remarks),
        None => {
            let mut entry = Entry::skipped(place.clone(), Format::Html, Finding::NoStory, []);
            entry.remarks.extend(remarks);
            entry
        }
    }]
}

/// The text of a piece of markup, a line for each of its lines; what it hides is remarked on.
pub(crate) fn fragment(text: &str, told: &mut Vec<Remark>) -> String {
    let tree = tree::read(text, &mut tree::Nothing);
    told.extend(remarks(&tree));
    tree.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn remarks(tree: &Tree) -> Vec<Remark> {
    let mut out = Vec::new();
    if tree.hidden > 0 {
        out.push(Remark::new(Finding::HiddenText, [tree.hidden.to_string()]));
    }
    if tree.lost >= tree::PASSAGE {
        out.push(Remark::new(Finding::NeverClosed, [tree.lost.to_string()]));
    }
    if tree.too_deep {
        out.push(Remark::new(Finding::HtmlTooDeep, [limits::MAX_DEPTH.to_string()]));
    }
    if tree.too_many {
        out.push(Remark::new(Finding::HtmlTooManyTags, [limits::MAX_TAGS.to_string()]));
    }
    out
}

/// The page's longest headline of the first rank it has.
fn heading(tree: &Tree) -> Option<&str> {
    let is =
        |kind| move |line: &&tree::Line| tree.nodes.get(line.node as usize).is_some_and(|n| n.kind == kind);
    let found = tree.lines.iter().filter(is(Kind::Heading)).take(3).map(|line| line.text.as_str());
    found.max_by_key(|text| text.len())
}

/// The title without the site's name behind a bar or a dash.
fn without_site<'a>(title: &'a str, site: Option<&str>) -> &'a str {
    let Some(site) = site else { return title };
    let cut = [" | ", " - ", " – ", " — ", " :: "].iter().filter_map(|mark| title.rsplit_once(mark));
    let plain = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let site = plain(site);
    cut.filter(|(_, end)| {
        let end = plain(end);
        !end.is_empty() && (site.contains(&end) || end.contains(&site))
    })
    .map(|(title, _)| title.trim())
    .find(|title| !title.is_empty())
    .unwrap_or(title)
}

/// Tags that lay out a text. Others (scripts, pictures, frames) may be what a plain text is about; it stays as it is.
const TAGS: &[&str] = &[
    "p",
    "br",
    "div",
    "span",
    "a",
    "b",
    "i",
    "em",
    "strong",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "blockquote",
    "figure",
    "html",
    "body",
    "section",
    "article",
];

/// Whether a text from a field is written in HTML: it opens or closes an element that HTML has.
pub(crate) fn is_markup(text: &str) -> bool {
    text.split('<').skip(1).any(|piece| {
        let name = piece.strip_prefix('/').unwrap_or(piece);
        let end = name.bytes().take(12).position(|b| !b.is_ascii_alphanumeric());
        let Some((name, behind)) = end.and_then(|end| name.split_at_checked(end)) else { return false };
        behind.starts_with(['>', ' ', '/', '\n', '\t', '\r'])
            && TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name))
    })
}

/// A text as one line: white space folded.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
