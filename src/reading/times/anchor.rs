//! From what an expression says to its TIMEX3 value: counted from the story's date, or from the time
//! last spoken of.

use super::holidays::Holiday;
use super::length::duration;
use super::lexicon::{Part, Unit};
use super::meaning::{Base, Daytime, Each, Found, Lean, Meaning, YearOf, Yearly};
use super::numbers::Amount;
use super::tense::Way;
use crate::TimeKind;
use crate::calendar::PartialDate;
use crate::calendar::stretch::{Grain, Stretch, on_or_after, on_or_before};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::fmt;

/// What expressions are counted from, as the story goes on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchor {
    /// The story's own date.
    story: Option<PartialDate>,
    /// The time last spoken of.
    spoken: Option<Stretch>,
    /// The day last written with its year, where nothing has since led back to the story's own time.
    written: Option<NaiveDate>,
    /// The period that a company report speaks of.
    reported: Option<Stretch>,
    /// The length of time last spoken of.
    lasting: Option<(Amount, Unit)>,
    /// Whether the story's first paragraph is being read, and has named no weekday yet.
    lede: bool,
    /// Whether the story was written on the day after its date.
    late: bool,
    /// Whether the report has gone on to the year so far: "the nine months".
    so_far: bool,
}

/// When something is, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq)]
enum When {
    Known(Stretch),
    /// The year is not known.
    Yearly(Yearly),
    /// The week is not known.
    Weekday(Weekday),
    /// Nothing but the grain is known.
    Unknown(Grain),
    /// Nothing but the month or the year of a day is known.
    DayIn(Stretch),
}

impl Anchor {
    /// Counts from the story's date, where there is one.
    pub(super) fn new(story: Option<PartialDate>) -> Self {
        Self {
            story,
            spoken: None,
            written: None,
            reported: None,
            lasting: None,
            lede: false,
            late: false,
            so_far: false,
        }
    }

    /// Another block begins: the story's first paragraph, or any other.
    pub(super) fn enter(&mut self, lede: bool) {
        self.lede = lede;
    }

    /// A new report begins: of another company, on another period.
    pub(super) fn open_report(&mut self) {
        self.reported = None;
    }

    /// Type and value of an expression; what is spoken of moves on to it.
    pub(super) fn resolve(&mut self, found: &Found, way: Option<Way>) -> (TimeKind, String) {
        match found.meaning {
            Meaning::Duration(amount, unit) => {
                // "the nine months": what a report compares them with is the year before
                self.so_far |= unit == Unit::Calendar(Grain::Month) && matches!(amount.count(), Some(6 | 9));
                self.lasting = Some((amount, unit));
                return (TimeKind::Duration, duration(amount, unit));
            }
            Meaning::Sum(length) => return (TimeKind::Duration, length.to_string()),
            Meaning::AsLong => {
                let (amount, unit) = self.lasting.unwrap_or((Amount::Some, Unit::Unmeasured));
                return (TimeKind::Duration, duration(amount, unit));
            }
            Meaning::Every(amount, unit) => {
                let daily = amount == Amount::whole(1) && unit == Unit::Calendar(Grain::Day);
                let value = match found.daytime.filter(|_| daily) {
                    Some(daytime) => format!("XXXX-XX-XX{daytime}"),
                    None => duration(amount, unit),
                };
                return (TimeKind::Set, value);
            }
            Meaning::Each(each) => return (TimeKind::Set, set(each, found.daytime)),
            Meaning::Reference(name) => return (TimeKind::Date, name.to_owned()),
            _ => {}
        }
        let when = self.place(found, way);
        if let When::Known(stretch) = when {
            self.spoken = Some(stretch);
            let carried = self.is_carried(found, way);
            let year = matches!(found.meaning, Meaning::Exact(_) | Meaning::Yearly { year: YearOf::Written(_), .. });
            self.written = (stretch.grain == Grain::Day && (carried || year)).then_some(stretch.day);
        }
        let mut value = when.to_string();
        let Some(daytime) = found.daytime.filter(|_| when.is_day()) else { return (TimeKind::Date, value) };
        value.push_str(&daytime.to_string());
        (TimeKind::Time, value)
    }

    /// The year of a day written before is that of no other: "born on 3 May 1951".
    pub(super) fn leave_year(&mut self) {
        self.written = None;
    }

    /// Whether an expression takes its year from a day written before it.
    pub(super) fn is_carried(&self, found: &Found, way: Option<Way>) -> bool {
        match found.meaning {
            Meaning::Yearly { what, year: YearOf::Unsaid, lean: Lean::Open } => self.carried(what, way).is_some(),
            _ => false,
        }
    }

    /// The day of `what` in the month after a day that was written with its year, in a story told far later: "On June 1,
    /// 2020, he signed. By June 9 he was gone." What is only just over is of the story's own year.
    fn carried(&self, what: Yearly, way: Option<Way>) -> Option<NaiveDate> {
        const FAR: i64 = 270;
        const NEAR: i64 = 31;
        let (Yearly::Day { month, day, weekday: None }, Some(written), Some(today)) =
            (what, self.written, self.today())
        else {
            return None;
        };
        if way == Some(Way::Ahead) || (today - written).num_days() < FAR {
            return None;
        }
        let news = nearest(what, today, Lean::Open, way).is_some_and(|own| (today - own.day).num_days().abs() < NEAR);
        let year = written.year() + i32::from(month < written.month());
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        (!news && (0..=NEAR).contains(&(date - written).num_days())).then_some(date)
    }

    /// When an expression is that names a point in time.
    fn place(&mut self, found: &Found, way: Option<Way>) -> When {
        let mut when = self.when(found.meaning, way);
        if let (When::Known(stretch), Some(part)) = (when, found.part) {
            when = part.of(stretch).map_or(When::DayIn(stretch), When::Known);
        } else if found.part.is_some() {
            when = When::Unknown(Grain::Day);
        }
        match found.offset {
            Some((unit, steps)) => when.moved(unit, steps),
            None => when,
        }
    }

    /// The stretch of an expression that names a point in time, where it is known; what is spoken of stays.
    pub(super) fn stretch(&self, found: &Found, way: Option<Way>) -> Option<Stretch> {
        match { *self }.place(found, way) {
            When::Known(stretch) => Some(stretch),
            _ => None,
        }
    }

    /// The story's day, where it is known to the day.
    pub(super) fn today(&self) -> Option<NaiveDate> {
        self.story?.to_calendar()
    }

    /// Some day in the story's own stretch of `grain`, where the date is known that far.
    pub(super) fn story(&self, grain: Grain) -> Option<NaiveDate> {
        let story = self.story?;
        let filled = match grain {
            Grain::Century | Grain::Decade | Grain::Year => {
                PartialDate { month: story.month.or(Some(1)), day: Some(1), ..story }
            }
            Grain::Half | Grain::Quarter | Grain::Season | Grain::Month => PartialDate { day: Some(1), ..story },
            Grain::Week | Grain::Weekend | Grain::Day => story,
        };
        filled.to_calendar()
    }

    fn when(&mut self, meaning: Meaning, way: Option<Way>) -> When {
        match meaning {
            Meaning::Exact(stretch) => {
                if stretch.grain == Grain::Quarter {
                    self.reported = Some(stretch);
                }
                When::Known(stretch)
            }
            Meaning::Yearly { what, year, lean } => {
                let when = self.yearly(what, year, lean, way);
                if let (Yearly::Quarter(_), When::Known(stretch)) = (what, when) {
                    // a report is on the period it names first; others it compares with
                    self.reported = self.reported.or(Some(stretch));
                    self.so_far = false;
                }
                when
            }
            Meaning::Weekly { weekday, lean } => self
                .dated_late(weekday, lean, way)
                .weekly(weekday, lean, way)
                .map_or(When::Weekday(weekday), |day| When::Known(Stretch::of(Grain::Day, day))),
            Meaning::Monthly { day, weekday, .. } => self
                .monthly(day, weekday, way)
                .map_or(When::Unknown(Grain::Day), |day| When::Known(Stretch::of(Grain::Day, day))),
            Meaning::Shift { grain, unit, steps, base } => self.shift(grain, unit, steps, base, way),
            Meaning::Undecided { year } => Stretch::year(year).map_or(When::Unknown(Grain::Day), When::DayIn),
            Meaning::Reported { years, grain } => self.report(years, grain),
            Meaning::ReportedIn(year) => {
                let stretch =
                    self.reported.and_then(|stretch| Some(Stretch { day: stretch.day.with_year(year)?, ..stretch }));
                stretch.or_else(|| Stretch::year(year)).map_or(When::Unknown(Grain::Year), When::Known)
            }
            _ => When::Unknown(Grain::Day),
        }
    }

    /// A stretch counted from another.
    fn shift(&self, grain: Grain, unit: Grain, steps: i32, base: Base, way: Option<Way>) -> When {
        let day = match base {
            Base::Story => self.story(grain.max(unit)),
            // where the stretch last spoken of is longer than what is counted from it, the story's own date
            // is the better guess
            Base::Spoken => self
                .spoken
                .filter(|spoken| spoken.grain >= unit || steps == 0 && spoken.grain >= grain)
                .map(|spoken| spoken.day)
                .or(self.story(grain)),
            Base::Reported => self.reported.map(|reported| reported.day).or(self.story(grain)),
            Base::Of(what) => match self.yearly(what, YearOf::Unsaid, Lean::Open, way) {
                When::Known(stretch) => Some(stretch.day),
                _ => None,
            },
        };
        let moved = day.and_then(|day| Stretch::of(grain, day).shift_by(unit, steps));
        let weekend = |stretch: Stretch| {
            // on Monday and Tuesday "the weekend" is the one that is over, unless it is said to come
            let over = stretch.day.weekday().num_days_from_monday() < 3 && way != Some(Way::Ahead);
            if grain == Grain::Weekend && steps == 0 && base == Base::Story && over {
                stretch.shift(-1)
            } else {
                Some(stretch)
            }
        };
        moved.and_then(weekend).map_or(When::Unknown(grain), When::Known)
    }

    /// The period a report speaks of, `years` on.
    fn report(&mut self, years: i32, grain: Grain) -> When {
        let so_far = grain == Grain::Year && self.so_far;
        self.so_far = so_far;
        let stretch = match (self.reported.filter(|_| !so_far), grain) {
            (Some(reported), _) => reported.shift_by(Grain::Year, years),
            // a report on "the quarter" comes out after its end
            (None, Grain::Quarter) => {
                let quarter = self.story(Grain::Quarter).map(|day| Stretch::of(Grain::Quarter, day));
                let ended = quarter.and_then(|quarter| quarter.shift(-1));
                self.reported = ended;
                ended.and_then(|ended| ended.shift_by(Grain::Year, years))
            }
            (None, _) => self.story(grain).and_then(|day| Stretch::of(grain, day).shift_by(Grain::Year, years)),
        };
        stretch.map_or(When::Unknown(grain), When::Known)
    }

    /// What comes round every year.
    fn yearly(&self, what: Yearly, year: YearOf, lean: Lean, way: Option<Way>) -> When {
        let known = |stretch: Option<Stretch>| stretch.map_or(When::Yearly(what), When::Known);
        let story_year = self.story(Grain::Year).map(|day| day.year());
        let spoken_year = self.spoken.map(|spoken| spoken.day.year()).or(story_year);
        let given = match year {
            YearOf::Written(year) => Some(year),
            YearOf::Story(steps) => story_year.map(|year| year + steps),
            YearOf::Spoken(steps) => spoken_year.map(|year| year + steps),
            YearOf::Unsaid => None,
        };
        if year != YearOf::Unsaid {
            return known(given.and_then(|year| what.in_year(year)));
        }
        if lean == Lean::Open
            && let Some(day) = self.carried(what, way)
        {
            return When::Known(Stretch::of(Grain::Day, day));
        }
        let from = match lean {
            Lean::Following | Lean::Previous | Lean::Ending => self.spoken.map(|spoken| spoken.day).or(self.today()),
            _ => self.today().or_else(|| self.story(Grain::Month)),
        };
        known(from.and_then(|day| nearest(what, day, lean, way)))
    }

    /// The nearest month's `day` that is a `weekday`, within four years: every date falls on every
    /// weekday by then but the 31st and those of a leap February.
    fn monthly(&self, day: u32, weekday: Option<Weekday>, way: Option<Way>) -> Option<NaiveDate> {
        let today = self.today()?;
        // "the 18th": of a month that has been spoken of as a whole, or of the story's
        if weekday.is_none()
            && way.is_none()
            && let Some(spoken) = self.spoken.filter(|spoken| matches!(spoken.grain, Grain::Month | Grain::Day))
            && let Some(date) = spoken.day.with_day(day)
            && (spoken.day - today).num_days().abs() < 200
        {
            return Some(date);
        }
        let first = today.with_day(1)?;
        // no verb decides: the nearest
        if way.is_none() && weekday.is_some() {
            let [back, ahead] = [Way::Back, Way::Ahead].map(|way| self.monthly(day, weekday, Some(way)));
            let far = |date: Option<NaiveDate>| date.map_or(i64::MAX, |date| (date - today).num_days().abs());
            return if far(ahead) < far(back) { ahead } else { back };
        }
        (0..48).find_map(|steps| {
            let months = chrono::Months::new(steps);
            let ahead = way == Some(Way::Ahead);
            let month = if ahead { first.checked_add_months(months)? } else { first.checked_sub_months(months)? };
            let date = month.with_day(day).filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday))?;
            (date == today || (date > today) == ahead).then_some(date)
        })
    }

    /// The first day that the first paragraph names is that of the news: where it "came on Tuesday" in a
    /// story of Monday it is a day younger than the story's date, as with an agency's clock or an evening
    /// edition, and not six days old. The days that the story names are counted from there.
    fn dated_late(&mut self, weekday: Weekday, lean: Lean, way: Option<Way>) -> &Self {
        let tomorrow = self.today().map(|today| today.weekday().succ());
        self.late |= self.lede && lean == Lean::Open && way == Some(Way::Back) && tomorrow == Some(weekday);
        self.lede = false;
        self
    }

    fn weekly(&self, weekday: Weekday, lean: Lean, way: Option<Way>) -> Option<NaiveDate> {
        let today = self.today();
        let spoken = self.spoken.filter(|spoken| spoken.grain == Grain::Day).map(|spoken| spoken.day).or(today);
        match lean {
            Lean::Open if way == Some(Way::Ahead) => on_or_after(today?, weekday),
            Lean::This if way == Some(Way::Back) => on_or_before(today?, weekday),
            Lean::Open => {
                let news = today?.checked_add_days(Days::new(u64::from(self.late)))?;
                let before = on_or_before(news, weekday)?;
                // no verb decides: "the eve of Friday's vote" on a Wednesday is that of the Friday to come
                let far = way.is_none() && (news - before).num_days() > 4;
                if far { on_or_after(news, weekday) } else { Some(before) }
            }
            Lean::This => on_or_after(today?, weekday),
            // yesterday and tomorrow have names of their own: on a Thursday "last Wednesday" is a week and a day ago
            Lean::Last => on_or_before(today?.pred_opt()?.pred_opt()?, weekday),
            Lean::Next => on_or_after(today?.succ_opt()?.succ_opt()?, weekday),
            Lean::Previous => on_or_before(spoken?.pred_opt()?, weekday),
            Lean::Following | Lean::Ending => on_or_after(spoken?.succ_opt()?, weekday),
            Lean::Beside => {
                let before = on_or_before(spoken?.pred_opt()?, weekday)?;
                // "Friday and Thursday" goes back, "Monday and Friday" does not
                let near = (spoken? - before).num_days() < 3 && way != Some(Way::Ahead);
                if near { Some(before) } else { on_or_after(spoken?.succ_opt()?, weekday) }
            }
        }
    }
}

/// The one of `what` that is meant on `day`.
fn nearest(what: Yearly, day: NaiveDate, lean: Lean, way: Option<Way>) -> Option<Stretch> {
    let year = day.year();
    // the last that has begun, and the first that has not; one that is going on is both
    let around: Vec<Stretch> = (year - 1..=year + 1).filter_map(|year| what.in_year(year)).collect();
    if let Yearly::Day { month, day: of_month, weekday: Some(_) } = what {
        // the weekday decides; where it fits none of the three years it is a slip of the text
        let closest = around.iter().min_by_key(|stretch| (stretch.day - day).num_days().abs()).copied();
        let anyway = Yearly::Day { month, day: of_month, weekday: None };
        return closest.or_else(|| nearest(anyway, day, lean, way));
    }
    let going_on = around.iter().find(|stretch| Stretch { day, ..**stretch }.to_string() == stretch.to_string());
    let before = around.iter().rev().find(|stretch| stretch.day <= day && Some(*stretch) != going_on);
    let after = around.iter().find(|stretch| stretch.day > day && Some(*stretch) != going_on);
    let found = match lean {
        // the month before this one is "last month": "last February" in March is the year before's
        Lean::Last
            if matches!(what, Yearly::Month(_)) && before.is_some_and(|month| (day - month.day).num_days() < 60) =>
        {
            around.iter().rev().filter(|stretch| stretch.day <= day && Some(*stretch) != going_on).nth(1)
        }
        Lean::Last | Lean::Previous => before,
        Lean::Next | Lean::Following | Lean::Beside | Lean::Ending => after,
        Lean::This | Lean::Open if going_on.is_some() => going_on,
        Lean::This => around.get(1),
        Lean::Open => {
            let far =
                |stretch: Option<&Stretch>| stretch.map_or(i64::MAX, |stretch| (stretch.day - day).num_days().abs());
            let (back, ahead) = (far(before), far(after));
            let forward = match (way, what) {
                // nobody means the far end of the year by a bare name
                // a firm that expects to report on a quarter means one that has ended
                (Some(Way::Ahead), Yearly::Quarter(_)) => ahead <= 190,
                (Some(Way::Ahead), Yearly::Day { .. }) => ahead <= 320,
                (Some(Way::Ahead), _) => ahead <= 280,
                // a day that is told of as past and is all but a year ago is a slip of the verb; "resigned in June" is not
                (Some(Way::Back), Yearly::Month(_)) => false,
                // "sales before Christmas" in November: a feast by its bare name is the near one
                (Some(Way::Back), Yearly::Holiday(_)) => back > 270 && ahead < 90,
                (Some(Way::Back), _) => back > 320 && ahead < 40,
                (None, Yearly::Month(_)) => back > 250 && ahead < 100,
                (None, Yearly::Day { .. } | Yearly::Holiday(_)) => ahead <= 150 && back > ahead,
                _ => false,
            };
            if forward { after } else { before }
        }
    };
    found.copied()
}

impl Yearly {
    /// The one of `year`.
    fn in_year(self, year: i32) -> Option<Stretch> {
        match self {
            Self::Month(month) => NaiveDate::from_ymd_opt(year, month, 1).map(|day| Stretch::of(Grain::Month, day)),
            Self::Day { month, day, weekday } => {
                let day = NaiveDate::from_ymd_opt(year, month, day)?;
                weekday.is_none_or(|weekday| day.weekday() == weekday).then_some(Stretch::of(Grain::Day, day))
            }
            Self::Season(season) => season.start(year).map(|day| Stretch::of(Grain::Season, day)),
            Self::Quarter(number) => Stretch::quarter(year, number),
            Self::Half(number) => Stretch::half(year, number),
            Self::Week(number) => {
                NaiveDate::from_isoywd_opt(year, number, Weekday::Thu).map(|day| Stretch::of(Grain::Week, day))
            }
            Self::Holiday(holiday) => holiday.in_year(year).map(|day| Stretch::of(Grain::Day, day)),
        }
    }
}

impl fmt::Display for Yearly {
    /// The value without its year.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(month) => write!(f, "{month:02}"),
            Self::Day { month, day, .. } | Self::Holiday(Holiday::Fixed(month, day)) => {
                write!(f, "{month:02}-{day:02}")
            }
            Self::Season(season) => f.write_str(season.code()),
            Self::Quarter(number) => write!(f, "Q{number}"),
            Self::Half(number) => write!(f, "H{number}"),
            Self::Week(number) => write!(f, "W{number:02}"),
            Self::Holiday(_) => f.write_str("XX-XX"),
        }
    }
}

impl When {
    /// So many units on.
    fn moved(self, unit: Grain, steps: i32) -> Self {
        match self {
            Self::Known(stretch) => {
                let grain = stretch.grain.max(unit);
                stretch
                    .shift_by(unit, steps)
                    .map_or(Self::Unknown(grain), |moved| Self::Known(Stretch { grain, ..moved }))
            }
            // some weeks on it is the same weekday
            Self::Weekday(weekday) if unit == Grain::Week => Self::Weekday(weekday),
            _ => Self::Unknown(Grain::Day),
        }
    }

    fn is_day(self) -> bool {
        match self {
            Self::Known(stretch) => stretch.grain == Grain::Day,
            Self::Yearly(what) => matches!(what, Yearly::Day { .. } | Yearly::Holiday(_)),
            Self::Unknown(grain) => grain == Grain::Day,
            Self::Weekday(_) | Self::DayIn(_) => true,
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(stretch) => stretch.fmt(f),
            Self::Yearly(what) => write!(f, "XXXX-{what}"),
            Self::Weekday(weekday) => write!(f, "XXXX-WXX-{}", weekday.number_from_monday()),
            Self::DayIn(stretch) => {
                write!(f, "{stretch}{}", if stretch.grain == Grain::Year { "-XX-XX" } else { "-XX" })
            }
            Self::Unknown(grain) => f.write_str(match grain {
                Grain::Century => "XX",
                Grain::Decade => "XXX",
                Grain::Year => "XXXX",
                Grain::Half => "XXXX-HX",
                Grain::Quarter => "XXXX-QX",
                Grain::Season | Grain::Month => "XXXX-XX",
                Grain::Week => "XXXX-WXX",
                Grain::Weekend => "XXXX-WXX-WE",
                Grain::Day => "XXXX-XX-XX",
            }),
        }
    }
}

impl fmt::Display for Daytime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Clock { hour, minute, second: Some(second) } => write!(f, "T{hour:02}:{minute:02}:{second:02}"),
            Self::Clock { hour, minute, second: None } => write!(f, "T{hour:02}:{minute:02}"),
            Self::Part(part) => f.write_str(match part {
                Part::Morning => "TMO",
                Part::Afternoon => "TAF",
                Part::Evening => "TEV",
                Part::Night => "TNI",
                Part::Day => "TDT",
            }),
        }
    }
}

/// The value of a set that is no count of units.
fn set(each: Each, daytime: Option<Daytime>) -> String {
    let value = match each {
        Each::Weekday(weekday) => When::Weekday(weekday).to_string(),
        Each::Weekend => "XXXX-WXX-WE".to_owned(),
        Each::Yearly(what) => When::Yearly(what).to_string(),
    };
    daytime.map_or(value.clone(), |daytime| format!("{value}{daytime}"))
}
