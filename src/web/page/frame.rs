//! The fixed elements of the page, found once.

use super::dom::{Dom, Result};
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlButtonElement, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Window};

/// The fixed elements of `index.html` that the page works with.
#[derive(Debug)]
pub(crate) struct Frame {
    /// The window.
    pub(crate) window: Window,
    /// Makes elements.
    pub(crate) dom: Dom,
    /// What concerns the whole text, above everything.
    pub(crate) banner: Element,
    /// The paste in a line, which opens and folds its field.
    pub(crate) paste_line: HtmlElement,
    /// What that line folds.
    pub(crate) paste_box: HtmlElement,
    /// The paste.
    pub(crate) paste: HtmlTextAreaElement,
    /// The hidden file input.
    pub(crate) file: HtmlInputElement,
    /// Clears the paste.
    pub(crate) clear: HtmlButtonElement,
    /// What happened to the input, where that needs saying.
    pub(crate) notice: Element,
    /// Buttons that show and hide marks.
    pub(crate) legend: Element,
    /// What was found, in a line.
    pub(crate) status: Element,
    /// The same for screen readers, once the reader pauses.
    pub(crate) said: Element,
    /// What is shown in place of the story while there is none.
    pub(crate) blank: HtmlElement,
    /// The story.
    pub(crate) story: HtmlElement,
    /// The panels.
    pub(crate) panels: HtmlElement,
    /// The date that relative times are counted from, where the reader gives it.
    pub(crate) date: HtmlInputElement,
    /// What that date is, in words.
    pub(crate) date_basis: Element,
    /// The bubble that says what a mark is.
    pub(crate) tip: HtmlElement,
}

impl Frame {
    /// Finds them.
    ///
    /// # Errors
    ///
    /// When the document is not the page's own.
    pub(crate) fn find() -> Result<Self> {
        let window = web_sys::window().ok_or_else(|| JsValue::from_str("the page needs a window"))?;
        let document = window.document().ok_or_else(|| JsValue::from_str("the page needs a document"))?;
        let dom = Dom(document);
        Ok(Self {
            banner: dom.by_id("banner")?,
            paste_line: dom.by_id("paste-line")?,
            paste_box: dom.by_id("paste-box")?,
            paste: dom.by_id("paste")?,
            file: dom.by_id("file")?,
            clear: dom.by_id("clear")?,
            notice: dom.by_id("notice")?,
            legend: dom.by_id("legend")?,
            status: dom.by_id("status")?,
            said: dom.by_id("said")?,
            blank: dom.by_id("blank")?,
            story: dom.by_id("story")?,
            panels: dom.by_id("panels")?,
            date: dom.by_id("date")?,
            date_basis: dom.by_id("date-basis")?,
            tip: dom.by_id("tip")?,
            window,
            dom,
        })
    }

    /// The root element, which carries what holds for the whole page.
    pub(crate) fn root(&self) -> Option<Element> {
        self.dom.0.document_element()
    }
}
