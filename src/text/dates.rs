//! Calendar words and calendar dates: what layout and reading both know of them.

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
    /// Reads the date part of an ISO 8601 value: `2016`, `2016-09`, `2016-09-05`, with `XXXX` for
    /// an unknown year; a time behind it is passed over. `None` where it is no such date.
    pub(crate) fn parse(value: &str) -> Option<Self> {
        let date = value.split(['T', ' ']).next()?;
        let mut parts = date.split('-');
        let year = parts.next()?;
        let year = if year == "XXXX" { None } else { Some(year.parse().ok().filter(|_| year.len() == 4)?) };
        let two = |part: Option<&str>, most: u32| match part {
            None => Some(None),
            Some(part) => part.parse().ok().filter(|n| part.len() == 2 && (1..=most).contains(n)).map(Some),
        };
        let month = two(parts.next(), 12)?;
        let day = two(parts.next(), 31)?;
        let date = Self { year, month, day };
        (parts.next().is_none() && (day.is_none() || year.is_none() || date.to_calendar().is_some())).then_some(date)
    }

    /// The calendar day, where year, month and day are known and such a day exists.
    pub(crate) fn to_calendar(self) -> Option<chrono::NaiveDate> {
        chrono::NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?)
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

/// The month, 1 to 12, that `word` names in full or as newspapers shorten it (without full stop).
pub(crate) fn month(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if word.eq_ignore_ascii_case("sept") {
        return Some(9);
    }
    let index = NAMES
        .iter()
        .position(|name| word.eq_ignore_ascii_case(name) || word.len() == 3 && word.eq_ignore_ascii_case(&name[..3]))?;
    Some(index as u32 + 1)
}

/// The weekday that `word` names in full or shortened (without full stop).
pub(crate) fn weekday(word: &str) -> Option<chrono::Weekday> {
    const NAMES: [(&str, &[&str]); 7] = [
        ("monday", &["mon"]),
        ("tuesday", &["tue", "tues"]),
        ("wednesday", &["wed", "weds"]),
        ("thursday", &["thu", "thur", "thurs"]),
        ("friday", &["fri"]),
        ("saturday", &["sat"]),
        ("sunday", &["sun"]),
    ];
    let index = NAMES.iter().position(|(name, short)| {
        word.eq_ignore_ascii_case(name) || short.iter().any(|short| word.eq_ignore_ascii_case(short))
    })?;
    chrono::Weekday::try_from(index as u8).ok()
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
    fn calendar_words() {
        assert_eq!(month("Sept"), Some(9));
        assert_eq!(month("may"), Some(5));
        assert_eq!(month("Sep"), Some(9));
        assert_eq!(month("Mars"), None);
        assert_eq!(weekday("Thurs"), Some(chrono::Weekday::Thu));
        assert_eq!(weekday("Sunny"), None);
    }
}
