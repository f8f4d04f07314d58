//! Grammar: what is counted from the story's date or from the time last spoken of.
//!
//! `today` · `this week` · `last October` · `next Monday` · `the following day` · `that year` ·
//! `the weekend` · `next year's first quarter` · `the week of March 6` · `the day before yesterday`

use super::grammar::Grammar;
use super::lexicon::{Lex, Part, Unit};
use super::meaning::{Base, Daytime, Found, Lean, Meaning, YearOf, Yearly};
use crate::calendar::stretch::Grain;
use chrono::Weekday;

/// Words before "the week", "the month" that make it the story's own.
const WITHIN: [&str; 9] = ["in", "for", "of", "during", "throughout", "through", "over", "within", "on"];

impl Grammar<'_> {
    /// An expression that points from the story's date or another time.
    pub(super) fn deictic(self, at: usize) -> Option<Found> {
        match self.lex(at) {
            // not "USA Today"
            Lex::Today if self.follows(at, &["USA"]) && self.is_capitalised(at) => return None,
            Lex::Today | Lex::Tomorrow if self.is_era(at) => return None,
            Lex::Today => return Some(Found::day(at + 1, 0)),
            Lex::Yesterday => return Some(Found::day(at + 1, -1)),
            Lex::Tomorrow => return Some(Found::day(at + 1, 1)),
            Lex::Tonight => return Some(Found::day(at + 1, 0).at(at + 1, Daytime::Part(Part::Night))),
            Lex::Overnight => {
                return Some(Found::shift(at + 1, Grain::Day, -1, Base::Spoken).at(at + 1, Daytime::Part(Part::Night)));
            }
            Lex::Weekday(weekday) => return self.weekday(at, weekday),
            Lex::Season(season) => return self.season(at, season),
            _ => {}
        }
        // "the night before"
        let night = self.lex(at) == Lex::The
            && matches!(self.lex(at + 1), Lex::Part(Part::Night))
            && self.lex(at + 2) == Lex::Before;
        if night && !self.is_word(at + 3) {
            return Some(Found::shift(at + 3, Grain::Day, -1, Base::Spoken).at(at + 3, Daytime::Part(Part::Night)));
        }
        if let Some(found) = self.day_beyond(at).or_else(|| self.elliptical(at)) {
            return Some(found);
        }
        if let Some(pointer) = self.pointer(at) {
            return self.pointed(pointer).map(|found| self.day_of_week(found));
        }
        if self.lex(at) == Lex::The { self.the(at) } else { None }
    }

    /// Whether "today" or "tomorrow" at `at` is an age and no day: "today's youth", "the cities of tomorrow".
    fn is_era(self, at: usize) -> bool {
        const PEOPLE: [&str; 9] =
            ["youth", "young", "youngsters", "teenagers", "generation", "children", "society", "world", "standards"];
        let noun = at.checked_sub(2).filter(|&noun| noun >= self.start);
        let of = self.before(at) == Lex::Of
            && !self.is_possessive(at + 1)
            && noun.is_some_and(|noun| {
                // "as of today", "ahead of tomorrow", "the morning of tomorrow"
                self.lex(noun) == Lex::None && !self.is_any(noun, &["ahead", "because", "instead", "out"])
            });
        of || self.is_possessive(at + 1) && self.is_any(at + 2, &PEOPLE)
    }

    /// Whether the month that "the month" at `at` means has been named right before: "rose in January, with 90 jobs added
    /// in the month".
    fn has_month_before(self, at: usize) -> bool {
        const NEAR: usize = 24;
        (1..=NEAR).map_while(|step| at.checked_sub(step).filter(|&before| before >= self.start)).any(|before| {
            matches!(self.lex(before), Lex::Month(_)) && self.is_capitalised(before) && self.is_month(before)
        })
    }

    /// "this year than last", "this week or next": the unit is said once.
    fn elliptical(self, at: usize) -> Option<Found> {
        let steps = match self.lex(at) {
            Lex::Last if self.follows(at, &["than", "as", "from", "and", "or"]) => -1,
            Lex::Next if self.follows(at, &["than", "or", "and"]) => 1,
            _ => return None,
        };
        let closed = !self.is_word(at + 1) && self.lex(at + 1) != Lex::Digits && !self.is_hyphen(at + 1);
        let this = (2..=6)
            .map_while(|step| at.checked_sub(step).filter(|&this| this >= self.start))
            .find(|&this| self.lex(this) == Lex::This)?;
        let Lex::Unit(Unit::Calendar(grain)) = self.lex(this + 1) else { return None };
        closed.then_some(Found::shift(at + 1, grain, steps, Base::Story))
    }

    /// A bare weekday.
    fn weekday(self, at: usize, weekday: u8) -> Option<Found> {
        let weekday = Weekday::try_from(weekday).ok()?;
        // shortened names are names of weekdays only beside a date or a time, which is read elsewhere
        if self.str(at).len() < 6 && !self.is_short_day(at) {
            return None;
        }
        // "The Sunday Times", "Bloody Sunday"
        let named = self.before(at) == Lex::The && self.is_capitalised(at + 1) && self.lex(at + 1) == Lex::None;
        if named || self.follows(at, &["bloody", "black", "holy", "maundy", "shrove", "super", "ruby"]) {
            return None;
        }
        // "Friday week"
        if self.lex(at + 1) == Lex::Unit(Unit::Calendar(Grain::Week))
            && !self.is_possessive(at + 2)
            && !self.is_word(at + 2)
        {
            return Some(Found {
                offset: Some((Grain::Week, 1)),
                ..Found::new(at + 2, Meaning::Weekly { weekday, lean: Lean::Next })
            });
        }
        // "Monday to Friday": the Friday after that Monday
        let to = at > self.start + 1
            && (self.lex(at - 1) == Lex::To || self.is_dash(at - 1) || self.is(at - 1, "through"))
            && matches!(self.lex(at - 2), Lex::Weekday(_));
        // "next Tuesday and Wednesday"
        let with = at > self.start + 1
            && matches!(self.lex(at - 1), Lex::And | Lex::Or)
            && matches!(self.lex(at - 2), Lex::Weekday(_));
        let lean = match (to, with) {
            (true, _) => Lean::Following,
            (_, true) => Lean::Beside,
            _ => Lean::Open,
        };
        // "Monday last", "Monday next"
        if !self.is_word(at + 2) {
            match self.lex(at + 1) {
                Lex::Last => return Some(Found::new(at + 2, Meaning::Weekly { weekday, lean: Lean::Last })),
                Lex::Next => return Some(Found::new(at + 2, Meaning::Weekly { weekday, lean: Lean::Next })),
                _ => {}
            }
        }
        // "Tuesday of last week", "Monday next week"
        let of = at + 1 + usize::from(self.lex(at + 1) == Lex::Of);
        if let Some(pointer) = self.pointer(of)
            && self.lex(pointer.end) == Lex::Unit(Unit::Calendar(Grain::Week))
            && !self.is_possessive(pointer.end + 1)
        {
            let week = Found::shift(pointer.end + 1, Grain::Week, pointer.steps, pointer.base);
            return Some(Found { part: Some(super::portion::Portion::Weekday(weekday, 1)), ..week });
        }
        // "open Tuesday–Saturday": what no verb puts into the past or the future comes every week
        let joins = |at: usize| self.is_dash(at) || self.is_any(at, &["through", "thru"]);
        let first = joins(at + 1) && matches!(self.lex(at + 2), Lex::Weekday(_));
        let second = at > self.start + 1 && joins(at - 1) && matches!(self.lex(at - 2), Lex::Weekday(_));
        let (from, end) = if first { (at, at + 3) } else { (at.wrapping_sub(2), at + 1) };
        if (first || second) && self.way(from, end).is_none() {
            return Some(Found::new(at + 1, Meaning::Each(super::meaning::Each::Weekday(weekday))));
        }
        Some(Found::new(at + 1, Meaning::Weekly { weekday, lean }))
    }

    /// Whether the shortened name of a weekday at `at` is nothing else: "next week Mon or Tue", "on Thurs".
    fn is_short_day(self, at: usize) -> bool {
        let joins = |at: usize| matches!(self.lex(at), Lex::And | Lex::Or | Lex::To) || self.is_dash(at);
        let listed = joins(at + 1) && matches!(self.lex(at + 2), Lex::Weekday(_))
            || at > self.start + 1 && joins(at - 1) && matches!(self.lex(at - 2), Lex::Weekday(_));
        // "Mon" and "Sun" are other words too, the others are no words
        let other = self.is_any(at, &["mon", "sun", "sat", "wed"]);
        listed
            || !other
                && (self.before(at) == Lex::On || self.follows(at, &["by", "until", "till", "since", "through"]))
                && !self.is_capitalised(at + 1)
            || at > self.start + 1
                && self.lex(at - 1) == Lex::Unit(Unit::Calendar(Grain::Week))
                && matches!(self.lex(at - 2), Lex::Next | Lex::Last | Lex::This)
    }

    /// "next week Monday": the day of the week that is pointed at.
    fn day_of_week(self, found: Found) -> Found {
        let weekday = match (found.meaning, self.lex(found.end)) {
            (Meaning::Shift { grain: Grain::Week, unit: Grain::Week, .. }, Lex::Weekday(day)) => Weekday::try_from(day),
            _ => return found,
        };
        // "last week Monday's vote": that of another sentence part
        let alone = !self.is_possessive(found.end + 1);
        match weekday {
            Ok(day) if alone && found.part.is_none() => {
                Found { part: Some(super::portion::Portion::Weekday(day, 1)), end: found.end + 1, ..found }
            }
            _ => found,
        }
    }

    /// A season without "the" before it: "summer 1994", "in spring".
    fn season(self, at: usize, season: crate::calendar::stretch::Season) -> Option<Found> {
        let (end, year) = self.season_year(at + 1);
        let verb = season == crate::calendar::stretch::Season::Fall;
        let placed = self.follows(at, &["in", "by", "until", "since", "early", "late", "mid", "and", "or"])
            || at > self.start && self.is_dash(at - 1);
        let sure = year != YearOf::Unsaid || placed && !self.is_capitalised(at) && !self.is_hyphen(at + 1);
        let noun = verb && year == YearOf::Unsaid && (self.lex(at + 1) == Lex::In || self.lex(at + 1) == Lex::Of);
        (sure && !noun)
            .then_some(Found::new(end, Meaning::Yearly { what: Yearly::Season(season), year, lean: Lean::Open }))
    }

    /// The year after a season: "of 1994", "1994", "of last year".
    fn season_year(self, at: usize) -> (usize, YearOf) {
        let of = at + usize::from(self.lex(at) == Lex::Of);
        if let Some(year) = self.year(of) {
            return (of + 1, YearOf::Written(year));
        }
        if let Some((end, year)) = self.spelled_year(of) {
            return (end, YearOf::Written(year));
        }
        if let Some(Found { end, meaning: Meaning::Exact(stretch), .. }) = self.short_year(of) {
            return (end, YearOf::Written(chrono::Datelike::year(&stretch.day)));
        }
        self.relative_year(of).unwrap_or((at, YearOf::Unsaid))
    }

    /// "last year", "this year", "next year", "the following year": the token after it, and which.
    pub(super) fn relative_year(self, at: usize) -> Option<(usize, YearOf)> {
        let pointer = self.pointer(at)?;
        (self.lex(pointer.end) == Lex::Unit(Unit::Calendar(Grain::Year))).then_some(())?;
        let year = match pointer.base {
            Base::Story => YearOf::Story(pointer.steps),
            _ => YearOf::Spoken(pointer.steps),
        };
        Some((pointer.end + 1, year))
    }

    /// "the day before yesterday", "the day after tomorrow", "the week before last".
    fn day_beyond(self, at: usize) -> Option<Found> {
        let unit = at + usize::from(self.lex(at) == Lex::The);
        let Lex::Unit(Unit::Calendar(grain)) = self.lex(unit) else { return None };
        let steps = match self.lex(unit + 1) {
            Lex::Before => -1,
            Lex::After => 1,
            // "the month prior"
            _ if self.is(unit + 1, "prior") => -1,
            _ => return None,
        };
        // "the year before", "the day after": of the time last spoken of
        let closed = !self.is_word(unit + 2) && self.lex(unit + 2) != Lex::Digits
            || matches!(self.lex(unit + 2), Lex::And | Lex::Or)
            || self.is(unit + 1, "prior") && self.lex(unit + 2) != Lex::To;
        if closed && unit > at {
            return Some(Found::shift(unit + 2, grain, steps, Base::Spoken));
        }
        match (grain, self.lex(unit + 2)) {
            (Grain::Day, Lex::Yesterday) if steps < 0 => Some(Found::day(unit + 3, -2)),
            (Grain::Day, Lex::Tomorrow) if steps > 0 => Some(Found::day(unit + 3, 2)),
            (Grain::Day, _) => {
                let inner = self.inside()?.point(unit + 2).filter(Found::is_day)?;
                Some(Found { offset: Some((Grain::Day, steps)), ..inner })
            }
            (_, Lex::Last) if steps < 0 => Some(Found::shift(unit + 3, grain, -2, Base::Story)),
            (_, Lex::Next) if steps > 0 => Some(Found::shift(unit + 3, grain, 2, Base::Story)),
            _ => None,
        }
    }

    /// "the weekend", "the year", "the week of March 6", "the summer of 1994", "the morning".
    fn the(self, at: usize) -> Option<Found> {
        let end = at + 2;
        if let Some(feast) = self.feast(at + 1) {
            return Some(feast);
        }
        match self.lex(at + 1) {
            Lex::Unit(Unit::Calendar(grain)) => {
                // "the week of March 6", "the week beginning 6 March", "the weekend of Halloween"
                let begins = grain == Grain::Week
                    && self.is_any(end, &["beginning", "commencing", "starting", "ending", "ended"]);
                if (self.lex(end) == Lex::Of || begins) && matches!(grain, Grain::Week | Grain::Weekend) {
                    let on = end + 1 + usize::from(self.lex(end + 1) == Lex::On);
                    if let Some(week) = self.week_of_nth(on).filter(|_| grain == Grain::Week) {
                        return Some(week);
                    }
                    let inner = self.inside()?;
                    let inner = inner.date(on).or_else(|| inner.feast(on))?;
                    return Some(Found {
                        meaning: match inner.meaning {
                            Meaning::Exact(stretch) => {
                                Meaning::Exact(crate::calendar::stretch::Stretch { grain, ..stretch })
                            }
                            Meaning::Yearly { what, year: YearOf::Unsaid, .. } => {
                                Meaning::Shift { grain, unit: grain, steps: 0, base: Base::Of(what) }
                            }
                            _ => return None,
                        },
                        ..inner
                    });
                }
                // "a high for the year of $42": the sum is the high's
                let sum = self.lex(end) == Lex::Of && self.is_any(end + 1, &["$", "£", "€", "¥"]);
                let goes_on = self.is_joined(end) && self.is_dash(end)
                    || matches!(self.lex(end), Lex::Of | Lex::Before | Lex::After) && !sum;
                if goes_on {
                    return None;
                }
                match grain {
                    Grain::Weekend => Some(Found::new(end, Found::shift(end, grain, 0, Base::Story).meaning)),
                    Grain::Year => {
                        if let Some(year) = self.year(end).or_else(|| self.spelled_year(end).map(|(_, year)| year)) {
                            let last = self.spelled_year(end).map_or(end + 1, |(last, _)| last);
                            return Some(Found::new(
                                last,
                                Meaning::Exact(crate::calendar::stretch::Stretch::year(year)?),
                            ));
                        }
                        (!self.is_any(end, &["that", "when"])).then_some(Found::shift(end, grain, 0, Base::Story))
                    }
                    Grain::Quarter => Some(Found::new(end, Meaning::Reported { years: 0, grain })),
                    Grain::Week | Grain::Month => {
                        let spoken = grain == Grain::Month && self.has_month_before(at);
                        let base = if spoken { Base::Spoken } else { Base::Story };
                        self.follows(at, &WITHIN).then_some(Found::shift(end, grain, 0, base))
                    }
                    Grain::Day => (at > self.start + 1
                        && self.lex(at - 1) == Lex::In
                        && matches!(self.lex(at - 2), Lex::Later | Lex::Earlier | Lex::Late | Lex::Early))
                    .then_some(Found::shift(end, grain, 0, Base::Spoken)),
                    _ => None,
                }
            }
            Lex::Full if self.lex(end) == Lex::Unit(Unit::Calendar(Grain::Year)) && !self.is_hyphen(end + 1) => {
                Some(Found::shift(end + 1, Grain::Year, 0, Base::Story))
            }
            // "the whole summer"
            _ if self.is_any(at + 1, &["whole", "entire"]) && matches!(self.lex(end), Lex::Season(_)) => {
                let Lex::Season(season) = self.lex(end) else { return None };
                let (last, year) = self.season_year(end + 1);
                let what = Yearly::Season(season);
                Some(Found::new(last, Meaning::Yearly { what, year, lean: Lean::Open }))
            }
            Lex::Season(season) => {
                let (last, year) = self.season_year(end);
                let verb = season == crate::calendar::stretch::Season::Fall
                    && (self.lex(end) == Lex::In || self.lex(end) == Lex::Of);
                if year == YearOf::Unsaid && (verb || self.is_capitalised(at + 1) || self.is_hyphen(end)) {
                    return None;
                }
                let what = Yearly::Season(season);
                Some(Found::new(last, Meaning::Yearly { what, year, lean: Lean::Open }))
            }
            Lex::Part(part)
                if matches!(part, Part::Morning | Part::Afternoon | Part::Evening) || self.is(at + 1, "daytime") =>
            {
                let placed = self.follows(at, &["in", "during", "of"]) && !self.is_hyphen(end);
                placed.then_some(Found::shift(end, Grain::Day, 0, Base::Spoken).at(end, Daytime::Part(part)))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::times::tests::check;

    #[test]
    fn the_month_is_the_one_just_named() {
        check(
            "2024-05-15",
            &[
                ("Prices rose in January, and 90 boats sank during the month.", "January=2024-01 | the month=2024-01"),
                (
                    "In March 2020 it rained. Later in the month it shone.",
                    "March 2020=2020-03 | Later in the month=2020-03",
                ),
                ("Prices rose during the month.", "the month=2024-05"),
                (
                    "Figures for the month prior rose; he had left the year prior.",
                    "the month prior=2024-04 | the year prior=2023",
                ),
            ],
        );
    }

    /// A Wednesday.
    const DAY: &str = "2024-05-15";

    #[test]
    fn days_around_the_story() {
        check(
            DAY,
            &[
                (
                    "He came yesterday, today or tomorrow.",
                    "yesterday=2024-05-14 | today=2024-05-15 | tomorrow=2024-05-16",
                ),
                (
                    "the day before yesterday, the day after tomorrow",
                    "the day before yesterday=2024-05-13 | the day after tomorrow=2024-05-17",
                ),
                ("He sang last night and sings tonight.", "last night=2024-05-14TNI | tonight=2024-05-15TNI"),
                // an age is no day
                ("Today's youth will build the cities of tomorrow.", ""),
                ("As of today, and ahead of tomorrow's vote, it is open.", "today=2024-05-15 | tomorrow=2024-05-16"),
            ],
        );
    }

    #[test]
    fn stretches_around_the_story() {
        check(
            DAY,
            &[
                ("last week, this week, next week", "last week=2024-W19 | this week=2024-W20 | next week=2024-W21"),
                ("last month, this year, next quarter", "last month=2024-04 | this year=2024 | next quarter=2024-Q3"),
                ("last weekend and this coming weekend", "last weekend=2024-W19-WE | this coming weekend=2024-W21-WE"),
                (
                    "the week before last, the year before last",
                    "the week before last=2024-W18 | the year before last=2022",
                ),
                (
                    "this summer, last winter, next spring",
                    "this summer=2024-SU | last winter=2023-WI | next spring=2025-SP",
                ),
                (
                    "the summer of 1994 and the week of March 6",
                    "the summer of 1994=1994-SU | the week of March 6=2024-W10",
                ),
                ("for the full year", "the full year=2024"),
                ("It rose to a high for the year of $42.", "the year=2024"),
                (
                    "Sales were higher this year than last. They will vote this week or next.",
                    "this year=2024 | last=2023 | this week=2024-W20 | next=2024-W21",
                ),
                ("He was last seen here; this year he came last.", "this year=2024"),
            ],
        );
    }

    #[test]
    fn weekdays_and_months_with_a_pointer() {
        check(
            DAY,
            &[
                (
                    "last Wednesday, next Wednesday, this Friday",
                    "last Wednesday=2024-05-08 | next Wednesday=2024-05-22 | this Friday=2024-05-17",
                ),
                (
                    "last October, next June, this September",
                    "last October=2023-10 | next June=2024-06 | this September=2024-09",
                ),
                // in May "last month" is April, and "last April" the one before
                ("He left last April.", "last April=2023-04"),
                ("next Tuesday and Wednesday", "next Tuesday=2024-05-21 | Wednesday=2024-05-22"),
                ("Open Monday to Friday", "Monday=2024-05-13 | Friday=2024-05-17"),
                (
                    "Monday next week, Friday of last week, Wednesday week.",
                    "Monday next week=2024-05-20 | Friday of last week=2024-05-10 | Wednesday week=2024-05-29",
                ),
                ("He came this Monday and will leave this Friday.", "this Monday=2024-05-13 | this Friday=2024-05-17"),
                ("He spoke on Tuesday and Monday.", "Tuesday=2024-05-14 | Monday=2024-05-13"),
            ],
        );
    }

    #[test]
    fn the_time_last_spoken_of() {
        check(
            DAY,
            &[
                (
                    "On 3 June 1961 he left. The next day he was back; that night he sang.",
                    "3 June 1961=1961-06-03 | The next day=1961-06-04 | that night=1961-06-04TNI",
                ),
                ("In 1998 it opened. The following year it closed.", "1998=1998 | The following year=1999"),
                ("In June 1998 he fled, later that year he returned.", "June 1998=1998-06 | later that year=1998"),
                (
                    "He died on 3 June 1961. The previous Friday he was well.",
                    "3 June 1961=1961-06-03 | The previous Friday=1961-06-02",
                ),
            ],
        );
    }

    #[test]
    fn news_of_the_day_after_the_date() {
        let story =
            "The minister flew to Oslo on Thursday.\n\nHe landed on Thursday morning. He had spoken on Tuesday.";
        check(DAY, &[(story, "Thursday=2024-05-16 | Thursday morning=2024-05-16TMO | Tuesday=2024-05-14")]);
        // only the news is so young, and only by a day
        let story = "The minister flew to Oslo on Monday. He was told so on Thursday.";
        check(DAY, &[(story, "Monday=2024-05-13 | Thursday=2024-05-09")]);
    }

    #[test]
    fn the_weekend_is_over_or_to_come() {
        check("2024-05-13", &[("Police arrested six over the weekend.", "the weekend=2024-W19-WE")]);
        check("2024-05-17", &[("Rain will fall over the weekend.", "the weekend=2024-W20-WE")]);
    }
}
