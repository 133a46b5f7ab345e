//! A text that the browser doesn't let the program copy: shown and selected, for the reader's hand.

use super::dialog::Dialog;
use crate::messages::words;
use crate::ui::*;
use sorot_core::view::Lang;
use web_sys::HtmlTextAreaElement;

#[derive(PartialEq)]
pub struct CopyByHandProps {
    pub text: AttrValue,
    pub lang: Lang,
    pub onclose: Callback<()>,
}

/// The text in a field, all of it selected.
#[part]
pub fn CopyByHand(props: &CopyByHandProps) -> Html {
    let w = words(props.lang);
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with(props.text.clone(), move |_| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                let _ = field.focus();
                field.select();
            }
        });
    }
    html! {
        <Dialog title={w.frame.copy_by_hand} close={w.close} onclose={props.onclose.clone()}>
            <p>{ w.frame.copy_by_hand_help }</p>
            <textarea ref={field} class="to-copy" rows="4" readonly=true aria-label={w.frame.to_copy} value={props.text.clone()} />
        </Dialog>
    }
}
