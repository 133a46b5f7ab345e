//! What a reader does with the explorer, told once and run for each engine and each way of opening.
//!
//! `cargo xtask test` builds the explorer and runs this with
//! * `SOROT_E2E_SERVED`, the address of the served build,
//! * `SOROT_E2E_FILE`, the path of the one-file build,
//! * `SOROT_E2E_AXE`, the path of axe-core's script,
//! * `SOROT_E2E_ENGINE`, `chromium` unless said otherwise.
//!
//! Arguments are parts of story names; without one, all run.

mod access;
mod dates;
mod evidence;
mod exploring;
mod fixing;
mod frame;
mod heard;
mod opening;
mod searching;
mod whole;

use sorot_e2e::{Browser, Engine, Fault, Result, Target};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// Browsers at the same time: as many as the smallest machine has cores.
const AT_ONCE: usize = 2;

/// A story: what the reader does, and what must then be so.
type Story = fn(&Browser, &Target) -> Result<()>;

/// Every story by name.
const STORIES: &[(&str, Story)] = &[
    ("the explorer appears", opening::appears),
    ("a narrow screen has no sideways scrolling", opening::fits_narrow),
    ("axe finds nothing", access::clean_states),
    ("an older browser does", opening::older),
    ("actors narrow the list, and back undoes it", exploring::actors_narrow),
    ("actors are excluded, and any of several asked for", exploring::excludes_and_any),
    ("two spellings are one actor", exploring::one_identity),
    ("a bar, a name and a field narrow the list by date", dates::bars_narrow),
    ("a drag over the dates is followed at once and told once", dates::drags),
    ("the dates are moved by keyboard alone", dates::by_keyboard),
    ("the dates in the texts are an axis of their own", dates::axes),
    ("articles without a date are a bucket of their own", dates::undated),
    ("periods often asked for are in a menu", dates::presets),
    ("the dates are drawn closer, and a link keeps that", dates::zooms),
    ("an article is read with its names marked", exploring::reads_with_marks),
    ("a line of the summary leads to its source", exploring::summary_leads_to_source),
    ("numbers of one thing stand side by side", evidence::numbers_side_by_side),
    ("who wasn't heard is told, by keyboard", evidence::reply_by_keyboard),
    ("lines are filtered by their source", evidence::sources_filter),
    ("two selections are compared", evidence::compares),
    ("the panel is taken along as Markdown", evidence::panel_as_markdown),
    ("a link restores the page", exploring::link_restores),
    ("nothing found says what to do", exploring::nothing_matches),
    ("an odd link says what was passed over", exploring::odd_links),
    ("without a store the page goes on", exploring::no_store),
    ("the language is kept", exploring::language_is_kept),
    ("on a narrow screen the panes take turns", exploring::narrow_takes_turns),
    ("the help sheet opens, keeps the focus and closes", frame::help_sheet),
    ("single keys act inside Sorot only, and can be turned off", frame::single_keys),
    ("columns are resized, and remembered", frame::columns_are_resized),
    ("columns are folded and unfolded", frame::columns_fold),
    ("mentions are walked by mouse and by key", frame::mentions_are_walked),
    ("highlights are turned off by kind", frame::highlights_are_turned_off),
    ("kinds are announced on demand", frame::kinds_are_announced_on_demand),
    ("the size of the text is kept", frame::text_size_is_kept),
    ("narrow pages reflow", frame::narrow_pages_reflow),
    ("links and citations are copied", frame::links_and_citations_are_copied),
    ("copying may be refused", frame::copying_may_be_refused),
    ("a copied passage carries its source", frame::passages_carry_their_source),
    ("the first visit is helped once", frame::first_visit),
    ("an article is opened again where it was read", frame::reading_position_is_kept),
    ("on paper there are the article and the summary", frame::paper),
    ("the system's own colours are taken", frame::systems_own_colours),
    ("words, phrases and exclusions narrow the list", searching::by_words),
    ("search and the list go by keyboard alone", searching::by_keys),
    ("a hit inside a name shows both", searching::hits_and_names),
    ("articles and actors are sorted", searching::sorted),
    ("views are kept under names", searching::views_are_kept),
    ("axe finds nothing in what opens either", whole::states_are_clean),
    ("cards keep the focus and give it back", whole::cards_keep_the_focus),
    ("who met whom in April is found, opened and cited by keyboard", whole::task_by_keyboard),
    ("what is heard is what was read and found good", heard::tree_is_heard),
    ("without JavaScript there is a list", opening::no_script),
    ("an actor's card tells its spellings and leads on", fixing::card_tells),
    ("two actors are merged, kept, listed and parted again", fixing::merges_and_undoes),
    ("an actor is hidden and brought back by keyboard alone", fixing::corrects_by_keyboard),
    ("an article's day is set, and its dates follow", fixing::dates_follow),
    ("a contact and a quote are corrected and undone", fixing::quotes_and_contacts),
    ("selected words become an actor", fixing::words_become_an_actor),
    ("a link carries corrections", fixing::link_carries),
    ("kept corrections that can't be read are set aside", fixing::unread_is_set_aside),
];

/// Stories about a server and the way to it.
const SERVED_STORIES: &[(&str, Story)] = &[
    ("what cannot be fetched is told", opening::missing),
    ("the one file opens from a server too", opening::file_served),
];

/// Stories about files that were harmed on the way; they need only the one file.
const FILE_STORIES: &[(&str, Story)] = &[
    ("a file cut short says so", opening::cut_short),
    ("a file with a changed byte says so", opening::changed),
    ("the served page opened as a file points to the one file", opening::wrong_file),
];

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(fault) => {
            println!("✗ {fault}");
            ExitCode::FAILURE
        }
    }
}

/// Runs every chosen story and gives back how many failed.
fn run() -> Result<usize> {
    let served = std::env::var("SOROT_E2E_SERVED").ok().map(Target::Served);
    let file = std::env::var_os("SOROT_E2E_FILE").map(|path| Target::File(PathBuf::from(path)));
    let engine = Engine::named(&std::env::var("SOROT_E2E_ENGINE").unwrap_or("chromium".into()))?;
    if served.is_none() && file.is_none() {
        println!("Nothing to open: `cargo xtask test` builds the explorer and runs the stories.");
        println!("0 passed, 0 failed");
        return Ok(0);
    }
    let chosen: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let wanted = |name: &str| chosen.is_empty() || chosen.iter().any(|part| name.contains(part));
    let mut waiting = Vec::new();
    for target in served.iter().chain(&file) {
        let more = match target {
            Target::Served(_) => SERVED_STORIES,
            Target::File(_) => FILE_STORIES,
        };
        let all = STORIES.iter().chain(more);
        waiting.extend(all.filter(|(name, _)| wanted(name)).map(|story| (target, story)));
    }
    // The first story is the last of the list that threads take from.
    waiting.reverse();
    let waiting = Mutex::new(waiting);
    let outcomes = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some((target, story)) = locked(&waiting).pop() {
                    let outcome = report(engine, target, story);
                    locked(&outcomes).push(outcome);
                }
            });
        }
    });
    let outcomes = locked(&outcomes);
    let passed = outcomes.iter().filter(|held| **held).count();
    let failed = outcomes.len() - passed;
    println!("{passed} passed, {failed} failed");
    Ok(failed)
}

/// What is behind a lock, whatever happened to its last holder.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Tells a story and says whether it held.
fn report(engine: Engine, target: &Target, (name, story): &(&str, Story)) -> bool {
    let begun = Instant::now();
    let told = tell(engine, target, name, *story);
    let verdict = if told.is_ok() { "ok" } else { "FAILED" };
    let time = begun.elapsed().as_secs_f32();
    println!("story {} · {} · {name} ... {verdict} ({time:.1} s)", engine.name(), target.name());
    if let Err(fault) = &told {
        println!("  {fault}");
    }
    told.is_ok()
}

/// A story in a browser of its own, so that none sees what another left. When it fails, a picture
/// of the page is kept.
fn tell(engine: Engine, target: &Target, name: &str, story: Story) -> Result<()> {
    let browser = Browser::start(engine)?;
    browser.resize(1280, 800)?;
    story(&browser, target).map_err(|fault| {
        let words = name.replace(' ', "-");
        let file = format!("sorot-{}-{words}.png", target.name());
        let place = std::env::temp_dir().join(file);
        match browser.screenshot(&place) {
            Ok(()) => Fault::from(format!("{fault} Picture: {}", place.display())),
            Err(_) => fault,
        }
    })
}

/// Opens the explorer and waits until it is there.
fn open(browser: &Browser, target: &Target, hash: &str) -> Result<()> {
    browser.open(&target.address(hash))?;
    browser.wait_ready()
}

/// The console must be empty at the end of a story that is not about failures.
fn quiet(browser: &Browser) -> Result<()> {
    let lines = browser.console()?;
    ensure(lines.is_empty(), &format!("the console is not empty: {}", lines.join(" | ")))
}

/// A claim; `otherwise` is the sentence when it does not hold.
fn ensure(holds: bool, otherwise: &str) -> Result<()> {
    if holds { Ok(()) } else { Err(otherwise.into()) }
}
