//! From the paste to what is shown.

use super::breakdown::{Breakdown, own_date};
use super::dom::Result;
use super::figures::counted;
use super::head_items::head_items;
use super::panels::{PANELS, ROWS};
use super::sample;
use super::state::Page;
use super::work::{Asked, Turn};
use crate::{Article, Options, Published};
use std::rc::Rc;

/// Bytes up to which a text is read at every keystroke.
const SHORT: usize = 16_000;

/// Milliseconds that such a reading may have taken the last time to be made here; else it is made in the worker, so that
/// the page never waits for it: what was typed is to be seen in the next frame, which also has to be set.
const HERE: f64 = 6.0;

/// Characters from which on a reader is told that a text is being read.
const SLOW: usize = 50_000;

/// Milliseconds without a keystroke after which a text is read that is long or takes as long.
const PAUSE: i32 = 60;

/// Milliseconds without a change after which screen readers hear what was found.
const SAY: i32 = 900;

impl Page {
    /// The text has changed under the reader's hands: reads it, now or after a pause.
    pub(crate) fn changed(&self) -> Result<()> {
        if self.text.borrow().len() <= SHORT && self.breakdown.borrow().took.is_none_or(|took| took <= f64::from(PAUSE))
        {
            return self.read();
        }
        self.give_up();
        self.busy()?;
        self.later(0, PAUSE)
    }

    /// The text is another one: reads it, after a word to the reader where that takes a while.
    pub(crate) fn replaced(&self) -> Result<()> {
        let length = self.text().chars().take(SLOW + 1).count();
        if length > SLOW {
            let length = self.text().chars().count();
            let words = format!("Reading {} …", counted(length, "character", "characters"));
            self.frame.status.set_text_content(Some(&words));
        }
        self.read()
    }

    fn is_read_here(&self) -> bool {
        let breakdown = self.breakdown.borrow();
        // the first one is made here: the worker is not there yet, and there is nothing to type in; so is the first after
        // the sample, whose breakdown came with the page
        self.text.borrow().len() <= SHORT
            && (breakdown.article.is_none() || breakdown.took.is_none_or(|took| took <= HERE))
    }

    /// Says that the story is that of an earlier text.
    fn busy(&self) -> Result<()> {
        self.frame.story.set_attribute("aria-busy", "true")
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

    /// Milliseconds since the page began.
    pub(crate) fn now(&self) -> f64 {
        self.frame.window.performance().map_or(0.0, |clock| clock.now())
    }

    /// Reads the text and shows what was found.
    pub(crate) fn read(&self) -> Result<()> {
        self.give_up();
        let given = self.given.borrow().date.clone();
        let (published, refused) = match given.as_deref().map(str::parse::<Published>).transpose() {
            Ok(published) => (published, None),
            Err(error) => (None, Some(error.to_string())),
        };
        let options = Options { published, ..self.options() };
        let corrections = Rc::clone(&self.corrections.borrow());
        let asked = Asked { text: self.text(), options, corrections, given, refused, begun: self.now() };
        self.busy()?;
        if asked.text.trim().is_empty() {
            self.arrived(asked, None)
        } else if !self.has_own()
            && let Some(kept) = sample::kept(&asked.text, &asked.options, &asked.corrections)
        {
            self.arrived(Asked { begun: f64::INFINITY, ..asked }, Some(kept))
        } else if self.is_read_here() && !self.has_own() {
            self.read_here(asked)
        } else {
            self.read_away(asked)
        }
    }

    /// Reads at once.
    pub(crate) fn read_here(&self, asked: Asked) -> Result<()> {
        let crate::Corrected { article, orphans } =
            crate::parse_corrected(&asked.text, &asked.options, &asked.corrections);
        self.arrived(asked, Some((article, orphans.iter().map(|orphan| orphan.index).collect())))
    }

    /// Takes a breakdown and begins to show it.
    pub(crate) fn arrived(&self, asked: Asked, read: Option<(Article, Vec<usize>)>) -> Result<()> {
        let frame = &self.frame;
        let Asked { text, given, refused, begun, .. } = asked;
        let took = Some(self.now() - begun).filter(|took| took.is_finite());
        let (article, orphans) = read.unzip();
        let orphans = orphans.unwrap_or_default();
        let head_items = article.as_ref().map(head_items).unwrap_or_default();
        self.shown.borrow_mut().rows = [ROWS; PANELS.len()];
        self.shown.borrow_mut().source = None;
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
        let blank = article.is_none();
        let breakdown = Rc::new(Breakdown { text, article, head_items, date, given, took, orphans });
        let before = self.breakdown.replace(Rc::clone(&breakdown));
        self.ticks.borrow_mut().follow(&breakdown.text, breakdown.article.as_ref());
        self.visited.set(None);
        self.stands.set(None);
        self.hide_tip();
        frame.clear.set_disabled(breakdown.text.is_empty());
        if let Some(root) = frame.root() {
            root.class_list().toggle_with_force("has-story", !blank)?;
        }
        frame.blank.set_hidden(!blank);
        self.fold_paste(&before.text, &breakdown.text)?;
        self.show_banner()?;
        self.count_to_check()?;
        frame.status.set_text_content(Some(&breakdown.status()));
        self.count_corrections()?;
        self.count_left()?;
        frame.date_basis.set_text_content(Some(refused.as_deref().unwrap_or_else(|| breakdown.date_basis())));
        self.later(1, SAY)?;
        self.turn.replace(Turn::Marks);
        // a long one goes on in a task of its own
        if breakdown.text.len() > SLOW { self.go_on(false) } else { self.take_turn() }
    }

    /// Says what was found to screen readers.
    pub(crate) fn say(&self) {
        let breakdown = Rc::clone(&self.breakdown.borrow());
        self.frame.said.set_text_content(Some(&breakdown.found()));
        let _ = self.show_waiting_panels();
    }
}
