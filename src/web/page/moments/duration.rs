//! How long and how often, in words.

use super::super::figures::group;

/// The units of ISO 8601 and TIMEX3, by their letters: on the calendar, and after the `T` on the clock.
const CALENDAR: [(&str, &str, &str); 9] = [
    ("DE", "decade", "decades"),
    ("CE", "century", "centuries"),
    ("WE", "weekend", "weekends"),
    ("Y", "year", "years"),
    ("Q", "quarter", "quarters"),
    ("M", "month", "months"),
    ("W", "week", "weeks"),
    ("D", "day", "days"),
    ("X", "", "time"),
];
const CLOCK: [(&str, &str, &str); 3] = [("H", "hour", "hours"), ("M", "minute", "minutes"), ("S", "second", "seconds")];

/// "5 years", "2 hours 30 minutes", "some days"; for a set "every 2 weeks", "every day". `None` where `value` is no
/// duration.
pub(super) fn words(value: &str, set: bool) -> Option<String> {
    let mut rest = value.strip_prefix('P')?;
    let mut words = Vec::new();
    let mut clock = false;
    while !rest.is_empty() {
        if let (Some(after), false) = (rest.strip_prefix('T'), clock) {
            clock = true;
            rest = after;
            continue;
        }
        // the first `X` is the amount, a second one the unit that no calendar has: "some time"
        let end = if rest.starts_with('X') { 1 } else { rest.find(|c: char| !c.is_ascii_digit() && c != '.')? };
        let (amount, after) = rest.split_at(end);
        let units: &[_] = if clock { &CLOCK } else { &CALENDAR };
        let (code, one, many) = units.iter().find(|(code, ..)| after.starts_with(code))?;
        rest = &after[code.len()..];
        words.push(match amount {
            "" => return None,
            "X" if set => format!("few {many}"),
            "X" => format!("some {many}"),
            "1" if set && rest.is_empty() && words.is_empty() => (*one).to_owned(),
            "1" => format!("1 {one}"),
            _ => {
                let (whole, part) = amount.split_at(amount.find('.').unwrap_or(amount.len()));
                format!("{}{part} {many}", group(whole))
            }
        });
    }
    let every = if set { "every " } else { "" };
    (!words.is_empty()).then(|| format!("{every}{}", words.join(" ")))
}
