//! For any processor.

use super::LANES;

/// Eight numbers.
#[derive(Debug, Clone, Copy)]
#[repr(align(16))]
pub(in super::super) struct Lanes([i16; LANES]);

impl Default for Lanes {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Lanes {
    /// Eight zeros.
    pub(in super::super) const ZERO: Self = Self([0; LANES]);

    pub(in super::super) fn new(values: [i16; LANES]) -> Self {
        Self(values)
    }

    pub(in super::super) fn values(self) -> [i16; LANES] {
        self.0
    }

    /// The sums, within what 16 bits hold.
    pub(in super::super) fn plus(self, other: Self) -> Self {
        let mut sums = self.0;
        for (sum, other) in sums.iter_mut().zip(other.0) {
            *sum = sum.saturating_add(other);
        }
        Self(sums)
    }

    /// The numbers, zero for those below.
    pub(in super::super) fn above_zero(self) -> Self {
        Self(self.0.map(|value| value.max(0)))
    }
}

/// The sum of products: a loop of this form compilers make vectors of.
#[inline]
pub(in super::super) fn dot<const N: usize>(one: &[Lanes; N], other: &[Lanes; N]) -> i32 {
    let mut sum = 0_i32;
    for (one, other) in one.iter().zip(other) {
        for at in 0..LANES {
            sum = sum.wrapping_add(i32::from(one.0[at]) * i32::from(other.0[at]));
        }
    }
    sum
}

/// Adds a row of four bits a number, eight of them zero, each worth `step`.
pub(in super::super) fn add_row(row: &[u8; 16], step: i16, sum: &mut [Lanes; 4]) {
    for (lanes, bytes) in sum.iter_mut().zip(row.as_chunks::<4>().0) {
        for (pair, byte) in lanes.0.as_chunks_mut::<2>().0.iter_mut().zip(bytes) {
            let value = |nibble: u8| (i16::from(nibble) - 8) * step;
            pair[0] = pair[0].saturating_add(value(byte & 15));
            pair[1] = pair[1].saturating_add(value(byte >> 4));
        }
    }
}
