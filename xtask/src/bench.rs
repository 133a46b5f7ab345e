//! `cargo xtask bench`: Sorot's engine beside a hand-written JavaScript one, in a headless browser (bench/README.md).

use crate::bulk;
use crate::failure::{At, Result};
use crate::page;
use crate::repo;
use crate::run::{Cmd, note, step};
use crate::served;
use crate::start;
use crate::tools;
use crate::wasm::Wasm;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The engine's package, in `bench/engine`.
const ENGINE: &str = "sorot-engine";
const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome"];
/// What is measured of every engine unless `--classes` says otherwise.
const CLASSES: &str = "term,and2,prefix,typing,facet,brush,combo";
/// The class about opening the one file, in every engine.
const START: &str = "start";
/// The class that isn't about selecting: the whole analysis of an article.
const ANALYSE: &str = "analyse";
/// The key sentences of selections, over a pack.
const SUMMARY: &str = "summary";
/// The native command making packs, without a browser.
const BUNDLE: &str = "bundle";
/// The page itself: from a key to what stands there.
const PAGE: &str = "page";
/// The profile of modules that analyse: quicker and larger than the page's.
const ANALYSIS: &str = "analysis";
/// Whose articles it reads.
const ARTICLES: &[&str] = &[
    "articles",
    "tests/gold-id/dev/articles",
    "tests/gold-id/blind/articles",
    "tests/gold-en/dev/articles",
    "tests/gold-en/blind/articles",
];

/// What the command line asks for.
struct Options {
    sizes: Vec<String>,
    /// Whether the command line names them.
    sized: bool,
    classes: String,
    budget: String,
    /// Whether `dist/` is taken as it is.
    built: bool,
}

/// Makes the corpus, builds the engines, runs them in the browser and prints the table.
pub fn run(arguments: &[String]) -> Result<()> {
    let options = options(arguments)?;
    if options.classes == START {
        start::run(options.built)?;
        let (bench, work) = (repo::root().join("bench"), repo::target().join("bench"));
        copy(&bench, &work)?;
        packages(&work)?;
        return served::run(&work, &browser()?);
    }
    if options.classes == BUNDLE {
        return bundle(&options);
    }
    let browser = browser()?;
    if Cmd::new("node").args(["--version"]).text().is_none() {
        return Err("Node is missing, and the bench runs in it: install Node 20 or newer.".into());
    }
    // The scripts write beside themselves, and Node looks for packages there: they run in a copy.
    let bench = repo::root().join("bench");
    let work = repo::target().join("bench");
    copy(&bench, &work)?;
    packages(&work)?;
    let asked = |class: &str| options.classes.split(',').any(|c| c == class);
    if asked(ANALYSE) {
        analyse(&bench, &work, &browser, &options.budget)?;
    }
    if asked(SUMMARY) {
        corpora(&work, &options.sizes)?;
        summarise(&bench, &work, &browser, &options)?;
    }
    if asked(PAGE) {
        corpora(&work, &options.sizes)?;
        packs(&work, &options.sizes)?;
        page::run(&work, &options.sizes)?;
    }
    let classes: Vec<&str> =
        options.classes.split(',').filter(|c| ![ANALYSE, SUMMARY, PAGE].contains(c)).collect();
    if classes.is_empty() {
        return Ok(());
    }
    corpora(&work, &options.sizes)?;
    let peers =
        if engine(&bench, &work, "engine", "release", &[])? { "js-baseline,sorot" } else { "js-baseline" };
    packs(&work, &options.sizes)?;
    step("Measuring in the browser");
    node(&work, &["build.mjs"]).run()?;
    let results = work.join("results/results.json");
    if results.exists() {
        fs::remove_file(&results).at("remove", &results)?;
    }
    let (sizes, budget) = (options.sizes.join(","), options.budget.as_str());
    let asked = ["run.mjs", "--n", &sizes, "--peers", peers, "--budget", budget];
    node(&work, &asked).args(["--classes", &classes.join(",")]).env("CHROMIUM", browser).run()?;
    step("Milliseconds a call; a ratio under 1 is faster than js-baseline");
    let file = repo::root().join("docs/performance.md");
    node(&work, &["report.mjs", "--write"]).args([file]).run()
}

/// Makes packs natively: of the mixed corpus, or of the bench's corpora where sizes are named.
fn bundle(options: &Options) -> Result<()> {
    let (bench, work) = (repo::root().join("bench"), repo::target().join("bench"));
    let mut folders = Vec::new();
    if options.sized {
        copy(&bench, &work)?;
        corpora(&work, &options.sizes)?;
        for size in &options.sizes {
            node(&work, &["files.mjs", size]).run()?;
            folders.push((format!("{size} of the bench corpus"), work.join(format!("corpus/{size}"))));
        }
    }
    fs::create_dir_all(&work).at("make", &work)?;
    bulk::run(&work, &folders)
}

/// Analyses the project's articles in the browser, one after the other, and prints the times.
fn analyse(bench: &Path, work: &Path, browser: &OsString, budget: &str) -> Result<()> {
    if !engine(bench, work, "analysis", ANALYSIS, &["--features", ANALYSE])? {
        return Ok(());
    }
    step("Analysing articles in the browser");
    let folders = ARTICLES.iter().map(|folder| repo::root().join(folder));
    node(work, &["analyse.mjs", "--budget", budget]).args(folders).env("CHROMIUM", browser).run()
}

/// Chooses key sentences of random selections in the browser, from packs of the corpus, and prints the times.
fn summarise(bench: &Path, work: &Path, browser: &OsString, options: &Options) -> Result<()> {
    if !engine(bench, work, "engine", "release", &[])? {
        return Ok(());
    }
    let largest = options.sizes.iter().max_by_key(|n| n.parse::<u32>().unwrap_or(0)).map_or("1000", |n| n);
    let (folder, pack) =
        (work.join(format!("corpus/{largest}")), work.join(format!("corpus/{largest}.pack")));
    step("Making the pack (milliseconds an article)");
    node(work, &["files.mjs", largest]).run()?;
    Cmd::new("cargo")
        .args(["run", "--quiet", "--profile", "native", "--package", "sorot-cli", "--", "bundle"])
        .args([folder.as_os_str(), "--output".as_ref(), pack.as_os_str(), "--keep-duplicates".as_ref()])
        .within(&repo::root())
        .run()?;
    step("Choosing key sentences in the browser");
    node(work, &["summary.mjs", largest, "--budget", &options.budget]).env("CHROMIUM", browser).run()
}

fn options(arguments: &[String]) -> Result<Options> {
    let mut options = Options {
        sizes: vec!["1000".to_owned(), "10000".to_owned()],
        sized: false,
        classes: CLASSES.to_owned(),
        budget: "3000".to_owned(),
        built: false,
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if argument == "--built" {
            options.built = true;
            continue;
        }
        let value = rest.next().ok_or_else(|| format!("{argument} needs a value."));
        match argument.as_str() {
            "--n" => {
                options.sizes = value?.split(',').map(str::to_owned).collect();
                options.sized = true;
            }
            "--classes" => options.classes.clone_from(value?),
            "--budget" => options.budget.clone_from(value?),
            _ => {
                let known = "--n 1000,10000, --classes facet,brush (or analyse, summary, page, bundle, start [--built]) and --budget MS";
                return Err(format!("`bench` does not know `{argument}`; there are {known}.").into());
            }
        }
    }
    let good = |n: &&String| n.parse::<u32>().is_ok_and(|n| n > 0);
    if let Some(wrong) = options.sizes.iter().chain([&options.budget]).find(|n| !good(n)) {
        return Err(format!("`{wrong}` is not a number above 0.").into());
    }
    Ok(options)
}

/// The browser that `CHROMIUM` names, else the first one on `PATH`.
fn browser() -> Result<OsString> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Ok(named);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let mut all = BROWSERS.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    let found = all.find(|program| program.is_file());
    Ok(found.ok_or("no Chromium on PATH: install it, or name one with CHROMIUM.")?.into_os_string())
}

/// Copies the scripts; the engine's source is none of them.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).at("create", to)?;
    for entry in fs::read_dir(from).at("read", from)?.flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let made = ["engine", "analysis", "node_modules", "corpus", "dist", "results"];
        if made.iter().any(|folder| name == *folder) {
            continue;
        }
        let place = to.join(name);
        if path.is_dir() {
            copy(&path, &place)?;
        } else {
            fs::copy(&path, &place).at("copy", &path)?;
        }
    }
    Ok(())
}

/// Installs the packages of the lock file, and none of their scripts; once a lock file.
fn packages(work: &Path) -> Result<()> {
    let (lock, done) = (work.join("package-lock.json"), work.join("node_modules/.sorot-lock"));
    let wanted = fs::read(&lock).at("read", &lock)?;
    if fs::read(&done).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    step("Installing esbuild and playwright-core, once");
    Cmd::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"])
        .within(work)
        .run()
        .map_err(|failure| format!("{failure} The first run needs the network; later runs do not."))?;
    fs::write(&done, wanted).at("write", &done)
}

/// Makes the corpora that are missing, or all when what they are made from has changed.
fn corpora(work: &Path, sizes: &[String]) -> Result<()> {
    let articles = repo::root().join("articles");
    let mut sources: Vec<PathBuf> =
        fs::read_dir(&articles).at("read", &articles)?.flatten().map(|entry| entry.path()).collect();
    sources.extend(["gen.mjs", "workload.mjs"].map(|name| work.join(name)));
    sources.sort();
    let mut made_from = Vec::new();
    for source in sources.iter().filter(|path| path.is_file()) {
        made_from.extend(fs::read(source).at("read", source)?);
    }
    let stamp = work.join("corpus/made-from");
    let fresh = fs::read(&stamp).is_ok_and(|known| known == made_from);
    let missing = |n: &&String| !fresh || !work.join(format!("corpus/{n}.work.json")).exists();
    let wanted: Vec<&String> = sizes.iter().filter(missing).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    step("Making the corpus (seconds for 1,000 and 10,000 articles)");
    let corpus = work.join("corpus");
    if !fresh && corpus.exists() {
        fs::remove_dir_all(&corpus).at("clear", &corpus)?;
    }
    node(work, &["--max-old-space-size=8000", "gen.mjs"]).args(wanted).env("SEEDS", articles).run()?;
    fs::write(&stamp, made_from).at("write", &stamp)
}

/// Makes the packs of the corpora: actors and days as declared, so that the right answers are known.
fn packs(work: &Path, sizes: &[String]) -> Result<()> {
    step("Making the packs");
    let corpus = work.join("corpus");
    for size in sizes {
        let [lines, pack] = ["jsonl", "pack"].map(|kind| corpus.join(format!("{size}.{kind}")));
        Cmd::new("cargo")
            .args([
                "run",
                "--quiet",
                "--profile",
                "native",
                "--package",
                "sorot-core",
                "--example",
                "declared",
                "--",
            ])
            .args([&lines, &corpus.join("actors.json"), &pack])
            .within(&repo::root())
            .run()?;
    }
    Ok(())
}

/// Builds the engine for the browser and lays it into `folder` beside the adapters; false where the project has
/// none.
fn engine(bench: &Path, work: &Path, folder: &str, profile: &str, features: &[&str]) -> Result<bool> {
    let manifest = bench.join("engine/Cargo.toml");
    let place = work.join(folder);
    if place.exists() {
        fs::remove_dir_all(&place).at("clear", &place)?;
    }
    if !manifest.exists() {
        note("there is no bench/engine: only the baseline is measured");
        return Ok(false);
    }
    step("Building the engine for the browser");
    let target = "wasm32-unknown-unknown";
    let cargo = Cmd::new("cargo")
        .args(["build", "--profile", profile, "--package", ENGINE, "--target", target, "--manifest-path"])
        .args([&manifest])
        .args(features)
        .within(&repo::root());
    Wasm::ready()?.apply(cargo)?.run()?;
    let built =
        repo::wasm_target().join(target).join(profile).join(format!("{}.wasm", ENGINE.replace('-', "_")));
    Cmd::new(tools::wasm_bindgen()?.join("wasm-bindgen"))
        .args(["--target", "web", "--no-typescript", "--out-name", "engine", "--out-dir"])
        .args([&place, &built])
        .run()?;
    Ok(true)
}

fn node(work: &Path, arguments: &[&str]) -> Cmd {
    Cmd::new("node").args(arguments).within(work)
}
