//! What sentences are read with: the names in them, and which tokens are in quotation marks.

use super::grammar::Class;
use super::marks::Piece;
use crate::order::arranged;
use crate::text::Text;
use crate::text::cursor::Cursor;
use crate::text::tokens::Kind;
use crate::{Entity, EntityKind, Span};
use std::ops::{Deref, Range};

/// A name mention by its tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) entity: usize,
    pub(super) person: bool,
    /// Whether it names an organization.
    pub(super) body: bool,
}

/// What a sentence is read with: the text, the names in it, and which tokens are in quotation marks.
pub(super) struct Scene<'s> {
    tokens: Cursor<'s>,
    pub(super) names: Vec<Name>,
    quoted: Vec<bool>,
    /// For every token, how many words outside quotation marks come before it.
    words: Vec<u32>,
}

impl<'s> Deref for Scene<'s> {
    type Target = Cursor<'s>;

    fn deref(&self) -> &Cursor<'s> {
        &self.tokens
    }
}

impl<'s> Scene<'s> {
    pub(super) fn new(text: &'s Text<'s>, entities: &[Entity], pieces: &[Piece]) -> Self {
        let names: Vec<Name> = entities
            .iter()
            .flat_map(|entity| {
                entity.mentions.iter().map(|&span| {
                    let tokens = text.tokens_in(span);
                    Name {
                        start: tokens.start,
                        end: tokens.end,
                        entity: entity.id,
                        person: entity.kind == EntityKind::Person,
                        body: entity.kind == EntityKind::Organization,
                    }
                })
            })
            .collect();
        let names = arranged(names, |name| (name.start, name.end));
        let mut quoted = vec![false; text.tokens.len()];
        for piece in pieces {
            if let Some(tokens) = quoted.get_mut(piece.tokens.clone()) {
                tokens.fill(true);
            }
        }
        let mut words = Vec::with_capacity(quoted.len() + 1);
        let mut count = 0;
        words.push(count);
        for (token, &quoted) in text.tokens.iter().zip(&quoted) {
            count += u32::from(!quoted && token.kind != Kind::Mark);
            words.push(count);
        }
        Self { tokens: text.cursor(), names, quoted, words }
    }

    /// How many words of a token range are outside quotation marks.
    pub(super) fn words_in(&self, tokens: &Range<usize>) -> usize {
        let before = |at: usize| self.words.get(at).or(self.words.last()).copied().unwrap_or(0);
        before(tokens.end).saturating_sub(before(tokens.start)) as usize
    }

    /// The word at a token, outside quotation marks; the empty string elsewhere.
    pub(super) fn word(&self, at: usize) -> &'s str {
        if self.quoted.get(at) == Some(&false) { self.text.word(at).unwrap_or("") } else { "" }
    }

    pub(super) fn is_quoted(&self, at: usize) -> bool {
        self.quoted.get(at).copied().unwrap_or(false)
    }

    /// The name that ends before token `end`.
    pub(super) fn ending(&self, end: usize) -> Option<Name> {
        let index = self.names.partition_point(|name| name.end < end);
        self.names.get(index).copied().filter(|name| name.end == end)
    }

    /// The name that begins with token `start`.
    pub(super) fn starting(&self, start: usize) -> Option<Name> {
        let index = self.names.partition_point(|name| name.start < start);
        self.names.get(index).copied().filter(|name| name.start == start)
    }

    /// The names inside a token range.
    pub(super) fn names_in(&self, tokens: Range<usize>) -> &[Name] {
        let from = self.names.partition_point(|name| name.start < tokens.start);
        let length = self.names[from..].partition_point(|name| name.end <= tokens.end);
        &self.names[from..from + length]
    }

    /// Whether token `at` is a personal pronoun that can be a subject.
    pub(super) fn is_pronoun(&self, at: usize) -> bool {
        Class::SubjectPronoun.has(self.word(at))
    }

    /// From the start of the first of `tokens` to the end of the last.
    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        self.text.span_of(tokens)
    }
}
