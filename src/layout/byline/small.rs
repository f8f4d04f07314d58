//! Bylines all in small letters.

use super::{Author, Reading};
use crate::text::{Text, given};
use std::ops::Range;

/// Given names that are words as well.
const WORDS: [&str; 14] =
    ["will", "mark", "may", "rose", "grace", "hope", "faith", "joy", "bill", "art", "grant", "chase", "dawn", "rich"];

/// Tokens of such a row, at most.
const LONG: usize = 12;

/// A row all in small letters, as some sites set their bylines: `by ada quill and tom rook`; without "by" one name of two
/// words, the first a given name.
pub(super) fn in_small_letters(text: &Text<'_>, tokens: &Range<usize>) -> Option<Reading> {
    let by = text.word(tokens.start) == Some("by");
    let names = tokens.start + usize::from(by) + usize::from(by && text.is_mark(tokens.start + 1, ':'))..tokens.end;
    let small = |at: usize| text.word(at).is_some_and(|word| word.len() > 1 && word.chars().all(char::is_lowercase));
    names.clone().next().filter(|&at| small(at) && (by || names.len() == 2))?;
    if names.len() > LONG {
        return None;
    }
    let (mut authors, mut from) = (Vec::new(), names.start);
    for at in names.clone().chain([names.end]) {
        let joint = at < names.end && (text.is_mark(at, ',') || text.is_mark(at, '&') || text.word(at) == Some("and"));
        if at < names.end && !joint {
            small(at).then_some(())?;
            continue;
        }
        // a comma before the "and"
        if from < at {
            let given = text.word(from).is_some_and(|word| given::is_given(word) && (by || !WORDS.contains(&word)));
            (given && (2..=3).contains(&(at - from))).then_some(())?;
            authors.push(Author { name: text.span_of(&(from..at)), role: None, affiliation: None });
        }
        from = at + 1;
    }
    Some(Reading { by, authors, agency: None, span: text.span_of(tokens), whole: true, links: None })
}
