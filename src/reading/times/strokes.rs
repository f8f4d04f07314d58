//! Grammar: days and months with a stroke or a hyphen between them, and no year.
//!
//! `Oct/2` · `Sep-23-2020` · `Friday 5/17` · `from 6/14 to 6/20`

use super::dates::day_of;
use super::grammar::Grammar;
use super::lexicon::Lex;
use super::meaning::{Found, Lean, Meaning, YearOf, Yearly};
use crate::DateOrder;

impl Grammar<'_> {
    /// `Oct/2`, `Sep-23-2020`: the day against the month's name.
    pub(super) fn month_stroke(self, at: usize, name: usize, month: u32) -> Option<Found> {
        let stroke = self.is_mark(name, '/') || self.is_hyphen(name);
        if !stroke || !self.is_joined(name) || !self.is_joined(name + 1) || name != at + 1 {
            return None;
        }
        if let Some(year) = self.year(name + 1).filter(|_| self.is_mark(name, '/')) {
            let what = Yearly::Month(month);
            let year = YearOf::Written(year);
            return Some(Found::new(name + 2, Meaning::Yearly { what, year, lean: Lean::Open }));
        }
        let (end, day) = self.day_of_month(name + 1)?;
        let same = self.is_joined(end) && self.str(end) == self.str(name);
        if let Some(year) = self.year(end + 1).filter(|_| same && self.is_joined(end + 1)) {
            return day_of(end + 2, YearOf::Written(year), month, day);
        }
        let closed = !self.is_joined(end) || !(self.is_mark(end, '/') || self.is_dash(end) || self.is_word(end));
        (self.is_mark(name, '/') && closed).then(|| day_of(end, YearOf::Unsaid, month, day))?
    }

    /// `5/17` where its place makes a date of it, and its figures, or the text's other dates, tell day from month.
    pub(super) fn stroke_date(self, at: usize) -> Option<Found> {
        // "on 9/11" is that of 2001, and more the name of the deed than a day
        let (month, day) = self.stroke_pair(at).filter(|&pair| pair != (9, 11))?;
        let end = at + 3;
        // "2/3 of them", "24/7 service"
        let closed = self.ends_phrase(end) && !matches!(self.lex(end), Lex::Of)
            || matches!(self.lex(end), Lex::At | Lex::From | Lex::On | Lex::This)
            || self.stroke_pair(end + 1).is_some();
        (closed && self.is_dated(at)).then(|| day_of(end, YearOf::Unsaid, month, day))?
    }

    /// Whether the words before the figures at `at` make a date of them.
    fn is_dated(self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        // "between 6/14 and 6/20", "6/14, 6/15 or 6/20": the first is a date
        let listed = matches!(self.lex(before), Lex::And | Lex::Or | Lex::To)
            || self.is_dash(before)
            || self.is_mark(before, ',');
        if listed && at >= self.start + 4 {
            return self.stroke_pair(at - 4).is_some() && self.is_dated(at - 4);
        }
        let comma = if self.is_mark(before, ',') { before.wrapping_sub(1) } else { before };
        matches!(self.lex(comma), Lex::Weekday(_))
            || matches!(self.lex(before), Lex::On | Lex::From | Lex::Before | Lex::After)
            || self.is_any(before, &["by", "until", "till", "since", "starting", "dated", "deadline", "between"])
    }

    /// Month and day in figures that touch the stroke between them.
    fn stroke_pair(self, at: usize) -> Option<(u32, u32)> {
        let small = |at: usize| self.figure(at).filter(|figure| (1..=31).contains(figure) && self.str(at).len() <= 2);
        let joined = self.is_mark(at + 1, '/') && self.is_joined(at + 1) && self.is_joined(at + 2);
        let apart = at <= self.start || self.is_spaced(at) || self.is_any(at - 1, &["(", "-", "–"]);
        let goes_on = self.is_joined(at + 3) && self.is_any(at + 3, &["/", "%", "°"]);
        if !joined || !apart || goes_on {
            return None;
        }
        let (first, second) = (small(at)?, small(at + 2)?);
        match (first > 12, second > 12) {
            (false, true) => Some((first, second)),
            (true, false) => Some((second, first)),
            (true, true) => None,
            (false, false) => match self.order? {
                DateOrder::MonthFirst => Some((first, second)),
                DateOrder::DayFirst => Some((second, first)),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn days_and_months_without_a_year() {
        check(
            "2024-05-15",
            &[
                (
                    "The fair is on Friday 5/17, the vote on 6/14 at noon.",
                    "Friday 5/17=2024-05-17 | 6/14 at noon=2024-06-14T12:00",
                ),
                ("It will run from 6/14 to 6/20.", "6/14=2024-06-14 | 6/20=2024-06-20"),
                ("Come on 6/14, 6/15 or 6/20.", "6/14=2024-06-14 | 6/15=2024-06-15 | 6/20=2024-06-20"),
                // the text's other dates tell the order
                ("On July 2 he spoke of the vote on 6/5.", "July 2=2023-07-02 | 6/5=2024-06-05"),
                ("On 2 July he spoke of the vote on 6/5.", "2 July=2023-07-02 | 6/5=2024-05-06"),
                // what stays open is not read, and shares are no dates
                ("It is on 6/5; he spent 3/20 of it, works 24/7 and was there on 9/11.", ""),
            ],
        );
    }
}
