//! `licences.txt`: whose work the page and the packages are made of, and under which terms.

mod crates;
mod data;

use crate::command::{Outcome, at, output, program, root};
use crate::setup::WASM;
use std::fmt::Write as _;
use std::fs;

/// The file's name in the page's folder. The page links to it, and no visit loads it unasked.
pub(crate) const FILE: &str = "licences.txt";

const HEAD: &str = "\
Nutgraf: data and licences
==========================

What this is made of, and the terms under which it is passed on. Lists and weights without an entry here were made
for Nutgraf and are under its own licence.
";

/// The whole text for the modules of the web.
///
/// # Errors
///
/// When a licence cannot be found: what is passed on must carry it.
pub(crate) fn text() -> Outcome<String> {
    of(WASM)
}

/// The whole text for the command line, built for this machine.
///
/// # Errors
///
/// As for [`text`].
pub(crate) fn of_program() -> Outcome<String> {
    let about = output(program("rustc").arg("-vV"))?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    of(host.ok_or("rustc -vV names no host")?)
}

fn of(target: &str) -> Outcome<String> {
    let mut text = HEAD.to_owned();
    section(&mut text, "Data");
    for notice in data::notices()? {
        entry(&mut text, &notice.title, &notice.text);
    }
    section(&mut text, "Libraries");
    for group in crates::groups(target)? {
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
        let program = of_program().unwrap();
        for needed in ["GeoNames", "csv 1.", "flate2 1.", "lexopt 0.", "zip 9.", "regex-automata 0."] {
            assert!(program.contains(needed), "{needed} is missing");
        }
        assert!(!program.contains("wasm-bindgen"));
        let permission = "this software and associated";
        let (passed_on, named) = (text.matches(permission).count(), text.matches("MIT").count());
        assert!(passed_on >= 6 && passed_on < named, "a text that several share stands once: {passed_on} of {named}");
    }
}
