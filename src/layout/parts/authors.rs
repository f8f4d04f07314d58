//! Rows that name authors, or times, or both.

use super::{Cutter, Row};
use crate::layout::settle::is_section;
use crate::layout::states::{Part, Zone};
use crate::layout::{byline, timestamp};
use crate::text::tokens::Kind;
use crate::{Role, Span};

impl Cutter<'_, '_> {
    /// A row that names authors, or times, or both: `By NAME Apr. 28, 2023 1:15 pm`,
    /// `Desk / April 28, 2023`, `NAME|Published 4 months ago`.
    pub(super) fn byline_or_timestamp(&mut self, row: &Row, zone: Zone, part: Part) {
        let text = self.text;
        let (at, end) = (row.tokens.start, row.tokens.end);
        let label = self.label.take();
        let Some(mut found) = timestamp::find(text, at..end, self.day_first) else {
            self.label = timestamp::bare_label(text.slice(row.span));
            self.without_times(row, zone, part);
            return;
        };
        let glued = count_on_year(text.slice(found.span));
        if glued > 0 {
            found.span.end -= glued;
            if let Some(stamp) = found.stamps.last_mut() {
                stamp.span.end = stamp.span.end.min(found.span.end);
            }
        }
        // "Published" on the row above
        if let Some(stamp) = found.stamps.first_mut().filter(|stamp| stamp.label.is_none()) {
            stamp.label = label;
        }
        self.parts.stamps.extend(found.stamps.iter().cloned().map(|stamp| (zone, stamp)));
        let before = Span::new(row.span.start, found.span.start);
        let words = text.slice(before).trim_matches(|c: char| !c.is_alphanumeric());
        let mut start = row.span.start;
        if !words.is_empty() {
            // what is before the times, read by itself: the last name may have the month glued to it
            let own = text.part(before);
            let to = own.tokens.iter().rposition(|token| token.kind != Kind::Mark).map_or(0, |last| last + 1);
            let parsed = byline::read(&own, 0..own.tokens.len());
            let role = match parsed {
                Some(parsed) => {
                    self.parts.bylines.push((zone, parsed));
                    Role::Byline
                }
                None if part == Part::Byline => Role::Byline,
                None if words.chars().count() <= 30 || words.contains(", in ") => Role::Section,
                None => Role::Furniture,
            };
            // the marks between belong to the times
            let span = Span::new(before.start, own.tokens[..to].last().map_or(before.start, |token| token.span().end));
            if role == Role::Section {
                self.section(span, zone);
            } else {
                self.push(role, span, zone);
            }
            start = span.end;
        }
        let count = self.count_behind(Span::new(found.span.end, row.span.end));
        self.push(Role::Timestamp, Span::new(start, count.unwrap_or(row.span.end)), zone);
        if let Some(count) = count {
            self.push(Role::Counter, Span::new(count, row.span.end), zone);
        }
    }

    /// A row that names authors, or that is set like one.
    fn without_times(&mut self, row: &Row, zone: Zone, part: Part) {
        let text = self.text;
        let slice = text.slice(row.span);
        let parsed = byline::read(text, row.tokens.clone()).filter(|reading| reading.by || reading.whole);
        // `Author of the article:` over the name belongs to it; `Headshot of NAME` beside it is the page's
        let author =
            ["author", "by", "writer", "reporter"].iter().any(|word| slice.to_ascii_lowercase().contains(word));
        let label = parsed.is_none() && slice.ends_with(':') && !author;
        if parsed.is_none() && is_section(slice) {
            return self.push(Role::Section, row.span, zone);
        }
        let picture =
            ["Headshot of ", "Photo of ", "Picture of ", "Portrait of "].iter().any(|of| slice.starts_with(of));
        if part == Part::Byline && (label || picture) {
            self.push(Role::Furniture, row.span, zone);
            return;
        }
        let mut end = row.span.end;
        if let Some(parsed) = parsed {
            end = parsed.links.unwrap_or(end);
            self.parts.bylines.push((zone, parsed));
        }
        self.push(part.role(), Span::new(row.span.start, end), zone);
        self.push(Role::Furniture, Span::new(end, row.span.end), zone);
    }
}

/// How many of the digits at the end hang on a year: `November 21, 20251747`, a date and a count.
fn count_on_year(slice: &str) -> usize {
    let digits = slice.len() - slice.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let year = slice.len() - digits;
    let spaced = slice[..year].ends_with([' ', ',', '\u{a0}']);
    let plain = slice[year..].starts_with("19") || slice[year..].starts_with("20");
    if spaced && plain && (5..=11).contains(&digits) { digits - 4 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_that_hang_on_a_year() {
        for (slice, count) in [("May 21, 202517", 2), ("May 21, 2025", 0), ("21.05.2025", 0), ("20 views", 0)] {
            assert_eq!(count_on_year(slice), count, "{slice}");
        }
    }
}
