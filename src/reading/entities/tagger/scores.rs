//! The scores of labels for every candidate: network and field added up.

use super::document::{Document, Run};
use super::features::{attributes, surroundings};
use super::labels::LABELS;
use super::model::Model;
use super::network::{Memory, Seen, Units, above_zero, add};
use super::recall::{Recall, Share};

/// Words of one text whose share is kept: a bound on memory.
const KEPT: usize = 1 << 14;

/// The scores by token.
pub(super) struct Scores {
    /// Where each token's scores are.
    at: Vec<u32>,
    scores: Vec<[i32; LABELS]>,
}

impl Scores {
    /// Those of words in a row.
    #[cfg(test)]
    pub(super) fn of_row(scores: Vec<[i32; LABELS]>) -> Self {
        Self { at: (0..scores.len() as u32).collect(), scores }
    }

    /// Those of candidate `at`.
    pub(super) fn of(&self, at: usize) -> &[i32; LABELS] {
        &self.scores[self.at[at] as usize]
    }
}

/// The shares of the words of a text.
struct Shares<'a> {
    model: &'a Model<'a>,
    story: &'a Document<'a>,
    recall: &'a mut Recall,
    words: Vec<Option<Box<Share>>>,
    kept: usize,
}

impl Shares<'_> {
    /// What a word gives to one of the places around it.
    fn of(&mut self, number: usize, place: usize) -> (&Units, &[i32; LABELS]) {
        let word = &self.story.words[number];
        if self.words[number].is_none() {
            if self.kept >= KEPT {
                self.words.iter_mut().for_each(|share| *share = None);
                self.kept = 0;
            }
            self.kept += 1;
        }
        let recall = &mut *self.recall;
        let share = self.words[number]
            .get_or_insert_with(|| recall.take(word).unwrap_or_else(|| Box::new(Share::of(self.model, word))));
        share.give(self.model, word, place)
    }

    /// Leaves them to the next text.
    fn leave(self) {
        let shares = self.words.into_iter().zip(&self.story.words);
        self.recall.keep(shares.filter_map(|(share, word)| share.map(|share| (word, share))));
    }
}

/// The rows of every token besides those of its word.
struct TokenRows {
    starts: Vec<u32>,
    rows: Vec<u16>,
}

impl TokenRows {
    fn new(model: &Model<'_>, story: &Document<'_>, runs: &[u32]) -> Self {
        let mut all = Self { starts: Vec::with_capacity(story.tokens.len() + 1), rows: Vec::new() };
        for (line, (range, _)) in story.lines.iter().enumerate() {
            for at in range.clone() {
                all.starts.push(all.rows.len() as u32);
                model.rows.token(story, line, at, run_at(story, runs, at), |row| all.rows.push(row as u16));
            }
        }
        all.starts.push(all.rows.len() as u32);
        all
    }

    fn of(&self, at: usize) -> &[u16] {
        &self.rows[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

fn add_scores(scores: &mut [i32; LABELS], given: &[i32; LABELS]) {
    for (score, given) in scores.iter_mut().zip(given) {
        *score += given;
    }
}

/// The scores of all candidates of `story`.
pub(super) fn scores(model: &Model<'_>, story: &Document<'_>, recall: &mut Recall) -> Scores {
    let count = story.tokens.len();
    let words = (0..story.words.len()).map(|_| None).collect();
    let mut shares = Shares { model, story, recall, words, kept: 0 };
    let mut edges = [[0; LABELS]; 5];
    for (offset, scores) in edges.iter_mut().enumerate() {
        attributes(None, offset as u32, |attribute| model.field.add(attribute, scores));
    }
    let keys = story.keys();
    let mut memories = vec![Memory::default(); keys.iter().copied().max().unwrap_or(0) as usize + 1];
    let mut at_of = vec![u32::MAX; count];
    let mut units = Vec::new();
    let mut scores = Scores { at: vec![0; count], scores: Vec::new() };
    let runs = runs_of(story);
    let rows = TokenRows::new(model, story, &runs);
    // first layer and field, at candidates and their neighbours
    for (line, (range, _)) in story.lines.iter().enumerate() {
        let near = |at: usize| at.saturating_sub(1).max(range.start)..(at + 2).min(range.end);
        for at in range.clone() {
            if !near(at).any(|at| story.candidates[at]) {
                continue;
            }
            let candidate = story.candidates[at];
            let mut sum = *model.network.base();
            let mut own = [0; LABELS];
            for (offset, edge) in edges.iter().enumerate() {
                let Some(other) = (at + offset).checked_sub(2).filter(|other| range.contains(other)) else {
                    add_scores(&mut own, edge);
                    continue;
                };
                let (near, field) = shares.of(story.tokens[other] as usize, offset);
                add(&mut sum, near);
                add_scores(&mut own, field);
                for &row in rows.of(other) {
                    add(&mut sum, model.network.near_row(usize::from(row), offset));
                }
            }
            above_zero(&mut sum);
            at_of[at] = units.len() as u32;
            let key = keys[story.tokens[at] as usize] as usize;
            if key > 0 {
                model.network.remember(&sum, &mut memories[key]);
            }
            units.push(sum);
            if candidate {
                let run = run_at(story, &runs, at);
                surroundings(story, line, at, run, |attribute| model.field.add(attribute, &mut own));
                scores.at[at] = scores.scores.len() as u32;
                scores.scores.push(own);
            }
        }
    }
    shares.leave();
    // second layer, at candidates
    let means: Vec<_> = memories.iter().map(Memory::mean).collect();
    for (range, _) in &story.lines {
        let seen = |at: Option<usize>| {
            let Some(at) = at.filter(|at| range.contains(at)) else { return Seen::NOTHING };
            let key = keys[story.tokens[at] as usize] as usize;
            let memory = if key > 0 { means[key] } else { Seen::NOTHING.memory };
            Seen { units: units[at_of[at] as usize], memory }
        };
        for at in range.clone().filter(|&at| story.candidates[at]) {
            let told = model.network.score(&[seen(at.checked_sub(1)), seen(Some(at)), seen(Some(at + 1))]);
            for (score, told) in scores.scores[scores.at[at] as usize].iter_mut().zip(told) {
                *score += told;
            }
        }
    }
    scores
}

/// For every token the run it is part of, from 1; 0 for none.
fn runs_of(story: &Document<'_>) -> Vec<u32> {
    let mut runs = vec![0; story.tokens.len()];
    for (number, run) in story.runs.iter().enumerate() {
        runs[run.start..run.end].fill(number as u32 + 1);
    }
    runs
}

/// The run that token `at` is part of.
fn run_at<'s>(story: &'s Document<'_>, runs: &[u32], at: usize) -> Option<&'s Run> {
    (runs[at] as usize).checked_sub(1).map(|run| &story.runs[run])
}
