//! Cues: wording that a nut graf has, and wording that needs the sentence before.

use crate::Span;
use crate::text::Text;
use crate::text::tokens::Kind;

/// Words at a sentence's start that lean on the sentence before it.
const LEANING: &str = " he she it they his her their this that these those but and so yet also still then however moreover \
                       meanwhile instead i we you my our there such both ";

/// Phrases with which a nut graf says what the story is part of.
const NUT: &[&str] = &[
    "comes as",
    "come as",
    "comes after",
    "comes amid",
    "came as",
    "the latest",
    "part of a",
    "part of the",
    "is among",
    "are among",
    "one of the",
    "a growing number",
    "across the country",
    "has become",
    "have become",
    "at the heart of",
    "raises questions",
    "highlights",
    "underscores",
    "marks the",
    "the first time",
    "aimed at",
];

/// What the wording of the sentence at `span` is worth; `early` says that a nut graf can be there.
pub(super) fn worth(text: &Text<'_>, span: Span, early: bool) -> i64 {
    let slice = text.slice(span);
    let tokens = &text.tokens[text.tokens_in(span)];
    let words = tokens.iter().filter(|token| token.kind == Kind::Word).count();
    let mut worth = 0;
    let first =
        tokens.iter().find(|token| matches!(token.kind, Kind::Word | Kind::Initials)).map(|&token| text.str(token));
    if first.is_some_and(|word| LEANING.contains(&format!(" {} ", word.to_lowercase()))) {
        worth -= 60;
    }
    // speech tells what somebody thinks of the story
    if slice.starts_with(['"', '“', '‘', '\'', '«', '`']) {
        worth -= 120;
    }
    let ends = slice.trim_end_matches(['"', '”', '’', '\'', ')', '»']);
    worth -= match (ends.ends_with('?'), ends.ends_with(['.', '!', '…'])) {
        (true, _) => 80,
        (_, true) => 0,
        // ends in a colon or in nothing
        _ => 60,
    };
    worth -= match words {
        0..=5 => 160,
        6..=9 => 60,
        10..=45 => 0,
        _ => 20,
    };
    if !early {
        return worth;
    }
    let mut gain = 0;
    let lower = slice.to_lowercase();
    gain += if NUT.iter().any(|phrase| lower.contains(phrase)) { 45 } else { 0 };
    // present perfect: what has come about, not what happened one morning
    let perfect = tokens.windows(2).any(|pair| {
        let (aux, next) = (text.str(pair[0]), text.str(pair[1]));
        matches!(aux, "has" | "have") && (next.ends_with("ed") || next.ends_with("en") || next == "become")
    });
    gain += if perfect { 20 } else { 0 };
    worth + gain
}
