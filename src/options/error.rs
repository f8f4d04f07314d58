//! The error for a value from outside that cannot be read.

use std::fmt;

/// The most of a value that an error repeats, in characters.
const SHOWN: usize = 60;

/// A date or a word that cannot be read: what was expected, and what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseValueError {
    expected: String,
    found: String,
}

impl ParseValueError {
    /// That `found` is not what `expected` says.
    pub(crate) fn new(expected: &str, found: &str) -> Self {
        let mut short: String = found.chars().take(SHOWN).collect();
        if short.len() < found.len() {
            short.push('…');
        }
        Self { expected: expected.to_owned(), found: short }
    }

    /// That `found` is none of `words`.
    pub(crate) fn one_of<'w>(words: impl ExactSizeIterator<Item = &'w str>, found: &str) -> Self {
        let last = words.len().saturating_sub(1);
        let mut expected = String::new();
        for (index, word) in words.enumerate() {
            expected.push_str(match index {
                0 => "",
                _ if index == last => " or ",
                _ => ", ",
            });
            expected.push_str(word);
        }
        Self::new(&expected, found)
    }
}

impl fmt::Display for ParseValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}, found {:?}", self.expected, self.found)
    }
}

impl std::error::Error for ParseValueError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DateOrder, Offsets};

    #[test]
    fn a_word_that_is_none_of_them_is_named_beside_them() {
        let error = "utf32".parse::<Offsets>().unwrap_err();
        assert_eq!(error.to_string(), "expected utf16, utf8 or codepoint, found \"utf32\"");
        let error = "ymd".parse::<DateOrder>().unwrap_err();
        assert_eq!(error.to_string(), "expected dmy or mdy, found \"ymd\"");
    }

    #[test]
    fn a_message_is_one_short_line_whatever_was_found() {
        let message = ParseValueError::new("a word", &"line\n\u{202e}".repeat(1000)).to_string();
        assert!(message.len() < 500 && message.ends_with("…\"") && !message.contains(['\n', '\u{202e}']), "{message}");
    }
}
