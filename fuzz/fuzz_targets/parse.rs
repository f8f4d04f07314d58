//! Any text, in any unit, with any date: no panic, and every rule of the breakdown holds.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nutgraf::{Offsets, Options, parse};

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

fuzz_target!(|input: (u8, Option<&str>, &str)| {
    let (unit, published, text) = input;
    let offsets = Offsets::ALL[usize::from(unit % 3)];
    let mut options = Options::new().with_offsets(offsets);
    // what is not a date must be refused, without a panic
    options.published = published.and_then(|date| date.parse().ok());
    let mut article = parse(text, &options);
    let other = Offsets::ALL[usize::from(unit / 3 % 3)];
    article.convert_offsets(text, other).expect("the text that was read");
    assert_eq!(article, parse(text, &options.with_offsets(other)));
    let article = serde_json::to_value(article).expect("a breakdown is JSON");
    let found = invariants::violations(text, &article);
    assert!(found.is_empty(), "{}", found.join("\n"));
});
