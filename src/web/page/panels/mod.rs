//! The panels beside the story, each from the breakdown alone.

mod checks;
mod glance;
mod names;
mod noted;
mod numbers;
mod own;
mod parts;
mod quotes;
mod sources;
mod tick;
mod times;

pub(crate) use checks::told;
pub(crate) use tick::{left, remark_fields};

use super::dom::{Add, Build, Dom, Result};
use super::figures::counted;
use super::folds::opening;
use super::head_items::HeadItem;
use super::ticked::Ticks;
use crate::{Article, Role, Span};
use web_sys::Element;

/// Rows made at first: more than a window holds. The rest are made as the reader scrolls to them.
pub(crate) const ROWS: usize = 60;

/// Strokes in a strip, which is too narrow for more.
const STROKES: usize = 200;

/// The panels, by the ids of their elements, in the order of their tabs.
pub(crate) const PANELS: [&str; 7] = ["glance", "quotes", "names", "times", "numbers", "parts", "checks"];

/// The panels that stand beside the tabs where there is room.
pub(crate) const PINNED: [&str; 2] = ["glance", "checks"];

/// How many things a panel holds, where that says something.
pub(crate) fn count(article: &Article, panel: &str) -> Option<usize> {
    match panel {
        "quotes" => Some(article.quotes.len()),
        "names" => Some(article.entities.len()),
        "times" => Some(article.times.len()),
        "numbers" => Some(article.quantities.len()),
        // as the line above the story counts them
        "parts" => Some(article.blocks.iter().filter(|block| block.role != Role::Furniture).count()),
        "checks" => Some(article.warnings.len() + article.checks.len()),
        _ => None,
    }
}

/// What the panels show, and with what.
pub(crate) struct View<'v> {
    /// Makes the elements.
    pub(crate) dom: &'v Dom,
    /// The text as given.
    pub(crate) text: &'v str,
    /// Its breakdown, in UTF-8 offsets.
    pub(crate) article: &'v Article,
    /// The values in its head.
    pub(crate) head_items: &'v [HeadItem],
    /// The story's own date, the day alone.
    pub(crate) date: Option<&'v str>,
    /// Rows shown in the panel at hand.
    pub(crate) rows: usize,
    /// The source whose quotes alone are listed.
    pub(crate) source: Option<usize>,
    /// What the reader checked and remarked.
    pub(crate) ticks: &'v Ticks,
}

impl View<'_> {
    /// Shows the panel of this name inside `root`.
    pub(crate) fn show(&self, panel: &str, root: &Element) -> Result<()> {
        let held = root.query_selector("details.held[open]")?.is_some();
        root.set_text_content(None);
        match panel {
            "glance" => return self.glance(root),
            "quotes" => self.quotes(root, held),
            "names" => self.names(root),
            "times" => self.times(root),
            "numbers" => self.numbers(root),
            "parts" => self.parts(root),
            _ => self.checks(root),
        }
        .map(|_| ())
    }

    /// A row that stands for the thing of this name.
    fn row(&self, tag: &str, name: &str) -> Result<Element> {
        Ok(self.dom.el(tag)?.class("row").set("id", &format!("row-{name}")).set("data-ref", name))
    }

    /// The button of a row, which leads to its place in the story.
    fn jump(&self, name: &str) -> Result<Element> {
        Ok(self.dom.button("jump")?.set("data-ref", name))
    }

    /// A piece of the reader's text, kept from turning the line around it.
    fn piece(&self, text: &str) -> Result<Element> {
        self.dom.piece(text)
    }

    /// Words that say there is nothing.
    fn none(&self, root: &Element, words: &str) -> Result<()> {
        root.add(self.dom.el("p")?.class("none").text(words))?;
        Ok(())
    }

    /// The button that asks for the rows not shown yet, where there are any.
    fn more(&self, root: &Element, panel: &str, count: usize) -> Result<()> {
        if count > self.rows {
            let words = format!("Show more: {} left", counted(count - self.rows, "row", "rows"));
            let button = self.dom.button("more")?.set("data-do", "rows").set("data-panel", panel).text(&words);
            root.add(&button)?;
        }
        Ok(())
    }

    /// Where in the text, from 0 to 1000, the spans lie: a strip with a stroke for each.
    fn strip(&self, spans: &[Span]) -> Result<Element> {
        let strip = self.dom.svg("svg")?.set("class", "strip").set("viewBox", "0 0 1000 10");
        let strip = strip.set("preserveAspectRatio", "none").set("aria-hidden", "true");
        let length = self.text.len().max(1);
        // one shape for all: an element for each would be the most of a long story's page
        let strokes = spans.iter().take(STROKES).map(|span| format!("M{} 0h6v10h-6z", span.start * 994 / length));
        let strokes = strokes.collect::<Vec<_>>().concat();
        Ok(strip.with(self.dom.svg("path")?.set("d", &strokes)))
    }
}
