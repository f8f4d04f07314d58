//! Sentences of the blocks that hold running text.

use super::Text;
use crate::{Block, Sentence};

/// The sentences of `blocks`, in order.
pub(crate) fn split(text: &Text<'_>, blocks: &[Block]) -> Vec<Sentence> {
    let _ = text;
    blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.role.has_sentences())
        .map(|(index, block)| Sentence { span: block.span, block: index })
        .collect()
}
