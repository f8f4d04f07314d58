//! Time grows with the text, not with its square: what would be slow is looked for, not waited for.
#![cfg(not(target_arch = "wasm32"))]

use nutgraf::{Options, parse};
use std::time::{Duration, Instant};

/// Bytes of the shorter text; the longer has [`GROWTH`] times as many.
const SIZE: usize = 24 * 1024;
const GROWTH: u32 = 4;

/// What a square would take `GROWTH` times longer than is expected; half of that is no accident.
const SLACK: u32 = GROWTH / 2;

/// What a measurement on a busy machine can be wrong by.
const NOISE: Duration = Duration::from_millis(40);

/// Units that, repeated, keep something open, ask for a look back, or look like the start of something.
const UNITS: &[&str] = &[
    "a",
    "a ",
    "A",
    "A ",
    "A. ",
    "A.",
    ". ",
    ".",
    ",",
    "-",
    "— ",
    "\n",
    "\n\n",
    "\r\n",
    " \n",
    " ",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\0",
    "\u{301}",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "“a” ",
    "“A,” he said, “b.” ",
    "“A b c.\n\n",
    "he said ",
    "said ",
    "“a” said ",
    "he ",
    "Ana Costa ",
    "Ana Costa, ",
    "Ana Costa said. ",
    "Ana Costa and ",
    "Dr. ",
    "Mayor Ana Costa, a doctor, ",
    "of the ",
    "according to ",
    "1",
    "1 ",
    "1,",
    "1,000 ",
    "1.",
    "$",
    "$1 ",
    "1/",
    "million ",
    "one hundred ",
    "and ",
    "two and a half ",
    "%",
    "May ",
    "May 3, ",
    "2016-09-05 ",
    "2016 ",
    "10:30 ",
    "on Tuesday ",
    "every ",
    "last ",
    "the day after ",
    "between 1 and ",
    "By ",
    "By Ana Costa\n",
    "By Ana Costa and ",
    "(",
    ")",
    "(Reuters) - ",
    "PORT ELDER (AP) — ",
    "PORT ELDER, ",
    "Reuters\n",
    "© ",
    "Tags: a, ",
    "Read more: a\n",
    "Photo: ",
    "* ",
    "1. a\n",
    "http://",
    "http://a.b/",
    "www.",
    "a@",
    "@a ",
    "#a ",
    "Who?\n\n",
    "Boats sail again, the mayor said on Tuesday.\n",
    "Boats sail again, the mayor said on Tuesday.\n\n",
    "Boats sail again, the mayor said on Tuesday. ",
];

#[test]
fn repetition_takes_linear_time() {
    let slow: Vec<String> = UNITS.iter().filter_map(|unit| too_slow(unit)).collect();
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

/// The same inside a story, between a beginning and an end that the stages know.
#[test]
fn repetition_inside_a_story_takes_linear_time() {
    let slow: Vec<String> = UNITS
        .iter()
        .filter_map(|unit| {
            let story = |middle: &str| {
                format!(
                    "Ferry resumes\n\nBy Ana Costa\n\nPORT ELDER, May 3 (Reuters) - Mayor Olu Marsh said: “{middle}” she added. \
                     It was 1{middle} on Tuesday.\n\n(Reporting by {middle})"
                )
            };
            too_slow_in(unit, story)
        })
        .collect();
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

fn too_slow(unit: &str) -> Option<String> {
    too_slow_in(unit, str::to_owned)
}

/// Says so where the longer text takes more than its share of time, three times in a row.
fn too_slow_in(unit: &str, story: impl Fn(&str) -> String) -> Option<String> {
    let text = |size: usize| story(&unit.repeat(size.div_ceil(unit.len())));
    let (short, long) = (text(SIZE), text(SIZE * GROWTH as usize));
    let mut times = Vec::new();
    for _ in 0..3 {
        let (before, after) = (time(&short), time(&long));
        if after <= before * GROWTH * SLACK + NOISE {
            return None;
        }
        times.push(format!("{before:?} and {after:?}"));
    }
    Some(format!("{unit:?}: {GROWTH} times the text takes {}", times.join(", ")))
}

fn time(text: &str) -> Duration {
    let start = Instant::now();
    let article = parse(text, &Options::default());
    let taken = start.elapsed();
    assert_eq!(article.length, text.encode_utf16().count());
    taken
}
