//! The field of the paste, which folds to one line once its text is read.

use super::dom::{Add, Build, Result, all};
use super::figures::counted;
use super::state::Page;

/// Characters of a text from which its field folds; a shorter one is as short as its line.
const LONG: usize = 280;

impl Page {
    /// The text is another one, or the reader changed it: folds the field where nobody types in it.
    pub(crate) fn fold_paste(&self, before: &str, text: &str) -> Result<()> {
        let frame = &self.frame;
        let long = text.trim().len() >= LONG;
        frame.paste_line.set_hidden(!long);
        if !long {
            return self.show_paste(true);
        }
        if before == text && frame.paste_line.has_child_nodes() {
            return Ok(());
        }
        let typing = frame.dom.0.active_element().is_some_and(|element| element.id() == "paste");
        let arrived = before.trim().is_empty();
        if typing && !arrived {
            return self.show_paste(true);
        }
        self.show_paste(false)?;
        all(&frame.panels, ".findings").iter().try_for_each(|panel| panel.set_attribute("data-anew", ""))?;
        if typing { frame.paste_line.focus() } else { Ok(()) }
    }

    /// Opens or folds the field.
    pub(crate) fn toggle_paste(&self) -> Result<()> {
        let open = self.frame.paste_box.hidden();
        self.show_paste(open)?;
        if open { self.frame.paste.focus() } else { Ok(()) }
    }

    fn show_paste(&self, open: bool) -> Result<()> {
        let frame = &self.frame;
        frame.paste_box.set_hidden(!open);
        frame.paste_line.set_attribute("aria-expanded", if open { "true" } else { "false" })?;
        let count = frame.paste.value().encode_utf16().count();
        frame.paste_line.set_text_content(None);
        let (dom, line) = (&frame.dom, &frame.paste_line);
        line.add(dom.el("span")?.text("The paste"))?;
        line.add(dom.el("span")?.class("size").text(&counted(count, "character", "characters")))?;
        line.add(dom.el("span")?.class("act").text(if open { "Fold away" } else { "Edit as text" }))
    }
}
