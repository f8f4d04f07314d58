//! Portions of a month or a year: its first Monday, its second week, its last day.

use crate::calendar::stretch::{Grain, Stretch, on_or_after, on_or_before};
use chrono::{Days, Months, NaiveDate, Weekday};

/// A portion of a month or a year, counted from its beginning; 0 is the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Portion {
    Day(u32),
    Week(u32),
    Weekend(u32),
    Weekday(Weekday, u32),
    /// The week that the day lies in.
    WeekOf,
}

impl Portion {
    /// The portion of `stretch`; `None` where it has no such portion.
    pub(super) fn of(self, stretch: Stretch) -> Option<Stretch> {
        if self == Self::WeekOf {
            return Some(Stretch::of(Grain::Week, stretch.day));
        }
        let (first, last) = ends(stretch)?;
        let day = match self {
            Self::Day(0) => Some(last),
            Self::Day(nth) => first.checked_add_days(Days::new(u64::from(nth) - 1)),
            // a week's middle lies in the month it is said to be of
            Self::Week(0) => last.checked_sub_days(Days::new(3)),
            Self::Week(nth) => first.checked_add_days(Days::new(u64::from(nth) * 7 - 4)),
            Self::Weekend(nth) => Self::Weekday(Weekday::Sat, nth).of(stretch).map(|saturday| saturday.day),
            Self::Weekday(weekday, 0) => on_or_before(last, weekday),
            Self::Weekday(weekday, nth) => {
                on_or_after(first, weekday)?.checked_add_days(Days::new((u64::from(nth) - 1) * 7))
            }
            Self::WeekOf => None,
        }?;
        let grain = match self {
            Self::Day(_) | Self::Weekday(..) => Grain::Day,
            Self::Week(_) | Self::WeekOf => Grain::Week,
            Self::Weekend(_) => Grain::Weekend,
        };
        (first..=last).contains(&day).then_some(Stretch::of(grain, day))
    }
}

/// First and last day of a week, a month or a year.
pub(super) fn ends(stretch: Stretch) -> Option<(NaiveDate, NaiveDate)> {
    if stretch.grain == Grain::Week {
        let monday = on_or_before(stretch.day, Weekday::Mon)?;
        return Some((monday, monday.checked_add_days(Days::new(6))?));
    }
    let months = match stretch.grain {
        Grain::Month => 1,
        Grain::Year => 12,
        _ => return None,
    };
    let first = chrono::Datelike::with_day(&stretch.day, 1)?;
    let first = if months == 12 { chrono::Datelike::with_month(&first, 1)? } else { first };
    Some((first, first.checked_add_months(Months::new(months))?.pred_opt()?))
}
