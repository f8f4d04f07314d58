//! What a number can stand for: rounded as written, or bounded by its words.

use super::desk::Desk;
use crate::text::decimal::decimal;
use crate::{Bound, Quantity, Span};

/// Words for human beings that a count of people can be made of.
const PEOPLE: [&str; 26] = [
    "people",
    "persons",
    "person",
    "men",
    "man",
    "women",
    "woman",
    "children",
    "child",
    "boys",
    "girls",
    "adults",
    "civilians",
    "soldiers",
    "officers",
    "passengers",
    "workers",
    "students",
    "migrants",
    "residents",
    "victims",
    "others",
    "dead",
    "troops",
    "police",
    "individuals",
];

/// Whether a unit counts human beings.
pub(super) fn is_people(unit: &str) -> bool {
    PEOPLE.iter().any(|word| unit.eq_ignore_ascii_case(word))
}

/// Whether two units are the same: one noun in singular and plural, in small letters and capitals.
pub(super) fn same_unit(one: &str, other: &str) -> bool {
    let stem = |unit: &str| unit.trim_end_matches(['s', 'S']).to_lowercase();
    one == other || stem(one) == stem(other)
}

/// The worth of the last digit written: 100,000 in "1.2 million", 1 in "twelve". `round` counts closing noughts as
/// not meant: 100 in "1,200".
pub(super) fn step(quantity: &Quantity, round: bool) -> f64 {
    let value = quantity.value.abs();
    let figures: String = quantity
        .text
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
        .filter(|c| *c != ',')
        .collect();
    let figures = figures.trim_end_matches('.');
    let number = decimal(figures).filter(|number| *number > 0.0);
    let (number, decimals) = match number {
        Some(number) => (number, figures.split_once('.').map_or(0, |(_, after)| after.len())),
        None => (value, 0),
    };
    let mut step = if number > 0.0 { value / number } else { 1.0 };
    for _ in 0..decimals {
        step /= 10.0;
    }
    let mut rest = number;
    while (round || number == value && number >= 1e6) && decimals == 0 && rest >= 10.0 && rest % 10.0 == 0.0 {
        rest /= 10.0;
        step *= 10.0;
    }
    step
}

/// The least and the most that a number can stand for.
pub(super) fn range(quantity: &Quantity) -> (f64, f64) {
    let value = quantity.value;
    match quantity.bound {
        None if quantity.approximate => (value * 0.7, value * 1.4),
        None => {
            // "34" for 34.4, but not 12 for 13
            let step = step(quantity, true);
            let step = if step == 1.0 { 0.49 } else { step };
            (value - step, value + step)
        }
        Some(Bound::AtMost | Bound::Under) => (f64::NEG_INFINITY, value),
        Some(Bound::About) => (value * 0.7, value * 1.4),
        Some(Bound::AtLeast | Bound::Over | Bound::Multiple) => (value, f64::INFINITY),
    }
}

/// Whether a number says exactly what it says.
pub(super) fn is_exact(quantity: &Quantity) -> bool {
    !quantity.approximate && quantity.bound.is_none()
}

/// How many tokens lie between two places, and whether one of them is among `words`.
pub(super) fn between(desk: &Desk<'_>, one: Span, other: Span, words: &[&str]) -> (usize, bool) {
    let tokens = desk.tokens(Span::new(one.end, other.start));
    let has = (tokens.start..tokens.limit).any(|at| tokens.is_any(at, words));
    (tokens.limit - tokens.start, has)
}
