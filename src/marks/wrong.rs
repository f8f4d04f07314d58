//! What is wrong with a pattern, in plain words, and where.

use regex_syntax::{Error, ast, hir};
use std::fmt;

/// Why a pattern cannot be taken: what is wrong, and at which of its characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternError {
    message: String,
    at: Option<usize>,
}

impl PatternError {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), at: None }
    }

    /// That it is at the character before which there are `before` others.
    pub(super) fn at(message: impl Into<String>, before: usize) -> Self {
        Self { message: message.into(), at: Some(before + 1) }
    }

    /// The character of the pattern at which it is wrong, counted from 1; `None` where the whole is meant.
    #[must_use]
    pub fn character(&self) -> Option<usize> {
        self.at
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match self.at {
            Some(at) => write!(f, ", at character {at}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for PatternError {}

/// That an expression would take too much memory or time.
pub(super) fn too_much() -> PatternError {
    PatternError::new("the expression takes too much: let it repeat less, or use less of it")
}

/// What the parser of expressions found, in the words of somebody who is no programmer.
pub(super) fn of_syntax(error: &Error) -> PatternError {
    match error {
        Error::Parse(error) => placed(of_shape(error.kind()), error.pattern(), error.span().start.offset),
        Error::Translate(error) => placed(of_meaning(error.kind()), error.pattern(), error.span().start.offset),
        _ => PatternError::new("this is no regular expression"),
    }
}

fn placed(message: &str, pattern: &str, byte: usize) -> PatternError {
    let before = pattern.get(..byte).map_or(0, |before| before.chars().count());
    PatternError::at(message, before)
}

fn of_shape(kind: &ast::ErrorKind) -> &'static str {
    use ast::ErrorKind::{
        ClassEscapeInvalid, ClassRangeInvalid, ClassRangeLiteral, ClassUnclosed, DecimalEmpty, DecimalInvalid,
        EscapeUnexpectedEof, EscapeUnrecognized, FlagUnexpectedEof, FlagUnrecognized, GroupNameDuplicate,
        GroupUnclosed, GroupUnopened, NestLimitExceeded, RepetitionCountDecimalEmpty, RepetitionCountInvalid,
        RepetitionCountUnclosed, RepetitionMissing, UnicodeClassInvalid, UnsupportedBackreference,
        UnsupportedLookAround,
    };
    match kind {
        ClassUnclosed => "the bracket [ is not closed",
        ClassRangeInvalid => "this range goes backwards",
        ClassRangeLiteral | ClassEscapeInvalid => "this cannot stand in a range or between [ and ]",
        GroupUnclosed => "the bracket ( is not closed",
        GroupUnopened => "the bracket ) closes none; for the mark itself write \\)",
        GroupNameDuplicate { .. } => "two groups have the same name",
        RepetitionMissing => "there is nothing before this to repeat; for the mark itself write a \\ before it",
        RepetitionCountUnclosed => "the bracket { is not closed; for the mark itself write \\{",
        RepetitionCountInvalid => "the first of these numbers is the larger one",
        RepetitionCountDecimalEmpty | DecimalEmpty => "a number is missing here; for the mark itself write \\{",
        DecimalInvalid => "this number is too large",
        EscapeUnexpectedEof => "the pattern ends after \\; for the mark itself write \\\\",
        EscapeUnrecognized => "\\ means nothing before this letter",
        UnsupportedBackreference => "a group cannot be referred to by its number here",
        UnsupportedLookAround => "looking ahead or behind, (?= (?! (?<= (?<!, is not known here",
        FlagUnexpectedEof | FlagUnrecognized => "what stands after (? is not known here",
        UnicodeClassInvalid => "what stands after \\p is not known here",
        NestLimitExceeded(_) => "there are too many brackets inside each other",
        _ => "this is no regular expression",
    }
}

fn of_meaning(kind: &hir::ErrorKind) -> &'static str {
    use hir::ErrorKind::{UnicodePropertyNotFound, UnicodePropertyValueNotFound};
    match kind {
        UnicodePropertyNotFound | UnicodePropertyValueNotFound => {
            "this class of letters is not known here; \\w, \\d, \\s and ranges such as [a-z] are"
        }
        _ => "this means nothing in a text",
    }
}
