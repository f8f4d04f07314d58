//! Timestamps: when a story was published or updated, in the shapes that pages print.
//!
//! A run of times is made of the elements in [`ELEMENTS`]: an absolute date with a year, perhaps with a
//! label, a weekday, a time of day and a zone around it. Relative ones ("5 hours ago") are recognised, so that
//! they do not pass for part of a byline or headline, but give no date: nobody knows when the page was copied.

pub(crate) use super::patterns::stamps::Label;

use super::patterns::Match;
use super::patterns::stamps::{ELEMENTS, Gives, can_begin};
use crate::calendar::{PartialDate, figures, names, zones};
use crate::text::Text;
use crate::text::tokens::{Kind, Token};
use crate::{DateOrder, Span};
use chrono::{NaiveDate, Weekday};
use std::fmt::Write;
use std::ops::Range;

/// A date of the story as a page prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dated {
    /// What its label says.
    pub(crate) label: Option<Label>,
    /// ISO 8601: the date, with the time where there is one, and the offset where the text gives it in figures,
    /// as UTC or as GMT. `2024-XX-XX` where nothing tells which of two figures is the day.
    pub(crate) value: String,
    /// Both readings of such a date, the earlier first.
    pub(crate) alternatives: Vec<String>,
    /// The zone as written.
    pub(crate) zone: Option<Span>,
    /// From the first to the last of date, time and zone.
    pub(crate) span: Span,
}

/// What a row says of times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The whole run, labels, relative times and a count included.
    pub(crate) span: Span,
    /// Where figures begin that hang on the last year, `May 21, 202517`: a count beside the date.
    pub(crate) count: Option<usize>,
    /// Its absolute dates.
    pub(crate) dates: Vec<Dated>,
    /// Whether it only tells how long ago, or how long it takes to read.
    pub(crate) relative: bool,
    /// What the row's only words say of a date on another row: `Last updated:`.
    pub(crate) label: Option<Label>,
}

/// A row longer than this, in tokens, is prose: dates in it belong to the story.
const LONGEST: usize = 60;

/// The same in bytes: a token can be long too.
const LONGEST_BYTES: usize = 1_000;

/// A row without figures that has no more tokens can be a label alone.
const LABEL: usize = 5;

/// A year of two figures counts in a row that has no more tokens: in a longer one it is as likely a score.
const SHORT: usize = 16;

/// How far before the end of a year, or of a word that tells, a run can begin, in bytes: `Originally published on
/// Wednesday, 28th of September, 2023` and the like.
const REACH: usize = 80;

/// Reads the longest run of times in the tokens `range` of one row. Addresses are passed over: the figures in
/// them are those of a path.
pub(crate) fn read(text: &Text<'_>, range: Range<usize>, order: Option<DateOrder>) -> Option<Reading> {
    #[cfg(test)]
    super::readings::ledger::note("timestamp", text.span_of(&range));
    let row = text.span_of(&range);
    if range.len() > LONGEST || row.len() > LONGEST_BYTES {
        return None;
    }
    let short = range.len() <= LABEL;
    let tokens = &text.tokens[range];
    let tells = |token: &&Token| tells(text.str(**token), token.kind, short);
    // not the date in a title, `Opening bell 11.18.19`
    let slice = text.slice(row);
    let opens = || {
        let by = slice.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by "));
        by || can_begin(slice) || slice.contains(['|', '•', '·'])
    };
    let short_years = tokens.len() <= SHORT && opens();
    let short_year = |at: usize| (short_years && is_short_year(text, tokens, at)).then(|| tokens[at].span().end);
    let anchors: Vec<usize> = tokens
        .iter()
        .filter(tells)
        .map(|token| token.span().end)
        .chain((0..tokens.len()).filter_map(short_year))
        .collect();
    if anchors.is_empty() {
        return None;
    }
    let mut best: Option<Reading> = None;
    let mut start = row.start;
    let addresses = tokens.iter().filter(|token| token.kind == Kind::Url).map(|token| token.span());
    for address in addresses.chain([Span::new(row.end, row.end)]) {
        let piece = Span::new(start, address.start);
        start = address.end;
        let scanner = Scanner { slice: text.slice(piece), offset: piece.start, order };
        let mut from = 0;
        while let Some((run, next)) = scanner.run(from, &anchors) {
            let worth = |reading: &Reading| (reading.dates.len(), reading.span.len());
            let better = |reading: &Reading| best.as_ref().is_none_or(|best| worth(reading) > worth(best));
            best = run.filter(better).or(best);
            from = next;
        }
    }
    best.filter(|best| best.label.is_none() || best.span == row)
}

/// Whether a run of times can be near a token at all: a year, perhaps glued to a word; a word that says how long
/// ago, or how long to read; in a short row what closes a label.
fn tells(word: &str, kind: Kind, short: bool) -> bool {
    let word = word.as_bytes();
    let is = |part: Option<&[u8]>, other: &str| part.is_some_and(|part| part.eq_ignore_ascii_case(other.as_bytes()));
    let begins = |other: &str| is(word.get(..other.len()), other);
    let ends = |other: &str| is(word.len().checked_sub(other.len()).and_then(|at| word.get(at..)), other);
    let year = |four: &[u8]| {
        matches!(four, [b'1', b'8' | b'9', ..] | [b'2', b'0' | b'1', ..]) && four.iter().all(u8::is_ascii_digit)
    };
    match kind {
        Kind::Number => word.windows(4).any(year),
        Kind::Word => {
            let telling = ends("ago") || ends("now") || begins("read") || ends("read") || begins("page");
            telling || short && ends("ed") || word.windows(4).any(year)
        }
        _ => false,
    }
}

/// Whether token `at` ends with the two figures of a year: `5/13/23`, `3.5.23`, `3 May 23`, `3-May-23`.
fn is_short_year(text: &Text<'_>, tokens: &[Token], at: usize) -> bool {
    let slice = |back: usize| at.checked_sub(back).map_or("", |at| text.str(tokens[at]));
    let number = |slice: &str| (1..=2).contains(&slice.len()) && slice.bytes().all(|byte| byte.is_ascii_digit());
    let own = slice(0);
    let year = own.rsplit(['.', '/']).next().unwrap_or("");
    if year.len() != 2 || !number(year) {
        return false;
    }
    let dash = usize::from(slice(1) == "-");
    let named = names::month(slice(1 + dash)).is_some() && number(slice(2 + 2 * dash));
    let parts = ['.', '/'].iter().any(|&mark| own.split(mark).filter(|part| number(part)).count() == 3);
    // a decimal number and a year are joined by one more stop
    let stops = slice(1) == "." && slice(2).split('.').all(number);
    parts
        || named
        || stops
        || matches!(slice(1), "/" | ".") && slice(3) == slice(1) && number(slice(2)) && number(slice(4))
}

/// A piece of a row without addresses.
struct Scanner<'t> {
    slice: &'t str,
    /// Where it begins in the text.
    offset: usize,
    order: Option<DateOrder>,
}

/// A time of day with what belongs to it.
struct Clock {
    time: String,
    zone: Option<(Span, String)>,
    span: Span,
}

impl<'t> Scanner<'t> {
    /// The element at byte `at`, where it is not cut out of a word or a number. With `glued`, figures may begin
    /// where others end: `20232:26 PM`.
    fn element(&self, at: usize, glued: bool) -> Option<Match<'t, Gives>> {
        let begins = (glued || self.is_seam(at, false)) && can_begin(&self.slice[at..]);
        let found = begins.then(|| ELEMENTS.at(self.slice, at)).flatten()?;
        // further figures may hang on a year: a clock, or a count
        let short = found.get("short").is_some();
        let year = matches!(found.shape.gives, Gives::Date | Gives::Figures(_)) && !short;
        // `3 May 14:22` has no year
        let goes_on = short && self.slice[found.range.end..].starts_with([':', '.', '/', '-']);
        (self.is_seam(found.range.end, year) && !goes_on).then_some(found)
    }

    /// The first element that begins at byte `from` or after it, near one of `anchors`.
    fn first(&self, from: usize, anchors: &[usize]) -> Option<Match<'t, Gives>> {
        let near = |at: usize| anchors.iter().any(|&end| (1..=REACH).contains(&end.saturating_sub(self.offset + at)));
        let starts = self.slice[from..].char_indices().filter(|(_, c)| c.is_alphanumeric());
        starts.map(|(at, _)| from + at).filter(|&at| near(at)).find_map(|at| self.element(at, false))
    }

    /// The element that goes on with a run which ends at byte `end`: after marks, a clock after "at", a date after "on".
    fn following(&self, end: usize, dated: bool) -> Option<Match<'t, Gives>> {
        let past_marks = |at: usize| self.slice.len() - self.slice[at..].trim_start_matches(is_separator).len();
        let at = past_marks(end);
        let after = |joint: &str| {
            let word = self.slice.get(at..at + 2).filter(|word| word.eq_ignore_ascii_case(joint))?;
            self.element(past_marks(at + word.len()), false)
        };
        let clock = || after("at").filter(|found| dated && found.shape.gives == Gives::Clock);
        let date = || {
            let is_date = |gives: Gives| matches!(gives, Gives::Date | Gives::Figures(_) | Gives::Day);
            after("on").filter(|found| !dated && is_date(found.shape.gives))
        };
        // `Posted at 9:05 AM, May 8, 2023 and last updated 10:15 AM, May 8, 2023`
        let and = || {
            let rest = self.slice[at..].strip_prefix("and ").filter(|_| dated)?;
            let found = self.element(self.slice.len() - rest.len(), false)?;
            matches!(found.shape.gives, Gives::Label(_)).then_some(found)
        };
        self.element(at, at == end).or_else(clock).or_else(date).or_else(and)
    }

    /// Whether two pieces can have been glued together at byte `at`: where small letters meet capitals, letters
    /// meet digits, or no letter or digit is at all; with `digits`, also between two digits.
    fn is_seam(&self, at: usize, digits: bool) -> bool {
        let mut after = self.slice[at..].chars();
        let (Some(before), Some(first)) = (self.slice[..at].chars().next_back(), after.next()) else { return true };
        if !before.is_alphanumeric() || !first.is_alphanumeric() {
            return true;
        }
        if before.is_numeric() || first.is_numeric() {
            return before.is_numeric() != first.is_numeric() || digits;
        }
        first.is_uppercase() && (before.is_lowercase() || after.next().is_some_and(char::is_lowercase))
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.offset + range.start, self.offset + range.end)
    }

    /// The run of elements that begins with the first at byte `from` or after it, if it tells anything, and where
    /// to look for the next. `None` where there is no further element.
    fn run(&self, from: usize, anchors: &[usize]) -> Option<(Option<Reading>, usize)> {
        let mut element = self.first(from, anchors)?;
        let begin = element.range.start;
        let mut reading =
            Reading { span: Span::default(), count: None, dates: Vec::new(), relative: false, label: None };
        let (mut label, mut day, mut clock): (_, _, Option<Clock>) = (None, None, None);
        let mut end = begin;
        loop {
            let mut next = element.range.end;
            let weekday = day.take();
            match element.shape.gives {
                Gives::Label(said) => {
                    // the word alone begins many a sentence; a label has something to label
                    let rest = self.slice[next..]
                        .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—'));
                    let labelled = self.slice.len() - rest.len();
                    let labels = rest.is_empty() || self.element(labelled, false).is_some();
                    if !labels {
                        break;
                    }
                    label = Some(said);
                }
                Gives::Day => day = names::weekday(self.slice[element.range.clone()].trim_end_matches('.')),
                Gives::Relative => {
                    reading.relative = true;
                    // a relative time uses up its label: "Last updated 1 hour ago"
                    label = None;
                }
                // a sign before figures, most often a dash
                Gives::Zone => break,
                Gives::Clock => {
                    let Some(found) = self.clock(&element) else { break };
                    next = found.span.end - self.offset;
                    match reading.dates.last_mut().filter(|date| label.is_none() && !date.value.contains('T')) {
                        Some(date) => date.add(found),
                        None => clock = Some(found),
                    }
                }
                Gives::Date | Gives::Figures(_) => {
                    let Some(mut date) = self.date(&element, weekday) else { break };
                    date.label = label.take();
                    if let Some(before) = clock.take().filter(|_| !date.value.contains('T')) {
                        date.add(before);
                    }
                    if element.get("hour").is_some() {
                        next = self.add_zone(&mut date, next);
                    }
                    reading.dates.push(date);
                }
            }
            end = next;
            let Some(other) = self.following(end, !reading.dates.is_empty()) else { break };
            element = other;
        }
        reading.relative &= reading.dates.is_empty();
        let digits = self.slice[end..].find(|c: char| !c.is_ascii_digit()).unwrap_or(self.slice.len() - end);
        reading.count = (digits > 0).then_some(self.offset + end);
        end += digits;
        reading.span = self.span(begin..end);
        reading.label = label.filter(|_| reading.dates.is_empty() && clock.is_none());
        let tells = reading.relative || reading.label.is_some() || !reading.dates.is_empty();
        Some((tells.then_some(reading), end.max(element.range.end).max(begin + 1)))
    }

    /// The date of an element, if the calendar has it, with the weekday before it.
    fn date(&self, element: &Match<'_, Gives>, weekday: Option<Weekday>) -> Option<Dated> {
        let number = |name: &str| element.get(name).and_then(|figures| figures.parse::<u32>().ok());
        let short = number("short").map(|year| year + if year < 70 { 2000 } else { 1900 });
        let year = number("year").or(short).and_then(|year| i32::try_from(year).ok());
        let mut dated = Dated {
            label: None,
            value: String::new(),
            alternatives: Vec::new(),
            zone: None,
            span: self.span(element.range.clone()),
        };
        if let Gives::Figures(shape) = element.shape.gives {
            let day = figures::read((number("a")?, number("b")?, year?), weekday, self.order.or(shape))?;
            (dated.value, dated.alternatives) = (day.value(), day.alternatives());
            return Some(dated);
        }
        let month = number("month").or_else(|| names::month(element.get("month")?))?;
        dated.value = PartialDate::from(NaiveDate::from_ymd_opt(year?, month, number("day")?)?).to_string();
        if let Some(time) = time(element) {
            let _ = write!(dated.value, "T{time}");
        }
        Some(dated)
    }

    /// The time of day of an element, with the zone after it.
    fn clock(&self, element: &Match<'_, Gives>) -> Option<Clock> {
        let mut clock = Clock { time: time(element)?, zone: None, span: self.span(element.range.clone()) };
        if let Some(zone) = element.place("zone") {
            clock.zone = Some((self.span(zone.clone()), offset(&self.slice[zone])));
            clock.span.end = self.past_other(element.range.end);
        } else if let Some((zone, offset, end)) = self.zone(element.range.end) {
            clock.zone = Some((zone, offset));
            clock.span.end = self.past_other(end - self.offset);
        }
        Some(clock)
    }

    /// Past the same time in another zone, `(2222 HKT)`, after a clock that ends at byte `at`; in bytes of the text.
    fn past_other(&self, at: usize) -> usize {
        let rest = &self.slice[at..];
        let inner = rest.trim_start().strip_prefix('(').and_then(|inner| inner.split_once(')'));
        let other = inner.map(|(inner, _)| inner).filter(|inner| {
            let zone = inner.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.')).trim_start();
            inner.starts_with(|c: char| c.is_ascii_digit())
                && (2..=5).contains(&zone.len())
                && zone.bytes().all(|byte| byte.is_ascii_uppercase())
        });
        let blank = rest.len() - rest.trim_start().len();
        self.offset + at + other.map_or(0, |inner| blank + inner.len() + 2)
    }

    /// The zone right after a clock that ends at byte `at`: where it lies, its offset, and where the bracket
    /// around it ends.
    fn zone(&self, at: usize) -> Option<(Span, String, usize)> {
        let start = self.slice.len() - self.slice[at..].trim_start().len();
        let found = self.element(start, false).filter(|found| found.shape.gives == Gives::Zone)?;
        // `8 -10` are two numbers, `8 GMT-10` is a zone, and so is `8-10:00` of an ISO time
        if !found.get("zone")?.starts_with(char::is_alphabetic) && start > at {
            return None;
        }
        let zone = found.place("zone")?;
        Some((self.span(zone.clone()), offset(&self.slice[zone]), self.offset + found.range.end))
    }

    fn add_zone(&self, date: &mut Dated, at: usize) -> usize {
        let Some((zone, offset, end)) = self.zone(at) else { return at };
        date.value.push_str(&offset);
        (date.zone, date.span.end) = (Some(zone), end);
        end - self.offset
    }
}

impl Dated {
    /// Puts a time of day after the date, with the offset where it is known.
    fn add(&mut self, clock: Clock) {
        let (zone, offset) = clock.zone.map_or((None, String::new()), |(zone, offset)| (Some(zone), offset));
        for value in std::iter::once(&mut self.value).chain(&mut self.alternatives) {
            let _ = write!(value, "T{}{offset}", clock.time);
        }
        self.zone = zone;
        self.span = Span::new(self.span.start.min(clock.span.start), self.span.end.max(clock.span.end));
    }
}

/// Whether `c` can come between two elements of a run.
fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '|' | '•' | '·' | '-' | '–' | '—' | ',' | ':' | '/' | '.' | '\u{f0b7}' | '~' | '@' | ';' | '(' | ')'
        )
}

/// `16:21:09` of a clock's groups; the hour alone where no more is said.
fn time(element: &Match<'_, Gives>) -> Option<String> {
    let hour: u32 = element.get("hour")?.parse().ok()?;
    let half = element.get("half").filter(|_| (1..=12).contains(&hour));
    let hour = match half.map(|half| half.starts_with(['p', 'P'])) {
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
        None => hour,
    };
    let mut time = format!("{hour:02}");
    for part in ["minute", "second"].iter().filter_map(|part| element.get(part)) {
        let _ = write!(time, ":{part}");
    }
    (hour <= 24).then_some(time)
}

/// The offset of a zone as ISO 8601 writes it, where figures, UTC or GMT give it; a name stays as written.
fn offset(zone: &str) -> String {
    let figures = zone.trim_start_matches(|c: char| c.is_alphabetic()).trim_start();
    let Some(sign) = figures.chars().next() else {
        let zulu = zone == "Z" || zones::offset(&zone.to_ascii_uppercase()) == Some("Z");
        return if zulu { "Z".to_owned() } else { String::new() };
    };
    let digits: String = figures.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = digits.split_at(digits.len().min(2 - digits.len() % 2));
    let number = |figures: &str| figures.parse::<u32>().unwrap_or(0);
    match (number(hours), number(minutes)) {
        (hours @ ..=14, minutes @ ..=59) => format!("{}{hours:02}:{minutes:02}", if sign == '+' { '+' } else { '-' }),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Option<(String, Vec<String>)> {
        let text = Text::new(source);
        let found = super::read(&text, 0..text.tokens.len(), None).filter(|found| found.label.is_none())?;
        let stamps = found
            .dates
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
            ("Published on 16/01/2026 - 13:55 GMT+1", &["Published 2026-01-16T13:55+01:00"]),
            ("Published on 30/04/2024", &["Published 2024-04-30"]),
            ("04/30/2024", &["2024-04-30"]),
            ("22.11.2026, 09:05 CET", &["2026-11-22T09:05"]),
            ("June 26, 2023 5 AM PT", &["2023-06-26T05"]),
            ("5 minute readMay 30, 20214:47 PM GMT+5Last Updated 3 min ago", &["2021-05-30T16:47+05:00"]),
            ("May 7, 20247:55 AM UTCUpdated ago", &["2024-05-07T07:55Z"]),
            ("November 21, 202501747", &["2025-11-21"]),
            ("Updated at 5:10 PM EDT on May 4, 2023", &["Updated 2023-05-04T17:10"]),
            ("Posted at 5:10 p.m. on Thursday, May 4, 2023", &["Published 2023-05-04T17:10"]),
            (
                "Posted at 9:05 AM, May 08, 2023 and last updated 10:15 AM, May 08, 2023",
                &["Published 2023-05-08T09:05", "Updated 2023-05-08T10:15"],
            ),
            ("Posted: 5/13/23 2:22 PM", &["Published 2023-05-13T14:22"]),
            ("13/5/23", &["2023-05-13"]),
            ("13.05.23", &["2023-05-13"]),
            ("03 MAY 23 14:22 ET", &["2023-05-03T14:22"]),
            ("13-May-23", &["2023-05-13"]),
            ("May/03/2023", &["2023-05-03"]),
            ("May 3, 2023 @ 2:22 pm", &["2023-05-03T14:22"]),
            ("May 3, 2023 (Wed) 14:22", &["2023-05-03T14:22"]),
            ("Wed May 3 14:22:05 2023", &["2023-05-03T14:22:05"]),
            ("This article was first published on Wednesday, 3 May 2023", &["Published 2023-05-03"]),
            ("Revised May 3, 2023", &["Updated 2023-05-03"]),
            ("Filed May 3, 2023", &["Published 2023-05-03"]),
            ("Published May 3, 2023Last updated May 4, 2023", &["Published 2023-05-03", "Updated 2023-05-04"]),
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
    fn after_a_name() {
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
        for source in [
            "Updated rules for ferries",
            "May 2024",
            "The 2024 Games",
            "Flight 447 to 2024",
            "31/31/2024",
            "4:11",
            "Opening bell 11.18.19",
            "Rovers 5/13/23",
            "3 May 14:22",
            "Version 1.2.345",
            "This story was updated to correct a name",
        ] {
            assert_eq!(read(source), None, "{source}");
        }
    }

    #[test]
    fn labels_alone() {
        let label = |source: &str| {
            let text = Text::new(source);
            super::read(&text, 0..text.tokens.len(), None)?.label
        };
        assert_eq!(label("Published"), Some(Label::Published));
        assert_eq!(label("Last updated:"), Some(Label::Updated));
        for source in ["Updated rules", "Recently published", "Published 3 May 2021"] {
            assert_eq!(label(source), None, "{source}");
        }
    }

    #[test]
    fn figures_that_nothing_tells_apart() {
        let tell = |source: &str, order| {
            let text = Text::new(source);
            let date = super::read(&text, 0..text.tokens.len(), order).unwrap().dates.remove(0);
            (date.value, date.alternatives.join(" "))
        };
        let certain = |value: &str| (value.to_owned(), String::new());
        assert_eq!(
            tell("Published 03/04/2024 14:22 GMT", None),
            ("2024-XX-XXT14:22Z".to_owned(), "2024-03-04T14:22Z 2024-04-03T14:22Z".to_owned())
        );
        assert_eq!(tell("03/03/2024", None), certain("2024-03-03"));
        assert_eq!(tell("03/04/2024", Some(DateOrder::DayFirst)), certain("2024-04-03"));
        assert_eq!(tell("03/04/2024", Some(DateOrder::MonthFirst)), certain("2024-03-04"));
        assert_eq!(tell("31/04/2024, 30.04.2024", None), certain("2024-04-30"));
    }

    #[test]
    fn figures_of_an_address_are_no_date() {
        assert_eq!(read("https://echo.example/2024/05/03/pier"), None);
    }
}
