//! Lines: where a paste breaks, and how far apart.

use crate::Span;

/// A line that is not blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    start: u32,
    end: u32,
    /// Blank lines before it.
    pub(crate) blanks: u32,
    /// Characters of white space before its first letter: an indent.
    pub(crate) indent: u32,
}

impl Line {
    /// Where it lies, without white space at its ends.
    pub(crate) fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// Whether a character ends a line (Unicode line breaking classes BK, CR, LF, NL).
pub(crate) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The lines of `source` that are not blank. CRLF is one break.
pub(crate) fn split(source: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut blanks = 0;
    let mut start = 0;
    while start <= source.len() {
        let rest = &source[start..];
        let length = rest.find(is_break).unwrap_or(rest.len());
        let span = Span::new(start, start + length).trim(source);
        if span.is_empty() {
            blanks += 1;
        } else {
            let indent = source[start..span.start].chars().count() as u32;
            lines.push(Line { start: span.start as u32, end: span.end as u32, blanks, indent });
            blanks = 0;
        }
        let Some(mark) = rest[length..].chars().next() else { break };
        start += length + if rest[length..].starts_with("\r\n") { 2 } else { mark.len_utf8() };
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_of_every_kind() {
        let source = "a\r\nb\n\n c \u{2028}d\re\u{85}";
        let lines = split(source);
        let read: Vec<_> = lines.iter().map(|line| (line.span().of(source), line.blanks)).collect();
        assert_eq!(read, [("a", 0), ("b", 0), ("c", 1), ("d", 0), ("e", 0)]);
        assert_eq!(lines[2].indent, 1);
    }

    #[test]
    fn nothing_but_white_space() {
        assert!(split("").is_empty());
        assert!(split(" \n\t\r\n\u{a0}").is_empty());
    }
}
