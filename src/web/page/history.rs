//! Undo, redo, and the browser's back and forward between the texts of this session.
//!
//! One list holds what was done, typing included. In the field the browser's own undo wins for what was typed or
//! pasted there since the field was last filled from outside, as only that does it letter for letter and puts the
//! cursor where it was; the list follows it. Everywhere else, and for everything else, the list undoes.
//!
//! Each text put in place of another is an entry of the browser's history with nothing but a number; the
//! addresses stay the same. To undo the replacing relabels the entry it made.

use super::dom::Result;
use super::state::Page;
use super::steps::{Change, Deed, Known, Step, TYPING};
use super::storage::{Draft, Kept, new_place, place_in};
use crate::{Corrections, Tick};
use js_sys::{Object, Reflect};
use std::borrow::Cow;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, KeyboardEvent, PopStateEvent};

impl Page {
    /// Brings back what was on the page, and takes up the browser's history where it is.
    pub(crate) fn take_up(self: &Rc<Self>) -> Result<()> {
        let page = Rc::clone(self);
        let write = Closure::<dyn Fn()>::new(move || page.keep_now());
        let _ = self.kept.write.set(write.into_js_value().unchecked_into());
        let history = self.frame.window.history()?;
        let here = history.state().ok().and_then(|state| place_in(&state));
        // what was typed before the page had started
        let typed = self.frame.paste.value();
        let found = match here {
            Some(place) => self.kept.find(place).map(|draft| (Some(place), draft)),
            None => Kept::find_last(),
        };
        let (place, draft) = found.unwrap_or_default();
        let place = here.or(place).unwrap_or_else(|| new_place(0));
        self.kept.place.set(place);
        if here.is_none() {
            self.label(place);
        }
        if !draft.text.is_empty() {
            self.given.replace(draft.given);
            self.fill(&draft.text, None)?;
            self.corrections.replace(draft.corrections.into());
            self.ticks.borrow_mut().put(self.text(), draft.ticks);
            if typed.is_empty() {
                self.notify("Your text is as you left it.");
            }
        }
        if typed.is_empty() {
            return self.show_deeds();
        }
        if self.text.borrow().is_empty() {
            // the field has it already, with the cursor in it
            self.note_edit(TYPING, &typed.as_str().into());
            return self.show_deeds();
        }
        self.put(&typed, "")
    }

    /// Notes that the text of this entry of the browser's history is the one with this number.
    fn label(&self, place: u64) {
        let Ok(history) = self.frame.window.history() else { return };
        // another part of the page may have its own note in the same entry
        let state = history
            .state()
            .ok()
            .filter(JsValue::is_object)
            .map_or_else(Object::new, |state| Object::assign(&Object::new(), state.unchecked_ref()));
        #[allow(clippy::cast_precision_loss)]
        let _ = Reflect::set(&state, &"text".into(), &(place as f64).into());
        let _ = history.replace_state(&state, "");
    }

    /// Another text comes in place of this one: holds this one, and makes an entry in the browser's history.
    fn leave(&self) -> Step {
        let before = self.kept.place.get();
        self.hold();
        self.kept.unwritten.borrow_mut().insert(before);
        let after = new_place(before);
        self.kept.place.set(after);
        let state = Object::new();
        #[allow(clippy::cast_precision_loss)]
        let _ = Reflect::set(&state, &"text".into(), &(after as f64).into());
        // browsers refuse too many in too short a time: then the text has no entry, and undo brings back the other
        let _ = self.frame.window.history().and_then(|history| {
            // what was written into the address bar, or a link within the page, has made an entry already, of nobody's
            if history.state()?.is_null() { history.replace_state(&state, "") } else { history.push_state(&state, "") }
        });
        Step::Place { before, after }
    }

    fn hold(&self) {
        self.kept.hold(self.kept.place.get(), self.draft());
    }

    /// Replaces the text and notes it as `what` was done. With `leaves` it is another article: nothing said about
    /// the last one holds.
    pub(crate) fn replace(
        &self,
        what: impl Into<Cow<'static, str>>,
        text: &str,
        leaves: bool,
        cursor: Option<usize>,
    ) -> Result<()> {
        self.replace_by(what, text, leaves.then(Draft::default), cursor)
    }

    /// The same with what is known of the other article; its own text counts for nothing.
    pub(crate) fn replace_by(
        &self,
        what: impl Into<Cow<'static, str>>,
        text: &str,
        other: Option<Draft>,
        cursor: Option<usize>,
    ) -> Result<()> {
        let before = Rc::clone(&self.text.borrow());
        let mut steps = Vec::new();
        let leaves = other.is_some();
        let mut said = Corrections::new();
        if let Some(Draft { given, ticks, corrections, .. }) = other {
            said = corrections;
            steps.push(self.leave());
            steps.extend(self.replace_said(given, ticks));
            steps.extend(self.swap_corrections(Rc::default()));
        }
        steps.extend(Change::between(&before, text).map(Step::Text));
        self.fill(text, cursor)?;
        if leaves {
            // after the text that they have their places in
            steps.extend(self.swap_corrections(said.into()));
        }
        self.kept.deeds.borrow_mut().record(Deed::new(what, steps));
        if leaves {
            self.ticks.borrow_mut().belong_to(self.text());
        }
        self.keep_soon();
        self.show_deeds()?;
        self.replaced()
    }

    /// What the reader says of another article, in place of what was said of this one.
    fn replace_said(&self, given: Known, ticks: Vec<Tick>) -> Vec<Step> {
        let mut steps = Vec::new();
        let before = self.given.replace(given.clone());
        if before != given {
            steps.push(Step::Given { before, after: given });
        }
        let before = self.ticks.borrow_mut().put(self.text(), ticks.clone());
        if before != ticks {
            steps.push(Step::Ticks { before, after: ticks });
        }
        steps
    }

    /// Notes what the browser's own editing made of the text in the field.
    pub(crate) fn note_edit(&self, what: &'static str, new: &Rc<str>) {
        let old = self.text.replace(Rc::clone(new));
        self.follow_edit(&old);
        if let Some(change) = Change::between(&old, new) {
            self.kept.deeds.borrow_mut().record_edit(what, change, js_sys::Date::now());
        }
        self.keep_soon();
    }

    /// The same for what the browser itself has undone there, or done again.
    pub(crate) fn note_native(&self, back: bool, new: &Rc<str>) {
        let old = self.text.replace(Rc::clone(new));
        self.follow_edit(&old);
        self.kept.deeds.borrow_mut().follow(&old, new, back);
        self.keep_soon();
    }

    /// The reader gave the story's own date, or took it back.
    pub(crate) fn give_date(&self, date: Option<String>) -> Result<()> {
        let before = self.given.borrow().clone();
        let after = Known { date, url: before.url.clone() };
        if before != after {
            self.given.replace(after.clone());
            let step = Step::Given { before, after };
            self.kept.deeds.borrow_mut().record(Deed::new("date", vec![step]));
            self.keep_soon();
            self.show_deeds()?;
        }
        self.read()
    }

    /// Undoes what was done last, or does again what was undone last.
    pub(crate) fn turn(&self, back: bool) -> Result<()> {
        let Some(deed) = self.kept.deeds.borrow_mut().turn(back) else { return Ok(()) };
        let (mut text, mut corrections) = (None, None);
        let mut steps: Vec<_> = deed.steps.iter().collect();
        if back {
            steps.reverse();
        }
        for step in steps {
            match step {
                Step::Text(change) => text = Some(change.applied(&self.text.borrow(), back)),
                Step::Given { before, after } => {
                    self.given.replace(if back { before.clone() } else { after.clone() });
                }
                Step::Place { before, after } => {
                    self.hold();
                    let place = if back { *before } else { *after };
                    self.kept.place.set(place);
                    self.label(place);
                }
                Step::Corrections { before, after } => corrections = Some(Rc::clone(if back { before } else { after })),
                Step::Ticks { before, after } => {
                    let (from, to) = if back { (after, before) } else { (before, after) };
                    self.ticks.borrow_mut().change(from, to);
                }
            }
            if let Some((text, cursor)) = text.take() {
                self.fill(&text, Some(cursor))?;
            }
        }
        // after the text that they have their places in
        if let Some(corrections) = corrections {
            self.corrections.replace(corrections);
        }
        if deed.steps.iter().any(|step| matches!(step, Step::Place { .. })) {
            self.ticks.borrow_mut().belong_to(self.text());
        }
        self.keep_soon();
        self.show_deeds()?;
        self.notify(&format!("{}: {}.", if back { "Undone" } else { "Done again" }, deed.what));
        if deed.steps.iter().all(|step| matches!(step, Step::Ticks { .. })) { self.ticked() } else { self.replaced() }
    }

    /// A key that undoes or does again. A text field other than the paste keeps its own undo.
    pub(crate) fn on_undo_key(&self, key: &KeyboardEvent, target: Option<&Element>) -> Result<()> {
        let command = (key.ctrl_key() || key.meta_key()) && !key.alt_key();
        let back = match (key.key().to_ascii_lowercase().as_str(), key.shift_key()) {
            ("z", shift) if command => !shift,
            ("y", false) if command && !key.meta_key() => false,
            _ => return Ok(()),
        };
        let in_paste = target.is_some_and(|target| target.id() == "paste");
        let other_field = !in_paste && target.is_some_and(takes_text);
        let native = {
            let deeds = self.kept.deeds.borrow();
            let Some(deed) = (if back { deeds.last() } else { deeds.next() }) else { return Ok(()) };
            deed.native
        };
        if other_field || (in_paste && native) {
            return Ok(());
        }
        key.prevent_default();
        self.turn(back)
    }

    /// The browser's back and forward. An entry that has no text's number in it is another's.
    pub(crate) fn on_pop(&self, event: &PopStateEvent) -> Result<()> {
        let Some(place) = place_in(&event.state()) else { return Ok(()) };
        let before = self.kept.place.get();
        if place == before {
            return Ok(());
        }
        self.hold();
        let found = self.kept.find(place);
        self.kept.place.set(place);
        if found.is_none() {
            self.keep_soon();
            self.notify("The text of this step is no longer kept; the last one stays.");
            return Ok(());
        }
        let Draft { text, given, corrections, ticks } = found.unwrap_or_default();
        let mut steps = vec![Step::Place { before, after: place }];
        steps.extend(self.replace_said(given, ticks));
        steps.extend(Change::between(&self.text.borrow(), &text).map(Step::Text));
        let what = if place < before { "going back" } else { "going forward" };
        steps.extend(self.swap_corrections(Rc::default()));
        self.fill(&text, None)?;
        steps.extend(self.swap_corrections(corrections.into()));
        self.kept.deeds.borrow_mut().record(Deed::new(what, steps));
        self.ticks.borrow_mut().belong_to(self.text());
        self.keep_soon();
        self.show_deeds()?;
        self.notify("");
        self.replaced()
    }

    /// Says on the buttons what they would do.
    pub(crate) fn show_deeds(&self) -> Result<()> {
        let deeds = self.kept.deeds.borrow();
        let dom = &self.frame.dom;
        let (undo, redo): (HtmlElement, HtmlElement) = (dom.by_id("undo")?, dom.by_id("redo")?);
        let said =
            |word: &str, deed: Option<&Deed>| deed.map_or(word.to_owned(), |deed| format!("{word}: {}", deed.what));
        for (button, words) in [(&undo, said("Undo", deeds.last())), (&redo, said("Redo", deeds.next()))] {
            if button.text_content().as_deref() != Some(&words) {
                button.set_text_content(Some(&words));
            }
        }
        let (undoes, redoes) = (deeds.last().is_some(), deeds.next().is_some());
        // a button that goes must not take the keyboard's place with it
        let focused = dom.0.active_element();
        let has_focus = |button: &HtmlElement| focused.as_ref().is_some_and(|focused| focused == button.as_ref());
        redo.set_hidden(!redoes);
        undo.toggle_attribute_with_force("disabled", !undoes)?;
        if !undoes && has_focus(&undo) && redoes {
            redo.focus()?;
        } else if !redoes && has_focus(&redo) && undoes {
            undo.focus()?;
        }
        Ok(())
    }
}

/// Whether the element takes typing, and so has an undo of its own.
pub(crate) fn takes_text(element: &Element) -> bool {
    match element.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => !matches!(
            element.get_attribute("type").as_deref(),
            Some("radio" | "checkbox" | "button" | "file" | "submit" | "range")
        ),
        _ => element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable),
    }
}
