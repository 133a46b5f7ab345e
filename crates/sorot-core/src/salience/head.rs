//! How does a sentence begin? With a name, with a word that leans on the sentence before, with a pronoun.

use crate::structure::lexicon::small;
use crate::structure::tokens::{Token, TokenKind};

/// What the head of a sentence leans on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// Nothing.
    Free,
    /// "Namun, …", "However, …": the sentence before says against what, but this one can be understood.
    Linked,
    /// "Pertemuan itu …", "Kedua negara …": something told before, named again by its kind.
    Pointing,
    /// "Ia …", "Menurut dia …", "She …": a person told before.
    Person,
    /// "Hal itu …", "Mereka …", "Menurutnya …": nobody can tell what without the sentence before.
    Dangling,
}

const PERSON: &[&str] = &["ia", "dia", "beliau", "menurutnya", "baginya", "he", "she"];
const DANGLING: &[&str] = &[
    "mereka",
    "keduanya",
    "ketiganya",
    "keempatnya",
    "kelimanya",
    "semuanya",
    "itu",
    "ini",
    "itulah",
    "inilah",
    "tersebut",
    "demikian",
    "begitu",
    "begitulah",
    "demikianlah",
    "katanya",
    "ujarnya",
    "tuturnya",
    "imbuhnya",
    "tambahnya",
    "dirinya",
    "padanya",
    "olehnya",
    "darinya",
    "untuknya",
    "it",
    "they",
    "this",
    "that",
    "these",
    "those",
    "both",
    "his",
    "her",
    "their",
    "its",
    "such",
    "hers",
    "theirs",
    "so",
];
/// Dangling with a pronoun or a demonstrative behind them: "Hal itu", "Menurut dia", "Of them".
const WITH: &[&str] = &[
    "hal",
    "menurut",
    "bagi",
    "kepada",
    "oleh",
    "dari",
    "untuk",
    "dengan",
    "atas",
    "pada",
    "terhadap",
    "bersama",
    "according",
    "of",
    "for",
    "with",
    "from",
    "by",
    "among",
    "to",
    "after",
    "before",
];
const OTHERS: &[&str] = &[
    "itu", "ini", "tersebut", "tadi", "demikian", "dia", "ia", "beliau", "mereka", "him", "her", "them",
    "this", "that", "these", "those",
];
const LINKED: &[&str] = &[
    "namun",
    "tetapi",
    "tapi",
    "sebaliknya",
    "sementara",
    "selain",
    "oleh",
    "karena",
    "sebab",
    "meski",
    "meskipun",
    "walau",
    "walaupun",
    "kendati",
    "akibatnya",
    "kemudian",
    "lalu",
    "selanjutnya",
    "sebelumnya",
    "bahkan",
    "padahal",
    "sedangkan",
    "adapun",
    "jadi",
    "dan",
    "atau",
    "juga",
    "pasalnya",
    "artinya",
    "misalnya",
    "sebagai",
    "lebih",
    "but",
    "however",
    "meanwhile",
    "instead",
    "and",
    "or",
    "also",
    "then",
    "moreover",
    "still",
    "yet",
    "nevertheless",
    "earlier",
    "later",
    "similarly",
    "therefore",
    "thus",
    "additionally",
    "furthermore",
];
/// "Meski demikian", "Sementara itu", "Oleh karena itu", "After that": the demonstrative belongs to the link.
const LINKS_ALONE: &[&str] = &[
    "namun",
    "tetapi",
    "tapi",
    "sebaliknya",
    "sementara",
    "selain",
    "karena",
    "meski",
    "meskipun",
    "walau",
    "walaupun",
    "kendati",
    "setelah",
    "sesudah",
    "sebelum",
    "sejak",
    "dengan",
    "oleh",
    "untuk",
    "di",
    "atas",
    "pada",
    "after",
    "before",
    "since",
    "despite",
];
/// What may stand before a demonstrative that points at the day of writing, not at the sentence before.
const TIMES: &[&str] = &[
    "hari", "pekan", "minggu", "bulan", "tahun", "malam", "pagi", "siang", "sore", "saat", "kali", "abad",
    "musim", "dini", "jam", "week", "month", "year", "morning", "evening", "time", "weekend",
];
const DEMONSTRATIVES: &[&str] = &["itu", "ini", "tersebut", "tadi"];
const DEFINITE: &[&str] = &["kedua", "ketiga", "keempat", "kelima", "this", "that", "these", "those"];
/// Several that were told before, behind an opening.
const GROUPS: &[&str] =
    &["mereka", "keduanya", "ketiganya", "keempatnya", "kelimanya", "semuanya", "it", "they", "both"];
/// Tokens of an opening, with its comma.
const OPENING: usize = 8;
/// Words from the head in which "itu" points back.
const NEAR: usize = 5;

/// Reads the first words of a sentence.
pub fn head(body: &str, tokens: &[Token]) -> Head {
    let words: Vec<String> = tokens
        .iter()
        .filter(|t| t.kind == TokenKind::Word)
        .take(NEAR + 1)
        .map(|t| small(t.text(body)))
        .collect();
    let word = |n: usize| words.get(n).map_or("", String::as_str);
    let is = |list: &[&str], n: usize| list.contains(&word(n));
    let speaks = matches!(word(0), "menurut" | "bagi" | "kata" | "ujar");
    if is(PERSON, 0) || speaks && matches!(word(1), "dia" | "ia" | "beliau") {
        return Head::Person;
    }
    // "Kata dia, …" is speech whose speaker isn't told; "Untuk itu, …" and "Meski demikian, …" are links.
    let link =
        is(LINKS_ALONE, 0) && matches!(word(1), "itu" | "ini" | "demikian" | "begitu" | "that" | "this");
    if link || word(0) == "oleh" && word(1) == "karena" || word(0) == "di" && word(1) == "sisi" {
        return Head::Linked;
    }
    if is_somebodys(word(0)) {
        return Head::Dangling;
    }
    if is(WITH, 0) && is(OTHERS, 1) || is(DANGLING, 0) && !is_followed_by_noun(word(0), word(1)) {
        return Head::Dangling;
    }
    if is(LINKED, 0) {
        // "Namun, dia …", "However, they …": a link in front of a pronoun.
        return if is(PERSON, 1) || is(DANGLING, 1) { Head::Dangling } else { Head::Linked };
    }
    if fronted(body, tokens).is_some_and(|w| PERSON.contains(&w.as_str()) || GROUPS.contains(&w.as_str())) {
        return Head::Dangling;
    }
    let points = |n: usize| is(DEMONSTRATIVES, n) && !is(TIMES, n - 1);
    if is(DEFINITE, 0) || (1..NEAR).any(points) {
        return Head::Pointing;
    }
    Head::Free
}

/// "Pernyataannya …", "Kunjungannya …": somebody's, and nothing says whose. Adverbs end so too.
fn is_somebodys(word: &str) -> bool {
    const ADVERBS: &[&str] = &[
        "sebelumnya",
        "selanjutnya",
        "akhirnya",
        "sebaliknya",
        "biasanya",
        "akibatnya",
        "umumnya",
        "misalnya",
        "sebenarnya",
        "sedikitnya",
        "setidaknya",
        "pasalnya",
        "artinya",
        "tampaknya",
        "rupanya",
        "sayangnya",
        "menurutnya",
        "seharusnya",
        "sesungguhnya",
        "khususnya",
        "berikutnya",
        "sekiranya",
        "nampaknya",
        "kelihatannya",
        "sepertinya",
        "anehnya",
        "uniknya",
        "menariknya",
        "untungnya",
        "intinya",
        "singkatnya",
        "lazimnya",
        "idealnya",
        "lainnya",
        "banyaknya",
        "adanya",
        "terjadinya",
        "masalahnya",
        "alasannya",
        "faktanya",
        "kenyataannya",
        "hasilnya",
        "bedanya",
        "caranya",
        "tujuannya",
        "dampaknya",
        "baginya",
    ];
    word.len() > 6 && word.ends_with("nya") && !ADVERBS.contains(&word)
}

/// The word behind the comma of a short opening without a name: "Dua pekan sebelumnya, keduanya …".
fn fronted(body: &str, tokens: &[Token]) -> Option<String> {
    let comma = tokens.iter().take(OPENING).position(|t| t.is(body, ','))?;
    let named = tokens.iter().take(comma).skip(1).any(Token::is_capital);
    let next = tokens.get(comma + 1).filter(|t| t.kind == TokenKind::Word && !named)?;
    Some(small(next.text(body)))
}

/// "This week …", "Those talks …": a noun follows, so that the head points rather than dangles.
fn is_followed_by_noun(word: &str, next: &str) -> bool {
    const VERBS: &[&str] = &[
        "is", "was", "were", "are", "has", "had", "have", "will", "would", "could", "can", "may", "might",
        "means", "came", "comes", "follows", "followed", "includes", "included", "also", "did", "does",
    ];
    matches!(word, "this" | "that" | "these" | "those") && !next.is_empty() && !VERBS.contains(&next)
}
