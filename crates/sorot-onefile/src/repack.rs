//! Other articles in a file that was built before.

use crate::shell::LIST;
use crate::{OneFileError, escape, hash_source, list, payload};

/// Where the file's one script begins.
const SCRIPT: &str = "<script type=\"module\">";
const SCRIPT_END: &str = "</script>";
/// How its payload blocks begin.
const BLOCK: &str = "<script type=\"text/plain\" data-payload=\"pack\">";

/// The explorer `page` (of [`crate::one_file`]) with `pack` in place of its articles, and their title and contents. The
/// same page and articles, the same bytes.
///
/// # Errors
/// When `page` isn't such a file.
pub fn repack(page: &str, title: &str, contents: &[String], pack: &[u8]) -> Result<String, OneFileError> {
    let (head, rest) = cut(page, SCRIPT, "its script")?;
    let (script, tail) = rest.split_once(SCRIPT_END).ok_or(OneFileError::foreign("the end of its script"))?;
    let packed = payload::pack("pack", pack);
    let own = facts(script)?;
    let renewed = script.replacen(own, &packed.facts(), 1);
    let (old, new) = (hash_source(script), hash_source(&renewed));
    if head.matches(&old).count() != 1 {
        return Err(OneFileError::foreign("its policy"));
    }
    let head = between(&head.replacen(&old, &new, 1), "<title>", "</title>", &escape(title))?;
    let (before, mut after) = tail.split_once(BLOCK).ok_or(OneFileError::foreign("its pack"))?;
    // Blocks follow each other; the last one's end is the end of all.
    let behind = loop {
        let (_, rest) = after.split_once(SCRIPT_END).ok_or(OneFileError::foreign("the end of its pack"))?;
        match rest.trim_start().strip_prefix(BLOCK) {
            Some(next) => after = next,
            None => break rest.strip_prefix('\n').unwrap_or(rest),
        }
    };
    let missing = || OneFileError::foreign("the list of its contents");
    let (above, rest) = head.split_once(LIST).ok_or_else(missing)?;
    let (_, below) = rest.split_once("</ul>").ok_or_else(missing)?;
    let contents = list(contents);
    Ok(format!("{above}{contents}{below}{SCRIPT}{renewed}{SCRIPT_END}{before}{}{behind}", packed.blocks))
}

/// What stands before and behind the only `mark`.
fn cut<'a>(text: &'a str, mark: &str, what: &'static str) -> Result<(&'a str, &'a str), OneFileError> {
    text.split_once(mark).filter(|(_, rest)| !rest.contains(mark)).ok_or(OneFileError::foreign(what))
}

/// What the script expects of the pack, as [`payload::Payload::facts`] wrote it.
fn facts(script: &str) -> Result<&str, OneFileError> {
    let missing = || OneFileError::foreign("what its script expects of the pack");
    let from = script.find("pack:{blocks:").ok_or_else(missing)?;
    let rest = script.get(from..).ok_or_else(missing)?;
    let end = rest.find('}').ok_or_else(missing)?;
    rest.get(..=end).ok_or_else(missing)
}

/// `text` with what stands between the first `open` and the next `close` replaced.
fn between(text: &str, open: &str, close: &str, new: &str) -> Result<String, OneFileError> {
    let missing = || OneFileError::foreign("its title or its contents");
    let (before, rest) = text.split_once(open).ok_or_else(missing)?;
    let (_, behind) = rest.split_once(close).ok_or_else(missing)?;
    Ok(format!("{before}{open}{new}{close}{behind}"))
}
