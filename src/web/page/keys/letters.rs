//! Single letters. They can be switched off: who speaks to the machine, or types by accident, would set them off.

use super::next::{Place, next, places};
use crate::web::page::correct::span_of;
use crate::web::page::dom::{Result, all, closest};
use crate::web::page::history::takes_text;
use crate::web::page::links::Thing;
use crate::web::page::panels::PANELS;
use crate::web::page::settings::{self, OFF};
use crate::web::page::sheet::focus_still;
use crate::web::page::state::Page;
use crate::web::page::ticked::KINDS;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent};

/// Where each letter leads: the kind of thing, its marks' button in the legend, and the word for it.
const LEADS: [(&str, char, &str, &str); 4] = [
    ("q", 'q', "quote", "quotes"),
    ("n", 'e', "", "names"),
    ("d", 't', "time", "times"),
    ("f", 'n', "number", "numbers"),
];

impl Page {
    /// A key that is a letter, a figure or a question mark.
    pub(crate) fn on_letter(&self, key: &KeyboardEvent, target: Option<&Element>) -> Result<()> {
        let other = key.ctrl_key() || key.alt_key() || key.meta_key() || key.is_composing();
        if other || target.is_some_and(|target| takes_text(target) || closest(target, "select").is_some()) {
            return Ok(());
        }
        if self.dialog_is_open() || settings::get(OFF).is_some() {
            return Ok(());
        }
        let (letter, back) = (key.key().to_lowercase(), key.shift_key());
        let done = match letter.as_str() {
            "?" => self.show_keys(),
            "w" => self.next_warning(back),
            "x" => self.tick_at_hand(),
            "r" => self.remark_at_hand(),
            "c" => self.correct_at_hand(),
            "/" => self.click("[data-do=find]"),
            "e" => self.click("#paste-line:not([hidden])"),
            letter => match (LEADS.iter().find(|lead| lead.0 == letter), letter.parse::<usize>()) {
                (Some(lead), _) => self.next_of(lead, back),
                (None, Ok(number)) if !back && (1..=PANELS.len()).contains(&number) => {
                    self.go_to_panel(PANELS[number - 1])
                }
                _ => return Ok(()),
            },
        };
        key.prevent_default();
        done
    }

    /// Whether a dialog is open: what it lies over is out of reach.
    pub(crate) fn dialog_is_open(&self) -> bool {
        self.frame.dom.0.query_selector("dialog[open]").is_ok_and(|open| open.is_some())
    }

    /// Shows which keys there are.
    pub(crate) fn show_keys(&self) -> Result<()> {
        if let Ok(on) = self.frame.dom.by_id::<HtmlInputElement>("letters") {
            on.set_checked(settings::get(OFF).is_none());
        }
        self.hide_tip();
        self.frame.dom.by_id::<HtmlDialogElement>("keys")?.show_modal()
    }

    fn click(&self, selector: &str) -> Result<()> {
        if let Some(button) =
            self.frame.dom.0.query_selector(selector)?.and_then(|it| it.dyn_into::<HtmlElement>().ok())
        {
            button.click();
        }
        Ok(())
    }

    /// What the keyboard is on: a mark in the story, or a row.
    fn at_hand(&self) -> Option<(Thing, usize, Element)> {
        let focused = self.frame.dom.0.active_element()?;
        let named = closest(&focused, "[data-ref]")?;
        let nth = named.get_attribute("data-nth").and_then(|nth| nth.parse().ok()).unwrap_or_default();
        Some((Thing::of(&named)?, nth, focused))
    }

    fn next_of(&self, &(_, kind, mark, word): &(&str, char, &str, &str), back: bool) -> Result<()> {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let Some(article) = &breakdown.article else { return Ok(()) };
        let hand = self.at_hand();
        let here = hand.as_ref().filter(|(thing, ..)| thing.kind == kind);
        let here = here.map(|(thing, nth, at)| match self.visited.get() {
            // a row stands for all mentions: the one gone to last counts
            Some(last) if kind == 'e' && self.frame.panels.contains(Some(at)) && last.0 == thing.index => last,
            _ => (thing.index, *nth),
        });
        let from = hand.filter(|(thing, ..)| !matches!(thing.kind, 'h' | 'w' | 'c'));
        let from = from.and_then(|(thing, nth, _)| span_of(article, thing, nth)).map(|span| span.start);
        let Some((Place { at, index, nth }, again)) =
            next(&places(article, kind), here, from.or(self.stands.get()), back)
        else {
            self.notify(&format!("No {word} in this text."));
            return Ok(());
        };
        self.stands.set(Some(at));
        self.click(&format!("#legend [data-kind=\"{mark}\"][aria-pressed=\"false\"]"))?;
        if again {
            let ends = if back { ["first", "last"] } else { ["last", "first"] };
            self.notify(&format!("That was the {}; this is the {} of the {word}.", ends[0], ends[1]));
        }
        self.leave_sheet()?;
        self.go_to_place(Thing { kind, index }, Some(nth))
    }

    fn next_warning(&self, back: bool) -> Result<()> {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let Some(article) = &breakdown.article else { return Ok(()) };
        let (warnings, all) = (article.warnings.len(), article.warnings.len() + article.checks.len());
        if all == 0 {
            self.notify("No warnings in this text.");
            return Ok(());
        }
        let here = self.at_hand().filter(|(thing, ..)| matches!(thing.kind, 'w' | 'c'));
        let here = here.map(|(thing, ..)| self.row_of(thing));
        let to = match (here, back) {
            (Some(at), false) => (at + 1) % all,
            (Some(at), true) => (at + all - 1) % all,
            (None, false) => 0,
            (None, true) => all - 1,
        };
        let thing = match to.checked_sub(warnings) {
            Some(index) => Thing { kind: 'c', index },
            None => Thing { kind: 'w', index: to },
        };
        self.go_to_row(thing)
    }

    fn go_to_panel(&self, panel: &str) -> Result<()> {
        self.pick_tab(panel)?;
        let place: Element = self.frame.dom.by_id(&format!("panel-{panel}"))?;
        self.open_sheet(None)?;
        focus_still(&place)
    }

    /// What is at hand, where it can be ticked; else says what to do first.
    fn tickable(&self) -> Option<Thing> {
        let thing = self.at_hand().map(|(thing, ..)| thing).filter(|thing| KINDS.contains(&thing.kind));
        if thing.is_none() {
            self.notify("Go to a quote, a name, a date or a figure first: q, n, d or f.");
        }
        thing
    }

    fn tick_at_hand(&self) -> Result<()> {
        let Some(thing) = self.tickable() else { return Ok(()) };
        let Thing { kind, index } = thing;
        self.reach_row(thing.panel(), self.row_of(thing))?;
        let name = format!("{kind}{index}");
        let find = || self.frame.panels.query_selector(&format!("[data-tick={name}][type=checkbox]"));
        let mut found = find()?;
        if found.is_none() {
            self.uncheck_for(&format!("row-{name}"))?;
            found = find()?;
        }
        let Some(ticked) = found.and_then(|found| found.dyn_into::<HtmlInputElement>().ok()) else { return Ok(()) };
        ticked.click();
        let left = self.frame.dom.by_id::<Element>("left")?.text_content().unwrap_or_default();
        self.notify(&format!("{}. {left}.", if ticked.checked() { "Checked" } else { "Not checked" }));
        Ok(())
    }

    fn remark_at_hand(&self) -> Result<()> {
        let Some(thing) = self.tickable() else { return Ok(()) };
        self.go_to_row(thing)?;
        let row = format!("#row-{}{}", thing.kind, thing.index);
        let fields = all(&self.frame.panels, &format!("{row} .remark input"));
        match fields.first() {
            Some(field) => field.focus(),
            None => self.click(&format!("{row} .remarks")),
        }
    }

    fn correct_at_hand(&self) -> Result<()> {
        match self.at_hand() {
            Some((_, _, place)) => self.open_editor(&place),
            None => self.tickable().map_or(Ok(()), |_| Ok(())),
        }
    }
}
