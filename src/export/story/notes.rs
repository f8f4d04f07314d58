//! What a reader checked and remarked, in words.

use super::{Story, on_one_line};
use crate::{Item, Span, Tick};

/// A tick with its place.
pub(crate) struct Note<'d> {
    /// What the reader said.
    pub(crate) tick: &'d Tick,
    /// Where it lies in the text as given; `None` where it is of the story as a whole, or lies nowhere any more.
    pub(crate) span: Option<Span>,
}

impl Story<'_> {
    /// What the reader checked and remarked, in the order of the document.
    pub(crate) fn notes(&self) -> Vec<Note<'_>> {
        let places = self.document.tick_places().into_iter().zip(self.document.ticks());
        places.map(|(place, tick)| Note { tick, span: place.ok().flatten() }).collect()
    }
}

impl Note<'_> {
    /// In a line: `Checked: the quote “Boats sail again”, against the recording: word for word`.
    pub(crate) fn say(&self) -> String {
        let mut said = String::from(if self.tick.checked { "Checked" } else { "Remark" });
        if let Some(anchor) = &self.tick.at {
            said.push_str(": the ");
            said.push_str(thing(self.tick.item));
            said.push_str(" “");
            said.push_str(on_one_line(&anchor.words).trim_matches(['“', '”', '"']));
            said.push('”');
        }
        if let Some(rest) = say_of(self.tick) {
            said.push_str(if self.tick.at.is_some() { "; " } else { ": " });
            said.push_str(&rest);
        }
        said
    }
}

/// What a tick says besides that something is checked.
pub(crate) fn say_of(tick: &Tick) -> Option<String> {
    let source = tick.source.as_deref().map(|source| format!("checked against: {}", on_one_line(source)));
    let said: Vec<String> = source.into_iter().chain(tick.remark.as_deref().map(on_one_line)).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

fn thing(item: Item) -> &'static str {
    match item {
        Item::Entity | Item::Mention => "name",
        Item::Quote => "quote",
        Item::Time => "time",
        Item::Quantity => "number",
        Item::Published => "date of publication",
        Item::Updated => "date of the last change",
    }
}
