//! The page's state: what every part of it reads and changes.
//!
//! The methods of [`Page`] lie in the files they belong to; this one knows none of them.

use super::breakdown::Breakdown;
use super::correct::{After, Editor};
use super::drafts::Kept;
use super::frame::Frame;
use super::panels::PANELS;
use super::steps::Known;
use super::story::Story;
use super::ticked::{Thing, Ticks};
use super::work::{Asked, Turn, Wait};
use crate::{Corrections, Span, Tick};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// The page at work.
pub(crate) struct Page {
    /// Its fixed elements.
    pub(crate) frame: Frame,
    /// The text: the field shows it.
    pub(crate) text: RefCell<Rc<str>>,
    /// The texts of this session, and what was done to them.
    pub(crate) kept: Kept,
    /// What was read last.
    pub(crate) breakdown: RefCell<Rc<Breakdown>>,
    /// How much of it is shown.
    pub(crate) shown: RefCell<Shown>,
    /// Whether the reading was tried out.
    pub(crate) warm: Cell<bool>,
    /// The mention gone to last: entity and mention.
    pub(crate) visited: Cell<Option<(usize, usize)>>,
    /// The offset in the text that the keys have led to last.
    pub(crate) stands: Cell<Option<usize>>,
    /// The timer that reads a large text, and the one that says what was found.
    pub(crate) timers: Cell<(Option<i32>, Option<i32>)>,
    /// What was asked to be read elsewhere, and the number of that asking.
    pub(crate) asked: RefCell<Option<Asked>>,
    /// How often something was read.
    pub(crate) readings: Cell<u32>,
    /// What is to be done next of what is left to do for the breakdown.
    pub(crate) turn: RefCell<Turn>,
    /// The call that does it.
    pub(crate) waits: Cell<Option<Wait>>,
    /// Reads a text elsewhere, where that works.
    pub(crate) away: JsValue,
    /// Writes a document in a format that others read, and hands it to the reader.
    pub(crate) take: JsValue,
    /// What the reader checked and remarked.
    pub(crate) ticks: RefCell<Ticks>,
    /// The item whose remark is being written, and what was said of it before.
    pub(crate) remarking: RefCell<Option<(Thing, Vec<Tick>)>>,
    /// What is known of the text besides it.
    pub(crate) given: RefCell<Known>,
    /// What the reader says against the breakdown.
    pub(crate) corrections: RefCell<Rc<Corrections>>,
    /// The reader's own patterns, a list that only those who read look into.
    pub(crate) own: RefCell<JsValue>,
    /// What is being corrected.
    pub(crate) editor: RefCell<Option<Editor>>,
    /// Where the reader is to be once the breakdown is shown.
    pub(crate) after: Cell<Option<After>>,
    /// The words selected in the story.
    pub(crate) chosen: Cell<Option<Span>>,
    /// The Trusted Types policy under which markup may be parsed.
    pub(crate) trust: JsValue,
    /// What the timers call, and who reads elsewhere: reads, says, takes the next turn, takes what was read.
    pub(crate) calls: OnceCell<[js_sys::Function; 4]>,
}

/// How much of a breakdown is shown.
#[derive(Default)]
pub(crate) struct Shown {
    /// The story.
    pub(crate) story: Story,
    /// Rows of each panel, in the order of [`PANELS`].
    pub(crate) rows: [usize; PANELS.len()],
    /// The source whose quotes alone are listed, by its place among the sources.
    pub(crate) source: Option<usize>,
}
