//! What JavaScript sees.

use crate::Options;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Reads an article and returns its breakdown as a plain object.
#[wasm_bindgen(unchecked_return_type = "Article")]
pub fn parse(
    text: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "Partial<Options>")] options: JsValue,
) -> Result<JsValue, JsError> {
    let options: Options = if options.is_undefined() || options.is_null() {
        Options::default()
    } else {
        serde_wasm_bindgen::from_value(options)?
    };
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(crate::parse(text, &options).serialize(&serializer)?)
}
