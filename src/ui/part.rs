//! Parts: one component of Yew that runs the drawing of any properties.

use super::fill::{Fill, Holes};
use std::any::Any;
use std::rc::Rc;
use yew::context::{ContextProvider, ContextProviderProps};
use yew::functional::{Hook, HookContext};
use yew::virtual_dom::{Key, VChild, VList};
use yew::{Html, Properties};

/// Properties that know how they are drawn; [`part`](macro@super::part) writes it.
pub trait Draw: PartialEq + 'static {
    /// The drawing; hooks keep what they keep in `context`.
    fn draw(&self, context: &mut HookContext) -> Html;
}

/// [`Draw`] of any type.
trait AnyDraw {
    fn draw(&self, context: &mut HookContext) -> Html;
    fn is(&self, other: &dyn AnyDraw) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<T: Draw> AnyDraw for T {
    fn draw(&self, context: &mut HookContext) -> Html {
        Draw::draw(self, context)
    }

    fn is(&self, other: &dyn AnyDraw) -> bool {
        other.as_any().downcast_ref::<T>().is_some_and(|other| other == self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// What [`Part`] draws.
#[derive(Clone, Properties)]
pub struct PartProps {
    drawing: Rc<dyn AnyDraw>,
}

impl PartProps {
    /// Of these properties.
    pub fn new(drawing: impl Draw) -> PartProps {
        PartProps { drawing: Rc::new(drawing) }
    }
}

impl PartialEq for PartProps {
    fn eq(&self, other: &PartProps) -> bool {
        self.drawing.is(&*other.drawing)
    }
}

/// The component that is every part.
#[yew::component]
pub fn Part(props: &PartProps) -> Html {
    use_drawing(props.drawing.clone())
}

fn use_drawing(drawing: Rc<dyn AnyDraw>) -> impl Hook<Output = Html> {
    Drawing(drawing)
}

struct Drawing(Rc<dyn AnyDraw>);

impl Hook for Drawing {
    type Output = Html;

    fn run(self, context: &mut HookContext) -> Html {
        self.0.draw(context)
    }
}

/// The node of a part.
pub fn part<T: Draw>(props: T) -> Html {
    mounted(Rc::new(props), T::draw as fn(&T, &mut HookContext) -> Html as usize, None)
}

/// The node of a part that keeps its state among its neighbours by `key`.
pub fn keyed_part<T: Draw>(key: impl Fill, props: T) -> Html {
    mounted(Rc::new(props), T::draw as fn(&T, &mut HookContext) -> Html as usize, Holes::key(key))
}

/// Inside a list of one, under a key that is its kind's: to Yew all parts are one component, and one that
/// takes another's place must not be handed its states. Where a kind's code lies is a number of its own;
/// kinds whose code is the same to the byte have the same states. Its own key stands there, too: a list's is looked at
/// among neighbours with keys only.
#[inline(never)]
fn mounted(drawing: Rc<dyn AnyDraw>, kind: usize, key: Option<Key>) -> Html {
    let own = key.as_ref().map_or_else(|| Key::from(kind), |key| Key::from(format!("{kind} {key}")));
    let child = VChild::<Part>::new(PartProps { drawing }, Some(own));
    VList::with_children(vec![child.into()], key).into()
}

/// Children to which `context` is told, by `use_context`.
pub fn provide<T: Clone + PartialEq + 'static>(context: T, children: Html) -> Html {
    VChild::<ContextProvider<T>>::new(ContextProviderProps { context, children }, None).into()
}
