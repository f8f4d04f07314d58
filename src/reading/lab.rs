//! The laboratory: single stages of reading, for the benchmarks. Nothing here is part of the public interface.

#[doc(hidden)]
pub use super::entities::tagger::lab as names;
#[doc(hidden)]
pub use super::quotes::lab as quotes;
use super::{Story, entities, quantities, times};
use crate::layout::{self, model::Model};
use crate::text::{Text, language, sentences};
use crate::{DateOrder, Entity, Options, Time, calendar};

/// A text that is read up to the stages that are to be measured.
pub struct Stages<'s> {
    story: Story<'s>,
    options: &'s Options,
    order: Option<DateOrder>,
    times: Vec<Time>,
}

/// Reads `source` up to its sentences and hands the stages after that to `run`.
pub fn stages<R>(source: &str, options: &Options, run: impl FnOnce(&Stages<'_>) -> R) -> R {
    let text = Text::new(source);
    let order = calendar::decide_order(&text, options);
    let layout = layout::read(&text, options, order, Model::shipped(), &[]);
    let sentences = sentences::split(&text, &layout.blocks);
    let story = Story::new(&text, language::of(&text), &layout, &sentences, options);
    let (times, _) = times::find(&story, order);
    run(&Stages { story, options, order, times })
}

impl Stages<'_> {
    /// The stage of layout alone; how many blocks it finds.
    #[must_use]
    pub fn layout(&self) -> usize {
        layout::read(self.story.text, self.options, self.order, Model::shipped(), &[]).blocks.len()
    }

    /// The stage of times alone; how many it finds.
    #[must_use]
    pub fn times(&self) -> usize {
        times::find(&self.story, self.order).0.len()
    }

    /// The stage of quantities alone; how many it finds.
    #[must_use]
    pub fn quantities(&self) -> usize {
        quantities::find(&self.story, &self.times).len()
    }

    /// What the judge of quotes sees.
    #[must_use]
    pub fn quotes(&self) -> Vec<quotes::Seen> {
        quotes::see(&self.story, &entities::find(&self.story))
    }

    /// The stage of quotes alone, with the names that [`Self::entities`] finds; how many it finds.
    #[must_use]
    pub fn quoted(&self, entities: &[Entity]) -> usize {
        super::quotes::find(&self.story, entities).0.len()
    }

    /// The names.
    #[must_use]
    pub fn entities(&self) -> Vec<Entity> {
        entities::find(&self.story)
    }

    /// The stage of names alone; how many it finds.
    #[must_use]
    pub fn names(&self) -> usize {
        entities::find(&self.story).len()
    }
}
