//! What lies on the desk: the story with all that was read in it.

use crate::reading::Story;
use crate::text::cursor::Cursor;
use crate::{Block, Check, CheckCode, Entity, Quantity, Quote, Role, Sentence, Span, Time};
use std::ops::Range;

/// The story with all that was read in it, and what was found to be wrong so far.
pub(super) struct Desk<'s> {
    pub(super) story: &'s Story<'s>,
    pub(super) entities: &'s [Entity],
    pub(super) quotes: &'s [Quote],
    pub(super) times: &'s [Time],
    pub(super) quantities: &'s [Quantity],
    pub(super) found: Vec<Check>,
}

impl<'s> Desk<'s> {
    /// Says that `places` do not fit together.
    pub(super) fn say(&mut self, code: CheckCode, message: String, places: Vec<Span>) {
        self.found.push(Check { code, message, places });
    }

    /// The slice at `span`.
    pub(super) fn slice(&self, span: Span) -> &'s str {
        self.story.text.slice(span)
    }

    /// The blocks of the story, up to where another article begins.
    pub(super) fn blocks(&self) -> impl Iterator<Item = Block> + use<'s> {
        let story = self.story;
        story.blocks.iter().copied().take_while(|block| block.span.start < story.end)
    }

    /// The sentences of running text: what the story itself says, not what stands above it or beside its pictures.
    pub(super) fn running(&self) -> impl Iterator<Item = Sentence> + use<'s> {
        let story = self.story;
        let within = story.sentences.iter().copied().take_while(|sentence| sentence.span.start < story.end);
        within.filter(|sentence| matches!(story.blocks[sentence.block].role, Role::Paragraph | Role::ListItem))
    }

    /// The role of the block in which `span` lies.
    pub(super) fn role(&self, span: Span) -> Option<Role> {
        let blocks = self.story.blocks;
        let at = blocks.partition_point(|block| block.span.end <= span.start);
        blocks.get(at).filter(|block| block.span.contains(span)).map(|block| block.role)
    }

    /// Whether `span` lies in a paragraph of the story itself.
    pub(super) fn is_running(&self, span: Span) -> bool {
        span.start < self.story.end && self.role(span) == Some(Role::Paragraph)
    }

    /// Whether the words at `span` end with a full stop: those of a title do not.
    pub(super) fn is_stopped(&self, span: Span) -> bool {
        self.slice(span).trim_end_matches(['”', '"', '’', '\'', ')']).ends_with('.')
    }

    /// A look at the tokens of `span`.
    pub(super) fn tokens(&self, span: Span) -> Cursor<'s> {
        Cursor::new(self.story.text, self.story.text.tokens_in(span))
    }

    /// The quantities in `span`.
    pub(super) fn quantities_in(&self, span: Span) -> &'s [Quantity] {
        &self.quantities[within(self.quantities, span, |quantity| quantity.span)]
    }

    /// The times in `span`.
    pub(super) fn times_in(&self, span: Span) -> &'s [Time] {
        &self.times[within(self.times, span, |time| time.span)]
    }
}

/// Which of `items`, which are in order, begin inside `span`.
fn within<T>(items: &[T], span: Span, place: impl Fn(&T) -> Span) -> Range<usize> {
    let start = items.partition_point(|item| place(item).start < span.start);
    let length = items[start..].partition_point(|item| place(item).start < span.end);
    start..start + length
}
