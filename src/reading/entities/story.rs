//! What one place of a name says of the others: a surname is of the kind of the full name, a firm's first words of the
//! firm's, and a name that was found once is looked for where the tagger left it out.

use super::{BODIES, DEMONYMS, Mention, is_of_organization, is_place, mend, runs};
use crate::EntityKind;
use crate::text::Text;
use crate::text::given;
use crate::text::tokens::{Kind, Token};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Words of a firm's name that are looked at.
const MOST: usize = 12;
/// Below this a mention's kind gives way to that of the full name.
const UNSURE: u8 = 80;
/// From this on a full name tells of others.
const SURE: u8 = 60;

/// Words after which a capitalised word is a noun more often than a name that stands for itself: "his Sherpa guide".
const NOUNS: [&str; 9] = ["a", "an", "her", "his", "its", "many", "the", "their", "tribal"];
/// Words after a name that stands for itself, and not for its followers or its prize.
const AFTER: [&str; 40] = [
    "added", "after", "also", "and", "as", "asked", "at", "because", "but", "by", "came", "can", "could", "did", "for",
    "had", "has", "in", "is", "joined", "of", "on", "or", "said", "says", "should", "since", "that", "to", "told",
    "took", "wants", "was", "went", "were", "when", "who", "will", "with", "would",
];
/// Offices that stand after the state they are of.
const OFFICES: [&str; 12] = [
    "Attorney",
    "Congressman",
    "Congresswoman",
    "Democrat",
    "Gov",
    "Governor",
    "Lt",
    "Rep",
    "Representative",
    "Republican",
    "Sen",
    "Senator",
];
/// How sure a place is whose name was taken for a person's, in hundredths.
const LISTED: u8 = 65;
/// Words of a body's name in the list.
const LONGEST: usize = 3;

/// The words of a name: from space to space, without a possessive.
fn words<'t>(text: &Text<'t>, tokens: &Range<usize>) -> Vec<&'t str> {
    text.span_of(tokens).of(text.source).split_whitespace().collect()
}

/// Below which certainty a name that the list of places has is that of a place, whatever it was taken for: more where it
/// stands `beside` a place, "Cairo and Norhaven", or has several words.
fn doubted(kind: EntityKind, words: usize, beside: bool) -> u8 {
    match (kind, beside) {
        (EntityKind::Person, _) if words > 1 => 100,
        (EntityKind::Person, true) => UNSURE,
        (EntityKind::Person, false) | (EntityKind::Organization, true) => 50,
        _ => 0,
    }
}

/// Puts the kinds of short forms right by the full names.
pub(super) fn settle(text: &Text<'_>, mentions: &mut [Mention]) {
    let mut people: HashMap<&str, u8> = HashMap::new();
    let mut firms: HashSet<String> = HashSet::new();
    let mut single: HashSet<&str> = HashSet::new();
    let mut bodies: HashSet<&str> = HashSet::new();
    for mention in mentions.iter() {
        let words = words(text, &mention.tokens);
        match (mention.kind, words.as_slice()) {
            (EntityKind::Person, [word]) => _ = single.insert(word),
            (EntityKind::Organization, [word]) if BODIES.has(word) => _ = bodies.insert(word),
            (EntityKind::Person, [first, middle @ .., last]) => {
                let junior = matches!(*last, "Jr" | "Jr." | "Sr" | "Sr.");
                let surname = if junior { middle.last().unwrap_or(last) } else { last };
                let known = mention.sure.max(if given::is_given(first) { SURE } else { 0 });
                // the surname may be the first or the last but one
                let own = (!given::is_given(first)).then_some(first);
                for word in middle.iter().chain([surname]).chain(own).filter(|word| word.chars().count() > 2) {
                    let sure = people.entry(word).or_default();
                    *sure = known.max(*sure);
                }
            }
            (EntityKind::Organization, mut whole) if whole.len() <= MOST => {
                while let [first @ .., last] = whole
                    && !first.is_empty()
                    && is_of_organization(last, "firm")
                {
                    firms.insert(first.join(" "));
                    whole = first;
                }
            }
            _ => {}
        }
    }
    let places = |end: fn(&Range<usize>) -> usize| -> HashSet<usize> {
        let places = mentions.iter().filter(|mention| mention.kind == EntityKind::Place);
        places.map(|mention| end(&mention.tokens)).collect()
    };
    let (starts, ends) = (places(|tokens| tokens.start), places(|tokens| tokens.end));
    let joins = |at: usize| text.is_mark(at, ',') || matches!(text.word(at), Some("and" | "or" | "nor"));
    // "Cairo and Norhaven", "Cairo, Norhaven and Elder"
    let beside = |tokens: &Range<usize>| {
        tokens.start.checked_sub(1).is_some_and(|at| joins(at) && ends.contains(&at))
            || joins(tokens.end) && starts.contains(&(tokens.end + 1))
    };
    for mention in mentions {
        let words = words(text, &mention.tokens);
        let before = mention.tokens.start.checked_sub(1).and_then(|at| text.word(at)).unwrap_or("");
        let next = text.word(mention.tokens.end).filter(|next| next.starts_with(char::is_lowercase));
        // "the Roe family", "his Roe years"
        let noun = NOUNS.contains(&before) && next.is_some_and(|next| !AFTER.contains(&next));
        let inside = noun || matches!(before, "at" | "from" | "in" | "In" | "near" | "outside");
        match (mention.kind, words.as_slice()) {
            // "Texas Gov. Ted Roe"
            (EntityKind::Organization | EntityKind::Person, words)
                if text.word(mention.tokens.end).is_some_and(|next| OFFICES.contains(&next))
                    && is_place(&words.join(" ")) =>
            {
                mention.kind = EntityKind::Place;
                mention.sure = mention.sure.max(LISTED);
            }
            (EntityKind::Place | EntityKind::Organization, [word])
                if !inside
                    && let Some(&sure) = people.get(word)
                    && (mention.sure < sure.min(UNSURE) && !is_place(word) || BODIES.get(word) == Some("also")) =>
            {
                mention.kind = EntityKind::Person;
                mention.sure = mention.sure.max(sure);
            }
            (EntityKind::Place | EntityKind::Organization, [first, last])
                if mention.sure < SURE && given::is_given(first) && single.contains(last) && !is_place(last) =>
            {
                mention.kind = EntityKind::Person;
            }
            (EntityKind::Place, [word])
                if bodies.contains(word) && !inside && !matches!(before, "the" | "The" | "across" | "around") =>
            {
                mention.kind = EntityKind::Organization;
            }
            (EntityKind::Place | EntityKind::Person, [word, ..])
                if mention.sure < UNSURE && !inside && !is_place(word) && firms.contains(&words.join(" ")) =>
            {
                mention.kind = EntityKind::Organization;
            }
            // George Town may be somebody
            (EntityKind::Person | EntityKind::Organization, words @ [first, ..])
                if mention.sure < doubted(mention.kind, words.len(), beside(&mention.tokens))
                    && !given::is_given(first)
                    && !(words.len() == 1 && people.contains_key(first))
                    && is_place(&words.join(" ")) =>
            {
                mention.kind = EntityKind::Place;
                mention.sure = LISTED;
            }
            _ => {}
        }
    }
}

/// The names of the story that the tagger left out at some of their places: whole names again, and people by the last
/// word of theirs.
pub(super) fn left_out(text: &Text<'_>, blocks: &[(Range<usize>, bool)], mentions: &[Mention]) -> Vec<Mention> {
    let mut known: HashMap<&str, (EntityKind, u8)> = HashMap::new();
    let mut covered = vec![false; text.tokens.len()];
    let mut small: HashSet<&str> = HashSet::new();
    for mention in mentions {
        let tokens = text.tokens.get(mention.tokens.clone()).unwrap_or_default();
        covered.get_mut(mention.tokens.clone()).unwrap_or_default().fill(true);
        let word = |token: &&Token| token.kind == Kind::Word && !matches!(text.str(**token), "Jr" | "Sr");
        let (Some(first), Some(last)) = (tokens.first(), tokens.iter().rev().find(word)) else { continue };
        // places are parts of too many other names: "the Battle of …"
        let person = mention.kind == EntityKind::Person && mention.sure >= UNSURE;
        let told = [
            (last, tokens.len() == 1 && mention.kind != EntityKind::Place || person && last.spaced),
            // the surname first, or a name that is somebody's own
            (first, person && tokens.len() > 1 && tokens[1].spaced && !given::is_given(text.str(*first))),
        ];
        for (token, _) in told.into_iter().filter(|(token, tells)| *tells && token.kind == Kind::Word) {
            let (_, best) = known.entry(text.str(*token)).or_insert((mention.kind, 0));
            *best = mention.sure.max(*best);
        }
    }
    for (block, _) in blocks {
        let words = block.clone().filter_map(|at| text.word(at));
        small.extend(words.filter(|word| word.starts_with(char::is_lowercase)));
    }
    let mut found = Vec::new();
    for (block, titled) in blocks {
        for at in block.clone().filter(|&at| !titled && !covered[at] && runs::is_name_like(text, at)) {
            if let Some(tokens) = body(text, at, block.end) {
                let kind = EntityKind::Organization;
                found.push(Mention { span: text.span_of(&tokens), tokens, kind, sure: mend::BODY });
                continue;
            }
            let word = text.str(text.tokens[at]);
            let Some(&(kind, sure)) = known.get(word) else { continue };
            let beside = |at: usize| block.contains(&at) && (runs::is_name(text, at) || runs::is_hyphen(text, at));
            let before = at.checked_sub(1).is_some_and(|at| beside(at) && !runs::is_opener(text.str(text.tokens[at])));
            let other = runs::is_opener(word)
                || word.chars().count() < 2
                || DEMONYMS.has(word)
                || small.contains(word.to_lowercase().as_str())
                || before
                || beside(at + 1)
                || text.is_mark(at + 1, '$')
                || kind == EntityKind::Person && text.word(at + 1).is_some_and(|next| !AFTER.contains(&next))
                || at.checked_sub(1).and_then(|at| text.word(at)).is_some_and(|word| NOUNS.contains(&word));
            if !other && sure >= SURE {
                let tokens = at..at + 1;
                found.push(Mention { span: text.span_of(&tokens), tokens, kind, sure: sure.saturating_sub(10) });
            }
        }
    }
    found
}

/// The body that everybody knows whose name begins with token `at`.
fn body(text: &Text<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let lengths = (1..=LONGEST.min(end - at)).rev();
    let mut names = lengths.map(|length| at..at + length);
    names.find(|tokens| {
        let next = runs::is_name(text, tokens.end) || runs::is_hyphen(text, tokens.end);
        let before = at.checked_sub(1).is_some_and(|at| runs::is_hyphen(text, at));
        !next && !before && BODIES.get(text.span_of(tokens).of(text.source)) == Some("")
    })
}
