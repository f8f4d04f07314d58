//! A form, put together field by field.

use crate::web::page::dom::{Add, Build, Dom, Result};
use js_sys::Reflect;
use web_sys::Element;

/// A form that grows.
pub(super) struct Form<'f> {
    pub(super) dom: &'f Dom,
    pub(super) root: Element,
    /// Buttons that do something else than to save.
    pub(super) others: Element,
}

impl<'f> Form<'f> {
    pub(super) fn new(dom: &'f Dom) -> Result<Self> {
        Ok(Self { dom, root: dom.el("form")?.set("id", "fix"), others: dom.el("p")?.class("others-to-do") })
    }

    fn field(&self, id: &str, label: &str, control: &Element) -> Result<()> {
        let label = self.dom.el("label")?.set("for", id).text(label);
        self.root.add(self.dom.el("p")?.class("field").with(&label).with(control))
    }

    /// A line of text, or what else `kind` of input takes.
    pub(super) fn input(&self, id: &str, label: &str, kind: &str, value: &str) -> Result<()> {
        let input =
            self.dom.el("input")?.set("id", id).set("type", kind).set("autocomplete", "off").set("value", value);
        self.field(id, label, &input)
    }

    /// Text of several lines.
    pub(super) fn area(&self, id: &str, label: &str, value: &str) -> Result<()> {
        let area =
            self.dom.el("textarea")?.set("id", id).set("rows", "5").set("spellcheck", "false").set("dir", "auto");
        // the first line break of a text area's source is none of its text
        Reflect::set(&area, &"value".into(), &value.into())?;
        self.field(id, label, &area)
    }

    /// One of several: values with their words.
    pub(super) fn select<'o>(
        &self,
        id: &str,
        label: &str,
        options: impl IntoIterator<Item = (String, &'o str)>,
        chosen: &str,
    ) -> Result<()> {
        let select = self.dom.el("select")?.set("id", id);
        for (value, words) in options {
            let option = self.dom.el("option")?.set("value", &value).text(words);
            select.add(if value == chosen { option.set("selected", "") } else { option })?;
        }
        self.field(id, label, &select)
    }

    /// What a field above takes.
    pub(super) fn hint(&self, words: &str) -> Result<()> {
        self.root.add(self.dom.el("p")?.class("note").text(words))
    }

    /// A button that does something else.
    pub(super) fn other(&self, what: &str, label: &str) -> Result<()> {
        self.others.add(self.dom.button("fix-other")?.set("data-do", what).text(label))
    }

    /// The form with its buttons.
    pub(super) fn done(self) -> Result<Element> {
        let error = self.dom.el("p")?.class("fix-error").set("id", "fix-error").set("role", "alert");
        let save = self.dom.el("button")?.set("type", "submit").class("fix-save").text("Save");
        let cancel = self.dom.button("fix-cancel")?.set("data-do", "fix-cancel").text("Cancel");
        let actions = self.dom.el("p")?.class("actions").with(&save).with(&cancel);
        self.root.add(&error)?;
        self.root.add(&actions)?;
        if self.others.has_child_nodes() {
            self.root.add(&self.others)?;
        }
        Ok(self.root)
    }
}

/// What the reader has put in the field with this id; empty where there is no such field.
pub(super) fn value_of(dom: &Dom, id: &str) -> String {
    let field = dom.0.get_element_by_id(id);
    let value = field.and_then(|field| Reflect::get(&field, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}
