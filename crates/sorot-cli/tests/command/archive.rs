//! An archive beyond one machine: a map over lines, a reduce to the same pack, and lines for another engine.

use super::{Folder, articles, rows, sorot, told};
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn streamed(input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sorot"))
        .args(["analyse", "--stream"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn line(path: &Path) -> String {
    let file = path.file_name().unwrap().to_string_lossy();
    json!({ "file": file, "text": std::fs::read_to_string(path).unwrap() }).to_string() + "\n"
}

#[test]
fn parts_that_were_read_apart_make_the_same_pack() {
    let folder = Folder::new("archive");
    let all = articles();
    // Read in two parts, the later articles first.
    let parts: Vec<_> = [&all[2..], &all[..2]]
        .into_iter()
        .enumerate()
        .map(|(n, part)| {
            let output = streamed(&part.iter().map(|path| line(path)).collect::<String>());
            assert!(output.status.success(), "{}", told(&output));
            folder.file(&format!("part-{n}.jsonl"), output.stdout)
        })
        .collect();
    let (whole, joined) = (folder.0.join("whole.pack"), folder.0.join("joined.pack"));
    let from = all[0].parent().unwrap();
    assert!(sorot(&["bundle".as_ref(), from.as_os_str(), "-o".as_ref(), whole.as_os_str()]).status.success());
    let output = sorot(&[
        "bundle".as_ref(),
        "-o".as_ref(),
        joined.as_os_str(),
        "--from-analysed".as_ref(),
        parts[0].as_os_str(),
        parts[1].as_os_str(),
    ]);
    assert!(output.status.success(), "{}", told(&output));
    assert_eq!(std::fs::read(whole).unwrap(), std::fs::read(joined).unwrap());
}

#[test]
fn a_pack_in_parts_is_the_same_pack() {
    let folder = Folder::new("split");
    let from = articles()[0].parent().unwrap().to_path_buf();
    let (whole, to) = (folder.0.join("whole.pack"), folder.0.join("parts"));
    // What lies there of an earlier pack goes.
    std::fs::create_dir_all(to.join("texts")).unwrap();
    std::fs::write(to.join("texts/0123456789abcdef.text"), "old").unwrap();
    let output = sorot(&[
        "bundle".as_ref(),
        from.as_os_str(),
        "-o".as_ref(),
        whole.as_os_str(),
        "--split".as_ref(),
        to.as_os_str(),
    ]);
    assert!(output.status.success(), "{}", told(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("bytes of texts in 1 files"));
    let read = |path: &Path| sorot_core::corpus::pack::read(&std::fs::read(path).unwrap()).unwrap();
    let corpus = read(&to.join("index.sorot"));
    assert_eq!(corpus.documents().iter().filter(|d| d.article.body.is_empty()).count(), articles().len());
    let parts = corpus.documents().take_missed();
    assert_eq!(std::fs::read_dir(to.join("texts")).unwrap().count(), parts.len());
    for part in parts {
        let hex: String = part.hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let bytes = std::fs::read(to.join(format!("texts/{hex}.text"))).unwrap();
        assert!(corpus.documents().take(part.number, Some(bytes)));
    }
    assert_eq!(corpus, read(&whole));
    // It isn't read as if it held its articles.
    let again = sorot(&["check".as_ref(), to.as_os_str()]);
    assert!(String::from_utf8_lossy(&again.stdout).contains("files of their own"), "{}", told(&again));
}

#[test]
fn a_line_that_is_no_article_is_told_and_the_others_are_read() {
    let output = streamed("{\"file\": \"a.txt\"}\n\n{\"file\": \"b.txt\", \"text\": \"Kabar.\"}\n");
    assert!(!output.status.success());
    assert_eq!(rows(&output).len(), 1);
    assert!(told(&output).contains("line 1") && told(&output).contains("text"), "{}", told(&output));
}

#[test]
fn another_engine_gets_an_action_and_an_article_by_turns() {
    let from = articles()[0].parent().unwrap().to_path_buf();
    let output = sorot(&[
        "export".as_ref(),
        "--opensearch".as_ref(),
        "--index".as_ref(),
        "arsip".as_ref(),
        from.as_os_str(),
    ]);
    assert!(output.status.success(), "{}", told(&output));
    let lines = rows(&output);
    assert_eq!(lines.len(), articles().len() * 2);
    let mapping = rows(&sorot(&["export", "--opensearch", "--mapping"])).remove(0);
    let known = mapping["mappings"]["properties"].as_object().unwrap();
    for pair in lines.chunks(2) {
        assert_eq!(pair[0]["index"]["_index"], "arsip");
        let article = pair[1].as_object().unwrap();
        assert!(article.keys().all(|key| known.contains_key(key)));
        assert!(article["actors"].as_array().is_some_and(|actors| actors.iter().all(Value::is_string)));
        assert!(article["published"]["gte"].is_string());
    }
}
