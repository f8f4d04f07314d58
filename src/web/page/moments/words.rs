//! Dates and times of day in words, as a British newspaper writes them.

use super::value::{Clock, Date, Part, Value, Year};
use crate::calendar::names::{MONTHS, WEEKDAYS};
use chrono::{Datelike, NaiveDate, Weekday};

/// How a value is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Style {
    /// Whether it comes again: "every Tuesday", not "a Tuesday".
    pub(super) set: bool,
    /// Whether a day is said with its weekday.
    pub(super) weekday: bool,
}

impl Value<'_> {
    /// The value in words: "the morning of 7 May 2025", "a Tuesday", "5 September, year unknown".
    pub(super) fn words(&self, style: Style) -> Option<String> {
        let Some(clock) = self.clock else { return self.date.words(style) };
        let every = if style.set { "every" } else { "a" };
        let date = || self.date.words(Style { weekday: false, ..style });
        let open = match self.date {
            Date::In(Year::Open, Part::Day(None, None)) => Some(String::new()),
            Date::In(Year::Open, Part::Weekday(None, day)) => Some(format!("{} ", weekday(day))),
            _ => None,
        };
        Some(match (clock, open) {
            (Clock::Part(part, _), Some(day)) => article(every, &format!("{day}{part}")),
            (Clock::Part(part @ ("daytime" | "midday"), _), None) => format!("{part} on {}", date()?),
            (Clock::Part(part, _), None) => format!("the {part} of {}", date()?),
            (Clock::Time { .. }, Some(day)) if day.is_empty() => {
                format!("{}{}", clock.words(), if style.set { " every day" } else { ", day unknown" })
            }
            (Clock::Time { .. }, Some(day)) => format!("{} on {every} {}", clock.words(), day.trim_end()),
            (Clock::Time { .. }, None) => format!("{} on {}", clock.words(), date()?),
        })
    }
}

impl Clock<'_> {
    /// "14:30", "16:42:01 UTC−5"; the hour alone as "5am".
    pub(super) fn words(self) -> String {
        match self {
            Self::Part(part, _) => part.to_owned(),
            Self::Time { hour, minute, second, zone } => {
                let time = match (hour, minute, second) {
                    (24, ..) => "24:00".to_owned(),
                    (_, None, _) if hour == 0 => "midnight".to_owned(),
                    (_, None, _) => format!("{}{}", (hour + 11) % 12 + 1, if hour < 12 { "am" } else { "pm" }),
                    (_, Some(minute), None) => format!("{hour:02}:{minute:02}"),
                    (_, Some(minute), Some(second)) => format!("{hour:02}:{minute:02}:{second:02}"),
                };
                format!("{time}{}", offset(zone))
            }
        }
    }
}

/// " UTC", " UTC+2", " UTC−3:30" of an offset as ISO 8601 writes it.
fn offset(zone: &str) -> String {
    if zone.is_empty() {
        return String::new();
    }
    let figures = zone.trim_start_matches(['Z', '+', '-']);
    let (hours, minutes) = figures.split_once(':').unwrap_or((figures, "00"));
    let hours = hours.strip_prefix('0').unwrap_or(hours);
    let minutes = if minutes == "00" { String::new() } else { format!(":{minutes}") };
    match zone.as_bytes().first() {
        Some(b'+') => format!(" UTC+{hours}{minutes}"),
        Some(b'-') => format!(" UTC−{hours}{minutes}"),
        _ => " UTC".to_owned(),
    }
}

impl Date {
    pub(super) fn words(self, style: Style) -> Option<String> {
        let every = if style.set { "every" } else { "a" };
        Some(match self {
            // the hundreds of its years: 19 is the twentieth
            Self::Century(Some(hundreds)) => format!("the {} century", nth(hundreds.unsigned_abs() + 1)),
            Self::Century(None) => format!("{every} century"),
            Self::Decade(Some(tens)) => format!("the {tens}0s"),
            Self::Decade(None) => format!("{every} decade"),
            Self::In(year, part) => year.part(part, style)?,
        })
    }
}

impl Year {
    /// The year alone: "2016", "the 2016 financial year".
    fn words(self) -> Option<String> {
        match self {
            Self::Known(year) => Some(year.to_string()),
            Self::Financial(year) => Some(format!("the {year} financial year")),
            Self::Open => None,
        }
    }

    /// A part of it: "the third quarter of 2016"; of one that is open "September, year unknown", or "every September".
    fn part(self, part: Part, style: Style) -> Option<String> {
        let year = self.words();
        if let Some(day) = (Value { date: Date::In(self, part), clock: None }).stretch().map(|(day, _)| day) {
            match part {
                Part::Week(_) => return Some(format!("the week of {}", date(day))),
                Part::Weekend(_) => return Some(format!("the weekend of {}", date(day))),
                Part::Day(..) | Part::Weekday(..) if style.weekday => {
                    return Some(format!("{} {}", weekday(day.weekday()), date(day)));
                }
                Part::Day(..) | Part::Weekday(..) => return Some(date(day)),
                _ => {}
            }
        }
        let named = match part {
            Part::Whole => return Some(year.unwrap_or_else(|| one(style, "year"))),
            Part::Season(season, _) => Named::Short(season.to_owned()),
            Part::Month(Some(month)) => Named::Short(MONTHS.get(month as usize - 1)?.0.to_owned()),
            Part::Quarter(Some(quarter)) => Named::Long(format!("{} quarter", ordinal(quarter)?)),
            Part::Half(Some(half)) => Named::Long(format!("{} half", ordinal(half)?)),
            Part::Day(Some(month), Some(day)) => {
                // 29 February of a year that has none, and the like
                let name = MONTHS.get(month as usize - 1)?.0;
                NaiveDate::from_ymd_opt(2024, month, day)?;
                Named::Date(format!("{day} {name}"))
            }
            Part::Day(Some(month), None) => Named::Open(format!("day in {}", MONTHS.get(month as usize - 1)?.0)),
            Part::Day(None, _) => Named::Open("day".to_owned()),
            Part::Month(None) => Named::Open("month".to_owned()),
            Part::Quarter(None) => Named::Open("quarter".to_owned()),
            Part::Half(None) => Named::Open("half-year".to_owned()),
            Part::Week(None) => Named::Open("week".to_owned()),
            Part::Weekend(None) => Named::Open("weekend".to_owned()),
            Part::Weekday(None, day) => Named::Open(weekday(day).to_owned()),
            Part::Week(Some(week)) if year.is_none() => Named::Short(format!("week {week}")),
            // a week beyond the year's last
            Part::Week(Some(_)) | Part::Weekend(Some(_)) | Part::Weekday(Some(_), _) => return None,
        };
        Some(match (named, year) {
            (Named::Short(name), Some(year)) => format!("{name} {}", year.strip_prefix("the ").unwrap_or(&year)),
            (Named::Long(name), Some(year)) => format!("the {name} of {year}"),
            // a day that the year does not have
            (Named::Date(_), Some(_)) => return None,
            (Named::Open(name), Some(year)) => {
                format!("{}{}{year}", one(style, &name), if name.contains(" in ") { " " } else { " in " })
            }
            (Named::Open(name), None) => one(style, &name),
            (Named::Short(name), None) if style.set => format!("every {name}"),
            (Named::Long(name), None) if style.set => format!("the {name} of every year"),
            (Named::Date(name), None) if style.set => format!("{name} every year"),
            (Named::Short(name) | Named::Date(name), None) => format!("{name}, year unknown"),
            (Named::Long(name), None) => format!("the {name}, year unknown"),
        })
    }
}

/// What a part of the year is called, by what goes round it.
enum Named {
    Short(String),
    Long(String),
    Date(String),
    Open(String),
}

/// "a week", or "every week".
fn one(style: Style, name: &str) -> String {
    article(if style.set { "every" } else { "a" }, name)
}

/// "a morning", "an evening", "every evening".
fn article(word: &str, name: &str) -> String {
    let n = if word == "a" && name.starts_with(['a', 'e']) { "n" } else { "" };
    format!("{word}{n} {name}")
}

/// "4 September 2016".
pub(super) fn date(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), MONTHS[day.month0() as usize].0, day.year())
}

fn weekday(day: Weekday) -> &'static str {
    WEEKDAYS[day.num_days_from_monday() as usize].0
}

fn ordinal(number: u32) -> Option<&'static str> {
    ["first", "second", "third", "fourth"].get(number.checked_sub(1)? as usize).copied()
}

/// "19th", "21st".
fn nth(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}
