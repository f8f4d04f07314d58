//! The checks that a desk makes: what in a story does not fit together. A false alarm costs a reader more than a
//! miss, so a check speaks only where both places say plainly what they say.

use super::Story;
use crate::{Check, Entity, Quantity, Quote, Time};

/// What does not fit together, in the order of the text.
pub(crate) fn find(
    _story: &Story<'_>,
    _entities: &[Entity],
    _quotes: &[Quote],
    _times: &[Time],
    _quantities: &[Quantity],
) -> Vec<Check> {
    Vec::new()
}
