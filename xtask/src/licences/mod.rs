//! `licences.txt` of the page: whose work the page is made of, and under which terms.

mod crates;
mod data;

use crate::command::{Outcome, at, root};
use std::fmt::Write as _;
use std::fs;

/// The file's name in the page's folder. The page links to it, and no visit loads it unasked.
pub(crate) const FILE: &str = "licences.txt";

const HEAD: &str = "\
Nutgraf: data and licences
==========================

What this page is made of, and the terms under which it is passed on. Lists and weights without an entry here were made
for Nutgraf and are under its own licence.
";

/// The whole text.
///
/// # Errors
///
/// When a licence cannot be found: what is passed on must carry it.
pub(crate) fn text() -> Outcome<String> {
    let mut text = HEAD.to_owned();
    section(&mut text, "Data");
    for notice in data::notices()? {
        entry(&mut text, &notice.title, &notice.text);
    }
    section(&mut text, "Libraries in the modules");
    for group in crates::groups()? {
        entry(&mut text, &group.crates.join("\n"), &group.text);
    }
    section(&mut text, "Nutgraf");
    text += "\nUnder either of these two, at your choice.\n";
    for file in ["LICENSE-MIT", "LICENSE-APACHE"] {
        let path = root().join(file);
        entry(&mut text, file, &fs::read_to_string(&path).map_err(at(&path))?);
    }
    Ok(text)
}

fn section(text: &mut String, title: &str) {
    let _ = write!(text, "\n\n{title}\n{}\n", "=".repeat(title.len()));
}

fn entry(text: &mut String, title: &str, body: &str) {
    let rule = "-".repeat(title.lines().map(str::len).max().unwrap_or(0));
    let body = body.trim_matches('\n').lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    let _ = write!(text, "\n{title}\n{rule}\n{body}\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_be_named_is_named() {
        let text = text().unwrap();
        for needed in [
            "GeoNames",
            "https://creativecommons.org/licenses/by/4.0/",
            "Daniele Faraglia",
            "UNICODE LICENSE V3",
            "layout.bin",
            "wasm-bindgen 0.",
            "regex-automata 0.",
            "serde_json 1.",
            "similar 2.",
            "Copyright (c) 2014 Alex Crichton",
            "The Rust standard library",
            "Apache License",
        ] {
            assert!(text.contains(needed), "{needed} is missing");
        }
        // what runs only while building is not passed on
        for other in ["syn 2", "quote 1", "proptest", "jsonschema", "schemars", "terser"] {
            assert!(!text.contains(other), "{other} is not in the module");
        }
        let permission = "this software and associated";
        let (passed_on, named) = (text.matches(permission).count(), text.matches("MIT").count());
        assert!(passed_on >= 6 && passed_on < named, "a text that several share stands once: {passed_on} of {named}");
    }
}
