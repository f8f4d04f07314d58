//! Grammar: how long.
//!
//! `three months` · `five-year` · `5 1/2 hours` · `the past two years` · `the first nine months` ·
//! `recent weeks` · `a couple of days` · `for years` · `at least 30 days` · `some time`

use super::grammar::Grammar;
use super::lexicon::{Lex, Unit};
use super::meaning::{Found, Meaning};
use super::numbers::Amount;
use crate::calendar::stretch::Grain;

/// Words before a bare plural that make a length of time of it: "for years".
const LASTING: [&str; 14] = [
    "for",
    "within",
    "in",
    "over",
    "after",
    "took",
    "take",
    "takes",
    "spent",
    "of",
    "follows",
    "followed",
    "following",
    "lasted",
];

/// What makes an age of a number of years.
const AGE: [&str; 4] = ["old", "older", "olds", "younger"];

/// What goes on for some time, so that its age is how long: no people and no things.
const EVENTS: [&str; 18] = [
    "truce",
    "ceasefire",
    "cease-fire",
    "war",
    "conflict",
    "strike",
    "dispute",
    "embargo",
    "blockade",
    "siege",
    "ban",
    "feud",
    "campaign",
    "offensive",
    "rebellion",
    "uprising",
    "crisis",
    "marriage",
];

impl Grammar<'_> {
    /// A length of time that begins at `at`.
    pub(super) fn period(self, at: usize) -> Option<Found> {
        let first = self.approximate(at);
        let the = first + usize::from(matches!(self.lex(first), Lex::The));
        [self.plain(first), self.long(at), self.bound(the, the > first), self.bare(at), self.unmeasured(at)]
            .into_iter()
            .flatten()
            .max_by_key(|found| found.end)
    }

    /// "three months", "five-year", "a week".
    fn plain(self, at: usize) -> Option<Found> {
        if let Some((end, length)) = self.sum(at) {
            return (!self.is_age(end) && !self.is_rate(at)).then_some(Found::new(end, Meaning::Sum(length)));
        }
        let (end, amount, unit) = self.quantity(at)?;
        // "24 hours a day": no length of time, but always
        let always = self.lex(end) == Lex::A
            && matches!(self.lex(end + 1), Lex::Unit(_))
            && matches!(unit, Unit::Hour | Unit::Calendar(Grain::Day));
        // "one day last week": some day
        let pointed = matches!(self.lex(end), Lex::Last | Lex::This | Lex::Next)
            // "hopes he one day finds it"
            || self.follows(at, &["he", "she", "they", "we", "i", "it"]) && self.is(at + 1, "day");
        // "One day, the wall fell"; "One day is not enough" is how long
        let told = || {
            self.begins(at)
                && self.is(at + 1, "day")
                && (self.is_mark(at + 2, ',')
                    || matches!(self.lex(at + 2), Lex::The | Lex::A | Lex::Possessive)
                    || self.is_any(at + 2, &["he", "she", "they", "we", "i", "it", "you", "when"]))
        };
        let some_day = self.lex(at) == Lex::Small(1) && (pointed || told());
        if let Some(end) = self.age_of_event(end) {
            return Some(Found::new(end, Meaning::Duration(amount, unit)));
        }
        if some_day || always || self.is_age(end) || self.is_title(end) || self.is_rate(at) {
            return None;
        }
        let meaning = Meaning::Duration(amount, unit);
        let article = self.lex(at) == Lex::A && amount == Amount::whole(1);
        if article && self.shares_out(at) {
            return None;
        }
        Some(Found::new(end, meaning))
    }

    /// "a three-year period", "a period of three years".
    fn long(self, at: usize) -> Option<Found> {
        if self.lex(at) != Lex::A {
            return None;
        }
        if self.lex(at + 1) == Lex::Period && self.lex(at + 2) == Lex::Of {
            let (end, amount, unit) = self.quantity(at + 3)?;
            return Some(Found::new(end, Meaning::Duration(amount, unit)));
        }
        let (end, amount, unit) = self.quantity(at + 1)?;
        (self.lex(end) == Lex::Period).then_some(Found::new(end + 1, Meaning::Duration(amount, unit)))
    }

    /// "the 8-month-old truce": how long something has gone on; the token after "old".
    fn age_of_event(self, at: usize) -> Option<usize> {
        let old = self.past_hyphen(at);
        let event = (old + 1..=old + 2).any(|noun| self.is_any(noun, &EVENTS));
        (old > at && self.is(old, "old") && event).then_some(old + 1)
    }

    /// Whether "old", "of age" follow: an age, no length of time.
    fn is_age(self, at: usize) -> bool {
        let next = self.past_hyphen(at);
        self.is_any(next, &AGE) || self.lex(at) == Lex::Of && self.is(at + 1, "age")
    }

    /// Whether the unit before `end` is written large, as in the name of a programme.
    fn is_title(self, end: usize) -> bool {
        let unit = end.saturating_sub(1);
        self.is_capitalised(unit)
            && !(self.before(unit) == Lex::A
                || self.is_capitalised(unit.saturating_sub(1)) && self.begins(unit.saturating_sub(1)))
    }

    /// Whether the number at `at` is part of a larger figure or a price.
    fn is_rate(self, at: usize) -> bool {
        at > self.start && self.is_joined(at) && self.is_any(at - 1, &["$", "£", "€", "-", ".", "/", "#"])
    }

    /// Whether "a year" at `at` belongs to a rate: "$2 million a year", "700 seats a week".
    fn shares_out(self, at: usize) -> bool {
        if at <= self.start {
            return false;
        }
        let before = self.str(at - 1);
        matches!(
            self.lex(at - 1),
            Lex::Digits | Lex::Million | Lex::Hundred | Lex::Thousand | Lex::Once | Lex::Units(_)
        ) || self.is_any(at - 1, &["times", "cents", "dollars", "people", "percent", "barrels", "tons", "tonnes", "%"])
            || before.len() > 3
                && before.ends_with('s')
                && self.lex(at - 1) == Lex::None
                && matches!(self.lex(at.wrapping_sub(2)), Lex::Digits | Lex::Million | Lex::Small(_))
    }

    /// "the past two years", "the first nine months", "the next few days", "recent weeks".
    fn bound(self, at: usize, the: bool) -> Option<Found> {
        let earlier = self.lex(at) == Lex::Unit(Unit::Calendar(Grain::Year))
            && self.is_hyphen(at + 1)
            && matches!(self.lex(at + 2), Lex::Ago | Lex::Earlier);
        let end = match self.lex(at) {
            Lex::Last
            | Lex::Past
            | Lex::Next
            | Lex::Coming
            | Lex::Previous
            | Lex::Following
            | Lex::Latest
            | Lex::Recent
            | Lex::These
            | Lex::Those => at + 1,
            Lex::Ordinal(1) if the || self.is_capitalised(at) => at + 1,
            _ if earlier && the => at + 3,
            _ if self.is_any(at, &["final", "opening", "intervening", "initial", "ensuing"]) => at + 1,
            _ if the => at,
            _ => return None,
        };
        if let Some((last, amount, unit)) = self.quantity(end) {
            // "the five-year plan": the article is the plan's
            let adjective = amount != Amount::whole(1) && matches!(self.lex(last - 1), Lex::Unit(_));
            let alone = end == at && amount == Amount::whole(1) || self.lex(end) == Lex::A || adjective;
            return (!alone && !self.is_age(last)).then_some(Found::new(last, Meaning::Duration(amount, unit)));
        }
        match self.lex(end) {
            // "the past week", "the past decade"
            Lex::Unit(unit @ Unit::Calendar(grain)) if self.lex(at) == Lex::Past && end > at && grain != Grain::Day => {
                let or_so = usize::from(self.lex(end + 1) == Lex::Or && self.lex(end + 2) == Lex::So) * 2;
                Some(Found::new(end + 1 + or_so, Meaning::Duration(Amount::whole(1), unit)))
            }
            Lex::Unit(unit @ Unit::Calendar(Grain::Decade | Grain::Century))
                if matches!(self.lex(at), Lex::Last | Lex::Next) =>
            {
                Some(Found::new(end + 1, Meaning::Duration(Amount::whole(1), unit)))
            }
            Lex::Unit(unit @ (Unit::Hour | Unit::Minute | Unit::Fortnight)) if end > at => {
                Some(Found::new(end + 1, Meaning::Duration(Amount::whole(1), unit)))
            }
            Lex::Units(unit) if matches!(self.lex(at), Lex::Recent | Lex::Coming | Lex::Past | Lex::Ordinal(1)) => {
                Some(Found::new(end + 1, Meaning::Duration(Amount::Some, unit)))
            }
            _ => None,
        }
    }

    /// "for years", "within weeks", "weeks or months".
    fn bare(self, at: usize) -> Option<Found> {
        let Lex::Units(unit) = self.lex(at) else { return None };
        let lasting = self.follows(at, &LASTING) && !self.is_capitalised(at);
        let or = self.lex(at + 1) == Lex::Or;
        if let (true, Lex::Units(_)) = (or && lasting, self.lex(at + 2)) {
            return Some(Found::new(at + 3, Meaning::Duration(Amount::Some, unit)));
        }
        // "in the days before the vote"
        let around = self.before(at) == Lex::The
            && (matches!(self.lex(at + 1), Lex::Before | Lex::After)
                || self.is_any(at + 1, &["leading", "since"])
                || self.lex(at + 1) == Lex::That && self.is(at + 2, "followed"));
        if around {
            return Some(Found::new(at + 1, Meaning::Duration(Amount::Some, unit)));
        }
        let verb = self.is_any(at + 1, &["old"]) || self.is_joined(at + 1) && self.is_hyphen(at + 1);
        let of = self.before(at) == Lex::Of && !matches!(self.lex(at.wrapping_sub(2)), Lex::Scores);
        (lasting && !verb && !of).then_some(Found::new(at + 1, Meaning::Duration(Amount::Some, unit)))
    }

    /// "a long period", "a fairly short period of time".
    fn lengthy(self, at: usize) -> Option<Found> {
        let long = at + 1 + usize::from(self.is_any(at + 1, &["fairly", "relatively", "very", "rather", "unusually"]));
        let is_long =
            self.lex(long) == Lex::Long || self.is_any(long, &["lengthy", "short", "brief", "extended", "prolonged"]);
        if self.lex(at) != Lex::A || !is_long || self.lex(long + 1) != Lex::Period {
            return None;
        }
        let of_time = self.lex(long + 2) == Lex::Of && self.is(long + 3, "time");
        let end = long + 2 + 2 * usize::from(of_time);
        Some(Found::new(end, Meaning::Duration(Amount::Some, Unit::Unmeasured)))
    }

    /// "a while", "some time".
    fn unmeasured(self, at: usize) -> Option<Found> {
        // "all day", "all week", not "all day Friday"
        if self.lex(at) == Lex::All
            && let Lex::Unit(
                unit @ Unit::Calendar(Grain::Day | Grain::Week | Grain::Month | Grain::Year | Grain::Weekend),
            ) = self.lex(at + 1)
            && (self.ends_phrase(at + 2) || self.lex(at + 2) == Lex::Long)
        {
            let long = usize::from(self.lex(at + 2) == Lex::Long);
            return Some(Found::new(at + 2 + long, Meaning::Duration(Amount::whole(1), unit)));
        }
        // "the whole week", "the entire year"
        if self.lex(at) == Lex::The
            && self.is_any(at + 1, &["whole", "entire"])
            && let Lex::Unit(unit) = self.lex(at + 2)
            && self.ends_phrase(at + 3)
            && self.lex(at + 3) != Lex::Of
        {
            return Some(Found::new(at + 3, Meaning::Duration(Amount::whole(1), unit)));
        }
        if self.lex(at) == Lex::A && self.lex(at + 1) == Lex::While {
            return Some(Found::new(at + 2, Meaning::Duration(Amount::Some, Unit::Unmeasured)));
        }
        if let Some(found) = self.lengthy(at) {
            return Some(found);
        }
        // "during that time": how long that was, was said before
        let during = self.is_any(at.wrapping_sub(1), &["during", "over", "throughout"]) && at > self.start;
        if during && self.lex(at) == Lex::That && (self.is(at + 1, "time") || self.lex(at + 1) == Lex::Period) {
            return Some(Found::new(at + 2, Meaning::AsLong));
        }
        let some =
            self.is(at, "some") && self.is(at + 1, "time") && self.follows(at, &["for", "quite", "take", "took"]);
        some.then_some(Found::new(at + 2, Meaning::Duration(Amount::Some, Unit::Unmeasured)))
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn lengths() {
        check(
            "2024-05-15",
            &[
                (
                    "three months, a week, 90 minutes, two decades, a fortnight",
                    "three months=P3M | a week=P1W | 90 minutes=PT90M | two decades=P20Y | a fortnight=P2W",
                ),
                (
                    "5 1/2 hours, 2½ years, 1.5 days, half an hour",
                    "5 1/2 hours=PT5H30M | 2½ years=P2Y6M | 1.5 days=P1DT12H | half an hour=PT30M",
                ),
                (
                    "a year and a half, three quarters of an hour, a quarter century",
                    "a year and a half=P1Y6M | three quarters of an hour=PT45M | a quarter century=P25Y",
                ),
                (
                    "the five-year plan, a three-year period, a 30-day notice",
                    "five-year=P5Y | a three-year period=P3Y | 30-day=P30D",
                ),
                (
                    "four-and-a-half years, three-quarters of an hour, 2h 30m, the whole week",
                    "four-and-a-half years=P4Y6M | three-quarters of an hour=PT45M | 2h 30m=PT2H30M | the whole week=P1W",
                ),
                (
                    "about two years, at least 30 days, more than a decade",
                    "about two years=P2Y | at least 30 days=P30D | more than a decade=P10Y",
                ),
                (
                    "twenty-four hours, a hundred years, another week, two more days",
                    "twenty-four hours=PT24H | a hundred years=P100Y | another week=P1W | two more days=P2D",
                ),
            ],
        );
    }

    #[test]
    fn counted_from_now_and_not_counted() {
        check(
            "2024-05-15",
            &[
                (
                    "over the past five years, the next two weeks, the first nine months",
                    "the past five years=P5Y | the next two weeks=P2W | the first nine months=P9M",
                ),
                (
                    "the past decade, recent weeks, the coming months",
                    "the past decade=P10Y | recent weeks=PXW | the coming months=PXM",
                ),
                (
                    "for years, within weeks or months, several days, a few hours, 12 to 18 months",
                    "years=PXY | weeks or months=PXW | several days=PXD | a few hours=PTXH | 12 to 18 months=PXM",
                ),
                ("He worked 24 hours a day for a while.", "a while=PXX"),
                (
                    "They stayed for a fairly lengthy period, or a short period of time.",
                    "a fairly lengthy period=PXX | a short period of time=PXX",
                ),
                ("The repair took five years. During that time no ferry ran.", "five years=P5Y | that time=P5Y"),
                ("During that period no ferry ran; at that time he slept.", "that period=PXX"),
                (
                    "It rained all day, all week long; he won for the second time in as many weeks, all year round.",
                    "all day=P1D | all week long=P1W",
                ),
                ("They hope that he one day finds it, one day at a time.", "one day=P1D"),
                ("One day, the wall fell. One day the crew left. One day he ran.", ""),
                ("One day is too short, and one day later it ends.", "One day=P1D | one day later=2024-05-16"),
                ("The 8-month-old truce held; the 8-month-old baby slept.", "8-month-old=P8M"),
            ],
        );
    }
}
