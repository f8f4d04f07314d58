//! The draft: what the reader has on the page, kept over a reload, and longer only if asked for.
//!
//! Each text of this session lies in the tab's own storage under its number, the one that the browser's history
//! has for it. Nothing is written while the reader types: a pause brings it, or the page going away.

pub(crate) use super::drafts::{Draft, Kept};
use super::settings::{self, KEEP, of_device};
use super::state::Page;
use super::steps::Known;
use crate::web::documents;
use js_sys::{JSON, Reflect};
use serde::Serialize;
use std::collections::BTreeSet;
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// The name of a text of this session, before its number.
const TEXT: &str = "nutgraf-text-";

/// The name of the number of the text shown last.
const LAST: &str = "nutgraf-last";

/// The name of the draft kept on this device.
const DRAFT: &str = "nutgraf-draft";

/// Bytes of other texts of this session held in memory.
const MOST: usize = 64 * 1024 * 1024;

/// Milliseconds without a change after which a draft is written, and those for a text longer than so many bytes,
/// which takes a moment to write.
const PAUSE: (i32, i32, usize) = (400, 2000, 200_000);

/// Why something was not written.
enum Refusal {
    /// There is no storage for this page.
    Blocked,
    /// It is full.
    Full,
}

/// The storage of this tab.
fn of_tab() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

fn read(storage: Option<Storage>, key: &str) -> Option<Draft> {
    let json = storage?.get_item(key).ok().flatten()?;
    let value = JSON::parse(&json).ok()?;
    let text = |key| documents::text(&value, key).ok().flatten();
    let known = Reflect::get(&value, &"given".into()).ok().filter(JsValue::is_object);
    let given = |key| known.as_ref().and_then(|known| documents::text(known, key).ok().flatten());
    Some(Draft {
        text: text("text")?,
        given: Known { date: given("date"), url: given("url") },
        // a text is not lost with what an older version of the page noted of it
        corrections: documents::corrections(&value).unwrap_or_default(),
        ticks: documents::ticks(&value).unwrap_or_default(),
    })
}

/// The numbers of the texts in a tab's storage.
fn numbers(tab: &Storage) -> impl Iterator<Item = u64> {
    let keys = (0..tab.length().unwrap_or(0)).filter_map(|at| tab.key(at).ok().flatten());
    keys.filter_map(|key| key.strip_prefix(TEXT)?.parse().ok())
}

fn write(storage: Option<&Storage>, key: &str, value: &str) -> Result<(), Refusal> {
    storage.ok_or(Refusal::Blocked)?.set_item(key, value).map_err(|error| {
        let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
        if name.is_some_and(|name| name.contains("Quota")) { Refusal::Full } else { Refusal::Blocked }
    })
}

impl Draft {
    fn json(&self) -> Option<String> {
        // maps as objects: JSON knows no others
        let value = self.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()?;
        JSON::stringify(&value).ok().map(String::from)
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl Kept {
    /// A text of this session.
    pub(crate) fn find(&self, place: u64) -> Option<Draft> {
        self.others.borrow().get(&place).cloned().or_else(|| read(of_tab(), &format!("{TEXT}{place}")))
    }

    /// The other texts of this session that are not blank, the last first.
    pub(crate) fn other_texts(&self) -> impl Iterator<Item = Draft> {
        let mut all: BTreeSet<u64> = self.others.borrow().keys().copied().collect();
        all.extend(of_tab().iter().flat_map(numbers));
        all.remove(&self.place.get());
        all.into_iter().rev().filter_map(|place| self.find(place)).filter(|draft| !draft.is_blank())
    }

    /// The text shown last in this tab and its number, or the one kept on this device.
    pub(crate) fn find_last() -> Option<(Option<u64>, Draft)> {
        let last = of_tab().and_then(|tab| tab.get_item(LAST).ok().flatten()).and_then(|last| last.parse().ok());
        if let Some(place) = last {
            return Some((Some(place), read(of_tab(), &format!("{TEXT}{place}"))?));
        }
        settings::get(KEEP)?;
        Some((None, read(of_device(), DRAFT)?))
    }

    /// Holds a text that is no longer the one shown; the oldest are let go when they are too many.
    pub(crate) fn hold(&self, place: u64, draft: Draft) {
        let mut others = self.others.borrow_mut();
        others.insert(place, draft);
        let mut bytes: usize = others.values().map(|draft| draft.text.len()).sum();
        while bytes > MOST
            && let Some((_, oldest)) = others.pop_first()
        {
            bytes -= oldest.text.len();
        }
    }

    /// Writes a text; makes room for it where there is none, by letting go of the oldest of the others.
    fn write_text(&self, place: u64, draft: &Draft) -> Result<(), Refusal> {
        let tab = of_tab();
        let key = format!("{TEXT}{place}");
        let Some(json) = draft.json() else { return Err(Refusal::Full) };
        loop {
            match write(tab.as_ref(), &key, &json) {
                Err(Refusal::Full) if self.drop_oldest(tab.as_ref(), place) => {}
                Err(refusal) => {
                    // what is there is of an earlier state, and would come back as if it were this one
                    let _ = tab.map(|tab| tab.remove_item(&key));
                    return Err(refusal);
                }
                Ok(()) => return Ok(()),
            }
        }
    }

    fn drop_oldest(&self, tab: Option<&Storage>, but: u64) -> bool {
        let Some(tab) = tab else { return false };
        let oldest = numbers(tab).filter(|&number| number != but && number != self.place.get()).min();
        oldest.is_some_and(|oldest| tab.remove_item(&format!("{TEXT}{oldest}")).is_ok())
    }
}

impl Page {
    /// What is on the page now.
    pub(crate) fn draft(&self) -> Draft {
        Draft {
            text: self.text().as_ref().to_owned(),
            given: self.given.borrow().clone(),
            corrections: self.corrections.borrow().as_ref().clone(),
            ticks: self.ticks.borrow().list().to_vec(),
        }
    }

    /// Something of the draft has changed: it is written once the reader pauses.
    pub(crate) fn keep_soon(&self) {
        let kept = &self.kept;
        kept.unwritten.borrow_mut().insert(kept.place.get());
        let Some(write) = kept.write.get() else { return };
        if let Some(timer) = kept.timer.take() {
            self.frame.window.clear_timeout_with_handle(timer);
        }
        let wait = if self.text.borrow().len() > PAUSE.2 { PAUSE.1 } else { PAUSE.0 };
        let timer = self.frame.window.set_timeout_with_callback_and_timeout_and_arguments_0(write, wait);
        kept.timer.set(timer.ok());
    }

    /// Writes what is not written yet, now.
    pub(crate) fn keep_now(&self) {
        let kept = &self.kept;
        if let Some(timer) = kept.timer.take() {
            self.frame.window.clear_timeout_with_handle(timer);
        }
        let place = kept.place.get();
        for number in std::mem::take(&mut *kept.unwritten.borrow_mut()) {
            if number != place {
                if let Some(draft) = kept.others.borrow().get(&number) {
                    let _ = kept.write_text(number, draft);
                }
                continue;
            }
            let draft = self.draft();
            let written = kept.write_text(place, &draft);
            if written.is_ok() {
                let _ = write(of_tab().as_ref(), LAST, &place.to_string());
            }
            if settings::get(KEEP).is_some() {
                self.write_to_device(&draft);
            }
            match written {
                Err(refusal) if !draft.is_blank() => self.say_refusal(&refusal, place),
                _ => {}
            }
        }
    }

    /// Says, once, that a reload will lose the text.
    fn say_refusal(&self, refusal: &Refusal, place: u64) {
        let (blocked, long) = self.kept.said.get();
        match refusal {
            Refusal::Blocked if !blocked => {
                self.kept.said.set((true, long));
                self.notify_also("This browser keeps nothing for this page, so a reload loses the text.");
            }
            Refusal::Full if long != place => {
                self.kept.said.set((blocked, place));
                self.notify_also("This text is longer than the browser keeps (about 5 MB): a reload loses it.");
            }
            _ => {}
        }
    }

    /// The reader wants the draft kept on this device, or no longer.
    pub(crate) fn keep_on_device(&self, keep: bool) {
        settings::set(KEEP, if keep { "yes" } else { "" });
        if !keep {
            let _ = of_device().map(|device| device.remove_item(DRAFT));
            self.notify("The draft is no longer on this device, only in this tab.");
        } else if settings::get(KEEP).is_none() {
            self.notify("This browser keeps nothing for this page, so the draft cannot be kept on this device.");
        } else {
            self.notify("The draft is kept on this device from now on, until you clear it.");
            self.write_to_device(&self.draft());
        }
    }

    fn write_to_device(&self, draft: &Draft) {
        let device = of_device();
        let json = Some(draft).filter(|draft| !draft.is_blank()).and_then(Draft::json);
        let written = json.as_ref().map(|json| write(device.as_ref(), DRAFT, json));
        if !matches!(written, Some(Ok(()))) {
            let _ = device.map(|device| device.remove_item(DRAFT));
        }
        if matches!(written, Some(Err(_))) {
            self.notify_also("It is too long to be kept on this device.");
        }
    }
}

/// A number that no text of this tab has had.
pub(crate) fn new_place(last: u64) -> u64 {
    // milliseconds since 1970 fit many times over
    #[allow(clippy::cast_sign_loss)]
    let now = js_sys::Date::now() as u64;
    now.max(last + 1)
}

/// The number of a text in a state of the browser's history; `None` where that state is another's.
pub(crate) fn place_in(state: &JsValue) -> Option<u64> {
    if !state.is_object() {
        return None;
    }
    let number = Reflect::get(state, &"text".into()).ok()?.as_f64()?;
    #[allow(clippy::cast_sign_loss)]
    (number > 0.0).then_some(number as u64)
}
