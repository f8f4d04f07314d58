//! What reading finds in the parts: sentences, names, times, quantities.

use super::{Basis, Certainty, value};
use crate::span::{Span, places};
use crate::words::words;

value! {
    /// A sentence.
    #[derive(Copy, Eq)]
    pub struct Sentence {
        /// Where it lies, closing marks included.
        #[serde(flatten)]
        pub span: Span,
        /// Index of its block.
        pub block: usize,
    }

    /// Someone or something named.
    #[derive(Eq)]
    pub struct Entity {
        /// Its index in `entities`.
        pub id: usize,
        /// Person, organization or place.
        pub kind: EntityKind,
        /// The fullest form in the text.
        pub name: String,
        /// Titles and functions written before or after the name.
        pub titles: Vec<String>,
        /// Every mention by name, short forms included, in the text's order.
        pub mentions: Vec<Span>,
        /// How sure it is; absent where a rule with one meaning decided.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub certainty: Option<Certainty>,
        /// `reader` where a reader corrected or added it; absent elsewhere.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub basis: Option<Basis>,
    }

    /// A time expression.
    #[derive(Eq)]
    pub struct Time {
        /// The expression.
        pub text: String,
        /// TIMEX3 type.
        #[serde(rename = "type")]
        pub kind: TimeKind,
        /// TIMEX3 value.
        pub value: String,
        /// What the value leaves out: that it is open to one side, or where in it something lies.
        #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
        pub modifier: Option<TimeMod>,
        /// The days that a length of time covers, where the words count it from the story's date or from another: "the
        /// past five years", "the rest of the week"; absent elsewhere.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub covers: Option<Covered>,
        /// Where it begins a stretch of time, the index in `times` of the time with which that ends.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub range_end: Option<usize>,
        /// Where it lies.
        #[serde(flatten)]
        pub span: Span,
        /// How sure it is; absent where a rule with one meaning decided.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub certainty: Option<Certainty>,
        /// Other readings that are close.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub alternatives: Vec<OtherTime>,
        /// `reader` where a reader corrected or added it; absent elsewhere.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub basis: Option<Basis>,
    }

    /// The days that a length of time covers, as exact as its unit: years for years, months for months, days for weeks,
    /// days and hours; one year by its months, one month by its days, and days where it is counted from a day that is
    /// named. TIMEX3 has its ends as `beginPoint` and `endPoint`.
    #[derive(Eq)]
    pub struct Covered {
        /// The first year, month or day, ISO 8601.
        pub from: String,
        /// The last one, which belongs to it.
        pub to: String,
    }

    /// What a time may be read as instead.
    #[derive(Eq)]
    pub struct OtherTime {
        /// TIMEX3 value.
        pub value: String,
    }

    /// A number with what it counts.
    pub struct Quantity {
        /// The expression, markers of approximation included.
        pub text: String,
        /// The number meant: 1200000 for "1.2 million".
        pub value: f64,
        /// The other side's number, in a score or a vote: 2 for "3-2"; absent elsewhere.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub against: Option<f64>,
        /// ISO 4217 code, SI symbol, `%`, or the noun counted.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub unit: Option<String>,
        /// Whether the text says that the number is not exact.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub approximate: bool,
        /// What kind of number it is, where it is none that counts or measures; absent elsewhere.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub kind: Option<QuantityKind>,
        /// In which sense it is not exact; absent where it is exact.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub bound: Option<Bound>,
        /// Where it lies.
        #[serde(flatten)]
        pub span: Span,
        /// `reader` where a reader corrected or added it; absent elsewhere.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub basis: Option<Basis>,
    }
}

words! {
    /// What is named.
    #[non_exhaustive]
    pub enum EntityKind {
        /// A human being.
        Person = "person",
        /// A company, party, ministry, club, paper …
        Organization = "organization",
        /// A city, country, region, building …
        Place = "place",
    }

    /// The four types of TIMEX3 (ISO 24617-1).
    pub enum TimeKind {
        /// A day, week, month, quarter, year …
        Date = "DATE",
        /// A time of day.
        Time = "TIME",
        /// How long.
        Duration = "DURATION",
        /// How often.
        Set = "SET",
    }

    /// What kind of number a quantity is.
    #[non_exhaustive]
    pub enum QuantityKind {
        /// How old somebody or something is; the unit is `year`, `month`, `week` or `day`.
        Age = "age",
        /// How a game stands or ended: "3-2"; `value` is the first number, `against` the second.
        Score = "score",
        /// How a ballot ended: "218-210".
        Vote = "vote",
    }

    /// TIMEX3's `mod`: what a time's value leaves out.
    #[non_exhaustive]
    pub enum TimeMod {
        /// Before it, or until it: "by Friday", "more than a decade ago".
        Before = "BEFORE",
        /// After it, or since it: "since 1998".
        After = "AFTER",
        /// In its first part: "early May".
        Start = "START",
        /// In its middle: "mid-1989".
        Mid = "MID",
        /// In its last part: "the end of 1990".
        End = "END",
        /// Near it: "around 1850", "about three years".
        Approx = "APPROX",
        /// Longer than it: "over four decades".
        MoreThan = "MORE_THAN",
        /// Shorter than it: "under an hour", "nearly two years".
        LessThan = "LESS_THAN",
        /// As long as it or longer: "at least 30 days", "two or more years".
        EqualOrMore = "EQUAL_OR_MORE",
        /// As long as it or shorter: "up to a week", "no more than a year".
        EqualOrLess = "EQUAL_OR_LESS",
    }

    /// How a number that is not exact relates to the number meant.
    #[non_exhaustive]
    pub enum Bound {
        /// Near it: about, around, nearly, almost, some.
        About = "about",
        /// More than it: more than, over.
        Over = "over",
        /// Less than it: less than, under, below.
        Under = "under",
        /// It or more: at least, no fewer than, "or more".
        AtLeast = "atLeast",
        /// It or less: at most, up to, as many as.
        AtMost = "atMost",
        /// An unnamed number of times it: hundreds, dozens, "several million".
        Multiple = "multiple",
    }
}

places! {
    Sentence { span }
    Entity { mentions }
    Time { span }
    Quantity { span }
}
