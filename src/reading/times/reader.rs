//! A view of the tokens that the grammar reads: never beyond the block it is in.

use super::lexicon::Lex;
use crate::DateOrder;
use crate::text::Text;
use crate::text::tokens::{Kind, is_apostrophe};
use crate::text::words::is_capitalised;

/// The tokens from `start` to `limit` with their classes. Reading outside gives [`Lex::None`] and
/// the empty word, so that rules need no bounds.
#[derive(Clone, Copy)]
pub(super) struct Reader<'s> {
    pub(super) text: &'s Text<'s>,
    pub(super) classes: &'s [Lex],
    pub(super) start: usize,
    pub(super) limit: usize,
    /// How many expressions this one is inside of: "the end of the day before Monday".
    pub(super) depth: u8,
    /// How the document writes dates in figures.
    pub(super) order: Option<DateOrder>,
}

impl<'s> Reader<'s> {
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

    /// The slice of token `at`.
    pub(super) fn str(self, at: usize) -> &'s str {
        if !(self.start..self.limit).contains(&at) {
            return "";
        }
        self.text.tokens.get(at).map_or("", |&token| self.text.str(token))
    }

    /// Whether token `at` is `word`, case aside.
    pub(super) fn is(self, at: usize, word: &str) -> bool {
        self.str(at).eq_ignore_ascii_case(word)
    }

    /// Whether token `at` is one of `words`, case aside.
    pub(super) fn is_any(self, at: usize, words: &[&str]) -> bool {
        let word = self.str(at);
        words.iter().any(|other| word.eq_ignore_ascii_case(other))
    }

    /// Whether token `before` lies before `at` and is one of `words`.
    pub(super) fn follows(self, at: usize, words: &[&str]) -> bool {
        at > self.start && self.is_any(at - 1, words)
    }

    /// The class of the token before `at`.
    pub(super) fn before(self, at: usize) -> Lex {
        if at > self.start { self.lex(at - 1) } else { Lex::None }
    }

    /// Whether token `at` begins with a capital letter.
    pub(super) fn is_capitalised(self, at: usize) -> bool {
        is_capitalised(self.str(at))
    }

    /// Whether token `at` is a word or initials.
    pub(super) fn is_word(self, at: usize) -> bool {
        at < self.limit && self.text.tokens.get(at).is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Initials))
    }

    /// Whether token `at` is the character `mark`.
    pub(super) fn mark(self, at: usize, mark: char) -> bool {
        at < self.limit && self.text.is_mark(at, mark)
    }

    /// Whether token `at` stands against the one before, without white space.
    pub(super) fn joined(self, at: usize) -> bool {
        at < self.limit && self.text.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    /// Whether token `at` is a hyphen or dash that stands against the token before.
    pub(super) fn hyphen(self, at: usize) -> bool {
        self.joined(at) && self.dash(at)
    }

    /// Whether token `at` is a hyphen or a dash.
    pub(super) fn dash(self, at: usize) -> bool {
        matches!(self.str(at), "-" | "‐" | "‑" | "–" | "—")
    }

    /// Whether token `at` is an apostrophe.
    pub(super) fn apostrophe(self, at: usize) -> bool {
        at < self.limit && self.str(at).chars().all(is_apostrophe) && !self.str(at).is_empty()
    }

    /// Whether token `at` is the possessive 's.
    pub(super) fn possessive(self, at: usize) -> bool {
        self.joined(at)
            && self.text.tokens.get(at).is_some_and(|token| token.kind == Kind::Clitic)
            && self.str(at).ends_with(['s', 'S'])
    }

    /// `at`, or the token behind it where `at` is a comma.
    pub(super) fn past_comma(self, at: usize) -> usize {
        at + usize::from(self.mark(at, ','))
    }

    /// `at`, or the token behind it where `at` is the full stop of an abbreviation.
    pub(super) fn past_stop(self, at: usize) -> usize {
        at + usize::from(self.mark(at, '.') && self.joined(at))
    }

    /// `at`, or the token behind it where `at` is a hyphen.
    pub(super) fn past_hyphen(self, at: usize) -> usize {
        at + usize::from(self.hyphen(at))
    }
}
