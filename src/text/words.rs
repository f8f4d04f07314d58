//! Word lists: plain text files, one entry a line, sorted, looked up where they lie in the binary.

use super::fnv::{SEED, mix};
use std::sync::OnceLock;

/// A list of lower-case entries, sorted by bytes, one a line; lines that begin with `#` come before
/// all others and say where the list comes from. What follows a tab is the entry's value.
#[derive(Debug)]
pub(crate) struct WordList {
    text: &'static str,
    /// Slots of the table: counted by the compiler.
    size: usize,
    table: OnceLock<Table>,
}

/// Where the entries lie, by their hash: open addressing, at most half full.
#[derive(Debug)]
struct Table {
    /// Start, length of the entry, length of its line; a length of 0 is an empty slot.
    slots: Vec<(u32, u16, u16)>,
    /// Bytes of the longest entry.
    longest: usize,
    /// A bit for every entry's [`outline`], eight to sixteen times as many as slots are full. Most words that are looked
    /// up are told from it to be none, without being written small or hashed.
    outlines: Vec<u32>,
}

/// A number from a word's length and three of its letters, the same in either case.
fn outline(word: &[u8]) -> u32 {
    let letter = |at: usize| u32::from(word[at] | 0x20);
    let (middle, last) = (word.len() / 2, word.len() - 1);
    let letters = letter(0) | letter(middle) << 8 | letter(last) << 16 | (word.len() as u32) << 24;
    let mixed = letters.wrapping_mul(0x9e37_79b1);
    mixed ^ mixed >> 15
}

/// The list in a file, named as for `include_str!`. The lines above its entries stay out of the program.
macro_rules! word_list {
    ($file:literal) => {{
        const WHOLE: &[u8] = include_bytes!($file);
        const LENGTH: usize = $crate::text::words::entries_length(WHOLE);
        static ENTRIES: [u8; LENGTH] = $crate::text::words::entries::<LENGTH>(WHOLE);
        $crate::text::words::WordList::of(&ENTRIES)
    }};
}
pub(crate) use word_list;

/// Bytes of a list's file after the lines that begin with `#`.
pub(crate) const fn entries_length(file: &[u8]) -> usize {
    let mut at = 0;
    while at < file.len() && file[at] == b'#' {
        while at < file.len() && file[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    file.len().saturating_sub(at)
}

/// The last `LENGTH` bytes of a list's file.
pub(crate) const fn entries<const LENGTH: usize>(file: &[u8]) -> [u8; LENGTH] {
    let mut entries = [0; LENGTH];
    let (_, tail) = file.split_at(file.len() - LENGTH);
    entries.copy_from_slice(tail);
    entries
}

impl WordList {
    /// The list of `entries`; an empty one where they are not UTF-8.
    pub(crate) const fn of(entries: &'static [u8]) -> Self {
        match std::str::from_utf8(entries) {
            Ok(text) => Self::new(text),
            Err(_) => Self::new(""),
        }
    }

    /// The list in `text`.
    pub(crate) const fn new(text: &'static str) -> Self {
        Self { text, size: slots(text.as_bytes()), table: OnceLock::new() }
    }

    /// Whether `word`, case aside, is an entry. Constant time, without allocation.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.find(word).is_some()
    }

    /// What follows the tab on the entry's line; empty without a tab.
    pub(crate) fn get(&self, word: &str) -> Option<&'static str> {
        let (start, entry, line) = self.find(word)?;
        let value = start as usize + usize::from(entry) + 1..start as usize + usize::from(line);
        Some(self.text.get(value).unwrap_or(""))
    }

    fn find(&self, word: &str) -> Option<(u32, u16, u16)> {
        let table = self.table.get_or_init(|| Table::new(self.text, self.size));
        // in the languages listed lower case never halves the length of a word
        if word.is_empty() || word.len() > 2 * table.longest {
            return None;
        }
        let mut buffer = [0u8; 48];
        let lower = if word.is_ascii() {
            if !table.may_have(word.as_bytes()) {
                return None;
            }
            lower_ascii(word, &mut buffer)?
        } else {
            lower(word, &mut buffer)?.as_bytes()
        };
        let mut at = hash(lower) as usize & (table.slots.len() - 1);
        loop {
            let slot = table.slots[at];
            let (start, entry) = (slot.0 as usize, usize::from(slot.1));
            if entry == 0 {
                return None;
            }
            if entry == lower.len() && self.text.as_bytes()[start..start + entry] == *lower {
                return Some(slot);
            }
            at = (at + 1) & (table.slots.len() - 1);
        }
    }

    /// The entries with their values, in order.
    #[cfg(test)]
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split_once('\t').unwrap_or((line, "")))
    }
}

impl Table {
    /// Reads each byte once: this is part of every first reading, before any compiler has made the loop fast.
    fn new(text: &'static str, size: usize) -> Self {
        let mut table = Self { slots: vec![(0, 0, 0); size], longest: 0, outlines: vec![0; size.div_ceil(4)] };
        let bytes = text.as_bytes();
        let mut start = 0;
        while start < bytes.len() {
            let (mut end, mut state) = (start, SEED);
            while end < bytes.len() && bytes[end] != b'\t' && bytes[end] != b'\n' {
                state = mix(state, u32::from(bytes[end]));
                end += 1;
            }
            let entry = end - start;
            while end < bytes.len() && bytes[end] != b'\n' {
                end += 1;
            }
            if entry > 0 && bytes[start] != b'#' {
                table.add(start, entry, end - start, fold(state));
                let bit = outline(&bytes[start..start + entry]) as usize & (32 * table.outlines.len() - 1);
                table.outlines[bit / 32] |= 1 << (bit % 32);
            }
            start = end + 1;
        }
        table
    }

    /// Whether an entry has the outline of `word`, which is not empty.
    fn may_have(&self, word: &[u8]) -> bool {
        let bit = outline(word) as usize & (32 * self.outlines.len() - 1);
        self.outlines[bit / 32] >> (bit % 32) & 1 != 0
    }

    fn add(&mut self, start: usize, entry: usize, line: usize, hash: u32) {
        let mut at = hash as usize & (self.slots.len() - 1);
        while self.slots[at].1 != 0 {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = (start as u32, entry as u16, line as u16);
        self.longest = self.longest.max(entry);
    }
}

/// Slots of the table of a list: a power of two, twice its lines at least.
const fn slots(text: &[u8]) -> usize {
    let (mut lines, mut at) = (1, 0);
    while at < text.len() {
        lines += (text[at] == b'\n') as usize;
        at += 1;
    }
    (2 * lines).next_power_of_two()
}

/// FNV-1a, folded.
fn hash(bytes: &[u8]) -> u32 {
    fold(bytes.iter().fold(SEED, |state, &byte| mix(state, u32::from(byte))))
}

/// A hash folded into half its bits.
const fn fold(hash: u64) -> u32 {
    (hash ^ (hash >> 32)) as u32
}

/// `word` in lower case, in `buffer`; `None` where it does not fit: no entry is so long.
/// A curly apostrophe becomes a straight one.
pub(crate) fn lower<'b>(word: &str, buffer: &'b mut [u8]) -> Option<&'b str> {
    if word.is_ascii() {
        return std::str::from_utf8(lower_ascii(word, buffer)?).ok();
    }
    let mut end = 0;
    for c in word.chars() {
        let c = if c == '’' { '\'' } else { c };
        for c in c.to_lowercase() {
            if end + c.len_utf8() > buffer.len() {
                return None;
            }
            end += c.encode_utf8(&mut buffer[end..]).len();
        }
    }
    std::str::from_utf8(&buffer[..end]).ok()
}

/// The same for a word of ASCII.
fn lower_ascii<'b>(word: &str, buffer: &'b mut [u8]) -> Option<&'b [u8]> {
    let lower = buffer.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    Some(lower)
}

/// Whether the first letter is upper case.
pub(crate) fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether there is a cased letter and every cased letter is upper case.
pub(crate) fn is_all_caps(word: &str) -> bool {
    let mut upper = false;
    for c in word.chars() {
        if c.is_lowercase() {
            return false;
        }
        upper |= c.is_uppercase();
    }
    upper
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_found_and_nothing_else() {
        static LIST: WordList = WordList::new("# source\n# more\nalpha\nbeta\tvalue\ngamma's\nomega");
        assert!(LIST.has("Alpha") && LIST.has("OMEGA") && LIST.has("gamma’s"));
        assert_eq!(LIST.get("beta"), Some("value"));
        assert_eq!(LIST.get("alpha"), Some(""));
        for word in ["", "#", "# source", "alph", "alphaa", "zeta", "Aardvark"] {
            assert!(!LIST.has(word), "{word}");
        }
        assert!(!LIST.has(&"x".repeat(100)));
    }

    #[test]
    fn case() {
        assert!(is_all_caps("HANGZHOU") && is_all_caps("G20") && !is_all_caps("2016") && !is_all_caps("Usa"));
        assert!(is_capitalised("Élysée") && !is_capitalised("élysée"));
    }
}
