//! A story as the tagger sees it: its words, each told once, and what the whole document says about them.

use super::hash::{hash, lower, pair, phrase};
use super::lexicon::Lexicon;
use crate::reading::entities::title_words::{Part, part};
use crate::reading::entities::{ORGANIZATIONS, is_demonym, runs};
use crate::text::Text;
use crate::text::given;
use crate::text::tokens::Kind;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// What the project's own lists say of a word: a bit each.
pub(super) const LISTS: usize = 8;
/// Kinds of place by where in the name a word stands and whether the name has several.
pub(super) const PLACES: usize = 16;
/// Words of a name of a place that is looked up.
const LONGEST_PLACE: usize = 4;
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

/// A distinct word of the document.
#[derive(Debug, Clone)]
#[allow(clippy::struct_excessive_bools)] // each is a fact of its own
pub(super) struct Word<'t> {
    /// As written.
    pub(super) text: &'t str,
    /// Its hash in lower case.
    pub(super) lower: u32,
    /// The hash of its pattern of capitals, small letters and digits.
    pub(super) shape: u32,
    /// Hashes of its first one to four letters in lower case and of its last ones; 0 where it is not longer.
    pub(super) heads: [u32; 4],
    pub(super) tails: [u32; 4],
    /// Which of the words with a row of their own it is.
    pub(super) own: Option<usize>,
    /// Its cluster.
    pub(super) cluster: Option<u16>,
    /// What the lists say.
    pub(super) lists: u8,
    /// Whether its first letter is a capital.
    pub(super) capital: bool,
    /// Whether any letter is.
    upper: bool,
    /// Whether it begins with a letter.
    letter: bool,
    /// Whether it joins the words of a name.
    joins: bool,
    /// Whether it can begin or go on a name.
    particle: bool,
    /// What the document says of it: 1 capitalised inside a sentence, 2 after a title, 4 after another capital,
    /// 8 before one, 16 also written small.
    pub(super) facts: u8,
    /// The last word of the name whose initials it is; a word's number.
    pub(super) spelled: Option<u32>,
}

/// A stretch of capitalised words, with up to two joining words between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// The numbers of its first and last word and of the words around it.
    pub(super) around: [Option<u32>; 4],
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The words of a document in their lines.
#[derive(Debug)]
pub(super) struct Document<'t> {
    pub(super) words: Vec<Word<'t>>,
    /// The number of each token's word.
    pub(super) tokens: Vec<u32>,
    /// The lines, as ranges of `tokens`, each with whether capitals tell nothing there.
    pub(super) lines: Vec<(Range<usize>, bool)>,
    /// Whether each token can be part of a name.
    pub(super) candidates: Vec<bool>,
    /// Names of places that each token is part of: bits of [`PLACES`].
    pub(super) places: Vec<u16>,
    /// The runs in order.
    pub(super) runs: Vec<Run>,
}

impl<'t> Document<'t> {
    /// Reads the lines of `text`, each a range of tokens with whether capitals tell nothing there.
    pub(super) fn new(text: &Text<'t>, lexicon: &Lexicon<'_>, lines: &[(Range<usize>, bool)]) -> Self {
        let mut document = Self {
            words: Vec::new(),
            tokens: Vec::new(),
            lines: Vec::with_capacity(lines.len()),
            candidates: Vec::new(),
            places: Vec::new(),
            runs: Vec::new(),
        };
        document.read(text, lexicon, lines);
        document.mark_candidates();
        document.find_places(lexicon);
        document.find_runs();
        document.find_facts();
        document
    }

    fn read(&mut self, text: &Text<'t>, lexicon: &Lexicon<'_>, lines: &[(Range<usize>, bool)]) {
        let mut known: HashMap<&'t str, u32> = HashMap::new();
        let mut buffer = String::new();
        for (line, titled) in lines {
            let start = self.tokens.len();
            for &token in &text.tokens[line.clone()] {
                let slice = text.str(token);
                let number = *known.entry(slice).or_insert_with(|| {
                    self.words.push(Word::new(slice, token.kind, lexicon, &mut buffer));
                    self.words.len() as u32 - 1
                });
                self.tokens.push(number);
            }
            self.lines.push((start..self.tokens.len(), *titled));
        }
    }

    /// The word of token `at`.
    pub(super) fn word(&self, at: usize) -> &Word<'t> {
        &self.words[self.tokens[at] as usize]
    }

    /// Which tokens can be part of a name: those with capitals, and some next to them.
    fn mark_candidates(&mut self) {
        self.candidates = vec![false; self.tokens.len()];
        for (line, _) in &self.lines {
            for at in line.clone() {
                let word = self.word(at);
                let upper = |at: usize| line.contains(&at) && self.word(at).upper;
                let back = |by: usize| at.checked_sub(by).is_some_and(upper);
                let between = || (back(1) || back(2) || back(3)) && (1..=3).any(|by| upper(at + by));
                let digit = word.text.starts_with(|c: char| c.is_ascii_digit());
                self.candidates[at] = word.upper
                    || back(1) && (word.letter || digit || is_link(word.text))
                    || back(1) && word.text.len() > 1 && word.text.starts_with(['\'', '’'])
                    || (word.joins || word.particle || matches!(word.text, "." | "/" | "–")) && between()
                    || (word.letter || digit)
                        && back(2)
                        && (is_link(self.word(at - 1).text) || matches!(self.word(at - 1).text, "." | "&" | "/"))
                    || (word.particle || digit) && upper(at + 1)
                    || word.particle && upper(at + 2) && is_link(self.word(at + 1).text);
            }
        }
    }

    /// Looks the names of places up, the longest first.
    fn find_places(&mut self, lexicon: &Lexicon<'_>) {
        self.places = vec![0; self.tokens.len()];
        for (line, _) in &self.lines {
            for at in line.clone() {
                if !self.word(at).capital {
                    continue;
                }
                let longest = LONGEST_PLACE.min(line.end - at);
                let mut names = [0; LONGEST_PLACE];
                let mut name = 0;
                for (length, slot) in names.iter_mut().enumerate().take(longest) {
                    name = phrase(name, self.word(at + length).lower);
                    *slot = name;
                }
                let found = (1..=longest).rev().map(|length| (length, lexicon.place(names[length - 1])));
                let Some((length, kinds)) = found.into_iter().find(|&(_, kinds)| kinds != 0) else { continue };
                for inside in 0..length {
                    let shift = 2 * usize::from(inside > 0) + usize::from(length > 1);
                    for kind in (0..4).filter(|kind| kinds >> kind & 1 != 0) {
                        self.places[at + inside] |= 1 << (4 * kind + shift);
                    }
                }
            }
        }
    }

    /// Finds the runs, and whose initials the document's acronyms are.
    fn find_runs(&mut self) {
        let mut initials: HashMap<String, u32> = HashMap::new();
        for (line, titled) in &self.lines {
            let mut at = line.start;
            while at < line.end {
                if !self.word(at).capital {
                    at += 1;
                    continue;
                }
                let mut end = at + 1;
                loop {
                    let mut next = end;
                    while next < line.end && next - end < 2 && self.word(next).joins && !self.word(next).capital {
                        next += 1;
                    }
                    if next >= line.end || !self.word(next).capital {
                        break;
                    }
                    end = next + 1;
                }
                let number = |at: usize| line.contains(&at).then(|| self.tokens[at]);
                let around = [number(at), number(end - 1), at.checked_sub(1).and_then(number), number(end)];
                self.runs.push(Run { around, start: at, end });
                if !titled && (2..=16).contains(&(end - at)) {
                    self.spell(at, end, &mut initials);
                }
                at = end;
            }
        }
        for word in &mut self.words {
            if word.upper && (2..=7).contains(&word.text.len()) {
                word.spelled = initials.get(word.text).copied();
            }
        }
    }

    /// Takes the initials of the run `at..end`, with and without those of its small words.
    fn spell(&self, mut at: usize, end: usize, initials: &mut HashMap<String, u32>) {
        if matches!(self.word(at).text, "The" | "A") {
            at += 1;
        }
        let first = |at: usize| self.word(at).text.chars().next();
        let capitals: String = (at..end).filter(|&at| self.word(at).capital).filter_map(first).collect();
        if (2..=7).contains(&capitals.len()) {
            let all: String =
                (at..end).filter(|&at| self.word(at).letter).filter_map(first).flat_map(char::to_uppercase).collect();
            initials.insert(capitals, self.tokens[end - 1]);
            initials.insert(all, self.tokens[end - 1]);
        }
    }

    /// Collects what the document says about each capitalised word.
    fn find_facts(&mut self) {
        let small: HashSet<u32> =
            self.words.iter().filter(|word| word.letter && !word.upper).map(|word| word.lower).collect();
        for word in self.words.iter_mut().filter(|word| word.capital && small.contains(&word.lower)) {
            word.facts |= 16;
        }
        for (line, titled) in &self.lines {
            if *titled {
                continue;
            }
            for at in line.clone().skip(1) {
                let before = self.word(at - 1);
                if !self.word(at).capital || is_opening(before.text) {
                    continue;
                }
                let title = matches!(part(before.text), Some(Part::Head | Part::Form(_)));
                let next = at + 1 < line.end && self.word(at + 1).capital;
                let facts = 1 + 2 * u8::from(title) + 4 * u8::from(before.capital) + 8 * u8::from(next);
                self.words[self.tokens[at] as usize].facts |= facts;
            }
        }
    }
}

/// Whether a mark can join two parts of a word: a hyphen or an apostrophe.
fn is_link(mark: &str) -> bool {
    matches!(mark, "-" | "‑" | "\'" | "’")
}

/// Whether a sentence, quotation or clause begins after this mark.
pub(in super::super) fn is_opening(mark: &str) -> bool {
    matches!(mark, "." | "\"" | "“" | "”" | "?" | "!" | ":")
}

impl<'t> Word<'t> {
    fn new(text: &'t str, kind: Kind, lexicon: &Lexicon<'_>, buffer: &mut String) -> Self {
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
                | list(5, organization.is_some_and(|kind| kind == "head"))
                | list(6, organization.is_some_and(|kind| kind != "head"))
                | list(7, is_demonym(text))
        } else {
            0
        };
        Self {
            text,
            lower: small,
            shape: shape(text),
            heads,
            tails,
            own: lexicon.word(small).filter(|_| named),
            cluster: lexicon.cluster(small),
            lists,
            capital: text.chars().next().is_some_and(char::is_uppercase),
            upper: text.chars().any(char::is_uppercase) && kind != Kind::Url,
            letter: named,
            joins: JOINS.contains(&buffer.as_str()),
            particle: PARTICLES.contains(&buffer.as_str()) || runs::is_particle(text),
            facts: 0,
            spelled: None,
        }
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

impl Document<'_> {
    /// For each word the number of its spelling in lower case among those of capitalised words, from 1; 0 for words
    /// without a capital.
    pub(super) fn keys(&self) -> Vec<u32> {
        let mut numbers: HashMap<u32, u32> = HashMap::new();
        let number = |word: &Word<'_>| {
            if !word.capital {
                return 0;
            }
            let next = numbers.len() as u32 + 1;
            *numbers.entry(word.lower).or_insert(next)
        };
        self.words.iter().map(number).collect()
    }
}
