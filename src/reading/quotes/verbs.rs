//! Which words are likely finite verbs.

use super::cues::Verb;
use super::grammar::{is_auxiliary, is_be};
use crate::text::words::{WordList, word_list};

/// Finite forms of frequent verbs.
pub(super) static VERBS: WordList = word_list!("finite.txt");

/// Whether a word in small letters is likely a finite verb: an auxiliary, a cue, a past, a frequent verb.
pub(super) fn is_verb(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && (is_be(word)
            || is_auxiliary(word)
            || VERBS.has(word)
            || Verb::of(word).is_some_and(|verb| !verb.base && !word.ends_with("ing") && !word.ends_with('s'))
            || word.len() > 4 && word.ends_with("ed"))
}
