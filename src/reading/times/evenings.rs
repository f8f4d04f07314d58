//! Grammar: clock times whose half of the day is told by the part of the day beside them.
//!
//! `tonight at 8` · `Saturday night, 10:30` · `last night between 7 and 9:30` · `from 7 to 9 tomorrow evening` ·
//! `at 5 in the morning` · `at 7ish tonight`

use super::grammar::Grammar;
use super::lexicon::{Lex, Part};
use super::meaning::{Daytime, Found};

/// Words right before an hour that make a clock time of a bare number beside a part of the day.
const PLACED: [&str; 8] = ["at", "from", "between", "around", "about", "by", "until", "till"];

/// What has its hour: where people meet, leave and arrive.
const APPOINTED: [&str; 13] = [
    "meet", "meets", "leave", "leaves", "arrive", "arrives", "depart", "departs", "doors", "kickoff", "kick-off",
    "dinner", "lunch",
];

/// How far a range of hours reaches back to the part of the day before it, in tokens: "tonight from 7:30 to 9:30".
const REACH: usize = 8;

impl Grammar<'_> {
    /// The same part of a day with the clock time after it: "Sunday late evening at 10:00", "tonight around 8".
    pub(super) fn closer(self, day: Found) -> Found {
        let Some(Daytime::Part(part)) = day.daytime else { return day };
        // "five in the afternoon, at ten at night" are two times
        let apart = day.end.checked_sub(2).is_some_and(|the| self.lex(the) == Lex::The);
        let comma = if apart { day.end } else { self.past_comma(day.end) };
        let at = comma + usize::from(self.lex(comma) == Lex::At);
        let about = at + usize::from(self.is_any(at, &["about", "around"]));
        let read = match self.clock(about) {
            // "tonight, 30 people": nothing makes a time of bare figures there
            Some(found) if about > comma || self.is_mark(about + 1, ':') => Some(found),
            _ => self.hour_of_day(about, about > comma, false),
        };
        let Some((end, Daytime::Clock { hour, minute, second })) = read else { return day };
        let told = self.half_day(end).is_some() || matches!(self.lex(end - 1), Lex::Am | Lex::Pm);
        match if told { Some(hour) } else { in_part(hour, part) } {
            Some(hour) => day.at(self.past_ish(end), Daytime::Clock { hour, minute, second }),
            None => day,
        }
    }

    /// The token after "ish", where `at` is that: "7ish", "8-ish".
    pub(super) fn past_ish(self, at: usize) -> usize {
        let ish = self.past_hyphen(at);
        if self.is_joined(ish) && self.is(ish, "ish") { ish + 1 } else { at }
    }

    /// A clock time without "a.m." or "p.m." from `at` to `end`, beside a part of the day that tells which it is.
    pub(super) fn beside_part(self, at: usize, end: usize, hour: u32, minute: Option<u32>) -> Option<(usize, Daytime)> {
        let ish = self.past_ish(end);
        let joins = |at: usize| {
            matches!(self.lex(at), Lex::To | Lex::And) || self.is_dash(at) || self.is_any(at, &["until", "till"])
        };
        let opened = self.follows(at, &PLACED);
        // "between 7 and 9:30 last night": both are of that night
        let range = (joins(ish) && (self.follows(at, &["from", "between"]) || minute.is_some()))
            .then(|| self.hour(ish + 1))
            .flatten()
            .and_then(|(second, ..)| self.part_named(self.past_ish(second)));
        let after = self.part_named(ish).or(range);
        let second =
            || joins(at.wrapping_sub(1)) && matches!(self.lex(at.wrapping_sub(2)), Lex::Digits | Lex::Small(_));
        let placed = opened || minute.is_some() || ish > end || second() && self.opens_range(at);
        let four = self.str(at).len() == 4 && !self.str(at).contains('.');
        if !placed || four {
            return None;
        }
        let part = after.or_else(|| self.part_before(at).filter(|_| self.ends_phrase_or_day(ish)))?;
        let hour = in_part(hour, part)?;
        Some((ish, Daytime::Clock { hour, minute: minute.unwrap_or(0), second: None }))
    }

    /// Whether the hour from `at` to `end` is one at which people meet or something begins: "doors open at 6.45".
    pub(super) fn is_appointed(self, at: usize, end: usize) -> bool {
        const NEAR: usize = 5;
        let figures = self.str(at).len() < 3 || self.str(at).contains('.') && self.str(at).len() < 6;
        let colon = self.is_mark(at + 1, ':');
        figures
            && !colon
            && self.lex(at.wrapping_sub(1)) == Lex::At
            && self.ends_phrase_or_day(end)
            && self.ends_number(end)
            && !self.is_dash(end)
            && (2..=NEAR)
                .map_while(|step| at.checked_sub(step).filter(|&before| before >= self.start))
                .take_while(|&before| !self.is_any(before, &[".", ";", ","]))
                .any(|before| {
                    self.is_any(before, &APPOINTED) || self.is(before, "off") && self.follows(before, &["kick", "-"])
                })
    }

    /// Whether the hour at `at` is the second of two that "from" or "between" opens.
    fn opens_range(self, at: usize) -> bool {
        (3..=6).map_while(|step| at.checked_sub(step)).any(|before| self.is_any(before, &["from", "between"]))
    }

    /// The part of the day that is named with its day at `at`: "tonight", "last night", "on Friday evening".
    fn part_named(self, at: usize) -> Option<Part> {
        let comma = self.past_comma(at);
        let on = comma + usize::from(self.lex(comma) == Lex::On);
        match self.lex(on) {
            Lex::Tonight => Some(Part::Night),
            Lex::Tomorrow | Lex::Yesterday | Lex::Weekday(_) | Lex::Last | Lex::This | Lex::Next => {
                match self.lex(on + 1) {
                    Lex::Part(part) if part != Part::Day => Some(part),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The part of the day right before the hour, or the range of hours, at `at`: "tonight at 8", "in the evening
    /// from 7 to 9".
    fn part_before(self, at: usize) -> Option<Part> {
        for step in 1..=REACH {
            let before = at.checked_sub(step).filter(|&before| before >= self.start)?;
            match self.lex(before) {
                Lex::Tonight => return Some(Part::Night),
                // "4 in the afternoon, between 7 and 9" are two times
                Lex::Part(part) if part != Part::Day => {
                    let apart = self.is_mark(before + 1, ',') && self.before(before) == Lex::The;
                    return (!apart).then_some(part);
                }
                Lex::At | Lex::From | Lex::To | Lex::And | Lex::About | Lex::Digits | Lex::Small(_) => {}
                _ if self.is_any(before, &["between", ":", ","]) || self.is_dash(before) => {}
                _ => return None,
            }
        }
        None
    }

    /// The clock time that ends at `end` as it lies in the part of the day named after it: "half past nine last night".
    pub(super) fn of_part(self, end: usize, clock: Daytime, part: Option<Daytime>) -> Daytime {
        let told = matches!(self.lex(end.wrapping_sub(1)), Lex::Am | Lex::Pm);
        match (clock, part) {
            (Daytime::Clock { hour, minute, second }, Some(Daytime::Part(part))) if !told => {
                let hour = in_part(hour, part).unwrap_or(hour);
                Daytime::Clock { hour, minute, second }
            }
            _ => clock,
        }
    }

    /// A bare hour with the part of the day after it: "at 5 in the morning".
    pub(super) fn hour_of_part(self, at: usize, end: usize, hour: u32) -> Option<(usize, Daytime)> {
        let second = at > self.start + 2 && matches!(self.lex(at - 1), Lex::And) && self.is_any(at - 3, &["between"]);
        let placed = second || self.follows(at, &super::clock::AT) || self.lex(at.wrapping_sub(1)) == Lex::Than;
        let (end, pm) = self.part_half(end).filter(|_| placed && (1..=12).contains(&hour))?;
        Some((end, Daytime::Clock { hour: super::clock::to_24(hour, pm)?, minute: 0, second: None }))
    }

    /// "in the morning", "at night": the token after it, and whether it is the second half of the day.
    pub(super) fn part_half(self, at: usize) -> Option<(usize, bool)> {
        if self.lex(at) == Lex::In && self.lex(at + 1) == Lex::The {
            return match self.lex(at + 2) {
                Lex::Part(Part::Morning) => Some((at + 3, false)),
                Lex::Part(Part::Afternoon | Part::Evening) => Some((at + 3, true)),
                _ => None,
            };
        }
        (self.lex(at) == Lex::At && self.lex(at + 1) == Lex::Part(Part::Night)).then_some((at + 2, true))
    }
}

/// The hour in 24 that a clock of twelve hours shows in a part of the day; `None` where it does not lie there, or on
/// the next day: "tonight at 3".
fn in_part(hour: u32, part: Part) -> Option<u32> {
    match (part, hour) {
        (Part::Morning, 1..=11) | (_, 13..=23) => Some(hour),
        (Part::Afternoon, 12) => Some(12),
        (Part::Afternoon, 1..=7) | (Part::Evening, 4..=11) | (Part::Night, 5..=11) => Some(hour + 12),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn the_part_tells_the_half() {
        check(
            "2024-05-15",
            &[
                (
                    "Dinner is tonight at 8, or tonight around 9:30, or at 7 tonight.",
                    "tonight at 8=2024-05-15T20:00 | tonight around 9:30=2024-05-15T21:30 | 7 tonight=2024-05-15T19:00",
                ),
                (
                    "Come at 7ish tomorrow night, or on Friday evening at 8-ish.",
                    "7ish tomorrow night=2024-05-16T19:00 | Friday evening at 8-ish=2024-05-17T20:00",
                ),
                (
                    "Last night between 7 and 9:30 and tomorrow evening from 7 to 9 it was shut.",
                    "Last night=2024-05-14TNI | 7=2024-05-14T19:00 | 9:30=2024-05-14T21:30 | \
                     tomorrow evening=2024-05-16TEV | 7=2024-05-16T19:00 | 9=2024-05-16T21:00",
                ),
                (
                    "between 7 and 9:30 last night, from 8 to 10 tomorrow morning",
                    "7=2024-05-14T19:00 | 9:30 last night=2024-05-14T21:30 | 8=2024-05-16T08:00 | \
                     10 tomorrow morning=2024-05-16T10:00",
                ),
                (
                    "In the afternoon at 4 we sail; tomorrow in the afternoon at 4:30.",
                    "the afternoon at 4=2024-05-15T16:00 | tomorrow in the afternoon at 4:30=2024-05-16T16:30",
                ),
                (
                    "It shook at half past nine last night and a quarter past three on Monday afternoon.",
                    "half past nine last night=2024-05-14T21:30 | \
                     a quarter past three on Monday afternoon=2024-05-13T15:15",
                ),
                (
                    "They left next morning at 7; it was shut from 6 until 9 this evening.",
                    "next morning at 7=2024-05-16T07:00 | 6=2024-05-15T18:00 | 9 this evening=2024-05-15T21:00",
                ),
                (
                    "It left at 1900 hours on Tuesday, after 1900 hours of work.",
                    "1900 hours on Tuesday=2024-05-14T19:00 | 1900 hours=PT1900H",
                ),
                // counts and scores
                (
                    "Tonight 7 people slept there; they won 7-5 last night, and 8 tomorrow morning is too few.",
                    "Tonight=2024-05-15TNI | last night=2024-05-14TNI | tomorrow morning=2024-05-16TMO",
                ),
                ("It shut tonight at 3.", "tonight=2024-05-15TNI"),
                (
                    "Doors open at 6.45. Kick-off is at 7.30; shall we meet at 6?",
                    "6.45=2024-05-15T06:45 | 7.30=2024-05-15T07:30 | 6=2024-05-15T06:00",
                ),
                ("Shares closed at 6.45; they meet at 6 halls and leave at 3.5 per cent.", ""),
            ],
        );
    }

    #[test]
    fn the_day_of_the_second_is_the_first_s() {
        check(
            "2024-05-15",
            &[
                (
                    "It opens from 9 a.m. to 5 p.m. on Friday.",
                    "9 a.m.=2024-05-17T09:00 | 5 p.m. on Friday=2024-05-17T17:00",
                ),
                (
                    "It was open between 10:30 and noon yesterday.",
                    "10:30=2024-05-14T10:30 | noon yesterday=2024-05-14T12:00",
                ),
                (
                    "Trains ran 9-11 p.m. Sunday, May 12.",
                    "9=2024-05-12T21:00 | 11 p.m. Sunday, May 12=2024-05-12T23:00",
                ),
                ("It opens at 9 a.m. and shuts on Friday.", "9 a.m.=2024-05-15T09:00 | Friday=2024-05-17"),
            ],
        );
    }
}
