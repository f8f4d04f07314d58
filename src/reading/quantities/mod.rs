//! Numbers with what they count: "around 300,000 people", "RM7.8 million", "4.7 per cent", "30 km", "two-thirds".
//!
//! Read from left to right, a quantity is
//!
//! ```text
//! quantity = [marker] amount [unit | noun] [marker]
//! amount   = [currency] figures [magnitude] | numerals | share | ratio
//! ```
//!
//! One file reads each part: `figures`, `numerals` (words and magnitudes), `shares`, `money`, `unit`, `noun`,
//! `marker`; `excluded` knows the numbers that are something else, `elsewhere` reads figures in other languages,
//! and `grammar` puts the parts together; `scores` reads two numbers that stand against each other.
//! What counts as a quantity, where it begins and ends, and what its value is, is written down beside the gold
//! set in `tests/quantities/README.md`.
//!
//! Times, durations, frequencies and ages belong to the times stage and are never quantities, whether or not
//! that stage has found them. A range is two quantities. Every number is read once and every look around it is
//! bounded, so that the time is linear.

#![allow(clippy::float_cmp, reason = "numbers that were read are compared with small whole ones, exactly")]

mod age;
mod elsewhere;
mod excluded;
mod figures;
mod grammar;
mod marker;
mod metres;
mod money;
mod noun;
mod numerals;
mod passage;
mod reading;
mod scores;
mod shares;
mod sums;
mod unit;

#[cfg(test)]
mod tests;

use super::Story;
use crate::{Quantity, Span, Time};
use money::Money;
use passage::Passage;

/// Finds them in the blocks that are read, outside of `times`; in another language than English figures only.
pub(crate) fn find(story: &Story<'_>, times: &[Time]) -> Vec<Quantity> {
    // in order already, as times are found
    let taken: Vec<Span> = times.iter().map(|time| time.span).collect();
    let money = Money::new(story);
    let mut found = Vec::new();
    for block in story.blocks.iter().filter(|block| block.role.is_read()) {
        let passage = Passage::new(story.text, block.span, &taken);
        match story.foreign {
            Some(tag) => elsewhere::read(&passage, tag, &mut found),
            None => grammar::read(&passage, &money, &mut found),
        }
    }
    found
}
