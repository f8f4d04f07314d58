//! The model: a conditional neural field over rows (Peng, Bo, Xu 2009), that is, a linear-chain
//! conditional random field (Lafferty, `McCallum`, Pereira 2001) with one layer of hidden units,
//! decoded by the Viterbi algorithm.
//!
//! A row's features speak for the state's part and for the state's zone, directly and through the
//! hidden units, so that what is known of captions serves in every zone. Weights are small whole
//! numbers and so is all arithmetic: the decision is the same on every platform.

use super::features::{self, COUNT, DEEP, Table};
use super::states::{Part, STATES, ZONES, follows, starts};

/// Parts and zones: the weights each feature has.
pub(crate) const COLUMNS: usize = Part::ALL.len() + ZONES;

/// The weights, and where they come from: see `models/layout.md`.
static SHIPPED: &[u8] = include_bytes!("../../models/layout.bin");

/// Fields that were trained apart on other mixes of the data and whose scores are added up: what one
/// of them has learned by accident the others outvote.
pub(crate) const MEMBERS: usize = 4;

/// Hidden units of all members.
pub(crate) const HIDDEN: usize = MEMBERS * 16;

/// What a direct weight or a transition of one adds to a score, where a hidden unit adds the product
/// of two weights: sixteenths against thirty-seconds squared, and the mean of the members against each.
#[allow(clippy::cast_possible_wrap)] // a handful
const UNIT: i32 = 64 * MEMBERS as i32;

/// The weights of each layer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Model<'m> {
    /// Feature by column, in sixteenths.
    direct: &'m [u8],
    /// Feature by hidden unit, in thirty-seconds.
    inner: &'m [u8],
    /// Hidden unit by column, in thirty-seconds.
    outer: &'m [u8],
    /// State by state, in sixteenths.
    transition: &'m [u8],
}

impl<'m> Model<'m> {
    /// The model that comes with the crate.
    pub(crate) fn shipped() -> Model<'static> {
        // a test keeps file and features in step; a model that does not fit decides nothing
        Model::new(SHIPPED).unwrap_or(Model { direct: &[], inner: &[], outer: &[], transition: &[] })
    }

    /// Reads weights: the check of [`check`], then the layers in their order, a signed byte a weight.
    /// `None` where they were trained for other features or states.
    pub(crate) fn new(bytes: &'m [u8]) -> Option<Self> {
        let weights = bytes.strip_prefix(&check().to_le_bytes())?;
        let (direct, weights) = weights.split_at_checked(COUNT * COLUMNS)?;
        let (inner, weights) = weights.split_at_checked(DEEP * HIDDEN)?;
        let (outer, transition) = weights.split_at_checked(HIDDEN * COLUMNS)?;
        (transition.len() == STATES.len() * STATES.len()).then_some(Self { direct, inner, outer, transition })
    }

    fn transition(&self, from: usize, to: usize) -> i32 {
        self.transition.get(from * STATES.len() + to).map_or(0, |&weight| UNIT * i32::from(weight.cast_signed()))
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
            add(columns, self.direct, id, 1);
            if id < DEEP {
                add(&mut units, self.inner, id, 1);
            }
        }
        for column in columns.iter_mut() {
            *column *= UNIT;
        }
        for (index, &unit) in units.iter().enumerate().filter(|(_, unit)| **unit > 0) {
            add(columns, self.outer, index, unit);
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
    add(&[HIDDEN as u8]);
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
