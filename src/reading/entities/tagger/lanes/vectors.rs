//! By WebAssembly's vector instructions (SIMD of 128 bits), which browsers have had since 2021, Safari since 2023.

use super::LANES;
use core::arch::wasm32::{
    i8x16_shuffle, i8x16_splat, i16x8, i16x8_add_sat, i16x8_extract_lane, i16x8_max, i16x8_mul, i16x8_splat, i16x8_sub,
    i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane, i32x4_splat, u8x16_shr, u16x8_extend_high_u8x16,
    u16x8_extend_low_u8x16, u64x2, v128, v128_and,
};

/// Eight numbers.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Lanes(v128);

impl Default for Lanes {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Lanes {
    /// Eight zeros.
    pub(in super::super) const ZERO: Self = Self(i16x8(0, 0, 0, 0, 0, 0, 0, 0));

    #[inline]
    #[target_feature(enable = "simd128")]
    pub(in super::super) fn new(of: [i16; LANES]) -> Self {
        Self(i16x8(of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7]))
    }

    #[inline]
    #[target_feature(enable = "simd128")]
    pub(in super::super) fn values(self) -> [i16; LANES] {
        [
            i16x8_extract_lane::<0>(self.0),
            i16x8_extract_lane::<1>(self.0),
            i16x8_extract_lane::<2>(self.0),
            i16x8_extract_lane::<3>(self.0),
            i16x8_extract_lane::<4>(self.0),
            i16x8_extract_lane::<5>(self.0),
            i16x8_extract_lane::<6>(self.0),
            i16x8_extract_lane::<7>(self.0),
        ]
    }

    /// The sums, within what 16 bits hold.
    #[inline]
    #[target_feature(enable = "simd128")]
    pub(in super::super) fn plus(self, other: Self) -> Self {
        Self(i16x8_add_sat(self.0, other.0))
    }

    /// The numbers, zero for those below.
    #[inline]
    #[target_feature(enable = "simd128")]
    pub(in super::super) fn above_zero(self) -> Self {
        Self(i16x8_max(self.0, Self::ZERO.0))
    }
}

/// The sum of products.
#[inline]
#[target_feature(enable = "simd128")]
pub(in super::super) fn dot<const N: usize>(one: &[Lanes; N], other: &[Lanes; N]) -> i32 {
    let mut sums = i32x4_splat(0);
    for (one, other) in one.iter().zip(other) {
        sums = i32x4_add(sums, i32x4_dot_i16x8(one.0, other.0));
    }
    let sum = i32x4_extract_lane::<0>(sums).wrapping_add(i32x4_extract_lane::<1>(sums));
    sum.wrapping_add(i32x4_extract_lane::<2>(sums)).wrapping_add(i32x4_extract_lane::<3>(sums))
}

/// Adds a row of four bits a number, eight of them zero, each worth `step`.
#[target_feature(enable = "simd128")]
pub(in super::super) fn add_row(row: &[u8; 16], step: i16, sum: &mut [Lanes; 4]) {
    let (halves, _) = row.as_chunks();
    let pairs = u64x2(u64::from_le_bytes(halves[0]), u64::from_le_bytes(halves[1]));
    let (even, odd) = (v128_and(pairs, i8x16_splat(15)), u8x16_shr(pairs, 4));
    let first = i8x16_shuffle::<0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23>(even, odd);
    let second = i8x16_shuffle::<8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31>(even, odd);
    let numbers = [
        u16x8_extend_low_u8x16(first),
        u16x8_extend_high_u8x16(first),
        u16x8_extend_low_u8x16(second),
        u16x8_extend_high_u8x16(second),
    ];
    for (sum, numbers) in sum.iter_mut().zip(numbers) {
        let values = i16x8_mul(i16x8_sub(numbers, i16x8_splat(8)), i16x8_splat(step));
        sum.0 = i16x8_add_sat(sum.0, values);
    }
}
