//! `sorot-train`: learns the tagger's weights and says how good they are.

mod classes;
mod corpus;
mod crf;
mod owlqn;
mod pack;
mod score;

use clap::Parser;
use corpus::{Entity, Sentence};
use sorot_core::annotate::tagger::Tagger;
use std::path::{Path, PathBuf};

#[derive(Parser)]
struct Args {
    /// The folder of training data.
    #[arg(long, default_value = "/work/shared/data")]
    data: PathBuf,
    #[arg(long, default_value_t = 20)]
    bits: u8,
    #[arg(long, default_value_t = 0.3)]
    c1: f64,
    #[arg(long, default_value_t = 0.02)]
    c2: f64,
    #[arg(long, default_value_t = 90)]
    rounds: usize,
    #[arg(long, default_value_t = 127)]
    groups: u16,
    #[arg(long, default_value_t = 1000000)]
    dense: u32,
    #[arg(long, default_value_t = 1.0)]
    grit: f64,
    #[arg(long)]
    adapt: bool,
    #[arg(long, default_value_t = 1)]
    min: u32,
    #[arg(long, default_value_t = 256)]
    classes: usize,
    #[arg(long, default_value_t = 5)]
    at_least: u32,
    #[arg(long, default_value_t = 15)]
    passes: usize,
    #[arg(long, default_value_t = 20)]
    units: u8,
    /// folds of cross validation on train+dev besides dev
    #[arg(long, default_value_t = 0)]
    folds: usize,
    #[arg(long)]
    errors: bool,
    #[arg(long)]
    cache: Option<PathBuf>,
}

fn find(tagger: &Tagger, sentence: &Sentence) -> Vec<Entity> {
    let words = sentence.strs();
    tagger.tag(&words, &[]).into_iter().map(|t| (t.words.start, t.words.end, t.kind)).collect()
}

fn main() -> Result<(), String> {
    let a = Args::parse();
    let ner = a.data.join("ner");
    let read = |p: &str, d| corpus::read_bio(&ner.join(p), d);
    let train = read("idner-news-2k/train.txt", 0)?;
    let dev = read("idner-news-2k/dev.txt", 0)?;
    let mut grit = read("nergrit/train_preprocess.txt", 1)?;
    grit.extend(read("nergrit/valid_preprocess.txt", 1)?);
    let mut plain = corpus::read_plain(&a.data.join("summ/indosum-train.jsonl"))?;
    plain.extend(train.iter().chain(&grit).map(|s| s.words.clone()));
    let t = std::time::Instant::now();
    let cached = format!("/tmp/classes-{}-{}-{}", a.classes, a.at_least, a.passes);
    let classes = if let Ok(text) = std::fs::read_to_string(&cached) {
        let mut lines = text.lines();
        let nums = |l: &str| l.split(' ').filter_map(|n| n.parse::<u32>().ok()).collect::<Vec<_>>();
        let paths = nums(lines.next().unwrap_or(""));
        let words = lines.map(|l| { let n = nums(l); (n[0], n[1] as u16) }).collect();
        classes::Classes { words, paths, clear: Vec::new() }
    } else { classes::learn(&plain, classes::Settings { classes: a.classes, at_least: a.at_least, passes: a.passes }) };
    {
        let join = |v: &[u32]| v.iter().map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
        let mut text = join(&classes.paths);
        for (f, l) in &classes.words { text.push_str(&format!("\n{f} {l}")); }
        std::fs::write(&cached, text).ok();
    }
    eprintln!("classes {:?}", t.elapsed());
    if let Some(path) = &a.cache {
        let mut rows = classes.clear.clone();
        rows.sort_by_key(|r| (classes.paths[r.2 as usize], std::cmp::Reverse(r.1)));
        let text: String = rows.iter().map(|(w, n, l)| format!("{:032b} {l} {n} {w}\n", classes.paths[*l as usize])).collect();
        std::fs::write(path, text).ok();
    }
    let lexicon = classes.lexicon();
    let s = crf::Settings {
        bits: a.bits, c1: a.c1, c2: a.c2, rounds: a.rounds, groups: a.groups, dense: a.dense,
        weight: [1.0, a.grit], adapt: a.adapt, at_least: a.min,
    };
    let flags = |_: &[&str]| Vec::new();
    let run = |train: &[Sentence], dev: &[Sentence]| -> Result<score::Score, String> {
        let t = std::time::Instant::now();
        let mut all = train.to_vec();
        if a.grit > 0.0 { all.extend(grit.iter().cloned()); }
        let weights = crf::learn(&all, &lexicon, &flags, s);
        let bytes = pack::pack(&weights, &classes, a.bits, a.units);
        let none = pack::pack(&weights, &classes::Classes::default(), a.bits, a.units);
        let tagger = Tagger::load(&bytes).map_err(|e| e.to_string())?;
        let score = score::score(dev, |s| find(&tagger, s));
        println!("  {} | raw {} gz {} (weights alone gz {}) | {:?}", score.line(), bytes.len(), pack::gzip(&bytes), pack::gzip(&none), t.elapsed());
        if a.errors {
            for s in dev {
                let f = find(&tagger, s);
                let show = |e: &Entity| format!("{:?} {}", e.2, s.words[e.0..e.1].join(" "));
                let miss: Vec<String> = s.names.iter().filter(|e| !f.contains(e)).map(show).collect();
                let extra: Vec<String> = f.iter().filter(|e| !s.names.contains(e)).map(show).collect();
                if !miss.is_empty() || !extra.is_empty() {
                    println!("{}\n   - {}\n   + {}", s.words.join(" "), miss.join(" | "), extra.join(" | "));
                }
            }
        }
        Ok(score)
    };
    println!("dev:");
    run(&train, &dev)?;
    if a.folds > 0 {
        let all: Vec<Sentence> = train.iter().chain(&dev).cloned().collect();
        let mut total = score::Score::default();
        for fold in 0..a.folds {
            let part = |test: bool| all.iter().enumerate().filter(|(i, _)| (i % a.folds == fold) == test).map(|(_, s)| s.clone()).collect::<Vec<_>>();
            let one = run(&part(false), &part(true))?;
            for (t, o) in total.0.iter_mut().zip(one.0) { t.hit += o.hit; t.found += o.found; t.gold += o.gold; }
        }
        println!("cv: {}", total.line());
    }
    let _ = Path::new("");
    Ok(())
}
