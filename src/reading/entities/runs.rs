//! Runs of capitalised words: where names can be.

use crate::calendar::names as calendar;
use crate::reading::Story;
use crate::text::Text;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, is_all_caps, is_capitalised, word_list};
use std::ops::Range;

/// Particles inside names that are written small: `bin`, `van`.
static PARTICLES: WordList = word_list!("particles.txt");
/// Words that are capitalised only because they begin a sentence.
static OPENERS: WordList = word_list!("openers.txt");

/// Capitalised words in a row, with the hyphens, initials' stops and particles between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Whether its first word is capitalised anyway, as a sentence or quotation begins there.
    pub(super) opens: bool,
}

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

/// Whether a sentence, a quotation or a clause after a colon begins at token `at` of a block that begins at `floor`.
pub(super) fn opens(text: &Text<'_>, floor: usize, at: usize) -> bool {
    if at <= floor {
        return true;
    }
    let before = text.str(text.tokens[at - 1]);
    match before {
        "." => at < 2 || !is_abbreviation(text, at - 2),
        "?" | "!" | ":" | ";" | "“" | "”" | "\"" | "‘" | "’" | "'" | "…" | "•" | "*" | ")" | "]" | "-" | "–" | "—" => {
            true
        }
        _ => false,
    }
}

/// Whether a full stop after token `at` belongs to it: an initial, `Mr`, `Gen`.
pub(super) fn is_abbreviation(text: &Text<'_>, at: usize) -> bool {
    let Some(word) = text.word(at) else { return false };
    let length = word.chars().count();
    is_capitalised(word) && (length == 1 || length <= 5 && super::title_words::is_abbreviated(word))
}

/// The runs of the token range of one block.
pub(super) fn find(text: &Text<'_>, block: Range<usize>, runs: &mut Vec<Run>) {
    let mut at = block.start;
    while at < block.end {
        let Some(mut end) = first(text, at, block.end) else {
            at += 1;
            continue;
        };
        while let Some(next) = extend(text, at, end, block.end) {
            end = next;
        }
        runs.push(Run { tokens: at..end, opens: opens(text, block.start, at) });
        at = end;
    }
}

/// The end of the name part that begins at token `at`: one word, or a small particle with the word after it.
fn first(text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
    if is_name(text, at) {
        return Some(at + 1);
    }
    let word = text.word(at)?;
    let leads = matches!(word, "al" | "el" | "bin" | "ibn" | "van" | "von" | "de" | "di" | "da" | "del" | "ben");
    if !leads || at > 0 && text.tokens[at].spaced && is_name(text, at - 1) {
        return None;
    }
    particles(text, at, end)
}

/// The end of particles from token `at` on and the name after them.
fn particles(text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
    let mut next = at;
    while next < end && next < at + 3 && text.word(next).is_some_and(is_particle) {
        next += 1;
        if is_hyphen(text, next) {
            next += 1;
        }
        if next < end && is_name(text, next) {
            return Some(next + 1);
        }
    }
    None
}

/// Whether token `at` is a hyphen between two words.
pub(super) fn is_hyphen(text: &Text<'_>, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|&token| !token.spaced && matches!(text.str(token), "-" | "‐" | "‑"))
        && text.tokens.get(at + 1).is_some_and(|next| !next.spaced && matches!(next.kind, Kind::Word | Kind::Initials))
}

/// The end of the run `from..to` with one more part, if one follows.
fn extend(text: &Text<'_>, from: usize, to: usize, end: usize) -> Option<usize> {
    if to >= end {
        return None;
    }
    let token = text.tokens[to];
    if is_name(text, to) {
        // only after initials may the space be missing: "M.K.Roe"
        return (token.spaced || text.tokens[to - 1].kind == Kind::Initials).then_some(to + 1);
    }
    if is_hyphen(text, to) && to + 1 < end {
        let tail = text.word(to + 1)?;
        // "Jong-un", but not "Jakarta-based", "US-led"
        let syllable = to > from + 1
            && tail.len() <= 5
            && !matches!(tail, "led" | "born" | "era" | "based" | "run" | "style" | "like" | "owned" | "elect");
        return (is_capitalised(tail) || syllable).then_some(to + 2);
    }
    if text.is_mark(to, '.') && !token.spaced {
        let spaced = text.tokens.get(to + 1).is_some_and(|next| next.spaced);
        return (spaced && to + 1 < end && is_name(text, to + 1) && is_abbreviation(text, to - 1)).then_some(to + 2);
    }
    if text.is_mark(to, '&') {
        return (to + 1 < end && is_name(text, to + 1)).then_some(to + 2);
    }
    if text.word(to).is_some_and(is_particle) {
        return particles(text, to, end);
    }
    None
}

/// Whether token `at` is an acronym: two to six capitals, digits after them allowed.
pub(super) fn is_acronym(text: &Text<'_>, at: usize) -> bool {
    text.tokens
        .get(at)
        .is_some_and(|&token| matches!(token.kind, Kind::Word | Kind::Initials) && is_acronym_word(text.str(token)))
}

/// Whether `word` is two to six capitals, digits after them allowed.
pub(super) fn is_acronym_word(word: &str) -> bool {
    (2..=6).contains(&word.chars().filter(|c| c.is_alphabetic()).count()) && is_all_caps(word)
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
