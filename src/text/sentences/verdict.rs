//! Whether a sentence ends at a stop.

use super::Scan;
use super::abbreviations::{self, is_starter};
use super::next::{Lead, Next};
use super::stop::{Sort, Stop};
use crate::calendar::{names, zones};
use crate::text::abbreviations::Abbreviation;
use crate::text::tokens::{Kind, is_apostrophe};
use crate::text::words::{WordList, is_all_caps, is_capitalised, word_list};

static CUES: WordList = word_list!("cues.txt");
static EXCLAIMED: WordList = word_list!("exclaimed.txt");

/// Whether the sentence that is open in `scan` ends after `stop`.
pub(super) fn ends(scan: &Scan<'_>, stop: &Stop) -> bool {
    if stop.sort == Sort::Wide {
        return true;
    }
    let Some(next) = Next::read(scan, stop) else { return true };
    if next.glued {
        return is_missing_space(scan, stop, next);
    }
    match next.lead {
        Lead::Mark => return false,
        Lead::Rule => return true,
        Lead::Ellipsis | Lead::Dash => return stop.sort != Sort::Ellipsis && known(scan, stop).is_none(),
        // `(2012)` after a title
        Lead::Digit if next.bracket && matches!(scan.mark(next.token + 1), Some(')' | ',')) => return false,
        // a remark in brackets
        Lead::Lower if next.bracket && !next.quote => {
            return stop.sort != Sort::Ellipsis && known(scan, stop).is_none();
        }
        _ => {}
    }
    match stop.sort {
        Sort::Raised => ends_raised(scan, stop, next),
        Sort::Ellipsis => ends_ellipsis(scan, stop, next),
        Sort::Full | Sort::Wide => ends_full(scan, stop, next),
    }
}

/// What the word before a single full stop abbreviates.
fn known(scan: &Scan<'_>, stop: &Stop) -> Option<Abbreviation> {
    if stop.is_single(scan) { abbreviations::read(scan, stop.start) } else { None }
}

/// A question or exclamation mark.
fn ends_raised(scan: &Scan<'_>, stop: &Stop, next: Next) -> bool {
    if next.lead == Lead::Lower {
        return false;
    }
    if stop.quote && is_attributed(scan, next) {
        return false;
    }
    let name = stop.start > scan.first
        && scan.kind(stop.start - 1) == Some(Kind::Word)
        && is_capitalised(scan.str(stop.start - 1))
        && EXCLAIMED.has(scan.str(stop.start - 1));
    !name || next.is_starter() || next.quote
}

/// `“Really?” Roe asked`: a name and a verb of saying directly after the quotation.
fn is_attributed(scan: &Scan<'_>, next: Next) -> bool {
    if next.quote || next.bracket {
        return false;
    }
    let pronoun = matches!(scan.str(next.token), "I");
    if next.is_starter() && !pronoun {
        return false;
    }
    // title, first name, middle initial, surname with a hyphen: eight tokens and a verb
    for index in next.token..next.token + 9 {
        match scan.kind(index) {
            Some(Kind::Word) => {
                let word = scan.str(index);
                if !is_capitalised(word) {
                    if CUES.has(word) {
                        return true;
                    }
                    if !matches!(
                        word,
                        "al" | "bin" | "da" | "de" | "del" | "la" | "van" | "von" | "der" | "then" | "also"
                    ) {
                        return false;
                    }
                }
            }
            Some(Kind::Initials) => {}
            Some(Kind::Mark) if matches!(scan.mark(index), Some('.' | '-')) => {}
            _ => return false,
        }
    }
    false
}

/// An ellipsis.
fn ends_ellipsis(scan: &Scan<'_>, stop: &Stop, next: Next) -> bool {
    if next.lead == Lead::Lower {
        return false;
    }
    let bracketed = stop.start > scan.first && matches!(scan.mark(stop.start - 1), Some('[' | '('));
    if bracketed || next.bracket {
        return next.is_starter();
    }
    // with a space on both sides it stands for words left out, seldom for the end (AP, "ellipsis")
    let paused = scan.is_spaced(stop.start) && !stop.quote && stop.marks_end < stop.start + 4;
    !paused || next.quote || next.is_starter() && !is_pronoun_i(scan.str(next.token))
}

fn is_pronoun_i(word: &str) -> bool {
    word == "I" || word.strip_prefix('I').is_some_and(|rest| rest.starts_with(['\'', '’']))
}

/// A full stop.
fn ends_full(scan: &Scan<'_>, stop: &Stop, next: Next) -> bool {
    let abbreviation = known(scan, stop);
    if next.lead == Lead::Handle {
        return abbreviation.is_none();
    }
    if next.lead == Lead::Lower {
        return abbreviation.is_none() && is_hasty(scan, stop, next);
    }
    if is_item_number(scan, stop) {
        return false;
    }
    let Some(abbreviation) = abbreviation else { return true };
    if stop.bracket {
        // (… in the U.S.) Next: the bracket's end, not the sentence's, unless it opened it
        return matches!(scan.mark(scan.first), Some('(' | '['));
    }
    if stop.quote {
        return next.is_starter() || next.quote;
    }
    let word = scan.str(next.token);
    if scan.titled || !next.is_starter() && !next.is_label() && is_all_caps(word) && word.len() > 4 {
        return matches!(abbreviation, Abbreviation::Closing);
    }
    ends_abbreviation(scan, stop, next, abbreviation)
}

/// Whether the sentence ends at an abbreviation with something capitalised or a digit after it.
fn ends_abbreviation(scan: &Scan<'_>, stop: &Stop, next: Next, abbreviation: Abbreviation) -> bool {
    use Abbreviation as A;
    let word = scan.str(next.token);
    let digit = next.lead == Lead::Digit;
    let before = before(scan, stop);
    let quotation = next.quote && !next.bracket && !digit;
    match abbreviation {
        A::Linking => false,
        A::Title => next.is_starter() && !is_capitalised(scan.str(stop.start.saturating_sub(1))),
        A::Numbered => !digit && ends_numbered(scan, stop, next),
        A::Month => {
            next.is_starter()
                || !digit && !next.bracket && before.is_some_and(|word| word.starts_with(char::is_lowercase))
        }
        A::Measure | A::Letters => next.is_starter(),
        A::Closing => true,
        A::Clock => !digit && !is_zone(scan, next) && !opens_with_time(scan, stop),
        A::Street => next.is_starter() && before.is_some_and(|word| is_capitalised(word) || word.ends_with("th")),
        A::State | A::Region => {
            next.is_starter() || next.is_label() || !digit && is_after_comma(scan, stop) && !is_dateline(scan, next)
        }
        A::Firm => {
            next.is_starter() || quotation
                // Acme Lines Inc. (“Acme”): the short name that is agreed on
                || !digit && !next.bracket && is_repeated(scan, stop, word)
        }
        A::Suffix | A::Degree | A::General => next.is_starter() || quotation,
        A::Initial => ends_initial(scan, stop, next),
    }
}

/// `No.`, `p.`, `Fig.` with no digit after it: `No. I do not` against `Vol. II` and `p. A4`.
fn ends_numbered(scan: &Scan<'_>, stop: &Stop, next: Next) -> bool {
    let word = scan.str(next.token);
    let no = scan.str(stop.start.saturating_sub(1)).eq_ignore_ascii_case("no");
    let ordinal = word.len() == 1 || word.bytes().all(|b| b"IVXLC".contains(&b));
    if no { !ordinal || next.is_starter() && scan.is_spaced(next.token + 1) } else { next.is_starter() && !ordinal }
}

/// Whether what follows a town's state is the agency of a dateline: `(AP)`.
fn is_dateline(scan: &Scan<'_>, next: Next) -> bool {
    next.bracket && scan.mark(next.token + 1) == Some(')')
}

/// Whether `word` is a part of the name before the stop: `Roe Lines Inc. Roe, which …`
fn is_repeated(scan: &Scan<'_>, stop: &Stop, word: &str) -> bool {
    let from = stop.start.saturating_sub(7).max(scan.first);
    word.len() > 2 && (from..stop.start).any(|index| scan.str(index) == word)
}

/// Nouns of which letters tell one from another: no initial of a name follows them.
const LETTERED: [&str; 17] = [
    "team",
    "group",
    "plan",
    "vitamin",
    "hepatitis",
    "influenza",
    "type",
    "grade",
    "class",
    "section",
    "pool",
    "division",
    "block",
    "appendix",
    "exhibit",
    "gate",
    "terminal",
];

/// A single capital with a full stop: an initial, or the end of "vitamin C.".
fn ends_initial(scan: &Scan<'_>, stop: &Stop, next: Next) -> bool {
    let at_head = stop.start <= scan.first + 1;
    let another =
        scan.mark(next.token + 1) == Some('.') && !scan.is_spaced(next.token + 1) && scan.str(next.token).len() == 1;
    if at_head || another {
        return false;
    }
    // "team B. Fans": nouns that are told apart by letters
    let lettered = before(scan, stop).is_some_and(|word| LETTERED.iter().any(|noun| word.eq_ignore_ascii_case(noun)));
    if lettered && !next.bracket {
        return true;
    }
    let lower = before(scan, stop).is_some_and(|word| word.starts_with(char::is_lowercase));
    next.is_starter() || lower && (next.lead == Lead::Digit || scan.str(stop.start - 1) == "I")
}

/// The word before the one at the stop, in the same sentence.
fn before<'t>(scan: &Scan<'t>, stop: &Stop) -> Option<&'t str> {
    let own = scan.kind(stop.start) == Some(Kind::Initials);
    let last = if own { stop.start } else { stop.start.checked_sub(1)? };
    let before = last.checked_sub(1).filter(|&before| before >= scan.first)?;
    matches!(scan.kind(before), Some(Kind::Word | Kind::Number | Kind::Initials)).then(|| scan.str(before))
}

/// Whether a comma comes before the word at the stop: `Salem, Mass.`
fn is_after_comma(scan: &Scan<'_>, stop: &Stop) -> bool {
    let own = scan.kind(stop.start) == Some(Kind::Initials);
    let last = if own { stop.start } else { stop.start.saturating_sub(1) };
    last > scan.first && scan.mark(last - 1) == Some(',')
}

/// Whether the sentence so far is `At 5 a.m.`
fn opens_with_time(scan: &Scan<'_>, stop: &Stop) -> bool {
    stop.start.saturating_sub(scan.first) <= 4
        && matches!(scan.str(scan.first), "At" | "By" | "Around" | "About" | "Before" | "After" | "Until" | "From")
}

/// A time zone, a day or a month after a.m. and p.m.: `9 a.m. EST`, `9 a.m. Beijing time`.
fn is_zone(scan: &Scan<'_>, next: Next) -> bool {
    let word = scan.str(next.token);
    zones::is_zone(word)
        || zones::is_in_words(word)
        || names::month(word).is_some()
        || names::weekday(word).is_some()
        || scan.str(next.token + 1).eq_ignore_ascii_case("time")
}

/// Whether the stop only closes a number at the sentence's head: `1. The`, `Figure 2. The`.
fn is_item_number(scan: &Scan<'_>, stop: &Stop) -> bool {
    const LABELS: [&str; 8] = ["Figure", "Table", "Chart", "Box", "Chapter", "Section", "Step", "Part"];
    let number = stop.start.saturating_sub(1);
    // at most a bracket or two may come before it
    let marks = (scan.first..number.min(scan.first + 3)).take_while(|&index| scan.kind(index) == Some(Kind::Mark));
    let head = scan.first + marks.count();
    let labelled = head + 1 == number && LABELS.contains(&scan.str(head));
    (number == head || labelled) && scan.kind(number) == Some(Kind::Number) && scan.str(number).len() <= 3
}

/// Whether the writer sets no capitals at a sentence's head: the open sentence has none and is no
/// fragment. A stray stop before a small letter ends nothing elsewhere.
fn is_hasty(scan: &Scan<'_>, stop: &Stop, next: Next) -> bool {
    !next.quote
        && stop.start > scan.first + 3
        && scan.kind(scan.first) == Some(Kind::Word)
        && scan.str(scan.first).starts_with(char::is_lowercase)
        && !CUES.has(scan.str(next.token))
}

/// `…ended.The next`: a sentence's end that lost the space after it.
fn is_missing_space(scan: &Scan<'_>, stop: &Stop, next: Next) -> bool {
    if next.lead != Lead::Upper || stop.start <= scan.first {
        return false;
    }
    let word = scan.str(next.token);
    let small = word.chars().nth(1).map_or(word == "I" || word == "A", |c| c.is_lowercase() || is_apostrophe(c));
    let last = stop.start - 1;
    if !small || is_host(scan, last, next.token) {
        return false;
    }
    // a mark that leans on the word after it: .NET, !Xũ
    if scan.is_spaced(stop.start) && !stop.quote {
        return next.is_starter();
    }
    if stop.quote || stop.bracket || next.quote || stop.sort != Sort::Full {
        return true;
    }
    if let Some(abbreviation) = known(scan, stop) {
        use Abbreviation as A;
        return next.is_starter()
            && matches!(abbreviation, A::Letters | A::Firm | A::State | A::Region | A::Suffix | A::Clock);
    }
    match scan.kind(last) {
        Some(Kind::Mark) => true,
        Some(Kind::Number) => scan.str(last).len() > 1,
        Some(Kind::Word) => {
            let lower = scan.str(last).chars().all(|c| c.is_lowercase() || is_apostrophe(c));
            lower || next.is_starter() || next.is_label() || next.bracket
        }
        _ => false,
    }
}

/// Whether a glued stop is inside an address or a file's name: more of them, an `@` or a slash in the
/// same run without spaces.
fn is_host(scan: &Scan<'_>, last: usize, next: usize) -> bool {
    let joins = |index: usize| matches!(scan.mark(index), Some('@' | '/' | '_' | '\\' | '='));
    let mut start = last;
    while start > scan.first && last - start < 8 && !scan.is_spaced(start) {
        start -= 1;
        if joins(start) || scan.mark(start) == Some('.') {
            return true;
        }
    }
    let mut end = next + 1;
    while end < next + 8 && !scan.is_spaced(end) {
        let inner = scan.mark(end) == Some('.') && !scan.is_spaced(end + 1) && scan.kind(end + 1) == Some(Kind::Word);
        if joins(end) || inner && !is_starter(scan.str(end + 1)) && !is_capitalised(scan.str(end + 1)) {
            return true;
        }
        end += 1;
    }
    false
}
