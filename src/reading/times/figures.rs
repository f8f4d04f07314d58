//! Grammar: dates in figures alone.
//!
//! `2026-11-22` · `2012/8/10` · `22.11.2026` · `30/04/2024` · `04/30/2024` · `04/2016`

use super::calendar::{Grain, Stretch};
use super::lexicon::Lex;
use super::meaning::{Found, Meaning, YearOf, Yearly};
use super::order::{Order, triple};
use super::reader::Reader;
use chrono::{Datelike, NaiveDate, Weekday};

impl Reader<'_> {
    /// A date in figures that begins at `at`.
    pub(super) fn date_in_figures(self, at: usize) -> Option<Found> {
        if at > self.start && self.joined(at) && self.is_any(at - 1, &["/", "-", ".", "$", "£", "€", "#", "+"]) {
            return None;
        }
        self.dotted(at).or_else(|| self.stroked(at)).or_else(|| self.month_and_year(at))
    }

    /// `22.11.2026`: always the day first.
    fn dotted(self, at: usize) -> Option<Found> {
        let mut parts = self.str(at).split('.');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        (parts.next().is_none() && day.len() <= 2 && month.len() <= 2 && year.len() == 4).then_some(())?;
        exact(at + 1, year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// `2026-11-22`, `2012/8/10`, `2012/aug/10`, `30/04/2024`, `04/30/2024`.
    fn stroked(self, at: usize) -> Option<Found> {
        let same = self.str(at + 1) == self.str(at + 3) && (self.mark(at + 1, '/') || self.hyphen(at + 1));
        if !same || !(1..5).all(|step| self.joined(at + step)) {
            return None;
        }
        let further =
            self.joined(at + 5) && (self.mark(at + 5, '/') || self.hyphen(at + 5)) && self.lex(at + 6) == Lex::Digits;
        if further {
            return None;
        }
        if let (Some(year), Lex::Month(month)) = (self.year(at), self.lex(at + 2)) {
            return exact(at + 5, year, u32::from(month), self.figure(at + 4)?);
        }
        let [a, b, c] = triple(self.text, at)?;
        if let Some(year) = self.year(at) {
            return exact(at + 5, year, b, c);
        }
        let year = match self.str(at + 4).len() {
            4 => self.year(at + 4)?,
            2 if c > 31 => 1900 + i32::try_from(c).ok()?,
            2 => 2000 + i32::try_from(c).ok()?,
            _ => return None,
        };
        let day_first = exact(at + 5, year, b, a);
        let month_first = exact(at + 5, year, a, b);
        let (Some(day_first), Some(month_first)) = (day_first, month_first) else { return day_first.or(month_first) };
        // the weekday before it, else the document
        let weekday = self.weekday_before(at);
        let fits = |found: Found| weekday.is_some() && found_weekday(found) == weekday;
        match self.order {
            _ if a == b || fits(day_first) && !fits(month_first) => Some(day_first),
            _ if fits(month_first) && !fits(day_first) => Some(month_first),
            Order::Day => Some(day_first),
            Order::Month => Some(month_first),
            Order::Unknown => Some(Found::new(at + 5, Meaning::Undecided { year })),
        }
    }

    /// `04/2016`.
    fn month_and_year(self, at: usize) -> Option<Found> {
        let month = self.figure(at).filter(|month| (1..=12).contains(month) && self.str(at).len() <= 2)?;
        let stroke = self.mark(at + 1, '/') && self.joined(at + 1) && self.joined(at + 2);
        let further = self.joined(at + 3) && self.mark(at + 3, '/');
        let year = self.year(at + 2).filter(|year| stroke && !further && (1900..2100).contains(year))?;
        let what = Yearly::Month(month);
        let meaning = Meaning::Yearly { what, year: YearOf::Written(year), lean: super::meaning::Lean::Open };
        Some(Found::new(at + 3, meaning))
    }

    /// The weekday that stands before a date.
    fn weekday_before(self, at: usize) -> Option<Weekday> {
        let before = at.checked_sub(1)?;
        let before = if self.mark(before, ',') || self.mark(before, '.') { before.checked_sub(1)? } else { before };
        match self.lex(before) {
            Lex::Weekday(day) => Weekday::try_from(day).ok(),
            _ => None,
        }
    }
}

fn found_weekday(found: Found) -> Option<Weekday> {
    match found.meaning {
        Meaning::Exact(stretch) => Some(stretch.day.weekday()),
        _ => None,
    }
}

fn exact(end: usize, year: i32, month: u32, day: u32) -> Option<Found> {
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    Some(Found::new(end, Meaning::Exact(Stretch::of(Grain::Day, date))))
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn unambiguous_figures() {
        check(
            "2024-05-15",
            &[
                (
                    "Filed 2026-11-22, 2012/8/10, 2012/aug/10 and 22.11.2026.",
                    "2026-11-22=2026-11-22 | 2012/8/10=2012-08-10 | 2012/aug/10=2012-08-10 | 22.11.2026=2026-11-22",
                ),
                ("Filed 30/04/2024 in one place, due (04/2016) in another.", "30/04/2024=2024-04-30 | 04/2016=2016-04"),
                ("Versions 1.2.2024.5 and 10/20/30/40 and 2024-02-30 are none.", ""),
            ],
        );
    }
}
