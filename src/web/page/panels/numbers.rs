//! Numbers: as written, and what that means in plain words.

use super::View;
use super::noted::lined;
use crate::web::page::amounts::{in_full, told};
use crate::web::page::dom::{Add, Build, Result};
use web_sys::Element;

impl View<'_> {
    pub(super) fn numbers(&self, root: &Element) -> Result<usize> {
        let quantities = &self.article.quantities;
        let listed = self.listed(root, 'n', quantities.len());
        if self.is_empty(root, listed.len(), quantities.len(), "No numbers named.")? {
            return Ok(quantities.len());
        }
        self.left(root, 'n')?;
        let table = self.dom.el("table")?.class("numbers");
        let titles = self.dom.el("tr")?;
        for title in ["As written", "In plain words"] {
            titles.add(self.dom.el("th")?.set("scope", "col").text(title))?;
        }
        table.add(self.dom.el("thead")?.with(&titles))?;
        let body = self.dom.el("tbody")?;
        for &index in listed.iter().take(self.rows) {
            let (name, quantity, sure) = (format!("n{index}"), &quantities[index], self.sure('n', index));
            let jump = self.jump(&name)?.with(self.piece(&quantity.text)?);
            let meant = self.dom.el("td")?.with(self.piece(&told(quantity))?);
            if let Some(full) = in_full(quantity.value) {
                meant.add(self.dom.el("span")?.class("note full").text(&full))?;
            }
            self.standing(&meant, &sure, true)?;
            let row = self.row("tr", &name)?.with(self.dom.el("td")?.with(&jump)).with(&meant);
            let row = lined(row, sure.standing);
            self.tick(&row, &meant, ('n', index), &quantity.text)?;
            body.add(&row)?;
        }
        table.add(&body)?;
        root.add(&table)?;
        self.more(root, "numbers", listed.len())?;
        Ok(quantities.len())
    }
}
