//! Where names are and of what kind they are: what the tagger finds, put right where rules know more than it does.

use super::joined::{self, joined};
use super::mend::mended;
use super::runs;
use super::same::is_country;
use super::tagger;
use super::{Mention, frames, neither, story};
use crate::order::arranged;
use crate::reading::Story;
use crate::text::Text;
use crate::text::given;
use crate::text::tokens::Kind;
use crate::text::words::is_all_caps;
use crate::{EntityKind, Span};
use std::collections::HashMap;
use std::ops::Range;

/// How sure a place is that a dateline gives, in hundredths.
const DATELINE: u8 = 97;

/// Short forms of states and provinces that are given names or nothing by themselves.
const STATES: [&str; 9] = ["Alta", "Man", "Ont", "Penn", "Qld", "Que", "Sask", "Tas", "Vic"];

/// The mentions of the story, in the text's order, without overlaps.
pub(super) fn mentions(story: &Story<'_>) -> Vec<Mention> {
    let text = story.text;
    let blocks = runs::blocks(story);
    let names = tagger::names(text, &blocks).into_iter().flat_map(|tagged| mended(text, &tagged));
    let mut mentions = joined(text, names);
    frames::settle(text, &mut mentions);
    story::settle(text, &mut mentions);
    mentions.extend(story::left_out(text, &blocks, &mentions));
    let mut mentions = joined::parted(text, neither::without(text, mentions));
    headlines(text, &blocks, &mut mentions);
    if let Some(dateline) = &story.head.dateline {
        for place in &dateline.places {
            // a dateline glued to the caption before it begins inside a token
            let tokens = text.tokens_in(place.span);
            mentions.push(Mention { span: place.span, tokens, kind: EntityKind::Place, sure: DATELINE });
        }
    }
    // a part can end inside a token, and no name goes over its end
    let within = |span: Span| {
        let at = story.blocks.partition_point(|block| block.span.end <= span.start);
        story.blocks.get(at).is_some_and(|block| block.span.contains(span))
    };
    mentions.retain(|mention| !mention.span.is_empty() && within(mention.span));
    let mut mentions = arranged(mentions, |mention| (mention.span.start, usize::MAX - mention.span.end));
    let mut end = 0;
    mentions.retain(|mention| {
        let apart = mention.span.start >= end;
        end = end.max(mention.span.end);
        apart
    });
    without_states(text, mentions)
}

/// The mentions without abbreviated states after a town and a comma, which belong to the town: "Houston, TX".
fn without_states(text: &Text<'_>, mentions: Vec<Mention>) -> Vec<Mention> {
    let mut town_end = usize::MAX;
    let keeps = |mention: &Mention| {
        let [token] = text.tokens.get(mention.tokens.clone()).unwrap_or_default() else {
            town_end = if mention.kind == EntityKind::Place { mention.tokens.end } else { usize::MAX };
            return true;
        };
        let word = text.str(*token);
        let short = word.len() <= 5 && (is_all_caps(word) || text.is_mark(mention.tokens.end, '.') && word.len() <= 4);
        let after = town_end.checked_add(1) == Some(mention.tokens.start) && text.is_mark(town_end, ',');
        town_end = if mention.kind == EntityKind::Place { mention.tokens.end } else { usize::MAX };
        let state = mention.kind == EntityKind::Place || STATES.contains(&word);
        !(state && after && short && !is_country(word))
    };
    let keep: Vec<bool> = mentions.iter().map(keeps).collect();
    mentions.into_iter().zip(keep).filter_map(|(mention, keep)| keep.then_some(mention)).collect()
}

/// Finds the names of the running text in the lines where capitals tell nothing: "Roe Backs Hale" is two names where the
/// text has them.
fn headlines(text: &Text<'_>, blocks: &[(Range<usize>, bool)], mentions: &mut Vec<Mention>) {
    let mut titled = vec![false; text.tokens.len()];
    for (block, _) in blocks.iter().filter(|(_, titled)| *titled) {
        titled.get_mut(block.clone()).unwrap_or_default().fill(true);
    }
    let lies = |mention: &Mention| titled.get(mention.tokens.start) == Some(&true);
    let known = known(text, mentions.iter().filter(|mention| !lies(mention)));
    let mut found = Vec::new();
    for (block, _) in blocks.iter().filter(|(_, titled)| *titled) {
        known_names(text, block.clone(), &known, &mut found);
    }
    // "Ann Roe" where the text has Roe alone
    for name in found.iter_mut().filter(|name| name.kind == EntityKind::Person && name.tokens.len() == 1) {
        let before = name.tokens.start.checked_sub(1).filter(|&at| titled[at] && text.tokens[name.tokens.start].spaced);
        if let Some(at) = before.filter(|&at| text.word(at).is_some_and(given::is_given)) {
            name.tokens.start = at;
            name.span = text.span_of(&name.tokens);
        }
    }
    let mut starts = vec![0; text.tokens.len()];
    for name in &found {
        starts[name.tokens.start] = name.tokens.len();
    }
    mentions.retain(|mention| {
        let held = || mention.tokens.clone().filter(|&at| (1..mention.tokens.len()).contains(&starts[at])).count();
        // "Norland Board" is one name, though Norland is known too
        let few = if mention.kind == EntityKind::Person { 1 } else { 2 };
        !lies(mention) || known.contains_key(&key(text, mention.tokens.clone())) || held() < few
    });
    mentions.extend(found);
}

/// The kinds of names, by their spelling.
fn known<'m>(text: &Text<'_>, mentions: impl Iterator<Item = &'m Mention>) -> HashMap<String, (EntityKind, u8)> {
    let mut known = HashMap::new();
    let mut surnames = Vec::new();
    for mention in mentions {
        known.entry(key(text, mention.tokens.clone())).or_insert((mention.kind, mention.sure));
        let last = mention.tokens.end.saturating_sub(1);
        let own = text.tokens.get(last).is_some_and(|token| token.spaced && token.kind == Kind::Word);
        if mention.kind == EntityKind::Person && mention.tokens.len() > 1 && own {
            surnames.push((last, mention.sure));
        }
    }
    for (last, sure) in surnames {
        known.entry(key(text, last..last + 1)).or_insert((EntityKind::Person, sure));
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
    known: &HashMap<String, (EntityKind, u8)>,
    mentions: &mut Vec<Mention>,
) {
    let mut at = block.start;
    while at < block.end {
        if !runs::is_name_like(text, at) && !text.word(at).is_some_and(runs::is_particle) {
            at += 1;
            continue;
        }
        let found = (1..=5usize).rev().filter(|length| at + length <= block.end).find_map(|length| {
            let tokens = at..at + length;
            let &(kind, sure) = known.get(&key(text, tokens.clone()))?;
            Some(Mention { span: text.span_of(&tokens), tokens, kind, sure })
        });
        at = found.as_ref().map_or(at + 1, |mention| mention.tokens.end);
        mentions.extend(found);
    }
}
