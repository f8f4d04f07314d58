//! What does not fit together: the checks that a desk makes.

use super::value;
use crate::span::{Span, places};
use crate::words::words;

value! {
    /// Two or more places of the story that do not fit together.
    #[derive(Eq)]
    pub struct Check {
        /// What it is about: a stable name.
        pub code: CheckCode,
        /// What does not fit, in a sentence that begins small and has no full stop.
        pub message: String,
        /// The places, the one to look at first before the others.
        pub places: Vec<Span>,
    }
}

words! {
    /// What a check is about.
    #[non_exhaustive]
    pub enum CheckCode {
        /// A weekday that is not the date's.
        WeekdayDate = "weekday-date",
    }
}

places! {
    Check { places }
}
