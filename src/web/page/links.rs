//! Story and panels linked both ways: from a mark to its row, from a row to its place.

use super::dom::{Result, all, attribute, closest};
use super::plan::FOLDED;
use super::sheet::focus_still;
use super::sources::in_order;
use super::state::Page;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlDetailsElement, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// A thing that story and panels both show: its kind as a letter, and its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Thing {
    /// The letter of [`What::name`](super::marks::What::name).
    pub(crate) kind: char,
    /// Its index.
    pub(crate) index: usize,
}

impl Thing {
    /// The first thing that `element` stands for.
    pub(crate) fn of(element: &Element) -> Option<Self> {
        attribute(element, "data-ref")?.split(' ').find_map(Self::named)
    }

    /// The first of the things that `element` stands for that is marked in the story so that it shows.
    fn marked(element: &Element) -> Option<Self> {
        let things = attribute(element, "data-ref")?;
        things.split(' ').filter_map(Self::named).find(|thing| !matches!(thing.kind, 'h' | 'k'))
    }

    /// All things that `element` stands for.
    pub(crate) fn all(element: &Element) -> Vec<Self> {
        attribute(element, "data-ref").map_or_else(Vec::new, |names| names.split(' ').filter_map(Self::named).collect())
    }

    fn named(name: &str) -> Option<Self> {
        let mut letters = name.chars();
        Some(Self { kind: letters.next()?, index: letters.as_str().parse().ok()? })
    }

    pub(crate) fn panel(self) -> &'static str {
        match self.kind {
            'q' | 'd' => "quotes",
            'e' => "names",
            't' => "times",
            'n' => "numbers",
            'b' | 'm' => "parts",
            'w' | 'c' => "checks",
            _ => "glance",
        }
    }
}

impl Page {
    /// Goes to the other end of a link.
    pub(crate) fn follow(&self, event: &Event, linked: &Element) -> Result<()> {
        let inside = !self.frame.story.contains(Some(linked));
        let Some(thing) = (if inside { Thing::of(linked) } else { Thing::marked(linked) }) else { return Ok(()) };
        let nth = attribute(linked, "data-nth").and_then(|nth| nth.parse().ok());
        let by_link = matches!(linked.tag_name().as_str(), "A" | "BUTTON");
        // whoever selects words wants the words
        let selects = self.frame.window.get_selection()?.is_some_and(|selection| !selection.is_collapsed());
        if selects && !by_link {
            return Ok(());
        }
        // under a thumb that scrolls, only what looks like a link opens the sheet
        if !inside && !by_link && self.is_narrow()? {
            return Ok(());
        }
        event.prevent_default();
        self.hide_tip();
        if inside {
            self.leave_sheet()?;
            self.go_to_place(thing, nth)
        } else {
            if let ('e', Some(nth)) = (thing.kind, nth) {
                self.visited.set(Some((thing.index, nth)));
            }
            self.go_to_row(thing)
        }
    }

    pub(crate) fn go_to_row(&self, thing: Thing) -> Result<()> {
        let Thing { kind, index } = thing;
        self.choose_tab(thing.panel())?;
        if kind == 'q' {
            self.choose_source(None)?;
        }
        self.reach_row(thing.panel(), self.row_of(thing))?;
        let row = |index| self.frame.dom.0.get_element_by_id(&format!("row-{kind}{index}"));
        // a part that is folded away has the row of its fold
        let above = (0..=index).rev().take(if kind == 'b' { FOLDED } else { 1 });
        self.uncheck_for(&format!("row-{kind}{index}"))?;
        let Some(row) = above.into_iter().find_map(row) else { return Ok(()) };
        let stop = row.query_selector(".jump")?.unwrap_or_else(|| row.clone());
        self.open_sheet(None)?;
        self.arrive(&row, &stop, ScrollLogicalPosition::Nearest)
    }

    /// Which row of its panel a thing is.
    pub(crate) fn row_of(&self, thing: Thing) -> usize {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        match (&breakdown.article, thing.kind) {
            // warnings come before checks
            (Some(article), 'c') => article.warnings.len() + thing.index,
            (Some(article), 'q') => {
                in_order(article).iter().position(|&quote| quote == thing.index).unwrap_or_default()
            }
            _ => thing.index,
        }
    }

    /// Goes to where a thing stands in the story: to mention or place `nth` of it, else to the next of its mentions.
    pub(crate) fn go_to_place(&self, thing: Thing, nth: Option<usize>) -> Result<()> {
        let Thing { kind, index } = thing;
        let mut selector = format!("[data-ref~=\"{kind}{index}\"]");
        if kind == 'e' {
            let nth = nth.unwrap_or_else(|| self.next_mention(index));
            self.visited.set(Some((index, nth)));
            selector = format!("a{selector}[data-nth=\"{nth}\"]");
        }
        if kind == 'c' {
            selector = format!("[data-ref~=\"c{index}-{}\"]", nth.unwrap_or_default());
        }
        // cue and source bear the quote's name too, but its words are the place to go to
        let place = if kind == 'q' { format!(".quote{selector}") } else { selector.clone() };
        let mut found = self.frame.story.query_selector(&place)?;
        if found.is_none() {
            self.reach_place(&format!("{kind}{index}"), (kind == 'e').then(|| self.visited.get()).flatten())?;
            found = self.frame.story.query_selector(&place)?;
        }
        let Some(place) = found else { return Ok(()) };
        if kind == 'b' {
            let part = closest(&place, ".block").unwrap_or_else(|| place.clone());
            return self.arrive(&part, &place, ScrollLogicalPosition::Center);
        }
        let stop = if kind == 'q' { self.frame.story.query_selector(&format!("a.tag{selector}"))? } else { None };
        self.arrive(&place, &stop.unwrap_or_else(|| place.clone()), ScrollLogicalPosition::Center)
    }

    /// The mention to go to: the one after the last one gone to; after the last of all, the first.
    fn next_mention(&self, entity: usize) -> usize {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let mentions = breakdown.article.as_ref().and_then(|article| article.entities.get(entity));
        let mentions = mentions.map_or(1, |entity| entity.mentions.len().max(1));
        match self.visited.get() {
            Some((last, mention)) if last == entity => (mention + 1) % mentions,
            _ => 0,
        }
    }

    /// Brings `place` into view, flashes it, and puts the keyboard on `stop`.
    pub(crate) fn arrive(&self, place: &Element, stop: &Element, position: ScrollLogicalPosition) -> Result<()> {
        let mut outer = closest(place, "details");
        while let Some(details) = outer.and_then(|details| details.dyn_into::<HtmlDetailsElement>().ok()) {
            details.set_open(true);
            outer = details.parent_element().and_then(|parent| closest(&parent, "details"));
        }
        let still = self.is("(prefers-reduced-motion: reduce)")?;
        let scroll = ScrollIntoViewOptions::new();
        scroll.set_block(position);
        scroll.set_behavior(if still { ScrollBehavior::Auto } else { ScrollBehavior::Smooth });
        place.scroll_into_view_with_scroll_into_view_options(&scroll);
        if stop.dyn_ref::<HtmlElement>().is_some_and(|stop| stop.tab_index() < 0) {
            stop.set_attribute("tabindex", "-1")?;
        }
        focus_still(stop)?;
        self.flash(place)
    }

    /// Flashes `place`, and what bears the same name.
    fn flash(&self, place: &Element) -> Result<()> {
        for lit in all(&self.frame.story, ".flash").into_iter().chain(all(&self.frame.panels, ".flash")) {
            lit.class_list().remove_1("flash")?;
        }
        // a part has no name of its own, only its label has
        let Thing { kind, index } = Thing::of(place).unwrap_or(Thing { kind: 'b', index: 0 });
        let pieces = if matches!(kind, 'e' | 'b' | 'c') || self.frame.panels.contains(Some(place)) {
            vec![place.clone()]
        } else {
            all(&self.frame.story, &format!("[data-ref~=\"{kind}{index}\"]")).into_iter().map(Into::into).collect()
        };
        for piece in pieces {
            // asking for the box makes the browser notice that the class was off, so that it flashes again
            let _ = piece.get_bounding_client_rect();
            piece.class_list().add_1("flash")?;
        }
        Ok(())
    }

    /// Marks everything of one name, in story and panels, while the pointer or the keyboard is on it.
    pub(crate) fn link(&self, linked: Option<&Element>) -> Result<()> {
        let (story, panels) = (&self.frame.story, &self.frame.panels);
        for old in all(story, ".linked").into_iter().chain(all(panels, ".linked")) {
            old.class_list().remove_1("linked")?;
        }
        // a value of the head can be the whole headline: that needs no second light
        let Some(Thing { kind, index }) = linked.and_then(Thing::marked) else { return Ok(()) };
        let selector = format!("[data-ref~=\"{kind}{index}\"]");
        for new in all(story, &selector).into_iter().chain(all(panels, &format!(".row{selector}"))) {
            new.class_list().add_1("linked")?;
        }
        Ok(())
    }
}
