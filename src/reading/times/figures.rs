//! Grammar: dates in figures alone, and how a document writes them.
//!
//! `2026-11-22` · `2012/8/10` · `22.11.2026` · `30/04/2024` · `04/30/2024` · `04/2016`

use super::calendar::{Grain, Stretch};
use super::lexicon::Lex;
use super::meaning::{Found, Meaning, YearOf, Yearly};
use super::reader::Reader;
use crate::text::Text;
use crate::text::dates::{PartialDate, month};
use crate::text::tokens::Kind;
use chrono::{Datelike, NaiveDate, Weekday};

/// Which comes first where a date is written in figures with strokes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// 30/04/2024: most of the world.
    Day,
    /// 04/30/2024: the United States.
    Month,
    /// Nothing in the document tells.
    Unknown,
}

/// Three numbers joined by the same mark, from token `at`: `30/04/2024`.
fn triple(text: &Text<'_>, at: usize) -> Option<[u32; 3]> {
    let number = |at: usize| {
        let token = text.tokens.get(at).filter(|token| token.kind == Kind::Number)?;
        text.str(*token).parse::<u32>().ok()
    };
    let joined = |at: usize| text.tokens.get(at).is_some_and(|token| !token.spaced);
    let mark = |at: usize| text.is_mark(at, '/') || text.is_mark(at, '-');
    ((1..5).all(|step| joined(at + step)) && mark(at + 1) && mark(at + 3))
        .then(|| Some([number(at)?, number(at + 2)?, number(at + 4)?]))
        .flatten()
}

/// Decides from the whole document: a day beyond 12 in a date in figures; the story's own date read
/// from one; else how it writes dates in words ("5 September" or "September 5").
pub(super) fn order(text: &Text<'_>, story: Option<PartialDate>) -> Order {
    let (mut day, mut month_first, mut seen) = (0u32, 0u32, false);
    let (mut words_day, mut words_month) = (0u32, 0u32);
    for (at, token) in text.tokens.iter().enumerate() {
        if token.kind != Kind::Number {
            continue;
        }
        if let Some([a, b, year]) = triple(text, at).filter(|triple| triple[2] > 31) {
            seen = true;
            day += u32::from(a > 12 && b <= 12);
            month_first += u32::from(a <= 12 && b > 12);
            let own = |month, day| {
                story.is_some_and(|date| {
                    date.month == Some(month) && date.day == Some(day) && date.year == i32::try_from(year).ok()
                })
            };
            day += u32::from(a != b && own(b, a));
            month_first += u32::from(a != b && own(a, b));
        }
        let is_month = |at: usize| text.word(at).is_some_and(|word| month(word).is_some());
        words_day += u32::from(is_month(at + 1));
        let stop = usize::from(at > 0 && text.is_mark(at - 1, '.'));
        words_month += u32::from(at > stop && is_month(at - 1 - stop) && text.str(*token).len() <= 2);
    }
    match (seen, day.cmp(&month_first), words_day.cmp(&words_month)) {
        (false, ..) => Order::Unknown,
        (_, std::cmp::Ordering::Greater, _) | (_, std::cmp::Ordering::Equal, std::cmp::Ordering::Greater) => Order::Day,
        (_, std::cmp::Ordering::Less, _) | (_, std::cmp::Ordering::Equal, std::cmp::Ordering::Less) => Order::Month,
        _ => Order::Unknown,
    }
}

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

    #[test]
    fn the_document_decides_what_comes_first() {
        check(
            "2024-05-15",
            &[
                ("Born 3/4/1990, died 4/30/2020.", "3/4/1990=1990-03-04 | 4/30/2020=2020-04-30"),
                ("Born 3/4/1990, died 30/4/2020.", "3/4/1990=1990-04-03 | 30/4/2020=2020-04-30"),
                ("On 2 July he spoke of 3/4/1990.", "2 July=2023-07-02 | 3/4/1990=1990-04-03"),
                ("On July 2 he spoke of 3/4/1990.", "July 2=2023-07-02 | 3/4/1990=1990-03-04"),
                // 3 April 1990 was a Tuesday, 4 March a Sunday
                ("It fell on Tuesday 3/4/1990.", "Tuesday 3/4/1990=1990-04-03"),
                ("It fell on 3/4/1990.", "3/4/1990=1990-XX-XX"),
                ("It fell on 4/4/1990.", "4/4/1990=1990-04-04"),
            ],
        );
        // the story's own date, written in figures
        check("2012-08-10", &[("The deadline is 8/10/2012.", "8/10/2012=2012-08-10")]);
    }
}
