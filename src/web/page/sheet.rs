//! The findings on a small window: their tabs are a bar at the bottom, which opens them as a sheet over the story.
//!
//! An open sheet is an entry in the browser's history, so that its back button or gesture closes it.

use super::dom::{Result, all};
use super::state::Page;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusOptions, HtmlElement};

/// Where there is no room for panels beside the story, as in `www/style.css`.
const NARROW: &str = "(max-width: 60rem)";

/// What the sheet lies over.
const UNDER: &str = ".skips, .masthead, .banner, .sheet, footer";

/// The name of the sheet in an entry of the history.
const SHEET: &str = "sheet";

impl Page {
    /// Whether the findings are a bar and a sheet.
    pub(crate) fn is_narrow(&self) -> Result<bool> {
        self.is(NARROW)
    }

    pub(crate) fn sheet_is_open(&self) -> bool {
        self.frame.panels.class_list().contains("open")
    }

    /// Opens the sheet, where the findings are one, and puts the keyboard on `stop`; it comes back to where it is now.
    pub(crate) fn open_sheet(&self, stop: Option<&Element>) -> Result<()> {
        if !self.is_narrow()? || self.sheet_is_open() {
            return Ok(());
        }
        if let Some(from) = self.frame.dom.0.active_element() {
            from.set_attribute("data-back", "")?;
        }
        let panels = &self.frame.panels;
        panels.set_attribute("data-scroll", &(self.frame.window.scroll_y()?.round() as i32).to_string())?;
        self.set_sheet(true)?;
        let history = self.frame.window.history()?;
        history.push_state(&entry(&history.state()?, true)?, "")?;
        stop.map_or(Ok(()), |stop| {
            stop.set_attribute("tabindex", "-1")?;
            focus_still(stop)
        })
    }

    /// Closes the sheet; the story is where it was.
    pub(crate) fn close_sheet(&self) -> Result<()> {
        if !self.sheet_is_open() {
            return Ok(());
        }
        self.put_back()?;
        let history = self.frame.window.history()?;
        if is_sheet(&history.state()?) { history.back() } else { Ok(()) }
    }

    /// Closes the sheet because a place in the story is gone to; the browser's back leads to where one was.
    pub(crate) fn leave_sheet(&self) -> Result<()> {
        if !self.sheet_is_open() {
            return Ok(());
        }
        self.put_back()?;
        let history = self.frame.window.history()?;
        history.replace_state(&entry(&history.state()?, false)?, "")
    }

    /// The browser went back or forward.
    pub(crate) fn on_back(&self) -> Result<()> {
        let on_sheet = is_sheet(&self.frame.window.history()?.state()?);
        if self.sheet_is_open() && !on_sheet { self.put_back() } else { Ok(()) }
    }

    /// The window has another size: a sheet over nothing goes.
    pub(crate) fn arrange_sheet(&self) -> Result<()> {
        if self.is_narrow()? { Ok(()) } else { self.close_sheet() }
    }

    fn put_back(&self) -> Result<()> {
        self.set_sheet(false)?;
        let window = &self.frame.window;
        let top = self.frame.panels.get_attribute("data-scroll").and_then(|top| top.parse::<i32>().ok());
        window.scroll_to_with_x_and_y(window.scroll_x()?, f64::from(top.unwrap_or_default()));
        let tab = self.frame.panels.query_selector("[role=tab][aria-selected=true]")?;
        let back = self.frame.dom.0.query_selector("[data-back]")?;
        if let Some(back) = &back {
            back.remove_attribute("data-back")?;
        }
        // what one came from may be gone with the text
        let back = back.filter(|back| back.tag_name() != "BODY").or(tab);
        back.map_or(Ok(()), |back| focus_still(&back))
    }

    fn set_sheet(&self, open: bool) -> Result<()> {
        let panels = &self.frame.panels;
        panels.class_list().toggle_with_force("open", open)?;
        if open {
            panels.set_attribute("role", "dialog")?;
            panels.set_attribute("aria-modal", "true")?;
        } else {
            panels.remove_attribute("role")?;
            panels.remove_attribute("aria-modal")?;
        }
        let Some(root) = self.frame.root() else { return Ok(()) };
        root.class_list().toggle_with_force("under-sheet", open)?;
        for under in all(&root, UNDER) {
            under.toggle_attribute_with_force("inert", open)?;
        }
        Ok(())
    }
}

/// Puts the keyboard on `stop` without moving anything.
pub(crate) fn focus_still(stop: &Element) -> Result<()> {
    let Some(stop) = stop.dyn_ref::<HtmlElement>() else { return Ok(()) };
    let focus = FocusOptions::new();
    focus.set_prevent_scroll(true);
    stop.focus_with_options(&focus)
}

/// The state of a history entry as it is, with or without the sheet.
fn entry(state: &JsValue, sheet: bool) -> Result<JsValue> {
    let entry = Object::new();
    if state.is_object() {
        Object::assign(&entry, state.unchecked_ref());
    }
    Reflect::set(&entry, &SHEET.into(), &sheet.into())?;
    Ok(entry.into())
}

fn is_sheet(state: &JsValue) -> bool {
    state.is_object() && Reflect::get(state, &SHEET.into()).is_ok_and(|sheet| sheet.is_truthy())
}
