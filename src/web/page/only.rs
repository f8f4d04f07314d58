//! Only some rows: those of what was worked out or is unsure, those not checked yet, or those that are both.

use super::dom::{Result, all};
use super::state::Page;
use super::sure;
use std::rc::Rc;
use web_sys::{Element, HtmlButtonElement};

use wasm_bindgen::JsCast;

/// The class of the panels while they show only what was worked out or is unsure.
pub(crate) const UNCERTAIN: &str = "only-check";

/// The class of the panels while they show only what is not checked yet.
pub(crate) const UNTICKED: &str = "only-unticked";

/// What the button of each does.
const BUTTONS: [(&str, &str); 2] = [(UNCERTAIN, "[data-do=check]"), (UNTICKED, "[data-do=unticked]")];

impl Page {
    /// Shows only some rows, or all again.
    pub(crate) fn toggle_only(&self, class: &str) -> Result<()> {
        let only = !self.shows_only(class);
        self.show_only(class, only)
    }

    fn shows_only(&self, class: &str) -> bool {
        self.frame.panels.class_list().contains(class)
    }

    fn show_only(&self, class: &str, only: bool) -> Result<()> {
        self.frame.panels.class_list().toggle_with_force(class, only)?;
        for button in self.only_buttons(class) {
            button.set_attribute("aria-pressed", if only { "true" } else { "false" })?;
        }
        self.show_panels()
    }

    /// Shows all rows again, where `row` is not among those shown and another way led to it.
    pub(crate) fn uncheck_for(&self, row: &str) -> Result<()> {
        for (class, _) in BUTTONS {
            if self.shows_only(class) && self.frame.dom.0.get_element_by_id(row).is_none() {
                self.show_only(class, false)?;
            }
        }
        Ok(())
    }

    /// Says how much is uncertain; where nothing is, all rows are there.
    pub(crate) fn count_to_check(&self) -> Result<()> {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        self.count_only(UNCERTAIN, breakdown.article.as_ref().map_or(0, sure::to_check))
    }

    /// Says how much is not checked; whoever has checked everything sees that, not all rows at once.
    pub(crate) fn count_unticked(&self, count: usize) -> Result<()> {
        let pressed = self.shows_only(UNTICKED) && self.breakdown.borrow().article.is_some();
        self.count_only(UNTICKED, count)?;
        for button in self.only_buttons(UNTICKED).iter().filter_map(|button| button.dyn_ref::<HtmlButtonElement>()) {
            button.set_disabled(count == 0 && !pressed);
        }
        Ok(())
    }

    fn count_only(&self, class: &str, count: usize) -> Result<()> {
        if count == 0 && class == UNCERTAIN && self.shows_only(class) {
            self.show_only(class, false)?;
        }
        for button in self.only_buttons(class) {
            if let Some(place) = button.query_selector(".count")? {
                place.set_text_content(Some(&count.to_string()));
            }
            if let Some(button) = button.dyn_ref::<HtmlButtonElement>() {
                button.set_disabled(count == 0);
            }
        }
        Ok(())
    }

    fn only_buttons(&self, class: &str) -> Vec<Element> {
        let Some((_, selector)) = BUTTONS.iter().find(|(of, _)| *of == class) else { return Vec::new() };
        let root = self.frame.root();
        root.map_or_else(Vec::new, |root| all(&root, selector).into_iter().map(Into::into).collect())
    }
}
