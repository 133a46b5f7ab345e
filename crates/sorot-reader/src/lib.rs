//! What a reader hands in, as a pack: the same reading as `sorot bundle`, in a module of its own.
//!
//! The page's program shows packs and holds no analysis. This one holds it, with the lists of names, and is loaded
//! when somebody adds articles: in a worker, or where there is none on the page (`web/reader.js`). It keeps what was
//! read of each file, so that another encoding reads one file again and not all.

mod exports;

use sorot_core::article::Article;
use sorot_core::corpus::Corpus;
use sorot_core::index;
use sorot_intake::{Encoding, Entry, Options, Twins, gather, read, refused, report, told};

/// The files that were read so far.
#[derive(Debug, Default)]
pub struct Reader {
    /// The open bundle's entries, where there is one.
    open: Vec<Entry>,
    /// The files by name, in the order of their paths, as the command reads a folder.
    files: Vec<(String, Vec<Entry>)>,
}

impl Reader {
    /// Reads the bundle that is open on the page: what is added comes behind it, and is held against it for duplicates.
    pub fn open(&mut self, name: &str, pack: &[u8]) {
        self.open = read(name, pack, Options::default());
    }

    /// Reads a file; it takes the place of an earlier one of that name. Gives back how many entries it had.
    pub fn add(&mut self, name: &str, bytes: &[u8], encoding: Option<Encoding>) -> usize {
        let entries = read(name, bytes, Options { encoding });
        let count = entries.len();
        match self.files.binary_search_by(|(own, _)| parts(own).cmp(parts(name))) {
            Ok(at) => {
                if let Some(file) = self.files.get_mut(at) {
                    file.1 = entries;
                }
            }
            Err(at) => self.files.insert(at, (name.to_string(), entries)),
        }
        count
    }

    /// What was read, remarked and skipped, as JSON (docs/intake.md); with the open bundle's articles or without.
    pub fn report(&self, with_open: bool) -> String {
        report(&gather(self.entries(with_open).into_iter().cloned(), Twins::Skip))
    }

    /// As much of it as somebody looks at: of the files of these names, all counted, at most `most` told, what was
    /// skipped first. What only counts is neither written nor sent to the page.
    pub fn told(&self, with_open: bool, names: &[&str], most: usize) -> String {
        let mut names = names.to_vec();
        names.sort_unstable();
        told(&self.entries(with_open), |entry| names.binary_search(&entry.place.file.as_str()).is_ok(), most)
    }

    /// The pack of the articles; empty where there are none. The bytes of `sorot bundle` for the same files.
    pub fn pack(&self, with_open: bool, title: &str) -> Vec<u8> {
        let entries = self.entries(with_open);
        let refused = refused(&entries, Twins::Skip);
        let taken = entries.into_iter().zip(refused).filter(|(_, why)| why.is_none());
        let articles: Vec<Article> = taken.filter_map(|(entry, _)| entry.article.clone()).collect();
        if articles.is_empty() {
            return Vec::new();
        }
        let corpus = Corpus::new(title, articles);
        let pieces: Result<Vec<Vec<u8>>, _> = index::pack(&corpus).map(Iterator::collect);
        pieces.map(|pieces| pieces.concat()).unwrap_or_default()
    }

    fn entries(&self, with_open: bool) -> Vec<&Entry> {
        let open = self.open.iter().filter(|_| with_open);
        open.chain(self.files.iter().flat_map(|(_, entries)| entries)).collect()
    }
}

/// The explorer as one file with what a reader has open, as `sorot bundle --html` writes it. Its parts: the source of a
/// one-file build, the title, the pack, what the reader did (empty for nothing), and the titles of the articles.
///
/// `None` where the first isn't such a file.
pub fn dossier(parts: &[Vec<u8>]) -> Option<String> {
    let [page, title, pack, state, titles @ ..] = parts else { return None };
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    let titles: Vec<String> = titles.iter().map(|title| text(title)).collect();
    let state = (!state.is_empty()).then_some(state.as_slice());
    sorot_onefile::repack(std::str::from_utf8(page).ok()?, &text(title), &titles, pack, state).ok()
}

/// The parts of a path, by which a folder's files are ordered.
fn parts(name: &str) -> std::str::Split<'_, char> {
    name.split('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str =
        "Menteri Luar Negeri Sugiono bertemu Presiden Prabowo Subianto di Jakarta, Rabu (23/4/2025).";
    const TWO: &str = "Harga beras di Pasar Induk Cipinang turun dua persen pada Kamis (24/4/2025).";

    #[test]
    fn the_order_of_dropping_changes_nothing() {
        let files = [
            ("a.txt", ONE),
            ("a/b.txt", TWO),
            ("b.json", "[{\"title\":\"Satu\",\"text\":\"Banjir di Kudus.\"}]"),
        ];
        let read = |order: [usize; 3]| {
            let mut reader = Reader::default();
            for at in order {
                reader.add(files[at].0, files[at].1.as_bytes(), None);
            }
            (reader.pack(false, "x"), reader.report(false))
        };
        assert_eq!(read([0, 1, 2]), read([2, 1, 0]));
        assert!(!read([1, 0, 2]).0.is_empty());
    }

    #[test]
    fn a_file_is_read_again_in_another_encoding() {
        let mut reader = Reader::default();
        let moscow = b"\xcc\xee\xf1\xea\xe2\xe0";
        reader.add("a.txt", moscow, Some(Encoding::Windows1252));
        assert!(reader.report(false).contains("windows-1252"));
        reader.add("a.txt", moscow, Some(Encoding::Windows1251));
        let told = reader.report(false);
        assert!(told.contains("windows-1251") && told.contains("\"read\":1,"), "{told}");
    }

    #[test]
    fn what_is_open_is_added_to_or_left_out() {
        let mut first = Reader::default();
        first.add("satu.txt", ONE.as_bytes(), None);
        let open = first.pack(false, "Satu");
        let mut reader = Reader::default();
        reader.open("open.sorot", &open);
        reader.add("lagi.txt", ONE.as_bytes(), None);
        reader.add("dua.txt", TWO.as_bytes(), None);
        assert!(reader.report(true).contains("\"skipped\":1"));
        assert!(reader.report(false).contains("\"skipped\":0"));
        // Of the files that are asked for, held against what is open.
        let told = reader.told(true, &["lagi.txt"], 5);
        assert!(told.starts_with("{\"read\":0,\"remarks\":0,\"skipped\":1,"), "{told}");
        assert!(reader.told(false, &["dua.txt", "lagi.txt"], 0).ends_with("\"skipped\":0,\"articles\":[]}"));
        let articles = |pack: &[u8]| sorot_core::corpus::pack::read(pack).unwrap().documents().len();
        assert_eq!(articles(&reader.pack(true, "")), 2);
        assert_eq!(articles(&reader.pack(false, "")), 2);
        assert_eq!(sorot_core::corpus::pack::read(&reader.pack(true, "Judul")).unwrap().title(), "Judul");
    }

    #[test]
    fn nothing_makes_no_pack() {
        let mut reader = Reader::default();
        reader.add("a.pdf", b"%PDF-1.7", None);
        assert!(reader.pack(false, "").is_empty());
        assert!(reader.report(false).contains("not-text"));
    }
}
