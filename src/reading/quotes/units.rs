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
        for tokens in split(story, tokens) {
            let first = piece;
            while pieces.get(piece).is_some_and(|next| next.tokens.start < tokens.end) {
                piece += 1;
            }
            match units.last_mut() {
                Some(last)
                    if last.block == sentence.block
                        && last.pieces.end > 0
                        && pieces.get(last.pieces.end - 1).is_some_and(|open| {
                            open.block == sentence.block
                                && open.tokens.end > tokens.start
                                && open.tokens.start < last.tokens.end
                        }) =>
                {
                    last.tokens.end = tokens.end;
                    last.pieces.end = piece;
                }
                _ => units.push(Unit { tokens, block: sentence.block, pieces: first..piece }),
            }
        }
    }
    units
}

/// Cuts a sentence that is not cut yet.
fn split(story: &Story<'_>, tokens: Range<usize>) -> Vec<Range<usize>> {
    let text = story.text;
    let mut parts = Vec::new();
    let mut start = tokens.start;
    let mut at = start;
    while at < tokens.end {
        let mark = text.str(text.tokens[at]);
        at += 1;
        if !matches!(mark, "." | "?" | "!") {
            continue;
        }
        if mark == "."
            && at >= 2
            && text.word(at - 2).is_some_and(|word| {
                word.chars().count() <= 5
                    && crate::text::words::is_capitalised(word)
                    && (word.chars().count() == 1
                        || matches!(
                            word,
                            "Mr" | "Mrs"
                                | "Ms"
                                | "Dr"
                                | "Sen"
                                | "Rep"
                                | "Gov"
                                | "Gen"
                                | "St"
                                | "Jr"
                                | "Col"
                                | "Lt"
                                | "Sgt"
                                | "Prof"
                                | "Rev"
                                | "No"
                                | "Reps"
                                | "Sens"
                                | "Jan"
                                | "Feb"
                                | "Aug"
                                | "Sept"
                                | "Oct"
                                | "Nov"
                                | "Dec"
                        ))
            })
        {
            continue;
        }
        while at < tokens.end
            && !text.tokens[at].spaced
            && matches!(text.str(text.tokens[at]), "”" | "\"" | "’" | "'" | ")" | "]" | "." | "?" | "!")
        {
            at += 1;
        }
        if at < tokens.end
            && text.tokens[at].spaced
            && !text.word(at).is_some_and(|word| word.chars().next().is_some_and(char::is_lowercase))
        {
            parts.push(start..at);
            start = at;
        }
    }
    if start < tokens.end {
        parts.push(start..tokens.end);
    }
    parts
}
