//! How much memory reading takes at its height: at most 20 MB and twelve times the text, whatever the text is.

use allocation_counter::{AllocationInfo, measure};
use nutgraf::{Options, parse};
use std::fs;
use std::path::Path;

/// Bytes that reading may take for any text, …
const ANY: u64 = 20_000_000;
/// … and for each byte of it.
const EACH: u64 = 12;

/// Invented articles, one after the other, cut to `size` bytes.
fn articles(size: usize) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let entries = fs::read_dir(folder).expect("tests/fixtures").flatten();
    let mut files: Vec<_> = entries.map(|entry| entry.path().join("article.txt")).collect();
    files.sort();
    let texts: Vec<String> = files.iter().filter_map(|file| fs::read_to_string(file).ok()).collect();
    assert!(!texts.is_empty(), "no articles in tests/fixtures");
    repeated(&texts.join("\n\n"), size)
}

fn repeated(unit: &str, size: usize) -> String {
    let mut text = unit.repeat(size / unit.len() + 1);
    text.truncate(text.floor_char_boundary(size));
    text
}

fn reading(name: &str, text: &str) -> AllocationInfo {
    let used = measure(|| drop(parse(text, &Options::new())));
    let (size, peak) = (text.len() as u64, used.bytes_max);
    let over = peak.saturating_sub(ANY) as f64 / size as f64;
    println!(
        "{name:<28} {size:>9} bytes: at most {:>6.1} MB at once ({over:>4.1} a byte over 20 MB), {:>5.1} allocations a KB",
        peak as f64 / 1e6,
        used.count_total as f64 * 1000.0 / size as f64,
    );
    used
}

/// What counts: the height, and that nothing stays.
fn assert_bounded(name: &str, text: &str) {
    let used = reading(name, text);
    let bound = ANY + EACH * text.len() as u64;
    assert!(used.bytes_max <= bound, "{name}: {} bytes at once, more than {bound}", used.bytes_max);
}

#[test]
fn reading_takes_no_more_than_twelve_times_the_text() {
    // tables that are made once, and stay
    reading("first of all", &articles(1_000));
    for size in [1_000, 40_000, 400_000, 4_000_000] {
        assert_bounded("articles", &articles(size));
    }
    let once = measure(|| drop(parse(&articles(40_000), &Options::new())));
    assert_eq!(once.bytes_current, 0, "what is read once does not stay");
}

/// Shapes that nobody writes and somebody pastes.
#[test]
fn nor_do_texts_that_are_made_to_take_it() {
    for unit in ["a\n", "A. ", "“a” said ", "7 ", "\n", "Ada Quill ", "By Ada Quill\n", "May 3 ", "$5 ", "?!", "\u{200b}", "a\u{ad}\n", "|1|\n"] {
        assert_bounded(&format!("{unit:?}"), &repeated(unit, 1_000_000));
    }
}
