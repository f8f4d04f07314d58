//! A block's tokens as the grammar reads them: in lower case, and by what touches a time.

use crate::Span;
use crate::calendar::names;
use crate::text::Text;
use crate::text::cursor::Cursor;
use crate::text::tokens::Token;
use crate::text::words::{is_capitalised, lower};
use std::ops::Deref;

/// A word in lower case, held in place; empty where there is no word or it is longer than any entry of a list.
pub(super) struct Key {
    bytes: [u8; 48],
    length: usize,
}

impl Deref for Key {
    type Target = str;

    fn deref(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or("")
    }
}

/// Tokens of the longest title.
const TITLE: usize = 30;

/// The tokens of one block.
pub(super) struct Passage<'s> {
    tokens: Cursor<'s>,
    /// Whether the block is set like a title: most of its longer words are capitalised.
    pub(super) title: bool,
    /// Where times lie, in order.
    times: &'s [Span],
}

impl<'s> Deref for Passage<'s> {
    type Target = Cursor<'s>;

    fn deref(&self) -> &Cursor<'s> {
        &self.tokens
    }
}

impl<'s> Passage<'s> {
    /// The block at `span` of `text`; `times`, sorted, is what no quantity may touch.
    pub(super) fn new(text: &'s Text<'s>, span: Span, times: &'s [Span]) -> Self {
        let mut passage = Self { tokens: Cursor::new(text, text.tokens_in(span)), title: false, times };
        passage.title = passage.limit - passage.start <= TITLE && passage.is_title();
        passage
    }

    fn is_title(&self) -> bool {
        let long = |&index: &usize| self.word(index).is_some_and(|word| word.len() > 3);
        let words = (self.start..self.limit).filter(long).count();
        let capitals = (self.start..self.limit).filter(long).filter(|&index| self.is_capitalised(index)).count();
        // "The Group of Seven met." ends as few titles do
        let fewest = if self.mark(self.limit.wrapping_sub(1)) == Some('.') { 4 } else { 2 };
        words >= fewest && capitals * 4 >= words * 3
    }

    /// Where token `index` lies; the empty span where there is none.
    pub(super) fn span(&self, index: usize) -> Span {
        self.token(index).map_or(Span::default(), Token::span)
    }

    /// The word at `index` in lower case.
    pub(super) fn key(&self, index: usize) -> Key {
        let mut key = Key { bytes: [0; 48], length: 0 };
        if let Some(word) = self.word(index) {
            key.length = lower(word, &mut key.bytes).map_or(0, str::len);
        }
        key
    }

    /// The two words joined by a hyphen at `index + 1`, in lower case, with a space for the hyphen.
    pub(super) fn compound(&self, index: usize) -> Key {
        let mut first = self.key(index);
        let second = self.key(index + 2);
        let length = first.length + 1 + second.length;
        if second.length == 0 || length > first.bytes.len() {
            return Key { bytes: [0; 48], length: 0 };
        }
        first.bytes[first.length] = b' ';
        first.bytes[first.length + 1..length].copy_from_slice(second.as_bytes());
        Key { length, ..first }
    }

    /// The `count` words from `index` on in lower case, one space between them; empty where one is no word.
    pub(super) fn phrase(&self, index: usize, count: usize) -> Key {
        let mut key = Key { bytes: [0; 48], length: 0 };
        for at in index..index + count {
            let Some(word) = self.word(at) else { return Key { bytes: [0; 48], length: 0 } };
            if at > index && key.length < key.bytes.len() {
                key.bytes[key.length] = b' ';
                key.length += 1;
            }
            match lower(word, &mut key.bytes[key.length..]).map(str::len) {
                Some(length) => key.length += length,
                None => return Key { bytes: [0; 48], length: 0 },
            }
        }
        key
    }

    /// Whether a hyphen or dash at `index` joins what is on both sides.
    pub(super) fn is_joint(&self, index: usize) -> bool {
        let dash = |index| self.mark(index).is_some_and(is_hyphen);
        dash(index) && !dash(index + 1) && self.is_joined(index) && self.is_joined(index + 1)
    }

    /// Whether the word at `index` is a month's name; "may" and "march" are words until they are capitalised.
    pub(super) fn is_month(&self, index: usize) -> bool {
        self.word(index).is_some_and(|word| is_capitalised(word) && names::month(word).is_some())
    }

    /// Whether a sentence, a quotation or an item begins at `index`.
    pub(super) fn is_opening(&self, index: usize) -> bool {
        index <= self.start
            || self.mark(index - 1).is_some_and(|mark| {
                matches!(mark, '.' | '!' | '?' | ':' | '"' | '“' | '”' | '‘' | '\'' | '`' | '«' | '—' | '•' | '…' | '_')
                    || matches!(mark, '-' | '–') && !self.is_joined(index)
            })
    }

    /// The first token that begins at or after byte `at`, from token `from` on.
    pub(super) fn token_after(&self, from: usize, at: usize) -> usize {
        let mut index = from;
        while index < self.limit && self.span(index).start < at {
            index += 1;
        }
        index
    }

    /// Whether `span` touches a time.
    pub(super) fn is_time(&self, span: Span) -> bool {
        let next = self.times.partition_point(|time| time.end <= span.start);
        self.times.get(next).is_some_and(|time| time.overlaps(span))
    }
}

/// Whether `mark` is a hyphen or a dash that can join words.
pub(super) fn is_hyphen(mark: char) -> bool {
    matches!(mark, '-' | '‐' | '‑' | '–')
}
