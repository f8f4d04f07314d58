//! Eight numbers of 16 bits at once: the arithmetic of the network. In a browser by WebAssembly's vector instructions,
//! elsewhere by loops that compilers make vectors of; both give the same numbers.

#[cfg(any(not(target_arch = "wasm32"), test))]
mod plain;
#[cfg(target_arch = "wasm32")]
mod vectors;

#[cfg(not(target_arch = "wasm32"))]
pub(super) use plain::{Lanes, add_row, dot};
#[cfg(target_arch = "wasm32")]
pub(super) use vectors::{Lanes, add_row, dot};

/// How many they are.
pub(super) const LANES: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    /// Numbers of all sizes that nobody chose.
    fn numbers(seed: u32) -> impl Iterator<Item = i16> {
        let mut state = seed;
        std::iter::repeat_with(move || {
            state = state.wrapping_mul(0x9e37_79b1).wrapping_add(0x7f4a_7c15);
            ((state >> 8) as i16) >> (state >> 28)
        })
    }

    fn lanes<const N: usize>(seed: u32) -> ([Lanes; N], [plain::Lanes; N]) {
        let values: Vec<[i16; LANES]> = numbers(seed).take(N * LANES).collect::<Vec<_>>().as_chunks().0.to_vec();
        (std::array::from_fn(|at| Lanes::new(values[at])), std::array::from_fn(|at| plain::Lanes::new(values[at])))
    }

    #[test]
    fn with_and_without_vectors_the_same_numbers() {
        for seed in 0..300 {
            let ((one, plain_one), (other, plain_other)) = (lanes::<33>(seed), lanes::<33>(!seed));
            assert_eq!(dot(&one, &other), plain::dot(&plain_one, &plain_other));
            for at in 0..33 {
                let (sum, plain_sum) = (one[at].plus(other[at]), plain_one[at].plus(plain_other[at]));
                assert_eq!(sum.values(), plain_sum.values());
                assert_eq!(sum.above_zero().values(), plain_sum.above_zero().values());
            }
            let ((mut sum, mut plain_sum), row) = (lanes::<4>(seed), numbers(seed));
            let row: Vec<u8> = row.skip(100).take(16).map(|number| number.to_le_bytes()[0]).collect();
            let row = row.first_chunk().expect("16 numbers");
            for step in [4, 181, 724] {
                add_row(row, step, &mut sum);
                plain::add_row(row, step, &mut plain_sum);
                for at in 0..4 {
                    assert_eq!(sum[at].values(), plain_sum[at].values());
                }
            }
        }
    }

    #[test]
    fn known_numbers() {
        let [low, high] = [Lanes::new([i16::MIN, -3, -2, -1, 0, 1, 2, i16::MAX]), Lanes::new([-7; LANES])];
        assert_eq!(low.plus(high).values(), [i16::MIN, -10, -9, -8, -7, -6, -5, i16::MAX - 7]);
        assert_eq!(low.above_zero().values(), [0, 0, 0, 0, 0, 1, 2, i16::MAX]);
        assert_eq!(dot(&[low], &[high]), 28);
        assert_eq!(dot(&[Lanes::new([i16::MIN; LANES])], &[Lanes::new([i16::MIN; LANES])]), 0);
        let mut sum = [Lanes::ZERO; 4];
        add_row(&[0x8f, 0x90, 0x88, 0x88, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xf8], 10, &mut sum);
        assert_eq!(sum[0].values(), [70, 0, -80, 10, 0, 0, 0, 0]);
        assert_eq!(sum[3].values(), [-80, -80, -80, -80, -80, -80, 0, 70]);
    }
}
