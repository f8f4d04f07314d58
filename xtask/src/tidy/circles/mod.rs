//! Circles of imports: files of a crate that use each other's items, so that neither can be read, or moved, alone.
//!
//! An arrow leads from a file to the file that *defines* what it uses: re-exports are followed to their source, so that
//! a `mod.rs` that only passes on what its children define ties nothing. A file may use what the modules above it define
//! while they use it: that is how Rust lays out a room. Tests are left out.

mod modules;
mod source;
mod tokens;

use crate::command::Outcome;
use modules::Crate;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

/// What each file uses of which other file.
type Arrows = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// The circles in the crate whose root is `root`, a text each; none where there is no such crate.
///
/// # Errors
///
/// When a file cannot be read.
pub(super) fn of_crate(top: &Path, root: &str) -> Outcome<Vec<String>> {
    if !top.join(root).exists() {
        return Ok(Vec::new());
    }
    let tree = Crate::read(root, &|path| std::fs::read_to_string(top.join(path)).ok())?;
    Ok(circles(&tree.arrows()))
}

/// Describes each knot of files that reach each other.
fn circles(arrows: &Arrows) -> Vec<String> {
    let reach: BTreeMap<&str, BTreeSet<&str>> =
        arrows.keys().map(|file| (file.as_str(), reached(arrows, file))).collect();
    let mut listed: BTreeSet<&str> = BTreeSet::new();
    let mut found = Vec::new();
    for (&file, reached) in &reach {
        if !reached.contains(file) || listed.contains(file) {
            continue;
        }
        let knot: BTreeSet<&str> =
            reached.iter().copied().filter(|other| reach.get(other).is_some_and(|back| back.contains(file))).collect();
        let mut text = format!("{} files import in a circle:", knot.len());
        for from in &knot {
            for (to, names) in arrows[*from].iter().filter(|(to, _)| knot.contains(to.as_str())) {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                let _ = write!(text, "\n    {from} → {to}: {}", names.join(", "));
            }
        }
        found.push(text);
        listed.extend(knot);
    }
    found
}

/// The files that arrows lead to from `file`, over any number of others.
fn reached<'a>(arrows: &'a Arrows, file: &str) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&str> = vec![file];
    while let Some(from) = open.pop() {
        for to in arrows.get(from).into_iter().flat_map(BTreeMap::keys) {
            if seen.insert(to.as_str()) {
                open.push(to);
            }
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The circles of a crate of these files.
    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let read = |path: &str| files.iter().find(|(name, _)| *name == path).map(|(_, text)| (*text).to_owned());
        circles(&Crate::read("src/lib.rs", &read).unwrap().arrows())
    }

    #[test]
    fn two_siblings_that_use_each_other() {
        let circle = found(&[
            ("src/lib.rs", "mod room;"),
            ("src/room/mod.rs", "mod clauses; mod ends;"),
            ("src/room/clauses.rs", "use super::ends::{self, End};\nfn f() { ends::find(); }\npub fn of() {}"),
            ("src/room/ends.rs", "pub struct End; pub fn find() { super::clauses::of() }"),
        ]);
        assert_eq!(
            circle,
            [
                "2 files import in a circle:\n    src/room/clauses.rs → src/room/ends.rs: End, find\n    src/room/ends.rs → src/room/clauses.rs: of"
            ]
        );
    }

    #[test]
    fn a_circle_over_three_files_and_two_rooms() {
        let circle = found(&[
            ("src/lib.rs", "mod a; mod b;"),
            ("src/a/mod.rs", "mod one;\npub(crate) use one::{One as First};"),
            ("src/a/one.rs", "use crate::{b::{two::Two}};\npub struct One(Two);"),
            ("src/b/mod.rs", "pub mod two; mod three;"),
            ("src/b/two.rs", "pub struct Two(super::three::Three);"),
            ("src/b/three.rs", "pub struct Three(Option<Box<crate::a::First>>);"),
        ]);
        assert!(circle.len() == 1 && circle[0].starts_with("3 files"), "{circle:?}");
        assert!(circle[0].contains("src/b/three.rs → src/a/one.rs: One"), "{circle:?}");
    }

    #[test]
    fn rooms_that_need_each_other() {
        // neither file uses the other, but their rooms do
        let circle = found(&[
            ("src/lib.rs", "mod a; mod b;"),
            ("src/a/mod.rs", "mod part; pub struct A; pub fn run() { part::work() }"),
            ("src/a/part.rs", "pub fn work() { crate::b::run() }"),
            ("src/b/mod.rs", "use crate::a::A; pub fn run() { let _: A; }"),
        ]);
        assert!(circle.len() == 1 && circle[0].starts_with("3 files"), "{circle:?}");
    }

    #[test]
    fn how_rust_lays_out_a_room_is_not_a_circle() {
        for files in [
            // an item of the room's own, used by its parts
            &[
                ("src/lib.rs", "mod room; pub use room::*; pub struct Options;"),
                ("src/room/mod.rs", "mod part; pub struct Room; pub fn run() { part::work(&Room) }"),
                ("src/room/part.rs", "use super::Room; use crate::Options; pub fn work(_: &Room) { let _: Options; }"),
            ][..],
            // a room that passes on what one part defines to another
            &[
                ("src/lib.rs", "mod room;"),
                ("src/room/mod.rs", "mod one; mod two; use one::One; fn run() { two::work() }"),
                ("src/room/one.rs", "pub struct One;"),
                ("src/room/two.rs", "use super::One; pub fn work() { let _: One; }"),
            ],
            // only a test looks back
            &[
                ("src/lib.rs", "mod one; mod two;"),
                ("src/one.rs", "pub struct One; #[cfg(test)] mod tests { use crate::two::Two; }"),
                ("src/two.rs", "use crate::one::One; pub struct Two(One);"),
            ],
            &[
                ("src/lib.rs", "mod one; mod two;"),
                (
                    "src/one.rs",
                    "#[cfg(test)]\nuse crate::two::Two;\npub struct One;\n#[cfg(all(test, unix))]\nmod tests;",
                ),
                ("src/one/tests.rs", "use crate::two::Two;"),
                ("src/two.rs", "use crate::one::One; pub struct Two(One);"),
            ],
            // what is in comments and strings
            &[
                ("src/lib.rs", "mod one; mod two;"),
                (
                    "src/one.rs",
                    "/// [`crate::two::Two`]\npub struct One; /* use crate::two::Two; */ const S: &str = r#\"crate::two::Two\"#;",
                ),
                ("src/two.rs", "use crate::one::One; pub struct Two(One);"),
            ],
        ] {
            assert_eq!(found(files), Vec::<String>::new(), "{files:?}");
        }
    }
}
