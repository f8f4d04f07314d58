//! Grammar: how often.
//!
//! `daily` · `every Tuesday` · `each month` · `every two weeks` · `twice a week` · `Mondays` · `Tuesday nights`

use super::grammar::Grammar;
use super::lexicon::{Lex, Part, Unit};
use super::meaning::{Daytime, Each, Found, Meaning, Yearly};
use super::numbers::Amount;
use crate::calendar::stretch::Grain;
use chrono::Weekday;

/// Words that make a habit of what is told.
const USUALLY: [&str; 6] = ["usually", "typically", "normally", "traditionally", "customarily", "habitually"];

/// How far after such a word the time can be, in tokens.
const REACH: usize = 8;

impl Grammar<'_> {
    /// Whether the expression that begins at `at` is told of as what is usual: "usually held in June"
    /// names no June but each (TIDES 3.6).
    pub(super) fn is_usual(self, at: usize) -> bool {
        let before = (1..=REACH).map_while(|step| at.checked_sub(step).filter(|&before| before >= self.start));
        before
            .take_while(|&before| !self.is_any(before, &[",", ".", ";", ":", "but", "although", "when"]))
            // "it landed normally in the dark": how, not how often
            .any(|before| {
                let how = self.is(before, "normally")
                    && matches!(self.lex(before + 1), Lex::In | Lex::On | Lex::At | Lex::After);
                self.is_any(before, &USUALLY) && !how
            })
    }

    /// A set of times that begins at `at`.
    pub(super) fn set(self, at: usize) -> Option<Found> {
        match self.lex(at) {
            Lex::Every => self.every(at),
            // "the first Monday of every month": once in each
            Lex::The | Lex::Ordinal(_) | Lex::Last => self.nth_of_each(at).or_else(|| self.past_seasons(at)),
            Lex::Weekdays(weekday) => self.weekdays(at + 1, weekday),
            // "every Monday and Thursday"
            Lex::Weekday(weekday)
                if matches!(self.before(at), Lex::And | Lex::Or)
                    && at > self.start + 2
                    && matches!(self.lex(at - 2), Lex::Weekday(_))
                    && self.lex(at - 3) == Lex::Every =>
            {
                self.weekdays(at + 1, weekday)
            }
            Lex::Weekday(weekday) => match self.lex(at + 1) {
                Lex::Parts(_) => self.weekdays(at + 1, weekday),
                // "Monday and Tuesday nights": the part of the day belongs to both
                Lex::And | Lex::Or if matches!(self.lex(at + 2), Lex::Weekday(_)) => match self.lex(at + 3) {
                    Lex::Parts(part) => {
                        let meaning = Meaning::Each(Each::Weekday(Weekday::try_from(weekday).ok()?));
                        Some(Found::new(at + 1, meaning).at(at + 1, Daytime::Part(part)))
                    }
                    _ => None,
                },
                _ => None,
            },
            Lex::Units(Unit::Calendar(Grain::Weekend)) => {
                let placed = !matches!(self.before(at), Lex::Digits | Lex::Small(_) | Lex::Several | Lex::Few);
                placed.then_some(Found::new(at + 1, Meaning::Each(Each::Weekend)))
            }
            Lex::Parts(part) if part != Part::Day => {
                let placed = matches!(self.before(at), Lex::In | Lex::On) || self.lex(at + 1) == Lex::And;
                let every = Meaning::Every(Amount::whole(1), Unit::Calendar(Grain::Day));
                let alone = self.lex(at.wrapping_sub(1)) != Lex::The && placed && self.ends_phrase(at + 1);
                alone.then(|| Found::new(at + 1, every).at(at + 1, Daytime::Part(part)))
            }
            Lex::Often(unit) => self.often(at, unit),
            Lex::Bi => self.each_second(at),
            Lex::Once | Lex::Digits | Lex::Small(_) | Lex::Several => self.times_in(at),
            Lex::Past => self.past_seasons(at),
            _ => None,
        }
    }

    /// "every day", "every other week", "each July", "every two weeks", "every Monday morning".
    fn every(self, at: usize) -> Option<Found> {
        let (next, count) = match self.lex(at + 1) {
            Lex::Other => (at + 2, 2),
            // "every second week", "every third Tuesday"
            Lex::Ordinal(nth @ 2..=10) => (at + 2, u32::from(nth)),
            _ => (at + 1, 1),
        };
        let other = count > 1;
        match self.lex(next) {
            Lex::Unit(Unit::Calendar(Grain::Weekend)) if !other => {
                Some(Found::new(next + 1, Meaning::Each(Each::Weekend)))
            }
            Lex::Unit(unit) => Some(self.at_clock(Found::new(next + 1, Meaning::Every(Amount::whole(count), unit)))),
            Lex::Weekday(weekday) => self.weekdays(next + 1, weekday),
            Lex::Month(month) if self.is_capitalised(next) => {
                Some(Found::new(next + 1, Meaning::Each(Each::Yearly(Yearly::Month(u32::from(month))))))
            }
            Lex::Season(season) => Some(Found::new(next + 1, Meaning::Each(Each::Yearly(Yearly::Season(season))))),
            Lex::Part(part) => {
                let day = Meaning::Every(Amount::whole(count), Unit::Calendar(Grain::Day));
                Some(self.at_clock(Found::new(next + 1, day).at(next + 1, Daytime::Part(part))))
            }
            _ => {
                let (end, amount, unit) = self.quantity(next).filter(|_| self.lex(next) != Lex::A)?;
                Some(Found::new(end, Meaning::Every(amount, unit)))
            }
        }
    }

    /// The same set with the clock time after it: "every Monday at 4 p.m.", "every day at six o'clock".
    fn at_clock(self, found: Found) -> Found {
        if self.lex(found.end) != Lex::At {
            return found;
        }
        let days = match found.meaning {
            Meaning::Every(amount, unit) => amount == Amount::whole(1) && unit == Unit::Calendar(Grain::Day),
            _ => true,
        };
        match self.clock(found.end + 1).filter(|_| days) {
            Some((end, clock)) => found.at(end, clock),
            None => found,
        }
    }

    /// Weekdays that come again, with the part of the day after them: "Tuesday nights".
    fn weekdays(self, at: usize, weekday: u8) -> Option<Found> {
        let found = Found::new(at, Meaning::Each(Each::Weekday(Weekday::try_from(weekday).ok()?)));
        Some(match self.lex(at) {
            Lex::Part(part) | Lex::Parts(part) => found.at(at + 1, Daytime::Part(part)),
            _ => self.at_clock(found),
        })
    }

    /// "daily", "annually", not the name of a newspaper.
    fn often(self, at: usize, unit: Unit) -> Option<Found> {
        let named =
            self.is_capitalised(at) && (self.is_capitalised(at + 1) || at > self.start && self.is_capitalised(at - 1));
        // "meets quarterly", not "a quarterly loss", and not "the bi-weekly paper"
        let adverb = || self.ends_phrase(at + 1) && self.begins_no_noun(at) && !self.is_hyphen(at + 1);
        let common = matches!(unit, Unit::Calendar(Grain::Day | Grain::Week) | Unit::Hour)
            || self.is(at, "annually")
            || adverb();
        // "8.5% annually" is a rate
        let rate = self.is(at, "annually")
            && self.is_any(at.wrapping_sub(1), &["%", "percent", "units", "million", "billion"]);
        (!named && common && !rate).then_some(Found::new(at + 1, Meaning::Every(Amount::whole(1), unit)))
    }

    /// Whether what comes before token `at` opens no noun phrase: no article, no "its".
    fn begins_no_noun(self, at: usize) -> bool {
        !matches!(self.before(at), Lex::The | Lex::A | Lex::Possessive | Lex::This | Lex::That | Lex::And | Lex::Or)
            && !self.is_possessive(at.wrapping_sub(1))
            && !self.is_dash(at.wrapping_sub(1))
            // "31 cents quarterly", "$25 billion more yearly" are rates
            && !(1..=3).any(|step| matches!(self.lex(at.wrapping_sub(step)), Lex::Digits | Lex::Million))
    }

    /// "fortnightly", "bi-weekly", "twice-yearly": every so many units.
    fn each_second(self, at: usize) -> Option<Found> {
        const WORDS: [(&str, u32, Grain); 8] = [
            ("fortnightly", 2, Grain::Week),
            ("biweekly", 2, Grain::Week),
            ("bimonthly", 2, Grain::Month),
            ("biannual", 6, Grain::Month),
            ("biannually", 6, Grain::Month),
            ("semiannual", 6, Grain::Month),
            ("semiannually", 6, Grain::Month),
            ("biennially", 2, Grain::Year),
        ];
        let prefix = self.is_any(at, &["bi", "semi"]) && self.is_hyphen(at + 1);
        let (word, end) = if prefix { (at + 2, at + 3) } else { (at, at + 1) };
        let half = prefix && self.is(at, "semi");
        let (count, grain) = match self.lex(word) {
            Lex::Often(Unit::Calendar(Grain::Week)) if prefix && !half => (2, Grain::Week),
            Lex::Often(Unit::Calendar(Grain::Month)) if prefix && !half => (2, Grain::Month),
            _ if prefix && self.is_any(word, &["annual", "annually"]) => (6, Grain::Month),
            _ if prefix => return None,
            _ => WORDS.iter().find(|(known, ..)| self.is(word, known)).map(|&(_, count, grain)| (count, grain))?,
        };
        let named = self.is_capitalised(word) && self.is_capitalised(end);
        (!named).then_some(Found::new(end, Meaning::Every(Amount::whole(count), Unit::Calendar(grain))))
    }

    /// "twice a week", "three times a day", "once every two years".
    fn times_in(self, at: usize) -> Option<Found> {
        let end = if self.lex(at) == Lex::Once {
            at + 1
        } else {
            let (end, _) = self.amount(at)?;
            if !self.is(end, "times") {
                return None;
            }
            end + 1
        };
        match (self.lex(end), self.lex(end + 1)) {
            (Lex::A, Lex::Unit(unit)) => Some(Found::new(end + 2, Meaning::Every(Amount::whole(1), unit))),
            (Lex::Every, _) => self.every(end),
            (_, Lex::Unit(unit)) if self.is(end, "per") => {
                Some(Found::new(end + 2, Meaning::Every(Amount::whole(1), unit)))
            }
            _ => None,
        }
    }

    /// "the first Monday of every month", "the last day of each quarter": once in each.
    fn nth_of_each(self, at: usize) -> Option<Found> {
        let first = at + usize::from(self.lex(at) == Lex::The);
        let end = match self.lex(first) {
            Lex::Last => first + 1,
            _ => self.ordinal(first)?.0,
        };
        let part = matches!(
            self.lex(end),
            Lex::Weekday(_) | Lex::Unit(Unit::Calendar(Grain::Day | Grain::Week | Grain::Weekend))
        );
        if !part || !matches!(self.lex(end + 1), Lex::Of | Lex::In) || self.lex(end + 2) != Lex::Every {
            return None;
        }
        self.every(end + 2).filter(|found| matches!(found.meaning, Meaning::Every(..)))
    }

    /// "the past three summers".
    fn past_seasons(self, at: usize) -> Option<Found> {
        let past = at + usize::from(self.lex(at) == Lex::The);
        if !matches!(self.lex(past), Lex::Past | Lex::Last) {
            return None;
        }
        let (end, _) = self.amount(past + 1)?;
        let Lex::Seasons(season) = self.lex(end) else { return None };
        Some(Found::new(end + 1, Meaning::Each(Each::Yearly(Yearly::Season(season)))))
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn how_often() {
        check(
            "2024-05-15",
            &[
                (
                    "every day, each month, every other week, every two years",
                    "every day=P1D | each month=P1M | every other week=P2W | every two years=P2Y",
                ),
                (
                    "every Tuesday, each July, every summer, every weekend",
                    "every Tuesday=XXXX-WXX-2 | each July=XXXX-07 | every summer=XXXX-SU | every weekend=XXXX-WXX-WE",
                ),
                ("It sails daily, weekly and on Mondays.", "daily=P1D | weekly=P1W | Mondays=XXXX-WXX-1"),
                ("It sails every Monday and Thursday.", "every Monday=XXXX-WXX-1 | Thursday=XXXX-WXX-4"),
                ("It sails on Monday and Tuesday nights.", "Monday=XXXX-WXX-1TNI | Tuesday nights=XXXX-WXX-2TNI"),
                (
                    "twice a week, three times a day, once every two years",
                    "twice a week=P1W | three times a day=P1D | once every two years=P2Y",
                ),
                ("The Daily Lantern grew 8.5% annually.", ""),
                // what is usual comes again; an unusual quarter is one quarter
                (
                    "The fair is usually held in June, and ferries normally stop on Sunday.",
                    "June=XXXX-06 | Sunday=XXXX-WXX-7",
                ),
                (
                    "Most sales typically fall in the second and fourth quarters.",
                    "the second=XXXX-Q2 | fourth quarters=XXXX-Q4",
                ),
                (
                    "The fair is on the first Monday of every month, every second Tuesday and every third week.",
                    "the first Monday of every month=P1M | every second Tuesday=XXXX-WXX-2 | every third week=P3W",
                ),
                (
                    "The letter comes out fortnightly, a bi-monthly drill, semi-annual dues; the board meets quarterly.",
                    "fortnightly=P2W | bi-monthly=P2M | semi-annual=P6M | quarterly=P1Q",
                ),
                ("A quarterly loss, its monthly rent, 31 cents quarterly and the Bi-Weekly Lantern are none.", ""),
                ("It was an unusually slow first quarter.", "first quarter=2024-Q1"),
                ("the past three summers", "the past three summers=XXXX-SU"),
            ],
        );
    }
}
