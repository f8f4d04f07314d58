//! What a word can be: outside any name, or the first or a later word of one of five kinds.

use crate::EntityKind;

/// Outside; then first and later word of each kind.
pub(super) const LABELS: usize = 1 + 2 * KINDS;
/// People, organizations, places, peoples and creeds, other things.
pub(super) const KINDS: usize = 5;

/// Whether label `to` can come after `from`, if any.
pub(super) const fn follows(from: Option<usize>, to: usize) -> bool {
    // a later word only after one of the same kind
    to == 0 || to % 2 == 1 || matches!(from, Some(from) if from == to || from + 1 == to)
}

/// The kind of name that a label other than 0 is part of.
pub(super) const fn kind_of(label: usize) -> usize {
    (label - 1) / 2
}

/// What readers are told of; nothing of peoples and other things.
pub(super) const fn entity(kind: usize) -> Option<EntityKind> {
    match kind {
        0 => Some(EntityKind::Person),
        1 => Some(EntityKind::Organization),
        2 => Some(EntityKind::Place),
        _ => None,
    }
}
