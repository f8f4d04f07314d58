//! Two times that are the ends of one stretch, and words that leave a time open or say where in it something lies.
//!
//! `from May to July` · `Sept. 5-7` · `between 9 and 10:30` · `since 1998` · `by Friday` · `early May` · `circa 1850`

use super::grammar::Grammar;
use super::lexicon::Lex;
use super::meaning::{Found, Lean, Meaning, YearOf};
use crate::{TimeKind, TimeMod};

/// What takes something from one day to another, which makes no stretch of the two: "moved from Friday to Monday".
const MOVED: [&str; 14] = [
    "moved",
    "postponed",
    "delayed",
    "rescheduled",
    "shifted",
    "pushed",
    "changed",
    "brought",
    "move",
    "postpone",
    "delay",
    "reschedule",
    "shift",
    "push",
];

/// How far before a range such a word can be, in tokens.
const REACH: usize = 7;

impl Grammar<'_> {
    /// Whether the expression that begins at `next` is the end of a stretch that the one in `first..end` begins.
    pub(super) fn is_range(self, first: usize, end: usize, next: usize) -> bool {
        let the = usize::from(next > end + 1 && self.lex(next - 1) == Lex::The);
        if next != end + 1 + the {
            return false;
        }
        let opened = |words: &[&str]| {
            self.follows(first, words) || self.lex(first.wrapping_sub(1)) == Lex::The && self.follows(first - 1, words)
        };
        let moved = || {
            (1..=REACH)
                .map_while(|step| first.checked_sub(step).filter(|&at| at >= self.start))
                .any(|at| self.is_any(at, &MOVED))
        };
        match self.lex(end) {
            Lex::And => opened(&["between"]),
            Lex::To => !moved(),
            _ if self.is_any(end, &["through", "thru", "until", "till"]) => !moved(),
            // an em dash between spaces parts two thoughts
            _ if self.is_dash(end) => self.is_joined(end) || !self.is_mark(end, '—'),
            _ => self.is_mark(end, '~') || self.is_mark(end, '/') && self.is_joined(end) && self.is_joined(next),
        }
    }

    /// The end of a stretch as it is meant: "May to March" is the March after that May.
    pub(super) fn ending(first: &Found, second: &Found) -> Found {
        let open = |found: &Found| {
            matches!(found.meaning, Meaning::Yearly { year: YearOf::Unsaid, lean: Lean::Open, .. })
                && found.offset.is_none()
                && found.part.is_none()
        };
        let mut ending = *second;
        if open(first)
            && open(second)
            && let Meaning::Yearly { lean, .. } = &mut ending.meaning
        {
            *lean = Lean::Ending;
        }
        // "from 10 p.m. Friday to 5 a.m. Saturday": the Saturday after it
        if matches!(first.meaning, Meaning::Weekly { .. })
            && second.offset.is_none()
            && let Meaning::Weekly { lean: lean @ Lean::Open, .. } = &mut ending.meaning
            && first.meaning != second.meaning
        {
            *lean = Lean::Following;
        }
        ending
    }

    /// What the words of the expression in `at..end`, or the one before it, say of where in the value it lies.
    pub(super) fn modifier(self, at: usize, end: usize, kind: TimeKind) -> Option<TimeMod> {
        let first = at + usize::from(matches!(self.lex(at), Lex::The | Lex::A) && at + 1 < end);
        let point = matches!(kind, TimeKind::Date | TimeKind::Time);
        match self.lex(first) {
            Lex::Early | Lex::Earlier | Lex::Start if point => return Some(TimeMod::Start),
            Lex::Late | Lex::Later | Lex::End if point => return Some(TimeMod::End),
            Lex::Mid | Lex::Middle if point => return Some(TimeMod::Mid),
            Lex::About if self.is_any(first, &["about", "around", "roughly", "approximately", "some", "circa"]) => {
                return Some(TimeMod::Approx);
            }
            _ if kind == TimeKind::Duration => {
                if let Some(bound) = self.length_bound(at, end) {
                    return Some(bound);
                }
            }
            Lex::More if point => return Some(TimeMod::Before),
            Lex::Less if point => return Some(TimeMod::After),
            _ => {}
        }
        // "year-end", "a week or so"
        if end >= at + 3 && self.lex(end - 1) == Lex::So && self.lex(end - 2) == Lex::Or {
            return Some(TimeMod::Approx);
        }
        if point && end > at + 1 && self.lex(end - 1) == Lex::End {
            return Some(TimeMod::End);
        }
        if !point || at <= self.start {
            return None;
        }
        match self.lex(at - 1) {
            Lex::After => Some(TimeMod::After),
            Lex::Before => Some(TimeMod::Before),
            _ if self.is(at - 1, "since") => Some(TimeMod::After),
            _ if self.is_any(at - 1, &["until", "till", "by"]) => Some(TimeMod::Before),
            _ => None,
        }
    }

    /// What the words of the length of time in `at..end`, or the one before it, leave open: "over four decades", "no more
    /// than a year", "two or more years".
    fn length_bound(self, at: usize, end: usize) -> Option<TimeMod> {
        let than = self.lex(at + 1) == Lex::Than;
        let denied = self.follows(at, &["no", "not"]);
        match self.lex(at) {
            Lex::More if than => Some(if denied { TimeMod::EqualOrLess } else { TimeMod::MoreThan }),
            Lex::Less if than => Some(if denied { TimeMod::EqualOrMore } else { TimeMod::LessThan }),
            Lex::At if self.lex(at + 1) == Lex::Least => Some(TimeMod::EqualOrMore),
            Lex::At if self.lex(at + 1) == Lex::Most => Some(TimeMod::EqualOrLess),
            Lex::Up if self.lex(at + 1) == Lex::To => Some(TimeMod::EqualOrLess),
            Lex::About if self.is(at, "over") => Some(TimeMod::MoreThan),
            Lex::About if self.is_any(at, &["under", "nearly", "almost"]) => Some(TimeMod::LessThan),
            _ => (at + 1..end).find_map(|within| {
                let or = |words: &[&str]| self.lex(within) == Lex::Or && self.is_any(within + 1, words);
                if or(&["more"]) || self.is(within, "plus") {
                    return Some(TimeMod::EqualOrMore);
                }
                or(&["less", "fewer"]).then_some(TimeMod::EqualOrLess)
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::times;

    /// The times of `source`, each with the value of the end of its range and its modifier.
    fn told(source: &str) -> String {
        let times = times(source, Some("2024-05-15"));
        let one = |time: &crate::Time| {
            let end = time.range_end.map_or(String::new(), |end| format!("..{}", times[end].value));
            let modifier = time.modifier.map_or(String::new(), |modifier| format!(" {modifier}"));
            format!("{}{end}{modifier}", time.value)
        };
        times.iter().map(one).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn a_range_knows_its_end() {
        for (source, wanted) in [
            ("It ran from January to April 2015.", "2015-01..2015-04 | 2015-04"),
            ("It will run from May to March.", "2024-05..2025-03 | 2025-03"),
            ("It ran from November to February.", "2023-11..2024-02 | 2024-02"),
            ("The fair of Sept. 5-7, 2023 drew crowds.", "2023-09-05..2023-09-07 | 2023-09-07"),
            ("It was shut between 9 and 10:30 a.m.", "2024-05-15T09:00..2024-05-15T10:30 | 2024-05-15T10:30"),
            (
                "The curfew runs from 10pm Friday to 5am Saturday.",
                "2024-05-17T22:00..2024-05-18T05:00 | 2024-05-18T05:00",
            ),
            ("He ran it 1990–1995.", "1990..1995 | 1995"),
            ("He came in 1990 and 1995.", "1990 | 1995"),
            ("The vote was moved from Friday to Monday.", "2024-05-10 | 2024-05-13"),
        ] {
            assert_eq!(told(source), wanted, "{source}");
        }
    }

    #[test]
    fn what_is_open_or_inexact_says_so() {
        for (source, wanted) in [
            ("It has stood since 1998.", "1998 AFTER"),
            ("They will decide by Friday.", "2024-05-17 BEFORE"),
            ("It burnt before May 2010.", "2010-05 BEFORE"),
            ("It fell in early May, in mid-1989 and at the end of 1990.", "2024-05 START | 1989 MID | 1990 END"),
            ("It was built circa 1850.", "1850 APPROX"),
            ("It took about three years, or a week or so.", "P3Y APPROX | P1W APPROX"),
            ("It took over four decades, or more than an hour.", "P40Y MORE_THAN | PT1H MORE_THAN"),
            ("It took nearly two years; he got two or more years in jail.", "P2Y LESS_THAN | P2Y EQUAL_OR_MORE"),
            ("It lasts at least 30 days and up to a week.", "P30D EQUAL_OR_MORE | P1W EQUAL_OR_LESS"),
            ("It took no more than a year, three-plus months.", "P1Y EQUAL_OR_LESS | P3M EQUAL_OR_MORE"),
            ("It took nearly 1-1/2 years.", "P1Y6M LESS_THAN"),
        ] {
            assert_eq!(told(source), wanted, "{source}");
        }
    }
}
