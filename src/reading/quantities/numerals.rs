//! Numbers in words, magnitudes, and both together: "twenty-nine", "1.2 million", "a dozen", "tens of thousands".

use super::figures::{self, Form};
use super::passage::Passage;
use crate::text::words::lower;

/// A number with where it ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    /// What it says.
    pub(super) value: f64,
    /// The byte after it.
    pub(super) end: usize,
    /// The token after it.
    pub(super) to: usize,
    /// The magnitudes in it: a million in "1.2 million", 1 where there are none.
    pub(super) scale: f64,
    /// What is known of its form.
    pub(super) form: Shape,
}

/// The form of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Digits alone.
    Digits,
    /// Figures with a separator, a decimal or a magnitude.
    Figures,
    /// Words.
    Words,
    /// The word "one".
    One,
    /// A plural or an uncounted number of a magnitude: hundreds, several million.
    Vague,
    /// A part of a whole: half, two-thirds, one in five.
    Share,
    /// No number after all: a date, a score, an identifier.
    Other,
}

/// The value of a number word below a hundred.
pub(super) fn small(word: &str) -> Option<u32> {
    Some(match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

/// Whether `word`, case aside, can begin a number in words.
pub(super) fn is_start(word: &str) -> bool {
    let mut buffer = [0; 10];
    if word.len() > buffer.len() {
        return false;
    }
    let Some(word) = lower(word, &mut buffer) else { return false };
    matches!(word, "a" | "an" | "half" | "several" | "many" | "few") || small(word).is_some() || plural(word).is_some()
}

/// The value of a magnitude in the singular, with the wires' short forms.
pub(super) fn magnitude(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" => 12.0,
        "hundred" => 1e2,
        "thousand" => 1e3,
        "lakh" => 1e5,
        "million" | "mln" | "mn" | "mio" => 1e6,
        "crore" | "cr" => 1e7,
        "billion" | "bln" | "bn" => 1e9,
        "trillion" | "trn" | "tn" => 1e12,
        _ => return None,
    })
}

/// The value of a magnitude in the plural.
pub(super) fn plural(word: &str) -> Option<f64> {
    Some(match word {
        "tens" => 10.0,
        "scores" => 20.0,
        "dozens" | "hundreds" | "thousands" | "lakhs" | "millions" | "crores" | "billions" | "trillions" => {
            return magnitude(&word[..word.len() - 1]);
        }
        _ => return None,
    })
}

/// `value` without the noise of binary fractions: four decimals are more than news gives.
pub(super) fn tidy(value: f64) -> f64 {
    if value.abs() < 1e11 { (value * 1e4).round() / 1e4 } else { value.round() }
}

/// The number that begins at token `at`, magnitudes included; `money` says that a currency is before it.
pub(super) fn read(passage: &Passage<'_>, at: usize, money: bool) -> Option<Amount> {
    if passage.is_figure(at) {
        let span = passage.span(at);
        return in_figures(passage, at, span.start, money);
    }
    let word = passage.key(at);
    vague(passage, at, &word).or_else(|| in_words(passage, at))
}

/// A number in figures from byte `start` of token `at` on.
pub(super) fn in_figures(passage: &Passage<'_>, at: usize, start: usize, money: bool) -> Option<Amount> {
    // "June 5 200 people": no group goes on after a day of the month
    let spaces = !passage.is_month(at.wrapping_sub(1));
    let block = passage.span(passage.limit - 1).end;
    let figure = figures::read(passage.text.source.get(start..block)?, spaces, money)?;
    let end = start + figure.length;
    let to = passage.token_after(at, end);
    let form = match figure.form {
        Form::Plain => Shape::Digits,
        Form::Written => Shape::Figures,
        Form::Fraction => Shape::Share,
        Form::Other => Shape::Other,
    };
    let amount = Amount { value: figure.value, end, to, scale: 1.0, form };
    Some(if form == Shape::Other { amount } else { magnify(passage, amount, money) })
}

/// `amount` with the magnitudes after it: "million", "-million", "bn", "lakh crore".
fn magnify(passage: &Passage<'_>, mut amount: Amount, money: bool) -> Amount {
    loop {
        let joint = usize::from(passage.is_joint(amount.to));
        let at = amount.to + joint;
        let word = passage.key(at);
        let glued = joint == 0 && passage.is_joined(at);
        let size = match &*word {
            // "5m" alone is a length, "$5m" is not; "100k" is a hundred thousand of anything
            // "$2MM": a thousand thousands, in the trade's Roman figures
            "m" | "mm" if money && joint == 0 => 1e6,
            "b" if money && joint == 0 => 1e9,
            "k" if glued => 1e3,
            "cr" if !money && !glued => return amount,
            "crores" => 1e7,
            "lakhs" => 1e5,
            "millions" => 1e6,
            "billions" => 1e9,
            _ => match magnitude(&word) {
                Some(size) if !(joint > 0 && size < 1e3) => size,
                _ => return amount,
            },
        };
        let (value, end) = (tidy(amount.value * size), passage.span(at).end);
        amount = Amount { value, end, to: at + 1, scale: amount.scale * size, form: Shape::Figures };
    }
}

/// Hundreds, tens of thousands, several million, a few hundred.
fn vague(passage: &Passage<'_>, at: usize, word: &str) -> Option<Amount> {
    let begin = match word {
        "several" | "many" | "few" => at + 1,
        "a" if passage.is(at + 1, "few") || passage.is(at + 1, "couple") => at + 2,
        _ => at,
    };
    if begin > at {
        let begin = begin + usize::from(passage.is(begin, "of") && passage.is(begin - 1, "couple"));
        let mut value = magnitude(&passage.key(begin)).filter(|_| passage.key(begin).len() > 4)?;
        let mut to = begin + 1;
        while let Some(size) = magnitude(&passage.key(to)).filter(|_| passage.key(to).len() > 4) {
            value *= size;
            to += 1;
        }
        return Some(Amount { value, end: passage.span(to - 1).end, to, scale: 1.0, form: Shape::Vague });
    }
    let mut value = plural(word)?;
    let mut to = at + 1;
    while passage.is(to, "of") {
        let key = passage.key(to + 1);
        let Some(size) = plural(&key).or_else(|| magnitude(&key).filter(|_| key.len() > 4)) else { break };
        value *= size;
        to += 2;
    }
    let scores = word == "scores" && !(passage.is(to, "of") && starts_scores(passage, at));
    if scores || word == "tens" && to == at + 1 {
        return None;
    }
    Some(Amount { value: tidy(value), end: passage.span(to - 1).end, to, scale: 1.0, form: Shape::Vague })
}

/// Whether "scores of" here means many: not the scores of a test or a game.
fn starts_scores(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_opening(at)
        || matches!(
            &*passage.key(at - 1),
            "and"
                | "with"
                | "by"
                | "killed"
                | "killing"
                | "injured"
                | "injuring"
                | "wounded"
                | "wounding"
                | "of"
                | "left"
                | "for"
                | "as"
                | "to"
                | "from"
                | "among"
                | "are"
                | "were"
                | "arrested"
                | "that"
                | "in"
        )
}

/// "a million", "a half million", "half a million", "half-dozen", "a quarter of a million".
pub(super) fn with_article(passage: &Passage<'_>, at: usize) -> Option<Amount> {
    let word = passage.key(at);
    let exact = |value: f64, to: usize| {
        let form = Shape::Words;
        Some(Amount { value: tidy(value), end: passage.span(to - 1).end, to, scale: 1.0, form })
    };
    // the magnitude at `to` and those after it
    let size = |to: usize| {
        let mut value = magnitude(&passage.key(to)).filter(|_| passage.key(to).len() > 4)?;
        let mut to = to + 1;
        while let Some(more) = magnitude(&passage.key(to)).filter(|&more| more > 100.0 && passage.key(to).len() > 4) {
            value *= more;
            to += 1;
        }
        // "a million-dollar deal": the article belongs to the deal
        (!passage.is_joint(to)).then_some((value, to))
    };
    let (begin, part) = match &*word {
        "a" | "an" if passage.is(at + 1, "half") => (at + 2, 0.5),
        "a" | "an" if passage.is(at + 1, "quarter") && passage.is(at + 2, "of") => (at + 3, 0.25),
        // "a quarter million", "a quarter-billion"; "three quarters of a million", "three quarters billion"
        "a" | "an" if passage.is(at + 1, "quarter") => (at + 2, 0.25),
        "three" if quarters(passage, at).is_some() => (quarters(passage, at)?, 0.75),
        "half" => (at + 1, 0.5),
        "a" | "an" => {
            let (value, to) = size(at + 1)?;
            return exact(value, to);
        }
        _ => return None,
    };
    let hyphen = usize::from(passage.is_joint(begin));
    let article = usize::from(passage.is(begin + hyphen, "a"));
    let second = usize::from(hyphen + article == 2 && passage.is_joint(begin + 2));
    let (value, to) = size(begin + hyphen + article + second)?;
    exact(value * part, to)
}

/// The token after "three quarters", "three-quarters of".
fn quarters(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let word = at + 1 + usize::from(passage.is_joint(at + 1));
    passage.is(word, "quarters").then(|| word + 1 + usize::from(passage.is(word + 1, "of")))
}

/// A number in words: "twenty-nine", "one hundred and five thousand", "two and a half million".
fn in_words(passage: &Passage<'_>, at: usize) -> Option<Amount> {
    let begin = small(&passage.key(at))?;
    // "nineteen ninety-four" is a year, "nineteen eighty" too
    let ten = |at| small(&passage.key(at)).is_some_and(|value| value > 9);
    if (10..21).contains(&begin) && ten(at + 1) {
        let joint = passage.is_joint(at + 2) && small(&passage.key(at + 3)).is_some();
        let to = at + 2 + if joint { 2 } else { 0 };
        return Some(Amount { value: 0.0, end: passage.span(to - 1).end, to, scale: 1.0, form: Shape::Other });
    }
    let (mut total, mut current, mut scale, mut to) = (0.0, f64::from(begin), 1.0, at + 1);
    // how large the next part must be smaller than: after "twenty" a unit may come, after "hundred" anything below it
    let mut room = if (20..100).contains(&begin) { 10 } else { 0 };
    loop {
        let hyphen = usize::from(passage.is_joint(to));
        let joined = usize::from(
            hyphen == 0 && room == 100 && passage.is(to, "and") && !passage.is(at.wrapping_sub(1), "between"),
        );
        let next = to + hyphen + joined;
        let key = passage.key(next);
        if let Some(value) = small(&key).filter(|&value| value > 0 && value < room) {
            current += f64::from(value);
            scale = 1.0;
            room = if (20..100).contains(&value) { 10 } else { 0 };
        } else if joined == 0
            && let Some(size) = magnitude(&key).filter(|_| key.len() > 4)
        {
            if size == 100.0 || size == 12.0 {
                if current == 0.0 {
                    break;
                }
                current *= size;
            } else {
                total += current * size;
                current = 0.0;
            }
            scale *= size;
            room = 100;
        } else if let Some((part, after)) = and_a_half(passage, to) {
            current += part;
            to = after;
            if let Some(size) = magnitude(&passage.key(to)).filter(|_| passage.key(to).len() > 4) {
                current *= size;
                scale = size;
                to += 1;
            }
            break;
        } else {
            break;
        }
        to = next + 1;
    }
    let value = tidy(total + current);
    let form = if to == at + 1 && begin == 1 { Shape::One } else { Shape::Words };
    Some(Amount { value, end: passage.span(to - 1).end, to, scale, form })
}

/// "and a half", "-and-a-half", "and a quarter", "and half" after a number.
fn and_a_half(passage: &Passage<'_>, at: usize) -> Option<(f64, usize)> {
    let and = at + usize::from(passage.is_joint(at));
    let mut at = and + 1 + usize::from(passage.is_joint(and + 1));
    if !passage.is(and, "and") {
        return None;
    }
    let article = passage.is(at, "a");
    if article {
        at += 1 + usize::from(passage.is_joint(at + 1));
    }
    let part = match &*passage.key(at) {
        "half" => 0.5,
        "quarter" if article => 0.25,
        "third" if article => 1.0 / 3.0,
        _ => return None,
    };
    Some((part, at + 1))
}
