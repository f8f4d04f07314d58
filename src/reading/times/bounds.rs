//! What no value may be: years that no calendar of news has, lengths that nobody lives.

use super::grammar::Grammar;
use super::lexicon::Lex;

/// How many years ahead a bare year may lie.
const AHEAD: i32 = 15;

impl Grammar<'_> {
    /// Whether the year `value` at `at` is part of a name or a count, as it lies far ahead of `now` and nothing places it in
    /// time: "the film Harbour Nights 2049", "a score of 2072"; not "by 2050".
    pub(super) fn is_number_of_year(self, at: usize, value: &str, now: Option<i32>) -> bool {
        let far = || value.parse::<i32>().is_ok_and(|year| now.is_some_and(|now| year > now + AHEAD));
        let placed = || {
            at > self.start
                && (matches!(
                    self.lex(at - 1),
                    Lex::In | Lex::From | Lex::To | Lex::Before | Lex::After | Lex::And | Lex::Or
                ) || matches!(self.lex(at - 1), Lex::Early | Lex::Late | Lex::Mid | Lex::About)
                    || self.is_any(
                        at - 1,
                        &["by", "until", "till", "since", "through", "around", "beyond", "(", "-", "–"],
                    ))
        };
        value.len() == 4 && self.year(at).is_some() && far() && !placed()
    }
}

/// Whether `value` says something that can be meant: a year from 1000 to 2100, a length under ten thousand years.
pub(super) fn is_sane(value: &str) -> bool {
    if value.ends_with("_REF") {
        return true;
    }
    if let Some(length) = value.strip_prefix('P') {
        return is_sane_length(length);
    }
    let year = value.split(['-', 'T']).next().unwrap_or("");
    match year.len() {
        4 if year.ends_with('X') => year[..3].parse().map_or(true, |tens: u32| (100..=210).contains(&tens)),
        4 => year.parse().map_or(true, |year: u32| (1000..=2100).contains(&year)),
        2 => year.parse().map_or(true, |hundreds: u32| hundreds <= 21),
        _ => true,
    }
}

/// Amounts of the longest unit that a length may have, by the first letter of the unit.
fn is_sane_length(length: &str) -> bool {
    let mut amount = 0u64;
    let mut clock = false;
    let mut part = false;
    for byte in length.bytes() {
        match byte {
            b'0'..=b'9' if !part => amount = amount.saturating_mul(10).saturating_add(u64::from(byte - b'0')),
            b'0'..=b'9' | b'X' => {}
            b'.' => part = true,
            b'T' => clock = true,
            unit => {
                let most = match (unit, clock) {
                    (b'Y', _) => 9_999,
                    (b'Q', _) => 39_999,
                    (b'M', false) => 119_999,
                    (b'W', _) => 519_999,
                    (b'D', _) => 3_649_999,
                    (b'H', true) => 87_599_999,
                    _ => u64::MAX,
                };
                if amount > most {
                    return false;
                }
                (amount, part) = (0, false);
            }
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::is_sane;

    #[test]
    fn years_and_lengths_have_bounds() {
        for value in ["2024-05", "1000", "2100", "199X", "19", "XXXX-05", "P9999Y", "PT36H", "PXY", "PAST_REF", "TMO"] {
            assert!(is_sane(value), "{value}");
        }
        for value in ["0999", "2101-05", "9999-12-31", "002X", "P10000Y", "P66000000Y", "P4000000D"] {
            assert!(!is_sane(value), "{value}");
        }
    }
}
