//! FNV-1a of 64 bits (Fowler, Noll, Vo): a number for a word or a row, the same on every machine and in every build.

/// What a hash begins with.
pub(crate) const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash, a byte or a character further.
pub(crate) const fn mix(hash: u64, next: u32) -> u64 {
    (hash ^ next as u64).wrapping_mul(0x100_0000_01b3)
}

/// The hash, with the letters and digits of `text` in lower case after it: equal for what differs in case, spaces and
/// marks only.
pub(crate) fn letters(hash: u64, text: &str) -> u64 {
    text.chars().fold(hash, |hash, c| match c {
        // most letters are of ASCII, and the tables of all others are slow
        'a'..='z' | '0'..='9' => mix(hash, u32::from(c)),
        'A'..='Z' => mix(hash, u32::from(c.to_ascii_lowercase())),
        _ if !c.is_ascii() && c.is_alphanumeric() => c.to_lowercase().fold(hash, |hash, c| mix(hash, u32::from(c))),
        _ => hash,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_draft() {
        let hash = |text: &str| text.bytes().fold(SEED, |hash, byte| mix(hash, u32::from(byte)));
        assert_eq!(
            [hash(""), hash("a"), hash("foobar")],
            [0xcbf2_9ce4_8422_2325, 0xaf63_dc4c_8601_ec8c, 0x8594_4171_f739_67e8]
        );
    }

    #[test]
    fn case_spaces_and_marks_do_not_count() {
        assert_eq!(letters(SEED, "“I’m here,” she said."), letters(SEED, "I'M HERE she-said"));
        assert_ne!(letters(SEED, "I am here"), letters(SEED, "I am there"));
    }
}
