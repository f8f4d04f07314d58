//! Numbers: as written, what is meant, and of what.

use super::View;
use crate::web::page::dom::{Add, Build, Result};
use crate::web::page::figures::grouped;
use web_sys::Element;

impl View<'_> {
    pub(super) fn numbers(&self, root: &Element) -> Result<usize> {
        let quantities = &self.article.quantities;
        if quantities.is_empty() {
            self.none(root, "No numbers named.")?;
            return Ok(0);
        }
        let table = self.dom.el("table")?.class("numbers");
        let titles = self.dom.el("tr")?;
        for title in ["As written", "Value", "Unit"] {
            titles.add(self.dom.el("th")?.set("scope", "col").text(title))?;
        }
        table.add(self.dom.el("thead")?.with(&titles))?;
        let body = self.dom.el("tbody")?;
        for (index, quantity) in quantities.iter().enumerate().take(self.rows) {
            let name = format!("n{index}");
            let jump = self.jump(&name)?.with(self.piece(&quantity.text)?);
            let value = self.dom.el("td")?.class("value");
            if quantity.approximate {
                let about = self.dom.el("span")?.set("title", "not exact").text("≈");
                value.add(&about)?;
            }
            body.add(
                self.row("tr", &name)?
                    .with(self.dom.el("td")?.with(&jump))
                    .with(value.text(&grouped(quantity.value)))
                    .with(self.dom.el("td")?.with(self.piece(quantity.unit.as_deref().unwrap_or(""))?)),
            )?;
        }
        table.add(&body)?;
        root.add(&table)?;
        self.more(root, "numbers", quantities.len())?;
        Ok(quantities.len())
    }
}
