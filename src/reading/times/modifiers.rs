//! Grammar: words that say where in a stretch something lies (TIMEX3's `mod`: START, MID, END). They
//! belong to the expression and leave its value as it is.
//!
//! `early November` · `mid-March` · `late last year` · `the end of 1990` · `earlier this month` · `year-end`

use super::grammar::Grammar;
use super::lexicon::{Lex, Part, Unit};
use super::meaning::{Base, Daytime, Found, Lean, Meaning, YearOf, Yearly};
use crate::calendar::stretch::{Grain, Stretch};

impl Grammar<'_> {
    /// A point in time with the words before it that say where in it.
    pub(super) fn modified(self, at: usize) -> Option<Found> {
        let found = match self.lex(at) {
            Lex::Early | Lex::Late | Lex::Mid | Lex::Earlier | Lex::Later => self.partly(at),
            Lex::End | Lex::Start | Lex::Middle => self.edge(at),
            Lex::About if self.is_any(at, &["around", "circa"]) => {
                let date = self.unit_end(at + 1).or_else(|| self.date(at + 1));
                date.filter(|found| !matches!(found.meaning, Meaning::Weekly { .. }))
            }
            Lex::The | Lex::A => match self.lex(at + 1) {
                // "the late-November trip": the article is the trip's
                Lex::Early | Lex::Late | Lex::Mid => self
                    .partly(at + 1)
                    .filter(|_| !(self.is_hyphen(at + 2) && matches!(self.lex(at + 3), Lex::Month(_)))),
                Lex::End | Lex::Start | Lex::Middle => self.edge(at + 1),
                Lex::Unit(_) => self.unit_end(at + 1),
                _ => None,
            },
            Lex::Unit(_) => self.unit_end(at),
            _ => None,
        };
        [self.point(at), found, self.part_of(at)].into_iter().flatten().max_by_key(|found| found.end)
    }

    /// "early November", "mid-1990s", "late yesterday", "earlier in the year", "mid-afternoon".
    fn partly(self, at: usize) -> Option<Found> {
        let next = self.past_hyphen(at + 1);
        let comparative = matches!(self.lex(at), Lex::Earlier | Lex::Later);
        let link = usize::from(matches!(self.lex(next), Lex::In | Lex::On) && !self.is_hyphen(at + 1));
        if let Lex::Part(part) = self.lex(next) {
            let placed = self.lex(at) == Lex::Mid || !comparative;
            return (placed && part != Part::Day)
                .then_some(Found::shift(next + 1, Grain::Day, 0, Base::Spoken).at(next + 1, Daytime::Part(part)));
        }
        if let Lex::Season(season) = self.lex(next) {
            if let Some(found) = self.inside()?.point(next) {
                return Some(found);
            }
            let what = Yearly::Season(season);
            return (!comparative)
                .then_some(Found::new(next + 1, Meaning::Yearly { what, year: YearOf::Unsaid, lean: Lean::Open }));
        }
        let found = self.inside()?.point(next + link)?;
        match found.meaning {
            // "later Friday", "earlier this week", not "earlier March 5"
            Meaning::Exact(_) if comparative => None,
            _ => Some(found),
        }
    }

    /// "the early morning of April 12", "the night of 5 May".
    fn part_of(self, at: usize) -> Option<Found> {
        let first = at + usize::from(self.lex(at) == Lex::The);
        // "the early hours of Tuesday"
        if (self.lex(first) == Lex::Early || self.is_any(first, &["small", "wee"]))
            && self.is(first + 1, "hours")
            && matches!(self.lex(first + 2), Lex::Of | Lex::On)
        {
            let morning = Some(Daytime::Part(Part::Morning));
            let day = self.with_time(self.inside()?.point(first + 3)?);
            let fits = day.is_day() && (day.daytime.is_none() || day.daytime == morning);
            return fits.then_some(Found { daytime: morning, ..day });
        }
        let early = usize::from(matches!(self.lex(first), Lex::Early | Lex::Late | Lex::Mid));
        let part = if early == 1 { self.past_hyphen(first + 1) } else { first };
        let Lex::Part(name) = self.lex(part) else { return None };
        // "the early morning hours of October 6", "in the evening hours Sunday"
        let hours = usize::from(self.is(part + 1, "hours"));
        let link = usize::from(matches!(self.lex(part + 1 + hours), Lex::Of | Lex::On));
        if name == Part::Day || hours + link == 0 {
            return None;
        }
        let day = self.inside()?.point(part + 1 + hours + link).filter(|day| day.is_day() && day.daytime.is_none())?;
        Some(day.at(day.end, Daytime::Part(name)))
    }

    /// "the end of 1990", "the beginning of October", "the middle of next week".
    fn edge(self, at: usize) -> Option<Found> {
        // "end June", "end-June"
        let month = self.past_hyphen(at + 1);
        if self.is(at, "end") && matches!(self.lex(month), Lex::Month(_)) && self.is_capitalised(month) {
            return self.inside()?.date(month).filter(|found| !found.is_day());
        }
        if self.lex(at + 1) != Lex::Of {
            return None;
        }
        self.inside()?.modified(at + 2).filter(|found| found.daytime.is_none())
    }

    /// "year-end", "year end", "year's end", "month-end".
    fn unit_end(self, at: usize) -> Option<Found> {
        let Lex::Unit(Unit::Calendar(grain @ (Grain::Year | Grain::Month | Grain::Quarter | Grain::Week))) =
            self.lex(at)
        else {
            return None;
        };
        let end = if self.is_possessive(at + 1) { at + 2 } else { self.past_hyphen(at + 1) };
        // "since year-end": the last one
        let steps = if self.follows(at, &["since"]) { -1 } else { 0 };
        (self.lex(end) == Lex::End && !self.is(end, "close")).then_some(Found::shift(
            end + 1,
            grain,
            steps,
            Base::Story,
        ))
    }

    /// A feast, with its year: "Christmas", "Thanksgiving Day 2003", "Easter week".
    pub(super) fn feast(self, at: usize) -> Option<Found> {
        let (end, holiday) = self.holiday(at)?;
        let what = Yearly::Holiday(holiday);
        let monday = matches!(holiday, super::holidays::Holiday::Nth(.., chrono::Weekday::Mon));
        if let Some(year) = self.year(end) {
            // "Labor Day 2021 weekend"
            if self.lex(end + 1) == Lex::Unit(Unit::Calendar(Grain::Weekend)) {
                let days = chrono::Days::new(if monday { 7 } else { 0 });
                let day = holiday.in_year(year)?.checked_sub_days(days)?;
                return Some(Found::new(end + 2, Meaning::Exact(Stretch::of(Grain::Weekend, day))));
            }
            return Some(Found::new(end + 1, Meaning::Yearly { what, year: YearOf::Written(year), lean: Lean::Open }));
        }
        if let Some((last, year)) = self.relative_year(end) {
            return Some(Found::new(last, Meaning::Yearly { what, year, lean: Lean::Open }));
        }
        if let Lex::Unit(Unit::Calendar(grain @ (Grain::Week | Grain::Weekend))) = self.lex(end) {
            // the weekend to which a Monday belongs is the one before it
            let found = Found::shift(end + 1, grain, 0, Base::Of(what));
            let meaning = Meaning::Shift { grain, unit: grain, steps: -1, base: Base::Of(what) };
            return Some(if monday && grain == Grain::Weekend { Found { meaning, ..found } } else { found });
        }
        Some(Found::new(end, Meaning::Yearly { what, year: YearOf::Unsaid, lean: Lean::Open }))
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn the_value_is_that_of_the_stretch() {
        check(
            "2024-05-15",
            &[
                (
                    "in early November 2019, in mid-March and by late 2025",
                    "early November 2019=2019-11 | mid-March=2024-03 | late 2025=2025",
                ),
                ("in the early 1990s and the late-November storm", "the early 1990s=199X | late-November=2023-11"),
                (
                    "the end of 1990, the middle of next week, the beginning of June 2020",
                    "the end of 1990=1990 | the middle of next week=2024-W21 | the beginning of June 2020=2020-06",
                ),
                (
                    "It rose earlier this month, later this year, late on Friday",
                    "earlier this month=2024-05 | later this year=2024 | late on Friday=2024-05-10",
                ),
                ("by year-end, at the year's end", "year-end=2024 | the year's end=2024"),
                ("Shares have risen since year-end.", "year-end=2023"),
                ("At end-March or end June 2019 it was 3.", "end-March=2024-03 | end June 2019=2019-06"),
                (
                    "It rained in the early hours of Tuesday morning, the small hours of Friday and the whole summer.",
                    "the early hours of Tuesday morning=2024-05-14TMO | the small hours of Friday=2024-05-10TMO | \
                     the whole summer=2023-SU",
                ),
                (
                    "In the early morning hours on May 6 it sank; it burnt in the late evening hours of Monday.",
                    "the early morning hours on May 6=2024-05-06TMO | the late evening hours of Monday=2024-05-13TEV",
                ),
                ("Early on Sunday morning the ferry sank.", "Early on Sunday morning=2024-05-12TMO"),
                (
                    "Easter week, Thanksgiving Day 2003, last Christmas",
                    "Easter week=2024-W13 | Thanksgiving Day 2003=2003-11-27 | last Christmas=2023-12-25",
                ),
            ],
        );
    }
}
