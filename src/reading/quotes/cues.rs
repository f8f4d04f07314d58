//! Cue verbs: the words that say that something is said.

use crate::text::words::{WordList, word_list};

/// Forms of cue verbs with their lemma and what they take.
static CUES: WordList = word_list!("cues.txt");

/// A form of a cue verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verb {
    /// The dictionary form.
    pub(super) lemma: &'static str,
    takes: &'static str,
    prepositions: &'static str,
    /// Whether the form is the dictionary form, which may be a noun as well.
    pub(super) base: bool,
}

impl Verb {
    /// What `word` is a form of.
    pub(super) fn of(word: &str) -> Option<Self> {
        // cues are written small: "State", "Hope" are names
        if !word.starts_with(|c: char| c.is_ascii_lowercase()) {
            return None;
        }
        let (lemma, takes) = CUES.get(word)?.split_once(' ')?;
        let (takes, prepositions) = takes.split_once(' ').unwrap_or((takes, ""));
        let base = word == lemma && !matches!(word, "read" | "put" | "forecast");
        Some(Self { lemma, takes, prepositions, base })
    }

    /// Whether it takes direct speech: “…,” she said.
    pub(super) fn direct(self) -> bool {
        self.takes.contains('d')
    }

    /// Whether it takes a clause with "that".
    pub(super) fn that(self) -> bool {
        self.takes.contains('t')
    }

    /// Whether it takes a clause without "that".
    pub(super) fn bare(self) -> bool {
        self.takes.contains('z')
    }

    /// Whether it takes a clause with "whether" or a question word.
    pub(super) fn question(self) -> bool {
        self.takes.contains('q')
    }

    /// Whether it takes an infinitive with "to".
    pub(super) fn infinitive(self) -> bool {
        self.takes.contains('i')
    }

    /// Whether it takes what is said of someone or something as its object.
    pub(super) fn object(self) -> bool {
        self.takes.contains('o')
    }

    /// Whether `word` is a preposition that leads to what is talked about: "warned of".
    pub(super) fn preposition(self, word: &str) -> bool {
        !word.is_empty() && self.prepositions.split(',').any(|preposition| preposition == word)
    }

    /// Whether the hearer comes between it and the content: "told reporters that".
    pub(super) fn hearer(self) -> bool {
        self.takes.contains('r')
    }
}
