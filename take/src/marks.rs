//! Patterns of a reader's own, for JavaScript: looked for, and carried as lists.

use nutgraf::{Offsets, Pattern, PatternList};
use wasm_bindgen::prelude::*;

/// Looks for a pattern, given as JSON, in a text: 1, or 0 where it was not looked for in all of it, then where each place
/// begins and ends, in UTF-16 code units.
///
/// # Errors
///
/// Throws an `Error` where `pattern` is none; the message says in plain words what is wrong and where.
#[wasm_bindgen(js_name = search)]
pub fn search(text: &str, pattern: &str) -> Result<Vec<u32>, JsError> {
    let pattern: Pattern = serde_json::from_str(pattern).map_err(|error| wrong(&error))?;
    let matches = nutgraf::search(text, &pattern, Offsets::Utf16);
    let places = matches.places.iter().flat_map(|place| [place.start as u32, place.end as u32]);
    Ok([u32::from(matches.whole)].into_iter().chain(places).collect())
}

/// Reads a list of patterns from CSV, or from JSON where `json` is set. The first line of the answer is the patterns as JSON,
/// each line after it says of a row that it is none, and why.
///
/// # Errors
///
/// Throws an `Error` where it is no such list; the message says what was expected.
#[wasm_bindgen(js_name = readPatterns)]
pub fn read_patterns(list: &str, json: bool) -> Result<String, JsError> {
    let read = if json { PatternList::from_json } else { PatternList::from_csv };
    let PatternList { patterns, bad, .. } = read(list).map_err(|error| JsError::new(&error.to_string()))?;
    let patterns = serde_json::to_string(&patterns)?;
    Ok([patterns].into_iter().chain(bad.iter().map(ToString::to_string)).collect::<Vec<_>>().join("\n"))
}

/// Writes a list of patterns, given as JSON, as CSV.
///
/// # Errors
///
/// Throws an `Error` where one of them is none.
#[wasm_bindgen(js_name = writePatterns)]
pub fn write_patterns(patterns: &str) -> Result<String, JsError> {
    let list = PatternList::from_json(patterns).map_err(|error| JsError::new(&error.to_string()))?;
    Ok(PatternList::to_csv(&list.patterns))
}

/// The error without the place in the JSON, which nobody has seen.
fn wrong(error: &serde_json::Error) -> JsError {
    let said = error.to_string();
    JsError::new(said.split(" at line ").next().unwrap_or(&said))
}
