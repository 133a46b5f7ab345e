//! Article text on the page: what can't be seen in it is shown.

use crate::messages::words;
use crate::ui::*;
use sorot_core::view::{Lang, signs};

/// Words of an article. An invisible character stands in a chip that says its code; it is still the text itself, so that
/// what is selected and copied is what was written, and the chip isolates what follows from its direction.
pub fn shown(text: &str, lang: Lang) -> Html {
    if !text.contains(signs::is_invisible) {
        return html! { { text } };
    }
    let mut out = Vec::new();
    signs::cut(text, &mut |piece, sign| {
        out.push(match sign {
            None => html! { { piece } },
            Some(c) => {
                let code = signs::code_point(c);
                let said = format!("{code} {}: {}", signs::name(c), words(lang).reading.invisible);
                html! { <span class="sign" role="img" data-sign={code} title={said.clone()} aria-label={said}>{ piece }</span> }
            }
        });
    });
    out.into_iter().collect()
}
