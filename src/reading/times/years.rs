//! Grammar: years, decades, centuries, and four figures that are not a year.
//!
//! `1989` · `2024 August` · `'98` · `the 1990s` · `the '80s` · `the 20th century`

use super::grammar::Grammar;
use super::lexicon::{Lex, Unit};
use super::meaning::{Found, Lean, Meaning, YearOf, Yearly};
use crate::calendar::stretch::{Grain, Stretch};

/// Words before a number that make a year of it, whatever follows.
const YEAR_BEFORE: [&str; 17] = [
    "in", "since", "by", "until", "till", "during", "before", "after", "fiscal", "early", "late", "mid", "year",
    "from", "circa", "through", "pre",
];

/// Words before a number that make a name of the two.
const NAMED_BY_NUMBER: &[&str] = &[
    "gate",
    "platform",
    "court",
    "locker",
    "seat",
    "box",
    "case",
    "form",
    "flight",
    "room",
    "channel",
    "windows",
    "route",
    "no",
    "number",
    "section",
    "article",
    "resolution",
    "unit",
    "bus",
    "page",
    "highway",
    "area",
    "lot",
    "class",
    "suite",
    "apartment",
    "model",
    "nos",
    "train",
];

/// Nouns after a number that it counts, where no plural -s shows it.
const COUNTED: [&str; 14] = [
    "people", "men", "women", "children", "feet", "percent", "per", "million", "billion", "troops", "m", "km", "kg",
    "ft",
];

/// What makes an address of a number.
const STREETS: [&str; 9] = ["street", "st", "avenue", "ave", "road", "boulevard", "blvd", "drive", "lane"];

/// Words in -s after a year that it does not count.
const NOT_COUNTED: [&str; 14] =
    ["was", "is", "has", "as", "does", "its", "his", "this", "sales", "earnings", "results", "was", "plus", "olympics"];

/// Words near the tens of degrees: "temperatures in the 80s", "highs in the mid-70s".
const MEASURED: [&str; 11] = [
    "temperature",
    "temperatures",
    "highs",
    "lows",
    "degrees",
    "mercury",
    "fahrenheit",
    "humidity",
    "heat",
    "upper",
    "temps",
];

impl Grammar<'_> {
    /// `1989`, `2024 August`.
    pub(super) fn year_first(self, at: usize) -> Option<Found> {
        let year = self.year(at)?;
        if let Lex::Month(month) = self.lex(at + 1) {
            let alone = self.day_of_month(self.past_stop(at + 2)).is_none() && self.year(at + 2).is_none();
            if alone && self.is_capitalised(at + 1) && !self.follows(at, &YEAR_BEFORE) && self.str(at + 1).len() > 3 {
                let what = Yearly::Month(u32::from(month));
                return Some(Found::new(
                    at + 2,
                    Meaning::Yearly { what, year: YearOf::Written(year), lean: Lean::Open },
                ));
            }
        }
        // "2012-13", "2019/20": a season or a financial year, called by the year in which it begins
        let joined = (self.is_dash(at + 1) || self.is_mark(at + 1, '/')) && self.is_season(at, year);
        let goes_on =
            self.is_joined(at + 3) && (self.is_dash(at + 3) || self.is_mark(at + 3, '/') || self.is_word(at + 3));
        let end = if joined && !goes_on { at + 3 } else { at + 1 };
        self.is_year(at, year).then(|| Some(Found::new(end, Meaning::Exact(Stretch::year(year)?)))).flatten()
    }

    /// Whether four figures are a year: nothing around them makes a count, price or name of them.
    pub(super) fn is_year(self, at: usize, year: i32) -> bool {
        let ranged = at > self.start + 1 && self.is_dash(at - 1) && self.year(at - 2).is_some();
        // "2010-2015-86" is a number to call
        let more = self.is_hyphen(at + 1) && self.is_joined(at + 2) && self.lex(at + 2) == Lex::Digits;
        if ranged && self.is_joined(at) && more {
            return false;
        }
        let prefixed = at > self.start + 1
            && self.is_dash(at - 1)
            && self.is_any(at - 2, &["pre", "post", "mid", "early", "late"]);
        if self.is_joined(at)
            && at > self.start
            && !(ranged || prefixed || self.is_any(at - 1, &["(", "\"", "“", "[", "'", "‘", "`", "—", "_"]))
        {
            return false;
        }
        if self.follows(at, NAMED_BY_NUMBER)
            || at > self.start && self.is_mark(at - 1, '.') && self.is_any(at.wrapping_sub(2), &["no", "nos"])
        {
            return false;
        }
        // "a venture called Argo 1980"
        let called = at >= self.start + 2
            && self.is_capitalised(at - 1)
            && self.is_any(at - 2, &["called", "named", "dubbed", "titled", "entitled"]);
        if called && !matches!(self.lex(at - 1), Lex::Month(_)) {
            return false;
        }
        let next = self.str(at + 1);
        // "2024-02-30" is no day, and no year either
        let figures = (1..5).all(|step| self.is_joined(at + step))
            && self.is_dash(at + 1)
            && self.is_dash(at + 3)
            && self.lex(at + 4) == Lex::Digits;
        let measured = figures
            || self.is_hyphen(at + 1)
                && self.is_word(at + 2)
                && !self.is_any(at + 2, &["based", "style", "era", "level", "election"])
            || self.is_any(at + 1, &["%", "°"])
            || self.is_mark(at + 1, '/') && !self.is_season(at, year)
            || self.is_mark(at + 1, ':')
            || self.is_joined(at + 1) && (self.is_word(at + 1) || matches!(next, "$" | "€"));
        if measured {
            return false;
        }
        let strong = prefixed
            || ranged
            || self.follows(at, &YEAR_BEFORE)
            || matches!(self.before(at), Lex::Early | Lex::Late | Lex::Mid);
        let plural = next.len() > 3
            && next.ends_with('s')
            && !next.ends_with("ss")
            && !self.is_capitalised(at + 1)
            && !self.is_any(at + 1, &NOT_COUNTED);
        let counted = plural || self.is_any(at + 1, &COUNTED) || matches!(self.lex(at + 1), Lex::Units(_));
        match year {
            1900..=2099 => {
                // "the 1992 protests": a count so written has a comma
                let sure =
                    self.follows(at, &["in", "since", "by", "during", "fiscal", "year", "the"]) || ranged || prefixed;
                // "the World Cup 2026 starts": after a name nothing is counted
                let named = self.is_capitalised(at.wrapping_sub(1)) && !self.begins(at - 1);
                let people = self.is_any(at + 1, &COUNTED) || matches!(self.lex(at + 1), Lex::Units(_));
                let street = (1..=3).any(|step| self.is_any(at + step, &STREETS) && self.is_capitalised(at + 1));
                !street
                    && (sure && !matches!(self.lex(at + 1), Lex::Units(_)) || (strong || named) && !people || !counted)
            }
            1500..=1899 => strong && !counted || self.follows(at, &["of"]) && !counted && !self.is_word(at + 1),
            _ => self.follows(at, &["in", "since", "year"]) && !counted && !self.is_word(at + 1),
        }
    }

    /// Whether the year at `at` is the first of two: `2023/24`.
    fn is_season(self, at: usize, year: i32) -> bool {
        let next = self.figures(at + 2, 2).filter(|_| self.is_joined(at + 1) && self.is_joined(at + 2));
        next.and_then(|next| i32::try_from(next).ok()) == Some((year + 1) % 100)
    }

    /// `'98`.
    pub(super) fn short_year(self, at: usize) -> Option<Found> {
        if !self.is_apostrophe(at) || !self.is_joined(at + 1) {
            return None;
        }
        let year = i32::try_from(self.figures(at + 1, 2)?).ok()?;
        let year = if year < 40 { 2000 + year } else { 1900 + year };
        let quoted = at > self.start && self.is_joined(at) && self.is_apostrophe(at - 1);
        let closed = quoted || self.is_apostrophe(at + 2) || self.is_joined(at + 2) && self.is_word(at + 2);
        (!closed).then(|| Some(Found::new(at + 2, Meaning::Exact(Stretch::year(year)?)))).flatten()
    }

    /// `1990s`, `'80s`, `nineties`.
    pub(super) fn decade_of(self, at: usize) -> Option<Found> {
        let (end, year) = self.decade(at)?;
        let near = (1..=8).filter_map(|step| at.checked_sub(step)).chain(end..end + 3);
        if self.year(at).is_none() && near.into_iter().any(|at| self.is_any(at, &MEASURED)) {
            return None;
        }
        let stretch = Stretch::year(year)?;
        // "the 1800s" are a century, "the 2000s" ten years
        let grain = if year % 100 == 0 && year < 2000 { Grain::Century } else { Grain::Decade };
        Some(Found::new(end, Meaning::Exact(Stretch { grain, ..stretch })))
    }

    /// `20th century`, `nineteenth-century`.
    pub(super) fn century(self, at: usize) -> Option<Found> {
        let (end, number) = self.ordinal(at)?;
        let centuries = Lex::Units(Unit::Calendar(Grain::Century));
        // "the 18th and 19th centuries"
        if matches!(self.lex(end), Lex::And | Lex::Or | Lex::To) && (1..=30).contains(&number) {
            let (last, _) = self.ordinal(end + 1)?;
            let start = Stretch::year(i32::try_from(number - 1).ok()? * 100)?;
            return (self.lex(last) == centuries)
                .then_some(Found::new(end, Meaning::Exact(Stretch { grain: Grain::Century, ..start })));
        }
        let unit = self.past_hyphen(end);
        let listed = self.lex(unit) == centuries && matches!(self.before(at), Lex::And | Lex::Or | Lex::To);
        if !listed && self.lex(unit) != Lex::Unit(Unit::Calendar(Grain::Century)) || !(1..=30).contains(&number) {
            return None;
        }
        let start = Stretch::year(i32::try_from(number - 1).ok()? * 100)?;
        let before_christ = self.is_any(unit + 1, &["B.C.", "BC", "BCE", "B.C.E."]);
        (!before_christ).then_some(Found::new(unit + 1, Meaning::Exact(Stretch { grain: Grain::Century, ..start })))
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn years_decades_centuries() {
        check(
            "2024-05-15",
            &[
                ("In 1989 and since 1850, by 2030; the 2008 crash", "1989=1989 | 1850=1850 | 2030=2030 | 2008=2008"),
                ("The class of '98 knew the '80s.", "'98=1998 | the '80s=198X"),
                (
                    "In the 1990s, the 2000s, the 1800s and the nineteen-eighties",
                    "the 1990s=199X | the 2000s=200X | the 1800s=18 | the nineteen-eighties=198X",
                ),
                ("A 19th-century mill of the 20th century", "19th-century=18 | the 20th century=19"),
                ("the 18th and 19th centuries", "the 18th=17 | 19th centuries=18"),
                (
                    "The year two thousand came after nineteen ninety-nine.",
                    "The year two thousand=2000 | nineteen ninety-nine=1999",
                ),
                ("In 2016 sales rose; the World Cup 2026 starts soon.", "2016=2016 | 2026=2026 | soon=FUTURE_REF"),
            ],
        );
    }

    #[test]
    fn four_figures_that_are_no_year() {
        for case in [
            "Some 2000 troops",
            "a 1500-metre race",
            "the Boeing A-1990",
            "at 1998/2 a.u.",
            "after 1984 people voted",
            "€1999",
        ] {
            check("2024-05-15", &[(case, "")]);
        }
    }
}
