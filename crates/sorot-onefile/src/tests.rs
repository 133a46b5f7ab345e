use super::*;
use std::io::Read;

const SHELL: &str = "<head><!-- sorot:policy --><!-- /sorot:policy -->\
    <!-- sorot:title --><title>x</title><!-- /sorot:title -->\
    <!-- sorot:styles --><link><!-- /sorot:styles -->\
    <!-- sorot:code --><script src=\"guard.js\"></script><!-- /sorot:code --></head>\
    <div id=\"sorot\"></div><!-- sorot:contents --><!-- /sorot:contents -->\
    <!-- sorot:payload --><!-- /sorot:payload --></body>\n";

fn parts() -> Parts<'static> {
    Parts {
        shell: SHELL,
        title: "Sorot",
        contents: &[],
        css: "a{}",
        glue: "export function start() {}",
        wasm: b"\0asm",
        pack: b"articles",
        build: "0",
        purpose: Purpose::Page,
        own: None,
    }
}

/// The text between two marks.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let start = text.find(from).expect(from) + from.len();
    &text[start..start + text[start..].find(to).expect(to)]
}

/// What a payload of a file holds, if it fits into one block.
fn payload(file: &str, name: &str) -> String {
    let block = between(between(file, &payload::open(name), "/script>"), ">", "<");
    let mut text = String::new();
    flate2::read::GzDecoder::new(&decode(block).unwrap()[..]).read_to_string(&mut text).unwrap();
    text
}

#[test]
fn same_parts_same_bytes() {
    assert_eq!(one_file(&parts()), one_file(&parts()));
}

#[test]
fn policy_names_the_hashes_of_what_is_inline() {
    let drawn = "/* sorot:drawn */\nb{}";
    let file = one_file(&Parts { css: &format!("a{{}}\n{drawn}\n"), ..parts() }).unwrap();
    let script = between(&file, "<script type=\"module\">", "</script>");
    let style = between(&file, "<style>", "</style>");
    assert_eq!(style, "a{}\n", "what is drawn later is carried compressed");
    let policy = between(&file, "Content-Security-Policy\" content=\"", "\"");
    let glue = payload(&file, "glue");
    assert!(glue.starts_with("export function start() {}\nsorotGlue("));
    assert!(policy.contains(&format!("script-src {} {} 'wasm", hash_source(script), hash_source(&glue))));
    assert!(policy.contains(&format!("style-src {} {};", hash_source(style), hash_source("b{}\n"))));
    assert!(policy.contains("connect-src 'none'"));
}

#[test]
fn a_payload_comes_back_as_it_was() {
    // Random enough not to shrink below one block, so that it takes two.
    let mut state = 1_u32;
    let mut noise = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    let bytes: Vec<u8> = (0..4_000_000).map(|_| noise()).collect();
    let file = one_file(&Parts { pack: &bytes, ..parts() }).unwrap();
    let open = "<script type=\"text/plain\" data-payload=\"pack\"";
    let blocks: Vec<&str> = file.split(open).skip(1).map(|rest| between(rest, ">", "<")).collect();
    assert_eq!(blocks.len(), 2);
    assert!(blocks.iter().all(|block| block.len() <= 4 * 1024 * 1024));
    let packed: Vec<u8> = blocks.iter().flat_map(|block| decode(block).unwrap()).collect();
    assert!(file.contains(&format!("data-blocks=\"2\" data-length=\"{}\" data-sha256=", packed.len())));
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut unpacked).unwrap();
    assert!(unpacked == bytes);
}

#[test]
fn nothing_inside_can_end_its_element_or_be_taken_for_a_pattern() {
    let contents = ["</noscript><script>alert(1)</script> $& $1 <!-- sorot:payload -->".to_owned()];
    let file = one_file(&Parts {
        title: "</title><script>$&",
        contents: &contents,
        css: "a::after{content:\"</STYLE><script>\"}",
        glue: "const a = \"</Script><!--<script>$&\";\r\nexport {a};",
        ..parts()
    })
    .unwrap();
    assert_eq!(file.matches("</script>").count(), 5, "one module, four payload blocks");
    assert_eq!(file.matches("</style>").count(), 1);
    assert!(file.contains("<title>&lt;/title&gt;&lt;script&gt;$&amp;</title>"));
    assert!(payload(&file, "glue").starts_with("const a = \"<\\/script><\\!--<script>$&\";\nexport {a};\n"));
    assert!(file.contains("&lt;/noscript&gt;&lt;script&gt;alert(1)"));
    assert!(!file.contains("guard.js"));
}

#[test]
fn each_region_must_be_there_once() {
    let message = |shell: &str| one_file(&Parts { shell, ..parts() }).unwrap_err().to_string();
    let twice = format!("{SHELL}<!-- sorot:payload --><!-- /sorot:payload -->");
    assert_eq!(message(&twice), "the page's shell must have the region `payload` once, but has it 2 times");
    let unclosed = SHELL.replace("<!-- /sorot:code -->", "");
    assert_eq!(message(&unclosed), "the page's shell must have the region `code` once, but has it 0 times");
}

#[test]
fn a_glue_that_imports_is_refused() {
    let glue = "import { a } from './snippets/a.js';";
    let message = one_file(&Parts { glue, ..parts() }).unwrap_err().to_string();
    assert!(message.contains("imports another file"), "{message}");
}

#[test]
fn other_articles_in_a_built_file_are_as_if_built_with_them() {
    let (a, b) = (vec!["Satu".to_owned(), "Dua <ul>".to_owned()], vec!["Tiga $& </ul>".to_owned()]);
    let none = Vec::new();
    for (old, new) in [(&a, &b), (&none, &a), (&a, &none)] {
        let before = one_file(&Parts { contents: old, ..parts() }).unwrap();
        let wanted = one_file(&Parts { title: "B & C", contents: new, pack: b"others", ..parts() }).unwrap();
        let packed = repack(&before, "B & C", new, b"others", None).unwrap();
        // But for the search for the shortest form.
        let blocks = [payload::quick("pack", b"others"), payload::pack("pack", b"others")];
        assert_eq!(packed.replace(&blocks[0], &blocks[1]), wanted);
        assert!(packed.contains(&blocks[0]));
    }
    let told = repack("<p>x</p>", "", &a, b"x", None).unwrap_err().to_string();
    assert!(told.contains("not a page that Sorot made"));
    let twice = one_file(&parts()).unwrap().repeat(2);
    assert!(repack(&twice, "", &a, b"x", None).is_err());
}

#[test]
fn a_file_that_takes_articles_carries_what_reads_them() {
    let script =
        "import { a } from \"./a.js\";\nexport function held() {}\nexport function ownArticles() {}\n";
    let own = Some(Own { script, reader: b"\0asm reader" });
    let page = one_file(&Parts { own, ..parts() }).unwrap();
    assert!(page.contains("function held() {}") && !page.contains("export function held"));
    assert!(!page.contains("a.js") && page.contains("await open(articles);"));
    assert_eq!(page.matches("data-payload=\"reader\" data-blocks=\"1\"").count(), 1);
    // A page that a reader saved: what was done to its articles goes with them.
    let saved = repack(&page, "Sorot", &[], b"articles", Some(b"{}")).unwrap();
    assert!(saved.contains(&payload::quick("state", b"{}")));
    let others = |page: &str, state| repack(page, "Sorot", &[], b"others", state).unwrap();
    assert_eq!(others(&saved, None), others(&page, None));
    assert_eq!(others(&saved, Some(b"[]")), others(&page, Some(b"[]")));
}

#[test]
fn a_file_for_an_iframe_talks_and_the_other_does_not() {
    let page = one_file(&parts()).unwrap();
    let embed = one_file(&Parts { purpose: Purpose::Embed, ..parts() }).unwrap();
    assert!(page.contains("start(root, new Uint8Array(articles));") && !page.contains("postMessage"));
    assert!(embed.contains("embed(root, articles);") && embed.contains("source !== parent"));
    for file in [page, embed] {
        assert!(!file.contains("@start@") && !file.contains("@own@"));
        assert!(file.contains("<meta name=\"sorot-build\" content=\"0\">"));
    }
}

#[test]
fn what_only_people_read_stays_at_home() {
    let text = "/** Of what.\n * More.\n */\nlet a = 1; // here\n\n    // Why.\n\tf(`/* in a text */`);\n/* one */\nb";
    assert_eq!(lean::lean(text), "let a = 1; // here\nf(`/* in a text */`);\nb\n");
    assert_eq!(lean::lean(&lean::lean(text)), lean::lean(text));
}
