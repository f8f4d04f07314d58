//! The tick of a row: whether it was checked, what is remarked on it, and what it was checked against.

use super::View;
use crate::Tick;
use crate::web::page::dom::{Add, Build, Dom, Result};
use crate::web::page::folds::opening;
use crate::web::page::ticked::{Thing, Ticks};
use web_sys::{Element, HtmlInputElement};

use wasm_bindgen::JsCast;

/// Characters of an item's words by which its box is named to screen readers.
const NAMED: usize = 40;

/// The words for how many are left to check.
pub(crate) fn left(ticks: &Ticks, kinds: &[char]) -> String {
    match ticks.left(kinds) {
        (_, 0) => String::new(),
        (0, total) => format!("All {total} checked"),
        (left, total) => format!("{left} of {total} left to check"),
    }
}

/// The two fields of a remark.
pub(crate) fn remark_fields(dom: &Dom, name: &str, tick: Option<&Tick>) -> Result<Element> {
    let fields = dom.el("span")?.class("remark");
    for (label, field, said) in [
        ("Remark", "remark", tick.and_then(|tick| tick.remark.as_deref())),
        ("Source", "source", tick.and_then(|tick| tick.source.as_deref())),
    ] {
        let input = dom.el("input")?.set("type", "text").set("data-tick", name).set("data-field", field);
        if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
            input.set_value(said.unwrap_or_default());
        }
        let input = input.set("dir", "auto").set("autocomplete", "off");
        fields.add(dom.el("label")?.with(dom.el("span")?.text(label)).text(" ").with(input))?;
    }
    Ok(fields)
}

impl View<'_> {
    /// How many of the panel are left to check, at its head.
    pub(super) fn left(&self, root: &Element, kind: char) -> Result<()> {
        let words = left(self.ticks, &[kind]);
        root.add(self.dom.el("p")?.class("left").set("data-left", &kind.to_string()).text(&words))
    }

    /// Adds the box of a thing, and its remark, to `into` in its `row`.
    pub(super) fn tick(&self, row: &Element, into: &Element, thing: Thing, words: &str) -> Result<()> {
        let name = format!("{}{}", thing.0, thing.1);
        let tick = self.ticks.get(thing);
        let checked = tick.is_some_and(|tick| tick.checked);
        row.class_list().toggle_with_force("ticked", checked)?;
        let words = opening(words, NAMED);
        let input = self.dom.el("input")?.set("type", "checkbox").set("data-tick", &name);
        let input = input.set("aria-label", &format!("Checked: {words}"));
        if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
            input.set_checked(checked);
        }
        let said = tick.is_some_and(|tick| tick.remark.is_some() || tick.source.is_some());
        let button = self.dom.button("remarks")?.set("data-do", "remark").set("data-name", &name).text("Remark");
        let button = button.set("aria-expanded", if said { "true" } else { "false" });
        let button = button.set("aria-label", &format!("Remark: {words}"));
        let label = self.dom.el("label")?.with(&input).text(" Checked");
        let line = self.dom.el("div")?.class("tick").with(&label).text(" ").with(&button);
        if said {
            line.add(remark_fields(self.dom, &name, tick)?)?;
        }
        into.add(&line)
    }
}
