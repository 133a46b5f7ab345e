//! How good is what was learned? Tables for the report.

use crate::corpus::{Entity, Sentence};
use crate::recipe::{Data, Recipe};
use crate::score::{self, Score};
use sorot_core::annotate::actors::{self, marks};
use sorot_core::annotate::tagger::features::group;
use sorot_core::annotate::tagger::{Tagged, Tagger};
use sorot_core::calendar::Lang;
use sorot_core::structure;

fn tag(tagger: &Tagger, sentence: &Sentence) -> Vec<Tagged> {
    let words = sentence.strs();
    tagger.tag(&words, &marks::look_up(&words, Lang::Id))
}

fn entity(tagged: &Tagged) -> Entity {
    (tagged.words.start, tagged.words.end, tagged.kind)
}

fn find(tagger: &Tagger, sentence: &Sentence) -> Vec<Entity> {
    tag(tagger, sentence).iter().map(entity).collect()
}

/// Learns from train, scores on dev.
pub fn on_dev(recipe: &Recipe, data: &Data, errors: bool) -> Result<(), String> {
    let learned = recipe.learn(&data.train, data)?;
    let score = score::score(&data.dev, |s| find(&learned.tagger, s));
    println!("dev, learned from train: {}", learned.sizes());
    print!("{}", score.table());
    println!("dev, the actors stage by its own conventions: {}", score::score(&data.dev, stage).line());
    println!("precision by margin (hundredths of a nat, from .. on):");
    let tagged: Vec<(bool, u32)> = data
        .dev
        .iter()
        .flat_map(|s| tag(&learned.tagger, s).into_iter().map(|t| (s.names.contains(&entity(&t)), t.margin)))
        .collect();
    for pair in [0, 50, 100, 200, 300, 500, 800, u32::MAX].windows(2) {
        let within: Vec<bool> =
            tagged.iter().filter(|t| (pair[0]..pair[1]).contains(&t.1)).map(|t| t.0).collect();
        let right = within.iter().filter(|hit| **hit).count();
        println!("  {:>4}: {right} of {} right", pair[0], within.len());
    }
    speed(&learned.tagger, data);
    if errors {
        for sentence in &data.dev {
            faults(sentence, &find(&learned.tagger, sentence));
        }
    }
    Ok(())
}

/// The names that the actors stage finds in the sentence alone, by its own conventions.
fn stage(sentence: &Sentence) -> Vec<Entity> {
    let body = sentence.words.join(" ");
    let mut ends = Vec::new();
    let mut end = 0;
    for word in &sentence.words {
        end += word.len() + 1;
        ends.push(end);
    }
    let word = |byte: u32| ends.partition_point(|end| *end <= byte as usize);
    let names = actors::find(&body, &structure::read(&body, Some(Lang::Id))).story;
    let entity = |n: &actors::Name| (word(n.span.start), word(n.span.end.saturating_sub(1)) + 1, n.kind);
    names.iter().map(entity).collect()
}

/// How long tagging takes: the quickest of some rounds over dev.
fn speed(tagger: &Tagger, data: &Data) {
    let words: usize = data.dev.iter().map(|s| s.words.len()).sum();
    let round = |_| {
        let start = std::time::Instant::now();
        let found: usize = data.dev.iter().map(|s| tag(tagger, s).len()).sum();
        (start.elapsed().as_secs_f64() * 1e6 / words as f64, found)
    };
    let best = (0..50).map(round).min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or_default();
    println!("{:.2} microseconds a word, look-up in lists included ({} names)", best.0, best.1);
}

fn faults(sentence: &Sentence, found: &[Entity]) {
    let show = |sign: char, list: &[Entity], other: &[Entity]| {
        for e in list.iter().filter(|e| !other.contains(e)) {
            let words = sentence.words.get(e.0..e.1).unwrap_or_default().join(" ");
            println!("   {sign} {} {words}", e.2.code());
        }
    };
    if sentence.names != found {
        println!("{}", sentence.words.join(" "));
        show('-', &sentence.names, found);
        show('+', found, &sentence.names);
    }
}

/// Cross-validation over train and dev; word classes are learned without the annotated words.
pub fn on_folds(recipe: &Recipe, data: &Data, folds: usize) -> Result<(), String> {
    let classes = recipe.classes(&[], data);
    let all = data.all();
    let mut total = Score::default();
    for fold in 0..folds {
        let (held, rest): (Vec<_>, Vec<_>) =
            all.iter().cloned().enumerate().partition(|(i, _)| i % folds == fold);
        let strip = |part: Vec<(usize, Sentence)>| part.into_iter().map(|(_, s)| s).collect::<Vec<_>>();
        let learned = recipe.learn_with(&strip(rest), data, &classes)?;
        let score = score::score(&strip(held), |s| find(&learned.tagger, s));
        println!("fold {}: {}", fold + 1, score.line());
        total.merge(&score);
    }
    println!("all {folds} folds: {}", total.line());
    Ok(())
}

/// Learns from idner's train alone, without one group of features at a time.
pub fn ablation(recipe: &Recipe, data: &Data) -> Result<(), String> {
    let groups = [
        ("all", 0),
        ("words", group::WORD),
        ("affixes", group::AFFIX),
        ("shapes", group::SHAPE),
        ("runs", group::RUN),
        ("classes", group::CLASS),
        ("repeats", group::REPEAT),
        ("lists", group::GAZETTEER),
    ];
    let classes = recipe.classes(&data.train, data);
    println!("without a group, learned from idner's train alone:");
    for (name, bit) in groups {
        let recipe = recipe.without(bit);
        let learned = recipe.learn_with(&data.train, data, &classes)?;
        println!("  {name:>8}: {}", score::score(&data.dev, |s| find(&learned.tagger, s)).line());
    }
    Ok(())
}
