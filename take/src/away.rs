//! What readers take away, for JavaScript: a document that was read elsewhere, in the formats that others read.

use nutgraf::{Document, Format, ParseValueError};
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

fn named(format: &str) -> Result<Format, JsError> {
    format.parse().map_err(|error: ParseValueError| JsError::new(&format!("`format`: {error}")))
}
