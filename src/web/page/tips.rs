//! The bubble that says what a mark is, on hover and on focus.

use super::about::about;
use super::dom::{Add, Build, Result, attribute, closest};
use super::links::Thing;
use super::state::Page;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, MouseEvent, Node};

impl Page {
    /// The pointer or the keyboard has come to `target`.
    pub(crate) fn on_enter(&self, target: &Element) -> Result<()> {
        if let Some(word) = closest(target, "[data-what]") {
            return self.show_word(&word);
        }
        let Some(linked) = closest(target, "[data-ref]") else { return Ok(()) };
        self.link(Some(&linked))?;
        match closest(target, "#story a[data-ref], #story .own") {
            Some(mark) => self.show_tip(&mark),
            None => Ok(()),
        }
    }

    /// The pointer or the keyboard has left `target`.
    pub(crate) fn on_leave(&self, event: &Event, target: &Element) -> Result<()> {
        let to = event.dyn_ref::<MouseEvent>().and_then(MouseEvent::related_target);
        let to = to.or_else(|| event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target));
        let to = to.and_then(|to| to.dyn_into::<Node>().ok());
        // the pointer may go onto the bubble to read or copy it
        if self.frame.tip.contains(to.as_ref()) {
            return Ok(());
        }
        // an explanation that was asked for by click or tap stays while its word has the focus: after a tap the browser
        // moves the pointer back to where the mouse lies
        let asked = event.type_() == "mouseout"
            && closest(target, "[data-what]").is_some_and(|word| self.frame.dom.0.active_element() == Some(word));
        if asked {
            return Ok(());
        }
        if closest(target, "[data-ref], [data-what], #tip").is_some() {
            self.hide_tip();
            self.link(None)?;
        }
        Ok(())
    }

    fn show_tip(&self, mark: &Element) -> Result<()> {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let Some(article) = &breakdown.article else { return Ok(()) };
        let about = |thing: Thing| about(article, thing.kind, thing.index);
        let mut lines = if mark.class_list().contains("own") {
            Vec::new()
        } else {
            Thing::of(mark).and_then(about).unwrap_or_default()
        };
        // what a reader looks for can lie round it
        let around = closest(mark, ".own").map(|own| Thing::all(&own)).unwrap_or_default();
        lines.extend(around.into_iter().filter(|thing| thing.kind == 'm').filter_map(about).flatten());
        if lines.is_empty() {
            return Ok(());
        }
        self.bubble(mark, &lines)?;
        mark.set_attribute("aria-describedby", "tip")
    }

    /// Says what a word of the trade means, as the list of words has it.
    fn show_word(&self, word: &Element) -> Result<()> {
        let entry = attribute(word, "data-what").map(|entry| format!("word-{entry}"));
        let meaning = entry.and_then(|entry| self.frame.dom.0.get_element_by_id(&entry)?.text_content());
        meaning.map_or(Ok(()), |meaning| self.bubble(word, &[meaning]))
    }

    /// Shows the bubble with these lines over `mark`.
    fn bubble(&self, mark: &Element, lines: &[String]) -> Result<()> {
        self.hide_tip();
        let (dom, tip) = (&self.frame.dom, &self.frame.tip);
        tip.set_text_content(None);
        for line in lines {
            tip.add(dom.el("div")?.with(dom.piece(line)?))?;
        }
        tip.set_hidden(false);
        let rects = mark.get_client_rects();
        let Some(rect) = rects.item(0) else { return Ok(()) };
        let window = &self.frame.window;
        let number =
            |value: std::result::Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|v| v.as_f64()).unwrap_or(0.0);
        let width = number(window.inner_width());
        let left = rect.left().min(width - f64::from(tip.offset_width()) - 12.0).max(12.0) + window.scroll_x()?;
        let top = rect.top() - f64::from(tip.offset_height()) + window.scroll_y()?;
        let style = tip.style();
        style.set_property("left", &format!("{}px", left.round() as i32))?;
        style.set_property("top", &format!("{}px", top.round() as i32))
    }

    /// Puts the bubble away.
    pub(crate) fn hide_tip(&self) {
        self.frame.tip.set_hidden(true);
        if let Ok(Some(mark)) = self.frame.story.query_selector("[aria-describedby]") {
            let _ = mark.remove_attribute("aria-describedby");
        }
    }
}
