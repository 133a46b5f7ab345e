//! Do two amounts tell of the same, and do they agree?

use super::Amount;
use crate::annotate::quantities::{Hedge, Unit};
use crate::annotate::{ActorId, Document, Quantity};
use crate::calendar::Interval;
use crate::corpus::{Corpus, StemId, each_word};
use crate::index::Index;
use crate::index::told::digits;
use crate::text::Span;
use std::cell::OnceCell;

/// How two amounts of one thing stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// The same.
    Same,
    /// One is told more roughly.
    Rounded,
    /// They differ.
    Odds,
}

/// An amount with what surrounds it.
pub(super) struct Side<'a> {
    quantity: &'a Quantity,
    amount: Amount,
    /// Its value and its sentence, hashed.
    value: Option<u32>,
    sentence: u64,
    /// The content of its sentence, sorted, each stem once, what is counted left out; read where it is needed.
    stems: OnceCell<Vec<StemId>>,
    corpus: &'a Corpus,
    document: &'a Document,
    span: Span,
    /// Actors named in its paragraph, sorted.
    near: Vec<ActorId>,
    /// The actor named in what is counted ("wilayah X").
    of: Option<ActorId>,
    /// The days that its sentence speaks of.
    when: Option<Interval>,
}

/// Stems that two sentences share before their numbers are compared.
const SHARED: usize = 2;
/// Stems that they share before they are said to be at odds.
const SHARED_ODDS: usize = 4;
/// Digits that count of a number that hardly comes twice by chance.
const RARE: usize = 3;
/// Shortest word with content, in letters.
const WORD: usize = 3;

impl<'a> Side<'a> {
    pub fn of(
        corpus: &'a Corpus,
        index: &Index,
        document: &'a Document,
        quantity: &'a Quantity,
        amount: Amount,
    ) -> Side<'a> {
        let (value, told) = hashes(index, amount);
        let structure = &document.structure;
        let at = structure.sentences.partition_point(|s| s.span.end <= quantity.span.start);
        let sentence = structure.sentences.get(at);
        let span = sentence.map_or(quantity.span, |s| s.span);
        let block = sentence.and_then(|s| structure.blocks.get(s.block as usize)).map_or(span, |b| b.span);
        let named = |within: Span| {
            let first = document.mentions.partition_point(|m| m.span.start < within.start);
            let inside = document.mentions.iter().skip(first).take_while(move |m| m.span.end <= within.end);
            inside.map(|m| m.actor)
        };
        let mut near: Vec<ActorId> = named(block).collect();
        near.sort_unstable();
        near.dedup();
        let mut days = document.timexes.iter().filter(|t| span.contains(t.span)).filter_map(|t| t.value);
        Side {
            quantity,
            amount,
            value,
            sentence: told,
            stems: OnceCell::new(),
            corpus,
            document,
            span,
            near,
            of: quantity.thing.and_then(|thing| named(thing).next()),
            when: days.next(),
        }
    }

    /// Whether an amount is surely the same: of the same value, in the very same sentence, or so rare a number that
    /// articles on the same actors mean the same by it.
    pub fn repeats(&self, index: &Index, amount: Amount, (value, sentence): (Option<u32>, u64)) -> bool {
        let like = || shared(index.numbers_of(self.amount.doc), index.numbers_of(amount.doc)) >= 2;
        let rare = || digits(self.quantity.low) >= RARE;
        self.value == value
            && (self.sentence == sentence || rare() && (amount.doc == self.amount.doc || like()))
    }

    fn stems(&self) -> &[StemId] {
        self.stems.get_or_init(|| stems(self.corpus, self.document, self.span, self.quantity))
    }
}

/// The value of an amount and its sentence, hashed.
pub(super) fn hashes(index: &Index, amount: Amount) -> (Option<u32>, u64) {
    let amounts = &index.told().amounts;
    let value = amounts.values(amount.doc).nth(amount.at as usize).map(|value| value.0);
    (value, amounts.sentence(amount.doc, amount.at))
}

/// How `a` and `b`, which count things of one name, stand to each other; `None` where nothing ties them.
pub(super) fn relation(index: &Index, a: &Side, b: &Side) -> Option<Relation> {
    let relation = compare(a.quantity, b.quantity);
    let articles = shared(index.numbers_of(a.amount.doc), index.numbers_of(b.amount.doc));
    let near = shared(&a.near, &b.near);
    let words = || shared(a.stems(), b.stems());
    let place = a.of.is_some() && a.of == b.of;
    let tied = match relation {
        Relation::Odds => {
            let enough = || {
                let (words, fewer) = (words(), a.stems().len().min(b.stems().len()));
                words >= SHARED_ODDS && words * 3 >= fewer
            };
            let days = a.when.zip(b.when).is_none_or(|(x, y)| x.overlaps(y));
            // Times grow ("perang tiga tahun"), and what isn't named can't be at odds.
            let counted = !matches!(a.quantity.unit, Unit::Time(_)) && a.quantity.key != 0;
            let vague = a.quantity.low != a.quantity.high && b.quantity.low != b.quantity.high;
            counted && !vague && days && near > 0 && a.amount.doc != b.amount.doc && enough()
        }
        Relation::Same | Relation::Rounded => {
            let rare = relation == Relation::Same && digits(a.quantity.low) >= RARE;
            let rate = a.quantity.per.is_some() && articles >= 2;
            let share = a.quantity.unit == Unit::Share && place;
            let told = || (near > 0 || articles >= 2) && words() >= SHARED;
            rare && articles >= 1 || rate || share || told()
        }
    };
    tied.then_some(relation)
}

/// Whether two amounts of one unit can be the same.
pub(super) fn compare(a: &Quantity, b: &Quantity) -> Relation {
    if (a.low, a.high) == (b.low, b.high) {
        return if a.hedge == b.hedge { Relation::Same } else { Relation::Rounded };
    }
    let (a, b) = if range(a).1 - range(a).0 <= range(b).1 - range(b).0 { (a, b) } else { (b, a) };
    // `b` is told more roughly: it must leave room for the whole of `a`, or for its value.
    let ((low, high), (least, most)) = ((a.low, a.high), range(b));
    let inside = low >= least && high <= most || {
        let (from, to) = range(a);
        a.hedge != Hedge::None && from <= b.low && b.high <= to
    };
    let single = a.low == a.high && b.low == b.high;
    let rounds = single && (is_rounded(a.low, b.low) || is_rounded(b.low, a.low));
    if inside || rounds { Relation::Rounded } else { Relation::Odds }
}

/// What an amount leaves room for. The tenths are set by hand: "about" within a tenth, "more than" up to
/// half as much again, "nearly" down to a sixth less.
fn range(q: &Quantity) -> (i64, i64) {
    match q.hedge {
        Hedge::None => (q.low, q.high),
        Hedge::About => (q.low - q.low / 10, q.high.saturating_add(q.high / 10)),
        Hedge::AtLeast => (q.low, q.high.saturating_add(q.high / 2)),
        Hedge::AtMost => (q.low - q.low / 6, q.high),
    }
}

/// Whether `rough` is `fine` with fewer digits that count: 650 for 653; one digit alone isn't enough to
/// tell (6 for 5.6 is, 2 for 12 isn't).
fn is_rounded(fine: i64, rough: i64) -> bool {
    let (of_fine, of_rough) = (digits(fine), digits(rough));
    if of_rough >= of_fine || rough == 0 {
        return false;
    }
    let mut unit = 1i64;
    let mut rest = rough.abs();
    while rest % 10 == 0 {
        rest /= 10;
        unit = unit.saturating_mul(10);
    }
    fine.abs_diff(rough) <= unit.unsigned_abs() / 2 && fine.abs_diff(rough) * 20 <= fine.unsigned_abs()
}

/// How many items two sorted lists share.
fn shared<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    few.iter().filter(|item| many.binary_search(item).is_ok()).count()
}

fn stems(corpus: &Corpus, document: &Document, sentence: Span, quantity: &Quantity) -> Vec<StemId> {
    let lexicon = corpus.lexicon();
    let mut stems = Vec::new();
    each_word(&document.article.body, sentence, |span, word| {
        let own = quantity.span.overlaps(span) || quantity.thing.is_some_and(|t| t.overlaps(span));
        let content = word.len() >= WORD && !word.starts_with(|c: char| c.is_ascii_digit());
        if !own && content {
            stems.extend(lexicon.term(word).and_then(|term| lexicon.content_stem(term)));
        }
    });
    stems.sort_unstable();
    stems.dedup();
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(low: i64, high: i64, hedge: Hedge) -> Quantity {
        let span = Span { start: 0, end: 0 };
        Quantity {
            span,
            thing: None,
            low: low * 1000,
            high: high * 1000,
            hedge,
            unit: Unit::Count,
            per: None,
            key: 1,
        }
    }

    #[test]
    fn amounts_agree_round_or_differ() {
        use Hedge::{About, AtLeast, AtMost, None as Plain};
        let check = |a: (i64, i64, Hedge), b: (i64, i64, Hedge), expected: Relation| {
            let (a, b) = (amount(a.0, a.1, a.2), amount(b.0, b.1, b.2));
            assert_eq!(compare(&a, &b), expected, "{a:?} {b:?}");
            assert_eq!(compare(&b, &a), expected, "{b:?} {a:?}");
        };
        check((653, 653, Plain), (653, 653, Plain), Relation::Same);
        check((653, 653, Plain), (651, 651, Plain), Relation::Odds);
        check((653, 653, Plain), (650, 650, Plain), Relation::Rounded);
        check((653, 653, Plain), (600, 600, Plain), Relation::Odds);
        check((653, 653, Plain), (650, 650, About), Relation::Rounded);
        check((653, 653, Plain), (600, 600, AtLeast), Relation::Rounded);
        check((653, 653, Plain), (700, 700, AtMost), Relation::Rounded);
        check((653, 653, Plain), (700, 700, AtLeast), Relation::Odds);
        check((5000, 5000, Plain), (1000, 9999, Plain), Relation::Rounded);
        check((50_000, 50_000, Plain), (1000, 9999, Plain), Relation::Odds);
        check((12, 12, Plain), (2, 2, Plain), Relation::Odds);
        check((20, 20, About), (20, 20, About), Relation::Same);
        check((20, 20, About), (20, 20, Plain), Relation::Rounded);
        check((5, 10, Plain), (7, 7, Plain), Relation::Rounded);
    }

    #[test]
    fn digits_that_count() {
        assert_eq!(
            [digits(0), digits(653_000), digits(3_900_000), digits(5000), digits(5600)],
            [1, 3, 2, 1, 2]
        );
    }
}
