//! What just happened, said once: a line at the foot of the page that a screen reader hears.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long the line stands, in milliseconds.
const STANDS: u32 = 4000;

/// A line to say; the number makes two equal ones two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said(pub u32, pub AttrValue);

#[derive(Properties, PartialEq)]
pub struct ToastProps {
    pub said: Option<Said>,
}

/// The line. Its place is always there: a live region that comes with its text isn't heard.
#[component]
pub fn Toast(props: &ToastProps) -> Html {
    let over = use_state_eq(|| None);
    {
        let over = over.clone();
        use_effect_with(props.said.clone(), move |said| {
            let said = said.clone();
            let timer = said.is_some().then(|| Timeout::new(STANDS, move || over.set(said)));
            move || drop(timer)
        });
    }
    let now = props.said.as_ref().filter(|_| *over != props.said);
    html! {
        <div class="toast-place" role="status">
            if let Some(Said(number, text)) = now { <p class="toast" key={*number}>{ text }</p> }
        </div>
    }
}
