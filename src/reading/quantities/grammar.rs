//! Puts marker, amount, unit and noun together.

use super::marker;
use super::metres::{self, Letter};
use super::money::Money;
use super::numerals::{self, Amount, Shape, tidy};
use super::passage::Passage;
use super::reading::{Reading, closed, negative, trailing};
use super::sums::{cents, height, inches};
use super::{age, excluded, noun, scores, shares, unit};
use crate::text::tokens::Kind;
use crate::{Bound, Quantity, QuantityKind, Span};

/// What a look at a token gave.
enum Step<'s> {
    /// A quantity.
    Found(Reading<'s>),
    /// A number that is no quantity; the token after all that belongs to it.
    Passed(usize),
    /// No number.
    None,
}

/// Finds the quantities of a block.
pub(super) fn read(passage: &Passage<'_>, money: &Money<'_>, found: &mut Vec<Quantity>) {
    let mut at = passage.start;
    let mut free = at;
    while at < passage.limit {
        if !may_begin(passage, at) {
            at += 1;
            continue;
        }
        if let Some((score, to)) = scores::read(passage, at) {
            at = contest(passage, score, to, found);
            free = at;
            continue;
        }
        match step(passage, money, at, false) {
            Step::Found(reading) => {
                at = range(passage, money, reading, free, found);
                free = at;
            }
            Step::Passed(to) => {
                at = series(passage, to.max(at + 1));
                free = at;
            }
            Step::None => at += 1,
        }
    }
}

/// Writes a score or a vote down that ends at token `to`, and those in a row with it; gives the token after them.
fn contest(passage: &Passage<'_>, score: Quantity, to: usize, found: &mut Vec<Quantity>) -> usize {
    let Some(kind) = score.kind else { return to };
    let mut at = to;
    found.push(score);
    while let Some((next, to)) = scores::next(passage, at, kind) {
        at = to;
        found.push(next);
    }
    at
}

/// Writes `reading` down, together with the number it makes a range with; gives the token after them.
///
/// The first number of a range takes unit and magnitude from the second: "10 to 15 percent", "$5-6 million".
fn range<'s>(
    passage: &Passage<'s>,
    money: &Money<'_>,
    first: Reading<'s>,
    free: usize,
    found: &mut Vec<Quantity>,
) -> usize {
    let Some((link, joint)) = link(passage, first, free) else {
        write(passage, first, free, found);
        return first.to;
    };
    let second = match step(passage, money, link, true) {
        Step::Found(second)
            if second.start.1 == link
                && matches!(second.amount.form, Shape::Digits | Shape::Figures | Shape::Words) =>
        {
            second
        }
        Step::Passed(to) if joint => return series(passage, to),
        // "five or six years", "from 9 to 5 p.m."
        Step::Passed(to) if first.unit.is_none() && first.bound.is_none() => return series(passage, to),
        _ => {
            write(passage, first, free, found);
            return first.to;
        }
    };
    let rises = first.amount.value < second.amount.value || first.value < second.value;
    // "won 3-2", "a 52-48 vote", "beat them 3 to 1": a score, not a range
    let from = excluded_from(passage, first, free);
    if first.unit.is_none() && second.unit.is_none() && (joint || !rises && !from) {
        return second.to;
    }
    // "82%-12%": two that have their own units stand against each other
    let apart = first.unit.is_some() && second.unit.is_some() && first.to > first.amount.to;
    if joint && !rises && !first.prefixed && !apart {
        return second.to;
    }
    let (mut first, mut second) = (first, second);
    // "$5-10 billion"
    if first.prefixed && second.unit.is_none() {
        second.unit = first.unit;
    }
    if first.unit.is_none() && (rises || from) {
        first.unit = second.unit;
    }
    // "5 to 6 million": five million
    let mantissa = second.amount.value / second.amount.scale;
    if first.amount.scale == 1.0 && first.unit == second.unit && first.amount.value < mantissa {
        first.value = tidy(first.value * second.amount.scale);
    }
    second.bound = second.bound.or(marked(passage, first, free).1).or(first.bound);
    let after = second.to;
    write(passage, first, free, found);
    write(passage, second, link, found);
    after
}

/// Whether "from" or "between" opens the range.
fn excluded_from(passage: &Passage<'_>, first: Reading<'_>, free: usize) -> bool {
    let begin = marked(passage, first, free).0;
    matches!(&*passage.key(begin.wrapping_sub(1)), "from" | "between")
}

/// The token where the second number of a range begins, and whether a hyphen joins the two.
fn link(passage: &Passage<'_>, first: Reading<'_>, free: usize) -> Option<(usize, bool)> {
    if !matches!(first.amount.form, Shape::Digits | Shape::Figures | Shape::Words | Shape::One) {
        return None;
    }
    if passage.is_joint(first.to) {
        return Some((first.to + 1, true));
    }
    let between = passage.is(marked(passage, first, free).0.wrapping_sub(1), "between");
    match &*passage.key(first.to) {
        "to" | "or" => Some((first.to + 1, false)),
        "and" if between => Some((first.to + 1, false)),
        _ => None,
    }
}

/// Where `reading` begins with its marker, and the marker's sense.
fn marked(passage: &Passage<'_>, reading: Reading<'_>, free: usize) -> (usize, Option<Bound>) {
    match marker::before(passage, reading.start.1) {
        Some((begin, bound)) if begin >= free => (begin, Some(bound)),
        _ => (reading.start.1, None),
    }
}

/// Writes `reading` down with the marker before it, unless it touches a time.
fn write(passage: &Passage<'_>, reading: Reading<'_>, free: usize, found: &mut Vec<Quantity>) {
    let (begin, bound) = marked(passage, reading, free);
    let start = if begin < reading.start.1 { passage.span(begin).start } else { reading.start.0 };
    let span = Span::new(start, reading.end);
    let compound = reading.to > reading.amount.to && reading.bound.is_none();
    let bare = reading.unit.is_none()
        && !compound
        && !excluded::is_bare_quantity(passage, reading.start.1, begin, &reading.amount);
    if passage.is_time(span) {
        return;
    }
    // "Jane Roe, 42,", "he was 93"
    let stands = bare && begin == reading.start.1 && excluded::is_age(passage, begin, &reading.amount);
    let aged = reading.aged || stands && passage.mark(begin.wrapping_sub(1)) != Some('(');
    if bare && !aged {
        return;
    }
    let reading = if stands { Reading { unit: Some("year"), ..reading } } else { reading };
    let vague = (reading.amount.form == Shape::Vague).then_some(Bound::Multiple);
    let bound = vague.or(bound).or(reading.bound);
    found.push(Quantity {
        text: span.of(passage.text.source).to_owned(),
        value: reading.value,
        against: None,
        unit: reading.unit.map(str::to_owned),
        approximate: bound.is_some(),
        kind: aged.then_some(QuantityKind::Age),
        bound,
        span,
        basis: None,
    });
}

/// Goes on over the rest of a series of labels or dates: "pages 3, 5 and 8", "November 7-18".
fn series(passage: &Passage<'_>, from: usize) -> usize {
    let mut at = from;
    loop {
        let linked = matches!(passage.mark(at), Some(',' | '-' | '–' | '&' | '/'))
            || matches!(&*passage.key(at), "and" | "to" | "or");
        if !linked || !passage.is_figure(at + 1) {
            return at;
        }
        let Some(amount) = numerals::read(passage, at + 1, false) else { return at };
        let plain = matches!(amount.form, Shape::Digits | Shape::Other);
        if !plain
            || marker::after(passage, amount.to).is_some()
            || unit::read(passage, amount.to).is_some()
            || noun::plural(passage, amount.to).is_some()
        {
            return at;
        }
        at = amount.to;
    }
}

/// Whether a number or a currency can begin at token `at`: most words are done with here.
fn may_begin(passage: &Passage<'_>, at: usize) -> bool {
    let Some(token) = passage.token(at) else { return false };
    let word = passage.str(at);
    match token.kind {
        Kind::Number => true,
        Kind::Mark => !word.is_ascii() || word == "$" || word == "#",
        Kind::Word | Kind::Initials => {
            let before_number = || {
                let next = at + 1 + usize::from(passage.mark(at + 1) == Some('.'));
                passage.is_figure(next) || passage.mark(at + 1).is_some_and(|mark| mark == '$' || !mark.is_ascii())
            };
            numerals::is_start(word) || word.len() < 6 && before_number() || word.bytes().any(|b| b.is_ascii_digit())
        }
        Kind::Clitic | Kind::Url => false,
    }
}

/// Looks at token `at`; `linked` says that a range led here.
fn step<'s>(passage: &Passage<'s>, money: &Money<'_>, at: usize, linked: bool) -> Step<'s> {
    if let Some(prefix) = money.before(passage, at) {
        let (token, byte) = prefix.number;
        let Some(amount) = numerals::in_figures(passage, token, byte, true) else { return Step::None };
        if amount.form == Shape::Other {
            return Step::Passed(amount.to);
        }
        let start = (passage.span(at).start, at);
        let (mut to, mut end) = (amount.to, amount.end);
        // "US$5 million dollars" says it twice
        if let Some(name) =
            money.after(passage, to, &amount).filter(|name| name.factor == 1.0 && !passage.is_joined(to))
        {
            to = name.to;
            end = passage.span(to - 1).end;
        }
        let reading = Reading {
            start,
            end,
            to,
            value: amount.value,
            unit: Some(prefix.code),
            bound: None,
            aged: false,
            prefixed: true,
            amount,
        };
        return Step::Found(trailing(passage, reading));
    }
    let amount = numerals::with_article(passage, at)
        .or_else(|| shares::read(passage, at))
        .or_else(|| numerals::read(passage, at, false));
    let Some(amount) = amount else { return Step::None };
    if !linked && age::named(passage, at, &amount) && !passage.is_joint(amount.to) {
        let start = (passage.span(at).start, at);
        let (end, to, value) = (amount.end, amount.to, amount.value);
        let reading = Reading { start, end, to, value, unit: None, bound: None, aged: true, prefixed: false, amount };
        return Step::Found(Reading { unit: Some("year"), ..reading });
    }
    if !linked && let Some(reading) = height(passage, at, amount) {
        return Step::Found(reading);
    }
    if !linked && excluded::is_attached(passage, at) || excluded::is_fixed(passage, at, &amount) {
        return Step::Passed(amount.to);
    }
    measured(passage, money, at, amount)
}

/// Reads what `amount`, which begins at token `at`, counts or measures.
fn measured<'s>(passage: &Passage<'s>, money: &Money<'_>, at: usize, amount: Amount) -> Step<'s> {
    let mut reading = Reading {
        start: (passage.span(at).start, at),
        end: amount.end,
        to: amount.to,
        value: amount.value,
        unit: None,
        bound: None,
        aged: false,
        prefixed: false,
        amount,
    };
    let mut next = amount.to;
    if amount.form == Shape::Share {
        return shared(passage, money, reading);
    }
    if amount.form == Shape::Vague && passage.is(next, "of") {
        next += 1;
    }
    // "20 or more people", "100-plus people", "20-odd", "300+"
    if let Some((to, bound)) = marker::after(passage, next) {
        reading.bound = Some(bound);
        reading.to = to;
        reading.end = passage.span(to - 1).end;
        next = to;
    }
    let joint = passage.is_joint(next);
    let glued = passage.is_joined(next) && passage.word(next).is_some();
    let begin = next + usize::from(joint);
    if let Some((unit, to)) = age::counted(passage, begin).filter(|_| amount.form != Shape::Vague) {
        return Step::Found(Reading { aged: true, ..closed(passage, reading, unit, to) });
    }
    if unit::is_time(&passage.key(begin)) {
        return Step::Passed(begin + 1);
    }
    match metres::read(passage, begin).filter(|_| matches!(amount.form, Shape::Digits | Shape::Figures)) {
        Some(Letter::Metres) => return Step::Found(trailing(passage, closed(passage, reading, "m", begin + 1))),
        Some(Letter::Million) if !joint => {
            let end = passage.span(begin).end;
            let million = Reading { value: tidy(amount.value * 1e6), to: begin + 1, end, ..reading };
            return counted(passage, million, at, begin + 1);
        }
        _ => {}
    }
    if let Some((symbol, to)) = unit::read(passage, begin) {
        let whole = inches(passage, closed(passage, reading, symbol, to));
        return Step::Found(trailing(passage, negative(passage, whole)));
    }
    if let Some(name) = money.after(passage, begin, &amount) {
        let whole = closed(passage, reading, name.code, name.to);
        let whole = match name.factor {
            1.0 => cents(passage, money, whole),
            factor => Reading { value: tidy(whole.value * factor), ..whole },
        };
        return Step::Found(trailing(passage, whole));
    }
    // pounds that are no money
    if matches!(&*passage.key(begin), "pound" | "pounds") {
        return Step::Found(trailing(passage, closed(passage, reading, "lb", begin + 1)));
    }
    if glued {
        return Step::Passed(next + 1);
    }
    if joint {
        return compound(passage, reading, begin);
    }
    counted(passage, reading, at, next)
}

/// A number and a noun joined by a hyphen: "three-member", "300-page", "18,000-strong".
fn compound<'s>(passage: &Passage<'s>, reading: Reading<'s>, word: usize) -> Step<'s> {
    let key = passage.key(word);
    // "four-five boats", as "four or five" is written in India; not "a one-two punch"
    let second = numerals::small(&key).is_some_and(|second| f64::from(second) > reading.value && reading.value > 1.0);
    if passage.is_figure(word) || second {
        return Step::Found(reading);
    }
    let idiom = matches!(
        &*key,
        "way"
            | "fold"
            | "digit"
            | "digits"
            | "figure"
            | "off"
            | "on"
            | "by"
            | "to"
            | "in"
            | "out"
            | "up"
            | "down"
            | "half"
            | "and"
            | "over"
            | "a"
            | "for"
            | "of"
            | "stop"
            | "liner"
            | "man"
            | "piece"
            | "dimensional"
            | "old"
            | "term"
            | "or"
            | "versus"
            | "ish"
            | "size"
            | "upmanship"
            | "something"
            | "tone"
    );
    let piece = matches!(&*key, "man" | "piece") && reading.amount.form != Shape::One;
    // "three-pronged", "two-faced"
    let participle = key.len() > 4 && key.ends_with("ed");
    // "a one-two punch"
    let counts = numerals::small(&key).is_some();
    if key.is_empty() || counts || participle || idiom && !piece || excluded::is_year(&reading.amount) {
        return Step::Passed(word + 1);
    }
    // "her twenty-fifth birthday", "the case 19-cv-1234"
    let round = reading.amount.form == Shape::Words && (20.0..100.0).contains(&reading.amount.value);
    if round && is_ordinal(&key) || passage.is_joint(word + 1) && passage.is_figure(word + 2) {
        return Step::Passed(word + 1);
    }
    // "three-year-old", "two-day-long": time further on
    if passage.is_joint(word + 1) && unit::is_time(&passage.key(word + 2)) {
        return Step::Passed(word + 3);
    }
    let end = passage.span(word).end;
    let unit = (&*key != "strong").then(|| passage.str(word));
    Step::Found(Reading { end, to: word + 1, unit, ..reading })
}

/// Whether `word` is the last part of an ordinal: the "fifth" of "twenty-fifth".
fn is_ordinal(word: &str) -> bool {
    const ORDINALS: [&str; 9] = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
    ORDINALS.contains(&word)
}

/// A number and the noun after it, at token `next`.
fn counted<'s>(passage: &Passage<'s>, reading: Reading<'s>, at: usize, next: usize) -> Step<'s> {
    let amount = reading.amount;
    let one = amount.value == 1.0 && matches!(amount.form, Shape::One | Shape::Digits);
    // "hundreds of the": an article ends it
    let partitive = amount.form == Shape::Vague && next > amount.to && noun::is_stop(&passage.key(next));
    let head = if partitive {
        None
    } else if one {
        noun::singular(passage, next)
    } else {
        noun::plural(passage, next)
    };
    let Some(head) = head else {
        return if amount.form == Shape::One && link(passage, reading, at).is_none() {
            Step::Passed(amount.to)
        } else {
            Step::Found(negative(passage, reading))
        };
    };
    if unit::is_time(&passage.key(head)) {
        return Step::Passed(head + 1);
    }
    // "at one point", "on the one hand"
    let before = passage.key(at.wrapping_sub(1));
    if one
        && (&*before == "at" && passage.is(next, "point")
            || passage.is(next, "hand") && matches!(&*before, "on" | "the"))
    {
        return Step::Passed(next + 1);
    }
    // "one scandal after another" is many
    if one && passage.is(head + 1, "after") && passage.is(head + 2, "another") {
        return Step::Passed(head + 3);
    }
    let marked = marker::before(passage, at).is_some() || reading.bound.is_some();
    if excluded::is_name(passage, at, &amount, head, marked) {
        return Step::Passed(amount.to);
    }
    Step::Found(trailing(passage, closed(passage, reading, passage.str(head), head + 1)))
}

/// A share, and the unit it is a share of: "half a percentage point", "three-quarters of a mile", "half an hour".
fn shared<'s>(passage: &Passage<'s>, money: &Money<'_>, reading: Reading<'s>) -> Step<'s> {
    let mut at = reading.amount.to;
    at += usize::from(passage.is(at, "of"));
    let one = matches!(&*passage.key(at), "a" | "an" | "one") || passage.str(at) == "1";
    at += usize::from(one);
    if one && unit::is_time(&passage.key(at)) || unit::is_time(&passage.key(reading.amount.to)) {
        return Step::Passed(at + 1);
    }
    let ratio = reading.value < 1.0 && passage.is_figure(at.wrapping_sub(1)) && !one;
    let direct = at == reading.amount.to || one;
    // "a 1/4 mile oval"
    if ratio
        && direct
        && let Some((symbol, to)) = unit::read(passage, at)
    {
        return Step::Found(closed(passage, reading, symbol, to));
    }
    if !direct || ratio && passage.key(at).len() > 2 {
        return Step::Found(reading);
    }
    if let Some((symbol, to)) = unit::read(passage, at) {
        return Step::Found(closed(passage, reading, symbol, to));
    }
    match money.after(passage, at, &reading.amount) {
        Some(name) if one => {
            let value = tidy(reading.value * name.factor);
            Step::Found(Reading { value, ..closed(passage, reading, name.code, name.to) })
        }
        _ => Step::Found(reading),
    }
}
