//! The letter m after figures: metres, or, as Britain's press writes it, a million.
//!
//! `a 12 m mast` · `48m high` · `1m is 10 dm` · `48m people`

use super::noun;
use super::passage::Passage;

/// What the letter stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letter {
    /// Metres.
    Metres,
    /// A million of what is counted after it.
    Million,
}

/// Words after a length.
const MEASURED: [&str; 26] = [
    "high",
    "tall",
    "long",
    "deep",
    "wide",
    "thick",
    "away",
    "apart",
    "above",
    "below",
    "across",
    "race",
    "sprint",
    "freestyle",
    "butterfly",
    "backstroke",
    "breaststroke",
    "hurdles",
    "relay",
    "final",
    "pool",
    "record",
    "champion",
    "runner",
    "medley",
    "dash",
];

/// Plurals that no million is counted of: they are run, swum or measured.
const RUN: [&str; 8] = ["hurdles", "heats", "finals", "races", "sprints", "relays", "titles", "records"];

/// Units and words beside which a figure is a length.
const LENGTHS: [&str; 12] =
    ["cm", "mm", "dm", "km", "length", "height", "depth", "width", "altitude", "distance", "diameter", "radius"];

/// How far from the letter these are looked for, in tokens.
const REACH: usize = 6;

/// What the token at `at`, right after figures, stands for; `None` where it is no such letter, or either could be meant.
pub(super) fn read(passage: &Passage<'_>, at: usize) -> Option<Letter> {
    if passage.str(at) != "m" || matches!(passage.mark(at + 1), Some('²' | '³' | '/')) {
        return None;
    }
    let joined = passage.is_joined(at);
    if let Some(noun) = noun::plural(passage, at + 1) {
        let run = RUN.contains(&&*passage.key(noun)) || MEASURED.contains(&&*passage.key(at + 1));
        return if run { Some(Letter::Metres) } else { joined.then_some(Letter::Million) };
    }
    let beside = || {
        let near = at.saturating_sub(REACH)..at + REACH;
        near.filter(|&near| near != at).any(|near| LENGTHS.contains(&&*passage.key(near)))
    };
    (!joined || MEASURED.contains(&&*passage.key(at + 1)) || beside()).then_some(Letter::Metres)
}
