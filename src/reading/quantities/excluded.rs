//! Numbers that are no quantities: dates, clock times, ages, labels, names, addresses, scores.

use super::numerals::{Amount, Shape};
use super::passage::Passage;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, word_list};

/// Words that number what follows them.
static LABELS: WordList = word_list!("labels.txt");

/// Whether the number from token `at` on is part of a date, a clock time or a name, as its surroundings tell,
/// whatever noun may follow.
pub(super) fn is_fixed(passage: &Passage<'_>, at: usize, amount: &Amount) -> bool {
    if amount.form == Shape::Other || is_phone(passage, at) || is_stoppage(passage, at, amount) {
        return true;
    }
    let stop = usize::from(passage.mark(at.wrapping_sub(1)) == Some('.') && passage.is_joined(at.wrapping_sub(1)));
    let before = at.wrapping_sub(1 + stop);
    let day = amount.value <= 31.0 && amount.value.fract() == 0.0;
    let plain = amount.form == Shape::Digits;
    let by_month =
        plain && (passage.is_month(before) && (day || is_year(amount)) || day && passage.is_month(amount.to));
    let number = passage.is(before, "no") && (stop > 0 || passage.is_capitalised(before)) && plain;
    // "Ward 7 voters" are those of a ward, "the week two men came" counts men
    let label = match LABELS.get(&passage.key(before)) {
        Some("") => !passage.is(before, "no") && stop == 0,
        Some(_) => plain && passage.is_capitalised(before) && !passage.title,
        None => false,
    };
    // "the age of 54", "aged between 70 and 79", "aged at least 18"
    let begin = super::marker::before(passage, at).map_or(before, |(begin, _)| begin.wrapping_sub(1));
    let inner = usize::from(matches!(&*passage.key(begin), "of" | "between" | "from"));
    let age = matches!(&*passage.key(begin.wrapping_sub(inner)), "age" | "ages" | "aged");
    // "in his 40s", "the 1990s", "the 21st", "4x4"
    let clitic = passage.token(amount.to).is_some_and(|token| token.kind == Kind::Clitic && plain);
    let ending = passage.is_joined(amount.to)
        && (clitic || matches!(&*passage.key(amount.to), "s" | "st" | "nd" | "rd" | "th" | "x"));
    // "7.30 pm", "9 o'clock", "12:45", and the feet of 6'3"
    let clock = matches!(&*passage.key(amount.to), "am" | "pm" | "a.m." | "p.m." | "o'clock" | "gmt" | "noon")
        || matches!(passage.mark(amount.to), Some(':' | '\'' | '’' | '′'))
            && passage.is_joined(amount.to)
            && passage.is_joined(amount.to + 1)
            && passage.is_figure(amount.to + 1);
    // "7-Eleven", "Form 10-K"; in a title every word has its capital
    let capital = |at: usize| !passage.title && passage.is_capitalised(at);
    let own = |at: usize| capital(at) && !passage.is_opening(at);
    let ends = |at: usize| passage.word(at).is_none() || super::noun::is_stop(&passage.key(at));
    let named = plain
        && (passage.is_joint(amount.to) && capital(amount.to + 1)
            // "1 Harbour Road", "the Group of 77", "BMW 3 Series", "iPad 2"
            || passage.str(at) == "1" && capital(amount.to) && (amount.to + 1..amount.to + 4).any(|at| is_street(&passage.key(at)))
            || passage.is(before, "of") && own(before.wrapping_sub(1)) && is_group(&passage.key(before.wrapping_sub(1)))
            // "the 1400 block of Elm Street", as American police give a place
            || passage.is(amount.to, "block") && passage.is(amount.to + 1, "of")
            || own(before) && capital(amount.to) && is_model(&passage.key(amount.to))
            || passage.word(before).is_some_and(has_inner_capital)
            || passage.is(before, "the") && is_service(&passage.key(amount.to)) && ends(amount.to + 1)
            || is_second(passage, before) && ends(amount.to));
    by_month || number || label || age || ending || clock || named
}

/// Whether `word` is a product's name like "iPad".
fn has_inner_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase()) && word.contains(|c: char| c.is_ascii_uppercase())
}

/// Whether `word` ends the name of a street.
fn is_street(word: &str) -> bool {
    matches!(
        word,
        "road" | "street" | "lane" | "avenue" | "square" | "drive" | "terrace" | "crescent" | "boulevard" | "row"
    )
}

/// Whether `word` names those who are numbered: "the Group of 77", "the Round of 16".
fn is_group(word: &str) -> bool {
    matches!(word, "group" | "gang" | "committee" | "council" | "round")
}

/// Whether `word` follows the number in a product's name: "BMW 3 Series"; not "In Oslo 30 Norwegians were hurt".
fn is_model(word: &str) -> bool {
    matches!(word, "series" | "class" | "pro" | "max" | "plus" | "mini" | "ultra" | "coupe")
}

/// What runs under a number: "the 73 bus".
fn is_service(word: &str) -> bool {
    matches!(word, "bus" | "tram" | "train" | "ferry" | "shirt" | "jersey")
}

/// Whether what joins two numbers at `before` follows a label and the first of them: "counts 3 and 4", "photo 3 of 12".
fn is_second(passage: &Passage<'_>, before: usize) -> bool {
    let joins = passage.is_any(before, &["and", "or", "to", "of"]) || passage.mark(before) == Some('&');
    let first = before.wrapping_sub(1);
    joins && passage.is_figure(first) && LABELS.has(&passage.key(first.wrapping_sub(1)))
}

/// Whether the number at `at` is one of the groups of a telephone number: `0800 555 0123`, `+44 20 7946 0000`.
fn is_phone(passage: &Passage<'_>, at: usize) -> bool {
    const MOST: usize = 6;
    let group = |at: usize| {
        let figures = passage.str(at);
        passage.is_figure(at) && figures.len() <= 5 && figures.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !group(at) {
        return false;
    }
    let first = at - (1..=MOST).take_while(|&step| at >= passage.start + step && group(at - step)).count();
    let count = (first..first + MOST).take_while(|&at| group(at)).count();
    let opens = passage.mark(first.wrapping_sub(1)) == Some('+') || passage.str(first).starts_with('0');
    let long = (first..first + count).map(|at| passage.str(at).len()).sum::<usize>() >= 7;
    let called =
        matches!(&*passage.key(first.wrapping_sub(1)), "call" | "phone" | "tel" | "telephone" | "dial" | "ring");
    count >= 2 && long && (opens || called)
}

/// Whether the number at `at` is a minute of a match with those added to it: `45+2 minutes`.
fn is_stoppage(passage: &Passage<'_>, at: usize, amount: &Amount) -> bool {
    let plus = |at: usize| passage.mark(at) == Some('+') && passage.is_joined(at);
    let after = plus(amount.to) && passage.is_joined(amount.to + 1) && passage.is_figure(amount.to + 1);
    after || plus(at.wrapping_sub(1)) && passage.is_joined(at) && passage.is_figure(at.wrapping_sub(2))
}

/// Whether the token at `at` is attached to what is before it: `Covid-19`, `F-16`, `high-five`, `#7`, `item/3`.
pub(super) fn is_attached(passage: &Passage<'_>, at: usize) -> bool {
    if !passage.is_joined(at) {
        return false;
    }
    let Some(mark) = passage.mark(at - 1) else {
        // "RM7.8" is met at its letters
        return true;
    };
    let hung = passage.is_joined(at - 1)
        && (passage.word(at.wrapping_sub(2)).is_some() || passage.is_figure(at.wrapping_sub(2)));
    match mark {
        '#' | '@' | '_' | '=' | '&' | '*' => true,
        // "a .22 rifle"
        '.' if !passage.is_joined(at - 1) => true,
        '-' | '‐' | '‑' | '/' | '.' | ':' | ',' | '+' | '\'' | '’' | '′' => hung,
        '"' => passage.mark(at.wrapping_sub(2)) == Some('='),
        _ => false,
    }
}

/// Whether `amount` looks like a year.
pub(super) fn is_year(amount: &Amount) -> bool {
    amount.form == Shape::Digits && (1500.0..2100.0).contains(&amount.value)
}

/// Whether a number with a counted noun at token `noun` is no quantity: the year of a thing ("the 2016
/// elections"), a name ("Six Nations"), the number of a label ("week two").
pub(super) fn is_name(passage: &Passage<'_>, at: usize, amount: &Amount, noun: usize, marked: bool) -> bool {
    if is_year(amount) && (!marked || may_mark_year(passage, at)) {
        let round = amount.value % 100.0 == 0.0
            && amount.value < 2000.0
            && !matches!(&*passage.key(at.wrapping_sub(1)), "the" | "in" | "of");
        let persons =
            matches!(&*passage.key(noun), "people" | "persons" | "men" | "women" | "children" | "troops" | "soldiers");
        return !(round || persons);
    }
    // "the Four Seasons", "Six Nations": capitals in running text
    let word = matches!(amount.form, Shape::Words | Shape::One);
    word && passage.is_capitalised(at) && !passage.title && !passage.is_opening(at) && passage.is_capitalised(amount.to)
}

/// Whether a number without unit and noun is still a quantity. `at` is its token, `from` that of its marker.
pub(super) fn is_bare_quantity(passage: &Passage<'_>, at: usize, from: usize, amount: &Amount) -> bool {
    let before = passage.key(from.wrapping_sub(1));
    let marked = from < at;
    match amount.form {
        Shape::Other | Shape::One => return false,
        Shape::Vague | Shape::Share => return true,
        Shape::Words
            if amount.value == 0.0 && !matches!(&*before, "to" | "from" | "near" | "at" | "below" | "above") =>
        {
            return false;
        }
        _ => {}
    }
    if LABELS.has(&before) || passage.is_joint(amount.to) || is_score(passage, at) {
        return false;
    }
    // "65 and older", "12 or under"
    let older = matches!(&*passage.key(amount.to), "and" | "or")
        && matches!(&*passage.key(amount.to + 1), "older" | "over" | "above" | "younger" | "under" | "below" | "up");
    if older {
        return false;
    }
    if amount.form == Shape::Digits && is_code(passage, from) {
        return false;
    }
    // "younger than 30", "died at 92", "zero in on", "401(k)", "’12"
    let earlier = passage.key(from.wrapping_sub(2));
    let aged = &*before == "than" && matches!(&*earlier, "older" | "younger")
        || &*before == "at" && matches!(&*earlier, "dies" | "died" | "dead");
    let zeroed = amount.value == 0.0 && passage.is(amount.to, "in");
    let named = passage.mark(amount.to) == Some('(') && passage.is_joined(amount.to);
    let short_year = amount.form == Shape::Digits
        && passage.str(at).len() == 2
        && passage.is_joined(at)
        && matches!(passage.mark(at.wrapping_sub(1)), Some('\'' | '’'));
    if aged || zeroed || named || short_year {
        return false;
    }
    // "at six", "people over 65", "children under five"
    let hour =
        matches!(&*before, "at" | "until" | "till") && amount.value <= 12.0 && !marked && amount.value.fract() == 0.0;
    if hour || marked && is_age_group(&before) {
        return false;
    }
    if amount.form == Shape::Words {
        return !passage.is_capitalised(at)
            || passage.title
            || passage.is_opening(at)
            || passage.str(at).eq_ignore_ascii_case("a");
    }
    let old_year = (1000.0..1500.0).contains(&amount.value) && amount.form == Shape::Digits;
    let dated = matches!(
        &*passage.key(at.wrapping_sub(1)),
        "in" | "until" | "since" | "around" | "circa" | "by" | "before" | "after"
    );
    if old_year && dated || is_year(amount) && (!marked || may_mark_year(passage, at)) {
        return false;
    }
    // the emergency number, in "a 911 call", "dial 999"
    let dials = |at: usize| {
        passage
            .is_any(at, &["call", "called", "dial", "dialled", "dialed", "ring", "rang", "phone", "phoned", "contact"])
    };
    let dialled = passage.str(at).len() == 3
        && (dials(from.wrapping_sub(1))
            || &*before == "on" && (2..=5).filter_map(|step| from.checked_sub(step)).any(dials));
    let emergency = (passage.str(at) == "911" || dialled && amount.form == Shape::Digits) && !marked;
    if emergency
        || is_age(passage, from, amount)
        || is_enclosed(passage, at, amount)
        || is_list_number(passage, at, amount)
    {
        return false;
    }
    if marked || amount.form == Shape::Figures && amount.value >= 1000.0 {
        return true;
    }
    let named = passage.is_capitalised(from.wrapping_sub(1)) && !super::noun::is_stop(&before);
    let next = passage.word(amount.to).is_some()
        && passage.is_capitalised(amount.to)
        && !super::unit::is_time(&passage.key(amount.to))
        && !super::noun::is_stop(&passage.key(amount.to));
    passage.title || !(named || next)
}

/// Whether the figures at `from` are a code or drawn by lot: "the code was 3312", "text HELP to 60777", "the winning
/// numbers were 4, 11 and 23".
fn is_code(passage: &Passage<'_>, from: usize) -> bool {
    const MOST: usize = 16;
    let is = |at: usize, words: &[&str]| passage.is_any(at, words);
    if is(from.wrapping_sub(1), &["to", "on"]) && passage.str(from).len() == 5 {
        return (2..=5).filter_map(|step| from.checked_sub(step)).any(|at| is(at, &["text", "texting", "sms"]));
    }
    // back over the numbers of a list
    let first = (1..=MOST).filter_map(|step| from.checked_sub(step)).find(|&at| {
        at < passage.start || !(passage.is_figure(at) || passage.mark(at) == Some(',') || is(at, &["and"]))
    });
    let Some(verb) = first.filter(|&at| is(at, &["is", "was", "are", "were"])) else { return false };
    let noun = verb.wrapping_sub(1);
    is(noun, &["pin", "code", "zip", "postcode", "extension", "password", "passcode"])
        || is(noun, &["ball", "balls"])
        || is(noun, &["number", "numbers"])
            && is(
                noun.wrapping_sub(1),
                &["winning", "lottery", "lucky", "drawn", "bonus", "phone", "claim", "case", "flight"],
            )
}

/// Whether the marker before `at` may as well belong to a year: "around 2005", "below 1990 levels".
fn may_mark_year(passage: &Passage<'_>, at: usize) -> bool {
    matches!(&*passage.key(at.wrapping_sub(1)), "about" | "around" | "over" | "under" | "circa" | "below" | "above")
}

/// Whether `group` names people by their age when "over 65" follows.
fn is_age_group(group: &str) -> bool {
    matches!(
        group,
        "people"
            | "persons"
            | "men"
            | "women"
            | "children"
            | "adults"
            | "those"
            | "anyone"
            | "everyone"
            | "citizens"
            | "residents"
            | "patients"
            | "voters"
            | "kids"
            | "youths"
            | "girls"
            | "boys"
            | "workers"
            | "drivers"
            | "all"
            | "aged"
            | "ages"
            | "age"
    )
}

/// Whether the number is the age in "Jane Roe, 42, said".
pub(super) fn is_age(passage: &Passage<'_>, from: usize, amount: &Amount) -> bool {
    let small = amount.value > 0.0 && amount.value <= 120.0 && amount.value.fract() == 0.0;
    let comma = |index| passage.mark(index) == Some(',');
    let alone = matches!(passage.mark(amount.to), Some(',' | ';'))
        && !passage.is_figure(amount.to + 1)
        && !passage.is_figure(from.wrapping_sub(2));
    let set_off = comma(from.wrapping_sub(1)) && (passage.is_capitalised(from.wrapping_sub(2)) || alone)
        || passage.mark(from.wrapping_sub(1)) == Some('(');
    // "he was 93", "she turned 40", "Roe, now 26,"
    let said = matches!(&*passage.key(from.wrapping_sub(1)), "was" | "is" | "turned" | "turns" | "now")
        && (matches!(&*passage.key(from.wrapping_sub(2)), "he" | "she" | "who" | "i")
            || passage.is(from.wrapping_sub(1), "now"));
    let closes = matches!(passage.mark(amount.to), Some(',' | '.' | ';' | ')' | ':' | '-' | '—' | '–'))
        || amount.to >= passage.limit
        || matches!(&*passage.key(amount.to), "and" | "of" | "from" | "was" | "who" | "is" | "a" | "an" | "the");
    small && (said || set_off && closes)
}

/// Whether the number stands alone in brackets: a year, an age, a note.
fn is_enclosed(passage: &Passage<'_>, at: usize, amount: &Amount) -> bool {
    matches!(passage.mark(at.wrapping_sub(1)), Some('(' | '[')) && matches!(passage.mark(amount.to), Some(')' | ']'))
}

/// Whether the number counts the items of a list: "1. First", "2) Second".
fn is_list_number(passage: &Passage<'_>, at: usize, amount: &Amount) -> bool {
    // "first 1) this, 2) that": a bracket that nothing opened
    let closed = passage.mark(amount.to) == Some(')') && amount.value < 50.0;
    if closed && !(at.saturating_sub(12)..at).any(|index| passage.mark(index) == Some('(')) {
        return true;
    }
    let first = at == passage.start || passage.is_opening(at) && passage.mark(at - 1) != Some(':');
    first
        && (matches!(passage.mark(amount.to), Some(')' | ':'))
            || matches!(passage.mark(amount.to), Some('.' | '-' | '–')) && at == passage.start)
        || at == passage.start && amount.to >= passage.limit
}

/// Whether the number is the second half of a score or tally, "3-2", "2-to-1".
fn is_score(passage: &Passage<'_>, at: usize) -> bool {
    at > passage.start + 1 && passage.is_joint(at - 1)
}
