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

/// The rows of a text, one by one: a paste can have millions.
pub(crate) struct Rows<'a, 't> {
    text: &'a Text<'t>,
    width: Option<usize>,
    line: usize,
    token: usize,
}

impl<'a, 't> Rows<'a, 't> {
    /// The rows of `text`.
    pub(crate) fn of(text: &'a Text<'t>) -> Self {
        Self { text, width: wrap_width(text), line: 0, token: 0 }
    }

    /// The line that comes next, with where its tokens begin and end.
    fn take_line(&mut self) -> Option<(Line, Range<usize>)> {
        let line = *self.text.lines.get(self.line)?;
        let first = self.token;
        let end = line.span().end;
        self.line += 1;
        // step by step: a search in the whole of the rest, line by line, would not be linear
        while self.text.tokens.get(self.token).is_some_and(|token| token.span().start < end) {
            self.token += 1;
        }
        Some((line, first..self.token))
    }
}

impl Iterator for Rows<'_, '_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let (line, tokens) = self.take_line()?;
        let mut row = Row { span: line.span(), tokens, blanks: line.blanks, indent: line.indent };
        let mut above = line;
        while let Some(below) = self.text.lines.get(self.line)
            && continues(self.text, above, *below, self.width)
            && let Some((line, tokens)) = self.take_line()
        {
            row.span.end = line.span().end;
            row.tokens.end = tokens.end;
            above = line;
        }
        Some(row)
    }
}

/// All rows of `text`.
#[cfg(any(test, feature = "train"))]
pub(crate) fn split(text: &Text<'_>) -> Vec<Row> {
    Rows::of(text).collect()
}

/// Whether `line` goes on with what the line before it began.
fn continues(text: &Text<'_>, before: Line, line: Line, width: Option<usize>) -> bool {
    if line.blanks > 0 {
        return false;
    }
    let (above, below) = (text.slice(before.span()), text.slice(line.span()));
    // a centred headline of two lines
    if before.indent.min(line.indent) >= CENTRED && is_open(above) && below.starts_with(char::is_lowercase) {
        return true;
    }
    if line.indent > before.indent {
        return false;
    }
    // a rule or a mark that closes a message
    let mut marks = below.chars();
    if marks.next().is_some_and(|c| c.is_ascii_punctuation() && marks.next() == Some(c)) {
        return false;
    }
    match width {
        Some(_) if is_open(above) && below.starts_with(char::is_lowercase) || leads_on(above) => true,
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

/// Words that no sentence or heading ends with: articles, conjunctions, and prepositions that are not adverbs too.
const LEADING_ON: &[&str] =
    &["a", "an", "the", "and", "or", "but", "of", "from", "to", "at", "with", "into", "than", "per", "its", "their"];

/// Whether a line stops before what its last word leads to, whatever that begins with: `… a share from | 15 cts`.
fn leads_on(line: &str) -> bool {
    let words = line.split_whitespace();
    words.clone().count() >= 6 && words.last().is_some_and(|last| LEADING_ON.contains(&last))
}

/// The width a hard-wrapped text was wrapped at, in characters; `None` where its lines are whole.
fn wrap_width(text: &Text<'_>) -> Option<usize> {
    let (mut pairs, mut open) = (0usize, 0usize);
    let mut lengths = [0usize; WIDEST + 1];
    let mut long = 0usize;
    for (index, line) in text.lines.iter().enumerate() {
        let slice = text.slice(line.span());
        // a character is at most four bytes: no need to count what is too long anyway
        let length = if slice.len() > 4 * WIDEST { WIDEST + 1 } else { slice.chars().count() + line.indent as usize };
        if length > WIDEST {
            long += 1;
        } else {
            lengths[length] += 1;
        }
        if index > 0 && line.blanks == 0 {
            let above = text.slice(text.lines[index - 1].span());
            pairs += 1;
            let goes_on = is_open(above) && slice.starts_with(char::is_lowercase) || leads_on(above);
            open += usize::from(above.len() >= 40 && goes_on);
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
    fn a_line_whose_last_word_leads_on() {
        let wrapped = |above: &str, below: &str| {
            format!(
                "    The harbour board said on Thursday that it had sold its pier\nto a group of fishermen who mend their \
                 nets there every winter\nand who had asked for it twice before, to no avail.\n    {above}\n{below}\n"
            )
        };
        for (above, below) in [
            ("The board raised its toll to 18 cts a boat from", "15 cts on March 4."),
            ("A ferry that was built to carry no more than", "40 carried 61."),
            ("The new owners of the pier will answer to the", "Ministry of Works."),
            ("The quay was cleared by men of the navy and", "Coast Guard divers."),
            ("Repairs will cost the board at least a", "\"small fortune\", he said."),
        ] {
            let source = wrapped(above, below);
            let rows = read(&source);
            assert_eq!(rows.len(), 2, "{rows:#?}");
        }
        for (above, below) in
            [("Net profit of the board", "15 mln"), ("What the board will do it from", "        15 cts")]
        {
            let source = wrapped(above, below);
            let rows = read(&source);
            assert_eq!(rows.len(), 3, "{rows:#?}");
        }
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
