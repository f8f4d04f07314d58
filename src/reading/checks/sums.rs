//! A sum that is none: "12 men and 5 women, 18 in all".

use super::desk::Desk;
use super::numbers::{between, is_exact, is_people, is_unit, same_unit, step};
use crate::text::decimal::printed;
use crate::{CheckCode, Quantity, Span};

/// How many parts a sum has at most.
const MOST: usize = 12;

/// How many tokens can lie between the parts of a sum.
const GAP: usize = 8;

/// Words that part people without a rest.
const PARTS: [&str; 10] =
    ["men", "women", "children", "boys", "girls", "adults", "civilians", "soldiers", "pupils", "teachers"];

/// Adds up what a sentence says is a sum.
pub(super) fn find(desk: &mut Desk<'_>) {
    for sentence in desk.running() {
        let quantities = desk.quantities_in(sentence.span);
        for at in 0..quantities.len() {
            let parts = if is_total(desk, &quantities[at]) {
                before(desk, &quantities[..at], &quantities[at])
            } else {
                after(desk, &quantities[at], &quantities[at + 1..])
            };
            if let Some(parts) = parts {
                add(desk, &quantities[at], parts);
            }
        }
    }
}

fn add(desk: &mut Desk<'_>, total: &Quantity, parts: &[Quantity]) {
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let whole = parts.iter().chain([total]).all(|one| is_unit(step(one, false)));
    let slack = if whole { 0.0 } else { parts.iter().chain([total]).map(|one| step(one, false)).sum() };
    let counted = parts.iter().chain([total]).all(is_exact);
    if counted && (sum - total.value).abs() > slack + sum * 1e-9 {
        let message =
            format!("the text says {} in all, but the parts make {}", printed(total.value, 2), printed(sum, 2));
        let places = std::iter::once(total.span).chain(parts.iter().map(|part| part.span));
        let places = places.collect();
        desk.say(CheckCode::Sum, message, places);
    }
}

/// Whether words beside a number say that it is a sum.
fn is_total(desk: &Desk<'_>, quantity: &Quantity) -> bool {
    let tokens = desk.story.text.cursor();
    let own = desk.story.text.tokens_in(quantity.span);
    let (from, to) = (own.start, own.end);
    let after = tokens.is(to, "altogether")
        || tokens.is(to, "in") && tokens.is_any(to + 1, &["all", "total"])
        || tokens.is(to, "all") && tokens.is(to + 1, "told");
    let before = tokens.follows(from, &["totalling", "totaling", "altogether"])
        || tokens.follows(from, &["of"])
            && from > 3
            && tokens.is(from - 2, "total")
            && tokens.is(from - 3, "a")
            && (tokens.is_any(from - 4, &["for", "making", "giving"]) || tokens.is_mark(from - 4, ','));
    after || before
}

/// The parts that a sum's sentence gives right before it: "A, B and C".
fn before<'q>(desk: &Desk<'_>, earlier: &'q [Quantity], total: &Quantity) -> Option<&'q [Quantity]> {
    let mut start = earlier.len();
    let mut next = total.span;
    while let Some(part) = start.checked_sub(1).map(|at| &earlier[at]) {
        let (gap, _) = between(desk, part.span, next, &[]);
        if gap > GAP || !same_kind(part, total) || earlier.len() - start == MOST {
            break;
        }
        start -= 1;
        next = part.span;
    }
    let parts = &earlier[start..];
    let [.., one, last] = parts else { return None };
    // what is left over at the start would be a part, too
    let apart = start == 0 || between(desk, earlier[start - 1].span, parts[0].span, &[]).0 > GAP;
    (apart && between(desk, one.span, last.span, &["and", "plus"]).1 && largest(parts) < total.value).then_some(parts)
}

/// The parts right after a sum: "17 people, 12 men and 5 women,".
fn after<'q>(desk: &Desk<'_>, total: &Quantity, later: &'q [Quantity]) -> Option<&'q [Quantity]> {
    let tokens = desk.story.text.cursor();
    let end = desk.story.text.tokens_in(total.span).end;
    let opens = tokens.is_dash(end) && tokens.is_spaced(end) || matches!(tokens.mark(end), Some(',' | ':' | '('));
    if !opens || !total.unit.as_deref().is_some_and(is_people) {
        return None;
    }
    let mut place = Span::new(total.span.end, tokens.token(end)?.span().end);
    let mut count = 0;
    let mut joined = false;
    for part in later.iter().take(MOST) {
        let (gap, and) = between(desk, place, part.span, &["and"]);
        let partial = part.unit.as_deref().is_some_and(|unit| PARTS.iter().any(|word| same_unit(unit, word)));
        if !partial || gap > if count == 0 { 0 } else { 2 } || count > 0 && gap == 2 && !and {
            break;
        }
        place = part.span;
        count += 1;
        joined |= and;
    }
    let parts = &later[..count];
    let close = desk.story.text.tokens_in(place).end;
    let closed = tokens.is_dash(close) || matches!(tokens.mark(close), Some(',' | ')' | '.' | ';'));
    let kinds = parts.iter().enumerate().all(|(at, part)| parts[..at].iter().all(|other| other.unit != part.unit));
    (count > 1 && joined && closed && kinds && largest(parts) < total.value).then_some(parts)
}

fn largest(parts: &[Quantity]) -> f64 {
    parts.iter().map(|part| part.value).fold(0.0, f64::max)
}

/// Whether a part counts what the sum does; a bare number does.
fn same_kind(part: &Quantity, total: &Quantity) -> bool {
    match (part.unit.as_deref(), total.unit.as_deref()) {
        (Some(one), Some(other)) => {
            same_unit(one, other) || is_people(one) && is_people(other) || PARTS.contains(&one) && is_people(other)
        }
        // a noun, not a currency's code or a share
        (Some(one), None) => one.starts_with(char::is_lowercase),
        (None, _) => true,
    }
}
