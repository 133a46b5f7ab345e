//! Yew's markup, compiled to a fraction of the code.
//!
//! Yew's own `html!` writes out how each node is made, and each of its components is compiled anew with
//! all of their machinery: three quarters of the program. Here [`html!`] writes what never changes into
//! one string, the template, and in code only fills its holes in their order; [`part`](macro@part) makes
//! a function with hooks a drawing of its properties that one single component runs. Both expand to paths
//! of the front end's `crate::ui`, where the other half lives.

mod html;
mod part;

use proc_macro::TokenStream;

/// Markup as Yew writes it, as a `Html`.
///
/// Known: tags with `name="text"`, `name={value}`, `{name}`, `name=true`, the special `key`, `ref`,
/// `on…`, on fields `value` and `checked`; `{ value }`, `{ for values }`, `if … { } else { }`, `<> </>`;
/// parts by their names with their properties, with what stands between their tags as `children`.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    html::expand(input).unwrap_or_else(failure)
}

/// Makes `fn Name(props: &NameProps) -> Html`, in which hooks may be used, a part: `<Name … />` in `html!`.
/// It is drawn anew when its properties differ from those before or one of its states changes.
#[proc_macro_attribute]
pub fn part(_: TokenStream, input: TokenStream) -> TokenStream {
    part::expand(input).unwrap_or_else(failure)
}

/// What can't be expanded, said where it stands.
pub(crate) struct Fault {
    said: String,
    at: proc_macro::Span,
}

impl Fault {
    pub(crate) fn new(said: impl Into<String>, at: proc_macro::Span) -> Fault {
        Fault { said: said.into(), at }
    }
}

fn failure(fault: Fault) -> TokenStream {
    let said = proc_macro::Literal::string(&fault.said);
    let told: TokenStream = format!("::core::compile_error!({said})").parse().unwrap_or_default();
    told.into_iter()
        .map(|mut token| {
            token.set_span(fault.at);
            token
        })
        .collect()
}
