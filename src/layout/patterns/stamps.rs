//! What a row of times is made of: dates, clocks, labels and what pages print beside them.

use super::{Shape, Table};
use crate::DateOrder;
use crate::calendar::names;

/// What a label before a date says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// Published, posted, first published.
    Published,
    /// Updated, modified, edited.
    Updated,
}

/// What one element of a row of times gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gives {
    /// `year`, `month` by name or in figures, `day`; perhaps `hour`, `minute`, `second`.
    Date,
    /// `year`, and two figures `a` and `b` of which one is the day; with the order that the shape itself
    /// suggests where the text does not tell.
    Figures(Option<DateOrder>),
    /// `hour`, perhaps `minute`, `second` and `half`, the half of the day; perhaps `zone`.
    Clock,
    /// `zone`, right after a clock.
    Zone,
    /// How long ago, or how long it takes to read.
    Relative,
    /// What the date after it is.
    Label(Label),
    /// A day that is told beside its date, or instead of it.
    Day,
}

/// The elements. A new shape of date or clock is a row here.
pub(crate) static ELEMENTS: Table<Gives> = Table::new(&[
    Shape {
        name: "ISO 8601",
        pattern: r"(?<year>{YEAR})-(?<month>[01]?[0-9])-(?<day>{DAY})(?:T(?<hour>[0-2][0-9]):(?<minute>{SIXTY})(?::(?<second>{SIXTY})(?:\.[0-9]+)?)?)?",
        gives: Gives::Date,
        examples: &["2024-02-14T16:15:30.120", "2024-2-4"],
    },
    Shape {
        name: "year first",
        pattern: r"(?<year>{YEAR})\s*[/.]\s*(?<month>[01]?[0-9])\s*[/.]\s*(?<day>{DAY})",
        gives: Gives::Date,
        examples: &["2024/02/14", "2024.02.14", "2024. 2. 4"],
    },
    Shape {
        name: "month first",
        pattern: r"(?<month>{MONTH})[.,/]?\s*(?<day>{DAY})(?:st|nd|rd|th)?\s*[,/-]?\s*(?<year>{YEAR})",
        gives: Gives::Date,
        examples: &["April 28, 2023", "Apr. 28 2023", "MAY 3rd,2021", "May, 3 2021", "May/03/2021"],
    },
    Shape {
        name: "day first",
        pattern: r"(?<day>{DAY})(?:st|nd|rd|th)?\s*(?:of\s+|[/-]\s*)?(?<month>{MONTH})\.?\s*[,/-]?\s*(?<year>{YEAR})",
        gives: Gives::Date,
        examples: &["28 April 2023", "28th of Apr., 2023", "28-Apr-2023"],
    },
    Shape {
        name: "clock before the year",
        pattern: r"(?<month>{MONTH})\s+(?<day>{DAY})\s+(?<hour>[0-2][0-9]):(?<minute>{SIXTY}):(?<second>{SIXTY})\s+(?:(?-i:[A-Z]{3,4})\s+)?(?<year>{YEAR})",
        gives: Gives::Date,
        examples: &["May 3 14:22:05 2023", "Feb 28 04:02:59 UTC 2024"],
    },
    Shape {
        name: "figures",
        pattern: r"(?<a>{DAY})\s*[/-]\s*(?<b>{DAY})\s*[/-]\s*(?<year>{YEAR})",
        gives: Gives::Figures(None),
        examples: &["03/04/2024", "30-4-2024"],
    },
    Shape {
        name: "figures with stops",
        pattern: r"(?<a>{DAY})\.(?<b>{DAY})\.(?<year>{YEAR})",
        gives: Gives::Figures(Some(DateOrder::DayFirst)),
        examples: &["22.11.2026"],
    },
    Shape {
        name: "short figures",
        pattern: r"(?<a>{DAY})/(?<b>{DAY})/(?<short>[0-9]{2})",
        gives: Gives::Figures(None),
        examples: &["5/13/23"],
    },
    Shape {
        name: "short figures with stops",
        pattern: r"(?<a>{DAY})\.(?<b>{DAY})\.(?<short>[0-9]{2})",
        gives: Gives::Figures(Some(DateOrder::DayFirst)),
        examples: &["3.5.23"],
    },
    Shape {
        name: "short year",
        pattern: r"(?<day>{DAY})(?:\s+|-)(?<month>{MONTH})(?:\s+|-)(?<short>[0-9]{2})",
        gives: Gives::Date,
        examples: &["03 MAY 23", "3-May-23"],
    },
    Shape {
        name: "clock",
        pattern: r"(?<hour>[0-2]?[0-9]):(?<minute>{SIXTY})(?::(?<second>{SIXTY})(?:\.[0-9]+)?)?(?:\s*(?<half>{HALF}))?",
        gives: Gives::Clock,
        examples: &["4:21:09 pm", "17:05", "4:55 P.M."],
    },
    Shape {
        name: "clock with a stop",
        pattern: r"(?<hour>[0-2]?[0-9])\.(?<minute>{SIXTY})(?:\s*(?<half>{HALF}))?",
        gives: Gives::Clock,
        examples: &["4.34pm", "17.05"],
    },
    Shape {
        name: "clock with an h",
        pattern: r"(?<hour>[0-2]?[0-9])h(?<minute>{SIXTY})",
        gives: Gives::Clock,
        examples: &["14h30"],
    },
    Shape {
        name: "clock of four figures",
        pattern: r"(?<hour>[0-2][0-9])(?<minute>{SIXTY})\s*(?<zone>{ZONE})",
        gives: Gives::Clock,
        examples: &["0849 GMT"],
    },
    Shape {
        name: "hour",
        pattern: r"(?<hour>[01]?[0-9])\s*(?<half>{HALF})",
        gives: Gives::Clock,
        examples: &["5 AM", "11pm"],
    },
    Shape {
        name: "ago",
        pattern: r"(?:(?:[0-9]{1,3}|an?|one)\s*-?\s*)?(?:{UNIT}\s+)?ago",
        gives: Gives::Relative,
        examples: &["5 hours ago", "an hour ago", "20m ago", "min ago", "ago"],
    },
    Shape { name: "now", pattern: r"just\s+now", gives: Gives::Relative, examples: &["just now"] },
    Shape {
        name: "reading time",
        pattern: r"(?:[0-9]{1,3}|an?|one)\s*-?\s*{UNIT}\s*[.-]?\s*read",
        gives: Gives::Relative,
        examples: &["4 min read", "6-minute read"],
    },
    Shape { name: "page", pattern: r"page\s+[0-9]{1,2}", gives: Gives::Relative, examples: &["page 1"] },
    Shape {
        name: "published",
        pattern: r"(?:{LEAD}\s+)?(?:(?:published|posted|created|issued|publish|uploaded|filed|released)(?:\s+(?:on|at|date|time))?|(?:publication|release)\s+date|added\s+on)\s*:?",
        gives: Gives::Label(Label::Published),
        examples: &["Published on", "First published:", "Posted", "Date issued", "Release date:", "Added on"],
    },
    Shape {
        name: "updated",
        pattern: r"(?:{LEAD}\s+)?(?:updated|modified|edited|update|revised|corrected|amended|reviewed)(?:\s+(?:on|at|date|time))?\s*:?",
        gives: Gives::Label(Label::Updated),
        examples: &["Last updated", "Updated:", "Modified on"],
    },
    Shape {
        name: "sent",
        pattern: r"(?:date|dated|sent)\s*:",
        gives: Gives::Label(Label::Published),
        examples: &["Date:", "Sent :"],
    },
    Shape {
        name: "day",
        pattern: r"{WEEKDAY}\.?|today|yesterday",
        gives: Gives::Day,
        examples: &["Thursday", "Tue.", "today"],
    },
    Shape {
        name: "zone",
        pattern: r"\(?(?<zone>{ZONE})\)?",
        gives: Gives::Zone,
        examples: &["MYT", "(GMT+2)", "+05:30", "local time", "UTC +0100"],
    },
]);

/// How the words begin that elements begin with, names of days, months and zones aside.
const OPENINGS: [&str; 42] = [
    "ago",
    "an ",
    "an-",
    "a ",
    "a-",
    "one",
    "just",
    "page",
    "today",
    "yesterday",
    "local",
    "first",
    "last",
    "originally",
    "date",
    "story",
    "article",
    "this ",
    "publi",
    "relea",
    "uploaded",
    "added",
    "posted",
    "created",
    "issued",
    "update",
    "modified",
    "edited",
    "filed",
    "revised",
    "corrected",
    "amended",
    "reviewed",
    "sent",
    "sec",
    "min",
    "h",
    "d",
    "week",
    "mo",
    "y",
    "s ",
];

/// Whether an element can begin `rest` at all: what the patterns need not be asked.
pub(crate) fn can_begin(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    let begins =
        |opening: &&str| bytes.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening.as_bytes()));
    let named = |start: &str| names::month(start).is_some() || names::weekday(start).is_some();
    match bytes {
        [first, ..] if !first.is_ascii_alphabetic() => true,
        // the letters of a zone
        [first, second, ..] if first.is_ascii_uppercase() && second.is_ascii_uppercase() => true,
        [b'Z'] => true,
        [b'Z', second, ..] if !second.is_ascii_alphabetic() => true,
        _ => rest.get(..3).is_some_and(named) || OPENINGS.iter().any(begins),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_begin_an_element() {
        for shape in ELEMENTS.shapes() {
            for example in shape.examples {
                assert!(can_begin(example) && can_begin(&example.to_uppercase()), "{example}");
                assert!(can_begin(&format!("{example}Updated")), "{example}");
            }
        }
        for other in ["the", "boats", "King", "quay", "Ada Quill", "Echo"] {
            assert!(!can_begin(other), "{other}");
        }
    }

    #[test]
    fn shapes() {
        super::super::tests::prove(&ELEMENTS);
    }
}
