//! A sentence or paragraph that stands twice.

use super::desk::Desk;
use crate::{CheckCode, Role, Span};
use std::collections::HashMap;

/// Words of the shortest sentence that nobody writes twice on purpose.
const WORDS: usize = 10;

/// How many sentences can be skipped in what stands twice.
const GAP: usize = 8;

/// Finds them in the paragraphs; of what stands twice in a row, the first sentence is told for all.
pub(super) fn find(desk: &mut Desk<'_>) {
    let mut seen: HashMap<&str, (usize, Span)> = HashMap::new();
    let mut found: Vec<(Span, Span, usize)> = Vec::new();
    let mut expected = None;
    for (index, sentence) in desk.running().enumerate() {
        let words = desk.slice(sentence.span);
        // without a full stop it is a title or a line of a list
        let whole = desk.is_stopped(sentence.span);
        if desk.story.blocks[sentence.block].role != Role::Paragraph
            || !whole
            || words.split_whitespace().take(WORDS).count() < WORDS
        {
            continue;
        }
        let Some((first, place)) = seen.insert(words, (index, sentence.span)) else { continue };
        match found.last_mut() {
            Some((_, _, more)) if expected.is_some_and(|expected| first >= expected && first <= expected + GAP) => {
                *more += 1;
            }
            _ => found.push((sentence.span, place, 1)),
        }
        expected = Some(first);
    }
    // an update of a live blog says again what the one before said
    let rules = desk.blocks().filter(|block| !desk.slice(block.span).contains(char::is_alphanumeric));
    if rules.take(2).count() == 2 {
        return;
    }
    for (second, first, count) in found {
        let message = match count {
            1 => "this sentence stands in the text twice".to_owned(),
            _ => format!("this sentence and {} after it stand in the text twice", count - 1),
        };
        desk.say(CheckCode::RepeatedText, message, vec![second, first]);
    }
}
