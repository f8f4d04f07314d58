//! How sure a mention is: from its chances, how often its name is there, how long it is and of what kind, as weighed and
//! measured on documents that the tagger had not learned from (`train/names/calibrate.py`, `models/names.md`).

use super::chances::CERTAIN;
use crate::EntityKind;

/// For every quarter of the sum of weights, from six below none on, how many of a hundred mentions are right.
const RIGHT: [u8; 64] = [
    15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 31, 31, 31, 31, 38, 38, 43, 47, 48, 62, 62, 70, 73,
    77, 77, 80, 87, 91, 94, 96, 96, 96, 96, 97, 98, 98, 98, 98, 98, 98, 98, 98, 98, 98, 98, 98, 98, 98, 98, 98, 98, 98,
    98, 98, 98, 98, 98, 98,
];
/// What each number of the evidence weighs, in 32nds of a power of e.
const WEIGHTS: [i32; EVIDENCE] = [4, 5, 8, 9, -25, -2, 9, 1, -4, -24, -6, -18];
/// Where a sum of none is in [`RIGHT`].
const NONE: i32 = 24;
/// 64ths of 32nds between neighbours there.
const STEP: i32 = 64 * 8;

/// What is known of a mention.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// The chance of its kind, in 65536ths.
    pub(super) kind_chance: u32,
    /// The chance that it begins and ends there.
    pub(super) edges: u32,
    /// How likely it is there, of its kind, with all sequences of labels heard: the mean over all places of its name.
    pub(super) whole: u32,
    /// How often its name is in the story.
    pub(super) count: u64,
    /// Its words, "the" aside.
    pub(super) words: usize,
    /// What is named.
    pub(super) kind: EntityKind,
}

/// What counts: odds in 64ths of a power of two; then how often the name is there, its length and kind.
pub(super) const EVIDENCE: usize = 12;

/// What is known of a mention, in numbers.
pub(super) fn evidence(told: &Told) -> [i32; EVIDENCE] {
    let (one, two) = (i32::from(told.words <= 1), i32::from(told.words == 2));
    let person = i32::from(told.kind == EntityKind::Person);
    let organization = i32::from(told.kind == EntityKind::Organization);
    let place = i32::from(told.kind == EntityKind::Place);
    [
        odds(told.kind_chance),
        odds(told.edges),
        odds(told.whole),
        logarithm(told.count.min(16) as u32),
        64 * one,
        64 * two,
        64 * person,
        64 * organization,
        64 * one * person,
        64 * two * person,
        64 * (1 - one) * place,
        64,
    ]
}

/// How many of a hundred such mentions are right.
pub(super) fn hundredths(told: &Told) -> u8 {
    let sum: i32 = evidence(told).iter().zip(WEIGHTS).map(|(evidence, weight)| evidence * weight).sum();
    let at = sum.div_euclid(STEP) + NONE;
    RIGHT[(at.max(0).unsigned_abs() as usize).min(RIGHT.len() - 1)]
}

/// The logarithm of the odds of a chance, to the base of two, in 64ths.
fn odds(chance: u32) -> i32 {
    let chance = chance.clamp(64, CERTAIN - 64);
    logarithm(chance) - logarithm(CERTAIN - chance)
}

/// The logarithm to the base of two in 64ths, straight between the powers of two.
fn logarithm(number: u32) -> i32 {
    let number = number.max(1);
    let whole = number.ilog2();
    (64 * whole + ((number << 6 >> whole) - 64)).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_chance_is_never_less_certain() {
        assert!(RIGHT.is_sorted());
        for kind in [EntityKind::Person, EntityKind::Organization, EntityKind::Place] {
            for words in 0..5 {
                let sure = |chance| {
                    hundredths(&Told { kind_chance: chance, edges: CERTAIN, whole: chance, count: 1, words, kind })
                };
                let steps: Vec<_> = (0..=64).map(|step| sure(step * (CERTAIN / 64))).collect();
                assert!(steps.is_sorted(), "{steps:?}");
                assert!(steps[0] < 60 && steps[64] > 80, "{steps:?}");
            }
        }
    }

    #[test]
    fn logarithms() {
        assert_eq!((logarithm(1), logarithm(2), logarithm(3), logarithm(16), logarithm(0)), (0, 64, 96, 256, 0));
        assert_eq!((odds(CERTAIN / 2), odds(0), odds(u32::MAX)), (0, -odds(CERTAIN), odds(CERTAIN)));
    }
}
