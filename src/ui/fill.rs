//! What fills the holes of a template.

use super::class::Class;
use wasm_bindgen::JsCast;
use web_sys::Event;
use yew::html::ImplicitClone;
use yew::virtual_dom::{Key, VList};
use yew::{AttrValue, Callback, Html, NodeRef};

/// The filling of one hole; which kinds fit is up to the place.
pub enum Hole {
    /// No attribute, no child.
    Nothing,
    /// An attribute's value, a key or a text.
    Text(AttrValue),
    /// An attribute that is there or isn't, a checkbox that is checked or isn't.
    Flag(bool),
    /// Children.
    Html(Html),
    /// A handler.
    On(Callback<Event>),
    /// Where the element is put once it is there.
    Ref(NodeRef),
}

/// The fillings, in the order of the template.
pub struct Holes(pub(super) Vec<Hole>);

impl Holes {
    /// Room for so many.
    #[inline(never)]
    pub fn new(many: usize) -> Holes {
        Holes(Vec::with_capacity(many))
    }

    #[inline(never)]
    fn push(&mut self, hole: Hole) {
        self.0.push(hole);
    }

    /// A key of anything that is text.
    pub(super) fn key(key: impl Fill) -> Option<Key> {
        let mut holes = Holes::new(1);
        key.fill(&mut holes);
        holes.0.pop().and_then(Hole::into_key)
    }
}

impl Hole {
    pub(super) fn into_key(self) -> Option<Key> {
        match self {
            Hole::Text(text) => Some(Key::from(text.as_str())),
            _ => None,
        }
    }
}

/// What may stand in a hole.
pub trait Fill {
    /// Fills the next hole.
    fn fill(self, holes: &mut Holes);
}

/// Fills the next hole with a value.
pub fn put(holes: &mut Holes, value: impl Fill) {
    value.fill(holes);
}

/// Fills the next hole with a list.
pub fn each<T: Into<Html>>(holes: &mut Holes, nodes: impl IntoIterator<Item = T>) {
    let mut list = List(Vec::new());
    for node in nodes {
        list.push(node.into());
    }
    list.end(holes);
}

struct List(Vec<Html>);

impl List {
    #[inline(never)]
    fn push(&mut self, node: Html) {
        self.0.push(node);
    }

    #[inline(never)]
    fn end(self, holes: &mut Holes) {
        holes.push(Hole::Html(VList::with_children(self.0, None).into()));
    }
}

impl Fill for &str {
    #[inline(never)]
    fn fill(self, holes: &mut Holes) {
        holes.push(Hole::Text(AttrValue::Rc(self.into())));
    }
}

impl Fill for String {
    #[inline(never)]
    fn fill(self, holes: &mut Holes) {
        self.as_str().fill(holes);
    }
}

impl Fill for &String {
    fn fill(self, holes: &mut Holes) {
        self.as_str().fill(holes);
    }
}

impl Fill for &&str {
    fn fill(self, holes: &mut Holes) {
        (*self).fill(holes);
    }
}

impl Fill for AttrValue {
    #[inline(never)]
    fn fill(self, holes: &mut Holes) {
        holes.push(Hole::Text(self));
    }
}

impl Fill for &AttrValue {
    fn fill(self, holes: &mut Holes) {
        self.implicit_clone().fill(holes);
    }
}

impl Fill for Class {
    fn fill(self, holes: &mut Holes) {
        (!self.0.is_empty()).then_some(self.0).fill(holes);
    }
}

impl Fill for u64 {
    #[inline(never)]
    fn fill(self, holes: &mut Holes) {
        self.to_string().fill(holes);
    }
}

impl Fill for u32 {
    fn fill(self, holes: &mut Holes) {
        u64::from(self).fill(holes);
    }
}

impl Fill for usize {
    fn fill(self, holes: &mut Holes) {
        (self as u64).fill(holes);
    }
}

impl Fill for bool {
    fn fill(self, holes: &mut Holes) {
        holes.push(Hole::Flag(self));
    }
}

impl Fill for Html {
    #[inline(never)]
    fn fill(self, holes: &mut Holes) {
        holes.push(Hole::Html(self));
    }
}

impl Fill for NodeRef {
    #[inline(never)]
    fn fill(self, holes: &mut Holes) {
        holes.push(Hole::Ref(self));
    }
}

impl Fill for &NodeRef {
    fn fill(self, holes: &mut Holes) {
        self.clone().fill(holes);
    }
}

impl<E: JsCast + 'static> Fill for Callback<E> {
    #[inline(never)]
    fn fill(self, holes: &mut Holes) {
        holes.push(Hole::On(Callback::from(move |event: Event| self.emit(event.unchecked_into()))));
    }
}

impl<T: Fill> Fill for Option<T> {
    fn fill(self, holes: &mut Holes) {
        match self {
            Some(value) => value.fill(holes),
            None => holes.push(Hole::Nothing),
        }
    }
}

impl<T: Fill> Fill for Vec<T> {
    fn fill(self, holes: &mut Holes) {
        let mut nodes = Holes::new(self.len());
        for value in self {
            value.fill(&mut nodes);
        }
        let nodes = nodes.0.into_iter().map(Hole::into_html).collect();
        List(nodes).end(holes);
    }
}

impl Hole {
    /// As a child.
    #[inline(never)]
    pub(super) fn into_html(self) -> Html {
        match self {
            Hole::Html(html) => html,
            Hole::Text(text) => yew::virtual_dom::VText::new(text).into(),
            _ => Html::default(),
        }
    }
}
