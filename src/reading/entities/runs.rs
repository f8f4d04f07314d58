//! Words as parts of names, and blocks in which capitals tell nothing.

use crate::calendar::names as calendar;
use crate::reading::Story;
use crate::text::Text;
use crate::text::tokens::{Kind, is_apostrophe};
use crate::text::words::{WordList, is_capitalised, word_list};
use std::ops::Range;

/// Particles inside names that are written small: `bin`, `van`.
static PARTICLES: WordList = word_list!("particles.txt");
/// Words that are capitalised only because they begin a sentence.
static OPENERS: WordList = word_list!("openers.txt");

/// Whether `word` is capitalised at the start of a sentence without naming anything.
pub(super) fn is_opener(word: &str) -> bool {
    OPENERS.has(word)
}

/// Whether `word` can be written small inside a name.
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.has(word)
}

/// Whether token `at` is written like a part of a name.
pub(super) fn is_name(text: &Text<'_>, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|&token| {
        let word = text.str(token);
        matches!(token.kind, Kind::Word | Kind::Initials)
            && is_capitalised(word)
            && calendar::weekday(word).is_none_or(|_| word.len() < 6)
    })
}

/// The same, or with a small letter of French or Italian before an apostrophe: "d'Aubigny".
pub(super) fn is_name_like(text: &Text<'_>, at: usize) -> bool {
    let elided = |word: &str| {
        let mut letters = word.chars();
        matches!(letters.next(), Some('d' | 'l'))
            && letters.next().is_some_and(is_apostrophe)
            && letters.next().is_some_and(char::is_uppercase)
    };
    is_name(text, at) || text.word(at).is_some_and(elided)
}

/// Whether nearly every longer word of the tokens is capitalised, as in a headline or a line of capitals, so that
/// capitals tell nothing.
pub(super) fn is_titled(text: &Text<'_>, tokens: Range<usize>) -> bool {
    let (mut words, mut capitals, mut small) = (0usize, 0usize, 0usize);
    let sentence = tokens.end.checked_sub(1).is_some_and(|last| text.is_mark(last, '.')) && tokens.len() > 8;
    for &token in &text.tokens[tokens] {
        let word = text.str(token);
        if token.kind == Kind::Word && !is_opener(word) {
            words += 1;
            capitals += usize::from(is_capitalised(word));
        } else if token.kind == Kind::Word && !is_capitalised(word) {
            small += 1;
        }
    }
    // a sentence full of names has small words between them
    words >= 4 && capitals * 10 >= words * if sentence { 10 } else { 8 } && small <= words
}

/// Whether token `at` is a hyphen between two words.
pub(super) fn is_hyphen(text: &Text<'_>, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|&token| !token.spaced && matches!(text.str(token), "-" | "‐" | "‑"))
        && text.tokens.get(at + 1).is_some_and(|next| !next.spaced && matches!(next.kind, Kind::Word | Kind::Initials))
}

/// Token ranges of the blocks that are read, with whether capitals tell nothing there.
pub(super) fn blocks(story: &Story<'_>) -> Vec<(Range<usize>, bool)> {
    story
        .blocks
        .iter()
        .filter(|block| block.role.has_sentences())
        .map(|block| {
            let tokens = story.text.tokens_in(block.span);
            (tokens.clone(), is_titled(story.text, tokens))
        })
        .collect()
}
