//! Grammar: how long, told in several units at once, and to parts of a second.
//!
//! `two years and three months` · `2 hours, 40 minutes` · `2hr 28min 34.5sec` · `9.58 seconds` ·
//! `two weeks and three days ago` · `an hour and a quarter`

use super::grammar::Grammar;
use super::length::{Length, UNITS};
use super::lexicon::{Lex, Unit};
use super::meaning::{Base, Found, Meaning};
use crate::calendar::stretch::Grain;

/// How many of each unit are as good as one of a longer unit, which a sum has beside them.
const FULL: [u32; UNITS] = [u32::MAX, 12, 53, 367, 24, 60, 60_000];

/// Where a unit stands in a [`Length`], longest first.
fn rank(unit: Unit) -> Option<usize> {
    Some(match unit {
        Unit::Calendar(Grain::Year) => 0,
        Unit::Calendar(Grain::Month) => 1,
        Unit::Calendar(Grain::Week) => 2,
        Unit::Calendar(Grain::Day) => 3,
        Unit::Hour => 4,
        Unit::Minute => 5,
        Unit::Second => 6,
        _ => return None,
    })
}

impl Grammar<'_> {
    /// A length in several units, or in parts of a second, that begins at `at`; the token after it.
    pub(super) fn sum(self, at: usize) -> Option<(usize, Length)> {
        let mut length = Length::default();
        let (mut end, mut last, mut units) = (at, None, 0);
        while let Some((after, count, unit)) = self.next_unit(end, at) {
            let below = rank(unit)?;
            if last.is_some_and(|last| below <= last || count >= FULL[below]) {
                break;
            }
            length.0[below] = count;
            let ends = units > 0 && (end..end + 2).any(|at| self.lex(at) == Lex::And);
            (end, last, units) = (after, Some(below), units + 1);
            if ends {
                break;
            }
        }
        let split = units == 1 && length.0[6] % 1000 != 0;
        (units > 1 || split).then_some((end, length))
    }

    /// The next count of units of a sum that begins at `first`: "and three months", ", 40 minutes".
    fn next_unit(self, at: usize, first: usize) -> Option<(usize, u32, Unit)> {
        let comma = self.past_comma(at);
        let and = comma + usize::from(self.lex(comma) == Lex::And);
        let (from, joined) = if at == first { (at, false) } else { (and, and == at) };
        let millis = |end: usize, count: u32, unit: Unit| (end, if unit == Unit::Second { count } else { 0 }, unit);
        if let Some((end, count, unit)) = self.split_second(from) {
            return Some(millis(end, count, unit));
        }
        // "2h 30m"
        let minutes = at != first && self.is_joined(from + 1) && self.is(from + 1, "m") && self.is(from - 1, "h");
        if let Some(count) = self.figure(from).filter(|count| minutes && *count < 60) {
            return Some((from + 2, count, Unit::Minute));
        }
        let (end, amount, unit) = self.quantity(from)?;
        // "24 hours a day" counts, "a day" does not; "weeks and months" are no sum
        let count = u32::try_from(amount.count()?).ok()?;
        let counted = matches!(self.lex(from), Lex::Digits | Lex::Small(_) | Lex::Tens(_)) || !joined && at != first;
        let opens = at == first && (self.lex(from) == Lex::A || counted);
        // after a comma alone only figures go on
        let figures = self.lex(from) == Lex::Digits && self.lex(first) != Lex::A;
        let listed = and == comma && comma > at && at != first && !figures;
        if !(counted || opens) || listed || matches!(self.lex(end - 1), Lex::So | Lex::Half) {
            return None;
        }
        Some((end, if unit == Unit::Second { count.checked_mul(1000)? } else { count }, unit))
    }

    /// "34.5sec", "9.58 seconds": the token after it, and how many milliseconds.
    fn split_second(self, at: usize) -> Option<(usize, u32, Unit)> {
        let (whole, part) = self.str(at).split_once('.').filter(|_| self.lex(at) == Lex::Digits)?;
        let unit_at = self.past_hyphen(at + 1);
        let second = matches!(self.lex(unit_at), Lex::Units(Unit::Second))
            || self.is_any(unit_at, &["second", "sec"])
            || self.is_joined(unit_at) && self.is(unit_at, "s");
        let digits = part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
        (second && digits && !part.is_empty()).then_some(())?;
        let millis = format!("{part:0<3}").parse::<u32>().ok()?;
        Some((unit_at + 1, whole.parse::<u32>().ok()?.checked_mul(1000)?.checked_add(millis)?, Unit::Second))
    }

    /// So far from now or from another time, in several units: "two weeks and three days ago", "a year and a day later".
    pub(super) fn sum_away(self, at: usize) -> Option<Found> {
        let (end, length) = self.sum(self.approximate(at))?;
        let (after, sign, base) = match (self.lex(end), self.lex(end + 1)) {
            (Lex::Ago, _) => (end + 1, -1, Base::Story),
            (Lex::Earlier, _) => (end + 1, -1, Base::Spoken),
            (Lex::Later, _) => (end + 1, 1, Base::Spoken),
            (Lex::From, Lex::Now | Lex::Today) => (end + 2, 1, Base::Story),
            _ => return None,
        };
        let Some((months, days)) = length.in_calendar() else {
            let vague = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
            return (base == Base::Story).then_some(Found::new(after, Meaning::Reference(vague)));
        };
        let shift = |grain, unit, steps: i32| Meaning::Shift { grain, unit, steps: steps * sign, base };
        Some(match (months, days) {
            (months, 0) => Found::new(after, shift(Grain::Month, Grain::Month, months)),
            (0, days) => Found::new(after, shift(Grain::Day, Grain::Day, days)),
            (months, days) => Found {
                offset: Some((Grain::Day, days * sign)),
                ..Found::new(after, shift(Grain::Day, Grain::Month, months))
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn lengths_in_several_units() {
        check(
            "2024-05-15",
            &[
                (
                    "two years and three months, 2 hours and 40 minutes, 3 hours 30 minutes",
                    "two years and three months=P2Y3M | 2 hours and 40 minutes=PT2H40M | 3 hours 30 minutes=PT3H30M",
                ),
                (
                    "2 years, 1 month and 21 days, a year and a day, one month, three days",
                    "2 years, 1 month and 21 days=P2Y1M21D | a year and a day=P1Y1D | one month=P1M | three days=P3D",
                ),
                (
                    "He won in 2hr 28min 34.5sec, ahead by 1min 34.9sec, after 9.58 seconds.",
                    "2hr 28min 34.5sec=PT2H28M34.5S | 1min 34.9sec=PT1M34.9S | 9.58 seconds=PT9.58S",
                ),
                (
                    "for 3h, one and half hours, one and a quarter years",
                    "3h=PT3H | one and half hours=PT1H30M | one and a quarter years=P1Y3M",
                ),
                ("a two-hour, 20-minute flight", "two-hour, 20-minute=PT2H20M"),
                // no sums
                ("He worked 24 hours a day, 60 hours each, for weeks and months.", "60 hours=PT60H | weeks=PXW"),
                (
                    "It took two weeks, three days after the storm a month.",
                    "two weeks=P2W | three days=P3D | a month=P1M",
                ),
            ],
        );
    }

    #[test]
    fn so_far_away() {
        check(
            "2024-05-15",
            &[
                (
                    "two weeks and three days ago, a year and two months ago",
                    "two weeks and three days ago=2024-04-28 | a year and two months ago=2023-03",
                ),
                (
                    "On 3 June 1961 he left. 2 years 1 month 21 days later he was back.",
                    "3 June 1961=1961-06-03 | 2 years 1 month 21 days later=1963-07-24",
                ),
                (
                    "an hour and ten minutes ago, a month and a day from today",
                    "an hour and ten minutes ago=PAST_REF | a month and a day from today=2024-06-16",
                ),
            ],
        );
    }
}
