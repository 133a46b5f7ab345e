//! Templates: what of a piece of markup never changes, as one string, read once and then walked.
//!
//! The signs, written by the crate `sorot-markup`: `\u{1}name\0` opens an element; behind it stand its
//! attributes, `\u{2}name\0value\0` each, `\u{3}name\0` for one that is a hole; then its children,
//! `\u{5}text\0` for a text, `\u{6}` for a hole; `\u{7}` closes the element.

use super::fill::{Hole, Holes};
use std::borrow::Cow;
use std::rc::Rc;
use std::sync::OnceLock;
use web_sys::Event;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VTag, VText};
use yew::{AttrValue, Callback, Html};

/// A template and, once it has been drawn, its nodes.
pub struct Template {
    source: &'static str,
    read: OnceLock<Vec<Node>>,
}

/// A node as the template has it.
enum Node {
    Text(&'static str),
    Hole,
    Element(Element),
}

/// An element as the template has it.
struct Element {
    name: &'static str,
    /// The names of its attributes.
    names: Vec<&'static str>,
    /// Their values, `None` where it is a hole.
    values: Vec<Option<&'static str>>,
    /// What each hole of the opening tag is, in order.
    holes: Vec<Place>,
    children: Vec<Node>,
}

/// What a hole of an opening tag is.
enum Place {
    /// The attribute of that place in the list.
    Attribute(usize),
    /// What is in a field.
    Value,
    /// Whether a checkbox is checked.
    Checked,
    /// Its key.
    Key,
    /// The reference to it.
    Ref,
    /// The handler of the event of this name.
    On(&'static str),
}

impl Template {
    /// Of this source.
    pub const fn new(source: &'static str) -> Template {
        Template { source, read: OnceLock::new() }
    }

    /// The nodes of a template without holes.
    #[inline(never)]
    pub fn whole(&'static self) -> Html {
        self.filled(Holes(Vec::new()))
    }

    /// The nodes, with their holes filled.
    #[inline(never)]
    pub fn filled(&'static self, holes: Holes) -> Html {
        let nodes = self.read.get_or_init(|| {
            let mut reader = Reader { rest: self.source };
            reader.nodes()
        });
        all(nodes, &mut holes.0.into_iter())
    }
}

/// Cuts the source into nodes.
struct Reader {
    rest: &'static str,
}

impl Reader {
    fn sign(&mut self) -> Option<u8> {
        let (sign, rest) = self.rest.split_at_checked(1)?;
        self.rest = rest;
        sign.bytes().next()
    }

    /// Up to the next `\0`.
    fn word(&mut self) -> &'static str {
        let (word, rest) = self.rest.split_once('\0').unwrap_or((self.rest, ""));
        self.rest = rest;
        word
    }

    /// Up to the end of the element that is open.
    fn nodes(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        loop {
            nodes.push(match self.sign() {
                Some(1) => Node::Element(self.element()),
                Some(5) => Node::Text(self.word()),
                Some(6) => Node::Hole,
                _ => return nodes,
            });
        }
    }

    fn element(&mut self) -> Element {
        let name = self.word();
        let is_field = matches!(name, "input" | "textarea");
        let mut element =
            Element { name, names: Vec::new(), values: Vec::new(), holes: Vec::new(), children: Vec::new() };
        loop {
            match self.rest.as_bytes().first() {
                Some(2) => {
                    self.sign();
                    element.names.push(self.word());
                    element.values.push(Some(self.word()));
                }
                Some(3) => {
                    self.sign();
                    let name = self.word();
                    element.holes.push(match name {
                        "key" => Place::Key,
                        "ref" => Place::Ref,
                        "value" if is_field => Place::Value,
                        "checked" if is_field => Place::Checked,
                        name => match name.strip_prefix("on") {
                            Some(event) => Place::On(event),
                            None => {
                                element.names.push(name);
                                element.values.push(None);
                                Place::Attribute(element.names.len() - 1)
                            }
                        },
                    });
                }
                _ => break,
            }
        }
        element.children = self.nodes();
        element
    }
}

type Fillings = std::vec::IntoIter<Hole>;

/// One node is itself, others are a list.
fn all(nodes: &'static [Node], holes: &mut Fillings) -> Html {
    if let [node] = nodes {
        return one(node, holes);
    }
    VList::with_children(nodes.iter().map(|node| one(node, holes)).collect(), None).into()
}

fn one(node: &'static Node, holes: &mut Fillings) -> Html {
    match node {
        Node::Text(text) => VText::new(AttrValue::Static(text)).into(),
        Node::Hole => holes.next().map_or_else(Html::default, Hole::into_html),
        Node::Element(element) => element.filled(holes),
    }
}

impl Element {
    fn filled(&'static self, holes: &mut Fillings) -> Html {
        let mut tag = VTag::new(AttrValue::Static(self.name));
        let mut values: Vec<Option<AttributeOrProperty>> =
            self.values.iter().map(|value| value.map(AttributeOrProperty::Static)).collect();
        let mut listeners: Vec<Option<Rc<dyn Listener>>> = Vec::new();
        for (place, hole) in self.holes.iter().zip(holes.by_ref()) {
            match (place, hole) {
                (Place::Attribute(at), hole) => {
                    let value = match hole {
                        Hole::Text(text) => Some(AttributeOrProperty::Attribute(text)),
                        Hole::Flag(true) => self.names.get(*at).map(|name| AttributeOrProperty::Static(name)),
                        _ => None,
                    };
                    if let Some(place) = values.get_mut(*at) {
                        *place = value;
                    }
                }
                (Place::Value, Hole::Text(text)) => tag.set_value(text),
                (Place::Checked, Hole::Flag(checked)) => tag.set_checked(checked),
                (Place::Key, key) => tag.key = key.into_key(),
                (Place::Ref, Hole::Ref(to)) => tag.node_ref = to,
                (Place::On(event), Hole::On(handler)) => {
                    listeners.push(Some(Rc::new(On { event, handler })));
                }
                _ => {}
            }
        }
        if !values.is_empty() {
            tag.attributes = Attributes::Dynamic { keys: &self.names, values: values.into() };
        }
        if !listeners.is_empty() {
            tag.set_listeners(listeners.into());
        }
        if !self.children.is_empty()
            && let Some(children) = tag.children_mut()
        {
            *children = all(&self.children, holes);
        }
        tag.into()
    }
}

/// A handler of an event.
struct On {
    event: &'static str,
    handler: Callback<Event>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        ListenerKind::other(Cow::Borrowed(self.event))
    }

    fn handle(&self, event: Event) {
        self.handler.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
