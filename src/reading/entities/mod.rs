//! People, organizations and places.
//!
//! Two steps with one value between them: [`recognise`] finds where names are and of what kind
//! they are (a list of [`Mention`]s), [`group`] puts the mentions of one bearer together, chooses the
//! fullest form and collects the titles. Either can be replaced without the other.

mod frames;
mod group;
mod joined;
mod mend;
mod neither;
mod recognise;
mod roles;
mod runs;
mod same;
mod story;
pub(crate) mod tagger;
#[cfg(test)]
mod tests;
mod title_words;
mod titles;
mod whole;

pub(crate) use title_words::address;

use super::Story;
use crate::text::places;
use crate::text::words::{WordList, word_list};
use crate::{Entity, EntityKind, Span};
use std::ops::Range;

/// Regions and places that the gazetteer of [`crate::text::places`] does not have.
static REGIONS: WordList = word_list!("regions.txt");
/// Words that make a name that of an organization.
static ORGANIZATIONS: WordList = word_list!("organizations.txt");
/// Bodies that news names without saying what they are; "also" where the name has another meaning.
static BODIES: WordList = word_list!("bodies.txt");
/// Nations, groups and their adjectives.
static DEMONYMS: WordList = word_list!("demonyms.txt");

/// Whether `word` can be the last of a description: not the adjective of a nation alone, but "the Frenchman".
pub(crate) fn is_noun_head(word: &str) -> bool {
    !is_demonym(word) || word.ends_with('s') || ["man", "woman", "crat"].iter().any(|end| word.ends_with(end))
}

/// Whether `word` is of this class among the words of organizations' names: `head`, `tail`, `firm`, `public`.
fn is_of_organization(word: &str, class: &str) -> bool {
    ORGANIZATIONS.get(word).is_some_and(|classes| classes.split(' ').any(|one| one == class))
}

/// Whether `name` is that of a place everybody knows.
fn is_place(name: &str) -> bool {
    REGIONS.has(name) || places::is_place(name)
}

/// Whether `word` is the name or adjective of a nation or group.
fn is_demonym(word: &str) -> bool {
    DEMONYMS.has(word)
}

/// A name at its place in the text, without titles and without a possessive 's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Where it lies.
    pub(crate) span: Span,
    /// The tokens it is made of.
    pub(crate) tokens: Range<usize>,
    /// What is named.
    pub(crate) kind: EntityKind,
    /// Of a hundred mentions like this one, how many are right.
    pub(crate) sure: u8,
}

/// Finds them in the blocks that are read.
pub(crate) fn find(story: &Story<'_>) -> Vec<Entity> {
    if story.foreign.is_some() {
        return Vec::new();
    }
    group::entities(story, &recognise::mentions(story))
}
