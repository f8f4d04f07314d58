//! All that was corrected: a count in the line above the story, and the list behind it.

use super::save::place_of;
use super::words;
use crate::WarningCode;
use crate::web::page::dom::{Add, Build, Result, attribute};
use crate::web::page::figures::counted;
use crate::web::page::state::Page;
use std::rc::Rc;
use web_sys::Element;

impl Page {
    /// Says in the line above the story how much was corrected.
    pub(crate) fn count_corrections(&self) -> Result<()> {
        let count = self.corrections.borrow().len();
        if count == 0 {
            return Ok(());
        }
        let button = self.frame.dom.button("corrections")?.set("data-do", "corrections");
        let button = button.set("aria-haspopup", "dialog").text(&counted(count, "correction", "corrections"));
        self.frame.status.append_with_str_1(" · ")?;
        self.frame.status.add(&button)
    }

    /// Lists what was corrected.
    pub(crate) fn list_corrections(&self, control: &Element) -> Result<()> {
        let dom = &self.frame.dom;
        let dialog: Element = dom.by_id("correct")?;
        let orphans = self.breakdown.borrow().orphans.clone();
        dialog.set_text_content(None);
        dialog.add(dom.el("h2")?.set("id", "correct-label").text("Your corrections"))?;
        let list = dom.el("ol")?.class("corrected");
        for (index, change) in self.corrections.borrow().iter().enumerate() {
            let told = words::told(change);
            let item = dom.el("li")?.with(dom.piece(&told)?);
            if orphans.contains(&index) {
                item.add(dom.el("span")?.class("note").text(" left out: its words are gone"))?;
            }
            let back = dom.button("fix-other")?.set("data-do", "fix-drop").set("data-at", &index.to_string());
            list.add(item.text(" ").with(back.set("aria-label", &format!("Take back: {told}")).text("Take back")))?;
        }
        dialog.add(&list)?;
        let all = dom.button("fix-other")?.set("data-do", "fix-all").text("Take all back");
        let close = dom.button("fix-cancel")?.set("data-do", "fix-cancel").text("Close");
        dialog.add(dom.el("p")?.class("actions").with(&all).with(&close))?;
        self.show_dialog(control)
    }

    /// A button that takes back one correction, or all.
    pub(crate) fn on_drop(&self, control: &Element) -> Result<()> {
        let what = attribute(control, "data-do").unwrap_or_default();
        let listed = self.is_correcting();
        if what == "fix-all" {
            self.close_editor()?;
            let all: Vec<_> = (0..self.corrections.borrow().len()).collect();
            self.take_back(&all)?;
            return self.frame.story.focus();
        }
        let Some(index) = place_of(control) else { return Ok(()) };
        self.take_back(&[index])?;
        if !listed {
            return Ok(());
        }
        if self.corrections.borrow().is_empty() {
            self.close_editor()?;
            return self.frame.story.focus();
        }
        let status = self.frame.status.clone();
        self.list_corrections(&status)
    }

    /// Gives the warnings of corrections whose words are gone a button that drops them.
    pub(super) fn offer_drops(&self, root: &Element) -> Result<()> {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let Some(article) = &breakdown.article else { return Ok(()) };
        let warnings = article.warnings.iter().enumerate();
        let lost = warnings.filter(|(_, warning)| warning.code == WarningCode::OrphanedCorrection);
        for ((at, _), index) in lost.zip(&breakdown.orphans) {
            let Some(row) = root.query_selector(&format!("#row-w{at}"))? else { continue };
            let button = self.frame.dom.button("fix-other")?.set("data-do", "fix-drop");
            row.add(button.set("data-at", &index.to_string()).text("Drop this correction"))?;
        }
        Ok(())
    }
}
