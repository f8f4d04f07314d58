//! From the paste to what is shown.

use super::breakdown::{Breakdown, own_date};
use super::dom::{Add, Build, Result, all};
use super::figures::counted;
use super::head_items::head_items;
use super::panels::{PANELS, ROWS, View};
use super::proof::{Proof, Setting};
use super::state::{Page, Shown};
use super::{legend, marks};
use crate::{Offsets, Options, Published};
use std::rc::Rc;

/// Characters up to which a text is read at every keystroke, and the milliseconds this may have taken the
/// last time; else it is read once the reader pauses.
const AT_ONCE: (usize, f64) = (50_000, 30.0);

/// Milliseconds without a keystroke after which a long text is read.
const PAUSE: i32 = 200;

/// Milliseconds that let the page show something before it reads a long text.
const MOMENT: i32 = 40;

/// Milliseconds without a change after which screen readers hear what was found.
const SAY: i32 = 900;

/// Where the panels lie under the story, as in `www/style.css`.
const NARROW: &str = "(max-width: 56rem)";

impl Page {
    /// The paste has changed under the reader's hands: reads it, now or after a pause.
    pub(crate) fn changed(&self) -> Result<()> {
        let slow = self.breakdown.borrow().took > AT_ONCE.1;
        let long = self.frame.paste.text_length() as usize > AT_ONCE.0;
        if slow || long { self.soon(PAUSE) } else { self.read() }
    }

    /// The paste is another text: reads it, after a word to the reader where that takes a while.
    pub(crate) fn replaced(&self) -> Result<()> {
        let length = self.frame.paste.text_length() as usize;
        if length <= AT_ONCE.0 {
            return self.read();
        }
        self.frame.status.set_text_content(Some(&format!("Reading {} …", counted(length, "character", "characters"))));
        self.soon(MOMENT)
    }

    /// Reads the paste after `wait` milliseconds; until then the story is that of an earlier text.
    fn soon(&self, wait: i32) -> Result<()> {
        self.frame.story.set_attribute("aria-busy", "true")?;
        self.later(0, wait)
    }

    /// Calls one of the timed functions after `wait` milliseconds, and only once however often it is asked.
    fn later(&self, which: usize, wait: i32) -> Result<()> {
        let (mut read, mut say) = self.timers.get();
        let timer = if which == 0 { &mut read } else { &mut say };
        if let Some(timer) = timer.take() {
            self.frame.window.clear_timeout_with_handle(timer);
        }
        if let Some(call) = self.calls.get().and_then(|calls| calls.get(which)) {
            *timer = Some(self.frame.window.set_timeout_with_callback_and_timeout_and_arguments_0(call, wait)?);
        }
        self.timers.set((read, say));
        Ok(())
    }

    /// Reads the paste and shows what was found.
    pub(crate) fn read(&self) -> Result<()> {
        let frame = &self.frame;
        let text = self.text();
        let given = self.given.borrow().clone();
        let blank = text.trim().is_empty();
        let now = || frame.window.performance().map_or(0.0, |clock| clock.now());
        let begun = now();
        let (published, refused) = match given.as_deref().map(str::parse::<Published>).transpose() {
            Ok(published) => (published, None),
            Err(error) => (None, Some(error.to_string())),
        };
        let options = Options { offsets: Offsets::Utf8, published, ..Options::default() };
        let article = (!blank).then(|| crate::parse(&text, &options));
        let took = now() - begun;
        let head_items = article.as_ref().map(head_items).unwrap_or_default();
        let marks = article.as_ref().map(|article| {
            let places: Vec<_> = head_items.iter().map(|item| item.span).collect();
            marks::collect(article, &places)
        });
        self.shown.replace(Shown { setting: Setting::new(marks.unwrap_or_default()), rows: [ROWS; PANELS.len()] });
        let (date, given) = match (given, &article) {
            (Some(date), _) if refused.is_none() => (Some(date), true),
            (_, Some(article)) => (own_date(article), false),
            (_, None) => (None, false),
        };
        // a date without its day or year, which no date field takes, leaves it empty; what the reader gave stays
        if refused.is_none() {
            let day = date.as_deref().filter(|date| date.len() == 10 && !date.contains('X'));
            frame.date.set_value(day.unwrap_or_default());
        }
        let breakdown = Rc::new(Breakdown { text, article, head_items, date, given, took });
        self.breakdown.replace(Rc::clone(&breakdown));
        self.visited.set(None);
        self.hide_tip();
        frame.clear.set_disabled(breakdown.text.is_empty());
        if let Some(root) = frame.root() {
            root.class_list().toggle_with_force("has-story", !blank)?;
        }
        frame.blank.set_hidden(!blank);
        frame.story.remove_attribute("aria-busy")?;
        frame.story.set_text_content(None);
        let long = breakdown.text.len() > AT_ONCE.0;
        frame.story.class_list().toggle_with_force("long", long)?;
        self.show_slice()?;
        self.count_to_check()?;
        PANELS.iter().try_for_each(|panel| self.show_panel(panel))?;
        legend::count(frame, &breakdown)?;
        frame.status.set_text_content(Some(&breakdown.status()));
        frame.date_basis.set_text_content(Some(refused.as_deref().unwrap_or_else(|| breakdown.date_basis())));
        self.later(1, SAY)
    }

    /// Says what was found to screen readers.
    pub(crate) fn say(&self) {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        self.frame.said.set_text_content(Some(&breakdown.found()));
    }

    /// Shows the next slice of the story.
    pub(crate) fn show_slice(&self) -> Result<()> {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let Some(article) = &breakdown.article else { return Ok(()) };
        let frame = &self.frame;
        let mut setting = std::mem::take(&mut self.shown.borrow_mut().setting);
        let slice = Proof { dom: &frame.dom, text: &breakdown.text, article }.slice(&mut setting)?;
        let (set, all) = (setting.set(), article.blocks.len());
        self.shown.borrow_mut().setting = setting;
        if let Some(old) = frame.story.query_selector(".rest")? {
            old.remove();
        }
        frame.story.add(&slice)?;
        if set < all {
            let words = format!("The first {} are shown.", counted(set, "part", "parts"));
            let button = frame.dom.button("more")?.set("data-do", "slice").text("Show more");
            let left = format!(" {} left.", counted(all - set, "part is", "parts are"));
            let rest = frame.dom.el("p")?.class("rest").text(&words).text(&left).text(" ").with(&button);
            frame.story.add(&rest)?;
        }
        legend::apply(frame);
        Ok(())
    }

    /// Whether there is more of the story than is shown.
    pub(crate) fn has_more(&self) -> bool {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        breakdown.article.as_ref().is_some_and(|article| self.shown.borrow().setting.set() < article.blocks.len())
    }

    /// Where the panels lie under the story, all but the first begin folded.
    pub(crate) fn fold_panels(&self) -> Result<()> {
        if self.frame.window.match_media(NARROW)?.is_some_and(|query| query.matches()) {
            for panel in all(&self.frame.panels, "details:not(#panel-glance)") {
                panel.remove_attribute("open")?;
            }
        }
        Ok(())
    }

    /// Shows more rows of a panel.
    pub(crate) fn show_rows(&self, panel: &str) -> Result<()> {
        if let Some(at) = PANELS.iter().position(|name| *name == panel) {
            self.shown.borrow_mut().rows[at] *= 5;
        }
        self.show_panel(panel)
    }

    /// Makes sure that row `index` of a panel is there.
    pub(crate) fn reach_row(&self, panel: &str, index: usize) -> Result<()> {
        let at = PANELS.iter().position(|name| *name == panel).unwrap_or_default();
        if self.shown.borrow().rows[at] > index {
            return Ok(());
        }
        self.shown.borrow_mut().rows[at] = index + ROWS;
        self.show_panel(panel)
    }

    /// Shows a panel anew.
    pub(crate) fn show_panel(&self, panel: &str) -> Result<()> {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let Some(article) = &breakdown.article else { return Ok(()) };
        let at = PANELS.iter().position(|name| *name == panel).unwrap_or_default();
        let rows = self.shown.borrow().rows[at];
        let root: web_sys::Element = self.frame.dom.by_id(panel)?;
        let Breakdown { text, head_items, date, .. } = &*breakdown;
        let count =
            View { dom: &self.frame.dom, text, article, head_items, date: date.as_deref(), rows }.show(panel, &root)?;
        let place = self.frame.panels.query_selector(&format!("#panel-{panel} > summary > .count"))?;
        if let Some(place) = place {
            place.set_text_content(count.map(|count| count.to_string()).as_deref());
        }
        Ok(())
    }
}
