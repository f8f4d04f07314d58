//! Near the head: bylines and timestamps that the grammars are sure of, by where headline and lede stand.
//!
//! The model weighs rows by what it has seen of other publishers' pages. A row that begins with "By" and
//! two names, or a full date alone on its row, needs no such experience once it is known where the
//! head is.

use super::facts::{Facts, Paste};
use super::states::{Part, STATES, Zone};

/// Rows above the headline and below it that can belong to the head.
const REACH: usize = 14;

/// Sets right what stands near the headline and the lede.
pub(crate) fn settle(paste: &Paste, states: &mut [usize]) {
    let title = states.iter().position(|&state| STATES[state].0 == Zone::Title);
    let lede = states.iter().position(|&state| STATES[state].1 == Part::Text);
    let from = title.or(lede).unwrap_or(0).saturating_sub(REACH);
    let to = lede.or(title).map_or(0, |row| row + 2).min(states.len());
    let is = |states: &[usize], row: usize, part: Part| STATES[states[row]].1 == part;
    for row in from..to {
        let facts = &paste.facts[row];
        // other stories' times and authors stand among links, away from headline and lede
        let near = |limit: usize| {
            title.is_some_and(|title| row.abs_diff(title) <= limit)
                || lede.is_some_and(|lede| row < lede && lede - row <= limit)
        };
        if is(states, row, Part::Text) || is(states, row, Part::Headline) {
            continue;
        }
        if (facts.by_whole || facts.by_part && facts.chars < 140) && near(REACH) {
            put(states, row, Part::Byline);
        } else if (facts.timestamp_whole || facts.timestamp_part && facts.timestamp_labelled) && near(REACH) {
            put(states, row, Part::Timestamp);
        } else if facts.timestamp_part && facts.chars < 100 && near(4) && !facts.prose {
            put(states, row, Part::Timestamp);
        }
    }
    // names without "By": beside the times, or named again where the author is introduced
    let named = (from..to).any(|row| is(states, row, Part::Byline) && !paste.facts[row].agency_alone);
    if named {
        return;
    }
    let timed = |row: usize| {
        let stamp = |facts: &Facts| facts.timestamp_whole || facts.timestamp_relative || facts.timestamp_part;
        (row.saturating_sub(2)..(row + 3).min(paste.facts.len()))
            .any(|other| other != row && stamp(&paste.facts[other]))
    };
    let alone = (from..to).find(|&row| {
        let facts = &paste.facts[row];
        let free = !is(states, row, Part::Text) && !is(states, row, Part::Headline) && !is(states, row, Part::Caption);
        let behind = title.is_none_or(|title| row > title) || facts.repeats > 1;
        facts.names_alone && free && !facts.nav_row && !facts.share_row && behind && (timed(row) || facts.repeats > 1)
    });
    if let Some(row) = alone {
        put(states, row, Part::Byline);
    }
}

/// Gives the row the state of `part` in its zone, where there is one.
fn put(states: &mut [usize], row: usize, part: Part) {
    let zone = STATES[states[row]].0;
    let zone = if zone == Zone::Title { Zone::Head } else { zone };
    if let Some(state) = STATES.iter().position(|&(other, of)| other == zone && of == part) {
        states[row] = state;
    }
}
