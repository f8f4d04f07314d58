//! A length of time that is told in several units, and its value.

use std::fmt;

/// How many units a length has at most: from years to seconds.
pub(super) const UNITS: usize = 7;

/// A length of time in several units: years, months, weeks, days, hours, minutes, and milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Length(pub(super) [u32; UNITS]);

impl Length {
    /// Years and months as months, weeks and days as days; `None` where it has a part of a day.
    pub(super) fn in_calendar(self) -> Option<(i32, i32)> {
        let [years, months, weeks, days, hours, minutes, millis] = self.0;
        let months = years.checked_mul(12)?.checked_add(months)?;
        let days = weeks.checked_mul(7)?.checked_add(days)?;
        let small = months < 12_000 && days < 10_000;
        ((hours, minutes, millis) == (0, 0, 0) && small).then_some(())?;
        Some((i32::try_from(months).ok()?, i32::try_from(days).ok()?))
    }
}

impl fmt::Display for Length {
    /// The value: `P2Y3M`, `PT2H28M34.5S`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        for (count, name) in self.0.iter().zip(["Y", "M", "W", "D"]).filter(|(count, _)| **count > 0) {
            write!(f, "{count}{name}")?;
        }
        let [.., hours, minutes, millis] = self.0;
        if (hours, minutes, millis) != (0, 0, 0) {
            f.write_str("T")?;
        }
        for (count, name) in [(hours, "H"), (minutes, "M")].into_iter().filter(|(count, _)| *count > 0) {
            write!(f, "{count}{name}")?;
        }
        match (millis / 1000, millis % 1000) {
            (0, 0) => Ok(()),
            (whole, 0) => write!(f, "{whole}S"),
            (whole, part) => write!(f, "{whole}.{}S", format!("{part:03}").trim_end_matches('0')),
        }
    }
}
