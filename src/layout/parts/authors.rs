//! Rows that name authors, or times, or both.

use super::{Cutter, Row, shift};
use crate::layout::states::{Part, Zone};
use crate::layout::{byline, names, timestamp};
use crate::text::Text;
use crate::text::tokens::Kind;
use crate::{Role, Span};

impl Cutter<'_, '_> {
    /// A row that names authors, or times, or both: `By NAME Apr. 28, 2023 1:15 pm`,
    /// `Desk / April 28, 2023`, `NAME|Published 4 months ago`.
    pub(super) fn byline_or_timestamp(&mut self, row: &Row, zone: Zone, part: Part) {
        let text = self.text;
        let (at, end) = (row.tokens.start, row.tokens.end);
        let Some(found) = timestamp::find(text, at..end, self.day_first) else {
            if let Some(parsed) = byline::read(text, at, end) {
                self.parts.bylines.push((zone, parsed));
            }
            self.push(part.role(), row.span, zone);
            return;
        };
        self.parts.stamps.extend(found.stamps.iter().cloned().map(|stamp| (zone, stamp)));
        let before = Span::new(row.span.start, found.span.start);
        let words = text.slice(before).trim_matches(|c: char| !c.is_alphanumeric());
        let mut start = row.span.start;
        if !words.is_empty() {
            // what is before the times, read by itself: the last name may have the month glued to it
            let own = Text::new(text.slice(before));
            let to = own.tokens.iter().rposition(|token| token.kind != Kind::Mark).map_or(0, |last| last + 1);
            let whole = byline::read(&own, 0, to);
            // `NAME / outlet.example / Sep 2, 2024`: the outlet between name and times
            let parsed = whole.or_else(|| {
                let name = names::read(&own, 0, to).filter(|name| (2..=4).contains(&name.words))?;
                let parted = ['/', '|', '•', '·', ','].iter().any(|&mark| own.is_mark(name.next, mark));
                parted.then(|| byline::read(&own, 0, name.next)).flatten()
            });
            let role = match parsed {
                Some(parsed) => {
                    self.parts.bylines.push((zone, shift::byline(parsed, before.start)));
                    Role::Byline
                }
                None if part == Part::Byline => Role::Byline,
                None if words.chars().count() <= 30 => Role::Section,
                None => Role::Furniture,
            };
            // the marks between belong to the times
            let length = own.tokens[..to].last().map_or(0, |token| token.span().end);
            self.push(role, Span::new(before.start, before.start + length), zone);
            start = before.start + length;
        }
        self.push(Role::Timestamp, Span::new(start, row.span.end), zone);
    }
}
