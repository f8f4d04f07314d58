//! Grammar: dates that share a month or a year with the date beside them, and clocks that touch their date.
//!
//! `Sept. 5-7, 2016` · `June 28 to July 4, 2025` · `1990-95` · `2024-05-15T10:00` · `Wed Oct 26 15:50:06 2016`

use super::dates::day_of;
use super::grammar::Grammar;
use super::lexicon::Lex;
use super::meaning::{Daytime, Found, Meaning, YearOf, Yearly};
use crate::calendar::stretch::{Grain, Stretch};

/// Most days that a list adds to its first.
const LISTED: usize = 4;

/// A day of a list: its token, the token after it, and the day of the month.
type Listed = (usize, usize, u32);

impl Grammar<'_> {
    /// The days after the first in a list that shares its month; `at` and `found` are those of the first: "June 3, 4
    /// and 7", "May 20th and 21st, 2023".
    pub(super) fn more_days(self, at: usize, found: &Found) -> [Option<(usize, Found)>; LISTED] {
        let mut more = [None; LISTED];
        let (Lex::Month(month), Some(first)) = (self.lex(at), found.day_of_month()) else { return more };
        if self.follows(at, &["between"]) {
            return more;
        }
        let (days, count) = self.listed_days(found.end, first);
        let year = days[..count].last().and_then(|last| self.year_after(last.1));
        for (index, &(begin, end, day)) in days[..count].iter().enumerate() {
            let (end, year) = match year {
                Some((after, year)) => (if index + 1 == count { after } else { end }, year),
                None => (end, YearOf::Unsaid),
            };
            more[index] = day_of(end, year, u32::from(month), day).map(|found| (begin, found));
        }
        more
    }

    /// The days of a list after the day `first`, which ends at `to`, and how many they are. What comes before a noun
    /// counts it: "on May 24, 25 and 26 people died".
    pub(super) fn listed_days(self, to: usize, first: u32) -> ([Listed; LISTED], usize) {
        let (mut days, mut at, mut last) = ([(0, 0, 0); LISTED], to, first);
        for count in 0..LISTED {
            let comma = self.past_comma(at);
            let and = usize::from(matches!(self.lex(comma), Lex::And | Lex::Or));
            let next = self.day_of_month(comma + and).filter(|&(_, day)| comma + and > at && day > last);
            let Some((end, day)) = next else { break };
            days[count] = (comma + and, end, day);
            if and == 1 {
                let placed = matches!(self.lex(end), Lex::On | Lex::At | Lex::In | Lex::From);
                let closed = (self.ends_phrase(end) || placed) && self.ends_number(end) && !self.is_dash(end);
                return (days, if closed || self.year_after(end).is_some() { count + 1 } else { 0 });
            }
            (at, last) = (end, day);
        }
        (days, 0)
    }

    /// What goes on after a date with a bare number: the `7` of `Sept. 5-7`, the `95` of `1990-95`.
    pub(super) fn range_end(self, at: usize, found: &Found) -> Option<(usize, Found)> {
        let to = found.end;
        if !(self.is_dash(to)
            || self.is_mark(to, '/')
            || matches!(self.lex(to), Lex::To | Lex::And)
            || self.is(to, "through"))
        {
            return None;
        }
        match found.meaning {
            Meaning::Exact(stretch) if stretch.grain == Grain::Year && self.year(at).is_some() => {
                let year = self.figures(to + 1, 2).filter(|_| self.is_joined(to) && self.is_joined(to + 1))?;
                let start = chrono::Datelike::year(&stretch.day);
                let end = start - start % 100 + i32::try_from(year).ok()?;
                (end > start && end - start < 40 && self.ends_number(to + 2)).then_some(())?;
                Some((to + 1, Found::new(to + 2, Meaning::Exact(Stretch::year(end)?))))
            }
            Meaning::Exact(_) | Meaning::Yearly { what: Yearly::Day { .. }, .. } => {
                let Lex::Month(month) = self.lex(at) else { return None };
                let and = self.lex(to) == Lex::And && !self.follows(at, &["between"]);
                let the = usize::from(self.lex(to + 1) == Lex::The);
                let (end, day) = self.day_of_month(to + 1 + the).filter(|&(end, _)| !and && self.ends_number(end))?;
                let next = self.str(end);
                let counts =
                    next.len() > 3 && next.ends_with('s') || self.is_any(end, &["people", "men", "women", "percent"]);
                let named = matches!(self.lex(end), Lex::Month(_) | Lex::Of);
                if named || counts && self.lex(to) == Lex::To {
                    return None;
                }
                let found = match self.year_after(end) {
                    Some((end, year)) => day_of(end, year, u32::from(month), day),
                    None => day_of(end, YearOf::Unsaid, u32::from(month), day),
                }?;
                Some((to + 1 + the, found))
            }
            _ => None,
        }
    }

    /// The year of a day of `month` after which, at `at`, a second day with its year follows: "-7, 2016", "to July 4,
    /// 2025"; where the second month is the earlier one, a year has ended between the two.
    pub(super) fn year_of_second(self, at: usize, month: u32) -> Option<i32> {
        if !(self.is_dash(at) || self.lex(at) == Lex::To || self.is_any(at, &["through", "until", "till"])) {
            return None;
        }
        let (end, second) = if let Lex::Month(second) = self.lex(at + 1) {
            (self.day_of_month(self.past_stop(at + 2))?.0, u32::from(second))
        } else {
            let (end, _) = self.day_of_month(at + 1)?;
            match self.lex(end) {
                Lex::Month(second) => (self.past_stop(end + 1), u32::from(second)),
                _ if self.is_dash(at) => (end, month),
                _ => return None,
            }
        };
        match self.year_after(end)? {
            (_, YearOf::Written(year)) => Some(year - i32::from(second < month)),
            _ => None,
        }
    }

    /// The time of a stamp whose date, in figures, ends at `at`: `2024-05-15T10:00`, `2024-05-15 10:00:30`.
    pub(super) fn stamp(self, at: usize) -> Option<(usize, Daytime)> {
        let dated = at >= self.start + 3
            && self.lex(at - 1) == Lex::Digits
            && (self.is_hyphen(at - 2) || self.is_mark(at - 2, '/'))
            || at > self.start && self.str(at - 1).matches('.').count() == 2;
        // ISO 8601's T touches the hour
        let hour = match self.str(at).strip_prefix('T') {
            Some(hour) if dated && self.is_joined(at) && hour.len() == 2 => hour,
            None if dated && !self.is_joined(at) && self.lex(at) == Lex::Digits => self.str(at),
            _ => return None,
        };
        let hour = hour.parse().ok().filter(|&hour: &u32| hour < 24)?;
        let part = |mark: usize| {
            let joined = self.is_mark(mark, ':') && self.is_joined(mark) && self.is_joined(mark + 1);
            self.figures(mark + 1, 2).filter(|&part| joined && part < 60)
        };
        let minute = part(at + 1)?;
        let second = part(at + 3);
        let end = if second.is_some() { at + 5 } else { at + 3 };
        let zulu = usize::from(self.is_joined(end) && self.str(end) == "Z");
        Some((end + zulu, Daytime::Clock { hour, minute, second }))
    }

    /// The clock between a day and its year, as machines write it: "15:50:06 2016", "15:50:06 UTC 2016".
    pub(super) fn clock_and_year(self, at: usize) -> Option<(usize, i32, Daytime)> {
        let (end, hour, minute, second) = self.hands(at)?;
        let (minute, second) = (minute?, Some(second?));
        let year = self.zone(end).unwrap_or(end);
        let found = self.year(year).filter(|_| hour < 24)?;
        Some((year + 1, found, Daytime::Clock { hour, minute, second }))
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn a_year_for_both() {
        check(
            "2024-05-15",
            &[
                (
                    "It runs June 28-July 4, 2025 and Nov. 18 to Dec. 3, 2025.",
                    "June 28=2025-06-28 | July 4, 2025=2025-07-04 | Nov. 18=2025-11-18 | Dec. 3, 2025=2025-12-03",
                ),
                (
                    "It ran from 28 December to 3 January 2023, and Dec. 30, 2021-Jan. 2, 2022.",
                    "28 December=2022-12-28 | 3 January 2023=2023-01-03 | Dec. 30, 2021=2021-12-30 | Jan. 2, 2022=2022-01-02",
                ),
                ("The fair runs May 24, 25 and 26.", "May 24=2024-05-24 | 25=2024-05-25 | 26=2024-05-26"),
                (
                    "It shut on March 3 and 4 and June 20th, 21st and 22nd, 2023.",
                    "March 3=2024-03-03 | 4=2024-03-04 | June 20th=2023-06-20 | 21st=2023-06-21 | 22nd, 2023=2023-06-22",
                ),
                ("It will shut on Sept. 3 and 4 at noon.", "Sept. 3=2024-09-03 | 4 at noon=2024-09-04T12:00"),
                ("On May 3, 25 and 26 people died; on May 4, 30 died.", "May 3=2024-05-03 | May 4=2024-05-04"),
                ("On May 3 and 4 people died, and May 5 and 20% more.", "May 3=2024-05-03 | May 5=2024-05-05"),
                ("It runs 5 to 9 June 2025.", "5=2025-06-05 | 9 June 2025=2025-06-09"),
                ("It will run from June 3 to July; in 2025 it stops.", "June 3=2024-06-03 | July=2024-07 | 2025=2025"),
            ],
        );
    }

    #[test]
    fn a_clock_between_day_and_year() {
        check(
            "2024-05-15",
            &[
                ("Logged Wed Oct 26 15:50:06 2016.", "Wed Oct 26 15:50:06 2016=2016-10-26T15:50:06"),
                ("Logged Oct 26 15:50:06 UTC 2016.", "Oct 26 15:50:06 UTC 2016=2016-10-26T15:50:06"),
                ("Logged Oct 26, 15:50 in 2016.", "Oct 26, 15:50=2023-10-26T15:50 | 2016=2016"),
            ],
        );
    }
}
