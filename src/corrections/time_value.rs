//! The value of a time as a reader gives it: TIMEX3, checked.

use crate::calendar::PartialDate;
use crate::{ParseValueError, TimeKind};
use std::fmt;
use std::str::FromStr;

/// A TIMEX3 value (ISO 24617-1) of the forms that times are read as.
///
/// A date as far as known, `X` for what is not: `2016-09-05`, `2016-09`, `2016`, `XXXX-09-05`, `199X`, `20`; a week,
/// `2016-W36`, its weekend, `2016-W36-WE`, or a day in it, `XXXX-WXX-2`; a quarter, half or season, `2016-Q3`, `2016-H1`,
/// `2016-SU`; with a time of day after it, `2016-09-05T08:30`, `2016-09-05TMO`; how long, `P3D`, `PT1H30M`, `PXY`; and
/// `PAST_REF`, `PRESENT_REF` and `FUTURE_REF`.
///
/// ```
/// use nutgraf::TimeValue;
///
/// assert!("2016-09-05TMO".parse::<TimeValue>().is_ok());
/// let error = "next week".parse::<TimeValue>().unwrap_err();
/// assert_eq!(error.to_string(), "expected a TIMEX3 value such as 2016-09-05 or P3D, found \"next week\"");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TimeValue(String);

impl TimeValue {
    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a time of type `kind` can have it.
    #[must_use]
    pub fn fits(&self, kind: TimeKind) -> bool {
        kind == self.kind() || kind == TimeKind::Set && !self.0.ends_with("_REF")
    }

    /// The type that a time with it has, unless it is a set.
    #[must_use]
    pub fn kind(&self) -> TimeKind {
        match self.0.as_bytes() {
            [b'P', rest @ ..] if !rest.ends_with(b"_REF") => TimeKind::Duration,
            bytes if bytes.contains(&b'T') && !bytes.ends_with(b"_REF") => TimeKind::Time,
            _ => TimeKind::Date,
        }
    }
}

impl FromStr for TimeValue {
    type Err = ParseValueError;

    fn from_str(text: &str) -> Result<Self, ParseValueError> {
        let fits = matches!(text, "PAST_REF" | "PRESENT_REF" | "FUTURE_REF")
            || match text.strip_prefix('P') {
                Some(length) => is_length(length),
                None => match text.split_once('T') {
                    Some((date, time)) => is_date(date) && is_time(time),
                    None => is_date(text),
                },
            };
        let error = || ParseValueError::new("a TIMEX3 value such as 2016-09-05 or P3D", text);
        fits.then(|| Self(text.to_owned())).ok_or_else(error)
    }
}

impl fmt::Display for TimeValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether all of `text` is digits and `X`, of which it has `lengths`, and it is no more than `most` where it is a number.
fn is_number(text: &str, lengths: &[usize], least: u32, most: u32) -> bool {
    lengths.contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X')
        && text.parse().map_or(text.contains('X'), |number: u32| (least..=most).contains(&number))
}

fn is_date(date: &str) -> bool {
    let (year, rest) = date.split_once('-').map_or((date, None), |(year, rest)| (year, Some(rest)));
    let Some(rest) = rest else { return is_number(year, &[2, 4], 0, 9999) };
    if !is_number(year, &[4], 0, 9999) {
        return false;
    }
    if matches!(rest, "SP" | "SU" | "FA" | "AU" | "WI") {
        return true;
    }
    if let Some(quarter) = rest.strip_prefix('Q') {
        return is_number(quarter, &[1], 1, 4);
    }
    if let Some(half) = rest.strip_prefix('H') {
        return is_number(half, &[1], 1, 2);
    }
    if let Some(week) = rest.strip_prefix('W') {
        let (week, day) = week.split_once('-').map_or((week, None), |(week, day)| (week, Some(day)));
        return is_number(week, &[2], 1, 53) && day.is_none_or(|day| day == "WE" || is_number(day, &[1], 1, 7));
    }
    let (month, day) = rest.split_once('-').map_or((rest, None), |(month, day)| (month, Some(day)));
    let known = || PartialDate::parse(date).is_some();
    is_number(month, &[2], 1, 12)
        && day.is_none_or(|day| is_number(day, &[2], 1, 31))
        && (date.contains('X') || known())
}

/// What stands after the `T`.
fn is_time(time: &str) -> bool {
    if matches!(time, "MO" | "MI" | "AF" | "EV" | "NI" | "DT") {
        return true;
    }
    let (clock, zone) = time.split_at(time.find(['Z', '+', '-']).unwrap_or(time.len()));
    let is_clock = |clock: &str, limits: &[u32]| {
        let mut parts = clock.split(':');
        limits
            .iter()
            .map_while(|&limit| Some((parts.next()?, limit)))
            .all(|(part, limit)| is_number(part, &[2], 0, limit))
            && parts.next().is_none()
    };
    let zone = matches!(zone, "" | "Z") || zone.strip_prefix(['+', '-']).is_some_and(|zone| is_clock(zone, &[23, 59]));
    let (clock, fraction) = clock.split_once('.').map_or((clock, "0"), |(clock, fraction)| (clock, fraction));
    zone && is_clock(clock, &[24, 59, 60]) && !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit())
}

/// What stands after the `P`: amounts, each with its unit.
fn is_length(length: &str) -> bool {
    let (days, hours) = length.split_once('T').map_or((length, None), |(days, hours)| (days, Some(hours)));
    let units = |mut text: &str, units: &[&str]| {
        while !text.is_empty() {
            let end = text.find(|c: char| !c.is_ascii_digit() && c != 'X' && c != '.').unwrap_or(text.len());
            let (amount, rest) = text.split_at(end);
            // an amount of something unknown: PXX
            if rest.is_empty() && amount == "XX" {
                return true;
            }
            let unit = units.iter().find(|unit| rest.starts_with(**unit));
            // not read as a number: the tables for that weigh ten kilobytes in the page
            let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            let told = amount == "X" || amount.split('.').count() <= 2 && amount.split('.').all(digits);
            let Some(unit) = unit.filter(|_| told && amount.len() <= 12) else { return false };
            text = &rest[unit.len()..];
        }
        true
    };
    !length.is_empty()
        && units(days, &["Y", "M", "Q", "H", "WE", "W", "DE", "D", "CE", "C"])
        && hours.is_none_or(|hours| !hours.is_empty() && units(hours, &["H", "M", "S"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_times_are_read_as_can_be_given() {
        use TimeKind::{Date, Duration, Time};
        for (values, kind) in [
            ("2016-09-05 2016-09 2016 199X 19 XXXX XXXX-09-05 XXXX-XX-XX 2024-XX-XX 2024-02-29", Date),
            ("2016-W36 2016-W36-WE XXXX-WXX XXXX-WXX-2 2016-Q3 2016-H1 XXXX-Q1 2023-SU XXXX-FA", Date),
            ("PAST_REF PRESENT_REF FUTURE_REF", Date),
            ("2016-09-05T08:30 2016-09-05T24:00 XXXX-XX-XXT10:15 2016-09-05TMO XXXX-WXX-2TNI", Time),
            ("2016-09-05T08:30:15.5Z 2016-09-05T08:30+08:00 2016-09-05T09", Time),
            ("P3D P1Y9M PXY PXX P1Q PT1H30M PTXH P9.5M P1DE P2DT12H", Duration),
        ] {
            for value in values.split(' ') {
                let value: TimeValue = value.parse().expect(value);
                assert_eq!(value.kind(), kind, "{value}");
                assert!(value.fits(kind) && value.fits(TimeKind::Set) != value.as_str().ends_with("_REF"));
                assert!(!value.fits(if kind == Time { Date } else { Time }));
            }
        }
    }

    #[test]
    fn what_is_no_value_is_refused() {
        for value in [
            "",
            " ",
            "P",
            "PT",
            "P3",
            "PD",
            "P3DT",
            "P3Z",
            "P.D",
            "P3D ",
            "yesterday",
            "2016-9-5",
            "2016-02-30",
            "2016-13",
            "2016-00",
            "2016-Q5",
            "2016-H0",
            "2016-W54",
            "2016-W00",
            "2016-W36-8",
            "20160905",
            "2016-09-05T",
            "2016-09-05T25:00",
            "T",
            "TMO",
            "2016-09-05TXX:XX:XX:XX",
            "2016-09-05T8:30",
            "2016-09-05T08:30.",
            "2016-09-05TMOX",
            "05/09/2016",
            "２０１６",
            "PAST",
            "2016-",
        ] {
            assert!(value.parse::<TimeValue>().is_err(), "{value}");
        }
    }

    #[test]
    fn every_value_that_is_read_can_be_given() {
        for entry in std::fs::read_dir("tests/fixtures").expect("the fixtures").flatten() {
            let Ok(text) = std::fs::read_to_string(entry.path().join("article.txt")) else { continue };
            for time in crate::parse(&text, &crate::Options::new()).times {
                let value: TimeValue = time.value.parse().expect("a value");
                assert!(value.fits(time.kind), "{time:?}");
            }
        }
    }
}
