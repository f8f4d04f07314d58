//! The story's own date as a caller gives it.

use super::ParseValueError;
use crate::calendar::PartialDate;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// When a story was published, as its caller knows it: an ISO 8601 date, perhaps with a time of day and a zone.
///
/// Read from text: `2016-09-05`, `20160905`, `2016-09-05T08:30Z`, `20160905T083000.5+0800`; of a story that has
/// no more, the year and month, `2016-09`, or the year, `2016`. A space may stand for the `T` (RFC 3339). It is
/// kept in ISO 8601's extended form, the one with hyphens and colons.
///
/// ```
/// use nutgraf::Published;
///
/// let published: Published = "20160905T0830Z".parse()?;
/// assert_eq!(published.to_string(), "2016-09-05T08:30Z");
///
/// let error = "03/05/2023".parse::<Published>().unwrap_err();
/// assert_eq!(error.to_string(), "expected an ISO 8601 date such as 2016-09-05, found \"03/05/2023\"");
/// assert!("2023-02-30".parse::<Published>().is_err());
/// # Ok::<(), nutgraf::ParseValueError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Published {
    value: String,
    date: PartialDate,
}

impl Published {
    /// The date, with its time and zone where they were given, in the extended form of ISO 8601.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }

    /// The calendar date.
    pub(crate) fn date(&self) -> PartialDate {
        self.date
    }
}

impl FromStr for Published {
    type Err = ParseValueError;

    fn from_str(text: &str) -> Result<Self, ParseValueError> {
        let (date, time) = match text.split_once(['T', ' ']) {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        read(date, time).ok_or_else(|| ParseValueError::new("an ISO 8601 date such as 2016-09-05", text))
    }
}

fn read(date: &str, time: Option<&str>) -> Option<Published> {
    let mut value = extended_date(date)?;
    let date = PartialDate::parse(&value)?;
    if let Some(time) = time {
        // a time of day needs its day
        date.day?;
        let (clock, zone) = time.split_at(time.find(['Z', '+', '-']).unwrap_or(time.len()));
        let (clock, fraction) = match clock.split_once(['.', ',']) {
            Some((clock, fraction)) => (clock, Some(fraction).filter(|digits| are_digits(digits))?),
            None => (clock, ""),
        };
        // hour 24 is the end of the day, second 60 a leap second
        let clock = extended_clock(clock, &[24, 59, 60])?;
        if clock.starts_with("24")
            && !clock[2..].bytes().chain(fraction.bytes()).all(|byte| matches!(byte, b'0' | b':'))
        {
            return None;
        }
        value.push('T');
        value.push_str(&clock);
        if !fraction.is_empty() {
            value.push('.');
            value.push_str(fraction);
        }
        if let Some(offset) = zone.strip_prefix(['+', '-']) {
            value.push_str(&zone[..1]);
            value.push_str(&extended_clock(offset, &[23, 59])?);
        } else {
            value.push_str(Some(zone).filter(|zone| matches!(*zone, "" | "Z"))?);
        }
    }
    Some(Published { value, date })
}

/// A date of digits in the extended form; whether the calendar has it is checked later.
fn extended_date(date: &str) -> Option<String> {
    if date.len() == 8 && are_digits(date) {
        return Some(format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]));
    }
    let mut parts = date.split('-');
    let year = parts.next().is_some_and(|year| year.len() == 4 && are_digits(year));
    (year && parts.all(|part| part.len() == 2 && are_digits(part))).then(|| date.to_owned())
}

/// Numbers of two digits, with colons or without, in the extended form; each at most what `limits` has for it.
fn extended_clock(clock: &str, limits: &[u32]) -> Option<String> {
    let mut value = String::new();
    let mut rest = clock;
    for (index, &limit) in limits.iter().enumerate() {
        let number = rest.get(..2).filter(|number| are_digits(number))?;
        if number.parse::<u32>().ok()? > limit {
            return None;
        }
        value.push_str(number);
        rest = &rest[2..];
        if rest.is_empty() {
            return Some(value);
        }
        // with colons throughout or without any
        let colon = rest.starts_with(':');
        if index + 1 == limits.len() || colon != clock.contains(':') {
            return None;
        }
        rest = &rest[usize::from(colon)..];
        value.push(':');
    }
    None
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl TryFrom<&str> for Published {
    type Error = ParseValueError;

    fn try_from(text: &str) -> Result<Self, ParseValueError> {
        text.parse()
    }
}

impl TryFrom<String> for Published {
    type Error = ParseValueError;

    fn try_from(text: String) -> Result<Self, ParseValueError> {
        text.parse()
    }
}

impl From<Published> for String {
    fn from(published: Published) -> Self {
        published.value
    }
}

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_iso_8601_writes_is_read_and_kept_in_its_extended_form() {
        for (given, kept) in [
            ("2016", "2016"),
            ("2016-09", "2016-09"),
            ("2016-09-05", "2016-09-05"),
            ("20160905", "2016-09-05"),
            ("2024-02-29", "2024-02-29"),
            ("2016-09-05T08", "2016-09-05T08"),
            ("2016-09-05T08:30", "2016-09-05T08:30"),
            ("2016-09-05 08:30:15", "2016-09-05T08:30:15"),
            ("2016-09-05T08:30:15.250Z", "2016-09-05T08:30:15.250Z"),
            ("2016-09-05T08:30,5Z", "2016-09-05T08:30.5Z"),
            ("20160905T083015-0330", "2016-09-05T08:30:15-03:30"),
            ("2016-09-05T08:30:15+0800", "2016-09-05T08:30:15+08:00"),
            ("2016-09-05T08:30+08", "2016-09-05T08:30+08"),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:60Z"),
            ("2016-09-05T24:00", "2016-09-05T24:00"),
        ] {
            let published: Published = given.parse().expect(given);
            assert_eq!(published.as_str(), kept);
            assert_eq!(published.date().to_string(), kept.split('T').next().unwrap());
            // what is kept is read again as itself
            assert_eq!(Published::try_from(kept).as_ref(), Ok(&published));
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for given in [
            "",
            " ",
            "T",
            "yesterday",
            "May 3, 2023",
            "3 May 2023",
            "03/05/2023",
            "2023/05/03",
            "03-05-2023",
            "2023-5-3",
            "23-05-03",
            "12023-05-03",
            "+2023-05-03",
            "-023-05-03",
            "2023-02-30",
            "2023-02-29",
            "20230230",
            "2023-13-01",
            "2023-00-10",
            "2023-05-00",
            "202305",
            "2023-05-",
            "2023-05-03-",
            "2023-05-03-01",
            "XXXX-05-03",
            "2023-XX-XX",
            "2023-W18-3",
            " 2023-05-03",
            "2023-05-03 ",
            "2023-05-03\n",
            "2023-05-03T",
            "2023-05-03TMO",
            "2023-05-03T8:30",
            "2023-05-03T25:00",
            "2023-05-03T24:01",
            "2023-05-03T08:60",
            "2023-05-03T08:30:61",
            "2023-05-03T08:3015",
            "2023-05-03T0830:15",
            "2023-05-03T08:30:",
            "2023-05-03T08:30:15:00",
            "2023-05-03T08:30.",
            "2023-05-03T.5",
            "2023-05-03T08:30z",
            "2023-05-03T08:30 Z",
            "2023-05-03T08:30ZZ",
            "2023-05-03T08:30+",
            "2023-05-03T08:30+24:00",
            "2023-05-03T08:30+8",
            "2023-05-03T08:30+08:00:00",
            "2023-05-03T08:30 MYT",
            "2023-05-03T+5:30",
            "2023-05T08:30",
            "2023T08:30",
            "２０２３-０５-０３",
            "2023−05−03",
        ] {
            let error = given.parse::<Published>().expect_err(given).to_string();
            assert_eq!(error, format!("expected an ISO 8601 date such as 2016-09-05, found {given:?}"));
        }
    }

    #[test]
    fn in_json_it_is_a_string_that_is_checked() {
        let read = |json: &str| serde_json::from_str::<Published>(json);
        assert_eq!(read("\"20160905\"").unwrap().to_string(), "2016-09-05");
        assert_eq!(serde_json::to_string(&read("\"20160905\"").unwrap()).unwrap(), "\"2016-09-05\"");
        assert!(read("\"2023-02-30\"").unwrap_err().to_string().starts_with("expected an ISO 8601 date"));
        assert!(read("20160905").is_err());
    }
}
