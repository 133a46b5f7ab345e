//! What does a word tell about the name beside it? Titles, verbs of speech, heads of names.

use crate::calendar::Lang;
use crate::structure::lexicon::lines;
use std::sync::LazyLock;

static CUES: &str = include_str!("../../../data/cues.txt");
static TITLES: &str = include_str!("../../../data/titles.txt");
static SMALL: &str = include_str!("../../../data/small-id.txt");
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
    SMALL 16 "Usually written small.";
}

impl Tells {
    /// Whether it tells any of `other`.
    pub fn any(self, other: Tells) -> bool {
        self.0 & other.0 != 0
    }

    /// As a number, one bit for each thing told.
    pub fn bits(self) -> u32 {
        self.0
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
            _ => Tells::COMMON,
        }
    }
}

type Table = Vec<(&'static str, Tells)>;
static ID: LazyLock<Table> = LazyLock::new(|| table(Lang::Id));
static EN: LazyLock<Table> = LazyLock::new(|| table(Lang::En));

fn words(lang: Lang) -> &'static Table {
    match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    }
}

/// All words of the files that count in `lang`, each once with all it tells, sorted.
fn table(lang: Lang) -> Table {
    let classed = lines(CUES).chain(lines(TITLES)).filter_map(|l| l.split_once('\t'));
    let mut words: Table = classed
        .filter_map(|(class, word)| match word.strip_prefix("en:") {
            Some(word) => (lang == Lang::En).then_some((word, Tells::of(class))),
            None => Some((word, Tells::of(class))),
        })
        .collect();
    match lang {
        Lang::Id => {
            words.extend(lines(FUNCTION_ID).map(|w| (w, Tells::FUNCTION)));
            words.extend(lines(SMALL).map(|w| (w, Tells::SMALL)));
        }
        Lang::En => words.extend(lines(FUNCTION_EN).map(|w| (w, Tells::FUNCTION))),
    }
    words.sort_unstable_by_key(|w| w.0);
    words.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 = kept.1.or(next.1);
        }
        same
    });
    words
}

/// What `word`, or a phrase of words with single spaces, tells in a text in `lang`; small letters.
pub fn tells(word: &str, lang: Lang) -> Tells {
    let list = words(lang);
    let at = list.binary_search_by_key(&word, |w| w.0);
    at.ok().and_then(|i| list.get(i)).map_or(Tells::default(), |w| w.1)
}

/// Whether a longer phrase begins with `word` and a space or hyphen.
pub fn begins_phrase(word: &str, lang: Lang) -> bool {
    let list = words(lang);
    let at = list.partition_point(|w| w.0 <= word);
    list.get(at).and_then(|w| w.0.strip_prefix(word)).is_some_and(|rest| rest.starts_with([' ', '-']))
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
    nasal("ng", &['a', 'e', 'i', 'o', 'u', 'g', 'h', 'k'])
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
