//! Grammar: the language of company reports.
//!
//! `the third quarter` · `fourth-quarter` · `Q3 2016` · `this year's first quarter` · `fiscal 1989` ·
//! `the second half of 2014` · `the year-earlier quarter` · `the latest period` · `the year ended March 31`

use super::grammar::Grammar;
use super::lexicon::{Lex, Unit};
use super::meaning::{Base, Found, Lean, Meaning, YearOf, Yearly};
use super::numbers::Amount;
use crate::calendar::stretch::{Grain, Stretch};
use chrono::{Datelike, Days};

/// Nouns that make business of "first-half" and "second-half", which are sport without them.
pub(super) const FIGURES: [&str; 18] = [
    "profit",
    "profits",
    "earnings",
    "results",
    "net",
    "sales",
    "loss",
    "losses",
    "revenue",
    "revenues",
    "income",
    "growth",
    "report",
    "figures",
    "gdp",
    "dividend",
    "operating",
    "pretax",
];

/// "the corresponding period": the one a report compares with.
const COMPARED: [&str; 7] = ["corresponding", "comparable", "same", "equivalent", "similar", "matching", "like"];

impl Grammar<'_> {
    /// An expression of company reports that begins at `at`.
    pub(super) fn business(self, at: usize) -> Option<Found> {
        let the = usize::from(matches!(self.lex(at), Lex::The | Lex::This));
        let first = at + the;
        // "the third-quarter loss": the article is the loss's
        let adjective = self.ordinal(first).is_some_and(|(end, _)| self.is_hyphen(end));
        if the == 1 && adjective {
            return None;
        }
        [
            self.period_of_year(first),
            self.compared(first, the == 1),
            self.fiscal_year(first),
            self.numbered_week(first),
            self.year_first_period(first),
        ]
        .into_iter()
        .flatten()
        .max_by_key(|found| found.end)
        .map(|found| self.ended(found))
    }

    /// Whether the quarter that begins at `at` is one that somebody is said to report on: "posted a
    /// third-quarter loss". A digest of several companies goes from one report to the next.
    pub(super) fn opens_report(self, at: usize, found: &Found) -> bool {
        const REPORTS: [&str; 6] = ["reported", "posted", "reports", "posts", "logged", "announced"];
        let quarter = matches!(found.meaning, Meaning::Yearly { what: Yearly::Quarter(_), .. });
        quarter && (self.follows(at, &REPORTS) || self.before(at) == Lex::A && self.follows(at - 1, &REPORTS))
    }

    /// The quarter or half whose name begins at `at`, and the token after it: "fiscal third quarter",
    /// "second-half", "Q3".
    fn named_period(self, at: usize) -> Option<(usize, Yearly)> {
        let first = at + usize::from(self.lex(at) == Lex::Fiscal);
        if let Lex::Quarter(number) = self.lex(first) {
            let year = || self.year_after_period(first + 1).is_some() || self.year(at.wrapping_sub(1)).is_some();
            let dashed = || self.is_hyphen(at.wrapping_sub(1)) && self.year(at.wrapping_sub(2)).is_some();
            let sure = self.is_capitalised(first) || year() || dashed();
            let number = u32::from(number);
            // "H1 2024"; by itself it may be a visa or a road
            if number > 4 {
                return (year() || dashed()).then_some((first + 1, Yearly::Half(number - 4)));
            }
            return sure.then_some((first + 1, Yearly::Quarter(number)));
        }
        let (end, number) = match self.lex(first) {
            Lex::Last => (first + 1, 2),
            Lex::Latest => return None,
            _ => self.ordinal(first)?,
        };
        let unit = self.past_hyphen(end);
        let unit = unit + usize::from(self.lex(unit) == Lex::Fiscal);
        let quarters = |at: usize| {
            matches!(
                self.lex(at),
                Lex::Unit(Unit::Calendar(Grain::Quarter)) | Lex::Units(Unit::Calendar(Grain::Quarter))
            )
        };
        // "the first and second quarters": each with its own name
        if matches!(self.lex(end), Lex::And | Lex::Or | Lex::To) && number <= 4 {
            let (last, _) = self.ordinal(end + 1).filter(|&(last, other)| other <= 4 && quarters(last))?;
            return (last > end).then_some((end, Yearly::Quarter(number)));
        }
        match self.lex(unit) {
            Lex::Units(Unit::Calendar(Grain::Quarter))
                if number <= 4 && matches!(self.before(at), Lex::And | Lex::Or | Lex::To) =>
            {
                Some((unit + 1, Yearly::Quarter(number)))
            }
            Lex::Unit(Unit::Calendar(Grain::Quarter)) if number <= 4 && self.lex(first) != Lex::Last => {
                Some((unit + 1, Yearly::Quarter(number)))
            }
            Lex::Half if number <= 2 => Some((unit + 1, Yearly::Half(number))),
            _ => None,
        }
    }

    /// A quarter or half with its year: "third quarter of 1989", "first half of last year".
    fn period_of_year(self, at: usize) -> Option<Found> {
        let (end, what) = self.named_period(at)?;
        // "the first and second quarters of 1990": the year after the second is the first's too
        if matches!(self.lex(end), Lex::And | Lex::Or | Lex::To)
            && let Some((last, _)) = self.ordinal(end + 1).filter(|_| matches!(what, Yearly::Quarter(_)))
        {
            let year = self.year_after_period(last + 1).map_or(YearOf::Unsaid, |(_, year)| year);
            return Some(Found::new(end, Meaning::Yearly { what, year, lean: Lean::Open }));
        }
        // "the first half" of a match
        let half = match what {
            Yearly::Half(_) => !self.is_any(end, &FIGURES),
            _ => self.is_of_match(at, end),
        };
        match self.year_after_period(end) {
            Some((end, year)) => Some(Found::new(end, Meaning::Yearly { what, year, lean: Lean::Open })),
            None if half => None,
            None => Some(Found::new(end, Meaning::Yearly { what, year: YearOf::Unsaid, lean: Lean::Open })),
        }
    }

    /// The year after a quarter or half: "of 1989", "2016", "of last year"; not "of the '80s".
    fn year_after_period(self, at: usize) -> Option<(usize, YearOf)> {
        let of = at + usize::from(self.lex(at) == Lex::Of || self.is_hyphen(at) && self.year(at + 1).is_some());
        let fiscal = of + usize::from(self.lex(of) == Lex::Fiscal);
        if let Some(year) = self.year(fiscal).filter(|year| (1900..2100).contains(year)) {
            return Some((fiscal + 1, YearOf::Written(year)));
        }
        if let Lex::FiscalYear(year) = self.lex(of) {
            return Some((of + 1, YearOf::Written(i32::from(year))));
        }
        if let Some(year) = self.relative_year(of) {
            return Some(year);
        }
        // "of the year", "of the fiscal year"
        let the = usize::from(self.lex(of) == Lex::The);
        let fiscal = of + the + usize::from(self.lex(of + the) == Lex::Fiscal);
        let year = self.lex(fiscal) == Lex::Unit(Unit::Calendar(Grain::Year));
        (of > at && the == 1 && year && !self.is_hyphen(fiscal + 1)).then_some((fiscal + 1, YearOf::Unsaid))
    }

    /// "1989's third quarter", "1989 third quarter", "last year's first quarter", "last year's quarter",
    /// "the 1988 period".
    fn year_first_period(self, at: usize) -> Option<Found> {
        let (end, year) = match (self.year(at), self.lex(at)) {
            (Some(year), _) if (1900..2100).contains(&year) => (at + 1, YearOf::Written(year)),
            (Some(_), _) => return None,
            (None, Lex::FiscalYear(year)) => (at + 1, YearOf::Written(i32::from(year))),
            (None, _) => self.relative_year(at).or_else(|| {
                let this = at.checked_sub(1).filter(|&before| self.lex(before) == Lex::This)?;
                self.relative_year(this)
            })?,
        };
        let possessive = self.is_possessive(end);
        let period = end + usize::from(possessive);
        if !possessive && !matches!(year, YearOf::Written(_)) {
            return None;
        }
        if let (Some(half), YearOf::Written(_)) = (self.half_letter(period), year) {
            let what = Yearly::Half(half);
            return Some(Found::new(period + 1, Meaning::Yearly { what, year, lean: Lean::Open }));
        }
        let period =
            if self.is_hyphen(period) && matches!(self.lex(period + 1), Lex::Quarter(_)) { period + 1 } else { period };
        if let Some((end, what)) = self.named_period(period) {
            return Some(Found::new(end, Meaning::Yearly { what, year, lean: Lean::Open }));
        }
        match (self.lex(period), year) {
            (Lex::Unit(Unit::Calendar(Grain::Quarter)) | Lex::Period, YearOf::Written(year)) => {
                Some(Found::new(period + 1, Meaning::ReportedIn(year)))
            }
            (Lex::Unit(Unit::Calendar(Grain::Quarter)) | Lex::Period, YearOf::Story(years)) => {
                Some(Found::new(period + 1, Meaning::Reported { years, grain: Grain::Year }))
            }
            (Lex::Month(month), _) if self.is_capitalised(period) => {
                let what = Yearly::Month(u32::from(month));
                Some(Found::new(period + 1, Meaning::Yearly { what, year, lean: Lean::Open }))
            }
            // "the 2006 Winter Olympics": a name, and its year
            (Lex::Season(_), _) if self.is_capitalised(period) && self.is_capitalised(period + 1) => None,
            (Lex::Season(season), _) => {
                let what = Yearly::Season(season);
                Some(Found::new(period + 1, Meaning::Yearly { what, year, lean: Lean::Open }))
            }
            (Lex::End, _) => Some(Found::new(period + 1, year_meaning(year)?)),
            _ => None,
        }
    }

    /// "H2"
    fn half_letter(self, at: usize) -> Option<u32> {
        match self.str(at) {
            "H1" | "h1" => Some(1),
            "H2" | "h2" => Some(2),
            _ => None,
        }
    }

    /// "the latest quarter", "the year-earlier quarter", "year-ago", "the corresponding period last year".
    fn compared(self, at: usize, the: bool) -> Option<Found> {
        let period = |at: usize| matches!(self.lex(at), Lex::Period | Lex::Unit(Unit::Calendar(Grain::Quarter)));
        // the adjective: "year-earlier", "year-ago"
        if self.lex(at) == Lex::Unit(Unit::Calendar(Grain::Year)) {
            let ago = self.past_hyphen(at + 1);
            let spelled = ago > at + 1 && matches!(self.lex(ago), Lex::Ago | Lex::Earlier);
            if !spelled {
                return None;
            }
            let meaning = Meaning::Reported { years: -1, grain: Grain::Year };
            let mut end = ago + 1;
            if !the {
                return Some(Found::new(end, meaning));
            }
            if period(end) {
                return Some(Found::new(end + 1, meaning));
            }
            if let Some((after, Yearly::Quarter(number))) = self.named_period(end) {
                end = after;
                let what = Yearly::Quarter(number);
                return Some(Found::new(end, Meaning::Yearly { what, year: YearOf::Story(-1), lean: Lean::Open }));
            }
            return None;
        }
        if !the {
            return None;
        }
        let report = Meaning::Reported { years: 0, grain: Grain::Quarter };
        if matches!(self.lex(at), Lex::Latest | Lex::Recent) && period(at + 1) {
            return Some(Found::new(at + 2, report));
        }
        if self.lex(at) == Lex::Unit(Unit::Calendar(Grain::Quarter)) {
            // "the quarter a year ago"
            let (end, amount) = self.amount(at + 1).unwrap_or((at, Amount::Some));
            let year = self.lex(end) == Lex::Unit(Unit::Calendar(Grain::Year));
            let ago = matches!(self.lex(end + 1), Lex::Ago | Lex::Earlier);
            return (amount.count() == Some(1) && year && ago)
                .then_some(Found::new(end + 2, Meaning::Reported { years: -1, grain: Grain::Quarter }));
        }
        if self.is_any(at, &COMPARED) && self.lex(at + 1) == Lex::Unit(Unit::Calendar(Grain::Year)) {
            return self.inside()?.compared(at + 1, true).filter(|found| period(found.end - 1));
        }
        if self.is_any(at, &COMPARED) && period(at + 1) {
            let grain = if self.lex(at + 1) == Lex::Period { Grain::Year } else { Grain::Quarter };
            let of = at + 2 + usize::from(matches!(self.lex(at + 2), Lex::Of | Lex::In));
            if let Some(year) = self.year(of) {
                return Some(Found::new(of + 1, Meaning::ReportedIn(year)));
            }
            if let Some((end, YearOf::Story(years))) = self.relative_year(of) {
                return Some(Found::new(end, Meaning::Reported { years, grain }));
            }
            let (end, amount) = self.amount(at + 2).unwrap_or((at, Amount::Some));
            let year = self.lex(end) == Lex::Unit(Unit::Calendar(Grain::Year));
            if amount.count() == Some(1) && year && matches!(self.lex(end + 1), Lex::Ago | Lex::Earlier) {
                return Some(Found::new(end + 2, Meaning::Reported { years: -1, grain }));
            }
        }
        None
    }

    /// "week 31 of 2024", "calendar week 30", "week 42": a week of the year by its number; below 23 a bare number is more
    /// often a week of a season or of a pregnancy.
    fn numbered_week(self, at: usize) -> Option<Found> {
        let calendar = self.follows(at, &["calendar"]);
        let week = at;
        let number = self.figures(week + 1, 1).or_else(|| self.figures(week + 1, 2))?;
        if self.lex(week) != Lex::Unit(Unit::Calendar(Grain::Week)) || !(1..=53).contains(&number) {
            return None;
        }
        let of = self.past_comma(week + 2);
        let of = of + usize::from(self.lex(of) == Lex::Of);
        let written = self.year(of).map(|year| (of + 1, YearOf::Written(year)));
        let (end, year) = match written.or_else(|| self.relative_year(of)) {
            Some(year) => year,
            None if (calendar || number > 22) && self.ends_phrase(week + 2) => (week + 2, YearOf::Story(0)),
            None => return None,
        };
        Some(Found::new(end, Meaning::Yearly { what: Yearly::Week(number), year, lean: Lean::Open }))
    }

    /// "fiscal 1989", "fiscal year 1989", "the fiscal year", "financial year 2014-15".
    fn fiscal_year(self, at: usize) -> Option<Found> {
        if let Lex::FiscalYear(year) = self.lex(at) {
            return Some(Found::new(at + 1, Meaning::Exact(Stretch::year(i32::from(year))?)));
        }
        if self.lex(at) != Lex::Fiscal {
            return None;
        }
        let unit = self.past_hyphen(at + 1);
        let named = self.lex(unit) == Lex::Unit(Unit::Calendar(Grain::Year));
        let end = if named { unit + 1 } else { at + 1 };
        if let Some(year) = self.year(end).filter(|year| (1900..2100).contains(year)) {
            // "fiscal year 2022-23" begins in the first
            let joined = self.is_hyphen(end + 1) || self.is_mark(end + 1, '/') && self.is_joined(end + 1);
            let second = self.year(end + 2).is_some() || self.figures(end + 2, 2).is_some();
            let end = if joined && second && self.is_joined(end + 2) { end + 2 } else { end };
            return Some(Found::new(end + 1, Meaning::Exact(Stretch::year(year)?)));
        }
        (named && self.before(at) == Lex::The).then_some(Found::shift(end, Grain::Year, 0, Base::Story))
    }

    /// The same expression, with the year or quarter counted from the day it ended: "the quarter ended
    /// July 31" is the one whose middle lies six weeks before. A "year ended" is a duration.
    fn ended(self, found: Found) -> Found {
        let Some(date) = self.end_date(found.end) else { return found };
        match (found.meaning, date) {
            (Meaning::Shift { grain: Grain::Year, .. }, _) => {
                Found { meaning: Meaning::Duration(Amount::whole(1), Unit::Calendar(Grain::Year)), ..found }
            }
            (Meaning::Yearly { what: what @ Yearly::Quarter(_), year: YearOf::Unsaid, lean }, Meaning::Exact(day)) => {
                Found { meaning: Meaning::Yearly { what, year: YearOf::Written(day.day.year()), lean }, ..found }
            }
            _ => found,
        }
    }

    /// The date after "ended" or "ending".
    fn end_date(self, at: usize) -> Option<Meaning> {
        let ended = self.is_any(at, &["ended", "ending", "to", "through"]);
        ended.then(|| self.date(at + 1 + usize::from(self.lex(at + 1) == Lex::On))).flatten().map(|date| date.meaning)
    }

    /// "the quarter ended Sept. 30", "the year ending June 30": begins at "the".
    pub(super) fn period_ended(self, at: usize) -> Option<Found> {
        let unit = at + 1 + usize::from(self.lex(at + 1) == Lex::Fiscal);
        let to = matches!(self.lex(unit + 1), Lex::To) && self.end_date(unit + 1).is_some();
        if self.lex(at) != Lex::The || !to && !self.is_any(unit + 1, &["ended", "ending"]) {
            return None;
        }
        match self.lex(unit) {
            Lex::Unit(Unit::Calendar(Grain::Year)) => {
                Some(Found::new(unit + 1, Meaning::Duration(Amount::whole(1), Unit::Calendar(Grain::Year))))
            }
            Lex::Unit(Unit::Calendar(Grain::Quarter)) => match self.end_date(unit + 1)? {
                Meaning::Exact(day) => {
                    let middle = day.day.checked_sub_days(Days::new(45))?;
                    Some(Found::new(unit + 1, Meaning::Exact(Stretch::of(Grain::Quarter, middle))))
                }
                Meaning::Yearly { what: Yearly::Day { month, day, .. }, year: YearOf::Unsaid, lean } => {
                    // the month six weeks before the day on which it ended
                    let month = if day < 15 { month + 10 } else { month + 11 } % 12;
                    let number = (if month == 0 { 12 } else { month }).div_ceil(3);
                    let what = Yearly::Quarter(number);
                    Some(Found::new(unit + 1, Meaning::Yearly { what, year: YearOf::Unsaid, lean }))
                }
                _ => None,
            },
            _ => None,
        }
    }
}

fn year_meaning(year: YearOf) -> Option<Meaning> {
    match year {
        YearOf::Written(year) => Some(Meaning::Exact(Stretch::year(year)?)),
        YearOf::Story(steps) => Some(Found::shift(0, Grain::Year, steps, Base::Story).meaning),
        YearOf::Spoken(steps) => Some(Found::shift(0, Grain::Year, steps, Base::Spoken).meaning),
        YearOf::Unsaid => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn quarters_and_halves() {
        check(
            "2024-05-15",
            &[
                ("Profit rose in the first quarter.", "the first quarter=2024-Q1"),
                ("Fourth-quarter sales fell.", "Fourth-quarter=2023-Q4"),
                (
                    "It posted a third-quarter loss; it expects to report the first-quarter loss soon.",
                    "third-quarter=2023-Q3 | first-quarter=2024-Q1 | soon=FUTURE_REF",
                ),
                (
                    "the second quarter of 2019, Q3 2016, 1989's third quarter",
                    "the second quarter of 2019=2019-Q2 | Q3 2016=2016-Q3 | 1989's third quarter=1989-Q3",
                ),
                ("Sales fell in H1 2019 and rose in H2 2020.", "H1 2019=2019-H1 | H2 2020=2020-H2"),
                ("He came on an H1 visa.", ""),
                ("She won at the 2006 Winter Games; it opened in summer 2006.", "2006=2006 | summer 2006=2006-SU"),
                (
                    "next year's first quarter, last year's fourth quarter",
                    "next year's first quarter=2025-Q1 | last year's fourth quarter=2023-Q4",
                ),
                ("the first half of 2023 and first-half profit", "the first half of 2023=2023-H1 | first-half=2024-H1"),
                ("the first and second quarters of 2019", "the first=2019-Q1 | second quarters of 2019=2019-Q2"),
                ("Rovers led in the first half.", ""),
                ("She scored 12 points in the third quarter.", ""),
            ],
        );
    }

    #[test]
    fn a_report_compares_with_the_year_before() {
        check(
            "2024-05-15",
            &[
                (
                    "First-quarter net rose to $2 million from $1 million a year earlier.",
                    "First-quarter=2024-Q1 | a year earlier=2023-Q1",
                ),
                (
                    "First-quarter net rose. In the year-ago quarter it fell.",
                    "First-quarter=2024-Q1 | the year-ago quarter=2023-Q1",
                ),
                (
                    "Net fell in the third quarter. For the nine months it rose from a year ago.",
                    "the third quarter=2023-Q3 | the nine months=P9M | a year ago=2023",
                ),
                (
                    "Net fell in the third quarter; the 2019 period had a gain.",
                    "the third quarter=2023-Q3 | the 2019 period=2019-Q3",
                ),
                (
                    "Fourth-quarter net rose; the like period of 2019 had a gain.",
                    "Fourth-quarter=2023-Q4 | the like period of 2019=2019-Q4",
                ),
                (
                    "It posted a third-quarter loss. Ames & Co. posted a fourth-quarter profit, against a loss a year earlier.",
                    "third-quarter=2023-Q3 | fourth-quarter=2023-Q4 | a year earlier=2022-Q4",
                ),
                (
                    "First-quarter net fell. This quarter's loss includes a charge; it expects this quarter's sales to rise.",
                    "First-quarter=2024-Q1 | This quarter=2024-Q1 | this quarter=2024-Q2",
                ),
                ("He left a year ago.", "a year ago=2023"),
            ],
        );
    }

    #[test]
    fn periods_that_end_on_a_day() {
        check(
            "2024-05-15",
            &[
                ("In the quarter ended March 31, sales fell.", "the quarter=2024-Q1 | March 31=2024-03-31"),
                ("In the quarter ended July 31, 2019, sales fell.", "the quarter=2019-Q2 | July 31, 2019=2019-07-31"),
                ("In the year to March 31, profit rose.", "the year=P1Y | March 31=2024-03-31"),
                ("In fiscal 1989 and the fiscal year", "fiscal 1989=1989 | the fiscal year=2024"),
                (
                    "Sales rose in Q4 FY2023, in FY24, in FY 2022, in fiscal Q1 and in the fiscal fourth quarter.",
                    "Q4 FY2023=2023-Q4 | FY24=2024 | FY 2022=2022 | fiscal Q1=2024-Q1 | the fiscal fourth quarter=2023-Q4",
                ),
            ],
        );
    }
}
