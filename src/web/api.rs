//! What JavaScript sees.

use super::documents::{self, name_of};
use super::page::desk::Desk;
use crate::{Corrections, Offsets, Options, Warning};
use js_sys::JsString;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Reads a news article and returns its breakdown as a plain object.
///
/// Reading itself never fails, whatever the text. A lone surrogate, which no well-formed text has, is
/// read as U+FFFD and named in a warning; offsets stay those of the text as given.
///
/// # Errors
///
/// Throws an `Error` where `text` is not a string, where `options` is not an object of the type described, or where its
/// `published` is not an ISO 8601 date, or one of its `corrections` none; the message says what was expected and what was
/// found. A correction that holds nowhere in the text is left out and named in a warning.
#[wasm_bindgen(unchecked_return_type = "Article")]
pub fn parse(
    #[wasm_bindgen(unchecked_param_type = "string", param_description = "the article as it was pasted")] text: &JsValue,
    #[wasm_bindgen(
        unchecked_optional_param_type = "Partial<Options> & { corrections?: Change[] }",
        param_description = "what is known besides the text, how the answer counts, and what a reader changed"
    )]
    options: JsValue,
) -> Result<JsValue, JsError> {
    let Some(given) = text.dyn_ref::<JsString>() else {
        return Err(JsError::new(&format!("parse: expected a string as `text`, found {}", name_of(text))));
    };
    let (options, mut corrections) = read_options(options)?;
    let text = String::from(given);
    corrections.convert_offsets(&text, options.offsets, Offsets::Utf8);
    let mut article = crate::parse_corrected(&text, &options, &corrections).article;
    // U+FFFD may have come with the text; only where it is there is a look at every unit worth its time
    if text.contains(char::REPLACEMENT_CHARACTER) && !given.is_valid_utf16() {
        article.warnings.insert(0, Warning::lone_surrogate());
    }
    Ok(article.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// Reads an article that is given as UTF-8 and returns its breakdown as bytes that only this build understands: for
/// the way from the page's worker to the page.
///
/// # Errors
///
/// Throws as [`parse`] does. `options` can hold a reader's `corrections`, too.
#[wasm_bindgen(js_name = readBytes, skip_typescript)]
#[allow(clippy::needless_pass_by_value)] // as the bindings hand it over
pub fn read_bytes(text: Vec<u8>, options: JsValue) -> Result<Vec<u8>, JsError> {
    let (options, corrections) = read_options(options)?;
    Ok(super::wire::read(&text, &options, &corrections))
}

/// The version of this library.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Starts the page in the document that loaded this module: for the page itself. `trust` is its Trusted
/// Types policy, where the browser has such policies; `away` reads a text elsewhere: it takes what [`read_bytes`]
/// takes and promises what that returns, and gives up what it was asked before; `take` writes a document for others. Returns
/// what the page does for other scripts; nothing where it was started before.
///
/// # Errors
///
/// Throws where the document is not the page's own.
#[wasm_bindgen(skip_typescript)]
pub fn start(trust: JsValue, away: JsValue, take: JsValue) -> Result<Option<Desk>, JsValue> {
    super::page::start(trust, away, take)
}

/// Reads the options by hand: serde's reader would bring the printing of floating-point numbers into the page.
#[allow(clippy::needless_pass_by_value)] // as the bindings hand it over
fn read_options(options: JsValue) -> Result<(Options, Corrections), JsError> {
    if options.is_undefined() || options.is_null() {
        return Ok((Options::default(), Corrections::new()));
    }
    if !options.is_object() || js_sys::Array::is_array(&options) {
        return Err(JsError::new(&format!("parse: expected an object as `options`, found {}", name_of(&options))));
    }
    let read = documents::options(&options).and_then(|read| Ok((read, documents::corrections(&options)?)));
    read.map_err(|error| JsError::new(&format!("parse: `options`: {error}")))
}
