//! The cheapest way to take an Indonesian word apart.

use super::affixes::{self, LONGEST};
use super::roots;

/// The shortest stretch that counts as repeated.
const REPEATED: usize = 3;

/// The stem of a word in lower case; `None` where it is its own.
pub fn stem(word: &str) -> Option<String> {
    // Two full words and a hyphen are the longest that could be a doubled one.
    if word.len() > 2 * LONGEST + 1 {
        return None;
    }
    match word.split_once('-') {
        Some((first, second)) => doubled(first, second),
        None => single(word),
    }
}

/// "buku-buku", "tulisan-tulisan", "terus-menerus", "menggeleng-gelengkan"; also "KTP-nya".
fn doubled(first: &str, second: &str) -> Option<String> {
    if first.is_empty() || second.is_empty() || second.contains('-') {
        return None;
    }
    let own = |word: &str| single(word).unwrap_or_else(|| word.to_owned());
    if matches!(second, "nya" | "ku" | "mu" | "lah" | "kah" | "pun" | "an") {
        return Some(own(first));
    }
    let stem = own(first);
    if stem == own(second) {
        return Some(stem);
    }
    // The longest end of the first word that begins the second is said twice: once is enough.
    let repeated = |n: &usize| second.get(..*n).is_some_and(|head| first.ends_with(head));
    let n = (REPEATED..=second.len().min(first.len())).rev().find(repeated)?;
    Some(own(&format!("{first}{}", second.get(n..)?)))
}

fn single(word: &str) -> Option<String> {
    let mut best: Option<(i32, affixes::Form)> = None;
    affixes::each(word, &mut |affixes, root| {
        let (cost, known) = roots::cost(root.as_bytes());
        let possible = known
            || affixes.is_empty()
            || affixes::vowels(root.as_bytes()) > 1 && affixes::sounds_right(root.as_str());
        let cost = cost + affixes.cost();
        if possible && best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, *root));
        }
    });
    let root = best?.1;
    (root.as_str() != word).then(|| root.as_str().to_owned())
}
