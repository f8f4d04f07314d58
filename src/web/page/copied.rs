//! A quote is taken to the clipboard, and the list of one source's quotes.

use super::cite::citation;
use super::dom::{Result, attribute};
use super::sheet::focus_still;
use super::state::Page;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::Element;

impl Page {
    /// Copies the quote that `control` stands for with its attribution, and says so on it.
    pub(crate) fn cite(self: &Rc<Self>, control: &Element) {
        let at = attribute(control, "data-at").and_then(|at| at.parse::<usize>().ok()).unwrap_or_default();
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let quote = breakdown.article.as_ref().and_then(|article| Some((article, article.quotes.get(at)?)));
        let Some(cited) = quote.map(|(article, quote)| citation(article, &breakdown.text, quote)) else { return };
        let clipboard = self.frame.window.navigator().clipboard();
        let (page, button) = (Rc::clone(self), control.clone());
        let refuse = move || page.notify("This browser keeps its clipboard to itself: select the words and copy them.");
        // a page that is not on a secure address has none
        if clipboard.is_undefined() {
            return refuse();
        }
        let page = Rc::clone(self);
        let done = wasm_bindgen::closure::Closure::once(move |_: JsValue| {
            button.set_text_content(Some("Copied"));
            page.notify("Copied with its attribution.");
        });
        let fail = wasm_bindgen::closure::Closure::once(move |_: JsValue| refuse());
        let _ = clipboard.write_text(&cited).then2(&done, &fail);
        // the browser calls one of them, once
        done.forget();
        fail.forget();
    }

    /// Lists the quotes of the source that `control` stands for; those of all where it was chosen before.
    pub(crate) fn on_source(&self, control: &Element) -> Result<()> {
        let Some(at) = attribute(control, "data-at") else { return Ok(()) };
        self.choose_source(at.parse().ok())?;
        // the button is another one now
        let same = self.frame.panels.query_selector(&format!(".speaks[data-at=\"{at}\"]"))?;
        same.map_or(Ok(()), |button| focus_still(&button))
    }
}
