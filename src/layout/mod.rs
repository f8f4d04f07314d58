//! The layout room: from a paste to its parts and the values of its head.

mod agencies;
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
mod opening;
mod parts;
pub(crate) mod patterns;
mod readings;
mod refusal;
mod rows;
mod settle;
mod signoff;
mod states;
mod timestamp;

use crate::text::Text;
use crate::{Block, DateOrder, Head, Options, Warning};
use model::Model;
use readings::Readings;

/// What layout finds.
pub(crate) struct Layout {
    /// Every part of the paste, in order.
    pub(crate) blocks: Vec<Block>,
    /// What the parts say about the story as a whole.
    pub(crate) head: Head,
    /// What looks wrong.
    pub(crate) warnings: Vec<Warning>,
}

/// Rows that are looked at together, each with its facts and features. No article has so many, nor a
/// page around one; what is longer is read a stretch after the other, or it would take a hundred times
/// its own size in memory.
const WINDOW: usize = 20_000;

/// Reads the layout of `text` by `model`, its dates in figures by `order`.
pub(crate) fn read(text: &Text<'_>, options: &Options, order: Option<DateOrder>, model: Model<'_>) -> Layout {
    let mut rows = rows::Rows::of(text).peekable();
    let mut window: Vec<rows::Row> = rows.by_ref().take(WINDOW).collect();
    let large = rows.peek().is_some();
    let mut cutter = parts::Cutter::new(text, large);
    let mut signs = refusal::Signs::default();
    while !window.is_empty() {
        let readings: Vec<Readings> = window.iter().map(|row| Readings::of(text, row, order)).collect();
        let all: Vec<&Readings> = readings.iter().collect();
        let url = options.url.as_deref();
        let paste = facts::of(text, &window, &all, url);
        let near: Vec<usize> = (0..window.len()).filter(|&row| !large || paste.facts[row].is_near_prose()).collect();
        let states = if near.len() == window.len() {
            decide(text, &window, &all, &paste, model)
        } else {
            // the rest is read as if it stood alone, lest thousands of rows outvote a story among them
            let rows: Vec<rows::Row> = near.iter().map(|&row| window[row].clone()).collect();
            let some: Vec<&Readings> = near.iter().map(|&row| all[row]).collect();
            let alone = facts::of(text, &rows, &some, url);
            let mut states = vec![settle::left_out(); window.len()];
            for (&row, state) in near.iter().zip(decide(text, &rows, &some, &alone, model)) {
                states[row] = state;
            }
            states
        };
        signs.add(text, &window, &paste);
        cutter.cut(&window, readings, &paste, &states);
        window = rows.by_ref().take(WINDOW).collect();
    }
    let parts = cutter.done();
    let head = head::read(text, &parts, options);
    let refused = refusal::warning(&signs, &parts.blocks, &head);
    let warnings = refused.into_iter().chain(head::undecided(text, &head)).collect();
    Layout { blocks: parts.blocks, head, warnings }
}

/// The state of every row.
fn decide(
    text: &Text<'_>,
    rows: &[rows::Row],
    readings: &[&Readings],
    paste: &facts::Paste,
    model: Model<'_>,
) -> Vec<usize> {
    let mut table = features::table(rows, paste);
    settle::constrain(text, rows, paste, &mut table);
    let mut states = model.decode(&table, rows.len());
    settle::settle(text, rows, readings, paste, &table, &mut states);
    states
}
