//! Timestamps: when a story was published or updated, in the shapes that pages print.
//!
//! A stamp is an absolute date with a year, perhaps with a label, a weekday, a time of day and a
//! zone around it. Relative ones ("5 hours ago") are recognised, so that they are no part of a
//! byline or headline, but give no date: nobody knows when the page was copied.

use super::atoms::{self, Atom, Shape};
use crate::calendar::figures::{self, Day};
use crate::calendar::{PartialDate, names as dates, zones};
use crate::text::Text;
use crate::{DateOrder, Span};
use std::fmt::Write;
use std::ops::Range;

/// What a label before a date says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// Published, posted, first published.
    Published,
    /// Updated, modified, edited.
    Updated,
}

/// A date of the story as a page prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// What its label says.
    pub(crate) label: Option<Label>,
    /// ISO 8601: the date, with the time where there is one, and the offset where the text gives it
    /// in figures, as UTC or as GMT.
    pub(crate) value: String,
    /// Both readings where the figures can be either.
    pub(crate) alternatives: Vec<String>,
    /// The zone as written.
    pub(crate) zone: Option<Span>,
    /// From the first to the last of date, time and zone.
    pub(crate) span: Span,
}

/// The run of a row that tells times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// The whole run, labels and relative times included.
    pub(crate) span: Span,
    /// Its absolute dates.
    pub(crate) stamps: Vec<Stamp>,
    /// Whether it only tells how long ago, or how long it takes to read.
    pub(crate) relative: bool,
}

/// A row longer than this, in tokens, is prose: dates in it belong to the story.
const LONGEST: usize = 60;

/// Finds the longest run of times in the tokens `range`.
///
/// `order` says how to read 03/04/2024 where the figures themselves leave it open.
pub(crate) fn find(text: &Text<'_>, range: Range<usize>, order: Option<DateOrder>) -> Option<Found> {
    if range.len() > LONGEST {
        return None;
    }
    let atoms = atoms::split(text, range);
    let scan = Scan { text, atoms: &atoms, order };
    let mut best: Option<Found> = None;
    let mut at = 0;
    while at < atoms.len() {
        match scan.run(at) {
            Some((found, next)) => {
                if best
                    .as_ref()
                    .is_none_or(|best| (found.stamps.len(), found.span.len()) > (best.stamps.len(), best.span.len()))
                {
                    best = Some(found);
                }
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    best
}

/// The label of a row that holds nothing else: `Published`, `Last updated:`.
pub(crate) fn bare_label(slice: &str) -> Option<Label> {
    let slice = slice.trim_end_matches(':').trim();
    let words = || slice.split_whitespace();
    let last = words().next_back().filter(|_| words().count() <= 3)?;
    let last = if last.eq_ignore_ascii_case("on") { words().rev().nth(1)? } else { last };
    let first = words().next()?;
    let leads = ["first", "last", "originally", "date", "story", "article"];
    if !first.eq_ignore_ascii_case(last) && !leads.iter().any(|lead| first.eq_ignore_ascii_case(lead)) {
        return None;
    }
    let is = |forms: &[&str]| forms.iter().any(|form| last.eq_ignore_ascii_case(form));
    if is(&["published", "posted", "issued"]) {
        Some(Label::Published)
    } else {
        is(&["updated", "modified", "edited"]).then_some(Label::Updated)
    }
}

struct Scan<'a, 't> {
    text: &'a Text<'t>,
    atoms: &'a [Atom],
    order: Option<DateOrder>,
}

/// What one element of a run is.
enum Element {
    Label(Label),
    Stamp(Day, Option<String>, Option<Zone>),
    /// A time of day that stands before its date, or beside it.
    Clock(String, Option<Zone>),
    /// "5 hours ago", "4 min read", "page 1".
    Relative,
    /// A weekday or a small word between elements.
    Filler,
}

/// A time zone as written, with its offset where that is certain.
struct Zone {
    span: Span,
    offset: Option<String>,
}

impl<'t> Scan<'_, 't> {
    fn slice(&self, at: usize) -> &'t str {
        self.atoms.get(at).map_or("", |atom| self.text.slice(atom.span))
    }

    fn is_word(&self, at: usize, words: &[&str]) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.shape == Shape::Word)
            && words.iter().any(|word| self.slice(at).eq_ignore_ascii_case(word))
    }

    fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        matches!(self.atoms.get(at), Some(Atom { shape: Shape::Mark(mark), .. }) if marks.contains(mark))
    }

    fn number(&self, at: usize, digits: Range<usize>) -> Option<u32> {
        let atom = self.atoms.get(at).filter(|atom| atom.shape == Shape::Number)?;
        let slice = self.text.slice(atom.span);
        (digits.contains(&slice.len()) && slice.bytes().all(|b| b.is_ascii_digit())).then(|| slice.parse().ok())?
    }

    /// The longest run of elements from `at` on, if it holds a date or a relative time.
    fn run(&self, from: usize) -> Option<(Found, usize)> {
        let mut at = from;
        let mut label = None;
        let mut clock: Option<(String, Option<Zone>, Span)> = None;
        let mut found = Found { span: Span::default(), stamps: Vec::new(), relative: false };
        let mut end = from;
        let mut anything = false;
        while at < self.atoms.len() {
            if at > from && self.is_mark(at, &['|', '•', '·', '-', '–', '—', ',', ':', '/', '.', '\u{f0b7}', '~'])
            {
                at += 1;
                continue;
            }
            // `September 30, 2023 at 5:30 a.m.`
            if self.is_word(at, &["at"]) && !found.stamps.is_empty() && self.clock(at + 1).is_some() {
                at += 1;
                continue;
            }
            let Some((element, next)) = self.element(at) else { break };
            let span = Span::new(self.atoms[at].span.start, self.atoms[next - 1].span.end);
            match element {
                Element::Label(said) => label = Some(said),
                Element::Filler => {}
                Element::Relative => {
                    found.relative = true;
                    anything = true;
                    // a relative time uses up its label: "Last updated 1 hour ago"
                    label = None;
                }
                Element::Clock(time, zone) => match found.stamps.last_mut().filter(|_| label.is_none()) {
                    Some(stamp) if !stamp.value.contains('T') => {
                        stamp.span.end = span.end;
                        add_time(stamp, &time, zone);
                    }
                    _ => clock = Some((time, zone, span)),
                },
                Element::Stamp(date, time, zone) => {
                    let (value, alternatives) = (date.value(), date.alternatives());
                    let mut stamp = Stamp { label: label.take(), value, alternatives, zone: None, span };
                    match (time, clock.take()) {
                        (Some(time), _) => add_time(&mut stamp, &time, zone),
                        (None, Some((time, zone, before))) => {
                            stamp.span.start = before.start;
                            add_time(&mut stamp, &time, zone);
                        }
                        (None, None) => {}
                    }
                    found.stamps.push(stamp);
                    anything = true;
                }
            }
            at = next;
            end = next;
        }
        if !anything {
            return None;
        }
        found.relative &= found.stamps.is_empty();
        found.span = Span::new(self.atoms[from].span.start, self.atoms[end - 1].span.end);
        Some((found, end))
    }

    fn element(&self, at: usize) -> Option<(Element, usize)> {
        self.stamp(at)
            .or_else(|| self.clock(at).map(|(time, zone, next)| (Element::Clock(time, zone), next)))
            .or_else(|| self.relative(at).map(|next| (Element::Relative, next)))
            .or_else(|| self.label(at))
            .or_else(|| {
                let next = at + 1 + usize::from(self.is_mark(at + 1, &['.']));
                dates::weekday(self.slice(at)).map(|_| (Element::Filler, next))
            })
    }

    fn label(&self, at: usize) -> Option<(Element, usize)> {
        let first = at + usize::from(self.is_word(at, &["first", "last", "originally", "date", "story"]));
        let label = if self.is_word(first, &["published", "posted", "created", "issued", "publish"]) {
            Label::Published
        } else if self.is_word(first, &["updated", "modified", "edited", "update"]) {
            Label::Updated
        } else {
            return None;
        };
        let mut next = first + 1;
        if self.is_word(next, &["on", "at", "date", "time"]) {
            next += 1;
        }
        next += usize::from(self.is_mark(next, &[':']));
        // the word alone begins many a sentence; a label has something to label
        let labels = self.element_behind_label(next);
        labels.then_some((Element::Label(label), next))
    }

    fn element_behind_label(&self, at: usize) -> bool {
        at >= self.atoms.len()
            || self.stamp(at).is_some()
            || self.clock(at).is_some()
            || self.relative(at).is_some()
            || dates::weekday(self.slice(at)).is_some()
            || self.is_word(at, &["ago", "today", "yesterday"])
    }

    /// A calendar date, with the time of day where that is part of its shape.
    fn stamp(&self, at: usize) -> Option<(Element, usize)> {
        let (date, next) = self.iso_date(at).or_else(|| self.named_date(at)).or_else(|| self.numeric_date(at))?;
        // 2024-02-14T16:15:30Z
        if self.is_word(next, &["T"])
            && !self.atoms[next].spaced
            && let Some((time, zone, next)) = self.clock(next + 1)
        {
            return Some((Element::Stamp(date, Some(time), zone), next));
        }
        Some((Element::Stamp(date, None, None), next))
    }

    fn iso_date(&self, at: usize) -> Option<(Day, usize)> {
        let year = self.number(at, 4..5).filter(|year| (1800..2200).contains(year))?;
        let mark = if self.is_mark(at + 1, &['-']) { '-' } else { '/' };
        if !self.is_mark(at + 1, &[mark]) || !self.is_mark(at + 3, &[mark]) {
            return None;
        }
        let date = PartialDate {
            year: i32::try_from(year).ok(),
            month: Some(self.number(at + 2, 1..3)?),
            day: Some(self.number(at + 4, 1..3)?),
        };
        date.to_calendar().map(|date| (Day::Certain(date), at + 5))
    }

    /// `April 28, 2023`, `Apr. 28 2023`, `28 April 2023`, `28th Apr, 2023`.
    fn named_date(&self, at: usize) -> Option<(Day, usize)> {
        let (month, day, behind) = if let Some(month) = dates::month(self.slice(at)) {
            let number = at + 1 + usize::from(self.is_mark(at + 1, &['.']));
            (month, self.number(number, 1..3)?, self.past_ordinal(number + 1))
        } else {
            let day = self.number(at, 1..3)?;
            let name = self.past_ordinal(at + 1);
            let name = name + usize::from(self.is_word(name, &["of"]) || self.is_mark(name, &['-']));
            let month = dates::month(self.slice(name))?;
            (month, day, name + 1 + usize::from(self.is_mark(name + 1, &['.'])))
        };
        let behind = behind + usize::from(self.is_mark(behind, &[',', '-']));
        let (year, next) = self.year(behind)?;
        let date = PartialDate { year: Some(year), month: Some(month), day: Some(day) };
        date.to_calendar().map(|date| (Day::Certain(date), next))
    }

    fn past_ordinal(&self, at: usize) -> usize {
        at + usize::from(self.is_word(at, &["st", "nd", "rd", "th"]) && !self.atoms[at].spaced)
    }

    fn numeric_date(&self, at: usize) -> Option<(Day, usize)> {
        let mut order = self.order;
        let (first, second, year, next) = if let Some(first) = self.number(at, 1..3) {
            if !(self.is_mark(at + 1, &['/', '-']) && self.is_mark(at + 3, &['/', '-'])) {
                return None;
            }
            let (year, next) = self.year(at + 4)?;
            (first, self.number(at + 2, 1..3)?, year, next)
        } else {
            // 22.11.2026 is one number to the tokeniser
            let atom = self.atoms.get(at).filter(|atom| atom.shape == Shape::Number)?;
            let mut parts = self.text.slice(atom.span).split('.');
            let mut part = |length: Range<usize>| {
                parts.next().filter(|part| length.contains(&part.len())).and_then(|part| part.parse::<u32>().ok())
            };
            let date = (part(1..3)?, part(1..3)?, i32::try_from(part(4..5)?).ok()?);
            // with full stops the day comes first, if nothing says otherwise
            order = order.or(Some(DateOrder::DayFirst));
            (date.0, date.1, date.2, at + 1)
        };
        figures::read((first, second, year), self.weekday_before(at), order).map(|day| (day, next))
    }

    /// The weekday that stands right before the atom `at`.
    fn weekday_before(&self, at: usize) -> Option<chrono::Weekday> {
        let mut before = at.checked_sub(1)?;
        for mark in [',', '.'] {
            before = if self.is_mark(before, &[mark]) { before.checked_sub(1)? } else { before };
        }
        dates::weekday(self.slice(before))
    }

    /// A year of four figures. Further figures glued to it are left to the clock, which is told by
    /// the atom staying where it is: see [`Scan::clock`].
    fn year(&self, at: usize) -> Option<(i32, usize)> {
        let atom = self.atoms.get(at).filter(|atom| atom.shape == Shape::Number)?;
        let slice = self.text.slice(atom.span);
        let year: i32 = slice.get(..4)?.parse().ok()?;
        if !(1800..2200).contains(&year) {
            return None;
        }
        let glued = &slice[4..];
        let plain = glued.is_empty() || glued.bytes().all(|b| b.is_ascii_digit());
        let clock = !glued.is_empty() && glued.len() <= 2 && self.is_mark(at + 1, &[':']);
        plain.then_some((year, if clock { at } else { at + 1 }))
    }

    /// A time of day with what belongs to it: `4:55 PM MYT`, `17:05 IST`, `4.34pm`, `5 AM PT`, `0849 GMT`.
    fn clock(&self, at: usize) -> Option<(String, Option<Zone>, usize)> {
        let atom = self.atoms.get(at).filter(|atom| atom.shape == Shape::Number)?;
        let mut slice = self.text.slice(atom.span);
        // 20232:26: the hour hangs on the year
        if slice.len() > 4 && slice.len() <= 6 && slice.bytes().all(|b| b.is_ascii_digit()) {
            slice = &slice[4..];
        }
        let mut next = at + 1;
        let mut second = None;
        let two = |text: &str| text.parse::<u32>().ok().filter(|&n| text.len() == 2 && n < 60);
        let (hour, minute) = if self.is_mark(next, &[':']) && slice.len() <= 2 {
            let minute = two(self.slice(next + 1))?;
            next += 2;
            if self.is_mark(next, &[':']) {
                // fractions of a second are more than a page means
                second = Some(two(self.slice(next + 1).split('.').next().unwrap_or(""))?);
                next += 2;
            }
            (slice.parse::<u32>().ok()?, Some(minute))
        } else if let Some((hour, minute)) = slice.split_once('.') {
            (hour.parse().ok().filter(|_| hour.len() <= 2)?, Some(two(minute)?))
        } else if slice.len() == 4 && self.zone(next).is_some() {
            (slice[..2].parse().ok()?, Some(two(&slice[2..])?))
        } else if slice.len() <= 2 {
            (slice.parse().ok()?, None)
        } else {
            return None;
        };
        let half = self.half(next);
        if let Some((_, behind)) = half {
            next = behind;
        } else if minute.is_none() {
            return None;
        }
        let hour = match half.map(|(afternoon, _)| afternoon) {
            Some(_) if !(1..=12).contains(&hour) => hour,
            Some(true) => hour % 12 + 12,
            Some(false) => hour % 12,
            None => hour,
        };
        if hour > 24 {
            return None;
        }
        let mut time = format!("{hour:02}:{:02}", minute.unwrap_or(0));
        if minute.is_none() {
            time.truncate(2);
        }
        if let Some(second) = second {
            let _ = write!(time, ":{second:02}");
        }
        let zone = self.zone(next);
        let next = zone.as_ref().map_or(next, |(_, next)| *next);
        Some((time, zone.map(|(zone, _)| zone), next))
    }

    /// am or pm: whether it is the afternoon, and what comes behind.
    fn half(&self, at: usize) -> Option<(bool, usize)> {
        for (forms, afternoon) in [(["am", "a.m.", "a.m"], false), (["pm", "p.m.", "p.m"], true)] {
            if self.is_word(at, &forms) {
                return Some((afternoon, at + 1));
            }
        }
        None
    }

    fn zone(&self, at: usize) -> Option<(Zone, usize)> {
        if self.is_mark(at, &['(']) {
            let (zone, next) = self.zone(at + 1)?;
            return self.is_mark(next, &[')']).then_some((zone, next + 1));
        }
        if self.is_mark(at, &['+', '-', '−']) && !self.atoms[at].spaced {
            let (offset, next) = self.offset(at)?;
            let span = Span::new(self.atoms[at].span.start, self.atoms[next - 1].span.end);
            return Some((Zone { span, offset: Some(offset) }, next));
        }
        let word = self.slice(at);
        let span = self.atoms.get(at)?.span;
        if zones::offset(&word.to_ascii_uppercase()) == Some("Z") {
            let (offset, next) = self.offset(at + 1).map_or(("Z".to_owned(), at + 1), |(offset, next)| (offset, next));
            return Some((
                Zone { span: Span::new(span.start, self.atoms[next - 1].span.end), offset: Some(offset) },
                next,
            ));
        }
        if word == "Z" {
            return Some((Zone { span, offset: Some("Z".to_owned()) }, at + 1));
        }
        if self.is_word(at, &["local"]) && self.is_word(at + 1, &["time"]) {
            return Some((Zone { span: Span::new(span.start, self.atoms[at + 1].span.end), offset: None }, at + 2));
        }
        // every other name is kept as written: IST is India's, Ireland's and Israel's
        zones::is_zone(word).then_some((Zone { span, offset: None }, at + 1))
    }

    /// `+2`, `+0530`, `+05:30` as an ISO 8601 offset.
    fn offset(&self, at: usize) -> Option<(String, usize)> {
        let sign = match self.atoms.get(at)?.shape {
            Shape::Mark('+') => '+',
            Shape::Mark('-' | '−') => '-',
            _ => return None,
        };
        let slice = self.slice(at + 1);
        if !slice.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let (hours, minutes, next) = match slice.len() {
            1 | 2 if self.is_mark(at + 2, &[':']) => (slice, self.slice(at + 3), at + 4),
            1 | 2 => (slice, "00", at + 2),
            4 => (&slice[..2], &slice[2..], at + 2),
            _ => return None,
        };
        let hours: u32 = hours.parse().ok().filter(|&hours| hours <= 14)?;
        let minutes: u32 = minutes.parse().ok().filter(|&minutes| minutes < 60)?;
        Some((format!("{sign}{hours:02}:{minutes:02}"), next))
    }

    /// "5 hours ago", "20 m ago", "an hour ago", "min ago", "just now", "4 min read", "page 1".
    fn relative(&self, at: usize) -> Option<usize> {
        const UNITS: &[&str] = &[
            "s", "sec", "secs", "second", "seconds", "m", "min", "mins", "minute", "minutes", "h", "hr", "hrs", "hour",
            "hours", "d", "day", "days", "w", "week", "weeks", "mo", "month", "months", "y", "yr", "yrs", "year",
            "years",
        ];
        let mut next = at;
        if self.number(at, 1..4).is_some() || self.is_word(at, &["a", "an", "one"]) {
            next += 1;
        }
        next += usize::from(self.is_mark(next, &['-']));
        if self.is_word(next, UNITS) {
            if self.is_word(next + 1, &["ago"]) {
                return Some(next + 2);
            }
            let read = next + 1 + usize::from(self.is_mark(next + 1, &['.', '-']));
            if next > at && self.is_word(read, &["read"]) {
                return Some(read + 1);
            }
        }
        if self.is_word(at, &["ago"]) {
            return Some(at + 1);
        }
        if self.is_word(at, &["just"]) && self.is_word(at + 1, &["now"]) {
            return Some(at + 2);
        }
        (self.is_word(at, &["page"]) && self.number(at + 1, 1..3).is_some()).then_some(at + 2)
    }
}

/// Puts a time of day behind the date, with the offset where it is known.
fn add_time(stamp: &mut Stamp, time: &str, zone: Option<Zone>) {
    let offset = zone.as_ref().and_then(|zone| zone.offset.as_deref()).unwrap_or("");
    for value in std::iter::once(&mut stamp.value).chain(&mut stamp.alternatives) {
        let _ = write!(value, "T{time}{offset}");
    }
    stamp.zone = zone.map(|zone| zone.span);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Option<(String, Vec<String>)> {
        let text = Text::new(source);
        let found = find(&text, 0..text.tokens.len(), Some(DateOrder::DayFirst))?;
        let stamps = found
            .stamps
            .iter()
            .map(|stamp| match stamp.label {
                Some(label) => format!("{label:?} {}", stamp.value),
                None => stamp.value.clone(),
            })
            .collect();
        Some((found.span.of(source).to_owned(), stamps))
    }

    #[test]
    fn shapes_that_pages_print() {
        for (source, stamps) in [
            ("Monday, 7 Mar 2022 3:18 PM MYT", &["2022-03-07T15:18"][..]),
            ("Sunday 5 February 2023 06:14 GMT", &["2023-02-05T06:14Z"]),
            ("Posted May 24, 2026 10:05 am", &["Published 2026-05-24T10:05"]),
            ("Updated: June 2, 2019 4:21:09 pm", &["Updated 2019-06-02T16:21:09"]),
            ("12:20pm Jan 7, 2024", &["2024-01-07T12:20"]),
            ("June 30, 2026 - 4.34pm", &["2026-06-30T16:34"]),
            ("Published Oct 3, 2021  •  Last updated 2 hours ago  •  6 minute read", &["Published 2021-10-03"]),
            ("2024-02-14T16:15:30Z", &["2024-02-14T16:15:30Z"]),
            ("Published on 06/01/2026 - 13:55 GMT+1", &["Published 2026-01-06T13:55+01:00"]),
            ("Published on 30/04/2024", &["Published 2024-04-30"]),
            ("04/30/2024", &["2024-04-30"]),
            ("22.11.2026, 09:05 CET", &["2026-11-22T09:05"]),
            ("June 26, 2023 5 AM PT", &["2023-06-26T05"]),
            ("5 minute readMay 30, 20214:47 PM GMT+5Last Updated 3 min ago", &["2021-05-30T16:47+05:00"]),
            ("May 7, 20247:55 AM UTCUpdated ago", &["2024-05-07T07:55Z"]),
            ("November 21, 202501747", &["2025-11-21"]),
            (
                "Published: 07:31, 9 Jun 2022Updated: 19:12, 10 Jun 2022",
                &["Published 2022-06-09T07:31", "Updated 2022-06-10T19:12"],
            ),
        ] {
            let (span, found) = read(source).unwrap_or_else(|| panic!("nothing in {source}"));
            assert_eq!(found, stamps, "{source}");
            assert_eq!(span, source, "the whole row is a timestamp");
        }
    }

    #[test]
    fn behind_a_name() {
        let (span, stamps) = read("By Ada Quill Apr. 28, 2023 1:15 pm").unwrap();
        assert_eq!((span.as_str(), stamps[0].as_str()), ("Apr. 28, 2023 1:15 pm", "2023-04-28T13:15"));
        let (span, _) = read("Ada Quill|Published 4 months ago").unwrap();
        assert_eq!(span, "Published 4 months ago");
    }

    #[test]
    fn relative_times_give_no_date() {
        for source in ["5 hours ago", "Updated an hour ago", "20 m ago", "4 min read"] {
            let (span, stamps) = read(source).unwrap_or_else(|| panic!("nothing in {source}"));
            assert!(stamps.is_empty() && span == source, "{source}: {span} {stamps:?}");
        }
    }

    #[test]
    fn no_timestamps() {
        for source in
            ["Updated rules for ferries", "May 2024", "The 2024 Games", "Flight 447 to 2024", "31/31/2024", "4:11"]
        {
            assert_eq!(read(source), None, "{source}");
        }
    }

    #[test]
    fn what_figures_leave_open_has_both_readings() {
        let stamp = |source: &str, order| {
            let text = Text::new(source);
            let found = find(&text, 0..text.tokens.len(), order).unwrap();
            (found.stamps[0].value.clone(), found.stamps[0].alternatives.join(" "))
        };
        for (source, value, alternatives) in [
            ("Published 03/04/2024", "2024-XX-XX", "2024-03-04 2024-04-03"),
            ("Updated 04/03/2024 14:22 GMT", "2024-XX-XXT14:22Z", "2024-03-04T14:22Z 2024-04-03T14:22Z"),
            ("14:22 03-04-2024", "2024-XX-XXT14:22", "2024-03-04T14:22 2024-04-03T14:22"),
            ("03/03/2024", "2024-03-03", ""),
            ("13/04/2024", "2024-04-13", ""),
            ("03.04.2024", "2024-04-03", ""),
            // 4 March 2024 was a Monday
            ("Monday, 03/04/2024", "2024-03-04", ""),
        ] {
            assert_eq!(stamp(source, None), (value.to_owned(), alternatives.to_owned()), "{source}");
        }
        assert_eq!(stamp("Published 03/04/2024", Some(DateOrder::MonthFirst)).0, "2024-03-04");
        assert_eq!(stamp("03.04.2024", Some(DateOrder::MonthFirst)).0, "2024-03-04");
    }
}
