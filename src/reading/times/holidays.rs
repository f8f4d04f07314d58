//! Grammar: feasts that give a day its name, and the day they fall on.
//!
//! Fixed feasts, feasts on the nth weekday of a month (those of United States federal law, 5 U.S.C.
//! 6103, where no other country is named), and feasts counted from Easter.

use super::grammar::Grammar;
use super::lexicon::Lex;
use crate::calendar::stretch::{easter, on_or_after, on_or_before};
use chrono::{Days, NaiveDate, Weekday};

/// A feast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holiday {
    /// The same day every year: month and day.
    Fixed(u32, u32),
    /// The nth weekday of a month; 5 for the last.
    Nth(u32, u32, Weekday),
    /// So many days from Easter Sunday.
    Easter(i32),
}

/// Feasts by their words, in lower case; where two agree the longer comes first.
const FEASTS: &[(&[&str], Holiday)] = &[
    (&["new", "year's", "eve"], Holiday::Fixed(12, 31)),
    (&["new", "year's", "day"], Holiday::Fixed(1, 1)),
    (&["new", "years", "eve"], Holiday::Fixed(12, 31)),
    (&["new", "years", "day"], Holiday::Fixed(1, 1)),
    (&["new", "year", "day"], Holiday::Fixed(1, 1)),
    (&["new", "year", "eve"], Holiday::Fixed(12, 31)),
    (&["new", "year's"], Holiday::Fixed(1, 1)),
    (&["christmas", "eve"], Holiday::Fixed(12, 24)),
    (&["christmas", "day"], Holiday::Fixed(12, 25)),
    (&["christmas"], Holiday::Fixed(12, 25)),
    (&["xmas"], Holiday::Fixed(12, 25)),
    (&["boxing", "day"], Holiday::Fixed(12, 26)),
    (&["halloween"], Holiday::Fixed(10, 31)),
    (&["valentine's", "day"], Holiday::Fixed(2, 14)),
    (&["st", ".", "patrick's", "day"], Holiday::Fixed(3, 17)),
    (&["st", "patrick's", "day"], Holiday::Fixed(3, 17)),
    (&["all", "saints", "day"], Holiday::Fixed(11, 1)),
    (&["veterans", "day"], Holiday::Fixed(11, 11)),
    (&["may", "day"], Holiday::Fixed(5, 1)),
    (&["thanksgiving", "day"], Holiday::Nth(11, 4, Weekday::Thu)),
    (&["thanksgiving"], Holiday::Nth(11, 4, Weekday::Thu)),
    (&["black", "friday"], Holiday::Nth(11, 4, Weekday::Fri)),
    (&["labor", "day"], Holiday::Nth(9, 1, Weekday::Mon)),
    (&["memorial", "day"], Holiday::Nth(5, 5, Weekday::Mon)),
    (&["martin", "luther", "king", "day"], Holiday::Nth(1, 3, Weekday::Mon)),
    (&["ash", "wednesday"], Holiday::Easter(-46)),
    (&["palm", "sunday"], Holiday::Easter(-7)),
    (&["good", "friday"], Holiday::Easter(-2)),
    (&["easter", "sunday"], Holiday::Easter(0)),
    (&["easter", "monday"], Holiday::Easter(1)),
    (&["easter"], Holiday::Easter(0)),
    (&["whit", "monday"], Holiday::Easter(50)),
    (&["april", "fools", "day"], Holiday::Fixed(4, 1)),
    (&["april", "fool's", "day"], Holiday::Fixed(4, 1)),
    (&["midsummer's", "day"], Holiday::Fixed(6, 24)),
    (&["midsummer", "day"], Holiday::Fixed(6, 24)),
    (&["saint", "patrick's", "day"], Holiday::Fixed(3, 17)),
    (&["st", ".", "george's", "day"], Holiday::Fixed(4, 23)),
    (&["st", "george's", "day"], Holiday::Fixed(4, 23)),
    (&["st", ".", "andrew's", "day"], Holiday::Fixed(11, 30)),
    (&["st", "andrew's", "day"], Holiday::Fixed(11, 30)),
    (&["st", ".", "stephen's", "day"], Holiday::Fixed(12, 26)),
    (&["st", "stephen's", "day"], Holiday::Fixed(12, 26)),
    (&["valentines", "day"], Holiday::Fixed(2, 14)),
    (&["presidents", "day"], Holiday::Nth(2, 3, Weekday::Mon)),
    (&["presidents", "'", "day"], Holiday::Nth(2, 3, Weekday::Mon)),
    (&["presidents", "’", "day"], Holiday::Nth(2, 3, Weekday::Mon)),
    (&["earth", "day"], Holiday::Fixed(4, 22)),
    (&["columbus", "day"], Holiday::Nth(10, 2, Weekday::Mon)),
    (&["juneteenth"], Holiday::Fixed(6, 19)),
    (&["cyber", "monday"], Holiday::Nth(11, 4, Weekday::Mon)),
    (&["mother's", "day"], Holiday::Nth(5, 2, Weekday::Sun)),
    (&["father's", "day"], Holiday::Nth(6, 3, Weekday::Sun)),
    (&["guy", "fawkes", "night"], Holiday::Fixed(11, 5)),
    (&["remembrance", "sunday"], Holiday::Nth(11, 2, Weekday::Sun)),
    (&["armistice", "day"], Holiday::Fixed(11, 11)),
    (&["remembrance", "day"], Holiday::Fixed(11, 11)),
    (&["bonfire", "night"], Holiday::Fixed(11, 5)),
    (&["mothers", "'", "day"], Holiday::Nth(5, 2, Weekday::Sun)),
    (&["mothers", "’", "day"], Holiday::Nth(5, 2, Weekday::Sun)),
    (&["fathers", "'", "day"], Holiday::Nth(6, 3, Weekday::Sun)),
    (&["fathers", "’", "day"], Holiday::Nth(6, 3, Weekday::Sun)),
    (&["pancake", "day"], Holiday::Easter(-47)),
    (&["martin", "luther", "king", "jr", ".", "day"], Holiday::Nth(1, 3, Weekday::Mon)),
    (&["martin", "luther", "king", "jr", "day"], Holiday::Nth(1, 3, Weekday::Mon)),
    (&["anzac", "day"], Holiday::Fixed(4, 25)),
    (&["australia", "day"], Holiday::Fixed(1, 26)),
    (&["canada", "day"], Holiday::Fixed(7, 1)),
    (&["bastille", "day"], Holiday::Fixed(7, 14)),
    (&["international", "workers", "'", "day"], Holiday::Fixed(5, 1)),
    (&["international", "workers", "’", "day"], Holiday::Fixed(5, 1)),
    (&["international", "women's", "day"], Holiday::Fixed(3, 8)),
    (&["mardi", "gras"], Holiday::Easter(-47)),
    (&["shrove", "tuesday"], Holiday::Easter(-47)),
    (&["maundy", "thursday"], Holiday::Easter(-3)),
    (&["ascension", "day"], Holiday::Easter(39)),
    (&["pentecost"], Holiday::Easter(49)),
];

impl Holiday {
    /// The day it falls on in `year`.
    pub(super) fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Nth(month, 5, weekday) => on_or_before(NaiveDate::from_ymd_opt(year, month, 31)?, weekday),
            // counted from Thanksgiving, whose morrow is not always the fourth Friday
            Self::Nth(11, 4, weekday @ (Weekday::Fri | Weekday::Mon)) => {
                on_or_after(on_or_after(NaiveDate::from_ymd_opt(year, 11, 22)?, Weekday::Thu)?, weekday)
            }
            Self::Nth(month, nth, weekday) => {
                on_or_after(NaiveDate::from_ymd_opt(year, month, nth.checked_sub(1)? * 7 + 1)?, weekday)
            }
            Self::Easter(steps) => {
                let days = Days::new(u64::from(steps.unsigned_abs()));
                let sunday = easter(year)?;
                if steps < 0 { sunday.checked_sub_days(days) } else { sunday.checked_add_days(days) }
            }
        }
    }
}

impl Grammar<'_> {
    /// The feast whose name begins at `at`, and the token after it.
    pub(super) fn holiday(self, at: usize) -> Option<(usize, Holiday)> {
        let named = matches!(
            self.lex(at),
            Lex::Christmas | Lex::Easter | Lex::Thanksgiving | Lex::Feast | Lex::All | Lex::Month(4 | 5)
        );
        if !named {
            return None;
        }
        // "before New Year", not "in the new year"
        if self.is(at, "new") && self.is(at + 1, "year") && self.ends_phrase(at + 2) && !self.is_possessive(at + 2) {
            let placed = matches!(self.before(at), Lex::Before | Lex::After)
                || self.follows(at, &["by", "until", "till", "since", "over"]);
            return placed.then_some((at + 2, Holiday::Fixed(1, 1)));
        }
        // "International Holocaust Remembrance Day" is another
        if self.is(at, "remembrance") && self.lex(at.wrapping_sub(1)) == Lex::None && self.is_capitalised(at - 1) {
            return None;
        }
        let large = self.is_capitalised(at);
        FEASTS.iter().find_map(|&(words, holiday)| {
            let mut end = at;
            for word in words {
                let (stem, possessive) = word.strip_suffix("'s").map_or((*word, false), |stem| (stem, true));
                if !self.is(end, stem) {
                    return None;
                }
                end += 1;
                if possessive {
                    if !self.is_possessive(end) {
                        return None;
                    }
                    end += 1;
                }
            }
            // in small letters only what is the name of nothing else
            if !large && words.len() == 1 && !self.is_any(at, &["christmas", "thanksgiving", "halloween", "xmas"]) {
                return None;
            }
            // "Christmas Island", "Easter Road", "Christmas tree": no days
            let names_on = words.len() == 1 && self.is_word(end) && self.is_capitalised(end);
            (!names_on || self.is_any(end, &["Week", "Weekend"])).then_some((end, holiday))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_where_the_calendar_puts_them() {
        for (words, year, date) in [
            ("thanksgiving", 2023, "2023-11-23"),
            ("memorial", 2024, "2024-05-27"),
            ("labor", 2025, "2025-09-01"),
            ("martin", 2022, "2022-01-17"),
            ("good", 2024, "2024-03-29"),
            ("ash", 2024, "2024-02-14"),
            // a year in which the fourth Friday comes before the fourth Thursday
            ("black", 2019, "2019-11-29"),
        ] {
            let (_, holiday) = FEASTS.iter().find(|(name, _)| name[0] == words).unwrap();
            assert_eq!(holiday.in_year(year).unwrap().to_string(), date, "{words}");
        }
    }
}
