//! What is marked in the story, in order.

use super::Story;
use super::nested::{Step, steps};
use crate::{Article, Span};

/// A reading that has a place in the story, by its index in the breakdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Quote(usize),
    Entity(usize),
    Time(usize),
    Quantity(usize),
    /// What a pattern of the reader's own found.
    Own(usize),
}

impl Story<'_> {
    /// All marks, by where they begin; of two that begin together, the longer first.
    pub(crate) fn marks(&self) -> Vec<(Span, Mark)> {
        let Article { quotes, entities, times, quantities, marks: own, .. } = &self.article;
        let mut marks = Vec::new();
        for (index, quote) in quotes.iter().enumerate() {
            let parts = if quote.parts.is_empty() { std::slice::from_ref(&quote.span) } else { &quote.parts };
            marks.extend(parts.iter().map(|span| (*span, Mark::Quote(index))));
        }
        for (index, entity) in entities.iter().enumerate() {
            marks.extend(entity.mentions.iter().map(|span| (*span, Mark::Entity(index))));
        }
        marks.extend(times.iter().enumerate().map(|(index, time)| (time.span, Mark::Time(index))));
        marks.extend(quantities.iter().enumerate().map(|(index, quantity)| (quantity.span, Mark::Quantity(index))));
        marks.extend(own.iter().enumerate().map(|(index, own)| (own.span, Mark::Own(index))));
        marks.retain(|(span, _)| !span.is_empty());
        marks.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        marks
    }
}

/// Those of `marks` that begin in `span`, and the steps through it by their indices there.
pub(crate) fn walk(marks: &[(Span, Mark)], span: Span) -> (&[(Span, Mark)], Vec<Step>) {
    let from = marks.partition_point(|(mark, _)| mark.start < span.start);
    let count = marks[from..].partition_point(|(mark, _)| mark.start < span.end);
    let within = &marks[from..from + count];
    let places: Vec<Span> = within.iter().map(|(span, _)| *span).collect();
    (within, steps(span, &places))
}
