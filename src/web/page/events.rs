//! One listener for every event of the page, and the timers.

use super::desk::Desk;
use super::dom::{Result, attribute, closest};
use super::drafts::Kept;
use super::frame::Frame;
use super::keys::rove;
use super::sample::SAMPLE;
use super::state::Page;
use super::{legend, only, theme};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{ClipboardEvent, DragEvent, Element, Event, KeyboardEvent, PopStateEvent};

/// What the page listens for, all on the document.
const EVENTS: [&str; 21] = [
    super::find::GIVEN,
    "input",
    "change",
    "click",
    "paste",
    "dragover",
    "dragleave",
    "drop",
    "mouseover",
    "mouseout",
    "focusin",
    "focusout",
    "keydown",
    "animationend",
    "contentvisibilityautostatechange",
    "visibilitychange",
    "submit",
    "selectionchange",
    "mousedown",
    "nutgraf-open",
    "nutgraf-kept",
];

/// What it listens for on the window.
const WINDOW_EVENTS: [&str; 5] = ["popstate", "pagehide", "resize", "beforeprint", "afterprint"];

/// Brings the page to life. A second call changes nothing. `trust` is the Trusted Types policy under which
/// markup may be parsed; `undefined` where the browser has none. `away` reads a text elsewhere, where that works. `take`
/// writes a document for others and hands it to the reader: it takes JSON, a format, `copy` or `file` and a name, and
/// promises a sentence on what it did. Returns the page for other scripts, the first time.
///
/// # Errors
///
/// When the document is not the page's own.
#[wasm_bindgen(skip_typescript)]
pub fn start(trust: JsValue, away: JsValue, take: JsValue) -> std::result::Result<Option<Desk>, JsValue> {
    let frame = Frame::find()?;
    let Some(root) = frame.root() else { return Ok(None) };
    if root.has_attribute("data-started") {
        return Ok(None);
    }
    root.set_attribute("data-started", "")?;
    let document = frame.dom.0.clone();
    let page = Rc::new(Page {
        frame,
        text: RefCell::new("".into()),
        kept: Kept::default(),
        breakdown: RefCell::default(),
        shown: RefCell::default(),
        warm: Cell::default(),
        visited: Cell::default(),
        stands: Cell::default(),
        timers: Cell::default(),
        asked: RefCell::default(),
        readings: Cell::default(),
        turn: RefCell::default(),
        waits: Cell::default(),
        away,
        take,
        calls: OnceCell::new(),
        ticks: RefCell::default(),
        remarking: RefCell::default(),
        given: RefCell::default(),
        corrections: RefCell::default(),
        own: RefCell::default(),
        editor: RefCell::default(),
        after: Cell::default(),
        chosen: Cell::default(),
        trust,
    });
    legend::build(&page.frame)?;
    page.show_picked_tab()?;
    page.arrange()?;
    theme::show_kept(&page.frame);
    page.show_settings()?;
    page.show_device()?;
    let heard = Rc::clone(&page);
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        // what the browser refuses here (a storage that is switched off, an element just gone) leaves the
        // page as it was; there is nobody to tell
        let _ = heard.hear(&event);
    })
    .into_js_value();
    for name in EVENTS {
        document.add_event_listener_with_callback(name, listener.unchecked_ref())?;
    }
    // a panel's scrolling does not reach the document by itself
    document.add_event_listener_with_callback_and_bool("scroll", listener.unchecked_ref(), true)?;
    for name in WINDOW_EVENTS {
        page.frame.window.add_event_listener_with_callback(name, listener.unchecked_ref())?;
    }
    let [reads, says, turns, takes] = [(); 4].map(|()| Rc::clone(&page));
    let read = Closure::<dyn Fn()>::new(move || {
        let _ = reads.read();
    });
    let say = Closure::<dyn Fn()>::new(move || says.say());
    let turn = Closure::<dyn Fn()>::new(move || {
        let _ = turns.take_turn();
    });
    let take = Closure::<dyn Fn(u32, JsValue)>::new(move |number: u32, bytes: JsValue| {
        let _ = takes.returned(number, &bytes);
    });
    let calls = [read.into_js_value(), say.into_js_value(), turn.into_js_value(), take.into_js_value()];
    let _ = page.calls.set(calls.map(JsCast::unchecked_into));
    page.take_up()?;
    page.read()?;
    Ok(Some(Desk(page)))
}

impl Page {
    fn hear(self: &Rc<Self>, event: &Event) -> Result<()> {
        let Some(target) = event.target() else { return Ok(()) };
        let target = target.dyn_into::<Element>().ok();
        match (event.type_().as_str(), target) {
            ("input", Some(target)) => self.on_input(event, &target),
            ("change", Some(target)) => self.on_change(&target),
            ("click", Some(target)) => self.on_click(event, &target),
            ("paste", target) => match event.dyn_ref::<ClipboardEvent>() {
                Some(event) => self.on_paste(event, target.as_ref()),
                None => Ok(()),
            },
            (name @ ("dragover" | "dragleave" | "drop"), _) => match event.dyn_ref::<DragEvent>() {
                Some(event) => self.on_drag(name, event),
                None => Ok(()),
            },
            ("mouseover", Some(target)) => {
                self.warm_up()?;
                self.on_enter(&target)
            }
            ("focusin", Some(target)) => {
                rove::stand(&target)?;
                self.on_enter(&target)
            }
            ("mouseout" | "focusout", Some(target)) => self.on_leave(event, &target),
            ("scroll", Some(target)) => self.on_scroll(&target),
            ("resize", _) => self.arrange(),
            ("beforeprint", _) => self.show_waiting_panels(),
            ("afterprint", _) => self.put_checklist_away(),
            ("keydown", target) => {
                let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return Ok(()) };
                if key.key() == "Escape" {
                    // the browser closes the dialog, and nothing else closes with it
                    if self.dialog_is_open() {
                        self.editor.replace(None);
                        return Ok(());
                    }
                    self.hide_tip();
                    self.close_note(None)?;
                    return self.close_sheet();
                }
                if let Some(target) = &target {
                    self.on_tab_key(key, target)?;
                    self.on_arrow(key, target)?;
                }
                self.on_letter(key, target.as_ref())?;
                self.on_undo_key(key, target.as_ref())
            }
            ("popstate", _) => {
                if self.is_correcting() {
                    self.close_editor()?;
                }
                self.on_back()?;
                event.dyn_ref::<PopStateEvent>().map_or(Ok(()), |event| self.on_pop(event))
            }
            (super::find::GIVEN, _) => self.on_own(event),
            ("pagehide" | "visibilitychange", _) => {
                self.keep_now();
                Ok(())
            }
            ("contentvisibilityautostatechange", Some(sheaf)) => self.seen(&sheaf),
            ("submit", Some(form)) if form.id() == "fix" => {
                event.prevent_default();
                self.save_correction()
            }
            ("selectionchange", _) => self.on_selection(),
            // the words stay selected
            ("mousedown", Some(target)) if closest(&target, "#mark-bar").is_some() => {
                event.prevent_default();
                Ok(())
            }
            ("nutgraf-open", _) => self.open_story(event),
            ("nutgraf-kept", _) => self.tell_document(event),
            ("animationend", Some(target)) => target.class_list().remove_1("flash"),
            _ => Ok(()),
        }
    }

    /// Tries the reading out once somebody is there: browsers compile a function when it first runs, and the first
    /// article should not wait for that.
    fn warm_up(self: &Rc<Self>) -> Result<()> {
        if self.warm.replace(true) {
            return Ok(());
        }
        let page = Rc::clone(self);
        let warm = Closure::once_into_js(move || {
            if page.breakdown.borrow().article.is_none() {
                drop(crate::parse(SAMPLE, &crate::Options::default()));
            }
        });
        self.frame.window.set_timeout_with_callback(warm.unchecked_ref()).map(|_| ())
    }

    fn on_click(self: &Rc<Self>, event: &Event, target: &Element) -> Result<()> {
        self.close_note(Some(target))?;
        if self.on_dialog_click(target)? {
            return Ok(());
        }
        if let Some(control) = closest(target, "[data-do]") {
            return match attribute(&control, "data-do").as_deref() {
                Some("sample") => self.use_sample(),
                Some("clear") => self.clear(),
                Some("open") => {
                    self.frame.file.click();
                    Ok(())
                }
                Some("undo") => self.turn(true),
                Some("redo") => self.turn(false),
                Some("paste") => {
                    self.paste_by_button();
                    Ok(())
                }
                Some("as-is") => self.read_as_is(),
                Some("source") => self.on_source(&control),
                Some("cite") => {
                    self.cite(&control);
                    Ok(())
                }
                Some("check") => self.toggle_only(only::UNCERTAIN),
                Some("unticked") => self.toggle_only(only::UNTICKED),
                Some("remark") => self.open_remark(&control),
                Some("drop-tick") => self.drop_tick(&control),
                Some("print-checklist") => self.print_checklist(),
                Some("save") => self.save(),
                Some("kind") => self.toggle(&control),
                Some("paste-line") => self.toggle_paste(),
                Some("keys") => self.show_keys(),
                Some("take-away") => self.show_takings(),
                Some("take") => self.take(&control),
                Some("tab") => self.on_tab(&control),
                Some("close-sheet") => self.close_sheet(),
                Some("correct") => self.open_editor(&control),
                Some("corrections") => self.list_corrections(&control),
                Some("mark") => self.mark_chosen(&control),
                Some("fix-drop" | "fix-all") => self.on_drop(&control),
                Some(what) if what.starts_with("fix-") => self.on_fix(what),
                Some("rows") => attribute(&control, "data-panel").map_or(Ok(()), |panel| self.show_rows(&panel)),
                _ => Ok(()),
            };
        }
        // what is ticked or remarked in a row leads nowhere
        if closest(target, ".tick").is_some() {
            return Ok(());
        }
        match closest(target, "[data-ref]") {
            Some(label) if closest(&label, ".role").is_some() => {
                event.prevent_default();
                self.open_editor(&label)
            }
            Some(linked) => self.follow(event, &linked),
            // beside the sheet
            None if target.id() == "panels" => self.close_sheet(),
            None => Ok(()),
        }
    }

    /// Closes the note on privacy, which lies over the story, unless `target` is in it.
    fn close_note(&self, target: Option<&Element>) -> Result<()> {
        match self.frame.dom.0.query_selector(".privacy[open]")? {
            Some(note) if !note.contains(target.map(AsRef::as_ref)) => note.remove_attribute("open"),
            _ => Ok(()),
        }
    }

    fn on_change(self: &Rc<Self>, target: &Element) -> Result<()> {
        match target.id().as_str() {
            "file" => {
                self.open_chosen();
                Ok(())
            }
            "date" => {
                let date = self.frame.date.value();
                self.give_date(Some(date).filter(|date| !date.is_empty()))
            }
            _ if attribute(target, "name").as_deref() == Some("theme") => {
                theme::choose(&self.frame, target);
                Ok(())
            }
            _ if target.has_attribute("data-tick") => self.on_tick(target),
            _ => self.on_setting(target),
        }
    }
}
