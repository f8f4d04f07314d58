//! The layout room: from a paste to its parts and the values of its head.

pub(crate) mod agencies;
mod byline;
mod certain;
mod contributors;
mod corrected;
mod counters;
mod credit;
mod dateline;
mod facts;
mod features;
mod head;
#[cfg(test)]
mod invented;
#[cfg(feature = "train")]
pub mod lab;
mod labelled;
pub(crate) mod model;
mod names;
mod opening;
mod parts;
pub(crate) mod patterns;
mod readings;
mod refusal;
pub(crate) mod rows;
mod sections;
mod settle;
mod several;
mod signoff;
mod states;
mod tables;
mod timestamp;
pub(crate) mod titles;
mod weights;
mod wire;

use crate::text::Text;
use crate::{Block, DateOrder, Head, Options, Warning};
use certain::Standing;
pub(crate) use corrected::{Says, Told};
use model::Model;
use readings::Readings;
use states::STATES;

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

/// Rows that are looked at together, each with its facts and features. No article has so many, nor does a
/// page around one. What is longer is read in stretches: all at once, it would take a hundred times its own
/// size in memory.
const WINDOW: usize = 8_000;

/// Reads the layout of `text` by `model`, its dates in figures by `order`; what a reader `told` of its parts holds.
pub(crate) fn read(
    text: &Text<'_>,
    options: &Options,
    order: Option<DateOrder>,
    model: Model<'_>,
    told: &[Told],
) -> Layout {
    let mut rows = rows::Rows::of(text).peekable();
    let mut window: Vec<rows::Row> = rows.by_ref().take(WINDOW).collect();
    let large = rows.peek().is_some();
    let cutter = || parts::Cutter::new(text, large, model);
    let (mut first, mut later) = (cutter(), None::<parts::Cutter<'_, '_>>);
    let (mut blocks, mut end) = (Vec::new(), text.source.len());
    let mut signs = refusal::Signs::default();
    while !window.is_empty() {
        let readings: Vec<Readings> = window.iter().map(|row| Readings::of(text, row, order)).collect();
        let url = options.url.as_deref();
        let whole = facts::of(text, &window, &readings.iter().collect::<Vec<_>>(), url);
        let starts = several::starts(text, &window, &whole.facts);
        // each article is read as if it were alone
        let (mut from, mut rest) = (0, readings.into_iter());
        for &to in starts.iter().chain([&window.len()]) {
            if from > 0 {
                end = end.min(window[from].span.start);
                blocks.extend(later.replace(cutter()).into_iter().flat_map(|cutter| cutter.done().blocks));
            }
            let rows = &window[from..to];
            let readings: Vec<Readings> = rest.by_ref().take(rows.len()).collect();
            let read: Vec<&Readings> = readings.iter().collect();
            let alone = (!starts.is_empty()).then(|| facts::of(text, rows, &read, url));
            let paste = alone.as_ref().unwrap_or(&whole);
            signs.add(text, rows, paste);
            let decisions = if large {
                decide_near_prose(text, rows, &read, paste, url, model)
            } else {
                decide(text, rows, &read, paste, model)
            };
            later.as_mut().unwrap_or(&mut first).cut(rows, readings, paste, &decisions);
            from = to;
        }
        window = rows.by_ref().take(WINDOW).collect();
    }
    let mut parts = first.done();
    blocks.extend(later.into_iter().flat_map(|cutter| cutter.done().blocks));
    tables::mark(text, &mut parts.blocks);
    tables::mark(text, &mut blocks);
    if !told.is_empty() {
        corrected::apply(text, order, (&mut parts, &mut blocks, end), told);
    }
    let mut head = head::read(text, &parts, options, model);
    parts.blocks.append(&mut blocks);
    refusal::take_back(&signs, &mut parts.blocks, &mut head);
    let mut warnings: Vec<Warning> = refusal::warning(&signs, &parts.blocks, &head).into_iter().collect();
    warnings.extend(head::undecided(text, &head));
    warnings.extend((end < text.source.len()).then(|| several::warning(text, end)));
    Layout { blocks: parts.blocks, head, end, warnings }
}

/// The state of a row, and how the decision stands; `None` where nothing was weighed.
pub(crate) type Decision = (usize, Option<Standing>);

/// The state of every row of a large paste. Rows far from running text are left out before the others are
/// decided: thousands of them would outvote a story in their midst.
fn decide_near_prose(
    text: &Text<'_>,
    rows: &[rows::Row],
    readings: &[&Readings],
    paste: &facts::Paste,
    url: Option<&str>,
    model: Model<'_>,
) -> Vec<Decision> {
    let near: Vec<usize> = (0..rows.len()).filter(|&row| paste.facts[row].is_near_prose()).collect();
    if near.len() == rows.len() {
        return decide(text, rows, readings, paste, model);
    }
    let alone: Vec<rows::Row> = near.iter().map(|&row| rows[row].clone()).collect();
    let readings: Vec<&Readings> = near.iter().map(|&row| readings[row]).collect();
    let paste = facts::of(text, &alone, &readings, url);
    let mut decisions = vec![(settle::left_out(), None); rows.len()];
    for (&row, decision) in near.iter().zip(decide(text, &alone, &readings, &paste, model)) {
        decisions[row] = decision;
    }
    decisions
}

/// The state of every row.
fn decide(
    text: &Text<'_>,
    rows: &[rows::Row],
    readings: &[&Readings],
    paste: &facts::Paste,
    model: Model<'_>,
) -> Vec<Decision> {
    let mut table = features::table(rows, paste);
    settle::constrain(text, rows, paste, &mut table);
    wire::constrain(text, rows, paste, &mut table);
    let mut decoded = model.decode(&table, rows.len());
    let choice = titles::choose(text, rows, paste, &table, model, &decoded);
    if choice.row != titles::row(&decoded.states) {
        titles::hold(&mut table, rows.len(), choice.row);
        decoded = model.decode_again(&table, decoded);
    }
    let mut states = decoded.states.clone();
    let sure = || model.leads(&table, &decoded, &decoded.states);
    settle::settle(text, rows, readings, paste, &table, sure, &mut states);
    wire::settle(text, rows, paste, &mut states);
    labelled::settle(text, rows, paste, &mut states);
    let leads = model.leads(&table, &decoded, &states);
    let settled = |row: usize| STATES[states[row]].1 != STATES[decoded.states[row]].1;
    // what speaks for the headline was weighed on the whole page
    let lead = |row: usize, lead: i32| if choice.row == Some(row) && !settled(row) { choice.lead } else { lead };
    let standing = |(row, own)| (states[row], Some(Standing::new(lead(row, own), settled(row))));
    leads.into_iter().enumerate().map(standing).collect()
}

/// Whether `c` shows nothing and takes no room: a byte order mark, zero-width characters, marks of direction.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}
