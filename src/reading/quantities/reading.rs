//! A number with what belongs to it, while its quantity is being put together.

use super::marker;
use super::numerals::Amount;
use super::passage::Passage;
use crate::Bound;

/// A number with its surroundings, before it is written down.
#[derive(Clone, Copy)]
pub(super) struct Reading<'s> {
    /// Byte and token where the number begins, its currency included.
    pub(super) start: (usize, usize),
    /// The byte after the quantity.
    pub(super) end: usize,
    /// The token after it.
    pub(super) to: usize,
    pub(super) value: f64,
    pub(super) unit: Option<&'s str>,
    pub(super) bound: Option<Bound>,
    /// Whether it is an age.
    pub(super) aged: bool,
    /// Whether the currency comes first.
    pub(super) prefixed: bool,
    pub(super) amount: Amount,
}

/// `reading` with `unit`, which ends before token `to`.
pub(super) fn closed<'s>(passage: &Passage<'s>, reading: Reading<'s>, unit: &'s str, to: usize) -> Reading<'s> {
    Reading { unit: Some(unit), to, end: passage.span(to - 1).end, ..reading }
}

/// `reading` with "or more", "or so" after it.
pub(super) fn trailing<'s>(passage: &Passage<'s>, reading: Reading<'s>) -> Reading<'s> {
    match marker::after(passage, reading.to) {
        Some((to, bound)) if reading.bound.is_none() => {
            Reading { to, end: passage.span(to - 1).end, bound: Some(bound), ..reading }
        }
        _ => reading,
    }
}

/// `reading`, a measure, with the minus before it: "-3 °C", "minus 5 percent".
pub(super) fn negative<'s>(passage: &Passage<'s>, reading: Reading<'s>) -> Reading<'s> {
    let Some(sign) = reading.start.1.checked_sub(1).filter(|sign| (passage.start..passage.limit).contains(sign)) else {
        return reading;
    };
    let mark = matches!(passage.mark(sign), Some('-' | '−')) && passage.is_joined(sign + 1) && !passage.is_joined(sign)
        // "75 -300mm"
        && !passage.is_figure(sign.wrapping_sub(1));
    let word = passage.is(sign, "minus") && !passage.is(sign.wrapping_sub(1), "or");
    if mark || word {
        return Reading { start: (passage.span(sign).start, sign), value: -reading.value, ..reading };
    }
    reading
}
