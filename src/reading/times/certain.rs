//! How sure it is which of many is meant: "Friday" is the last one or the next.
//!
//! Shares of right values by what tells the way and by what is named, measured on `TimeBank` and AQUAINT.

use super::meaning::{Found, Meaning, Yearly};
use super::tense::Told;
use crate::Certainty;

/// How sure the year is that a day takes from one written before it.
pub(super) const CARRIED: Certainty = Certainty::new(75);

/// How sure the value of an expression is whose way `told` tells.
pub(super) fn of(found: &Found, told: Told) -> Certainty {
    let named = match found.meaning {
        Meaning::Weekly { .. } | Meaning::Monthly { .. } => 0,
        Meaning::Yearly { what: Yearly::Day { .. } | Yearly::Holiday(_), .. } => 1,
        Meaning::Yearly { .. } => 2,
        _ => 3,
    };
    let row: [u8; 4] = match told {
        Told::Left => [82, 93, 91, 75],
        Told::Right => [90, 75, 88, 80],
        Told::Words => [76, 78, 78, 78],
        Told::Nothing => [70, 85, 85, 75],
    };
    Certainty::new(row[named])
}
