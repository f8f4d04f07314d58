//! What the page does for scripts that are loaded when first used.

use super::document;
use super::files::{decode, is_json, is_page, shown};
use super::state::Page;
use super::storage::Draft;
use crate::{Corrections, Options};
use js_sys::Array;
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::DataTransfer;

/// How many other texts of the session are offered.
const OTHERS: usize = 12;

/// The page, for such scripts.
#[wasm_bindgen(skip_typescript)]
pub struct Desk(pub(crate) Rc<Page>);

#[wasm_bindgen]
impl Desk {
    /// Opens a document, given as JSON, as another text of this session, and says `notice`. `what` is how it came, in words
    /// for undoing it.
    ///
    /// # Errors
    ///
    /// Throws, in a sentence, where it cannot be opened: then everything stays as it was.
    pub fn open(&self, what: String, json: &str, notice: &str) -> Result<(), JsValue> {
        let kept = crate::web::documents::kept(json).map_err(|error| JsError::new(&error.to_string()))?;
        let page = &self.0;
        let was_blank = page.text().trim().is_empty();
        page.open_document(what, kept, notice)?;
        if !was_blank {
            page.notify_also("Undo brings back the text before.");
        }
        Ok(())
    }

    /// Tells the reader what happened.
    pub fn say(&self, notice: &str) {
        self.0.notify(notice);
    }

    /// The text on the page: `{ text, options, corrections }`.
    ///
    /// # Errors
    ///
    /// None but where memory ends.
    pub fn version(&self) -> Result<JsValue, JsValue> {
        let page = &self.0;
        version(&page.text(), &page.options(), &page.corrections())
    }

    /// The other texts of this session, the last first, each the same.
    ///
    /// # Errors
    ///
    /// As [`Self::version`].
    pub fn others(&self) -> Result<Array, JsValue> {
        let texts = self.0.kept.other_texts().take(OTHERS);
        let others = texts.map(|Draft { text, given, corrections, .. }| {
            let published = given.date.and_then(|date| date.parse().ok());
            version(&text, &Options { published, url: given.url, ..self.0.options() }, &corrections)
        });
        others.collect()
    }

    /// The text that is pasted or dropped, taken from its markup where it has any.
    ///
    /// # Errors
    ///
    /// Where the browser does not let it be read.
    pub fn offered(&self, data: &DataTransfer) -> Result<Option<String>, JsValue> {
        Ok(self.0.offered(data)?.map(|incoming| incoming.text))
    }

    /// What a file holds, the same as [`Self::version`]. `kind` is its type on the web.
    ///
    /// # Errors
    ///
    /// Throws a sentence that goes on from the file's name where it is no text.
    pub fn file(&self, name: &str, kind: &str, bytes: &[u8]) -> Result<JsValue, JsValue> {
        let is_page = is_page(name, kind);
        let told = |why: String| JsError::new(&why);
        let (text, _) = decode(bytes, is_page).map_err(told)?;
        if is_json(name) {
            let kept = document::read(&text).map_err(told)?;
            return version(&kept.text, &kept.options, &kept.corrections);
        }
        let shown = shown(text, is_page, &self.0.trust)?;
        version(&shown.text, &Options { published: None, url: None, ..self.0.options() }, &Corrections::new())
    }
}

#[derive(Serialize)]
struct Version<'d> {
    text: &'d str,
    options: &'d Options,
    corrections: &'d Corrections,
}

fn version(text: &str, options: &Options, corrections: &Corrections) -> Result<JsValue, JsValue> {
    let version = Version { text, options, corrections };
    Ok(version.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
