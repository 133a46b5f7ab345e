//! Where was it written, and by whom? "WONOASRI, Warta Kita (ABC) –" before the first sentence.

use super::{Cutter, Form, Piece};
use crate::annotate::actors::words::Tells;
use crate::structure::tokens::{Shape, TokenKind};

/// Tokens before a dateline's dash at most.
const LONGEST: usize = 16;

impl Cutter<'_> {
    /// The names of a dateline at the beginning of the sentence, and the word after its dash.
    pub(super) fn dateline(&self) -> Option<(Vec<Piece>, usize)> {
        let head = self.words.get(..LONGEST.min(self.words.len()))?;
        let dash = head
            .iter()
            .position(|w| w.kind == TokenKind::Mark && w.spaced && matches!(w.text, "-" | "–" | "—"))?;
        let mut end = dash + 1;
        while self.get(end).is_some_and(|w| w.is_mark('-') && !w.spaced) {
            end += 1;
        }
        let before = head.get(..dash)?;
        let first = before.first()?;
        let bracket = before.iter().any(|w| w.is_mark('('));
        let told = first.shape == Shape::Upper || bracket || first.listed.is_some() || self.site(0).is_some();
        if !told || !first.is_capital() || !self.get(end)?.spaced {
            return None;
        }
        let mut out = Vec::new();
        let mut at = 0;
        let mut placed = false;
        while at < dash {
            let word = before.get(at)?;
            if word.kind != TokenKind::Word {
                let mark = word.kind == TokenKind::Number
                    || matches!(word.text, "," | "(" | ")" | "/" | "." | ":" | "|");
                at += 1;
                if mark { continue } else { return None }
            }
            if let Some(len) = self.site(at) {
                out.push((Form::Site, at, len));
                at += len;
                continue;
            }
            if !word.is_capital() {
                return None;
            }
            let goes_on = |i: &usize| *i < dash && self.goes_on(*i);
            let len = 1 + (at + 1..).take_while(goes_on).count();
            if word.tells.any(Tells::CALENDAR) {
                at += 1;
                continue;
            }
            let inside = at > 0 && before.get(at - 1)?.is_mark('(');
            match self.listed(at) {
                Some((entry, listed)) if listed >= len => {
                    out.push((Form::Listed(entry), at, listed));
                    at += listed;
                    placed = true;
                    continue;
                }
                _ if inside || placed => out.push((Form::Outlet, at, len)),
                _ => out.push((Form::Dateline, at, len)),
            }
            placed = true;
            at += len;
        }
        let piece = |(form, first, len): (Form, usize, usize)| Piece {
            first,
            last: first + len - 1,
            form,
            title: None,
        };
        Some((out.into_iter().map(piece).collect(), end))
    }
}
