//! `sorot summarise --json`.

use super::{Folder, articles, body, rows, sorot, told};
use serde_json::Value;
use std::path::PathBuf;
use std::process::Output;

fn summarise(sentences: usize, files: &[PathBuf]) -> Output {
    let mut arguments: Vec<PathBuf> = ["summarise", "--json", "--sentences"].map(PathBuf::from).into();
    arguments.push(sentences.to_string().into());
    arguments.extend_from_slice(files);
    sorot(&arguments)
}

fn sentences(output: &Output) -> Vec<Value> {
    let mut objects = rows(output);
    assert_eq!(objects.len(), 1, "one object, whatever the number of files");
    objects.remove(0)["sentences"].as_array().unwrap().clone()
}

#[test]
fn sentences_are_the_files_own_and_say_why() {
    let articles = articles();
    let output = summarise(4, &articles);
    assert!(output.status.success(), "{}", told(&output));
    let found = sentences(&output);
    assert!((1..=4).contains(&found.len()), "{found:?}");
    for sentence in &found {
        let file = sentence["file"].as_str().unwrap();
        let path = articles.iter().find(|path| path.ends_with(file)).unwrap();
        let place = |name: &str| usize::try_from(sentence[name].as_u64().unwrap()).unwrap();
        let there: String = body(path)[place("start")..place("end")].iter().collect();
        assert_eq!(sentence["text"], there.as_str());
        assert!(!sentence["why"].as_array().unwrap().is_empty(), "{sentence}");
    }
}

#[test]
fn there_are_no_more_than_the_files_hold() {
    let folder = Folder::new("few");
    let file = folder.file("a.txt", "Hujan Turun di Kota\n\nHujan turun sejak pagi di seluruh kota itu.\n");
    assert!(sentences(&summarise(9, std::slice::from_ref(&file))).len() <= 2);
    assert!(sentences(&summarise(0, &[file])).is_empty());
}

#[test]
fn a_bad_file_is_told_and_the_others_are_summarised() {
    let folder = Folder::new("summarise-bad");
    let mut files = articles();
    files.push(folder.file("bad.txt", b"\xff"));
    let output = summarise(3, &files);
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("bad.txt"), "{}", told(&output));
    assert!(!sentences(&output).is_empty());
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let articles = articles();
    assert_eq!(summarise(5, &articles).stdout, summarise(5, &articles).stdout);
}
