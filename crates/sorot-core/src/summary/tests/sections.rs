//! The sections on the first bundle, as an editor would read them.

use crate::annotate::{ActorId, Rung};
use crate::article;
use crate::corpus::{Corpus, DocId};
use crate::index::Index;
use crate::summary::{compare, ladder, numbers, opening, reply};
use std::fmt::Write;
use std::path::Path;
use std::sync::LazyLock;

static BUNDLE: LazyLock<(Corpus, Index)> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let articles = files
        .iter()
        .map(|path| article::parse(&path.to_string_lossy(), &std::fs::read(path).unwrap()).unwrap().0);
    let corpus = Corpus::new("", articles.collect());
    let index = Index::of(&corpus);
    (corpus, index)
});

fn all() -> Vec<DocId> {
    (0..BUNDLE.0.documents().len() as u32).map(DocId).collect()
}

fn naming(slug: &str) -> Vec<DocId> {
    BUNDLE.1.postings(BUNDLE.0.actor_by_slug(slug).unwrap()).collect()
}

fn april() -> Vec<DocId> {
    let month = |doc: &DocId| {
        let when = BUNDLE.0.document(*doc).and_then(|d| d.published.when).map(|w| w.sort_day());
        when.is_some_and(|day| chrono::Datelike::month(&day) == 4)
    };
    all().into_iter().filter(month).collect()
}

fn name(id: ActorId) -> &'static str {
    BUNDLE.0.actor(id).map_or("", |a| &a.name)
}

fn sentence(doc: DocId, at: u32) -> String {
    let document = BUNDLE.0.document(doc).unwrap();
    let found = document.structure.sentences.iter().find(|s| s.span.start <= at && at < s.span.end);
    let text = found.map_or("", |s| s.span.of(&document.article.body));
    format!("[{}] {text}", doc.0)
}

/// All sections of a selection.
fn told(docs: &[DocId]) -> String {
    let (corpus, index) = &*BUNDLE;
    let mut out = String::new();
    let opening = opening::opening(corpus, index, docs);
    let _ = writeln!(
        out,
        "{} of {}, {:?}, {} inferred, {} undated; most {:?}",
        opening.selected,
        opening.total,
        opening.period.map(|p| (p.from(), p.to())),
        opening.inferred,
        opening.undated,
        opening.most.iter().map(|&(a, n)| (name(a), n)).collect::<Vec<_>>()
    );
    if let Some(fresh) = opening::fresh_in(corpus, index, docs, None) {
        let document = corpus.document(fresh.doc).unwrap();
        let _ = writeln!(out, "new in [{}] against {} earlier:", fresh.doc.0, fresh.earlier);
        let names: Vec<&str> = fresh.actors.iter().map(|a| name(a.0)).collect();
        let _ = writeln!(out, "  actors {}", names.join(", "));
        for at in fresh.contacts {
            let c = &document.contacts[at as usize];
            let side = |ids: &[ActorId]| ids.iter().map(|&a| name(a)).collect::<Vec<_>>().join("+");
            let _ = writeln!(out, "  contact {} – {} {}", side(&c.a), side(&c.b), c.status.code());
        }
        for at in fresh.quotes {
            let _ = writeln!(out, "  quote {}", document.quotes[at as usize].span.of(&document.article.body));
        }
    }
    let _ = writeln!(out, "\nRIGHT OF REPLY");
    let found = reply::right_of_reply(corpus, index, docs);
    for answer in &found.answers {
        let through: Vec<&str> = answer.through.iter().map(|&a| name(a)).collect();
        let _ = writeln!(
            out,
            "{}: {:?} first {:?}{}{} through {through:?}",
            name(answer.actor),
            answer.heard,
            answer.first.map(|(doc, at)| sentence(doc, at)),
            if answer.silent { ", silent" } else { "" },
            if answer.left_out { ", left out" } else { "" }
        );
        for &(doc, at) in &answer.acts {
            let document = corpus.document(doc).unwrap();
            let reply = &document.replies[at as usize];
            let cue = reply.cue.of(&document.article.body);
            let by = reply.by.map_or("", name);
            let _ =
                writeln!(out, "  {:?} by {by:?} ({cue}): {}", reply.kind, sentence(doc, reply.span.start));
        }
    }
    let _ = writeln!(out, "\nNUMBERS");
    let found = numbers::numbers(corpus, index, docs);
    let amount = |a: &numbers::Amount| {
        let (document, q) = numbers::quantity(corpus, *a).unwrap();
        let body = &document.article.body;
        let span = q.thing.map_or(q.span, |t| q.span.cover(t));
        format!("“{}” {:?} {}", span.of(body), q.unit, sentence(a.doc, q.span.start))
    };
    for group in &found.groups {
        let _ = writeln!(out, "{:?} in {} articles", group.verdict, group.articles);
        for a in &group.amounts {
            let _ = writeln!(out, "  {}", amount(a));
        }
    }
    for a in &found.single {
        let _ = writeln!(out, "single {}", amount(a));
    }
    let _ = writeln!(out, "\nLADDER");
    let found = ladder::ladder(index, docs);
    for (rung, step) in Rung::ALL.iter().zip(&found.steps) {
        let most: Vec<_> = step.most.iter().map(|&(a, n)| (name(a), n)).collect();
        let _ =
            writeln!(out, "{rung:?}: {} sentences in {} articles, {most:?}", step.sentences, step.articles);
    }
    for &doc in docs {
        let document = corpus.document(doc).unwrap();
        for s in &document.structure.sentences {
            let source = document.source_of(s.span);
            let told = source.map(|s| (s.cue.of(&document.article.body), s.who.map_or("", name)));
            let rung = source.map_or(Rung::Own, |s| s.rung);
            let _ = writeln!(out, "  {} {told:?}: {}", rung.code(), sentence(doc, s.span.start));
        }
    }
    out
}

fn compared(left: &[DocId], right: &[DocId]) -> String {
    let (corpus, index) = &*BUNDLE;
    let found = compare::compare(corpus, index, left, right);
    let mut out = format!("{} left, {} right, {} in both\n", found.left, found.right, found.shared);
    let actors = |list: &[compare::Counted<ActorId>]| {
        list.iter().map(|c| format!("{} {}/{}", name(c.what), c.left, c.right)).collect::<Vec<_>>().join(", ")
    };
    let words = |list: &[compare::Word]| {
        let word = |w: &compare::Word| format!("{} {}/{}", corpus.lexicon().word(w.term), w.left, w.right);
        list.iter().map(word).collect::<Vec<_>>().join(", ")
    };
    let _ = writeln!(out, "actors only left: {}", actors(&found.actors.left));
    let _ = writeln!(out, "actors of both: {}", actors(&found.actors.both));
    let _ = writeln!(out, "actors only right: {}", actors(&found.actors.right));
    let _ = writeln!(out, "words only left: {}", words(&found.words.left));
    let _ = writeln!(out, "words of both: {}", words(&found.words.both));
    let _ = writeln!(out, "words only right: {}", words(&found.words.right));
    for (side, quotes) in ["left", "right"].iter().zip(&found.quotes) {
        for &(doc, at) in quotes {
            let document = corpus.document(doc).unwrap();
            let quote = &document.quotes[at as usize];
            let by: Vec<&str> = quote.speakers.iter().map(|&a| name(a)).collect();
            let text = quote.span.of(&document.article.body);
            let _ = writeln!(out, "quote {side}: {} {text}", by.join(", "));
        }
    }
    out
}

#[test]
fn everything() {
    insta::assert_snapshot!(told(&all()));
}

#[test]
fn one_actor() {
    insta::assert_snapshot!(told(&naming("volodymyr-zelensky")));
}

#[test]
fn one_month() {
    insta::assert_snapshot!(told(&april()));
}

#[test]
fn two_actors_side_by_side() {
    insta::assert_snapshot!(compared(&naming("volodymyr-zelensky"), &naming("kirill-dmitriev")));
}

#[test]
fn before_and_after() {
    let (before, after): (Vec<DocId>, Vec<DocId>) = all().into_iter().partition(|d| d.0 < 3);
    insta::assert_snapshot!(compared(&before, &after));
}
