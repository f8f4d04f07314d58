//! How fast single stages are: `cargo bench --features train --bench stages`.
//!
//! Each is measured on running text as newspapers print it, and on texts that are nothing but what it
//! looks for. A stage is linear if its MB/s stay as they are from the first size to the last. Below each time stand the
//! allocations of a run and the most that they hold at once.

// a method's path is of one lifetime, the closure of any
#![allow(clippy::redundant_closure_for_method_calls)]

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use nutgraf::Options;
use nutgraf::stages::{Stages, stages};

/// Counts what is allocated; that takes a little time of its own.
#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// A short item, an article, a day's file, far more than anyone pastes.
const SIZES: [usize; 4] = [1_000, 10_000, 1_000_000, 10_000_000];

/// Some 1,200 bytes with as many times and numbers as a story on business or courts has.
const STORY: &str = "\
The harbour board of Ardmouth voted on Tuesday to close the old ferry pier for at least three months, \
after engineers found cracks in two-thirds of its 48 piles.\n\n\
Repairs will cost about $12.4 million, or 4.7 percent of the board's budget for this year, chairwoman Ada \
Quill said. Work is to begin on Sept. 5 and should be finished early next year, she added. Last October a \
storm with winds of 130 km an hour tore away 60 metres of the quay.\n\n\
\"We have known since the late 1990s that this pier would not last,\" Tom Rook, who ran the ferries from 1987 \
to 2011, said in an interview on Monday night. \"Nobody wanted to hear it.\"\n\n\
Some 1.2 million passengers used the pier in the year ended March 31, down from 1.5 million a year earlier. \
Ferries to the outer islands will leave from the coal wharf, every two hours between 7 a.m. and 9.30 p.m., \
and the crossing will take 20 minutes longer. The company's third-quarter revenue fell 3.2 percent to \
RM7.8 million, it said recently, and it does not expect to hire any of the dozen sailors it laid off in May.\n\n";

/// `unit` again and again, up to `size` bytes.
fn repeat(unit: &str, size: usize) -> String {
    let mut text = unit.repeat(size / unit.len() + 1);
    text.truncate(text.floor_char_boundary(size));
    text
}

fn measure(bencher: Bencher, text: &str, stage: fn(&Stages<'_>) -> usize) {
    let options = Options::new().with_published("2024-05-15".parse().expect("a date"));
    stages(text, &options, |stages| {
        bencher.counter(BytesCount::new(text.len())).bench_local(|| stage(black_box(stages)));
    });
}

#[divan::bench(args = SIZES, max_time = 3)]
fn layout(bencher: Bencher, size: usize) {
    measure(bencher, &repeat(STORY, size), |stages| stages.layout());
}

#[divan::bench(args = SIZES, max_time = 3)]
fn times(bencher: Bencher, size: usize) {
    measure(bencher, &repeat(STORY, size), |stages| stages.times());
}

#[divan::bench(args = SIZES, max_time = 3)]
fn quantities(bencher: Bencher, size: usize) {
    measure(bencher, &repeat(STORY, size), |stages| stages.quantities());
}

#[divan::bench(args = SIZES, max_time = 3)]
fn names(bencher: Bencher, size: usize) {
    measure(bencher, &repeat(STORY, size), |stages| stages.names());
}

fn measure_quotes(bencher: Bencher, text: &str) {
    stages(text, &Options::new(), |stages| {
        let entities = stages.entities();
        bencher.counter(BytesCount::new(text.len())).bench_local(|| black_box(stages).quoted(&entities));
    });
}

#[divan::bench(args = SIZES, max_time = 3)]
fn quotes(bencher: Bencher, size: usize) {
    measure_quotes(bencher, &repeat(STORY, size));
}

/// What might make quotes look further and further.
const HOSTILE_MARKS: [&str; 8] =
    ["“", "\"", "'", "“a” said ", "“a,” said Ada Quill. ‘b’ ", "and said that ", ", says the mayor, ", "a” b“ "];

#[divan::bench(args = HOSTILE_MARKS, max_time = 1)]
fn quotes_of_one_line(bencher: Bencher, unit: &str) {
    measure_quotes(bencher, &repeat(unit, 1_000_000));
}

/// What might make a stage look further and further: one line of it, a megabyte long.
const HOSTILE: [&str; 8] =
    ["May ", "7", "one two three ", ",", "the end of the day before ", "1,000 ", "$5 million to ", "last Monday "];

#[divan::bench(args = HOSTILE, max_time = 1)]
fn times_of_one_line(bencher: Bencher, unit: &str) {
    measure(bencher, &repeat(unit, 1_000_000), |stages| stages.times());
}

#[divan::bench(args = HOSTILE, max_time = 1)]
fn quantities_of_one_line(bencher: Bencher, unit: &str) {
    measure(bencher, &repeat(unit, 1_000_000), |stages| stages.quantities());
}

/// Rows that might make layout compare each with all others.
const HOSTILE_ROWS: [&str; 5] =
    ["a\n", "By Ada Quill\n", "The ferry leaves at dawn. (Photo: Ada Quill/Reuters)\n", "MAY 3\n", "?!\n"];

#[divan::bench(args = HOSTILE_ROWS, max_time = 2)]
fn layout_of_rows(bencher: Bencher, unit: &str) {
    measure(bencher, &repeat(unit, 1_000_000), |stages| stages.layout());
}
