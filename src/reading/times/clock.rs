//! Grammar: times of day.
//!
//! `10:30 a.m.` · `7.30pm local time` · `0735 GMT` · `seven o'clock` · `noon Thursday` · `Friday night` ·
//! `5 p.m. EST, Nov. 6` · `at 18:45`

use super::grammar::Grammar;
use super::lexicon::{Lex, Part, Unit};
use super::meaning::{Base, Daytime, Found};
use crate::calendar::stretch::Grain;
use crate::calendar::zones;

/// Words before "18:45" that make a time of it, not a score.
const AT: [&str; 12] =
    ["at", "by", "until", "till", "from", "around", "before", "after", "since", "about", "between", "to"];

impl Grammar<'_> {
    /// A time of day that begins at `at`, with its day where that follows.
    pub(super) fn time_of_day(self, at: usize) -> Option<Found> {
        let first = match self.lex(at) {
            Lex::About if !self.is_any(at, &["over", "under", "some"]) => at + 1,
            _ => at,
        };
        let (end, clock) = self.clock(first)?;
        if self.is_gloss(first, end) {
            return None;
        }
        let end = self.zone(end).unwrap_or(end);
        let found = Found::shift(end, Grain::Day, 0, Base::Spoken).at(end, clock);
        // "noon Thursday", "5 p.m. EST, Nov. 6", "9 a.m. on Tuesday", "10 a.m. yesterday"
        let on = self.past_comma(end);
        let on = on + usize::from(self.lex(on) == Lex::On);
        let day = self.inside().and_then(|inside| inside.point(on)).map(|day| self.with_time(day));
        // "9 a.m. tomorrow morning": the clock says it closer
        let day = day.filter(|day| day.is_day() && !matches!(day.daytime, Some(Daytime::Clock { .. })));
        Some(day.map_or(found, |day| day.at(day.end, clock)))
    }

    /// Whether the clock time from `at` to `end` says in brackets, for another zone, what the one before
    /// them has said: "10:35 a.m. (0735 GMT)" is one time, and its value is the first.
    fn is_gloss(self, at: usize, end: usize) -> bool {
        let bracket = at.checked_sub(1).filter(|&bracket| bracket > self.start && self.is_mark(bracket, '('));
        let closed = self.zone(end).is_some_and(|end| self.is_mark(end, ')'));
        closed && bracket.is_some_and(|bracket| matches!(self.lex(bracket - 1), Lex::Am | Lex::Pm | Lex::Digits))
    }

    /// The same day with the time of day that follows: "Friday night", "Monday at 9 a.m.".
    pub(super) fn with_time(self, day: Found) -> Found {
        if !day.is_day() || day.daytime.is_some() {
            return day;
        }
        let end = day.end;
        if let Lex::Part(part) = self.lex(end) {
            let late = usize::from(part == Part::Day);
            return if late == 0 && !self.is_hyphen(end + 1) { day.at(end + 1, Daytime::Part(part)) } else { day };
        }
        if matches!(self.lex(end), Lex::Early | Lex::Late | Lex::Mid) {
            let part = self.past_hyphen(end + 1);
            if let Lex::Part(name) = self.lex(part) {
                return day.at(part + 1, Daytime::Part(name));
            }
        }
        if let Some((end, clock)) = self.stamp(end) {
            return day.at(end, clock);
        }
        let comma = self.past_comma(end);
        let at = comma + usize::from(self.lex(comma) == Lex::At);
        let about = at + usize::from(self.lex(at) == Lex::About);
        match self.clock(about) {
            Some((end, clock)) => day.at(self.zone(end).unwrap_or(end), clock),
            None => day,
        }
    }

    /// The time of a stamp whose date, in figures, ends at `at`: `2024-05-15T10:00`, `2024-05-15 10:00:30`.
    fn stamp(self, at: usize) -> Option<(usize, Daytime)> {
        let dated = at >= self.start + 3 && self.lex(at - 1) == Lex::Digits && self.is_hyphen(at - 2);
        // ISO 8601's T touches the hour
        let hour = match self.str(at).strip_prefix('T') {
            Some(hour) if dated && self.is_joined(at) && hour.len() == 2 => hour,
            None if dated && !self.is_joined(at) && self.lex(at) == Lex::Digits => self.str(at),
            _ => return None,
        };
        let hour = hour.parse().ok().filter(|&hour: &u32| hour < 24)?;
        let part = |mark: usize| {
            let joined = self.is_mark(mark, ':') && self.is_joined(mark) && self.is_joined(mark + 1);
            self.figures(mark + 1, 2).filter(|&part| joined && part < 60)
        };
        let minute = part(at + 1)?;
        let second = part(at + 3);
        let end = if second.is_some() { at + 5 } else { at + 3 };
        let zulu = usize::from(self.is_joined(end) && self.str(end) == "Z");
        Some((end + zulu, Daytime::Clock { hour, minute, second }))
    }

    /// A time by the clock, and the token after it.
    fn clock(self, at: usize) -> Option<(usize, Daytime)> {
        let exact = |hour, minute| Daytime::Clock { hour, minute, second: None };
        match self.lex(at) {
            Lex::Noon => {
                return (!self.follows(at, &["high"]) && !self.is_capitalised(at) || self.begins(at))
                    .then_some((at + 1, exact(12, 0)));
            }
            // TIMEX3: midnight ends the day it is named with
            Lex::Midnight => return (!self.is_capitalised(at) || self.begins(at)).then_some((at + 1, exact(24, 0))),
            Lex::Small(hour @ 1..=12) => {
                let half = self.half_day(at + 1);
                return match (half, self.lex(at + 1)) {
                    (Some((end, pm)), _) => Some((end, exact(to_24(u32::from(hour), pm)?, 0))),
                    (None, Lex::Oclock) => self.oclock(at + 2, u32::from(hour)),
                    _ => None,
                };
            }
            Lex::Digits => {}
            _ => return self.spoken_clock(at),
        }
        if at > self.start && self.is_joined(at) && !self.is_any(at - 1, &["(", "\"", "“", "[", "—", "–", "-", "_"])
        {
            return None;
        }
        let (mut end, hour, minute, second) = self.hands(at)?;
        if let Some((after, pm)) = self.half_day(end) {
            end = after;
            let hour = to_24(hour, pm)?;
            return Some((end, Daytime::Clock { hour, minute: minute.unwrap_or(0), second }));
        }
        if self.lex(end) == Lex::Oclock && minute.is_none() {
            return self.oclock(end + 1, hour);
        }
        if let Some(minute) = minute {
            let colon = self.is_mark(at + 1, ':');
            let placed = self.follows(at, &AT) && colon
                || self.zone(end).is_some()
                || self.is_any(end, &["hrs", "hours"]) && self.str(at).len() == 4;
            let end = end + usize::from(self.is(end, "hrs"));
            return (placed && hour < 24).then_some((end, Daytime::Clock { hour, minute, second }));
        }
        // "9 to 5 p.m.", "from 9 to 11 a.m.": the first takes the half of the day of the second
        if matches!(self.lex(end), Lex::To | Lex::And) || self.is_dash(end) {
            let (after, other, _, _) = self.hands(end + 1)?;
            let (_, pm) = self.half_day(after)?;
            let same = hour <= other || other == 12;
            return (hour <= 12).then(|| Some((end, exact(to_24(hour, if same { pm } else { !pm })?, 0)))).flatten();
        }
        None
    }

    /// "half past six", "a quarter to nine".
    fn spoken_clock(self, at: usize) -> Option<(usize, Daytime)> {
        let first = at + usize::from(self.lex(at) == Lex::A);
        let minutes: i32 = match self.lex(first) {
            Lex::Half => 30,
            Lex::Unit(Unit::Calendar(Grain::Quarter)) => 15,
            _ => return None,
        };
        let minutes = match self.lex(first + 1) {
            Lex::Past => minutes,
            Lex::To if minutes == 15 => -minutes,
            _ => return None,
        };
        let hour = match self.lex(first + 2) {
            Lex::Small(hour @ 1..=12) => u32::from(hour),
            Lex::Digits => {
                self.figure(first + 2).filter(|hour| (1..=12).contains(hour) && self.ends_number(first + 3))?
            }
            _ => return None,
        };
        // which half of the day is not said: the value is as a clock with twelve hours shows it
        let since_midnight = (i32::try_from(hour).ok()? * 60 + minutes).rem_euclid(12 * 60);
        let since_midnight = u32::try_from(since_midnight).ok()?;
        Some((first + 3, Daytime::Clock { hour: since_midnight / 60, minute: since_midnight % 60, second: None }))
    }

    /// The hands of a clock in figures: the token after them, hour, minute, second. `10`, `10:30`,
    /// `7.30`, `0735`.
    fn hands(self, at: usize) -> Option<(usize, u32, Option<u32>, Option<u32>)> {
        if self.lex(at) != Lex::Digits {
            return None;
        }
        let digits = self.str(at);
        if let Some((hour, minute)) = digits.split_once('.') {
            let (hour, minute) = (hour.parse().ok()?, minute.parse().ok().filter(|_| minute.len() == 2)?);
            return (hour < 24 && minute < 60).then_some((at + 1, hour, Some(minute), None));
        }
        let number = self.figure(at)?;
        let part = |at: usize| {
            let joined = self.is_mark(at, ':') && self.is_joined(at) && self.is_joined(at + 1);
            self.figures(at + 1, 2).filter(|part| joined && *part < 60)
        };
        match digits.len() {
            1 | 2 if number <= 24 => match part(at + 1) {
                Some(minute) => match part(at + 3) {
                    Some(second) => Some((at + 5, number, Some(minute), Some(second))),
                    None => Some((at + 3, number, Some(minute), None)),
                },
                None => Some((at + 1, number, None, None)),
            },
            4 if number / 100 < 24 && number % 100 < 60 => Some((at + 1, number / 100, Some(number % 100), None)),
            _ => None,
        }
    }

    /// "a.m." or "p.m.": the token after it, and whether it is the second half of the day.
    fn half_day(self, at: usize) -> Option<(usize, bool)> {
        match self.lex(at) {
            // "7 am" where "am" is not the verb, which follows "I"
            Lex::Am => Some((at + 1, false)),
            Lex::Pm => Some((at + 1, true)),
            _ => None,
        }
    }

    /// "o'clock", perhaps with the part of the day after it.
    fn oclock(self, at: usize, hour: u32) -> Option<(usize, Daytime)> {
        let in_the =
            usize::from(self.lex(at) == Lex::In) + usize::from(self.lex(at) == Lex::In && self.lex(at + 1) == Lex::The);
        let (end, pm) = match self.lex(at + in_the) {
            Lex::Part(Part::Morning) if in_the != 1 => (at + in_the + 1, Some(false)),
            Lex::Part(Part::Afternoon | Part::Evening | Part::Night) if in_the != 1 => (at + in_the + 1, Some(true)),
            _ => (at, None),
        };
        let hour = match pm {
            Some(pm) => to_24(hour, pm)?,
            None => hour,
        };
        (hour <= 24).then_some((end, Daytime::Clock { hour, minute: 0, second: None }))
    }

    /// The token after a time zone: "GMT", "local time", "Eastern Standard Time", "Singapore time".
    fn zone(self, at: usize) -> Option<usize> {
        if zones::is_zone(self.str(at)) {
            return Some(at + 1);
        }
        // a city gives its name to its time
        let named = zones::is_in_words(self.str(at)) || self.is_word(at) && self.is_capitalised(at);
        let standard = usize::from(self.is_any(at + 1, &["standard", "daylight", "summer", "european"]));
        (named && self.is(at + 1 + standard, "time")).then_some(at + standard + 2)
    }
}

/// The hour in 24, from the hour in 12.
fn to_24(hour: u32, pm: bool) -> Option<u32> {
    match (hour, pm) {
        (12, false) => Some(0),
        (12, true) => Some(12),
        (0..=11, false) | (13..=23, true) => Some(hour),
        (1..=11, true) => Some(hour + 12),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn clocks() {
        check(
            "2024-05-15",
            &[
                (
                    "at 10:30 a.m., 7.30pm local time, 12 p.m. and 12:05 a.m.",
                    "10:30 a.m.=2024-05-15T10:30 | 7.30pm local time=2024-05-15T19:30 | 12 p.m.=2024-05-15T12:00 | 12:05 a.m.=2024-05-15T00:05",
                ),
                (
                    "at 0735 GMT, at 18:45, at seven o'clock in the evening",
                    "0735 GMT=2024-05-15T07:35 | 18:45=2024-05-15T18:45 | seven o'clock in the evening=2024-05-15T19:00",
                ),
                (
                    "at half past six, a quarter to nine and 1830 hrs",
                    "half past six=2024-05-15T06:30 | a quarter to nine=2024-05-15T08:45 | 1830 hrs=2024-05-15T18:30",
                ),
                (
                    "from 9 to 5 p.m., from 9 a.m. to 11 a.m.",
                    "9=2024-05-15T09:00 | 5 p.m.=2024-05-15T17:00 | 9 a.m.=2024-05-15T09:00 | 11 a.m.=2024-05-15T11:00",
                ),
                // the same time in another zone is no second one
                (
                    "It sank at 10:35 a.m. (0735 GMT) on Sunday; it sailed (at 0600 GMT).",
                    "10:35 a.m.=2024-05-15T10:35 | Sunday=2024-05-12 | 0600 GMT=2024-05-12T06:00",
                ),
                ("She ran 2:03:59; they drew 10:10; it was high noon; I am 7.", ""),
            ],
        );
    }

    #[test]
    fn clocks_and_their_days() {
        check(
            "2024-05-15",
            &[
                ("It sank at noon on Sunday.", "noon on Sunday=2024-05-12T12:00"),
                ("It closed at 5 p.m. EST, Nov. 6, 2019.", "5 p.m. EST, Nov. 6, 2019=2019-11-06T17:00"),
                (
                    "He came on Monday at 9 a.m. and left yesterday, at 3:15 p.m.",
                    "Monday at 9 a.m.=2024-05-13T09:00 | yesterday, at 3:15 p.m.=2024-05-14T15:15",
                ),
                (
                    "It opens at 9 a.m. tomorrow morning and shuts at midnight tonight.",
                    "9 a.m. tomorrow morning=2024-05-16T09:00 | midnight tonight=2024-05-15T24:00",
                ),
                (
                    "Logged 2024-05-15T10:00:30Z, 2024-05-16 18:45 and 2024-05-17 10 times.",
                    "2024-05-15T10:00:30Z=2024-05-15T10:00:30 | 2024-05-16 18:45=2024-05-16T18:45 | 2024-05-17=2024-05-17",
                ),
                ("It sank on 22.11.2026 at 7.30pm local time.", "22.11.2026 at 7.30pm local time=2026-11-22T19:30"),
                ("It was shut at midnight Friday.", "midnight Friday=2024-05-10T24:00"),
                (
                    "Sunday morning, tomorrow afternoon, Monday evening",
                    "Sunday morning=2024-05-12TMO | tomorrow afternoon=2024-05-16TAF | Monday evening=2024-05-13TEV",
                ),
            ],
        );
    }
}
