//! What a name and its surroundings say about its kind.

use super::names::{self, ORGANIZATIONS};
use super::{is_demonym, is_place, runs, title_words, titles};
use crate::EntityKind;
use crate::text::Text;
use crate::text::given;
use crate::text::places;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, is_all_caps, is_capitalised, word_list};
use std::ops::Range;

/// Organizations that need no other sign.
static KNOWN: WordList = word_list!("known-organizations.txt");
/// Words that make a name that of a place when they end it.
static PLACE_WORDS: WordList = word_list!("place-words.txt");
/// Words that end the names of laws, events and works.
static THINGS: WordList = word_list!("things.txt");
/// Points that make a kind certain enough: more than one weak sign gives.
const ENOUGH: i32 = 2;
/// Points for and against a kind stay within this bound, so that a long story cannot outweigh a clear sign.
const BOUND: i32 = 12;
/// Verbs that only people and bodies of people are the subject of.
const SPEECH: [&str; 19] = [
    "said",
    "says",
    "told",
    "added",
    "adds",
    "tells",
    "explained",
    "explains",
    "wrote",
    "writes",
    "recalled",
    "tweeted",
    "argued",
    "argues",
    "noted",
    "notes",
    "insisted",
    "joked",
    "admitted",
];
/// Nouns for places, before "of" and a name, or after a name.
const KINDS_OF_PLACE: [&str; 22] = [
    "city",
    "town",
    "village",
    "province",
    "region",
    "district",
    "county",
    "state",
    "island",
    "area",
    "port",
    "capital",
    "suburb",
    "municipality",
    "neighbourhood",
    "neighborhood",
    "river",
    "valley",
    "prefecture",
    "township",
    "airport",
    "lake",
];

/// Points for the kinds a name can have, over all its places.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Evidence {
    pub(super) person: i32,
    pub(super) organization: i32,
    pub(super) place: i32,
    /// How often a preposition of place comes before it.
    pub(super) located: i32,
}

impl Evidence {
    /// The kind with the most points, if it has enough.
    pub(super) fn kind(self) -> Option<EntityKind> {
        let most = self.person.max(self.organization).max(self.place);
        if most < ENOUGH {
            None
        } else if self.organization == most {
            Some(EntityKind::Organization)
        } else if self.place == most {
            Some(EntityKind::Place)
        } else {
            Some(EntityKind::Person)
        }
    }

    /// Adds points, up to [`BOUND`].
    pub(super) fn add(&mut self, other: Self) {
        let sum = |a: i32, b: i32| (a + b).clamp(-BOUND, BOUND);
        self.person = sum(self.person, other.person);
        self.organization = sum(self.organization, other.organization);
        self.place = sum(self.place, other.place);
        self.located = sum(self.located, other.located);
    }
}

/// What a name and its surroundings say about its kind.
pub(super) fn clues(text: &Text<'_>, block: &Range<usize>, tokens: &Range<usize>) -> Evidence {
    let mut clue = Evidence::default();
    let length = tokens.len();
    let words = tokens.clone().filter(|&at| text.tokens[at].kind != Kind::Mark).count();
    let first = text.str(text.tokens[tokens.start]);
    let last = text.str(text.tokens[tokens.end - 1]);
    let known_place = names::gazetteer(text, tokens);
    // "US$12": money
    if text.is_mark(tokens.end, '$') && !text.tokens[tokens.end].spaced {
        return Evidence::default();
    }
    if known_place {
        // "George" is a city too
        clue.place += if words == 1 && given::is_given(first) && !places::is_region(first) { 1 } else { 4 };
    }
    let name = text.span_of(tokens).of(text.source);
    if is_demonym(name) || THINGS.has(last) || THINGS.has(last.strip_suffix('s').unwrap_or(last)) {
        return Evidence { person: -BOUND, organization: -BOUND, place: -BOUND, located: 0 };
    }
    if KNOWN.has(name) {
        clue.organization += 3;
    }
    if length > 1 && names::organization_word(text, tokens).is_some() {
        clue.organization += 5;
    }
    // "Republic of Norland", "Gulf of Elder"
    if length > 2 && names::is_region_of(text, tokens) {
        clue.place += 6;
    }
    if words == 1 && runs::is_acronym(text, tokens.start) && !known_place {
        clue.organization += 2;
    }
    if text.tokens[tokens.clone()].iter().any(|&token| text.str(token) == "&") {
        clue.organization += 2;
    }
    if words > 1 && !known_place {
        if PLACE_WORDS.has(last) && !given::is_given(first) {
            clue.place += 3;
        }
        if matches!(first, "Lake" | "Mount" | "Port" | "Fort" | "Cape" | "Camp" | "Gulf" | "Isle") {
            clue.place += 3;
        }
        if is_place(first) || is_demonym(first) {
            clue.organization += 1;
            clue.person -= 2;
        } else if is_place(last) && !given::is_given(first) && titles::before(text, block.start, tokens.start).is_none()
        {
            clue.organization += 2;
        }
    }
    clue.add(person_clues(text, block, tokens, words));
    clue.add(place_clues(text, block, tokens, words));
    clue
}

/// Signs of a person.
fn person_clues(text: &Text<'_>, block: &Range<usize>, tokens: &Range<usize>, words: usize) -> Evidence {
    let mut person = 0;
    let word = |at: usize| text.word(at).unwrap_or("");
    let before = if tokens.start > block.start { word(tokens.start - 1) } else { "" };
    if let Some(title) = titles::before(text, block.start, tokens.start) {
        // "leader Elder Party": a small noun before an organization's name proves little
        person += if title.form || is_capitalised(word(title.tokens.end - 1)) { 4 } else { 3 };
    }
    let first = text.str(text.tokens[tokens.start]);
    let given = given::is_given(first) && (words > 1 || !is_place(first));
    if given {
        person += if words > 1 { 2 } else { 1 };
    }
    // "M. K. Roe": initials lead only the names of people
    let initial =
        text.tokens[tokens.start].kind == Kind::Initials || first.chars().count() == 1 && !matches!(first, "A" | "I");
    if words > 1 && initial && !is_place(first) {
        person += 2;
    }
    if matches!(before, "named" | "nicknamed" | "surnamed" | "called")
        || before == "as" && matches!(word(tokens.start.wrapping_sub(2)), "identified" | "known")
    {
        person += 1;
    }
    if (2..=4).contains(&words) {
        let middle = text.tokens[tokens.start + 1..tokens.end.max(tokens.start + 1) - 1].iter();
        let initial = middle.clone().any(|&token| {
            token.kind == Kind::Initials
                || token.kind == Kind::Word && text.str(token).chars().count() == 1 && is_capitalised(text.str(token))
        });
        let particle = tokens.clone().skip(1).any(|at| text.word(at).is_some_and(runs::is_particle));
        person += if initial || particle { 2 } else { 0 };
    }
    // a name made of words that are not English is a person's more often than not
    let foreign = (2..=4).contains(&words)
        && tokens
            .clone()
            .filter(|&at| text.tokens[at].kind == Kind::Word)
            .all(|at| !looks_english(text.str(text.tokens[at])));
    if foreign && !matches!(before, "the" | "The" | "in" | "In" | "at" | "from" | "to" | "a" | "an" | "near" | "across")
    {
        person += 2;
    }
    let next = word(tokens.end);
    if is_speech(next) {
        person += 1;
    }
    if is_speech(before) && before != "told" && text.tokens.get(tokens.end).is_none_or(|token| token.kind == Kind::Mark)
    {
        person += 1;
    }
    if next == "who" || text.is_mark(tokens.end, ',') && word(tokens.end + 1) == "who" {
        person += 2;
    }
    if text.is_mark(tokens.end, ',') && is_age(text, tokens.end + 1) {
        person += 3;
    }
    let possessive = text.tokens.get(tokens.end).is_some_and(|token| token.kind == Kind::Clitic);
    if matches!(before, "the" | "The" | "a" | "an" | "in" | "at" | "across")
        && !(given && words > 1 && (possessive || matches!(before, "the" | "a")))
    {
        person -= 2;
    }
    if words > 4 || is_all_caps(first) && first.len() > 1 && text.tokens[tokens.start].kind == Kind::Word {
        person -= 2;
    }
    Evidence { person, ..Evidence::default() }
}

/// Signs of a place.
fn place_clues(text: &Text<'_>, block: &Range<usize>, tokens: &Range<usize>, words: usize) -> Evidence {
    let mut place = 0;
    let word = |at: usize| text.word(at).unwrap_or("");
    let before = if tokens.start > block.start { word(tokens.start - 1) } else { "" };
    if words <= 3
        && matches!(before, "in" | "In" | "near" | "across" | "outside" | "at")
        && !runs::is_acronym(text, tokens.start)
    {
        place += if matches!(before, "in" | "In") { 2 } else { 1 };
    }
    let kind = |word: &str| KINDS_OF_PLACE.contains(&word);
    if words <= 3
        && (before == "of" && kind(word(tokens.start.wrapping_sub(2))) || kind(word(tokens.end)) && before != "a")
    {
        place += 2;
    }
    if text.is_mark(tokens.end, ',') {
        let region = |end: usize| names::gazetteer(text, &(tokens.end + 1..end.min(block.end)));
        if matches!(before, "in" | "In" | "from" | "at" | "near" | "of" | "to")
            && (region(tokens.end + 2) || region(tokens.end + 3))
        {
            place += 2;
        }
    }
    Evidence { place, located: i32::from(place > 0), ..Evidence::default() }
}

/// Whether token `at` is an age between commas: ", 37,".
fn is_age(text: &Text<'_>, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|&token| {
        token.kind == Kind::Number
            && text.str(token).len() <= 3
            && text.str(token).parse::<u8>().is_ok_and(|age| (1..=115).contains(&age))
    }) && (text.is_mark(at + 1, ',') || text.is_mark(at + 1, '.') || text.is_mark(at + 1, ';'))
}

/// Whether `word` says that someone speaks.
fn is_speech(word: &str) -> bool {
    SPEECH.contains(&word)
}

/// Whether a word is in one of the lists of words that names are not made of, or has the ending of an English word.
pub(super) fn looks_english(word: &str) -> bool {
    const ENDINGS: [&str; 26] = [
        "tion", "sion", "ment", "ing", "ity", "ship", "ness", "ics", "ism", "ance", "ence", "ive", "ous", "ary", "ory",
        "ies", "ers", "ors", "ians", "ical", "ional", "ists", "ights", "ents", "ings", "eum",
    ];
    let lower = word.to_lowercase();
    runs::is_acronym_word(word)
        || ENDINGS.iter().any(|ending| lower.len() > ending.len() + 1 && lower.ends_with(ending))
        || title_words::part(word).is_some()
        || ORGANIZATIONS.has(word)
        || PLACE_WORDS.has(word)
        || THINGS.has(word)
        || is_demonym(word)
        || is_place(word)
        || runs::is_opener(word)
}
