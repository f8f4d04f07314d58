//! What is left to do for a breakdown, done in turns, so that the page answers between them: the marks, the story, the
//! panels, and in idle moments the rest of a long story.

use super::dom::Result;
use super::legend;
use super::marks;
use super::proof::Proof;
use super::state::Page;
use super::story::Story;
use super::work::{Asked, Turn, Wait};
use crate::web::wire;
use js_sys::{Reflect, Uint8Array};
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, IdleRequestOptions};

/// Milliseconds that what is seen first of a story may take: a story of usual length is there at once.
const FIRST: f64 = 30.0;

/// Milliseconds of one turn; as much again goes to the browser, which lays out what is new.
const TURN: f64 = 8.0;

/// Milliseconds after which more of a story is set also where the browser is never idle.
const LATEST: u32 = 100;

impl Page {
    /// Asks the worker to read; what it answers is for [`Self::returned`].
    pub(crate) fn read_away(&self, asked: Asked) -> Result<()> {
        let (Some(away), Some(calls)) = (self.away.dyn_ref::<js_sys::Function>(), self.calls.get()) else {
            return self.read_here(asked);
        };
        let options = js_sys::Object::new();
        Reflect::set(&options, &"offsets".into(), &asked.options.offsets.as_str().into())?;
        if let Some(given) = asked.given.as_deref().filter(|_| asked.refused.is_none()) {
            Reflect::set(&options, &"published".into(), &given.into())?;
        }
        if let Some(url) = &asked.options.url {
            Reflect::set(&options, &"url".into(), &url.into())?;
        }
        if let Some(order) = asked.options.date_order {
            Reflect::set(&options, &"dateOrder".into(), &order.as_str().into())?;
        }
        if !asked.corrections.is_empty() {
            let corrections = asked.corrections.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
            Reflect::set(&options, &"corrections".into(), &corrections)?;
        }
        self.give_own(&options)?;
        let bytes = Uint8Array::from(asked.text.as_bytes());
        self.asked.replace(Some(asked));
        away.call4(&JsValue::NULL, &self.readings.get().into(), &bytes, &options, &calls[3])?;
        Ok(())
    }

    /// Wants nothing any more of what was asked before.
    pub(crate) fn give_up(&self) {
        self.readings.set(self.readings.get().wrapping_add(1));
        self.turn.replace(Turn::Rest);
        if self.asked.take().is_some()
            && let Some(away) = self.away.dyn_ref::<js_sys::Function>()
        {
            let _ = away.call0(&JsValue::NULL);
        }
    }

    /// Takes what was read elsewhere; where that went wrong, reads here.
    pub(crate) fn returned(&self, number: u32, bytes: &JsValue) -> Result<()> {
        if number != self.readings.get() {
            return Ok(());
        }
        let Some(asked) = self.asked.take() else { return Ok(()) };
        match bytes.dyn_ref::<Uint8Array>() {
            Some(bytes) => {
                self.turn.replace(Turn::Bytes(asked, bytes.to_vec()));
                self.take_turn()
            }
            None => self.read_here(asked),
        }
    }

    /// Does what is to be done next, and has what comes after that done later.
    pub(crate) fn take_turn(&self) -> Result<()> {
        self.wait_no_more();
        let turn = self.turn.take();
        let breakdown = Rc::clone(&self.breakdown.borrow());
        match turn {
            Turn::Rest => Ok(()),
            Turn::Bytes(asked, bytes) => self.arrived(asked, Some(wire::corrected(&bytes))),
            Turn::Marks => {
                let places: Vec<_> = breakdown.head_items.iter().map(|item| item.span).collect();
                let marks = breakdown.article.as_ref().map(|article| marks::collect(article, &places));
                self.turn.replace(Turn::Story(marks.unwrap_or_default()));
                if breakdown.text.len() > super::story::LONG { self.go_on(false) } else { self.take_turn() }
            }
            Turn::Story(marks) => {
                let end = self.now() + FIRST;
                self.set_story(|page, story, proof| {
                    story.renew(proof, marks, &page.frame.story)?;
                    story.fill(proof, &page.frame.story, || page.now() > end)
                })?;
                legend::count(&self.frame, &breakdown)?;
                self.tick_story(&[])?;
                self.turn.replace(Turn::Panels);
                self.go_on(false)
            }
            Turn::Panels => {
                self.show_panels()?;
                self.frame.story.remove_attribute("aria-busy")?;
                self.settle_correction()?;
                self.go_on_with_story()
            }
            Turn::More => {
                let end = self.now() + TURN;
                self.set_story(|page, story, proof| story.fill(proof, &page.frame.story, || page.now() > end))?;
                self.go_on_with_story()
            }
        }
    }

    fn go_on_with_story(&self) -> Result<()> {
        if self.shown.borrow().story.is_done() {
            return Ok(());
        }
        self.turn.replace(Turn::More);
        self.go_on(true)
    }

    /// Has the next turn taken soon, or when the browser is idle.
    pub(crate) fn go_on(&self, idle: bool) -> Result<()> {
        self.wait_no_more();
        let window = &self.frame.window;
        let wait = IdleRequestOptions::new();
        wait.set_timeout(LATEST);
        let Some(call) = self.calls.get().map(|calls| &calls[2]) else { return Ok(()) };
        // Safari has no idle moments to offer
        let idle = idle && Reflect::has(window, &"requestIdleCallback".into())?;
        self.waits.set(Some(if idle {
            Wait::Idle(window.request_idle_callback_with_options(call, &wait)?)
        } else {
            Wait::Timer(window.set_timeout_with_callback_and_timeout_and_arguments_0(call, 0)?)
        }));
        Ok(())
    }

    fn wait_no_more(&self) {
        match self.waits.take() {
            Some(Wait::Idle(handle)) => self.frame.window.cancel_idle_callback(handle),
            Some(Wait::Timer(handle)) => self.frame.window.clear_timeout_with_handle(handle),
            None => {}
        }
    }

    /// Lets `set` work on the story, and treats what it has set as the legend says.
    fn set_story(&self, set: impl FnOnce(&Self, &mut Story, &Proof) -> Result<Vec<Element>>) -> Result<()> {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let mut story = std::mem::take(&mut self.shown.borrow_mut().story);
        let frame = &self.frame;
        let done = if let Some(article) = &breakdown.article {
            set(self, &mut story, &Proof { dom: &frame.dom, text: &breakdown.text, article, marks: &[] })
        } else {
            story = Story::default();
            frame.story.set_text_content(None);
            Ok(Vec::new())
        };
        self.shown.borrow_mut().story = story;
        let done = done?;
        if done.is_empty() { Ok(()) } else { self.tick_story(&done) }
    }

    /// A sheaf of the story has come into sight: sets what is not yet set of it.
    pub(crate) fn seen(&self, sheaf: &Element) -> Result<()> {
        if self.shown.borrow().story.is_done() || !sheaf.class_list().contains("sheaf") {
            return Ok(());
        }
        self.set_story(|_, story, proof| story.show(proof, sheaf))
    }

    /// Makes sure that the place of a thing of this name is set; for one named often, that of entity and mention.
    pub(crate) fn reach_place(&self, name: &str, mention: Option<(usize, usize)>) -> Result<()> {
        let place = self.shown.borrow().story.marks.iter().find_map(|mark| {
            let found = match (mark.what, mention) {
                (marks::What::Entity { index, mention, .. }, Some(wanted)) => (index, mention) == wanted,
                (_, Some(_)) => false,
                (what, None) => what.name() == name,
            };
            found.then_some(mark.span.start)
        });
        match place {
            Some(at) => self.set_story(|page, story, proof| story.reach(proof, &page.frame.story, at)),
            None => Ok(()),
        }
    }
}
