//! Names of what is neither a person nor a body nor a place: storms, ships, God.
//!
//! A storm has a person's name and a ship a town's, so that the tagger takes them for these, wherever they are named:
//! "Hurricane Ida", and then "Ida killed four".

use super::Mention;
use crate::EntityKind;
use crate::text::Text;
use crate::text::words::is_capitalised;
use std::collections::HashSet;

/// What stands before the name of a storm.
const STORMS: [&str; 6] = ["hurricane", "typhoon", "cyclone", "storm", "supertyphoon", "superstorm"];

/// What makes "storm" in small letters a named one: "after the storm Texas lost power" names none.
const KINDS: [&str; 5] = ["ice", "subtropical", "super", "tropical", "winter"];

/// What stands before the name of a ship: navies' prefixes and those of trade.
const SHIPS: [&str; 12] = ["HMAS", "HMCS", "HMNZS", "HMS", "KRI", "MV", "RFA", "RMS", "RRS", "USCGC", "USNS", "USS"];

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

/// Whether a word for a storm that gives it a name is at token `at`.
fn is_storm(text: &Text<'_>, at: usize) -> bool {
    let Some(word) = text.word(at).filter(|word| STORMS.iter().any(|storm| word.eq_ignore_ascii_case(storm))) else {
        return false;
    };
    let kind = at.checked_sub(1).and_then(|at| text.word(at)).unwrap_or("");
    is_capitalised(word) || KINDS.contains(&kind)
}

/// The name that `mention` gives a storm or a ship, as what stands before it or at its head says.
fn named<'t>(text: &Text<'t>, mention: &Mention) -> Option<&'t str> {
    let (start, last) = (mention.tokens.start, mention.tokens.end - 1);
    let before = start.checked_sub(1);
    let is_ship = |at: usize| text.word(at).is_some_and(|word| SHIPS.contains(&word));
    // "Tropical Storm Uma"; Storm is a given name too
    let storm = (start..last).find(|&at| is_storm(text, at));
    let given = text.word(start) == Some("Storm") && speaks(text, last + 1);
    let stormy = match storm {
        Some(at) => at + 1 == last && !given,
        None => start == last && before.is_some_and(|at| is_storm(text, at)),
    };
    let ship = before.is_some_and(is_ship) || start < last && is_ship(start);
    (stormy || ship).then(|| text.word(last)).flatten()
}
