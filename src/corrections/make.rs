//! Changes made from a breakdown's own items, as whoever points at one of them makes them. Each gives `None` where the
//! breakdown has no such item, or is not of the text. Readings are added by [`Anchor::of`] the words that are selected.

use super::{Anchor, Change, Item, TimeValue, Who};
use crate::span::Units;
use crate::{Article, EntityKind, Published, Role, Span};

/// The longest part whose words are kept as a whole, and how much of a longer one, in characters: its correction then
/// outlives edits further down in it.
const WHOLE: usize = 160;
const OPENING: usize = 80;

/// Words that are kept of the beginning of a part, and of the end of the one before, in characters.
const EDGE: usize = 40;

impl Anchor {
    /// The place `span` of `article`, which is the breakdown of `text`, in bytes.
    #[must_use]
    pub fn within(text: &str, article: &Article, span: Span) -> Option<Self> {
        let units = Units::new(text, article.offsets);
        let span = Span { start: units.byte(span.start)?, end: units.byte(span.end)? };
        Some(Self::of(text, span)).filter(|anchor| !anchor.words.is_empty())
    }
}

/// The bytes after `count` characters of `slice`, from its end where `back`.
fn some(slice: &str, count: usize, back: bool) -> usize {
    if back {
        slice.len() - slice.char_indices().rev().nth(count.saturating_sub(1)).map_or(0, |(at, _)| at)
    } else {
        slice.char_indices().nth(count).map_or(slice.len(), |(at, _)| at)
    }
}

impl Change {
    /// Part `block` is of `role`.
    #[must_use]
    pub fn role(text: &str, article: &Article, block: usize, role: Role) -> Option<Self> {
        let whole = Anchor::within(text, article, article.blocks.get(block)?.span)?;
        if whole.words.chars().nth(WHOLE).is_none() {
            return Some(Self::Role { at: whole, role, opening: false });
        }
        let end = whole.span.start + some(&whole.words, OPENING, false);
        Some(Self::Role { at: Anchor::of(text, Span::new(whole.span.start, end)), role, opening: true })
    }

    /// A part begins at `at`, in the unit of `article`: the next character that is not white space. `None` where one does
    /// already, or where nothing follows.
    #[must_use]
    pub fn split(text: &str, article: &Article, at: usize) -> Option<Self> {
        let units = Units::new(text, article.offsets);
        let at = units.byte(at)?;
        let at = at + (text.len() - at - text[at..].trim_start().len());
        let block = article.blocks.iter().find(|block| units.byte(block.span.end).is_some_and(|end| at < end))?;
        let (start, end) = (units.byte(block.span.start)?, units.byte(block.span.end)?);
        let words = Span::new(at, at + some(text.get(at..end)?, EDGE, false)).trim(text);
        (start < at).then(|| Self::Split { at: Anchor::of(text, words) })
    }

    /// Part `block` and the one before it are one, of the role of the one before.
    #[must_use]
    pub fn join(text: &str, article: &Article, block: usize) -> Option<Self> {
        let before = Anchor::within(text, article, article.blocks.get(block.checked_sub(1)?)?.span)?;
        let after = Anchor::within(text, article, article.blocks.get(block)?.span)?;
        let start = before.span.end - some(&before.words, EDGE, true);
        let end = after.span.start + some(&after.words, EDGE, false);
        Some(Self::Join { at: Anchor::of(text, Span::new(start, end).trim(text)) })
    }

    /// The entity `entity` is of `kind`.
    #[must_use]
    pub fn entity(text: &str, article: &Article, entity: usize, kind: EntityKind) -> Option<Self> {
        Some(Self::Entity { at: mention(text, article, entity, 0)?, kind })
    }

    /// The entity `entity` has the name `name`.
    #[must_use]
    pub fn name(text: &str, article: &Article, entity: usize, name: impl Into<String>) -> Option<Self> {
        Some(Self::Name { at: mention(text, article, entity, 0)?, name: name.into() })
    }

    /// The entity `entity` is the entity `into`.
    #[must_use]
    pub fn merge(text: &str, article: &Article, entity: usize, into: usize) -> Option<Self> {
        Some(Self::Merge { at: mention(text, article, entity, 0)?, to: mention(text, article, into, 0)? })
    }

    /// Mention `nth` of the entity `entity` is an entity of its own.
    #[must_use]
    pub fn detach(text: &str, article: &Article, entity: usize, nth: usize) -> Option<Self> {
        Some(Self::Detach { at: mention(text, article, entity, nth)? })
    }

    /// Mention `nth` of the entity `entity` names the entity `to`.
    #[must_use]
    pub fn attach(text: &str, article: &Article, entity: usize, nth: usize, to: usize) -> Option<Self> {
        Some(Self::Attach { at: mention(text, article, entity, nth)?, to: mention(text, article, to, 0)? })
    }

    /// The quote `quote` is said by the entity `entity`.
    #[must_use]
    pub fn said_by(text: &str, article: &Article, quote: usize, entity: usize) -> Option<Self> {
        Self::speaker(text, article, quote, Some(Who::Mention(mention(text, article, entity, 0)?)))
    }

    /// The quote `quote` is said by `speaker`; by nobody whom the text tells where that is `None`.
    #[must_use]
    pub fn speaker(text: &str, article: &Article, quote: usize, speaker: Option<Who>) -> Option<Self> {
        Some(Self::Speaker { at: Anchor::within(text, article, article.quotes.get(quote)?.span)?, speaker })
    }

    /// The time `time` has the value `value`.
    #[must_use]
    pub fn time(text: &str, article: &Article, time: usize, value: TimeValue) -> Option<Self> {
        Some(Self::Time { at: Anchor::within(text, article, article.times.get(time)?.span)?, value, kind: None })
    }

    /// The quantity `quantity` has the value `value` and the unit `unit`.
    #[must_use]
    pub fn quantity(text: &str, article: &Article, quantity: usize, value: f64, unit: Option<String>) -> Option<Self> {
        let at = Anchor::within(text, article, article.quantities.get(quantity)?.span)?;
        value.is_finite().then_some(Self::Quantity { at, value, unit })
    }

    /// The story was published then; where the text says so stays as it is read.
    #[must_use]
    pub fn published(text: &str, article: &Article, value: Published) -> Self {
        let span = article.head.published.as_ref().and_then(|stamp| stamp.span);
        Self::Published { at: span.and_then(|span| Anchor::within(text, article, span)), value }
    }

    /// The story was last changed then; where the text says so stays as it is read.
    #[must_use]
    pub fn updated(text: &str, article: &Article, value: Published) -> Self {
        let span = article.head.updated.as_ref().and_then(|stamp| stamp.span);
        Self::Updated { at: span.and_then(|span| Anchor::within(text, article, span)), value }
    }

    /// The `item` with this `index` is none. Of a mention, which has none, [`Change::Remove`] is told by its words.
    #[must_use]
    pub fn remove(text: &str, article: &Article, item: Item, index: usize) -> Option<Self> {
        Anchor::item(text, article, item, index).map(|at| Self::Remove { at, item })
    }
}

impl Anchor {
    /// Where the `item` with this `index` lies: an entity at its first mention.
    #[must_use]
    pub fn item(text: &str, article: &Article, item: Item, index: usize) -> Option<Self> {
        let span = match item {
            Item::Entity => *article.entities.get(index)?.mentions.first()?,
            Item::Mention => return None,
            Item::Quote => article.quotes.get(index)?.span,
            Item::Time => article.times.get(index)?.span,
            Item::Quantity => article.quantities.get(index)?.span,
            Item::Published => article.head.published.as_ref()?.span?,
            Item::Updated => article.head.updated.as_ref()?.span?,
        };
        Self::within(text, article, span)
    }
}

/// Mention `nth` of the entity `entity`.
fn mention(text: &str, article: &Article, entity: usize, nth: usize) -> Option<Anchor> {
    Anchor::within(text, article, *article.entities.get(entity)?.mentions.get(nth)?)
}
