//! What is told of a word by itself, wherever it stands.

use super::hash::{hash, lower, pair, phrase};
use super::lexicon::Lexicon;
use crate::reading::entities::title_words::{Part, part};
use crate::reading::entities::{ORGANIZATIONS, is_demonym, runs};
use crate::text::given;
use crate::text::tokens::Kind;

/// What the project's own lists say of a word: a bit each.
pub(super) const LISTS: usize = 8;
/// Small words that join the capitalised words of a name.
const JOINS: [&str; 21] = [
    "of", "and", "the", "for", "de", "del", "da", "do", "dos", "la", "el", "al", "bin", "ibn", "van", "von", "der",
    "-", "&", "'", "’",
];
/// Small words that can begin or go on a name.
const PARTICLES: [&str; 22] = [
    "al", "el", "de", "van", "von", "bin", "ibn", "del", "da", "di", "du", "la", "le", "den", "der", "e", "ap", "the",
    "abu", "ould", "ul", "dos",
];

/// What is told of a word by itself.
#[derive(Debug, Clone, Copy)]
#[allow(clippy::struct_excessive_bools)] // each is a fact of its own
pub(super) struct Form {
    /// Its hash in lower case.
    pub(super) lower: u32,
    /// The hash of its pattern of capitals, small letters and digits.
    pub(super) shape: u32,
    /// Hashes of its first one to four letters in lower case and of its last ones; 0 where it is not longer.
    pub(super) heads: [u32; 4],
    pub(super) tails: [u32; 4],
    /// Which of the words with a row of their own it is.
    pub(super) own: Option<u32>,
    /// Its cluster.
    pub(super) cluster: Option<u16>,
    /// What the lists say.
    pub(super) lists: u8,
    /// Whether its first letter is a capital.
    pub(super) capital: bool,
    /// Whether any letter is.
    pub(super) upper: bool,
    /// Whether it begins with a letter.
    pub(super) letter: bool,
    /// Whether it joins the words of a name.
    pub(super) joins: bool,
    /// Whether it can begin or go on a name.
    pub(super) particle: bool,
}

impl Form {
    pub(super) fn new(text: &str, kind: Kind, lexicon: &Lexicon<'_>, buffer: &mut String) -> Self {
        lower(text, buffer);
        let small = hash(buffer);
        let mut heads = [0; 4];
        let mut tails = [0; 4];
        let length = buffer.chars().count();
        for size in 1..=4.min(length.saturating_sub(1)) {
            let head = buffer.char_indices().nth(size).map_or(buffer.len(), |(at, _)| at);
            let tail = buffer.char_indices().nth_back(size - 1).map_or(0, |(at, _)| at);
            heads[size - 1] = pair(1, hash(&buffer[..head]));
            tails[size - 1] = pair(2, hash(&buffer[tail..]));
        }
        let list = |bit: u8, holds: bool| u8::from(holds) << bit;
        let named = matches!(kind, Kind::Word | Kind::Initials);
        let organization = ORGANIZATIONS.get(text);
        let part = part(text).filter(|_| named);
        let lists = if named {
            list(0, given::gender(text) == Some(given::Gender::Male))
                | list(1, given::gender(text) == Some(given::Gender::Female))
                | list(2, part == Some(Part::Head))
                | list(3, part == Some(Part::Modifier))
                | list(4, matches!(part, Some(Part::Form(_))))
                | list(5, organization.is_some_and(|kind| kind.starts_with("head")))
                | list(6, organization.is_some_and(|kind| kind.starts_with("tail")))
                | list(7, is_demonym(text))
        } else {
            0
        };
        Self {
            lower: small,
            shape: shape(text),
            heads,
            tails,
            own: lexicon.word(small).filter(|_| named).map(|own| own as u32),
            cluster: lexicon.cluster(small),
            lists,
            capital: text.chars().next().is_some_and(char::is_uppercase),
            upper: text.chars().any(char::is_uppercase) && kind != Kind::Url,
            letter: named,
            joins: JOINS.contains(&buffer.as_str()),
            particle: PARTICLES.contains(&buffer.as_str()) || runs::is_particle(text),
        }
    }

    /// Whether it is the noun of a title, or a form of address.
    pub(super) fn is_title(&self) -> bool {
        self.lists & (1 << 2 | 1 << 4) != 0
    }
}

/// The hash of a word's pattern: `Xxx`, `XX`, `Xx'Xx`, `dd`; of three alike in a row two count.
fn shape(word: &str) -> u32 {
    let mut pattern = 0u32;
    let mut last = [' '; 2];
    for c in word.chars() {
        let class = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => 'd',
            _ => c,
        };
        if last != [class; 2] {
            pattern = phrase(pattern, class as u32);
        }
        last = [last[1], class];
    }
    pair(3, pattern)
}
