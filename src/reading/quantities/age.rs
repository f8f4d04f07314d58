//! Ages: how many years, months, weeks or days somebody or something has lived.
//!
//! `27-year-old` · `five years old` · `3 years of age` · `aged 34` · `at the age of 54` · `Jane Roe, 42,`

use super::numerals::{Amount, Shape};
use super::passage::Passage;

/// The unit of an age that `word` names.
fn unit(word: &str) -> Option<&'static str> {
    Some(match word {
        "year" | "years" => "year",
        "month" | "months" => "month",
        "week" | "weeks" => "week",
        "day" | "days" => "day",
        _ => return None,
    })
}

/// The age whose unit of time is at token `at`: that unit, and the token after the age.
pub(super) fn counted(passage: &Passage<'_>, at: usize) -> Option<(&'static str, usize)> {
    let unit = unit(&passage.key(at))?;
    let next = at + 1 + usize::from(passage.is_joint(at + 1));
    if matches!(&*passage.key(next), "old" | "olds") {
        return Some((unit, next + 1));
    }
    (passage.is(at + 1, "of") && passage.is(at + 2, "age")).then_some((unit, at + 3))
}

/// Whether the number at `at` is years of age by the word before it: "aged 34", "the age of 54".
pub(super) fn named(passage: &Passage<'_>, at: usize, amount: &Amount) -> bool {
    let of = usize::from(passage.is(at.wrapping_sub(1), "of"));
    let before = passage.key(at.wrapping_sub(1 + of));
    let named = &*before == "age" || of == 0 && &*before == "aged";
    named && amount.value > 0.0 && amount.value <= 125.0 && matches!(amount.form, Shape::Digits | Shape::Words)
}
