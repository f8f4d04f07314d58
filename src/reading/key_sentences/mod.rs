//! Key sentences: what the story is about, best first.
//!
//! Four things that are known to work on news are added up, in whole numbers:
//!
//! - **Headline**: the share of the headline's terms, and half of the standfirst's, that a sentence holds (Edmundson,
//!   "New methods in automatic extracting", 1969: title words).
//! - **Centrality**: how many later sentences share its terms. This is degree centrality as in `LexRank` (Erkan and Radev
//!   2004) and `TextRank` (Mihalcea and Tarau 2004) in the directed form of `PacSum` (Zheng and Lapata 2019): in news what
//!   is said first and taken up later matters. As a sentence's likeness to all others is a sum over its terms, no two
//!   sentences are compared: the work is linear in the words.
//! - **Position**: the lede counts most, then the paragraphs where a nut graf is found, the second to fifth (Edmundson 1969;
//!   the lead baseline).
//! - **Cues** of a nut graf: the present perfect, "the decision comes as", "part of a", "the latest" (Edmundson: cue words).
//!
//! Speech, questions, and sentences that lean on the one before ("He …", "But …") lose. An anecdotal lede shares little
//! with headline and rest, so that the nut graf passes it.
//!
//! Taken are sentences of paragraphs; of list items where there is no paragraph. At most five, at most a third of the
//! story's sentences but two where there are two; one that says again what a better one says is passed over while there
//! are others. The first [`SENTENCES`] sentences are looked at, which hold any story's nut graf.

mod cues;
mod terms;
#[cfg(test)]
mod tests;

use super::Story;
use crate::Role;
use crate::order::order;
use terms::Terms;

/// Sentences that are looked at: no story is longer, and a longer text says its subject before.
const SENTENCES: usize = 400;

/// Key sentences of the longest story.
const MOST: usize = 5;

/// Later sentences with a term that count: more say nothing more about its sentence.
const LINKS: usize = 8;

/// What the first sentence of each paragraph is worth by its place; later paragraphs get nothing.
const PLACES: [i64; 8] = [110, 70, 60, 50, 40, 25, 15, 5];

/// What is known about a sentence that may be taken.
struct Candidate {
    /// Its index in `sentences`.
    index: usize,
    /// Its terms.
    terms: Vec<usize>,
    score: i64,
}

/// Picks the key sentences: indices into the story's sentences, best first.
pub(crate) fn pick(story: &Story<'_>) -> Vec<usize> {
    if story.foreign.is_some() {
        return Vec::new();
    }
    let mut terms = Terms::default();
    let headline = story.head.headline.as_ref().map_or(Vec::new(), |piece| terms.of(story.text, piece.span));
    let standfirst = story.head.standfirst.as_ref().map_or(Vec::new(), |piece| terms.of(story.text, piece.span));
    let mut found = candidates(story, &mut terms, Role::Paragraph);
    if found.is_empty() {
        found = candidates(story, &mut terms, Role::ListItem);
    }
    let titles = [(headline.as_slice(), 300), (standfirst.as_slice(), 120)];
    rate(&mut found, terms.len(), titles);
    choose(&found, terms.len())
}

/// The sentences in blocks of `role`, with what their place and wording is worth.
fn candidates(story: &Story<'_>, terms: &mut Terms, role: Role) -> Vec<Candidate> {
    let mut found = Vec::new();
    let (mut paragraph, mut before) = (0, None);
    for (index, sentence) in story.sentences.iter().enumerate() {
        if found.len() >= SENTENCES || sentence.span.start >= story.end {
            break;
        }
        if story.blocks[sentence.block].role != role {
            continue;
        }
        let opens = before != Some(sentence.block);
        if opens {
            paragraph += usize::from(before.is_some());
            before = Some(sentence.block);
        }
        let place = PLACES.get(paragraph).copied().unwrap_or(0);
        let place = if opens { place } else { place * 2 / 3 };
        let score = place + cues::worth(story.text, sentence.span, (1..=6).contains(&paragraph));
        found.push(Candidate { index, terms: terms.of(story.text, sentence.span), score });
    }
    found
}

/// Adds what the terms are worth, of which there are `count` in all: shared with the titles, and with later
/// sentences.
fn rate(found: &mut [Candidate], count: usize, titles: [(&[usize], i64); 2]) {
    let mut later = vec![0usize; count];
    for candidate in found.iter() {
        for &term in &candidate.terms {
            later[term] += 1;
        }
    }
    let mut worth = vec![0i64; count];
    for (title, share) in titles {
        // a headline of two words is not twice as sure as one of four
        let each = share / whole(title.len().max(4));
        for &term in title {
            worth[term] = worth[term].max(each);
        }
    }
    for candidate in found.iter_mut() {
        let mut links = 0;
        for &term in &candidate.terms {
            later[term] = later[term].saturating_sub(1);
            links += whole(later[term].min(LINKS));
            candidate.score += worth[term];
        }
        candidate.score += links * 60 / (whole(candidate.terms.len()) + 8);
    }
}

/// A count as a signed number.
fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The best, none of which says again what a better one says.
fn choose(found: &[Candidate], count: usize) -> Vec<usize> {
    let number = found.len().div_ceil(3).clamp(2, MOST).min(found.len());
    // scores stay far below this
    let sorted = order(found.iter().map(|candidate| (u64::try_from(1_000_000 - candidate.score).unwrap_or(0), 0)));
    let mut said = vec![false; count];
    let mut chosen: Vec<usize> = Vec::new();
    let mut passed = Vec::new();
    for place in sorted {
        let candidate = &found[place];
        let known = candidate.terms.iter().filter(|&&term| said[term]).count();
        if !chosen.is_empty() && known * 4 > candidate.terms.len() * 3 {
            passed.push(candidate.index);
            continue;
        }
        for &term in &candidate.terms {
            said[term] = true;
        }
        chosen.push(candidate.index);
        if chosen.len() == number {
            break;
        }
    }
    let missing = number - chosen.len();
    chosen.extend(passed.into_iter().take(missing));
    chosen
}
