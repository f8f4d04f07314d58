//! From scores to chances, in whole numbers.

use super::labels::{KINDS, LABELS, kind_of};

/// A chance of one.
pub(super) const CERTAIN: u32 = 1 << 16;
/// Scores between neighbours in [`POWERS`]: both taggers count half, so that 512 are a power of e.
const STEP: u32 = 32;
/// How many are kept; beyond, chances are none.
const COUNT: usize = 192;

/// `CERTAIN` by the powers of e, falling by a sixteenth.
static POWERS: [u32; COUNT] = powers();

const fn powers() -> [u32; COUNT] {
    // e to the power of minus a sixteenth, of 32 bits
    const RATIO: u64 = 4_034_748_382;
    let mut powers = [0; COUNT];
    let mut power = (CERTAIN as u64) << 16;
    let mut at = 0;
    while at < COUNT {
        powers[at] = ((power + (1 << 15)) >> 16) as u32;
        power = (power * RATIO) >> 32;
        at += 1;
    }
    powers
}

/// The power of e for a score that much below another.
pub(super) fn power(below: u32) -> u32 {
    POWERS.get((below / STEP) as usize).copied().unwrap_or(0)
}

/// The chances of the labels of a word.
pub(super) fn labels(scores: &[i32; LABELS]) -> [u32; LABELS] {
    let most = scores.iter().copied().max().unwrap_or(0);
    let powers = scores.map(|score| power(most.abs_diff(score)));
    let total = powers.iter().sum::<u32>().max(1);
    powers.map(|power| (u64::from(power) * u64::from(CERTAIN) / u64::from(total)) as u32)
}

/// The chances of the kinds of name a word can be part of, from those of its labels.
pub(super) fn kinds(labels: &[u32; LABELS]) -> [u32; KINDS] {
    let mut kinds = [0; KINDS];
    for (label, chance) in labels.iter().enumerate().skip(1) {
        kinds[kind_of(label)] += chance;
    }
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_e() {
        assert_eq!(POWERS[0], CERTAIN);
        // 65536 / e, and by e four times more
        assert_eq!((POWERS[16], POWERS[80]), (24_109, 442));
        assert!(POWERS[COUNT - 1] <= 1);
    }

    #[test]
    fn equal_scores_are_equal_chances() {
        let kinds = kinds(&labels(&[0; LABELS]));
        assert!(kinds.iter().all(|&kind| kind.abs_diff(2 * CERTAIN / 11) < 3), "{kinds:?}");
        let mut sure = [0; LABELS];
        sure[3] = 100_000;
        assert_eq!(super::kinds(&labels(&sure)), [0, CERTAIN, 0, 0, 0]);
        assert_eq!(super::kinds(&labels(&[i32::MIN / 2, i32::MAX / 2, 0, 0, 0, 0, 0, 0, 0, 0, 0]))[0], CERTAIN);
    }
}
