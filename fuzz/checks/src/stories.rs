//! Reading: any text, and texts of what each grammar looks for. No panic, and every rule of the breakdown holds.

use crate::input::Input;
use crate::invariants::violations;
use crate::vocabulary::{NAMES, QUANTITIES, QUOTES, ROWS, TIMES};
use nutgraf::{Article, Offsets, Options};

/// Fails where the breakdown breaks a rule.
pub(crate) fn assert_rules(text: &str, article: &Article) {
    let article = serde_json::to_value(article).expect("a breakdown is JSON");
    let found = violations(text, &article);
    assert!(found.is_empty(), "{text:?}\n{}", found.join("\n"));
}

fn assert_sound(text: &str, options: &Options) {
    assert_rules(text, &nutgraf::parse(text, options));
}

/// Any text, in any unit, with any date; changed into another unit, the breakdown is that of a reading in it.
pub(crate) fn parse(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    let options = input.options();
    let other = input.one_of(Offsets::ALL);
    let text = input.text();
    let mut article = nutgraf::parse(&text, &options);
    assert_rules(&text, &article);
    article.convert_offsets(&text, other).expect("the text that was read");
    assert_eq!(article, nutgraf::parse(&text, &options.with_offsets(other)), "{text:?}");
}

/// What stands around a story on a page.
pub(crate) fn rows(bytes: &[u8]) {
    of_words(bytes, ROWS);
}

/// Dates, times of day, durations, sets.
pub(crate) fn times(bytes: &[u8]) {
    of_words(bytes, TIMES);
}

/// Numbers in figures and words, with what they count.
pub(crate) fn quantities(bytes: &[u8]) {
    of_words(bytes, QUANTITIES);
}

/// Marks, cues and sources.
pub(crate) fn quotes(bytes: &[u8]) {
    of_words(bytes, QUOTES);
}

/// People, bodies and places.
pub(crate) fn names(bytes: &[u8]) {
    of_words(bytes, NAMES);
}

fn of_words(bytes: &[u8], words: &[&str]) {
    let mut input = Input::new(bytes);
    let options = input.options();
    assert_sound(&input.words(words), &options);
}
