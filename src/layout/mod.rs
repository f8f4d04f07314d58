//! The layout room: from a paste to its parts and the values of its head.

mod agencies;
mod atoms;
mod byline;
mod contributors;
mod credit;
mod dateline;
mod facts;
mod features;
mod head;
#[cfg(feature = "train")]
pub mod lab;
pub(crate) mod model;
mod names;

mod parts;
mod rows;
mod settle;
mod signoff;
mod states;
mod timestamp;

use crate::text::Text;
use crate::{Block, Head, Options, Warning};
use model::Model;

/// What layout finds.
pub(crate) struct Layout {
    /// Every part of the paste, in order.
    pub(crate) blocks: Vec<Block>,
    /// What the parts say about the story as a whole.
    pub(crate) head: Head,
    /// What looks wrong.
    pub(crate) warnings: Vec<Warning>,
}

/// Reads the layout of `text` by `model`.
pub(crate) fn read(text: &Text<'_>, options: &Options, model: Model<'_>) -> Layout {
    let rows = rows::split(text);
    let day_first = timestamp::day_comes_first(text, 0..text.tokens.len()).unwrap_or(true);
    let paste = facts::of(text, &rows, day_first, options.url.as_deref());
    let mut states = model.decode(&features::table(&rows, &paste), rows.len());
    settle::settle(text, &rows, &paste, &mut states);
    let parts = parts::cut(text, &rows, &paste, &states, day_first);
    let head = head::read(text, &parts, options);
    Layout { blocks: parts.blocks, head, warnings: Vec::new() }
}
