//! The model: a conditional neural field over rows (Peng, Bo, Xu 2009), that is, a linear-chain
//! conditional random field (Lafferty, `McCallum`, Pereira 2001) with one layer of hidden units,
//! decoded by the Viterbi algorithm.
//!
//! A row's features speak for the state's part and for the state's zone, directly and through the
//! hidden units, so that what is known of captions serves in every zone. Weights are small whole
//! numbers and so is all arithmetic: the decision is the same on every platform.

use super::features::{DEEP, Table};
use super::states::{Part, STATES, TITLE, follows, starts};
use super::weights::{COLUMNS, HIDDEN, MEMBERS, Misfit, Weights};

/// What a direct weight or a transition of one adds to a score, where a hidden unit adds the product
/// of two weights: sixteenths against thirty-seconds squared, and the mean of the members against each.
#[allow(clippy::cast_possible_wrap)] // a handful
const UNIT: i32 = 64 * MEMBERS as i32;

/// The score of what cannot be: two of them can be added.
const NEVER: i32 = i32::MIN / 4;

/// What was decided.
pub(crate) struct Decoded {
    /// The best state of every row.
    pub(crate) states: Vec<usize>,
    /// The best score of every state of every row, over the rows up to it.
    scores: Vec<i32>,
    /// What every row says for parts and zones.
    columns: Vec<[i32; COLUMNS]>,
    /// The score of the best reading.
    total: i64,
}

impl Decoded {
    /// What a row says by itself for `state`, against all others.
    pub(super) fn alone(&self, row: usize, state: usize) -> i32 {
        let own = own(&self.columns[row]);
        own[state] - own.iter().enumerate().filter(|(other, _)| *other != state).map(|(_, &own)| own).max().unwrap_or(0)
    }
}

/// What a row says for each state.
fn own(columns: &[i32; COLUMNS]) -> [i32; STATES.len()] {
    let mut own = [0; STATES.len()];
    for (own, &(zone, part)) in own.iter_mut().zip(STATES) {
        *own = columns[part as usize] + columns[Part::ALL.len() + zone as usize];
    }
    own
}

/// A model: weights that fit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Model<'m> {
    weights: Weights<'m>,
}

impl<'m> Model<'m> {
    /// The model that comes with the crate.
    pub(crate) fn shipped() -> Model<'static> {
        Model { weights: Weights::shipped() }
    }

    /// The model of a file of weights.
    #[cfg_attr(not(feature = "train"), allow(dead_code))] // only the trainer has other weights
    pub(crate) fn new(file: &'m [u8]) -> Result<Self, Misfit> {
        Ok(Self { weights: Weights::read(file)? })
    }

    fn transition(&self, from: usize, to: usize) -> i32 {
        self.weights
            .transition
            .get(from * STATES.len() + to)
            .map_or(0, |&weight| UNIT * i32::from(weight.cast_signed()))
    }

    /// Entry `index` of the tables of certainty, in hundredths.
    pub(super) fn certainty(&self, index: usize) -> u8 {
        self.weights.certainty.get(index).copied().unwrap_or(0)
    }

    /// The weights of what speaks for a headline.
    pub(super) fn evidence(&self) -> impl Iterator<Item = i32> + '_ {
        self.weights.evidence.iter().map(|&weight| i32::from(weight.cast_signed()))
    }

    /// The best state of every row.
    pub(crate) fn decode(&self, table: &Table, rows: usize) -> Decoded {
        let mut columns = vec![[0; COLUMNS]; rows];
        for (row, columns) in columns.iter_mut().enumerate() {
            self.columns(table, row, columns);
        }
        self.best(table, columns, None)
    }

    /// The best state of every row, what each says being known, where `table` permits other states than before.
    pub(crate) fn decode_again(&self, table: &Table, decoded: Decoded) -> Decoded {
        self.best(table, decoded.columns, None)
    }

    /// The best state of every row by what each says; `never` is not considered.
    fn best(&self, table: &Table, columns: Vec<[i32; COLUMNS]>, never: Option<usize>) -> Decoded {
        let rows = columns.len();
        let count = STATES.len();
        // which states can come before each, with their weights: found once, used for every row
        let before: Vec<Vec<(usize, i32)>> = (0..count)
            .map(|to| {
                (0..count).filter(|&from| follows(from, to)).map(|from| (from, self.transition(from, to))).collect()
            })
            .collect();
        let mut scores: Vec<i32> = Vec::with_capacity(rows * count);
        let mut back = vec![0u8; rows * count];
        let mut total = 0i64;
        for (row, columns) in columns.iter().enumerate() {
            let permitted = table.permitted(row) & !never.map_or(0, |state| 1u64 << state);
            let start = scores.len();
            for (to, &own) in own(columns).iter().enumerate() {
                if permitted >> to & 1 == 0 {
                    scores.push(NEVER);
                    continue;
                }
                let (from, best) = if row == 0 {
                    (0, if starts(to) { 0 } else { NEVER })
                } else {
                    before[to]
                        .iter()
                        .map(|&(from, weight)| (from, scores[start - count + from] + weight))
                        .max_by_key(|&(from, score)| (score, std::cmp::Reverse(from)))
                        .unwrap_or((0, NEVER))
                };
                scores.push((best + own).max(NEVER));
                back[row * count + to] = from as u8;
            }
            // scores grow with the rows; only their differences count
            let most = scores[start..].iter().copied().max().unwrap_or(0);
            total += i64::from(most);
            for score in &mut scores[start..] {
                *score = (*score - most).max(NEVER);
            }
        }
        let last = &scores[scores.len().saturating_sub(count)..];
        let mut state = last
            .iter()
            .enumerate()
            .max_by_key(|&(state, &score)| (score, std::cmp::Reverse(state)))
            .map_or(0, |(state, _)| state);
        let mut states = vec![0; rows];
        for row in (0..rows).rev() {
            states[row] = state;
            state = usize::from(back[row * count + state]);
        }
        Decoded { states, scores, columns, total }
    }

    /// By how much the best reading in which each row is the headline leads over the best of all, and the best without a
    /// headline: nought where it is the best, far below nought where it cannot be.
    pub(crate) fn titles(&self, table: &Table, decoded: &Decoded) -> (Vec<i32>, i32) {
        let count = STATES.len();
        let mut titles = vec![NEVER; decoded.columns.len()];
        self.backward(table, decoded, |row, backward| {
            let forward = &decoded.scores[row * count..(row + 1) * count];
            let whole = |state: usize| (forward[state] + backward[state]).max(NEVER);
            let best = (0..count).map(whole).max().unwrap_or(0);
            titles[row] = (whole(TITLE) - best).max(NEVER);
        });
        let without = self.best(table, decoded.columns.clone(), Some(TITLE)).total - decoded.total;
        (titles, without.clamp(i64::from(NEVER), 0) as i32)
    }

    /// By how much the best reading in which a row has the part of its state in `states` leads over the best in which
    /// it has another: forward and backward like the sums of a chain, with the greatest in place of the sum. Less than
    /// nought where another part is better.
    pub(crate) fn leads(&self, table: &Table, decoded: &Decoded, states: &[usize]) -> Vec<i32> {
        let count = STATES.len();
        let mut leads = vec![0; states.len()];
        self.backward(table, decoded, |row, backward| {
            let forward = &decoded.scores[row * count..(row + 1) * count];
            let mut best = [NEVER; Part::ALL.len()];
            for (state, &(_, part)) in STATES.iter().enumerate() {
                let best = &mut best[part as usize];
                *best = (*best).max((forward[state] + backward[state]).max(NEVER));
            }
            let chosen = STATES[states[row]].1 as usize;
            let others = best.iter().enumerate().filter(|(part, _)| *part != chosen);
            leads[row] = best[chosen] - others.map(|(_, &best)| best).max().unwrap_or(NEVER);
        });
        leads
    }

    /// Goes back from the last row to the first and tells of each what the rows after it say, at best, for each of its
    /// states.
    fn backward(&self, table: &Table, decoded: &Decoded, mut tell: impl FnMut(usize, &[i32])) {
        let count = STATES.len();
        let after: Vec<Vec<(usize, i32)>> = (0..count)
            .map(|from| (0..count).filter(|&to| follows(from, to)).map(|to| (to, self.transition(from, to))).collect())
            .collect();
        let mut backward = vec![0; count];
        let mut weighed = vec![NEVER; count];
        for row in (0..decoded.columns.len()).rev() {
            tell(row, &backward);
            // what the rows from here on say for each state of the row before
            let permitted = table.permitted(row);
            let own = own(&decoded.columns[row]);
            for to in 0..count {
                let can_be = permitted >> to & 1 == 1;
                weighed[to] = if can_be { (own[to] + backward[to]).max(NEVER) } else { NEVER };
            }
            for (from, backward) in backward.iter_mut().enumerate() {
                *backward = after[from].iter().map(|&(to, weight)| weighed[to] + weight).max().unwrap_or(NEVER);
            }
            let most = backward.iter().copied().max().unwrap_or(0);
            for score in &mut backward {
                *score = (*score - most).max(NEVER);
            }
        }
    }

    /// What the row's features say for every part and zone.
    pub(super) fn columns(&self, table: &Table, row: usize, columns: &mut [i32; COLUMNS]) {
        let mut units = [0i32; HIDDEN];
        columns.fill(0);
        for id in table.of(row) {
            add(columns, self.weights.direct, id, 1);
            if id < DEEP {
                add(&mut units, self.weights.inner, id, 1);
            }
        }
        for column in columns.iter_mut() {
            *column *= UNIT;
        }
        for (index, &unit) in units.iter().enumerate().filter(|(_, unit)| **unit > 0) {
            add(columns, self.weights.outer, index, unit);
        }
    }
}

/// Adds line `index` of the table `weights`, `times` times.
fn add<const WIDTH: usize>(sums: &mut [i32; WIDTH], weights: &[u8], index: usize, times: i32) {
    let Some(line) = weights.get(index * WIDTH..(index + 1) * WIDTH) else { return };
    for (sum, &weight) in sums.iter_mut().zip(line) {
        *sum += times * i32::from(weight.cast_signed());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::readings::Readings;
    use crate::layout::{facts, features, rows};
    use crate::text::Text;

    /// Every reading of a short paste, with its score.
    fn readings(model: &Model<'_>, table: &Table, rows: usize) -> Vec<(Vec<usize>, i32)> {
        let mut all: Vec<(Vec<usize>, i32)> = vec![(Vec::new(), 0)];
        for row in 0..rows {
            let mut columns = [0; COLUMNS];
            model.columns(table, row, &mut columns);
            let own = own(&columns);
            let mut longer = Vec::new();
            for (states, score) in &all {
                for to in (0..STATES.len()).filter(|to| table.permitted(row) >> to & 1 == 1) {
                    let weight = match states.last() {
                        None if starts(to) => 0,
                        Some(&from) if follows(from, to) => model.transition(from, to),
                        _ => continue,
                    };
                    longer.push(([&states[..], &[to]].concat(), score + weight + own[to]));
                }
            }
            all = longer;
        }
        all
    }

    #[test]
    fn the_best_reading_and_its_lead_are_those_of_all_readings() {
        let source = "A quay reopens after the flood\nBy Ada Quill\nThe quay reopened on Monday, the harbour board said, two years \
                      after a flood had torn away half.\n© 2024 The Ardmouth Echo";
        let text = Text::new(source);
        let rows = rows::split(&text);
        let read: Vec<Readings> = rows.iter().map(|row| Readings::of(&text, row, None)).collect();
        let table = features::table(&rows, &facts::of(&text, &rows, &read.iter().collect::<Vec<_>>(), None));
        let model = Model::shipped();
        let decoded = model.decode(&table, rows.len());
        let leads = model.leads(&table, &decoded, &decoded.states);
        let all = readings(&model, &table, rows.len());
        let (best, most) = all.iter().max_by_key(|(_, score)| *score).unwrap();
        assert_eq!(&decoded.states, best);
        for (row, lead) in leads.iter().enumerate() {
            let part = STATES[best[row]].1;
            let others = all.iter().filter(|(states, _)| STATES[states[row]].1 != part).map(|(_, score)| *score);
            assert_eq!(*lead, most - others.max().unwrap(), "row {row}");
        }
        let (titles, without) = model.titles(&table, &decoded);
        let best_of = |holds: &dyn Fn(&[usize]) -> bool| {
            all.iter().filter(|(states, _)| holds(states)).map(|(_, score)| *score).max()
        };
        for (row, worth) in titles.iter().enumerate() {
            match best_of(&|states| states[row] == TITLE) {
                Some(score) => assert_eq!(*worth, score - most, "row {row} as the headline"),
                None => assert!(*worth < NEVER / 2, "row {row} cannot be the headline: {worth}"),
            }
        }
        assert_eq!(Some(without), best_of(&|states| !states.contains(&TITLE)).map(|score| score - most));
    }

    #[test]
    fn a_row_that_must_be_the_headline_is() {
        let source = "Lost and found\nA quay reopens after the flood\nThe quay reopened on Monday, the harbour board said, two \
                      years after a flood had torn away half.\nIt was paid for by the town.";
        let text = Text::new(source);
        let rows = rows::split(&text);
        let read: Vec<Readings> = rows.iter().map(|row| Readings::of(&text, row, None)).collect();
        let mut table = features::table(&rows, &facts::of(&text, &rows, &read.iter().collect::<Vec<_>>(), None));
        let model = Model::shipped();
        for wanted in [Some(0), Some(1), None] {
            let decoded = model.decode(&table, rows.len());
            let mut held = table.clone();
            crate::layout::titles::hold(&mut held, rows.len(), wanted);
            let again = model.decode_again(&held, decoded);
            assert_eq!(again.states.iter().position(|&state| state == TITLE), wanted);
        }
        table.hold(0, |_, part| part == Part::Headline);
        assert_eq!(model.decode(&table, rows.len()).states[0], TITLE);
    }
}
