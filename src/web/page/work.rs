//! What the page is at work on: what was asked to be read, and what is left to do for a breakdown.

use super::marks::Mark;
use crate::{Corrections, Options};
use std::rc::Rc;

/// What was asked to be read, and when.
pub(crate) struct Asked {
    /// The text.
    pub(crate) text: Rc<str>,
    /// What is known besides it.
    pub(crate) options: Options,
    /// What the reader says against it.
    pub(crate) corrections: Rc<Corrections>,
    /// The story's own date, where the reader gave it.
    pub(crate) given: Option<String>,
    /// Why that is none.
    pub(crate) refused: Option<String>,
    /// When it was asked, in milliseconds; infinite where it need not be read.
    pub(crate) begun: f64,
}

/// What is to be done next.
#[derive(Default)]
pub(crate) enum Turn {
    /// Nothing.
    #[default]
    Rest,
    /// Takes in what was read elsewhere.
    Bytes(Asked, Vec<u8>),
    /// Collects the marks of the story.
    Marks,
    /// Sets what has changed in the story.
    Story(Vec<Mark>),
    /// Shows the panel in sight, and what the others hold.
    Panels,
    /// Sets more of the story.
    More,
}

/// The browser's handle of a turn that waits.
#[derive(Clone, Copy)]
pub(crate) enum Wait {
    /// For an idle moment.
    Idle(u32),
    /// For the next task.
    Timer(i32),
}
