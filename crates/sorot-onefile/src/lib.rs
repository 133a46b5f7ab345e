//! One HTML file that holds the whole explorer: page, style, program and articles; to be opened by itself, or
//! inside somebody's iframe.
//!
//! In: the page's shell and the built parts. Out: a document that opens by double click, needs no
//! server and may not reach one: its own policy allows its two scripts and two styles by hash and no connection.
//! The same parts always give the same bytes.

mod error;
mod lean;
mod payload;
mod policy;
mod repack;
mod shell;
mod text85;

use lean::lean;

pub use error::OneFileError;
pub use payload::gzip;
pub use policy::hash_source;
pub use repack::repack;
pub use shell::{escape, fill, head, list};
pub use text85::decode;

/// What the file is made of.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The page with its named regions (see [`fill`]).
    pub shell: &'a str,
    /// The document's title.
    pub title: &'a str,
    /// The articles' titles, for a reader without JavaScript.
    pub contents: &'a [String],
    /// The style sheet; what stands behind the line `/* sorot:drawn` in it is carried compressed.
    pub css: &'a str,
    /// The script that wasm-bindgen wrote for the program.
    pub glue: &'a str,
    /// The program.
    pub wasm: &'a [u8],
    /// The bundle of articles.
    pub pack: &'a [u8],
    /// Which build it is of, for the reader who wants to know.
    pub build: &'a str,
    /// What it is for.
    pub purpose: Purpose,
    /// What it needs to take other articles; without, it shows its own.
    pub own: Option<Own<'a>>,
}

/// What a file needs to read articles that a reader adds, and to save itself with them.
#[derive(Clone, Copy, Debug)]
pub struct Own<'a> {
    /// The scripts, joined; their `import` lines are left out.
    pub script: &'a str,
    /// The program that reads articles; decoded at its first use.
    pub reader: &'a [u8],
}

/// What the file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// It is opened by itself.
    Page,
    /// It stands in somebody's iframe and talks with the page around it.
    Embed,
}

/// The code that decodes, checks and starts what the file carries.
const BOOT: &str = include_str!("boot.js");
/// What the glue ends with; [`BOOT`] waits for it.
const HAND_OVER: &str = "sorotGlue({ start, Guest, init: __wbg_init });\n";
/// How it talks with the page around it.
const EMBED: &str = include_str!("embed.js");
/// How it is started where it takes articles.
const OPEN: &str = include_str!("open.js");
/// Where the program is started in [`BOOT`].
const START: &str = "\"@start@\";";
/// Where the style sheet is parted: what stands before is needed until the program draws.
const DRAWN: &str = "/* sorot:drawn";
/// Where the scripts of [`Own`] go in [`BOOT`].
const OWN: &str = "\"@own@\";";

/// Builds the file.
///
/// # Errors
/// When the shell lacks a region or has it twice, or when the glue imports another file.
pub fn one_file(parts: &Parts<'_>) -> Result<String, OneFileError> {
    let (css, drawn) = sheets(parts.css);
    let [css, drawn] = [css, drawn].map(|css| inert(&css, "</style", "<\\/style"));
    let (script, glue) = (script(parts)?, glue(parts.glue)?);
    let mut payloads = payload::pack("style", drawn.as_bytes());
    payloads += &payload::pack("glue", glue.as_bytes());
    payloads += &payload::pack("wasm", parts.wasm);
    payloads += &payload::pack("pack", parts.pack);
    if let Some(own) = parts.own {
        payloads += &payload::pack("reader", own.reader);
    }
    let policy = policy::meta(&[&script, &glue], &[&css, &drawn]);
    let title = head(parts.title, parts.build);
    let contents = list(parts.contents);
    // The script stands before the payloads: it waits for the end of the document anyway, and in a
    // file that was cut short it is there to say so.
    let payload = format!("<script type=\"module\">{script}</script>\n{payloads}");
    let whole = fill(
        parts.shell,
        &[
            ("policy", policy.as_str()),
            ("title", title.as_str()),
            ("styles", &format!("<style>{css}</style>")),
            // No file beside it: the browser is told not to look for an icon.
            ("code", "<link rel=\"icon\" href=\"data:,\">"),
            ("contents", contents.as_str()),
            ("payload", payload.as_str()),
        ],
    )?;
    // What stands behind the end a browser would put inside: a page that saves itself is the page that it came as.
    Ok(whole.trim_end().to_string())
}

/// A style sheet in two, without its comments: what stands before the program draws, and the rest.
pub fn sheets(css: &str) -> (String, String) {
    let at = css.find(DRAWN).unwrap_or(css.len());
    (lean(&css[..at]), lean(&css[at..]))
}

/// The glue as the text of an inline module that hands over what the boot code calls.
fn glue(glue: &str) -> Result<String, OneFileError> {
    if glue.lines().any(|line| line.starts_with("import ")) {
        return Err(OneFileError::import());
    }
    Ok(harmless(&lean(&format!("{glue}\n{HAND_OVER}"))))
}

/// The boot code as the text of an inline module.
fn script(parts: &Parts<'_>) -> Result<String, OneFileError> {
    let (own, start) = match (parts.purpose, parts.own) {
        (Purpose::Page, None) => (String::new(), "start(root, new Uint8Array(articles));"),
        (Purpose::Page, Some(own)) => (format!("{}{OPEN}", joined(own.script)), "await open(articles);"),
        (Purpose::Embed, _) => (EMBED.to_string(), "embed(root, articles);"),
    };
    let region = |name| OneFileError::region(name, 0);
    let (before, rest) = BOOT.split_once(OWN).ok_or_else(|| region("@own@"))?;
    let (between, end) = rest.split_once(START).ok_or_else(|| region("@start@"))?;
    Ok(harmless(&lean(&format!("{before}{own}{between}{start}{end}"))))
}

/// A script that can't end its own element, nor begin a comment of HTML.
fn harmless(script: &str) -> String {
    inert(script, "</script", "<\\/script").replace("<!--", "<\\!--")
}

/// Scripts that are modules elsewhere, as one scope that gives back what [`OPEN`] calls.
fn joined(script: &str) -> String {
    let lines = script.lines().filter(|line| !line.starts_with("import "));
    let text: String = lines.flat_map(|line| [line.strip_prefix("export ").unwrap_or(line), "\n"]).collect();
    format!("const {{ held, ownArticles }} = (() => {{\n{text}return {{ held, ownArticles }};\n}})();\n")
}

/// Text that cannot end its own element, with the line ends that a parser would make of it, so
/// that its hash is the one the browser computes.
fn inert(text: &str, end: &str, harmless: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut safe = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = find_ignoring_case(rest, end) {
        safe.push_str(&rest[..at]);
        safe.push_str(harmless);
        rest = &rest[at + end.len()..];
    }
    safe.push_str(rest);
    safe
}

fn find_ignoring_case(text: &str, wanted: &str) -> Option<usize> {
    text.as_bytes().windows(wanted.len()).position(|window| window.eq_ignore_ascii_case(wanted.as_bytes()))
}

#[cfg(test)]
mod tests;
