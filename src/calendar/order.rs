//! Which comes first where a date is written in figures: the day or the month.

use serde::{Deserialize, Serialize};

/// Which comes first where a date is written in figures, `03/04/2024`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum DateOrder {
    /// Day, month, year: most of the world.
    #[serde(rename = "dmy")]
    DayFirst,
    /// Month, day, year: the United States.
    #[serde(rename = "mdy")]
    MonthFirst,
}
