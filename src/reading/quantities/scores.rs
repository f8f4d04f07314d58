//! Scores and votes: two numbers that stand against each other.
//!
//! `won 3-2` · `a 5-4 ruling` · `218-210` · `6-4, 6-3` · `by 51 to 49` · `by 312 votes to 276` · `three goals to two`
//!
//! A pair of numbers is as often a range ("10-15 kilos"), so words of winning or voting must be near, and nothing that
//! the second number could count may follow it.

use super::noun::is_stop;
use super::numerals::small;
use super::passage::Passage;
use crate::text::words::{WordList, word_list};
use crate::{Quantity, QuantityKind, Span};

/// Words of games and of ballots, each with its kind: `score` or `vote`; `after` those that only count behind the pair.
static CUES: WordList = word_list!("contests.txt");

/// How far before the pair such a word can be, in tokens.
const REACH: usize = 9;

/// What is counted on one side: "by 312 votes to 276".
const COUNTED: [&str; 8] = ["votes", "goals", "games", "sets", "points", "runs", "seats", "frames"];

/// The score or vote whose first number is at token `at`, with the token after it.
pub(super) fn read(passage: &Passage<'_>, at: usize) -> Option<(Quantity, usize)> {
    // "a fifty-fifty chance"
    let (value, against, to) = pair(passage, at).filter(|pair| (pair.0, pair.1) != (50, 50))?;
    let votes = passage.is(at + 1, "votes");
    let kind = if votes { QuantityKind::Vote } else { kind(passage, at, to)? };
    quantity(passage, at, to, (value, against), kind)
}

/// The next of several scores in a row, after the one that ends at token `at`: the "6-3" of "6-4, 6-3".
pub(super) fn next(passage: &Passage<'_>, at: usize, kind: QuantityKind) -> Option<(Quantity, usize)> {
    let and = at + usize::from(passage.mark(at) == Some(','));
    let first = and + usize::from(passage.is(and, "and"));
    // the points of a tie-break: "7-6 (7-5)"
    let bracket = usize::from(first == at && passage.mark(at) == Some('('));
    if first + bracket == at || !passage.is_joint(first + bracket + 1) {
        return None;
    }
    let (value, against, to) = pair(passage, first + bracket)?;
    quantity(passage, first + bracket, to, (value, against), kind)
}

fn quantity(
    passage: &Passage<'_>,
    at: usize,
    to: usize,
    (value, against): (u32, u32),
    kind: QuantityKind,
) -> Option<(Quantity, usize)> {
    let span = Span::new(passage.span(at).start, passage.span(to - 1).end);
    let quantity = Quantity {
        text: span.of(passage.text.source).to_owned(),
        value: f64::from(value),
        against: Some(f64::from(against)),
        unit: None,
        approximate: false,
        kind: Some(kind),
        bound: None,
        span,
        basis: None,
    };
    (!passage.is_time(span)).then_some((quantity, to))
}

/// Two numbers against each other from token `at` on: both, and the token after them.
fn pair(passage: &Passage<'_>, at: usize) -> Option<(u32, u32, usize)> {
    let apart = !passage.is_joined(at) || matches!(passage.mark(at.wrapping_sub(1)), Some('(' | '"' | '“'));
    let first = number(passage, at).filter(|_| apart)?;
    let second = |at: usize| number(passage, at).filter(|_| !passage.is_joined(at + 1) || closes(passage, at + 1));
    if passage.is_joint(at + 1) && passage.is_figure(at) {
        return Some((first, second(at + 2)?, at + 3));
    }
    let counted = usize::from(COUNTED.iter().any(|noun| passage.is(at + 1, noun)));
    let to = at + 1 + counted;
    let by = passage.is(at.wrapping_sub(1), "by") || passage.mark(at.wrapping_sub(1)) == Some(',');
    (passage.is(to, "to") && (by || counted > 0)).then_some((first, second(to + 1)?, to + 2))
}

/// Whether the mark at `at` may touch a number from behind: no hyphen, stroke, colon or percent sign.
fn closes(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.mark(at), Some('.' | ',' | ';' | ')' | '"' | '”' | '!' | '?' | '’' | '\'' | '—'))
        && !(passage.is_joined(at + 1) && passage.is_figure(at + 1))
}

/// A whole number below a thousand, in figures or in one word.
fn number(passage: &Passage<'_>, at: usize) -> Option<u32> {
    let figures = passage.str(at);
    if passage.is_figure(at) {
        return (figures.len() < 4 && figures.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| figures.parse().ok())
            .flatten();
    }
    small(&passage.key(at)).filter(|&count| count < 20)
}

/// Whether the numbers from `at` to `to` are a score or a vote, as the words around them tell.
fn kind(passage: &Passage<'_>, at: usize, to: usize) -> Option<QuantityKind> {
    let next = passage.key(to);
    let behind = cue(&next, true).or_else(|| cue(&passage.key(to + 1), true).filter(|_| is_stop(&next)));
    // "lost 10-15 kilos": what is counted follows
    let free = passage.word(to).is_none()
        || passage.is_capitalised(to)
        || is_stop(&next)
        || matches!(&*next, "late" | "early" | "earlier" | "last" | "yesterday" | "today" | "tonight")
        || behind.is_some();
    // "from 3 to 8", "aged 5-11"
    let range = matches!(&*passage.key(at.wrapping_sub(1)), "from" | "between" | "aged" | "ages" | "than" | "about");
    if !free || range {
        return None;
    }
    let before = (1..=REACH)
        .map_while(|step| at.checked_sub(step).filter(|&near| near >= passage.start))
        .take_while(|&near| !matches!(passage.mark(near), Some('.' | ';' | ':' | '?' | '!')))
        .find_map(|near| cue(&passage.key(near), false));
    behind.or(before)
}

/// What `word` makes of a pair of numbers; `behind` it or before.
fn cue(word: &str, behind: bool) -> Option<QuantityKind> {
    match CUES.get(word)? {
        "vote" => Some(QuantityKind::Vote),
        "score" => Some(QuantityKind::Score),
        "score after" if behind => Some(QuantityKind::Score),
        "vote after" if behind => Some(QuantityKind::Vote),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, QuantityKind};

    /// The scores and votes of `source`: kind, numbers, and how many other quantities there are.
    fn told(source: &str) -> String {
        let quantities = crate::parse(source, &Options::default()).quantities;
        let one = |quantity: &crate::Quantity| match (quantity.kind, quantity.against) {
            (Some(QuantityKind::Score), Some(against)) => format!("score {}-{against}", quantity.value),
            (Some(QuantityKind::Vote), Some(against)) => format!("vote {}-{against}", quantity.value),
            _ => format!("other {}", quantity.text),
        };
        quantities.iter().map(one).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn two_numbers_against_each_other() {
        for (source, wanted) in [
            ("Rovers won 3-2 on Saturday.", "score 3-2"),
            ("Town beat City 4–1 away from home.", "score 4-1"),
            ("The hosts were 2-0 up at half-time.", "score 2-0"),
            ("She won 6-4, 3-6 and 7-6 (7-5) in the final.", "score 6-4 | score 3-6 | score 7-6 | score 7-5"),
            ("The Gulls lost 102-98 and fell to 10-4.", "score 102-98 | score 10-4"),
            ("The visitors won by three goals to two.", "score 3-2"),
            ("The House voted 218-210 to pass the bill.", "vote 218-210"),
            ("A 5-4 ruling angered both sides.", "vote 5-4"),
            ("The Senate voted 68-32 late on Thursday.", "vote 68-32"),
            ("The council backed it by 51 to 49.", "vote 51-49"),
            ("The motion was carried by 312 votes to 276.", "vote 312-276"),
        ] {
            assert_eq!(told(source), wanted, "{source}");
        }
    }

    #[test]
    fn ranges_labels_and_dates_are_none() {
        for (source, wanted) in [
            ("He lost 10-15 kilos.", "other 10 | other 15 kilos"),
            ("The toll rose from 3 to 8.", "other 3 | other 8"),
            ("The prize was won by pupils aged 5-11.", ""),
            ("They won in 2012-13 and lost on 3-5 May.", ""),
            ("The F-16 beat the A320-200.", ""),
            ("Call 555-0134 to vote.", ""),
        ] {
            assert_eq!(told(source), wanted, "{source}");
        }
    }
}
