//! Counts beside a story: views, comments, shares.

use super::{Cutter, Row};
use crate::layout::states::Zone;
use crate::text::tokens::Kind;
use crate::{Role, Span};

/// What pages count.
const COUNTED: &[&str] = &["views", "view", "comments", "comment", "shares", "reads", "likes", "reactions"];

impl Cutter<'_, '_> {
    /// Cuts a row of counts with their units, `3304 views 13 mins 0 comments`; tells whether it was one.
    pub(super) fn counters(&mut self, row: &Row, zone: Zone) -> bool {
        let text = self.text;
        let (at, end) = (row.tokens.start, row.tokens.end);
        let number = |index: usize| index < end && text.tokens[index].kind == Kind::Number;
        if let Some(glued) = share_count(text.slice(row.span)) {
            self.push(Role::Furniture, Span::new(row.span.start, row.span.start + glued), zone);
            self.push(Role::Counter, Span::new(row.span.start + glued, row.span.end), zone);
            return true;
        }
        // further on the page counts are those of other stories
        if zone == Zone::After || end - at > 12 || !number(at) {
            return false;
        }
        // pairs of a number and its unit, and nothing else
        let mut pieces: Vec<(Role, Span)> = Vec::new();
        let mut index = at;
        while index < end {
            let Some(unit) = text.word(index + 1).filter(|_| number(index) && index + 1 < end) else { return false };
            let counted = COUNTED.iter().any(|other| unit.eq_ignore_ascii_case(other));
            let span = Span::new(text.tokens[index].span().start, text.tokens[index + 1].span().end);
            pieces.push((if counted { Role::Counter } else { Role::Furniture }, span));
            index += 2;
            if ['·', '•', '|', ','].iter().any(|&mark| index < end && text.is_mark(index, mark)) {
                if let Some((_, span)) = pieces.last_mut() {
                    span.end = text.tokens[index].span().end;
                }
                index += 1;
            }
        }
        if !pieces.iter().any(|(role, _)| *role == Role::Counter) {
            return false;
        }
        for (role, span) in pieces {
            self.push(role, span, zone);
        }
        true
    }

    /// The count behind a row of times, `03 May 2025  4`, `· 0 Comments`: where it begins within `span`.
    pub(super) fn count_behind(&self, span: Span) -> Option<usize> {
        let slice = self.text.slice(span);
        let from = slice.find(|c: char| !c.is_whitespace() && !matches!(c, '·' | '•' | '|' | '-' | '/'))?;
        let mut words = slice[from..].split_whitespace();
        let number = words.next()?;
        let plain = number.len() <= 7 && number.bytes().all(|b| b.is_ascii_digit() || b == b',');
        let unit = words.next().is_none_or(|unit| COUNTED.iter().any(|other| unit.eq_ignore_ascii_case(other)));
        (plain && unit && words.next().is_none()).then_some(span.start + from)
    }
}

/// `Share0`, `Comments12`: where the count hangs on the button.
fn share_count(slice: &str) -> Option<usize> {
    let at = ["Shares", "Share", "Comments", "Likes", "Views"].iter().find(|word| slice.starts_with(**word))?.len();
    let count = &slice[at..];
    (!count.is_empty() && count.len() <= 6 && count.bytes().all(|b| b.is_ascii_digit())).then_some(at)
}

#[cfg(test)]
mod tests {
    use crate::{Options, parse};

    #[test]
    fn counts_with_their_units() {
        let story = "The harbour board voted Friday to close the old pier, its chairwoman Ada Quill told reporters at the quay.\n\n\
            Engineers found cracks in it, she said, and nobody wants to wait until the first of the planks falls.\n";
        for (row, values) in [
            ("3304 views 13 mins 0 comments", vec![3304, 0]),
            ("3 May 2021  14", vec![14]),
            ("3 May 2021, 20:02 · 2 Comments", vec![2]),
        ] {
            let source =
                format!("Ardmouth closes its oldest pier for nine months\nBy Ada Quill\n4 May 2021\n{row}\n{story}");
            let found: Vec<u64> =
                parse(&source, &Options::default()).head.counters.iter().map(|counter| counter.value).collect();
            assert_eq!(found, values, "{row}");
        }
    }
}
