//! The noun that is counted: "three senior officials", "one young lawyer", "a dozen eggs".
//!
//! There is no tagger here. After a number above one the noun is a plural, and English plurals show: the
//! search passes over what can come between number and noun and takes the first plural, or the last of
//! several in a row ("sales executives"). Words that no noun phrase holds end it.

use super::numerals;
use super::passage::Passage;
use crate::text::tokens::{Kind, is_apostrophe};
use crate::text::words::{WordList, is_all_caps, word_list};

/// Words that end the search.
static STOPS: WordList = word_list!("stops.txt");
/// Plurals without -s.
static PLURALS: WordList = word_list!("plurals.txt");
/// Words in -s that are no plurals.
static SINGULARS: WordList = word_list!("singulars.txt");

/// Nouns in -ing that are counted more often than their verb is used after "one".
const NOUNS_IN_ING: &[&str] = &[
    "beginning",
    "blessing",
    "bombing",
    "briefing",
    "building",
    "ceiling",
    "crossing",
    "drawing",
    "earring",
    "ending",
    "evening",
    "feeling",
    "filing",
    "finding",
    "gathering",
    "hearing",
    "holding",
    "killing",
    "king",
    "landing",
    "listing",
    "meeting",
    "offering",
    "opening",
    "painting",
    "pudding",
    "ranking",
    "rating",
    "reading",
    "recording",
    "ring",
    "ruling",
    "saying",
    "screening",
    "setting",
    "shooting",
    "sibling",
    "sighting",
    "spring",
    "stabbing",
    "string",
    "swing",
    "thing",
    "warning",
    "wedding",
    "wing",
    "writing",
];

/// Words between number and noun, the noun included.
const LONGEST: usize = 8;

/// Whether `word`, in lower case, cannot come between a number and its noun.
pub(super) fn is_stop(word: &str) -> bool {
    STOPS.has(word)
}

/// The token of the noun that `number` (above one) counts. The phrase begins at token `at`.
pub(super) fn plural(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let (mut found, mut quoted) = (None, None);
    let mut index = at;
    while index < at + LONGEST {
        let Some(step) = step(passage, index) else {
            // "private and public courses"
            if found.is_none() && index > at && is_paired(passage, index) {
                index += 1;
                continue;
            }
            break;
        };
        let head = index + step - 1;
        // the apostrophe of a plural possessive may be a closing quotation mark
        if passage.mark(head).is_some() && quoted.is_none() && is_plural(passage, head - 1) {
            quoted = Some(head - 1);
        }
        if is_plural(passage, head) {
            found = Some(head);
        } else if found.is_some() {
            break;
        }
        index += step;
    }
    // "six Sudanese": a people's name that is its own plural
    found.or(quoted).or_else(|| is_people(passage.str(at)).then_some(at))
}

/// The token of the noun that "one" counts. It is the last word before a verb or a stop.
pub(super) fn singular(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let mut index = at;
    let (mut found, mut action) = (None, None);
    while index < at + LONGEST {
        let Some(step) = step(passage, index) else { break };
        let head = index + step - 1;
        let key = passage.key(head);
        let ending = key.ends_with("ed") || key.ends_with("ing") || key.ends_with('s') && !key.ends_with("ss");
        // "one building collapsed", not "the one building a wall"
        let named = NOUNS_IN_ING.contains(&&*key)
            && !matches!(&*passage.key(head + 1), "a" | "an" | "the" | "his" | "her" | "its" | "their" | "it" | "him");
        let verb = ending && !named && !SINGULARS.has(&key) && !PLURALS.has(&key);
        let dead = matches!(
            &*key,
            "dead" | "alive" | "ill" | "free" | "short" | "shy" | "unaccounted" | "such" | "clear" | "certain"
        );
        if found.is_some() && (verb || dead) {
            break;
        }
        // "one shooting may", but "the newest one emerging"
        if key.ends_with("ing") && !named && is_auxiliary(&passage.key(head + 1)) {
            action = Some(head);
        }
        if !(verb || dead || key.ends_with("ly")) {
            found = Some(head);
        }
        index += step;
    }
    let more = |&head: &usize| !matches!(&*passage.key(head), "more" | "other" | "last" | "next" | "such");
    found.filter(more).or(action)
}

/// Whether `word` is an auxiliary, which follows a subject.
fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "may"
            | "might"
            | "can"
            | "could"
            | "will"
            | "would"
            | "should"
            | "must"
            | "is"
            | "was"
            | "has"
            | "had"
            | "does"
            | "did"
    )
}

/// The parts of a possessive after the word that ends before `index`: `'s`, or an apostrophe alone.
fn possessive(passage: &Passage<'_>, index: usize) -> usize {
    let clitic = passage.token(index).is_some_and(|token| token.kind == Kind::Clitic);
    let mark = passage.mark(index).is_some_and(is_apostrophe)
        && passage.key(index - 1).ends_with('s')
        && !passage.is_joined(index + 1);
    usize::from(passage.is_joined(index) && (clitic || mark))
}

/// How many tokens the next word of a noun phrase takes: one, or more with its hyphens and a possessive ending.
fn step(passage: &Passage<'_>, index: usize) -> Option<usize> {
    let mut length = 1;
    while passage.is_joint(index + length) {
        length += 2;
    }
    let hyphened = length > 1;
    length += possessive(passage, index + length);
    // "low- and middle-income"
    let suspended = passage.mark(index + length) == Some('-')
        && passage.is_joined(index + length)
        && !passage.is_joined(index + length + 1);
    if suspended && matches!(&*passage.key(index + length + 1), "and" | "or" | "to") {
        length += 2;
    }
    let word = passage.word(index).is_some() || passage.is_figure(index) && length > 1;
    if !word || index > passage.start && passage.is_joined(index) && passage.mark(index - 1).is_none() {
        return None;
    }
    let key = passage.key(index);
    let number =
        numerals::small(&key).is_some() || numerals::plural(&key).is_some() || numerals::magnitude(&key).is_some();
    if !hyphened && (is_stop(&key) || number) {
        return None;
    }
    if passage.is_time(passage.span(index)) && !is_possible_plural(passage, index) {
        return None;
    }
    Some(length)
}

/// A time may still be what is counted ("five years"): the caller sees that and drops both.
fn is_possible_plural(passage: &Passage<'_>, index: usize) -> bool {
    super::unit::is_time(&passage.key(index))
}

/// Whether "and" or "or" at `index` joins two words that go with one noun: neither is a noun in the plural, a
/// participle or a stop.
fn is_paired(passage: &Passage<'_>, index: usize) -> bool {
    let before = passage.key(index - 1);
    matches!(&*passage.key(index), "and" | "or")
        && !(before.is_empty() || before.ends_with("ed") || before.ends_with("ing") || &*before == "more")
        && step(passage, index + 1) == Some(1)
        && !is_plural(passage, index + 1)
}

/// Whether the word at `index` is a plural noun.
fn is_plural(passage: &Passage<'_>, index: usize) -> bool {
    let key = passage.key(index);
    if PLURALS.has(&key) {
        return true;
    }
    let word = passage.str(index);
    // in a line of capitals the S of an acronym is no ending, but the S of a word is
    let acronym = is_all_caps(word) && word.len() < 5;
    key.len() > 2
        && key.ends_with('s')
        && !(key.ends_with("ss") || key.ends_with("us") || key.ends_with("is") || acronym)
        && !SINGULARS.has(&key)
}

/// Whether `word` names a people and is its own plural.
fn is_people(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && (word.ends_with("ese")
            || matches!(word, "Swiss" | "British" | "French" | "Irish" | "Dutch" | "Spanish" | "Welsh" | "Polish"))
}
