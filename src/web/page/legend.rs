//! The legend: what the marks mean, how many there are, and which are shown.

use super::breakdown::Breakdown;
use super::dom::{Add, Build, Result, all, attribute};
use super::frame::Frame;
use super::state::Page;
use crate::EntityKind;
use web_sys::Element;

/// The kinds of mark: the name in classes, the label, and how they look, which is printed as a key.
const KINDS: [(&str, &str, &str); 6] = [
    ("quote", "Quotes", "washed and numbered"),
    ("person", "People", "underlined"),
    ("place", "Places", "dotted"),
    ("organization", "Organisations", "underlined twice"),
    ("time", "Times", "dashed, with the date they mean"),
    ("number", "Numbers", "ringed"),
];

/// Makes the buttons.
pub(crate) fn build(frame: &Frame) -> Result<()> {
    for (kind, label, how) in KINDS {
        let sample = frame.dom.el("span")?.class(if kind == "quote" { "quote" } else { "m" }).text(label);
        sample.class_list().add_1(kind)?;
        let count = frame.dom.el("span")?.class("count").text("0");
        let button =
            frame.dom.button("kind")?.set("data-do", "kind").set("data-kind", kind).set("aria-pressed", "true");
        frame.legend.add(button.with(&sample).text(" ").with(&count).with(frame.dom.el("small")?.text(how)))?;
    }
    Ok(())
}

/// Shows how many of each there are.
pub(crate) fn count(frame: &Frame, breakdown: &Breakdown) -> Result<()> {
    for button in all(&frame.legend, "[data-kind]") {
        let count = breakdown.article.as_ref().map_or(0, |article| {
            let entities = |kind| article.entities.iter().filter(|entity| entity.kind == kind).count();
            match attribute(&button, "data-kind").as_deref() {
                Some("quote") => article.quotes.len(),
                Some("person") => entities(EntityKind::Person),
                Some("place") => entities(EntityKind::Place),
                Some("organization") => entities(EntityKind::Organization),
                Some("time") => article.times.len(),
                _ => article.quantities.len(),
            }
        });
        if let Some(place) = button.query_selector(".count")? {
            place.set_text_content(Some(&count.to_string()));
        }
    }
    Ok(())
}

/// Shows and hides the marks of each kind as its button says.
pub(crate) fn apply(frame: &Frame) {
    for button in all(&frame.legend, "[data-kind]") {
        let Some(kind) = attribute(&button, "data-kind") else { continue };
        let hidden = button.get_attribute("aria-pressed").as_deref() == Some("false");
        let _ = frame.story.class_list().toggle_with_force(&format!("no-{kind}"), hidden);
    }
}

impl Page {
    /// Shows or hides a kind of mark.
    pub(crate) fn toggle(&self, button: &Element) -> Result<()> {
        let shown = button.get_attribute("aria-pressed").as_deref() == Some("true");
        button.set_attribute("aria-pressed", if shown { "false" } else { "true" })?;
        apply(&self.frame);
        self.keep_marks();
        Ok(())
    }
}
