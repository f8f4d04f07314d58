//! The bubble that says what a mark is, on hover and on focus.

use super::dom::{Add, Build, Result, closest};
use super::figures::grouped;
use super::links::Thing;
use super::moments::{apart, moment};
use super::state::Page;
use crate::{Article, EntityKind, TimeKind};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, MouseEvent, Node};

impl Page {
    /// The pointer or the keyboard has come to `target`.
    pub(crate) fn on_enter(&self, target: &Element) -> Result<()> {
        let Some(linked) = closest(target, "[data-ref]") else { return Ok(()) };
        self.link(Some(&linked))?;
        match closest(target, "#story a[data-ref]") {
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
        if closest(target, "[data-ref], #tip").is_some() {
            self.hide_tip();
            self.link(None)?;
        }
        Ok(())
    }

    fn show_tip(&self, mark: &Element) -> Result<()> {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let Some(article) = &breakdown.article else { return Ok(()) };
        let Some((code, words)) = Thing::of(mark).and_then(|thing| about(article, thing)) else { return Ok(()) };
        self.hide_tip();
        let (dom, tip) = (&self.frame.dom, &self.frame.tip);
        tip.set_text_content(None);
        if !code.is_empty() {
            tip.add(dom.el("code")?.text(&code))?;
        }
        tip.add(dom.piece(&words)?)?;
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
        style.set_property("top", &format!("{}px", top.round() as i32))?;
        mark.set_attribute("aria-describedby", "tip")
    }

    /// Puts the bubble away.
    pub(crate) fn hide_tip(&self) {
        self.frame.tip.set_hidden(true);
        if let Ok(Some(mark)) = self.frame.story.query_selector("[aria-describedby]") {
            let _ = mark.remove_attribute("aria-describedby");
        }
    }
}

/// What is to be said of a thing: its value as a machine writes it, and words.
fn about(article: &Article, thing: Thing) -> Option<(String, String)> {
    Some(match thing.kind {
        't' => {
            let time = article.times.get(thing.index)?;
            let words = moment(&time.value).map_or_else(|| apart(&time.value), |moment| moment.words);
            let kind = match time.kind {
                TimeKind::Date | TimeKind::Time => "",
                TimeKind::Duration => "how long: ",
                TimeKind::Set => "how often: ",
            };
            (time.value.clone(), format!("{kind}{words}"))
        }
        'e' => {
            let entity = article.entities.get(thing.index)?;
            let kind = match entity.kind {
                EntityKind::Person => "Person",
                EntityKind::Organization => "Organisation",
                EntityKind::Place => "Place",
            };
            let titles = entity.titles.first().map_or_else(String::new, |title| format!(", {title}"));
            (String::new(), format!("{kind}: {}{titles}", entity.name))
        }
        'n' => {
            let quantity = article.quantities.get(thing.index)?;
            let about = if quantity.approximate { "≈ " } else { "" };
            (format!("{about}{}", grouped(quantity.value)), quantity.unit.clone().unwrap_or_default())
        }
        'q' => {
            let quote = article.quotes.get(thing.index)?;
            let speaker =
                quote.speaker.as_ref().and_then(|speaker| speaker.name.as_deref().or(speaker.text.as_deref()));
            (String::new(), speaker.map_or_else(|| "Speaker not found".to_owned(), |name| format!("Speaker: {name}")))
        }
        _ => return None,
    })
}
