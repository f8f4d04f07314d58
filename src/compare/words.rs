//! The words of a changed sentence beside each other.

use crate::Span;
use crate::export::story::Story;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Words of a sentence that are compared one by one; a longer one differs as a whole.
const LONG: usize = 1_000;

/// Bytes of a word that, alone between two others that were replaced, is the same by chance.
const SHORT: usize = 3;

/// A piece of both sentences; one that differs may be empty in one of them. Places are in the texts as a reader means them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) same: bool,
    pub(super) before: Span,
    pub(super) after: Span,
}

/// The pieces of two sentences, one after the other.
pub(super) fn diff(one: &Story<'_>, before: Span, other: &Story<'_>, after: Span) -> Vec<Piece> {
    let (old, new) = (tokens(one.text(), before), tokens(other.text(), after));
    if old.len() > LONG || new.len() > LONG {
        return vec![Piece { same: false, before, after }];
    }
    let words =
        |text: &str, tokens: &[Span]| -> Vec<String> { tokens.iter().map(|span| plain(span.of(text))).collect() };
    let ops = capture_diff_slices(Algorithm::Myers, &words(one.text(), &old), &words(other.text(), &new));
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, op) in ops.iter().enumerate() {
        let (from, to) = (op.old_range(), op.new_range());
        let between = |at: Option<usize>| matches!(at.and_then(|at| ops.get(at)), Some(DiffOp::Replace { .. }));
        let island =
            from.len() == 1 && old[from.start].len() <= SHORT && between(at.checked_sub(1)) && between(Some(at + 1));
        let same = matches!(op, DiffOp::Equal { .. }) && !island;
        let piece = Piece { same, before: reach(&old, from, before.end), after: reach(&new, to, after.end) };
        match pieces.last_mut().filter(|last| !last.same && !same) {
            Some(last) => {
                (last.before.end, last.after.end) = (piece.before.end, piece.after.end);
            }
            None => pieces.push(piece),
        }
    }
    pieces
}

/// From the first of some tokens to where the next begins.
fn reach(tokens: &[Span], range: std::ops::Range<usize>, end: usize) -> Span {
    let start = |at: usize| tokens.get(at).map_or(end, |token| token.start);
    if range.is_empty() {
        Span::new(start(range.start), start(range.start))
    } else {
        Span::new(start(range.start), start(range.end))
    }
}

fn plain(word: &str) -> String {
    word.replace(['“', '”', '„'], "\"").replace(['‘', '’'], "'")
}

/// Words, numbers with what divides them, and marks, each for itself.
pub(super) fn tokens(text: &str, within: Span) -> Vec<Span> {
    let slice = within.of(text);
    let (mut tokens, mut open) = (Vec::new(), None);
    let mut letters = slice.char_indices().peekable();
    let (mut last, mut before_last) = (' ', ' ');
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        let inside = match letter {
            // "a.m", "U.S"
            '.' if last.is_alphabetic() && !before_last.is_alphanumeric() => next.is_alphabetic(),
            '.' | ',' | ':' => last.is_ascii_digit() && next.is_ascii_digit(),
            '-' | '\'' | '’' => last.is_alphanumeric() && next.is_alphanumeric(),
            _ => letter.is_alphanumeric(),
        };
        let at = within.start + at;
        if inside {
            open = open.or(Some(at));
        } else {
            tokens.extend(open.take().map(|start| Span::new(start, at)));
            if !letter.is_whitespace() {
                tokens.push(Span::new(at, at + letter.len_utf8()));
            }
        }
        (before_last, last) = (last, letter);
    }
    tokens.extend(open.map(|start| Span::new(start, within.end)));
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_are_one_token() {
        let text = "In the U.S. at 9 a.m. on May 3.";
        let words: Vec<&str> = tokens(text, Span::new(0, text.len())).iter().map(|span| span.of(text)).collect();
        assert_eq!(words, ["In", "the", "U.S", ".", "at", "9", "a.m", ".", "on", "May", "3", "."]);
        let text = "“$12.6 million,” Ana-Sofia's 1,000 boats at 10:30.";
        let words: Vec<&str> = tokens(text, Span::new(0, text.len())).iter().map(|span| span.of(text)).collect();
        assert_eq!(words, ["“", "$", "12.6", "million", ",", "”", "Ana-Sofia's", "1,000", "boats", "at", "10:30", "."]);
    }
}
