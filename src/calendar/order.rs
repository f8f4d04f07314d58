//! Which comes first where a text writes dates in figures, decided once, from the text as a whole.
//!
//! The kinds of evidence, the stronger first; a kind that is silent or that contradicts itself leaves the
//! question to the next:
//!
//! | evidence | example |
//! | --- | --- |
//! | what the caller says | `dmy` |
//! | a date in figures that fits one way, by itself or by its weekday | 30/04/2024, Tuesday 3/4/1990 |
//! | a date in figures that is the story's own, where that is certain | 3/4/2024, published 2024-04-03 |
//! | the zone of the clock beside a date in figures | 3/4/2024 9:05 ET, 3/4/2024 14:22 GMT+1 |
//! | how dates with the month in words are written | 5 September, September 5 |
//! | the country of the story's address | `.ie`, `.gov` |
//! | a dateline that shortens its state as papers of the United States do | PEORIA, Ill. |
//! | spelling | harbour, harbor |
//! | currency: what is not counted in plain dollars | £40, Rs 500 |
//!
//! Figures that contradict each other end the search: such a text writes both ways. Dates that begin with the
//! year say nothing, as every country writes them. A date that is itself read by the order found here is never
//! evidence.

use super::address;
use super::date::PartialDate;
use super::figures::{DateOrder, Day, read, triple, weekday_before};
use super::{names, territories, zones};
use crate::text::Text;
use crate::text::abbreviations::Abbreviation;
use crate::text::address::host;
use crate::text::tokens::Kind;
use crate::text::words::is_all_caps;
use crate::{Options, Published};
use chrono::NaiveDate;
use std::cmp::Ordering;

/// Words that Britain and most of the Commonwealth spell differently from the United States, without those
/// that both write in another sense: "meters", "program", "license", and "-ize", which Oxford and the United Nations
/// write too.
const BRITISH: [&str; 24] = [
    "behaviour",
    "cancelled",
    "centre",
    "centres",
    "colour",
    "colours",
    "defence",
    "favour",
    "favourite",
    "harbour",
    "honour",
    "kilometres",
    "labour",
    "licence",
    "litres",
    "metres",
    "neighbour",
    "neighbouring",
    "neighbours",
    "organisation",
    "programme",
    "theatre",
    "travelled",
    "tyres",
];

/// The same for the United States.
const AMERICAN: [&str; 19] = [
    "behavior",
    "canceled",
    "center",
    "centers",
    "color",
    "colors",
    "defense",
    "favor",
    "favorite",
    "harbor",
    "honor",
    "kilometers",
    "labor",
    "liters",
    "neighbor",
    "neighboring",
    "neighbors",
    "theater",
    "traveled",
];

/// Lines in which the story's own address and dateline are looked for: as much as comes above a story.
const HEAD: usize = 60;

/// How often one and the other order is met.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    day_first: u32,
    month_first: u32,
}

impl Tally {
    fn add(&mut self, order: DateOrder) {
        match order {
            DateOrder::DayFirst => self.day_first += 1,
            DateOrder::MonthFirst => self.month_first += 1,
        }
    }

    /// The more frequent one.
    fn decide(self) -> Option<DateOrder> {
        match self.day_first.cmp(&self.month_first) {
            Ordering::Greater => Some(DateOrder::DayFirst),
            Ordering::Less => Some(DateOrder::MonthFirst),
            Ordering::Equal => None,
        }
    }
}

/// The order of the dates in figures of `text`; `None` where nothing tells.
pub(crate) fn decide(text: &Text<'_>, options: &Options) -> Option<DateOrder> {
    if options.date_order.is_some() {
        return options.date_order;
    }
    if !has_figures(text) {
        return None;
    }
    let address = options.url.as_deref().or_else(|| own_address(text));
    let own = own_dates(text, options, address);
    let (mut figures, mut published, mut clocks, mut words) = <(Tally, Tally, Tally, Tally)>::default();
    for (at, _) in text.tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Number) {
        if let Some((first, second, year)) = date(text, at) {
            let weekday = weekday_before(text, at);
            match read((first, second, year), weekday, None) {
                Some(Day::Certain(day)) if first != second => figures.add(order_of(day, first)),
                Some(Day::Either { day_first, month_first }) => {
                    match (own.contains(&day_first), own.contains(&month_first)) {
                        (true, false) => published.add(DateOrder::DayFirst),
                        (false, true) => published.add(DateOrder::MonthFirst),
                        _ => {}
                    }
                    if let Some(order) = clock_beside(text, at) {
                        clocks.add(order);
                    }
                }
                _ => {}
            }
        } else if let Some(order) = pair(text, at) {
            figures.add(order);
        } else if let Some(order) = in_words(text, at) {
            words.add(order);
        }
    }
    if figures.day_first + figures.month_first > 0 {
        return figures.decide();
    }
    published
        .decide()
        .or_else(|| clocks.decide())
        .or_else(|| words.decide())
        .or_else(|| territories::order(&host(address?)?))
        .or_else(|| has_state(text).then_some(DateOrder::MonthFirst))
        .or_else(|| spelling(text))
        .or_else(|| currency(text))
}

/// Which order a date is written in whose first figure is `first`.
fn order_of(day: NaiveDate, first: u32) -> DateOrder {
    if chrono::Datelike::day(&day) == first { DateOrder::DayFirst } else { DateOrder::MonthFirst }
}

/// The order of a day and a month in figures at token `at`, without a year, that fit one way: "on 6/14", "Friday 14/6".
fn pair(text: &Text<'_>, at: usize) -> Option<DateOrder> {
    const PLACED: [&str; 6] = ["on", "by", "from", "until", "since", "before"];
    let look = text.cursor();
    let small = |at: usize| look.number(at).filter(|figure| (1..=31).contains(figure));
    let (first, second) = (small(at)?, small(at + 2)?);
    let joined =
        look.is_mark(at + 1, '/') && look.is_joined(at + 1) && look.is_joined(at + 2) && !look.is_joined(at + 3)
            || look.is_mark(at + 1, '/') && look.is_any(at + 3, &[".", ",", ")", ";"]);
    let placed = look.follows(at, &PLACED) || weekday_before(text, at).is_some();
    match (first > 12, second > 12) {
        _ if !joined || !placed => None,
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// Whether there is anything to decide: strokes, two joined hyphens or full stops between figures.
fn has_figures(text: &Text<'_>) -> bool {
    text.tokens.iter().enumerate().any(|(at, token)| match token.kind {
        Kind::Number => text.str(*token).bytes().filter(|&byte| byte == b'.').count() == 2,
        // the first figure may hang on a word: "Published03/04/2024"
        Kind::Mark => {
            let look = text.cursor();
            let figure = |at: usize| look.is_figure(at) && look.is_joined(at);
            let pair = || look.is_mark(at, '/') && look.is_joined(at) && look.is_figure(at.wrapping_sub(1));
            matches!(look.mark(at), Some('/' | '-'))
                && figure(at + 1)
                && (pair() || look.mark(at) == look.mark(at + 2) && figure(at + 3))
        }
        _ => false,
    })
}

/// First, second and year of a date in figures at token `at` that does not begin with its year.
fn date(text: &Text<'_>, at: usize) -> Option<(u32, u32, i32)> {
    let whole = text.str(*text.tokens.get(at)?);
    if let [first, second, year] = whole.split('.').collect::<Vec<_>>()[..] {
        let short = |part: &str| part.parse().ok().filter(|_| part.len() <= 2);
        return Some((short(first)?, short(second)?, year.parse().ok().filter(|_| year.len() == 4)?));
    }
    let [first, second, year] = triple(text, at)?;
    let year = match text.str(text.tokens[at + 4]).len() {
        4 => year,
        2 if year > 31 => 1900 + year,
        2 => 2000 + year,
        _ => return None,
    };
    let is_date = |year: i32| (1800..2200).contains(&year) && whole.len() <= 2;
    i32::try_from(year).ok().filter(|&year| is_date(year)).map(|year| (first, second, year))
}

/// The days that are certain to be the story's own: the caller's, the address's, and the first in ISO 8601.
fn own_dates(text: &Text<'_>, options: &Options, address: Option<&str>) -> Vec<NaiveDate> {
    let given = options.published.as_ref().map(Published::date);
    let in_address = address.and_then(address::date);
    let first = (0..text.tokens.len()).find_map(|at| {
        let token = text.tokens[at];
        let year = token.kind == Kind::Number && text.str(token).len() == 4;
        let [year, month, day] = triple(text, at).filter(|_| year)?;
        let date = PartialDate { year: i32::try_from(year).ok(), month: Some(month), day: Some(day) };
        date.to_calendar().map(|_| date)
    });
    [given, in_address, first].into_iter().flatten().filter_map(PartialDate::to_calendar).collect()
}

/// What the clock after the date in figures at token `at` says about the order: an hour beyond twelve, or a zone.
fn clock_beside(text: &Text<'_>, at: usize) -> Option<DateOrder> {
    let date = if text.is_mark(at + 1, '/') || text.is_mark(at + 1, '-') { at + 5 } else { at + 1 };
    // ` - `, `, `, ` at `, ` | `
    let look = text.cursor();
    let hour = (date..date + 3).find(|&at| look.is_figure(at))?;
    if !look.is_mark(hour + 1, ':') || look.number(hour + 2).is_none() {
        return None;
    }
    let seconds = look.is_mark(hour + 3, ':') && look.number(hour + 4).is_some();
    let end = hour + 3 + 2 * usize::from(seconds);
    // hours ahead of Greenwich are told nowhere in the Americas
    let ahead = |at: usize| look.is_any(at, &["gmt", "utc"]) && look.is_mark(at + 1, '+');
    if ahead(end) {
        return Some(DateOrder::DayFirst);
    }
    // past "am" or "pm"
    (end..end + 2).find_map(|at| look.word(at).and_then(zones::order))
}

/// The order of a date with its month in words, whose day is token `at`.
fn in_words(text: &Text<'_>, at: usize) -> Option<DateOrder> {
    let token = text.tokens[at];
    let day = text.str(token).parse::<u32>().ok().filter(|day| (1..=31).contains(day))?;
    let month = |at: usize| text.word(at).filter(|word| word.starts_with(char::is_uppercase)).and_then(names::month);
    let ordinal = text.word(at + 1).is_some_and(|word| matches!(word, "st" | "nd" | "rd" | "th"));
    if month(at + 1 + usize::from(ordinal)).is_some() {
        return Some(DateOrder::DayFirst);
    }
    let before = at.checked_sub(1)?;
    let before = if text.is_mark(before, '.') { before.checked_sub(1)? } else { before };
    let month = month(before).filter(|_| token.spaced)?;
    // these name what happened on them, in every country's papers
    (!matches!((month, day), (1, 6) | (7, 4) | (9, 11))).then_some(DateOrder::MonthFirst)
}

/// The address that fills a line above the story.
fn own_address<'t>(text: &Text<'t>) -> Option<&'t str> {
    text.lines.iter().take(HEAD).map(|line| line.span()).find_map(|span| {
        let token = *text.tokens.get(text.tokens_in(span).start)?;
        (token.kind == Kind::Url && token.span().end == span.end).then(|| text.str(token))
    })
}

/// Whether a line begins as a dateline of the United States: "PEORIA, Ill. (AP)", "ST. PAUL, Minn. —".
fn has_state(text: &Text<'_>) -> bool {
    text.lines.iter().take(HEAD).any(|line| {
        let tokens = text.tokens_in(line.span());
        let is_town = |&at: &usize| {
            let token = text.tokens[at];
            matches!(token.kind, Kind::Word | Kind::Initials) && is_all_caps(text.str(token)) || text.is_mark(at, '.')
        };
        let comma = tokens.clone().take(6).take_while(is_town).last().map_or(tokens.start, |last| last + 1);
        if comma == tokens.start || !text.is_mark(comma, ',') || comma + 1 >= tokens.end {
            return false;
        }
        let state = text.str(text.tokens[comma + 1]);
        let stopped = state.ends_with('.') || text.is_mark(comma + 2, '.');
        stopped && Abbreviation::listed(state.trim_end_matches('.')) == Some(Abbreviation::State)
    })
}

/// By the spelling that prevails.
fn spelling(text: &Text<'_>) -> Option<DateOrder> {
    let mut tally = Tally::default();
    for token in text.tokens.iter().filter(|token| token.kind == Kind::Word) {
        // a name keeps its spelling: "the Kennedy Center", "the Labour Party"
        let word = text.str(*token);
        if BRITISH.binary_search(&word).is_ok() {
            tally.add(DateOrder::DayFirst);
        } else if AMERICAN.binary_search(&word).is_ok() {
            tally.add(DateOrder::MonthFirst);
        }
    }
    tally.decide()
}

/// By the currency that prevails: pounds, euros, rupees and rand are counted where the day comes first. Dollars
/// are many countries', so that they only outvote.
fn currency(text: &Text<'_>) -> Option<DateOrder> {
    let look = text.cursor();
    let (mut others, mut dollars) = (0u32, 0u32);
    for (at, token) in text.tokens.iter().enumerate() {
        let amount = match (token.kind, text.str(*token)) {
            (Kind::Mark, "£" | "€" | "₹") | (Kind::Word, "Rs" | "GBP" | "EUR" | "INR" | "ZAR") => {
                look.is_figure(at + 1) || look.is_mark(at + 1, '.') && look.is_figure(at + 2)
            }
            // "R50m" and "R1,200"
            (Kind::Word, word) if word.starts_with('R') && word.len() > 1 => {
                word[1..].starts_with(|c: char| c.is_ascii_digit())
            }
            (Kind::Word, "rand" | "rupees" | "euros") => true,
            (Kind::Mark, "$") => {
                dollars += u32::from(look.is_figure(at + 1));
                false
            }
            _ => false,
        };
        others += u32::from(amount);
    }
    (others > dollars).then_some(DateOrder::DayFirst)
}

#[cfg(test)]
mod tests {
    use super::DateOrder::{DayFirst, MonthFirst};
    use super::*;

    fn order(source: &str) -> Option<DateOrder> {
        decide(&Text::new(source), &Options::default())
    }

    fn check(cases: &[(&str, Option<DateOrder>)]) {
        for (source, wanted) in cases {
            assert_eq!(order(source), *wanted, "{source}");
        }
    }

    #[test]
    fn nothing_tells() {
        check(&[
            ("Published 03/04/2024", None),
            ("It fell on 3/4/1990.", None),
            ("It fell on 3/4/1990, a third of $500.", None),
            ("It fell on 4/4/1990.", None),
            ("The Ardmouth Center was shut on 3/4/1990.", None),
            ("The attacks of September 11, 2001, and the bill of 3/4/2002", None),
            ("The January 6 panel met on 3/4/2022.", None),
            ("See https://echo.example/30/04/2024/ferry of 3/4/2024", None),
            // every country writes a year that comes first
            ("Published 2024-04-30, updated 03/04/2025", None),
            ("", None),
        ]);
    }

    #[test]
    fn figures_that_fit_one_way() {
        check(&[
            ("Born 3/4/1990, died 30/4/2020.", Some(DayFirst)),
            ("Born 3/4/1990, died 4/30/2020.", Some(MonthFirst)),
            ("Born 3-4-1990, died 30.04.2020.", Some(DayFirst)),
            ("Published03/04/2024\nUpdated 30/04/2024", Some(DayFirst)),
            // 3 April 1990 was a Tuesday, 4 March a Sunday, and nothing was on a Monday
            ("It fell on Tuesday 3/4/1990, not on 5/6/1990.", Some(DayFirst)),
            ("It fell on Sunday, 3/4/1990.", Some(MonthFirst)),
            ("It fell on Monday, 3/4/1990.", None),
            // no days, and no date
            ("Of 3/4/1990, 31/31/1990 and 10/20/30/40", None),
            // written both ways, whatever else speaks
            ("Born 30/4/1990 in the harbour, died 4/30/2020, buried 5/6/2020.", None),
            ("Born 30/4/1990, wed 29/4/2010, died 4/30/2020, buried 5/6/2020.", Some(DayFirst)),
        ]);
    }

    #[test]
    fn the_story_s_own_date_where_it_is_certain() {
        let with = |source: &str, published: Option<&str>, url: Option<&str>| {
            let own = |value: Option<&str>| value.map(str::to_owned);
            let options = Options {
                published: published.map(|date: &str| date.parse().unwrap()),
                url: own(url),
                ..Options::default()
            };
            decide(&Text::new(source), &options)
        };
        assert_eq!(with("The deadline is 8/10/2012.", Some("2012-08-10"), None), Some(MonthFirst));
        assert_eq!(with("The deadline is 8/10/2012.", Some("2012-10-08T09:00"), None), Some(DayFirst));
        assert_eq!(with("The deadline is 8/10/2012.", Some("2012-08-11"), None), None);
        assert_eq!(with("Posted 8/10/2012", None, Some("https://echo.example/2012/08/10/ferry")), Some(MonthFirst));
        // an address that leaves the same open
        assert_eq!(with("Posted 8/10/2012", None, Some("https://echo.example/08/10/2012/ferry")), None);
        check(&[
            ("2012-08-10T08:00Z\nPosted 8/10/2012", Some(MonthFirst)),
            ("https://echo.example/2012/10/08/ferry\nPosted 8/10/2012", Some(DayFirst)),
        ]);
    }

    #[test]
    fn clocks_beside_dates() {
        check(&[
            ("Published 03/04/2024 - 14:22", None),
            ("Published 03/04/2024 at 14:22:05 GMT+8", Some(DayFirst)),
            ("Published 03/04/2024 9:22", None),
            ("Published 03/04/2024 9:22 PM", None),
            ("Published 03/04/2024, 9:22 PM ET", Some(MonthFirst)),
            ("Published 03/04/2024, 09:22 CET", Some(DayFirst)),
            ("Published 03/04/2024, 09:22 AEST", Some(DayFirst)),
            ("Published 03/04/2024, 09:22 CST", None),
            ("Published 03/04/2024, 09:22 GMT", None),
            // an agency's caption on a European page
            ("The quay, Dec. 21, 2025. (AP)\nPublished on 06/01/2026 - 13:55 GMT+1", Some(DayFirst)),
        ]);
    }

    #[test]
    fn months_in_words() {
        check(&[
            ("On 2 July he spoke of 3/4/1990.", Some(DayFirst)),
            ("On the 2nd July he spoke of 3/4/1990.", Some(DayFirst)),
            ("On July 2 he spoke of 3/4/1990.", Some(MonthFirst)),
            ("On Sept. 2 he spoke of 3/4/1990.", Some(MonthFirst)),
            ("On July 2, not on 2 July, he spoke of 3/4/1990.", None),
            ("On July 2, not on 2 July or 3 July, he spoke of 3/4/1990.", Some(DayFirst)),
            ("In July 2019 all 12 may speak of 3/4/1990.", None),
            // what is stronger and what is weaker
            ("On July 2 he spoke of 30/4/1990 and 3/4/1990.", Some(DayFirst)),
            ("On July 2 he spoke in the harbour of 3/4/1990.", Some(MonthFirst)),
        ]);
    }

    #[test]
    fn where_the_story_is_from() {
        let lede = "The mill that burnt down on 3/4/1990 is to open again, its owner said.";
        let at = |source: &str, url: &str| {
            decide(&Text::new(source), &Options { url: Some(url.to_owned()), ..Options::default() })
        };
        assert_eq!(at(lede, "https://www.echo.example.co.uk/mill"), Some(DayFirst));
        assert_eq!(at(lede, "https://echo.example.gov/mill"), Some(MonthFirst));
        assert_eq!(at(lede, "https://echo.example.ca/mill"), None);
        assert_eq!(at(&format!("PEORIA, Ill. (AP) - {lede}"), "https://echo.example.ie/mill"), Some(DayFirst));
        assert_eq!(order(&format!("https://echo.example.in/mill\nMill to open\n{lede}")), Some(DayFirst));
        check(&[
            (&format!("PEORIA, Ill. (AP) - {lede}"), Some(MonthFirst)),
            (&format!("ST. PAUL, Minn. — {lede}"), Some(MonthFirst)),
            (&format!("ALBANY, N.Y. — {lede}"), Some(MonthFirst)),
            (&format!("TORONTO, Ont. — {lede}"), None),
            (&format!("PEORIA, in Illinois — {lede}"), None),
            (&format!("LONDON (AP) - {lede}"), None),
        ]);
    }

    #[test]
    fn spelling_and_currency() {
        check(&[
            ("The harbour was shut on 3/4/1990.", Some(DayFirst)),
            ("The harbor was shut on 3/4/1990.", Some(MonthFirst)),
            ("The harbor and the theatre were shut on 3/4/1990.", None),
            ("The mill cost £40m on 3/4/1990.", Some(DayFirst)),
            ("The mill cost Rs. 500 on 3/4/1990.", Some(DayFirst)),
            ("The mill cost R500m on 3/4/1990.", Some(DayFirst)),
            ("The mill cost £40m, or $50m, on 3/4/1990.", None),
            ("The mill at the harbor cost £40m on 3/4/1990.", Some(MonthFirst)),
        ]);
    }

    #[test]
    fn the_caller_knows_best() {
        let given = |order| Options { date_order: Some(order), ..Options::default() };
        let text = Text::new("Born 30/4/1990, died 3/4/2020.");
        assert_eq!(decide(&text, &given(MonthFirst)), Some(MonthFirst));
        assert_eq!(decide(&text, &given(DayFirst)), Some(DayFirst));
    }

    #[test]
    fn the_lists_are_sorted() {
        assert!(BRITISH.is_sorted() && AMERICAN.is_sorted());
    }
}
