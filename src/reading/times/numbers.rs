//! Numbers as they occur before a unit of time, and years, in figures and in words.

use super::grammar::Grammar;
use super::lexicon::{Lex, Unit};
use crate::calendar::stretch::Grain;

/// How many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    /// A count, in quarters of one: 10 is two and a half.
    Quarters(u32),
    /// "several", "a few", "12 to 18": TIMEX3's X.
    Some,
}

impl Amount {
    /// A whole count.
    pub(super) const fn whole(count: u32) -> Self {
        Self::Quarters(count.saturating_mul(4))
    }

    /// The count, where it is known and whole.
    pub(super) fn count(self) -> Option<i32> {
        match self {
            Self::Quarters(quarters) if quarters % 4 == 0 => i32::try_from(quarters / 4).ok(),
            _ => None,
        }
    }
}

impl Grammar<'_> {
    /// How many units: the token after them, and the amount. "three", "2 1/2", "a couple of", "a".
    pub(super) fn amount(self, at: usize) -> Option<(usize, Amount)> {
        let (end, amount) = match self.lex(at) {
            Lex::A => match self.lex(at + 1) {
                Lex::Couple => (self.past_of(at + 2), Amount::whole(2)),
                Lex::Few => (at + 2, Amount::Some),
                Lex::Half => (self.past_hyphen(at + 2), Amount::Quarters(2)),
                Lex::Hundred | Lex::Thousand | Lex::Dozen | Lex::Million => self.counted(at + 1)?,
                Lex::Another => (at + 2, Amount::whole(1)),
                _ => (at + 1, Amount::whole(1)),
            },
            Lex::Couple => (self.past_of(at + 1), Amount::whole(2)),
            Lex::Half => {
                let a = usize::from(self.lex(at + 1) == Lex::A);
                if self.lex(at + 1 + a) == Lex::Dozen {
                    return Some((at + 2 + a, Amount::whole(6)));
                }
                (self.past_hyphen(at + 1 + a), Amount::Quarters(2))
            }
            // "the second time in as many weeks": as often as there were weeks
            Lex::Many if self.before(at) == Lex::As => return None,
            Lex::Few | Lex::Several | Lex::Many => (at + 1, Amount::Some),
            Lex::Scores if self.lex(at + 1) == Lex::Of => (at + 2, Amount::Some),
            Lex::Another if self.is(at, "another") => match self.amount(at + 1) {
                Some((end, amount)) if self.lex(at + 1) != Lex::Another => (end, amount),
                _ => (at + 1, Amount::whole(1)),
            },
            _ => self.counted(at)?,
        };
        let end = self.past_or_more(end);
        Some((if matches!(self.lex(end), Lex::More | Lex::Another) { end + 1 } else { end }, amount))
    }

    /// The token after what leaves a number open upwards or downwards before its unit: "two or more years", "three-plus
    /// years", "30 or fewer days".
    fn past_or_more(self, at: usize) -> usize {
        let or = self.lex(at) == Lex::Or && self.is_any(at + 1, &["more", "fewer", "less"]);
        let plus = self.is_hyphen(at) && self.is_joined(at + 1) && self.is(at + 1, "plus");
        let ends = matches!(self.lex(at + 2), Lex::Unit(_) | Lex::Units(_));
        if ends && (or || plus) { at + 2 } else { at }
    }

    /// A count, perhaps with a fraction or as a range.
    fn counted(self, at: usize) -> Option<(usize, Amount)> {
        // "4.5 billion"
        if self.lex(at + 1) == Lex::Million && self.str(at).contains('.') {
            return Some((at + 2, Amount::Some));
        }
        if let Some(quarters) = self.decimal(at) {
            return Some((at + 1, Amount::Quarters(quarters)));
        }
        let (end, count) = self.cardinal(at)?;
        let quarters = count.checked_mul(4)?;
        // "2 1/2", "2½", "two and a half"
        // also "1-1/2", as the wires write it
        let fraction = self.past_hyphen(end);
        if self.lex(at) == Lex::Digits
            && let Some(part) = self.fraction(fraction)
        {
            return Some((fraction + 3, Amount::Quarters(quarters + part)));
        }
        if self.lex(end) == Lex::Half && self.is_joined(end) {
            return Some((end + 1, Amount::Quarters(quarters + 2)));
        }
        // also "four-and-a-half"
        let and = self.past_hyphen(end);
        let a = self.past_hyphen(and + 1);
        let half = self.past_hyphen(a + 1);
        if self.lex(and) == Lex::And && self.lex(a) == Lex::A && self.lex(half) == Lex::Half {
            return Some((half + 1, Amount::Quarters(quarters + 2)));
        }
        // "one and half hours"
        if self.lex(end) == Lex::And
            && self.lex(end + 1) == Lex::Half
            && matches!(self.lex(end + 2), Lex::Unit(_) | Lex::Units(_))
        {
            return Some((end + 2, Amount::Quarters(quarters + 2)));
        }
        // "one and a quarter years"
        if self.lex(end) == Lex::And
            && self.lex(end + 1) == Lex::A
            && self.lex(end + 2) == Lex::Unit(Unit::Calendar(Grain::Quarter))
            && matches!(self.lex(end + 3), Lex::Unit(_) | Lex::Units(_))
        {
            return Some((end + 3, Amount::Quarters(quarters + 1)));
        }
        // "two or three", "12 to 18", "5-7"
        if (matches!(self.lex(end), Lex::Or | Lex::To) || self.is_dash(end))
            && let Some((last, more)) = self.cardinal(end + 1)
            && more > count
            && !(self.is_dash(end) && self.lex(at) != Lex::Digits)
        {
            return Some((last, Amount::Some));
        }
        Some((end, Amount::Quarters(quarters)))
    }

    /// "1.5" in quarters, where it is a whole number of them.
    fn decimal(self, at: usize) -> Option<u32> {
        let (whole, part) = self.str(at).split_once('.').filter(|_| self.lex(at) == Lex::Digits)?;
        let part = match part {
            "25" => 1,
            "5" => 2,
            "75" => 3,
            _ => return None,
        };
        whole.parse::<u32>().ok()?.checked_mul(4)?.checked_add(part)
    }

    /// "1/2" in quarters.
    fn fraction(self, at: usize) -> Option<u32> {
        let written = self.is_mark(at + 1, '/') && self.is_joined(at + 1) && self.is_joined(at + 2);
        match (self.str(at), self.str(at + 2)) {
            ("1", "2") if written => Some(2),
            ("1", "4") if written => Some(1),
            ("3", "4") if written => Some(3),
            _ => None,
        }
    }

    /// A whole number in figures or words.
    pub(super) fn cardinal(self, at: usize) -> Option<(usize, u32)> {
        let (mut end, mut value) = match self.lex(at) {
            Lex::Digits => (at + 1, self.figure(at)?),
            Lex::Small(small) => (at + 1, u32::from(small)),
            Lex::Tens(tens) => self.tens(at, tens),
            Lex::Dozen => (at + 1, 12),
            Lex::Hundred | Lex::Thousand | Lex::Million => (at, 1),
            _ => return None,
        };
        for (scale, factor) in [(Lex::Hundred, 100), (Lex::Thousand, 1000), (Lex::Million, 1_000_000)] {
            if self.lex(end) != scale {
                continue;
            }
            value = value.checked_mul(factor)?;
            end += 1;
            let and = usize::from(self.lex(end) == Lex::And);
            let rest = match self.lex(end + and) {
                Lex::Small(small) => Some((end + and + 1, u32::from(small))),
                Lex::Tens(tens) => Some(self.tens(end + and, tens)),
                _ => None,
            };
            if let Some((after, rest)) = rest {
                end = after;
                value = value.checked_add(rest)?;
            }
        }
        if value == 12 && end == at + 1 && self.lex(at) != Lex::Dozen || self.lex(end) != Lex::Dozen {
            return Some((end, value));
        }
        Some((end + 1, value.checked_mul(12)?))
    }

    /// "twenty", "twenty-four", "twenty four".
    fn tens(self, at: usize, tens: u8) -> (usize, u32) {
        let next = self.past_hyphen(at + 1);
        match self.lex(next) {
            Lex::Small(small @ 1..=9) => (next + 1, u32::from(tens + small)),
            _ => (at + 1, u32::from(tens)),
        }
    }

    /// The number that token `at` writes in figures, commas aside.
    pub(super) fn figure(self, at: usize) -> Option<u32> {
        let digits = self.str(at);
        if self.lex(at) != Lex::Digits || digits.len() > 11 {
            return None;
        }
        digits.bytes().filter(|&byte| byte != b',').try_fold(0u32, |value, byte| {
            let digit = char::from(byte).to_digit(10)?;
            value.checked_mul(10)?.checked_add(digit)
        })
    }

    /// The number of token `at` where it is `length` figures and nothing else.
    pub(super) fn figures(self, at: usize, length: usize) -> Option<u32> {
        (self.str(at).len() == length).then(|| self.figure(at)).flatten()
    }

    /// A year of four figures, 1000 to 2199.
    pub(super) fn year(self, at: usize) -> Option<i32> {
        let year = self.figures(at, 4).filter(|year| (1000..2200).contains(year))?;
        i32::try_from(year).ok()
    }

    /// A year in words: "nineteen ninety-six", "twenty twelve", "two thousand and five".
    pub(super) fn spelled_year(self, at: usize) -> Option<(usize, i32)> {
        let century = match self.lex(at) {
            Lex::Small(century @ 15..=19) => u32::from(century),
            Lex::Tens(20) => 20,
            Lex::Small(2) if self.lex(at + 1) == Lex::Thousand => {
                let (end, year) = self.cardinal(at)?;
                return (2000..2100).contains(&year).then_some((end, i32::try_from(year).ok()?));
            }
            _ => return None,
        };
        // "nineteen hundred and ninety three"
        let hundred = usize::from(self.lex(at + 1) == Lex::Hundred && century < 20);
        let and = usize::from(hundred == 1 && self.lex(at + 2) == Lex::And);
        let next = at + 1 + hundred + and;
        let (end, rest) = match self.lex(next) {
            Lex::Tens(tens) => self.tens(next, tens),
            Lex::Small(small @ 10..=19) => (next + 1, u32::from(small)),
            Lex::Small(small @ 1..=9) if hundred == 1 => (next + 1, u32::from(small)),
            _ => return None,
        };
        Some((end, i32::try_from(century * 100 + rest).ok()?))
    }

    /// The years of a decade: "1990s", "'80s", "nineties"; its first year.
    pub(super) fn decade(self, at: usize) -> Option<(usize, i32)> {
        let s = |at: usize| self.is_joined(at) && self.is(at, "s");
        if let Some(year) = self.year(at).filter(|year| year % 10 == 0) {
            let clitic = self.is_possessive(at + 1);
            return (s(at + 1) || clitic).then_some((at + 2, year));
        }
        let mark = usize::from(self.is_apostrophe(at));
        if let Some(tens) = self.figures(at + mark, 2).filter(|tens| tens % 10 == 0) {
            let end = at + mark + 1;
            let year = if tens < 30 { 2000 } else { 1900 } + i32::try_from(tens).ok()?;
            // "the 1960s and 70s"
            let listed = matches!(self.before(at), Lex::And | Lex::Or) && self.is(at.wrapping_sub(2), "s");
            return (s(end) && (mark == 1 || self.before(at) == Lex::The || listed)).then_some((end + 1, year));
        }
        match self.lex(at) {
            Lex::Small(19) if self.is_hyphen(at + 1) || matches!(self.lex(at + 1), Lex::Decade(_)) => {
                let decade = self.past_hyphen(at + 1);
                let Lex::Decade(tens) = self.lex(decade) else { return None };
                Some((decade + 1, 1900 + i32::from(tens)))
            }
            // "two fifties" are runs or notes, which are counted
            Lex::Decade(tens) => {
                let counted = matches!(self.before(at), Lex::Small(_)) || self.figure(at.wrapping_sub(1)).is_some();
                (!counted).then_some((at + 1, 1900 + i32::from(tens)))
            }
            _ => None,
        }
    }

    /// The day of a month, with or without its ending: "5", "5th", "fifth", "twenty-fourth".
    pub(super) fn day_of_month(self, at: usize) -> Option<(usize, u32)> {
        if let Some(ordinal) = self.ordinal(at) {
            return Some(ordinal).filter(|(_, day)| (1..=31).contains(day));
        }
        let day = self.figure(at).filter(|day| (1..=31).contains(day) && self.str(at).len() <= 2)?;
        Some((at + 1, day))
    }

    /// "5th", "fifth", "twenty-fourth".
    pub(super) fn ordinal(self, at: usize) -> Option<(usize, u32)> {
        match self.lex(at) {
            Lex::Ordinal(ordinal) => Some((at + 1, u32::from(ordinal))),
            Lex::Digits if self.is_joined(at + 1) && self.is_any(at + 1, &["st", "nd", "rd", "th"]) => {
                Some((at + 2, self.figure(at)?))
            }
            // "twenty-fourth", "twenty fourth"
            Lex::Tens(tens) => match self.lex(self.past_hyphen(at + 1)) {
                Lex::Ordinal(ordinal @ 1..=9) => Some((self.past_hyphen(at + 1) + 1, u32::from(tens + ordinal))),
                _ => None,
            },
            _ => None,
        }
    }

    fn past_of(self, at: usize) -> usize {
        at + usize::from(self.lex(at) == Lex::Of)
    }
}
