//! Text files, by button and by drop.

use super::dom::Result;
use super::encoding::{Guess, guess};
use super::input::offered;
use super::state::Page;
use js_sys::{Promise, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{DragEvent, File, TextDecoder, TextDecoderOptions};

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
                if let Some(file) = data.files().and_then(|files| files.item(0)) {
                    self.open_file(&file);
                    return Ok(());
                }
                match offered(&data, &self.trust)? {
                    Some((text, _)) => self.put(&text, ""),
                    None => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }

    /// Reads a file and shows it, or says why not.
    pub(crate) fn open_file(self: &Rc<Self>, file: &File) {
        let name = file.name();
        if file.size() > LARGEST {
            self.notify(&format!("{name} is larger than 32 MB: too large for a text field."));
            return;
        }
        let (reads, fails) = (Rc::clone(self), Rc::clone(self));
        let failed = format!("{name} could not be read.");
        let read = Closure::once(move |buffer: JsValue| {
            let bytes = Uint8Array::new(&buffer).to_vec();
            match decode(&bytes) {
                Ok((text, how)) => {
                    let _ = reads.put(&text, &format!("{name}{how}"));
                }
                Err(why) => reads.notify(&format!("{name} {why}")),
            }
        });
        let fail = Closure::once(move |_: JsValue| fails.notify(&failed));
        let _ = file.array_buffer().unchecked_ref::<Promise>().then2(&read, &fail);
        // the browser calls one of them, once; both go when it has done with them
        read.forget();
        fail.forget();
    }
}

/// The text of a file and a note on how it was read; or why it is not text.
fn decode(bytes: &[u8]) -> std::result::Result<(String, &'static str), String> {
    let decoded = |label: &str, strict: bool| {
        let options = TextDecoderOptions::new();
        options.set_fatal(strict);
        let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    };
    let text = match guess(bytes) {
        Guess::Binary(what) => {
            return Err(format!("is {what}. Open it in its own program, copy the article there, and paste it here."));
        }
        Guess::Text("utf-16le") => decoded("utf-16le", false).map(|text| (text, ", read as UTF-16.")),
        Guess::Text("utf-16be") => decoded("utf-16be", false).map(|text| (text, ", read as UTF-16.")),
        Guess::Text(_) | Guess::Utf8OrWindows => decoded("utf-8", true).map(|text| (text, ".")).or_else(|| {
            let how = ", read as windows-1252, as it is not valid UTF-8.";
            decoded("windows-1252", false).map(|text| (text, how))
        }),
    };
    text.ok_or_else(|| "could not be decoded.".to_owned())
}
