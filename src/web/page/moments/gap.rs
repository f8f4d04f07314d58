//! How far apart two neighbours on the line are, only as far as both say it.

use super::{Grain, Moment};
use chrono::{Datelike, Months, NaiveDate};

/// Days between two days that are worth saying.
const WORTH: u32 = 7;

/// Days up to which days are counted.
const IN_DAYS: u32 = 99;

/// "3 months later": between two days in days, between two months in months; where one of the two says less, nothing
/// but that it is the following month or year. `None` where nothing can be said or nothing is worth it.
pub(crate) fn gap(before: &Moment, after: &Moment) -> Option<String> {
    let months = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0);
    let apart = months(after.day) - months(before.day);
    let years = after.day.year() - before.day.year();
    match (before.grain, after.grain) {
        (Grain::Day, Grain::Day) => between_days(before.day, after.day),
        (Grain::Week, Grain::Week) => match (after.day - before.day).num_days() / 7 {
            1 => Some("the following week".to_owned()),
            weeks @ 2.. => Some(format!("{weeks} weeks later")),
            _ => None,
        },
        (Grain::Month, Grain::Month) => match apart {
            1 => Some("the following month".to_owned()),
            2.. => Some(format!("{} later", in_years(apart.unsigned_abs()))),
            _ => None,
        },
        (Grain::Day | Grain::Month, Grain::Day | Grain::Month) if apart == 1 => Some("the following month".to_owned()),
        _ if years == 1 && before.grain.is_in_a_year() && after.grain.is_in_a_year() => {
            Some("the following year".to_owned())
        }
        _ => None,
    }
}

fn between_days(from: NaiveDate, to: NaiveDate) -> Option<String> {
    let days = u32::try_from((to - from).num_days()).ok()?;
    if days < WORTH {
        return None;
    }
    if days <= IN_DAYS {
        return Some(format!("{days} days later"));
    }
    let mut months = u32::try_from((to.year() - from.year()) * 12).ok()? + to.month0();
    months = months.checked_sub(from.month0())?;
    if from.checked_add_months(Months::new(months)).is_none_or(|day| day > to) {
        months = months.checked_sub(1)?;
    }
    let over = if from.checked_add_months(Months::new(months)) == Some(to) { "" } else { "over " };
    Some(format!("{over}{} later", in_years(months)))
}

/// "8 months", "5 years and 6 months".
fn in_years(months: u32) -> String {
    let count = |n: u32, unit: &str| format!("{n} {unit}{}", if n == 1 { "" } else { "s" });
    match (months / 12, months % 12) {
        (0, months) => count(months, "month"),
        (years, 0) => count(years, "year"),
        (years, months) => format!("{} and {}", count(years, "year"), count(months, "month")),
    }
}
