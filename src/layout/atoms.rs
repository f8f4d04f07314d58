//! Atoms: a short row cut finer than tokens, so that pieces a page has glued together come apart.
//!
//! Copying a page drops what only its styles put between two pieces: `2 minute readApril 25,
//! 20232:26 PM` was three of them. Atoms part words where small letters meet capitals and where
//! letters meet digits.

use crate::Span;
use crate::text::Text;
use crate::text::tokens::Kind;
use std::ops::Range;

/// What an atom is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Letters.
    Word,
    /// Digits, with separators inside.
    Number,
    /// Any other character.
    Mark(char),
}

/// A piece of a token, or a whole one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Atom {
    /// Where it lies.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) shape: Shape,
    /// Whether white space is before it.
    pub(crate) spaced: bool,
}

/// The atoms of the tokens `range`.
pub(crate) fn split(text: &Text<'_>, range: Range<usize>) -> Vec<Atom> {
    let mut atoms = Vec::with_capacity(range.len() + 4);
    for token in &text.tokens[range] {
        let span = token.span();
        match token.kind {
            Kind::Number => atoms.push(Atom { span, shape: Shape::Number, spaced: token.spaced }),
            Kind::Mark => {
                let mark = text.slice(span).chars().next().unwrap_or(' ');
                atoms.push(Atom { span, shape: Shape::Mark(mark), spaced: token.spaced });
            }
            Kind::Word => split_word(text.slice(span), span, token.spaced, &mut atoms),
            Kind::Initials | Kind::Clitic | Kind::Url => {
                atoms.push(Atom { span, shape: Shape::Word, spaced: token.spaced });
            }
        }
    }
    atoms
}

/// Parts a word at `aB`, `ABc` (before the B), `a1` and `1a`.
fn split_word(word: &str, span: Span, spaced: bool, atoms: &mut Vec<Atom>) {
    let mut start = 0;
    let mut before: Option<char> = None;
    let mut chars = word.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let behind = chars.peek().map(|&(_, c)| c);
        let cut = before.is_some_and(|b| {
            b.is_lowercase() && c.is_uppercase()
                || b.is_uppercase() && c.is_uppercase() && behind.is_some_and(char::is_lowercase)
                || b.is_numeric() != c.is_numeric()
        });
        if cut {
            push(word, span, start, at, spaced && start == 0, atoms);
            start = at;
        }
        before = Some(c);
    }
    push(word, span, start, word.len(), spaced && start == 0, atoms);
}

fn push(word: &str, span: Span, start: usize, end: usize, spaced: bool, atoms: &mut Vec<Atom>) {
    let number = word[start..].starts_with(char::is_numeric);
    atoms.push(Atom {
        span: Span::new(span.start + start, span.start + end),
        shape: if number { Shape::Number } else { Shape::Word },
        spaced,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glued_pieces_come_apart() {
        let source = "readApril UTCUpdated 05-14T16:15Z McRae G20";
        let text = Text::new(source);
        let atoms: Vec<_> = split(&text, 0..text.tokens.len()).iter().map(|atom| atom.span.of(source)).collect();
        assert_eq!(
            atoms,
            ["read", "April", "UTC", "Updated", "05", "-", "14", "T", "16", ":", "15", "Z", "Mc", "Rae", "G", "20"]
        );
    }
}
