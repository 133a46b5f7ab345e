//! What does a word do in a clause? One list of words with classes, for both languages.

use crate::calendar::Lang;
use crate::structure::lookup::Lookup;
use std::sync::LazyLock;

/// The classes of a word, one bit each; what they mean is told at the head of `data/clauses.txt`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tags(u64);

macro_rules! tags {
    ($($name:ident $word:literal $bit:literal;)*) => {
        impl Tags {
            $(pub(crate) const $name: Tags = Tags(1 << $bit);)*

            fn from_word(word: &str) -> Tags {
                [$(($word, Tags::$name),)*].iter().find(|t| t.0 == word).map_or(Tags::NONE, |t| t.1)
            }
        }
    };
}

tags! {
    VS "vs" 0;
    SAY "say" 1;
    STANCE "stance" 2;
    PASSIVE "passive" 3;
    SOURCE "source" 4;
    STATEMENT "statement" 5;
    PREP "prep" 6;
    CONJ "conj" 7;
    SUB "sub" 8;
    ADV "adv" 9;
    TIME "time" 10;
    OLEH "oleh" 11;
    REL "rel" 12;
    TITLE "title" 13;
    HEAD "head" 14;
    ADJ "adj" 15;
    PRON "pron" 16;
    THEY "they" 17;
    DEM "dem" 18;
    INDEF "indef" 19;
    PLURAL "plural" 20;
    WORK "work" 21;
    ADDRESSEE "addressee" 22;
    STOP "stopnp" 23;
    YANG "yang" 24;
    FRONT "front" 25;
    MEET "meet" 26;
    TALK "talk" 27;
    PHONE "phone" 28;
    VIRTUAL "virtual" 29;
    BRIEF "brief" 30;
    WRITE "write" 31;
    JOIN "join" 32;
    OBJECT "object" 33;
    NOUN "noun" 34;
    PLAN "plan" 35;
    MAYBE "maybe" 36;
    DENY "deny" 37;
    GROUP "group" 38;
    LEAD "lead" 39;
    WITH "with" 40;
    AMONG "among" 41;
    TOWARDS "towards" 42;
    LIGHT "light" 44;
    MORE "more" 43;
    BODY "body" 45;
    GET "get" 48;
    HOST "host" 49;
    BOSS "" 46;
    BEARER "" 47;
}

impl Tags {
    /// Neither class.
    pub(crate) const NONE: Tags = Tags(0);

    /// Both sets of classes.
    pub(crate) const fn or(self, other: Tags) -> Tags {
        Tags(self.0 | other.0)
    }

    /// Whether any class is in both.
    pub(crate) const fn any(self, other: Tags) -> bool {
        self.0 & other.0 != 0
    }
}

type Entries = Vec<(&'static str, Tags)>;

/// The classes of `word`, given in lower case.
pub(crate) fn tags(word: &str, lang: Lang) -> Tags {
    static ID: LazyLock<Lookup<Tags>> = LazyLock::new(|| Lookup::new(load(Lang::Id), Tags::or));
    static EN: LazyLock<Lookup<Tags>> = LazyLock::new(|| Lookup::new(load(Lang::En), Tags::or));
    let list = match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    };
    list.get(word).unwrap_or(Tags::NONE)
}

/// Reads the lists of one language; a word may come more than once.
fn load(lang: Lang) -> Entries {
    let files = [include_str!("../../../data/clauses.txt"), include_str!("../../../data/contact-words.txt")];
    let mut entries: Entries = Vec::new();
    for line in files.iter().flat_map(|f| f.lines()) {
        let mut fields = line.split_whitespace();
        if fields.next() != Some(lang.tag()) {
            continue;
        }
        let Some(word) = fields.next() else { continue };
        entries.push((word, fields.fold(Tags::NONE, |all, class| all.or(Tags::from_word(class)))));
    }
    // The offices and forms of address that names are read by, where no class is told here.
    entries.sort_by_key(|entry| entry.0);
    let listed = entries.len();
    for (class, words) in include_str!("../../../data/titles.txt").lines().filter_map(|l| l.split_once('\t'))
    {
        if !matches!(class, "office" | "honorific") {
            continue;
        }
        for word in words.split(' ').filter(|w| *w != "of") {
            let known = entries.get(..listed).is_some_and(|e| e.binary_search_by_key(&word, |e| e.0).is_ok());
            if !known {
                entries.push((word, Tags::TITLE));
            }
        }
    }
    entries
}
