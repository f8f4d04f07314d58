//! Names of what is neither a person nor a body nor a place: storms, ships, God.
//!
//! A storm has a person's name and a ship a town's, so that the tagger takes them for these, wherever they are named:
//! "Hurricane Ida", and then "Ida killed four".

use super::Mention;
use crate::EntityKind;
use crate::text::Text;
use std::collections::HashSet;

/// What stands before the name of a storm.
const STORMS: [&str; 6] = ["hurricane", "typhoon", "cyclone", "storm", "supertyphoon", "superstorm"];

/// What stands before the name of a ship: navies' prefixes and those of trade.
const SHIPS: [&str; 17] = [
    "HMAS", "HMCS", "HMNZS", "HMS", "INS", "JS", "KRI", "MS", "MT", "MV", "RFA", "RMS", "RRS", "SS", "USCGC", "USNS",
    "USS",
];

/// Prefixes of ships that mean other things too, and so need the article: "the SS Norland", not "SS officer Hartmann".
const SHARED: [&str; 4] = ["INS", "JS", "MS", "SS"];

/// The mentions without such names.
pub(super) fn without(text: &Text<'_>, mentions: Vec<Mention>) -> Vec<Mention> {
    let own: HashSet<&str> = mentions.iter().filter_map(|mention| named(text, mention)).collect();
    // "Ida Berg" stays, and with her every "Berg"
    let people: HashSet<&str> = mentions
        .iter()
        .filter(|mention| {
            mention.kind == EntityKind::Person && mention.tokens.len() > 1 && named(text, mention).is_none()
        })
        .filter_map(|mention| text.word(mention.tokens.end - 1))
        .collect();
    let is_one = |mention: &Mention| {
        let single = || text.word(mention.tokens.start).filter(|_| mention.tokens.len() == 1);
        named(text, mention).is_some()
            || single().is_some_and(|word| word == "God" || own.contains(word) && !people.contains(word))
    };
    mentions.into_iter().filter(|mention| !is_one(mention)).collect()
}

/// Whether what comes at `at` is what a person does.
fn speaks(text: &Text<'_>, at: usize) -> bool {
    const DEEDS: [&str; 8] = ["added", "asked", "is", "said", "says", "told", "was", "who"];
    text.is_mark(at, ',') || text.word(at).is_some_and(|word| DEEDS.contains(&word))
}

/// The name that `mention` gives a storm or a ship, as what stands before it says.
fn named<'t>(text: &Text<'t>, mention: &Mention) -> Option<&'t str> {
    let before = mention.tokens.start.checked_sub(1).and_then(|at| text.word(at)).unwrap_or("");
    let first = text.word(mention.tokens.start)?;
    let storm = |word: &str| STORMS.iter().any(|storm| word.eq_ignore_ascii_case(storm));
    let article =
        |at: usize| at.checked_sub(1).and_then(|at| text.word(at)).is_some_and(|word| word.eq_ignore_ascii_case("the"));
    let ship = |word: &str, at: usize| SHIPS.contains(&word) && (!SHARED.contains(&word) || article(at));
    let start = mention.tokens.start;
    match mention.tokens.len() {
        1 if storm(before) || ship(before, start.wrapping_sub(1)) => Some(first),
        // Storm is a given name too
        2 if storm(first) && !(first == "Storm" && speaks(text, mention.tokens.end)) => text.word(start + 1),
        2.. if ship(before, start.wrapping_sub(1)) || ship(first, start) => text.word(mention.tokens.end - 1),
        _ => None,
    }
}
