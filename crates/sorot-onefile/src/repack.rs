//! Other articles in a file that was built before.

use crate::shell::LIST;
use crate::{OneFileError, escape, list, payload};

/// How the last block of the file's script ends.
const SCRIPT_END: &str = "</script>";

/// The explorer `page` (of [`crate::one_file`]) with `pack` in place of its articles, and their title and contents;
/// `state` is what a reader did with them, in place of what one did with those before. The same page and articles, the
/// same bytes, whether the command asks or a page that saves itself.
///
/// # Errors
/// When `page` isn't such a file.
pub fn repack(
    page: &str,
    title: &str,
    contents: &[String],
    pack: &[u8],
    state: Option<&[u8]>,
) -> Result<String, OneFileError> {
    let page = between(page, "<title>", "</title>", &escape(title))?;
    let (head, tail) = cut(&page, LIST, "the list of its contents")?;
    let (_, tail) = tail.split_once("</ul>").ok_or(OneFileError::foreign("the end of its contents"))?;
    let (before, behind) = around(tail, "pack")?.ok_or(OneFileError::foreign("its pack"))?;
    let packed = payload::quick("pack", pack);
    let state = state.map(|state| payload::quick("state", state)).unwrap_or_default();
    let rest = match around(behind, "state")? {
        Some((between, behind)) => format!("{between}{behind}"),
        None => behind.to_string(),
    };
    Ok(format!("{head}{}{before}{packed}{state}{rest}", list(contents)))
}

/// What stands before and behind the blocks of the payload `name`, which follow each other.
fn around<'a>(text: &'a str, name: &str) -> Result<Option<(&'a str, &'a str)>, OneFileError> {
    let open = payload::open(name);
    let Some((before, mut after)) = text.split_once(&open) else { return Ok(None) };
    loop {
        let (_, rest) =
            after.split_once(SCRIPT_END).ok_or(OneFileError::foreign("the end of its payload"))?;
        match rest.trim_start().strip_prefix(&open) {
            Some(next) => after = next,
            None if rest.contains(&open) => return Err(OneFileError::foreign("its payload")),
            None => return Ok(Some((before, rest.strip_prefix('\n').unwrap_or(rest)))),
        }
    }
}

/// What stands before and behind the only `mark`.
fn cut<'a>(text: &'a str, mark: &str, what: &'static str) -> Result<(&'a str, &'a str), OneFileError> {
    text.split_once(mark).filter(|(_, rest)| !rest.contains(mark)).ok_or(OneFileError::foreign(what))
}

/// `text` with what stands between the first `open` and the next `close` replaced.
fn between(text: &str, open: &str, close: &str, new: &str) -> Result<String, OneFileError> {
    let missing = || OneFileError::foreign("its title");
    let (before, rest) = text.split_once(open).ok_or_else(missing)?;
    let (_, behind) = rest.split_once(close).ok_or_else(missing)?;
    Ok(format!("{before}{open}{new}{close}{behind}"))
}
