//! Speech whose marks are lost or were never set: “We sail, said Ann Roe. and – We sail, said Ann Roe.

use super::cues::Verb;
use super::grammar::{Class, is_adverb};
use crate::reading::Story;
use crate::text::Text;
use crate::text::tokens::Kind;
use crate::text::words::is_capitalised;
use crate::{Block, Role, Span};
use std::ops::Range;

/// Tokens of an attribution at the end of a paragraph, and of a name in it.
const REACH: usize = 24;
const NAME: usize = 5;
/// Paragraphs that begin with a dash and end with who says it: fewer are no dialogue.
const FEWEST: usize = 2;

/// Where speech ends before an attribution that closes a block, in bytes, the comma included: ", said Ann Roe.",
/// ", she said.". `tokens` are those from the opening mark to the block's end.
pub(super) fn close(text: &Text<'_>, tokens: &Range<usize>) -> Option<usize> {
    let low = tokens.start.max(tokens.end.saturating_sub(REACH));
    let comma = (low + 1..tokens.end)
        .find(|&at| matches!(text.str(text.tokens[at]), "," | "?" | "!") && attributes(text, at + 1, tokens.end))?;
    Some(text.tokens[comma].span().end)
}

/// Whether tokens are an attribution to their end: a cue with a name or a pronoun beside it.
fn attributes(text: &Text<'_>, start: usize, end: usize) -> bool {
    let says = |at: usize| {
        text.word(at).and_then(Verb::of).is_some_and(|verb| {
            verb.direct()
                && (verb.that() || verb.question())
                && !verb.base
                && !text.word(at).is_some_and(|word| word.ends_with("ing"))
        })
    };
    let name = |at: usize| {
        let word = text.word(at).unwrap_or("");
        is_capitalised(word) && !Class::SubjectPronoun.has(word)
    };
    let inverted = says(start) && (name(start + 1) || text.word(start + 1).is_some_and(|word| word == "the"));
    let pronoun = matches!(text.word(start), Some("he" | "she" | "they"));
    let plain = (start + 1..end.min(start + NAME)).find(|&at| says(at)).is_some_and(|cue| {
        (start..cue).all(|at| {
            name(at)
                || pronoun && at == start
                || at > start && (text.tokens[at].kind != Kind::Word || text.word(at).is_some_and(is_adverb))
        })
    });
    // nothing is said after it
    let over = (start..end).all(|at| !matches!(text.str(text.tokens[at]), "." | "?" | "!") || at + 1 >= end);
    (inverted || plain) && over
}

/// What is said in the paragraphs of a dialogue that dashes set, with the block of each.
pub(super) fn dialogue(story: &Story<'_>) -> Vec<(usize, Span)> {
    let rows = story.blocks.iter().enumerate().filter_map(|(index, block)| Some((index, said(story, block)?)));
    let rows: Vec<(usize, Span)> = rows.collect();
    if rows.len() < FEWEST { Vec::new() } else { rows }
}

/// What a paragraph that begins with a dash says before who says it.
fn said(story: &Story<'_>, block: &Block) -> Option<Span> {
    if !matches!(block.role, Role::Paragraph | Role::ListItem) {
        return None;
    }
    let text = story.text;
    let tokens = text.tokens_in(block.span);
    let dash = text.tokens.get(tokens.start).filter(|&&token| matches!(text.str(token), "–" | "—" | "―"))?;
    let end = close(text, &tokens)?;
    let inner = Span::new(dash.span().end, end).trim(text.source);
    (inner.start < inner.end).then_some(inner)
}
