//! What rows of several panels say alike: how sure they are, and what a word of the trade means.

use super::View;
use crate::web::page::dom::{Add, Build, Result, closest};
use crate::web::page::only::{UNCERTAIN, UNTICKED};
use crate::web::page::sure::{self, Standing, Sure};
use web_sys::Element;

impl View<'_> {
    /// Indices of the things of this letter that have a row: all, or those to check where no others are asked for.
    pub(super) fn listed(&self, root: &Element, kind: char, count: usize) -> Vec<usize> {
        let only = closest(root, &format!(".{UNCERTAIN}")).is_some();
        let unticked = closest(root, &format!(".{UNTICKED}")).is_some();
        (0..count)
            .filter(|&index| !only || self.sure(kind, index).standing.is_to_check())
            .filter(|&index| !unticked || !self.ticks.is_checked((kind, index)))
            .collect()
    }

    /// Says that the panel is empty, where it is: because there is nothing, or nothing to check.
    pub(super) fn is_empty(&self, root: &Element, listed: usize, count: usize, nothing: &str) -> Result<bool> {
        if listed == 0 {
            self.none(root, if count == 0 { nothing } else { "Nothing here of what is asked for above." })?;
        }
        Ok(listed == 0)
    }

    /// How sure the thing is.
    pub(super) fn sure(&self, kind: char, index: usize) -> Sure {
        sure::of(self.article, kind, index).unwrap_or_default()
    }

    /// The word for how sure it is, and why, where the text does not state it.
    pub(super) fn standing(&self, row: &Element, sure: &Sure, with_reason: bool) -> Result<()> {
        if sure.standing == Standing::Stated {
            return Ok(());
        }
        let line = self.dom.el("p")?.class("standing").with(&self.word(sure.standing.word(), "sure")?);
        row.add(if with_reason { line.text(": ").with(self.piece(&sure.why)?) } else { line })
    }

    /// A word of the trade, with its meaning in the bubble and in the list of words.
    pub(super) fn word(&self, shown: &str, entry: &str) -> Result<Element> {
        let word = self.dom.button("what")?.set("data-do", "what").set("data-what", entry);
        Ok(word.set("aria-describedby", &format!("word-{entry}")).text(shown))
    }
}

/// The row with the class of its line.
pub(super) fn lined(row: Element, standing: Standing) -> Element {
    let class = standing.class();
    if class.is_empty() { row } else { row.class(&format!("row {class}")) }
}
