//! What this is, which build, and what it may do.

use super::dialog::Dialog;
use crate::messages::words;
use crate::ui::*;
use gloo::utils::document;
use sorot_core::view::Lang;

#[derive(PartialEq)]
pub struct AboutProps {
    pub lang: Lang,
    pub onclose: Callback<()>,
}

/// The sheet. A file with a policy of its own says so, word for word.
#[part]
pub fn About(props: &AboutProps) -> Html {
    let w = words(props.lang);
    let build = meta("meta[name=sorot-build]");
    let policy = meta("meta[http-equiv=Content-Security-Policy]");
    let policy = policy.filter(|policy| policy.contains("connect-src 'none'"));
    html! {
        <Dialog title={w.frame.about} close={w.close} onclose={props.onclose.clone()}>
            <p>{ w.frame.about_text }</p>
            <p><b>{ if policy.is_some() { w.frame.cannot_phone } else { w.frame.only_own_files } }</b></p>
            if let Some(policy) = policy { <p class="quiet">{ w.frame.policy }</p><pre class="policy" tabindex="0">{ policy }</pre> }
            <p class="quiet">{ format!("Sorot {}", env!("CARGO_PKG_VERSION")) }if let Some(build) = build { { " · build " }<code>{ build }</code> }</p>
        </Dialog>
    }
}

/// What an element of the page's own head says.
fn meta(css: &str) -> Option<String> {
    document().query_selector(css).ok().flatten()?.get_attribute("content")
}
