//! The field: a linear-chain conditional random field (Lafferty, `McCallum`, Pereira 2001) whose attributes are hashed.

use super::chances::power;
use super::labels::LABELS;

/// What a weight of one adds to a score: eighths against 256ths.
const WEIGHT: i32 = 32;
/// Bits of a hash that find its bucket.
const BUCKET_BITS: u32 = 10;
/// Numbers of 32 bits in [`Field::any`].
const ANY: usize = 1 << 13;

/// The weights.
#[derive(Debug)]
pub(super) struct Field<'m> {
    /// Slots by hash, at most half full: the upper 26 bits of an attribute's hash, and where its weights begin.
    slots: Vec<(u32, u32)>,
    /// A bit for the lowest bits of each of these: small enough to stay near the processor, and most attributes that are
    /// looked up are told from it to have no weights.
    any: Vec<u32>,
    /// Label of each weight; the last of an attribute has the highest bit set.
    labels: &'m [u8],
    weights: &'m [u8],
    /// From label to label.
    transitions: [[i32; LABELS]; LABELS],
    /// The same as chances, in 65536ths of the highest.
    weights_of_steps: [[u32; LABELS]; LABELS],
}

impl<'m> Field<'m> {
    /// Takes the weights off the beginning of `file`.
    pub(super) fn take(file: &mut &'m [u8]) -> Option<Self> {
        let mut transitions = [[0; LABELS]; LABELS];
        for row in &mut transitions {
            for (transition, &byte) in row.iter_mut().zip(file.split_off(..LABELS)?) {
                *transition = WEIGHT * i32::from(byte.cast_signed());
            }
        }
        let number = |file: &mut &'m [u8]| Some(u32::from_le_bytes(*file.split_off(..4)?.first_chunk()?) as usize);
        let (count, total) = (number(file)?, number(file)?);
        let starts: &[[u8; 2]] = file.split_off(..2 << BUCKET_BITS)?.as_chunks().0;
        let keys: &[[u8; 2]] = file.split_off(..2 * count)?.as_chunks().0;
        let labels = file.split_off(..total)?;
        let weights = file.split_off(..total)?;
        let mut slots = vec![(u32::MAX, 0); (2 * count + 2).next_power_of_two()];
        let mut any = vec![0; ANY];
        let mut ends = starts.iter().skip(1).map(|&start| usize::from(u16::from_le_bytes(start)));
        let (mut bucket, mut end) = (0u32, ends.next().unwrap_or(count));
        let mut from = 0;
        for (at, &key) in keys.iter().enumerate() {
            while at >= end && (bucket + 1) >> BUCKET_BITS == 0 {
                bucket += 1;
                end = ends.next().unwrap_or(count);
            }
            let hash = bucket << 16 | u32::from(u16::from_le_bytes(key));
            let mut slot = hash as usize & (slots.len() - 1);
            while slots[slot].0 != u32::MAX {
                slot = (slot + 1) & (slots.len() - 1);
            }
            slots[slot] = (hash, from);
            any[(hash >> 5) as usize % ANY] |= 1 << (hash & 31);
            while labels.get(from as usize)? & 0x80 == 0 {
                from += 1;
            }
            from += 1;
        }
        let most = transitions.iter().flatten().copied().max().unwrap_or(0);
        let weights_of_steps = transitions.map(|row| row.map(|score| power(2 * most.abs_diff(score))));
        Some(Self { slots, any, labels, weights, transitions, weights_of_steps })
    }

    /// Adds the weights of an attribute.
    pub(super) fn add(&self, attribute: u32, scores: &mut [i32; LABELS]) {
        let hash = attribute >> (16 - BUCKET_BITS);
        if self.any[(hash >> 5) as usize % ANY] >> (hash & 31) & 1 == 0 {
            return;
        }
        let mut slot = hash as usize & (self.slots.len() - 1);
        loop {
            let (found, from) = self.slots[slot];
            if found == hash {
                let weights = self.labels[from as usize..].iter().zip(&self.weights[from as usize..]);
                for (&label, &weight) in weights {
                    scores[usize::from(label & 0x7f) % LABELS] += WEIGHT * i32::from(weight.cast_signed());
                    if label & 0x80 != 0 {
                        break;
                    }
                }
                return;
            }
            if found == u32::MAX {
                return;
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    /// How much more likely than others the step from one label to the next is, in 65536ths of the most likely.
    pub(super) fn weight(&self, from: usize, to: usize) -> u32 {
        self.weights_of_steps[from][to]
    }

    /// What the step from one label to the next adds.
    pub(super) fn transition(&self, from: usize, to: usize) -> i32 {
        self.transitions[from][to]
    }
}
