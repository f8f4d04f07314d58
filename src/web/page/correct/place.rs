//! Where the reader is after a correction: at the same place, which is lit.

use super::open::After;
use crate::web::page::dom::Result;
use crate::web::page::links::Thing;
use crate::web::page::sheet::focus_still;
use crate::web::page::state::Page;
use crate::{Article, Span};
use std::rc::Rc;
use web_sys::{Element, ScrollLogicalPosition};

/// The thing of this letter at this place, and which mention of it.
fn thing_at(article: &Article, kind: char, at: usize) -> Option<(usize, usize)> {
    let holds = |span: Span| span.start <= at && at < span.end;
    let index = match kind {
        'b' => article.blocks.iter().position(|block| holds(block.span)),
        'q' => article.quotes.iter().position(|quote| holds(quote.span)),
        't' => article.times.iter().position(|time| holds(time.span)),
        'n' => article.quantities.iter().position(|quantity| holds(quantity.span)),
        'e' => {
            return article.entities.iter().enumerate().find_map(|(index, entity)| {
                Some((index, entity.mentions.iter().position(|&mention| holds(mention))?))
            });
        }
        _ => Some(at),
    };
    Some((index?, 0))
}

impl Page {
    /// The breakdown is shown: puts the reader where the correction was made.
    pub(crate) fn settle_correction(&self) -> Result<()> {
        let Some(After { kind, index, at, in_story }) = self.after.take() else { return Ok(()) };
        let breakdown = Rc::clone(&self.breakdown.borrow());
        let Some(article) = &breakdown.article else { return Ok(()) };
        let found = thing_at(article, kind, at);
        if in_story {
            let name = found.map(|(index, _)| format!("{kind}{index}"));
            let mark = name.map(|name| self.frame.story.query_selector(&format!("a[data-ref~=\"{name}\"]")));
            return match mark.transpose()?.flatten() {
                Some(mark) => self.arrive(&mark, &mark, ScrollLogicalPosition::Nearest),
                None => self.frame.story.focus(),
            };
        }
        let thing = Thing { kind, index: found.map_or(index, |(index, _)| index) };
        self.choose_tab(thing.panel())?;
        self.reach_row(thing.panel(), self.row_of(thing))?;
        // what is no more leaves its place to the next one
        let row = |index: usize| self.frame.dom.0.get_element_by_id(&format!("row-{kind}{index}"));
        match row(thing.index).or_else(|| row(thing.index.checked_sub(1)?)) {
            Some(row) => {
                let stop = row.query_selector(".correct-this")?.unwrap_or_else(|| row.clone());
                self.arrive(&row, &stop, ScrollLogicalPosition::Nearest)?;
                self.link(Some(&row))
            }
            None => focus_still(&self.frame.dom.by_id::<Element>(&format!("panel-{}", thing.panel()))?),
        }
    }
}
