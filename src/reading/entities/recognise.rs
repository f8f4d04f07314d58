//! Where names are and of what kind they are: what the tagger finds, put right where rules know more than it does.

use super::runs;
use super::tagger::{self, Tagged};
use super::{Mention, roles, titles};
use crate::EntityKind;
use crate::order::arranged;
use crate::reading::Story;
use crate::text::Text;
use crate::text::given;
use std::collections::HashMap;
use std::ops::Range;

/// Of a chance of one, what a name that a dateline gives is sure of.
const DATELINE: u32 = 64_880;

/// The mentions of the story, in the text's order, without overlaps.
pub(super) fn mentions(story: &Story<'_>) -> Vec<Mention> {
    let text = story.text;
    let blocks = runs::blocks(story);
    let mut mentions: Vec<Mention> =
        tagger::names(text, &blocks).into_iter().filter_map(|tagged| put_right(text, tagged)).collect();
    let known = known(text, &mentions);
    for (block, titled) in &blocks {
        if *titled {
            known_names(text, block.clone(), &known, &mut mentions);
        }
    }
    if let Some(dateline) = &story.head.dateline {
        for place in &dateline.places {
            // a dateline glued to the caption before it begins inside a token
            let tokens = text.tokens_in(place.span);
            mentions.push(Mention { span: place.span, tokens, kind: EntityKind::Place, chance: DATELINE });
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

/// The name without a title at its front and without marks around it; `None` where nothing is left.
fn put_right(text: &Text<'_>, tagged: Tagged) -> Option<Mention> {
    let Tagged { mut tokens, kind, chance, edges } = tagged;
    let chance = chance.min(edges);
    if is_money(text, &tokens) || is_affiliation(text, &tokens) {
        return None;
    }
    if text.word(tokens.start).is_some_and(|word| word.eq_ignore_ascii_case("the")) && tokens.len() > 1 {
        tokens.start += 1;
    }
    if kind == EntityKind::Person && tokens.len() > 1 {
        tokens.start += titles::leading(text, tokens.clone())?;
        tokens.start += roles(text, &tokens);
    }
    if kind == EntityKind::Organization {
        tokens.end = past_stop(text, tokens.end);
    }
    if tokens.len() > 1 && text.tokens[tokens.end - 1].kind == crate::text::tokens::Kind::Clitic {
        tokens.end -= 1;
    }
    Some(Mention { span: text.span_of(&tokens), tokens, kind, chance })
}

/// Whether it is a sign of money before a number: "US$12", "RM500".
fn is_money(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let sign = text.is_mark(tokens.end, '$') && !text.tokens[tokens.end].spaced;
    let glued = tokens.len() == 1
        && text.word(tokens.start).is_some_and(|word| {
            let digits = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
            let (sign, amount) = word.split_at(digits);
            matches!(
                sign,
                "RM" | "Rs"
                    | "R"
                    | "Sh"
                    | "Ksh"
                    | "KSh"
                    | "Kshs"
                    | "Tsh"
                    | "TSh"
                    | "Ush"
                    | "USh"
                    | "Rp"
                    | "Tk"
                    | "N"
                    | "K"
                    | "P"
            ) && amount.len() > 1
                && amount.chars().all(|c| c.is_ascii_digit() || matches!(c, 'm' | 'b' | 'n' | 'k'))
        });
    sign || glued
}

/// Whether it is a party and state after a legislator's name: "(D-Calif.)".
fn is_affiliation(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let letter = text.word(tokens.start).is_some_and(|word| matches!(word, "D" | "R" | "I"));
    let open = tokens.start > 0 && (text.is_mark(tokens.start - 1, '(') || text.is_mark(tokens.start - 1, ','));
    letter && open && runs::is_hyphen(text, tokens.start + 1)
}

/// The end of a firm's name with what follows the full stop of an abbreviation in it: "Quist Bros. Shipping".
fn past_stop(text: &Text<'_>, end: usize) -> usize {
    let short = text.word(end - 1).is_some_and(|word| matches!(word, "Bros" | "Corp" | "Inc" | "Co" | "Ltd"));
    let goes_on = short
        && text.is_mark(end, '.')
        && !text.tokens[end].spaced
        && runs::is_name(text, end + 1)
        && text.word(end + 1).is_some_and(|word| !runs::is_opener(word));
    if goes_on { end + 2 } else { end }
}

/// How many words at the front of a person's name say what its bearer does: "Forecaster Ruth Hale". At least two words
/// of a name are left, or a given name.
fn roles(text: &Text<'_>, tokens: &Range<usize>) -> usize {
    let word = |at: usize| if tokens.contains(&at) { text.word(at) } else { None };
    let mut roles = 0;
    while word(tokens.start + roles).is_some_and(roles::is_role) {
        roles += 1;
    }
    let rest = tokens.start + roles;
    let name = word(rest).is_some_and(|first| word(rest + 1).is_some() || given::is_given(first));
    if name { roles } else { 0 }
}

/// The kinds of the names found, by their spelling.
fn known(text: &Text<'_>, mentions: &[Mention]) -> HashMap<String, (EntityKind, u32)> {
    let mut known = HashMap::new();
    for mention in mentions {
        known.entry(key(text, mention.tokens.clone())).or_insert((mention.kind, mention.chance));
    }
    known
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

/// Finds names that are known from the running text in a block where capitals tell nothing.
fn known_names(
    text: &Text<'_>,
    block: Range<usize>,
    known: &HashMap<String, (EntityKind, u32)>,
    mentions: &mut Vec<Mention>,
) {
    let mut at = block.start;
    while at < block.end {
        if !runs::is_name(text, at) {
            at += 1;
            continue;
        }
        let found = (1..=5usize).rev().filter(|length| at + length <= block.end).find_map(|length| {
            let tokens = at..at + length;
            let &(kind, chance) = known.get(&key(text, tokens.clone()))?;
            Some(Mention { span: text.span_of(&tokens), tokens, kind, chance })
        });
        at = found.as_ref().map_or(at + 1, |mention| mention.tokens.end);
        mentions.extend(found);
    }
}
