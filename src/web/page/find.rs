//! The reader's own patterns, as the page knows them: a list that it hands on to be read with and saved with, and never looks
//! into. `www/find.js` searches and keeps the list, and tells the page of it by an event.

use super::dom::Result;
use super::state::Page;
use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Event};

/// The event that tells the page which patterns there are.
pub(crate) const GIVEN: &str = "nutgraf-marks";

/// The event that tells which patterns came with a document.
const OPENED: &str = "nutgraf-opened";

/// The key of the patterns among options.
const KEY: &str = "marks";

impl Page {
    /// Takes the patterns of an event, and reads with them.
    pub(crate) fn on_own(&self, event: &Event) -> Result<()> {
        let list = event.dyn_ref::<CustomEvent>().map_or(JsValue::UNDEFINED, CustomEvent::detail);
        self.own.replace(list);
        self.read()
    }

    /// Whether there are any.
    pub(crate) fn has_own(&self) -> bool {
        self.own.borrow().dyn_ref::<Array>().is_some_and(|list| list.length() > 0)
    }

    /// Puts them among `options`.
    pub(crate) fn give_own(&self, options: &JsValue) -> Result<()> {
        if self.has_own() {
            Reflect::set(options, &KEY.into(), &self.own.borrow())?;
        }
        Ok(())
    }

    /// Tells of the patterns that a document was saved with.
    pub(crate) fn tell_opened(&self, json: &str) -> Result<()> {
        let within = |value: JsValue, key: &str| Reflect::get(&value, &key.into());
        let list =
            JSON::parse(json).and_then(|value| within(value, "options")).and_then(|options| within(options, KEY));
        let Some(list) = list.ok().filter(JsValue::is_object) else { return Ok(()) };
        let how = CustomEventInit::new();
        how.set_detail(&list);
        let told = CustomEvent::new_with_event_init_dict(OPENED, &how)?;
        self.frame.dom.0.dispatch_event(&told).map(|_| ())
    }
}
