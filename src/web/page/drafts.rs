//! The texts of this session and what is known of each: what is kept, and held until it is written.

use super::steps::{Deeds, Known};
use crate::{Corrections, Tick};
use serde::Serialize;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// What the reader has on the page. What is absent in one that was kept is as on a new page.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Draft {
    /// The text.
    pub(crate) text: String,
    /// What is known of it besides it.
    pub(crate) given: Known,
    /// What the reader says against the breakdown.
    pub(crate) corrections: Corrections,
    /// What the reader checked and remarked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) ticks: Vec<Tick>,
}

/// The texts of this session, what was done to them, and what of them is yet to be written.
#[derive(Default)]
pub(crate) struct Kept {
    /// What was done, and what of it was undone.
    pub(crate) deeds: RefCell<Deeds>,
    /// Whether an edit in the field is a paste that goes through the browser's editing.
    pub(crate) pasting: Cell<bool>,
    /// What was read from source last, and that source.
    pub(crate) source: RefCell<Option<(String, String)>>,
    /// The number of the text shown.
    pub(crate) place: Cell<u64>,
    /// The other texts.
    pub(crate) others: RefCell<BTreeMap<u64, Draft>>,
    /// The numbers of those not written yet.
    pub(crate) unwritten: RefCell<BTreeSet<u64>>,
    /// Writes them.
    pub(crate) write: OnceCell<js_sys::Function>,
    pub(super) timer: Cell<Option<i32>>,
    /// Whether it was said that this browser keeps nothing, and of which text that it is too long.
    pub(super) said: Cell<(bool, u64)>,
}
