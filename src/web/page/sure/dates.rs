//! How sure dates are: which the text states, which were counted from the story's own, and which stay open.

use super::Sure;
use crate::web::page::moments::{dated, is_either, is_open};
use crate::{Article, Basis, DatelineDate, Stamp, Time, TimeKind};

/// Where a value is from, in words.
pub(crate) fn in_words(basis: Basis) -> &'static str {
    match basis {
        Basis::Timestamp => "from the timestamp",
        Basis::Dateline => "from the dateline",
        Basis::Url => "from the address",
        Basis::Caption => "from the caption",
        Basis::Text => "from the text",
        Basis::Option => "as you gave it",
        Basis::Signoff => "from the sign-off",
        Basis::Byline => "from the byline",
        Basis::Copyright => "from the copyright line",
        Basis::Title => "from the title line",
        Basis::Reader => "as you corrected it",
    }
}

/// Words that count from the time spoken of before.
const SPOKEN: [&str; 9] = ["later", "earlier", "before", "after", "that", "following", "previous", "same", "then"];

/// Words that count from the story's own date, whatever stands beside them.
const STORY: [&str; 7] = ["this", "last", "next", "ago", "today", "yesterday", "tomorrow"];

/// How sure the value of a time is, as its words tell it.
pub(super) fn time(article: &Article, time: &Time) -> Sure {
    let value = time.value.as_str();
    if matches!(time.kind, TimeKind::Duration | TimeKind::Set) || value.ends_with("_REF") {
        return Sure::stated();
    }
    let dateline = article.head.dateline.as_ref().and_then(|dateline| dateline.date.as_ref());
    if let Some(date) = dateline.filter(|date| date.span.contains(time.span) && date.value == value) {
        return self::dateline(date);
    }
    if is_either(&time.text, value) {
        return Sure::unsure("nothing tells the day from the month");
    }
    if value.starts_with('X') {
        return Sure::unsure(match value.as_bytes().get(5) {
            Some(b'0'..=b'9' | b'S' | b'F' | b'Q' | b'H') if !value.ends_with('X') => "nothing gives its year",
            _ => "there is no date to count it from",
        });
    }
    if is_open(value) || states_year(&time.text, value) {
        return Sure::stated();
    }
    let text = time.text.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphabetic());
    let of_story = words.clone().any(|word| STORY.contains(&word));
    let spoken = !of_story && words.any(|word| SPOKEN.contains(&word));
    match counted_from(article).filter(|_| !spoken) {
        Some((source, date)) => Sure::inferred(format!("counted from {source}, {date}")),
        None => Sure::inferred("counted from the time spoken of before it"),
    }
}

/// Whether the words of a time give the year, the decade or the century of its value.
fn states_year(text: &str, value: &str) -> bool {
    let year = value.strip_prefix("FY").unwrap_or(value);
    let year = year.split(['-', 'T']).next().unwrap_or_default();
    let digits = year.trim_end_matches('X');
    let figures = || text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let lower = text.to_lowercase();
    match digits.len() {
        2 => ["century", "millennium"].iter().any(|word| lower.contains(word)),
        3 => lower.contains(digits) || lower.contains("0s") || lower.contains("ties"),
        _ => {
            // 05/09/16, FY16, ’96
            let short = digits.get(2..).unwrap_or_default();
            let set_off = figures().count() > 2 || text.starts_with("FY") || text.contains(['’', '\'']);
            text.contains(digits) || set_off && figures().any(|figures| figures == short) || spells_year(&lower)
        }
    }
}

/// Whether a year is written in words: "nineteen ninety-six".
fn spells_year(lower: &str) -> bool {
    ["nineteen ", "twenty ", "two thousand"].iter().any(|century| lower.contains(century))
}

/// What relative times are counted from: its source and the date, in words.
fn counted_from(article: &Article) -> Option<(&'static str, String)> {
    let head = &article.head;
    let stamp = head.published.as_ref().map(|stamp| (stamp.basis, &stamp.value));
    let dateline = head.dateline.as_ref().and_then(|dateline| dateline.date.as_ref());
    let (basis, value) = stamp.or_else(|| dateline.map(|date| (Basis::Dateline, &date.value)))?;
    let day = value.split('T').next().unwrap_or(value);
    let date = dated(day, value);
    // the weekday is of no use here
    let weekday = date.split_once("day ").filter(|(name, _)| name.starts_with(char::is_uppercase));
    Some((source(basis), weekday.map_or(date.as_str(), |(_, date)| date).to_owned()))
}

/// What gave a date, as in "counted from the dateline’s date".
fn source(basis: Basis) -> &'static str {
    match basis {
        Basis::Timestamp => "the timestamp’s date",
        Basis::Dateline => "the dateline’s date",
        Basis::Url => "the address’s date",
        Basis::Caption => "the caption’s date",
        Basis::Option => "the date you gave",
        Basis::Reader => "the date you corrected",
        _ => "the story’s date",
    }
}

/// How sure the date of the story as a whole is.
pub(crate) fn stamp(stamp: &Stamp) -> Sure {
    match stamp.basis {
        Basis::Reader => Sure::reader(),
        _ if !stamp.alternatives.is_empty() => Sure::unsure("nothing tells the day from the month"),
        Basis::Url | Basis::Caption | Basis::Text => Sure::inferred("the story gives no date of its own"),
        _ => Sure::stated(),
    }
}

/// How sure the date of a dateline is.
pub(crate) fn dateline(date: &DatelineDate) -> Sure {
    match date.basis {
        Some(Basis::Reader) => Sure::reader(),
        Some(Basis::Option) => Sure::inferred("its year is from the date you gave"),
        Some(from) => Sure::inferred(format!("its year is {}", in_words(from))),
        None if date.value.starts_with('X') => Sure::unsure("nothing gives its year"),
        None => Sure::stated(),
    }
}
