//! Dates as far as a text gives them.

use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A date as far as a text gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct PartialDate {
    /// The year, where known.
    pub(crate) year: Option<i32>,
    /// The month, 1 to 12, where known.
    pub(crate) month: Option<u32>,
    /// The day of the month, where known.
    pub(crate) day: Option<u32>,
}

impl PartialDate {
    /// Reads the date part of an ISO 8601 value: `2016`, `2016-09`, `2016-09-05`, with `XXXX` for an unknown
    /// year and `XX` for an unknown month or day, as in `2024-XX-XX`; a time after it is passed over. `None`
    /// for anything else.
    pub(crate) fn parse(value: &str) -> Option<Self> {
        let date = value.split(['T', ' ']).next()?;
        let mut parts = date.split('-');
        let year = parts.next()?;
        let year = if year == "XXXX" { None } else { Some(year.parse().ok().filter(|_| year.len() == 4)?) };
        let two = |part: Option<&str>, most: u32| match part {
            None | Some("XX") => Some(None),
            Some(part) => part.parse().ok().filter(|n| part.len() == 2 && (1..=most).contains(n)).map(Some),
        };
        let month = two(parts.next(), 12)?;
        let day = two(parts.next(), 31)?;
        let date = Self { year, month, day };
        if day.is_some() && month.is_none() {
            return None;
        }
        (parts.next().is_none() && (day.is_none() || year.is_none() || date.to_calendar().is_some())).then_some(date)
    }

    /// The calendar day, where year, month and day are known and such a day exists.
    pub(crate) fn to_calendar(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?)
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(date: NaiveDate) -> Self {
        Self { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()) }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("XXXX")?,
        }
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
            if let Some(day) = self.day {
                write!(f, "-{day:02}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partial_dates_come_back_as_written() {
        for value in ["2016", "2016-09", "2016-09-05", "XXXX-09-05"] {
            assert_eq!(PartialDate::parse(value).unwrap().to_string(), value);
        }
        assert_eq!(PartialDate::parse("2016-09-05T08:00Z").unwrap().to_string(), "2016-09-05");
        for value in ["", "16-09-05", "2016-13-01", "2016-02-30", "2016-9-5", "2016-09-05-01", "yesterday"] {
            assert_eq!(PartialDate::parse(value), None, "{value}");
        }
    }

    #[test]
    fn what_is_unknown_stays_unknown() {
        let open = PartialDate::parse("2024-XX-XXT14:22").unwrap();
        assert_eq!(open, PartialDate { year: Some(2024), month: None, day: None });
        assert_eq!((open.to_string().as_str(), open.to_calendar()), ("2024", None));
        assert_eq!(PartialDate::parse("2024-03-XX").unwrap().to_string(), "2024-03");
        assert_eq!(PartialDate::parse("2024-XX-05"), None, "a day of no month");
    }
}
