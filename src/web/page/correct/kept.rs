//! What the reader said against the breakdown, kept with the text and undone with it.

use super::words;
use crate::web::page::dom::Result;
use crate::web::page::state::Page;
use crate::web::page::steps::{Deed, Step};
use crate::{Change, Corrections};
use std::rc::Rc;

impl Page {
    /// The text has been edited: what was said of other places of `old` holds of them where they are now.
    pub(crate) fn follow_edit(&self, old: &str) {
        let mut corrections = self.corrections.borrow_mut();
        if !corrections.is_empty() {
            Rc::make_mut(&mut corrections).follow(old, &self.text());
        }
    }

    /// Puts other corrections in place of these.
    pub(crate) fn swap_corrections(&self, after: Rc<Corrections>) -> Option<Step> {
        let before = self.corrections.replace(Rc::clone(&after));
        (before != after).then_some(Step::Corrections { before, after })
    }

    /// Takes in what the reader said, as one thing to undo.
    pub(super) fn correct(&self, changes: Vec<Change>) -> Result<()> {
        let Some(last) = changes.last() else { return Ok(()) };
        let (deed, told) = (words::deed(last), words::told(last));
        let mut corrections = self.corrections.borrow().as_ref().clone();
        corrections.extend(changes);
        self.decide(deed, corrections, &format!("{told}."))
    }

    /// Takes back corrections by their indices.
    pub(super) fn take_back(&self, indices: &[usize]) -> Result<()> {
        let old = self.corrections.borrow();
        let left = old.iter().enumerate().filter(|(index, _)| !indices.contains(index));
        let left = left.map(|(_, change)| change.clone()).collect();
        drop(old);
        self.decide("taking back", left, "Taken back.")
    }

    fn decide(&self, deed: &'static str, corrections: Corrections, said: &str) -> Result<()> {
        if let Some(step) = self.swap_corrections(corrections.into()) {
            self.kept.deeds.borrow_mut().record(Deed::new(deed, vec![step]));
            self.keep_soon();
            self.show_deeds()?;
        }
        self.tell(said)?;
        self.replaced()
    }

    /// Says what has changed, to screen readers too, wherever the reader is.
    pub(super) fn tell(&self, said: &str) -> Result<()> {
        self.notify(said);
        self.frame.dom.by_id::<web_sys::Element>("corrected")?.set_text_content(Some(said));
        Ok(())
    }
}
