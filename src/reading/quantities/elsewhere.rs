//! Numbers in languages whose words are not read: figures with a sign, code or symbol beside them.
//!
//! What the figures count stays open, because that takes the language's nouns. A number that may be a
//! year, an ordinal ("am 3. Mai") or a part of a word is none, and neither is one before a word of size that the
//! list does not hold: without its million it would say something else.

use super::figures::{self, Form};
use super::money;
use super::numerals::tidy;
use super::passage::Passage;
use super::unit;
use crate::text::words::{WordList, word_list};
use crate::{Quantity, Span};

/// Words for thousands, millions and milliards, with their zeros.
static SCALES: WordList = word_list!("scales.txt");

/// Languages that write decimals with a point; the others of the press write a comma.
const POINT: [&str; 12] = ["am", "bn", "gu", "he", "hi", "ja", "ko", "ms", "ta", "th", "tl", "zh"];

/// Beginnings of words of size: one that the list lacks makes the figures mean something else.
const SIZES: [&str; 9] = ["mil", "mio", "mld", "bil", "tril", "mrd", "тыс", "мил", "мли"];

/// What is read around a number.
struct Reading {
    /// The number meant.
    value: f64,
    unit: Option<&'static str>,
    span: Span,
    /// The token after it.
    to: usize,
}

/// Finds the numbers of a block that is written in the language `tag`.
pub(super) fn read(passage: &Passage<'_>, tag: &str, found: &mut Vec<Quantity>) {
    let mut at = passage.start;
    while at < passage.limit {
        if !passage.is_figure(at) {
            at += 1;
            continue;
        }
        let (to, reading) = number(passage, tag, at);
        if let Some(reading) = reading.filter(|reading| !passage.is_time(reading.span)) {
            found.push(Quantity {
                text: reading.span.of(passage.text.source).to_owned(),
                value: reading.value,
                against: None,
                unit: reading.unit.map(str::to_owned),
                approximate: false,
                bound: None,
                span: reading.span,
                kind: None,
                basis: None,
            });
        }
        at = to.max(at + 1);
    }
}

/// The number at token `at`, and the token to go on from.
fn number(passage: &Passage<'_>, tag: &str, at: usize) -> (usize, Option<Reading>) {
    let start = passage.span(at).start;
    let limit = passage.span(passage.limit - 1).end;
    let Some(figure) = figures::read(&passage.text.source[start..limit], true, !POINT.contains(&tag)) else {
        return (at + 1, None);
    };
    let to = passage.token_after(at, start + figure.length);
    if figure.form == Form::Other || is_glued_to_word(passage, at) {
        return (to, None);
    }
    let value = if point_groups(&passage.text.source[start..start + figure.length], tag) {
        (figure.value * 1000.0).round()
    } else {
        figure.value
    };
    let mut reading = Reading { value, unit: None, span: Span::new(start, start + figure.length), to };
    let Some(scaled) = scale(passage, &mut reading) else { return (to, None) };
    let prefix = currency_before(passage, tag, at);
    let named = match prefix {
        Some((code, from)) => {
            reading.unit = Some(code);
            reading.span.start = from;
            true
        }
        None => measure(passage, tag, &mut reading),
    };
    let plain = figure.form == Form::Plain && !named && !scaled;
    let open = plain && (may_be_year(figure.value, figure.length) || is_ordinal(passage, to));
    let to = reading.to;
    (to, (named || scaled || !open && !is_word_part(passage, to)).then_some(reading))
}

/// Whether the one point in `figures` holds thousands apart, as where the decimals come after a comma: `1.250`.
fn point_groups(figures: &str, tag: &str) -> bool {
    !POINT.contains(&tag)
        && figures.split_once('.').is_some_and(|(whole, rest)| {
            !whole.starts_with('0') && rest.len() == 3 && rest.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// Whether the word before token `at` runs into it: `G-20`, `A4`; a currency's letters and sign do not.
fn is_glued_to_word(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_joined(at)
        && (passage.mark(at - 1).is_some_and(|mark| matches!(mark, '-' | '/' | ':' | '.' | '#' | '@' | '_'))
            || passage.word(at - 1).is_some_and(|word| word.is_ascii() && money::code(word).is_none()))
}

/// Whether the rest of a word follows without a space: `18h30`, `1er`, `3D`, `20-jährig`, `5:2`. Chinese,
/// Japanese and Korean write their counters so; there only those of dates and clocks make it no number.
fn is_word_part(passage: &Passage<'_>, to: usize) -> bool {
    if !passage.is_joined(to) {
        return false;
    }
    let first = passage.str(to).chars().next().unwrap_or(' ');
    let next = passage.is_joined(to + 1);
    matches!(
        first,
        '年' | '月'
            | '日'
            | '号'
            | '號'
            | '時'
            | '时'
            | '点'
            | '點'
            | '分'
            | '秒'
            | '년'
            | '월'
            | '일'
            | '시'
            | '분'
    ) || first.is_alphabetic() && first < '\u{3040}'
        || next && matches!(first, '-' | '‑' | '/' | ':' | '_' | '\'' | '’' | '.' | ',')
}

/// Takes the word of size after the number into it; whether there is one, or `None` where it is not known.
fn scale(passage: &Passage<'_>, reading: &mut Reading) -> Option<bool> {
    let at = reading.to;
    let word = passage.word(at).unwrap_or("");
    if let Some(sign) = word.chars().next().filter(|_| passage.is_joined(at)) {
        let zeros = match sign {
            // "5千": a size, or a vague one, that is not read
            '千' | '百' | '十' | '余' | '多' | '천' | '백' => return None,
            '万' | '萬' | '만' => 4,
            '亿' | '億' | '억' => 8,
            '兆' | '조' => 12,
            _ => 0,
        };
        if zeros > 0 {
            // "3万5千": what follows adds to it
            let rest = &word[sign.len_utf8()..];
            let more = rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '千' | '百' | '余' | '多'));
            if more || rest.is_empty() && passage.is_figure(at + 1) && passage.is_joined(at + 1) {
                return None;
            }
            reading.value = tidy(reading.value * 10f64.powi(zeros));
            reading.span.end = passage.span(at).start + sign.len_utf8();
            reading.to = at + 1;
            return Some(true);
        }
        return Some(false);
    }
    if let Some(zeros) = SCALES.get(word).and_then(|zeros| zeros.parse().ok()) {
        reading.value = tidy(reading.value * 10f64.powi(zeros));
        reading.span.end = passage.span(at).end;
        reading.to = at + 1;
        // an abbreviation's full stop: "4,2 Mio. Euro"
        if passage.mark(at + 1) == Some('.') && passage.is_joined(at + 1) && word.chars().count() == 3 {
            reading.to += 1;
        }
        return Some(true);
    }
    let key = passage.key(at);
    (!SIZES.iter().any(|size| key.starts_with(size))).then_some(false)
}

/// The currency whose sign or code is right before token `at`, and the byte where it begins.
fn currency_before(passage: &Passage<'_>, tag: &str, at: usize) -> Option<(&'static str, usize)> {
    let before = at.checked_sub(1).filter(|before| (passage.start..passage.limit).contains(before))?;
    let start = passage.span(before).start;
    if let Some(mark) = passage.mark(before) {
        let letters = before.checked_sub(1).filter(|_| mark == '$' && passage.is_joined(before));
        if let Some(letters) = letters
            && let Some(code) = passage.word(letters).and_then(money::dollar_of)
        {
            return Some((code, passage.span(letters).start));
        }
        return sign(mark, tag).map(|code| (code, start));
    }
    money::code(passage.word(before)?).map(|code| (code, start))
}

/// Takes the sign, code or symbol after the number into it; whether there is one.
fn measure(passage: &Passage<'_>, tag: &str, reading: &mut Reading) -> bool {
    let at = reading.to;
    let money = match passage.mark(at) {
        Some(mark) if !passage.is_figure(at + 1) => sign(mark, tag),
        Some(_) => None,
        None => passage.word(at).and_then(|word| {
            let euro = word.eq_ignore_ascii_case("euro") || word.eq_ignore_ascii_case("euros");
            money::code(word).or(euro.then_some("EUR"))
        }),
    };
    let found = money.map(|code| (code, at + 1)).or_else(|| {
        let (symbol, to) = unit::read(passage, at)?;
        let written = Span::new(passage.span(at).start, passage.span(to - 1).end).of(passage.text.source);
        // its symbol is the same everywhere, its name is English
        (written == symbol || !written.starts_with(char::is_alphabetic)).then_some((symbol, to))
    });
    let Some((unit, to)) = found else { return false };
    reading.unit = Some(unit);
    reading.span.end = passage.span(to - 1).end;
    reading.to = to;
    true
}

/// Whose currency a sign is. A bare dollar sign is a peso's in half of the countries that write Spanish.
fn sign(mark: char, tag: &str) -> Option<&'static str> {
    match (mark, tag) {
        ('$' | '＄', "es") => None,
        ('$' | '＄', _) => Some("USD"),
        ('¥' | '￥', "zh") => Some("CNY"),
        ('¥' | '￥', "ja") => Some("JPY"),
        _ => money::sign_of(mark).filter(|codes| !codes.contains(',')),
    }
}

/// Whether figures alone may name a year.
fn may_be_year(value: f64, length: usize) -> bool {
    length == 4 && (1500.0..=2100.0).contains(&value)
}

/// Whether a full stop makes the number an ordinal: "am 3. Mai", "der 20. Juli".
fn is_ordinal(passage: &Passage<'_>, to: usize) -> bool {
    passage.mark(to) == Some('.') && passage.is_joined(to) && passage.token(to + 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    fn numbers(tag: &str, source: &str) -> Vec<(String, f64, Option<String>)> {
        let text = Text::new(source);
        let mut found = Vec::new();
        read(&Passage::new(&text, Span::new(0, source.len()), &[]), tag, &mut found);
        found.into_iter().map(|quantity| (quantity.text, quantity.value, quantity.unit)).collect()
    }

    #[test]
    fn figures_with_what_they_measure() {
        for (tag, source, text, value, unit) in [
            ("de", "Der Bau kostet 4,2 Millionen Euro.", "4,2 Millionen Euro", 4_200_000.0, Some("EUR")),
            ("de", "Das sind 1.234,56 € mehr.", "1.234,56 €", 1234.56, Some("EUR")),
            ("de", "Rund 1.250 Menschen kamen.", "1.250", 1250.0, None),
            ("de", "Es fehlen 3,5 Mrd. EUR im Haushalt.", "3,5 Mrd. EUR", 3.5e9, Some("EUR")),
            ("de", "Bei 3,5 km Kai bleibt es.", "3,5 km", 3.5, Some("km")),
            ("fr", "près de 40 % de leur clientèle", "40 %", 40.0, Some("%")),
            ("fr", "un budget de 12 500 CHF par an", "12 500 CHF", 12_500.0, Some("CHF")),
            ("es", "pagó US$1.500 por el barco", "US$1.500", 1500.0, Some("USD")),
            ("es", "cerca de 2,5 millones de personas", "2,5 millones", 2_500_000.0, None),
            ("zh", "该项目耗资3.5亿元人民币", "3.5亿", 350_000_000.0, None),
            ("zh", "共有1200名工人参加", "1200", 1200.0, None),
            ("ja", "費用は¥45,000でした", "¥45,000", 45_000.0, Some("JPY")),
            ("ru", "Ремонт обошёлся в 4,2 млн рублей", "4,2 млн", 4_200_000.0, None),
        ] {
            let expected = (text.to_owned(), value, unit.map(str::to_owned));
            assert_eq!(numbers(tag, source), [expected], "{source}");
        }
    }

    #[test]
    fn what_may_be_something_else_is_no_number() {
        for (tag, source) in [
            ("de", "Seit dem Jahr 2023 ist am 3. Mai geschlossen."),
            ("de", "Die Sitzung begann um 14:30 Uhr im Saal A4 der G-20."),
            ("de", "Es geht um 3 Billionen und mehr."),
            ("fr", "Le 1er juin, à 18h30, le 45e régiment"),
            ("es", "desde el 2019-03-04 hasta el 30.04.2024"),
            ("zh", "2024年4月30日上午9时30分"),
            ("zh", "花了3万5千元"),
        ] {
            assert_eq!(numbers(tag, source), [], "{source}");
        }
    }

    #[test]
    fn the_list_of_sizes_is_sorted() {
        assert!(SCALES.entries().is_sorted_by(|a, b| a.0 < b.0));
        assert!(SCALES.entries().all(|(_, zeros)| zeros.parse::<i32>().is_ok()));
    }
}
