//! A number in the headline or standfirst that the text does not bear out.

use super::desk::Desk;
use super::numbers::{is_people, range, same_unit};
use crate::text::decimal::decimal;
use crate::text::tokens::Kind;
use crate::{CheckCode, Quantity, Role, Span};

/// How many numbers of the text are added up in pairs.
const ADDED: usize = 40;

/// How many numbers of a headline are held against the text.
const HELD: usize = 8;

/// How many sentences of the story tell what its headline does.
const LEDE: usize = 3;

/// The least count of things that a headline is held to: fewer are told by naming them.
const FEWEST: f64 = 5.0;

/// What befalls people, as the first letters of its words.
const FATES: [&[&str]; 8] = [
    &["kill", "dead", "die", "dying", "death", "slain"],
    &["injur", "wound", "hurt"],
    &["arrest", "detain"],
    &["missing"],
    &["stab"],
    &["shot", "shoot"],
    &["rescue"],
    &["charge"],
];

/// A number with what it is about.
struct Told<'s> {
    quantity: &'s Quantity,
    fate: Option<usize>,
    /// Whether it stands where the story begins.
    lede: bool,
}

/// Holds the numbers of headline and standfirst against those of the text.
pub(super) fn find(desk: &mut Desk<'_>) {
    let head = desk.story.head;
    let pieces = [(head.headline.as_ref(), "headline"), (head.standfirst.as_ref(), "standfirst")];
    if pieces.iter().all(|(piece, _)| piece.as_ref().is_none_or(|piece| desk.quantities_in(piece.span).is_empty())) {
        return;
    }
    let body: Vec<Told<'_>> = desk
        .running()
        .enumerate()
        .flat_map(|(at, sentence)| desk.quantities_in(sentence.span).iter().map(move |quantity| (at < LEDE, quantity)))
        .map(|(lede, quantity)| Told { quantity, fate: fate(desk, quantity), lede })
        .collect();
    let numbers = numbers(desk);
    for (piece, name) in pieces {
        let Some(piece) = piece else { continue };
        for quantity in desk.quantities_in(piece.span).iter().take(HELD) {
            let told = Told { quantity, fate: fate(desk, quantity), lede: false };
            if let Some(other) = unlike(&told, &body, &numbers) {
                let (said, text) = (quantity.text.trim(), other.quantity.text.trim());
                let message = format!("the {name} says “{said}”, the text “{text}”");
                desk.say(CheckCode::HeadlineNumber, message, vec![quantity.span, other.quantity.span]);
            }
        }
    }
}

/// The number of the text that speaks of the same and cannot be the same, where none can be.
fn unlike<'b>(told: &Told<'_>, body: &'b [Told<'b>], numbers: &[f64]) -> Option<&'b Told<'b>> {
    let (least, most) = range(told.quantity);
    // decimals are rounded or left out
    let fits =
        |number: f64| least <= number && number <= most || (number.trunc() - told.quantity.value).abs() < f64::EPSILON;
    if numbers.iter().any(|number| fits(*number)) {
        return None;
    }
    let value = told.quantity.value;
    let about = |other: &&Told<'_>| match (told.fate, other.fate) {
        (Some(one), Some(other)) => one == other,
        (None, None) => {
            let units = told.quantity.unit.as_deref().zip(other.quantity.unit.as_deref());
            value >= FEWEST && units.is_some_and(|(one, other)| same_unit(one, other))
        }
        _ => false,
    };
    let same: Vec<&Told<'_>> = body.iter().filter(about).collect();
    let first = same.first().copied().filter(|first| first.lede)?;
    let apart = |told: &&Told<'_>| {
        let (low, high) = range(told.quantity);
        high < least || low > most
    };
    // a number of another order counts something else
    let other = first.quantity.value;
    let near = other * 10.0 > value && other < value * 10.0;
    (near && same.iter().all(apart) && !adds_up(told, body, fits)).then_some(first)
}

/// Whether two numbers of the text that count the same, or three in a row, make the headline's, or differ by it.
fn adds_up(told: &Told<'_>, body: &[Told<'_>], fits: impl Fn(f64) -> bool) -> bool {
    let alike = |other: &&Told<'_>| match (told.quantity.unit.as_deref(), other.quantity.unit.as_deref()) {
        (Some(one), Some(other)) => same_unit(one, other) || is_people(one) && is_people(other),
        (None, Some(other)) => told.fate.is_some() && other != "%",
        (_, None) => true,
    };
    let values: Vec<f64> = body.iter().filter(alike).take(ADDED).map(|other| other.quantity.value).collect();
    let pairs = values
        .iter()
        .enumerate()
        .any(|(index, one)| values[index + 1..].iter().any(|other| fits(one + other) || fits((one - other).abs())));
    pairs || (3..=5).any(|length| values.windows(length).any(|some| fits(some.iter().sum())))
}

/// What befalls those whom a number counts: the word right after it or before it.
fn fate(desk: &Desk<'_>, quantity: &Quantity) -> Option<usize> {
    if quantity.unit.as_deref().is_some_and(|unit| !is_people(unit)) {
        return None;
    }
    let text = desk.story.text;
    let tokens = text.cursor();
    let own = text.tokens_in(quantity.span);
    let of = |at: usize| {
        let word = tokens.word(at)?.to_lowercase();
        FATES.iter().position(|stems| stems.iter().any(|stem| word.starts_with(stem)))
    };
    let mut after = own.end;
    while tokens.is_any(after, &["were", "was", "are", "have", "had", "been", "people", "reported", "confirmed"]) {
        after += 1;
    }
    let before = own.start.checked_sub(1).and_then(of);
    of(own.end.saturating_sub(1)).or_else(|| of(after)).or(before)
}

/// Every number that the story gives outside its head, in figures or in words, whatever it counts.
fn numbers(desk: &Desk<'_>) -> Vec<f64> {
    let mut found = Vec::new();
    for block in desk.blocks() {
        if matches!(block.role, Role::Headline | Role::Standfirst | Role::Furniture | Role::Promo | Role::Counter) {
            continue;
        }
        found.extend(desk.quantities_in(block.span).iter().map(|quantity| quantity.value));
        for token in &desk.story.text.tokens[desk.story.text.tokens_in(block.span)] {
            if token.kind == Kind::Number {
                let figures = Span::of(token.span(), desk.story.text.source).replace(',', "");
                found.extend(decimal(&figures));
            }
        }
    }
    found
}
