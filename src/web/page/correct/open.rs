//! What is being corrected, and where the reader is to be after that.

use super::words;
use crate::web::page::breakdown::Breakdown;
use crate::{Article, Role, Span};
use std::rc::Rc;

/// What is being corrected.
pub(crate) struct Editor {
    /// The letter of the thing, as story and panels know it.
    pub(super) kind: char,
    /// Its index; `None` where the reader adds it.
    pub(super) index: Option<usize>,
    /// Where it lies, in bytes.
    pub(super) span: Span,
    /// Which mention of it the reader was at.
    pub(super) nth: usize,
    /// Whether the reader came from the story.
    pub(super) in_story: bool,
    /// The text and its breakdown.
    pub(super) breakdown: Rc<Breakdown>,
}

impl Editor {
    /// The words that are corrected.
    pub(super) fn words(&self) -> &str {
        self.span.of(&self.breakdown.text)
    }

    /// What is corrected, in a word.
    pub(super) fn what(&self, article: &Article) -> String {
        let index = self.index.unwrap_or_default();
        let what = match self.kind {
            'b' => words::role(article.blocks.get(index).map_or(Role::Paragraph, |block| block.role)),
            'q' => "quote",
            'e' => "name",
            't' => "time",
            'n' => "number",
            _ => return format!("date {}", if index == 0 { "published" } else { "updated" }),
        };
        what.to_lowercase()
    }
}

/// Where the reader is to be once the breakdown is shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct After {
    /// The letter of the thing that was corrected.
    pub(super) kind: char,
    /// Its index then.
    pub(super) index: usize,
    /// Where it lies.
    pub(super) at: usize,
    /// Whether the reader came from the story, not from its row.
    pub(super) in_story: bool,
}
