//! A row of the text as a pattern sees it: runs of white space as one space, so that the end of a wrapped line is one, and
//! where only words are meant, marks and letters that mean the same as one.

use std::borrow::Cow;
use std::ops::Range;

/// What counts as the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum As {
    /// White space alone.
    Given,
    /// Quotation marks and apostrophes of either kind, too.
    Words,
    /// Capital and small letters, too.
    AnyCase,
}

/// A row that is read in one of these ways, with the way back.
pub(super) struct Line<'t> {
    /// What is read.
    pub(super) text: Cow<'t, str>,
    /// From which byte of it on which byte of the row comes.
    shifts: Vec<(usize, usize)>,
}

impl<'t> Line<'t> {
    /// Reads `row`. Linear in its length; what needs no change is not copied.
    pub(super) fn new(row: &'t str, how: As) -> Self {
        let (mut text, mut shifts) = (String::new(), Vec::new());
        let (mut done, mut space, mut offset) = (0, false, 0);
        for (at, c) in row.char_indices() {
            let white = c.is_whitespace();
            let read = if white { ' ' } else { same(c, how) };
            if read == c && !(white && space) {
                space = white;
                continue;
            }
            text.push_str(&row[done..at]);
            // of several white characters the first alone stands for all
            if !(white && space) {
                text.push(read);
            }
            space = white;
            done = at + c.len_utf8();
            let now = done.wrapping_sub(text.len());
            if now != offset {
                shifts.push((text.len(), done));
                offset = now;
            }
        }
        if done == 0 {
            return Self { text: Cow::Borrowed(row), shifts };
        }
        text.push_str(&row[done..]);
        Self { text: Cow::Owned(text), shifts }
    }

    /// Where in the row lies what is read at `range`.
    pub(super) fn given(&self, range: Range<usize>) -> Range<usize> {
        self.at(range.start)..self.at(range.end)
    }

    fn at(&self, read: usize) -> usize {
        let begun = self.shifts.partition_point(|shift| shift.0 <= read);
        begun.checked_sub(1).map_or(read, |last| read - self.shifts[last].0 + self.shifts[last].1)
    }
}

/// What a letter or mark counts as.
fn same(c: char, how: As) -> char {
    match c {
        _ if how == As::Given => c,
        '‘' | '’' | 'ʼ' | '`' => '\'',
        '“' | '”' | '„' => '"',
        '\u{2010}' | '\u{2011}' => '-',
        _ if how == As::Words => c,
        _ => {
            let mut small = c.to_lowercase();
            // the few letters that become two stay
            small.next().filter(|_| small.next().is_none()).unwrap_or(c)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stretch_that_is_read_leads_back_to_what_was_given() {
        let row = "It’s \u{a0} the\n   K\u{212a}İ\tend “Ä”";
        for (how, text) in [
            (As::Given, "It’s the KKİ end “Ä”".replace("KK", "K\u{212a}")),
            (As::Words, "It's the K\u{212a}İ end \"Ä\"".to_owned()),
            (As::AnyCase, "it's the kkİ end \"ä\"".to_owned()),
        ] {
            let line = Line::new(row, how);
            assert_eq!(line.text, text);
            for (at, c) in text.char_indices() {
                let given = &row[line.given(at..at + c.len_utf8())];
                assert!(
                    if c == ' ' { given.chars().all(char::is_whitespace) } else { given.chars().count() == 1 },
                    "{c:?} {given:?}"
                );
                assert_eq!(same(given.chars().next().unwrap_or(' '), how) == c, c != ' ' || given.starts_with(' '));
            }
            assert_eq!(line.given(0..text.len()), 0..row.len());
        }
        assert!(matches!(Line::new("plain words", As::AnyCase).text, Cow::Borrowed(_)));
    }
}
