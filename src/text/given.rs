//! Given names, and what they tell of a person's gender.

use crate::text::word_set::word_set;

// see `given.md`
word_set!(MEN, "given-male.txt");
word_set!(WOMEN, "given-female.txt");

/// The grammatical gender that pronouns for a person take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    /// She.
    Female,
    /// He.
    Male,
}

/// Whether `word` is a given name of either gender.
pub(crate) fn is_given(word: &str) -> bool {
    MEN.has(word) || WOMEN.has(word)
}

/// The gender of those called `word`, where the name tells.
pub(crate) fn gender(word: &str) -> Option<Gender> {
    match (MEN.has(word), WOMEN.has(word)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}
