//! Grammar: dates in figures alone.
//!
//! `2026-11-22` · `2012/8/10` · `22.11.2026` · `30/04/2024` · `04/30/2024` · `04/2016`

use super::grammar::Grammar;
use super::lexicon::Lex;
use super::meaning::{Found, Meaning, YearOf, Yearly};
use crate::DateOrder;
use crate::calendar::figures::{self, Day, triple};
use crate::calendar::stretch::{Grain, Stretch};
use chrono::{NaiveDate, Weekday};

impl Grammar<'_> {
    /// A date in figures that begins at `at`.
    pub(super) fn date_in_figures(self, at: usize) -> Option<Found> {
        // "5/1/2019-6/30/2020": the second of two
        let second = self.is_hyphen(at.wrapping_sub(1)) && self.is_mark(at.wrapping_sub(3), '/');
        let marks = ["/", "-", ".", "$", "£", "€", "#", "+"];
        if at > self.start && self.is_joined(at) && self.is_any(at - 1, &marks) && !second {
            return None;
        }
        self.dotted(at)
            .or_else(|| self.stroked(at))
            .or_else(|| self.month_and_year(at))
            .or_else(|| self.stroke_date(at))
    }

    /// `22.11.2026`: with full stops the day comes first, if nothing says otherwise.
    fn dotted(self, at: usize) -> Option<Found> {
        let mut parts = self.str(at).split('.');
        let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
        (parts.next().is_none() && first.len() <= 2 && second.len() <= 2 && year.len() == 4).then_some(())?;
        let figures = (first.parse().ok()?, second.parse().ok()?, year.parse().ok()?);
        match figures::read(figures, None, self.order.or(Some(DateOrder::DayFirst)))? {
            Day::Certain(date) => Some(day(at + 1, date)),
            Day::Either { .. } => None,
        }
    }

    /// `2026-11-22`, `2012/8/10`, `2012/aug/10`, `30/04/2024`, `04/30/2024`.
    fn stroked(self, at: usize) -> Option<Found> {
        let same = self.str(at + 1) == self.str(at + 3) && (self.is_mark(at + 1, '/') || self.is_hyphen(at + 1));
        if !same || !(1..5).all(|step| self.is_joined(at + step)) {
            return None;
        }
        let further = self.is_joined(at + 5)
            && (self.is_mark(at + 5, '/') || self.is_hyphen(at + 5) && !self.is_mark(at + 3, '/'))
            && self.lex(at + 6) == Lex::Digits;
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
        let found = match figures::read((a, b, year), self.weekday_before(at), self.order)? {
            Day::Certain(date) => day(at + 5, date),
            Day::Either { .. } => Found::new(at + 5, Meaning::Undecided { year }),
        };
        Some(found)
    }

    /// `04/2016`.
    fn month_and_year(self, at: usize) -> Option<Found> {
        let month = self.figure(at).filter(|month| (1..=12).contains(month) && self.str(at).len() <= 2)?;
        let stroke = self.is_mark(at + 1, '/') && self.is_joined(at + 1) && self.is_joined(at + 2);
        let further = self.is_joined(at + 3) && self.is_mark(at + 3, '/');
        let year = self.year(at + 2).filter(|year| stroke && !further && (1900..2100).contains(year))?;
        let what = Yearly::Month(month);
        let meaning = Meaning::Yearly { what, year: YearOf::Written(year), lean: super::meaning::Lean::Open };
        Some(Found::new(at + 3, meaning))
    }

    /// The weekday right before a date.
    fn weekday_before(self, at: usize) -> Option<Weekday> {
        (at > self.start).then(|| figures::weekday_before(self.text, at))?
    }
}

fn exact(end: usize, year: i32, month: u32, day: u32) -> Option<Found> {
    NaiveDate::from_ymd_opt(year, month, day).map(|date| self::day(end, date))
}

fn day(end: usize, date: NaiveDate) -> Found {
    Found::new(end, Meaning::Exact(Stretch::of(Grain::Day, date)))
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
    #[test]
    fn the_text_decides_what_comes_first() {
        check(
            "2024-05-15",
            &[
                ("Born 3/4/1990, died 4/30/2020.", "3/4/1990=1990-03-04 | 4/30/2020=2020-04-30"),
                ("Born 3/4/1990, died 30/4/2020.", "3/4/1990=1990-04-03 | 30/4/2020=2020-04-30"),
                ("On 2 July he spoke of 3/4/1990.", "2 July=2023-07-02 | 3/4/1990=1990-04-03"),
                ("On July 2 he spoke of 3/4/90.", "July 2=2023-07-02 | 3/4/90=1990-03-04"),
                // 3 April 1990 was a Tuesday, 4 March a Sunday
                ("It fell on Tuesday 3/4/1990.", "Tuesday 3/4/1990=1990-04-03"),
                ("It fell on 3/4/1990.", "3/4/1990=1990-XX-XX"),
                ("It fell on 4/4/1990.", "4/4/1990=1990-04-04"),
                ("It fell on 03.04.1990.", "03.04.1990=1990-04-03"),
            ],
        );
        // the story's own date, written in figures
        check("2012-08-10", &[("The deadline is 8/10/2012.", "8/10/2012=2012-08-10")]);
    }

    #[test]
    fn what_stays_open_is_said() {
        let article = crate::parse("The mill burnt down on 3/4/1990, not on 4/4/1990.", &crate::Options::default());
        let [warning] = &article.warnings[..] else { panic!("{:?}", article.warnings) };
        assert_eq!((warning.code.as_str(), warning.span), ("ambiguous-date", Some(article.times[0].span)));
    }
}
