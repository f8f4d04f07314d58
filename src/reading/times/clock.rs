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
pub(super) const AT: [&str; 13] =
    ["at", "by", "until", "till", "from", "around", "before", "after", "since", "about", "between", "to", "circa"];

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
        if day.is_none()
            && let Some(days) = self.days_after(end)
        {
            return Some(days.at(days.end, clock));
        }
        Some(match day {
            Some(day) => day.at(day.end, self.of_part(end, clock, day.daytime)),
            None => self.day_of_second(first, found).map_or(found, |second| second.at(end, clock)),
        })
    }

    /// The second of two clock times where it names the day of both: "9 a.m. to 5 p.m. on Friday".
    fn day_of_second(self, at: usize, first: Found) -> Option<Found> {
        let end = first.end;
        let joins = matches!(self.lex(end), Lex::To | Lex::And) || self.is_dash(end);
        // "Monday from 9 to 5": the first has its day before it
        let dated = at > self.start + 1
            && self.follows(at, &["from", "between"])
            && matches!(self.lex(at - 2), Lex::Weekday(_) | Lex::Part(_) | Lex::Today | Lex::Tomorrow | Lex::Digits);
        if !(joins || self.is_any(end, &["until", "till", "through"])) || dated {
            return None;
        }
        let second = self.inside()?.time_of_day(end + 1)?;
        (second.meaning != first.meaning).then_some(second)
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
        if matches!(day.daytime, Some(Daytime::Part(_))) {
            return self.closer(day);
        }
        if !day.is_day() || day.daytime.is_some() {
            return day;
        }
        let end = day.end;
        if let Lex::Part(part) = self.lex(end) {
            let late = usize::from(part == Part::Day);
            let part = if late == 0 && !self.is_hyphen(end + 1) { day.at(end + 1, Daytime::Part(part)) } else { day };
            return self.closer(part);
        }
        if matches!(self.lex(end), Lex::Early | Lex::Late | Lex::Mid) {
            let part = self.past_hyphen(end + 1);
            if let Lex::Part(name) = self.lex(part) {
                return self.closer(day.at(part + 1, Daytime::Part(name)));
            }
        }
        // "Tuesday in the morning", "today pm"
        if self.lex(end) == Lex::In
            && self.lex(end + 1) == Lex::The
            && let Lex::Part(part @ (Part::Morning | Part::Afternoon | Part::Evening)) = self.lex(end + 2)
        {
            return self.closer(day.at(end + 3, Daytime::Part(part)));
        }
        if let Some((after, pm)) = self.half_day(end).filter(|_| self.lex(end - 1) != Lex::Digits) {
            return day.at(after, Daytime::Part(if pm { Part::Afternoon } else { Part::Morning }));
        }
        if let Some((end, clock)) = self.stamp(end) {
            return day.at(end, clock);
        }
        let comma = self.past_comma(end);
        let at = comma + usize::from(self.lex(comma) == Lex::At);
        let about = at + usize::from(self.lex(at) == Lex::About);
        if let Some((end, clock)) = self.clock(about) {
            return day.at(self.zone(end).unwrap_or(end), clock);
        }
        match self.hour_of_day(about, about > comma, at == comma) {
            Some((end, clock)) => day.at(self.zone(end).unwrap_or(end), clock),
            None => day,
        }
    }

    /// The hour after a day, which makes a clock time of a bare number: "Friday at 4", "Monday at 2.30",
    /// "February 22nd 3:30".
    pub(super) fn hour_of_day(self, at: usize, placed: bool, bare: bool) -> Option<(usize, Daytime)> {
        let (end, hour, minute) = self.hour(at)?;
        let colon = self.is_mark(at + 1, ':');
        let four = self.figures(at, 4).is_some() && !colon && !self.str(at).contains('.');
        let goes_on = self.is_dash(end) || self.is_mark(end, '%') || self.is_mark(end, '.') && self.is_joined(end + 1);
        let closed = self.ends_phrase(end) || self.is_any(end, &["on", "in", "at", "with", "until", "from"]);
        let told = placed && (1..=24).contains(&hour) && !four && closed || bare && colon && minute.is_some();
        let exact = Daytime::Clock { hour, minute: minute.unwrap_or(0), second: None };
        (told && hour < 24 && !goes_on).then_some((end, exact))
    }

    /// A time by the clock, and the token after it.
    pub(super) fn clock(self, at: usize) -> Option<(usize, Daytime)> {
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
                    _ => self
                        .spoken_clock(at)
                        .or_else(|| self.beside_part(at, at + 1, u32::from(hour), None))
                        .or_else(|| self.spelled_clock(at, u32::from(hour)))
                        .or_else(|| self.hour_of_part(at, at + 1, u32::from(hour)))
                        .or_else(|| self.first_of_two(at, at + 1, u32::from(hour), None)),
                };
            }
            // "12 noon", "12 midnight"
            Lex::Digits if self.str(at) == "12" && matches!(self.lex(at + 1), Lex::Noon | Lex::Midnight) => {
                return Some((at + 2, exact(if self.lex(at + 1) == Lex::Noon { 12 } else { 24 }, 0)));
            }
            Lex::Digits => {
                if let Some(spoken) = self.spoken_clock(at) {
                    return Some(spoken);
                }
            }
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
        if minute.is_none()
            && let Some(found) = self.hour_of_part(at, end, hour)
        {
            return Some(found);
        }
        if second.is_none() && self.is_appointed(at, end) && hour < 24 {
            return Some((end, exact(hour, minute.unwrap_or(0))));
        }
        if second.is_none()
            && let Some(found) = self.beside_part(at, end, hour, minute)
        {
            return Some(found);
        }
        if let Some(minute) = minute {
            let colon = self.is_mark(at + 1, ':');
            // "7:00 to 8:00pm", "0730-0930"
            let four = self.str(at).starts_with('0') && self.str(at).len() == 4;
            if (colon || four)
                && let Some(found) = self.first_of_two(at, end, hour, Some(minute))
            {
                return Some(found);
            }
            if four && self.is_second(at) {
                return Some((end, exact(hour, minute)));
            }
            // "at 1900 hours", not "after 1900 hours of flight"
            let military = self.str(at).len() == 4
                && self.is_any(end, &["hrs", "hours"])
                && (four || self.is(end, "hrs") || self.follows(at, &AT))
                && self.lex(end + 1) != Lex::Of;
            let hour_and_minute = (self.follows(at, &AT) || self.is_second(at)) && colon;
            let placed = hour_and_minute && !self.is_match_clock(at, end) || self.zone(end).is_some() || military;
            let end = end + usize::from(military);
            return (placed && hour < 24).then_some((end, Daytime::Clock { hour, minute, second }));
        }
        // "9 to 5 p.m.", "from 9 to 11 a.m.": the first takes the half of the day of the second
        if let Some(found) = self.first_of_two(at, end, hour, None) {
            return Some(found);
        }
        // "from 10:30 to 3": the second of two, of which the first has its minutes
        if self.is_second(at) && self.is_mark(at.wrapping_sub(3), ':') && self.ends_phrase_or_day(end) {
            let first = at.checked_sub(4).and_then(|first| self.figure(first)).filter(|&first| first < 24)?;
            let hour = if hour <= first && hour < 12 { hour + 12 } else { hour };
            return (hour <= 24).then_some((end, exact(hour, 0)));
        }
        None
    }

    /// Whether a time may end before `at`, or its day follows.
    pub(super) fn ends_phrase_or_day(self, at: usize) -> bool {
        self.ends_phrase(at) || matches!(self.lex(at), Lex::On | Lex::Weekday(_) | Lex::Today | Lex::Tomorrow)
    }

    /// Whether a clock time comes before what joins it to the number at `at`: "7:30 to", "0730-".
    fn is_second(self, at: usize) -> bool {
        if at < self.start + 2 || !(matches!(self.lex(at - 1), Lex::To | Lex::And) || self.is_dash(at - 1)) {
            return false;
        }
        let before = at - 2;
        let colon = self.is_mark(before.wrapping_sub(1), ':') && self.figures(before, 2).is_some();
        let four = self.str(before).len() == 4 && self.str(before).starts_with('0') && self.lex(before) == Lex::Digits;
        let (opened, first) = (["from", "between"], if colon { before.wrapping_sub(2) } else { before });
        // "4:00 to 7", "between 9 and 10:30": the first is bare only after "from" or "between"
        colon || four || self.lex(before) == Lex::Digits && self.follows(first, &opened)
    }

    /// The first of two clock times, which takes from the second what it leaves out: "9 to 5 p.m.",
    /// "between 5 and 6 in the afternoon", "from 7 to 7:30", "0730-0930".
    fn first_of_two(self, at: usize, end: usize, hour: u32, minute: Option<u32>) -> Option<(usize, Daytime)> {
        if !(matches!(self.lex(end), Lex::To | Lex::And) || self.is_dash(end)) || hour > 24 {
            return None;
        }
        let (after, other, others) = self.hour(end + 1)?;
        let exact = |hour: u32| Daytime::Clock { hour, minute: minute.unwrap_or(0), second: None };
        let half = self.half_day(after).map(|(_, pm)| pm).or_else(|| self.part_half(after).map(|(_, pm)| pm));
        if let Some(pm) = half {
            let same = hour <= other || other == 12;
            return (hour <= 12).then(|| Some((end, exact(to_24(hour, if same { pm } else { !pm })?)))).flatten();
        }
        let oclock = self.lex(after) == Lex::Oclock;
        let four =
            minute.is_some() && self.str(at).len() == 4 && self.str(end + 1).len() == 4 && !self.is_mark(at + 1, ':');
        let colon = minute.is_some() && self.is_mark(at + 1, ':') || others.is_some() && self.is_mark(end + 2, ':');
        let opened = self.follows(at, &["from", "between"]);
        (hour < 24 && (oclock || four || opened && colon)).then_some((end, exact(hour)))
    }

    /// An hour in figures or words with its minutes: the token after it, hour and minute.
    pub(super) fn hour(self, at: usize) -> Option<(usize, u32, Option<u32>)> {
        match self.lex(at) {
            Lex::Small(hour @ 1..=12) => Some((at + 1, u32::from(hour), None)),
            _ => self.hands(at).map(|(end, hour, minute, _)| (end, hour, minute)),
        }
    }

    /// "two thirty", "seven twenty-seven", after "at" or before "p.m.".
    fn spelled_clock(self, at: usize, hour: u32) -> Option<(usize, Daytime)> {
        let (end, minute) = match self.lex(at + 1) {
            Lex::Tens(tens) if tens < 60 => {
                let next = self.past_hyphen(at + 2);
                match self.lex(next) {
                    Lex::Small(small @ 1..=9) => (next + 1, u32::from(tens + small)),
                    _ => (at + 2, u32::from(tens)),
                }
            }
            Lex::Small(minute @ 10..=19) => (at + 2, u32::from(minute)),
            _ => return None,
        };
        if let Some((end, pm)) = self.half_day(end) {
            return Some((end, Daytime::Clock { hour: to_24(hour, pm)?, minute, second: None }));
        }
        let counted =
            self.is_hyphen(end) || matches!(self.lex(end), Lex::Hundred | Lex::Thousand | Lex::Million | Lex::Units(_));
        let spoken = self.is_any(at.wrapping_sub(1), &["at", "from"])
            || self.lex(at.wrapping_sub(1)) == Lex::To && matches!(self.lex(at.wrapping_sub(2)), Lex::Tens(_));
        (spoken && !counted && self.ends_phrase_or_day(end))
            .then_some((end, Daytime::Clock { hour, minute, second: None }))
    }

    /// "half past six", "a quarter to nine", "20 minutes past eight", "ten to six".
    fn spoken_clock(self, at: usize) -> Option<(usize, Daytime)> {
        let first = at + usize::from(self.lex(at) == Lex::A);
        let (mut next, minutes): (usize, i32) = match self.lex(first) {
            Lex::Half => (first + 1, 30),
            Lex::Unit(Unit::Calendar(Grain::Quarter)) => (first + 1, 15),
            Lex::Small(_) | Lex::Tens(20) | Lex::Digits if first == at => {
                let (end, minutes) = self.cardinal(at).filter(|(_, minutes)| (1..30).contains(minutes))?;
                (end, i32::try_from(minutes).ok()?)
            }
            _ => return None,
        };
        let counted = matches!(self.lex(next), Lex::Units(Unit::Minute) | Lex::Unit(Unit::Minute));
        next += usize::from(counted);
        let minutes = match self.lex(next) {
            Lex::Past => minutes,
            Lex::To if minutes == 15 && self.lex(first) != Lex::Digits || counted => -minutes,
            // "at ten to six"
            Lex::To
                if matches!(self.lex(first), Lex::Small(5 | 10) | Lex::Tens(20)) && self.follows(at, &["at", "by"]) =>
            {
                -minutes
            }
            _ => return None,
        };
        let hour = match self.lex(next + 1) {
            Lex::Small(hour @ 1..=12) => u32::from(hour),
            Lex::Digits => {
                self.figure(next + 1).filter(|hour| (1..=12).contains(hour) && self.ends_number(next + 2))?
            }
            _ => return None,
        };
        let end = next + 2 + usize::from(self.lex(next + 2) == Lex::Oclock);
        let half = self.half_day(end).or_else(|| self.part_half(end));
        // which half of the day is not said: the value is as a clock with twelve hours shows it
        let since_midnight = (i32::try_from(hour).ok()? * 60 + minutes).rem_euclid(12 * 60);
        let pm = half.is_some_and(|(_, pm)| pm);
        let since_midnight = u32::try_from(since_midnight).ok()? + if pm { 12 * 60 } else { 0 };
        let end = half.map_or(end, |(end, _)| end);
        Some((end, Daytime::Clock { hour: since_midnight / 60, minute: since_midnight % 60, second: None }))
    }

    /// The hands of a clock in figures: the token after them, hour, minute, second. `10`, `10:30`,
    /// `7.30`, `0735`.
    pub(super) fn hands(self, at: usize) -> Option<(usize, u32, Option<u32>, Option<u32>)> {
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
    pub(super) fn half_day(self, at: usize) -> Option<(usize, bool)> {
        match self.lex(at) {
            // "7 am" where "am" is not the verb, which follows "I"
            Lex::Am => Some((at + 1, false)),
            Lex::Pm => Some((at + 1, true)),
            // "3 p. m.", "nine a m"
            _ if self.is_any(at, &["a", "p"]) && self.str(at).len() == 1 => {
                let stop = at + 1 + usize::from(self.is_mark(at + 1, '.'));
                let end = stop + 1 + usize::from(stop > at + 1 && self.is_mark(stop + 1, '.'));
                self.is(stop, "m").then(|| (end, self.is(at, "p")))
            }
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
    pub(super) fn zone(self, at: usize) -> Option<usize> {
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
pub(super) fn to_24(hour: u32, pm: bool) -> Option<u32> {
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
