//! Quotes, numbers, names and dates that are others now.

use super::align::Pair;
use super::words::{Piece, diff, tokens};
use super::{Difference, Fact, FactChange, Passage, Version};
use crate::{Article, QuoteKind, Span};
use std::collections::{HashMap, HashSet};

/// Words of the longest names that are looked for where nothing is read.
const LONGEST: usize = 4;

/// A reading that can change.
#[derive(Debug, Clone)]
struct Found {
    what: Fact,
    /// Where it lies in the text as a reader means it.
    span: Span,
    /// What it says: two of the same key say the same.
    key: String,
}

/// The facts that changed from one version to the other, in the order of [`Fact::ALL`].
pub(super) fn changes(before: &Version<'_>, after: &Version<'_>, pairs: &[Pair]) -> Vec<FactChange> {
    let (old, new) = (found(before), found(after));
    let mut changes = Vec::new();
    let (mut cut, mut added) = (Vec::new(), Vec::new());
    for pair in pairs {
        let one = pair.before.map(|at| before.sentences[at]);
        let other = pair.after.map(|at| after.sentences[at]);
        match (pair.change, one, other) {
            (Difference::Cut, Some(one), _) => cut.extend(within(&old, one).iter().cloned()),
            (Difference::Added, _, Some(other)) => added.extend(within(&new, other).iter().cloned()),
            (Difference::Changed, Some(one), Some(other)) => {
                let pieces = diff(&before.story, one, &after.story, other);
                let facts = (within(&old, one), within(&new, other));
                for (one, other) in in_sentence((before, after), facts, &pieces) {
                    match (one, other) {
                        (Some(one), Some(other)) => changes.push(change(before, after, Some(&one), Some(&other))),
                        (one, other) => {
                            cut.extend(one);
                            added.extend(other);
                        }
                    }
                }
            }
            _ => {}
        }
    }
    // what stands elsewhere in the other version is not gone, nor new
    for found in once(cut, &new, after) {
        changes.push(change(before, after, Some(&found), None));
    }
    for found in once(added, &old, before) {
        changes.push(change(before, after, None, Some(&found)));
    }
    changes.extend(head(before, after));
    changes.sort_by_key(|change| change.what as u8);
    // what changed at several places is told once, at the first
    let mut told = HashSet::new();
    changes.retain(|change| {
        let text = |passage: &Option<Passage>| passage.as_ref().map(|passage| passage.text.clone());
        told.insert((change.what, text(&change.before), text(&change.after)))
    });
    changes
}

fn change(before: &Version<'_>, after: &Version<'_>, one: Option<&Found>, other: Option<&Found>) -> FactChange {
    let what = one.or(other).map_or(Fact::Quote, |found| found.what);
    let change = match (one, other) {
        (Some(_), Some(_)) => Difference::Changed,
        (Some(_), None) => Difference::Cut,
        _ => Difference::Added,
    };
    FactChange {
        what,
        change,
        before: one.map(|found| before.passage(found.span)),
        after: other.map(|found| after.passage(found.span)),
    }
}

/// Those that none of `others` says too, each once. A name whose words stand in the other version `there` is no news, even if
/// nothing is read in them there.
fn once(facts: Vec<Found>, others: &[Found], there: &Version<'_>) -> Vec<Found> {
    if facts.is_empty() {
        return Vec::new();
    }
    let written = written(there.story.text());
    let said: HashSet<(Fact, &str)> = others.iter().map(|found| (found.what, found.key.as_str())).collect();
    let mut names: HashMap<&str, HashSet<&str>> = HashMap::new();
    for name in others.iter().filter(|found| found.what == Fact::Name) {
        for word in name.key.split(' ') {
            names.entry(word).or_default().insert(&name.key);
        }
    }
    let is_named = |key: &str| {
        let mut sharing = key.split(' ').filter_map(|word| names.get(word)).flatten();
        sharing.any(|name| same_name(name, key))
    };
    let mut seen = HashSet::new();
    let mut left = Vec::new();
    for found in facts {
        let known = said.contains(&(found.what, found.key.as_str()))
            || found.what == Fact::Name && (written.contains(&found.key) || is_named(&found.key));
        if !known && seen.insert((found.what, found.key.clone())) {
            left.push(found);
        }
    }
    left
}

/// Every run of as many words as names have, as keys are written.
fn written(text: &str) -> HashSet<String> {
    let all = letters(text);
    let words: Vec<&str> = all.split(' ').collect();
    let runs = (1..=LONGEST).flat_map(|length| words.windows(length).map(|run| run.join(" ")));
    runs.collect()
}

/// Everything that is found, by where it begins.
fn found(version: &Version<'_>) -> Vec<Found> {
    let story = &version.story;
    let Article { quotes, entities, times, quantities, .. } = &story.article;
    let mut all = Vec::new();
    for quote in quotes.iter().filter(|quote| quote.kind != QuoteKind::Indirect) {
        let parts = if quote.parts.is_empty() { std::slice::from_ref(&quote.span) } else { &quote.parts };
        for span in parts.iter().flat_map(|span| quoted(story.text(), *span)) {
            all.push(Found { what: Fact::Quote, span, key: letters(span.of(story.text())) });
        }
    }
    for entity in entities {
        let key = letters(&entity.name);
        all.extend(entity.mentions.iter().map(|span| Found { what: Fact::Name, span: *span, key: key.clone() }));
    }
    for time in times {
        let modifier = time.modifier.map_or("", |modifier| modifier.as_str());
        all.push(Found { what: Fact::Date, span: time.span, key: format!("{} {modifier}", time.value) });
    }
    for quantity in quantities {
        // of what is counted the noun may vary
        let unit = quantity.unit.as_deref().filter(|unit| unit.len() <= 3 && !unit.chars().any(char::is_lowercase));
        let bound = quantity.bound.map_or("", |bound| bound.as_str());
        let key = format!("{} {} {bound}", quantity.value, unit.unwrap_or_default());
        all.push(Found { what: Fact::Number, span: quantity.span, key });
    }
    all.retain(|found| !found.span.is_empty());
    all.sort_by_key(|found| (found.span.start, found.span.end));
    all
}

/// The stretches in quotation marks within `span`.
fn quoted(text: &str, span: Span) -> Vec<Span> {
    let (mut spans, mut open) = (Vec::new(), None::<usize>);
    for (at, letter) in span.of(text).char_indices() {
        let at = span.start + at;
        match (letter, open) {
            ('“' | '"', None) => open = Some(at),
            ('”' | '"', Some(start)) => {
                spans.push(Span::new(start, at + letter.len_utf8()));
                open = None;
            }
            _ => {}
        }
    }
    spans.extend(open.map(|start| Span::new(start, span.end)));
    spans
}

/// The letters and figures of `text`, small, its words divided by spaces.
fn letters(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Whether one name is the other, or a shorter form of it.
fn same_name(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short.split(' ').all(|word| long.split(' ').any(|other| other == word))
}

/// Those of `facts` that begin in `span`.
fn within(facts: &[Found], span: Span) -> &[Found] {
    let from = facts.partition_point(|found| found.span.start < span.start);
    let count = facts[from..].partition_point(|found| found.span.start < span.end);
    &facts[from..from + count]
}

/// What changed in one sentence: what is in both, but other, or in one of them alone.
fn in_sentence(
    (before, after): (&Version<'_>, &Version<'_>),
    (old, new): (&[Found], &[Found]),
    pieces: &[Piece],
) -> Vec<(Option<Found>, Option<Found>)> {
    let mut changed = Vec::new();
    for &what in Fact::ALL {
        let of = |facts: &[Found]| facts.iter().filter(|found| found.what == what).cloned().collect::<Vec<_>>();
        let (mut one, mut other) = (of(old), of(new));
        let same = |a: &Found, b: &Found| a.key == b.key || what == Fact::Name && same_name(&a.key, &b.key);
        // what both say is as it was
        one.retain(|found| match other.iter().position(|other| same(found, other)) {
            Some(at) => {
                other.remove(at);
                false
            }
            None => true,
        });
        one.retain(|found| touched(pieces, found.span, |piece| piece.before));
        other.retain(|found| touched(pieces, found.span, |piece| piece.after));
        changed.extend(paired(one, other, pieces));
    }
    let covered = |facts: &[Found], span: Span| {
        facts.iter().any(|found| matches!(found.what, Fact::Number | Fact::Date) && found.span.overlaps(span))
    };
    // figures that nothing was read in
    for piece in pieces.iter().filter(|piece| !piece.same) {
        let bare = |version: &Version<'_>, facts: &[Found], span: Span| -> Vec<Found> {
            let text = version.story.text();
            let figures =
                tokens(text, span).into_iter().filter(|token| token.of(text).contains(|c: char| c.is_ascii_digit()));
            let bare = figures.filter(|token| !covered(facts, *token));
            bare.map(|span| Found { what: Fact::Number, span, key: span.of(text).to_owned() }).collect()
        };
        changed.extend(in_turn(bare(before, old, piece.before), bare(after, new, piece.after)));
    }
    changed
}

/// Whether a piece that differs reaches into `span`.
fn touched(pieces: &[Piece], span: Span, side: impl Fn(&Piece) -> Span) -> bool {
    pieces.iter().filter(|piece| !piece.same).map(side).any(|piece| {
        // words that came in between are at one place of the other sentence
        piece.overlaps(span) || piece.is_empty() && span.start < piece.start && piece.start < span.end
    })
}

/// Pairs what is left: first what lies in the same piece, then in turn.
fn paired(one: Vec<Found>, other: Vec<Found>, pieces: &[Piece]) -> Vec<(Option<Found>, Option<Found>)> {
    let mut other = other;
    let (mut pairs, mut left) = (Vec::new(), Vec::new());
    for found in one {
        let here = |piece: &&Piece| !piece.same && piece.before.overlaps(found.span);
        let spot =
            pieces.iter().find(here).and_then(|piece| other.iter().position(|new| piece.after.overlaps(new.span)));
        match spot {
            Some(at) => pairs.push((Some(found), Some(other.remove(at)))),
            None => left.push(found),
        }
    }
    pairs.extend(in_turn(left, other));
    pairs
}

fn in_turn(one: Vec<Found>, other: Vec<Found>) -> Vec<(Option<Found>, Option<Found>)> {
    let (mut one, mut other) = (one.into_iter(), other.into_iter());
    let mut pairs = Vec::new();
    loop {
        match (one.next(), other.next()) {
            (None, None) => return pairs,
            pair => pairs.push(pair),
        }
    }
}

/// Who wrote it, and when it was published and changed, which no sentence says.
fn head(before: &Version<'_>, after: &Version<'_>) -> Vec<FactChange> {
    let authors = |version: &Version<'_>| -> Vec<Found> {
        let bylines = version.story.article.head.bylines.iter();
        bylines.map(|byline| Found { what: Fact::Name, span: byline.span, key: letters(&byline.name) }).collect()
    };
    let (mut one, mut other) = (authors(before), authors(after));
    let keys = |list: &[Found]| list.iter().map(|found| found.key.clone()).collect::<HashSet<_>>();
    let (old, new) = (keys(&one), keys(&other));
    one.retain(|found| !new.contains(&found.key));
    other.retain(|found| !old.contains(&found.key));
    let names = in_turn(one, other).into_iter().map(|(one, other)| change(before, after, one.as_ref(), other.as_ref()));
    let stamps = |version: &Version<'_>| {
        let head = &version.story.article.head;
        [head.published.clone(), head.updated.clone()].map(|stamp| {
            let stamp = stamp?;
            Some(Found { what: Fact::Date, span: stamp.span?, key: stamp.value })
        })
    };
    let dates = stamps(before).into_iter().zip(stamps(after)).filter(|(one, other)| {
        let key = |found: &Option<Found>| found.as_ref().map(|found| found.key.clone());
        key(one) != key(other)
    });
    let dates = dates.map(|(one, other)| change(before, after, one.as_ref(), other.as_ref()));
    names.chain(dates).collect()
}
