//! Sentences of the blocks that hold running text.
//!
//! One pass over a block's tokens. At each mark that can end a sentence, [`Stop`] takes in the whole
//! run of marks and the quotes, brackets and note marks that close after it; [`verdict`] weighs what
//! comes before and after. Inside a block a line break is white space; a blank line always ends
//! the sentence. Sentences tile the block: nothing but white space lies between them.
//!
//! Convention: that of the Universal Dependencies corpora. A quotation of several sentences is split;
//! a question or exclamation inside a sentence that goes on (“Really?” he said.) is not.

mod abbreviations;
mod closers;
mod lists;
mod next;
mod stop;
#[cfg(test)]
mod tests;
mod verdict;

use super::Text;
use super::cursor::Cursor;
use super::lines::is_break;
use super::tokens::Kind;
use crate::{Block, Sentence, Span};
use lists::Marker;
use std::ops::Deref;
use stop::Stop;

/// The sentences of `blocks`, in order. Linear in the length of the blocks.
pub(crate) fn split(text: &Text<'_>, blocks: &[Block]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (index, block) in blocks.iter().enumerate().filter(|(_, block)| block.role.has_sentences()) {
        let span = block.span.trim(text.source);
        let mut start = span.start;
        for end in Scan::new(text, span).ends() {
            sentences.push(Sentence { span: Span::new(start, end).trim(text.source), block: index });
            start = end;
        }
        let rest = Span::new(start, span.end).trim(text.source);
        if !rest.is_empty() {
            sentences.push(Sentence { span: rest, block: index });
        }
    }
    sentences
}

/// A walk over the tokens of one block.
struct Scan<'s> {
    tokens: Cursor<'s>,
    /// The block.
    span: Span,
    /// The token to look at next.
    at: usize,
    /// The first token of the sentence that is open.
    first: usize,
    /// Whether the open sentence holds a letter or digit yet.
    has_word: bool,
    /// Whether a straight double quotation mark is open.
    quoted: bool,
    /// Whether nearly every longer word of the block is capitalised, as in a headline: capitals say
    /// nothing then.
    titled: bool,
}

impl<'s> Deref for Scan<'s> {
    type Target = Cursor<'s>;

    fn deref(&self) -> &Cursor<'s> {
        &self.tokens
    }
}

impl<'s> Scan<'s> {
    fn new(text: &'s Text<'s>, span: Span) -> Self {
        let tokens = Cursor::new(text, text.tokens_in(span));
        let at = tokens.start;
        Self { tokens, span, at, first: at, has_word: false, quoted: false, titled: is_titled(tokens) }
    }

    /// Offsets after all sentences of the block but the last.
    fn ends(mut self) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut list = Marker::read(&self, self.at);
        if let Some(marker) = list {
            self.at = marker.after;
        }
        while self.at < self.limit {
            let breaks = if self.at > self.first { self.breaks_before(self.at) } else { 0 };
            let mut next = list.and_then(|marker| marker.next(&self, self.at));
            if next.is_none() && breaks > 0 {
                next = Marker::read(&self, self.at).filter(|marker| marker.opens_list());
            }
            if self.at > self.first && (breaks > 1 || next.is_some()) {
                self.cut_before(self.at, &mut ends);
            }
            self.quoted &= breaks < 2;
            if let Some(marker) = next {
                list = next;
                self.at = marker.after;
                continue;
            }
            let Some(stop) = Stop::read(&self, self.at) else {
                let token = self.text.tokens[self.at];
                self.has_word |= token.kind != Kind::Mark;
                self.quoted ^= self.text.is_mark(self.at, '"');
                self.at += 1;
                continue;
            };
            let ends_here = self.has_word && verdict::ends(&self, &stop);
            self.has_word |= self.text.tokens[self.at].kind != Kind::Mark;
            self.quoted = stop.quoted;
            self.at = stop.after;
            if ends_here && self.at < self.limit {
                self.cut_before(self.at, &mut ends);
            }
        }
        ends
    }

    fn cut_before(&mut self, token: usize, ends: &mut Vec<usize>) {
        if let Some(last) = token.checked_sub(1).and_then(|index| self.text.tokens.get(index)) {
            ends.push(last.span().end.min(self.span.end));
        }
        self.first = token;
        self.has_word = false;
    }

    /// The characters of white space before `token`.
    fn gap(&self, token: usize) -> &'s str {
        let (Some(before), Some(after)) =
            (token.checked_sub(1).and_then(|index| self.text.tokens.get(index)), self.text.tokens.get(token))
        else {
            return "";
        };
        Span::new(before.span().end, after.span().start).of(self.text.source)
    }

    /// Line breaks before `token`: 0, 1, or 2 for a blank line.
    fn breaks_before(&self, token: usize) -> usize {
        let gap = self.gap(token);
        let mut breaks = gap.char_indices().filter(|&(at, c)| is_break(c) && !(c == '\n' && gap[..at].ends_with('\r')));
        usize::from(breaks.next().is_some()) + usize::from(breaks.next().is_some())
    }
}

/// Whether at least four in five of the words longer than three letters are capitalised.
fn is_titled(tokens: Cursor<'_>) -> bool {
    let (mut capitals, mut words) = (0usize, 0usize);
    for index in tokens.start..tokens.limit {
        if let Some(word) = tokens.text.word(index).filter(|word| word.len() > 3) {
            words += 1;
            capitals += usize::from(super::words::is_capitalised(word));
        }
    }
    words >= 3 && capitals * 5 >= words * 4
}
