//! The checks that a desk makes: what in a story does not fit together. A false alarm costs a reader more than a
//! miss, so a check speaks only where both places say plainly what they say.
//!
//! One file a check, each a function from the [`Desk`] to what it finds; `docs/checks.md` says what each tells and
//! what it leaves alone.

#![allow(clippy::float_cmp, reason = "numbers that were read are compared with whole ones, exactly")]

mod change;
mod desk;
mod embargo;
mod future;
mod headline;
mod marks;
mod numbers;
mod quoted;
mod repeats;
mod shares;
mod spelling;
mod sums;
mod surname;
#[cfg(test)]
mod tests;
mod weekday;

use super::Story;
use crate::order::arranged;
use crate::{Check, Entity, Quantity, Quote, Time};
use desk::Desk;

/// What does not fit together, in the order of the text.
pub(crate) fn find(
    story: &Story<'_>,
    entities: &[Entity],
    quotes: &[Quote],
    times: &[Time],
    quantities: &[Quantity],
) -> Vec<Check> {
    let mut desk = Desk { story, entities, quotes, times, quantities, found: Vec::new() };
    embargo::find(&mut desk);
    if story.foreign.is_some() {
        return desk.found;
    }
    weekday::find(&mut desk);
    future::find(&mut desk);
    headline::find(&mut desk);
    quoted::find(&mut desk);
    spelling::find(&mut desk);
    surname::find(&mut desk);
    sums::find(&mut desk);
    shares::find(&mut desk);
    change::find(&mut desk);
    marks::find(&mut desk);
    repeats::find(&mut desk);
    arranged(desk.found, |check| check.places.first().map_or((0, 0), |place| (place.start, place.end)))
}
