//! The editor: a dialog at the thing that is corrected.

use super::forms;
use super::open::{After, Editor};
use crate::web::page::dom::{Add, Build, Result, all, attribute, closest};
use crate::web::page::folds::opening;
use crate::web::page::links::Thing;
use crate::web::page::sheet::focus_still;
use crate::web::page::state::Page;
use crate::{Article, Span};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

/// Characters shown of what is corrected.
const SHOWN: usize = 60;

/// Pixels between the dialog and what is around it.
const GAP: f64 = 12.0;

/// Where the thing lies.
pub(crate) fn span_of(article: &Article, Thing { kind, index }: Thing, nth: usize) -> Option<Span> {
    Some(match kind {
        'b' => article.blocks.get(index)?.span,
        'q' => article.quotes.get(index)?.span,
        't' => article.times.get(index)?.span,
        'n' => article.quantities.get(index)?.span,
        'e' => {
            let mentions = &article.entities.get(index)?.mentions;
            *mentions.get(nth).or_else(|| mentions.first())?
        }
        _ => Span::default(),
    })
}

impl Page {
    fn dialog(&self) -> Result<HtmlDialogElement> {
        self.frame.dom.by_id("correct")
    }

    /// Gives every row of something that can be corrected a button for it.
    pub(crate) fn offer_corrections(&self, root: &Element) -> Result<()> {
        let dom = &self.frame.dom;
        for row in all(root, ".row[id]:not(.aside)") {
            let Some(Thing { kind, index }) = Thing::of(&row) else { continue };
            let dated = || {
                let breakdown = self.breakdown.borrow();
                breakdown.head_items.get(index).is_some_and(|item| matches!(item.term, "Published" | "Updated"))
            };
            if !(matches!(kind, 'b' | 'q' | 'e' | 't' | 'n') || kind == 'h' && dated()) {
                continue;
            }
            let jump = row.query_selector(".jump")?;
            let words = jump.and_then(|jump| jump.text_content()).unwrap_or_default();
            let button = dom.button("correct-this")?.set("data-do", "correct").text("Correct");
            let button = button.set("aria-label", &format!("Correct: {}", opening(&words, SHOWN)));
            // beside the tick and the remark, where there are some
            match row.query_selector(".remarks")? {
                Some(remarks) => remarks.after_with_node_1(&button)?,
                None => row.add(&button)?,
            }
        }
        if root.id() == "checks" { self.offer_drops(root) } else { Ok(()) }
    }

    /// The button of a row, or the label of a part in the story: opens the editor there.
    pub(crate) fn open_editor(&self, control: &Element) -> Result<()> {
        let Some(place) = closest(control, ".row, [data-ref]") else { return Ok(()) };
        let Some(mut thing) = Thing::of(&place) else { return Ok(()) };
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let Some(article) = &breakdown.article else { return Ok(()) };
        if thing.kind == 'h' {
            let term = breakdown.head_items.get(thing.index).map(|item| item.term);
            thing.index = usize::from(term == Some("Updated"));
        }
        let nth = self.visited.get().filter(|(entity, _)| thing.kind == 'e' && *entity == thing.index);
        let nth = nth.map_or(0, |(_, nth)| nth);
        let Some(span) = span_of(article, thing, nth) else { return Ok(()) };
        let in_story = self.frame.story.contains(Some(&place));
        let Thing { kind, index } = thing;
        let breakdown = Rc::clone(&breakdown);
        self.edit_thing(Editor { kind, index: Some(index), span, nth, in_story, breakdown }, control)
    }

    /// Opens the editor for a thing, at `place`.
    pub(super) fn edit_thing(&self, editor: Editor, place: &Element) -> Result<()> {
        if *self.text.borrow() != editor.breakdown.text {
            self.notify("The text is still being read; try again in a moment.");
            return Ok(());
        }
        self.hide_tip();
        let dialog = self.dialog()?;
        let Some(article) = &editor.breakdown.article else { return Ok(()) };
        let dom = &self.frame.dom;
        let verb = if editor.index.is_some() { "Correct" } else { "Add" };
        let title = format!("{verb}: {}", editor.what(article));
        dialog.set_text_content(None);
        dialog.add(dom.el("h2")?.set("id", "correct-label").text(&title))?;
        if !editor.span.is_empty() && editor.kind != 'b' {
            let words = dom.piece(&opening(editor.words(), SHOWN))?;
            dialog.add(dom.el("p")?.class("fixed").with(&words))?;
        }
        let mine = !self.corrections_of(&editor).is_empty();
        dialog.add(forms::form(dom, &editor, mine)?)?;
        self.editor.replace(Some(editor));
        self.show_dialog(place)
    }

    /// Shows the dialog, with what is in it, near `place`.
    pub(super) fn show_dialog(&self, place: &Element) -> Result<()> {
        let dialog = self.dialog()?;
        let near = place.get_bounding_client_rect();
        if dialog.open() {
            // another form in it: it stays where it is, and the keyboard goes to the form
            return match dialog.query_selector("select, input, button")? {
                Some(first) => focus_still(&first),
                None => Ok(()),
            };
        }
        dialog.show_modal()?;
        let style = dialog.style();
        if self.is_narrow()? {
            style.remove_property("left")?;
            style.remove_property("top")?;
            return Ok(());
        }
        let size = dialog.get_bounding_client_rect();
        let window = &self.frame.window;
        let (width, height) = (window.inner_width()?.as_f64(), window.inner_height()?.as_f64());
        let fit = |at: f64, size: f64, room: Option<f64>| at.min(room.unwrap_or_default() - size - GAP).max(GAP);
        style.set_property("left", &format!("{}px", fit(near.left(), size.width(), width).round() as i32))?;
        style
            .set_property("top", &format!("{}px", fit(near.bottom() + GAP / 2.0, size.height(), height).round() as i32))
    }

    /// Whether the dialog is open: what it lies over is out of reach.
    pub(crate) fn is_correcting(&self) -> bool {
        self.dialog().is_ok_and(|dialog| dialog.open())
    }

    /// Closes the dialog; the browser puts the keyboard back where it was.
    pub(crate) fn close_editor(&self) -> Result<()> {
        self.editor.replace(None);
        self.dialog()?.close();
        Ok(())
    }

    /// A click inside the dialog, or beside it, which closes it.
    pub(crate) fn on_dialog_click(&self, target: &Element) -> Result<bool> {
        if target.id() == "correct" {
            self.close_editor()?;
        }
        if matches!(target.id().as_str(), "keys" | "takings")
            && let Some(beside) = target.dyn_ref::<HtmlDialogElement>()
        {
            beside.close();
        }
        Ok(closest(target, "#correct").is_some() && attribute(target, "data-do").is_none())
    }

    /// Where the reader is to be after what is done in the editor.
    pub(super) fn come_back(&self, editor: &Editor) {
        let (kind, in_story) = (editor.kind, editor.in_story);
        let index = editor.index.unwrap_or_default();
        let at = if kind == 'h' { index } else { editor.span.start };
        let term = if index == 0 { "Published" } else { "Updated" };
        let row = editor.breakdown.head_items.iter().position(|item| item.term == term);
        let at = if kind == 'h' { row.unwrap_or(at) } else { at };
        self.after.set(Some(After { kind, index, at, in_story }));
    }
}
