//! What just happened, said once: a line at the foot of the page that a screen reader hears.

use crate::ui::*;
use gloo::timers::callback::Timeout;

/// How long the line stands, in milliseconds.
const STANDS: u32 = 4000;

/// A line to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub text: AttrValue,
    /// Whether what it tells can be undone.
    pub undo: bool,
}

impl Line {
    /// A line that only tells.
    pub fn plain(text: impl Into<AttrValue>) -> Line {
        Line { text: text.into(), undo: false }
    }
}

/// A line that was said; the number makes two equal ones two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said(u32, Line);

impl Said {
    /// Whether it is this line.
    pub fn is(&self, text: &str) -> bool {
        self.1.text == *text
    }
}

/// The line that was said last, and the way to say another.
#[hook]
pub fn use_said() -> (Option<Said>, Callback<Line>) {
    let said = use_state_eq(|| None::<Said>);
    let count = use_mut_ref(|| 0u32);
    let setter = said.setter();
    let say = use_callback((), move |line: Line, ()| {
        *count.borrow_mut() += 1;
        setter.set(Some(Said(*count.borrow(), line)));
    });
    ((*said).clone(), say)
}

#[derive(PartialEq)]
pub struct ToastProps {
    pub said: Option<Said>,
    /// Undoes what the line tells, and the word for it.
    pub undo: Callback<()>,
    pub undo_word: AttrValue,
}

/// The line. Its place is always there: a live region that comes with its text isn't heard.
#[part]
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
    let undo = {
        let over = over.clone();
        let (said, undo) = (props.said.clone(), props.undo.clone());
        Callback::from(move |_: MouseEvent| {
            over.set(said.clone());
            undo.emit(());
        })
    };
    html! {
        <div class="toast-place" role="status">
            if let Some(Said(number, line)) = now {
                <p class="toast" key={*number}>
                    { &line.text }
                    if line.undo {
                        { " " }<button type="button" class="link" onclick={undo}>{ &props.undo_word }</button>
                    }
                </p>
            }
        </div>
    }
}
