//! The line under the paste: what happened to the input, and what can be done about it.

use super::dom::{Add, Build, Result};
use super::state::Page;

impl Page {
    /// Tells the reader what happened to the input.
    pub(crate) fn notify(&self, notice: &str) {
        self.frame.notice.set_text_content(Some(&self.with_cut(notice)));
    }

    /// Adds to what was told.
    pub(crate) fn notify_also(&self, more: &str) {
        let gap = if self.frame.notice.has_child_nodes() { " " } else { "" };
        let _ = self.frame.notice.append_with_str_1(&format!("{gap}{more}"));
    }

    /// Adds a button that does `what`; `at` says to which of several.
    pub(crate) fn offer(&self, label: &str, what: &str, at: usize) -> Result<()> {
        let button = self.frame.dom.button("offer")?.set("data-do", what).set("data-at", &at.to_string()).text(label);
        self.frame.notice.append_with_str_1(" ")?;
        self.frame.notice.add(button)
    }
}
