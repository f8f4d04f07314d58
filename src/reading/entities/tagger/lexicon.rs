//! What the tagger knows of single words: which have a row of their own, the clusters of frequent words, names of
//! places. Read where it lies; written by `train/names/lexicon.py`.

use std::fmt;

/// Buckets of a table, by the first byte of a hash.
const BUCKETS: usize = 256;

/// Entries by the first 24 bits of their hashes.
#[derive(Clone, Copy)]
struct Table<'m> {
    starts: &'m [[u8; 2]],
    keys: &'m [[u8; 2]],
}

/// The tables.
#[derive(Clone, Copy)]
pub(crate) struct Lexicon<'m> {
    words: Table<'m>,
    clustered: Table<'m>,
    clusters: &'m [[u8; 2]],
    placed: Table<'m>,
    places: &'m [u8],
}

impl fmt::Debug for Lexicon<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sizes = (self.words.keys.len(), self.clusters.len(), self.places.len());
        f.debug_tuple("Lexicon").field(&sizes).finish()
    }
}

impl<'m> Table<'m> {
    /// Takes a table off the beginning of `file`.
    fn take(file: &mut &'m [u8]) -> Option<Self> {
        let count = u32::from_le_bytes(*file.split_off(..4)?.first_chunk()?) as usize;
        let starts = file.split_off(..2 * (BUCKETS + 1))?.as_chunks().0;
        let keys = file.split_off(..2 * count)?.as_chunks().0;
        Some(Self { starts, keys })
    }

    /// The index of the entry with this hash.
    fn find(&self, hash: u32) -> Option<usize> {
        let bucket = (hash >> 24) as usize;
        let start = usize::from(u16::from_le_bytes(*self.starts.get(bucket)?));
        let end = usize::from(u16::from_le_bytes(*self.starts.get(bucket + 1)?));
        let key = (hash >> 8) as u16;
        let keys = self.keys.get(start..end)?;
        keys.binary_search_by_key(&key, |&key| u16::from_le_bytes(key)).ok().map(|at| start + at)
    }
}

impl<'m> Lexicon<'m> {
    /// Takes the tables off the beginning of `file`; `None` where it is cut off.
    pub(crate) fn take(file: &mut &'m [u8]) -> Option<Self> {
        let words = Table::take(file)?;
        let clustered = Table::take(file)?;
        let clusters = file.split_off(..2 * clustered.keys.len())?.as_chunks().0;
        let placed = Table::take(file)?;
        let kinds = file.split_off(..placed.keys.len())?;
        Some(Self { words, clustered, clusters, placed, places: kinds })
    }

    /// How many words have a row of their own.
    pub(super) fn words(&self) -> usize {
        self.words.keys.len()
    }

    /// Which of the words with a row of their own it is.
    pub(super) fn word(&self, hash: u32) -> Option<usize> {
        self.words.find(hash)
    }

    /// The path of the word's cluster from the root of the tree, the first branch in the lowest bit.
    pub(super) fn cluster(&self, hash: u32) -> Option<u16> {
        self.clustered.find(hash).map(|at| u16::from_le_bytes(self.clusters[at]))
    }

    /// What kinds of place bear the name with this hash of its words: a bit each for country, town, city, state.
    pub(super) fn place(&self, phrase: u32) -> u8 {
        self.placed.find(phrase).map_or(0, |at| self.places[at])
    }
}

#[cfg(test)]
mod tests {
    use super::super::hash::{hash, phrase};
    use super::super::model::shipped;

    #[test]
    fn words_and_places_are_found() {
        let lexicon = shipped().expect("a model").lexicon;
        assert!(lexicon.word(hash("the")).is_some() && lexicon.cluster(hash("the")).is_some());
        let place = |name: &str| lexicon.place(name.split(' ').fold(0, |words, word| phrase(words, hash(word))));
        // a country, a large city, a state that is a country too
        assert_eq!((place("kenya"), place("new york city"), place("georgia") & 9), (1, 4, 9));
        assert_eq!((place("the"), lexicon.word(hash("qwrtz"))), (0, None));
        let own: std::collections::HashSet<_> = ["the", "of", "said"].map(|word| lexicon.word(hash(word))).into();
        assert_eq!(own.len(), 3);
    }
}
