//! A reader's corrections: what somebody who read the text says against its breakdown.
//!
//! A [`Change`] is told by place and words ([`Anchor`]), so that it outlives edits elsewhere in the text and never holds of
//! other words. Changes of parts are taken in before anything is read from the parts; changes of readings after all of them
//! are made, each for itself, so that no other reading moves. What holds nowhere any more is an [`Orphan`].

mod anchor;
mod change;
mod document;
mod entities;
mod flat;
mod items;
mod list;
mod make;
mod quotes;
mod readings;
#[cfg(test)]
mod tests;
mod time_value;
mod told;
mod why;

pub use anchor::Anchor;
#[cfg(any(test, target_arch = "wasm32"))]
pub(crate) use anchor::{Edit, Finder};
pub use change::{Change, Item, Tick, Who};
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(crate) use document::Saved;
pub use document::{Document, DocumentVersion, OpenError};
#[cfg(target_arch = "wasm32")]
pub(crate) use document::{Kept, Saved};
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(crate) use flat::CHANGES;
#[cfg(target_arch = "wasm32")]
pub(crate) use flat::{Flat, Given};
pub use list::Corrections;
pub use time_value::TimeValue;
pub(crate) use told::Told;
pub use why::Why;

use crate::{Article, Options};

/// A breakdown with a reader's corrections taken in, and those that hold nowhere.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Corrected {
    /// The breakdown. What a reader changed says `reader` as its basis and has no certainty.
    pub article: Article,
    /// The corrections that changed nothing, as their words are gone; also warned of in the breakdown.
    pub orphans: Vec<Orphan>,
}

/// What a reader said, and what holds nowhere in the text any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Orphan {
    /// Its index among the corrections, or the ticks.
    pub index: usize,
    /// Why it holds nowhere.
    pub why: Why,
}

/// Reads `source` as [`parse`](crate::parse) does, with a reader's corrections taken in. Places in `corrections` are in
/// bytes. Never fails, never panics; linear in the text's length for each correction.
///
/// ```
/// use nutgraf::{Change, Corrections, Options, Role};
///
/// let text = "Our man at the quay\n\nFerry to the islands resumes after storm\n\nBoats sail again, the mayor said on Tuesday.";
/// let options = Options::new();
/// let article = nutgraf::parse(text, &options);
/// let mut corrections = Corrections::new();
/// corrections.extend(Change::role(text, &article, 0, Role::Section));
/// corrections.extend(Change::role(text, &article, 1, Role::Headline));
/// let corrected = nutgraf::parse_corrected(text, &options, &corrections);
/// assert_eq!(corrected.article.head.headline.unwrap().text, "Ferry to the islands resumes after storm");
/// assert!(corrected.orphans.is_empty());
/// ```
#[must_use]
pub fn parse_corrected(source: &str, options: &Options, corrections: &Corrections) -> Corrected {
    if corrections.is_empty() {
        return Corrected { article: crate::parse(source, options), orphans: Vec::new() };
    }
    let mut told = Told::find(source, corrections);
    let options = told.options(options);
    let article = crate::parse_by(source, &options, crate::layout::model::Model::shipped(), &mut told);
    Corrected { article, orphans: told.orphans() }
}
