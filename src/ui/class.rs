//! The `class` attribute.

/// Names of classes, put together.
#[derive(Clone, Default)]
pub struct Class(pub(super) String);

impl Class {
    /// Adds a name.
    #[inline(never)]
    pub fn add(&mut self, name: &str) {
        if !self.0.is_empty() && !name.is_empty() {
            self.0.push(' ');
        }
        self.0.push_str(name);
    }
}

/// What may be added.
pub trait Name {
    /// Adds it.
    fn add_to(self, class: &mut Class);
}

impl Name for &str {
    fn add_to(self, class: &mut Class) {
        class.add(self);
    }
}

impl Name for String {
    fn add_to(self, class: &mut Class) {
        class.add(&self);
    }
}

impl Name for Class {
    fn add_to(self, class: &mut Class) {
        class.add(&self.0);
    }
}

impl<T: Name> Name for Option<T> {
    fn add_to(self, class: &mut Class) {
        if let Some(name) = self {
            name.add_to(class);
        }
    }
}

/// The classes that are given: texts, [`Class`]es and `Option`s of them.
macro_rules! classes {
    ($($name:expr),* $(,)?) => {{
        let mut class = $crate::ui::Class::default();
        $($crate::ui::Name::add_to($name, &mut class);)*
        class
    }};
}
pub(crate) use classes;
