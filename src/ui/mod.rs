//! How the front end draws: Yew's components and hooks in a form that stays small.
//!
//! Write as with Yew, with one glob for the other:
//!
//! ```ignore
//! use crate::ui::*;
//!
//! #[derive(PartialEq)]
//! pub struct CountProps {
//!     pub from: u32,
//!     pub done: Callback<()>,
//! }
//!
//! /// A part: drawn anew when its properties differ, or one of its states.
//! #[part]
//! pub fn Count(props: &CountProps) -> Html {
//!     let more = use_state_eq(|| 0);
//!     let onclick = { let more = more.clone(); Callback::from(move |_: MouseEvent| more.set(*more + 1)) };
//!     html! { <button class={classes!("btn", (*more > 0).then_some("on"))} {onclick}>{ props.from + *more }</button> }
//! }
//! ```
//!
//! and draw it as `<Count key={id} from=… done={done} />`, all properties given. What differs from Yew: a
//! part needs no `Properties`; `html!` and `classes!` are this crate's own; a handler is a `Callback` (or an
//! `Option` of one); an attribute is text, a number, an `Option`, or a `bool` that sets or leaves it. What
//! has no state and isn't worth skipping is a plain function that returns [`Html`].
//!
//! Yew compiles a component with all of its machinery anew, and writes out how each node is made; together
//! that was half of the program. Here one component runs every part ([`part`]), and a template that is read
//! at its first drawing is walked to make the nodes ([`Template`]).

mod class;
mod fill;
mod part;
mod template;

pub(crate) use class::{Class, Name, classes};
pub use fill::{Holes, each, put};
pub use part::{Draw, Part, PartProps, keyed_part, part, provide};
pub use sorot_markup::{html, part};
pub use template::Template;
pub use web_sys::{Event, FocusEvent, InputEvent, KeyboardEvent, MouseEvent, PointerEvent, SubmitEvent};
pub use yew::functional::{
    UseStateHandle, UseStateSetter, hook, use_callback, use_context, use_effect, use_effect_with,
    use_force_update, use_memo, use_mut_ref, use_node_ref, use_reducer_eq, use_state, use_state_eq,
};
pub use yew::{AttrValue, Callback, Html, NodeRef, Reducible, TargetCast};
