//! The weights of the model: how many of each kind there are, where they lie in their file, and whether a file was
//! trained for the features, states and words that the crate has now.
//!
//! A file is its [`FINGERPRINT`], then the layers in their order, a signed byte a weight, then the weights of what speaks
//! for a headline, then the tables of certainty, a byte an entry. Shipped weights that do not fit are an error of the build. The trainer alone
//! (feature `train`) compiles with them, because it makes new ones.

use super::features::{COUNT, DEEP, NAMES};
use super::states::{Part, STATES, ZONES, Zone};
use crate::text::fnv::{SEED, mix};
use std::fmt;

/// The last step.
pub(crate) const MOST: i32 = 24;

/// Steps of a lead, half a natural unit of the logarithm each; the first are leads that are none, where a rule decided
/// against the model.
pub(crate) const STEPS: usize = MOST as usize + 1;

/// Kinds of decisions about one item.
pub(crate) const KINDS: usize = 4;

/// Things that are decided: parts, headline, bylines, date.
const ITEMS: usize = 4;

/// Entries of all tables together.
pub(crate) const TABLES: usize = ITEMS * KINDS * STEPS;

/// Pieces of evidence for a row as the headline.
pub(crate) const EVIDENCE: usize = 144;

/// Parts and zones: the weights each feature has.
pub(crate) const COLUMNS: usize = Part::ALL.len() + ZONES;

/// Fields that were trained apart on other mixes of the data and whose scores are added up: what one
/// of them has learned by accident the others outvote.
pub(crate) const MEMBERS: usize = 4;

/// Hidden units of all members.
pub(crate) const HIDDEN: usize = MEMBERS * 16;

/// What the weights were trained for: it changes with the features' names and order, the states, the words and the sizes.
pub(crate) const FINGERPRINT: [u8; 8] =
    fingerprint(NAMES, STATES, include_str!("vocabulary.txt"), &[COUNT, DEEP, COLUMNS, HIDDEN, EVIDENCE, TABLES])
        .to_le_bytes();

/// The weights, and where they come from: see `models/layout.md`.
static FILE: &[u8] = include_bytes!("../../models/layout.bin");

/// The weights that come with the crate, where they fit.
const SHIPPED: Result<Weights<'static>, Misfit> = Weights::read(FILE);

#[cfg(not(feature = "train"))]
const _: () = {
    if let Err(misfit) = SHIPPED {
        panic!("{}", misfit.remedy());
    }
};

/// The weights of each layer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weights<'m> {
    /// Feature by column, in sixteenths.
    pub(super) direct: &'m [u8],
    /// Feature by hidden unit, in thirty-seconds.
    pub(super) inner: &'m [u8],
    /// Hidden unit by column, in thirty-seconds.
    pub(super) outer: &'m [u8],
    /// State by state, in sixteenths.
    pub(super) transition: &'m [u8],
    /// Evidence for a headline, in sixteenths.
    pub(super) evidence: &'m [u8],
    /// How sure each kind of decision is, by its lead over the next best: in hundredths.
    pub(super) certainty: &'m [u8],
}

impl Weights<'static> {
    /// The weights that come with the crate.
    ///
    /// # Panics
    ///
    /// In the trainer, where they were trained for something else; everywhere else that does not compile.
    pub(super) fn shipped() -> Self {
        match SHIPPED {
            Ok(weights) => weights,
            Err(misfit) => panic!("models/layout.bin: {misfit}"),
        }
    }
}

impl<'m> Weights<'m> {
    /// Reads a file.
    pub(super) const fn read(file: &'m [u8]) -> Result<Self, Misfit> {
        let Some((head, weights)) = file.split_first_chunk() else { return Err(Misfit::Length) };
        if u64::from_le_bytes(*head) != u64::from_le_bytes(FINGERPRINT) {
            return Err(Misfit::Fingerprint);
        }
        let Some((direct, weights)) = weights.split_at_checked(COUNT * COLUMNS) else { return Err(Misfit::Length) };
        let Some((inner, weights)) = weights.split_at_checked(DEEP * HIDDEN) else { return Err(Misfit::Length) };
        let Some((outer, weights)) = weights.split_at_checked(HIDDEN * COLUMNS) else { return Err(Misfit::Length) };
        let Some((transition, weights)) = weights.split_at_checked(STATES.len() * STATES.len()) else {
            return Err(Misfit::Length);
        };
        let Some((evidence, certainty)) = weights.split_at_checked(EVIDENCE) else { return Err(Misfit::Length) };
        if certainty.len() != TABLES {
            return Err(Misfit::Length);
        }
        Ok(Self { direct, inner, outer, transition, evidence, certainty })
    }
}

/// Why weights cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Misfit {
    /// They were trained for something else.
    Fingerprint,
    /// There are too few or too many.
    Length,
}

impl Misfit {
    const fn remedy(self) -> &'static str {
        match self {
            Self::Fingerprint => {
                "the weights of layout were trained for other features, states or words than the crate has now; \
                 run `cargo run --release -p train -- layout` to train them anew"
            }
            Self::Length => {
                "the file with the weights of layout is not whole; \
                 run `cargo run --release -p train -- layout` to train them anew"
            }
        }
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.remedy())
    }
}

/// FNV-1a over all that gives the weights their places. Comments in the vocabulary do not count.
const fn fingerprint(names: &[&str], states: &[(Zone, Part)], vocabulary: &str, sizes: &[usize]) -> u64 {
    let mut hash = SEED;
    let mut at = 0;
    while at < names.len() {
        hash = end(add(hash, names[at].as_bytes()));
        at += 1;
    }
    at = 0;
    while at < states.len() {
        hash = add(hash, &[states[at].0 as u8, states[at].1 as u8]);
        at += 1;
    }
    hash = end(hash);
    let mut rest = vocabulary.as_bytes();
    while let Some((&first, _)) = rest.split_first() {
        let mut length = 0;
        while length < rest.len() && rest[length] != b'\n' {
            length += 1;
        }
        let (line, after) = rest.split_at(length);
        if first != b'#' {
            hash = end(add(hash, line));
        }
        rest = match after {
            [_, after @ ..] => after,
            [] => after,
        };
    }
    at = 0;
    while at < sizes.len() {
        hash = add(hash, &(sizes[at] as u64).to_le_bytes());
        at += 1;
    }
    hash
}

const fn add(mut hash: u64, bytes: &[u8]) -> u64 {
    let mut at = 0;
    while at < bytes.len() {
        hash = mix(hash, bytes[at] as u32);
        at += 1;
    }
    hash
}

/// Sets one piece off from the next, so that `ab c` and `a bc` differ.
const fn end(hash: u64) -> u64 {
    add(hash, &[0xff])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_fit() {
        if let Err(misfit) = SHIPPED {
            panic!("{misfit}");
        }
    }

    #[test]
    fn weights_of_other_features_do_not() {
        let read = |bytes: &[u8]| Weights::read(bytes).err();
        assert_eq!(read(&[]), Some(Misfit::Length));
        assert_eq!(read(&vec![0; FILE.len()]), Some(Misfit::Fingerprint));
        assert_eq!(read(&FILE[..FILE.len() - 1]), Some(Misfit::Length));
        assert_eq!(read(&[FILE, &[0]].concat()), Some(Misfit::Length));
        assert!(Misfit::Fingerprint.to_string().contains("cargo run --release -p train -- layout"));
    }

    #[test]
    fn whatever_gives_a_weight_its_place_changes_the_fingerprint() {
        let names: &[&str] = &["Prose", "EndsStop"];
        let states = &[(Zone::Title, Part::Headline), (Zone::Story, Part::Text)];
        let words = "# counted\nhome\t0\nmenu\t1\n";
        let print = fingerprint(names, states, words, &[2, 1]);
        for other in [
            fingerprint(&["EndsStop", "Prose"], states, words, &[2, 1]),
            fingerprint(&["ProseE", "ndsStop"], states, words, &[2, 1]),
            fingerprint(&["Prose", "EndsStop", "New"], states, words, &[2, 1]),
            fingerprint(names, &[states[1], states[0]], words, &[2, 1]),
            fingerprint(names, &states[..1], words, &[2, 1]),
            fingerprint(names, states, "# counted\nhome\t0\nmenus\t1\n", &[2, 1]),
            fingerprint(names, states, "# counted\nhome\t0\n", &[2, 1]),
            fingerprint(names, states, words, &[2, 2]),
        ] {
            assert_ne!(print, other);
        }
        assert_eq!(print, fingerprint(names, states, "# counted again\nhome\t0\nmenu\t1", &[2, 1]));
    }
}
