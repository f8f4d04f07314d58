//! Light and dark: what the system says, or what the reader chose and this browser keeps.

use super::dom::{all, attribute};
use super::frame::Frame;
use super::settings;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// The setting's name; `www/theme.js` reads it before the first paint.
const NAME: &str = "theme";

/// Checks the button of the choice that was kept.
pub(crate) fn show_kept(frame: &Frame) {
    let Some(kept) = settings::get(NAME) else { return };
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
    let value = attribute(button, "value").filter(|theme| matches!(theme.as_str(), "light" | "dark"));
    let _ = match &value {
        Some(theme) => root.set_attribute("data-theme", theme),
        None => root.remove_attribute("data-theme"),
    };
    settings::set(NAME, value.as_deref().unwrap_or_default());
    // the colour of the browser's own bars
    for (meta, own) in all(&root, "meta[name=theme-color]").iter().zip(["light", "dark"]) {
        let media = match value.as_deref() {
            None => format!("(prefers-color-scheme: {own})"),
            Some(chosen) => (if chosen == own { "all" } else { "not all" }).to_owned(),
        };
        let _ = meta.set_attribute("media", &media);
    }
}
