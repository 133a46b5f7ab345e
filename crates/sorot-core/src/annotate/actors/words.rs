//! What does a word tell about the name beside it? Titles, verbs of speech, heads of names.

use crate::calendar::Lang;
use crate::structure::lexicon::lines;
use crate::structure::lookup::Lookup;
use std::sync::LazyLock;

static CUES: &str = include_str!("../../../data/cues.txt");
static TITLES: &str = include_str!("../../../data/titles.txt");
static FUNCTION_ID: &str = include_str!("../../../data/words-id.txt");
static FUNCTION_EN: &str = include_str!("../../../data/words-en.txt");

/// A set of what a word may tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tells(u32);

macro_rules! tells {
    ($($name:ident $bit:literal $doc:literal;)*) => {
        impl Tells {
            $(#[doc = $doc] pub const $name: Tells = Tells(1 << $bit);)*
        }
    };
}

tells! {
    ORGANISATION 0 "A name with this word is an organisation.";
    PLACE 1 "The name after it is a place.";
    VENUE 2 "With a capital it begins the name of a building.";
    LOCATIVE 3 "A preposition before places.";
    SAID 4 "Its subject speaks.";
    WILL 5 "Its subject decides or acts.";
    CALENDAR 6 "A day, a month, a feast.";
    PLATFORM 7 "A channel, not an actor.";
    PARTICLE 8 "A small word inside a person's name.";
    COMMON 9 "An ordinary word.";
    FUNCTION 10 "A function word.";
    OFFICE 11 "An office or role (its first word).";
    HONORIFIC 12 "A form of address.";
    KIN 13 "Kinship: a person stands beside.";
    PORTFOLIO 14 "Goes on an office's title.";
    GENERIC 15 "A head that with a state's name alone is no name of its own.";
    BEGINS 16 "A phrase of several words begins with it.";
    MEDIUM 17 "Written small: what it names after it is an organisation.";
    RANK 18 "A rank after which the force is named (\"Letjen TNI\").";
}

impl Tells {
    /// Whether it tells any of `other`.
    pub fn any(self, other: Tells) -> bool {
        self.0 & other.0 != 0
    }

    /// As a number, one bit for each thing told; what the tagger didn't learn with is left out.
    pub fn bits(self) -> u32 {
        self.0 & (Tells::BEGINS.0 - 1)
    }

    /// Both sets.
    pub const fn or(self, other: Tells) -> Tells {
        Tells(self.0 | other.0)
    }

    fn of(class: &str) -> Tells {
        match class {
            "organisation" => Tells::ORGANISATION,
            "place" => Tells::PLACE,
            "venue" => Tells::VENUE,
            "locative" => Tells::LOCATIVE,
            "said" => Tells::SAID,
            "will" => Tells::WILL,
            "calendar" => Tells::CALENDAR,
            "platform" => Tells::PLATFORM,
            "particle" => Tells::PARTICLE,
            "office" => Tells::OFFICE,
            "honorific" => Tells::HONORIFIC,
            "kin" => Tells::KIN,
            "portfolio" => Tells::PORTFOLIO,
            "generic" => Tells::GENERIC,
            "medium" => Tells::MEDIUM,
            "rank" => Tells::RANK.or(Tells::OFFICE),
            _ => Tells::COMMON,
        }
    }
}

static ID: LazyLock<Lookup<Tells>> = LazyLock::new(|| table(Lang::Id));
static EN: LazyLock<Lookup<Tells>> = LazyLock::new(|| table(Lang::En));

/// All words of the files that count in `lang`, each with all it tells.
fn table(lang: Lang) -> Lookup<Tells> {
    let classed = lines(CUES).chain(lines(TITLES)).filter_map(|l| l.split_once('\t'));
    let mut words: Vec<(&'static str, Tells)> = classed
        .filter_map(|(class, word)| match word.strip_prefix("en:") {
            Some(word) => (lang == Lang::En).then_some((word, Tells::of(class))),
            None => Some((word, Tells::of(class))),
        })
        .collect();
    match lang {
        Lang::Id => words.extend(lines(FUNCTION_ID).map(|w| (w, Tells::FUNCTION))),
        Lang::En => words.extend(lines(FUNCTION_EN).map(|w| (w, Tells::FUNCTION))),
    }
    let begins = |w: &(&'static str, Tells)| {
        w.0.find([' ', '-']).and_then(|end| w.0.get(..end)).map(|first| (first, Tells::BEGINS))
    };
    let first: Vec<_> = words.iter().filter_map(begins).collect();
    words.extend(first);
    Lookup::new(words, Tells::or)
}

/// What `word`, or a phrase of words with single spaces, tells in a text in `lang`; small letters.
pub fn tells(word: &str, lang: Lang) -> Tells {
    let table = match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    };
    table.get(word).unwrap_or_default()
}

/// Whether an Indonesian affix shows that `word` (small letters) is an ordinary word: a nasal prefix
/// before the letters it assimilates to, or a confix. At least six letters, so that short names pass.
pub fn is_derived(word: &str) -> bool {
    if word.len() < 6 || !word.is_ascii() {
        return false;
    }
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let rest = word.strip_prefix("me").or_else(|| word.strip_prefix("pe"));
    let nasal = |m: &str, stem: &[char]| {
        let stem_start = rest.and_then(|r| r.strip_prefix(m)).and_then(|r| r.chars().next());
        stem_start.is_some_and(|c| stem.contains(&c))
    };
    let vowels = ['a', 'e', 'i', 'o', 'u'];
    let science = word.len() >= 7 && (word.ends_with("logi") || word.ends_with("nomi"));
    science
        || nasal("ng", &['a', 'e', 'i', 'o', 'u', 'g', 'h', 'k'])
        || nasal("ny", &vowels)
        || nasal("m", &['b', 'p', 'f', 'v'])
        || (nasal("n", &['c', 'j', 't', 'd']) && word.len() >= 7 && !word.ends_with("ov"))
        || (["ke", "pe", "per", "pem", "pen", "ber"].iter().any(|p| word.starts_with(p))
            && word.len() >= 7
            && word.ends_with("an")
            && word.chars().filter(|c| vowel(*c)).count() >= 3)
        || ["nya", "lah", "kah"].iter().any(|s| word.ends_with(s)) && word.len() >= 7
        || (word.starts_with("di") && (word.ends_with("kan") || word.ends_with("nya")))
}
