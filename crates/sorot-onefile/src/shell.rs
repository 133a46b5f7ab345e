//! The page's named regions: `<!-- sorot:NAME -->` … `<!-- /sorot:NAME -->`.

use crate::OneFileError;

/// Puts new content into the named regions, which must each occur exactly once; everything else
/// stays as it is. Content is never searched, so nothing in it can be taken for a region.
///
/// # Errors
/// When a region is missing, occurs twice or is not closed.
pub fn fill(shell: &str, regions: &[(&str, &str)]) -> Result<String, OneFileError> {
    let mut places = Vec::with_capacity(regions.len());
    for (name, content) in regions {
        let (open, close) = (format!("<!-- sorot:{name} -->"), format!("<!-- /sorot:{name} -->"));
        let count = shell.matches(&open).count().max(shell.matches(&close).count());
        match (shell.find(&open), shell.find(&close)) {
            (Some(start), Some(end)) if count == 1 && start < end => {
                places.push((start, end + close.len(), *content));
            }
            _ => {
                return Err(OneFileError::region(name, if count == 1 { 0 } else { count }));
            }
        }
    }
    places.sort_unstable_by_key(|place| place.0);
    let mut filled = String::new();
    let mut at = 0;
    for (start, end, content) in places {
        // A region inside another one goes with it.
        if start < at {
            continue;
        }
        filled.push_str(&shell[at..start]);
        filled.push_str(content);
        at = end;
    }
    filled.push_str(&shell[at..]);
    Ok(filled)
}

/// The document's title, and the build that it is of.
pub fn head(title: &str, build: &str) -> String {
    format!("<title>{}</title>\n<meta name=\"sorot-build\" content=\"{}\">", escape(title), escape(build))
}

/// How a [`list`] begins.
pub const LIST: &str = "<ul class=\"shell\">";

/// A list of titles as static HTML; without titles an empty one, so that others find their place.
pub fn list(titles: &[String]) -> String {
    let mut html = String::from(LIST);
    for title in titles {
        html.push_str("\n<li>");
        html.push_str(&escape(title));
        html.push_str("</li>");
    }
    html.push_str("</ul>");
    html
}

/// Text as HTML, for element content and quoted attributes.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}
