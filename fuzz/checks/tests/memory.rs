//! How much memory reading takes at its height, in bytes that are allocated: what it takes today, so that no change takes
//! more unnoticed. The aim is 20 MB and twelve times the text, whatever the text is.

use allocation_counter::measure;
use nutgraf::{Options, parse};
use std::fs;
use std::path::Path;

/// Bytes that reading may take for any text, …
const ANY: u64 = 20_000_000;
/// … and for each byte of articles, …
const ARTICLES: u64 = 12;
/// … but of what is far longer than any article, more than it should: the tagger of names holds what it sees of every word
/// until all places of a name are heard, …
const LONGER: u64 = 20;
/// … and of texts that are nothing but what is looked for: a breakdown that says "a date" every six bytes is long.
const HOSTILE: u64 = 60;

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

/// Fails where reading `text` takes over [`ANY`] and `each` bytes for one of it; says what it takes.
fn assert_bounded(name: &str, text: &str, each: u64) {
    let mut read = None;
    let used = measure(|| read = Some(parse(text, &Options::new())));
    let size = text.len() as u64;
    println!(
        "{name:<16} {size:>8} bytes: at most {:>5} KB at once, of which the breakdown {:>5} KB; {:>5} allocations a KB",
        used.bytes_max / 1000,
        used.bytes_current / 1000,
        used.count_total * 1000 / size,
    );
    let bound = ANY + each * size;
    assert!(used.bytes_max <= bound, "{name}: {} bytes at once, more than {bound}", used.bytes_max);
}

#[test]
fn an_article_takes_twenty_megabytes_and_twelve_times_its_text() {
    // tables that are made once, and stay
    drop(parse(&articles(1_000), &Options::new()));
    for (size, each) in
        [(1_000, ARTICLES), (40_000, ARTICLES), (400_000, ARTICLES), (1_000_000, ARTICLES), (4_000_000, LONGER)]
    {
        assert_bounded("articles", &articles(size), each);
    }
}

/// What is read once stays in no table: a million articles take what one does.
#[test]
fn nothing_stays() {
    let text = articles(40_000);
    // tables that are made once, and stay
    drop(parse(&text, &Options::new()));
    let used = measure(|| drop(parse(&text, &Options::new())));
    assert_eq!(used.bytes_current, 0);
}

/// Shapes that nobody writes and somebody pastes.
#[test]
fn nor_do_texts_that_are_made_to_take_more_take_it_all() {
    let units = ["a\n", "“a” said ", "7 ", "By Ada Quill\n", "May 3 ", "|1|\n"];
    for unit in units {
        assert_bounded(&format!("{unit:?}"), &repeated(unit, 400_000), HOSTILE);
    }
}
