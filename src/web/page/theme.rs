//! Light and dark: what the system says, or what the reader chose and this browser keeps.

use super::dom::{all, attribute};
use super::frame::Frame;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, Storage};

/// The choice's name in the browser's storage; `www/theme.js` reads it before the first paint.
const KEY: &str = "nutgraf-theme";

/// Checks the button of the choice that was kept.
pub(crate) fn show_kept(frame: &Frame) {
    let Some(kept) = storage(frame).and_then(|storage| storage.get_item(KEY).ok().flatten()) else { return };
    let Some(root) = frame.root() else { return };
    for button in all(&root, "input[name=theme]") {
        let Some(button) = button.dyn_ref::<HtmlInputElement>().filter(|button| button.value() == kept) else {
            continue;
        };
        button.set_checked(true);
        choose(frame, button);
    }
}

/// Applies the choice of this button and keeps it.
pub(crate) fn choose(frame: &Frame, button: &Element) {
    let Some(root) = frame.root() else { return };
    let storage = storage(frame);
    // a storage that is full or switched off: the choice holds for this visit
    if let Some(theme @ ("light" | "dark")) = attribute(button, "value").as_deref() {
        let _ = root.set_attribute("data-theme", theme);
        let _ = storage.map(|storage| storage.set_item(KEY, theme));
    } else {
        let _ = root.remove_attribute("data-theme");
        let _ = storage.map(|storage| storage.remove_item(KEY));
    }
}

fn storage(frame: &Frame) -> Option<Storage> {
    frame.window.local_storage().ok().flatten()
}
