mod sections;

use super::*;
use crate::annotate::{Actor, Aside, Document, Mention, Published};
use crate::article::parse;
use crate::structure::{Block, BlockKind, Sentence, Structure};
use crate::text::Span;
use std::sync::Arc;

/// A corpus made by hand: each line of `text` is a paragraph of one sentence, `[Name]` is a mention.
fn corpus(texts: &[&str]) -> Corpus {
    let mut actors: Vec<Actor> = Vec::new();
    let documents = texts
        .iter()
        .enumerate()
        .map(|(n, text)| {
            let mut body = String::new();
            let mut mentions = Vec::new();
            for part in text.split('[') {
                let (name, rest) = part.split_once(']').unwrap_or(("", part));
                if !name.is_empty() {
                    let at = actors.iter().position(|a| a.name == name).unwrap_or_else(|| {
                        actors.push(Actor {
                            slug: crate::article::slug(name),
                            name: name.into(),
                            kind: ActorKind::Person,
                            surfaces: vec![],
                            roles: vec![],
                        });
                        actors.len() - 1
                    });
                    mentions.push(Mention {
                        span: Span::new(body.len(), body.len() + name.len()),
                        actor: ActorId(at as u32),
                        kind: ActorKind::Person,
                        government: false,
                        why: vec![],
                    });
                }
                body.push_str(name);
                body.push_str(rest);
            }
            let mut structure = Structure::default();
            let mut start = 0;
            for line in body.split_inclusive('\n') {
                let span = Span::new(start, start + line.trim_end().len());
                structure.sentences.push(Sentence { span, block: structure.blocks.len() as u32 });
                structure.blocks.push(Block { span, kind: BlockKind::Paragraph });
                start += line.len();
            }
            Arc::new(Document {
                article: parse(&format!("{n}.txt"), body.as_bytes()).unwrap().0,
                structure,
                published: Published { when: None, source: PublishedSource::Unknown, why: vec![] },
                mentions,
                expressions: vec![],
                timexes: vec![],
                quotes: vec![],
                contacts: vec![],
                events: vec![],
                quantities: vec![],
                sourced: vec![],
                replies: vec![],
                aside: Aside::default(),
            })
        })
        .collect();
    Corpus::from_parts("", 0, documents, actors, Arc::default())
}

fn sentences(corpus: &Corpus, asked: &[ActorId], length: usize) -> Vec<String> {
    let docs: Vec<DocId> = (0..corpus.documents().len() as u32).map(DocId).collect();
    summarise(corpus, &docs, asked, length)
        .sentences
        .iter()
        .map(|s| {
            let document = corpus.document(s.doc).unwrap();
            document.structure.sentences[s.sentence as usize].span.of(&document.article.body).to_string()
        })
        .collect()
}

const TWO: &[&str] = &[
    "Menteri [Ani] membuka pelabuhan baru di kota itu pada Senin pagi bersama wali kota.\nDia pulang pada sore harinya bersama rombongan yang datang dari ibu kota.\nWali kota [Budi] menjanjikan jalan menuju pelabuhan selesai dibangun sebelum akhir tahun depan.",
    "Menteri [Ani] membuka pelabuhan baru di kota itu pada Senin pagi bersama wali kota.\nHarga ikan turun sejak pelabuhan dibuka, kata para nelayan yang menjual hasil tangkapannya.",
];

#[test]
fn two_outlets_with_one_sentence_are_quoted_once() {
    let chosen = sentences(&corpus(TWO), &[], 3);
    assert_eq!(chosen.iter().filter(|s| s.starts_with("Menteri")).count(), 1, "{chosen:?}");
}

#[test]
fn a_sentence_that_starts_with_a_pronoun_is_not_quoted_before_others() {
    let chosen = sentences(&corpus(TWO), &[], 3);
    assert!(!chosen.iter().any(|s| s.starts_with("Dia")), "{chosen:?}");
}

#[test]
fn the_choice_is_about_the_actor_asked_for() {
    let corpus = corpus(TWO);
    let budi = corpus.actor_by_slug("budi").unwrap();
    assert!(sentences(&corpus, &[budi], 1)[0].contains("Budi"));
}

#[test]
fn nothing_selected_says_nothing() {
    assert_eq!(summarise(&corpus(TWO), &[], &[], 3), Summary::default());
}
