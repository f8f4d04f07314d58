//! What is told of each word to the two taggers: rows of the network's table, and attributes of the field.

use super::document::{Document, PLACES, Run, Word, is_opening};
use super::form::LISTS;
use super::hash::{pair, triple};

/// Rows for hashed beginnings and ends of words.
const AFFIXES: usize = 3072;
/// Rows for hashed patterns.
const SHAPES: usize = 256;
/// Rows for clusters: for the first ten, six and four branches of the path, and one for words without.
const CLUSTERS: usize = 1024 + 64 + 16 + 1;
/// Rows for what the document says of a word.
const FACTS: usize = 32;
/// Rows for where in its line a word stands.
const SPOTS: usize = 8;
/// Rows for each of the words that begin, end and surround a run.
const RUN: usize = 512;

/// Where the rows of each kind begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows {
    affixes: usize,
    shapes: usize,
    clusters: usize,
    places: usize,
    lists: usize,
    facts: usize,
    spots: usize,
    runs: usize,
    /// How many there are.
    pub(super) count: usize,
}

impl Rows {
    /// The rows where `words` words have one of their own.
    pub(super) const fn new(words: usize) -> Self {
        let affixes = words + 1;
        let shapes = affixes + AFFIXES;
        let clusters = shapes + SHAPES;
        let places = clusters + CLUSTERS;
        let lists = places + PLACES;
        let facts = lists + LISTS;
        let spots = facts + FACTS;
        let runs = spots + SPOTS;
        Self { affixes, shapes, clusters, places, lists, facts, spots, runs, count: runs + 4 * RUN }
    }

    /// The row that says that a text is from the web; for training alone.
    #[cfg(feature = "train")]
    pub(super) const fn web(&self) -> usize {
        self.spots + 3
    }

    /// The rows of a word wherever it stands in the document.
    pub(super) fn word(&self, word: &Word<'_>, mut row: impl FnMut(usize)) {
        row(word.form.own.map_or(0, |own| own as usize + 1));
        row(self.shapes + word.form.shape as usize % SHAPES);
        for affix in word.form.heads[1..].iter().chain(&word.form.tails[1..]).filter(|&&affix| affix != 0) {
            row(self.affixes + *affix as usize % AFFIXES);
        }
        if let Some(path) = word.form.cluster.map(usize::from) {
            row(self.clusters + 1 + (path & 1023));
            row(self.clusters + 1 + 1024 + (path & 63));
            row(self.clusters + 1 + 1024 + 64 + (path & 15));
        } else {
            row(self.clusters);
        }
        for list in (0..LISTS).filter(|list| word.form.lists >> list & 1 != 0) {
            row(self.lists + list);
        }
        if word.form.capital {
            row(self.facts + usize::from(word.facts) % FACTS);
        }
    }

    /// The rows of token `at` of line `line` besides those of its word; `run` is the run it is part of.
    pub(super) fn token(
        &self,
        story: &Document<'_>,
        line: usize,
        at: usize,
        run: Option<&Run>,
        mut row: impl FnMut(usize),
    ) {
        let (range, titled) = &story.lines[line];
        for place in (0..PLACES).filter(|place| story.places[at] >> place & 1 != 0) {
            row(self.places + place);
        }
        if at == range.start {
            row(self.spots);
        } else if is_opening(story.word(at - 1).text) {
            row(self.spots + 1);
        }
        if at + 1 == range.end {
            row(self.spots + 2);
        }
        if *titled {
            row(self.spots + 5);
        }
        let Some(run) = run else { return };
        for (part, word) in run.around.iter().enumerate() {
            row(self.run(part, *word, story));
        }
        if let Some(last) = story.word(at).spelled.filter(|_| run.end == run.start + 1) {
            row(self.spots + 4);
            row(self.run(1, Some(last), story));
        }
    }

    /// A row for a word that has one of its own, one row for all others, one for none.
    fn run(&self, part: usize, word: Option<u32>, story: &Document<'_>) -> usize {
        let own = match word.map(|word| &story.words[word as usize]) {
            None => 0,
            Some(word) if word.form.own.is_none() => 1,
            Some(word) => 2 + word.form.lower as usize % (RUN - 2),
        };
        self.runs + part * RUN + own
    }
}

/// Attributes of a word `offset` words from the one that is tagged, told by the word alone; `offset` is from 0 to 4,
/// two is the word itself.
pub(super) fn attributes(word: Option<&Word<'_>>, offset: u32, mut attribute: impl FnMut(u32)) {
    let at = 100 * (offset + 1);
    let Some(word) = word else {
        attribute(pair(at, 0));
        return;
    };
    attribute(pair(at + 1, word.form.lower));
    attribute(pair(at + 2, word.form.shape));
    if let Some(path) = word.form.cluster.map(u32::from) {
        attribute(pair(at + 3, path & 15));
        attribute(pair(at + 4, path & 63));
        if (1..=3).contains(&offset) {
            attribute(pair(at + 5, path));
        }
    } else {
        attribute(pair(at + 6, 0));
    }
    if (1..=3).contains(&offset) {
        for list in (0..LISTS as u32).filter(|list| word.form.lists >> list & 1 != 0) {
            attribute(pair(at + 7, list));
        }
    }
    if offset == 1 || offset == 3 {
        attribute(pair(at + 8, word.form.tails[2]));
    }
    if offset == 2 {
        attribute(pair(at + 9, super::hash::hash(word.text)));
        for affix in word.form.heads.iter().chain(&word.form.tails).filter(|&&affix| affix != 0) {
            attribute(pair(at + 10, *affix));
        }
        if word.form.capital {
            attribute(pair(at + 11, u32::from(word.facts)));
        }
    }
}

/// Attributes of token `at` of line `line` told by more than one word; `run` is the run it is part of.
pub(super) fn surroundings(
    story: &Document<'_>,
    line: usize,
    at: usize,
    run: Option<&Run>,
    mut attribute: impl FnMut(u32),
) {
    let (range, titled) = &story.lines[line];
    let before = (at > range.start).then(|| story.word(at - 1));
    let after = (at + 1 < range.end).then(|| story.word(at + 1));
    let word = story.word(at);
    attribute(pair(1, 0));
    match before {
        None => attribute(pair(2, 0)),
        Some(before) if is_opening(before.text) => attribute(pair(2, 1)),
        Some(_) => {}
    }
    if *titled {
        attribute(pair(2, 2));
    }
    for (side, there) in [(0, before.is_some()), (1, true), (2, after.is_some())] {
        let places = if there { story.places[at + side - 1] } else { 0 };
        for place in (0..PLACES).filter(|place| places >> place & 1 != 0) {
            attribute(pair(3 + side as u32, place as u32));
        }
    }
    let shape = |word: Option<&Word<'_>>| word.map_or(0, |word| word.form.shape);
    attribute(triple(6, triple(6, shape(before), word.form.shape), shape(after)));
    if let Some(before) = before {
        attribute(triple(7, before.form.lower, word.form.lower));
    }
    if let Some(after) = after {
        attribute(triple(8, word.form.lower, after.form.lower));
    }
    let Some(run) = run else { return };
    for (part, other) in run.around.iter().enumerate() {
        attribute(pair(10 + part as u32, other.map_or(0, |other| story.words[other as usize].form.lower)));
    }
    if let Some(last) = word.spelled.filter(|_| run.end == run.start + 1) {
        attribute(pair(14, story.words[last as usize].form.lower));
    }
}
