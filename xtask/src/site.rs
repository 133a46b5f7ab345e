//! From Trunk's output to the finished site: hashed names for the rest, the one-file build, sizes.

use crate::failure::{At, Failure, Result};
use crate::names::shortened;
use crate::repo;
use sha2::{Digest, Sha256};
use sorot_onefile::{OneFileError, Own, Parts, Purpose, fill, gzip, head, list, one_file};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The document's title, in the one file too.
const TITLE: &str = "Sorot";

/// The one file that also takes other articles.
pub const OPEN: &str = "sorot-open.html";

/// Writes the site into `to` and gives back lines about its sizes. `reader` is the module that reads articles, `split`
/// the folder of a bundle in parts that the served page opens in place of the pack.
pub fn write(
    built: &Path,
    pack: &Path,
    split: Option<&Path>,
    reader: &Path,
    contents: &[String],
    to: &Path,
) -> Result<Vec<String>> {
    if to.exists() {
        fs::remove_dir_all(to).at("clear", to)?;
    }
    fs::create_dir_all(to).at("create", to)?;
    let root = repo::root();
    let mut html = text(&built.join("index.html"))?;
    let [made_glue, made_program] = [reference(&html, "data-glue=\"")?, reference(&html, "data-wasm=\"")?];
    let (wasm, glue_text) = shortened(&bytes(&built.join(&made_program))?, &text(&built.join(&made_glue))?)?;
    let style = stylesheet(built)?;
    let css = text(&built.join(&style))?;
    let articles_bytes = bytes(pack)?;
    let mut hash = Sha256::new();
    for part in [&wasm, css.as_bytes(), glue_text.as_bytes(), &articles_bytes, &bytes(reader)?] {
        hash.update(Sha256::digest(part));
    }
    let build = hex(&hash.finalize());
    let top = head(TITLE, &build);
    html = fill(&html, &[("contents", &list(contents)), ("title", &top)]).map_err(sentence)?;
    let own = OwnScripts::write(reader, to)?;
    let texts = copy_hashed(&root.join("web/texts.js"), to)?;
    let boot = own.boot(&text(&root.join("web/boot.js"))?, &texts, to)?;
    let guard = copy_hashed(&root.join("web/guard.js"), to)?;
    // The page paints its shell by a small sheet of its own.
    let (shell, drawn) = sorot_onefile::sheets(&css);
    let shell = write_hashed("shell.css", shell, to)?;
    let drawn = write_hashed("drawn.css", drawn, to)?;
    // What is served isn't quite what Trunk made, so its names are made anew.
    let glue = write_hashed("sorot-web.js", &glue_text, to)?;
    let program = write_hashed("sorot-web.wasm", &wasm, to)?;
    html = html.replace(&made_glue, &glue).replace(&made_program, &program);
    let articles = match split {
        Some(folder) => {
            repo::copy_folder(&folder.join("texts"), &to.join("texts"))?;
            copy_hashed(&folder.join("index.sorot"), to)?
        }
        None => copy_hashed(pack, to)?,
    };
    for (wanted, key, name) in [
        ("src=\"boot.js\"", "src", &boot),
        ("src=\"guard.js\"", "src", &guard),
        (&format!("href=\"./{style}\""), "href", &shell),
        ("data-style=\"drawn.css\"", "data-style", &drawn),
        ("href=\"drawn.css\"", "href", &drawn),
        ("data-pack=\"articles.sorot\"", "data-pack", &articles),
        ("href=\"articles.sorot\"", "href", &articles),
    ] {
        html = replace_once(&html, wanted, &format!("{key}=\"./{name}\""))?;
    }
    write_file(&to.join("index.html"), html.as_bytes())?;
    for name in ["manifest.webmanifest", "icon.svg", "icon-192.png", "icon-512.png"] {
        write_file(&to.join(name), &bytes(&root.join("web").join(name))?)?;
    }
    let code = worker(&text(&root.join("web/worker.js"))?, to, &own.names)?;
    write_file(&to.join("worker.js"), code.as_bytes())?;

    // The public ways in: their names carry no hash, and they are asked for anew each time.
    let mut element = text(&root.join("web/element.js"))?;
    for (mark, name) in [
        ("@glue@", &glue),
        ("@wasm@", &program),
        ("@shell@", &shell),
        ("@drawn@", &drawn),
        ("@pack@", &articles),
        ("@reader-js@", &own.read),
        ("@texts@", &texts),
    ] {
        element = replace_once(&element, mark, name)?;
    }
    write_file(&to.join("sorot-explorer.js"), element.as_bytes())?;
    write_file(&to.join("sorot-frame.js"), &bytes(&root.join("web/frame.js"))?)?;
    let page = Parts {
        shell: &text(&root.join("index.html"))?,
        title: TITLE,
        contents,
        css: &css,
        glue: &glue_text,
        wasm: &wasm,
        pack: &articles_bytes,
        build: &build,
        purpose: Purpose::Page,
        own: None,
    };
    let file = one_file(&page).map_err(sentence)?;
    write_file(&to.join("sorot.html"), file.as_bytes())?;
    let reader = bytes(reader)?;
    let takes = Some(Own { script: &own.joined, reader: &reader });
    let open = one_file(&Parts { own: takes, ..page }).map_err(sentence)?;
    write_file(&to.join(OPEN), open.as_bytes())?;
    let embed = one_file(&Parts { purpose: Purpose::Embed, ..page }).map_err(sentence)?;
    write_file(&to.join("embed.html"), embed.as_bytes())?;
    Ok(vec![
        size("program (wasm)", &wasm),
        size("articles (pack)", &articles_bytes),
        size("reader (wasm)", &reader),
        format!("{:<16} {:>9} bytes", "one file", file.len()),
        format!("{:<16} {:>9} bytes", "with the reader", open.len()),
        format!(
            "{:<16} {:>9} bytes, {} gzip",
            "element (script)",
            element.len(),
            gzip(element.as_bytes()).len()
        ),
    ])
}

fn size(what: &str, bytes: &[u8]) -> String {
    format!("{what:<16} {:>9} bytes, {} gzip", bytes.len(), gzip(bytes).len())
}

/// What takes the reader's own articles, beside the page.
struct OwnScripts {
    /// The scripts as the one file holds them.
    joined: String,
    /// The names of what is fetched at first use: [`OPEN`] and the files that were written.
    names: Vec<String>,
    /// The name of the script that the page imports.
    own: String,
    /// The name of the one that reads articles, for whoever has some.
    read: String,
    /// The script that the page begins with.
    hold: String,
}

impl OwnScripts {
    /// Writes the module and the scripts into `to`.
    fn write(reader: &Path, to: &Path) -> Result<OwnScripts> {
        let web = repo::root().join("web");
        let [hold, read, kept, dossier, own] =
            ["hold.js", "reader.js", "kept.js", "dossier.js", "own.js"].map(|name| text(&web.join(name)));
        let (hold, read, own) = (hold?, read?, own?);
        let parts = format!("{}{}", inner(&kept?), inner(&dossier?));
        let joined = format!("{hold}{read}{parts}{own}");
        let module = copy_hashed(reader, to)?;
        let read = write_hashed("reader.js", &replace_once(&read, "@reader@", &module)?, to)?;
        // Its two helpers stand in it; the reader is for others too, and a worker of its own.
        let own = replace_once(&own, "\"./reader.js\"", &format!("\"./{read}\""))?;
        let own = own.lines().filter(|line| !line.ends_with("from \"./kept.js\";"));
        let own: Vec<&str> = own.filter(|line| !line.ends_with("from \"./dossier.js\";")).collect();
        let own = write_hashed("own.js", format!("{parts}{}\n", own.join("\n")), to)?;
        let names = vec![OPEN.to_string(), module, read.clone(), own.clone()];
        Ok(OwnScripts { joined, names, own, read, hold: inner(&hold) })
    }

    /// Writes the page's first script, which finds them; gives back its name.
    fn boot(&self, code: &str, texts: &str, to: &Path) -> Result<String> {
        let code = replace_once(code, "import { held } from \"./hold.js\";\n", &self.hold)?;
        let code = replace_once(&code, "@texts@", &format!("./{texts}"))?;
        write_hashed("boot.js", &replace_once(&code, "@own@", &format!("./{}", self.own))?, to)
    }
}

/// A module as a part of another.
fn inner(module: &str) -> String {
    let lines = module.lines().map(|line| line.strip_prefix("export ").unwrap_or(line));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The service worker for the files that lie in `folder`: their names, and a hash over all of them. Those of `later`
/// are kept when they were asked for.
fn worker(code: &str, folder: &Path, later: &[String]) -> Result<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .at("read", folder)?
        .flatten()
        // Texts that lie apart are kept when they were needed (web/texts.js).
        .filter(|entry| entry.path().is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let mut hash = Sha256::new();
    for name in &names {
        hash.update(name);
        hash.update(Sha256::digest(bytes(&folder.join(name))?));
    }
    let quoted = |name: &String| if name == "index.html" { "\"./\"".into() } else { format!("\"{name}\"") };
    let list: Vec<String> = names.iter().filter(|name| !later.contains(name)).map(quoted).collect();
    let later: Vec<String> = later.iter().map(quoted).collect();
    let code = replace_once(code, "\"@files@\"", &list.join(", "))?;
    let code = replace_once(&code, "\"@later@\"", &later.join(", "))?;
    replace_once(&code, "@build@", &hex(&hash.finalize()))
}

/// The first bytes of a hash: enough to tell builds apart.
fn hex(hash: &[u8]) -> String {
    hash.iter().take(8).fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// Copies a file under a name that carries its content's hash.
fn copy_hashed(file: &Path, to: &Path) -> Result<String> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    write_hashed(&name, &bytes(file)?, to)
}

/// Writes a file under its name with its content's hash in it; gives back that.
fn write_hashed(name: &str, content: impl AsRef<[u8]>, to: &Path) -> Result<String> {
    let hash = hex(&Sha256::digest(&content));
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let name = format!("{stem}-{hash}.{ending}");
    write_file(&to.join(&name), content.as_ref())?;
    Ok(name)
}

/// The value of an attribute in Trunk's page, a name relative to it.
fn reference(html: &str, attribute: &str) -> Result<String> {
    let value = html
        .split_once(attribute)
        .and_then(|(_, rest)| rest.split('"').next())
        .ok_or_else(|| format!("the built page lacks {attribute}…\": see Trunk.toml."))?;
    Ok(value.trim_start_matches("./").to_owned())
}

fn stylesheet(built: &Path) -> Result<String> {
    let mut sheets = fs::read_dir(built).at("read", built)?.flatten().filter_map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        name.ends_with(".css").then_some(name)
    });
    match (sheets.next(), sheets.next()) {
        (Some(sheet), None) => Ok(sheet),
        _ => Err("the build must make exactly one style sheet: see index.html.".into()),
    }
}

fn replace_once(html: &str, wanted: &str, by: &str) -> Result<String> {
    let count = html.matches(wanted).count();
    if count != 1 {
        return Err(format!("the built page has {wanted} {count} times, not once.").into());
    }
    Ok(html.replacen(wanted, by, 1))
}

fn sentence(error: OneFileError) -> Failure {
    format!("{error}: see index.html.").into()
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).at("read", path)
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).at("read", path)
}

fn write_file(path: &Path, content: &[u8]) -> Result<()> {
    fs::write(path, content).at("write", path)
}
