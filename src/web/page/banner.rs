//! What concerns the whole text, at the head of everything: that it is not English, no article, several, markup or garbled.

use super::dom::{Add, Build, Result};
use super::panels::told;
use super::state::Page;
use crate::{Warning, WarningCode};
use std::rc::Rc;

/// Whether a warning concerns all that is shown.
fn concerns_all(warning: &Warning) -> bool {
    use WarningCode::{Encoding, HtmlSource, Language, NotAnArticle, SeveralArticles};
    matches!(warning.code, Language | SeveralArticles | NotAnArticle | HtmlSource | Encoding)
}

impl Page {
    /// Shows what concerns the whole text, or nothing.
    pub(crate) fn show_banner(&self) -> Result<()> {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let warnings = breakdown.article.iter().flat_map(|article| article.warnings.iter().enumerate());
        let (dom, banner) = (&self.frame.dom, &self.frame.banner);
        banner.set_text_content(None);
        for (index, warning) in warnings.filter(|(_, warning)| concerns_all(warning)) {
            let line = dom.el("p")?.with(dom.piece(&told(warning, breakdown.article.as_ref()))?);
            if warning.span.is_some() {
                let show = dom.button("jump")?.set("data-ref", &format!("w{index}")).text("Show the place");
                line.append_with_str_1(" ")?;
                line.add(&show)?;
            }
            banner.add(&line)?;
        }
        Ok(())
    }
}
