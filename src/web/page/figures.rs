//! Numbers as a reader likes to see them.

/// `value` with its thousands set apart, to six decimals: `12,600,000`, `0.5`.
///
/// Whole numbers and millionths are printed, since printing floating-point numbers weighs ten times as much.
pub(crate) fn grouped(value: f64) -> String {
    if !value.is_finite() {
        return "∞".to_owned();
    }
    let sign = if value < 0.0 { "-" } else { "" };
    let value = value.abs();
    #[expect(clippy::cast_sign_loss, reason = "the sign is off")]
    let (whole, millionths) = (value.trunc() as u128, (value.fract() * 1e6).round() as u128);
    let (whole, millionths) = (whole + millionths / 1_000_000, millionths % 1_000_000);
    let decimals = format!(".{millionths:06}");
    format!("{sign}{}{}", group(&whole.to_string()), decimals.trim_end_matches('0').trim_end_matches('.'))
}

/// A whole number with its thousands set apart.
pub(crate) fn whole(value: u64) -> String {
    group(&value.to_string())
}

/// `count` things: "1 quote", "2 quotes", "1,024 people".
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", whole(count as u64), if count == 1 { one } else { many })
}

/// Digits with every third one from the end set apart.
pub(crate) fn group(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (value, seen) in [
            (0.0, "0"),
            (999.0, "999"),
            (1000.0, "1,000"),
            (12_600_000.0, "12,600,000"),
            (-1234.5, "-1,234.5"),
            (0.25, "0.25"),
            (4.7, "4.7"),
            (0.999_999_9, "1"),
            (2.0 / 3.0, "0.666667"),
            (1e15, "1,000,000,000,000,000"),
            (f64::INFINITY, "∞"),
        ] {
            assert_eq!(grouped(value), seen);
        }
    }

    #[test]
    fn one_is_not_many() {
        assert_eq!(counted(1, "person", "people"), "1 person");
        assert_eq!(counted(2000, "person", "people"), "2,000 people");
    }
}
