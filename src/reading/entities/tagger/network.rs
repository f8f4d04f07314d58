//! The network: the sum of a word's rows, a layer over five words, the document's memory, a layer over three words,
//! labels. All in whole numbers: the same on every platform. A value of one is 256.
//!
//! The first layer is linear in the rows, so what a word and what a row gives to each of five places is worked out once
//! and then added up.

use super::labels::LABELS;
use super::lanes::{LANES, Lanes, add_row, dot};
use std::sync::OnceLock;

/// Numbers of a row.
const ROW: usize = 32;
/// Units of both layers.
const UNITS: usize = 64;
/// Units of the memory.
const MEMORY: usize = 24;
/// The same in vectors; what the second layer sees of each word is the last two.
const ROW_LANES: usize = ROW / LANES;
const UNIT_LANES: usize = UNITS / LANES;
const MEMORY_LANES: usize = MEMORY / LANES;
const SEEN_LANES: usize = UNIT_LANES + MEMORY_LANES;
/// What a step of a row is worth, by the row's size: each the last by the square root of two.
const SIZES: [i16; 16] = [724, 512, 362, 256, 181, 128, 91, 64, 45, 32, 23, 16, 11, 8, 6, 4];
/// Bits below a value of one in a sum of rows.
const ROW_BITS: u32 = 10;
/// Bits below a value of one elsewhere.
const BITS: u32 = 8;

/// The values of a layer's units.
pub(super) type Units = [Lanes; UNIT_LANES];
/// A sum of rows.
pub(super) type Sum = [Lanes; ROW_LANES];

/// A layer's weights for one unit, of `N` vectors: how many bits below one they have, and what is added.
#[derive(Debug)]
struct Unit<const N: usize> {
    weights: [Lanes; N],
    bits: u32,
    bias: i32,
}

impl<const N: usize> Unit<N> {
    /// The units of a layer, off the beginning of `file`: bits, then biases, then weights.
    fn take(file: &mut &[u8], count: usize) -> Option<Vec<Self>> {
        let bits = file.split_off(..count)?;
        let biases = file.split_off(..2 * count)?.as_chunks().0;
        let units = (0..count).map(|unit| {
            let mut weights = [Lanes::ZERO; N];
            for (lanes, bytes) in weights.iter_mut().zip(file.split_off(..N * LANES)?.as_chunks().0) {
                *lanes = Lanes::new(bytes.map(|byte| i16::from(byte.cast_signed())));
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
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn of(&self, input: &[Lanes; N], below: u32) -> i32 {
        (dot(&self.weights, input) >> (self.bits + below - BITS)) + self.bias
    }
}

/// A value within what a cell holds.
fn cell(value: i32) -> i16 {
    value.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16
}

/// The weights.
#[derive(Debug)]
pub(super) struct Network<'m> {
    sizes: &'m [u8],
    rows: &'m [[u8; ROW / 2]],
    /// The first layer, for each of five places.
    first: Vec<Vec<Unit<ROW_LANES>>>,
    /// The first layer's biases.
    base: Units,
    /// What each row gives to the five places, once it was asked for.
    near: Vec<OnceLock<Box<[Units; 5]>>>,
    memory: Vec<Unit<UNIT_LANES>>,
    second: Vec<Unit<{ 3 * SEEN_LANES }>>,
    labels: Vec<Unit<UNIT_LANES>>,
}

/// Values in vectors.
fn lanes<const N: usize>(values: &[i16]) -> [Lanes; N] {
    let mut lanes = [Lanes::ZERO; N];
    for (lanes, values) in lanes.iter_mut().zip(values.as_chunks().0) {
        *lanes = Lanes::new(*values);
    }
    lanes
}

impl<'m> Network<'m> {
    /// Takes the weights of a table of `rows` rows off the beginning of `file`.
    pub(super) fn take(file: &mut &'m [u8], rows: usize) -> Option<Self> {
        let sizes = file.split_off(..rows)?;
        let table = file.split_off(..rows * ROW / 2)?.as_chunks().0;
        let first = (0..5).map(|_| Unit::take(file, UNITS)).collect::<Option<Vec<_>>>()?;
        let biases: Vec<_> = first[2].iter().map(|unit| cell(unit.bias)).collect();
        let base = lanes(&biases);
        let memory = Unit::take(file, MEMORY)?;
        let second = Unit::take(file, UNITS)?;
        let labels = Unit::take(file, LABELS)?;
        let near = (0..rows).map(|_| OnceLock::new()).collect();
        Some(Self { sizes, rows: table, first, base, near, memory, second, labels })
    }

    /// The sum of `rows`.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(super) fn sum(&self, rows: &[u16]) -> Sum {
        let mut sum = Sum::default();
        for &row in rows {
            if let (Some(row), Some(&size)) = (self.rows.get(usize::from(row)), self.sizes.get(usize::from(row))) {
                add_row(row, SIZES[usize::from(size & 15)], &mut sum);
            }
        }
        sum
    }

    /// What a sum of rows gives to the units at one of the places around.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(super) fn near(&self, sum: &Sum, place: usize) -> Units {
        let mut near = Units::default();
        for (units, weights) in near.iter_mut().zip(self.first[place].as_chunks::<LANES>().0) {
            let mut values = [0; LANES];
            for (value, unit) in values.iter_mut().zip(weights) {
                *value = cell(dot(&unit.weights, sum) >> (unit.bits + ROW_BITS - BITS));
            }
            *units = Lanes::new(values);
        }
        near
    }

    /// What a row alone gives to the units at one of the places around: worked out once and kept, for few rows are told
    /// of a token besides those of its word.
    pub(super) fn near_row(&self, row: usize, place: usize) -> &Units {
        static NOTHING: Units = [Lanes::ZERO; UNIT_LANES];
        let Some(near) = self.near.get(row) else { return &NOTHING };
        &near.get_or_init(|| {
            let sum = self.sum(&[row as u16]);
            Box::new(std::array::from_fn(|place| self.near(&sum, place)))
        })[place]
    }

    /// The units of the first layer before anything is added.
    pub(super) fn base(&self) -> &Units {
        &self.base
    }

    /// What a place of a word gives to its memory.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(super) fn remember(&self, units: &Units, memory: &mut Memory) {
        memory.count += 1;
        for (sum, unit) in memory.sum.iter_mut().zip(&self.memory) {
            *sum += i64::from(unit.of(units, BITS));
        }
    }

    /// The scores of the labels of a word, from what is seen of it and its neighbours.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(super) fn score(&self, around: &[Seen; 3]) -> [i32; LABELS] {
        let mut input = [Lanes::ZERO; 3 * SEEN_LANES];
        for (part, seen) in input.as_chunks_mut::<SEEN_LANES>().0.iter_mut().zip(around) {
            part[..UNIT_LANES].copy_from_slice(&seen.units);
            part[UNIT_LANES..].copy_from_slice(&seen.memory);
        }
        let mut units = around[1].units;
        for (lanes, weights) in units.iter_mut().zip(self.second.as_chunks::<LANES>().0) {
            let mut values = lanes.values();
            for (value, unit) in values.iter_mut().zip(weights) {
                *value = cell(i32::from(*value) + unit.of(&input, BITS).max(0));
            }
            *lanes = Lanes::new(values);
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
    pub(super) fn mean(&self) -> [Lanes; MEMORY_LANES] {
        lanes(&self.sum.map(|sum| (sum.max(0) / self.count.max(1)).min(i64::from(i16::MAX)) as i16))
    }
}

/// What the second layer sees of a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    pub(super) units: Units,
    pub(super) memory: [Lanes; MEMORY_LANES],
}

impl Seen {
    /// What is seen beyond a line's ends.
    pub(super) const NOTHING: Self = Self { units: [Lanes::ZERO; UNIT_LANES], memory: [Lanes::ZERO; MEMORY_LANES] };
}

/// Adds what a word or row gives to a place.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub(super) fn add(units: &mut Units, given: &Units) {
    for (unit, given) in units.iter_mut().zip(given) {
        *unit = unit.plus(*given);
    }
}

/// What of a layer's values is above zero.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub(super) fn above_zero(units: &mut Units) {
    for unit in units {
        *unit = unit.above_zero();
    }
}
