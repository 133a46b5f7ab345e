//! What a reader does with the explorer, told once and run for each engine and each way of opening.
//!
//! `cargo xtask test` builds the explorer and says in the environment what to open (see [`run`]). Arguments are
//! parts of story names; without one, all run.

mod access;
mod added;
mod apart;
mod dates;
mod embeds;
mod evidence;
mod exploring;
mod fixing;
mod frame;
mod heard;
mod hostile;
mod keeping;
mod notes;
mod offline;
mod opening;
mod own;
mod panel;
mod run;
mod searching;
mod sharing;
mod told;
mod waits;
mod whole;

use sorot_e2e::{Browser, Result, Target};
use std::process::ExitCode;

/// A story: what the reader does, and what must then be so.
type Story = fn(&Browser, &Target) -> Result<()>;

/// The first engine hears these, the others when all is asked for.
const STORIES: &[(&str, Story)] = &[
    ("a narrow screen has no sideways scrolling", opening::fits_narrow),
    ("an older browser does", opening::older),
    ("actors are excluded, and any of several asked for", exploring::excludes_and_any),
    ("two spellings are one actor", exploring::one_identity),
    ("the dates in the texts are an axis of their own", dates::axes),
    ("articles without a date are a bucket of their own", dates::undated),
    ("periods often asked for are in a menu", dates::presets),
    ("the dates are drawn closer, and a link keeps that", dates::zooms),
    ("numbers of one thing stand side by side", evidence::numbers_side_by_side),
    ("who wasn't heard is told, by keyboard", evidence::reply_by_keyboard),
    ("lines are filtered by their source", evidence::sources_filter),
    ("two selections are compared", evidence::compares),
    ("the panel is taken along as Markdown", evidence::panel_as_markdown),
    ("nothing found says what to do", exploring::nothing_matches),
    ("without a store the page goes on", exploring::no_store),
    ("on a narrow screen the panes take turns", exploring::narrow_takes_turns),
    ("single keys act inside Sorot only, and can be turned off", frame::single_keys),
    ("kinds are announced on demand", frame::kinds_are_announced_on_demand),
    ("the size of the text is kept", frame::text_size_is_kept),
    ("the first visit is helped once", frame::first_visit),
    ("on paper there are the article and the summary", frame::paper),
    ("the system's own colours are taken", frame::systems_own_colours),
    ("a hit inside a name shows both", searching::hits_and_names),
    ("articles and actors are sorted", searching::sorted),
    ("the timeline is told, saved and leads to its source", told::timeline),
    ("quotes are told by speaker", told::quotes),
    ("contacts are told as a matrix and a list", told::contacts),
    ("relations are drawn, and opened by mouse and by key", told::relations),
    ("what is told fits a small phone", told::told_on_a_phone),
    ("the selection is exported with its filters", own::exports),
    ("own articles are opened instead, and removed", own::opens_instead),
    ("a file is read again in another encoding", own::encodings),
    ("a line of many places tells them all, by mouse and by key", own::places_unfold),
    ("two tabs correct one bundle", own::two_tabs),
    ("notes go along in exports", notes::exported),
    ("a deleted note is brought back, and notes are loaded", notes::come_back),
    ("two windows correct one bundle in the same moment", own::at_once),
    ("without JavaScript there is a list", opening::no_script),
    ("an actor's card tells its spellings and leads on", fixing::card_tells),
    ("an actor is hidden and brought back by keyboard alone", fixing::corrects_by_keyboard),
    ("an article's day is set, and its dates follow", fixing::dates_follow),
    ("selected words become an actor", fixing::words_become_an_actor),
    ("kept corrections that can't be read are set aside", fixing::unread_is_set_aside),
    ("lines of the panel are pinned, hidden and kept", panel::lines_are_kept),
    ("the panel is worked by keyboard", panel::worked_by_keyboard),
    ("a section is copied with its citations", panel::copied_with_citations),
    ("highlights are turned off by kind", frame::highlights_are_turned_off),
    ("an odd link says what was passed over", exploring::odd_links),
    ("the view is shared, and embedded", sharing::shares),
    ("the explorer says what it may do", sharing::about),
    ("views are kept under names", searching::views_are_kept),
    ("a link carries corrections", fixing::link_carries),
    ("words, phrases and exclusions narrow the list", searching::by_words),
];

/// Stories that every engine hears, because they touch what engines do differently.
const EVERYWHERE: &[(&str, Story)] = &[
    ("the explorer appears", opening::appears),
    ("actors narrow the list, and back undoes it", exploring::actors_narrow),
    ("a bar, a name and a field narrow the list by date", dates::bars_narrow),
    ("a drag over the dates is followed at once and told once", dates::drags),
    ("the dates are moved by keyboard alone", dates::by_keyboard),
    ("an article is read with its names marked", exploring::reads_with_marks),
    ("a line of the summary leads to its source", exploring::summary_leads_to_source),
    ("a link restores the page", exploring::link_restores),
    ("the language is kept", exploring::language_is_kept),
    ("the help sheet opens, keeps the focus and closes", frame::help_sheet),
    ("columns are resized, and remembered", frame::columns_are_resized),
    ("columns are folded and unfolded", frame::columns_fold),
    ("mentions are walked by mouse and by key", frame::mentions_are_walked),
    ("narrow pages reflow", frame::narrow_pages_reflow),
    ("links and citations are copied", frame::links_and_citations_are_copied),
    ("copying may be refused", frame::copying_may_be_refused),
    ("a copied passage carries its source", frame::passages_carry_their_source),
    ("an article is opened again where it was read", frame::reading_position_is_kept),
    ("search and the list go by keyboard alone", searching::by_keys),
    ("cards keep the focus and give it back", whole::cards_keep_the_focus),
    ("who met whom in April is found, opened and cited by keyboard", whole::task_by_keyboard),
    ("two actors are merged, kept, listed and parted again", fixing::merges_and_undoes),
    ("a contact and a quote are corrected and undone", fixing::quotes_and_contacts),
    ("a selected passage gets a note, kept and found", notes::by_mouse),
    ("notes, bookmarks and what was read by keyboard alone", notes::by_keyboard),
    ("two hundred mixed files are added, told and kept", own::adds),
    ("everything is saved as one file, which opens and takes more", own::dossier),
    ("what can't be seen is shown, and copied as written", hostile::signs),
    ("two hundred files are handed on as one, to another profile", own::handed_on),
];

/// Stories about what comes in and what is kept: the first engine hears them of both builds, the others of the served one.
const KEEPING: &[(&str, Story)] = &[
    ("hostile files are read as natively", hostile::files),
    ("hostile articles are opened as text", hostile::opened),
    ("reading is given up and begun again", hostile::given_up),
    ("a text is pasted", hostile::pasted),
    ("folders are chosen and dropped", hostile::folders),
    ("without a worker a little is read", hostile::without_worker),
    ("a full store is told, and nothing is lost", keeping::full),
    ("a closed store is told, and articles are shown", keeping::denied),
    ("another program's store is left as it is", keeping::foreign),
    ("what an older build kept is read again", keeping::older),
    ("two windows add articles in the same moment", keeping::two_windows),
    ("one button removes all that is kept", keeping::removed),
    ("notes are taken over by a bundle built anew", keeping::taken_over),
    ("what was read stays read after a reload at once", keeping::read_at_once),
    ("a real quota is told, and nothing is lost", keeping::quota),
    ("a pack made here is the native one, declared actors and all", own::as_natively),
];

/// Long stories about what is drawn, which is the same however the page came: told of the one file only, unless all
/// is asked for.
const DRAWN: &[(&str, Story)] = &[
    ("axe finds nothing in what opens either", whole::states_are_clean),
    ("axe finds nothing", access::clean_states),
    ("what is heard is what was read and found good", heard::tree_is_heard),
];

/// Stories about a server and the way to it.
const SERVED_STORIES: &[(&str, Story)] = &[
    ("what cannot be fetched is told", opening::missing),
    ("the one file opens from a server too", opening::file_served),
    ("what was opened once opens unplugged", offline::opens_unplugged),
    ("another build waits until the reader wants it", offline::new_build_waits),
    ("an element is closed to scripts", embeds::closed),
    ("a bundle in parts brings its list first, and each text once", apart::comes_in_parts),
    ("a phrase is checked as texts come", apart::phrases_are_checked),
    ("a part that is missing or changed is told", apart::harmed),
    ("texts that were read are there unplugged", apart::unplugged),
    ("articles added to a large bundle are joined to it", added::to_many),
    ("articles added to a bundle in parts are joined to it", added::to_parts),
    ("corrections wait for their texts", waits::corrections),
    ("an export waits for its texts", waits::exports),
    ("many texts wait until the reader allows them", waits::consent),
    ("an element shows a bundle in parts", waits::in_an_element),
    ("an element forgets what waited for the bundle before", waits::another_in_an_element),
    ("an element shows what is missing of a bundle in parts", waits::missing_in_an_element),
];

/// Stories about the explorer as an element of somebody else's page.
const ELEMENT_STORIES: &[(&str, Story)] = &[
    ("two elements live in a hostile page", embeds::two_live_apart),
    ("an element is worked by keyboard", embeds::by_keyboard),
    ("an element does what the page asks and tells it", embeds::methods_and_events),
    ("elements of one bundle follow each other's corrections", embeds::follow_each_other),
    ("only the element that may writes the page's address", embeds::own_key_only),
    ("a thousand changes leave nothing behind", embeds::leaves_nothing),
    ("axe finds nothing in the embeds", embeds::clean),
];

/// Stories about the explorer in a sandboxed iframe.
const FRAME_STORIES: &[(&str, Story)] = &[
    ("in a sandbox everything is in memory, and said", embeds::sandboxed),
    ("the frame and its page talk", embeds::messages),
    ("hostile messages change nothing", hostile::messages),
];

/// Stories about files that were harmed on the way; they need only the one file.
const FILE_STORIES: &[(&str, Story)] = &[
    ("a file cut short says so", opening::cut_short),
    ("a file with a changed byte says so", opening::changed),
    ("the served page opened as a file points to the one file", opening::wrong_file),
];

fn main() -> ExitCode {
    run::all()
}

/// Opens the explorer and waits until it is there.
fn open(browser: &Browser, target: &Target, hash: &str) -> Result<()> {
    browser.open(&target.address(hash))?;
    browser.wait_ready()
}

/// The console must be empty at the end of a story that is not about failures, and the page may have asked for
/// nothing but its own parts.
fn quiet(browser: &Browser) -> Result<()> {
    let lines = browser.console()?;
    ensure(lines.is_empty(), &format!("the console is not empty: {}", lines.join(" | ")))?;
    let strangers = browser.strangers()?;
    ensure(strangers.is_empty(), &format!("the page asked for {}", strangers.join(", ")))
}

/// A claim; `otherwise` is the sentence when it does not hold.
fn ensure(holds: bool, otherwise: &str) -> Result<()> {
    if holds { Ok(()) } else { Err(otherwise.into()) }
}
