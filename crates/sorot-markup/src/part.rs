//! `#[part]`: a function with hooks becomes the drawing of its properties.

use crate::Fault;
use proc_macro::{Delimiter, Span, TokenStream, TokenTree};

pub(crate) fn expand(input: TokenStream) -> Result<TokenStream, Fault> {
    let mut tokens = input.into_iter().peekable();
    let mut before = TokenStream::new();
    // Its comments and attributes, and who sees it.
    loop {
        match tokens.next() {
            Some(TokenTree::Ident(word)) if word.to_string() == "fn" => break,
            Some(token) => before.extend([token]),
            None => return Err(Fault::new("#[part] wants a function", Span::call_site())),
        }
    }
    let name = tokens.next().ok_or_else(|| Fault::new("a name is missing", Span::call_site()))?;
    let at = name.span();
    let arguments = match tokens.next() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => group,
        _ => return Err(Fault::new("#[part] wants `fn Name(props: &NameProps) -> Html`", at)),
    };
    let props: TokenStream = arguments
        .stream()
        .into_iter()
        .skip_while(|token| !matches!(token, TokenTree::Punct(sign) if sign.as_char() == '&'))
        .skip(1)
        .collect();
    if props.is_empty() {
        return Err(Fault::new("a part takes a reference to its properties", at));
    }
    let rest: TokenStream = tokens.collect();
    let code = |text: &str| text.parse::<TokenStream>().unwrap_or_default();
    let mut out = before;
    out.extend(code("type"));
    out.extend([name]);
    out.extend(code("="));
    out.extend(props.clone());
    out.extend(code("; impl crate::ui::Draw for"));
    out.extend(props);
    let mut inner = code("#[::yew::functional::hook] fn use_part");
    inner.extend([TokenTree::Group(arguments)]);
    inner.extend(rest);
    inner.extend(code("::yew::functional::Hook::run(use_part(self), context)"));
    let mut body = code("fn draw(&self, context: &mut ::yew::functional::HookContext) -> ::yew::Html");
    body.extend([TokenTree::Group(proc_macro::Group::new(Delimiter::Brace, inner))]);
    out.extend([TokenTree::Group(proc_macro::Group::new(Delimiter::Brace, body))]);
    Ok(out)
}
