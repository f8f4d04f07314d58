//! What the page does for scripts that are loaded when first used.

use super::state::Page;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

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
}
