//! What a reader corrects, in words.

use crate::web::page::folds::opening;
use crate::web::page::roles::label;
use crate::{Anchor, Change, EntityKind, Item, Role, Who};

/// Characters shown of the words that a correction is about.
const WORDS: usize = 32;

/// A part, as one speaks of it.
pub(crate) fn role(role: Role) -> &'static str {
    if role == Role::Paragraph { "Paragraph" } else { label(role) }
}

/// What is named.
pub(crate) fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organization => "Organisation",
        EntityKind::Place => "Place",
    }
}

/// What the reader did, as the button that undoes it says.
pub(crate) fn deed(change: &Change) -> &'static str {
    match change {
        Change::Role { .. } => "role of a part",
        Change::Split { .. } => "new part",
        Change::Join { .. } => "joined parts",
        Change::Entity { .. } => "kind of a name",
        Change::Name { .. } => "name",
        Change::Merge { .. } => "two names as one",
        Change::Detach { .. } | Change::Attach { .. } => "whom a mention means",
        Change::Quote { .. } => "quote",
        Change::Speaker { .. } => "speaker",
        Change::Time { .. } => "time",
        Change::Quantity { .. } => "number",
        Change::Published { .. } => "date published",
        Change::Updated { .. } => "date updated",
        Change::Remove { item, .. } => match item {
            Item::Entity | Item::Mention => "no name",
            Item::Quote => "no quote",
            Item::Time => "no time",
            _ => "no number",
        },
    }
}

/// A correction as a sentence without a full stop.
pub(crate) fn told(change: &Change) -> String {
    let at = change.at().map(shown).unwrap_or_default();
    let to = change.to().map(shown).unwrap_or_default();
    match change {
        Change::Role { role: of, .. } => format!("{at}: {}", role(*of).to_lowercase()),
        Change::Split { .. } => format!("A part begins with {at}"),
        Change::Join { .. } => format!("One part: {at}"),
        Change::Entity { kind: of, .. } => format!("{at}: {}", kind(*of).to_lowercase()),
        Change::Name { name, .. } => format!("{at} is named “{}”", opening(name, WORDS)),
        Change::Merge { .. } => format!("{at} is the same as {to}"),
        Change::Detach { .. } => format!("{at} is somebody or something else"),
        Change::Attach { .. } => format!("{at} means {to}"),
        Change::Quote { speaker: None, .. } => format!("{at}: quote"),
        Change::Quote { speaker: Some(who), .. } | Change::Speaker { speaker: Some(who), .. } => {
            let who = match who {
                Who::Mention(_) => to,
                Who::Name(name) => format!("“{}”", opening(name, WORDS)),
            };
            format!("{at} is said by {who}")
        }
        Change::Speaker { speaker: None, .. } => format!("{at}: the text does not tell who says it"),
        Change::Time { value, .. } => {
            let value = crate::web::page::moments::moment(value.as_str()).map(|moment| moment.words);
            value.map_or_else(|| format!("{at}: another time"), |value| format!("{at} is {value}"))
        }
        Change::Quantity { value, unit, .. } => {
            let unit = unit.as_deref().unwrap_or_default();
            format!("{at} is {}", crate::web::page::amounts::exact(*value, unit))
        }
        Change::Published { value, .. } => format!("Published {value}"),
        Change::Updated { value, .. } => format!("Updated {value}"),
        Change::Remove { item, .. } => {
            let item = match item {
                Item::Entity | Item::Mention => "name",
                Item::Quote => "quote",
                Item::Time => "time",
                _ => "number",
            };
            format!("{at} is no {item}")
        }
    }
}

fn shown(anchor: &Anchor) -> String {
    format!("“{}”", opening(&anchor.words, WORDS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    #[test]
    fn corrections_are_told_in_words_and_not_in_codes() {
        let text = "Ferries sail again on Tuesday";
        let at = || Anchor::of(text, Span::new(0, 7));
        let time =
            Change::Time { at: Anchor::of(text, Span::new(22, 29)), value: "2023-05-02".parse().unwrap(), kind: None };
        assert_eq!(told(&time), "“Tuesday” is Tuesday 2 May 2023");
        assert_eq!(told(&Change::Role { at: at(), role: Role::PullQuote, opening: false }), "“Ferries”: pull quote");
        let who = Some(Who::Name("Ines Maro".to_owned()));
        assert_eq!(told(&Change::Speaker { at: at(), speaker: who }), "“Ferries” is said by “Ines Maro”");
        assert_eq!(told(&Change::Remove { at: at(), item: Item::Mention }), "“Ferries” is no name");
        assert_eq!(deed(&Change::Remove { at: at(), item: Item::Quote }), "no quote");
    }
}
