//! A person's name whole: particles, initials and other parts at its edges that belong to it by the customs of a language.

use super::{is_place, runs, same, title_words};
use crate::text::Text;
use crate::text::given;
use crate::text::tokens::Kind;
use crate::text::words::is_all_caps;
use std::ops::Range;

/// Particles before a surname that are no other word of English at that place: `van den Berg`, `dela Cruz`.
const LEADING: [&str; 24] = [
    "abu", "ap", "bin", "bint", "da", "dal", "de", "del", "dela", "della", "den", "der", "di", "dos", "du", "ibn",
    "ter", "van", "vom", "von", "vd", "zu", "zum", "zur",
];
/// Words that join two names of one person, beside those: Kikuyu `wa`, Maasai `ole`, Kalenjin `arap`.
const JOINING: [&str; 3] = ["arap", "ole", "wa"];
/// Words before "van" where it is a car.
const ARTICLES: [&str; 12] =
    ["a", "an", "delivery", "her", "his", "its", "my", "our", "police", "the", "their", "white"];
/// Particles in one name at most.
const MOST: usize = 3;

fn is_one_of(list: &[&str], word: &str) -> bool {
    list.iter().any(|one| word.eq_ignore_ascii_case(one))
}

/// Whether token `at` is such a particle, also the article after one: `de los Reyes`. In capitals it is something else.
fn is_leading(text: &Text<'_>, at: usize) -> bool {
    let de = || at.checked_sub(1).and_then(|at| text.word(at)).is_some_and(|word| word.eq_ignore_ascii_case("de"));
    text.word(at).is_some_and(|word| {
        !is_all_caps(word) && (is_one_of(&LEADING, word) || is_one_of(&["la", "las", "los"], word) && de())
    })
}

/// Whether only spaces are between token `at` and the one before it.
fn spaced(text: &Text<'_>, at: usize) -> bool {
    let (Some(before), Some(token)) = (at.checked_sub(1).and_then(|at| text.tokens.get(at)), text.tokens.get(at))
    else {
        return false;
    };
    let between = text.source.get(before.span().end..token.span().start);
    between.is_some_and(|between| !between.is_empty() && !between.contains(['\n', '\r']))
}

/// Whether token `at` is an apostrophe right after a word.
fn is_apostrophe(text: &Text<'_>, at: usize) -> bool {
    (text.is_mark(at, '\'') || text.is_mark(at, '’')) && !text.tokens[at].spaced
}

/// Where the name of a person at `tokens` begins, with initials and particles before it: `A.P. Roe`, `van den Berg`.
pub(super) fn start(text: &Text<'_>, tokens: &Range<usize>) -> usize {
    let mut start = tokens.start;
    let before = |start: usize| start.checked_sub(1).filter(|_| spaced(text, start));
    while let Some(at) = before(start).filter(|at| tokens.start - at <= MOST) {
        let particle = text.word(at).is_some_and(|word| {
            let car = word == "van"
                && at.checked_sub(1).and_then(|at| text.word(at)).is_some_and(|it| is_one_of(&ARTICLES, it));
            is_leading(text, at) && !car
        });
        if !particle {
            break;
        }
        start = at;
    }
    // the fourteenth of July in a language that writes it like a name
    if start.checked_sub(1).is_some_and(|at| text.tokens[at].kind == Kind::Number) {
        start = tokens.start;
    }
    // the given name before a particle that is written small
    let small = text.word(start).is_some_and(|word| word.starts_with(char::is_lowercase));
    if start < tokens.start && small {
        let given = |at: &usize| text.word(*at).is_some_and(|word| runs::is_name(text, *at) && is_free(word));
        if let Some(at) = before(start).filter(given) {
            start = at;
        }
    }
    // Mwangi wa Njoroge, Achieng' Ouma
    let given = |at: usize| runs::is_name(text, at) && text.word(at).is_some_and(is_free);
    let joined =
        before(start).filter(|&at| text.word(at).is_some_and(|word| JOINING.contains(&word)) && spaced(text, at));
    if let Some(at) = joined.and_then(|at| at.checked_sub(1)).filter(|&at| given(at)) {
        start = at;
    }
    let mark = before(start).filter(|&at| is_apostrophe(text, at));
    if let Some(at) = mark
        .and_then(|at| at.checked_sub(1))
        .filter(|&at| given(at) && text.word(at).is_some_and(|word| word.ends_with("ng")))
    {
        start = at;
    }
    while let Some(at) = before(start).filter(|at| tokens.start - at <= 2 * MOST) {
        let token = text.tokens[at];
        let word = text.str(token);
        if token.kind != Kind::Initials
            || same::is_country(word)
            || is_place(word)
            || matches!(word, "P.S." | "N.B.")
            || word.len() > 6
        {
            break;
        }
        start = at;
    }
    start
}

/// Whether a capitalised word can be a given name: it opens no sentence and is no title or place.
fn is_free(word: &str) -> bool {
    !runs::is_opener(word) && title_words::part(word).is_none() && (given::is_given(word) || !is_place(word))
}

/// Where the name of a person at `tokens` ends, with what particles, a Nilotic `ng'` or `Jr.` join to it: `Anouk` and
/// then `van der Meer`.
pub(super) fn end(text: &Text<'_>, tokens: &Range<usize>) -> usize {
    let mut end = tokens.end;
    // Bae Ji- and then won
    if tokens.len() > 1 && runs::is_hyphen(text, end - 1) && text.word(end).is_some_and(|word| word.len() <= 5) {
        end += 1;
    }
    let mut next = end;
    while next < end + MOST
        && spaced(text, next)
        && text.word(next).is_some_and(|word| {
            word.starts_with(char::is_lowercase) && (is_leading(text, next) || is_one_of(&JOINING, word))
        })
    {
        next += 1;
    }
    if next > end && spaced(text, next) && runs::is_name(text, next) {
        end = next + 1;
        while runs::is_hyphen(text, end) && runs::is_name(text, end + 1) {
            end += 2;
        }
    }
    // Achieng' Ouma
    let last = text.word(end - 1).unwrap_or("");
    if tokens.len() == 1
        && last.ends_with("ng")
        && is_apostrophe(text, end)
        && spaced(text, end + 1)
        && runs::is_name(text, end + 1)
    {
        end += 2;
    }
    // the full stop of "Jr." where no sentence ends
    let last = text.word(end - 1).unwrap_or("");
    let goes_on =
        || text.is_mark(end + 1, ',') || text.word(end + 1).is_some_and(|word| word.starts_with(char::is_lowercase));
    if matches!(last, "Jr" | "Sr") && text.is_mark(end, '.') && !text.tokens[end].spaced && goes_on() {
        end += 1;
    }
    end
}
