//! Lengths of time, in one unit or several, and their values.

use super::lexicon::Unit;
use super::numbers::Amount;
use crate::calendar::stretch::Grain;
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

/// The value of a duration: `P3M`, `PT5H30M`, `PXY`.
pub(super) fn duration(amount: Amount, unit: Unit) -> String {
    // the name of the unit, units of it in one, and the unit below with how many go into one
    let (time, name, times, below) = match unit {
        Unit::Second => ("T", "S", 1, None),
        Unit::Minute => ("T", "M", 1, Some(("", "S", 60))),
        Unit::Hour => ("T", "H", 1, Some(("", "M", 60))),
        Unit::Fortnight => ("", "W", 2, None),
        Unit::Millennium => ("", "Y", 1000, None),
        Unit::Unmeasured => ("", "X", 1, None),
        Unit::Calendar(grain) => match grain {
            Grain::Century => ("", "Y", 100, None),
            Grain::Decade => ("", "Y", 10, None),
            Grain::Year => ("", "Y", 1, Some(("", "M", 12))),
            Grain::Half => ("", "M", 6, None),
            Grain::Quarter => ("", "Q", 1, None),
            Grain::Season => ("", "M", 3, None),
            Grain::Month => ("", "M", 1, None),
            Grain::Week => ("", "W", 1, Some(("", "D", 7))),
            Grain::Weekend => ("", "WE", 1, None),
            Grain::Day => ("", "D", 1, Some(("T", "H", 24))),
        },
    };
    let Amount::Quarters(quarters) = amount else { return format!("P{time}X{name}") };
    let quarters = quarters.saturating_mul(times);
    let (whole, rest) = (quarters / 4, quarters % 4);
    match below {
        Some((mark, below, count)) if rest > 0 && count * rest % 4 == 0 => {
            let less = count * rest / 4;
            if whole == 0 {
                let time = if mark.is_empty() { time } else { mark };
                format!("P{time}{less}{below}")
            } else {
                format!("P{time}{whole}{name}{mark}{less}{below}")
            }
        }
        _ if rest == 2 => format!("P{time}{whole}.5{name}"),
        _ => format!("P{time}{whole}{name}"),
    }
}
