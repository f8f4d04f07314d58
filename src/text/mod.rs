//! The text room: lines, tokens, sentences, word lists. It knows letters and marks, not news.

pub(crate) mod abbreviations;
pub(crate) mod address;
pub(crate) mod cursor;
pub(crate) mod decimal;
pub(crate) mod fnv;
pub(crate) mod given;
pub(crate) mod language;
pub(crate) mod lines;
pub(crate) mod places;
pub(crate) mod sentences;
pub(crate) mod tokens;
pub(crate) mod view;
pub(crate) mod word_set;
pub(crate) mod words;

use crate::Span;
use cursor::Cursor;
use lines::Line;
use tokens::{Kind, Token};

/// The text with its lines and tokens: made once, read by every stage.
pub(crate) struct Text<'t> {
    /// What is read.
    pub(crate) source: &'t str,
    /// Its lines that are not blank, in order.
    pub(crate) lines: Vec<Line>,
    /// Its tokens, in order.
    pub(crate) tokens: Vec<Token>,
}

impl<'t> Text<'t> {
    /// Lines and tokens of `source`, in two passes.
    pub(crate) fn new(source: &'t str) -> Self {
        Self { source, lines: lines::split(source), tokens: tokens::split(source) }
    }

    /// Parts the tokens in which one of `edges` lies, as copying glues them: `CupCredit` is a word of the
    /// caption and one of its credit. `edges` are in order.
    pub(crate) fn cut(&mut self, edges: impl Iterator<Item = usize>) {
        let mut pieces: Vec<(usize, usize)> = Vec::new();
        for edge in edges {
            let at = self.tokens.partition_point(|token| token.span().end <= edge);
            if self.tokens.get(at).is_some_and(|token| token.span().start < edge) {
                pieces.push((at, edge));
            }
        }
        if pieces.is_empty() {
            return;
        }
        let mut pieces = pieces.into_iter().peekable();
        let mut tokens = Vec::with_capacity(self.tokens.len() + pieces.len());
        for (index, &token) in self.tokens.iter().enumerate() {
            let mut rest = token;
            while let Some((_, edge)) = pieces.next_if(|(at, _)| *at == index) {
                let Some((piece, after)) = rest.parted(edge) else { continue };
                tokens.push(piece);
                rest = after;
            }
            tokens.push(rest);
        }
        self.tokens = tokens;
    }

    /// A piece of the text whose offsets are those of the whole; a token that reaches over its edge is cut there.
    pub(crate) fn part(&self, span: Span) -> Self {
        let first = self.tokens.partition_point(|token| token.span().end <= span.start);
        let within = self.tokens[first..].iter().take_while(|token| token.span().start < span.end);
        let tokens = within.map(|&token| {
            let token = token.parted(span.start).map_or(token, |(_, piece)| piece);
            token.parted(span.end).map_or(token, |(piece, _)| piece)
        });
        Self { tokens: tokens.collect(), lines: Vec::new(), ..*self }
    }

    /// A look at all tokens.
    pub(crate) fn cursor(&self) -> Cursor<'_> {
        Cursor::new(self, 0..self.tokens.len())
    }

    /// The slice at `span`.
    pub(crate) fn slice(&self, span: Span) -> &'t str {
        span.of(self.source)
    }

    /// The slice of a token.
    pub(crate) fn str(&self, token: Token) -> &'t str {
        token.span().of(self.source)
    }

    /// Indices of the tokens that begin inside `span`.
    pub(crate) fn tokens_in(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.tokens.partition_point(|token| token.span().start < span.start);
        let length = self.tokens[start..].partition_point(|token| token.span().start < span.end);
        start..start + length
    }

    /// From the start of the first of `tokens` to the end of the last; empty where there is none.
    pub(crate) fn span_of(&self, tokens: &std::ops::Range<usize>) -> Span {
        let last = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last));
        match (self.tokens.get(tokens.start), last) {
            (Some(first), Some(last)) if !tokens.is_empty() => Span::new(first.span().start, last.span().end),
            _ => Span::default(),
        }
    }

    /// The token at `index` as a word, if there is one.
    pub(crate) fn word(&self, index: usize) -> Option<&'t str> {
        self.tokens.get(index).filter(|token| token.kind == Kind::Word).map(|&token| self.str(token))
    }

    /// Whether token `index` is the character `mark`.
    pub(crate) fn is_mark(&self, index: usize, mark: char) -> bool {
        self.tokens.get(index).is_some_and(|&token| token.kind == Kind::Mark && self.str(token).starts_with(mark))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_come_apart_at_edges() {
        let mut text = Text::new("the CupCredit: PA");
        text.cut([0, 7, 13].into_iter());
        let tokens: Vec<&str> = text.tokens.iter().map(|token| text.str(*token)).collect();
        assert_eq!(tokens, ["the", "Cup", "Credit", ":", "PA"]);
        assert!(!text.tokens[2].spaced);
    }

    #[test]
    fn a_piece_keeps_its_places() {
        let text = Text::new("By Ada QuillApril 3, 2021");
        let part = text.part(Span::new(3, 12));
        let tokens: Vec<&str> = part.tokens.iter().map(|token| part.str(*token)).collect();
        assert_eq!(tokens, ["Ada", "Quill"]);
        assert_eq!(part.tokens[1].span(), Span::new(7, 12));
    }
}
