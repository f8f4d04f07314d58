//! A quote while it is put together, before its speaker is known.

use super::cues::Verb;
use super::source::Source;
use crate::{QuoteAct, QuoteKind, Span};
use std::ops::Range;

/// The word that says that something is said, by its tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CueWord {
    pub(super) tokens: Range<usize>,
    pub(super) lemma: &'static str,
}

impl CueWord {
    /// The cue at one token.
    pub(super) fn at(token: usize, verb: Verb) -> Self {
        Self { tokens: token..token + 1, lemma: verb.lemma }
    }
}

/// How a content is joined to its cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Frame {
    /// A clause with "that".
    That,
    /// A clause without it.
    Clause,
    /// A clause with "whether" or a question word.
    Question,
    /// An infinitive with "to".
    Infinitive,
    /// What a preposition leads to: "warned of".
    Topic,
    /// A noun phrase.
    Object,
    /// A quotation, or what comes after a colon.
    Quoted,
    /// The cue comes after the content or inside it.
    After,
    /// Nothing beside it says who speaks.
    Carried,
}

/// A quote before its speaker is known.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) kind: QuoteKind,
    pub(super) frame: Frame,
    /// Whether it is a question, told, demanded or held.
    pub(super) act: QuoteAct,
    /// The content, in order; more than one only where the cue interrupts it.
    pub(super) parts: Vec<Span>,
    pub(super) cue: Option<CueWord>,
    pub(super) source: Option<Source>,
    /// Whether the source is that of an earlier quote, carried on.
    pub(super) carried: bool,
    /// Index of the draft whose speech goes on here.
    pub(super) continues: Option<usize>,
    /// How many of a hundred like it are right, once it is judged.
    pub(super) sure: u8,
    /// Index of the draft whose words it repeats.
    pub(super) same: Option<usize>,
    /// Index of its block.
    pub(super) block: usize,
    /// Whether its quotation is still open at the end of its block.
    pub(super) open: bool,
}

impl Draft {
    /// From the start of the first part to the end of the last.
    pub(super) fn span(&self) -> Span {
        match (self.parts.first(), self.parts.last()) {
            (Some(first), Some(last)) => Span::new(first.start, last.end),
            _ => Span::default(),
        }
    }
}
