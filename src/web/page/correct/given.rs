//! Times and numbers as a reader gives them: in the words of a story, or as they are written in a value.

use crate::text::decimal::decimal;
use crate::{Article, Quantity, TimeValue};

/// Words longer than this are no time and no number.
const MOST: usize = 80;

/// What stands before words in a story of their own, as far as one needs some: for times, and for a number.
const BEFORE: [&str; 4] = ["They met on ", "They met ", "It took ", "They counted "];

/// What stands after them.
const AFTER: &str = " in the hall, and the talks went on after that without a break for lunch.\n\n";

/// A story that says the words, to be read for their value; `None` where they need no reading, or are none that could be
/// read.
pub(crate) fn story(words: &str) -> Option<String> {
    let words = words.trim();
    let fits = !words.is_empty() && words.len() <= MOST && !words.contains('\n');
    let plain = words.parse::<TimeValue>().is_ok() || figures(words).is_some();
    (fits && !plain).then(|| BEFORE.map(|before| [before, words, AFTER].concat()).concat())
}

/// The value of a time that is given as a value, or in words whose [`story`] was read.
pub(crate) fn time(words: &str, read: Option<&Article>) -> Option<TimeValue> {
    let words = words.trim();
    if let Ok(value) = words.parse() {
        return Some(value);
    }
    let mut times = read?.times.iter().filter(|time| time.text.trim().eq_ignore_ascii_case(words));
    times.next()?.value.parse().ok()
}

/// The number and what it counts: "1.2 million", "$4,000", "31 people", in figures or in words whose [`story`] was read.
pub(crate) fn number(words: &str, read: Option<&Article>) -> Option<(f64, Option<String>)> {
    if let Some(value) = figures(words) {
        return Some((value, None));
    }
    let [.., last] = BEFORE;
    // the last time that the words are said they are counted
    let from = BEFORE.map(|before| before.len() + words.trim().len() + AFTER.len()).iter().sum::<usize>()
        - (last.len() + words.trim().len() + AFTER.len());
    let mut found = read?.quantities.iter().filter(|quantity| quantity.span.start >= from);
    match (found.next(), found.next()) {
        (Some(Quantity { value, unit, .. }), None) => Some((*value, unit.clone())),
        _ => None,
    }
}

/// A plain number.
fn figures(words: &str) -> Option<f64> {
    let figures = words.trim().replace(',', "");
    let (negative, figures) = figures.strip_prefix('-').map_or((false, figures.as_str()), |rest| (true, rest));
    decimal(figures).map(|value| if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Offsets, Options};

    fn read(words: &str, published: &str) -> Option<Article> {
        let options = Options { offsets: Offsets::Utf8, published: published.parse().ok(), ..Options::default() };
        Some(crate::parse(&story(words)?, &options))
    }

    #[test]
    fn times_are_taken_in_words_and_as_values() {
        let value = |words: &str| time(words, read(words, "2023-05-04").as_ref()).map(|value| value.to_string());
        assert_eq!(value("2023-05"), Some("2023-05".to_owned()));
        assert_eq!(value("May 2, 2023"), Some("2023-05-02".to_owned()));
        assert_eq!(value("May 2023"), Some("2023-05".to_owned()));
        assert_eq!(value("yesterday"), Some("2023-05-03".to_owned()));
        assert_eq!(value("three days"), Some("P3D".to_owned()));
        assert_eq!(value("the moon"), None);
        assert_eq!(value(""), None);
    }

    #[test]
    fn numbers_are_taken_in_words_and_figures() {
        let number = |words: &str| number(words, read(words, "").as_ref());
        assert_eq!(number("1,250"), Some((1250.0, None)));
        assert_eq!(number("$1.2 million"), Some((1_200_000.0, Some("USD".to_owned()))));
        assert_eq!(number("31 people").map(|(value, _)| value), Some(31.0));
        assert_eq!(number("many"), None);
        assert_eq!(number("inf"), None);
    }
}
