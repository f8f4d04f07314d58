//! Parts of a whole: "half of", "two-thirds", "a quarter", "one in five", "eight out of 10".

use super::numerals::{self, Amount, Shape, tidy};
use super::passage::Passage;

/// The denominator a word names, and whether it is a plural.
fn denominator(word: &str) -> Option<(f64, bool)> {
    Some(match word {
        "half" => (2.0, false),
        "halves" => (2.0, true),
        "third" => (3.0, false),
        "thirds" => (3.0, true),
        "quarter" | "fourth" => (4.0, false),
        "quarters" | "fourths" => (4.0, true),
        "fifth" => (5.0, false),
        "fifths" => (5.0, true),
        "sixth" => (6.0, false),
        "sixths" => (6.0, true),
        "seventh" => (7.0, false),
        "eighth" => (8.0, false),
        "eighths" => (8.0, true),
        "ninth" => (9.0, false),
        "tenth" => (10.0, false),
        "tenths" => (10.0, true),
        "hundredth" => (100.0, false),
        "hundredths" => (100.0, true),
        _ => return None,
    })
}

/// The share that begins at token `at`.
pub(super) fn read(passage: &Passage<'_>, at: usize) -> Option<Amount> {
    let share = |value: f64, to: usize| {
        Some(Amount { value: tidy(value), end: passage.span(to - 1).end, to, scale: 1.0, form: Shape::Share })
    };
    if passage.is_figure(at) {
        return ratio(passage, numerals::read(passage, at, false)?).and_then(|(value, to)| share(value, to));
    }
    let word = passage.key(at);
    match &*word {
        "half" => is_half(passage, at).then(|| share(0.5, at + 1)).flatten(),
        "a" | "an" => {
            let (bottom, plural) = denominator(&passage.key(at + 1))?;
            let stands = !plural && is_part(passage, at, at + 2);
            stands.then(|| share(1.0 / bottom, at + 2)).flatten()
        }
        _ => {
            let top = numerals::small(&word).filter(|&top| top > 0 && top < 20)?;
            let joint = usize::from(passage.is_joint(at + 1));
            if let Some((bottom, plural)) = denominator(&passage.key(at + 1 + joint))
                && plural == (top > 1)
                && (joint > 0 || is_part(passage, at, at + 2))
                // "two quarters of growth" are half a year
                && (joint > 0 || top == 3 || bottom != 4.0 || !plural)
                && f64::from(top) < bottom
            {
                return share(f64::from(top) / bottom, at + 2 + joint);
            }
            ratio(passage, numerals::read(passage, at, false)?).and_then(|(value, to)| share(value, to))
        }
    }
}

/// Whether "half" at `at` is a share: not a half of a match, not "half an hour", not "half-brother".
fn is_half(passage: &Passage<'_>, at: usize) -> bool {
    let after = passage.key(at + 1);
    let before = passage.key(at.wrapping_sub(1));
    if passage.is_joint(at + 1)
        || at > passage.start && passage.is_joint(at - 1)
        || matches!(
            &*before,
            "first"
                | "second"
                | "other"
                | "better"
                | "final"
                | "opening"
                | "closing"
                | "latter"
                | "in"
                | "and"
                | "each"
        )
    {
        return false;
    }
    matches!(
        &*after,
        "of" | "the"
            | "its"
            | "his"
            | "her"
            | "their"
            | "our"
            | "my"
            | "your"
            | "those"
            | "these"
            | "that"
            | "a"
            | "an"
    ) || matches!(
        &*before,
        "by" | "than"
            | "about"
            | "around"
            | "almost"
            | "nearly"
            | "roughly"
            | "over"
            | "under"
            | "least"
            | "most"
            | "only"
            | "just"
            | "some"
            | "approximately"
            | "which"
            | "whom"
            | "to"
            | "perhaps"
    )
}

/// Whether "a third", "one quarter", "two thirds" in front of `to` is a share and not the third of a row.
fn is_part(passage: &Passage<'_>, at: usize, to: usize) -> bool {
    if passage.is_joint(to) {
        return false;
    }
    let after = passage.key(to);
    if matches!(&*after, "of" | "less" | "more" | "fewer" | "higher" | "lower" | "larger" | "smaller") {
        return true;
    }
    let before = matches!(
        &*passage.key(at.wrapping_sub(1)),
        "by" | "than"
            | "about"
            | "around"
            | "almost"
            | "nearly"
            | "roughly"
            | "over"
            | "under"
            | "least"
            | "only"
            | "just"
            | "approximately"
            | "some"
            | "up"
            | "down"
    );
    before && (after.is_empty() || super::noun::is_stop(&after))
}

/// "in five", "out of 10", "in every 100" after `top`: the share and the token after it.
fn ratio(passage: &Passage<'_>, top: Amount) -> Option<(f64, usize)> {
    if !matches!(top.form, Shape::Digits | Shape::Words | Shape::One) || top.value < 1.0 || top.value > 999.0 {
        return None;
    }
    let mut at = top.to;
    let out = passage.is(at, "out") && passage.is(at + 1, "of");
    let of = passage.is(at, "of");
    if !(out || of || passage.is(at, "in")) {
        return None;
    }
    at += 1 + usize::from(out);
    let every = passage.is(at, "every");
    at += usize::from(every);
    let bottom = numerals::read(passage, at, false)?;
    let form = matches!(bottom.form, Shape::Digits | Shape::Words | Shape::Figures);
    let round = [10.0, 100.0, 1000.0, 10_000.0, 100_000.0, 1e6].contains(&bottom.value);
    // "of" joins a part to any number, "in" a count to a year: only round wholes make a ratio of those
    let fits =
        if of { round && top.value > 1.0 } else { out || every || round || top.value <= 10.0 && bottom.value <= 50.0 };
    let year = bottom.form == Shape::Digits && (1500.0..2100.0).contains(&bottom.value);
    let time = super::unit::is_time(&passage.key(bottom.to)) || passage.is_month(bottom.to);
    let whole = bottom.value.fract() == 0.0 && top.value < bottom.value && !passage.is_joint(bottom.to);
    (form && fits && whole && !(year || time)).then_some((top.value / bottom.value, bottom.to))
}
