//! What the reader puts in: typing, pasting, the sample.

use super::clipboard;
use super::dom::{Result, attribute};
use super::field::{WHOLE, lines};
use super::sample::SAMPLE;
use super::state::Page;
use super::steps::TYPING;
use crate::text::view::source::is_source;
use std::borrow::Cow;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, DataTransfer, Element, Event, HtmlDocument, InputEvent};

/// Bytes up to which a paste goes through the browser's own editing, which can undo it; with more, that
/// takes browsers seconds.
const UNDOABLE: usize = 200_000;

/// What came in, as text.
#[derive(Debug, Default)]
pub(crate) struct Incoming {
    /// The text.
    pub(crate) text: String,
    /// How it was read, in words for the reader; empty where there is nothing to say.
    pub(crate) how: &'static str,
    /// The source that the text was read from, where the reader may have meant that.
    pub(crate) source: Option<String>,
}

impl Page {
    /// The reader has typed in the field, or the browser has undone something there.
    pub(crate) fn on_input(&self, event: &Event, target: &Element) -> Result<()> {
        if target.has_attribute("data-field") {
            self.on_remark(target);
            return Ok(());
        }
        if target.id() != "paste" {
            return Ok(());
        }
        let kind = event.dyn_ref::<InputEvent>().map(InputEvent::input_type).unwrap_or_default();
        let new: Rc<str> = self.frame.paste.value().into();
        match kind.as_str() {
            "historyUndo" => self.note_native(true, &new),
            "historyRedo" => self.note_native(false, &new),
            _ if self.kept.pasting.get() => self.note_edit("paste", &new),
            "insertFromPaste" => self.note_edit("paste", &new),
            "insertFromDrop" => self.note_edit("drop", &new),
            "deleteByCut" => self.note_edit("cut", &new),
            _ => self.note_edit(TYPING, &new),
        }
        self.show_deeds()?;
        if new.len() > WHOLE {
            // too long for the field from now on
            self.fill(&new, None)?;
            self.notify("");
            return self.replaced();
        }
        self.changed()
    }

    /// Replaces the text: another article, so nothing said about the last one holds.
    pub(crate) fn put(&self, text: &str, notice: &str) -> Result<()> {
        self.put_as("new text", text, notice)
    }

    /// The same, with a word for what the reader did: "Undo: clear".
    pub(crate) fn put_as(&self, what: impl Into<Cow<'static, str>>, text: &str, notice: &str) -> Result<()> {
        let text = lines(text);
        let before = Rc::clone(&self.text.borrow());
        if *before == *text {
            self.notify(notice);
            return Ok(());
        }
        self.replace(what, &text, true, None)?;
        self.notify(notice);
        if !before.trim().is_empty() && *before != *SAMPLE {
            self.notify_also("Undo brings back the text before.");
        }
        Ok(())
    }

    pub(crate) fn use_sample(&self) -> Result<()> {
        self.put_as("sample", SAMPLE, "An invented article, as messy as a real paste.")
    }

    pub(crate) fn clear(&self) -> Result<()> {
        self.put_as("clear", "", "")?;
        self.frame.paste.focus()
    }

    /// A paste: into the field as a browser does it, except that markup becomes text with its blocks kept apart;
    /// anywhere else on the page as a new article.
    pub(crate) fn on_paste(self: &Rc<Self>, event: &ClipboardEvent, target: Option<&Element>) -> Result<()> {
        let Some(data) = event.clipboard_data() else { return Ok(()) };
        let tag = target.map(Element::tag_name).unwrap_or_default();
        let inside = self.is_whole() && target.is_some_and(|target| target.id() == "paste");
        let other_field = !inside
            && tag == "INPUT"
            && target.and_then(|t| attribute(t, "type")).is_some_and(|kind| matches!(kind.as_str(), "date" | "text"));
        if other_field {
            return Ok(());
        }
        let offered = self.offered(&data)?;
        if offered.is_none() && data.files().is_some_and(|files| files.length() > 0) {
            event.prevent_default();
            self.open_files(&data);
            return Ok(());
        }
        let Some(incoming) = offered else { return Ok(()) };
        if !inside {
            event.prevent_default();
            return self.take_in("paste", &incoming);
        }
        self.notify(incoming.how);
        if !incoming.how.is_empty() || incoming.text.len() >= UNDOABLE {
            event.prevent_default();
            self.insert(&incoming.text)?;
            self.offer_source(&incoming)?;
        }
        Ok(())
    }

    /// Puts what came in on the page, and says how it was read.
    pub(crate) fn take_in(&self, what: impl Into<Cow<'static, str>>, incoming: &Incoming) -> Result<()> {
        self.put_as(what, &incoming.text, incoming.how)?;
        self.offer_source(incoming)
    }

    /// Where a text was read from its source, offers the source itself.
    pub(crate) fn offer_source(&self, incoming: &Incoming) -> Result<()> {
        let Some(source) = &incoming.source else { return Ok(()) };
        self.kept.source.replace(Some((incoming.text.clone(), source.clone())));
        self.offer("Read it as it is", "as-is", 0)
    }

    /// The reader meant the source itself.
    pub(crate) fn read_as_is(&self) -> Result<()> {
        let Some((read, source)) = self.kept.source.take() else { return Ok(()) };
        let text = self.text();
        let Some(at) = text.find(&read) else {
            self.notify("The text has been changed since; paste the source again.");
            return Ok(());
        };
        let whole = format!("{}{}{}", &text[..at], source.replace("\r\n", "\n"), &text[at + read.len()..]);
        self.replace("read as it is", &whole, false, None)?;
        self.notify("Read as it is, tags and all.");
        self.frame.paste.focus()
    }

    /// Inserts text where the cursor is, in place of what is selected.
    fn insert(&self, text: &str) -> Result<()> {
        self.kept.pasting.set(true);
        let undoable = text.len() < UNDOABLE
            && self.frame.dom.0.dyn_ref::<HtmlDocument>().is_some_and(|document| {
                document.exec_command_with_show_ui_and_value("insertText", false, text).unwrap_or(false)
            });
        self.kept.pasting.set(false);
        if undoable {
            return Ok(());
        }
        self.edit("paste", self.selected()?, text)
    }

    /// The button that pastes, for where there are no keys to do it with.
    pub(crate) fn paste_by_button(self: &Rc<Self>) {
        let (taken, refused) = (Rc::clone(self), Rc::clone(self));
        let refuse = move || {
            refused.notify("This browser keeps the clipboard to itself: press long in the box, then choose Paste.");
            let _ = refused.frame.paste.focus();
        };
        let clipboard = self.frame.window.navigator().clipboard();
        // a page that is not on a secure address has none
        if clipboard.is_undefined() {
            return refuse();
        }
        let take = wasm_bindgen::closure::Closure::once(move |text: JsValue| {
            let text = text.as_string().unwrap_or_default();
            let _ = if text.trim().is_empty() {
                taken.notify("There is no text on the clipboard.");
                Ok(())
            } else {
                as_shown(text, &taken.trust).and_then(|incoming| taken.take_in("paste", &incoming))
            };
        });
        let fail = wasm_bindgen::closure::Closure::once(move |_: JsValue| refuse());
        let _ = clipboard.read_text().unchecked_ref::<js_sys::Promise>().then2(&take, &fail);
        // the browser calls one of them, once
        take.forget();
        fail.forget();
    }

    /// The text on offer, from its markup where there is any.
    pub(crate) fn offered(&self, data: &DataTransfer) -> Result<Option<Incoming>> {
        let markup = data.get_data("text/html")?;
        if !markup.trim().is_empty() {
            let text = clipboard::text_of(&markup, &self.trust)?;
            // an editor's markup shows source in colours
            if !text.is_empty() && !is_source(&text) {
                let how = "Pasted with its headings and paragraphs, taken from the page’s markup.";
                return Ok(Some(Incoming { text, how, source: None }));
            }
        }
        let text = data.get_data("text/plain")?;
        if text.is_empty() { Ok(None) } else { as_shown(text, &self.trust).map(Some) }
    }
}

/// A text as it is, or, where it is HTML source, as a browser would show it.
pub(crate) fn as_shown(text: String, trust: &JsValue) -> Result<Incoming> {
    if is_source(&text) {
        let read = clipboard::text_of(&text, trust)?;
        if !read.trim().is_empty() {
            let how = "This was HTML source: read as a browser would show it.";
            return Ok(Incoming { text: read, how, source: Some(text) });
        }
    }
    Ok(Incoming { text, ..Incoming::default() })
}
