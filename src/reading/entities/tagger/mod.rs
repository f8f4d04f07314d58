//! The tagger: which words name people, organizations and places.
//!
//! A small network and a linear-chain field, trained apart, look at every word that can be part of a name; their
//! scores are added up, the best sequence of labels is taken, and then all places of one name in the story decide its
//! kind together. Only whole numbers: the same names on every platform.

mod certainty;
mod chances;
mod document;
mod features;
mod field;
mod form;
mod hash;
#[cfg(feature = "train")]
pub mod lab;
mod labels;
mod lanes;
mod lexicon;
mod model;
mod network;
mod recall;
mod scores;
mod sequence;
#[cfg(test)]
mod tests;

use crate::EntityKind;
use crate::text::Text;
use document::Document;
pub(super) use document::is_opening;
use labels::{KINDS, entity, kind_of};
use model::Model;
use recall::Recall;
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

thread_local! {
    /// What the shipped model's readings of this thread leave for the next.
    static RECALL: RefCell<Recall> = RefCell::default();
}

/// Of ten parts, what the other places of a name say of its kind.
const VOTE: u64 = 9;

/// A name that was found.
#[derive(Debug, Clone)]
pub(super) struct Tagged {
    /// Its tokens in the text.
    pub(super) tokens: Range<usize>,
    /// What is named.
    pub(super) kind: EntityKind,
    /// Of a hundred mentions like this one, how many are right.
    pub(super) sure: u8,
}

/// A name before all its places were heard.
struct Name {
    /// Its tokens in the text.
    tokens: Range<usize>,
    /// The chances of each kind.
    kinds: [u32; KINDS],
    /// How likely it is that it begins and ends there.
    edges: u32,
    /// How likely it is there, of each kind, all sequences of labels heard.
    whole: [u32; KINDS],
    /// The hash of its words.
    key: u32,
    /// Its words, "the" aside.
    words: usize,
}

/// The names in `lines`, each a range of tokens with whether capitals tell nothing there.
pub(super) fn names(text: &Text<'_>, lines: &[(Range<usize>, bool)]) -> Vec<Tagged> {
    let read = |model| {
        // taken and put back: a reading that ends in a panic leaves none behind
        let mut recall = RECALL.take();
        let found = find(model, text, lines, &mut recall);
        RECALL.set(recall);
        found
    };
    let found = model::shipped().map_or_else(Vec::new, read);
    let tagged =
        |(tokens, told): (_, certainty::Told)| Tagged { tokens, kind: told.kind, sure: certainty::hundredths(&told) };
    found.into_iter().map(tagged).collect()
}

/// Whether `word` alone is the name of a country or a state of the US.
pub(super) fn is_state(word: &str) -> bool {
    let mut small = String::new();
    hash::lower(word, &mut small);
    model::shipped().is_some_and(|model| model.lexicon.place(hash::phrase(0, hash::hash(&small))) & 9 != 0)
}

/// The same, with what is known of each.
fn find(
    model: &Model<'_>,
    text: &Text<'_>,
    lines: &[(Range<usize>, bool)],
    recall: &mut Recall,
) -> Vec<(Range<usize>, certainty::Told)> {
    let story = Document::new(text, &model.lexicon, lines, |word, kind| recall.form(word, kind));
    let scores = scores::scores(model, &story, recall);
    let mut names = Vec::new();
    let mut path = Vec::new();
    for ((line, _), (whole, _)) in story.lines.iter().zip(lines) {
        let mut at = line.start;
        while at < line.end {
            let end = (at..line.end).find(|&at| !story.candidates[at]).unwrap_or(line.end);
            if at < end {
                sequence::best(model, &scores, at..end, &mut path);
                let first = names.len();
                cut(&story, &scores, at, &path, &mut names);
                let spans: Vec<_> = names[first..].iter().map(|name| name.tokens.clone()).collect();
                let chances = sequence::chances(model, &scores, at..end, &spans);
                let offset = whole.start.wrapping_sub(line.start);
                for (name, whole) in names[first..].iter_mut().zip(chances) {
                    name.whole = whole;
                    name.tokens = name.tokens.start.wrapping_add(offset)..name.tokens.end.wrapping_add(offset);
                }
            }
            at = end + 1;
        }
    }
    vote(names)
}

/// Takes the names from the labels of the stretch that begins at `start`.
fn cut(story: &Document<'_>, scores: &scores::Scores, start: usize, path: &[usize], names: &mut Vec<Name>) {
    let mut at = 0;
    while at < path.len() {
        if path[at] == 0 {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        // a later word has an even label
        while end < path.len()
            && path[end] != 0
            && path[end].is_multiple_of(2)
            && kind_of(path[end]) == kind_of(path[at])
        {
            end += 1;
        }
        let mut kinds = [0; KINDS];
        let (mut key, mut words) = (0, 0);
        let mut edges = chances::CERTAIN;
        for word in start + at..start + end {
            let labels = chances::labels(scores.of(word));
            for (sum, chance) in kinds.iter_mut().zip(chances::kinds(&labels)) {
                *sum += chance;
            }
            // its first word begins a name of some kind, and the others go one on
            let first = usize::from(word != start + at);
            edges = edges.min(labels.iter().skip(1 + first).step_by(2).sum());
            if !story.word(word).text.eq_ignore_ascii_case("the") {
                key = hash::phrase(key, story.word(word).form.lower);
                words += 1;
            }
        }
        if end < path.len() {
            let labels = chances::labels(scores.of(start + end));
            edges = edges.min(chances::CERTAIN.saturating_sub(labels.iter().skip(2).step_by(2).sum()));
        }
        let count = (end - at) as u32;
        let (tokens, whole) = (start + at..start + end, [0; KINDS]);
        names.push(Name { kinds: kinds.map(|sum| sum / count), edges, whole, tokens, key, words });
        at = end;
    }
}

/// Lets all places of a name decide together.
fn vote(names: Vec<Name>) -> Vec<(Range<usize>, certainty::Told)> {
    #[derive(Default)]
    struct Heard {
        kinds: [u64; KINDS],
        whole: [u64; KINDS],
        count: u64,
    }
    let mut heard: HashMap<u32, Heard> = HashMap::new();
    for name in &names {
        let heard = heard.entry(name.key).or_default();
        heard.count += 1;
        for kind in 0..KINDS {
            heard.kinds[kind] += u64::from(name.kinds[kind]);
            heard.whole[kind] += u64::from(name.whole[kind]);
        }
    }
    let decide = |name: Name| {
        let heard = heard.get(&name.key)?;
        let chance =
            |kind: usize| ((10 - VOTE) * u64::from(name.kinds[kind]) + VOTE * heard.kinds[kind] / heard.count) / 10;
        let kind = (0..KINDS).rev().max_by_key(|&kind| chance(kind))?;
        let told = certainty::Told {
            kind_chance: chance(kind) as u32,
            edges: name.edges,
            whole: (heard.whole[kind] / heard.count) as u32,
            count: heard.count,
            words: name.words,
            kind: entity(kind)?,
        };
        Some((name.tokens, told))
    };
    names.into_iter().filter_map(decide).collect()
}
