//! The present view for others: as a link, as an element or an iframe of their page, with what its administrator
//! must allow.

use super::dialog::Dialog;
use crate::messages::words;
use crate::reader::copied::Copied;
use crate::ui::*;
use sorot_core::view::Lang;

#[derive(PartialEq)]
pub struct ShareProps {
    /// The whole address that opens the view.
    pub link: AttrValue,
    pub copy: Callback<Copied>,
    pub lang: Lang,
    pub onclose: Callback<()>,
}

/// The snippets, each with a button that copies it.
#[part]
pub fn Share(props: &ShareProps) -> Html {
    let w = words(props.lang);
    let done = use_state_eq(|| None::<usize>);
    let snippets = Snippets::of(&props.link, props.lang);
    let texts = [&snippets.link, &snippets.element, &snippets.iframe, &snippets.policy];
    html! {
        <Dialog title={w.frame.share} close={w.close} onclose={props.onclose.clone()}>
            <p>{ w.frame.share_help }</p>
            if snippets.is_example { <p class="quiet">{ w.frame.share_example }</p> }
            { for texts.into_iter().zip(w.frame.snippets).enumerate().map(|(n, (text, name))| {
                let take = {
                    let (copy, done, text) = (props.copy.clone(), done.clone(), text.clone());
                    Callback::from(move |_: MouseEvent| {
                        done.set(Some(n));
                        copy.emit(Copied { text: text.clone(), done: w.frame.snippet_copied });
                    })
                };
                html! {
                    <section class="share-part" key={n}>
                        <h3>{ name }</h3>
                        <textarea class="to-copy" rows={if n == 0 { "2" } else { "4" }} readonly=true spellcheck="false" aria-label={name} value={text.clone()} />
                        <button type="button" class="btn" onclick={take} aria-label={format!("{}: {name}", w.frame.copy)}>{ w.frame.copy }</button>
                        <span class="quiet" role="status">{ (*done == Some(n)).then_some(w.frame.snippet_copied) }</span>
                    </section>
                }
            }) }
        </Dialog>
    }
}

/// What is copied.
#[derive(Debug, PartialEq, Eq)]
struct Snippets {
    link: String,
    element: String,
    iframe: String,
    policy: String,
    /// Whether the address is made up, because a file has none.
    is_example: bool,
}

/// Where a file's reader would put the folder.
const EXAMPLE: &str = "https://www.example.org/sorot/";

impl Snippets {
    /// For the view of this address.
    fn of(link: &str, lang: Lang) -> Snippets {
        let (page, question) = link.split_once('#').unwrap_or((link, "/"));
        let page = page.split('?').next().unwrap_or(page);
        let is_example = !page.starts_with("http");
        let folder = match page.rsplit_once('/') {
            Some((folder, _)) if !is_example => format!("{folder}/"),
            _ => EXAMPLE.to_string(),
        };
        let origin = folder.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
        let (tag, view) = (lang.tag(), attribute(&format!("#{question}")));
        let link = match is_example {
            true => format!("{folder}#{question}"),
            false => link.to_string(),
        };
        Snippets {
            link,
            element: format!(
                "<script type=\"module\" src=\"{folder}sorot-explorer.js\"></script>\n\
                 <sorot-explorer lang=\"{tag}\" view=\"{view}\"></sorot-explorer>"
            ),
            iframe: format!(
                "<iframe src=\"{folder}embed.html?lang={tag}{view}\" title=\"Sorot\" width=\"100%\" height=\"720\" \
                 loading=\"lazy\" sandbox=\"allow-scripts allow-downloads\" allow=\"clipboard-write\"></iframe>"
            ),
            policy: format!(
                "Content-Security-Policy: script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}; \
                 frame-src {origin}"
            ),
            is_example,
        }
    }
}

/// Text as it stands between the quotes of an attribute.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snippets_lead_to_the_folder_of_the_page() {
        let link = "https://berita.example:8443/a/sorot/index.html?x#/?actor=a&from=2025-01-01";
        let snippets = Snippets::of(link, Lang::En);
        assert_eq!(snippets.link, link);
        assert!(!snippets.is_example);
        assert!(snippets.element.contains("src=\"https://berita.example:8443/a/sorot/sorot-explorer.js\""));
        assert!(snippets.element.contains("view=\"#/?actor=a&amp;from=2025-01-01\""), "{}", snippets.element);
        assert!(snippets.iframe.contains("/a/sorot/embed.html?lang=en#/?actor=a&amp;from=2025-01-01\""));
        assert!(snippets.policy.ends_with("frame-src https://berita.example:8443"), "{}", snippets.policy);
    }

    #[test]
    fn a_file_has_no_address() {
        let snippets = Snippets::of("file:///home/ani/sorot.html#/?q=\"a\"", Lang::Id);
        assert!(snippets.is_example && !snippets.element.contains("/home/"));
        assert_eq!(snippets.link, "https://www.example.org/sorot/#/?q=\"a\"");
        assert!(snippets.element.contains("view=\"#/?q=&quot;a&quot;\""));
        assert!(snippets.policy.contains("script-src https://www.example.org "));
    }
}
