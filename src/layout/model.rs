//! The model: a conditional neural field over rows (Peng, Bo, Xu 2009), that is, a linear-chain
//! conditional random field (Lafferty, `McCallum`, Pereira 2001) with one layer of hidden units,
//! decoded by the Viterbi algorithm.
//!
//! A row's features speak for the state's part and for the state's zone, directly and through the
//! hidden units, so that what is known of captions serves in every zone. Weights are small whole
//! numbers and so is all arithmetic: the decision is the same on every platform.

use super::features::{DEEP, Table};
use super::states::{Part, STATES, follows, starts};
use super::weights::{COLUMNS, HIDDEN, MEMBERS, Misfit, Weights};

/// What a direct weight or a transition of one adds to a score, where a hidden unit adds the product
/// of two weights: sixteenths against thirty-seconds squared, and the mean of the members against each.
#[allow(clippy::cast_possible_wrap)] // a handful
const UNIT: i32 = 64 * MEMBERS as i32;

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

    /// The best state of every row.
    pub(crate) fn decode(&self, table: &Table, rows: usize) -> Vec<usize> {
        const NEVER: i32 = i32::MIN / 2;
        let count = STATES.len();
        // which states can come before each, with their weights: found once, used for every row
        let before: Vec<Vec<(usize, i32)>> = (0..count)
            .map(|to| {
                (0..count).filter(|&from| follows(from, to)).map(|from| (from, self.transition(from, to))).collect()
            })
            .collect();
        let mut scores = vec![0; count];
        let mut next = vec![0; count];
        let mut back = vec![0u8; rows * count];
        let mut columns = [0; COLUMNS];
        for row in 0..rows {
            self.columns(table, row, &mut columns);
            let permitted = table.permitted(row);
            for (to, &(zone, part)) in STATES.iter().enumerate() {
                if permitted >> to & 1 == 0 {
                    next[to] = NEVER;
                    continue;
                }
                let own = columns[part as usize] + columns[Part::ALL.len() + zone as usize];
                let (from, best) = if row == 0 {
                    (0, if starts(to) { 0 } else { NEVER })
                } else {
                    before[to]
                        .iter()
                        .map(|&(from, weight)| (from, scores[from] + weight))
                        .max_by_key(|&(from, score)| (score, std::cmp::Reverse(from)))
                        .unwrap_or((0, NEVER))
                };
                next[to] = (best + own).max(NEVER);
                back[row * count + to] = from as u8;
            }
            std::mem::swap(&mut scores, &mut next);
            // scores grow with the rows; only their differences count
            let most = scores.iter().copied().max().unwrap_or(0);
            for score in &mut scores {
                *score = (*score - most).max(NEVER);
            }
        }
        let mut state = scores
            .iter()
            .enumerate()
            .max_by_key(|&(state, &score)| (score, std::cmp::Reverse(state)))
            .map_or(0, |(state, _)| state);
        let mut states = vec![0; rows];
        for row in (0..rows).rev() {
            states[row] = state;
            state = usize::from(back[row * count + state]);
        }
        states
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
