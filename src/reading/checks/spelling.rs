//! One name in two spellings: "Anna Kovalenko" and then "Kovalenka said".

use super::desk::Desk;
use crate::calendar::names::is_full;
use crate::text::given::is_given;
use crate::text::places::is_place;
use crate::text::tokens::Kind;
use crate::text::words::{is_all_caps, is_capitalised};
use crate::{CheckCode, EntityKind, Span};
use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

/// Letters of the names that are compared: short ones are alike by chance, and no name is longer.
const LETTERS: RangeInclusive<usize> = 5..=40;

/// How many people are compared of those whose names are alike at one end: it keeps the search linear.
const BEARERS: usize = 16;

/// How many suspects are looked into: no story misspells as many names.
const MOST: usize = 20;

/// A person with a name of at least two words.
struct Person {
    /// The first and the last word, in small letters.
    given: String,
    surname: String,
    words: usize,
    /// Where the full name first stands.
    place: Span,
}

/// Holds every surname against the words of the text that are one letter away, and full names against each other.
pub(super) fn find(desk: &mut Desk<'_>) {
    let people = people(desk);
    if people.is_empty() {
        return;
    }
    full_names(desk, &people);
    let mut ends: HashMap<(bool, char, char), Vec<usize>> = HashMap::new();
    let mut looks = Looks::default();
    for (index, person) in people.iter().enumerate().filter(|(_, person)| is_long(&person.surname)) {
        looks.add(&person.surname);
        for end in ends_of(&person.surname).into_iter().flatten() {
            let alike = ends.entry(end).or_default();
            if alike.len() < BEARERS {
                alike.push(index);
            }
        }
    }
    let mut others: Option<Others> = None;
    let text = desk.story.text;
    let mut told: HashSet<String> = HashSet::new();
    for block in desk.blocks().filter(|block| block.role.has_sentences()) {
        for at in text.tokens_in(block.span) {
            let token = text.tokens[at];
            let word = text.str(token);
            if token.kind != Kind::Word || !looks.contains(word) || !is_capitalised(word) || !is_long(word) {
                continue;
            }
            let lower = plain(word);
            let near = ends_of(&lower).into_iter().flatten().filter_map(|end| ends.get(&end)).flatten().copied();
            let Some(index) = near.filter(|index| alike(&people[*index].surname, &lower)).min() else { continue };
            let others = others.get_or_insert_with(|| others_of(desk));
            if others.words.contains(&lower) || is_word(word) || told.contains(&lower) || told.len() >= MOST {
                continue;
            }
            // a part of a longer name, which is its own
            let joined = |at: usize| text.word(at).is_some_and(is_capitalised) || text.is_mark(at, '-');
            let single = others.singles.contains(&token.span().start);
            if !single && (joined(at + 1) || at > 0 && joined(at - 1)) {
                continue;
            }
            // a common word
            let small = |word: &str| text.tokens.iter().any(|token| text.str(*token) == word);
            if !small(&lower) && !small(&people[index].surname) {
                say(desk, token.span(), people[index].place);
            }
            told.insert(lower);
        }
    }
}

fn say(desk: &mut Desk<'_>, place: Span, other: Span) {
    let name = |span: Span| desk.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let message = format!("“{}” here, “{}” elsewhere", name(place), name(other));
    desk.say(CheckCode::NameSpelling, message, vec![place, other]);
}

/// The people whom the text names in full.
fn people(desk: &Desk<'_>) -> Vec<Person> {
    let mut people = Vec::new();
    for entity in desk.entities.iter().filter(|entity| entity.kind == EntityKind::Person) {
        let words: Vec<&str> = entity.name.split_whitespace().collect();
        let [given, .., surname] = words.as_slice() else { continue };
        let Some(place) = entity.mentions.iter().find(|span| desk.slice(**span).contains(char::is_whitespace)) else {
            continue;
        };
        // "the party. Those": two sentences are no name
        let torn = words.iter().rev().nth(1).is_some_and(|word| word.ends_with('.') && word.len() > 4);
        if !torn && words.iter().all(|word| word.len() <= 3 * LETTERS.end()) {
            people.push(Person { given: plain(given), surname: plain(surname), words: words.len(), place: *place });
        }
    }
    people
}

/// What other names there are.
struct Others {
    /// Words of places, organizations and full names.
    words: HashSet<String>,
    /// Where a person is called by one word: a title before it is none of the name.
    singles: HashSet<usize>,
}

fn others_of(desk: &Desk<'_>) -> Others {
    let mut others = Others { words: HashSet::new(), singles: HashSet::new() };
    for entity in desk.entities {
        if entity.kind != EntityKind::Person || entity.name.contains(char::is_whitespace) {
            others.words.extend(entity.name.split_whitespace().map(plain));
        } else {
            others.singles.extend(entity.mentions.iter().map(|span| span.start));
        }
    }
    others
}

/// Full names that differ by a letter in their first or last word.
fn full_names(desk: &mut Desk<'_>, people: &[Person]) {
    let mut seen: HashMap<(bool, &str), Vec<usize>> = HashMap::new();
    for (index, person) in people.iter().enumerate() {
        let mut found = None;
        for (first, key, other) in [(true, &person.given, &person.surname), (false, &person.surname, &person.given)] {
            let same = seen.entry((first, key)).or_default();
            let differs = |at: &usize| {
                let known = &people[*at];
                let end = if first { &known.surname } else { &known.given };
                known.words == person.words && is_long(other) && alike(end, other)
            };
            found = found.or(same.iter().copied().find(differs));
            if same.len() < BEARERS {
                same.push(index);
            }
        }
        if let Some(at) = found {
            say(desk, person.place, people[at].place);
        }
    }
}

fn is_long(word: &str) -> bool {
    LETTERS.contains(&word.chars().count())
}

/// Whether a capitalised word can be something else than a surname.
fn is_word(word: &str) -> bool {
    is_all_caps(word) || is_given(word) || is_place(word) || is_full(word)
}

/// A word in small letters with one kind of apostrophe.
fn plain(word: &str) -> String {
    word.replace('’', "'").to_lowercase()
}

/// The two letters at either end: one slip leaves one of the ends whole.
fn ends_of(name: &str) -> [Option<(bool, char, char)>; 2] {
    let (mut front, mut back) = (name.chars(), name.chars().rev());
    let two = |from_front: bool, one: Option<char>, other: Option<char>| Some((from_front, one?, other?));
    [two(true, front.next(), front.next()), two(false, back.next(), back.next())]
}

/// Whether two names in small letters are one letter apart and neither is an inflection of the other.
fn alike(one: &str, other: &str) -> bool {
    if one.len().abs_diff(other.len()) > 3 || one.chars().next() != other.chars().next() {
        return false;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let front = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let back = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    let swapped = short.len() == long.len()
        && front + back + 2 == long.len()
        && short[front] == long[front + 1]
        && short[front + 1] == long[front];
    let by_one = front + back + 1 >= long.len() && long.len() - short.len() <= 1 && short != long;
    // Roes, Trumpy, Austrian: an ending more
    let ending = long.len() > short.len() && front == short.len();
    by_one && !ending || swapped
}

/// First letters of names with their lengths in bytes: most words are told from it to be like none.
#[derive(Default)]
struct Looks([u64; 32]);

impl Looks {
    fn bit(length: usize) -> u64 {
        1 << length.min(63)
    }

    fn add(&mut self, name: &str) {
        if let Some(first) = name.as_bytes().first() {
            // one letter more or less, or an apostrophe, of up to three bytes
            let near = name.len().saturating_sub(3)..=name.len() + 3;
            self.0[usize::from(first & 31)] |= near.map(Self::bit).fold(0, |all, bit| all | bit);
        }
    }

    fn contains(&self, word: &str) -> bool {
        word.as_bytes().first().is_some_and(|first| self.0[usize::from(first & 31)] & Self::bit(word.len()) != 0)
    }
}
