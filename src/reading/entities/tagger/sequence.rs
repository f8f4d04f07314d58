//! Labels of words in a row: the best sequence, and how likely one name in it is, whatever the words around it are.

use super::chances::{CERTAIN, power};
use super::labels::{KINDS, LABELS, follows};
use super::model::Model;
use super::scores::Scores;
use std::ops::Range;

/// Words after a name that are heard about it: what comes later tells next to nothing.
const HEARD: usize = 3;

/// The best labels of a stretch of candidates (Viterbi).
pub(super) fn best(model: &Model<'_>, scores: &Scores, stretch: Range<usize>, path: &mut Vec<usize>) {
    const NEVER: i64 = i64::MIN / 4;
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(stretch.len());
    let mut total = [0i64; LABELS];
    for at in stretch.clone() {
        let own = scores.of(at);
        let mut next = [NEVER; LABELS];
        let mut from = [0u8; LABELS];
        for to in 0..LABELS {
            if at == stretch.start {
                next[to] = if follows(None, to) { i64::from(own[to]) } else { NEVER };
                continue;
            }
            for before in (0..LABELS).filter(|&before| follows(Some(before), to)) {
                let sum = total[before] + i64::from(model.field.transition(before, to) + own[to]);
                if sum > next[to] {
                    next[to] = sum;
                    from[to] = before as u8;
                }
            }
        }
        total = next;
        back.push(from);
    }
    let mut label = (0..LABELS).rev().max_by_key(|&label| total[label]).unwrap_or(0);
    path.clear();
    for from in back.iter().rev() {
        path.push(label);
        label = usize::from(from[label]);
    }
    path.reverse();
}

/// What all sequences up to a word weigh together, by its label: the forward part of the forward-backward algorithm.
type Forward = [u64; LABELS];

/// The bits that weights are kept at: those of eleven weights and a chance are fewer than 64.
const WEIGHT_BITS: u32 = 43;

/// The weights one word on.
fn step(model: &Model<'_>, before: Option<&Forward>, own: &[i32; LABELS]) -> Forward {
    let most = own.iter().copied().max().unwrap_or(0);
    std::array::from_fn(|to| {
        let weight = match before {
            None => u64::from(follows(None, to)) << WEIGHT_BITS,
            Some(before) => {
                let from = (0..LABELS).filter(|&from| follows(Some(from), to));
                from.map(|from| (before[from] * u64::from(model.field.weight(from, to))) >> 16).sum()
            }
        };
        // a label's chance by its own scores, of both taggers in full
        (weight * u64::from(power(2 * most.abs_diff(own[to])))) >> 16
    })
}

/// Brings the weights back to their bits: both by the same.
fn raise(free: &mut Forward, held: &mut Forward) {
    let most = free.iter().copied().max().unwrap_or(0).max(1);
    let (up, down) = (
        most.leading_zeros().saturating_sub(64 - WEIGHT_BITS),
        (64 - WEIGHT_BITS).saturating_sub(most.leading_zeros()),
    );
    for weight in free.iter_mut().chain(held) {
        *weight = *weight << up >> down;
    }
}

/// How likely each of the names `spans`, in order, is there by itself, of each kind, in 65536ths.
pub(super) fn chances(
    model: &Model<'_>,
    scores: &Scores,
    stretch: Range<usize>,
    spans: &[Range<usize>],
) -> Vec<[u32; KINDS]> {
    let mut free = Forward::default();
    let mut at = stretch.start;
    let mut found = Vec::with_capacity(spans.len());
    for span in spans {
        while at <= span.start {
            free = step(model, (at > stretch.start).then_some(&free), scores.of(at));
            raise(&mut free, &mut Forward::default());
            at += 1;
        }
        found.push(chance(model, scores, free, span, stretch.end));
    }
    found
}

/// How likely the name `span` is there, of each kind; `free` is what all sequences weigh at its first word.
fn chance(model: &Model<'_>, scores: &Scores, mut free: Forward, span: &Range<usize>, end: usize) -> [u32; KINDS] {
    let only = |weights: Forward, keeps: &dyn Fn(usize) -> bool| -> Forward {
        std::array::from_fn(|label| if keeps(label) { weights[label] } else { 0 })
    };
    let mut held = only(free, &|label| label % 2 == 1);
    let mut kinds = held;
    for at in span.start + 1..end.min(span.end + HEARD) {
        free = step(model, Some(&free), scores.of(at));
        held = step(model, Some(&held), scores.of(at));
        if at < span.end {
            held = only(held, &|label| label != 0 && label % 2 == 0);
            kinds = held;
        } else if at == span.end {
            // nor does the name go on
            held = only(held, &|label| label % 2 == 1 || label == 0);
        }
        raise(&mut free, &mut held);
    }
    let (all, all_kinds) = (free.iter().sum::<u64>().max(1), kinds.iter().sum::<u64>().max(1));
    let whole = u128::from(held.iter().sum::<u64>()) * u128::from(CERTAIN) / u128::from(all);
    std::array::from_fn(|kind| {
        let own = kinds[1 + 2 * kind] + kinds[2 + 2 * kind];
        (whole * u128::from(own) / u128::from(all_kinds)) as u32
    })
}

#[cfg(test)]
mod tests {
    use super::super::model::shipped;
    use super::*;

    #[test]
    fn what_can_follow() {
        // a later word cannot open a name, and a place's cannot follow a person's
        assert!(!follows(None, 2) && !follows(Some(1), 6) && !follows(Some(0), 4));
        assert!(follows(Some(1), 2) && follows(Some(2), 2) && follows(Some(2), 3) && follows(Some(5), 0));
    }

    /// Every sequence of labels of `length` words.
    fn sequences(length: usize) -> Vec<Vec<usize>> {
        let mut found = vec![Vec::new()];
        for _ in 0..length {
            let more = |path: &Vec<usize>| {
                let last = path.last().copied();
                let path = path.clone();
                (0..LABELS).filter(move |&to| follows(last, to)).map(move |to| [path.as_slice(), &[to]].concat())
            };
            found = found.iter().flat_map(more).collect();
        }
        found
    }

    #[test]
    fn the_best_and_the_chances_of_all_sequences() {
        let model = shipped().expect("a model");
        let mut state = 7u32;
        for _ in 0..20 {
            let mut score = || {
                state = state.wrapping_mul(0x9e37_79b1).wrapping_add(0x7f4a_7c15);
                (state >> 22).cast_signed() - 512
            };
            let rows: Vec<[i32; LABELS]> = (0..4).map(|_| std::array::from_fn(|_| score())).collect();
            let total = |path: &[usize]| -> i32 {
                let steps = path.windows(2).map(|pair| model.field.transition(pair[0], pair[1]));
                steps.sum::<i32>() + path.iter().zip(&rows).map(|(&label, row)| row[label]).sum::<i32>()
            };
            let scores = Scores::of_row(rows.clone());
            let (mut path, all) = (Vec::new(), sequences(4));
            best(model, &scores, 0..4, &mut path);
            assert_eq!(Some(total(&path)), all.iter().map(|path| total(path)).max());
            // the second and third word as one name, and nothing more
            let weight = |path: &&Vec<usize>| (f64::from(total(path)) / 256.0).exp();
            let whole: f64 = all.iter().map(|path| weight(&path)).sum();
            for (kind, chance) in
                chances(model, &scores, 0..4, std::slice::from_ref(&(1..3)))[0].into_iter().enumerate()
            {
                let (first, later) = (1 + 2 * kind, 2 + 2 * kind);
                let is = |path: &&Vec<usize>| path[1] == first && path[2] == later && path[3] != later;
                let truth = all.iter().filter(is).map(|path| weight(&path)).sum::<f64>() / whole;
                let found = f64::from(chance) / f64::from(CERTAIN);
                assert!((truth - found).abs() < 0.05, "{kind}: {found} for {truth}");
            }
        }
    }

    #[test]
    fn a_long_stretch_neither_overflows_nor_vanishes() {
        let model = shipped().expect("a model");
        for score in [i32::from(i16::MIN), 0, i32::from(i16::MAX)] {
            let mut row = [0; LABELS];
            row[1] = score;
            let scores = Scores::of_row(vec![row; 500]);
            let spans: Vec<_> = (0..500).map(|at| at..at + 1).collect();
            let found = chances(model, &scores, 0..500, &spans);
            assert!(found.iter().all(|chances| chances.iter().sum::<u32>() <= CERTAIN));
            assert!(score < 1 || found.iter().all(|chances| chances[0] > CERTAIN / 2));
        }
    }
}
