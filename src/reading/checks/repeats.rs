//! A sentence or paragraph that stands twice.

use super::desk::Desk;
use crate::{CheckCode, Role, Span};
use std::collections::HashMap;

/// Words of the shortest sentence that nobody writes twice on purpose.
const WORDS: usize = 10;

/// Finds them in the paragraphs.
pub(super) fn find(desk: &mut Desk<'_>) {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    let mut skip = None;
    let sentences = desk.running().filter(|sentence| desk.story.blocks[sentence.block].role == Role::Paragraph);
    for sentence in sentences.collect::<Vec<_>>() {
        let words = desk.slice(sentence.span);
        if words.split_whitespace().take(WORDS).count() < WORDS {
            continue;
        }
        let Some(first) = seen.insert(words, sentence.span) else { continue };
        // of a paragraph that stands twice the first sentence is enough
        if skip == Some(sentence.block) {
            continue;
        }
        skip = Some(sentence.block);
        let message = "this sentence stands in the text twice".to_owned();
        desk.say(CheckCode::RepeatedText, message, vec![sentence.span, first]);
    }
}
