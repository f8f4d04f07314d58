//! What the reader set, kept by this browser where it keeps anything.

use super::dom::{Result, all, attribute};
use super::legend;
use super::state::Page;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, Storage};

/// What stands before each name in the browser's storage.
const PREFIX: &str = "nutgraf-";

/// Whether the draft is kept on this device.
pub(crate) const KEEP: &str = "keep";

/// Which of day and month comes first in figures.
const ORDER: &str = "date-order";

/// The kinds of mark not shown.
const HIDDEN: &str = "hidden-marks";

/// The letters that act at once are switched off.
pub(crate) const OFF: &str = "no-letters";

/// The storage of this browser, which outlives the tab.
pub(crate) fn of_device() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// What was set under this name; `None` where nothing was, or this browser keeps nothing.
pub(crate) fn get(name: &str) -> Option<String> {
    of_device()?.get_item(&key(name)).ok().flatten()
}

/// Keeps a setting; an empty value forgets it. Where the storage is full or switched off it holds for this
/// visit alone.
pub(crate) fn set(name: &str, value: &str) {
    let Some(storage) = of_device() else { return };
    let _ = if value.is_empty() { storage.remove_item(&key(name)) } else { storage.set_item(&key(name), value) };
}

fn key(name: &str) -> String {
    format!("{PREFIX}{name}")
}

impl Page {
    /// Puts the controls as they were set.
    pub(crate) fn show_settings(&self) -> Result<()> {
        let hidden = get(HIDDEN).unwrap_or_default();
        for button in all(&self.frame.legend, "[data-kind]") {
            let kind = attribute(&button, "data-kind").unwrap_or_default();
            if hidden.split(' ').any(|name| name == kind) {
                button.set_attribute("aria-pressed", "false")?;
            }
        }
        legend::apply(&self.frame);
        if let Ok(order) = self.frame.dom.by_id::<HtmlSelectElement>(ORDER) {
            order.set_value(&get(ORDER).unwrap_or_default());
        }
        if let Ok(keep) = self.frame.dom.by_id::<HtmlInputElement>(KEEP) {
            keep.set_checked(get(KEEP).is_some());
        }
        Ok(())
    }

    /// Keeps which kinds of mark are shown.
    pub(crate) fn keep_marks(&self) {
        let hidden = all(&self.frame.legend, "[data-kind][aria-pressed=false]");
        let names: Vec<_> = hidden.iter().filter_map(|button| attribute(button, "data-kind")).collect();
        set(HIDDEN, &names.join(" "));
    }

    /// Which of day and month comes first in figures, where the reader said so.
    pub(crate) fn date_order(&self) -> Option<crate::DateOrder> {
        self.frame.dom.by_id::<HtmlSelectElement>(ORDER).ok()?.value().parse().ok()
    }

    /// A setting was changed.
    pub(crate) fn on_setting(&self, target: &Element) -> Result<()> {
        match target.id().as_str() {
            ORDER => {
                set(ORDER, &target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default());
                self.read()
            }
            "letters" => {
                if let Some(on) = target.dyn_ref::<HtmlInputElement>() {
                    set(OFF, if on.checked() { "" } else { "off" });
                }
                Ok(())
            }
            KEEP => {
                if let Some(keep) = target.dyn_ref::<HtmlInputElement>() {
                    self.keep_on_device(keep.checked());
                    // a browser that keeps nothing does not keep this either
                    keep.set_checked(get(KEEP).is_some());
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}
