//! Text files and saved pages, by button, by drop and by paste.

use super::clipboard;
use super::document;
use super::dom::Result;
use super::encoding::{Guess, charset, guess};
use super::input::{Incoming, as_shown};
use super::state::Page;
use js_sys::{Promise, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{DataTransfer, DragEvent, File, TextDecoder, TextDecoderOptions};

/// Bytes of the largest file taken. An article is a few kilobytes; a browser's text field gives up long
/// before this.
const LARGEST: f64 = 32.0 * 1024.0 * 1024.0;

impl Page {
    /// Opens the file chosen with the button.
    pub(crate) fn open_chosen(self: &Rc<Self>) {
        if let Some(file) = self.frame.file.files().and_then(|files| files.item(0)) {
            self.open_file(&file);
        }
        // so that choosing the same file again is a change
        self.frame.file.set_value("");
    }

    /// Something is dragged over the page, or dropped on it.
    pub(crate) fn on_drag(self: &Rc<Self>, name: &str, event: &DragEvent) -> Result<()> {
        let Some(root) = self.frame.root() else { return Ok(()) };
        let Some(data) = event.data_transfer() else { return Ok(()) };
        let types = data.types();
        let wanted = types.iter().any(|kind| kind == "Files" || kind == "text/plain" || kind == "text/html");
        // leaving one element for another inside the page is not leaving
        let leaves = name != "dragleave" || event.related_target().is_none();
        match name {
            "dragover" if wanted => {
                event.prevent_default();
                data.set_drop_effect("copy");
                root.class_list().add_1("dropping")
            }
            "dragleave" if leaves => root.class_list().remove_1("dropping"),
            "drop" => {
                root.class_list().remove_1("dropping")?;
                event.prevent_default();
                if data.files().is_some_and(|files| files.length() > 0) {
                    self.open_files(&data);
                    return Ok(());
                }
                match self.offered(&data)? {
                    Some(incoming) => self.take_in("drop", &incoming),
                    None => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }

    /// Opens a file that was dropped or pasted; several go elsewhere, before this is asked.
    pub(crate) fn open_files(self: &Rc<Self>, data: &DataTransfer) {
        match data.files().and_then(|files| files.item(0)) {
            Some(file) => self.open_file(&file),
            None => self.notify("There was no file in what was dropped."),
        }
    }

    /// Reads a file and shows it, or says why not.
    fn open_file(self: &Rc<Self>, file: &File) {
        let name = file.name();
        if file.size() > LARGEST {
            return self.tell_of(&name, " is larger than 32 MB: too large for a text field.");
        }
        if file.size() == 0.0 {
            return self.tell_of(&name, " is empty.");
        }
        let (reads, fails) = (Rc::clone(self), Rc::clone(self));
        let failed = name.clone();
        let is_page = is_page(&name, &file.type_());
        let read = Closure::once(move |buffer: JsValue| {
            let bytes = Uint8Array::new(&buffer).to_vec();
            match decode(&bytes, is_page) {
                Ok((text, how)) => {
                    let _ = reads.show_file(&name, text, &how, is_page);
                }
                Err(why) => reads.tell_of(&name, &format!(" {why}")),
            }
        });
        let fail = Closure::once(move |_: JsValue| fails.tell_of(&failed, " could not be read."));
        let _ = file.array_buffer().unchecked_ref::<Promise>().then2(&read, &fail);
        // the browser calls one of them, once; both go when it has done with them
        read.forget();
        fail.forget();
    }

    fn show_file(&self, name: &str, text: String, how: &str, is_page: bool) -> Result<()> {
        if is_json(name) {
            match document::read(&text) {
                Ok(kept) => {
                    let count = kept.ticks.iter().filter(|tick| tick.checked).count();
                    let undo = "Undo brings back what was here before.";
                    let notice = format!("Opened as it was saved, with {count} checked. {undo}");
                    self.open_document(what(name), kept, &notice)?;
                    self.tell_opened(&text)?;
                }
                Err(why) => self.notify(&format!("{name} {why}")),
            }
            return Ok(());
        }
        let incoming = shown(text, is_page, &self.trust)?;
        if incoming.text.trim().is_empty() {
            self.tell_of(name, " holds no text.");
            return Ok(());
        }
        let read = if incoming.source.is_some() { " It is HTML source, read as a browser would show it." } else { "" };
        let notice = format!("{name}{how}{read}");
        let opened = Incoming { how: "", ..incoming };
        self.put_as(what(name), &opened.text, &notice)?;
        self.offer_source(&opened)
    }

    /// Says something of a file.
    fn tell_of(&self, name: &str, what: &str) {
        self.notify(&format!("{name}{what}"));
    }
}

/// The text of a file, of a page as a browser would show it; where there are many, each is read elsewhere.
///
/// # Errors
///
/// Throws an `Error` where it is not text; words that go on from its name.
#[wasm_bindgen(js_name = textOfFile, skip_typescript)]
pub fn text_of_file(bytes: &[u8], name: &str, kind: &str, trust: &JsValue) -> std::result::Result<String, JsValue> {
    let is_page = is_page(name, kind);
    let (text, _) = decode(bytes, is_page).map_err(|why| JsError::new(&why))?;
    Ok(shown(text, is_page, trust)?.text)
}

/// A text as it is, or, where it is a page or HTML source, as a browser would show it.
pub(crate) fn shown(text: String, is_page: bool, trust: &JsValue) -> Result<Incoming> {
    let incoming = as_shown(text, trust)?;
    if is_page && incoming.source.is_none() {
        let shown = clipboard::text_of(&incoming.text, trust)?;
        if !shown.trim().is_empty() {
            return Ok(Incoming { text: shown, source: Some(incoming.text), ..incoming });
        }
    }
    Ok(incoming)
}

/// Whether a file is a saved page, by its name or its kind.
pub(crate) fn is_page(name: &str, kind: &str) -> bool {
    let end = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    matches!(end.as_str(), "html" | "htm" | "xhtml") || matches!(kind, "text/html" | "application/xhtml+xml")
}

/// The text of a file and a note on how it was read; or why it is not text. A page may name its encoding.
pub(crate) fn decode(bytes: &[u8], is_page: bool) -> std::result::Result<(String, String), String> {
    let decoded = |label: &str, strict: bool| {
        let options = TextDecoderOptions::new();
        options.set_fatal(strict);
        let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    };
    let named =
        |label: &str| decoded(label, false).map(|text| (text, format!(", read as {label}, as it says itself.")));
    let text = match guess(bytes) {
        Guess::Binary(what) => {
            return Err(format!("is {what}. Open it in its own program, copy the article there, and paste it here."));
        }
        Guess::Text("utf-16le") => decoded("utf-16le", false).map(|text| (text, ", read as UTF-16.".to_owned())),
        Guess::Text("utf-16be") => decoded("utf-16be", false).map(|text| (text, ", read as UTF-16.".to_owned())),
        Guess::Text(_) | Guess::Utf8OrWindows => decoded("utf-8", true)
            .map(|text| (text, ".".to_owned()))
            .or_else(|| charset(bytes).filter(|_| is_page).and_then(|label| named(&label)))
            .or_else(|| {
                let how = ", read as windows-1252, as it is not valid UTF-8.";
                decoded("windows-1252", false).map(|text| (text, how.to_owned()))
            }),
    };
    text.ok_or_else(|| "could not be decoded.".to_owned())
}

/// What was done when a file was opened, in words for undoing it.
fn what(name: &str) -> String {
    let short: String = name.chars().take(24).collect();
    format!("open {short}{}", if short.len() < name.len() { "…" } else { "" })
}

/// Whether a file of this name is JSON.
pub(crate) fn is_json(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("json"))
}
