//! What a page says about itself: JSON-LD (schema.org), OpenGraph, the usual `<meta>` names, `<time>`, `<title>`.

use super::entities::decoded;
use super::one_line;
use super::tokens::Tokens;
use super::tree::Watch;
use crate::fields::{Draft, Field};
use crate::json::{Reader, Value};

/// Names of `<meta>` with what they say, the better ones first. JSON-LD goes before all, at rank 0.
const NAMES: &[(&str, Field)] = &[
    ("og:title", Field::Title),
    ("twitter:title", Field::Title),
    ("headline", Field::Title),
    ("dc.title", Field::Title),
    ("og:site_name", Field::Source),
    ("application-name", Field::Source),
    ("dc.publisher", Field::Source),
    ("publisher", Field::Source),
    ("article:published_time", Field::Date),
    ("og:article:published_time", Field::Date),
    ("datepublished", Field::Date),
    ("content_publisheddate", Field::Date),
    ("publishdate", Field::Date),
    ("dtk:publishdate", Field::Date),
    ("pubdate", Field::Date),
    ("publish-date", Field::Date),
    ("published_date", Field::Date),
    ("originalpublicationdate", Field::Date),
    ("article.published", Field::Date),
    ("parsely-pub-date", Field::Date),
    ("sailthru.date", Field::Date),
    ("dc.date", Field::Date),
    ("dc.date.issued", Field::Date),
    ("date", Field::Date),
    ("inlanguage", Field::Language),
    ("og:locale", Field::Language),
    ("content-language", Field::Language),
    ("dc.language", Field::Language),
];
/// Ranks behind those names.
const TAG: usize = 100;
/// Values of JSON-LD that are looked at.
const THINGS: usize = 200;

/// What was found so far.
#[derive(Default)]
pub(super) struct Meta {
    /// What the page declares, by rank.
    pub draft: Draft,
    /// The title element.
    pub title: Option<String>,
    /// The text that JSON-LD gives.
    pub body: Option<String>,
    /// The host of the page's own address.
    pub host: Option<String>,
}

impl Watch for Meta {
    fn start(&mut self, name: &str, tokens: &Tokens<'_>) {
        let is = |own: &str| name.eq_ignore_ascii_case(own);
        let value = |attribute| tokens.attribute(attribute).map(decoded).filter(|v| !v.trim().is_empty());
        if is("html") {
            if let Some(tag) = value("lang").or_else(|| value("xml:lang")) {
                self.draft.take((Field::Language, TAG), tag);
            }
            return;
        }
        if is("time") {
            if let Some(when) = value("datetime") {
                let own =
                    tokens.attribute("itemprop").is_some_and(|p| p.eq_ignore_ascii_case("datePublished"));
                self.draft.take((Field::Date, if own { TAG } else { TAG + 1 }), when);
            }
            return;
        }
        if is("link") && tokens.attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) {
            self.host = self.host.take().or_else(|| host(&value("href")?));
        }
        let named = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|attribute| {
            let name = tokens.attribute(attribute)?.trim().to_ascii_lowercase();
            Some((NAMES.iter().position(|(own, _)| *own == name), name))
        });
        let Some((rank, name)) = named else { return };
        let content = value("content");
        if name == "og:url" {
            self.host = self.host.take().or_else(|| host(content.as_deref()?));
        }
        if let (Some(rank), Some(content)) = (rank, content)
            && let Some((_, field)) = NAMES.get(rank)
        {
            self.draft.take((*field, rank + 1), content);
        }
    }

    fn raw(&mut self, name: &str, text: &str, tokens: &Tokens<'_>) {
        if name == "title" && self.title.is_none() {
            self.title = Some(one_line(&decoded(text))).filter(|t| !t.is_empty());
        }
        let is_data =
            tokens.attribute("type").is_some_and(|t| t.trim().eq_ignore_ascii_case("application/ld+json"));
        if name == "script" && is_data {
            let text = text.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[");
            if let Ok(value) = Reader::new(text).value() {
                self.linked_data(&value);
            }
        }
    }
}

impl Meta {
    /// The first article in JSON-LD, however it is wrapped.
    fn linked_data(&mut self, value: &Value) {
        let mut things = vec![value];
        let mut seen = 0;
        while let Some(thing) = things.pop().filter(|_| seen < THINGS) {
            seen += 1;
            match thing {
                Value::List(list) => things.extend(list.iter().rev().take(THINGS)),
                Value::Object(_) if is_article(thing) => return self.article(thing),
                Value::Object(_) => {
                    things.extend(["@graph", "mainEntity"].iter().filter_map(|name| thing.get(name)))
                }
                _ => {}
            }
        }
    }

    fn article(&mut self, thing: &Value) {
        let text = |name: &str| thing.get(name).and_then(Value::text).map(decoded);
        let publisher = thing.get("publisher").map(|p| match p {
            Value::List(list) => list.first().unwrap_or(p),
            other => other,
        });
        let named = publisher.and_then(|p| p.text().or_else(|| p.get("name")?.text())).map(decoded);
        let found = [
            (Field::Title, text("headline").or_else(|| text("name"))),
            (Field::Date, text("datePublished")),
            (Field::Language, text("inLanguage")),
            (Field::Source, named),
        ];
        for (field, value) in found {
            if let Some(value) = value {
                self.draft.take((field, 0), value);
            }
        }
        self.body = self.body.take().or_else(|| text("articleBody"));
    }
}

fn is_article(thing: &Value) -> bool {
    let is = |kind: &str| {
        kind.ends_with("Article")
            || matches!(kind, "Report" | "BlogPosting" | "LiveBlogPosting" | "OpinionNewsArticle")
    };
    match thing.get("@type") {
        Some(Value::Text(kind)) => is(kind),
        Some(Value::List(kinds)) => kinds.iter().filter_map(Value::text).any(is),
        _ => false,
    }
}

/// "news.example" of "https://www.news.example/…".
fn host(address: &str) -> Option<String> {
    let (scheme, rest) = address.trim().split_once("://")?;
    if !matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https") {
        return None;
    }
    let host = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let is_name = host.contains('.') && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    is_name.then(|| host.to_string())
}
