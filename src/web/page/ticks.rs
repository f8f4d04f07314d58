//! Ticking: what the reader checks and remarks goes into the list of what was done, and shows in rows and story.

use super::dom::{Add, Result, all, attribute, closest};
use super::panels::{left, remark_fields};
use super::state::Page;
use super::steps::{Deed, Step};
use super::ticked::{KINDS, Thing, blank, says};
use crate::Tick;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// The thing of this name.
fn named(name: &str) -> Option<Thing> {
    let mut letters = name.chars();
    Some((letters.next()?, letters.as_str().parse().ok()?))
}

/// The thing that a control of a tick belongs to.
fn thing_of(control: &Element) -> Option<Thing> {
    named(&attribute(control, "data-tick")?)
}

/// What a control has made of a tick.
fn changed(mut tick: Tick, control: &HtmlInputElement) -> Tick {
    let said = || Some(control.value()).filter(|said| !said.trim().is_empty());
    match attribute(control, "data-field").as_deref() {
        Some("remark") => tick.remark = said(),
        Some(_) => tick.source = said(),
        None => tick.checked = control.checked(),
    }
    tick
}

impl Page {
    /// A box was ticked or a remark is written: notes it as a deed.
    pub(crate) fn on_tick(&self, control: &Element) -> Result<()> {
        let Some(thing) = thing_of(control) else { return Ok(()) };
        let begun = self.remarking.take();
        let Some((mut before, after)) = self.take_tick(control, thing) else { return Ok(()) };
        let what = match (control.has_attribute("data-field"), after.first()) {
            (true, _) => "remark",
            (false, Some(tick)) if tick.checked => "check",
            (false, _) => "uncheck",
        };
        if let Some((_, first)) = begun.filter(|(of, _)| *of == thing) {
            before = first;
        }
        if before != after {
            let step = Step::Ticks { before, after };
            self.kept.deeds.borrow_mut().record(Deed::new(what, vec![step]));
        }
        self.keep_soon();
        self.show_deeds()?;
        self.ticked()
    }

    /// A remark is being written: kept as it stands, and noted once it is done.
    pub(crate) fn on_remark(&self, control: &Element) {
        let Some(thing) = thing_of(control) else { return };
        let Some((before, _)) = self.take_tick(control, thing) else { return };
        let mut remarking = self.remarking.borrow_mut();
        if remarking.as_ref().is_none_or(|(of, _)| *of != thing) {
            *remarking = Some((thing, before));
        }
        self.keep_soon();
    }

    /// Takes in what a control says; returns the ticks of its thing before and after.
    fn take_tick(&self, control: &Element, thing: Thing) -> Option<(Vec<Tick>, Vec<Tick>)> {
        let input = control.dyn_ref::<HtmlInputElement>()?;
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let article = breakdown.article.as_ref()?;
        let mut ticks = self.ticks.borrow_mut();
        let before = ticks.all_of(thing);
        let tick = before.last().cloned().or_else(|| blank(&breakdown.text, article, thing))?;
        let after: Vec<_> = Some(changed(tick, input)).filter(says).into_iter().collect();
        ticks.change(&before, &after);
        ticks.find(Some(article));
        Some((before, after))
    }

    /// The ticks have changed, and nothing else.
    pub(crate) fn ticked(&self) -> Result<()> {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        self.ticks.borrow_mut().find(breakdown.article.as_ref());
        self.show_ticks()?;
        self.tick_story(&[])?;
        self.count_left()?;
        let lost = self.ticks.borrow().orphans().count();
        if lost == all(&self.frame.panels, ".lost").len() { Ok(()) } else { self.show_panels() }
    }

    /// Puts the rows that are there as what is ticked says, without making them anew: the keyboard stays where it is.
    fn show_ticks(&self) -> Result<()> {
        let ticks = self.ticks.borrow();
        for control in all(&self.frame.panels, "[data-tick]") {
            let (Some(thing), Some(input)) = (thing_of(&control), control.dyn_ref::<HtmlInputElement>()) else {
                continue;
            };
            let tick = ticks.get(thing);
            let said = |of: fn(&Tick) -> Option<&str>| tick.and_then(of).unwrap_or_default();
            match attribute(input, "data-field").as_deref() {
                Some("remark") => input.set_value(said(|tick| tick.remark.as_deref())),
                Some(_) => input.set_value(said(|tick| tick.source.as_deref())),
                None => {
                    input.set_checked(ticks.is_checked(thing));
                    if let Some(row) = closest(input, ".row") {
                        row.class_list().toggle_with_force("ticked", ticks.is_checked(thing))?;
                    }
                }
            }
        }
        // a remark that came back has no field yet
        for button in all(&self.frame.panels, "[data-do=remark][aria-expanded=false]") {
            let name = attribute(&button, "data-name").unwrap_or_default();
            let tick = named(&name).and_then(|thing| ticks.get(thing));
            if tick.is_some_and(|tick| tick.remark.is_some() || tick.source.is_some()) {
                self.add_remark(&button, &name, tick)?;
            }
        }
        Ok(())
    }

    fn add_remark(&self, button: &Element, name: &str, tick: Option<&Tick>) -> Result<Option<HtmlElement>> {
        button.set_attribute("aria-expanded", "true")?;
        let Some(line) = closest(button, ".tick") else { return Ok(None) };
        let fields = remark_fields(&self.frame.dom, name, tick)?;
        line.add(&fields)?;
        Ok(fields.query_selector("input")?.and_then(|field| field.dyn_into().ok()))
    }

    /// Opens the remark of a row, or folds it.
    pub(crate) fn open_remark(&self, button: &Element) -> Result<()> {
        let name = attribute(button, "data-name").unwrap_or_default();
        let open = closest(button, ".tick").map(|line| line.query_selector(".remark")).transpose()?.flatten();
        if let Some(fields) = open {
            fields.remove();
            return button.set_attribute("aria-expanded", "false");
        }
        let ticks = self.ticks.borrow();
        match self.add_remark(button, &name, named(&name).and_then(|thing| ticks.get(thing)))? {
            Some(field) => field.focus(),
            None => Ok(()),
        }
    }

    /// Forgets a tick whose words are gone.
    pub(crate) fn drop_tick(&self, button: &Element) -> Result<()> {
        let at = attribute(button, "data-at").and_then(|at| at.parse::<usize>().ok());
        let Some(tick) = at.and_then(|at| self.ticks.borrow().list().get(at).cloned()) else { return Ok(()) };
        let before = vec![tick];
        self.ticks.borrow_mut().change(&before, &[]);
        self.kept.deeds.borrow_mut().record(Deed::new("forget", vec![Step::Ticks { before, after: Vec::new() }]));
        self.keep_soon();
        self.show_deeds()?;
        self.ticked()
    }

    /// Ticks what is checked in these elements of the story, or in all of it.
    pub(crate) fn tick_story(&self, set: &[Element]) -> Result<()> {
        let story: &Element = &self.frame.story;
        let ticks = self.ticks.borrow();
        let whole = set.is_empty();
        if whole {
            all(story, ".ticked").iter().try_for_each(|old| old.class_list().remove_1("ticked"))?;
        }
        if ticks.list().is_empty() {
            return Ok(());
        }
        let around = if whole { std::slice::from_ref(story) } else { set };
        for mark in around.iter().flat_map(|element| all(element, "a.m, a.tag")) {
            let thing = attribute(&mark, "data-ref").and_then(|name| named(&name));
            if thing.is_some_and(|thing| ticks.is_checked(thing)) {
                mark.class_list().add_1("ticked")?;
            }
        }
        Ok(())
    }

    /// Says how many are left to check: at the head of each panel, above the story, and on the button that shows them.
    pub(crate) fn count_left(&self) -> Result<()> {
        let ticks = self.ticks.borrow();
        for place in all(&self.frame.panels, "[data-left]") {
            let kind = attribute(&place, "data-left").and_then(|kind| kind.chars().next());
            place.set_text_content(kind.map(|kind| left(&ticks, &[kind])).as_deref());
        }
        let total: Element = self.frame.dom.by_id("left")?;
        total.set_text_content(Some(&left(&ticks, &KINDS)));
        self.count_unticked(ticks.left(&KINDS).0)
    }
}
