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
mod refusal;
mod rows;
mod settle;
mod signoff;
mod states;
mod timestamp;
mod weights;

use crate::text::Text;
use crate::{Block, DateOrder, Head, Options, Warning};
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

/// Rows that are looked at together, each with its facts and features. No article has so many, nor a
/// page around one; what is longer is read a stretch after the other, or it would take a hundred times
/// its own size in memory.
const WINDOW: usize = 20_000;

/// Reads the layout of `text` by `model`.
pub(crate) fn read(text: &Text<'_>, options: &Options, model: Model<'_>) -> Layout {
    let day_first = match options.date_order {
        Some(order) => order == DateOrder::DayFirst,
        None => timestamp::day_comes_first(text, 0..text.tokens.len()).unwrap_or(true),
    };
    let mut rows = rows::Rows::of(text).peekable();
    let mut window: Vec<rows::Row> = rows.by_ref().take(WINDOW).collect();
    let large = rows.peek().is_some();
    let mut cutter = parts::Cutter::new(text, day_first, large);
    let mut signs = refusal::Signs::default();
    while !window.is_empty() {
        let paste = facts::of(text, &window, day_first, options.url.as_deref());
        let near: Vec<usize> = (0..window.len()).filter(|&row| !large || paste.facts[row].is_near_prose()).collect();
        let states = if near.len() == window.len() {
            decide(text, &window, &paste, model)
        } else {
            // the rest is read as if it stood alone, lest thousands of rows outvote a story among them
            let rows: Vec<rows::Row> = near.iter().map(|&row| window[row].clone()).collect();
            let alone = facts::of(text, &rows, day_first, options.url.as_deref());
            let mut states = vec![settle::left_out(); window.len()];
            for (&row, state) in near.iter().zip(decide(text, &rows, &alone, model)) {
                states[row] = state;
            }
            states
        };
        signs.add(text, &window, &paste);
        cutter.cut(&window, &paste, &states);
        window = rows.by_ref().take(WINDOW).collect();
    }
    let parts = cutter.done();
    let head = head::read(text, &parts, options);
    let warnings = refusal::warning(&signs, &parts.blocks, &head).into_iter().collect();
    Layout { blocks: parts.blocks, head, warnings }
}

/// The state of every row.
fn decide(text: &Text<'_>, rows: &[rows::Row], paste: &facts::Paste, model: Model<'_>) -> Vec<usize> {
    let mut states = model.decode(&features::table(rows, paste), rows.len());
    settle::settle(text, rows, paste, &mut states);
    states
}
