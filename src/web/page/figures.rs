//! Numbers as a reader likes to see them.

/// `value` with its thousands set apart: `12,600,000`, `0.5`.
pub(crate) fn grouped(value: f64) -> String {
    group(&value.to_string())
}

/// A whole number with its thousands set apart.
pub(crate) fn whole(value: u64) -> String {
    group(&value.to_string())
}

/// `count` things: "1 quote", "2 quotes", "1,024 people".
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", whole(count as u64), if count == 1 { one } else { many })
}

fn group(plain: &str) -> String {
    let (whole, fraction) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let digits = whole.trim_start_matches('-');
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return plain.to_owned();
    }
    let mut out = String::from(&whole[..whole.len() - digits.len()]);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out.push_str(fraction);
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
            (f64::INFINITY, "inf"),
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
