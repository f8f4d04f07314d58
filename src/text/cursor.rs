//! Looking at tokens: the one way for all grammars.

use super::Text;
use super::tokens::{Kind, Token, is_apostrophe};
use super::words::is_capitalised;

/// The tokens of a stretch of text, from `start` up to `limit`. A grammar looks ahead and back by index and may
/// look outside: there is no token there, no word and no mark, so that its rules need no bounds. A grammar that
/// knows more about its tokens wraps this and dereferences to it.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'s> {
    /// The whole text.
    pub(crate) text: &'s Text<'s>,
    /// The first token.
    pub(crate) start: usize,
    /// The token after the last.
    pub(crate) limit: usize,
}

impl<'s> Cursor<'s> {
    /// Looks at the tokens `range` of `text`.
    pub(crate) fn new(text: &'s Text<'s>, range: std::ops::Range<usize>) -> Self {
        Self { text, start: range.start, limit: range.end }
    }

    /// The token at `at`.
    pub(crate) fn token(&self, at: usize) -> Option<Token> {
        (self.start..self.limit).contains(&at).then(|| self.text.tokens.get(at).copied())?
    }

    /// What the token at `at` is.
    pub(crate) fn kind(&self, at: usize) -> Option<Kind> {
        self.token(at).map(|token| token.kind)
    }

    /// The slice of token `at`; empty outside.
    pub(crate) fn str(&self, at: usize) -> &'s str {
        self.token(at).map_or("", |token| self.text.str(token))
    }

    /// Whether token `at` is `word`, case aside.
    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        self.str(at).eq_ignore_ascii_case(word)
    }

    /// Whether token `at` is one of `words`, case aside.
    pub(crate) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let found = self.str(at);
        words.iter().any(|word| found.eq_ignore_ascii_case(word))
    }

    /// Whether the token before `at` is one of `words`, case aside.
    pub(crate) fn follows(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is_any(before, words))
    }

    /// Token `at` where it is a word or initials.
    pub(crate) fn word(&self, at: usize) -> Option<&'s str> {
        let token = self.token(at)?;
        matches!(token.kind, Kind::Word | Kind::Initials).then(|| self.text.str(token))
    }

    /// Whether token `at` is a word or initials.
    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.word(at).is_some()
    }

    /// Whether token `at` is a word or initials and begins with a capital letter.
    pub(crate) fn is_capitalised(&self, at: usize) -> bool {
        self.word(at).is_some_and(is_capitalised)
    }

    /// The character of token `at` where it is a mark.
    pub(crate) fn mark(&self, at: usize) -> Option<char> {
        let token = self.token(at).filter(|token| token.kind == Kind::Mark)?;
        self.text.str(token).chars().next()
    }

    /// Whether token `at` is the character `mark`.
    pub(crate) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.mark(at) == Some(mark)
    }

    /// Whether token `at` is a number in figures.
    pub(crate) fn is_figure(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Number)
    }

    /// The number that token `at` writes in plain figures.
    pub(crate) fn number(&self, at: usize) -> Option<u32> {
        if self.is_figure(at) { self.str(at).parse().ok() } else { None }
    }

    /// Whether token `at` touches the one before it, without white space between them.
    pub(crate) fn is_joined(&self, at: usize) -> bool {
        at > self.start && self.token(at).is_some_and(|token| !token.spaced)
    }

    /// Whether white space, or an end of the stretch, is before token `at`.
    pub(crate) fn is_spaced(&self, at: usize) -> bool {
        !self.is_joined(at)
    }

    /// Whether token `at` is a hyphen or a dash.
    pub(crate) fn is_dash(&self, at: usize) -> bool {
        matches!(self.mark(at), Some('-' | '‐' | '‑' | '–' | '—'))
    }

    /// Whether token `at` is an apostrophe.
    pub(crate) fn is_apostrophe(&self, at: usize) -> bool {
        self.mark(at).is_some_and(is_apostrophe)
    }

    /// Whether token `at` is the possessive 's.
    pub(crate) fn is_possessive(&self, at: usize) -> bool {
        self.is_joined(at) && self.kind(at) == Some(Kind::Clitic) && self.str(at).ends_with(['s', 'S'])
    }

    /// `at`, or the token after it where `at` is a comma.
    pub(crate) fn past_comma(&self, at: usize) -> usize {
        at + usize::from(self.is_mark(at, ','))
    }

    /// `at`, or the token after it where `at` is the full stop of an abbreviation.
    pub(crate) fn past_stop(&self, at: usize) -> usize {
        at + usize::from(self.is_mark(at, '.') && self.is_joined(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_inside_and_nothing_outside() {
        let text = Text::new("On Sept. 5, Roe's U.S. trip – 40 days – ended");
        let cursor = Cursor::new(&text, 1..13);
        assert_eq!((cursor.str(0), cursor.str(13), cursor.str(usize::MAX)), ("", "", ""));
        assert!(cursor.is(1, "SEPT") && !cursor.is(0, "on") && cursor.is_any(8, &["visit", "trip"]));
        assert_eq!((cursor.past_stop(2), cursor.past_comma(4), cursor.past_comma(5)), (3, 5, 5));
        assert_eq!((cursor.number(3), cursor.number(4), cursor.number(0)), (Some(5), None, None));
        assert!(cursor.is_figure(3) && cursor.is_mark(4, ',') && cursor.mark(3).is_none());
        assert!(cursor.is_possessive(6) && !cursor.is_word(6) && cursor.word(7) == Some("U.S."));
        assert!(cursor.is_capitalised(5) && !cursor.is_capitalised(8));
        assert!(cursor.is_dash(9) && !cursor.is_joined(9) && cursor.is_joined(4));
        assert!(cursor.follows(3, &["."]) && !cursor.follows(1, &["on"]) && !cursor.follows(0, &["x"]));
    }

    #[test]
    fn the_first_token_touches_nothing() {
        let text = Text::new("Roe:“yes");
        let cursor = Cursor::new(&text, 2..4);
        assert!(cursor.is_spaced(2) && cursor.is_joined(3) && cursor.is_spaced(4) && !cursor.is_joined(4));
        assert!(!cursor.is_apostrophe(2));
    }
}
