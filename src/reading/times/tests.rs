//! What the grammars' tables of cases are checked with, and properties of the whole.

use super::*;
use crate::calendar::{PartialDate, decide_order};
use crate::{Head, Options, TimeKind};
#[cfg(not(target_arch = "wasm32"))]
use proptest::prelude::*;

/// The times of `source`, a paragraph up to each blank line, on the story's date.
pub(super) fn times(source: &str, date: Option<&str>) -> Vec<Time> {
    let text = Text::new(source);
    let mut blocks: Vec<Block> = Vec::new();
    for line in &text.lines {
        match blocks.last_mut().filter(|_| line.blanks == 0) {
            Some(block) => block.span.end = line.span().end,
            None => blocks.push(Block::new(crate::Role::Paragraph, line.span())),
        }
    }
    let date = date.map(|date| PartialDate::parse(date).expect("a date"));
    let order = decide_order(
        &text,
        &Options { published: date.and_then(|date| date.to_string().parse().ok()), ..Options::default() },
    );
    let (head, end) = (Head::default(), source.len());
    let story = Story { text: &text, blocks: &blocks, head: &head, sentences: &[], date, foreign: None, end };
    find(&story, order).0
}

/// Checks sentences against the expressions and values they hold: `"noon=2024-05-15T12:00, May=2024-05"`
/// with `" | "` between two.
pub(super) fn check(date: &str, cases: &[(&str, &str)]) {
    let date = (date != "none").then_some(date);
    for (source, wanted) in cases {
        let read: Vec<_> = times(source, date).iter().map(|time| format!("{}={}", time.text, time.value)).collect();
        assert_eq!(read.join(" | "), *wanted, "in: {source}");
    }
}

#[test]
fn types_follow_timeml() {
    for (source, kind) in [
        ("He left in May 2019.", TimeKind::Date),
        ("He left at 10:30 a.m.", TimeKind::Time),
        ("He left on Friday night.", TimeKind::Time),
        ("He left for three weeks.", TimeKind::Duration),
        ("He leaves every Friday.", TimeKind::Set),
        ("He has left recently.", TimeKind::Date),
    ] {
        let times = times(source, Some("2024-05-15"));
        assert_eq!(times.iter().map(|time| time.kind).collect::<Vec<_>>(), [kind], "{source}");
    }
}

#[test]
fn without_a_date_nothing_is_made_up() {
    check(
        "none",
        &[
            ("He came on Tuesday.", "Tuesday=XXXX-WXX-2"),
            ("He came yesterday, on Sept. 5.", "yesterday=XXXX-XX-XX | Sept. 5=XXXX-09-05"),
            (
                "Sales fell in the third quarter, last year and in March.",
                "the third quarter=XXXX-Q3 | last year=XXXX | March=XXXX-03",
            ),
            ("It opens next week, at noon on Sunday.", "next week=XXXX-WXX | noon on Sunday=XXXX-WXX-7T12:00"),
            (
                "It was the summer; it was two days before Christmas.",
                "the summer=XXXX-SU | two days before Christmas=XXXX-XX-XX",
            ),
            // what the text itself dates needs no date of the story
            (
                "On 3 May 2019 it began. The following day it ended.",
                "3 May 2019=2019-05-03 | The following day=2019-05-04",
            ),
        ],
    );
}

#[test]
fn a_story_without_a_dated_head_keeps_placeholders() {
    let story = "Ferry sinks off Ardmouth\n\nARDMOUTH (AP) - The ferry sank on Tuesday night, two weeks after it was \
                 repaired, the harbour master said.\n\nIt was built last year and is to be raised next month. \
                 \"We will know by the weekend,\" he said. No one has been hurt since last March.";
    let value = |published: Option<&str>| {
        let options = crate::Options {
            published: published.map(|date| date.parse().expect("a date")),
            ..crate::Options::default()
        };
        let times = crate::parse(story, &options).times;
        times.iter().map(|time| format!("{}={}", time.text, time.value)).collect::<Vec<_>>().join(" | ")
    };
    assert_eq!(
        value(None),
        "Tuesday night=XXXX-WXX-2TNI | two weeks=P2W | last year=XXXX | next month=XXXX-XX | the weekend=XXXX-WXX-WE \
         | last March=XXXX-03"
    );
    assert_eq!(
        value(Some("2024-05-15")),
        "Tuesday night=2024-05-14TNI | two weeks=P2W | last year=2023 | next month=2024-06 | the weekend=2024-W20-WE \
         | last March=2024-03"
    );
}

#[test]
fn everyday_and_international_forms() {
    check(
        "2024-05-15",
        &[
            ("Filed on 22.11.2026, due 2026-11-22.", "22.11.2026=2026-11-22 | 2026-11-22=2026-11-22"),
            (
                "The count of 05/06/2024 follows the vote of 30/04/2024.",
                "05/06/2024=2024-06-05 | 30/04/2024=2024-04-30",
            ),
            (
                "The count of 05/06/2024 follows the vote of 04/30/2024.",
                "05/06/2024=2024-05-06 | 04/30/2024=2024-04-30",
            ),
            (
                "They sail at 7.30pm local time, or at noon.",
                "7.30pm local time=2024-05-15T19:30 | noon=2024-05-15T12:00",
            ),
            ("It will rain at the weekend and early next week.", "the weekend=2024-W20-WE | early next week=2024-W21"),
            ("He ran it from 1990 to 1995.", "1990=1990 | 1995=1995"),
            ("It runs from May 20 to May 24.", "May 20=2024-05-20 | May 24=2024-05-24"),
            (
                "In the 1990s, in mid-March and in the 2023/24 season",
                "the 1990s=199X | mid-March=2024-03 | 2023=2023 | 24=2024",
            ),
        ],
    );
}

#[test]
fn a_date_known_in_part_is_used_as_far_as_it_goes() {
    check(
        "2019",
        &[("It fell last year and on Tuesday, in June.", "last year=2018 | Tuesday=XXXX-WXX-2 | June=XXXX-06")],
    );
    check(
        "2019-08",
        &[("It fell last month, in June and today.", "last month=2019-07 | June=2019-06 | today=XXXX-XX-XX")],
    );
}

#[test]
fn what_is_no_time() {
    for source in [
        "They may march on; we met. Wait a second.",
        "The Times and the Sunday Herald reported that 1,984 people came.",
        "Rovers won 3-2 and lead 14-9.",
        "They drew 10:10 and 7.30 was the price; flight BA2024 and Flight 1999 landed.",
        "Flight 1984 to Room 2012 of 1984 Harbour Street cost $1984.",
        "Prices fall, leaves fall, and Rome's fall was deep.",
        "A 17-year-old boy and a man of 52 years of age; she was 36 years old.",
        "The march towards the fall of the house sat in the sun.",
        "He is the second to come third in a row of 2000 people.",
        "The fund pays $12 million a year and sells 700 seats a week.",
        "May Smith and April Jones met August Brown.",
    ] {
        let found: Vec<_> = times(source, Some("2024-05-15")).into_iter().map(|time| time.text).collect();
        assert!(found.is_empty(), "{found:?} in: {source}");
    }
}

#[test]
fn line_breaks_inside_expressions() {
    check(
        "2024-05-15",
        &[
            (
                "It closed on Sept.\n5 last\nyear after three\nweeks.",
                "Sept.\n5 last\nyear=2023-09-05 | three\nweeks=P3W",
            ),
            // a blank line ends a paragraph, and what stands in it
            ("It closed in May\n\n2019 was wet.", "May=2024-05 | 2019=2019"),
        ],
    );
}

/// Words that the grammar knows, and some it does not, to be thrown together.
#[cfg(not(target_arch = "wasm32"))]
const SOUP: &str = "\
    the a this last next of in on at to and or before after from ago earlier later early late mid end day days \
    week weeks month year years quarter third second first fiscal Monday Tuesday Fridays Sun May March Sept . , - \
    – / : ' ’s 5 12 30 1998 2024 96 '98 1990s 04/05/2024 2024-02-30 22.11.2026 10:30 7.30pm a.m. p.m. noon \
    midnight GMT o'clock morning night weekend Christmas Easter Thanksgiving New Year 's Eve half hundred thousand \
    million twenty nineteen ninety six several few couple every each twice same period ended 99999999999 0 will";

// the generator of texts is there for native builds only
#[cfg(not(target_arch = "wasm32"))]
proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn any_soup_of_words_is_read(
        words in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(&["", " ", " ", " ", "\n", "\n\n"][..])), 0..40),
        date in prop::sample::select(&["2024-05-15", "0000-01-01", "9999-12-31", "2024", "XXXX-05-05", "2024-02"][..]),
    ) {
        let mut source = String::new();
        let vocabulary: Vec<&str> = SOUP.split_whitespace().collect();
        for (word, space) in words {
            source.push_str(word.get::<&str>(&vocabulary));
            source.push_str(space);
        }
        let times = times(&source, Some(date));
        for time in &times {
            prop_assert_eq!(time.span.of(&source), &time.text);
            prop_assert!(!time.span.is_empty() && !time.value.is_empty());
            prop_assert!(time.text.trim() == time.text);
        }
        for pair in times.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
    }

    #[test]
    fn any_text_is_read(source in "\\PC{0,60}") {
        let _ = times(&source, Some("2024-05-15"));
    }
}

#[test]
fn long_chains_are_read_in_linear_time() {
    // each of these would nest without end, or look ahead without bound
    for chain in
        ["Monday ", "the day before ", "the end of ", "the week of ", "two days after ", "noon on ", "1990-", "five "]
    {
        let source = chain.repeat(20_000);
        let _ = times(&source, Some("2024-05-15"));
    }
}
