//! Sets of many words, kept as hashes: half the bytes of their letters when packed, and nothing to build before the first
//! look. Of words that are not in a set one in some thousands passes for one of it.

use super::fnv::{SEED, mix};
use super::words::lower;

/// Hashes are put together by their highest eight bits; the next sixteen are kept.
const BUCKETS: usize = 256;

/// The set of `N` words.
#[derive(Debug)]
pub(crate) struct WordSet<const N: usize> {
    /// Where each bucket's keys begin.
    starts: [u16; BUCKETS + 1],
    keys: [u16; N],
}

/// The set of the words in a file, named as for `include_bytes!`: one a line, in lower case, up to a tab; lines that
/// begin with `#` say where they come from.
macro_rules! word_set {
    ($name:ident, $file:literal) => {
        static $name: $crate::text::word_set::WordSet<{ $crate::text::word_set::count(include_bytes!($file)) }> =
            $crate::text::word_set::WordSet::of(include_bytes!($file));
    };
}
pub(crate) use word_set;

/// A step through a file: the hash of the word in the line that begins at `at`, if one is there, and where the next
/// line begins.
const fn line(file: &[u8], mut at: usize) -> (Option<u32>, usize) {
    let none = at >= file.len() || file[at] == b'#' || file[at] == b'\n';
    let mut state = SEED;
    let mut inside = true;
    while at < file.len() && file[at] != b'\n' {
        inside = inside && file[at] != b'\t';
        if inside {
            state = mix(state, file[at] as u32);
        }
        at += 1;
    }
    (if none { None } else { Some(hash(state)) }, at + 1)
}

/// The 24 bits that count.
const fn hash(state: u64) -> u32 {
    ((state ^ state >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as u32
}

/// How many words a file has.
pub(crate) const fn count(file: &[u8]) -> usize {
    let (mut at, mut count) = (0, 0);
    while at < file.len() {
        let (word, next) = line(file, at);
        count += word.is_some() as usize;
        at = next;
    }
    count
}

impl<const N: usize> WordSet<N> {
    /// The set of the words in `file`, which are `N`.
    pub(crate) const fn of(file: &[u8]) -> Self {
        let mut hashes = [0u32; N];
        let mut starts = [0u16; BUCKETS + 1];
        let (mut at, mut words) = (0, 0);
        while at < file.len() {
            let (word, next) = line(file, at);
            if let Some(hash) = word {
                hashes[words] = hash;
                words += 1;
                starts[(hash >> 16) as usize + 1] += 1;
            }
            at = next;
        }
        let mut bucket = 0;
        while bucket < BUCKETS {
            starts[bucket + 1] += starts[bucket];
            bucket += 1;
        }
        let mut ends = starts;
        let mut keys = [0u16; N];
        let mut word = 0;
        while word < N {
            let (bucket, key) = ((hashes[word] >> 16) as usize, hashes[word] as u16);
            let mut slot = ends[bucket] as usize;
            ends[bucket] += 1;
            while slot > starts[bucket] as usize && keys[slot - 1] > key {
                keys[slot] = keys[slot - 1];
                slot -= 1;
            }
            keys[slot] = key;
            word += 1;
        }
        Self { starts, keys }
    }

    /// Whether `word`, case aside, is in the set. Constant time, without allocation.
    pub(crate) fn has(&self, word: &str) -> bool {
        let mut buffer = [0u8; 48];
        let Some(word) = lower(word, &mut buffer).filter(|word| !word.is_empty()) else { return false };
        let hash = hash(word.bytes().map(u32::from).fold(SEED, mix));
        let bucket = (hash >> 16) as usize;
        let keys = usize::from(self.starts[bucket])..usize::from(self.starts[bucket + 1]);
        self.keys[keys].binary_search(&(hash as u16)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_in_it_and_others_are_not() {
        const FILE: &[u8] = b"# source\nalpha\tvalue\nbeta gamma\n\n\xc3\xa5land\nomega";
        static SET: WordSet<{ count(FILE) }> = WordSet::of(FILE);
        assert_eq!(SET.keys.len(), 4);
        assert!(["Alpha", "beta gamma", "Åland", "OMEGA"].iter().all(|word| SET.has(word)));
        for word in ["", "#", "# source", "source", "alph", "beta", "gamma", &"x".repeat(100)] {
            assert!(!SET.has(word), "{word}");
        }
    }

    #[test]
    fn a_large_file_is_whole() {
        const FILE: &[u8] = include_bytes!("places.txt");
        static SET: WordSet<{ count(FILE) }> = WordSet::of(FILE);
        let text = std::str::from_utf8(FILE).expect("UTF-8");
        let words: Vec<&str> =
            text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split('\t').next()).collect();
        assert_eq!(words.len(), SET.keys.len());
        assert!(words.iter().all(|word| SET.has(word)));
        let strangers = words.iter().filter(|word| SET.has(&format!("{word}qz"))).count();
        assert!(strangers < 5, "{strangers} of {} words pass for others", words.len());
    }
}
