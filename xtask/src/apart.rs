//! The served build with a bundle in parts, whole and harmed, and with a large one: for stories about texts that come when
//! they are needed, and about articles that are added to many.

use crate::dist;
use crate::failure::{At, Result};
use crate::recorded;
use crate::repo;
use sorot_core::corpus::{Corpus, pack};
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Articles of the bundle.
const ARTICLES: usize = 300;
/// Words of an article.
const WORDS: usize = 160;
/// Articles of the large bundle: to as many others are joined, not read with them (web/own.js). Words of each.
const MANY: [usize; 2] = [2_000, 20];
/// What the stories know the builds by, in the order of [`write`].
pub const NAMES: [&str; 4] = ["APART", "HARMED", "LARGE", "THRIFTY"];
/// What web/texts.js fetches unasked, and what it does where nobody's articles are that many.
const FREE: [&str; 2] = ["8 << 20", "64 << 10"];
/// KiB of a part: so many parts that a page needs a few of them only.
const PART: &str = "12";

/// Writes both into `to`: `dist` with the bundle in the place of its own, and the same with a part that is missing (that
/// of the oldest article) and one that isn't what was packed (that of the article in the middle). The third has a large
/// bundle, the fourth is the first but asks before it fetches more than a little.
pub fn write(dist: &Path, to: &Path) -> Result<[PathBuf; 4]> {
    if to.exists() {
        fs::remove_dir_all(to).at("clear", to)?;
    }
    let (articles, parts) = (to.join("articles"), to.join("parts"));
    generate(&articles, [ARTICLES, WORDS])?;
    dist::sorot()
        .args([OsStr::new("bundle"), articles.as_os_str(), "--keep-duplicates".as_ref(), "--split".as_ref()])
        .args([parts.as_os_str(), "--part".as_ref(), PART.as_ref(), "--title".as_ref(), "Arsip uji".as_ref()])
        .run()?;
    let (whole, harmed) = (to.join("whole"), to.join("harmed"));
    repo::copy_folder(dist, &whole)?;
    repo::copy_folder(&parts.join("texts"), &whole.join("texts"))?;
    // Under the name of the build's own: page and worker know no other.
    let own = pack_of(&whole)?;
    let index = parts.join("index.sorot");
    fs::copy(&index, &own).at("write", &own)?;
    repo::copy_folder(&whole, &harmed)?;
    let bytes = fs::read(&index).at("read", &index)?;
    let corpus = pack::read(&bytes).map_err(|e| e.to_string())?;
    let missing = part(&corpus, &harmed, 0)?;
    fs::remove_file(&missing).at("remove", &missing)?;
    let other = part(&corpus, &harmed, ARTICLES / 2)?;
    let mut bytes = fs::read(&other).at("read", &other)?;
    if let Some(byte) = bytes.get_mut(1_000) {
        *byte ^= 1;
    }
    fs::write(&other, bytes).at("write", &other)?;
    let (many, large) = (to.join("many"), to.join("large"));
    generate(&many, MANY)?;
    repo::copy_folder(dist, &large)?;
    dist::sorot()
        .args([OsStr::new("bundle"), many.as_os_str(), "--keep-duplicates".as_ref(), "--output".as_ref()])
        .args([pack_of(&large)?.as_os_str(), "--title".as_ref(), "Arsip besar".as_ref()])
        .run()?;
    let thrifty = to.join("thrifty");
    repo::copy_folder(&whole, &thrifty)?;
    let named =
        |file: &PathBuf| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("texts-"));
    let script = fs::read_dir(&thrifty).at("read", &thrifty)?.flatten().map(|entry| entry.path()).find(named);
    let script = script.ok_or("the build has no script that fetches texts.")?;
    recorded::change(&script, |text| text.contains(FREE[0]).then(|| text.replace(FREE[0], FREE[1])))?;
    Ok([whole, harmed, large, thrifty])
}

/// The pack of a served build.
fn pack_of(site: &Path) -> Result<PathBuf> {
    let files = fs::read_dir(site).at("read", site)?.flatten().map(|entry| entry.path());
    let pack = files.filter(|file| file.extension() == Some(OsStr::new("sorot"))).last();
    pack.ok_or_else(|| "there is no pack in the build: make it again with `cargo xtask build`.".into())
}

/// The file with the text of an article.
fn part(corpus: &Corpus, site: &Path, row: usize) -> Result<PathBuf> {
    let documents = corpus.documents();
    // That it isn't here names its part.
    let _ = documents.get(row);
    let part = documents.take_missed().pop().ok_or("the bundle isn't in parts.")?;
    let mut name = String::new();
    for byte in part.hash.iter().take(8) {
        let _ = write!(name, "{byte:02x}");
    }
    Ok(site.join("texts").join(format!("{name}.text")))
}

/// Articles of words that nobody has read, in the order of their days.
fn generate(folder: &Path, [articles, words]: [usize; 2]) -> Result<()> {
    let towns = ["Bandung", "Surabaya", "Medan", "Makassar", "Padang", "Ambon"];
    let syllables = ["ba", "ri", "to", "ka", "mu", "sen", "la", "ga", "pi", "tan", "ru", "do"];
    fs::create_dir_all(folder).at("create", folder)?;
    let mut state = 7u64;
    let mut chance = |below: usize| {
        // Knuth's constants for a linear congruence.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for n in 0..articles {
        let town = towns.get(chance(towns.len())).copied().unwrap_or_default();
        let mut text = format!(
            "---\ntitle: Berita {n} dari {town}\nsource: Kabar {}\npublished: 2025-{:02}-{:02}\n---\n\
             Menteri Keuangan Sri Mulyani tiba di {town} pada hari itu.\n\n\
             \"Harga beras nomor {n} turun,\" kata Sri Mulyani kepada wartawan di {town}.\n\n",
            n % 3,
            1 + n / 28 % 12,
            1 + n % 28,
        );
        for word in 0..words {
            for _ in 0..2 + chance(3) {
                text.push_str(syllables.get(chance(syllables.len())).copied().unwrap_or_default());
            }
            text.push_str(if word % 20 == 19 { ".\n\n" } else { " " });
        }
        let file = folder.join(format!("a{n:03}.txt"));
        fs::write(&file, text).at("write", &file)?;
    }
    Ok(())
}
