//! What a reader says of a text against its breakdown: one change each.

use super::{Anchor, TimeValue};
use crate::article::derived;
use crate::words::words;
use crate::{EntityKind, Published, Role, TimeKind};
use serde::{Deserialize, Serialize};

words! {
    /// What of a breakdown is meant at some words.
    #[derive(PartialOrd, Ord)]
    #[non_exhaustive]
    pub enum Item {
        /// A person, organization or place, with all its mentions.
        Entity = "entity",
        /// One mention of it.
        Mention = "mention",
        /// A quote.
        Quote = "quote",
        /// A time.
        Time = "time",
        /// A number with what it counts.
        Quantity = "quantity",
        /// When the story was published.
        Published = "published",
        /// When it was last changed.
        Updated = "updated",
    }
}

/// Who says something.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(all(test, not(target_arch = "wasm32")), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Who {
    /// The entity that is named at this place.
    Mention(Anchor),
    /// Somebody by a name of the reader's.
    Name(String),
}

/// One change. In JSON `change` names it: `{ "change": "role", "at": { … }, "role": "caption" }`.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(all(test, not(target_arch = "wasm32")), derive(schemars::JsonSchema))]
#[cfg_attr(any(test, target_arch = "wasm32"), serde(tag = "change", rename_all = "camelCase"))]
#[non_exhaustive]
pub enum Change {
    /// The words are one part, of this role.
    Role {
        /// The part's words.
        at: Anchor,
        /// What the part is.
        role: Role,
        /// Whether `at` holds only how the part begins: it then ends where it is read to end.
        #[cfg_attr(any(test, target_arch = "wasm32"), serde(default, skip_serializing_if = "std::ops::Not::not"))]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        opening: bool,
    },
    /// A part begins with these words; it and the one before keep their role.
    Split {
        /// How the part begins.
        at: Anchor,
    },
    /// The parts in which these words lie are one, of the first one's role.
    Join {
        /// Words of all of them, one after the other.
        at: Anchor,
    },
    /// The entity named by these words is of this kind; where nothing is named, the words become an entity.
    Entity {
        /// A mention of it.
        at: Anchor,
        /// What it is.
        kind: EntityKind,
    },
    /// The entity named by these words has this name.
    Name {
        /// A mention of it.
        at: Anchor,
        /// Its name in full.
        name: String,
    },
    /// Two entities are one: all mentions of the first become mentions of the second.
    Merge {
        /// A mention of the first.
        at: Anchor,
        /// A mention of the second.
        to: Anchor,
    },
    /// These words name an entity of their own.
    Detach {
        /// The mention.
        at: Anchor,
    },
    /// These words name the same entity as others do.
    Attach {
        /// The mention.
        at: Anchor,
        /// A mention of the entity to which it belongs.
        to: Anchor,
    },
    /// The words are said by somebody.
    Quote {
        /// What is said.
        at: Anchor,
        /// Who says it; absent where it stays as it is read.
        #[cfg_attr(any(test, target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"))]
        speaker: Option<Who>,
    },
    /// A quote has this speaker.
    Speaker {
        /// The quote.
        at: Anchor,
        /// Who says it; absent where nobody does whom the text tells.
        #[cfg_attr(any(test, target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"))]
        speaker: Option<Who>,
    },
    /// The words are a time of this value.
    Time {
        /// The expression.
        at: Anchor,
        /// TIMEX3 value.
        #[cfg_attr(all(test, not(target_arch = "wasm32")), schemars(with = "String"))]
        #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
        value: TimeValue,
        /// TIMEX3 type; absent where the value and what was read tell it.
        #[cfg_attr(any(test, target_arch = "wasm32"), serde(rename = "type", skip_serializing_if = "Option::is_none"))]
        kind: Option<TimeKind>,
    },
    /// The words are a number of this value.
    Quantity {
        /// The expression.
        at: Anchor,
        /// The number meant.
        value: f64,
        /// What it counts; absent where it counts nothing.
        #[cfg_attr(any(test, target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"))]
        unit: Option<String>,
    },
    /// The story was published then.
    Published {
        /// What in the text says so, where something does.
        #[cfg_attr(any(test, target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"))]
        at: Option<Anchor>,
        /// ISO 8601.
        #[cfg_attr(all(test, not(target_arch = "wasm32")), schemars(with = "String"))]
        #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
        value: Published,
    },
    /// The story was last changed then.
    Updated {
        /// What in the text says so, where something does.
        #[cfg_attr(any(test, target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"))]
        at: Option<Anchor>,
        /// ISO 8601.
        #[cfg_attr(all(test, not(target_arch = "wasm32")), schemars(with = "String"))]
        #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
        value: Published,
    },
    /// The words are no such thing.
    Remove {
        /// Where it was read.
        at: Anchor,
        /// What they are not.
        item: Item,
    },
}

impl Change {
    /// The place that is changed; `None` where it is the story as a whole.
    #[must_use]
    pub fn at(&self) -> Option<&Anchor> {
        match self {
            Self::Role { at, .. }
            | Self::Split { at }
            | Self::Join { at }
            | Self::Entity { at, .. }
            | Self::Name { at, .. }
            | Self::Merge { at, .. }
            | Self::Detach { at }
            | Self::Attach { at, .. }
            | Self::Quote { at, .. }
            | Self::Speaker { at, .. }
            | Self::Time { at, .. }
            | Self::Quantity { at, .. }
            | Self::Remove { at, .. } => Some(at),
            Self::Published { at, .. } | Self::Updated { at, .. } => at.as_ref(),
        }
    }

    /// The other place it speaks of: of the entity that mentions go to, or that speaks.
    #[must_use]
    pub fn to(&self) -> Option<&Anchor> {
        match self {
            Self::Merge { to, .. }
            | Self::Attach { to, .. }
            | Self::Quote { speaker: Some(Who::Mention(to)), .. }
            | Self::Speaker { speaker: Some(Who::Mention(to)), .. } => Some(to),
            _ => None,
        }
    }

    /// Calls `with` for every place it speaks of.
    pub(crate) fn each_anchor(&mut self, with: &mut dyn FnMut(&mut Anchor)) {
        let (at, to) = match self {
            Self::Role { at, .. }
            | Self::Split { at }
            | Self::Join { at }
            | Self::Entity { at, .. }
            | Self::Name { at, .. }
            | Self::Detach { at }
            | Self::Time { at, .. }
            | Self::Quantity { at, .. }
            | Self::Remove { at, .. } => (Some(at), None),
            Self::Merge { at, to } | Self::Attach { at, to } => (Some(at), Some(to)),
            Self::Quote { at, speaker } | Self::Speaker { at, speaker } => match speaker {
                Some(Who::Mention(to)) => (Some(at), Some(to)),
                _ => (Some(at), None),
            },
            Self::Published { at, .. } | Self::Updated { at, .. } => (at.as_mut(), None),
        };
        at.into_iter().chain(to).for_each(with);
    }
}

derived! {
    /// That a reader checked something, or what a reader remarks on it.
    #[derive(Eq)]
    pub struct Tick {
        /// Where it lies; absent where it is of the story as a whole.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub at: Option<Anchor>,
        /// What is meant there.
        pub item: Item,
        /// Whether it was checked.
        pub checked: bool,
        /// What the reader remarks.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub remark: Option<String>,
        /// What it was checked against.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub source: Option<String>,
    }
}
