//! A rise or fall that does not fit its figures: "from 100 to 120, up 15%".

use super::desk::Desk;
use super::numbers::{between, is_exact, same_unit, step};
use crate::text::decimal::printed;
use crate::{CheckCode, Quantity, Span};

/// Words for more, and for less; two lists of one meaning each.
const UP: [&str; 14] = [
    "up",
    "rose",
    "rise",
    "risen",
    "increased",
    "increase",
    "climbed",
    "jumped",
    "grew",
    "growth",
    "gained",
    "surged",
    "soared",
    "increasing",
];
const DOWN: [&str; 13] = [
    "down",
    "fell",
    "fall",
    "fallen",
    "decreased",
    "decrease",
    "dropped",
    "drop",
    "declined",
    "decline",
    "slid",
    "slipped",
    "plunged",
];

/// Words that say that the share is not that of the figures beside it.
const OTHERWISE: [&str; 22] = [
    "constant",
    "currency",
    "currencies",
    "adjusted",
    "excluding",
    "organic",
    "comparable",
    "like",
    "annual",
    "annualised",
    "annualized",
    "rate",
    "loss",
    "losses",
    "real",
    "underlying",
    "inflation",
    "average",
    "point",
    "points",
    "deficit",
    "per",
];

/// Tokens of the longest sentence that is read.
const LONGEST: usize = 200;

/// Works out the share that a sentence gives with both figures.
pub(super) fn find(desk: &mut Desk<'_>) {
    for sentence in desk.running() {
        let quantities = desk.quantities_in(sentence.span);
        if quantities.len() < 3 || quantities.iter().all(|quantity| quantity.unit.as_deref() != Some("%")) {
            continue;
        }
        for three in quantities.windows(3) {
            let Some((old, new, share, up)) = shape(desk, sentence.span, three) else { continue };
            check(desk, old, new, share, up);
        }
    }
}

/// Old figure, new figure, share and whether it says more, where the three are said in one breath.
fn shape<'q>(
    desk: &Desk<'_>,
    sentence: Span,
    three: &'q [Quantity],
) -> Option<(&'q Quantity, &'q Quantity, &'q Quantity, bool)> {
    let [one, two, three] = three else { return None };
    let percent = |quantity: &Quantity| quantity.unit.as_deref() == Some("%");
    let before = |quantity: &Quantity, words: &[&str]| {
        let tokens = desk.story.text.cursor();
        tokens.follows(desk.story.text.tokens_in(quantity.span).start, words)
    };
    let (old, new, share, cue) = if percent(one) && before(two, &["to"]) && before(three, &["from"]) {
        // "rose 12 percent to 1.23 billion from 1.1 billion"
        let near = between(desk, one.span, two.span, &[]).0 <= 2 && between(desk, two.span, three.span, &[]).0 <= 8;
        let start = one.span.start.saturating_sub(30).max(sentence.start);
        let start = (start..one.span.start).find(|at| desk.story.text.source.is_char_boundary(*at))?;
        (three, two, one, near.then(|| Span::new(start, one.span.start))?)
    } else if percent(three) && before(one, &["from"]) && before(two, &["to"]) {
        // "from 100 to 120, up 20%"
        let near = between(desk, one.span, two.span, &[]).0 <= 4 && between(desk, two.span, three.span, &[]).0 <= 5;
        (one, two, three, near.then(|| Span::new(two.span.end, three.span.start))?)
    } else {
        return None;
    };
    let tokens = desk.tokens(cue);
    // the word of change right before the share: "rose by 12 percent", "a rise of 12 percent"
    let way = (tokens.start..tokens.limit).rev().take(3).find_map(|at| {
        let up = tokens.is_any(at, &UP);
        (up || tokens.is_any(at, &DOWN)).then_some(up)
    })?;
    // no sentence is longer; looking through it for each of its figures would be
    let words = desk.tokens(sentence);
    if words.limit - words.start > LONGEST {
        return None;
    }
    let other = (words.start..words.limit).any(|at| words.is_any(at, &OTHERWISE));
    let units = match (old.unit.as_deref(), new.unit.as_deref()) {
        (Some(one), Some(other)) => same_unit(one, other),
        (None, None) => true,
        _ => false,
    };
    let exact = [old, new, share].into_iter().all(is_exact);
    (exact && units && !other && !percent(old) && old.value > 0.0 && new.value > 0.0).then_some((old, new, share, way))
}

fn check(desk: &mut Desk<'_>, old: &Quantity, new: &Quantity, share: &Quantity, up: bool) {
    let said = if up { share.value } else { -share.value };
    let (old_slack, new_slack) = (step(old, false) / 2.0, step(new, false) / 2.0);
    let change = |old: f64, new: f64| (new / old - 1.0) * 100.0;
    let least = change(old.value + old_slack, new.value - new_slack) - step(share, false);
    let most = change((old.value - old_slack).max(old_slack), new.value + new_slack) + step(share, false);
    // a figure rounded much says little
    if (least..=most).contains(&said) || most - least > 15.0 {
        return;
    }
    let right = change(old.value, new.value);
    let way = if right < 0.0 { "down" } else { "up" };
    let right = printed(right.abs(), 1);
    let (from, to) = (old.text.trim(), new.text.trim());
    let message = format!("the text says {}, but from {from} to {to} is {way} {right}%", share.text.trim());
    desk.say(CheckCode::Change, message, vec![share.span, old.span, new.span]);
}
