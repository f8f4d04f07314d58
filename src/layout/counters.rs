//! Counts: how many have read a story, shared it, commented on it.

use super::patterns::counters::COUNTS;
use crate::text::Text;
use crate::text::decimal::decimal;
use crate::{Role, Span};
use std::ops::Range;

/// The longest row of counts, in tokens.
const LONGEST: usize = 12;

/// The numbers with their units that `tokens` consist of, each with its role; one at least counts readers:
/// `3304 views 13 mins 0 comments`.
pub(crate) fn read(text: &Text<'_>, tokens: Range<usize>) -> Option<Vec<(Role, Span)>> {
    let span = text.span_of(&tokens);
    let slice = text.slice(span);
    let digit = |c: char| c.is_ascii_digit();
    if tokens.len() > LONGEST || !slice.starts_with(digit) || slice.ends_with(digit) {
        return None;
    }
    let (mut counts, mut at) = (Vec::new(), 0);
    while at < slice.len() {
        let found = COUNTS.at(slice, at)?;
        counts.push((found.shape.gives, Span::new(span.start + at, span.start + found.range.end)));
        at = found.range.end;
    }
    counts.iter().any(|(role, _)| *role == Role::Counter).then_some(counts)
}

/// Where the count begins that is the rest of a row after its times: `03 May 2025  4`, `· 0 Comments`.
pub(crate) fn after_times(text: &Text<'_>, rest: Span) -> Option<usize> {
    let slice = text.slice(rest);
    let count = slice.trim_start_matches(|c: char| c.is_whitespace() || "·•|-/".contains(c));
    let found = COUNTS.at(count, 0).filter(|found| found.shape.gives == Role::Counter)?;
    (found.range.end == count.len()).then(|| rest.end - count.len())
}

/// The value of a bare count: `130`, `1,204`, `1.2K`, `3M`.
pub(crate) fn value(slice: &str) -> Option<u64> {
    let number = slice.strip_suffix(['k', 'K', 'm', 'M']).unwrap_or(slice);
    let scale = match &slice[number.len()..] {
        "" => 1.0,
        "k" | "K" => 1e3,
        _ => 1e6,
    };
    let plain = number.trim().replace(',', "");
    let fits = plain.len() <= 9 && (scale > 1.0 || !plain.contains('.'));
    #[allow(clippy::cast_sign_loss)] // nine digits at most, never negative
    decimal(&plain).filter(|_| fits).map(|value| (value * scale).round() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values() {
        for (source, of) in [
            ("130", Some(130)),
            ("1,204", Some(1204)),
            ("1.2K", Some(1200)),
            ("3M", Some(3_000_000)),
            ("2016", Some(2016)),
        ] {
            assert_eq!(value(source), of, "{source}");
        }
        for source in ["", "K", "4.5", "1234567890123", "12 comments", "-3"] {
            assert_eq!(value(source), None, "{source}");
        }
    }

    #[test]
    fn rows_and_what_follows_the_times() {
        for (source, counts) in [
            ("3304 views 13 mins 0 comments", Some(vec!["3304 views", "13 mins", "0 comments"])),
            ("1.2K shares | 4 comments", Some(vec!["1.2K shares |", "4 comments"])),
            ("195Shares", Some(vec!["195Shares"])),
            ("13 mins", None),
            ("13 comments and a half", None),
            ("130", None),
        ] {
            let text = Text::new(source);
            let found = read(&text, 0..text.tokens.len());
            let found = found.map(|counts| counts.iter().map(|(_, span)| text.slice(*span).trim()).collect::<Vec<_>>());
            assert_eq!(found, counts, "{source}");
        }
        for (source, count) in [(" · 0 Comments", Some("0 Comments")), ("  4", Some("4")), (" 5 min", None), ("", None)]
        {
            let text = Text::new(source);
            assert_eq!(after_times(&text, Span::new(0, source.len())).map(|at| &source[at..]), count, "{source}");
        }
    }
}
