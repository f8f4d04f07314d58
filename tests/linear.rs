//! Time grows with the text, not with its square: what would be slow is looked for, not waited for.
//!
//! Measured in processor time of the thread, which a busy machine leaves alone; where there is no clock for
//! it, nothing is measured.
#![cfg(target_os = "linux")]

use nutgraf::{Options, parse};
use rustix::time::{ClockId, clock_gettime};
use std::time::Duration;

/// Bytes of the shorter text; the longer has [`GROWTH`] times as many.
const SIZE: usize = 12 * 1024;
const GROWTH: u32 = 8;

/// The longer may take this many times longer. A square takes 64 times; what is linear takes 8, but up to
/// thrice that where the longer text no longer fits a cache.
const LIMIT: u32 = 5 * GROWTH;

/// What a measurement can be wrong by.
const NOISE: Duration = Duration::from_millis(2);

/// How often a measurement is made before it is believed: what disturbs it only ever adds to the time.
const ROUNDS: usize = 5;

/// Units that, repeated, keep something open, ask for a look back, or look like the start of something.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "a", "a ", "A", "A ", "A. ", "A.", ". ", ".", ",", "-", "— ", "\n", "\n\n", "\r\n", " \n", " ", "\t", "\u{a0}",
    "\u{200b}", "\0", "\u{301}", "“", "”", "\"", "'", "’", "“a” ", "“A,” he said, “b.” ", "“A b c.\n\n", "he said ",
    "said ", "“a” said ", "he ", "Ana Costa ", "Ana Costa, ", "Ana Costa said. ", "Ana Costa and ", "Dr. ",
    "Mayor Ana Costa, a doctor, ", "of the ", "according to ", "1", "1 ", "1,", "1,000 ", "1.", "$", "$1 ", "1/",
    "million ", "one hundred ", "and ", "two and a half ", "%", "May ", "May 3, ", "2016-09-05 ", "2016 ", "10:30 ",
    "on Tuesday ", "every ", "last ", "the day after ", "between 1 and ", "By ", "By Ana Costa\n",
    "By Ana Costa and ", "(", ")", "(Reuters) - ", "PORT ELDER (AP) — ", "PORT ELDER, ", "Reuters\n", "© ",
    "Tags: a, ", "Read more: a\n", "Photo: ", "* ", "1. a\n", "http://", "http://a.b/", "www.", "a@", "@a ", "#a ",
    "Who?\n\n", "Boats sail again, the mayor said on Tuesday.\n", "Boats sail again, the mayor said on Tuesday.\n\n",
    "Boats sail again, the mayor said on Tuesday. ",
];

#[test]
fn repetition_takes_linear_time() {
    let slow: Vec<String> = UNITS.iter().filter_map(|unit| too_slow(unit, read)).collect();
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

/// The same inside a story, between a beginning and an end that the stages know.
#[test]
fn repetition_inside_a_story_takes_linear_time() {
    let read_in_story = |middle: &str| {
        read(&format!(
            "Ferry resumes\n\nBy Ana Costa\n\nPORT ELDER, May 3 (Reuters) - Mayor Olu Marsh said: “{middle}” she added. \
             It was 1{middle} on Tuesday.\n\n(Reporting by {middle})"
        ));
    };
    let slow: Vec<String> = UNITS.iter().filter_map(|unit| too_slow(unit, read_in_story)).collect();
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

/// A measure that finds nothing proves nothing.
#[test]
fn a_square_is_noticed() {
    let look_back_now_and_then = |text: &str| {
        let looks = (0..text.len()).step_by(16).filter(|&at| text[..at].bytes().rev().all(|byte| byte == b','));
        assert_eq!(looks.count(), text.len().div_ceil(16));
    };
    let found = too_slow(",", look_back_now_and_then);
    assert!(found.is_some_and(|found| found.contains("8 times the text")));
}

fn read(text: &str) {
    assert_eq!(parse(text, &Options::default()).length, text.encode_utf16().count());
}

/// Says so where `work` on the longer text takes more than its share of time.
fn too_slow(unit: &str, work: impl Fn(&str)) -> Option<String> {
    let time = |size: usize| {
        let text = unit.repeat(size.div_ceil(unit.len()));
        let start = now();
        work(&text);
        now().saturating_sub(start)
    };
    let (mut before, mut after) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        (before, after) = (before.min(time(SIZE)), after.min(time(SIZE * GROWTH as usize)));
        if after <= before * LIMIT + NOISE {
            return None;
        }
    }
    Some(format!("{unit:?}: {before:?}, and {after:?} for {GROWTH} times the text"))
}

fn now() -> Duration {
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).expect("a time since the thread's start")
}
