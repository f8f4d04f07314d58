//! What the reader puts in: typing, pasting, the sample.

use super::clipboard;
use super::dom::{Result, attribute};
use super::state::Page;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, DataTransfer, Element, HtmlDocument};

/// An invented article, as messy as a real paste.
pub(crate) const SAMPLE: &str = include_str!("../../../www/samples/ferry.txt");

/// Bytes up to which a paste goes through the browser's own editing, which can undo it; with more, that
/// takes browsers seconds.
const UNDOABLE: usize = 200_000;

impl Page {
    pub(crate) fn on_input(&self, target: &Element) -> Result<()> {
        if target.id() == "paste" { self.typed() } else { Ok(()) }
    }

    /// Replaces the paste: another article, so nothing said about the last one holds.
    pub(crate) fn put(&self, text: &str, notice: &str) -> Result<()> {
        self.given.replace(None);
        self.take(text);
        self.frame.paste.set_scroll_top(0);
        self.notify(notice);
        self.replaced()
    }

    /// Tells the reader what happened to the input.
    pub(crate) fn notify(&self, notice: &str) {
        self.frame.notice.set_text_content(Some(&self.with_cut(notice)));
    }

    pub(crate) fn use_sample(&self) -> Result<()> {
        self.put(SAMPLE, "An invented article, as messy as a real paste.")
    }

    pub(crate) fn clear(&self) -> Result<()> {
        self.put("", "")?;
        self.frame.paste.focus()
    }

    /// A paste: into the field as a browser does it, except that markup becomes text with its blocks kept apart;
    /// anywhere else on the page as a new article.
    pub(crate) fn on_paste(self: &Rc<Self>, event: &ClipboardEvent, target: Option<&Element>) -> Result<()> {
        let Some(data) = event.clipboard_data() else { return Ok(()) };
        let tag = target.map(Element::tag_name).unwrap_or_default();
        let inside = self.is_whole() && target.is_some_and(|target| target.id() == "paste");
        let other_field =
            !inside && tag == "INPUT" && target.and_then(|t| attribute(t, "type")).as_deref() == Some("date");
        if other_field {
            return Ok(());
        }
        let offered = offered(&data, &self.trust)?;
        if let Some(file) = data.files().and_then(|files| files.item(0)).filter(|_| offered.is_none()) {
            event.prevent_default();
            self.open_file(&file);
            return Ok(());
        }
        let Some((text, from_markup)) = offered else { return Ok(()) };
        let notice =
            if from_markup { "Pasted with its headings and paragraphs, taken from the page’s markup." } else { "" };
        if !inside {
            event.prevent_default();
            return self.put(&text, notice);
        }
        if from_markup || text.len() >= UNDOABLE {
            event.prevent_default();
            self.insert(&text)?;
        }
        self.notify(notice);
        Ok(())
    }

    /// Inserts text where the cursor is, in place of what is selected.
    fn insert(&self, text: &str) -> Result<()> {
        let undoable = text.len() < UNDOABLE
            && self.frame.dom.0.dyn_ref::<HtmlDocument>().is_some_and(|document| {
                document.exec_command_with_show_ui_and_value("insertText", false, text).unwrap_or(false)
            });
        if undoable {
            return Ok(());
        }
        self.edit(self.selected()?, text)
    }
}

/// The text on offer, from its markup where there is any, and whether it is from there.
pub(crate) fn offered(data: &DataTransfer, trust: &JsValue) -> Result<Option<(String, bool)>> {
    let markup = data.get_data("text/html")?;
    if !markup.trim().is_empty() {
        let text = clipboard::text_of(&markup, trust)?;
        if !text.is_empty() {
            return Ok(Some((text, true)));
        }
    }
    let text = data.get_data("text/plain")?;
    Ok((!text.is_empty()).then_some((text, false)))
}
