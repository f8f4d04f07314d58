//! How fast an article is read: `cargo bench`; `cargo bench -- reading` for one.
//!
//! The texts are the fixtures of `tests/fixtures`, one after the other, cut to size.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use nutgraf::{Offsets, Options, parse};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

fn main() {
    divan::main();
}

/// Every fixture's article, in the order of their names.
static ARTICLES: LazyLock<String> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let entries = fs::read_dir(folder).expect("tests/fixtures").flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path().join("article.txt")).collect();
    files.sort();
    let texts: Vec<String> = files.iter().filter_map(|file| fs::read_to_string(file).ok()).collect();
    assert!(!texts.is_empty(), "no articles in tests/fixtures");
    texts.join("\n\n")
});

fn text(size: usize) -> String {
    let mut text = ARTICLES.repeat(size / ARTICLES.len() + 1);
    text.truncate(text.floor_char_boundary(size));
    text
}

/// A short item, an article, a day's file, far more than anyone pastes.
#[divan::bench(args = [1_000, 10_000, 1_000_000, 10_000_000], max_time = 5)]
fn reading(bencher: Bencher, size: usize) {
    let text = text(size);
    bencher.counter(BytesCount::new(text.len())).bench(|| parse(black_box(&text), &Options::default()));
}

/// What counting in another unit costs on top.
#[divan::bench(args = [Offsets::Utf8, Offsets::Utf16, Offsets::CodePoint])]
fn offsets(bencher: Bencher, offsets: Offsets) {
    let text = text(10_000);
    let options = Options::new().with_offsets(offsets);
    bencher.counter(BytesCount::new(text.len())).bench(|| parse(black_box(&text), &options));
}
