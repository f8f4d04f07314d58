//! The calendar: stretches of time at a grain, and how one leads to another.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use std::fmt;

/// How long a stretch of the calendar is, from the longest to the shortest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Grain {
    Century,
    Decade,
    Year,
    Half,
    Quarter,
    Season,
    Month,
    Week,
    Weekend,
    Day,
}

/// A season, as TIMEX3 writes it: `SP`, `SU`, `FA`, `WI`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    /// "fall", which is also a verb
    Fall,
    Autumn,
    Winter,
}

impl Season {
    /// TIMEX3's two letters.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Fall | Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// First month of the northern meteorological season.
    fn first_month(self) -> u32 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Fall | Self::Autumn => 9,
            Self::Winter => 12,
        }
    }

    /// The day this season of `year` begins: a winter belongs to the year it begins in.
    pub(crate) fn start(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.first_month(), 1)
    }
}

/// A stretch of the calendar: a grain, and some day inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// How long it is.
    pub(crate) grain: Grain,
    /// Some day inside.
    pub(crate) day: NaiveDate,
}

impl Stretch {
    /// The stretch of `grain` that holds `day`.
    pub(crate) fn of(grain: Grain, day: NaiveDate) -> Self {
        Self { grain, day }
    }

    /// The year `year`.
    pub(crate) fn year(year: i32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, 1, 1).map(|day| Self::of(Grain::Year, day))
    }

    /// Quarter `number`, 1 to 4, of `year`.
    pub(crate) fn quarter(year: i32, number: u32) -> Option<Self> {
        let month = number.checked_mul(3)?.checked_sub(2)?;
        NaiveDate::from_ymd_opt(year, month, 1).map(|day| Self::of(Grain::Quarter, day))
    }

    /// Half `number`, 1 or 2, of `year`.
    pub(crate) fn half(year: i32, number: u32) -> Option<Self> {
        let month = number.checked_mul(6)?.checked_sub(5)?;
        NaiveDate::from_ymd_opt(year, month, 1).map(|day| Self::of(Grain::Half, day))
    }

    /// The stretch `steps` of its own grain later; `None` where the calendar ends.
    pub(crate) fn shift(self, steps: i32) -> Option<Self> {
        self.shift_by(self.grain, steps)
    }

    /// The same stretch `steps` of `unit` later.
    pub(crate) fn shift_by(self, unit: Grain, steps: i32) -> Option<Self> {
        let months = |count: u32| {
            let months = Months::new(steps.unsigned_abs().checked_mul(count)?);
            if steps < 0 { self.day.checked_sub_months(months) } else { self.day.checked_add_months(months) }
        };
        let days = |count: u64| {
            let days = Days::new(u64::from(steps.unsigned_abs()).checked_mul(count)?);
            if steps < 0 { self.day.checked_sub_days(days) } else { self.day.checked_add_days(days) }
        };
        let day = match unit {
            Grain::Century => months(1200),
            Grain::Decade => months(120),
            Grain::Year | Grain::Season => months(12),
            Grain::Half => months(6),
            Grain::Quarter => months(3),
            Grain::Month => months(1),
            Grain::Week | Grain::Weekend => days(7),
            Grain::Day => days(1),
        }?;
        // years beyond four figures have no TIMEX3 value
        (0..=9999).contains(&day.year()).then_some(Self { day, ..self })
    }

    /// The quarter of the year, 1 to 4, that its day lies in.
    pub(crate) fn quarter_number(self) -> u32 {
        self.day.month0() / 3 + 1
    }
}

impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.day.year(), self.day.month());
        match self.grain {
            // "in the 20th century" is written with the hundreds of its years (TimeML 1.2.1, section 2.2.2)
            Grain::Century => write!(f, "{:02}", year / 100),
            Grain::Decade => write!(f, "{:03}X", year / 10),
            Grain::Year => write!(f, "{year:04}"),
            Grain::Half => write!(f, "{year:04}-H{}", 1 + u32::from(month > 6)),
            Grain::Quarter => write!(f, "{year:04}-Q{}", self.quarter_number()),
            Grain::Season => {
                let season = match month {
                    3..=5 => Season::Spring,
                    6..=8 => Season::Summer,
                    9..=11 => Season::Autumn,
                    _ => Season::Winter,
                };
                let year = if month < 3 { year - 1 } else { year };
                write!(f, "{year:04}-{}", season.code())
            }
            Grain::Month => write!(f, "{year:04}-{month:02}"),
            Grain::Week | Grain::Weekend => {
                let week = self.day.iso_week();
                let end = if self.grain == Grain::Weekend { "-WE" } else { "" };
                write!(f, "{:04}-W{:02}{end}", week.year(), week.week())
            }
            Grain::Day => write!(f, "{year:04}-{month:02}-{:02}", self.day.day()),
        }
    }
}

/// The last `weekday` before `day`, or `day` itself where it is one.
pub(crate) fn on_or_before(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(u64::from(day.weekday().days_since(weekday))))
}

/// The first `weekday` after `day`, or `day` itself where it is one.
pub(crate) fn on_or_after(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(u64::from(weekday.days_since(day.weekday()))))
}

/// Easter Sunday of a Gregorian `year`: the anonymous algorithm of "Nature", 20 April 1876, as in
/// Meeus, "Astronomical Algorithms" (1991), chapter 8.
#[allow(clippy::many_single_char_names)] // the letters are the source's
pub(crate) fn easter(year: i32) -> Option<NaiveDate> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, (sum / 31).unsigned_abs(), (sum % 31 + 1).unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(value: &str) -> NaiveDate {
        value.parse().unwrap()
    }

    #[test]
    fn stretches_are_written_as_timex3() {
        for (grain, value) in [
            (Grain::Century, "20"),
            (Grain::Decade, "202X"),
            (Grain::Year, "2024"),
            (Grain::Half, "2024-H2"),
            (Grain::Quarter, "2024-Q4"),
            (Grain::Season, "2024-WI"),
            (Grain::Month, "2024-12"),
            // 30 December 2024 is the Monday of the first week of 2025
            (Grain::Week, "2025-W01"),
            (Grain::Weekend, "2025-W01-WE"),
            (Grain::Day, "2024-12-30"),
        ] {
            assert_eq!(Stretch::of(grain, day("2024-12-30")).to_string(), value);
        }
        assert_eq!(Stretch::of(Grain::Season, day("2025-02-01")).to_string(), "2024-WI");
    }

    #[test]
    fn shifts_keep_to_the_calendar() {
        let end = Stretch::of(Grain::Month, day("2024-03-31"));
        assert_eq!(end.shift(-1).unwrap().to_string(), "2024-02");
        let leap = Stretch::of(Grain::Day, day("2024-02-29"));
        assert_eq!(leap.shift_by(Grain::Year, -1).unwrap().to_string(), "2023-02-28");
        assert_eq!(leap.shift(i32::MAX), None);
        assert_eq!(Stretch::year(9999).unwrap().shift(1), None);
    }

    #[test]
    fn weekdays_around_a_day() {
        let wednesday = day("2023-11-15");
        assert_eq!(on_or_before(wednesday, Weekday::Wed), Some(wednesday));
        assert_eq!(on_or_before(wednesday, Weekday::Thu), Some(day("2023-11-09")));
        assert_eq!(on_or_after(wednesday, Weekday::Tue), Some(day("2023-11-21")));
    }

    #[test]
    fn easter_sundays() {
        for (year, date) in [(1943, "1943-04-25"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2024, "2024-03-31")] {
            assert_eq!(easter(year), Some(day(date)));
        }
    }
}
