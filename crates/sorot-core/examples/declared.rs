//! A pack of articles whose actors and days are declared and not read: what the bench measures the engine on, because
//! its right answers are known. `declared corpus.jsonl actors.json out.pack`; a line is `{id, title, date, body, actors}`.

#![allow(clippy::unwrap_used)] // A tool of the bench: it may stop.

use sorot_core::annotate::{
    Actor, ActorId, ActorKind, Aside, Document, InTurn, Mention, Published, PublishedSource,
};
use sorot_core::article::Article;
use sorot_core::calendar::{Day, Interval, Lang};
use sorot_core::corpus::Corpus;
use sorot_core::structure::{Block, BlockKind, Structure};
use sorot_core::text::Span;
use std::io::{BufRead, Write};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().unwrap();
    let (lines, names, output) = (next(), next(), next());
    let names: serde_json::Value = serde_json::from_slice(&std::fs::read(names).unwrap()).unwrap();
    let names: Vec<String> =
        names.as_array().unwrap().iter().map(|a| a["name"].as_str().unwrap().to_owned()).collect();
    let numbers: std::collections::HashMap<&str, u32> = names.iter().map(String::as_str).zip(0..).collect();
    let lines = std::io::BufReader::new(std::fs::File::open(lines).unwrap()).lines();
    let documents =
        lines.map(|line| document(&serde_json::from_str(&line.unwrap()).unwrap(), &numbers)).collect();
    let actors = names.iter().enumerate().map(|(n, name)| Actor {
        slug: format!("a{n}"),
        name: name.clone(),
        kind: ActorKind::Person,
        surfaces: vec![],
        roles: vec![],
        state: None,
    });
    let corpus = Corpus::of_documents(&InTurn, "Bench", documents, actors.collect());
    let mut out = std::io::BufWriter::new(std::fs::File::create(output).unwrap());
    for piece in sorot_core::index::pack(&corpus).unwrap() {
        out.write_all(&piece).unwrap();
    }
}

fn document(line: &serde_json::Value, numbers: &std::collections::HashMap<&str, u32>) -> Document {
    let text = |key: &str| line[key].as_str().unwrap().to_owned();
    let body = text("body");
    let day: Day = text("date").parse().unwrap();
    let mut actors: Vec<u32> =
        line["actors"].as_array().unwrap().iter().map(|a| numbers[a.as_str().unwrap()]).collect();
    actors.sort_unstable();
    let mention = |actor| Mention {
        span: Span::new(0, 0),
        actor: ActorId(actor),
        kind: ActorKind::Person,
        government: false,
        why: vec![],
    };
    let mut at = 0;
    let blocks = body.split('\n').filter_map(|line| {
        let span = Span::new(at, at + line.len());
        at += line.len() + 1;
        (!line.is_empty()).then_some(Block { span, kind: BlockKind::Paragraph })
    });
    Document {
        structure: Structure { language: Lang::Id, blocks: blocks.collect(), sentences: vec![] },
        published: Published {
            when: Some(Interval::day(day)),
            source: PublishedSource::Declared,
            why: vec![],
        },
        mentions: actors.into_iter().map(mention).collect(),
        expressions: vec![],
        timexes: vec![],
        quotes: vec![],
        contacts: vec![],
        events: vec![],
        quantities: vec![],
        sourced: vec![],
        replies: vec![],
        references: vec![],
        aside: Aside::default(),
        article: Article {
            declared_title: Some(text("title")),
            ..Article::plain(
                format!("{:06}.txt", line["id"]),
                format!("{:06}", line["id"].as_u64().unwrap()),
                body,
            )
        },
    }
}
