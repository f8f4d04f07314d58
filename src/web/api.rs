//! What JavaScript sees.

use crate::{Options, ParseValueError, Warning};
use js_sys::JsString;
use serde::Serialize;
use std::str::FromStr;
use wasm_bindgen::prelude::*;

/// Reads a news article and returns its breakdown as a plain object.
///
/// Reading itself never fails, whatever the text. A lone surrogate, which no well-formed text has, is
/// read as U+FFFD and named in a warning; offsets stay those of the text as given.
///
/// # Errors
///
/// Throws an `Error` where `text` is not a string, where `options` is not an object of the type described, or where its
/// `published` is not an ISO 8601 date; the message says what was expected and what was found.
#[wasm_bindgen(unchecked_return_type = "Article")]
pub fn parse(
    #[wasm_bindgen(unchecked_param_type = "string", param_description = "the article as it was pasted")] text: &JsValue,
    #[wasm_bindgen(
        unchecked_optional_param_type = "Partial<Options>",
        param_description = "what is known besides the text, and how the answer counts"
    )]
    options: JsValue,
) -> Result<JsValue, JsError> {
    let Some(given) = text.dyn_ref::<JsString>() else {
        return Err(JsError::new(&format!("parse: expected a string as `text`, found {}", name_of(text))));
    };
    let options = read_options(options)?;
    let text = String::from(given);
    let mut article = crate::parse(&text, &options);
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
    let corrections = js_sys::Reflect::get(&options, &"corrections".into()).unwrap_or_default();
    // the page's own, which need no words for what is wrong with them
    let corrections = serde_wasm_bindgen::from_value(corrections).unwrap_or_default();
    Ok(super::wire::read(&text, &read_options(options)?, &corrections))
}

/// The version of this library.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Starts the page in the document that loaded this module: for the page itself. `trust` is its Trusted
/// Types policy, where the browser has such policies; `away` reads a text elsewhere: it takes what [`read_bytes`]
/// takes and promises what that returns, and gives up what it was asked before.
///
/// # Errors
///
/// Throws where the document is not the page's own.
#[wasm_bindgen(skip_typescript)]
pub fn start(trust: JsValue, away: JsValue) -> Result<(), JsValue> {
    super::page::start(trust, away)
}

/// Reads the options by hand: serde's reader would bring the printing of floating-point numbers into the page.
#[allow(clippy::needless_pass_by_value)] // as the bindings hand it over
fn read_options(options: JsValue) -> Result<Options, JsError> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    if !options.is_object() || js_sys::Array::is_array(&options) {
        return Err(JsError::new(&format!("parse: expected an object as `options`, found {}", name_of(&options))));
    }
    let text = |key: &str| -> Result<Option<String>, JsError> {
        let value = js_sys::Reflect::get(&options, &key.into()).unwrap_or_default();
        if value.is_undefined() || value.is_null() {
            return Ok(None);
        }
        let expected =
            || JsError::new(&format!("parse: `options`: expected a string as `{key}`, found {}", name_of(&value)));
        value.as_string().map(Some).ok_or_else(expected)
    };
    Ok(Options {
        offsets: read("offsets", text("offsets")?)?.unwrap_or_default(),
        url: text("url")?,
        published: read("published", text("published")?)?,
        date_order: read("dateOrder", text("dateOrder")?)?,
    })
}

/// The value of option `key`, where it is given.
fn read<T: FromStr<Err = ParseValueError>>(key: &str, given: Option<String>) -> Result<Option<T>, JsError> {
    let named = |error| JsError::new(&format!("parse: `options`: `{key}`: {error}"));
    given.map(|text| text.parse().map_err(named)).transpose()
}

/// What a value is, in words for an error.
fn name_of(value: &JsValue) -> String {
    if value.is_null() {
        return "null".to_owned();
    }
    if js_sys::Array::is_array(value) {
        return "an array".to_owned();
    }
    match value.js_typeof().as_string().as_deref() {
        Some("object") => "an object".to_owned(),
        Some("undefined") | None => "undefined".to_owned(),
        Some(kind) => format!("a {kind}"),
    }
}
