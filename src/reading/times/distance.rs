//! Grammar: so far from now, or from another time.
//!
//! `three days ago` · `a year earlier` · `two weeks later` · `two weeks after yesterday` ·
//! `three years from now` · `more than a decade ago` · `years ago`

use super::grammar::Grammar;
use super::lexicon::{Lex, Unit};
use super::meaning::{Base, Found, Lean, Meaning};
use super::numbers::Amount;
use crate::calendar::stretch::Grain;

impl Grammar<'_> {
    /// The token after words that make a number less than exact: "about", "more than", "at least".
    /// They belong to the expression (TIMEX3's `mod`: APPROX, `MORE_THAN` …).
    pub(super) fn approximate(self, at: usize) -> usize {
        match (self.lex(at), self.lex(at + 1)) {
            // "over the past year" is where, "over a year" is how long
            (Lex::About, next) if !matches!(next, Lex::The | Lex::Past | Lex::Last | Lex::Next) => at + 1,
            (Lex::More | Lex::Less, Lex::Than) | (Lex::At, Lex::Least | Lex::Most) | (Lex::Up, Lex::To) => at + 2,
            _ => at,
        }
    }

    /// An amount of time: the token after it, how many of what. "three days", "a week or so".
    pub(super) fn quantity(self, at: usize) -> Option<(usize, Amount, Unit)> {
        if let Some(part) = self.fraction_of(at) {
            return Some(part);
        }
        let (number, amount) = self.amount(at)?;
        // "the two upcoming months", "the 13 last minutes"
        let pointed = matches!(self.lex(number), Lex::Next | Lex::Coming | Lex::Last | Lex::Past | Lex::Previous)
            && matches!(self.lex(number + 1), Lex::Units(_))
            && self.lex(at) != Lex::A;
        // "a zero-day flaw", "zero hours contracts" are no lengths of time
        if amount == Amount::Quarters(0) || self.are_places(at, number) {
            return None;
        }
        let number = number + usize::from(pointed);
        let unit_at = self.past_hyphen(number);
        let hyphen = unit_at > number;
        let (unit, plural) = match self.lex(unit_at) {
            Lex::Unit(unit) => (unit, false),
            Lex::Units(unit) => (unit, true),
            // "3h", not "18h30"
            Lex::None
                if self.is_joined(unit_at)
                    && self.is(unit_at, "h")
                    && !(self.lex(unit_at + 1) == Lex::Digits && self.is_joined(unit_at + 1)) =>
            {
                (Unit::Hour, false)
            }
            // "two nights" are counted like days, not "two nights' sleep"
            Lex::Parts(super::lexicon::Part::Night) if !self.is_apostrophe(unit_at + 1) => {
                (Unit::Calendar(Grain::Day), true)
            }
            _ => return None,
        };
        let one = matches!(amount, Amount::Quarters(1..=4));
        let article = self.lex(at) == Lex::A && number == at + 1;
        // "a 5 year plan", not "the 2021 season"
        let small = || matches!(amount, Amount::Quarters(0..400));
        let agrees = if plural { !article } else { one || hyphen || small() && self.lex(at) != Lex::A };
        // "a quarter" is a fraction or a coin more often than three months
        let coin = unit == Unit::Calendar(Grain::Quarter) && (one || hyphen && plural);
        if !agrees
            || coin
            || self.is_hyphen(unit_at + 1) && !self.is_any(unit_at + 2, &["long", "plus"]) && !hyphen && !plural
        {
            return None;
        }
        let (end, amount) = match (self.lex(unit_at + 1), self.lex(unit_at + 2)) {
            (Lex::Or, Lex::So) => (unit_at + 3, amount),
            // "one hour and half"
            (Lex::And, Lex::Half) if matches!(amount, Amount::Quarters(_)) && self.ends_phrase(unit_at + 3) => {
                match amount {
                    Amount::Quarters(quarters) => (unit_at + 3, Amount::Quarters(quarters.saturating_add(2))),
                    Amount::Some => return None,
                }
            }
            // "an hour and a quarter"
            (Lex::And, Lex::A) if self.lex(unit_at + 3) == Lex::Unit(Unit::Calendar(Grain::Quarter)) => match amount {
                Amount::Quarters(quarters) => (unit_at + 4, Amount::Quarters(quarters.saturating_add(1))),
                Amount::Some => (unit_at + 1, amount),
            },
            // "a year and a half"
            (Lex::And, Lex::A) if self.lex(unit_at + 3) == Lex::Half => match amount {
                Amount::Quarters(quarters) => (unit_at + 4, Amount::Quarters(quarters.saturating_add(2))),
                Amount::Some => (unit_at + 1, amount),
            },
            _ => (unit_at + 1, amount),
        };
        Some((end, amount, unit))
    }

    /// "a quarter of a century", "a quarter-century", "three quarters of an hour", "half of a day".
    fn fraction_of(self, at: usize) -> Option<(usize, Amount, Unit)> {
        let quarter = Unit::Calendar(Grain::Quarter);
        let (end, quarters) = match (self.lex(at), self.lex(at + 1)) {
            (Lex::A, Lex::Unit(unit)) if unit == quarter => (at + 2, 1),
            (Lex::Small(3), Lex::Units(unit)) if unit == quarter => (at + 2, 3),
            // "three-quarters of an hour"
            (Lex::Small(3), _) if self.is_hyphen(at + 1) && self.lex(at + 2) == Lex::Units(quarter) => (at + 3, 3),
            (Lex::Unit(unit), _) if unit == quarter && self.before(at) != Lex::The => (at + 1, 1),
            _ => return None,
        };
        let of = usize::from(self.lex(end) == Lex::Of);
        let a = usize::from(self.lex(end + of) == Lex::A);
        let unit_at = if of + a == 0 { self.past_hyphen(end) } else { end + of + a };
        let Lex::Unit(unit) = self.lex(unit_at) else { return None };
        let whole = of + a == 2 || of + a == 0 && unit == Unit::Calendar(Grain::Century);
        whole.then_some((unit_at + 1, Amount::Quarters(quarters), unit))
    }

    /// An expression that begins at `at` and says how far from another time it is.
    pub(super) fn distance(self, at: usize) -> Option<Found> {
        let some = at + usize::from(self.is(at, "some"));
        if matches!(self.lex(some), Lex::Units(_)) && self.lex(some + 1) == Lex::Ago {
            return Some(Found::new(some + 2, Meaning::Reference("PAST_REF")));
        }
        let (end, amount, unit) = self.quantity(self.approximate(at))?;
        // "for three days from Monday" is how long
        if self.lex(end) == Lex::From && self.lex(end + 1) != Lex::Now && self.follows(at, &["for"]) {
            return None;
        }
        if let Some(found) = self.anniversary(end, amount, unit) {
            return Some(found);
        }
        if let Some(found) = self.week_from_day(at, end, amount, unit) {
            return Some(found);
        }
        let (after, sign, base) = match (self.lex(end), self.lex(end + 1)) {
            (Lex::Ago, _) => (end + 1, -1, Base::Story),
            (Lex::Earlier | Lex::Previous, _) if !self.is(end, "preceding") => (end + 1, -1, Base::Spoken),
            (Lex::Later, _) => (end + 1, 1, Base::Spoken),
            // "two days before the vote" is a length of time: of the day of the vote nothing is known
            (Lex::Before, _) if self.governs_nothing(end + 1) => (end + 1, -1, Base::Spoken),
            (Lex::After, _) if self.governs_nothing(end + 1) => (end + 1, 1, Base::Spoken),
            (Lex::Hence, _) => (end + 1, 1, Base::Story),
            (Lex::From, Lex::Now | Lex::Today) => (end + 2, 1, Base::Story),
            (Lex::Before | Lex::After | Lex::From, _) => {
                let sign = if self.lex(end) == Lex::Before { -1 } else { 1 };
                let inner = self.inside()?.point(end + 1).filter(|found| found.is_day() && found.offset.is_none())?;
                let (grain, steps) = in_calendar(unit, amount)?;
                // "two weeks from Monday": the Monday to come
                let meaning = match inner.meaning {
                    Meaning::Weekly { weekday, lean: Lean::Open } if self.lex(end) == Lex::From => {
                        Meaning::Weekly { weekday, lean: Lean::This }
                    }
                    meaning => meaning,
                };
                let inner = Found { meaning, ..inner };
                return Some(Found { offset: Some((grain, steps.checked_mul(sign)?)), ..inner });
            }
            _ => return None,
        };
        let vague = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
        // "66 million years ago" has no place in a calendar of news
        let near = |&(grain, steps): &(Grain, i32)| steps.abs() < if grain == Grain::Year { 1_000 } else { 10_000 };
        let (grain, steps) = match in_calendar(unit, amount).filter(near) {
            Some(counted) => counted,
            None if base == Base::Story => return Some(Found::new(after, Meaning::Reference(vague))),
            None => return None,
        };
        // "A year ago, …" at the head of a sentence compares nothing
        let compares = base == Base::Spoken || !self.begins(at);
        if (grain, steps, sign) == (Grain::Year, 1, -1) && compares {
            // in a company report "a year ago" is the same quarter of the year before
            return Some(Found::new(after, Meaning::Reported { years: -1, grain: Grain::Year }));
        }
        let steps = steps.checked_mul(sign)?;
        Some(Found::new(after, Meaning::Shift { grain, unit: grain, steps, base }))
    }

    /// "a week on Friday", "two weeks today", "a week tomorrow": that day, so many weeks on (British). What has lasted that
    /// long is none: "it has been shut a week today".
    fn week_from_day(self, at: usize, end: usize, amount: Amount, unit: Unit) -> Option<Found> {
        let on = usize::from(self.lex(end) == Lex::On && matches!(self.lex(end + 1), Lex::Weekday(_)));
        if on == 0 && !matches!(self.lex(end), Lex::Today | Lex::Tomorrow)
            || self.follows(at, &["for", "in", "last"])
            || (1..=5)
                .map_while(|step| at.checked_sub(step).filter(|&before| before >= self.start))
                .any(|before| self.is_any(before, &["has", "have", "had", "been"]))
            || self.way(at, end) == Some(super::tense::Way::Back)
        {
            return None;
        }
        let (grain, steps) = in_calendar(unit, amount).filter(|&(grain, steps)| grain == Grain::Week && steps < 9)?;
        let inner = self.inside()?.point(end + on).filter(|found| found.is_day() && found.offset.is_none())?;
        let meaning = match inner.meaning {
            Meaning::Weekly { weekday, .. } => Meaning::Weekly { weekday, lean: Lean::This },
            meaning => meaning,
        };
        Some(Found { meaning, offset: Some((grain, steps)), ..inner })
    }

    /// "two years ago today", "ten years ago this month": to the day or the month; the amount ends at `at`.
    fn anniversary(self, at: usize, amount: Amount, unit: Unit) -> Option<Found> {
        if self.lex(at) != Lex::Ago {
            return None;
        }
        let (end, grain) = match (self.lex(at + 1), self.lex(at + 2)) {
            (Lex::Today, _) => (at + 2, Grain::Day),
            (Lex::This, Lex::Unit(Unit::Calendar(grain @ (Grain::Week | Grain::Month)))) => (at + 3, grain),
            _ => return None,
        };
        let (unit, steps) = in_calendar(unit, amount).filter(|&(unit, steps)| unit <= grain && steps < 1_000)?;
        (!self.is_possessive(end))
            .then_some(Found::new(end, Meaning::Shift { grain, unit, steps: -steps, base: Base::Story }))
    }

    /// Whether nothing that "before" or "after" could govern begins at `at`.
    fn governs_nothing(self, at: usize) -> bool {
        !self.is_word(at) && self.lex(at) != Lex::Digits || matches!(self.lex(at), Lex::And | Lex::Or)
    }

    /// Whether the length of time at `at` is the one in which something has no equal: "for the first time in eight years",
    /// "the worst flood in 30 years". However the tense points, it is over.
    fn is_compared(self, at: usize) -> bool {
        const NEAR: usize = 7;
        let superlative = |at: usize| {
            let word = self.str(at);
            word.len() > 5
                && word.ends_with("est")
                && !self.is_any(at, &["interest", "request", "protest", "harvest", "forest", "arrest"])
                || self.is_any(at, &["worst", "best", "most", "least", "only", "longest", "time"])
                || self.ordinal(at).is_some() && !self.is_mark(at, '.')
        };
        (2..=NEAR)
            .map_while(|step| at.checked_sub(step).filter(|&before| before >= self.start && !self.ends_clause(before)))
            .take_while(|&before| self.verb(before).is_none())
            .any(superlative)
    }

    /// "in a week", "in two days", where the tense is the future's: begins at the amount.
    pub(super) fn ahead(self, at: usize) -> Option<Found> {
        if self.before(at) != Lex::In {
            return None;
        }
        let (end, amount, unit) = self.quantity(at)?;
        let (grain, steps) = in_calendar(unit, amount)?;
        if self.is_compared(at) {
            return None;
        }
        // "in ten days' time"
        let time = usize::from(self.is_apostrophe(end) || self.is_possessive(end));
        if time == 1 && self.is(end + 1, "time") {
            return Some(Found::new(end + 2, Meaning::Shift { grain, unit: grain, steps, base: Base::Story }));
        }
        let closed = end >= self.limit
            || self.is_any(
                end,
                &[".", "?", "!", ",", "and", "but", "\"", "”", "when", "if", "so", "or", "as", "because", "at"],
            );
        let ahead = at == self.start + 1 || self.way(at - 1, at) == Some(super::tense::Way::Ahead);
        (closed && ahead).then_some(Found::new(end, Meaning::Shift { grain, unit: grain, steps, base: Base::Story }))
    }
}

/// So many of a unit as steps of the calendar; `None` for units below the day and for parts of a step.
pub(super) fn in_calendar(unit: Unit, amount: Amount) -> Option<(Grain, i32)> {
    let Amount::Quarters(quarters) = amount else { return None };
    let (grain, times) = match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Unmeasured => return None,
        Unit::Fortnight => (Grain::Week, 2),
        Unit::Millennium => (Grain::Year, 1000),
        Unit::Calendar(Grain::Decade) => (Grain::Year, 10),
        Unit::Calendar(Grain::Century) => (Grain::Year, 100),
        // half years are counted in months
        Unit::Calendar(Grain::Year) if quarters % 4 != 0 => (Grain::Month, 12),
        Unit::Calendar(grain) => (grain, 1),
    };
    let quarters = i32::try_from(quarters).ok()?.checked_mul(times)?;
    (quarters % 4 == 0).then_some((grain, quarters / 4))
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn from_the_story() {
        check(
            "2024-05-15",
            &[
                (
                    "three days ago, two weeks ago, six months ago, ten years ago",
                    "three days ago=2024-05-12 | two weeks ago=2024-W18 | six months ago=2023-11 | ten years ago=2014",
                ),
                (
                    "nearly three decades ago, half a century ago, a quarter of a century ago",
                    "nearly three decades ago=1994 | half a century ago=1974 | a quarter of a century ago=1999",
                ),
                ("two and a half years ago", "two and a half years ago=2021-11"),
                // in which something has no equal, however the tense points
                ("It will be the first such visit in six years.", "six years=P6Y"),
                ("For the first time in ten months the sun will shine.", "ten months=P10M"),
                ("A zero-day flaw and zero hours contracts.", ""),
                ("66 million years ago, some months ago", "66 million years ago=PAST_REF | some months ago=PAST_REF"),
                (
                    "several years ago, years ago, long ago",
                    "several years ago=PAST_REF | years ago=PAST_REF | long ago=PAST_REF",
                ),
                (
                    "three years from now; he will be back in ten days' time.",
                    "three years from now=2027 | ten days' time=2024-05-25",
                ),
                ("He will be back in two weeks.", "two weeks=2024-W22"),
                ("He was back in two weeks.", "two weeks=P2W"),
                ("He will be back in two weeks, so wait.", "two weeks=2024-W22"),
                (
                    "Two years ago today it burnt down, ten years ago this month it opened.",
                    "Two years ago today=2022-05-15 | ten years ago this month=2014-05",
                ),
                ("It will shut two weeks from Monday.", "two weeks from Monday=2024-06-03"),
                ("It will be shut for two weeks from Monday.", "two weeks=P2W | Monday=2024-05-20"),
                (
                    "The court sits a week on Friday and a fortnight today; it will rise two weeks tomorrow.",
                    "a week on Friday=2024-05-24 | a fortnight today=2024-05-29 | two weeks tomorrow=2024-05-30",
                ),
                ("It has been shut two weeks today.", "two weeks=P2W | today=2024-05-15"),
                ("five days before New Year", "five days before New Year=2023-12-27"),
            ],
        );
    }

    #[test]
    fn from_another_time() {
        check(
            "2024-05-15",
            &[
                (
                    "On 3 June 1961 he left; two days later he was back.",
                    "3 June 1961=1961-06-03 | two days later=1961-06-05",
                ),
                ("In 1998 it opened, after it had burnt five years earlier.", "1998=1998 | five years earlier=1993"),
                (
                    "two weeks after yesterday, a week before yesterday",
                    "two weeks after yesterday=2024-05-28 | a week before yesterday=2024-05-07",
                ),
                ("two days before Christmas 2019", "two days before Christmas 2019=2019-12-23"),
                ("He fled two days before the vote, a year after he came.", "two days=P2D | a year=P1Y"),
                (
                    "On 3 June 1961 he left; he had come two days before.",
                    "3 June 1961=1961-06-03 | two days before=1961-06-01",
                ),
            ],
        );
    }
}
