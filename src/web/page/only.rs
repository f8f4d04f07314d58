//! "Only to check": the rows of what was worked out or is unsure, and no others.

use super::dom::{Result, all};
use super::state::Page;
use super::sure;
use std::rc::Rc;
use web_sys::{Element, HtmlButtonElement};

use wasm_bindgen::JsCast;

/// The class of the panels while they show nothing else.
const ONLY: &str = "only-check";

impl Page {
    /// Shows only what is to check, or all again.
    pub(crate) fn toggle_check(&self) -> Result<()> {
        let only = !self.frame.panels.class_list().contains(ONLY);
        self.show_only(only)
    }

    fn show_only(&self, only: bool) -> Result<()> {
        self.frame.panels.class_list().toggle_with_force(ONLY, only)?;
        for button in self.check_buttons() {
            button.set_attribute("aria-pressed", if only { "true" } else { "false" })?;
        }
        self.show_panels()
    }

    /// Shows all rows again, where `row` is not among those to check and another way led to it.
    pub(crate) fn uncheck_for(&self, row: &str) -> Result<()> {
        let only = self.frame.panels.class_list().contains(ONLY);
        if only && self.frame.dom.0.get_element_by_id(row).is_none() { self.show_only(false) } else { Ok(()) }
    }

    /// Says how much there is to check; with nothing to check, all rows are there.
    pub(crate) fn count_to_check(&self) -> Result<()> {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let count = breakdown.article.as_ref().map_or(0, sure::to_check);
        if count == 0 && self.frame.panels.class_list().contains(ONLY) {
            self.show_only(false)?;
        }
        for button in self.check_buttons() {
            if let Some(place) = button.query_selector(".count")? {
                place.set_text_content(Some(&count.to_string()));
            }
            if let Some(button) = button.dyn_ref::<HtmlButtonElement>() {
                button.set_disabled(count == 0);
            }
        }
        Ok(())
    }

    fn check_buttons(&self) -> Vec<Element> {
        let root = self.frame.root();
        root.map_or_else(Vec::new, |root| all(&root, "[data-do=check]").into_iter().map(Into::into).collect())
    }
}
