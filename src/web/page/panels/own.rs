//! The reader's own marks: each pattern that found something, with its remark and its places.

use super::View;
use crate::web::page::dom::{Add, Build, Result};
use crate::web::page::folds::opening;
use crate::{Mark, Span};
use web_sys::Element;

/// Characters shown of a place, and of the sentence around it.
const SHOWN: (usize, usize) = (48, 56);

impl View<'_> {
    /// Lists what the reader's own patterns found, above the parts.
    pub(super) fn own(&self, root: &Element) -> Result<()> {
        let marks = &self.article.marks;
        let mut kinds: Vec<&Mark> = Vec::new();
        for mark in marks {
            if !kinds.iter().any(|kind| is_like(kind, mark)) {
                kinds.push(mark);
            }
        }
        if kinds.is_empty() {
            return Ok(());
        }
        let list = self.dom.el("section")?.class("own-marks").with(self.dom.el("h3")?.text("Your marks"));
        for kind in kinds {
            let places = marks.iter().enumerate().filter(|(_, mark)| is_like(kind, mark));
            let count = self.dom.el("span")?.class("count").text(&places.clone().count().to_string());
            let head = self.dom.el("p")?.with(self.dom.el("b")?.with(self.piece(&kind.name)?)).text(" ").with(count);
            if let Some(remark) = &kind.remark {
                head.add(self.dom.el("span")?.class("note").text(" ").with(self.piece(remark)?))?;
            }
            let rows = self.dom.el("ul")?.class("rows");
            for (index, mark) in places.take(self.rows) {
                let name = format!("m{index}");
                let words = self.piece(&opening(mark.span.of(self.text), SHOWN.0))?;
                let at = self.article.sentences.partition_point(|sentence| sentence.span.end <= mark.span.start);
                let around = self.article.sentences.get(at).map(|sentence| sentence.span);
                let around = around.filter(|around| around.contains(mark.span)).unwrap_or_else(|| self.part_of(mark));
                let around = opening(around.of(self.text), SHOWN.1);
                let note = self.dom.el("span")?.class("note").text(" ").with(self.piece(&around)?);
                rows.add(self.row("li", &name)?.with(self.jump(&name)?.with(&words)).with(note))?;
            }
            list.add(head)?;
            list.add(rows)?;
        }
        root.add(list)
    }

    /// The part of the paste in which a mark begins.
    fn part_of(&self, mark: &Mark) -> Span {
        let blocks = &self.article.blocks;
        let at = blocks.partition_point(|block| block.span.end <= mark.span.start);
        blocks.get(at).map_or(mark.span, |block| block.span)
    }
}

fn is_like(one: &Mark, other: &Mark) -> bool {
    (&one.name, &one.remark) == (&other.name, &other.remark)
}
