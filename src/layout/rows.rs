//! Rows: the lines of a paste, with the lines of a hard-wrapped paragraph put together again.

use crate::Span;
use crate::text::Text;
use crate::text::lines::Line;
use std::ops::Range;

/// A line as its writer meant it: what ends in a break on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// Where it lies, without white space at its ends.
    pub(crate) span: Span,
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Blank lines before it.
    pub(crate) blanks: u32,
    /// Characters of white space before it.
    pub(crate) indent: u32,
}

/// The widest line that is still taken for a wrapped one, in characters. Wire services and mail
/// programs wrap between 60 and 80.
const WIDEST: usize = 110;

/// The least indent of a centred line, in characters.
const CENTRED: u32 = 6;

/// The rows of `text`.
pub(crate) fn split(text: &Text<'_>) -> Vec<Row> {
    let width = wrap_width(text);
    let mut rows: Vec<Row> = Vec::with_capacity(text.lines.len());
    let mut token = 0;
    for (index, line) in text.lines.iter().enumerate() {
        let first = token;
        token += text.tokens[token..].partition_point(|token| token.span().start < line.span.end);
        let joined = index > 0 && continues(text, &text.lines[index - 1], line, width);
        match rows.last_mut().filter(|_| joined) {
            Some(row) => {
                row.span.end = line.span.end;
                row.tokens.end = token;
            }
            None => {
                rows.push(Row { span: line.span, tokens: first..token, blanks: line.blanks, indent: line.indent });
            }
        }
    }
    rows
}

/// Whether `line` goes on with what the line before it began.
fn continues(text: &Text<'_>, before: &Line, line: &Line, width: Option<usize>) -> bool {
    if line.blanks > 0 {
        return false;
    }
    let (above, below) = (text.slice(before.span), text.slice(line.span));
    // a centred headline of two lines
    if before.indent.min(line.indent) >= CENTRED && is_open(above) && below.starts_with(char::is_lowercase) {
        return true;
    }
    if line.indent > before.indent {
        return false;
    }
    match width {
        Some(_) if is_open(above) && below.starts_with(char::is_lowercase) => true,
        // the first word below would not have had room above
        Some(width) => {
            let word = below.split_whitespace().next().unwrap_or("");
            above.chars().count() + before.indent as usize + 1 + word.chars().count() > width
        }
        None => text.lines.len() <= 4 && is_open(above) && below.starts_with(char::is_lowercase),
    }
}

/// Whether a line stops in the middle of a sentence.
fn is_open(line: &str) -> bool {
    line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | ';'))
}

/// The width a hard-wrapped text was wrapped at, in characters; `None` where its lines are whole.
fn wrap_width(text: &Text<'_>) -> Option<usize> {
    let (mut pairs, mut open) = (0usize, 0usize);
    let mut lengths = [0usize; WIDEST + 1];
    let mut long = 0usize;
    for (index, line) in text.lines.iter().enumerate() {
        let slice = text.slice(line.span);
        // a character is at most four bytes: no need to count what is too long anyway
        let length = if slice.len() > 4 * WIDEST { WIDEST + 1 } else { slice.chars().count() + line.indent as usize };
        if length > WIDEST {
            long += 1;
        } else {
            lengths[length] += 1;
        }
        if index > 0 && line.blanks == 0 {
            let above = text.slice(text.lines[index - 1].span);
            pairs += 1;
            open += usize::from(above.len() >= 40 && is_open(above) && slice.starts_with(char::is_lowercase));
        }
    }
    let lines = text.lines.len();
    if open < 2 || open * 4 < pairs || long * 20 > lines {
        return None;
    }
    // the widest line but for a few: a headline or an address is sometimes left long
    let mut above = lines / 50;
    for (length, &count) in lengths.iter().enumerate().rev() {
        if count > above {
            return (length >= 40).then_some(length);
        }
        above -= count;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Vec<&str> {
        let text = Text::new(source);
        split(&text).into_iter().map(|row| row.span.of(source)).collect()
    }

    #[test]
    fn hard_wrapped_paragraphs_become_rows() {
        let source = "HARBOUR BOARD <HBX> SELLS PIER\n\n    PORT ELDER, Feb 26 - The harbour board said on Thursday\n\
            that it had sold its northern pier to a group of\nfishermen for two mln dlrs.\n    The pier was closed last \
            year after a storm had torn away\npart of its roof, and repairs were put off again and again\nby the board.\n Reuter\n";
        let rows = read(source);
        assert_eq!(rows.len(), 4, "{rows:#?}");
        assert!(rows[1].starts_with("PORT ELDER") && rows[1].ends_with("mln dlrs."));
        assert_eq!(rows[3], "Reuter");
    }

    #[test]
    fn whole_lines_stay_apart() {
        assert_eq!(
            read("Share\nFacebook\nemail\nprint\n\nA story of one line.\nAnother one."),
            ["Share", "Facebook", "email", "print", "A story of one line.", "Another one."]
        );
    }

    #[test]
    fn a_centred_headline_of_two_lines() {
        let rows = read(
            "          Mayor of Ardmouth resigns\n             over missing pier\n\nIt was gone.\nSo was she.\n  Ends",
        );
        assert_eq!(rows[0], "Mayor of Ardmouth resigns\n             over missing pier");
        assert_eq!(rows.len(), 4);
    }

    #[test]
    fn a_short_text_broken_inside_a_sentence() {
        assert_eq!(read("It was a cold \nnight on the quay."), ["It was a cold \nnight on the quay."]);
    }
}
