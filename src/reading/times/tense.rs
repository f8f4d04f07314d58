//! Which way a bare weekday or month points: the tense of the nearest verb and the words around it.

use super::lexicon::Lex;
use super::reader::Reader;
use crate::text::words::WordList;

/// Simple past forms that do not end in -ed.
const IRREGULAR: WordList = WordList(include_str!("irregular.txt"));

/// Words that set what they govern in the future.
const AHEAD: [&str; 27] = [
    "will",
    "shall",
    "ll",
    "won't",
    "expected",
    "scheduled",
    "due",
    "payable",
    "plans",
    "planned",
    "planning",
    "expects",
    "expect",
    "until",
    "till",
    "upcoming",
    "effective",
    "likely",
    "begins",
    "starts",
    "would",
    "going",
    "set",
    "deadline",
    "expires",
    "hopes",
    "intends",
];

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Before the story's date.
    Back,
    /// After it.
    Ahead,
}

/// How far a verb may stand from the expression, in tokens.
const REACH: usize = 14;

impl Reader<'_> {
    /// Which way the words around the expression in tokens `from..to` point; `None` where none does.
    pub(super) fn way(self, from: usize, to: usize) -> Option<Way> {
        let mut best: Option<(usize, Way)> = None;
        let mut consider = |distance: usize, way: Way| {
            if best.is_none_or(|(nearest, _)| distance < nearest) {
                best = Some((distance, way));
            }
        };
        for step in 1..=REACH {
            let Some(at) = from.checked_sub(step).filter(|&at| at >= self.start) else { break };
            if self.ends_clause(at) {
                break;
            }
            if let Some(way) = self.verb(at) {
                consider(step, way);
                break;
            }
        }
        for step in 0..REACH {
            let at = to + step;
            if at >= self.limit || self.ends_clause(at) {
                break;
            }
            if let Some(way) = self.verb(at) {
                // what stands behind governs less often
                consider(step + 4, way);
                break;
            }
        }
        best.map(|(_, way)| way)
    }

    /// Whether a sentence or a part of one ends with token `at`.
    fn ends_clause(self, at: usize) -> bool {
        self.is_any(at, &[";", "?", "!", ":"])
            || self.mark(at, '.')
                && self.is_capitalised(at + 1)
                && !matches!(self.lex(at.wrapping_sub(1)), Lex::Month(_))
    }

    /// What token `at` says of the time, where it is a finite verb or a word like "due".
    fn verb(self, at: usize) -> Option<Way> {
        let word = self.str(at);
        if self.is_any(at, &AHEAD) || word.eq_ignore_ascii_case("'ll") || word.eq_ignore_ascii_case("’ll") {
            return Some(Way::Ahead);
        }
        if self.lex(at) == Lex::To {
            let bare = self.is_word(at + 1)
                && !self.is_capitalised(at + 1)
                && self.lex(at + 1) == Lex::None
                && !self.is_any(at + 1, &["all", "it", "be", "him", "them", "her", "us", "what", "which"]);
            return (bare && !self.is_any(at + 1, &["have"])).then_some(Way::Ahead);
        }
        if self.is_any(at, &["said", "says", "say", "according", "added", "told", "based", "named", "called", "united"])
        {
            return None;
        }
        let past = word.len() > 3
            && word.ends_with("ed")
            && !self.is_capitalised(at)
            && !self.is_any(at, &["need", "speed", "indeed", "seed", "feed", "bleed"])
            || IRREGULAR.has(word);
        past.then_some(Way::Back)
    }
}
