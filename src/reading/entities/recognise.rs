//! Where names are and of what kind they are, by rules.
//!
//! Capitalised runs are cut into titles and names; every name collects evidence over the whole
//! story (a title before it, a given name, "said" after it, a corporate suffix …), since a name
//! that is clear once is clear everywhere. Two points make a kind.

use super::clues::{Evidence, clues, looks_english};
use super::names::names;
use super::runs;
use super::{Mention, is_demonym, is_place};
use crate::EntityKind;
use crate::order::arranged;
use crate::reading::Story;
use crate::text::Text;
use crate::text::given;
use crate::text::tokens::Kind;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A name before its kind is known.
struct Candidate {
    tokens: Range<usize>,
    key: String,
}

/// The mentions of the story, in the text's order, without overlaps.
pub(super) fn mentions(story: &Story<'_>) -> Vec<Mention> {
    let text = story.text;
    let blocks = runs::blocks(story);
    let small = small_words(text, &blocks);
    let mut candidates = Vec::new();
    let mut evidence: HashMap<String, Evidence> = HashMap::new();
    let mut found = Vec::new();
    for (block, titled) in &blocks {
        if *titled {
            continue;
        }
        found.clear();
        runs::find(text, block.clone(), &mut found);
        for tokens in names(text, &found, &small) {
            let key = key(text, tokens.clone());
            evidence.entry(key.clone()).or_default().add(clues(text, block, &tokens));
            if !text.is_mark(tokens.end, '$') {
                candidates.push(Candidate { tokens, key });
            }
        }
    }
    let kinds = decide(text, &candidates, &evidence);
    let mut mentions: Vec<Mention> = candidates
        .iter()
        .filter_map(|candidate| kinds.get(&candidate.key).map(|&kind| mention(text, candidate.tokens.clone(), kind)))
        .collect();
    for (block, titled) in &blocks {
        if *titled {
            known_names(text, block.clone(), &kinds, &mut mentions);
            listed_names(text, block.clone(), &mut mentions);
        }
    }
    if let Some(dateline) = &story.head.dateline {
        for place in &dateline.places {
            // a dateline glued to the caption before it begins inside a token
            mentions.push(Mention { span: place.span, tokens: text.tokens_in(place.span), kind: EntityKind::Place });
        }
    }
    mentions.retain(|mention| !mention.span.is_empty());
    let mut mentions = arranged(mentions, |mention| (mention.span.start, usize::MAX - mention.span.end));
    let mut end = 0;
    mentions.retain(|mention| {
        let apart = mention.span.start >= end;
        end = end.max(mention.span.end);
        apart
    });
    mentions
}

fn mention(text: &Text<'_>, tokens: Range<usize>, kind: EntityKind) -> Mention {
    Mention { span: text.span_of(&tokens), tokens, kind }
}

/// A name in lower case with single spaces: what makes two mentions the same.
fn key(text: &Text<'_>, tokens: Range<usize>) -> String {
    let slice = text.span_of(&tokens).of(text.source);
    let mut key = String::with_capacity(slice.len());
    for word in slice.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.extend(word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }));
    }
    key
}

/// The words that occur with a small first letter: not names where a sentence begins with them.
fn small_words<'t>(text: &Text<'t>, blocks: &[(Range<usize>, bool)]) -> HashSet<&'t str> {
    let tokens = blocks.iter().filter(|(_, titled)| !titled).flat_map(|(block, _)| block.clone());
    tokens.filter_map(|at| text.word(at)).filter(|word| word.chars().next().is_some_and(char::is_lowercase)).collect()
}

/// The kind of every name that is clear enough.
fn decide(
    text: &Text<'_>,
    candidates: &[Candidate],
    evidence: &HashMap<String, Evidence>,
) -> HashMap<String, EntityKind> {
    let mut kinds = HashMap::new();
    let lone: HashSet<&str> = candidates.iter().filter(|c| c.tokens.len() == 1).map(|c| c.key.as_str()).collect();
    // words of people's names, with whether they are surnames
    let mut parts: HashMap<String, bool> = HashMap::new();
    for candidate in candidates.iter().filter(|candidate| candidate.tokens.len() > 1) {
        if kinds.contains_key(&candidate.key) {
            continue;
        }
        let mut points = evidence.get(&candidate.key).copied().unwrap_or_default();
        let last = key(text, candidate.tokens.end - 1..candidate.tokens.end);
        let first = key(text, candidate.tokens.start..candidate.tokens.start + 1);
        let repeats = lone.contains(last.as_str()) && !is_place(&last) && !is_demonym(&last)
            || lone.contains(first.as_str()) && !is_place(&first) && !is_demonym(&first);
        if repeats && candidate.tokens.len() <= 4 {
            points.person += 1 + i32::from(lone.contains(last.as_str()));
        }
        if let Some(lone) = evidence.get(&last).filter(|lone| lone.person >= 3) {
            points.person += lone.person.min(3);
        }
        if let Some(kind) = points.kind() {
            if kind == EntityKind::Person {
                parts.entry(first).or_insert(false);
                parts.insert(last, true);
                if let Some(at) = surname_start(text, &candidate.tokens) {
                    parts.insert(key(text, at..candidate.tokens.end), true);
                }
            }
            kinds.insert(candidate.key.clone(), kind);
        }
    }
    for candidate in candidates.iter().filter(|candidate| !kinds.contains_key(&candidate.key)).collect::<Vec<_>>() {
        let points = evidence.get(&candidate.key).copied().unwrap_or_default();
        let kind = points.kind();
        // "Lincoln" is the person where the story has one of that surname and never goes there
        let part = match parts.get(&candidate.key) {
            Some(true) => (!is_place(&candidate.key) || points.located == 0) && kind != Some(EntityKind::Organization),
            Some(false) => !is_place(&candidate.key) && kind != Some(EntityKind::Organization),
            None => false,
        };
        if part {
            kinds.insert(candidate.key.clone(), EntityKind::Person);
        } else if let Some(kind) = kind {
            kinds.insert(candidate.key.clone(), kind);
        }
    }
    // a headline has the surname alone
    for (part, surname) in parts {
        if surname && !is_place(&part) {
            kinds.entry(part).or_insert(EntityKind::Person);
        }
    }
    kinds
}

/// Where a surname with particles or a hyphen begins: `al-Assad`, `van Dyk`, `Akufo-Addo`.
fn surname_start(text: &Text<'_>, tokens: &Range<usize>) -> Option<usize> {
    let spaced = tokens.clone().rev().find(|&at| text.tokens[at].spaced && at > tokens.start)?;
    let mut start = spaced;
    while start > tokens.start + 1 && text.word(start - 1).is_some_and(runs::is_particle) {
        start -= 1;
    }
    (start + 1 < tokens.end).then_some(start)
}

/// Finds people in a list of names: a given name with one or two words after it, alone between marks.
fn listed_names(text: &Text<'_>, block: Range<usize>, mentions: &mut Vec<Mention>) {
    let mut found = Vec::new();
    runs::find(text, block.clone(), &mut found);
    for run in found {
        let (first, last) = (text.str(text.tokens[run.tokens.start]), text.str(text.tokens[run.tokens.end - 1]));
        let alone = run.tokens.start > block.start
            && run.tokens.end < block.end
            && text.tokens[run.tokens.start - 1].kind == Kind::Mark
            && text.tokens[run.tokens.end].kind == Kind::Mark;
        if alone
            && (2..=3).contains(&run.tokens.len())
            && given::is_given(first)
            && !is_place(first)
            && !looks_english(last)
        {
            mentions.push(mention(text, run.tokens, EntityKind::Person));
        }
    }
}

/// Finds names that are known from the running text in a block where capitals tell nothing.
fn known_names(text: &Text<'_>, block: Range<usize>, kinds: &HashMap<String, EntityKind>, mentions: &mut Vec<Mention>) {
    let mut at = block.start;
    while at < block.end {
        if !runs::is_name(text, at) {
            at += 1;
            continue;
        }
        let found = (1..=5usize).rev().filter(|length| at + length <= block.end).find_map(|length| {
            let tokens = at..at + length;
            let key = key(text, tokens.clone());
            let kind = kinds.get(&key).copied().or_else(|| is_place(&key).then_some(EntityKind::Place))?;
            Some((tokens, kind))
        });
        match found {
            Some((tokens, kind)) => {
                at = tokens.end;
                mentions.push(mention(text, tokens, kind));
            }
            None => at += 1,
        }
    }
}
