//! Grammar: calendar dates with the month in words, years, decades, centuries.
//!
//! `Sept. 5` · `Sept. 5, 2016` · `Monday, 5 September` · `the fifth of May` · `March 2011` ·
//! `June last year` · `2024 August` · `1989` · `the 1990s` · `the 20th century`

use super::grammar::Grammar;
use super::lexicon::{Lex, Part, Unit};
use super::meaning::{Daytime, Found, Lean, Meaning, YearOf, Yearly};
use crate::calendar::PartialDate;
use crate::calendar::stretch::{Grain, Stretch};

impl Grammar<'_> {
    /// A calendar date that begins at `at`.
    pub(super) fn date(self, at: usize) -> Option<Found> {
        match self.lex(at) {
            Lex::Weekday(name) => {
                // "Sunday night, 7 June"
                let part = match self.lex(at + 1) {
                    Lex::Part(part) if part != Part::Day => Some(part),
                    _ => None,
                };
                let next = self.past_comma(self.past_stop(at + 1 + usize::from(part.is_some())));
                let next = next + usize::from(self.lex(next) == Lex::The);
                // "Mon-Fri, May 20-24": the date is not the Friday's
                let last = at > self.start + 1
                    && (self.is_dash(at - 1) || self.lex(at - 1) == Lex::To)
                    && matches!(self.lex(at - 2), Lex::Weekday(_));
                if matches!(self.lex(next), Lex::Weekday(_)) || last && self.is_mark(at + 1, ',') {
                    return None;
                }
                let mut found = self.date(next).filter(Found::is_day)?;
                if let Meaning::Yearly { what: Yearly::Day { weekday, .. }, .. } = &mut found.meaning {
                    *weekday = chrono::Weekday::try_from(name).ok();
                }
                Some(part.map_or(found, |part| found.at(found.end, Daytime::Part(part))))
            }
            Lex::The => {
                // "the 19th-century house": the article is the house's
                let hyphenated = self.ordinal(at + 1).is_some_and(|(end, _)| self.is_hyphen(end));
                let century = self.century(at + 1).filter(|_| !hyphenated);
                century
                    .or_else(|| self.decade_of(at + 1))
                    .or_else(|| self.day_first(at + 1).filter(|_| self.ordinal(at + 1).is_some()))
            }
            Lex::Month(month) => self.month_first(at, u32::from(month)),
            Lex::Digits => self
                .date_in_figures(at)
                .or_else(|| self.day_first(at))
                .or_else(|| self.century(at))
                .or_else(|| self.decade_of(at))
                .or_else(|| self.year_first(at)),
            Lex::Ordinal(_) => self.day_first(at).or_else(|| self.century(at)),
            Lex::Tens(_) | Lex::Small(_) => {
                self.decade_of(at).or_else(|| self.day_first(at)).or_else(|| self.century(at)).or_else(|| {
                    let (end, year) = self.spelled_year(at)?;
                    Some(Found::new(end, Meaning::Exact(Stretch::year(year)?)))
                })
            }
            _ if self.is_apostrophe(at) => self.decade_of(at).or_else(|| self.short_year(at)),
            Lex::Decade(_) => self.decade_of(at),
            _ => None,
        }
    }

    /// `Sept. 5, 2016`, `March 2011`, `June last year`, `March`.
    fn month_first(self, at: usize, month: u32) -> Option<Found> {
        let name = self.past_stop(at + 1);
        let sure = self.is_capitalised(at)
            || !self.is_any(at, &["may", "march", "mar", "sun", "sat"])
            || matches!(self.before(at), Lex::Weekday(_));
        if let Some(found) = self.month_stroke(at, name, month) {
            return Some(found);
        }
        // "March 6", "March, 6th", "March the sixth"
        let comma = self.past_comma(name);
        let the = usize::from(self.lex(name) == Lex::The);
        let spelled = || self.spelled_day(name + the).filter(|_| sure);
        let day = spelled().or_else(|| self.day_of_month(name + the));
        let day = day.or_else(|| self.ordinal(comma).filter(|(_, day)| *day <= 31));
        if let Some((end, day)) = day.filter(|&(end, _)| sure && self.ends_number(end)) {
            if let Some((end, year)) = self.year_after(end) {
                return day_of(end, year, month, day);
            }
            // "Sept. 5-7, 2016", "June 28 to July 4, 2025": the year comes after the second day
            if let Some(year) = self.year_of_second(end, month) {
                return day_of(end, YearOf::Written(year), month, day);
            }
            // "June 3, 4 and 7, 2016"
            let (days, count) = self.listed_days(end, day);
            if let Some((_, year)) = days[..count].last().and_then(|last| self.year_after(last.1)) {
                return day_of(end, year, month, day);
            }
            if let Some((end, year, clock)) = self.clock_and_year(end) {
                return day_of(end, YearOf::Written(year), month, day).map(|day| day.at(day.end, clock));
            }
            return day_of(end, YearOf::Unsaid, month, day);
        }
        if !self.is_capitalised(at) && !self.is_month_in_small(at) {
            return None;
        }
        let found = |end: usize, year: YearOf| {
            Some(Found::new(end, Meaning::Yearly { what: Yearly::Month(month), year, lean: Lean::Open }))
        };
        if self.is_hyphen(name) && self.year(name + 1).is_some() {
            return found(name + 2, YearOf::Written(self.year(name + 1)?));
        }
        let of = usize::from(self.lex(comma) == Lex::Of);
        // "Ms. May, 60": two figures after a month without a day are no year
        let short = of == 0 && self.str(comma).len() == 2;
        if let Some((end, year)) = self.year_after(comma + of).filter(|_| !short) {
            return found(end, year);
        }
        // "January to March 2011", "June, July and August 2011": the year comes after the last month
        let mut next = name;
        for _ in 0..4 {
            let comma = self.past_comma(next);
            let joins = matches!(self.lex(comma), Lex::To | Lex::And | Lex::Or)
                || self.is_dash(comma)
                || self.is(comma, "through");
            let month = comma + usize::from(joins);
            if month == next || !matches!(self.lex(month), Lex::Month(_)) {
                break;
            }
            next = self.past_stop(month + 1);
            if let Some((_, year @ YearOf::Written(_))) = self.year_after(next).filter(|(end, _)| *end == next + 1) {
                return found(at + 1, year);
            }
        }
        self.is_month(at).then(|| found(at + 1, YearOf::Unsaid)).flatten()
    }

    /// Whether the month at `at`, written small, is nothing else: not "may", "march", nor "august" the adjective.
    pub(super) fn is_month_in_small(self, at: usize) -> bool {
        let placed = || {
            matches!(
                self.before(at),
                Lex::In | Lex::From | Lex::To | Lex::Of | Lex::Early | Lex::Late | Lex::Mid | Lex::Last | Lex::Next
            ) || self.follows(at, &["since", "until", "till", "by", "between"])
        };
        match self.str(at) {
            "january" | "february" | "april" | "june" | "july" | "september" | "october" | "november" | "december" => {
                true
            }
            "august" => {
                placed() && (!self.is_word(at + 1) || matches!(self.lex(at + 1), Lex::And | Lex::To | Lex::Or))
                    || self.year(at + 1).is_some()
            }
            "jan" | "feb" | "apr" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec" => {
                placed() || self.year(at + 1).is_some()
            }
            _ => false,
        }
    }

    /// A day of the month in words of their own: "twenty nine", "twenty second", "thirty first".
    fn spelled_day(self, at: usize) -> Option<(usize, u32)> {
        let Lex::Tens(tens) = self.lex(at) else { return None };
        let next = self.past_hyphen(at + 1);
        let (end, day) = match self.lex(next) {
            Lex::Ordinal(small @ 1..=9) | Lex::Small(small @ 1..=9) => (next + 1, u32::from(tens + small)),
            _ => (at + 1, u32::from(tens)),
        };
        (day <= 31).then_some((end, day))
    }

    /// Whether the bare name of a month at `at` is not another word: "May" the verb, "April" the woman.
    pub(super) fn is_month(self, at: usize) -> bool {
        let prepared = at > self.start
            && (matches!(
                self.lex(at - 1),
                Lex::In
                    | Lex::From
                    | Lex::To
                    | Lex::Early
                    | Lex::Late
                    | Lex::Mid
                    | Lex::Of
                    | Lex::Last
                    | Lex::Next
                    | Lex::This
                    | Lex::Before
                    | Lex::After
                    | Lex::Every
                    | Lex::Or
                    | Lex::And
                    | Lex::End
                    | Lex::Start
            ) || self.is_any(at - 1, &["since", "until", "till", "by", "through", "during", "for", "between"])
                || self.is_dash(at - 1)
                    && matches!(self.before(at - 1), Lex::Early | Lex::Late | Lex::Mid | Lex::End | Lex::Month(_))
                // "April, May and June", "Jan.-March"
                || self.is_mark(at - 1, ',') && matches!(self.before(at - 1), Lex::Month(_)))
            || (matches!(self.lex(self.past_stop(at + 1)), Lex::And | Lex::To) || self.is_dash(self.past_stop(at + 1)))
                && matches!(self.lex(self.past_stop(at + 1) + 1), Lex::Month(_));
        if self.str(at).len() == 3 && !self.is(at, "may") {
            // "Jan" and "Mar" are names, "Dec." is not
            let joins = |at: usize| matches!(self.lex(at), Lex::To | Lex::And) || self.is_dash(at);
            let listed = joins(at + 1) && matches!(self.lex(at + 2), Lex::Month(_))
                || joins(at.wrapping_sub(1)) && matches!(self.lex(at.wrapping_sub(2)), Lex::Month(_));
            let placed = matches!(self.before(at), Lex::In | Lex::Early | Lex::Late | Lex::Mid | Lex::Next)
                || self.lex(at.wrapping_sub(1)) == Lex::Of && self.lex(at.wrapping_sub(2)) != Lex::None
                || self.follows(at, &["since", "until", "till"]);
            let alone = !self.is_capitalised(at + 1) && !self.is_possessive(at + 1);
            return prepared && (self.is_mark(at + 1, '.') || (listed || placed) && alone);
        }
        let names_on = self.is_capitalised(at + 1)
            && self.is_word(at + 1)
            && !matches!(self.lex(at + 1), Lex::Month(_) | Lex::Weekday(_));
        // "the May election", "a March deadline"
        let adjective = (matches!(self.before(at), Lex::The | Lex::A | Lex::Possessive)
            || self.is_possessive(at.wrapping_sub(1)))
            && self.is_word(at + 1)
            && !self.is_capitalised(at + 1)
            && self.lex(at + 1) == Lex::None
            && !self.is_any(at + 1, &["for", "against", "by", "through", "toward", "towards", "was", "is", "will"]);
        match self.lex(at) {
            Lex::Month(5 | 3) if adjective => true,
            Lex::Month(5) => prepared && !names_on && !matches!(self.before(at), Lex::And | Lex::Or | Lex::Every),
            Lex::Month(3) => {
                prepared || !(names_on || self.is(at + 1, "of") || self.follows(at, &["the", "a"]) || self.begins(at))
            }
            // "to April Jones" is a woman, "in April Washington" is not
            _ => {
                prepared
                    && (!names_on
                        || matches!(
                            self.before(at),
                            Lex::In | Lex::Early | Lex::Late | Lex::Mid | Lex::Last | Lex::Next | Lex::This
                        )
                        || self.follows(at, &["since", "until"]))
                    || !(names_on || self.is_any(at + 1, &["'s", "’s"]) && self.begins(at))
            }
        }
    }

    /// Whether token `at` begins its sentence, as far as the marks before it tell.
    pub(super) fn begins(self, at: usize) -> bool {
        at <= self.start || self.is_any(at - 1, &[".", "!", "?", "\"", "“", "`", "'", "‘", ":", "_", "—", "-"])
    }

    /// `5 September 2016`, `31st March, 2016`, `the fifth of May`, `15Sep`, and the `5` of `5-7 September`.
    fn day_first(self, at: usize) -> Option<Found> {
        // "$ 12 December 27": what is paid, and when
        if self.is_any(at.wrapping_sub(1), &["$", "£", "€"]) && at > self.start {
            return None;
        }
        let (end, day) = self.spelled_day(at).or_else(|| self.day_of_month(at)).or_else(|| self.small_day(at))?;
        let worded = self.lex(at) != Lex::Digits;
        if at > self.start
            && self.is_joined(at)
            && !self.is_dash(at - 1)
            && !self.is_any(at - 1, &["(", "\"", "“", "[", "/", "'"])
        {
            return None;
        }
        if let Some((month, after)) = self.month_after(end, worded) {
            if let Some((end, year)) = self.year_after(after) {
                return day_of(end, year, month, day);
            }
            if let Some(year) = self.year_of_second(after, month) {
                return day_of(after, YearOf::Written(year), month, day);
            }
            return day_of(after, YearOf::Unsaid, month, day);
        }
        if !(self.is_dash(end) || matches!(self.lex(end), Lex::To | Lex::And)) || worded {
            return None;
        }
        let (last, _) = self.day_of_month(end + 1)?;
        let (month, after) = self.month_after(last, worded)?;
        let year = self.year_after(after).map_or(YearOf::Unsaid, |(_, year)| year);
        day_of(end, year, month, day)
    }

    /// "fifteen", where the name of a month follows at once.
    fn small_day(self, at: usize) -> Option<(usize, u32)> {
        let Lex::Small(day @ 1..=19) = self.lex(at) else { return None };
        (matches!(self.lex(at + 1), Lex::Month(_)) && self.is_capitalised(at + 1)).then_some((at + 1, u32::from(day)))
    }

    /// The month after a day of the month: which, and the token after it.
    fn month_after(self, at: usize, worded: bool) -> Option<(u32, usize)> {
        let of = usize::from(self.lex(at) == Lex::Of || self.is_hyphen(at));
        let Lex::Month(month) = self.lex(at + of) else { return None };
        let lower = !self.is_capitalised(at + of) && self.is_any(at + of, &["may", "march", "mar"]);
        // "twenty five January 1986", not "the first March on the capital"
        let counted = matches!(self.before(at), Lex::Small(_) | Lex::Tens(_)) && self.year_after(at + 1).is_some();
        if (lower || worded && !counted) && of == 0 {
            return None;
        }
        let stop = self.past_stop(at + of + 1);
        // the full stop is the month's only where it is shortened
        let short = self.str(at + of).len() <= 3 && month != 5 || self.is(at + of, "sept");
        Some((u32::from(month), if short { stop } else { at + of + 1 }))
    }

    /// The year after a month or a day of a month.
    pub(super) fn year_after(self, at: usize) -> Option<(usize, YearOf)> {
        let comma = self.past_comma(at);
        if let Some(year) = self.year(comma) {
            let goes_on = self.is_word(comma + 2) && !matches!(self.lex(comma + 2), Lex::Month(_));
            if self.is_hyphen(comma + 1) && goes_on && comma > at {
                return None;
            }
            return Some((comma + 1, YearOf::Written(year)));
        }
        if let Some((end, year)) = self.spelled_year(comma) {
            return Some((end, YearOf::Written(year)));
        }
        // "26th June of 2020", "26 June in 2019", "April of 87"
        if matches!(self.lex(at), Lex::Of | Lex::In)
            && let Some(year) = self.year(at + 1).filter(|&year| self.is_year(at + 1, year))
        {
            return Some((at + 2, YearOf::Written(year)));
        }
        let written = self.lex(at) == Lex::Of && self.str(at + 1).len() == 2 && self.ends_number(at + 2);
        if let Some(year) = self.figures(at + 1, 2).filter(|_| written && !self.is_word(at + 2)) {
            let year = i32::try_from(year).ok()?;
            return Some((at + 2, YearOf::Written(if year < 40 { 2000 + year } else { 1900 + year })));
        }
        if let Some(found) = self.short_year(comma)
            && let Meaning::Exact(stretch) = found.meaning
        {
            return Some((found.end, YearOf::Written(chrono::Datelike::year(&stretch.day))));
        }
        if let Some(short) = self.figures(comma, 2).filter(|&year| year > 31 && self.ends_number(comma + 1)) {
            let counts = self.is_word(comma + 1) && !self.is_capitalised(comma + 1) && comma > at;
            return (!counts).then_some((comma + 1, YearOf::Written(1900 + i32::try_from(short).ok()?)));
        }
        if let Some(year) = self.figures(comma, 2).filter(|_| self.is_hyphen(comma)) {
            return Some((comma + 1, YearOf::Written(2000 + i32::try_from(year).ok()?)));
        }
        let of = usize::from(self.lex(at) == Lex::Of);
        let the = usize::from(self.lex(at + of) == Lex::The);
        let steps = match self.lex(at + of + the) {
            Lex::This => YearOf::Story(0),
            Lex::Last => YearOf::Story(-1),
            Lex::Next => YearOf::Story(1),
            Lex::That | Lex::Same if the == 0 || of == 1 => YearOf::Spoken(0),
            Lex::Following => YearOf::Spoken(1),
            Lex::Previous => YearOf::Spoken(-1),
            _ => return None,
        };
        (self.lex(at + of + the + 1) == Lex::Unit(Unit::Calendar(Grain::Year))
            && !self.is_possessive(at + of + the + 2))
        .then_some((at + of + the + 2, steps))
    }

    /// Whether a number may end before `at`: no percent sign, no unit, no further figures against it.
    pub(super) fn ends_number(self, at: usize) -> bool {
        let figures = self.is_joined(at) && (self.is_any(at, &[":", "/"]) && self.lex(at + 1) == Lex::Digits);
        !(figures || self.is_mark(at, '%') || matches!(self.lex(at), Lex::Million | Lex::Am | Lex::Pm))
    }
}

/// A day of a month, in a year that may be written or not.
pub(super) fn day_of(end: usize, year: YearOf, month: u32, day: u32) -> Option<Found> {
    if let YearOf::Written(year) = year {
        let date = PartialDate { year: Some(year), month: Some(month), day: Some(day) }.to_calendar()?;
        return Some(Found::new(end, Meaning::Exact(Stretch::of(Grain::Day, date))));
    }
    // a leap year has every day that any year has
    chrono::NaiveDate::from_ymd_opt(2000, month, day)?;
    Some(Found::new(end, Meaning::Yearly { what: Yearly::Day { month, day, weekday: None }, year, lean: Lean::Open }))
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn with_the_month_in_words() {
        check(
            "2024-05-15",
            &[
                ("It opened on Sept. 5, 2016, in Ardmouth.", "Sept. 5, 2016=2016-09-05"),
                (
                    "It opened on 5 September 2016 and shut on 31st March, 2017.",
                    "5 September 2016=2016-09-05 | 31st March, 2017=2017-03-31",
                ),
                ("It sank on Sunday night, 7th June 2015.", "Sunday night, 7th June 2015=2015-06-07TNI"),
                ("It sank on Sunday night, seven people said.", "Sunday night=2024-05-12TNI"),
                (
                    "Born on the fifth of May 1961, he died on July the 4th.",
                    "the fifth of May 1961=1961-05-05 | July the 4th=2023-07-04",
                ),
                ("The 10 August 2012 and 3rd Feb 82 editions", "10 August 2012=2012-08-10 | 3rd Feb 82=1982-02-03"),
                ("Sun 15Sep or Aug 9, 96", "Sun 15Sep=2024-09-15 | Aug 9, 96=1996-08-09"),
                ("There is no 31 February 2020.", "February 2020=2020-02"),
            ],
        );
    }

    #[test]
    fn months_and_their_years() {
        check(
            "2024-05-15",
            &[
                ("It was signed in March 2011 and in June last year.", "March 2011=2011-03 | June last year=2023-06"),
                (
                    "Sep-2012, Sep. 2012, August, 2012 and 2024 August",
                    "Sep-2012=2012-09 | Sep. 2012=2012-09 | August, 2012=2012-08 | 2024 August=2024-08",
                ),
                ("It ran from January to March 2011.", "January=2011-01 | March 2011=2011-03"),
                ("It ran in June, July and August 2023.", "June=2023-06 | July=2023-07 | August 2023=2023-08"),
                ("She made two fifties and 7 nineties in the fifties.", "the fifties=195X"),
                ("January nineteen ninety-seven was cold.", "January nineteen ninety-seven=1997-01"),
                (
                    "The May election follows the March vote; in May, May Jones won.",
                    "May=2024-05 | March=2024-03 | May=2024-05",
                ),
            ],
        );
    }

    #[test]
    fn a_weekday_tells_the_year() {
        // 3 November is a Sunday in 2024, and was a Friday in 2023
        check(
            "2024-05-15",
            &[
                ("Voters go to the polls on Sunday, November 3.", "Sunday, November 3=2024-11-03"),
                ("It failed on Friday, Nov. 3.", "Friday, Nov. 3=2023-11-03"),
            ],
        );
    }

    #[test]
    fn ranges_are_two_times() {
        check(
            "2024-05-15",
            &[
                ("The fair of Sept. 5-7, 2023 drew crowds.", "Sept. 5=2023-09-05 | 7, 2023=2023-09-07"),
                ("It ran on 5-7 September 2022.", "5=2022-09-05 | 7 September 2022=2022-09-07"),
                ("Between 3 and 5 May the bridge was shut.", "3=2024-05-03 | 5 May=2024-05-05"),
                ("It lasted from 1914 to 1918, then 1990-95.", "1914=1914 | 1918=1918 | 1990=1990 | 95=1995"),
                ("On May 3 to 5 people it means much.", "May 3=2024-05-03"),
            ],
        );
    }
}
