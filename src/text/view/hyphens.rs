//! Words cut at a line's end: `re-` | `build`. The break moves behind the word.
//!
//! A cut is told from a compound that happens to stand there by the lines around it, which must be wrapped, by how
//! the text writes the word elsewhere, and by the first parts that compounds have.

use super::edits::{Edits, Rewrite};
use crate::text::lines::is_break;
use std::collections::HashSet;

/// First parts of compounds that are written with a hyphen.
#[rustfmt::skip]
const FIRST: [&str; 52] = [
    "all", "anti", "best", "cross", "eight", "eighty", "ever", "ex", "first", "five", "fifty", "forty", "four", "free",
    "full", "half", "hard", "high", "last", "late", "long", "low", "man", "mid", "much", "multi", "new", "nine", "ninety",
    "non", "old", "one", "part", "post", "pre", "pro", "quarter", "second", "self", "seven", "seventy", "short", "six",
    "sixty", "so", "ten", "third", "thirty", "three", "twenty", "two", "well",
];

/// Last parts that are set off by one.
const LAST: [&str; 8] = ["based", "led", "old", "year", "style", "term", "owned", "backed"];

/// A word that is cut.
struct Cut {
    /// Where the hyphen lies.
    hyphen: (usize, usize),
    /// Where the word goes on.
    next: usize,
    /// Whether nothing but a cut is marked so.
    soft: bool,
}

/// The text with the words put together; `None` where none is cut.
pub(super) fn join(text: &str) -> Option<(String, Edits)> {
    let cuts = cuts(text);
    if cuts.is_empty() {
        return None;
    }
    let compounds = if cuts.iter().all(|cut| cut.soft) { HashSet::new() } else { compounds(text) };
    let mut rewrite = Rewrite::new(text);
    let mut done = 0;
    for cut in cuts {
        let (from, to) = cut.hyphen;
        if from < done {
            continue;
        }
        let first = last_word(&text[..from]);
        let rest = &text[cut.next..];
        let second = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
        let keeps = !cut.soft && is_compound(text, from, first, second, &compounds);
        rewrite.put(if keeps { to } else { from }, cut.next, "");
        // the break goes behind the word and its marks
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        done = cut.next + word;
        if let Some(space) = rest[word..].chars().next().filter(|&c| !is_break(c)) {
            let cut_again = rest[..word].ends_with(['-', '\u{ad}']);
            if !cut_again {
                rewrite.put(done, done + space.len_utf8(), "\n");
                done += space.len_utf8();
            }
        }
    }
    rewrite.done()
}

/// Words that are cut at the end of lines.
fn cuts(text: &str) -> Vec<Cut> {
    let mut found = Vec::new();
    // pairs of lines with no blank between them, those inside a sentence, and the cuts among them
    let (mut pairs, mut open, mut first) = (0usize, 0usize, 0usize);
    let mut start = 0;
    let (mut above, mut above_end) = ("", 0);
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            keep(&mut found, first, pairs, open);
            (pairs, open, first, above) = (0, 0, found.len(), "");
        } else {
            if !above.is_empty() {
                pairs += 1;
                let goes_on = trimmed.starts_with(char::is_lowercase);
                if goes_on
                    && above.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '-' | '\u{ad}' | '‐'))
                {
                    open += 1;
                    let stem = above.trim_end_matches(['-', '\u{ad}', '‐']);
                    let mark = &above[stem.len()..];
                    if mark.chars().count() == 1 && stem.ends_with(char::is_alphabetic) {
                        let from = above_end - mark.len();
                        let next = start + (line.len() - line.trim_start().len());
                        found.push(Cut { hyphen: (from, above_end), next, soft: mark == "\u{ad}" });
                    }
                }
            }
            above = trimmed;
            above_end = start + line.trim_end().len();
        }
        start += line.len();
    }
    keep(&mut found, first, pairs, open);
    found
}

/// Keeps the cuts from `first` on where most of the lines around them are wrapped; soft hyphens are sure.
fn keep(found: &mut Vec<Cut>, first: usize, pairs: usize, open: usize) {
    if open * 2 < pairs {
        let mut index = 0;
        found.retain(|cut| {
            index += 1;
            index <= first || cut.soft
        });
    }
}

/// Whether a hyphen at a line's end is the word's own.
fn is_compound(text: &str, hyphen: usize, first: &str, second: &str, compounds: &HashSet<&str>) -> bool {
    let capital = first.starts_with(char::is_uppercase) && second.starts_with(char::is_uppercase);
    let chained = text[..hyphen - first.len()].ends_with('-');
    let known = |list: &[&str], word: &str| list.iter().any(|other| word.eq_ignore_ascii_case(other));
    capital
        || chained
        || known(&FIRST, first)
        || known(&LAST, second)
        || compounds.contains(format!("{first}-{second}").as_str())
}

/// The letters at the end of `text`.
fn last_word(text: &str) -> &str {
    let start =
        text.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

/// The words with one hyphen that stand within lines.
fn compounds(text: &str) -> HashSet<&str> {
    let letters = |c: char| c.is_alphabetic();
    let words = text.split(|c: char| !(letters(c) || c == '-'));
    words
        .filter(|word| word.split_once('-').is_some_and(|(a, b)| !a.is_empty() && !b.is_empty() && !b.contains('-')))
        .collect()
}
