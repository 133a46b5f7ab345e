//! The reader's own articles: handed over, read in the background, told, added to what is open, kept, and taken along
//! as one file.
//!
//! The program shows packs; reading, the store and the file are the work of `web/own.js`, which is asked by [`Own`].

mod call;
mod carry;
mod draw;
mod drop;
mod report;

pub use call::Own;
pub use carry::take_left;

use crate::frame::dialog::Dialog;
use crate::frame::toast::{Line, Toast, use_said};
use crate::host::Host;
use crate::messages::words;
use crate::settings::Settings;
use crate::state::Opened;
use crate::store;
use crate::texts::Act;
use crate::ui::*;
use call::Fault;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use js_sys::{Array, Uint8Array};
use report::Report;
use sorot_core::corpus::pack;
use sorot_core::correct::file;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The bundle that is shown, if it isn't the page's own, and the ways to change that.
pub struct Shown {
    /// The page's bundle with own articles, or these alone.
    pub opened: Option<Opened>,
    /// Whether some are kept here and not there yet.
    pub waits: bool,
    /// Whether another tab changed what is kept.
    pub elsewhere: bool,
    /// Asks for what is kept; once.
    pub begin: Callback<()>,
    /// Shows a pack as it was handed over; what the reader did with the bundle that is given goes along.
    pub show: Callback<(JsValue, Option<Opened>)>,
}

/// Where it stands that articles are kept: without it nobody waits for the store.
fn flag(base: &Opened) -> String {
    format!("sorot.own.{}", file::bundle(base.pages().corpus()))
}

/// What is shown in place of the page's bundle `base`.
#[hook]
pub fn use_shown(own: &Option<Own>, base: &Result<Opened, AttrValue>) -> Shown {
    let base = base.as_ref().ok().cloned();
    let opened = use_state_eq(|| None::<Opened>);
    let elsewhere = use_state_eq(|| false);
    let flagged = base.as_ref().is_some_and(|base| own.is_some() && store::get(&flag(base)).is_some());
    let waits = use_state_eq(|| flagged);
    let begun = use_mut_ref(|| false);
    let show = {
        let (opened, waits) = (opened.setter(), waits.setter());
        use_callback(base.clone(), move |(handed, from): (JsValue, Option<Opened>), base| {
            let Some(base) = base else { return };
            // One in a list is joined to the page's.
            let more = Array::is_array(&handed);
            let bytes = if more { Array::from(&handed).get(0) } else { handed };
            if let Ok(corpus) = pack::open(Uint8Array::new(&bytes).to_vec()) {
                store::set(&flag(base), "");
                let opened = opened.clone();
                let make = move |base: &Opened| -> Act {
                    let shown = match more {
                        true => base.joined(&corpus),
                        false => Opened::new(corpus.clone(), base.host().clone()),
                    };
                    if let Some(from) = &from {
                        carry::carry(from.pages().corpus(), shown.pages().corpus());
                    }
                    let opened = opened.clone();
                    Box::new(move || opened.set(Some(shown)))
                };
                // What only texts tell to be the same is seen once they are here.
                base.when_here(true, Rc::new(make));
            }
            waits.set(false);
        })
    };
    let begin = {
        let (waits, elsewhere) = (waits.setter(), elsewhere.setter());
        use_callback((own.clone(), base.clone(), show.clone()), move |(), (own, base, show)| {
            let (Some(own), Some(base), false) = (own, base, begun.replace(true)) else { return };
            let (waits, elsewhere, show) = (waits.clone(), elsewhere.clone(), show.clone());
            let corpus = base.pages().corpus();
            let changed = Closure::<dyn Fn()>::new(move || elsewhere.set(true)).into_js_value();
            let documents = corpus.documents();
            let (articles, is_split) = (documents.len() as u32, documents.is_split());
            let identity = file::bundle(corpus).into();
            let values = [identity, corpus.title().into(), articles.into(), is_split.into(), changed];
            own.ask("kept", &values, move |answer| match answer {
                Ok(pack) if !pack.is_undefined() => show.emit((pack, None)),
                _ => waits.set(false),
            });
        })
    };
    {
        let begin = begin.clone();
        use_effect_with((), move |()| {
            if flagged {
                begin.emit(());
            }
        });
    }
    Shown { opened: (*opened).clone(), waits: *waits, elsewhere: *elsewhere, begin, show }
}

/// How far adding is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Files are to be chosen.
    Choosing,
    /// So many of so many files are read.
    Reading(u32, u32),
    /// They are read.
    Told(Rc<Report>),
    /// A pack is made of them.
    Making,
    /// It went wrong.
    Failed(Fault),
}

impl Phase {
    fn is_busy(&self) -> bool {
        matches!(self, Phase::Reading(..) | Phase::Making)
    }
}

/// What is kept on the device: articles, bytes, why nothing is; and whether it can be taken along.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Facts {
    pub articles: u32,
    pub bytes: f64,
    /// A sentence, empty where all is.
    pub refused: String,
    /// Likewise why what is open can't be one file.
    pub too_large: String,
}

#[derive(PartialEq)]
pub struct OwnArticlesProps {
    pub own: Own,
    /// The page's bundle.
    pub base: Opened,
    /// What is shown.
    pub opened: Opened,
    pub settings: Settings,
    /// How often the reader asked for the dialog.
    pub asked: u32,
    pub elsewhere: bool,
    pub begin: Callback<()>,
    pub show: Callback<(JsValue, Option<Opened>)>,
}

/// The dialog, and what is seen of the work while it is closed.
#[part]
pub fn OwnArticles(props: &OwnArticlesProps) -> Html {
    let settings = props.settings;
    let w = words(settings.lang);
    let open = use_state_eq(|| false);
    let phase = use_state_eq(|| Phase::Choosing);
    let facts = use_state_eq(Facts::default);
    let sure = use_state_eq(|| false);
    let saved = use_state_eq(|| false);
    let (said, say) = use_said();
    let busy = use_mut_ref(|| false);
    *busy.borrow_mut() = phase.is_busy();

    let look = {
        let (own, facts) = (props.own.clone(), facts.setter());
        use_callback((), move |(), ()| {
            let facts = facts.clone();
            own.ask("facts", &[], move |answer| {
                if let Ok(told) = answer {
                    facts.set(draw::facts(&Array::from(&told)));
                }
            });
        })
    };
    {
        let (open, begin, look) = (open.setter(), props.begin.clone(), look.clone());
        use_effect_with(props.asked, move |asked| {
            if *asked > 0 {
                open.set(true);
                begin.emit(());
                look.emit(());
            }
        });
    }
    let read = {
        let (open, phase, saved) = (open.setter(), phase.setter(), saved.setter());
        let (own, base, begin) = (props.own.clone(), props.base.clone(), props.begin.clone());
        let (busy, look) = (busy.clone(), look.clone());
        use_callback((), move |source: JsValue, ()| {
            open.set(true);
            if busy.replace(true) {
                return;
            }
            saved.set(false);
            begin.emit(());
            phase.set(Phase::Reading(0, 0));
            let heard = phase.clone();
            let progress =
                Closure::<dyn Fn(u32, u32)>::new(move |done, all| heard.set(Phase::Reading(done, all)));
            let (phase, look) = (phase.clone(), look.clone());
            let title = JsValue::from_str(base.pages().corpus().title());
            let values = [source, title, progress.as_ref().clone()];
            own.ask("read", &values, move |answer| {
                drop(progress);
                phase.set(draw::told(answer));
                look.emit(());
            });
        })
    };
    let over = drop::use_drop(&read);
    let again = {
        let (own, phase) = (props.own.clone(), phase.setter());
        Callback::from(move |(file, encoding): (String, String)| {
            let phase = phase.clone();
            own.ask("again", &[file.into(), encoding.into()], move |answer| phase.set(draw::told(answer)));
        })
    };
    let put_away = {
        let (own, phase) = (props.own.clone(), phase.setter());
        Callback::from(move |_: MouseEvent| {
            phase.set(Phase::Choosing);
            own.ask("drop", &[], |_| ());
        })
    };
    let close = {
        let open = open.setter();
        use_callback((), move |(), ()| open.set(false))
    };
    let take = {
        let (own, base, opened, show) =
            (props.own.clone(), props.base.clone(), props.opened.clone(), props.show.clone());
        let (open, phase, phase_now, look, say) =
            (open.clone(), phase.setter(), phase.clone(), look.clone(), say.clone());
        Callback::from(move |with_open: bool| {
            let count = match &*phase_now {
                Phase::Told(report) => report.counts.iter().take(2).sum(),
                _ => 0,
            };
            phase.set(Phase::Making);
            let title = if with_open { base.pages().corpus().title() } else { w.own.title };
            let values = [with_open.into(), title.into()];
            let (opened, show, open) = (opened.clone(), show.clone(), open.clone());
            let (phase, look, say) = (phase.clone(), look.clone(), say.clone());
            own.ask("open", &values, move |answer| {
                match answer {
                    Ok(pack) => {
                        show.emit((pack, Some(opened)));
                        phase.set(Phase::Choosing);
                        open.set(false);
                        say.emit(Line::plain(w.added(count)));
                        // The page is drawn anew: what had the focus is gone.
                        Timeout::new(0, focus_button).forget();
                    }
                    Err(fault) => phase.set(draw::told(Err(fault))),
                }
                look.emit(());
            });
        })
    };
    let save = {
        let (own, opened, saved, phase) =
            (props.own.clone(), props.opened.clone(), saved.setter(), phase.setter());
        Callback::from(move |_: MouseEvent| {
            let values = saving(&opened);
            let (saved, phase) = (saved.clone(), phase.clone());
            own.ask("save", &values, move |answer| match answer {
                Ok(_) => saved.set(true),
                Err(fault) => phase.set(Phase::Failed(fault)),
            });
        })
    };
    let remove = {
        let (own, sure) = (props.own.clone(), sure.clone());
        Callback::from(move |_: MouseEvent| {
            if !*sure {
                return sure.set(true);
            }
            own.ask("forget", &[], |_| ());
        })
    };
    let reopen = {
        let open = open.setter();
        Callback::from(move |_: MouseEvent| open.set(true))
    };
    let desk = draw::Desk {
        lang: settings.lang,
        read,
        again,
        put_away,
        take,
        save,
        remove,
        sure: *sure,
        saved: *saved,
    };
    html! {
        <div class="sorot own" lang={settings.lang.tag()} data-theme={settings.theme.code()}>
            if over { <div class="own-over" aria-hidden="true">{ w.own.drop_here }</div> }
            { draw::strip(&desk, &phase, *open, props.elsewhere, reopen) }
            <Toast {said} undo={Callback::noop()} undo_word="" />
            if *open {
                <Dialog title={w.own.add} close={w.close} onclose={close}>{ draw::sheet(&desk, &phase, &facts) }</Dialog>
            }
        </div>
    }
}

fn focus_button() {
    let button = document().query_selector(".own-button").ok().flatten();
    if let Some(button) = button.and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok()) {
        crate::dom::focus_in_place(&button);
    }
}

/// What a saved file is made of: its name, title, list, and what the reader did.
fn saving(opened: &Opened) -> [JsValue; 4] {
    let corpus = opened.pages().corpus();
    let host: &Host = opened.host();
    let titles = Array::new();
    for document in corpus.documents().iter() {
        titles.push(&document.title().unwrap_or(&document.article.file).into());
    }
    let title = if corpus.title().is_empty() { "Sorot" } else { corpus.title() };
    let left = carry::left(corpus, host.read().0.to_string());
    ["sorot-dossier.html".into(), title.into(), titles.into(), left.into()]
}
