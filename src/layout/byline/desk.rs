//! Rows in a byline's place that name no author.

use super::has_role_word;
use crate::text::words::is_capitalised;

/// How rows begin that name whom a story was written for, who runs the site, or who did something else for it.
const OTHERS: [&str; 11] = [
    "by admin",
    "edited by ",
    "illustration by ",
    "illustrations by ",
    "photographs by ",
    "photos by ",
    "pictures by ",
    "posted by admin",
    "produced by ",
    "special to ",
    "translated by ",
];

/// Words of such a row, at most.
const LONG: usize = 7;

/// Whether a row names the desk or the service that a story comes from, or how its writer is reached, and nobody:
/// `Our Bureau`, `From our correspondent in Oslo`, `Special to the Harbour Echo`, `@adaq`.
pub(crate) fn is_desk(slice: &str) -> bool {
    let slice = slice.trim_end_matches(':');
    let words: Vec<&str> = slice.split(' ').collect();
    if let [word] = words[..] {
        let alone = ["editorial", "author"].iter().any(|other| word.eq_ignore_ascii_case(other));
        return word.contains('@') || has_role_word(word) || alone;
    }
    let start = |start: &str| slice.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start));
    let small = |word: &&str| ["our", "own", "and", "of", "the", "in", "by", "from"].contains(word);
    let fits = words.iter().all(|word| is_capitalised(word) || small(word) || has_role_word(word));
    let ours = start("our ") || start("from our ") || start("by our ");
    let last = words.last().is_some_and(|word| has_role_word(word)) || ours;
    words.len() <= LONG && (OTHERS.iter().any(|other| start(other)) || (fits || ours) && last && has_role_word(slice))
}
