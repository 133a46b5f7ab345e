//! `html!`: what never changes goes into the template, what does fills its holes.

use crate::Fault;
use proc_macro::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use std::iter::Peekable;

type Tokens = Peekable<proc_macro::token_stream::IntoIter>;

pub(crate) fn expand(input: TokenStream) -> Result<TokenStream, Fault> {
    let mut tokens = input.into_iter().peekable();
    let mut block = Block::default();
    block.nodes(&mut tokens, None)?;
    Ok(block.built())
}

/// A piece of markup: its template and the code that fills the holes.
#[derive(Default)]
struct Block {
    /// The signs are told in the front end's `ui/template.rs`.
    template: String,
    fills: TokenStream,
    holes: usize,
}

impl Block {
    /// The expression that builds it.
    fn built(self) -> TokenStream {
        let template = Literal::string(&self.template);
        let mut out =
            code(&format!("static TEMPLATE: crate::ui::Template = crate::ui::Template::new({template});"));
        if self.holes > 0 {
            out.extend(code(&format!("let mut __holes = crate::ui::Holes::new({});", self.holes)));
            out.extend(self.fills);
            out.extend(code("TEMPLATE.filled(__holes)"));
        } else {
            out.extend(code("TEMPLATE.whole()"));
        }
        braced(out)
    }

    /// A hole that `value` fills by the named function.
    fn hole(&mut self, by: &str, value: TokenStream) {
        self.holes += 1;
        self.fills.extend(code(&format!("crate::ui::{by}")));
        let mut arguments = code("&mut __holes,");
        arguments.extend(value);
        self.fills.extend([TokenTree::Group(Group::new(Delimiter::Parenthesis, arguments))]);
        self.fills.extend(code(";"));
    }

    fn child(&mut self, by: &str, value: TokenStream) {
        self.template.push('\u{6}');
        self.hole(by, value);
    }

    fn text(&mut self, text: &str) {
        self.template.push_str(&format!("\u{5}{text}\0"));
    }

    /// Nodes up to the end of the tag that is open, or of the input.
    fn nodes(&mut self, tokens: &mut Tokens, open: Option<Span>) -> Result<(), Fault> {
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(sign) if sign.as_char() == '<' => match tokens.next() {
                    Some(TokenTree::Punct(next)) if next.as_char() == '/' => {
                        if open.is_none() {
                            return Err(Fault::new("nothing is open that this closes", next.span()));
                        }
                        while !is_sign(tokens.next().as_ref(), '>') {
                            if tokens.peek().is_none() {
                                return Err(Fault::new("`>` is missing", sign.span()));
                            }
                        }
                        return Ok(());
                    }
                    Some(TokenTree::Punct(next)) if next.as_char() == '>' => {
                        self.nodes(tokens, Some(sign.span()))?;
                    }
                    Some(TokenTree::Ident(name)) => self.element(name, tokens)?,
                    _ => return Err(Fault::new("a tag's name is missing", sign.span())),
                },
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => self.value(&group),
                TokenTree::Ident(word) if word.to_string() == "if" => {
                    let choice = choice(word, tokens)?;
                    self.child("put", choice);
                }
                TokenTree::Literal(literal) => match plain(&literal.to_string()) {
                    Some(text) => self.text(&text),
                    None => self.child("put", TokenTree::Literal(literal).into()),
                },
                other => return Err(Fault::new("a tag, a value in braces or `if` is wanted", other.span())),
            }
        }
        match open {
            Some(at) => Err(Fault::new("this tag isn't closed", at)),
            None => Ok(()),
        }
    }

    /// `{ value }` or `{ for values }`.
    fn value(&mut self, group: &Group) {
        let mut inner = group.stream().into_iter();
        let first = inner.next();
        if matches!(&first, Some(TokenTree::Ident(word)) if word.to_string() == "for") {
            self.child("each", inner.collect());
            return;
        }
        match literal(group) {
            Some(text) => self.text(&text),
            None => self.child("put", group.stream()),
        }
    }

    fn element(&mut self, name: Ident, tokens: &mut Tokens) -> Result<(), Fault> {
        let at = name.span();
        let text = name.to_string();
        if text.starts_with(char::is_uppercase) || is_sign(tokens.peek(), ':') {
            let part = part(name, tokens)?;
            self.child("put", part);
            return Ok(());
        }
        self.template.push_str(&format!("\u{1}{text}\0"));
        loop {
            match attribute(tokens, at)? {
                Attribute::End { closed } => {
                    if !closed {
                        self.nodes(tokens, Some(at))?;
                    }
                    self.template.push('\u{7}');
                    return Ok(());
                }
                Attribute::Fixed(name, value) => {
                    self.template.push_str(&format!("\u{2}{name}\0{value}\0"));
                }
                Attribute::Value(name, value) => {
                    self.template.push_str(&format!("\u{3}{name}\0"));
                    self.hole("put", value);
                }
            }
        }
    }
}

enum Attribute {
    Fixed(String, String),
    Value(String, TokenStream),
    /// The end of the opening tag; `closed` where it is the whole element.
    End {
        closed: bool,
    },
}

fn attribute(tokens: &mut Tokens, at: Span) -> Result<Attribute, Fault> {
    let first = tokens.next().ok_or_else(|| Fault::new("this tag isn't closed", at))?;
    match first {
        TokenTree::Punct(sign) if sign.as_char() == '>' => Ok(Attribute::End { closed: false }),
        TokenTree::Punct(sign) if sign.as_char() == '/' => match is_sign(tokens.next().as_ref(), '>') {
            true => Ok(Attribute::End { closed: true }),
            false => Err(Fault::new("`/>` is wanted", sign.span())),
        },
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            Ok(Attribute::Value(group.stream().to_string(), group.stream()))
        }
        TokenTree::Ident(word) => {
            let span = word.span();
            let mut name = word.to_string();
            while is_sign(tokens.peek(), '-') {
                tokens.next();
                let Some(next) = tokens.next() else { break };
                name.push('-');
                name.push_str(&next.to_string());
            }
            if !is_sign(tokens.next().as_ref(), '=') {
                return Err(Fault::new(format!("`{name}` has no value"), span));
            }
            match tokens.next() {
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    Ok(Attribute::Value(name, group.stream()))
                }
                Some(TokenTree::Literal(value)) => match plain(&value.to_string()) {
                    Some(text) => Ok(Attribute::Fixed(name, text)),
                    None => Ok(Attribute::Value(name, TokenTree::Literal(value).into())),
                },
                Some(TokenTree::Ident(value)) if value.to_string() == "true" => {
                    Ok(Attribute::Fixed(name.clone(), name))
                }
                _ => Err(Fault::new(format!("`{name}` wants \"text\", {{value}} or true"), span)),
            }
        }
        other => Err(Fault::new("an attribute or the end of the tag is wanted", other.span())),
    }
}

/// A part with its properties.
fn part(name: Ident, tokens: &mut Tokens) -> Result<TokenStream, Fault> {
    let at = name.span();
    let mut path: TokenStream = TokenTree::Ident(name).into();
    while is_sign(tokens.peek(), ':') {
        // Two signs and a name.
        path.extend(tokens.by_ref().take(3));
    }
    let mut fields = TokenStream::new();
    let mut key = None;
    loop {
        let (name, value) = match attribute(tokens, at)? {
            Attribute::Fixed(name, text) => (name, TokenTree::Literal(Literal::string(&text)).into()),
            Attribute::Value(name, value) => (name, value),
            Attribute::End { closed } => {
                if !closed {
                    let mut children = Block::default();
                    children.nodes(tokens, Some(at))?;
                    fields.extend(code("children:"));
                    fields.extend(children.built());
                }
                break;
            }
        };
        if name == "key" {
            key = Some(value);
            continue;
        }
        fields.extend(code(&format!("{name}: ::yew::html::IntoPropValue::into_prop_value")));
        fields.extend([TokenTree::Group(Group::new(Delimiter::Parenthesis, value))]);
        fields.extend(code(","));
    }
    path.extend([TokenTree::Group(Group::new(Delimiter::Brace, fields))]);
    let mut out = match key {
        Some(key) => {
            let mut out = code("crate::ui::keyed_part");
            let mut arguments = key;
            arguments.extend(code(","));
            arguments.extend(path);
            out.extend([TokenTree::Group(Group::new(Delimiter::Parenthesis, arguments))]);
            return Ok(out);
        }
        None => code("crate::ui::part"),
    };
    out.extend([TokenTree::Group(Group::new(Delimiter::Parenthesis, path))]);
    Ok(out)
}

/// `if` with its condition, its markup and what stands else, as an expression.
fn choice(word: Ident, tokens: &mut Tokens) -> Result<TokenStream, Fault> {
    let at = word.span();
    let mut out: TokenStream = TokenTree::Ident(word).into();
    let body = loop {
        match tokens.next() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => break group,
            Some(token) => out.extend([token]),
            None => return Err(Fault::new("`if` has no markup in braces", at)),
        }
    };
    out.extend(braced(expand(body.stream())?));
    let otherwise = match tokens.peek() {
        Some(TokenTree::Ident(word)) if word.to_string() == "else" => {
            tokens.next();
            match tokens.next() {
                Some(TokenTree::Ident(word)) if word.to_string() == "if" => choice(word, tokens)?,
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    expand(group.stream())?
                }
                _ => return Err(Fault::new("`else` has no markup in braces", at)),
            }
        }
        _ => code("::yew::Html::default()"),
    };
    out.extend(code("else"));
    out.extend(braced(otherwise));
    Ok(out)
}

fn is_sign(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(own)) if own.as_char() == sign)
}

/// The text of a group that is one literal of it.
fn literal(group: &Group) -> Option<String> {
    let mut inner = group.stream().into_iter();
    match (inner.next(), inner.next()) {
        (Some(TokenTree::Literal(literal)), None) => plain(&literal.to_string()),
        _ => None,
    }
}

/// The text of a string literal without escapes.
fn plain(literal: &str) -> Option<String> {
    let text = literal.strip_prefix('"')?.strip_suffix('"')?;
    (!text.contains('\\')).then(|| text.to_owned())
}

fn braced(inner: TokenStream) -> TokenStream {
    TokenTree::Group(Group::new(Delimiter::Brace, inner)).into()
}

fn code(text: &str) -> TokenStream {
    text.parse().unwrap_or_default()
}
