//! Patterns: what can be told from its shape, as tables of regular expressions.
//!
//! One table for each kind of row: a [`Shape`] has a name, a pattern, what it gives and examples that only it
//! reads. A new shape is one row. `tests::prove` walks a table and proves all of that.
//!
//! # Writing a pattern
//!
//! - Case is ignored; `(?-i:…)` heeds it. A class of all but a few, `[^()]`, stands in one: to fold the case of all
//!   letters takes milliseconds. So does `\w`, which is all letters of the world: say which ones, `[a-z0-9]`.
//! - `{YEAR}`, `{ZONE}` and so on are the named pieces of [`pieces`]; what they capture is captured.
//! - Groups are `(?:…)` or named, `(?<day>…)`; a name may come again in another shape, not in the same one.
//! - Only what `regex-lite` reads too: no `\p{…}`; `\s`, `\d` and `\b` know the letters of ASCII there, so a
//!   pattern must not lean on more.
//!
//! A table is compiled when it is first used, all shapes at once. It is used only for rows that can have one
//! of its shapes at all (a digit, a "by", a `©`), which its reader looks for first: most rows of an article
//! never meet a pattern.

pub(super) mod bylines;
pub(super) mod contributors;
pub(super) mod counters;
pub(super) mod credits;
pub(crate) mod pieces;
pub(super) mod signoffs;
pub(super) mod stamps;

use regex::{Captures, Regex};
use std::ops::Range;
use std::sync::OnceLock;

/// One shape: a row of a table.
pub(crate) struct Shape<G: 'static> {
    /// What it is called, in a word or two.
    #[cfg_attr(not(test), allow(dead_code))]
    pub(crate) name: &'static str,
    /// What it looks like.
    pub(crate) pattern: &'static str,
    /// What it says.
    pub(crate) gives: G,
    /// What only this shape of its table reads, from the first character to the last.
    #[cfg_attr(not(test), allow(dead_code))]
    pub(crate) examples: &'static [&'static str],
}

/// The shapes of one kind of row. Of those that begin at the same place, the first in the table holds.
pub(crate) struct Table<G: 'static> {
    shapes: &'static [Shape<G>],
    /// For [`Table::at`].
    here: OnceLock<Compiled>,
    /// For [`Table::find`].
    anywhere: OnceLock<Compiled>,
}

/// All shapes as one expression.
struct Compiled {
    regex: Regex,
    /// For each shape the number of its own group, and the names of those inside it, in order.
    groups: Vec<(usize, Vec<String>)>,
}

/// Where a shape was found.
pub(crate) struct Match<'t, G: 'static> {
    /// Which one.
    pub(crate) shape: &'static Shape<G>,
    /// Where it lies in what was searched, in bytes.
    pub(crate) range: Range<usize>,
    /// Where the search began.
    at: usize,
    captures: Captures<'t>,
    first: usize,
    names: &'t [String],
}

impl<G> Table<G> {
    /// The table of `shapes`.
    pub(crate) const fn new(shapes: &'static [Shape<G>]) -> Self {
        Self { shapes, here: OnceLock::new(), anywhere: OnceLock::new() }
    }

    /// All shapes, in order.
    #[cfg(test)]
    pub(crate) fn shapes(&self) -> &'static [Shape<G>] {
        self.shapes
    }

    /// The shape that begins at byte `at` of `slice`. `^` and `\b` see nothing of what comes before.
    ///
    /// This is the cheap way: the search is over where no shape goes on.
    pub(crate) fn at<'t>(&'static self, slice: &'t str, at: usize) -> Option<Match<'t, G>> {
        let compiled = self.here.get_or_init(|| Compiled::new("^", self.shapes.iter().map(|shape| shape.pattern)));
        self.found(compiled, at, compiled.regex.captures(slice.get(at..)?)?)
    }

    /// The first shape that begins at byte `from` of `slice` or after it. `^` and `\b` see what comes before.
    pub(crate) fn find<'t>(&'static self, slice: &'t str, from: usize) -> Option<Match<'t, G>> {
        let compiled = self.anywhere.get_or_init(|| Compiled::new("", self.shapes.iter().map(|shape| shape.pattern)));
        self.found(compiled, 0, compiled.regex.captures_at(slice, from)?)
    }

    fn found<'t>(
        &'static self,
        compiled: &'static Compiled,
        at: usize,
        captures: Captures<'t>,
    ) -> Option<Match<'t, G>> {
        let which = compiled.groups.iter().position(|(group, _)| captures.get(*group).is_some())?;
        let (first, names) = &compiled.groups[which];
        let whole = captures.get(0)?;
        let range = at + whole.start()..at + whole.end();
        Some(Match { shape: &self.shapes[which], range, at, captures, first: *first, names })
    }
}

impl<'t, G> Match<'t, G> {
    /// Where the group `name` lies, if the shape has it and it took part in the match.
    pub(crate) fn place(&self, name: &str) -> Option<Range<usize>> {
        let index = self.names.iter().position(|other| other == name)?;
        self.captures.get(self.first + 1 + index).map(|group| self.at + group.start()..self.at + group.end())
    }

    /// What the group `name` read.
    pub(crate) fn get(&self, name: &str) -> Option<&'t str> {
        let index = self.names.iter().position(|other| other == name)?;
        self.captures.get(self.first + 1 + index).map(|group| group.as_str())
    }
}

/// What `\s` stands for outside of a class: the spaces that pages use. All of Unicode's make an expression a third
/// larger, and each use of it pays.
const SPACE: &str = r"[\t-\r \u{a0}\u{2000}-\u{200a}\u{202f}]";

impl Compiled {
    /// All of `patterns` after `start`. A pattern that does not compile reads nothing; the tests of its table say so.
    fn new(start: &str, patterns: impl Iterator<Item = &'static str>) -> Self {
        let (mut all, mut groups, mut next) = (format!("(?i){start}(?:"), Vec::new(), 1);
        for (index, pattern) in patterns.enumerate() {
            let (plain, names) = unnamed(&spaced(&pieces::put_in(pattern)));
            all.push_str(if index == 0 { "(" } else { "|(" });
            all.push_str(&plain);
            all.push(')');
            let own = next;
            next += 1 + names.len();
            groups.push((own, names));
        }
        all.push(')');
        // an expression that nothing matches
        let regex = Regex::new(&all).or_else(|_| Regex::new("$^a")).unwrap_or_else(|_| unreachable!("it is fixed"));
        Self { regex, groups }
    }
}

/// The pattern with [`SPACE`] in place of `\s`, except in a class of more.
fn spaced(pattern: &str) -> String {
    let (mut plain, mut class) = (String::with_capacity(pattern.len()), false);
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('s') if !class => plain.push_str(SPACE),
                escaped => plain.extend([c].into_iter().chain(escaped)),
            },
            '[' | ']' => {
                class = c == '[';
                plain.push(c);
            }
            _ => plain.push(c),
        }
    }
    plain
}

/// The pattern with its named groups as plain ones, and their names: one expression holds each name once.
fn unnamed(pattern: &str) -> (String, Vec<String>) {
    let (mut plain, mut names) = (String::with_capacity(pattern.len()), Vec::new());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once("(?<") {
        let Some((name, after)) = after.split_once('>') else { break };
        plain.push_str(before);
        plain.push('(');
        names.push(name.to_owned());
        rest = after;
    }
    plain.push_str(rest);
    (plain, names)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Proves of a table that its shapes have names of their own, that both engines read its patterns alike,
    /// that every example is read whole by its own shape and by no other, and that every named group takes
    /// part in one of them.
    pub(crate) fn prove<G>(table: &'static Table<G>) {
        let whole = |shape: &Shape<G>| format!("(?i)^(?:{})$", pieces::put_in(shape.pattern));
        let alone: Vec<Regex> = table
            .shapes
            .iter()
            .map(|shape| Regex::new(&whole(shape)).unwrap_or_else(|error| panic!("{}: {error}", shape.name)))
            .collect();
        for (index, shape) in table.shapes.iter().enumerate() {
            let name = shape.name;
            assert!(table.shapes[..index].iter().all(|other| other.name != name), "two shapes are called {name}");
            assert!(!shape.examples.is_empty(), "{name} has no example");
            assert!(!shape.pattern.contains(r"\w"), "{name} takes milliseconds to compile: say which letters");
            assert!(!has_bare_group(shape.pattern), "{name} has a group that is neither named nor (?:…)");
            let lite = regex_lite::Regex::new(&whole(shape)).unwrap_or_else(|error| panic!("{name}: {error}"));
            let mut groups: Vec<String> = unnamed(&pieces::put_in(shape.pattern)).1;
            for example in shape.examples {
                let found = table.at(example, 0).unwrap_or_else(|| panic!("{name} does not read {example:?}"));
                assert_eq!(found.shape.name, name, "{example:?} is read by another shape");
                assert_eq!(found.range, 0..example.len(), "{name} does not read {example:?} to its end");
                let readers: Vec<&str> = (table.shapes.iter().zip(&alone))
                    .filter(|(_, regex)| regex.is_match(example))
                    .map(|(shape, _)| shape.name)
                    .collect();
                assert_eq!(readers, [name], "{example:?} must be read by one shape alone");
                let (both, other) = (alone[index].captures(example).unwrap(), lite.captures(example));
                let other = other.unwrap_or_else(|| panic!("regex-lite reads {example:?} otherwise: {name}"));
                for group in alone[index].capture_names().flatten() {
                    let range = |group: regex::Match<'_>| group.range();
                    let lite = other.name(group).map(|group| group.range());
                    assert_eq!(both.name(group).map(range), lite, "{name}, {example:?}, {group}");
                }
                groups.retain(|group| found.get(group).is_none());
            }
            assert!(groups.is_empty(), "no example of {name} shows what {groups:?} give");
        }
    }

    fn has_bare_group(pattern: &str) -> bool {
        let mut class = false;
        let mut chars = pattern.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\\' => drop(chars.next()),
                '[' => class = true,
                ']' => class = false,
                '(' if !class && chars.peek() != Some(&'?') => return true,
                _ => {}
            }
        }
        false
    }

    static SAMPLE: Table<u8> = Table::new(&[
        Shape { name: "a day", pattern: r"(?<day>[0-9]{1,2})\.", gives: 1, examples: &["14."] },
        Shape { name: "a day in May", pattern: r"(?<month>May) (?<day>[0-9]+)", gives: 2, examples: &["may 7"] },
    ]);

    #[test]
    fn groups_of_the_same_name_stay_apart() {
        prove(&SAMPLE);
        let row = "on May 7, not on 14. there";
        let found = SAMPLE.at(row, 3).unwrap();
        assert_eq!((found.shape.gives, found.range.clone(), found.get("day")), (2, 3..8, Some("7")));
        assert_eq!(found.place("month"), Some(3..6));
        let found = SAMPLE.at(row, 17).unwrap();
        assert_eq!((found.shape.gives, found.get("day"), found.get("month")), (1, Some("14"), None));
        assert!(SAMPLE.at(row, 0).is_none() && SAMPLE.at(row, 99).is_none());
    }
}
