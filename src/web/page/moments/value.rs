//! TIMEX3 values taken apart: of every shape that reading gives, with what is left open as `None`.

use chrono::{NaiveDate, Weekday};

/// A date, a time of day, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Value<'v> {
    pub(super) date: Date,
    pub(super) clock: Option<Clock<'v>>,
}

/// Which date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Date {
    /// By the hundreds of its years.
    Century(Option<i32>),
    /// By the tens of its years.
    Decade(Option<i32>),
    /// A year, or a part of one.
    In(Year, Part),
}

/// Which year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Known(i32),
    /// A company's or a state's, which begins when it likes.
    Financial(i32),
    Open,
}

/// Which part of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Half(Option<u32>),
    Quarter(Option<u32>),
    /// A season, and the month in which the northern one begins.
    Season(&'static str, u32),
    Month(Option<u32>),
    Week(Option<u32>),
    Weekend(Option<u32>),
    /// A weekday of a week.
    Weekday(Option<u32>, Weekday),
    /// A day of a month; a day without its month where nothing tells day from month.
    Day(Option<u32>, Option<u32>),
}

/// Which time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock<'v> {
    /// A part of the day, and the minute at which it usually begins.
    Part(&'static str, u32),
    /// By the clock, as far as it is said, with the offset as ISO 8601 writes it.
    Time { hour: u32, minute: Option<u32>, second: Option<u32>, zone: &'v str },
}

/// The parts of `value`; `None` for durations, for references such as `PRESENT_REF`, and for what is no value.
pub(super) fn read(value: &str) -> Option<Value<'_>> {
    let (date, clock) = match value.split_once('T') {
        Some((date, clock)) => (date, Some(self::clock(clock)?)),
        None => (value, None),
    };
    let date = if date.is_empty() && clock.is_some() {
        Date::In(Year::Open, Part::Day(None, None))
    } else {
        self::date(date)?
    };
    Some(Value { date, clock })
}

fn date(date: &str) -> Option<Date> {
    let (year, rest) = match date.split_once('-') {
        Some((year, rest)) => (year, Some(rest)),
        None => (date, None),
    };
    let (financial, year) = match year.strip_prefix("FY") {
        Some(year) => (true, year),
        None => (false, year),
    };
    let digits = year.trim_end_matches('X');
    let known = if digits.is_empty() { None } else { Some(number(digits)?) };
    match (year.len(), digits.len(), rest) {
        (2, 0 | 2, None) | (4, 2, None) => Some(Date::Century(known)),
        (3, 0 | 3, None) | (4, 3, None) => Some(Date::Decade(known)),
        (4, 0 | 4, rest) => {
            let year = match (known, financial) {
                (Some(year), true) => Year::Financial(year),
                (Some(year), false) => Year::Known(year),
                (None, _) => Year::Open,
            };
            Some(Date::In(year, rest.map_or(Some(Part::Whole), part)?))
        }
        _ => None,
    }
}

/// The part of a year named by what follows it: `09`, `09-04`, `W36`, `W36-WE`, `Q3`, `H1`, `SU`.
fn part(rest: &str) -> Option<Part> {
    match rest {
        "SP" => return Some(Part::Season("spring", 3)),
        "SU" => return Some(Part::Season("summer", 6)),
        "FA" => return Some(Part::Season("autumn", 9)),
        "WI" => return Some(Part::Season("winter", 12)),
        _ => {}
    }
    if let Some(week) = rest.strip_prefix('W') {
        let (week, day) = match week.split_once('-') {
            Some((week, day)) => (week, Some(day)),
            None => (week, None),
        };
        let week = within(week, 53)?;
        return match day {
            None => Some(Part::Week(week)),
            Some("WE") => Some(Part::Weekend(week)),
            Some(day) => {
                let nth = number(day).and_then(|nth| u8::try_from(nth).ok()).filter(|nth| (1..=7).contains(nth))?;
                Some(Part::Weekday(week, Weekday::try_from(nth - 1).ok()?))
            }
        };
    }
    if let Some(quarter) = rest.strip_prefix('Q') {
        return Some(Part::Quarter(within(quarter, 4)?));
    }
    if let Some(half) = rest.strip_prefix('H') {
        return Some(Part::Half(within(half, 2)?));
    }
    match rest.split_once('-') {
        None => Some(Part::Month(within(rest, 12)?)),
        Some((month, day)) => Some(Part::Day(within(month, 12)?, within(day, 31)?)),
    }
}

/// What follows the `T` of a value.
fn clock(clock: &str) -> Option<Clock<'_>> {
    Some(match clock {
        "MO" => Clock::Part("morning", 6 * 60),
        "MI" => Clock::Part("midday", 12 * 60),
        "DT" => Clock::Part("daytime", 8 * 60),
        "AF" => Clock::Part("afternoon", 12 * 60),
        "EV" => Clock::Part("evening", 18 * 60),
        "NI" => Clock::Part("night", 21 * 60),
        _ => {
            let (time, zone) = clock.split_at(clock.find(['Z', '+', '-']).unwrap_or(clock.len()));
            let mut parts = time.split(':').map(number);
            let mut next = |most: i32| match parts.next() {
                None => Some(None),
                Some(part) => Some(Some(part.filter(|part| (0..=most).contains(part))?.unsigned_abs())),
            };
            let (hour, minute, second) = (next(24)??, next(59)?, next(60)?);
            Clock::Time { hour, minute, second, zone }
        }
    })
}

/// A number from 1 to `most`, or `X`s for one that is open; `None` for anything else.
#[expect(clippy::option_option, reason = "open and wrong are two things")]
fn within(text: &str, most: u32) -> Option<Option<u32>> {
    if !text.is_empty() && text.bytes().all(|byte| byte == b'X') {
        return Some(None);
    }
    let number = number(text)?.unsigned_abs();
    (1..=most).contains(&number).then_some(Some(number))
}

/// A number of figures alone.
fn number(text: &str) -> Option<i32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

impl Value<'_> {
    /// Whether all of its date is known, so that it has a place on a line.
    pub(super) fn is_known(&self) -> bool {
        self.stretch().is_some()
    }

    /// First day and number of days; `None` where a part is open, or there is no such day.
    pub(super) fn stretch(&self) -> Option<(NaiveDate, u32)> {
        let first = |year, month| NaiveDate::from_ymd_opt(year, month, 1);
        let (year, part) = match self.date {
            Date::Century(century) => return Some((first(century? * 100, 1)?, 36_525)),
            Date::Decade(decade) => return Some((first(decade? * 10, 1)?, 3653)),
            Date::In(Year::Known(year) | Year::Financial(year), part) => (year, part),
            Date::In(Year::Open, _) => return None,
        };
        let of_week = |week: Option<u32>, day| NaiveDate::from_isoywd_opt(year, week?, day);
        Some(match part {
            Part::Whole => (first(year, 1)?, 366),
            Part::Half(half) => (first(year, half? * 6 - 5)?, 184),
            Part::Quarter(quarter) => (first(year, quarter? * 3 - 2)?, 92),
            Part::Season(_, month) => (first(year, month)?, 91),
            Part::Month(month) => (first(year, month?)?, 31),
            Part::Week(week) => (of_week(week, Weekday::Mon)?, 7),
            Part::Weekend(week) => (of_week(week, Weekday::Sat)?, 2),
            Part::Weekday(week, day) => (of_week(week, day)?, 1),
            Part::Day(month, day) => (NaiveDate::from_ymd_opt(year, month?, day?)?, 1),
        })
    }
}
