//! Scripts and style sheets without what only people read.

/// `text` without blank lines, indents and comments that fill whole lines. No parser: it is for our own files and
/// the bindings, where no text of several lines holds such a line.
pub(crate) fn lean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_comment = false;
    for line in text.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        if !is_comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        is_comment &= !line.contains("*/");
    }
    out
}
