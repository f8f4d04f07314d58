//! Quotes, numbers, names and dates that are others now.

use super::align::Pair;
use super::found::{Found, all_within, bare, found, letters, within};
use super::pairing::{in_turn, paired};
use super::words::{Piece, diff};
use super::{Difference, Fact, FactChange, Passage, Version};
use crate::Span;
use std::collections::{HashMap, HashSet};

/// Words of the longest names that are looked for where nothing is read.
const LONGEST: usize = 4;

/// The facts that changed from one version to the other, in the order of [`Fact::ALL`].
pub(super) fn changes(before: &Version<'_>, after: &Version<'_>, pairs: &[Pair]) -> Vec<FactChange> {
    let (old, new) = (found(before), found(after));
    let mut changes = Vec::new();
    let (mut cut, mut added) = (Vec::new(), Vec::new());
    for pair in pairs {
        let one = pair.before.map(|at| before.sentences[at]);
        let other = pair.after.map(|at| after.sentences[at]);
        match (pair.change, one, other) {
            (Difference::Cut, Some(one), _) => cut.extend(all_within(before, &old, one)),
            (Difference::Added, _, Some(other)) => added.extend(all_within(after, &new, other)),
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
    told_once(changes)
}

/// What changed at several places once, at the first; a name's short form not beside the whole name.
fn told_once(mut changes: Vec<FactChange>) -> Vec<FactChange> {
    fn text(passage: Option<&Passage>) -> &str {
        passage.map_or("", |passage| &passage.text)
    }
    let mut told = HashSet::new();
    changes.retain(|change| {
        let both = (text(change.before.as_ref()).to_owned(), text(change.after.as_ref()).to_owned());
        told.insert((change.what, both))
    });
    let forms = |change: &FactChange| {
        let both = change.before.as_ref().zip(change.after.as_ref()).filter(|_| change.what == Fact::Name);
        both.map(|(before, after)| (letters(&before.text), letters(&after.text)))
    };
    let mut longer: HashMap<String, Vec<(String, String)>> = HashMap::new();
    for (before, after) in changes.iter().filter_map(forms) {
        for word in before.split(' ') {
            longer.entry(word.to_owned()).or_default().push((before.clone(), after.clone()));
        }
    }
    let part_of = |short: &str, long: &str| short.len() < long.len() && same_name(short, long);
    changes.retain(|change| {
        let Some((before, after)) = forms(change) else { return true };
        let whole = longer.get(before.split(' ').next().unwrap_or_default()).into_iter().flatten();
        !whole.into_iter().any(|(long, new)| part_of(&before, long) && part_of(&after, new))
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
            || found.what == Fact::Name && (written.contains(&found.key) || is_named(&found.key))
            || found.is_bare && written.contains(&letters(&found.key));
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

/// Whether one name is the other, or a shorter form of it.
fn same_name(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short.split(' ').all(|word| long.split(' ').any(|other| other == word))
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
        changed.extend(paired((before.story.text(), after.story.text()), one, other, pieces));
    }
    for piece in pieces.iter().filter(|piece| !piece.same) {
        let (one, other) = (bare(before, old, piece.before), bare(after, new, piece.after));
        changed.extend(in_turn(one, other));
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

/// Who wrote it, and when it was published and changed, which no sentence says.
fn head(before: &Version<'_>, after: &Version<'_>) -> Vec<FactChange> {
    let authors = |version: &Version<'_>| -> Vec<Found> {
        let bylines = version.story.article.head.bylines.iter();
        bylines
            .map(|byline| Found { what: Fact::Name, span: byline.span, key: letters(&byline.name), is_bare: false })
            .collect()
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
            Some(Found { what: Fact::Date, span: stamp.span?, key: stamp.value, is_bare: false })
        })
    };
    let dates = stamps(before).into_iter().zip(stamps(after)).filter(|(one, other)| {
        let key = |found: &Option<Found>| found.as_ref().map(|found| found.key.clone());
        key(one) != key(other)
    });
    let dates = dates.map(|(one, other)| change(before, after, one.as_ref(), other.as_ref()));
    names.chain(dates).collect()
}
