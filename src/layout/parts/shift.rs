//! Moving what a grammar read in a piece of a row to where it lies in the paste.

use crate::Span;
use crate::layout::{credit, dateline};

pub(super) fn span(of: Span, by: usize) -> Span {
    Span::new(of.start + by, of.end + by)
}

pub(super) fn credit(parsed: &credit::Parsed, by: usize) -> credit::Parsed {
    credit::Parsed {
        name: parsed.name.map(|name| span(name, by)),
        span: span(parsed.span, by),
        inner: span(parsed.inner, by),
        ..parsed.clone()
    }
}

pub(super) fn dateline(parsed: dateline::Parsed, by: usize) -> dateline::Parsed {
    dateline::Parsed {
        places: parsed
            .places
            .into_iter()
            .map(|city| dateline::City {
                name: span(city.name, by),
                region: city.region.map(|region| span(region, by)),
            })
            .collect(),
        date: parsed.date.map(|(date, at)| (date, span(at, by))),
        agency: parsed.agency.map(|(name, at)| (name, span(at, by))),
        span: span(parsed.span, by),
        ..parsed
    }
}
