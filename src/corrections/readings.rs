//! The readings of a text while corrections are taken in, one after the other, each for itself.

use super::{Change, Item, Who, Why};
use crate::{Block, Entity, Quantity, Quote, Span, Time};

/// The readings of one text. Entities and quotes keep their indices until all corrections are taken in: those that are
/// gone have no mentions, or are marked.
pub(super) struct Readings<'r> {
    pub(super) source: &'r str,
    blocks: &'r [Block],
    pub(super) entities: &'r mut Vec<Entity>,
    /// Which entities have the name that a reader gave them.
    pub(super) named: Vec<bool>,
    pub(super) quotes: &'r mut Vec<Quote>,
    /// Which quotes are none.
    pub(super) unsaid: Vec<bool>,
    pub(super) times: &'r mut Vec<Time>,
    pub(super) quantities: &'r mut Vec<Quantity>,
}

impl<'r> Readings<'r> {
    /// The readings of `source`, which has these `blocks`.
    pub(super) fn new(
        source: &'r str,
        blocks: &'r [Block],
        entities: &'r mut Vec<Entity>,
        quotes: &'r mut Vec<Quote>,
        times: &'r mut Vec<Time>,
        quantities: &'r mut Vec<Quantity>,
    ) -> Self {
        let (named, unsaid) = (vec![false; entities.len()], vec![false; quotes.len()]);
        Self { source, blocks, entities, named, quotes, unsaid, times, quantities }
    }

    /// Takes in `change`, which speaks of `at` and `to`; what is said of parts and of the head is not said here.
    pub(super) fn take(&mut self, change: &Change, at: Span, to: Span) -> Result<(), Why> {
        match change {
            Change::Role { .. }
            | Change::Split { .. }
            | Change::Join { .. }
            | Change::Published { .. }
            | Change::Updated { .. } => Ok(()),
            Change::Entity { kind, .. } => self.is_of_kind(at, *kind),
            Change::Name { name, .. } => self.is_named(at, name),
            Change::Merge { .. } => self.merge(at, to),
            Change::Detach { .. } => self.detach(at),
            Change::Attach { .. } => self.attach(at, to),
            Change::Quote { speaker, .. } => {
                let speaker = self.who(speaker.as_ref(), to)?;
                let quote = self.quote(at)?;
                if speaker.is_some() {
                    self.says(quote, speaker);
                }
                Ok(())
            }
            Change::Speaker { speaker, .. } => {
                let speaker = self.who(speaker.as_ref(), to)?;
                let quote = self.quote_at(at).ok_or(Why::NothingRead)?;
                self.says(quote, speaker);
                Ok(())
            }
            Change::Time { value, kind, .. } => self.time(at, value, *kind),
            Change::Quantity { value, unit, .. } => self.quantity(at, *value, unit.as_deref()),
            Change::Remove { item, .. } => self.remove(at, *item),
        }
    }

    /// Who `speaker` is, an entity being named at `to`.
    fn who(&self, speaker: Option<&Who>, to: Span) -> Result<Option<Said>, Why> {
        Ok(match speaker {
            None => None,
            Some(Who::Mention(_)) => Some(Said::Entity(self.entity_at(to).ok_or(Why::NothingRead)?)),
            Some(Who::Name(name)) if name.trim().is_empty() => return Err(Why::Impossible),
            Some(Who::Name(name)) => Some(Said::Name(name.clone())),
        })
    }

    fn remove(&mut self, at: Span, item: Item) -> Result<(), Why> {
        let gone = match item {
            Item::Entity => self.forget_entity(at),
            Item::Mention => self.forget_mention(at),
            Item::Quote => self.quote_at(at).map(|quote| self.unsaid[quote] = true),
            Item::Time => {
                let index = self.times.iter().position(|time| time.span == at);
                index.map(|index| self.with_ranges(|times| drop(times.remove(index))))
            }
            Item::Quantity => {
                let index = self.quantities.iter().position(|quantity| quantity.span == at);
                index.map(|index| drop(self.quantities.remove(index)))
            }
            // the head's dates went before
            Item::Published | Item::Updated => Some(()),
        };
        gone.ok_or(Why::NothingRead)
    }

    /// Whether `span` lies in one part of the story in which readings are found.
    pub(super) fn is_read(&self, span: Span) -> Result<(), Why> {
        let index = self.blocks.partition_point(|block| block.span.end <= span.start);
        let block = self.blocks.get(index).filter(|block| block.role.is_read() && block.span.contains(span));
        block.map(|_| ()).ok_or(Why::PartNotRead)
    }

    /// Puts everything in the order of the text and numbers it anew.
    pub(super) fn finish(mut self) {
        let numbers = self.number_entities();
        self.number_quotes(&numbers);
    }
}

/// Who says something, in the numbers of [`Readings`].
pub(super) enum Said {
    Entity(usize),
    Name(String),
}
