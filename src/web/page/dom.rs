//! A thin hand on the document: elements made in Rust, text only ever as text nodes.

use super::glyphs::{Piece, pieces};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Node};

/// What the browser may refuse.
pub(crate) type Result<T> = std::result::Result<T, JsValue>;

/// The namespace of SVG elements.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Makes elements of one document.
#[derive(Debug, Clone)]
pub(crate) struct Dom(pub(crate) Document);

impl Dom {
    /// A new element.
    pub(crate) fn el(&self, tag: &str) -> Result<Element> {
        self.0.create_element(tag)
    }

    /// A new SVG element.
    pub(crate) fn svg(&self, tag: &str) -> Result<Element> {
        self.0.create_element_ns(Some(SVG), tag)
    }

    /// A button that does not submit.
    pub(crate) fn button(&self, class: &str) -> Result<Element> {
        Ok(self.el("button")?.set("type", "button").class(class))
    }

    /// Adds the letters of the reader's text, with what would not show made visible.
    pub(crate) fn letters(&self, into: &Element, text: &str) -> Result<()> {
        for piece in pieces(text) {
            match piece {
                Piece::Plain(text) => into.append_with_str_1(text)?,
                Piece::Ghost(text, glyph) => {
                    into.add(self.el("span")?.class("ghost").set("data-glyph", glyph).text(text))?;
                }
            }
        }
        Ok(())
    }

    /// A piece of the reader's text, kept from turning the line around it.
    pub(crate) fn piece(&self, text: &str) -> Result<Element> {
        let piece = self.el("bdi")?;
        self.letters(&piece, text)?;
        Ok(piece)
    }

    /// The element with this id.
    ///
    /// # Errors
    ///
    /// When the document is not the page's own.
    pub(crate) fn by_id<T: JsCast>(&self, id: &str) -> Result<T> {
        let found = self.0.get_element_by_id(id).and_then(|element| element.dyn_into().ok());
        found.ok_or_else(|| js_sys::Error::new(&format!("the page has no element `{id}` of the kind expected")).into())
    }
}

/// Puts an element together in one expression. What is refused here (an attribute name with a space in
/// it) is a slip in this code and changes nothing on the page, so it is passed over.
pub(crate) trait Build: Sized {
    /// With these classes.
    fn class(self, names: &str) -> Self;
    /// With this attribute.
    fn set(self, name: &str, value: &str) -> Self;
    /// With this text after what is there.
    fn text(self, text: &str) -> Self;
    /// With this node after what is there.
    fn with(self, node: impl AsRef<Node>) -> Self;
}

/// Takes nodes of any kind in.
pub(crate) trait Add {
    /// Adds `node` after what is there.
    fn add(&self, node: impl AsRef<Node>) -> Result<()>;
}

impl<T: AsRef<Node>> Add for T {
    fn add(&self, node: impl AsRef<Node>) -> Result<()> {
        self.as_ref().append_child(node.as_ref())?;
        Ok(())
    }
}

impl Build for Element {
    fn class(self, names: &str) -> Self {
        self.set_class_name(names);
        self
    }

    fn set(self, name: &str, value: &str) -> Self {
        let _ = self.set_attribute(name, value);
        self
    }

    fn text(self, text: &str) -> Self {
        let _ = self.append_with_str_1(text);
        self
    }

    fn with(self, node: impl AsRef<Node>) -> Self {
        let _ = self.append_child(node.as_ref());
        self
    }
}

/// The nearest element, from `target` upwards, that `selector` fits.
pub(crate) fn closest(target: &Element, selector: &str) -> Option<Element> {
    target.closest(selector).ok().flatten()
}

/// An attribute that says something.
pub(crate) fn attribute(element: &Element, name: &str) -> Option<String> {
    element.get_attribute(name).filter(|value| !value.is_empty())
}

/// Every element under `root` that `selector` fits.
pub(crate) fn all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}
