//! TIMEX3 values as points on a line, and in words.

use crate::calendar::names::{MONTHS, WEEKDAYS};
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A time that has a place on the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Moment {
    /// Its first day.
    pub(crate) day: NaiveDate,
    /// Where in that day it lies, in minutes; the parts of a day by their usual beginning.
    minute: u32,
    /// Days it lasts.
    days: u32,
    /// The value in words: "Sunday 4 September 2016".
    pub(crate) words: String,
}

impl Moment {
    /// What moments are ordered by: what begins first, of those the longest, of those by the time of day.
    pub(crate) fn key(&self) -> (u64, u64) {
        // days are counted from the first of the era; chrono's earliest is some hundred million days before
        let day = i64::from(self.day.num_days_from_ce()) + (1 << 32);
        (day.unsigned_abs(), u64::from(u32::MAX - self.days) << 32 | u64::from(self.minute))
    }
}

/// The moment of a TIMEX3 value; `None` for durations, sets, references such as `PRESENT_REF`, and
/// whatever leaves its year open.
pub(crate) fn moment(value: &str) -> Option<Moment> {
    let (date, time) = match value.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (value, None),
    };
    let mut moment = date_of(date)?;
    if let Some(time) = time {
        let (minute, words) = time_of(time)?;
        moment.minute = minute;
        moment.words = format!("{}, {words}", moment.words);
    }
    Some(moment)
}

fn date_of(date: &str) -> Option<Moment> {
    let (year, rest) = match date.split_once('-') {
        Some((year, rest)) => (year, Some(rest)),
        None => (date, None),
    };
    let year = year.strip_prefix("FY").unwrap_or(year);
    let fiscal = if date.starts_with("FY") { "fiscal " } else { "" };
    let decade = year.strip_suffix('X').unwrap_or(year);
    if !decade.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i32 = decade.parse().ok()?;
    let first = |year, month| NaiveDate::from_ymd_opt(year, month, 1);
    let long = |day: NaiveDate, days, words| Some(Moment { day, minute: 0, days, words });
    match (decade.len(), rest) {
        (2, None) => long(first(number * 100, 1)?, 36_525, format!("{number}00s")),
        (3, None) => long(first(number * 10, 1)?, 3653, format!("the {number}0s")),
        (4, None) => long(first(number, 1)?, 366, format!("{fiscal}{number}")),
        (4, Some(rest)) => part_of_year(number, fiscal, rest),
        _ => None,
    }
}

/// The part of `year` named by what follows it in a value: `09`, `09-04`, `W36`, `W36-WE`, `Q3`, `H1`, `SU`.
fn part_of_year(year: i32, fiscal: &str, rest: &str) -> Option<Moment> {
    let first = |month| NaiveDate::from_ymd_opt(year, month, 1);
    let long = |day: NaiveDate, days, words| Some(Moment { day, minute: 0, days, words });
    let season = |name, month| long(first(month)?, 92, format!("{name} {year}"));
    match rest {
        "SP" => return season("spring", 3),
        "SU" => return season("summer", 6),
        "FA" => return season("autumn", 9),
        "WI" => return season("winter", 12),
        _ => {}
    }
    if let Some(week) = rest.strip_prefix('W') {
        let (week, weekend) = match week.split_once('-') {
            Some((week, "WE")) => (week, true),
            Some(_) => return None,
            None => (week, false),
        };
        let week: u32 = week.parse().ok()?;
        let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
        return if weekend {
            let saturday = monday.checked_add_days(Days::new(5))?;
            long(saturday, 2, format!("the weekend of {}", in_words(saturday, false)))
        } else {
            long(monday, 7, format!("week {week} of {year}, from {}", in_words(monday, false)))
        };
    }
    let nth = |n: u32| ["first", "second", "third", "fourth"].get(n.checked_sub(1)? as usize).copied();
    if let Some(quarter) = rest.strip_prefix('Q') {
        let quarter: u32 = quarter.parse().ok()?;
        let name = nth(quarter)?;
        return long(first(quarter * 3 - 2)?, 92, format!("{name} quarter of {fiscal}{year}"));
    }
    if let Some(half) = rest.strip_prefix('H') {
        let half: u32 = half.parse().ok()?;
        let name = nth(half)?;
        return long(first(half * 6 - 5)?, 184, format!("{name} half of {fiscal}{year}"));
    }
    match rest.split_once('-') {
        None => {
            let month: u32 = rest.parse().ok()?;
            long(first(month)?, 31, format!("{} {year}", MONTHS.get(month as usize - 1)?.0))
        }
        Some((month, day)) => {
            let day = NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)?;
            long(day, 1, in_words(day, true))
        }
    }
}

/// Minutes into the day, and the words, of what follows the `T` of a value.
fn time_of(time: &str) -> Option<(u32, String)> {
    let part = match time {
        "MO" => Some((6 * 60, "morning")),
        "MI" => Some((12 * 60, "midday")),
        "DT" => Some((8 * 60, "daytime")),
        "AF" => Some((12 * 60, "afternoon")),
        "EV" => Some((18 * 60, "evening")),
        "NI" => Some((21 * 60, "night")),
        _ => None,
    };
    if let Some((minute, words)) = part {
        return Some((minute, words.to_owned()));
    }
    let hour: u32 = time.get(..2)?.parse().ok()?;
    let minutes: u32 = time.get(3..5).and_then(|minutes| minutes.parse().ok()).unwrap_or(0);
    Some((hour * 60 + minutes, time.to_owned()))
}

/// "Sunday 4 September 2016".
fn in_words(day: NaiveDate, weekday: bool) -> String {
    let (month, _) = MONTHS[day.month0() as usize];
    let (name, _) = WEEKDAYS[day.weekday().num_days_from_monday() as usize];
    let date = format!("{} {month} {}", day.day(), day.year());
    if weekday { format!("{name} {date}") } else { date }
}

/// How far apart two neighbours on the line are, where that is worth saying.
pub(crate) fn gap(from: NaiveDate, to: NaiveDate) -> Option<String> {
    let days = u32::try_from((to - from).num_days()).ok()?;
    // a month of 30.44 and a year of 365.25 days on average
    let count = |n: u32, unit: &str| Some(if n == 1 { format!("1 {unit}") } else { format!("{n} {unit}s") });
    match days {
        0..10 => None,
        10..45 => count((days + 3) / 7, "week"),
        45..540 => count((days * 100 + 1522) / 3044, "month"),
        _ => count((days * 100 + 18262) / 36525, "year"),
    }
}

/// What a value that has no place on the line says, in words.
pub(crate) fn apart(value: &str) -> String {
    match value {
        "PRESENT_REF" => return "now".to_owned(),
        "PAST_REF" => return "in the past, no date".to_owned(),
        "FUTURE_REF" => return "in the future, no date".to_owned(),
        _ => {}
    }
    if let Some(duration) = value.strip_prefix('P').and_then(duration) {
        return duration;
    }
    match value.strip_prefix("XXXX-").and_then(|rest| rest.chars().next()) {
        Some('0'..='9') => "the year is open".to_owned(),
        _ if value.starts_with("XXXX") => "no date to count from".to_owned(),
        _ => String::new(),
    }
}

/// "5 years", "2 hours 30 minutes" from what follows the `P` of an ISO 8601 duration.
fn duration(mut value: &str) -> Option<String> {
    let mut words = Vec::new();
    let mut clock = false;
    while !value.is_empty() {
        if let Some(rest) = value.strip_prefix('T') {
            clock = true;
            value = rest;
            continue;
        }
        let end = value.find(|c: char| !c.is_ascii_digit() && c != '.' && c != 'X')?;
        let (number, rest) = value.split_at(end);
        let unit = match (rest, clock) {
            (rest, false) if rest.starts_with("DE") => "decade",
            (rest, false) if rest.starts_with("CE") => "century",
            (rest, false) if rest.starts_with("WE") => "weekend",
            (rest, _) => match (rest.as_bytes().first()?, clock) {
                (b'Y', false) => "year",
                (b'Q', false) => "quarter",
                (b'M', false) => "month",
                (b'W', false) => "week",
                (b'D', false) => "day",
                (b'H', true) => "hour",
                (b'M', true) => "minute",
                (b'S', true) => "second",
                _ => return None,
            },
        };
        value = rest.trim_start_matches(|c: char| c.is_ascii_uppercase() && c != 'T');
        let number = if number.contains('X') { "some" } else { number };
        words.push(match (number, unit) {
            ("1", _) => format!("1 {unit}"),
            (_, "century") => format!("{number} centuries"),
            _ => format!("{number} {unit}s"),
        });
    }
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_in_words() {
        for (value, words) in [
            ("2016-09-04", "Sunday 4 September 2016"),
            ("2016-09", "September 2016"),
            ("2016", "2016"),
            ("FY2016", "fiscal 2016"),
            ("201", "the 2010s"),
            ("199X", "the 1990s"),
            ("19", "1900s"),
            ("2016-Q3", "third quarter of 2016"),
            ("2016-H1", "first half of 2016"),
            ("2016-SU", "summer 2016"),
            ("2016-W36", "week 36 of 2016, from 5 September 2016"),
            ("2016-W36-WE", "the weekend of 10 September 2016"),
            ("2016-09-04TEV", "Sunday 4 September 2016, evening"),
            ("2016-09-04T19:30", "Sunday 4 September 2016, 19:30"),
        ] {
            assert_eq!(moment(value).map(|moment| moment.words).as_deref(), Some(words), "{value}");
        }
    }

    #[test]
    fn what_has_no_place_on_the_line() {
        for value in [
            "",
            "P5Y",
            "XXXX-09-05",
            "PRESENT_REF",
            "2016-13",
            "2016-00",
            "2016-02-30",
            "2016-Q0",
            "2016-Q9999999999",
            "2016-H3",
            "2016-W60",
            "T12:00",
            "é-ü",
            "2016-é",
        ] {
            assert_eq!(moment(value), None, "{value}");
        }
    }

    #[test]
    fn the_line_runs_from_what_begins_first_and_the_longer_goes_before() {
        let values =
            ["201", "2016", "2016-01", "2016-01-01", "2016-01-01T09:15", "2016-01-01TEV", "2016-01-02", "2016-Q2"];
        let moments: Vec<_> = values.iter().filter_map(|value| moment(value)).collect();
        assert_eq!(moments.len(), values.len());
        assert!(moments.windows(2).all(|pair| pair[0].key() <= pair[1].key()));
    }

    #[test]
    fn durations_in_words() {
        for (value, words) in [
            ("P5Y", "5 years"),
            ("P1D", "1 day"),
            ("PXW", "some weeks"),
            ("PT2H30M", "2 hours 30 minutes"),
            ("P2DE", "2 decades"),
            ("P1Y6M", "1 year 6 months"),
            ("XXXX-09-05", "the year is open"),
            ("XXXX-WXX-2", "no date to count from"),
            ("XXXX", "no date to count from"),
            ("PAST_REF", "in the past, no date"),
            ("P", ""),
            ("P5é", ""),
        ] {
            assert_eq!(apart(value), words, "{value}");
        }
    }

    #[test]
    fn gaps_are_told_in_the_unit_that_fits() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(gap(day(2016, 9, 4), day(2016, 9, 5)), None);
        assert_eq!(gap(day(2016, 9, 1), day(2016, 9, 15)).as_deref(), Some("2 weeks"));
        assert_eq!(gap(day(2016, 1, 1), day(2016, 9, 1)).as_deref(), Some("8 months"));
        assert_eq!(gap(day(2011, 3, 1), day(2016, 9, 4)).as_deref(), Some("6 years"));
        assert_eq!(gap(day(2016, 9, 5), day(2016, 9, 4)), None);
    }
}
