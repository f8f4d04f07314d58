//! Any text, in any unit, with any date: no panic, and every rule of the breakdown holds.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nutgraf::{Offsets, Options, parse};

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

fuzz_target!(|input: (u8, Option<&str>, &str)| {
    let (unit, published, text) = input;
    let offsets = [Offsets::Utf16, Offsets::Utf8, Offsets::CodePoint][usize::from(unit % 3)];
    let options = Options { offsets, published: published.map(Into::into), ..Options::default() };
    let article = serde_json::to_value(parse(text, &options)).expect("a breakdown is JSON");
    let found = invariants::violations(text, &article);
    assert!(found.is_empty(), "{}", found.join("\n"));
});
