//! What the grammar reads: the tokens of one block with their classes.

use super::lexicon::Lex;
use crate::DateOrder;
use crate::text::cursor::Cursor;
use std::cell::OnceCell;
use std::ops::Deref;

/// The tokens of a block with their classes. Outside the block the class is [`Lex::None`].
#[derive(Clone, Copy)]
pub(super) struct Grammar<'s> {
    pub(super) tokens: Cursor<'s>,
    pub(super) classes: &'s [Lex],
    /// How many expressions this one is inside of: "the end of the day before Monday".
    pub(super) depth: u8,
    /// How the document writes dates in figures.
    pub(super) order: Option<DateOrder>,
    /// Whether the block is a caption, which tells in the present tense of what is past.
    pub(super) caption: bool,
    /// Whether the story reports on a match, once that was asked.
    pub(super) match_report: &'s OnceCell<bool>,
}

impl<'s> Deref for Grammar<'s> {
    type Target = Cursor<'s>;

    fn deref(&self) -> &Cursor<'s> {
        &self.tokens
    }
}

impl Grammar<'_> {
    /// The same view, for an expression inside another; `None` where nobody could follow any more. It
    /// bounds the work at each token, so that the whole stays linear.
    pub(super) fn inside(self) -> Option<Self> {
        (self.depth < 3).then_some(Self { depth: self.depth + 1, ..self })
    }

    /// The class of token `at`.
    pub(super) fn lex(self, at: usize) -> Lex {
        if (self.start..self.limit).contains(&at) {
            self.classes.get(at).copied().unwrap_or(Lex::None)
        } else {
            Lex::None
        }
    }

    /// The class of the token before `at`.
    pub(super) fn before(self, at: usize) -> Lex {
        if at > self.start { self.lex(at - 1) } else { Lex::None }
    }

    /// Whether token `at` is a hyphen or dash that touches the token before.
    pub(super) fn is_hyphen(self, at: usize) -> bool {
        self.is_joined(at) && self.is_dash(at)
    }

    /// `at`, or the token after it where `at` is a hyphen.
    pub(super) fn past_hyphen(self, at: usize) -> usize {
        at + usize::from(self.is_hyphen(at))
    }
}
