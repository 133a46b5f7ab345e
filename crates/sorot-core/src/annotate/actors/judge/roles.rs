//! Whose is a title, and what is a name in a list?

use super::Judged;
use crate::annotate::ActorKind;
use crate::annotate::actors::sentence::Word;
use crate::annotate::actors::words::Tells;
use crate::structure::tokens::TokenKind;
use crate::why::{Rule, Why};

/// Gives a title to the person it belongs to, where that isn't the next one: "utusan Belov, Anton Ruiz",
/// "Utusan Belov Ruiz" (the second), "Anton Ruiz, kepala staf Belov" (the one before the comma).
pub(super) fn roles(words: &[Word], judged: &mut [Judged]) {
    for i in 0..judged.len() {
        let Some((title, range)) = judged.get(i).and_then(|j| Some((j.title?, j.range))) else { continue };
        let person = |k: usize| judged.get(k).is_some_and(|j| j.kind == Some(ActorKind::Person));
        let comma = |at: Option<usize>| at.and_then(|c| words.get(c)).is_some_and(|w| w.is_mark(','));
        let comma_before = comma(title.0.checked_sub(1));
        let before = i.checked_sub(1).filter(|b| person(*b) && comma_before);
        let before = before.filter(|b| judged.get(*b).is_some_and(|j| j.range.1 + 2 == title.0));
        let next = judged.get(i + 1).filter(|n| n.title.is_none() && person(i + 1)).map(|n| n.range);
        let next = next.filter(|n| n.0 == range.1 + 1 || n.0 == range.1 + 2 && comma(Some(range.1 + 1)));
        let single = range.0 == range.1;
        // An envoy, an aide, a son-in-law is somebody's: "utusan Anton Belov, Dora Ruiz".
        let follower = words.get(title.0).is_some_and(|w| is_follower(&w.small));
        let goes_on = judged.get(i + 1).and_then(|n| n.title).is_some_and(|t| t.0 == title.0);
        let before = before.filter(|_| if person(i) { single } else { !goes_on });
        let whose = (title.0, range.1);
        let target = match (before, next) {
            (Some(b), _) => Some((b, title)),
            (None, Some(_)) if (single || follower) && person(i) => Some((i + 1, whose)),
            // "seorang ajudan Belov": nobody is named who holds the role.
            (None, None) if follower && single && person(i) && title.1 + 1 == range.0 => Some((i, title)),
            _ => None,
        };
        if let Some((owner, role)) = target {
            if let Some(j) = judged.get_mut(i) {
                // "utusan Presiden Peru Anton Belov, …": the inner office stays his.
                let inner = (title.0 + 1..=title.1)
                    .find(|t| words.get(*t).is_some_and(|w| w.tells.any(Tells::OFFICE) && w.is_capital()));
                j.title = inner.filter(|_| follower && owner > i).map(|t| (t, title.1));
            }
            if owner == i {
                continue;
            }
            let role = if owner < i { (role.0, clause_end(words, role.1)) } else { role };
            if let Some(j) = judged.get_mut(owner).filter(|j| j.title.is_none()) {
                j.title = Some(role);
            }
        }
    }
}

/// "Kepala Manajemen PBB Jan Beagle": a single word between an office and the body that somebody holds it in is
/// the department's, no person's.
pub(super) fn departments(judged: &mut Vec<Judged>) {
    let mut at = 0;
    while let Some([word, body, holder]) = judged.get(at..at + 3) {
        let behind = |a: &Judged, b: &Judged| a.range.1 + 1 == b.range.0;
        let found = word.kind == Some(ActorKind::Person)
            && word.after_title()
            && body.kind == Some(ActorKind::Organisation)
            && holder.kind == Some(ActorKind::Person)
            && behind(word, body)
            && behind(body, holder);
        if found {
            judged.remove(at);
        }
        at += 1;
    }
}

/// Roles that are held beside another person, who may be named right after.
fn is_follower(word: &str) -> bool {
    matches!(
        word,
        "utusan"
            | "ajudan"
            | "penasihat"
            | "menantu"
            | "mertua"
            | "suami"
            | "istri"
            | "anak"
            | "asisten"
            | "pengacara"
            | "aide"
            | "adviser"
            | "advisor"
            | "envoy"
            | "wife"
            | "husband"
            | "son"
            | "daughter"
            | "son-in-law"
            | "rekan"
    )
}

/// Words of a role after a comma at most.
const LONGEST_ROLE: usize = 8;

/// The last word before the next mark, a few words ahead at most.
fn clause_end(words: &[Word], from: usize) -> usize {
    let ahead = words.get(from..(from + LONGEST_ROLE).min(words.len())).unwrap_or(&[]);
    from + ahead.iter().take_while(|w| w.kind == TokenKind::Word).count().saturating_sub(1)
}

/// "Parma, Lecce dan Bari": an open name in a list is what its neighbour is.
pub(super) fn neighbours(body: &str, words: &[Word], judged: &mut [Judged]) {
    let listed = |left: (usize, usize), right: (usize, usize)| {
        let between = words.get(left.1 + 1..right.0).unwrap_or(&[]);
        let joins = |w: &Word| w.is_mark(',') || matches!(&*w.small, "dan" | "and" | "serta" | "atau" | "or");
        (1..=2).contains(&between.len()) && between.iter().all(joins)
    };
    for i in 0..judged.len() {
        let open = judged.get(i).filter(|j| j.kind.is_none()).map(|j| j.range);
        let Some(range) = open else { continue };
        // "Belakangan, Peru menolak": the capital of the first word tells nothing, and one comma makes no list.
        let begins = judged.get(i).is_some_and(|j| j.initial);
        let more = || judged.get(i + 1).zip(judged.get(i + 2)).is_some_and(|(a, b)| listed(a.range, b.range));
        let comma = words.get(range.1 + 1).is_some_and(|w| w.is_mark(','));
        if begins && comma && !more() {
            continue;
        }
        let left = i.checked_sub(1).and_then(|l| judged.get(l));
        let left = left.filter(|l| listed(l.range, range) && l.kind.is_some());
        let found = left.or_else(|| judged.get(i + 1).filter(|r| listed(range, r.range)));
        let Some((kind, text)) = found.and_then(|f| Some((f.kind?, f.span.of(body).to_string()))) else {
            continue;
        };
        // A comma may begin an apposition ("Rahmat, Menteri Pangan"); only two of one kind make a list.
        if let Some(j) = judged.get_mut(i) {
            j.kind = Some(kind);
            j.why.push(Why::new(Rule::NameInList, [text.as_str().into()]));
        }
    }
}
