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
        /// A line that forbids to publish before a time.
        Embargo = "embargo",
        /// A weekday that is not the date's.
        WeekdayDate = "weekday-date",
        /// A date after the story's own that is told as past.
        FutureAsPast = "future-as-past",
        /// A number in headline or standfirst that the text does not bear out.
        HeadlineNumber = "headline-number",
        /// A quotation outside the running text that is nearly, but not exactly, what the text quotes.
        QuoteDiffers = "quote-differs",
        /// One name in two spellings.
        NameSpelling = "name-spelling",
        /// A surname alone before the full name is given.
        SurnameFirst = "surname-first",
        /// A sum that its parts do not make.
        Sum = "sum",
        /// Shares of one whole that make more than the whole.
        SharesSum = "shares-sum",
        /// A rise or fall in percent that its two figures do not give.
        Change = "change",
        /// A bracket without its pair.
        UnclosedBracket = "unclosed-bracket",
        /// A small word that stands twice in a row.
        DoubledWord = "doubled-word",
        /// Two marks where one belongs.
        DoubledMark = "doubled-mark",
        /// A space before a comma, semicolon or full stop.
        SpaceBeforeMark = "space-before-mark",
        /// A sentence that stands in the text twice.
        RepeatedText = "repeated-text",
    }
}

places! {
    Check { places }
}
