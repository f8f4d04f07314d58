//! A story as the tagger sees it: its words, each told once, and what the whole document says about them.

use super::form::Form;
use super::hash::phrase;
use super::lexicon::Lexicon;
use crate::text::Text;
use crate::text::tokens::Kind;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Kinds of place by where in the name a word stands and whether the name has several.
pub(super) const PLACES: usize = 16;
/// Words of a name of a place that is looked up.
const LONGEST_PLACE: usize = 4;
/// A distinct word of the document.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    /// As written.
    pub(super) text: &'t str,
    /// What kind of token it is.
    pub(super) kind: Kind,
    /// What is told of it by itself.
    pub(super) form: Form,
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
    /// Reads the lines of `text`, each a range of tokens with whether capitals tell nothing there; `known` has the forms of
    /// words that were read before.
    pub(super) fn new(
        text: &Text<'t>,
        lexicon: &Lexicon<'_>,
        lines: &[(Range<usize>, bool)],
        known: impl Fn(&str, Kind) -> Option<Form>,
    ) -> Self {
        let mut document = Self {
            words: Vec::new(),
            tokens: Vec::new(),
            lines: Vec::with_capacity(lines.len()),
            candidates: Vec::new(),
            places: Vec::new(),
            runs: Vec::new(),
        };
        document.read(text, lexicon, lines, known);
        document.mark_candidates();
        document.find_places(lexicon);
        document.find_runs();
        document.find_facts();
        document
    }

    fn read(
        &mut self,
        text: &Text<'t>,
        lexicon: &Lexicon<'_>,
        lines: &[(Range<usize>, bool)],
        known: impl Fn(&str, Kind) -> Option<Form>,
    ) {
        let mut numbers: HashMap<&'t str, u32> = HashMap::new();
        let mut buffer = String::new();
        for (line, titled) in lines {
            let start = self.tokens.len();
            for &token in &text.tokens[line.clone()] {
                let slice = text.str(token);
                let number = *numbers.entry(slice).or_insert_with(|| {
                    let form =
                        known(slice, token.kind).unwrap_or_else(|| Form::new(slice, token.kind, lexicon, &mut buffer));
                    self.words.push(Word { text: slice, kind: token.kind, form, facts: 0, spelled: None });
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
                let upper = |at: usize| line.contains(&at) && self.word(at).form.upper;
                let back = |by: usize| at.checked_sub(by).is_some_and(upper);
                let between = || (back(1) || back(2) || back(3)) && (1..=3).any(|by| upper(at + by));
                let digit = word.text.starts_with(|c: char| c.is_ascii_digit());
                self.candidates[at] = word.form.upper
                    || back(1) && (word.form.letter || digit || is_link(word.text))
                    || back(1) && word.text.len() > 1 && word.text.starts_with(['\'', '’'])
                    || (word.form.joins || word.form.particle || matches!(word.text, "." | "/" | "–")) && between()
                    || (word.form.letter || digit)
                        && back(2)
                        && (is_link(self.word(at - 1).text) || matches!(self.word(at - 1).text, "." | "&" | "/"))
                    || (word.form.particle || digit) && upper(at + 1)
                    || word.form.particle && upper(at + 2) && is_link(self.word(at + 1).text);
            }
        }
    }

    /// Looks the names of places up, the longest first.
    fn find_places(&mut self, lexicon: &Lexicon<'_>) {
        self.places = vec![0; self.tokens.len()];
        for (line, _) in &self.lines {
            for at in line.clone() {
                if !self.word(at).form.capital {
                    continue;
                }
                let longest = LONGEST_PLACE.min(line.end - at);
                let mut names = [0; LONGEST_PLACE];
                let mut name = 0;
                for (length, slot) in names.iter_mut().enumerate().take(longest) {
                    name = phrase(name, self.word(at + length).form.lower);
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
                if !self.word(at).form.capital {
                    at += 1;
                    continue;
                }
                let mut end = at + 1;
                loop {
                    let mut next = end;
                    while next < line.end
                        && next - end < 2
                        && self.word(next).form.joins
                        && !self.word(next).form.capital
                    {
                        next += 1;
                    }
                    if next >= line.end || !self.word(next).form.capital {
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
            if word.form.upper && (2..=7).contains(&word.text.len()) {
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
        let capitals: String = (at..end).filter(|&at| self.word(at).form.capital).filter_map(first).collect();
        if (2..=7).contains(&capitals.len()) {
            let all: String = (at..end)
                .filter(|&at| self.word(at).form.letter)
                .filter_map(first)
                .flat_map(char::to_uppercase)
                .collect();
            initials.insert(capitals, self.tokens[end - 1]);
            initials.insert(all, self.tokens[end - 1]);
        }
    }

    /// Collects what the document says about each capitalised word.
    fn find_facts(&mut self) {
        let small: HashSet<u32> =
            self.words.iter().filter(|word| word.form.letter && !word.form.upper).map(|word| word.form.lower).collect();
        for word in self.words.iter_mut().filter(|word| word.form.capital && small.contains(&word.form.lower)) {
            word.facts |= 16;
        }
        for (line, titled) in &self.lines {
            if *titled {
                continue;
            }
            for at in line.clone().skip(1) {
                let before = self.word(at - 1);
                if !self.word(at).form.capital || is_opening(before.text) {
                    continue;
                }
                let title = before.form.is_title();
                let next = at + 1 < line.end && self.word(at + 1).form.capital;
                let facts = 1 + 2 * u8::from(title) + 4 * u8::from(before.form.capital) + 8 * u8::from(next);
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

impl Document<'_> {
    /// For each word the number of its spelling in lower case among those of capitalised words, from 1; 0 for words
    /// without a capital.
    pub(super) fn keys(&self) -> Vec<u32> {
        let mut numbers: HashMap<u32, u32> = HashMap::new();
        let number = |word: &Word<'_>| {
            if !word.form.capital {
                return 0;
            }
            let next = numbers.len() as u32 + 1;
            *numbers.entry(word.form.lower).or_insert(next)
        };
        self.words.iter().map(number).collect()
    }
}
