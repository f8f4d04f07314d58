//! A reader's corrections, each in a sentence.

use super::{Story, on_one_line};
use crate::{Anchor, Change, Item, Who};

/// The longest words of the text that are repeated, in characters.
const SHOWN: usize = 80;

impl Story<'_> {
    /// What the reader corrected, in order, each in a sentence that begins small and has no full stop.
    pub(crate) fn changes(&self) -> Vec<String> {
        self.document.corrections().iter().map(say).collect()
    }

    /// The same without those of parts, which say nothing to somebody who sees no parts.
    pub(crate) fn changes_of_readings(&self) -> Vec<String> {
        let of_parts =
            |change: &&Change| matches!(change, Change::Role { .. } | Change::Split { .. } | Change::Join { .. });
        let changes = self.document.corrections().iter().filter(|change| !of_parts(change));
        changes.map(|change| format!("Corrected by a reader: {}", say(change))).collect()
    }
}

fn words(anchor: &Anchor) -> String {
    let line = on_one_line(&anchor.words);
    let line = line.trim_matches(['“', '”', '"']);
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("“{}…”", &line[..end]),
        None => format!("“{line}”"),
    }
}

fn who(speaker: Option<&Who>) -> String {
    match speaker {
        Some(Who::Mention(anchor)) => on_one_line(&anchor.words),
        Some(Who::Name(name)) => on_one_line(name),
        None => "nobody whom the text tells".to_owned(),
    }
}

fn say(change: &Change) -> String {
    match change {
        Change::Role { at, role, .. } => format!("{} is a part of the kind {role}", words(at)),
        Change::Split { at } => format!("a part begins with {}", words(at)),
        Change::Join { at } => format!("{} is one part", words(at)),
        Change::Entity { at, kind } => format!("{} names a thing of the kind {kind}", words(at)),
        Change::Name { at, name } => format!("{} is named {}", words(at), on_one_line(name)),
        Change::Merge { at, to } | Change::Attach { at, to } => format!("{} is the same as {}", words(at), words(to)),
        Change::Detach { at } => format!("{} is named for itself", words(at)),
        Change::Quote { at, speaker: None } => format!("{} is said by somebody", words(at)),
        Change::Quote { at, speaker } | Change::Speaker { at, speaker } => {
            format!("{} is said by {}", words(at), who(speaker.as_ref()))
        }
        Change::Time { at, value, .. } => format!("{} means {value}", words(at)),
        Change::Quantity { at, value, unit } => {
            format!("{} means {value} {}", words(at), unit.as_deref().unwrap_or_default()).trim_end().to_owned()
        }
        Change::Published { value, .. } => format!("the story was published {value}"),
        Change::Updated { value, .. } => format!("the story was last changed {value}"),
        Change::Remove { at, item } => {
            let what = match item {
                Item::Entity | Item::Mention => "name",
                Item::Quote => "quote",
                Item::Time => "time",
                Item::Quantity => "number",
                Item::Published => "date of publication",
                Item::Updated => "date of a change",
            };
            format!("{} is no {what}", words(at))
        }
    }
}
