//! From the markup on the clipboard to text with block breaks.
//!
//! The markup is read by the browser's inert parser, which loads nothing and runs nothing; only text nodes
//! are taken from it.

use super::disarm::disarm;
use super::dom::Result;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node};

#[wasm_bindgen]
extern "C" {
    /// The browser's parser, as in web-sys, but it also takes markup vouched for by a policy.
    type DOMParser;

    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<DOMParser>;

    #[wasm_bindgen(method, catch, js_name = parseFromString)]
    fn parse(this: &DOMParser, markup: &JsValue, kind: &str) -> Result<Document>;

    /// A Trusted Types policy.
    type Policy;

    #[wasm_bindgen(method, catch, js_name = createHTML)]
    fn create_html(this: &Policy, markup: &str) -> Result<JsValue>;
}

/// Elements whose content a reader does not see as text.
const UNSEEN: [&str; 18] = [
    "script", "style", "noscript", "template", "head", "title", "iframe", "object", "svg", "math", "canvas", "video",
    "audio", "select", "textarea", "input", "img", "datalist",
];

/// Elements set apart from what is around them, with a blank line between.
const APART: [&str; 16] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "figure",
    "ul",
    "ol",
    "dl",
    "table",
    "pre",
    "hr",
    "article",
];

/// Elements that begin and end a line.
const LINES: [&str; 22] = [
    "div",
    "li",
    "tr",
    "dt",
    "dd",
    "figcaption",
    "caption",
    "section",
    "header",
    "footer",
    "main",
    "nav",
    "aside",
    "address",
    "details",
    "summary",
    "fieldset",
    "form",
    "thead",
    "tbody",
    "body",
    "hgroup",
];

/// What an element does to the lines of the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Breaks {
    /// Nothing: it lies in its line.
    None,
    /// It begins and ends a line.
    Line,
    /// It is set apart.
    Apart,
}

/// Text that grows by words and breaks, as a browser would lay them out.
#[derive(Default)]
struct Lines {
    text: String,
    /// Line ends to come before the next word: 0, 1 or 2.
    breaks: usize,
    /// Whether a space is to come before the next word.
    space: bool,
}

impl Lines {
    fn breaks(&mut self, breaks: Breaks) {
        let wanted = match breaks {
            Breaks::None => return,
            Breaks::Line => 1,
            Breaks::Apart => 2,
        };
        self.breaks = self.breaks.max(wanted);
        self.space = false;
    }

    fn line_end(&mut self) {
        if self.text.is_empty() {
            return;
        }
        self.flush();
        self.text.push('\n');
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            let ends = self.text.bytes().rev().take_while(|&byte| byte == b'\n').count();
            (ends..self.breaks).for_each(|_| self.text.push('\n'));
            if self.space && !self.text.ends_with(['\n', '\t', ' ']) {
                self.text.push(' ');
            }
        }
        self.breaks = 0;
        self.space = false;
    }

    fn words(&mut self, words: &str, as_is: bool) {
        for c in words.chars() {
            // browsers copy the space that does not break as a space
            let c = if c == '\u{A0}' { ' ' } else { c };
            match c {
                '\n' if as_is => self.line_end(),
                '\r' if as_is => {}
                ' ' | '\t' | '\n' | '\r' | '\x0C' if !as_is => self.space = true,
                _ => {
                    self.flush();
                    self.text.push(c);
                }
            }
        }
    }
}

/// The text of `markup`: block elements begin a line, `br` breaks it, cells are set apart by tabs;
/// scripts, styles, hidden elements and pictures are left out. `trust` is the page's Trusted Types policy,
/// or `undefined`.
///
/// # Errors
///
/// When the browser cannot make a parser.
pub fn text_of(markup: &str, trust: &JsValue) -> Result<String> {
    let markup = disarm(markup);
    let markup = if trust.is_object() {
        trust.unchecked_ref::<Policy>().create_html(&markup)?
    } else {
        JsValue::from_str(&markup)
    };
    let document = DOMParser::new()?.parse(&markup, "text/html")?;
    let mut lines = Lines::default();
    let Some(body) = document.body() else { return Ok(lines.text) };
    let body: Node = body.into();
    // nodes can lie thousands deep in markup made to hurt, so this walks without calling itself
    let mut node = body.first_child();
    let mut as_is = 0usize;
    while let Some(here) = node {
        let mut inside = None;
        if here.node_type() == Node::TEXT_NODE {
            lines.words(&here.node_value().unwrap_or_default(), as_is > 0);
        } else if let Some(element) = here.dyn_ref::<Element>() {
            let tag = element.local_name();
            if tag == "br" {
                lines.line_end();
            } else if !is_unseen(element, &tag) {
                inside = here.first_child();
                enter(&mut lines, element, &tag);
                if inside.is_none() {
                    lines.breaks(breaks(element, &tag));
                } else if keeps_space(element, &tag) {
                    as_is += 1;
                }
            }
        }
        node = inside.or_else(|| next(&here, &body, &mut lines, &mut as_is));
    }
    while lines.text.ends_with(char::is_whitespace) {
        lines.text.pop();
    }
    Ok(lines.text)
}

/// The node after `here` and all in it, in the order of the markup; ends the elements passed on the way.
fn next(here: &Node, body: &Node, lines: &mut Lines, as_is: &mut usize) -> Option<Node> {
    let mut here = here.clone();
    loop {
        if let Some(sibling) = here.next_sibling() {
            return Some(sibling);
        }
        here = here.parent_node()?;
        if here == *body {
            return None;
        }
        if let Some(element) = here.dyn_ref::<Element>() {
            let tag = element.local_name();
            lines.breaks(breaks(element, &tag));
            if keeps_space(element, &tag) {
                *as_is = as_is.saturating_sub(1);
            }
        }
    }
}

fn enter(lines: &mut Lines, element: &Element, tag: &str) {
    lines.breaks(breaks(element, tag));
    if matches!(tag, "td" | "th") && element.previous_element_sibling().is_some() {
        lines.text.push('\t');
    }
}

fn breaks(element: &Element, tag: &str) -> Breaks {
    let natural = if APART.contains(&tag) {
        Breaks::Apart
    } else if LINES.contains(&tag) {
        Breaks::Line
    } else {
        Breaks::None
    };
    match (style(element, "display").as_deref(), natural) {
        (Some("inline" | "contents"), _) => Breaks::None,
        (Some("block" | "flex" | "grid" | "list-item" | "table" | "table-row"), Breaks::None) => Breaks::Line,
        _ => natural,
    }
}

fn is_unseen(element: &Element, tag: &str) -> bool {
    UNSEEN.contains(&tag)
        || element.has_attribute("hidden")
        || style(element, "display").as_deref() == Some("none")
        || style(element, "visibility").as_deref() == Some("hidden")
}

fn keeps_space(element: &Element, tag: &str) -> bool {
    tag == "pre" || style(element, "white-space").is_some_and(|value| value.starts_with("pre"))
}

/// The value of a property in the element's own style, which [`disarm`] has put under another name.
fn style(element: &Element, property: &str) -> Option<String> {
    let style = element.get_attribute("data-style")?.to_ascii_lowercase();
    let values = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    let mut values = values.filter(|(name, _)| name.trim() == property);
    values.next_back().map(|(_, value)| value.trim().trim_end_matches("!important").trim().to_owned())
}
