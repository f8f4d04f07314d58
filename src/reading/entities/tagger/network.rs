//! The network: the sum of a word's rows, a layer over five words, the document's memory, a layer over three words,
//! labels. All in whole numbers: the same on every platform. A value of one is 256.
//!
//! The first layer is linear in the rows, so what a word and what a row gives to each of five places is worked out once
//! and then added up.

use super::labels::LABELS;

/// Numbers of a row.
const ROW: usize = 32;
/// Units of both layers.
pub(super) const UNITS: usize = 64;
/// Units of the memory.
const MEMORY: usize = 24;
/// What the second layer sees of each word.
const SEEN: usize = UNITS + MEMORY;
/// What a step of a row is worth, by the row's size: each the last by the square root of two.
const SIZES: [i16; 16] = [724, 512, 362, 256, 181, 128, 91, 64, 45, 32, 23, 16, 11, 8, 6, 4];
/// Bits below a value of one in a sum of rows.
const ROW_BITS: u32 = 10;
/// Bits below a value of one elsewhere.
const BITS: u32 = 8;

/// What is added to the units at the five places around a word.
pub(super) type Near = [[i16; UNITS]; 5];

/// A layer's weights for one unit: how many bits below one they have, and what is added.
#[derive(Debug)]
struct Unit<const N: usize> {
    weights: [i16; N],
    bits: u32,
    bias: i32,
}

impl<const N: usize> Unit<N> {
    /// The units of a layer, off the beginning of `file`: bits, then biases, then weights.
    fn take(file: &mut &[u8], count: usize) -> Option<Vec<Self>> {
        let bits = file.split_off(..count)?;
        let biases = file.split_off(..2 * count)?.as_chunks().0;
        let units = (0..count).map(|unit| {
            let mut weights = [0; N];
            for (weight, &byte) in weights.iter_mut().zip(file.split_off(..N)?) {
                *weight = i16::from(byte.cast_signed());
            }
            Some(Self {
                weights,
                bits: u32::from(bits[unit]).min(16),
                bias: i32::from(i16::from_le_bytes(biases[unit])),
            })
        });
        units.collect()
    }

    /// The unit's value for `input`, of `below` bits.
    fn of(&self, input: &[i16; N], below: u32) -> i32 {
        (dot(&self.weights, input) >> (self.bits + below - BITS)) + self.bias
    }
}

/// The sum of products. Written so that compilers make vectors of it.
fn dot<const N: usize>(one: &[i16; N], other: &[i16; N]) -> i32 {
    one.iter().zip(other).map(|(&a, &b)| i32::from(a) * i32::from(b)).fold(0, i32::wrapping_add)
}

/// A value within what a cell holds.
fn cell(value: i32) -> i16 {
    value.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16
}

/// The weights.
#[derive(Debug)]
pub(super) struct Network<'m> {
    sizes: &'m [u8],
    rows: &'m [u8],
    /// The first layer, for each of five places.
    first: Vec<Vec<Unit<ROW>>>,
    /// The first layer's biases.
    base: [i16; UNITS],
    memory: Vec<Unit<UNITS>>,
    second: Vec<Unit<{ 3 * SEEN }>>,
    labels: Vec<Unit<UNITS>>,
}

impl<'m> Network<'m> {
    /// Takes the weights of a table of `rows` rows off the beginning of `file`.
    pub(super) fn take(file: &mut &'m [u8], rows: usize) -> Option<Self> {
        let sizes = file.split_off(..rows)?;
        let table = file.split_off(..rows * ROW / 2)?;
        let first = (0..5).map(|_| Unit::take(file, UNITS)).collect::<Option<Vec<_>>>()?;
        let mut base = [0; UNITS];
        for (base, unit) in base.iter_mut().zip(&first[2]) {
            *base = cell(unit.bias);
        }
        let memory = Unit::take(file, MEMORY)?;
        let second = Unit::take(file, UNITS)?;
        let labels = Unit::take(file, LABELS)?;
        Some(Self { sizes, rows: table, first, base, memory, second, labels })
    }

    /// Adds row `at` of the table.
    fn add_row(&self, at: usize, sum: &mut [i16; ROW]) {
        let (Some(row), Some(&size)) = (self.rows.get(at * ROW / 2..(at + 1) * ROW / 2), self.sizes.get(at)) else {
            return;
        };
        let step = SIZES[usize::from(size & 15)];
        for (pair, byte) in sum.as_chunks_mut::<2>().0.iter_mut().zip(row) {
            let value = |nibble: u8| (i16::from(nibble) - 8) * step;
            pair[0] = pair[0].saturating_add(value(byte & 15));
            pair[1] = pair[1].saturating_add(value(byte >> 4));
        }
    }

    /// What the sum of `rows` gives to the units at the five places around.
    pub(super) fn near(&self, rows: impl IntoIterator<Item = usize>) -> Near {
        let mut sum = [0; ROW];
        for row in rows {
            self.add_row(row, &mut sum);
        }
        let mut near = [[0; UNITS]; 5];
        for (units, weights) in near.iter_mut().zip(&self.first) {
            for (unit, weights) in units.iter_mut().zip(weights) {
                *unit = cell(dot(&weights.weights, &sum) >> (weights.bits + ROW_BITS - BITS));
            }
        }
        near
    }

    /// The units of the first layer before anything is added.
    pub(super) fn base(&self) -> [i16; UNITS] {
        self.base
    }

    /// What a place of a word gives to its memory.
    pub(super) fn remember(&self, units: &[i16; UNITS], memory: &mut Memory) {
        memory.count += 1;
        for (sum, unit) in memory.sum.iter_mut().zip(&self.memory) {
            *sum += i64::from(unit.of(units, BITS));
        }
    }

    /// The scores of the labels of a word, from what is seen of it and its neighbours.
    pub(super) fn score(&self, around: &[Seen; 3]) -> [i32; LABELS] {
        let mut input = [0; 3 * SEEN];
        for (part, seen) in input.as_chunks_mut::<SEEN>().0.iter_mut().zip(around) {
            part[..UNITS].copy_from_slice(&seen.units);
            part[UNITS..].copy_from_slice(&seen.memory);
        }
        let mut units = around[1].units;
        for (value, unit) in units.iter_mut().zip(&self.second) {
            *value = cell(i32::from(*value) + unit.of(&input, BITS).max(0));
        }
        let mut scores = [0; LABELS];
        for (score, unit) in scores.iter_mut().zip(&self.labels) {
            *score = unit.of(&units, BITS);
        }
        scores
    }
}

/// What is added up over the places of a word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Memory {
    sum: [i64; MEMORY],
    count: i64,
}

impl Memory {
    /// What each place of the word is given back.
    pub(super) fn mean(&self) -> [i16; MEMORY] {
        self.sum.map(|sum| (sum.max(0) / self.count.max(1)).min(i64::from(i16::MAX)) as i16)
    }
}

/// What the second layer sees of a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    pub(super) units: [i16; UNITS],
    pub(super) memory: [i16; MEMORY],
}

impl Seen {
    /// What is seen beyond a line's ends.
    pub(super) const NOTHING: Self = Self { units: [0; UNITS], memory: [0; MEMORY] };
}

/// Adds what a word or row gives to a place.
pub(super) fn add(units: &mut [i16; UNITS], given: &[i16; UNITS]) {
    for (unit, given) in units.iter_mut().zip(given) {
        *unit = unit.saturating_add(*given);
    }
}
