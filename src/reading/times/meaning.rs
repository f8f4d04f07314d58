//! What an expression says, before it is known which day it is said on.

use super::holidays::Holiday;
use super::length::Length;
use super::lexicon::{Part, Unit};
use super::numbers::Amount;
use super::portion::Portion;
use crate::calendar::stretch::{Grain, Season, Stretch};
use chrono::Weekday;

/// An expression: the tokens up to `end`, and what they say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// Index of the first token after it.
    pub(super) end: usize,
    /// What it says.
    pub(super) meaning: Meaning,
    /// The time of day it adds.
    pub(super) daytime: Option<Daytime>,
    /// How far from there it lies: two weeks *after* that.
    pub(super) offset: Option<(Grain, i32)>,
    /// Which part of the month or year it is.
    pub(super) part: Option<Portion>,
}

impl Found {
    /// An expression up to `end` without a time of day.
    pub(super) fn new(end: usize, meaning: Meaning) -> Self {
        Self { end, meaning, daytime: None, offset: None, part: None }
    }

    /// A day so many days from the story's.
    pub(super) fn day(end: usize, steps: i32) -> Self {
        Self::shift(end, Grain::Day, steps, Base::Story)
    }

    /// A stretch so many of its own grain from `base`.
    pub(super) fn shift(end: usize, grain: Grain, steps: i32, base: Base) -> Self {
        Self::new(end, Meaning::Shift { grain, unit: grain, steps, base })
    }

    /// The same expression with a time of day, up to `end`.
    pub(super) fn at(self, end: usize, daytime: Daytime) -> Self {
        Self { end, daytime: Some(daytime), ..self }
    }

    /// The same expression where it speaks of what is usual: "the sale is usually held in June". `None`
    /// where it names one time and no other.
    pub(super) fn usual(&self) -> Option<Self> {
        let each = match self.meaning {
            Meaning::Yearly { what, year: YearOf::Unsaid, lean: Lean::Open } => Each::Yearly(what),
            Meaning::Weekly { weekday, lean: Lean::Open | Lean::Beside } => Each::Weekday(weekday),
            _ => return self.daily(),
        };
        Some(Self { meaning: Meaning::Each(each), ..*self })
    }

    /// The day of the month, where it names one and no more than that.
    pub(super) fn day_of_month(&self) -> Option<u32> {
        match self.meaning {
            _ if self.daytime.is_some() || self.offset.is_some() || self.part.is_some() => None,
            Meaning::Exact(stretch) if stretch.grain == Grain::Day => Some(chrono::Datelike::day(&stretch.day)),
            Meaning::Yearly { what: Yearly::Day { day, .. }, .. } => Some(day),
            _ => None,
        }
    }

    /// The grain of a month or a year that it names.
    pub(super) fn grain(&self) -> Option<Grain> {
        match self.meaning {
            Meaning::Exact(stretch) => Some(stretch.grain),
            Meaning::Yearly { what: Yearly::Month(_), .. } => Some(Grain::Month),
            Meaning::Shift { grain, .. } => Some(grain),
            _ => None,
        }
    }

    /// Whether it names a day, or less.
    pub(super) fn is_day(&self) -> bool {
        if let Some(part) = self.part {
            return matches!(part, Portion::Day(_) | Portion::Weekday(..));
        }
        match self.meaning {
            Meaning::Exact(stretch) => stretch.grain == Grain::Day,
            Meaning::Yearly { what, .. } => matches!(what, Yearly::Day { .. } | Yearly::Holiday(_)),
            Meaning::Weekly { .. } | Meaning::Monthly { .. } | Meaning::Undecided { .. } => true,
            Meaning::Shift { grain, .. } => grain == Grain::Day,
            _ => false,
        }
    }
}

/// What an expression says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A stretch of the calendar, written in full: "March 2011", "the 1990s".
    Exact(Stretch),
    /// What comes round every year: "March", "Sept. 5", "summer", "the third quarter", "Easter".
    Yearly {
        /// What comes round.
        what: Yearly,
        /// Which year's.
        year: YearOf,
        /// Which one, counted from the story's date.
        lean: Lean,
    },
    /// What comes round every week.
    Weekly {
        /// The weekday.
        weekday: Weekday,
        /// Which one.
        lean: Lean,
    },
    /// A day of some month: "the 18th", "Friday the 13th".
    Monthly {
        /// 1 to 31.
        day: u32,
        /// Its weekday, where that is said.
        weekday: Option<Weekday>,
        /// Which one.
        lean: Lean,
    },
    /// A stretch counted from another: "this week", "yesterday", "three years ago".
    Shift {
        /// The grain of what is meant.
        grain: Grain,
        /// The unit that is counted.
        unit: Grain,
        /// How many units, forward or back.
        steps: i32,
        /// Where the count begins.
        base: Base,
    },
    /// A day and a month, either way round, of a year: 3/4/2024 where nothing decides.
    Undecided {
        /// The year.
        year: i32,
    },
    /// The period a company report speaks of, so many years on: "the quarter", "a year earlier".
    Reported {
        /// Years from the period to what is meant.
        years: i32,
        /// What is meant where the story speaks of no such period.
        grain: Grain,
    },
    /// The period a company report speaks of, of another year: "the 1988 period".
    ReportedIn(i32),
    /// TIMEX3's `PAST_REF`, `PRESENT_REF` or `FUTURE_REF`.
    Reference(&'static str),
    /// How long.
    Duration(Amount, Unit),
    /// How long, in several units.
    Sum(Length),
    /// As long as what was last spoken of: "during that time".
    AsLong,
    /// How often: once in so many units.
    Every(Amount, Unit),
    /// How often: on each of these.
    Each(Each),
}

impl Meaning {
    /// Whether the words alone do not say which one is meant, so that the tense has to.
    pub(super) fn is_open(&self) -> bool {
        match self {
            Self::Weekly { lean, .. } | Self::Monthly { lean, .. } => {
                matches!(lean, Lean::Open | Lean::Beside | Lean::This)
            }
            Self::Yearly { year, lean, .. } => *year == YearOf::Unsaid && *lean == Lean::Open,
            Self::Shift { grain, base, .. } => *grain == Grain::Weekend || matches!(base, Base::Of(_)),
            _ => false,
        }
    }
}

/// What comes round every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Yearly {
    /// A month, 1 to 12.
    Month(u32),
    /// A day of a month.
    Day {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
        /// The weekday written beside it, which tells the year.
        weekday: Option<Weekday>,
    },
    /// A season.
    Season(Season),
    /// A quarter, 1 to 4.
    Quarter(u32),
    /// A half, 1 or 2.
    Half(u32),
    /// A week, 1 to 53, of ISO 8601.
    Week(u32),
    /// A feast.
    Holiday(Holiday),
}

/// What a set is made of, where it is no count of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Each {
    /// "every Tuesday"
    Weekday(Weekday),
    /// "every weekend"
    Weekend,
    /// "each July", "the past three summers"
    Yearly(Yearly),
}

/// Which year something belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearOf {
    /// Not said.
    Unsaid,
    /// Written.
    Written(i32),
    /// So many years from the story's.
    Story(i32),
    /// So many years from the one last spoken of.
    Spoken(i32),
}

/// Which of the many Mondays, Marches or summers is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lean {
    /// Not said: the tense decides.
    Open,
    /// "last"
    Last,
    /// "next"
    Next,
    /// "this"
    This,
    /// "the following"
    Following,
    /// "the previous"
    Previous,
    /// The end of the range that the last one begins: "May to March"
    Ending,
    /// The one beside the last: "Friday and Thursday"
    Beside,
}

/// Where a count begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// The story's own date.
    Story,
    /// The time last spoken of.
    Spoken,
    /// The period that a company report speaks of; where there is none, the story's own date.
    Reported,
    /// A day of a month whose year is not said, or a year's: "the week of March 6".
    Of(Yearly),
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Daytime {
    /// A time by the clock, in the zone the text speaks in.
    Clock {
        /// 0 to 24.
        hour: u32,
        /// 0 to 59; absent where not even the full hour is said ("2100" says it).
        minute: u32,
        /// 0 to 59.
        second: Option<u32>,
    },
    /// A part of the day.
    Part(Part),
}

impl Daytime {
    /// Whether it is a time by the clock.
    pub(super) fn is_clock(self) -> bool {
        matches!(self, Self::Clock { .. })
    }
}
