//! Parts: everything that lies in the paste, in order, with what it is and its first words.

use super::View;
use crate::Role;
use crate::web::page::dom::{Add, Build, Result};
use crate::web::page::folds::{fold, folded, opening, peek};
use crate::web::page::roles::label;
use crate::web::page::sure::{self, Standing};
use web_sys::Element;

/// Characters shown of a part.
const PART: usize = 64;

impl View<'_> {
    pub(super) fn parts(&self, root: &Element) -> Result<usize> {
        let blocks = &self.article.blocks;
        if blocks.is_empty() {
            self.none(root, "The text has no parts.")?;
            return Ok(0);
        }
        self.own(root)?;
        let list = self.dom.el("ol")?.class("rows parts");
        let (mut at, mut paragraphs) = (0, 0);
        while at < blocks.len().min(self.rows) {
            let run = fold(&blocks[at..]);
            let name = format!("b{at}");
            let row = self.row("li", &name)?;
            if run > 0 {
                let run = &blocks[at..at + run];
                let words = self.piece(&peek(run, self.text))?;
                let what = self.dom.el("span")?.class("part").text("Folded");
                let about = self.dom.el("span")?.class("note").text(&folded(run)).text(": ").with(&words);
                list.add(row.class("row aside").with(self.jump(&name)?.with(&what).text(" ").with(&about)))?;
                at += run.len();
                continue;
            }
            let block = &blocks[at];
            let what = match block.role {
                Role::Paragraph => {
                    paragraphs += 1;
                    format!("¶ {paragraphs}")
                }
                role => label(role).to_owned(),
            };
            let words = self.piece(&opening(block.span.of(self.text), PART))?;
            let what = self.dom.el("span")?.class("part").text(&what);
            let row = row.with(self.jump(&name)?.with(&what).text(" ").with(&words));
            let sure = sure::block(self.article, at);
            if sure.standing == Standing::Reader {
                self.standing(&row, &sure, true)?;
            }
            list.add(&row)?;
            at += 1;
        }
        root.add(&list)?;
        self.more(root, "parts", blocks.len())?;
        Ok(blocks.len())
    }
}
