//! What a mark of the story means, in a line of words.

use super::marks::Mark;
use super::notes::say_of;
use super::{Story, on_one_line};
use crate::{Certainty, Item, Tick};
use std::fmt::Write as _;

impl Story<'_> {
    /// What a mark means, how sure that is, and what the reader said of it.
    pub(crate) fn about(&self, mark: Mark) -> String {
        let (mut said, certainty, corrected) = match mark {
            Mark::Quote(index) => self.about_quote(index),
            Mark::Entity(index) => self.about_entity(index),
            Mark::Time(index) => self.about_time(index),
            Mark::Quantity(index) => self.about_quantity(index),
            Mark::Own(index) => (self.about_own(index), None, false),
        };
        if corrected {
            said.push_str("; corrected by a reader");
        } else if let Some(certainty) = certainty {
            let _ = write!(said, "; certainty {}%", certainty.hundredths());
        }
        if let Some(tick) = self.tick_at(mark) {
            if tick.checked {
                said.push_str("; checked");
            }
            if let Some(rest) = say_of(tick) {
                said.push_str("; ");
                said.push_str(&rest);
            }
        }
        said
    }

    /// What the reader said of a mark.
    pub(crate) fn tick_at(&self, mark: Mark) -> Option<&Tick> {
        match mark {
            Mark::Quote(index) => self.tick(Item::Quote, self.given.quotes.get(index)?.span),
            Mark::Entity(index) => self.tick_of(self.given.entities.get(index)?),
            Mark::Time(index) => self.tick(Item::Time, self.given.times.get(index)?.span),
            Mark::Quantity(index) => self.tick(Item::Quantity, self.given.quantities.get(index)?.span),
            Mark::Own(_) => None,
        }
    }

    fn about_quote(&self, index: usize) -> (String, Option<Certainty>, bool) {
        let quote = &self.article.quotes[index];
        let mut said = format!("{} {}", quote.kind, quote.act);
        match Self::speaker(quote) {
            Some(name) => {
                let _ = write!(said, " of {name}");
                let titles = self.speaking(quote).map(|entity| entity.titles.join(", "));
                if let Some(titles) = titles.filter(|titles| !titles.is_empty()) {
                    let _ = write!(said, " ({})", on_one_line(&titles));
                }
            }
            None => said.push_str(" without a source in the text"),
        }
        if let Some(cue) = &quote.cue {
            let _ = write!(said, ", “{}”", on_one_line(&cue.text));
        }
        (said, quote.certainty, Self::is_corrected(quote))
    }

    fn about_entity(&self, index: usize) -> (String, Option<Certainty>, bool) {
        let entity = &self.article.entities[index];
        let mut said = format!("{} {}", entity.kind, on_one_line(&entity.name));
        if !entity.titles.is_empty() {
            let _ = write!(said, " ({})", on_one_line(&entity.titles.join(", ")));
        }
        (said, entity.certainty, entity.basis.is_some())
    }

    fn about_time(&self, index: usize) -> (String, Option<Certainty>, bool) {
        let time = &self.article.times[index];
        let mut said = format!("{} {}", time.kind, time.value);
        if let Some(modifier) = time.modifier {
            let _ = write!(said, " {modifier}");
        }
        if let Some(end) = time.range_end.and_then(|end| self.article.times.get(end)) {
            let _ = write!(said, " until {}", end.value);
        }
        for other in &time.alternatives {
            let _ = write!(said, " or {}", other.value);
        }
        (said, time.certainty, time.basis.is_some())
    }

    /// The name of the pattern, and its remark.
    fn about_own(&self, index: usize) -> String {
        let mark = &self.article.marks[index];
        let said = [Some(&mark.name), mark.remark.as_ref()];
        said.into_iter().flatten().map(|words| on_one_line(words)).collect::<Vec<_>>().join("; ")
    }

    fn about_quantity(&self, index: usize) -> (String, Option<Certainty>, bool) {
        let quantity = &self.article.quantities[index];
        let mut said = String::new();
        if let Some(bound) = quantity.bound {
            let _ = write!(said, "{bound} ");
        }
        said.push_str(&quantity.value.to_string());
        if let Some(against) = quantity.against {
            let _ = write!(said, "-{against}");
        }
        if let Some(unit) = &quantity.unit {
            let _ = write!(said, " {}", on_one_line(unit));
        }
        (said, None, quantity.basis.is_some())
    }
}
