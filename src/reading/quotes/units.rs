//! Units: the sentences of a story, joined where a boundary lies inside quotation marks.

use super::marks::Piece;
use crate::reading::Story;
use std::ops::Range;

/// A sentence, with all the sentences of the quotations in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Index of its block.
    pub(super) block: usize,
    /// The pieces in quotation marks that begin in it, as indices.
    pub(super) pieces: Range<usize>,
}

/// The units of the story, in order.
pub(super) fn units(story: &Story<'_>, pieces: &[Piece]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut piece = 0;
    for sentence in story.sentences {
        let tokens = story.text.tokens_in(sentence.span);
        if tokens.is_empty() {
            continue;
        }
        let first = piece;
        while pieces.get(piece).is_some_and(|next| next.tokens.start < tokens.end) {
            piece += 1;
        }
        let open = units.last().filter(|last| last.block == sentence.block && reaches(last, pieces, tokens.start));
        if open.is_some()
            && let Some(last) = units.last_mut()
        {
            last.tokens.end = tokens.end;
            last.pieces.end = piece;
        } else {
            units.push(Unit { tokens, block: sentence.block, pieces: first..piece });
        }
    }
    units
}

/// Whether a quotation that begins in `unit` goes on at token `at`.
fn reaches(unit: &Unit, pieces: &[Piece], at: usize) -> bool {
    let last = unit.pieces.end.checked_sub(1).and_then(|last| pieces.get(last));
    last.is_some_and(|piece| {
        piece.block == unit.block && piece.tokens.start >= unit.tokens.start && piece.tokens.end > at
    })
}
