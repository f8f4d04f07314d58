//! Which comes first where a date is written in figures: the day or the month.

use crate::words::words;

words! {
    /// Which comes first where a date is written in figures, `03/04/2024`.
    pub enum DateOrder {
        /// Day, month, year: most of the world.
        DayFirst = "dmy",
        /// Month, day, year: the United States.
        MonthFirst = "mdy",
    }
}
