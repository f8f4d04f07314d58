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
            span: at,
            certainty: None,
            basis: Some(Basis::Reader),
        };
        self.times.retain(|other| !other.span.overlaps(at));
        let index = self.times.partition_point(|other| other.span.start < at.start);
        self.times.insert(index, time);
        Ok(())
    }

    /// The words at `at` are a number, in place of those that they overlap.
    pub(super) fn quantity(&mut self, at: Span, value: f64, unit: Option<&str>) -> Result<(), Why> {
        let known = self.quantities.iter().find(|quantity| quantity.span == at);
        let (approximate, bound) = known.map_or((false, None), |known| (known.approximate, known.bound));
        if known.is_none() {
            self.is_read(at)?;
        }
        if !value.is_finite() || unit.is_some_and(|unit| unit.trim().is_empty()) {
            return Err(Why::Impossible);
        }
        let quantity = Quantity {
            text: at.of(self.source).to_owned(),
            value,
            unit: unit.map(str::to_owned),
            approximate,
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
