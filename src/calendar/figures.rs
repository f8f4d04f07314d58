//! Dates in figures: what `03/04/2024` can mean.

use super::date::PartialDate;
use super::names;
use crate::text::Text;
use crate::words::words;
use chrono::{Datelike, NaiveDate, Weekday};

words! {
    /// Which comes first where a date is written in figures, `03/04/2024`.
    pub enum DateOrder {
        /// Day, month, year: most of the world.
        DayFirst = "dmy",
        /// Month, day, year: the United States.
        MonthFirst = "mdy",
    }
}

/// What a date means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Day {
    /// One day.
    Certain(NaiveDate),
    /// Either of two days of the same year.
    Either {
        /// With the day first.
        day_first: NaiveDate,
        /// With the month first.
        month_first: NaiveDate,
    },
}

impl Day {
    /// ISO 8601 as far as known: `2024-XX-XX` for either of two.
    pub(crate) fn value(self) -> String {
        match self {
            Self::Certain(date) => PartialDate::from(date).to_string(),
            Self::Either { day_first, .. } => format!("{:04}-XX-XX", day_first.year()),
        }
    }

    /// Both readings, the earlier first; empty where the date is certain.
    pub(crate) fn alternatives(self) -> Vec<String> {
        match self {
            Self::Certain(_) => Vec::new(),
            Self::Either { day_first, month_first } => [day_first.min(month_first), day_first.max(month_first)]
                .map(|date| PartialDate::from(date).to_string())
                .into(),
        }
    }
}

/// What the first, the second and the year of a date in figures mean, with the weekday beside it and the
/// order of the text, where these are known. Figures that fit only one way, and the weekday, say more about
/// this date than the order does. `None` where there is no such day.
pub(crate) fn read(
    (first, second, year): (u32, u32, i32),
    weekday: Option<Weekday>,
    order: Option<DateOrder>,
) -> Option<Day> {
    let day_first = NaiveDate::from_ymd_opt(year, second, first);
    let month_first = NaiveDate::from_ymd_opt(year, first, second);
    let (Some(day_first), Some(month_first)) = (day_first, month_first) else {
        return day_first.or(month_first).map(Day::Certain);
    };
    if first == second {
        return Some(Day::Certain(day_first));
    }
    let fits = |date: NaiveDate| weekday == Some(date.weekday());
    let order = match (fits(day_first), fits(month_first)) {
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ => order,
    };
    Some(match order {
        Some(DateOrder::DayFirst) => Day::Certain(day_first),
        Some(DateOrder::MonthFirst) => Day::Certain(month_first),
        None => Day::Either { day_first, month_first },
    })
}

/// Three numbers joined by the same mark, from token `at` on, with nothing more joined to them: `30/04/2024`.
pub(crate) fn triple(text: &Text<'_>, at: usize) -> Option<[u32; 3]> {
    let look = text.cursor();
    let joins = |at: usize| look.is_joined(at) && look.is_joined(at + 1) && matches!(look.mark(at), Some('/' | '-'));
    let further = joins(at + 5) && look.is_figure(at + 6);
    if !joins(at + 1) || !joins(at + 3) || look.mark(at + 1) != look.mark(at + 3) || further {
        return None;
    }
    Some([look.number(at)?, look.number(at + 2)?, look.number(at + 4)?])
}

/// The weekday right before token `at`: "Tuesday, 3/4/1990".
pub(crate) fn weekday_before(text: &Text<'_>, at: usize) -> Option<Weekday> {
    let mut before = at.checked_sub(1)?;
    for mark in [',', '.'] {
        before = if text.is_mark(before, mark) { before.checked_sub(1)? } else { before };
    }
    let word = text.word(before).filter(|word| word.starts_with(char::is_uppercase))?;
    names::weekday(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(value: &str) -> NaiveDate {
        value.parse().unwrap()
    }

    #[test]
    fn what_figures_mean() {
        use DateOrder::{DayFirst, MonthFirst};
        let either = Day::Either { day_first: day("2024-04-03"), month_first: day("2024-03-04") };
        for (figures, weekday, order, meaning) in [
            ((3, 4, 2024), None, None, Some(either)),
            ((3, 4, 2024), None, Some(DayFirst), Some(Day::Certain(day("2024-04-03")))),
            ((3, 4, 2024), None, Some(MonthFirst), Some(Day::Certain(day("2024-03-04")))),
            ((3, 3, 2024), None, None, Some(Day::Certain(day("2024-03-03")))),
            ((13, 4, 2024), None, Some(MonthFirst), Some(Day::Certain(day("2024-04-13")))),
            ((4, 13, 2024), None, Some(DayFirst), Some(Day::Certain(day("2024-04-13")))),
            // 4 March 2024 was a Monday, 3 April a Wednesday
            ((3, 4, 2024), Some(Weekday::Mon), Some(DayFirst), Some(Day::Certain(day("2024-03-04")))),
            ((3, 4, 2024), Some(Weekday::Wed), None, Some(Day::Certain(day("2024-04-03")))),
            ((3, 4, 2024), Some(Weekday::Sun), None, Some(either)),
            ((31, 31, 2024), None, None, None),
            ((0, 4, 2024), None, None, None),
            ((30, 2, 2024), None, None, None),
        ] {
            assert_eq!(read(figures, weekday, order), meaning, "{figures:?} {weekday:?} {order:?}");
        }
        assert_eq!(
            (either.value().as_str(), either.alternatives()),
            ("2024-XX-XX", vec!["2024-03-04".into(), "2024-04-03".into()])
        );
        let turned = Day::Either { day_first: day("2024-03-04"), month_first: day("2024-04-03") };
        assert_eq!(turned.alternatives(), either.alternatives(), "the earlier comes first");
    }

    #[test]
    fn three_numbers_and_no_more() {
        for (source, wanted) in [
            ("30/04/2024", Some([30, 4, 2024])),
            ("30-04-2024", Some([30, 4, 2024])),
            ("30/04-2024", None),
            ("30 /04/2024", None),
            ("30/04", None),
            ("10/20/30/40", None),
            ("30/04/2024/", Some([30, 4, 2024])),
        ] {
            assert_eq!(triple(&Text::new(source), 0), wanted, "{source}");
        }
    }

    #[test]
    fn weekdays_before_dates() {
        for (source, at, wanted) in [
            ("Tuesday 3/4/1990", 1, Some(Weekday::Tue)),
            ("Tues., 3/4/1990", 3, Some(Weekday::Tue)),
            ("Tues. 3/4/1990", 2, Some(Weekday::Tue)),
            ("Tuesday, 3/4/1990", 2, Some(Weekday::Tue)),
            ("It sat 3/4/1990", 2, None),
            ("3/4/1990", 0, None),
        ] {
            assert_eq!(weekday_before(&Text::new(source), at), wanted, "{source}");
        }
    }
}
