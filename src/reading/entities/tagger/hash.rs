//! Hashes of words: the same numbers as in `train/names/words.py`.

/// FNV-1a, stirred.
pub(super) fn hash(word: &str) -> u32 {
    stir(word.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)))
}

/// Spreads the bits of a number: the end of `MurmurHash3`.
pub(super) const fn stir(hash: u32) -> u32 {
    let hash = (hash ^ hash >> 16).wrapping_mul(0x85eb_ca6b);
    let hash = (hash ^ hash >> 13).wrapping_mul(0xc2b2_ae35);
    hash ^ hash >> 16
}

/// A number for a kind of thing and what it is.
pub(super) const fn pair(kind: u32, what: u32) -> u32 {
    stir(kind.wrapping_mul(0x9e37_79b1) ^ what)
}

/// A number for a kind of thing and two of it in order.
pub(super) const fn triple(kind: u32, first: u32, second: u32) -> u32 {
    pair(kind, first.rotate_left(7).wrapping_mul(0x85eb_ca6b) ^ second)
}

/// The hash of the words so far with one word more.
pub(super) const fn phrase(words: u32, next: u32) -> u32 {
    words.wrapping_mul(0x9e37_79b1) ^ next
}

/// The word in lower case, with digits as 0, one kind of apostrophe and no invisible joiners.
pub(super) fn lower(word: &str, into: &mut String) {
    into.clear();
    for c in word.chars() {
        match c {
            '\u{ad}' | '\u{200c}' | '\u{200d}' => {}
            'a'..='z' => into.push(c),
            '’' => into.push('\''),
            _ if c.is_numeric() => into.push('0'),
            _ => into.extend(c.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_numbers_as_in_training() {
        assert_eq!(["the", "london", "são"].map(hash), [0xc507_49f8, 0x683d_2c66, 0x5b56_39c7]);
        assert_eq!(["new", "york"].iter().fold(0, |words, word| phrase(words, hash(word))), 0x1c91_07e9);
    }

    #[test]
    fn one_spelling() {
        let mut small = String::new();
        lower("O’Brien\u{ad}2\u{200d}É", &mut small);
        assert_eq!(small, "o'brien0é");
    }
}
