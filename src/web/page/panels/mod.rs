//! The panels beside the story, each from the breakdown alone.

mod glance;
mod names;
mod numbers;
mod quotes;
mod times;

use super::dom::{Add, Build, Dom, Result};
use super::figures::counted;
use super::head_items::HeadItem;
use crate::{Article, Span};
use web_sys::Element;

/// Rows shown at first, and added each time more are asked for.
pub(crate) const ROWS: usize = 200;

/// The panels, by the ids of their elements.
pub(crate) const PANELS: [&str; 5] = ["glance", "quotes", "names", "times", "numbers"];

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
}

impl View<'_> {
    /// Shows the panel of this name inside `root`; returns how many things it holds, where that says
    /// something.
    pub(crate) fn show(&self, panel: &str, root: &Element) -> Result<Option<usize>> {
        root.set_text_content(None);
        match panel {
            "glance" => self.glance(root).map(|()| None),
            "quotes" => self.quotes(root).map(Some),
            "names" => self.names(root).map(Some),
            "times" => self.times(root).map(Some),
            _ => self.numbers(root).map(Some),
        }
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
        let strokes = spans.iter().take(ROWS).map(|span| format!("M{} 0h6v10h-6z", span.start * 994 / length));
        let strokes = strokes.collect::<Vec<_>>().concat();
        Ok(strip.with(self.dom.svg("path")?.set("d", &strokes)))
    }
}
