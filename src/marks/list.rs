//! A list of patterns as CSV, to be kept and shared.

use super::csv::Rows;
use super::pattern::{Pattern, PatternKind};
use super::wrong::PatternError;
use crate::export::write::csv::{Csv, is_formula};
use std::fmt;

/// Patterns of one list.
pub(crate) const MOST: usize = 500;

/// Bad rows that are named.
const NAMED: usize = 100;

/// The columns, in the order in which they are written.
const COLUMNS: [&str; 6] = ["name", "find", "kind", "case", "whole", "remark"];

/// Why a row is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// Its number in the file, counted from 1, the row of names among them.
    pub number: usize,
    /// What is wrong, in a sentence that begins small and has no full stop.
    pub message: String,
}

impl fmt::Display for BadRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}: {}", self.number, self.message)
    }
}

/// Patterns that were read from a file, and the rows that are none.
///
/// The file is CSV (RFC 4180; semicolons or tabs will do as well) with a first row of names: `name` and `find` must be there;
/// `kind` (`words` or `regex`), `case` and `whole` (`yes`, or nothing) and `remark` may be.
///
/// ```
/// use nutgraf::PatternList;
///
/// let list = PatternList::from_csv("name,find,kind\r\ncase numbers,\\d+/\\d{4},regex\r\nbroken,(,regex\r\n")?;
/// assert_eq!(list.patterns.len(), 1);
/// assert_eq!(list.bad[0].to_string(), "row 3: the bracket ( is not closed, at character 1");
/// assert_eq!(PatternList::to_csv(&list.patterns), "name,find,kind,case,whole,remark\r\ncase numbers,\\d+/\\d{4},regex,,,\r\n");
/// # Ok::<(), nutgraf::PatternError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct PatternList {
    /// The patterns, in order.
    pub patterns: Vec<Pattern>,
    /// The rows that are left out, the first hundred of them.
    pub bad: Vec<BadRow>,
}

impl PatternList {
    /// Reads CSV. Linear in its length.
    ///
    /// # Errors
    ///
    /// Where it has no row of names with `name` and `find`.
    pub fn from_csv(text: &str) -> Result<Self, PatternError> {
        let mut rows = Rows::new(text);
        let names = rows.next().and_then(|(_, names)| names.ok()).unwrap_or_default();
        let place_of = |column: &str| names.iter().position(|name| name.trim().eq_ignore_ascii_case(column));
        let places = COLUMNS.map(place_of);
        if places[0].is_none() || places[1].is_none() {
            return Err(PatternError::new("expected a first row of names, with name and find among them"));
        }
        let mut list = Self::default();
        for (number, cells) in rows {
            if cells.as_ref().is_ok_and(|cells| cells.iter().all(|cell| cell.trim().is_empty())) {
                continue;
            }
            let cells = cells.map_err(str::to_owned);
            let read = cells.and_then(|cells| {
                pattern(places.map(|place| restored(place.and_then(|at| cells.get(at)).map_or("", String::as_str))))
            });
            match read {
                Ok(_) if list.patterns.len() == MOST => {
                    let message =
                        format!("a list has {MOST} patterns at most; this row and those after it are left out");
                    list.bad.push(BadRow { number, message });
                    break;
                }
                Ok(pattern) => list.patterns.push(pattern),
                Err(message) => list.bad.push(BadRow { number, message }),
            }
            if list.bad.len() == NAMED {
                break;
            }
        }
        Ok(list)
    }

    /// Reads a JSON list of patterns, which are good or bad as a whole.
    ///
    /// # Errors
    ///
    /// Where it is none, one of them is no pattern, or there are more than 500; the message says what is wrong in plain words.
    pub fn from_json(json: &str) -> Result<Self, PatternError> {
        let patterns: Vec<Pattern> = serde_json::from_str(json).map_err(|error| {
            let said = error.to_string();
            // the place in the JSON is nothing that anybody has seen
            PatternError::new(said.split(" at line ").next().unwrap_or(&said))
        })?;
        if patterns.len() > MOST {
            return Err(PatternError::new(format!("a list has {MOST} patterns at most")));
        }
        Ok(Self { patterns, bad: Vec::new() })
    }

    /// Writes CSV: what a spreadsheet would take for a formula begins with an apostrophe, which reading takes away again.
    #[must_use]
    pub fn to_csv(patterns: &[Pattern]) -> String {
        let mut csv = Csv::new(&COLUMNS);
        for pattern in patterns {
            for text in [pattern.name(), pattern.find()] {
                csv.text(&told_apart(text));
            }
            csv.word(pattern.kind().as_str()).yes(pattern.case()).yes(pattern.whole_words());
            csv.text(&told_apart(pattern.remark().unwrap_or_default()));
        }
        csv.finish()
    }
}

fn pattern([name, find, kind, case, whole, remark]: [&str; 6]) -> Result<Pattern, String> {
    let kind = match kind.trim().to_ascii_lowercase().as_str() {
        "" | "words" | "plain words" => PatternKind::Words,
        "regex" | "regexp" | "regular expression" => PatternKind::Regex,
        _ => return Err("the kind is neither words nor regex".to_owned()),
    };
    let (case, whole) = (yes("case", case)?, yes("whole", whole)?);
    let made = Pattern::new(name, find, kind).and_then(|made| made.with_remark(remark));
    Ok(made.map_err(|error| error.to_string())?.with_case(case).with_whole_words(whole))
}

fn yes(column: &str, cell: &str) -> Result<bool, String> {
    match cell.trim().to_ascii_lowercase().as_str() {
        "yes" | "true" | "1" => Ok(true),
        "" | "no" | "false" | "0" => Ok(false),
        _ => Err(format!("{column} is neither yes nor no")),
    }
}

/// An apostrophe more where those that begin `text` could be taken for the guard of a formula.
fn told_apart(text: &str) -> String {
    let guarded = text.starts_with('\'') && is_formula(text.trim_start_matches('\''));
    format!("{}{text}", if guarded { "'" } else { "" })
}

/// A cell without the apostrophe that guards a formula.
fn restored(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_formula(text.trim_start_matches('\'')) => text,
        _ => cell,
    }
}
