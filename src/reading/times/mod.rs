//! Time expressions and their TIMEX3 values.
//!
//! A grammar over the tokens, one file a subject, and an anchor that turns what an expression says
//! into its value.

mod anchor;
mod business;
mod calendar;
mod clock;
mod dates;
mod deictic;
mod distance;
mod figures;
mod holidays;
mod lexicon;
mod meaning;
mod modifiers;
mod numbers;
mod periods;
mod reader;
mod sets;
mod tense;
mod vague;
mod years;

use super::Story;
use crate::text::Text;
use crate::{Block, Role, Span, Time};
use anchor::Anchor;
use lexicon::Lex;
use meaning::Found;
use reader::Reader;
use std::ops::Range;

/// Finds them in the blocks that are read, in order, none overlapping another.
pub(crate) fn find(story: &Story<'_>) -> Vec<Time> {
    let text = story.text;
    let classes = lexicon::classes(text);
    let order = figures::order(text, story.date);
    let mut anchor = Anchor::new(story.date);
    let mut times = Vec::new();
    for range in runs(text, story.blocks) {
        let reader = Reader { text, classes: &classes, start: range.start, limit: range.end, depth: 0, order };
        let mut at = range.start;
        while at < range.end {
            let Some(found) = reader.expression(at) else {
                at += 1;
                continue;
            };
            let next = reader.range_end(at, &found);
            times.push(time(reader, &mut anchor, at, &found));
            at = found.end;
            if let Some((start, second)) = next {
                times.push(time(reader, &mut anchor, start, &second));
                at = second.end;
            }
        }
    }
    times
}

/// The expression in tokens `at..found.end` with its value.
fn time(reader: Reader<'_>, anchor: &mut Anchor, at: usize, found: &Found) -> Time {
    let text = reader.text;
    let span = Span::new(text.tokens[at].span().start, text.tokens[found.end - 1].span().end);
    let (kind, value) = anchor.resolve(found, reader.way(at, found.end));
    Time { text: text.slice(span).to_owned(), kind, value, span }
}

/// The tokens of the blocks that are read. Lines of one role without a blank line between them are
/// one run: a line that was broken to fit breaks no date.
fn runs(text: &Text<'_>, blocks: &[Block]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut before: Option<Block> = None;
    // a paste without running text is a line of a story, not a page around one: all of it is read
    let is_page = blocks.iter().any(|block| matches!(block.role, Role::Paragraph | Role::ListItem));
    for block in blocks.iter().filter(|block| block.role.is_read() || !is_page) {
        let tokens = text.tokens_in(block.span);
        let joined = before.is_some_and(|before| {
            let gap = Span::new(before.span.end, block.span.start).of(text.source);
            before.role == Role::Paragraph
                && block.role == Role::Paragraph
                && gap.chars().all(char::is_whitespace)
                && gap.bytes().filter(|&byte| byte == b'\n').count() < 2
        });
        match runs.last_mut().filter(|_| joined) {
            Some(run) => run.end = tokens.end,
            None => runs.push(tokens),
        }
        before = Some(*block);
    }
    runs
}

impl Reader<'_> {
    /// The longest expression that begins at `at`.
    fn expression(self, at: usize) -> Option<Found> {
        if self.lex(at).is_idle()
            && !(self.lex(at) == Lex::None && self.lex(at + 1) == Lex::Digits && self.apostrophe(at))
        {
            return None;
        }
        // where two are as long as each other, the first holds
        let readings = [
            self.period_ended(at),
            self.set(at),
            self.modified(at).map(|found| self.with_time(found)),
            self.time_of_day(at),
            self.vague(at),
            self.distance(at),
            self.ahead(at),
            self.period(at),
        ];
        longest(readings)
    }

    /// A point in time without a word before it that says where in it.
    fn point(self, at: usize) -> Option<Found> {
        let feast = self.feast(at);
        longest([feast, self.date(at), self.business(at), self.deictic(at)])
    }
}

/// The longest of several readings; of two as long as each other, the first.
fn longest<const N: usize>(readings: [Option<Found>; N]) -> Option<Found> {
    readings.into_iter().flatten().reduce(|best, found| if found.end > best.end { found } else { best })
}
