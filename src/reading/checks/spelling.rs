//! One name in two spellings: "Anna Kovalenko" and then "Kovalenka said".

use super::desk::Desk;
use crate::calendar::names::is_full;
use crate::text::given::is_given;
use crate::text::places::is_place;
use crate::text::words::{is_all_caps, is_capitalised};
use crate::{CheckCode, EntityKind, Span};
use std::collections::{HashMap, HashSet};

/// Letters of the shortest name that is compared: short ones are alike by chance.
const LETTERS: usize = 5;

/// Letters of the longest, and people whose surnames are one letter apart: bounds that keep the search linear.
const LONGEST: usize = 40;
const BEARERS: usize = 8;

/// How many suspects are looked into: no story misspells as many names.
const MOST: usize = 20;

/// Holds every surname against the words of the text that are one letter away.
pub(super) fn find(desk: &mut Desk<'_>) {
    let text = desk.story.text;
    // words of other names
    let mut known: HashSet<String> = HashSet::new();
    let mut people: Vec<(Vec<&str>, Span)> = Vec::new();
    // where a person is called by one word: titles before it are none of the name
    let mut singles: HashSet<usize> = HashSet::new();
    for entity in desk.entities {
        if entity.kind == EntityKind::Person && !entity.name.contains(char::is_whitespace) {
            singles.extend(entity.mentions.iter().map(|span| span.start));
        }
        let words: Vec<&str> = entity.name.split_whitespace().collect();
        if words.len() > 1 || entity.kind != EntityKind::Person {
            known.extend(words.iter().map(|word| plain(word)));
        }
        let full = entity.mentions.iter().find(|span| text.slice(**span).contains(char::is_whitespace));
        // "the party. Those": two sentences are no name
        let torn = words.iter().rev().nth(1).is_some_and(|word| word.ends_with('.') && word.len() > 4);
        if let Some(span) = full.filter(|_| entity.kind == EntityKind::Person && !torn) {
            people.push((words, *span));
        }
    }
    full_names(desk, &people);
    let mut by_gap: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, (words, _)) in people.iter().enumerate() {
        let Some(surname) = words.last().filter(|word| (LETTERS..=LONGEST).contains(&word.chars().count())) else {
            continue;
        };
        for gap in gaps(&plain(surname)) {
            let bearers = by_gap.entry(gap).or_default();
            if bearers.len() < BEARERS {
                bearers.push(index);
            }
        }
    }
    if by_gap.is_empty() {
        return;
    }
    let mut told: HashSet<String> = HashSet::new();
    for block in desk.blocks().filter(|block| block.role.has_sentences()) {
        for at in text.tokens_in(block.span) {
            let Some(word) = text.word(at).filter(|word| is_capitalised(word)) else { continue };
            if !(LETTERS..=LONGEST).contains(&word.chars().count()) {
                continue;
            }
            let lower = plain(word);
            if known.contains(&lower)
                || is_all_caps(word)
                || is_given(word)
                || is_place(word)
                || is_full(word)
                || told.contains(&lower)
            {
                continue;
            }
            // a part of a longer name, which is its own
            let joined = |at: usize| text.word(at).is_some_and(is_capitalised) || text.is_mark(at, '-');
            let own = singles.contains(&text.tokens[at].span().start);
            if !own && (joined(at + 1) || at > 0 && joined(at - 1)) {
                continue;
            }
            let near = gaps(&lower).into_iter().filter_map(|gap| by_gap.get(&gap)).flatten().copied();
            let near = near.filter(|index| people[*index].0.last().is_some_and(|name| alike(&plain(name), &lower)));
            let Some(index) = near.min().filter(|_| told.len() < MOST) else { continue };
            let small = |word: &str| text.tokens.iter().any(|token| text.str(*token) == word);
            let surname = people[index].0.last().map_or(String::new(), |name| plain(name));
            if !small(&lower) && !small(&surname) {
                say(desk, text.tokens[at].span(), people[index].1);
            }
            told.insert(lower);
        }
    }
}

fn say(desk: &mut Desk<'_>, place: Span, other: Span) {
    let message = format!("“{}” here, “{}” elsewhere", desk.slice(place), desk.slice(other));
    desk.say(CheckCode::NameSpelling, message, vec![place, other]);
}

/// Full names that differ by a letter in one of their words.
fn full_names(desk: &mut Desk<'_>, people: &[(Vec<&str>, Span)]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (index, (words, place)) in people.iter().enumerate() {
        let [first, .., last] = words.as_slice() else { continue };
        if words.iter().any(|word| word.chars().count() > LONGEST) {
            continue;
        }
        let (first, last) = (plain(first), plain(last));
        let keys = gaps(&last).into_iter().map(|gap| format!("{first} {gap}"));
        let keys = keys.chain(gaps(&first).into_iter().map(|gap| format!("{gap} {last}")));
        for key in keys.collect::<Vec<_>>() {
            let Some(&other) = seen.get(&key) else {
                seen.insert(key, index);
                continue;
            };
            let (other, elsewhere) = &people[other];
            let ([one, .., end], true) = (other.as_slice(), other.len() == words.len()) else { continue };
            let (one, end) = (plain(one), plain(end));
            let same = one == first && alike(&end, &last) && last.chars().count() >= LETTERS
                || end == last && alike(&one, &first) && first.chars().count() >= LETTERS;
            if same {
                say(desk, *place, *elsewhere);
                break;
            }
        }
    }
}

/// A word in small letters with one kind of apostrophe.
fn plain(word: &str) -> String {
    word.replace('’', "'").to_lowercase()
}

/// Whether two names in small letters are one letter apart and neither is an inflection of the other.
fn alike(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let front = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let back = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    let swapped = short.len() == long.len()
        && front + back + 2 == long.len()
        && short[front] == long[front + 1]
        && short[front + 1] == long[front];
    let once = front + back + 1 >= long.len() && long.len() - short.len() <= 1 && short != long;
    // Roes, Trumpy, Austrian: an ending more
    let ending = long.len() > short.len() && front == short.len();
    (once && !ending || swapped) && front > 0
}

/// A name with one letter left out, each in turn, and whole.
fn gaps(name: &str) -> Vec<String> {
    let without = |(at, c): (usize, char)| format!("{}{}", &name[..at], &name[at + c.len_utf8()..]);
    name.char_indices().map(without).chain([name.to_owned()]).collect()
}
