//! Grammar: the how-manieth part of a month or a year.
//!
//! `the first Monday in September` · `the second week of October` · `the last day of 2019` · `Friday the 13th`

use super::grammar::Grammar;
use super::lexicon::{Lex, Unit};
use super::meaning::{Found, Lean, Meaning};
use super::portion::Portion;
use crate::calendar::stretch::Grain;
use chrono::Weekday;

impl Grammar<'_> {
    /// A part of a month or a year that begins at `at`.
    pub(super) fn nth(self, at: usize) -> Option<Found> {
        if let Some(found) = self
            .weekday_the_nth(at)
            .or_else(|| self.day_of_event(at))
            .or_else(|| self.day_of_pointed(at))
            .or_else(|| self.the_nth(at))
        {
            return Some(found);
        }
        let first = at + usize::from(self.lex(at) == Lex::The);
        let (unit, nth) = match self.lex(first) {
            Lex::Last => (first + 1, 0),
            _ => self.ordinal(first).filter(|(_, nth)| (1..=31).contains(nth))?,
        };
        let part = match self.lex(unit) {
            Lex::Unit(Unit::Calendar(Grain::Day)) => Portion::Day(nth),
            Lex::Unit(Unit::Calendar(Grain::Week)) => Portion::Week(nth),
            Lex::Unit(Unit::Calendar(Grain::Weekend)) => Portion::Weekend(nth),
            Lex::Weekday(weekday) => Portion::Weekday(Weekday::try_from(weekday).ok()?, nth),
            _ => return None,
        };
        if !matches!(self.lex(unit + 1), Lex::Of | Lex::In) {
            return None;
        }
        let whole = self.inside()?.point(unit + 2)?;
        let grain = whole.grain()?;
        let fits = grain == Grain::Month || grain == Grain::Year && matches!(part, Portion::Day(_));
        (fits && whole.part.is_none()).then_some(Found { part: Some(part), ..whole })
    }

    /// "It is the second day of the strike", "today is the eighth day": the day on which that is said.
    fn day_of_event(self, at: usize) -> Option<Found> {
        let is = at.checked_sub(2)?;
        let subject = is >= self.start && (self.is_any(is, &["it", "this", "that"]) || self.lex(is) == Lex::Today);
        if !subject || !(self.is(at - 1, "is") || self.is_possessive(at - 1)) || self.lex(at) != Lex::The {
            return None;
        }
        let (end, _) = self.ordinal(at + 1)?;
        let day = end + usize::from(self.is_any(end, &["straight", "consecutive", "full"]));
        let month = matches!(self.lex(day + 1), Lex::Of | Lex::In) && self.inside()?.point(day + 2).is_some();
        (self.lex(day) == Lex::Unit(Unit::Calendar(Grain::Day)) && !month).then_some(Found::day(day + 1, 0))
    }

    /// "the 21st of this month", "the 3rd next month".
    fn day_of_pointed(self, at: usize) -> Option<Found> {
        let (end, day) = self.ordinal(at + usize::from(self.lex(at) == Lex::The))?;
        let pointer = self.pointer(end + usize::from(self.lex(end) == Lex::Of)).filter(|pointer| !pointer.the)?;
        let month = self.lex(pointer.end) == Lex::Unit(Unit::Calendar(Grain::Month));
        let whole = Found::shift(pointer.end + 1, Grain::Month, pointer.steps, pointer.base);
        (month && (1..=31).contains(&day) && !self.is_possessive(pointer.end + 1))
            .then_some(Found { part: Some(Portion::Day(day)), ..whole })
    }

    /// "the week of the 18th": the token after it, from "the" before the number on.
    pub(super) fn week_of_nth(self, at: usize) -> Option<Found> {
        let (end, day) =
            self.ordinal(at + 1).filter(|&(_, day)| self.lex(at) == Lex::The && (1..=31).contains(&day))?;
        let meaning = Meaning::Monthly { day, weekday: None, lean: Lean::Open };
        self.ends_phrase(end).then_some(Found { part: Some(Portion::WeekOf), ..Found::new(end, meaning) })
    }

    /// "on the 18th", "by the 4th": of the month that is spoken of.
    fn the_nth(self, at: usize) -> Option<Found> {
        // "the 18th", "the twenty-seventh"; "the third" is more often something else
        let figures = self.lex(at) == Lex::The
            && (self.lex(at + 1) == Lex::Digits && self.lex(at + 2) == Lex::None
                || matches!(self.lex(at + 1), Lex::Tens(_) | Lex::Ordinal(10..)));
        // "the morning of the 5th"
        let of_part = || self.lex(at - 1) == Lex::Of && matches!(self.before(at - 1), Lex::Part(_));
        let placed = matches!(self.before(at), Lex::On | Lex::Before | Lex::After | Lex::From)
            || at > self.start && of_part()
            || self.follows(at, &["by", "until", "till", "since"]);
        let (end, day) = self.ordinal(at + 1).filter(|&(_, day)| figures && placed && (1..=31).contains(&day))?;
        // not "on the 18th floor"
        let closed = self.ends_phrase(end) && !self.is_hyphen(end) || matches!(self.lex(end), Lex::At | Lex::This);
        closed.then_some(Found::new(end, Meaning::Monthly { day, weekday: None, lean: Lean::Open }))
    }

    /// "Friday the 13th": of the month in which that day is that weekday.
    fn weekday_the_nth(self, at: usize) -> Option<Found> {
        let Lex::Weekday(weekday) = self.lex(at) else { return None };
        let the = self.past_comma(at + 1);
        let article = usize::from(self.lex(the) == Lex::The);
        let numbered = || self.figure(at + 1).filter(|_| self.str(at + 1).len() <= 2 && self.ends_number(at + 2));
        let (end, day) = self
            .ordinal(the + article)
            // "Sunday 31", "Wed 13th"
            .or_else(|| numbered().map(|day| (at + 2, day)))
            .filter(|(_, day)| (1..=31).contains(day))?;
        let bare = article == 0 && self.is_figure(end - 1);
        let closed = !self.is_word(end) || !bare && matches!(self.lex(end), Lex::And | Lex::At | Lex::In);
        let clock = bare && (self.is_mark(end, ':') || self.is_dash(end) || matches!(self.lex(end), Lex::Am | Lex::Pm));
        let weekday = Weekday::try_from(weekday).ok();
        (closed && !clock).then_some(Found::new(end, Meaning::Monthly { day, weekday, lean: Lean::Open }))
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn parts_of_months_and_years() {
        check(
            "2024-05-15",
            &[
                // 2 September 2024 was a Monday, 30 August 2024 a Friday
                ("It will open on the first Monday in September.", "the first Monday in September=2024-09-02"),
                ("It shut on the last Friday of August 2024.", "the last Friday of August 2024=2024-08-30"),
                (
                    "the first day of May 2019 and the last day of 2019",
                    "the first day of May 2019=2019-05-01 | the last day of 2019=2019-12-31",
                ),
                // the eleventh of October 2023, in the middle of the month's second week, was a Wednesday
                ("It fell in the second week of October.", "the second week of October=2023-W41"),
                ("the fifth Monday of February 2023", "the fifth Monday of February 2023=2023-02-XX"),
                ("He fell on Friday the 13th.", "Friday the 13th=2023-10-13"),
                (
                    "Come on the 21st of this month or the 3rd of next month, or around the 27th this month.",
                    "the 21st of this month=2024-05-21 | the 3rd of next month=2024-06-03 | the 27th this month=2024-05-27",
                ),
                (
                    "week 31 of 2024, calendar week 30, week 42, week 3 of last year; week 10 of the season is none",
                    "week 31 of 2024=2024-W31 | week 30=2024-W30 | week 42=2024-W42 | week 3 of last year=2023-W03",
                ),
                (
                    "It sank on the morning of the 5th and will be raised on the twenty-seventh; on the third try it burnt.",
                    "the morning of the 5th=2024-05-05TMO | the twenty-seventh=2024-05-27",
                ),
                ("It will be shut in the week of the 20th.", "the week of the 20th=2024-W21"),
                // the day of an event: the one on which it is told, where it is told of as going on
                (
                    "It's the second day of the strike. Today is the third straight day without a ferry.",
                    "the second day=2024-05-15 | Today=2024-05-15 | the third straight day=2024-05-15",
                ),
                (
                    "It is the last day of June 2019. Monday was the second day of the fair.",
                    "the last day of June 2019=2019-06-30 | Monday=2024-05-13",
                ),
            ],
        );
    }
}
