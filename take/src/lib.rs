//! What readers take away, for JavaScript: a document that was read elsewhere, in the formats that others read.
#![cfg(target_arch = "wasm32")]

use nutgraf::{Document, Format, Offsets, ParseValueError, Pattern, PatternList};
use wasm_bindgen::prelude::*;

/// Writes a document in a format. `document` is one that was saved, or `{ "text": …, "article": … }`, as JSON: its
/// breakdown is taken as it is.
///
/// # Errors
///
/// Throws an `Error` where `document` is none, or there is no such format; the message says what was expected.
#[wasm_bindgen(js_name = write)]
pub fn write(document: &str, format: &str) -> Result<String, JsError> {
    let format = named(format)?;
    let document = Document::as_saved(document).map_err(|error| JsError::new(&format!("`document`: {error}")))?;
    Ok(nutgraf::export(&document, format))
}

/// The names of all formats, in the order in which to offer them, one a line, each with the type of such a file on the web
/// and the ending of its name, divided by tabs.
#[wasm_bindgen(js_name = formats)]
#[must_use]
pub fn formats() -> String {
    let line = |format: &Format| format!("{format}\t{}\t{}\n", format.media_type(), format.ending());
    Format::ALL.iter().map(line).collect()
}

/// What changed from one version of a story to the next, as JSON. Both are documents as for [`write`].
///
/// # Errors
///
/// Throws an `Error` where one of them is no document; the message says what was expected.
#[wasm_bindgen(js_name = compare)]
pub fn compare(before: &str, after: &str) -> Result<String, JsError> {
    let read =
        |name: &str, json: &str| Document::as_saved(json).map_err(|error| JsError::new(&format!("`{name}`: {error}")));
    Ok(nutgraf::compare(&read("before", before)?, &read("after", after)?).to_json())
}

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

fn named(format: &str) -> Result<Format, JsError> {
    format.parse().map_err(|error: ParseValueError| JsError::new(&format!("`format`: {error}")))
}
