//! The page: its state, and its columns.

use crate::articles::Articles;
use crate::cards::{Card, Opening, Spot, Subject};
use crate::dom;
use crate::facets::Facets;
use crate::fix::list::CorrectionList;
use crate::fix::{Fix, use_desk};
use crate::frame::Leaf;
use crate::frame::about::About;
use crate::frame::by_hand::CopyByHand;
use crate::frame::clipboard;
use crate::frame::columns::{self, Edges};
use crate::frame::hand::Hand;
use crate::frame::help::Help;
use crate::frame::share::Share;
use crate::frame::toast::{Line, Toast, use_said};
use crate::frame::welcome::Welcome;
use crate::header::Header;
use crate::host::Host;
use crate::icons;
use crate::messages::words;
use crate::notes::{Jot, NoteList, use_notes};
use crate::notices::Notices;
use crate::own::{Own, OwnArticles, use_shown};
use crate::painted::use_painted;
use crate::panel::Panel;
use crate::panel::told::chip;
use crate::reader::Reader;
use crate::reader::copied::{self, Copied};
use crate::reader::walk::{self, Ground, Move, Step, Walk, Walking};
use crate::settings::{Look, Settings, Wanted};
use crate::state::{Action, Asking, Opened, Pane};
use crate::texts::use_texts;
use crate::timeline::Timeline;
use crate::ui::*;
use crate::warm::use_warm;
use sorot_core::query::Query;
use sorot_core::view::{Page, spots};
use std::rc::Rc;

/// What is mounted.
#[derive(Clone, PartialEq)]
pub struct AppProps {
    /// The bundle, or the sentence that says why it can't be opened.
    pub opened: Result<Opened, AttrValue>,
    /// What is around it.
    pub host: Host,
    /// What the page around it wants.
    pub wanted: Wanted,
    /// What takes the reader's own articles, where it is there.
    pub own: Option<Own>,
}

/// The explorer.
#[part]
pub fn App(props: &AppProps) -> Html {
    let (wanted, is_page) = (props.wanted, props.host.is_page());
    let settings = use_state_eq(|| Settings::load(!is_page).with(wanted));
    {
        let settings = settings.clone();
        use_effect_with(wanted, move |wanted| settings.set(settings.with(*wanted)));
    }
    // A page of its own follows, before anything is drawn: its language for a screen reader, its colours.
    use_memo((settings.lang, settings.theme, is_page), |(lang, theme, is_page)| {
        if *is_page {
            dom::mark("lang", lang.tag());
            dom::mark("data-theme", theme.code());
        }
    });
    let painted = use_painted();
    use_effect_with(painted && props.host.is_document(), |is_whole| {
        if *is_whole {
            dom::mark_time("data-whole");
        }
    });
    let set = {
        let setter = settings.setter();
        use_callback((), move |next: Settings, ()| setter.set(next.saved()))
    };
    let shown = use_shown(&props.own, &props.opened);
    let asked = use_state_eq(|| 0u32);
    let add = {
        let (asked, now) = (asked.setter(), use_mut_ref(|| 0u32));
        use_callback((), move |(), ()| {
            *now.borrow_mut() += 1;
            asked.set(*now.borrow());
        })
    };
    match &props.opened {
        Ok(_) if shown.waits => html! {
            <main class="sorot failed"><p role="status">{ words(settings.lang).own.opening }</p></main>
        },
        Ok(base) => {
            let opened = shown.opened.unwrap_or_else(|| base.clone());
            let own = props.own.clone().filter(|_| !wanted.read_only);
            html! {
                <>
                    // Another bundle is another explorer; the same with more texts is not.
                    <Explorer
                        key={opened.pages().corpus().identity() as usize} opened={opened.clone()} settings={*settings} {set}
                        read_only={wanted.read_only} add={own.as_ref().map(|_| add)}
                    />
                    if let Some(own) = own.filter(|_| painted) {
                        <OwnArticles
                            {own} base={base.clone()} {opened} settings={*settings} asked={*asked} elsewhere={shown.elsewhere}
                            begin={shown.begin} show={shown.show}
                        />
                    }
                </>
            }
        }
        Err(message) => {
            let w = words(settings.lang);
            html! {
                <div class="sorot failed" role="alert">
                    <h1>{ "Sorot" }</h1><p>{ w.pack_failed }</p><p lang="en">{ message }</p>
                </div>
            }
        }
    }
}

#[derive(PartialEq)]
struct ExplorerProps {
    opened: Opened,
    settings: Settings,
    set: Callback<Settings>,
    /// Whether the reader may not correct.
    read_only: bool,
    /// Opens the dialog in which articles are added, where they can be.
    add: Option<Callback<()>>,
}

#[part]
fn Explorer(props: &ExplorerProps) -> Html {
    let settings = props.settings;
    let lang = settings.lang;
    let w = words(lang);
    let root = use_node_ref();
    let asked = use_state_eq(|| props.opened.host().read());
    // What the reader last asked for: the next step builds on it even before the URL has answered.
    let latest = use_mut_ref(|| asked.0.clone());
    let pane = use_state_eq(|| if asked.0.article().is_some() { Pane::Read } else { Pane::Articles });
    let drawer = use_state_eq(|| false);
    let sheet = use_state_eq(|| None::<Sheet>);
    let (said, say) = use_said();
    let card = use_state_eq(|| None::<Opening>);
    let came = use_texts(&props.opened);
    let desk = use_desk(&props.opened, came, lang, &say);
    use_warm(&props.opened);
    let jotter = use_notes(&props.opened, lang, &say);
    let opened = &desk.opened;
    let host = opened.host();
    // The style sheet hides what corrects; whatever reaches here all the same does nothing.
    let fix = match props.read_only {
        true => Callback::noop(),
        false => desk.fix.clone(),
    };

    {
        let (asked, latest, host) = (asked.clone(), latest.clone(), props.opened.host().clone());
        use_effect_with((), move |()| {
            let listener = host.listen(move |query, problems| {
                *latest.borrow_mut() = query.clone();
                asked.set((query, problems));
            });
            move || drop(listener)
        });
    }
    {
        let root = root.clone();
        use_effect_with(settings.widths, move |widths| columns::apply_widths(&root, *widths));
    }
    let act = {
        let (asked, pane) = (asked.clone(), pane.clone());
        use_callback(props.opened.host().clone(), move |action: Action, host| {
            let next = action.apply(&latest.borrow());
            if let Some(leads_to) = action.leads_to() {
                pane.set(leads_to);
            }
            latest.replace(next.clone());
            match action.is_passing() {
                true => host.settle(&next),
                false => host.go(&next),
            }
            asked.set((next, Vec::new()));
        })
    };
    let query = use_memo((opened.clone(), asked.0.clone()), |(opened, query)| opened.pages().settled(query));
    let answered =
        use_memo((opened.clone(), query.question()), |(opened, question)| opened.answered(question));
    let page = use_memo((opened.clone(), query.clone(), lang), |(opened, query, lang)| {
        opened.page_of(&answered, query, *lang)
    });
    let reader = use_memo(
        (opened.clone(), page.reader.clone(), jotter.book.notes().clone()),
        |(opened, reader, notes)| reader.as_ref().map(|reader| opened.pages().noted(reader, notes)),
    );
    {
        let jot = if props.read_only { Callback::noop() } else { jotter.jot.clone() };
        use_effect_with(page.reader.as_ref().map(|reader| reader.id.clone()), move |id| {
            if let Some(id) = id {
                jot.emit(Jot::Read(id.clone()));
            }
        });
    }
    use_effect_with((query.clone(), page.selected, opened.clone()), |(query, selected, opened)| {
        opened.host().tell(query, *selected, opened.pages());
    });
    let undo = match &said {
        Some(said) if said.is(w.notes.removed) => jotter.undo.clone(),
        _ => fix.reform(|()| Fix::Undo),
    };
    let open_card = {
        let card = card.setter();
        use_callback((), move |opening: Opening, ()| card.set(Some(opening)))
    };
    let close_card = {
        let card = card.setter();
        use_callback((), move |(), ()| card.set(None))
    };
    let corrections = {
        let sheet = sheet.setter();
        use_callback((), move |(), ()| sheet.set(Some(Sheet::Corrections)))
    };
    let open_notes = {
        let sheet = sheet.setter();
        use_callback((), move |(), ()| sheet.set(Some(Sheet::Notes)))
    };
    // Callbacks that reach the open article stay the same: it isn't drawn anew for another's setting.
    let set_look = {
        let now = use_mut_ref(|| settings);
        *now.borrow_mut() = settings;
        use_callback(props.set.clone(), move |look: Look, set| set.emit(now.borrow().with_look(look)))
    };
    let (walking, step, follow) = use_walk(&page, &asked.0, settings.look.all_lines, &root);
    let copy = {
        let sheet = sheet.setter();
        use_callback(say.clone(), move |copied: Copied, say| {
            let (say, sheet) = (say.clone(), sheet.clone());
            yew::platform::spawn_local(async move {
                match clipboard::copy(&copied.text).await {
                    true => say.emit(Line::plain(copied.done)),
                    false => sheet.set(Some(Sheet::Copy(copied.text.into()))),
                }
            });
        })
    };
    // Likewise the head isn't drawn anew at every key.
    let copy_link = {
        let now = use_mut_ref(|| (Query::default(), Vec::new(), lang));
        *now.borrow_mut() = (asked.0.clone(), desk.book.history().corrections().to_vec(), lang);
        let host = host.clone();
        use_callback(copy.clone(), move |(), copy: &Callback<Copied>| {
            let (query, corrections, lang) = &*now.borrow();
            copy.emit(copied::address(&host, query, corrections, *lang));
        })
    };
    let dismiss = {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set((asked.0.clone(), Vec::new())))
    };
    let toggle_filters = {
        let setter = drawer.setter();
        use_callback(*drawer, move |_: MouseEvent, open| setter.set(!open))
    };
    let show = {
        let sheet = sheet.setter();
        use_callback((), move |leaf: Leaf, ()| sheet.set(Some(Sheet::Leaf(leaf))))
    };
    let close_sheet = {
        let sheet = sheet.setter();
        use_callback((), move |(), ()| sheet.set(None))
    };
    let skip = use_callback(root.clone(), |_: MouseEvent, root| focus_article(root));
    let onkeydown = {
        let hand = Hand {
            root: root.clone(),
            host: host.clone(),
            settings,
            set: props.set.clone(),
            pane: pane.setter(),
            drawer: drawer.clone(),
            reader: page.reader.clone(),
            step: step.clone(),
            copy: copy.clone(),
            help: show.reform(|()| Leaf::Help),
            copy_link: copy_link.clone(),
            fix: fix.clone(),
        };
        Callback::from(move |event: KeyboardEvent| hand.strike(&event))
    };
    let first = match page.reader {
        Some(_) => None,
        None => opened.cards(&page.list, 0..1, lang).into_iter().next().map(|card| card.id),
    };
    html! {
        // Focusable, so that keys act after a click anywhere inside.
        <div
            class="sorot" ref={root.clone()} tabindex="-1" {onkeydown} lang={lang.tag()} data-theme={settings.theme.code()}
            data-text={settings.text.step().to_string()} data-folded={settings.folded_codes()}
            data-pane={pane.code()} data-drawer={drawer.to_string()} data-read-only={props.read_only.then_some("true")}
        >
            { provide(Asking { query: asked.0.clone(), act: act.clone() }, html! {
                <Header
                    bundle={page.bundle.clone()} {settings} set={props.set.clone()} skip={skip.clone()}
                    {toggle_filters} filters_open={*drawer} filters={page.chips.len()} {copy_link} show={show.clone()}
                    corrections={desk.book.history().corrections().len()} open_corrections={corrections} add={props.add.clone()}
                    notes={jotter.book.notes().len()} {open_notes}
                />
            }) }
            <Notices problems={asked.1.clone()} kept={settings.kept} waits={desk.waits} {lang} {dismiss} />
            <Welcome {settings} set={props.set.clone()} />
            <Timeline dates={page.dates.clone()} {lang} act={act.clone()} />
            <div class="columns" role={if host.is_document() { "main" } else { "group" }}>
                <nav id="sorot-actors" class="column actors" part="actors" tabindex="-1" aria-label={w.actors}>
                    <Facets groups={page.facets.clone()} values={page.values.clone()} mode={page.mode} {lang} act={act.clone()} open={open_card.clone()} />
                </nav>
                <section class="column list" part="list" tabindex="-1" aria-label={w.articles}>
                    <Articles
                        opened={opened.clone()} list={page.list.clone()} open={query.article().map(AttrValue::from)} chips={page.chips.clone()} counts={[page.selected, page.bundle.articles, page.unchecked]}
                        {lang} act={act.clone()} jotter={jotter.clone()}
                    />
                </section>
                <section class="column read" part="article" tabindex="-1" aria-label={w.read}>
                    <Reader
                        reader={(*reader).clone()} awaited={page.awaited.clone()} missing={page.missing_article.clone()} {first} {lang}
                        host={host.clone()} look={settings.look} {set_look} {walking} {step} {follow} copy={copy.clone()} act={act.clone()} open={open_card.clone()}
                        marks={page.reader.as_ref().map(|reader| jotter.book.marks(&reader.id)).unwrap_or_default()} jot={jotter.jot.clone()}
                    />
                </section>
                <section class="column summary" part="summary" tabindex="-1" aria-label={w.summary}>
                    <Panel
                        opened={opened.clone()} scope={page.scope.clone()} query={(*query).clone()} {lang} act={act.clone()}
                        open={open_card.clone()} copy={copy.clone()}
                    />
                </section>
                <Edges {settings} set={props.set.clone()} root={root.clone()} />
            </div>
            <nav class="bar" aria-label={w.panes}>
                { for Pane::ALL.map(|p| bar_button(p, &pane, lang, page.chips.len())) }
            </nav>
            <p class="printed">{ for page.chips.iter().map(|on| html! { <>{ chip(on, lang) }{ " · " }</> }) }{ host.link(&asked.0) }</p>
            <Toast {said} undo={undo} undo_word={w.fix.undo} />
            // In a place of its own: among the root's children its coming and going would move them all.
            <div class="sheets">
                if let Some(opening) = &*card {
                    <Card
                        opening={opening.clone()} opened={opened.clone()} query={(*query).clone()} act={act.clone()}
                        fix={fix.clone()} open={open_card.clone()} onclose={close_card} jotter={jotter.clone()} {lang}
                    />
                }
                { for sheet.as_ref().map(|sheet| match sheet {
                    Sheet::Corrections => html! {
                        <CorrectionList
                            source={props.opened.clone()} book={desk.book.clone()} refusals={desk.refusals.clone()} kept={desk.kept}
                            fix={fix.clone()} act={act.clone()} onclose={close_sheet} {lang}
                        />
                    },
                    Sheet::Notes => {
                        let edit = open_card.reform(|number| Opening { subject: Subject::Note(number), spot: Spot::default() });
                        html! { <NoteList opened={opened.clone()} jotter={jotter.clone()} act={act.clone()} {edit} onclose={close_sheet} {lang} /> }
                    }
                    Sheet::Leaf(Leaf::Help) => html! { <Help {settings} set={props.set.clone()} onclose={close_sheet} /> },
                    Sheet::Leaf(Leaf::About) => html! { <About {lang} onclose={close_sheet} /> },
                    Sheet::Leaf(Leaf::Share) => {
                        let link = host.link_with(&asked.0, desk.book.history().corrections());
                        let link = link.unwrap_or_else(|| host.link(&asked.0));
                        html! { <Share {link} copy={copy.clone()} {lang} onclose={close_sheet} /> }
                    }
                    Sheet::Copy(text) => html! { <CopyByHand text={text.clone()} {lang} onclose={close_sheet} /> },
                }) }
            </div>
        </div>
    }
}

/// The walk along the mentions of the open article: what is drawn of it, the way to step on, and the
/// way to another actor.
#[hook]
fn use_walk(
    page: &Page,
    query: &Query,
    all_lines: bool,
    root: &NodeRef,
) -> (Walking, Callback<Step>, Callback<AttrValue>) {
    let walk = use_reducer_eq(Walk::default);
    let asked: Rc<[String]> = query.actors().map(String::from).collect();
    let ground =
        use_memo((page.reader.clone(), walk.actor(&asked), all_lines), |(reader, actor, all_lines)| {
            match reader {
                Some(reader) => Ground {
                    article: reader.id.clone(),
                    spots: spots(reader, actor.as_deref(), *all_lines).into(),
                },
                None => Ground::default(),
            }
        });
    let walking = Walking::new(&walk, (*ground).clone(), &asked);
    let now = use_mut_ref(|| (Ground::default(), asked.clone()));
    *now.borrow_mut() = ((*ground).clone(), asked);
    let step = {
        let (dispatcher, root, now) = (walk.dispatcher(), root.clone(), now.clone());
        use_callback((), move |step: Step, ()| {
            let ground = now.borrow().0.clone();
            let from = walk::first_in_view(&root, &ground.spots);
            dispatcher.dispatch(Move::Step { step, ground, from });
        })
    };
    let follow = {
        let dispatcher = walk.dispatcher();
        use_callback((), move |actor: AttrValue, ()| {
            let asked = now.borrow().1.clone();
            dispatcher.dispatch(Move::Actor(actor, asked));
        })
    };
    (walking, step, follow)
}

fn bar_button(
    pane: Pane,
    current: &UseStateHandle<Pane>,
    lang: sorot_core::view::Lang,
    filters: usize,
) -> Html {
    let w = words(lang);
    let (name, icon) = match pane {
        Pane::Articles => (w.articles, icons::list()),
        Pane::Read => (w.read, icons::page()),
        Pane::Summary => (w.summary, icons::summary()),
        Pane::Filters => (w.filters, icons::funnel()),
    };
    let on = **current == pane;
    let current = current.clone();
    html! {
        <button
            key={pane.code()} type="button" class={classes!(on.then_some("on"))} aria-current={on.then_some("true")}
            onclick={Callback::from(move |_: MouseEvent| current.set(pane))}
        >
            { icon }<span>{ name }</span>
            if pane == Pane::Filters && filters > 0 { <span class="badge">{ filters }</span> }
        </button>
    }
}

fn focus_article(root: &NodeRef) {
    if let Some(title) = dom::find(root, ".read .title, .read h2") {
        let _ = title.focus();
    }
}

/// What stands over the page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Sheet {
    /// The list of corrections.
    Corrections,
    /// The list of notes and bookmarks.
    Notes,
    /// One of those that the menu opens.
    Leaf(Leaf),
    /// A text that the browser didn't let the program copy.
    Copy(AttrValue),
}
