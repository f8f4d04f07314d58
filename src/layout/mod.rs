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
mod several;
mod signoff;
mod states;
mod timestamp;

use crate::text::Text;
use crate::{Block, DateOrder, Head, Options, Warning};
use model::Model;

/// What layout finds.
pub(crate) struct Layout {
    /// Every part of the paste, in order.
    pub(crate) blocks: Vec<Block>,
    /// What the parts say about the story as a whole.
    pub(crate) head: Head,
    /// Where the first article ends: another may follow it.
    pub(crate) end: usize,
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
    let cutter = || parts::Cutter::new(text, day_first, large);
    let mut signs = refusal::Signs::default();
    // the first article, and the last of those after it
    let (mut first, mut later) = (cutter(), None);
    let mut blocks = Vec::new();
    let mut end = text.source.len();
    while !window.is_empty() {
        let paste = facts::of(text, &window, day_first, options.url.as_deref());
        let starts = several::starts(text, &window, &paste.facts);
        if starts.is_empty() {
            signs.add(text, &window, &paste);
            let states = states(text, &window, &paste, large, (day_first, options), model);
            later.as_mut().unwrap_or(&mut first).cut(&window, &paste, &states);
        } else {
            // each is read as if it stood alone
            let mut from = 0;
            for to in starts.into_iter().chain([window.len()]) {
                if from > 0 {
                    end = end.min(window[from].span.start);
                    blocks.extend(later.replace(cutter()).into_iter().flat_map(|cutter| cutter.done().blocks));
                }
                let rows = &window[from..to];
                let paste = facts::of(text, rows, day_first, options.url.as_deref());
                signs.add(text, rows, &paste);
                let states = states(text, rows, &paste, large, (day_first, options), model);
                later.as_mut().unwrap_or(&mut first).cut(rows, &paste, &states);
                from = to;
            }
        }
        window = rows.by_ref().take(WINDOW).collect();
    }
    let mut parts = first.done();
    let head = head::read(text, &parts, options);
    parts.blocks.append(&mut blocks);
    parts.blocks.extend(later.into_iter().flat_map(|cutter| cutter.done().blocks));
    let mut warnings: Vec<Warning> = refusal::warning(&signs, &parts.blocks, &head).into_iter().collect();
    warnings.extend((end < text.source.len()).then(|| several::warning(text, end)));
    Layout { blocks: parts.blocks, head, end, warnings }
}

/// The state of every row of a stretch of the paste.
fn states(
    text: &Text<'_>,
    rows: &[rows::Row],
    paste: &facts::Paste,
    large: bool,
    (day_first, options): (bool, &Options),
    model: Model<'_>,
) -> Vec<usize> {
    let near: Vec<usize> = (0..rows.len()).filter(|&row| !large || paste.facts[row].is_near_prose()).collect();
    if near.len() == rows.len() {
        return decide(text, rows, paste, model);
    }
    // the rest is read as if it stood alone, lest thousands of rows outvote a story among them
    let alone: Vec<rows::Row> = near.iter().map(|&row| rows[row].clone()).collect();
    let paste = facts::of(text, &alone, day_first, options.url.as_deref());
    let mut states = vec![settle::left_out(); rows.len()];
    for (&row, state) in near.iter().zip(decide(text, &alone, &paste, model)) {
        states[row] = state;
    }
    states
}

/// The state of every row.
fn decide(text: &Text<'_>, rows: &[rows::Row], paste: &facts::Paste, model: Model<'_>) -> Vec<usize> {
    let mut states = model.decode(&features::table(rows, paste), rows.len());
    settle::settle(text, rows, paste, &mut states);
    states
}
