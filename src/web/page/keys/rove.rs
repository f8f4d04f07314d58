//! One stop for the story and one row's worth for each list; the arrows go on from there.

use crate::web::page::dom::{Result, all, attribute, closest};
use crate::web::page::history::takes_text;
use crate::web::page::state::Page;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// What in a row takes the keyboard.
const STOPS: &str = "button, input, summary";

/// The columns of a list, each found in its rows again.
const COLUMNS: [&str; 4] = ["[type=checkbox]", ".remarks", ".correct-this", ".jump"];

/// Leaves the list in `panel` the stops of one row: its first.
pub(crate) fn one_row(panel: &Element) -> Result<()> {
    for (at, row) in all(panel, ".row").iter().enumerate() {
        if at == 0 { row.set_attribute("data-here", "")? } else { set_stops(row, false)? }
    }
    Ok(())
}

fn set_stops(row: &Element, on: bool) -> Result<()> {
    all(row, STOPS)
        .iter()
        .try_for_each(|stop| if on { stop.remove_attribute("tabindex") } else { stop.set_attribute("tabindex", "-1") })
}

/// The keyboard has come to `target`: where that is in a row, this row has the stops from now on.
pub(crate) fn stand(target: &Element) -> Result<()> {
    let Some(row) = closest(target, "#panels .row:not([data-here])") else { return Ok(()) };
    let Some(panel) = closest(&row, ".panel") else { return Ok(()) };
    for old in all(&panel, "[data-here]") {
        old.remove_attribute("data-here")?;
        set_stops(&old, false)?;
    }
    row.set_attribute("data-here", "")?;
    set_stops(&row, true)
}

/// Which way along a list, or along the story, a key leads.
fn step(key: &KeyboardEvent, back: &str, on: &str) -> Option<bool> {
    let plain = !(key.ctrl_key() || key.alt_key() || key.meta_key() || key.shift_key());
    let key = key.key();
    plain.then_some(()).and(if key == back { Some(true) } else { (key == on).then_some(false) })
}

impl Page {
    /// The arrows: up and down a list in the column one is in, left and right from mark to mark.
    pub(crate) fn on_arrow(&self, key: &KeyboardEvent, target: &Element) -> Result<()> {
        if takes_text(target) || closest(target, "select, summary, .role").is_some() {
            return Ok(());
        }
        if closest(target, "#story").is_some() {
            let Some(back) = step(key, "ArrowLeft", "ArrowRight") else { return Ok(()) };
            key.prevent_default();
            return self.to_mark(target, back);
        }
        let (Some(row), Some(back)) = (closest(target, "#panels .row"), step(key, "ArrowUp", "ArrowDown")) else {
            return Ok(());
        };
        let Some(panel) = closest(&row, ".panel") else { return Ok(()) };
        key.prevent_default();
        let rows = all(&panel, ".row");
        let rows: Vec<_> = rows.iter().filter(|row| row.offset_parent().is_some() || is_row_of_table(row)).collect();
        let at = rows.iter().position(|other| ***other == row).unwrap_or_default();
        let to = if back { at.checked_sub(1) } else { at.checked_add(1) };
        let Some(next) = to.and_then(|to| rows.get(to)) else { return Ok(()) };
        let column = COLUMNS.iter().find(|column| closest(target, column).is_some());
        let found = column.map(|column| all(next, column)).unwrap_or_default().into_iter().next();
        let found = found.or_else(|| all(next, STOPS).into_iter().next());
        found.map_or(Ok(()), |stop| stop.focus())
    }

    /// To the mark before or after the one that the keyboard is on; from the story itself to the first in sight.
    fn to_mark(&self, target: &Element, back: bool) -> Result<()> {
        let story = &self.frame.story;
        let shown = all(&self.frame.legend, "[data-kind][aria-pressed=true]");
        let shown = shown.iter().filter_map(|button| attribute(button, "data-kind"));
        let shown = shown.map(|kind| format!("a.{}", if kind == "quote" { "tag" } else { &kind }));
        let shown: Vec<_> = shown.chain([".own".to_owned()]).collect();
        let marks = all(story, &shown.join(","));
        let name = |mark: &HtmlElement| (mark.get_attribute("data-ref"), mark.get_attribute("data-nth"));
        let found = match marks.iter().position(|mark| **mark == *target) {
            // a mark cut by another is one mark
            Some(at) if back => marks[..at].iter().rev().find(|mark| name(mark) != name(&marks[at])),
            Some(at) => marks[at..].iter().find(|mark| name(mark) != name(&marks[at])),
            None => marks.iter().find(|mark| mark.get_bounding_client_rect().top() >= 0.0).or(marks.first()),
        };
        found.map_or(Ok(()), HtmlElement::focus)
    }
}

/// A row of a table has no offset parent in some engines.
fn is_row_of_table(row: &Element) -> bool {
    row.tag_name() == "TR"
}
