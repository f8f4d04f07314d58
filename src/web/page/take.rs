//! Taking the story away: the list of formats, each to copy or to save.

use super::dom::{Result, attribute};
use super::state::Page;
use js_sys::{Array, Function, Promise, Reflect};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlDialogElement};

impl Page {
    /// Shows the list of formats.
    pub(crate) fn show_takings(&self) -> Result<()> {
        if self.breakdown.borrow().article.is_none() {
            self.notify("There is nothing to take away yet: the text is not read.");
            return Ok(());
        }
        self.tell_taken("");
        self.hide_tip();
        self.frame.dom.by_id::<HtmlDialogElement>("takings")?.show_modal()
    }

    /// Copies the story in the format that `control` stands for, or saves it as a file.
    pub(crate) fn take(self: &Rc<Self>, control: &Element) -> Result<()> {
        let named = |name| attribute(control, name).unwrap_or_default();
        let (Some((document, name)), Some(take)) = (self.to_document()?, self.take.dyn_ref::<Function>()) else {
            self.tell_taken("The text is still being read.");
            return Ok(());
        };
        let given: [JsValue; 4] = [document.into(), named("data-format").into(), named("data-way").into(), name.into()];
        let taken = take.apply(&JsValue::NULL, &Array::from_iter(given))?;
        let (done, failed) = (Rc::clone(self), Rc::clone(self));
        let done = Closure::once(move |words: JsValue| done.tell_taken(&words.as_string().unwrap_or_default()));
        let failed = Closure::once(move |error: JsValue| {
            let reason = Reflect::get(&error, &"message".into()).ok().and_then(|message| message.as_string());
            failed.tell_taken(&format!("That did not work. {}", reason.unwrap_or_default()));
        });
        if let Some(taken) = taken.dyn_ref::<Promise>() {
            let _ = taken.then2(&done, &failed);
        }
        // the browser calls one of them, once
        done.forget();
        failed.forget();
        Ok(())
    }

    /// Says in the list what was done.
    fn tell_taken(&self, words: &str) {
        if let Ok(place) = self.frame.dom.by_id::<Element>("taken") {
            place.set_text_content(Some(words));
        }
    }
}
