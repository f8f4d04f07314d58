//! What a reader says of times and numbers.

use super::readings::Readings;
use super::{TimeValue, Why};
use crate::{Basis, Quantity, Span, Time, TimeKind};

impl Readings<'_> {
    /// The words at `at` are a time of `value`, in place of those that they overlap.
    pub(super) fn time(&mut self, at: Span, value: &TimeValue, kind: Option<TimeKind>) -> Result<(), Why> {
        let known = self.times.iter().find(|time| time.span == at).map(|time| time.kind);
        if known.is_none() {
            self.is_read(at)?;
        }
        // what comes again and again still does where only its value was wrong
        let kind = kind.or(known.filter(|known| value.fits(*known))).unwrap_or(value.kind());
        if !value.fits(kind) {
            return Err(Why::Impossible);
        }
        let time = Time {
            text: at.of(self.source).to_owned(),
            kind,
            value: value.to_string(),
            modifier: None,
            covers: None,
            range_end: None,
            alternatives: Vec::new(),
            span: at,
            certainty: None,
            basis: Some(Basis::Reader),
        };
        self.with_ranges(|times| {
            times.retain(|other| !other.span.overlaps(at));
            let index = times.partition_point(|other| other.span.start < at.start);
            times.insert(index, time);
        });
        Ok(())
    }

    /// Changes which times there are; a range whose end is still there keeps it, by its new number.
    pub(super) fn with_ranges(&mut self, change: impl FnOnce(&mut Vec<Time>)) {
        let ends = |times: &[Time]| times.iter().map(|time| time.range_end).collect::<Vec<_>>();
        let ranges: Vec<(Span, Span)> = (ends(self.times).into_iter().zip(self.times.iter()))
            .filter_map(|(end, time)| Some((time.span, self.times.get(end?)?.span)))
            .collect();
        change(self.times);
        for time in self.times.iter_mut() {
            time.range_end = None;
        }
        let place = |times: &[Time], span: Span| times.binary_search_by_key(&span.start, |time| time.span.start).ok();
        for (from, to) in ranges {
            if let (Some(from), Some(to)) = (place(self.times, from), place(self.times, to)) {
                self.times[from].range_end = Some(to);
            }
        }
    }

    /// The words at `at` are a number, in place of those that they overlap.
    pub(super) fn quantity(&mut self, at: Span, value: f64, unit: Option<&str>) -> Result<(), Why> {
        let known = self.quantities.iter().find(|quantity| quantity.span == at);
        let (approximate, bound) = known.map_or((false, None), |known| (known.approximate, known.bound));
        // a score that is one number now is no score
        let kind = known.filter(|known| known.unit.as_deref() == unit && known.against.is_none());
        let kind = kind.and_then(|known| known.kind);
        if known.is_none() {
            self.is_read(at)?;
        }
        if !value.is_finite() || unit.is_some_and(|unit| unit.trim().is_empty()) {
            return Err(Why::Impossible);
        }
        let quantity = Quantity {
            text: at.of(self.source).to_owned(),
            value,
            against: None,
            unit: unit.map(str::to_owned),
            approximate,
            kind,
            bound,
            span: at,
            basis: Some(Basis::Reader),
        };
        self.quantities.retain(|other| !other.span.overlaps(at));
        let index = self.quantities.partition_point(|other| other.span.start < at.start);
        self.quantities.insert(index, quantity);
        Ok(())
    }
}
