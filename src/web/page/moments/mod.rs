//! TIMEX3 values for the reader: as points on a line, and in words. A code never reaches a reader: where a value is
//! of no known shape, the text's own words stand for it.

mod duration;
mod gap;
#[cfg(test)]
mod tests;
mod value;
mod words;

pub(crate) use gap::gap;

use crate::{Stamp, Time, TimeKind, TimeMod};
use chrono::{Datelike, NaiveDate};
use value::{Clock, Date, Part, Value};
use words::Style;

/// A time that has a place on the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Moment {
    /// Its first day.
    pub(crate) day: NaiveDate,
    /// How exactly it is known.
    grain: Grain,
    /// Where in that day it lies, in minutes; the parts of a day by their usual beginning.
    minute: u32,
    /// Days it lasts.
    days: u32,
    /// The value in words: "Sunday 4 September 2016".
    pub(crate) words: String,
}

/// How exactly a moment is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Grain {
    Day,
    Week,
    Month,
    /// A season, a quarter, a half.
    Part,
    Year,
    Longer,
}

impl Grain {
    fn of(date: Date) -> Self {
        match date {
            // whose financial year begins when, nobody says
            Date::Century(_) | Date::Decade(_) | Date::In(value::Year::Financial(_), _) => Self::Longer,
            Date::In(_, Part::Day(..) | Part::Weekday(..)) => Self::Day,
            Date::In(_, Part::Week(_) | Part::Weekend(_)) => Self::Week,
            Date::In(_, Part::Month(_)) => Self::Month,
            Date::In(_, Part::Season(..) | Part::Quarter(_) | Part::Half(_)) => Self::Part,
            Date::In(_, Part::Whole) => Self::Year,
        }
    }

    /// Whether it tells the year of a moment: a winter lies in two.
    fn is_in_a_year(self) -> bool {
        matches!(self, Self::Day | Self::Month | Self::Year)
    }
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
    let value = value::read(value)?;
    let (day, days) = value.stretch()?;
    let minute = match value.clock {
        Some(Clock::Part(_, minute)) => minute,
        Some(Clock::Time { hour, minute, .. }) => hour * 60 + minute.unwrap_or(0),
        None => 0,
    };
    let words = value.words(Style { set: false, weekday: true })?;
    Some(Moment { day, grain: Grain::of(value.date), minute, days, words })
}

/// What a value says, in words; `None` where it is of no known shape.
pub(crate) fn in_words(kind: TimeKind, value: &str) -> Option<String> {
    match value {
        "PRESENT_REF" => return Some("now".to_owned()),
        "PAST_REF" => return Some("some time in the past".to_owned()),
        "FUTURE_REF" => return Some("some time in the future".to_owned()),
        _ => {}
    }
    let set = kind == TimeKind::Set;
    duration::words(value, set).or_else(|| value::read(value)?.words(Style { set, weekday: true }))
}

/// A value in words with what its modifier says: "before 5 May 2024", "early May 2024", "about 3 years".
fn modified(time: &Time) -> Option<String> {
    let words = in_words(time.kind, &time.value)?;
    let long = words.starts_with("the ");
    Some(match time.modifier {
        Some(TimeMod::Before) => format!("before {words}"),
        Some(TimeMod::After) => format!("after {words}"),
        Some(TimeMod::Approx) => format!("about {words}"),
        Some(TimeMod::MoreThan) => format!("more than {words}"),
        Some(TimeMod::LessThan) => format!("less than {words}"),
        Some(TimeMod::EqualOrMore) => format!("at least {words}"),
        Some(TimeMod::EqualOrLess) => format!("at most {words}"),
        Some(TimeMod::Start) if time.kind == TimeKind::Date => format!("the start of {words}"),
        Some(TimeMod::Mid) if time.kind == TimeKind::Date => format!("the middle of {words}"),
        Some(TimeMod::End) if time.kind == TimeKind::Date => format!("the end of {words}"),
        Some(TimeMod::Start) if long => format!("early in {words}"),
        Some(TimeMod::End) if long => format!("late in {words}"),
        _ => words,
    })
}

/// What a time of the text says, in words: the text's own where its value is of no known shape, and where it says how
/// often in a stretch, which the value leaves out ("twice a week").
pub(crate) fn told(time: &Time) -> String {
    let own = || one_line(&time.text);
    if time.kind == TimeKind::Set && ["twice", "times", "thrice"].iter().any(|word| time.text.contains(word)) {
        return own();
    }
    either(&figures(&time.text, &time.value)).or_else(|| modified(time)).unwrap_or_else(own)
}

/// The same, and of a length of time which days it covers: "5 years, from 2018 to 2022".
pub(crate) fn told_whole(time: &Time) -> String {
    let words = told(time);
    let covered = time.covers.as_ref().and_then(|covered| {
        let (from, to) = (dated(&covered.from, &covered.from), dated(&covered.to, &covered.to));
        (from != to).then(|| format!("{words}, from {from} to {to}"))
    });
    covered.unwrap_or(words)
}

/// The date of the story as a whole in words, with both readings where nothing decides, and with the zone as written.
pub(crate) fn stamped(stamp: &Stamp, written: &str) -> String {
    if let Some(words) = either(&stamp.alternatives) {
        return words;
    }
    let Some(value) = value::read(&stamp.value) else { return one_line(written) };
    let words = value.date.words(Style { set: false, weekday: true }).map(|date| match (value.clock, &stamp.zone) {
        (None, _) => date,
        (Some(Clock::Time { hour, minute, second, .. }), Some(written)) => {
            let time = Clock::Time { hour, minute, second, zone: "" };
            format!("{date}, {} {written}", time.words())
        }
        (Some(clock), _) => format!("{date}, {}", clock.words()),
    });
    words.unwrap_or_else(|| one_line(written))
}

/// The date of a dateline or of the reader in words; the text's own where it is of no known shape.
pub(crate) fn dated(value: &str, written: &str) -> String {
    in_words(TimeKind::Date, value).unwrap_or_else(|| one_line(written))
}

/// A few words to set after a time in the story: the date that is meant, without weekday and clock. `None` where there
/// is none, or the text gives it itself.
pub(crate) fn brief(text: &str, value: &str) -> Option<String> {
    let both = figures(text, value);
    let read = value::read(value)?;
    let year = value.strip_prefix("FY").unwrap_or(value).get(..4)?.trim_end_matches('X');
    if both.is_empty() && (!read.is_known() || text.contains(year)) {
        return None;
    }
    let words = either(&both).or_else(|| read.date.words(Style { set: false, weekday: false }))?;
    Some(words.strip_prefix("the ").map(ToOwned::to_owned).unwrap_or(words))
}

/// Whether nothing tells which one of many is meant: "Tuesday" without a date to count from.
pub(crate) fn is_open(value: &str) -> bool {
    value::read(value).is_some_and(|value| !value.is_known())
}

/// Whether nothing tells the day from the month in a date in figures.
pub(crate) fn is_either(text: &str, value: &str) -> bool {
    !figures(text, value).is_empty()
}

/// Both readings, the earlier first, of figures such as 03/04/2024 whose value leaves day and month open.
fn figures(text: &str, value: &str) -> Vec<String> {
    let (Some(year), Some("-XX-XX")) = (value.get(..4), value.get(4..10)) else { return Vec::new() };
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let mut next = || numbers.next().and_then(|digits| digits.parse::<u32>().ok());
    let (Some(first), Some(second)) = (next(), next()) else { return Vec::new() };
    let (low, high) = (first.min(second), first.max(second));
    let fits = year.bytes().all(|byte| byte.is_ascii_digit()) && low > 0 && high <= 12 && low < high;
    if fits { vec![format!("{year}-{low:02}-{high:02}"), format!("{year}-{high:02}-{low:02}")] } else { Vec::new() }
}

/// "3 April or 4 March 2024" of two values.
fn either(values: &[String]) -> Option<String> {
    let [first, second] = values else { return None };
    let (first, second): (Value<'_>, Value<'_>) = (value::read(first)?, value::read(second)?);
    let ((one, _), (other, _)) = (first.stretch()?, second.stretch()?);
    let (one, other) = (words::date(one), words::date(other));
    let time = first.clock.map_or_else(String::new, |clock| format!(", {}", clock.words()));
    // the year once, where it is the same
    let short = one.rsplit_once(' ').filter(|(_, year)| other.ends_with(year)).map_or(one.as_str(), |(day, _)| day);
    Some(format!("{short} or {other}{time}"))
}

/// The reader's words on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
