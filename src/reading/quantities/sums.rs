//! Two units that are told as one value: feet and inches, dollars and cents.
//!
//! `5'11"` · `5 ft 2 in` · `3 dollars 50 cents` · `15 dollars 50`

use super::money::Money;
use super::numerals::{self, Amount, Shape, tidy};
use super::passage::Passage;
use super::reading::Reading;

/// A height by its marks: `5'11"`, `6'3`.
pub(super) fn height<'s>(passage: &Passage<'s>, at: usize, amount: Amount) -> Option<Reading<'s>> {
    let feet = amount.form == Shape::Digits && (3.0..=8.0).contains(&amount.value) && !passage.is_joined(at);
    let mark = matches!(passage.mark(amount.to), Some('\'' | '’' | '′')) && passage.is_joined(amount.to);
    if !feet || !mark || !passage.is_joined(amount.to + 1) || !passage.is_figure(amount.to + 1) {
        return None;
    }
    let inches = numerals::read(passage, amount.to + 1, false).filter(|inches| inches.form == Shape::Digits)?;
    let closing = matches!(passage.mark(inches.to), Some('"' | '”' | '″')) && passage.is_joined(inches.to);
    let to = inches.to + usize::from(closing);
    let goes_on = passage.is_joined(to) && (passage.word(to).is_some() || passage.is_figure(to));
    (inches.value < 12.0 && !goes_on).then_some(Reading {
        start: (passage.span(at).start, at),
        end: passage.span(to - 1).end,
        to,
        value: rounded(amount.value + inches.value / 12.0),
        unit: Some("ft"),
        bound: None,
        aged: false,
        prefixed: false,
        amount,
    })
}

/// Feet with the inches after them: "5 ft 2 in", "six feet two inches".
pub(super) fn inches<'s>(passage: &Passage<'s>, feet: Reading<'s>) -> Reading<'s> {
    if feet.unit != Some("ft") || feet.value.fract() != 0.0 {
        return feet;
    }
    let Some(inches) = numerals::read(passage, feet.to, false).filter(|inches| inches.value < 12.0) else {
        return feet;
    };
    let to = inches.to;
    let ends = passage.is(to, "in") && !matches!(&*passage.key(to + 1), "the" | "a" | "an" | "all" | "one");
    let named = matches!(&*passage.key(to), "inch" | "inches") || ends && passage.is(feet.to - 1, "ft");
    if !named || !matches!(inches.form, Shape::Digits | Shape::Words | Shape::Figures) {
        return feet;
    }
    let value = rounded(feet.value + inches.value / 12.0);
    Reading { value, to: to + 1, end: passage.span(to).end, ..feet }
}

/// A value without the noise of a division, in ten places.
fn rounded(value: f64) -> f64 {
    (value * 1e10).round() / 1e10
}

/// Money with its hundredths after it: "3 dollars 50 cents", "thirteen dollars and forty-five cents".
pub(super) fn cents<'s>(passage: &Passage<'s>, money: &Money<'_>, whole: Reading<'s>) -> Reading<'s> {
    let at = whole.to + usize::from(passage.is(whole.to, "and"));
    if whole.value.fract() != 0.0 {
        return whole;
    }
    let Some(amount) = numerals::read(passage, at, false).filter(|amount| amount.value < 100.0) else { return whole };
    // "15 dollars 50.", "thirteen dollars forty-five"
    let spoken = at == whole.to && (10.0..100.0).contains(&amount.value) && amount.value.fract() == 0.0;
    let names = passage.word(whole.to - 1).is_some_and(|name| name.ends_with('s') || name == "dollar");
    if spoken
        && names
        && passage.word(amount.to).is_none()
        && !passage.is_joined(amount.to + 1)
        && !passage.is_figure(amount.to)
    {
        let value = tidy(whole.value + amount.value / 100.0);
        return Reading { value, to: amount.to, end: amount.end, ..whole };
    }
    match money.after(passage, amount.to, &amount) {
        Some(name) if name.factor < 1.0 && Some(name.code) == whole.unit => Reading {
            value: tidy(whole.value + amount.value * name.factor),
            to: name.to,
            end: passage.span(name.to - 1).end,
            ..whole
        },
        _ => whole,
    }
}
