//! The unit of a breakdown's offsets, changed at once or afterwards.

use super::Article;
use crate::span::{Offsets, Places, Units};
use std::fmt;

/// A text that is not the one that a breakdown is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongTextError(Mismatch);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Mismatch {
    Length { expected: usize, found: usize, unit: Offsets },
    Offset { offset: usize, unit: Offsets },
}

impl fmt::Display for WrongTextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Mismatch::Length { expected, found, unit } => {
                write!(f, "expected the text that was read, of length {expected} in {unit}, found one of {found}")
            }
            Mismatch::Offset { offset, unit } => {
                write!(f, "expected the text that was read, found one where no character begins at {offset} in {unit}")
            }
        }
    }
}

impl std::error::Error for WrongTextError {}

impl Article {
    /// Changes all offsets into `unit`. `source` is the text that was read: offsets can only be counted in it.
    ///
    /// ```
    /// use nutgraf::{Offsets, Options};
    ///
    /// let text = "𝒩ord ferry resumes";
    /// let mut article = nutgraf::parse(text, &Options::new());
    /// article.convert_offsets(text, Offsets::CodePoint)?;
    /// assert_eq!(article, nutgraf::parse(text, &Options::new().with_offsets(Offsets::CodePoint)));
    /// # Ok::<(), nutgraf::WrongTextError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where `source` is of another length, or an offset lies inside one of its characters; the breakdown is then
    /// as it was.
    pub fn convert_offsets(&mut self, source: &str, unit: Offsets) -> Result<(), WrongTextError> {
        let from = Units::new(source, self.offsets);
        let (expected, found) = (self.length, from.at(source.len()));
        if expected != found {
            return Err(WrongTextError(Mismatch::Length { expected, found, unit: self.offsets }));
        }
        let mut wrong = None;
        self.each_span(&mut |span| {
            wrong = wrong.or_else(|| [span.start, span.end].into_iter().find(|&offset| from.byte(offset).is_none()));
        });
        if let Some(offset) = wrong {
            return Err(WrongTextError(Mismatch::Offset { offset, unit: self.offsets }));
        }
        if unit == self.offsets {
            return Ok(());
        }
        self.each_span(&mut |span| {
            for end in [&mut span.start, &mut span.end] {
                *end = from.byte(*end).unwrap_or(*end);
            }
        });
        self.count_in(source, unit);
        Ok(())
    }

    /// Changes all offsets, which must be in bytes of `source`, into `unit`.
    pub(crate) fn count_in(&mut self, source: &str, unit: Offsets) {
        let units = Units::new(source, unit);
        self.offsets = unit;
        self.length = units.at(source.len());
        units.convert(self);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, parse};

    /// Characters of one to four bytes, one joined of several, CRLF, a byte order mark.
    const HARD: &str = "\u{feff}Café 𝒩ord ferry resumes 👩🏽‍🚀\r\n\r\nPORT ELDER, May 3 (Reuters) - “Cafe\u{301} 𝒟éjà vu 👩🏽‍🚀,” \
                        Mayor Ada Quill 𐐷 said on Tuesday of 300 boats. 漢字 end.\r\n";
    const UNITS: &[Offsets] = Offsets::ALL;

    fn read(text: &str, unit: Offsets) -> Article {
        parse(text, &Options::new().with_offsets(unit))
    }

    #[test]
    fn afterwards_is_as_at_once() {
        for text in ["", "plain", HARD, &HARD.repeat(40)] {
            for (&from, &to) in UNITS.iter().flat_map(|from| UNITS.iter().map(move |to| (from, to))) {
                let mut article = read(text, from);
                assert_eq!(article.convert_offsets(text, to), Ok(()));
                assert_eq!(article, read(text, to), "{from} to {to}");
            }
        }
    }

    #[test]
    fn another_text_is_refused_and_changes_nothing() {
        for &from in UNITS {
            let before = read(HARD, from);
            let mut article = before.clone();
            let error = article.convert_offsets("something else", Offsets::Utf8).unwrap_err().to_string();
            assert!(
                error.starts_with("expected the text that was read, of length ") && error.ends_with("found one of 14")
            );
            assert_eq!(article, before);
        }
        // of the same length, with an offset inside a character
        let mut article = read("ab\n\ncd", Offsets::Utf8);
        let before = article.clone();
        let error = article.convert_offsets("a漢\u{e9}", Offsets::Utf16).unwrap_err().to_string();
        assert!(error.contains("no character begins at 2 in utf8"), "{error}");
        assert_eq!(article, before);
    }

    #[test]
    fn offsets_beyond_the_text_are_refused() {
        let mut article = read(HARD, Offsets::Utf16);
        article.blocks[0].span.end = usize::MAX;
        assert!(article.convert_offsets(HARD, Offsets::Utf8).is_err());
        assert!(article.convert_offsets(HARD, Offsets::Utf16).is_err());
    }
}
