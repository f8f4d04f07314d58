//! What the grammars say of a row, as the model sees it.

use super::shape::Shape;
use crate::layout::readings::Readings;
use crate::layout::rows::Row;
use crate::layout::{credit, signoff};

/// Flags of a row's readings.
#[derive(Debug, Clone, Default)]
#[allow(clippy::struct_excessive_bools)]
pub(crate) struct Told {
    pub(crate) timestamp_whole: bool,
    pub(crate) timestamp_part: bool,
    pub(crate) timestamp_relative: bool,
    pub(crate) timestamp_labelled: bool,
    pub(crate) by_whole: bool,
    pub(crate) by_part: bool,
    pub(crate) names_alone: bool,
    pub(crate) agency_alone: bool,
    pub(crate) credit_sure: bool,
    pub(crate) credit_maybe: bool,
    pub(crate) credit_tail: bool,
    /// How surely it begins with a dateline: 0 to 3.
    pub(crate) dateline: u8,
    pub(crate) dateline_own_line: bool,
    pub(crate) signoff_whole: bool,
    pub(crate) signoff_tail: bool,
    pub(crate) contributors: bool,
}

impl Told {
    /// The flags of `readings`, the row's own.
    pub(super) fn of(readings: &Readings, row: &Row, shape: &Shape) -> Self {
        let mut told = Self {
            signoff_whole: readings.signoff.as_ref().is_some_and(|signoff| signoff.form == signoff::Form::Whole),
            signoff_tail: readings.signoff.as_ref().is_some_and(|signoff| signoff.form == signoff::Form::Tail),
            contributors: readings.contributors.is_some(),
            agency_alone: readings.agency_alone,
            ..Self::default()
        };
        if let Some(times) = &readings.times {
            let whole = times.span.len() * 10 >= row.span.len() * 8;
            told.timestamp_relative = times.relative;
            told.timestamp_whole = whole && !times.relative;
            told.timestamp_part = !whole && !times.relative && shape.chars < 130;
            told.timestamp_labelled = times.dates.iter().any(|date| date.label.is_some());
        }
        if let Some(byline) = &readings.byline {
            let alone = readings.times.is_none();
            let whole = alone && byline.whole || told.timestamp_part || told.timestamp_relative;
            told.by_whole = byline.by && whole;
            told.by_part = byline.by && !whole;
            let alone = alone && !byline.by;
            told.names_alone = alone && !byline.authors.is_empty();
            told.agency_alone |= alone && byline.authors.is_empty();
        }
        // `(May 4, 2023)` is in brackets as sources are
        match readings.credit.as_ref().filter(|_| !told.timestamp_whole).map(|credit| credit.place) {
            Some(credit::Place::Whole { sure }) => (told.credit_sure, told.credit_maybe) = (sure, !sure),
            Some(credit::Place::Tail) => told.credit_tail = true,
            Some(credit::Place::Loose) | None => {}
        }
        match &readings.dateline {
            Some(dateline) if dateline.next >= row.tokens.end => {
                told.dateline_own_line = dateline.certainty() >= 2;
            }
            Some(dateline) => told.dateline = dateline.certainty(),
            None => {}
        }
        told
    }
}
