//! Times and numbers as a reader gives them: in the words of a story, or as they are written in a value.

use crate::text::decimal::decimal;
use crate::{Offsets, Options, Published, Quantity, TimeValue};

/// Words longer than this are no time and no number.
const MOST: usize = 80;

/// The value of a time that is given in words or as a value; words like "yesterday" count from `published`.
pub(crate) fn time(words: &str, published: Option<&str>) -> Option<TimeValue> {
    let words = words.trim();
    if let Ok(value) = words.parse() {
        return Some(value);
    }
    let published = published.and_then(|date| date.parse::<Published>().ok());
    let options = Options { offsets: Offsets::Utf8, published, ..Options::default() };
    // a story's own words, as far as it needs some
    ["They met on ", "They met ", "It took "].iter().find_map(|before| {
        let text = sentence(before, words)?;
        let article = crate::parse(&text, &options);
        let time = article.times.iter().find(|time| time.text.trim().eq_ignore_ascii_case(words))?;
        time.value.parse().ok()
    })
}

/// The number and what it counts, given in words or figures: "1.2 million", "$4,000", "31 people".
pub(crate) fn number(words: &str) -> Option<(f64, Option<String>)> {
    let words = words.trim();
    let figures = words.replace(',', "");
    let (negative, figures) = figures.strip_prefix('-').map_or((false, figures.as_str()), |rest| (true, rest));
    if let Some(value) = decimal(figures) {
        return Some((if negative { -value } else { value }, None));
    }
    let text = sentence("They counted ", words)?;
    let article = crate::parse(&text, &Options { offsets: Offsets::Utf8, ..Options::default() });
    let [Quantity { value, unit, .. }] = article.quantities.as_slice() else { return None };
    Some((*value, unit.clone()))
}

fn sentence(before: &str, words: &str) -> Option<String> {
    let fits = !words.is_empty() && words.len() <= MOST && !words.contains('\n');
    fits.then(|| format!("{before}{words} in the hall, and the talks went on after that without a break for lunch."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_taken_in_words_and_as_values() {
        let value = |words: &str| time(words, Some("2023-05-04")).map(|value| value.to_string());
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
        assert_eq!(number("1,250"), Some((1250.0, None)));
        assert_eq!(number("$1.2 million"), Some((1_200_000.0, Some("USD".to_owned()))));
        assert_eq!(number("31 people").map(|(value, _)| value), Some(31.0));
        assert_eq!(number("many"), None);
        assert_eq!(number("inf"), None);
    }
}
