//! Rows that name authors, or times, or both.

use super::{Cutter, Readings, Row};
use crate::layout::sections::is_section;
use crate::layout::states::{Part, Zone};
use crate::layout::{byline, counters};
use crate::{Role, Span};

impl Cutter<'_, '_> {
    /// A row that names authors, or times, or both: `By NAME Apr. 28, 2023 1:15 pm`,
    /// `Desk / April 28, 2023`, `NAME|Published 4 months ago`.
    pub(super) fn byline_or_timestamp(&mut self, row: &Row, readings: Readings, zone: Zone, part: Part) {
        let label = self.label.take();
        let Some(mut times) = readings.times else {
            self.label = readings.label;
            return self.without_times(row, readings.byline, zone, part);
        };
        // "Published" on the row above
        if let Some(date) = times.dates.first_mut().filter(|date| date.label.is_none()) {
            date.label = label;
        }
        self.parts.stamps.extend(times.dates.into_iter().map(|date| (zone, date)));
        if let Some(byline) = readings.byline.as_ref().filter(|byline| byline.span.start >= times.span.end) {
            self.push(Role::Timestamp, Span::new(row.span.start, byline.span.start), zone);
            self.push(Role::Byline, Span::new(byline.span.start, row.span.end), zone);
            self.parts.bylines.extend(readings.byline.map(|byline| (zone, byline)));
            return;
        }
        let before = self.before_times(Span::new(row.span.start, times.span.start), readings.byline, zone, part);
        let rest = Span::new(times.count.unwrap_or(times.span.end), row.span.end);
        let count = counters::after_times(self.text, rest);
        self.push(Role::Timestamp, Span::new(before, count.unwrap_or(row.span.end)), zone);
        if let Some(count) = count {
            self.push(Role::Counter, Span::new(count, row.span.end), zone);
        }
    }

    /// What is before the times: an author, a section. Returns where it ends; the marks between belong to the
    /// times.
    fn before_times(&mut self, span: Span, byline: Option<byline::Reading>, zone: Zone, part: Part) -> usize {
        let slice = self.text.slice(span);
        let words = slice.trim_matches(|c: char| !c.is_alphanumeric());
        if words.is_empty() {
            return span.start;
        }
        let end = span.start
            + slice
                .rfind(char::is_alphanumeric)
                .map_or(0, |last| last + slice[last..].chars().next().map_or(0, char::len_utf8));
        let span = Span::new(span.start, end);
        if let Some(byline) = byline {
            self.parts.bylines.push((zone, byline));
            self.push(Role::Byline, span, zone);
        } else if part == Part::Byline {
            self.push(Role::Byline, span, zone);
        } else if words.chars().count() <= 30 {
            self.push(Role::Section, span, zone);
        } else {
            self.push(Role::Furniture, span, zone);
        }
        end
    }

    /// A row that names authors, or that is set like one.
    fn without_times(&mut self, row: &Row, byline: Option<byline::Reading>, zone: Zone, part: Part) {
        let slice = self.text.slice(row.span);
        if byline.is_none() && is_section(slice) {
            return self.push(Role::Section, row.span, zone);
        }
        // `Author of the article:` over the name belongs to it; another label is the page's
        let of_author = || {
            let slice = slice.to_ascii_lowercase();
            ["author", "by", "writer", "reporter"].iter().any(|word| slice.contains(word))
        };
        if part == Part::Byline && byline.is_none() && slice.ends_with(':') && !of_author() {
            return self.push(Role::Furniture, row.span, zone);
        }
        let mut end = row.span.end;
        let byline = match byline {
            None if part == Part::Byline && zone <= Zone::Head => byline::assumed(self.text, row.tokens.clone()),
            byline => byline,
        };
        if let Some(byline) = byline {
            end = byline.links.unwrap_or(end);
            self.parts.bylines.push((zone, byline));
        }
        self.push(part.role(), Span::new(row.span.start, end), zone);
        self.push(Role::Furniture, Span::new(end, row.span.end), zone);
    }
}
