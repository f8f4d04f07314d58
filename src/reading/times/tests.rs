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
fn the_turn_of_the_year_has_its_days() {
    check(
        "2024-05-15",
        &[
            ("He was last seen on New Year's Eve.", "New Year's Eve=2023-12-31"),
            ("It burnt down on New Year’s Eve 2019.", "New Year’s Eve 2019=2019-12-31"),
            ("The bridge opened on New Year's Day last year.", "New Year's Day last year=2023-01-01"),
            ("It will open before New Year.", "New Year=2025-01-01"),
            ("It burnt down on Bonfire Night 2019.", "Bonfire Night 2019=2019-11-05"),
            ("It opened on Remembrance Day 2019.", "Remembrance Day 2019=2019-11-11"),
            ("It opened on International Ferry Remembrance Day.", ""),
            ("It came by on Mothers' Day 2022.", "Mothers' Day 2022=2022-05-08"),
            ("I saw it the other day.", "the other day=PAST_REF"),
        ],
    );
}

/// In a story told far later a bare day belongs to the year written before it, unless it is news itself.
#[test]
fn a_bare_day_is_of_the_year_the_story_is_set_in() {
    check(
        "2023-11-14",
        &[
            ("On June 1, 2020, Orr signed. By June 9 he was gone.", "June 1, 2020=2020-06-01 | June 9=2020-06-09"),
            (
                "He sailed on 28 December 2017. On 4 January he sank.",
                "28 December 2017=2017-12-28 | 4 January=2018-01-04",
            ),
            (
                "The pier fell on March 3, 2019. Divers came on March 9 and left on March 20.",
                "March 3, 2019=2019-03-03 | March 9=2019-03-09 | March 20=2019-03-20",
            ),
            ("Orr, who was born on Aug. 1, 1951, died on Aug. 9.", "Aug. 1, 1951=1951-08-01 | Aug. 9=2023-08-09"),
            ("The law of Oct. 30, 2018 was struck down on Nov. 9.", "Oct. 30, 2018=2018-10-30 | Nov. 9=2023-11-09"),
            ("Signed on May 1, 2019, it will end on May 9.", "May 1, 2019=2019-05-01 | May 9=2024-05-09"),
            (
                "It fell on May 1, 2019. Orr was freed on Friday, and fined on May 9.",
                "May 1, 2019=2019-05-01 | Friday=2023-11-10 | May 9=2023-05-09",
            ),
        ],
    );
    let times = times("On June 1, 2020, Orr signed. By June 9 he was gone.", Some("2023-11-14"));
    assert_eq!(times[1].alternatives[0].value, "2023-06-09");
    assert!(times[1].certainty.is_some_and(|certainty| certainty.hundredths() < 80));
}

/// A feast by its bare name is the near one, whatever the tense of the verb beside it.
#[test]
fn a_bare_feast_is_the_near_one() {
    check(
        "2023-11-14",
        &[
            ("The first was held in May, with a second before Christmas.", "May=2023-05 | Christmas=2023-12-25"),
            ("Sales before Christmas have fallen.", "Christmas=2023-12-25"),
            ("Dealers stocked up for Thanksgiving.", "Thanksgiving=2023-11-23"),
            ("Nobody came at Halloween.", "Halloween=2023-10-31"),
            ("The quay was closed after Easter.", "Easter=2023-04-09"),
        ],
    );
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
                "the 1990s=199X | mid-March=2024-03 | 2023/24=2023",
            ),
        ],
    );
}

#[test]
fn forms_of_everyday_writing() {
    check(
        "2024-05-15",
        &[
            (
                "He was born on 26th June of 1990 and she in june of 1992, on 15 April of 87.",
                "26th June of 1990=1990-06-26 | june of 1992=1992-06 | 15 April of 87=1987-04-15",
            ),
            (
                "Catches shrank in 2014-15 but grew in 2015–16, as they had in the 2012/13 season.",
                "2014-15=2014 | 2015–16=2015 | 2012/13=2012",
            ),
            (
                "It opened on April twenty six, on twelve July nineteen hundred eighty four.",
                "April twenty six=2024-04-26 | twelve July nineteen hundred eighty four=1984-07-12",
            ),
            ("Filed Sep-23-2020, Dec/2018 and Oct/2.", "Sep-23-2020=2020-09-23 | Dec/2018=2018-12 | Oct/2=2024-10-02"),
            (
                "They will meet on tuesday of next week or next week Thursday, by the 28th.",
                "tuesday of next week=2024-05-21 | next week Thursday=2024-05-23 | the 28th=2024-05-28",
            ),
            (
                "They will meet on Wed 22nd, Sunday 26, or tuesday the twenty eighth.",
                "Wed 22nd=2024-05-22 | Sunday 26=2024-05-26 | tuesday the twenty eighth=2024-05-28",
            ),
            (
                "previous quarter, this working week, the week beginning 3 June",
                "previous quarter=2024-Q1 | this working week=2024-W20 | the week beginning 3 June=2024-W23",
            ),
            (
                "q3 2019, 2017 Q1, 2018-q2 and 2019 H2",
                "q3 2019=2019-Q3 | 2017 Q1=2017-Q1 | 2018-q2=2018-Q2 | 2019 H2=2019-H2",
            ),
            (
                "the early morning of April 9, the night of 5 May",
                "the early morning of April 9=2024-04-09TMO | the night of 5 May=2024-05-05TNI",
            ),
            (
                "labor day weekend, Mother's Day 2023 and the weekend of Halloween",
                "labor day weekend=2024-W35-WE | Mother's Day 2023=2023-05-14 | the weekend of Halloween=2023-W44-WE",
            ),
            ("He stayed three nights, every weekend.", "three nights=P3D | every weekend=XXXX-WXX-WE"),
        ],
    );
}

#[test]
fn clocks_of_everyday_writing() {
    check(
        "2024-05-15",
        &[
            (
                "from 10:30 to 3, between 3 and 4 in the afternoon, between 0730-0930",
                "10:30=2024-05-15T10:30 | 3=2024-05-15T15:00 | 3=2024-05-15T15:00 | \
                 4 in the afternoon=2024-05-15T16:00 | 0730=2024-05-15T07:30 | 0930=2024-05-15T09:30",
            ),
            (
                "20 minutes past eight in the evening, ten past nine, at 5 in the morning",
                "20 minutes past eight in the evening=2024-05-15T20:20 | ten past nine=2024-05-15T09:10 | \
                 5 in the morning=2024-05-15T05:00",
            ),
            (
                "Friday at 4, Monday at 2.30, Tuesday in the morning, 3 p. m. today",
                "Friday at 4=2024-05-17T04:00 | Monday at 2.30=2024-05-13T02:30 | \
                 Tuesday in the morning=2024-05-14TMO | 3 p. m. today=2024-05-15T15:00",
            ),
            (
                "every Monday at 4 p.m., every day at six o'clock, every morning",
                "every Monday at 4 p.m.=XXXX-WXX-1T16:00 | every day at six o'clock=XXXX-XX-XXT06:00 | \
                 every morning=XXXX-XX-XXTMO",
            ),
            (
                "It won on Saturday at 3 percent; at 5 people a table; killed 5 in the morning raid.",
                "Saturday=2024-05-11 | the morning=2024-05-11TMO",
            ),
        ],
    );
}

#[test]
fn no_value_is_absurd() {
    for (source, wanted) in [
        ("The labor day 2021 weekend was wet.", "The labor day 2021 weekend=2021-W35-WE"),
        ("The 2021 weekend was wet.", "2021=2021"),
        ("Temperatures will stay in the 80s.", ""),
        ("It lived 66 million years and died 1,500 years ago.", "1,500 years ago=PAST_REF"),
        ("The shop is open Tuesday–Saturday.", "Tuesday=XXXX-WXX-2 | Saturday=XXXX-WXX-6"),
        ("Tel: +86 2010-2015-86", ""),
        ("Harbour Nights 2049 opens; it scored 2072 points and runs until 2051.", "2051=2051"),
    ] {
        check("2024-05-15", &[(source, wanted)]);
    }
}

#[test]
fn where_both_ways_are_close_the_other_is_told() {
    let told = |source: &str| {
        let time = times(source, Some("2024-05-15")).remove(0);
        let others: Vec<String> = time.alternatives.into_iter().map(|other| other.value).collect();
        (time.value, time.certainty.is_some(), others.join(" "))
    };
    let known = |value: &str, other: &str| (value.to_owned(), true, other.to_owned());
    assert_eq!(told("A strike, Monday."), known("2024-05-13", "2024-05-20"));
    assert_eq!(told("The council voted on Friday."), known("2024-05-10", ""));
    assert_eq!(told("It opened on 3 May 2019."), ("2019-05-03".to_owned(), false, String::new()));
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
    midnight GMT o'clock morning night weekend Christmas Easter Thanksgiving New Year 's Eve half hundred thousand 2021 weekend weekends from to through between until since about around circa \
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
            prop_assert!(super::bounds::is_sane(&time.value), "{}={} in {source}", time.text, time.value);
            prop_assert!(time.range_end.is_none_or(|end| end < times.len()));
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
