//! Names of which the tagger found parts, put together by what stands between these: an article, a nickname, "St".

use super::mend::is_article;
use super::{Mention, is_place, runs};
use crate::EntityKind;
use crate::text::Text;
use crate::text::given;
use crate::text::tokens::Kind;
use std::collections::HashSet;

/// Titles with which "of" leads to a place: "Lord Quist of Elder".
const NOBLE: [&str; 14] = [
    "Baron",
    "Baroness",
    "Countess",
    "Duchess",
    "Duke",
    "Earl",
    "King",
    "Lady",
    "Lord",
    "Prince",
    "Princess",
    "Queen",
    "Viscount",
    "Viscountess",
];
/// Words of a nickname at most.
const NICKNAME: usize = 3;
/// The names, parts put together: `Samir` and `ash-Shami`, `Nasir` and `Din Shah`, `Ann` and `Roe` in `Ann “Bo” Roe`.
pub(super) fn joined(text: &Text<'_>, names: impl Iterator<Item = Mention>) -> Vec<Mention> {
    let mut joined: Vec<Mention> = Vec::new();
    for mut name in names {
        // a firm whose legal form reaches over what was taken for a name, and a person's first names
        if let Some(before) = joined.last_mut().filter(|before| before.tokens.end > name.tokens.start) {
            if before.kind == EntityKind::Person && name.tokens.end > before.tokens.end {
                before.reach(text, before.tokens.start, name.tokens.end);
            }
            continue;
        }
        if name.kind == EntityKind::Person && is_seat(text, name.tokens.start, joined.last()) {
            name.kind = EntityKind::Place;
        }
        let linked = past_linked(text, name.tokens.end);
        if linked > name.tokens.end {
            let movement = is_movement(text, name.tokens.start);
            name.kind = if movement { EntityKind::Organization } else { EntityKind::Person };
            name.reach(text, name.tokens.start, linked);
        }
        if let Some(saint) = joined.pop_if(|before| is_saint(text, &name, before)) {
            name.kind = EntityKind::Place;
            name.reach(text, saint.tokens.start, past_saint(text, &saint, &name));
        }
        if let Some(start) = apart(text, &name, joined.last()).or_else(|| nicknamed(text, &name, joined.last())) {
            while let Some(before) = joined.pop_if(|before| before.tokens.end > start) {
                name.sure = name.sure.min(before.sure);
            }
            name.kind = EntityKind::Person;
            name.reach(text, start, name.tokens.end);
        }
        joined.push(name);
    }
    joined
}

/// The mentions, with two in place of one that joins the surnames of two people of the story by a hyphen: "the Roe-Brandt
/// ticket" is no double name.
pub(super) fn parted(text: &Text<'_>, mentions: Vec<Mention>) -> Vec<Mention> {
    let person = |mention: &&Mention| mention.kind == EntityKind::Person;
    let surnames: HashSet<&str> = mentions
        .iter()
        .filter(person)
        .filter(|mention| text.tokens.get(mention.tokens.end - 1).is_some_and(|token| token.spaced))
        .filter_map(|mention| text.word(mention.tokens.end - 1))
        .collect();
    let pair = |mention: &Mention| {
        let (first, second) = (mention.tokens.start, mention.tokens.end - 1);
        let known = |at: usize| text.word(at).is_some_and(|word| surnames.contains(word));
        let pair = mention.kind == EntityKind::Person && mention.tokens.len() == 3;
        pair && runs::is_hyphen(text, first + 1) && known(first) && known(second)
    };
    let split = |mention: Mention| -> [Option<Mention>; 2] {
        if !pair(&mention) {
            return [Some(mention), None];
        }
        let (mut first, mut second) = (mention.clone(), mention);
        first.reach(text, first.tokens.start, first.tokens.start + 1);
        second.reach(text, second.tokens.end - 1, second.tokens.end);
        [Some(first), Some(second)]
    };
    mentions.into_iter().flat_map(split).flatten().collect()
}

impl Mention {
    /// Makes it the name at the tokens from `start` to `end`.
    fn reach(&mut self, text: &Text<'_>, start: usize, end: usize) {
        self.tokens = start..end;
        self.span = text.span_of(&self.tokens);
    }
}

/// Where the name begins whose second part is `name`, with an article at its head: `Samir` and `ash-Shami`.
fn apart(text: &Text<'_>, name: &Mention, before: Option<&Mention>) -> Option<usize> {
    let article = name.kind == EntityKind::Person && is_article(text, name.tokens.start) && name.tokens.len() > 2;
    let before = before.filter(|before| {
        let between = text.source.get(before.span.end..name.span.start);
        before.kind == EntityKind::Person
            && before.tokens.end == name.tokens.start
            && between.is_some_and(|between| !between.contains(['\n', '\r']))
    });
    before.filter(|_| article).map(|before| before.tokens.start)
}

/// The end of a name with what an article links to it, as names from Arabic are written from Iran to Bengal: `Nasir-ud-Din`,
/// `Mizan-ur-Rahman`.
fn past_linked(text: &Text<'_>, end: usize) -> usize {
    const LINKS: [&str; 8] = ["ud", "ul", "un", "ur", "us", "ush", "ut", "uz"];
    let is_link = |at: usize| text.word(at).is_some_and(|word| LINKS.contains(&word)) && !text.tokens[at].spaced;
    // the article may have been taken for the end of the name
    let taken = end.checked_sub(1).filter(|&at| is_link(at));
    let at = taken.or_else(|| Some(end + 1).filter(|&at| runs::is_hyphen(text, end) && is_link(at)));
    let linked = at.filter(|&at| {
        let touches = text.tokens.get(at + 2).is_some_and(|token| !token.spaced);
        runs::is_hyphen(text, at + 1) && touches && runs::is_name(text, at + 2)
    });
    linked.map_or(end, |at| at + 3)
}

/// Whether a name so linked is that of a party, a school or an army: `Jamaat-ud-Dawa`.
fn is_movement(text: &Text<'_>, at: usize) -> bool {
    const FIRST: [&str; 11] =
        ["Anjuman", "Dar", "Harkat", "Hizb", "Jamaat", "Jamat", "Jamiat", "Lashkar", "Majlis", "Tehreek", "Tehrik"];
    text.word(at).is_some_and(|word| FIRST.contains(&word))
}

/// Whether `name` is that of a saint whose "St" was taken for a name of its own: "St. John's".
fn is_saint(text: &Text<'_>, name: &Mention, before: &Mention) -> bool {
    let between = text.source.get(before.span.end..name.span.start);
    name.tokens.len() == 1
        && text.word(before.tokens.start) == Some("St")
        && matches!(before.span.of(text.source), "St" | "St.")
        && between.is_some_and(|between| matches!(between, " " | ". "))
}

/// The end of the place that a saint's `name` is of: with the possessive after "in", as "in St. John's".
fn past_saint(text: &Text<'_>, saint: &Mention, name: &Mention) -> usize {
    let before = saint.tokens.start.checked_sub(1).and_then(|at| text.word(at));
    let inside = before.is_some_and(|word| matches!(word, "at" | "from" | "in" | "In" | "near" | "outside" | "to"));
    let possessive = text.tokens.get(name.tokens.end).is_some_and(|token| token.kind == Kind::Clitic);
    name.tokens.end + usize::from(inside && possessive)
}

/// Whether the name at token `at` is the place that a peer's title is of, after `before`: "Lord Quist of Elder".
fn is_seat(text: &Text<'_>, at: usize, before: Option<&Mention>) -> bool {
    let peer = before.filter(|peer| peer.kind == EntityKind::Person && peer.tokens.end + 1 == at);
    peer.and_then(|peer| peer.tokens.start.checked_sub(1))
        .and_then(|title| text.word(title))
        .is_some_and(|title| NOBLE.contains(&title) && text.word(at - 1) == Some("of"))
}

/// Where the name begins whose surname `name` begins with, or the nickname before it: `Ann “Bo” Roe`, `Ann (Bo) Roe`.
/// `before` is the mention before it.
fn nicknamed(text: &Text<'_>, name: &Mention, before: Option<&Mention>) -> Option<usize> {
    let mark = |at: usize| text.tokens.get(at).filter(|token| token.kind == Kind::Mark).map(|token| text.str(*token));
    // the closing mark stands before the surname, or inside what was found
    let close = (name.tokens.start.saturating_sub(1)..name.tokens.end)
        .find(|&at| matches!(mark(at), Some("”" | "\"" | "’" | "'" | ")")))?;
    let open = (close.saturating_sub(NICKNAME + 1)..close)
        .rev()
        .find(|&at| matches!(mark(at), Some("“" | "\"" | "‘" | "'" | "(")))?;
    let paired =
        matches!((mark(open)?, mark(close)?), ("“", "”") | ("\"", "\"") | ("‘", "’") | ("'", "'") | ("(", ")"));
    let given = open.checked_sub(1)?;
    let glued = |at: usize| text.tokens.get(at).is_some_and(|token| !token.spaced);
    let spaced = |at: usize| text.tokens.get(at).is_some_and(|token| token.spaced);
    let whole = paired
        && close > open + 1
        && (open + 1..close).all(|at| runs::is_name(text, at))
        && spaced(open)
        && glued(open + 1)
        && glued(close)
        && spaced(close + 1)
        && close + 1 < name.tokens.end
        && runs::is_name(text, given)
        && !text.source[text.tokens[given].span().end..name.span.end].contains(['\n', '\r']);
    if !whole {
        return None;
    }
    let word = text.word(given)?;
    let known = before.filter(|before| before.tokens.end == given + 1 && before.kind == EntityKind::Person);
    // in brackets a club or a place as well: "Roe (Elder) Quist"
    let person = if mark(open) == Some("(") {
        text.word(open + 1).is_some_and(|nick| given::is_given(nick) && !is_place(nick))
            && (known.is_some() || given::is_given(word))
    } else {
        known.is_some() || given::is_given(word) || name.kind == EntityKind::Person && !runs::is_opener(word)
    };
    let person = person && (name.kind != EntityKind::Place || !is_place(text.word(close + 1)?));
    let first = known.map_or(given, |known| known.tokens.start);
    person.then_some(first)
}
