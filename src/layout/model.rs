//! The model: a linear-chain conditional random field over rows (Lafferty, `McCallum`, Pereira 2001),
//! decoded by the Viterbi algorithm.
//!
//! The score of a row in a state is the sum of its features' weights for the state's part and for
//! the state's zone, so that what is known of captions serves in every zone. Weights are small
//! whole numbers: the decision is the same on every platform.

use super::features::{self, COUNT, Table};
use super::states::{Part, STATES, ZONES, follows, starts};

/// Parts and zones: the weights each feature has.
pub(crate) const COLUMNS: usize = Part::ALL.len() + ZONES;

/// The weights, and where they come from: see `models/layout.md`.
static SHIPPED: &[u8] = include_bytes!("../../models/layout.bin");

/// Bytes before the weights: a check of the features' names.
const HEAD: usize = 8;

/// Weights of features and of transitions.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Model<'m> {
    emission: &'m [u8],
    transition: &'m [u8],
}

impl<'m> Model<'m> {
    /// The model that comes with the crate.
    pub(crate) fn shipped() -> Model<'static> {
        // a test keeps file and features in step; a model that does not fit decides nothing
        Model::new(SHIPPED).unwrap_or(Model { emission: &[], transition: &[] })
    }

    /// Reads weights: the check of [`check`], then a signed byte for each feature and column, then one
    /// for each pair of states. `None` where they were trained for other features or states.
    pub(crate) fn new(bytes: &'m [u8]) -> Option<Self> {
        let (head, weights) = bytes.split_at_checked(HEAD)?;
        if head != check().to_le_bytes() || weights.len() != COUNT * COLUMNS + STATES.len() * STATES.len() {
            return None;
        }
        let (emission, transition) = weights.split_at(COUNT * COLUMNS);
        Some(Self { emission, transition })
    }

    fn transition(&self, from: usize, to: usize) -> i32 {
        self.transition.get(from * STATES.len() + to).map_or(0, |&weight| i32::from(weight.cast_signed()))
    }

    /// The best state of every row.
    pub(crate) fn decode(&self, table: &Table, rows: usize) -> Vec<usize> {
        const NEVER: i32 = i32::MIN / 2;
        let count = STATES.len();
        // which states can stand before each, with their weights: found once, used for every row
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
            for (to, &(zone, part)) in STATES.iter().enumerate() {
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

    /// The row's weights for every part and zone.
    fn columns(&self, table: &Table, row: usize, columns: &mut [i32; COLUMNS]) {
        columns.fill(0);
        for id in table.of(row) {
            let Some(weights) = self.emission.get(id * COLUMNS..(id + 1) * COLUMNS) else { continue };
            for (column, &weight) in columns.iter_mut().zip(weights) {
                *column += i32::from(weight.cast_signed());
            }
        }
    }
}

/// FNV-1a over the features' names and the states: weights trained for others do not fit.
pub(crate) fn check() -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    let mut add = |bytes: &[u8]| {
        for &byte in bytes {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    };
    for id in 0..COUNT {
        add(features::name(id).as_bytes());
    }
    for &(zone, part) in STATES {
        add(&[zone as u8, part as u8]);
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_fit() {
        assert!(Model::new(SHIPPED).is_some(), "train the layout model again: its features have changed");
    }

    #[test]
    fn weights_of_other_features_do_not() {
        assert!(Model::new(&[]).is_none());
        assert!(Model::new(&vec![0; SHIPPED.len()]).is_none());
    }
}
