//! The layout room: from a paste to its parts and the values of its head.

mod agencies;
mod atoms;
mod byline;
mod contributors;
mod credit;
mod dateline;
mod names;
mod rows;
mod signoff;
mod timestamp;

use crate::text::Text;
use crate::{Block, Head, Options, Role, Warning};

/// What layout finds.
pub(crate) struct Layout {
    /// Every part of the paste, in order.
    pub(crate) blocks: Vec<Block>,
    /// What the parts say about the story as a whole.
    pub(crate) head: Head,
    /// What looks wrong.
    pub(crate) warnings: Vec<Warning>,
}

/// Reads the layout of `text`.
pub(crate) fn read(text: &Text<'_>, options: &Options) -> Layout {
    let _ = options;
    let blocks = text.lines.iter().map(|line| Block { role: Role::Paragraph, span: line.span }).collect();
    Layout { blocks, head: Head::default(), warnings: Vec::new() }
}
