//! Grammar: clock times of what comes again, which are of no one day.
//!
//! `4 a.m. every day` · `9am-5pm daily` · `10 a.m. on Saturdays` · `Sundays, 10 a.m. to 2 p.m.`

use super::grammar::Grammar;
use super::lexicon::{Lex, Unit};
use super::meaning::{Base, Each, Found, Meaning};
use super::numbers::Amount;
use crate::calendar::stretch::Grain;

/// Each day.
const DAILY: Meaning = Meaning::Every(Amount::whole(1), Unit::Calendar(Grain::Day));

/// Whether days come again in it.
fn is_habit(meaning: &Meaning) -> bool {
    *meaning == DAILY || matches!(meaning, Meaning::Each(Each::Weekday(_) | Each::Weekend))
}

impl Found {
    /// Whether it is a clock time, and its day is not said.
    fn is_bare_clock(&self) -> bool {
        let today = Meaning::Shift { grain: Grain::Day, unit: Grain::Day, steps: 0, base: Base::Spoken };
        self.daytime.is_some_and(super::meaning::Daytime::is_clock) && self.meaning == today && self.offset.is_none()
    }

    /// The same clock time every day, where it names no day.
    pub(super) fn daily(&self) -> Option<Self> {
        self.is_bare_clock().then_some(Self { meaning: DAILY, ..*self })
    }
}

impl Grammar<'_> {
    /// The set of days right after a clock time that ends at `at`: "every day", "daily", "on Saturdays".
    pub(super) fn days_after(self, at: usize) -> Option<Found> {
        let on = at + usize::from(self.lex(at) == Lex::On);
        self.set(on).filter(|set| is_habit(&set.meaning) && set.daytime.is_none())
    }

    /// Whether the weekday at `at` is the last of several in a row: "Tuesday-Saturday".
    pub(super) fn ends_days(self, at: usize) -> bool {
        let joins = at > self.start + 1 && (self.is_dash(at - 1) || self.lex(at - 1) == Lex::To);
        joins && matches!(self.lex(at - 2), Lex::Weekday(_))
    }

    /// A bare clock time at `at` as one of the days of the set right before it, which is `before`: "Sundays, 10 a.m.";
    /// of one of several days in a row, "Tuesday-Saturday, 10 a.m.", it is known only that it comes again.
    pub(super) fn of_habit(self, before: &Found, several: bool, at: usize, found: &Found) -> Option<Found> {
        let near = (before.end..at).all(|gap| {
            matches!(self.lex(gap), Lex::At | Lex::From | Lex::To | Lex::And)
                || self.is_dash(gap)
                || self.is_any(gap, &[",", "between", "until", ":", "("])
        });
        if !is_habit(&before.meaning) || !found.is_bare_clock() || at - before.end > 2 || !near {
            return None;
        }
        Some(Found { meaning: if several { DAILY } else { before.meaning }, ..*found })
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn clocks_that_come_again() {
        check(
            "2024-05-15",
            &[
                (
                    "It opens at 4 a.m. every day and shuts at 9 p.m. on Saturdays.",
                    "4 a.m. every day=XXXX-XX-XXT04:00 | 9 p.m. on Saturdays=XXXX-WXX-6T21:00",
                ),
                ("Open 9am-5pm daily.", "9am=XXXX-XX-XXT09:00 | 5pm daily=XXXX-XX-XXT17:00"),
                (
                    "Sundays, 10 a.m. to 2 p.m., and every Monday from 3 p.m.",
                    "Sundays=XXXX-WXX-7 | 10 a.m.=XXXX-WXX-7T10:00 | 2 p.m.=XXXX-WXX-7T14:00 | \
                     every Monday=XXXX-WXX-1 | 3 p.m.=XXXX-WXX-1T15:00",
                ),
                (
                    "The shop is open Tuesday–Saturday, 10 a.m.-5 p.m.",
                    "Tuesday=XXXX-WXX-2 | Saturday=XXXX-WXX-6 | 10 a.m.=XXXX-XX-XXT10:00 | 5 p.m.=XXXX-XX-XXT17:00",
                ),
                ("The mill usually opens at 9 a.m.", "9 a.m.=XXXX-XX-XXT09:00"),
                ("It landed normally in the dark at 9 p.m.", "9 p.m.=2024-05-15T21:00"),
                ("It runs every day. At 4 p.m. it stopped.", "every day=P1D | 4 p.m.=2024-05-15T16:00"),
            ],
        );
    }
}
