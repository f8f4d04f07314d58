//! Which days a length of time covers, where its words count it from the story's date or from another.
//!
//! `in the past five years` · `over the next 3 weeks` · `within 24 hours` · `for three days from Monday` ·
//! `the 12 months to March` · `the first two weeks of 2021` · `the rest of the week` · `so far this year`
//!
//! TIMEX3 keeps the length as the value and tells its ends beside it, as `beginPoint` and `endPoint`.

use super::anchor::Anchor;
use super::distance::in_calendar;
use super::grammar::Grammar;
use super::lexicon::{Lex, Unit};
use super::meaning::{Found, Meaning};
use super::numbers::Amount;
use super::portion::ends;
use super::tense::Way;
use crate::Covered;
use crate::calendar::stretch::{Grain, Stretch};
use chrono::{Datelike, Days, NaiveDate};

/// A length in steps of the calendar: years, months or days.
#[derive(Clone, Copy)]
struct Steps {
    grain: Grain,
    count: i32,
}

impl Steps {
    /// So many of `unit`; `None` for parts of a day, and for quarters and weekends, whose ends nobody can tell.
    fn of(amount: Amount, unit: Unit) -> Option<Self> {
        if unit == Unit::Hour {
            let hours = amount.count()?;
            return (hours % 24 == 0 && hours > 0).then_some(Self { grain: Grain::Day, count: hours / 24 });
        }
        let (grain, count) = in_calendar(unit, amount)?;
        let steps = match grain {
            Grain::Year | Grain::Month | Grain::Day => Self { grain, count },
            Grain::Week => Self { grain: Grain::Day, count: count.checked_mul(7)? },
            _ => return None,
        };
        (1..10_000).contains(&steps.count).then_some(steps)
    }

    /// `day`, so often on or back.
    fn from(self, day: NaiveDate, sign: i32) -> Option<NaiveDate> {
        Stretch::of(self.grain, day).shift_by(self.grain, self.count * sign).map(|moved| moved.day)
    }
}

/// The stretch from one day to another, as exact as `grain`.
fn covered(grain: Grain, from: NaiveDate, to: NaiveDate) -> Covered {
    let show = |day| Stretch::of(grain, day).to_string();
    Covered { from: show(from), to: show(to) }
}

impl Grammar<'_> {
    /// The days that the expression in `at..found.end` covers beyond what its value says.
    pub(super) fn covers(self, anchor: &Anchor, at: usize, found: &Found) -> Option<Covered> {
        let Meaning::Duration(amount, unit) = found.meaning else { return self.rest(anchor, at, found) };
        let steps = Steps::of(amount, unit)?;
        let end = found.end;
        if self.lex(end) == Lex::Of {
            return self.part_of_stretch(anchor, at, end, steps);
        }
        self.counted_on(anchor, end, steps)
            .or_else(|| self.counted_to(anchor, at, end, steps))
            .or_else(|| self.counted_from_now(anchor, at, end, steps))
    }

    /// "the past five years", "the next three weeks", "within 24 hours".
    fn counted_from_now(self, anchor: &Anchor, at: usize, end: usize, steps: Steps) -> Option<Covered> {
        let has = |wanted: &[Lex]| (at..end).any(|word| wanted.contains(&self.lex(word)));
        // "the last two years in office", "the next two days after that": counted from elsewhere
        let last = has(&[Lex::Last]);
        if matches!(self.lex(end), Lex::Before | Lex::After | Lex::At)
            || last && (self.lex(end) == Lex::In || self.is_any(at + 1, &["final", "closing"]))
            || self.is_any(end, &["until", "leading", "following"])
            || self.is_of_another_year(anchor, at)
        {
            return None;
        }
        // one year is told by its months, one month by its days
        let fine = match steps {
            Steps { grain: Grain::Year, count: 1 } => Steps { grain: Grain::Month, count: 12 },
            _ => steps,
        };
        let show = if steps.grain == Grain::Month && steps.count == 1 { Grain::Day } else { fine.grain };
        let today = anchor.story(show)?;
        let the = self.lex(at) == Lex::The;
        if last || has(&[Lex::Past]) || has(&[Lex::Previous]) && !the {
            return Some(covered(show, fine.from(today, -1)?, today));
        }
        let way = self.way(at, end);
        let within = self.follows(at, &["within"]) && way == Some(Way::Ahead);
        // in a narrative "the next two weeks" are those after the time last spoken of
        let ahead = has(&[Lex::Next, Lex::Coming]) && way != Some(Way::Back);
        (within || ahead).then_some(covered(show, today, fine.from(today, 1)?))
    }

    /// Whether the sentence has named another year before token `at`, and no perfect leads back to the present.
    fn is_of_another_year(self, anchor: &Anchor, at: usize) -> bool {
        const REACH: usize = 24;
        let Some(now) = anchor.story(Grain::Year).map(|day| day.year()) else { return true };
        let back = (1..=REACH).map_while(|step| at.checked_sub(step).filter(|&near| near >= self.start));
        back.take_while(|&near| !self.ends_clause(near) && !self.is_any(near, &["has", "have"]))
            .any(|near| self.year(near).is_some_and(|year| year != now))
    }

    /// "three days starting Monday", "two weeks from May 20".
    fn counted_on(self, anchor: &Anchor, end: usize, steps: Steps) -> Option<Covered> {
        let comma = self.past_comma(end);
        let starting = self.is_any(comma, &["starting", "beginning", "commencing"]);
        if !starting && self.lex(comma) != Lex::From {
            return None;
        }
        let on = comma + 1 + usize::from(starting && matches!(self.lex(comma + 1), Lex::On | Lex::From));
        let day = self.day_at(anchor, on)?;
        Some(covered(Grain::Day, day, steps.from(day, 1)?.pred_opt()?))
    }

    /// "the 12 months to March", "the nine months ended Sept. 30, 2023".
    fn counted_to(self, anchor: &Anchor, at: usize, end: usize, steps: Steps) -> Option<Covered> {
        let to = self.lex(end) == Lex::To || self.is_any(end, &["ended", "ending", "through"]);
        let the = (at..at + 2).any(|word| self.lex(word) == Lex::The) || self.before(at) == Lex::The;
        if !to || !the {
            return None;
        }
        let on = end + 1 + usize::from(self.lex(end + 1) == Lex::On);
        let inner = self.inside()?.modified(on)?;
        let last = anchor.stretch(&inner, self.way(on, inner.end))?;
        match last.grain {
            Grain::Day => {
                let first = steps.from(last.day.succ_opt()?, -1)?;
                Some(covered(Grain::Day, first, last.day))
            }
            Grain::Month if steps.grain != Grain::Day => {
                let next = last.shift(1)?;
                Some(covered(Grain::Month, steps.from(next.day, -1)?, last.day))
            }
            _ => None,
        }
    }

    /// "the first two weeks of 2021", "the last three days of May"; not "the last two weeks of the campaign".
    fn part_of_stretch(self, anchor: &Anchor, at: usize, end: usize, steps: Steps) -> Option<Covered> {
        let words = || at..end;
        let first = words().any(|word| matches!(self.lex(word), Lex::Ordinal(1)) || self.is(word, "opening"));
        let last = words().any(|word| self.lex(word) == Lex::Last || self.is_any(word, &["final", "closing"]));
        if !(first || last) {
            return None;
        }
        let inner = self.inside()?.point(end + 1)?;
        // years that begin when nobody says: "1986/87", "fiscal 1987"
        let own = |word| self.is_dash(word) || self.is_mark(word, '/') || matches!(self.lex(word), Lex::Fiscal);
        if (end + 1..inner.end).any(own) {
            return None;
        }
        let (first_day, last_day) = ends(anchor.stretch(&inner, self.way(end + 1, inner.end))?)?;
        let (from, to) = if first {
            (first_day, steps.from(first_day, 1)?.pred_opt()?)
        } else {
            (steps.from(last_day.succ_opt()?, -1)?, last_day)
        };
        // what is told of as past has ended
        let over = self.way(at, end) == Some(Way::Back) && anchor.today().is_some_and(|today| to > today);
        (from >= first_day && to <= last_day && !over).then_some(covered(steps.grain, from, to))
    }

    /// "the rest of the week", "so far this year", "the year to date", "later this month": a part of a stretch that
    /// today cuts in two.
    fn rest(self, anchor: &Anchor, at: usize, found: &Found) -> Option<Covered> {
        let end = found.end;
        let rest = self.before(at) == Lex::Of && self.follows(at - 1, &["rest", "remainder"]);
        let so_far = self.follows(at, &["far"]) && self.lex(at.wrapping_sub(2)) == Lex::So
            || self.lex(end) == Lex::To && self.is(end + 1, "date");
        let earlier = self.lex(at) == Lex::Earlier;
        let later = self.lex(at) == Lex::Later;
        let way = (rest || so_far || earlier || later).then(|| self.way(at, end))?;
        let (rest, so_far) = (rest && way != Some(Way::Back) || later, so_far || earlier);
        let today = anchor.today()?;
        let (first, last) = ends(anchor.stretch(found, way)?)?;
        let inside = (first..=last).contains(&today);
        match (rest, so_far) {
            (true, _) if inside => Some(covered(Grain::Day, today, last)),
            (_, true) if inside => Some(covered(Grain::Day, first, today)),
            _ => None,
        }
    }

    /// The day that is named at `at`.
    fn day_at(self, anchor: &Anchor, at: usize) -> Option<NaiveDate> {
        let inner = self.inside()?.point(at).filter(Found::is_day)?;
        let stretch = anchor.stretch(&inner, self.way(at, inner.end))?;
        (stretch.grain == Grain::Day && stretch.day.checked_add_days(Days::new(1)).is_some()).then_some(stretch.day)
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::times;

    /// The first time of `source` that covers days, its value and those days.
    fn told(source: &str) -> String {
        let found = times(source, Some("2024-05-15"));
        let time = found.iter().find_map(|time| Some((time, time.covers.as_ref()?)));
        time.map_or_else(String::new, |(time, covers)| format!("{} {}..{}", time.value, covers.from, covers.to))
    }

    #[test]
    fn lengths_that_are_counted_say_which_days() {
        for (source, wanted) in [
            ("Rents have doubled in the past five years.", "P5Y 2019..2024"),
            ("Rents rose over the last two months.", "P2M 2024-03..2024-05"),
            ("Rents rose in the past year.", "P1Y 2023-05..2024-05"),
            ("Rents will rise over the next month.", ""),
            ("Rents will rise within a month.", "P1M 2024-05-15..2024-06-15"),
            ("Two ships sank in the past week.", "P1W 2024-05-08..2024-05-15"),
            ("Two ships sank in the last 48 hours.", "PT48H 2024-05-13..2024-05-15"),
            ("It will rain over the next 3 weeks.", "P3W 2024-05-15..2024-06-05"),
            ("He must leave within 24 hours.", "PT24H 2024-05-15..2024-05-16"),
            ("The strike will last for three days from Monday.", "P3D 2024-05-20..2024-05-22"),
            ("He will be off for two weeks starting June 3.", "P2W 2024-06-03..2024-06-16"),
            ("Profit rose in the 12 months to March 31.", "P12M 2023-04-01..2024-03-31"),
            ("Profit rose in the 12 months to March.", "P12M 2023-04..2024-03"),
            ("Profit fell in the nine months ended Sept. 30, 2023.", "P9M 2023-01-01..2023-09-30"),
            ("The first two weeks of 2021 were wet.", "P2W 2021-01-01..2021-01-14"),
            ("The last three days of April were dry.", "P3D 2024-04-28..2024-04-30"),
            ("The road will be shut for the rest of the week.", "2024-W20 2024-05-15..2024-05-19"),
            ("Forty ships have sunk so far this year.", "2024 2024-01-01..2024-05-15"),
            ("It sank earlier this month.", "2024-05 2024-05-01..2024-05-15"),
            ("They will vote later this week.", "2024-W20 2024-05-15..2024-05-19"),
        ] {
            assert_eq!(told(source), wanted, "{source}");
        }
    }

    #[test]
    fn lengths_that_are_counted_from_elsewhere_say_none() {
        for source in [
            "The repair took five years.",
            "It was shut for the last two weeks of the campaign.",
            "In 1998 the club had won four cups in the past five years.",
            "He spent the last two years in office alone.",
            "The rebels took five towns over the next three weeks.",
            "It was put right within 24 hours.",
            "In the previous five years no ship had sunk.",
            "Rents will rise in the coming months.",
            "The last three days of May were dry.",
            "He left earlier on Friday.",
        ] {
            assert_eq!(told(source), "", "{source}");
        }
    }
}
