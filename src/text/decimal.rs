//! Decimal figures as numbers, and numbers as figures, without the standard library's parser and printer.

/// The most decimals that a power of ten is exact for.
const MOST_DECIMALS: usize = 22;

/// The value of ASCII digits with at most one point among them, or after them; `None` for anything else
/// and for more than 30 digits.
///
/// A whole number divided by a power of ten is the nearest double where both are exact (Clinger 1990),
/// which every figure of up to 15 digits is. The standard library's parser is exact for all, at the cost
/// of a table that weighs more in the page than a list of the world's currencies.
pub(crate) fn decimal(figures: &str) -> Option<f64> {
    let (whole, decimals) = figures.split_once('.').unwrap_or((figures, ""));
    if whole.is_empty() || whole.len() + decimals.len() > 30 || decimals.len() > MOST_DECIMALS {
        return None;
    }
    let mut value: u128 = 0;
    for byte in whole.bytes().chain(decimals.bytes()) {
        value = value * 10 + u128::from(byte.is_ascii_digit().then(|| byte - b'0')?);
    }
    let scale = 10u128.pow(decimals.len() as u32);
    #[allow(clippy::cast_precision_loss)] // no figure of a story is long enough to lose any
    Some(value as f64 / scale as f64)
}

/// `value` with at most `places` decimals, nine at most, and none where it has none: `12600000`, `0.5`, `-3.25`.
pub(crate) fn printed(value: f64, places: u32) -> String {
    if !value.is_finite() {
        return "∞".to_owned();
    }
    let scale = 10_u64.pow(places.min(9));
    #[expect(clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "the sign is off, and 10⁹ is exact")]
    let (whole, part) = {
        let value = value.abs();
        (value.trunc() as u128, (value.fract() * scale as f64).round() as u64)
    };
    let (whole, part) = (whole + u128::from(part / scale), part % scale);
    let sign = if value < 0.0 && (whole > 0 || part > 0) { "-" } else { "" };
    let part = format!(".{part:0width$}", width = places.min(9) as usize);
    format!("{sign}{whole}{}", part.trim_end_matches('0').trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_they_are_written() {
        for (value, places, figures) in [
            (12_600_000.0, 6, "12600000"),
            (0.5, 6, "0.5"),
            (-3.25, 2, "-3.25"),
            (2.999_6, 3, "3"),
            (-0.001, 2, "0"),
            (1e15, 2, "1000000000000000"),
            (7.0, 0, "7"),
            (f64::INFINITY, 2, "∞"),
        ] {
            assert_eq!(printed(value, places), figures);
        }
    }

    #[test]
    #[allow(clippy::float_cmp)]
    fn figures_are_the_nearest_double() {
        for figures in
            ["0", "7", "1.2", "0.1", "12.51", "300000", "3.", "99999999.999999", "0.000001", "123456789012345"]
        {
            assert_eq!(decimal(figures), figures.parse().ok(), "{figures}");
        }
        for figures in ["", ".", ".5", "1.2.3", "-1", "1e5", "12a", "１", &"9".repeat(31)] {
            assert_eq!(decimal(figures), None, "{figures}");
        }
    }
}
