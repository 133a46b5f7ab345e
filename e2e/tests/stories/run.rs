//! Tells the stories to the engines and says how they went.
//!
//! The environment holds
//! * `SOROT_E2E_SERVED`, the address of the served build,
//! * `SOROT_E2E_FILE`, the path of the one-file build,
//! * `SOROT_E2E_RECORDED_SERVED` and `SOROT_E2E_RECORDED_FILE`, the same with a recorder of the console at their
//!   head, for engines whose driver doesn't tell it,
//! * `SOROT_E2E_INTRANET`, the address of somebody else's page that embeds it, observed,
//! * `SOROT_E2E_APART` and `SOROT_E2E_HARMED`, the addresses of the served build with a bundle in parts, whole and
//!   harmed, `SOROT_E2E_LARGE`, that with a large one, `SOROT_E2E_THRIFTY`, one that fetches little unasked, and the same with `RECORDED_` before their names,
//! * `SOROT_E2E_AXE`, the path of axe-core's script,
//! * `SOROT_E2E_ENGINES`, their names with commas between; the first hears all stories, the others those that
//!   depend on the engine,
//! * `SOROT_E2E_ALL`, set if the others hear all as well, and of both builds what is drawn alike.

use crate::{
    DRAWN, ELEMENT_STORIES, EVERYWHERE, FILE_STORIES, FRAME_STORIES, KEEPING, SERVED_STORIES, STORIES, Story,
    hostile,
};
use sorot_e2e::{Browser, Engine, Fault, Result, Target};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// Browsers at the same time: as many as the smallest machine has cores.
const AT_ONCE: usize = 2;

/// A story to be told to an engine, about one way of opening.
struct Job<'a> {
    engine: Engine,
    target: &'a Target,
    name: &'static str,
    story: Story,
}

/// How a story went.
enum Verdict {
    Passed,
    /// With what went wrong.
    Failed(String),
    /// The engine, or its driver, lacks this.
    Lacking(String),
}

/// A told story.
struct Told {
    engine: Engine,
    target: &'static str,
    name: &'static str,
    verdict: Verdict,
    seconds: f32,
}

/// Tells every chosen story.
pub fn all() -> ExitCode {
    match tell_all() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(fault) => {
            println!("✗ {fault}");
            ExitCode::FAILURE
        }
    }
}

/// Whether none failed.
fn tell_all() -> Result<bool> {
    let names = std::env::var("SOROT_E2E_ENGINES").unwrap_or("chromium".into());
    let engines = names.split(',').map(Engine::named).collect::<Result<Vec<_>>>()?;
    let targets: Vec<(Engine, Vec<Target>)> =
        engines.iter().map(|&engine| (engine, targets(engine))).collect();
    if targets.iter().all(|(_, ways)| ways.is_empty()) {
        println!("Nothing to open: `cargo xtask test` builds the explorer and runs the stories.");
        println!("0 passed, 0 failed");
        return Ok(true);
    }
    let mut waiting = jobs(&targets);
    // The first is the last of the list that threads take from.
    waiting.reverse();
    let waiting = Mutex::new(waiting);
    let told = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| work(&waiting, &told));
        }
    });
    hostile::put_away();
    Ok(summary(&engines, &locked(&told)))
}

/// What an engine opens.
fn targets(engine: Engine) -> Vec<Target> {
    let (served, file) = match engine {
        Engine::Chromium => ("SOROT_E2E_SERVED", "SOROT_E2E_FILE"),
        _ => ("SOROT_E2E_RECORDED_SERVED", "SOROT_E2E_RECORDED_FILE"),
    };
    let served = std::env::var(served).ok().map(Target::Served);
    let file = std::env::var_os(file).map(|path| Target::File(PathBuf::from(path)));
    let host = std::env::var("SOROT_E2E_INTRANET").ok();
    let inside = host.map(|address| [Target::Element(address.clone()), Target::Frame(address)]);
    served.into_iter().chain(file).chain(inside.into_iter().flatten()).collect()
}

/// The chosen stories for each engine and way of opening.
fn jobs(targets: &[(Engine, Vec<Target>)]) -> Vec<Job<'_>> {
    let chosen: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let wanted = |name: &str| chosen.is_empty() || chosen.iter().any(|part| name.contains(part));
    let everything = std::env::var_os("SOROT_E2E_ALL").is_some();
    let mut jobs = Vec::new();
    for (number, (engine, ways)) in targets.iter().enumerate() {
        let everywhere: &[_] = EVERYWHERE;
        let more = if number == 0 || everything { STORIES } else { &[] };
        for target in ways {
            let (own, drawn) = match target {
                Target::Served(_) => (SERVED_STORIES, everything),
                Target::File(_) => (FILE_STORIES, everything || number == 0),
                Target::Element(_) => (ELEMENT_STORIES, false),
                Target::Frame(_) => (FRAME_STORIES, false),
            };
            let is_own = matches!(target, Target::Served(_) | Target::File(_));
            let (more, everywhere) = if is_own { (more, everywhere) } else { (&[][..], &[][..]) };
            // The longest first, so that no one waits for them at the end.
            let drawn: &[_] = if drawn { DRAWN } else { &[] };
            let is_kept = is_own && (number == 0 || everything || matches!(target, Target::Served(_)));
            let kept: &[_] = if is_kept { KEEPING } else { &[] };
            let all = drawn.iter().chain(kept).chain(more).chain(everywhere).chain(own);
            let job = |&(name, story): &(&'static str, Story)| Job { engine: *engine, target, name, story };
            jobs.extend(all.filter(|(name, _)| wanted(name)).map(job));
        }
    }
    jobs
}

/// Takes one story after the other, each in a browser that knows nothing of those before.
fn work(waiting: &Mutex<Vec<Job<'_>>>, told: &Mutex<Vec<Told>>) {
    let mut earlier: Option<Browser> = None;
    let mut kept: Option<Browser> = None;
    loop {
        let Some(job) = locked(waiting).pop() else { return };
        let begun = Instant::now();
        let mut attempt = |browser: Option<Browser>| {
            ready(browser, job.engine).and_then(|browser| {
                tell(&browser, &job)?;
                kept = Some(browser);
                Ok(())
            })
        };
        let last = earlier.take();
        let mut outcome = attempt(last);
        // The drivers of Firefox and WebKitGTK lose a session or an event now and then: once more, in a new
        // browser, and said.
        if let Err(fault) = &outcome
            && !fault.is_lacking()
            && job.engine != Engine::Chromium
        {
            println!("  once more in {}: {} ({fault})", job.engine.name(), job.name);
            outcome = attempt(None);
        }
        earlier = kept.take();
        let seconds = begun.elapsed().as_secs_f32();
        let verdict = match &outcome {
            Ok(()) => Verdict::Passed,
            Err(fault) if fault.is_lacking() => Verdict::Lacking(fault.to_string()),
            Err(fault) => Verdict::Failed(fault.to_string()),
        };
        let word = match &verdict {
            Verdict::Passed => "ok".to_owned(),
            Verdict::Failed(_) => "FAILED".to_owned(),
            Verdict::Lacking(what) => format!("not applicable, needs {what}"),
        };
        let (engine, target, name) = (job.engine, job.target.name(), job.name);
        println!("story {} · {target} · {name} ... {word} ({seconds:.1} s)", engine.name());
        if let Verdict::Failed(why) = &verdict {
            println!("  {why}");
        }
        locked(told).push(Told { engine, target, name, verdict, seconds });
    }
}

/// The browser of the story before, cleared, or a new one: after a failure, for another engine, at first.
fn ready(kept: Option<Browser>, engine: Engine) -> Result<Browser> {
    let same = kept.filter(|browser| browser.engine() == engine);
    let cleared = same.and_then(|mut browser| browser.renew().is_ok().then_some(browser));
    let browser = match cleared {
        Some(browser) => browser,
        // A browser that didn't start says nothing about the page: once more.
        None => Browser::start(engine).or_else(|_| Browser::start(engine))?,
    };
    browser.resize(1280, 800)?;
    Ok(browser)
}

/// Tells a story. When it fails, a picture of the page is kept.
fn tell(browser: &Browser, job: &Job<'_>) -> Result<()> {
    (job.story)(browser, job.target).map_err(|fault| {
        if fault.is_lacking() {
            return fault;
        }
        let words = job.name.replace(' ', "-");
        let file = format!("sorot-{}-{}-{words}.png", job.engine.name(), job.target.name());
        let place = std::env::temp_dir().join(file);
        match browser.screenshot(&place) {
            Ok(()) => Fault::from(format!("{fault} Picture: {}", place.display())),
            Err(_) => fault,
        }
    })
}

/// Says what took longest, what can't be told where, and how each engine did; whether none failed.
fn summary(engines: &[Engine], told: &[Told]) -> bool {
    let mut slowest: Vec<&Told> = told.iter().collect();
    slowest.sort_by(|a, b| b.seconds.total_cmp(&a.seconds));
    println!("\nThe longest:");
    for story in slowest.iter().take(5) {
        println!("  {:>5.1} s  {} · {} · {}", story.seconds, story.engine.name(), story.target, story.name);
    }
    for story in told {
        if let Verdict::Lacking(what) = &story.verdict {
            println!("  n/a in {} · {}: {} (needs {what})", story.engine.name(), story.target, story.name);
        }
    }
    println!(
        "\n{:<9} {:<7} {:>6} {:>6} {:>4} {:>7}",
        "engine", "opened", "passed", "failed", "n/a", "seconds"
    );
    for &engine in engines {
        for target in Target::NAMES {
            let of_it = || told.iter().filter(|story| story.engine == engine && story.target == target);
            let count = |wanted: fn(&Verdict) -> bool| of_it().filter(|story| wanted(&story.verdict)).count();
            println!(
                "{:<9} {target:<7} {:>6} {:>6} {:>4} {:>7.0}",
                engine.name(),
                count(|verdict| matches!(verdict, Verdict::Passed)),
                count(|verdict| matches!(verdict, Verdict::Failed(_))),
                count(|verdict| matches!(verdict, Verdict::Lacking(_))),
                of_it().map(|story| story.seconds).sum::<f32>(),
            );
        }
    }
    let passed = told.iter().filter(|story| matches!(story.verdict, Verdict::Passed)).count();
    let failed = told.iter().filter(|story| matches!(story.verdict, Verdict::Failed(_))).count();
    // Once more, because who reads the end of a long output looks for them there.
    for story in told {
        if let Verdict::Failed(why) = &story.verdict {
            println!("FAILED {} · {} · {}: {why}", story.engine.name(), story.target, story.name);
        }
    }
    println!("{passed} passed, {failed} failed, {} not applicable", told.len() - passed - failed);
    failed == 0
}

/// What is behind a lock, whatever happened to its last holder.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
