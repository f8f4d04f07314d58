//! Numbers in figures: separators of English, Indian, continental and South African habit, and fractions.

use crate::text::decimal::decimal;

/// A number in figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Figure {
    /// What it says.
    pub(super) value: f64,
    /// Bytes it takes.
    pub(super) length: usize,
    /// What its form tells.
    pub(super) form: Form,
}

/// What the form of a number in figures tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits alone: may be a year, a label, a page.
    Plain,
    /// With separators or a decimal: hardly anything but a number.
    Written,
    /// A fraction alone: `1/2`, `¾`.
    Fraction,
    /// No number: a date, a clock time, a version, a telephone number, an identifier.
    Other,
}

/// Reads the figures at the start of `rest`, which begins with a digit or a vulgar fraction.
///
/// Spaces hold groups of three together (`34 000`) where `spaces` allows it. A decimal comma
/// (`1,7 million`) counts only before a magnitude, a percentage, or where `decimal_comma` allows it
/// anyhow, because a list of pages looks the same.
pub(super) fn read(rest: &str, spaces: bool, decimal_comma: bool) -> Option<Figure> {
    if let Some((value, length)) = vulgar(rest) {
        return Some(Figure { value, length, form: Form::Fraction });
    }
    let first = digits(rest);
    if first == 0 {
        return None;
    }
    let mut cleaned = Cleaned::default();
    cleaned.push(&rest[..first]);
    let grouped = groups(rest, first, spaces, &mut cleaned);
    let mut length = grouped;
    let decimals = decimals(&rest[length..], decimal_comma, grouped > first && rest.as_bytes()[first] == b'.');
    if decimals > 0 {
        cleaned.push(".");
        cleaned.push(&rest[length + 1..length + decimals]);
        length += decimals;
    }
    if let Some(run) = other(rest, length, first) {
        return Some(Figure { value: 0.0, length: run, form: Form::Other });
    }
    let mut value = cleaned.value()?;
    let mut form = if length > first { Form::Written } else { Form::Plain };
    if length == first {
        if let Some(bottom) = slash(&rest[length..]) {
            form = if value < bottom.0 { Form::Fraction } else { Form::Other };
            return Some(Figure { value: value / bottom.0, length: length + bottom.1, form });
        }
        if let Some((part, size)) = mixed(&rest[length..]) {
            value += part;
            length += size;
            form = Form::Written;
        }
    }
    Some(Figure { value, length, form })
}

/// Digits of a number without their separators.
#[derive(Default)]
struct Cleaned {
    bytes: [u8; 24],
    length: usize,
    over: bool,
}

impl Cleaned {
    fn push(&mut self, part: &str) {
        match self.bytes.get_mut(self.length..self.length + part.len()) {
            Some(place) => {
                place.copy_from_slice(part.as_bytes());
                self.length += part.len();
            }
            None => self.over = true,
        }
    }

    /// `None` for more digits than any quantity has.
    fn value(&self) -> Option<f64> {
        if self.over {
            return None;
        }
        decimal(std::str::from_utf8(&self.bytes[..self.length]).ok()?)
    }
}

/// How many ASCII digits `rest` begins with.
fn digits(rest: &str) -> usize {
    rest.bytes().take_while(u8::is_ascii_digit).count()
}

/// Length of the integer part with its groups of three, or of two and three (lakhs).
fn groups(rest: &str, first: usize, spaces: bool, cleaned: &mut Cleaned) -> usize {
    let mut length = first;
    let Some(separator) = rest[first..].chars().next() else { return first };
    let allowed = match separator {
        ',' | '\'' | '’' => first <= 3,
        '.' => first <= 3 && points(&rest[first..]),
        ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => first <= 3 && spaces && !rest.starts_with('0'),
        _ => false,
    };
    if !allowed {
        return first;
    }
    while let Some(tail) = rest[length..].strip_prefix(separator) {
        let group = digits(tail);
        let lakh = separator == ',' && group == 2 && tail[2..].starts_with(',') && digits(&tail[3..]) >= 2;
        // `2 016 7`, `12 345-6789` are not groups of one number
        let space = separator.is_whitespace() && tail[group..].starts_with(['-', '/', ':']);
        if !(group == 3 || lakh) || space {
            break;
        }
        cleaned.push(&tail[..group]);
        length += separator.len_utf8() + group;
    }
    length
}

/// Whether `rest`, from its point on, is grouped by points: two groups of three, or one before a decimal comma.
fn points(rest: &str) -> bool {
    let mut at = 0;
    let mut count = 0;
    while rest[at..].starts_with('.') && digits(&rest[at + 1..]) == 3 {
        at += 4;
        count += 1;
    }
    // "1.000 people": nobody counts people in thousandths
    let zeros = count == 1 && rest.starts_with(".000");
    zeros
        || count > 1 && !rest[at..].starts_with('.')
        || count == 1 && rest[at..].starts_with(',') && digits(&rest[at + 1..]) == 2
}

/// Length of the decimal part with its mark; 0 without one.
fn decimals(rest: &str, comma_allowed: bool, continental: bool) -> usize {
    let Some(mark) = rest.chars().next().filter(|mark| matches!(mark, '.' | ',' | '·')) else { return 0 };
    let tail = &rest[mark.len_utf8()..];
    let count = digits(tail);
    let comma = count == 1 || count == 2;
    let taken = match mark {
        ',' => comma && (comma_allowed || continental || before_magnitude(&tail[count..])),
        '.' => count > 0,
        _ => false,
    };
    if taken { mark.len_utf8() + count } else { 0 }
}

/// Whether a magnitude or a percentage comes next.
fn before_magnitude(tail: &str) -> bool {
    let tail = tail.trim_start();
    let word = tail.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(tail.len());
    tail.starts_with('%')
        || ["million", "billion", "trillion", "mn", "bn", "mln", "bln", "percent", "per", "pct"]
            .iter()
            .any(|entry| tail[..word].eq_ignore_ascii_case(entry))
}

/// Length of the whole run where it is a date, a clock time, a version, a telephone number or an identifier.
fn other(rest: &str, length: usize, first: usize) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut parts = 0;
    let mut end = length;
    while let Some(&mark) = bytes.get(end) {
        if !matches!(mark, b'.' | b'/' | b':' | b'-') {
            break;
        }
        let group = digits(&rest[end + 1..]);
        if group == 0 {
            break;
        }
        if mark == b'-' && parts == 0 && !telephone(&rest[end..], first) {
            break;
        }
        if mark == b'/' && parts == 0 && slash(&rest[end..]).is_some() {
            break;
        }
        parts += 1;
        end += 1 + group;
    }
    // `007`, `0800` are identifiers, `0.5` is not
    let identifier = length == first && (first > 12 || first > 1 && rest.starts_with('0'));
    (parts > 0 || identifier).then_some(end)
}

/// Whether groups of digits joined by hyphens go on from here as in `555-0142` or `2022-07-26`.
fn telephone(rest: &str, first: usize) -> bool {
    let group = digits(&rest[1..]);
    let next = rest.as_bytes().get(1 + group) == Some(&b'-') && digits(&rest[2 + group..]) > 0;
    next && first < 5 || first == 3 && group == 4
}

/// A vulgar fraction as one character.
fn vulgar(rest: &str) -> Option<(f64, usize)> {
    let c = rest.chars().next()?;
    let value = match c {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '⅕' => 0.2,
        '⅖' => 0.4,
        '⅗' => 0.6,
        '⅘' => 0.8,
        '⅛' => 0.125,
        '⅜' => 0.375,
        '⅝' => 0.625,
        '⅞' => 0.875,
        _ => return None,
    };
    Some((value, c.len_utf8()))
}

/// The broken part after an integer: `½`, ` 1/2`, `-3/8`.
fn mixed(rest: &str) -> Option<(f64, usize)> {
    if let Some(found) = vulgar(rest) {
        return Some(found);
    }
    let lead = rest.chars().next().filter(|c| matches!(c, ' ' | '-' | '\u{a0}'))?.len_utf8();
    let tail = &rest[lead..];
    if let Some((value, length)) = vulgar(tail) {
        return Some((value, lead + length));
    }
    let top = digits(tail);
    let (bottom, length) = slash(&tail[top..])?;
    let top_value = decimal(&tail[..top])?;
    (top > 0 && top < 3 && top_value < bottom).then_some((top_value / bottom, lead + top + length))
}

/// The lower half of a fraction: a slash and a denominator that prices and measures know.
fn slash(rest: &str) -> Option<(f64, usize)> {
    let tail = rest.strip_prefix('/')?;
    let count = digits(tail);
    let known = ["2", "3", "4", "5", "8", "10", "16", "32", "64"].contains(&&tail[..count]);
    let ends = !tail[count..].starts_with(['/', '-', ':']) && !tail[count..].starts_with(char::is_alphabetic);
    if known && ends { Some((decimal(&tail[..count])?, 1 + count)) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> (f64, usize) {
        let figure = read(text, true, false).unwrap();
        assert_ne!(figure.form, Form::Other, "{text}");
        (figure.value, figure.length)
    }

    #[test]
    fn separators_of_every_habit() {
        assert_eq!(number("1,984.50 x"), (1984.5, 8));
        assert_eq!(number("1,50,000"), (150_000.0, 8));
        assert_eq!(number("34 000 pupils"), (34_000.0, 6));
        assert_eq!(number("2\u{a0}800\u{a0}000 x"), (2_800_000.0, 11));
        assert_eq!(number("1.250.000 x"), (1_250_000.0, 9));
        assert_eq!(number("1.250,50 x"), (1250.5, 8));
        assert_eq!(number("1.000 x"), (1000.0, 5));
        assert_eq!(number("1.050 x"), (1.05, 5));
        assert_eq!(number("1,7 million"), (1.7, 3));
        assert_eq!(number("1,7 and"), (1.0, 1));
        assert_eq!(number("40,000."), (40_000.0, 6));
        assert_eq!(number("12, 13"), (12.0, 2));
        assert_eq!(number("7.91 percent"), (7.91, 4));
    }

    #[test]
    fn spaces_hold_groups_of_three_only() {
        assert_eq!(number("12 30 x"), (12.0, 2));
        assert_eq!(number("2016 300 x"), (2016.0, 4));
        assert_eq!(read("34 000", false, false).unwrap().value, 34.0);
    }

    #[test]
    fn fractions() {
        assert_eq!(number("8 1/2%"), (8.5, 5));
        assert_eq!(number("98 5/32"), (98.15625, 7));
        assert_eq!(number("2½ x"), (2.5, 3));
        assert_eq!(number("7/8 point"), (0.875, 3));
        assert_eq!(read("¾", true, false).unwrap().form, Form::Fraction);
    }

    #[test]
    fn what_is_no_number() {
        for text in [
            "22.11.2026",
            "30/04/2024",
            "9/11",
            "24/7",
            "12:45",
            "2022-07-26",
            "555-0142",
            "0800",
            "783499116076687360",
        ] {
            let figure = read(text, true, false).unwrap();
            assert_eq!((figure.form, figure.length), (Form::Other, text.len()), "{text}");
        }
    }

    #[test]
    fn a_range_ends_after_its_first_number() {
        assert_eq!(number("5-10 km"), (5.0, 1));
        assert_eq!(number("1998-1999"), (1998.0, 4));
    }
}
