//! Which reading of a sentence became which of the other.

use super::Fact;
use super::found::{Found, letters};
use super::words::Piece;
use crate::Span;
use std::collections::{HashMap, HashSet};

/// Words of a piece up to which what lies in it took the place of what lay there; more are written anew.
const FEW: usize = 7;

/// Pairs what is left: first what lies in the same short piece, the most alike there; then what can be the same thing.
pub(super) fn paired(
    (before, after): (&str, &str),
    one: Vec<Found>,
    mut other: Vec<Found>,
    pieces: &[Piece],
) -> Vec<(Option<Found>, Option<Found>)> {
    let shared = |one: &Found, other: &Found| {
        let words = stems(other.span.of(after));
        stems(one.span.of(before)).iter().filter(|word| words.contains(word)).count()
    };
    let few = |text: &str, span: Span| span.of(text).split_whitespace().nth(FEW).is_none();
    let replaced = |piece: &Piece| !piece.same && few(before, piece.before) && few(after, piece.after);
    let piece_of = |found: &Found, side: fn(&Piece) -> Span| {
        pieces.iter().position(|piece| replaced(piece) && side(piece).overlaps(found.span))
    };
    let mut spots = Vec::new();
    for (at, found) in one.iter().enumerate() {
        let here = piece_of(found, |piece| piece.before);
        for (new, candidate) in other.iter().enumerate() {
            let together = here.is_some() && here == piece_of(candidate, |piece| piece.after);
            if together || can_be(before, found, after, candidate) {
                spots.push((!together, std::cmp::Reverse(shared(found, candidate)), at, new));
            }
        }
    }
    spots.sort_unstable();
    let (mut firsts, mut seconds) = (HashMap::new(), HashSet::new());
    for (_, _, at, new) in spots {
        if !firsts.contains_key(&at) && seconds.insert(new) {
            firsts.insert(at, new);
        }
    }
    let mut rest: Vec<Option<Found>> = other.drain(..).map(Some).collect();
    let mut pairs: Vec<_> = one
        .into_iter()
        .enumerate()
        .map(|(at, found)| (Some(found), firsts.get(&at).and_then(|new| rest[*new].take())))
        .collect();
    pairs.extend(rest.into_iter().flatten().map(|found| (None, Some(found))));
    pairs
}

/// Whether two readings at different places of a sentence can be one that changed, rather than one cut and one added.
fn can_be(before: &str, one: &Found, after: &str, other: &Found) -> bool {
    let (old, new) = (stems(one.span.of(before)), stems(other.span.of(after)));
    let (shared, all) = (old.iter().filter(|word| new.contains(word)).count(), old.len().max(new.len()));
    match one.what {
        Fact::Quote => 3 * shared > all,
        Fact::Name => shared > 0,
        // a duration is no date
        Fact::Date => one.key.starts_with('P') == other.key.starts_with('P'),
        Fact::Number => shared > 0 || all == 0,
    }
}

/// The words of a reading, without figures, plurals as singulars; signs of money and shares are words.
fn stems(text: &str) -> Vec<String> {
    let signs = text.chars().filter(|c| "$€£¥%".contains(*c)).map(String::from);
    let words = letters(text);
    let words = words.split(' ').filter(|word| !word.is_empty() && !word.contains(|c: char| c.is_ascii_digit()));
    words.map(|word| word.strip_suffix('s').unwrap_or(word).to_owned()).chain(signs).collect()
}

pub(super) fn in_turn(one: Vec<Found>, other: Vec<Found>) -> Vec<(Option<Found>, Option<Found>)> {
    let (mut one, mut other) = (one.into_iter(), other.into_iter());
    let mut pairs = Vec::new();
    loop {
        match (one.next(), other.next()) {
            (None, None) => return pairs,
            pair => pairs.push(pair),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_the_same_thing_is_not_paired() {
        let found = |text: &str, what, key: &str| Found {
            what,
            span: Span::new(0, text.len()),
            key: key.to_owned(),
            is_bare: false,
        };
        let can = |what, (one, key): (&str, &str), (other, new): (&str, &str)| {
            can_be(one, &found(one, what, key), other, &found(other, what, new))
        };
        for (one, other, expected) in [
            ("Nine people", "eight people", true),
            ("Nine people", "one person", false),
            ("$5", "$6 million", true),
            ("58", "57", true),
            ("$5 million", "62 percent", false),
            ("one warehouse", "three warehouses", true),
        ] {
            assert_eq!(can(Fact::Number, (one, ""), (other, "")), expected, "{one}, {other}");
        }
        assert!(can(Fact::Name, ("Greta Holm", ""), ("Ms Holm", "")));
        assert!(!can(Fact::Name, ("Greta Holm", ""), ("Port Elder", "")));
        assert!(!can(Fact::Date, ("seven years", "P7Y"), ("Tuesday", "2023-06-13")));
        assert!(can(Fact::Quote, ("“Nobody pays twice,”", ""), ("“Nobody pays more,”", "")));
        assert!(!can(Fact::Quote, ("“Nobody pays twice,”", ""), ("“It was a long night,”", "")));
    }
}
