//! Words selected in the story: a bar that marks them as what they are.

use super::open::After;
use super::open::Editor;
use crate::web::page::dom::{Result, attribute, closest};
use crate::web::page::links::Thing;
use crate::web::page::state::Page;
use crate::{Anchor, Change, EntityKind, Span};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, Range};

impl Page {
    fn mark_bar(&self) -> Result<HtmlElement> {
        self.frame.dom.by_id("mark-bar")
    }

    /// What is selected has changed: shows the bar at words of one part of the story, and hides it elsewhere.
    pub(crate) fn on_selection(&self) -> Result<()> {
        let bar = self.mark_bar()?;
        let in_bar = self.frame.dom.0.active_element().is_some_and(|focused| bar.contains(Some(&focused)));
        let selection = self.frame.window.get_selection()?.filter(|selection| !selection.is_collapsed());
        let range = selection.and_then(|selection| selection.get_range_at(0).ok());
        let chosen = match &range {
            Some(range) if !self.is_correcting() => self.selected_span(range)?,
            _ => None,
        };
        self.chosen.set(chosen);
        bar.set_hidden(chosen.is_none());
        let (Some(range), Some(_)) = (range, chosen) else {
            return if in_bar { self.frame.story.focus() } else { Ok(()) };
        };
        let near = range.get_bounding_client_rect();
        let window = &self.frame.window;
        let width = window.inner_width()?.as_f64().unwrap_or_default();
        let left = near.left().min(width - f64::from(bar.offset_width()) - 12.0).max(12.0) + window.scroll_x()?;
        let style = bar.style();
        style.set_property("left", &format!("{}px", left.round() as i32))?;
        style.set_property("top", &format!("{}px", (near.bottom() + window.scroll_y()? + 8.0).round() as i32))
    }

    /// Where the selected words lie in the text, where they are of one part.
    fn selected_span(&self, range: &Range) -> Result<Option<Span>> {
        let (Some(start), Some(end)) = (part_of(&range.start_container()?), part_of(&range.end_container()?)) else {
            return Ok(None);
        };
        if start != end || !self.frame.story.contains(Some(&start)) {
            return Ok(None);
        }
        let Some(block) = closest(&start, ".block") else { return Ok(None) };
        let label = block.query_selector(".role a[data-ref]")?;
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let first = label.and_then(|label| Thing::of(&label));
        let first = first.and_then(|thing| breakdown.article.as_ref()?.blocks.get(thing.index));
        let Some(first) = first.map(|block| block.span.start).filter(|_| *breakdown.text == **self.text.borrow())
        else {
            return Ok(None);
        };
        let before = self.letters_before(&start, &range.start_container()?, range.start_offset()?)?;
        let until = self.letters_before(&start, &range.end_container()?, range.end_offset()?)?;
        let span = Span::new(first + before, first + until);
        let fits = breakdown.text.get(span.start..span.end).is_some_and(|words| !words.trim().is_empty());
        Ok(fits.then(|| span.trim(&breakdown.text)))
    }

    /// Bytes of the text from the start of a part to a point in it: without the numbers that the page adds.
    fn letters_before(&self, part: &Element, node: &Node, offset: u32) -> Result<usize> {
        let range = self.frame.dom.0.create_range()?;
        range.set_start(part, 0)?;
        range.set_end(node, offset)?;
        let copy = range.clone_contents()?;
        let added = copy.query_selector_all(".tag")?;
        for at in 0..added.length() {
            if let Some(tag) = added.item(at).and_then(|tag| tag.dyn_into::<Element>().ok()) {
                tag.remove();
            }
        }
        Ok(copy.text_content().unwrap_or_default().len())
    }

    /// A button of the bar.
    pub(crate) fn mark_chosen(&self, control: &Element) -> Result<()> {
        let Some(span) = self.chosen.take() else { return Ok(()) };
        let kind = attribute(control, "data-mark").unwrap_or_default();
        self.mark_as(span, &kind, true, None)?;
        self.mark_bar()?.set_hidden(true);
        self.frame.window.get_selection()?.map_or(Ok(()), |selection| selection.remove_all_ranges())
    }

    /// Marks words as `kind`: at once, or by the editor where there is more to say of them. `after` is where the reader is
    /// to be where that is not at the words.
    pub(super) fn mark_as(&self, span: Span, kind: &str, in_story: bool, after: Option<After>) -> Result<()> {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let letter = match kind {
            "quote" => 'q',
            "time" => 't',
            "number" => 'n',
            _ => 'e',
        };
        let editor = Editor { kind: letter, index: None, span, nth: 0, in_story, breakdown };
        if let Ok(kind) = kind.parse::<EntityKind>() {
            self.close_editor()?;
            self.come_back(&editor);
            if after.is_some() {
                self.after.set(after);
            }
            let at = Anchor::of(&editor.breakdown.text, span);
            return self.correct(vec![Change::Entity { at, kind }]);
        }
        let bar = self.mark_bar()?;
        self.edit_thing(editor, &bar)
    }
}

/// The part of the story in which a node lies, without its labels.
fn part_of(node: &Node) -> Option<Element> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    closest(&element, "#story .block > :last-child:not(.role)")
}
