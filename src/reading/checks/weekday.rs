//! A weekday that is not the date's: "Tuesday, March 3, 2021" was a Wednesday.

use super::desk::Desk;
use crate::calendar::names::{WEEKDAYS, is_short, month, weekday};
use crate::text::cursor::Cursor;
use crate::{CheckCode, Role};
use chrono::{Datelike, NaiveDate, Weekday};

/// How many days a date without a year can be from the story's: farther off it can be another year's.
const NEAR: i64 = 45;

/// Says of every weekday beside a date whether it is another day's.
pub(super) fn find(desk: &mut Desk<'_>) {
    for block in desk.blocks() {
        let read = block.role.is_read() || block.role == Role::Timestamp;
        let tokens = desk.tokens(block.span);
        for at in tokens.start..tokens.limit {
            // the letters that weekdays begin with
            let word = tokens.str(at);
            if matches!(word.as_bytes().first(), Some(b'M' | b'T' | b'W' | b'F' | b'S'))
                && let Some(said) = weekday(word)
                && let Some(written) = Written::after(tokens, at).or_else(|| Written::before(tokens, at))
                // around the story only a date in full says plainly which one it is
                && (read || written.year.is_some())
            {
                check(desk, at, said, &written);
            }
        }
    }
}

fn check(desk: &mut Desk<'_>, at: usize, said: Weekday, written: &Written) {
    let Some(day) = written.date(desk).filter(|day| day.weekday() != said) else { return };
    let text = desk.story.text;
    let date = text.span_of(&(written.from..written.to));
    let mut places = vec![text.span_of(&(at..at + 1)), date];
    let mut year = String::new();
    if written.year.is_none() {
        // the story's date gave the year
        places.extend(desk.story.head.published.as_ref().and_then(|stamp| stamp.span));
        year = format!(", {}", day.year());
    }
    let name = |day: Weekday| WEEKDAYS[day.num_days_from_monday() as usize].0;
    let message = format!("the text says {}, but {}{year} is a {}", name(said), text.slice(date), name(day.weekday()));
    desk.say(CheckCode::WeekdayDate, message, places);
}

/// A date as it stands beside a weekday.
struct Written {
    month: u32,
    day: u32,
    year: Option<i32>,
    /// Its tokens.
    from: usize,
    to: usize,
}

impl Written {
    /// The date after the weekday at `at`: "Tuesday, March 3, 2021", "Tuesday the 3rd of March", "Tues. (3 March)".
    fn after(tokens: Cursor<'_>, at: usize) -> Option<Self> {
        // "Monday and Tuesday, March 3 and 4", "Friday-Sunday, March 3-5"
        let paired = at > tokens.start
            && (tokens.is_dash(at - 1)
                || tokens.is_any(at - 1, &["and", "or", "to", "&", "/", "through"])
                    && at.checked_sub(2).and_then(|before| tokens.word(before)).and_then(weekday).is_some());
        if paired {
            return None;
        }
        // "Tues.", not the end of a sentence
        let short = tokens.word(at).is_some_and(is_short);
        let mut next = if short { tokens.past_stop(at + 1) } else { at + 1 };
        next += usize::from(tokens.is_any(next, &[",", "("]));
        next += usize::from(tokens.is(next, "the"));
        Self::read(tokens, next)
    }

    /// The date before a weekday in brackets: "March 3, 2021 (Tuesday)".
    fn before(tokens: Cursor<'_>, at: usize) -> Option<Self> {
        let bracketed = at > tokens.start && tokens.is_mark(at - 1, '(') && tokens.is_mark(at + 1, ')');
        // month, day, comma and year
        (2..=4)
            .filter_map(|back| at.checked_sub(1 + back))
            .filter_map(|from| Self::read(tokens, from))
            .find(|date| bracketed && date.to == at - 1)
    }

    fn read(tokens: Cursor<'_>, from: usize) -> Option<Self> {
        let day_at = |at: usize| {
            let day = tokens.number(at).filter(|day| (1..=31).contains(day))?;
            let suffix = tokens.is_joined(at + 1) && tokens.is_any(at + 1, &["st", "nd", "rd", "th"]);
            let to = at + 1 + usize::from(suffix);
            // a clock, a range, a list: "3:30", "3-5", "3 and 4"
            let goes_on = tokens.is_figure(to + 1)
                && (matches!(tokens.mark(to), Some(':' | '-' | '–' | '—' | '/' | '&'))
                    || tokens.is_any(to, &["and", "or", "to"]));
            (!goes_on).then_some((day, to))
        };
        let month_at = |at: usize| {
            let month = month(tokens.word(at)?).filter(|_| tokens.is_capitalised(at))?;
            Some((month, tokens.past_stop(at + 1)))
        };
        let (month, day, end) = if let Some((month, next)) = month_at(from) {
            let (day, end) = day_at(next)?;
            (month, day, end)
        } else {
            let (day, next) = day_at(from)?;
            let (month, end) = month_at(next + usize::from(tokens.is(next, "of")))?;
            (month, day, end)
        };
        let next = tokens.past_comma(end);
        let year = tokens.number(next).filter(|year| (1800..2200).contains(year) && tokens.str(next).len() == 4);
        let to = if year.is_some() { next + 1 } else { end };
        Some(Self { month, day, year: year.and_then(|year| i32::try_from(year).ok()), from, to })
    }

    /// Which day it is: of the year written, or of the one that brings it near to the story's date.
    fn date(&self, desk: &Desk<'_>) -> Option<NaiveDate> {
        if let Some(year) = self.year {
            return NaiveDate::from_ymd_opt(year, self.month, self.day);
        }
        let story = desk.story.date?.to_calendar()?;
        let years = [story.year() - 1, story.year(), story.year() + 1];
        let days = years.into_iter().filter_map(|year| NaiveDate::from_ymd_opt(year, self.month, self.day));
        days.min_by_key(|day| (*day - story).num_days().abs()).filter(|day| (*day - story).num_days().abs() <= NEAR)
    }
}
