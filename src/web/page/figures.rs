//! Numbers as a reader likes to see them.

use crate::text::decimal::printed;
use crate::{Block, Role};

/// `value` with its thousands set apart, to six decimals: `12,600,000`, `0.5`.
pub(crate) fn grouped(value: f64) -> String {
    let figures = printed(value, 6);
    let (sign, figures) = figures.strip_prefix('-').map_or(("", figures.as_str()), |rest| ("-", rest));
    let end = figures.find('.').unwrap_or(figures.len());
    format!("{sign}{}{}", group(&figures[..end]), &figures[end..])
}

/// A whole number with its thousands set apart.
pub(crate) fn whole(value: u64) -> String {
    group(&value.to_string())
}

/// `count` things: "1 quote", "2 quotes", "1,024 people".
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", whole(count as u64), if count == 1 { one } else { many })
}

/// How many parts the paste has, and how many of them are not the story's: the one count of parts on the page.
pub(crate) fn parts(blocks: &[Block]) -> String {
    let around = blocks.iter().filter(|block| matches!(block.role, Role::Furniture | Role::Promo)).count();
    let all = counted(blocks.len(), "part", "parts");
    match around {
        0 => all,
        1 => format!("{all}, 1 of them not the story’s"),
        _ => format!("{all}, {} of them not the story’s", whole(around as u64)),
    }
}

/// A reading ease in words, after Flesch's own, with its figure: "fairly hard, 52 of 100".
pub(crate) fn ease(ease: f64) -> String {
    // the formula goes beyond its own scale
    let ease = ease.clamp(0.0, 100.0).round();
    let words = match ease {
        ease if ease < 30.0 => "very hard",
        ease if ease < 50.0 => "hard",
        ease if ease < 60.0 => "fairly hard",
        ease if ease < 70.0 => "plain English",
        ease if ease < 80.0 => "fairly easy",
        ease if ease < 90.0 => "easy",
        _ => "very easy",
    };
    format!("{words}, {} of 100", grouped(ease))
}

/// Digits with every third one from the end set apart.
pub(crate) fn group(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (value, seen) in [
            (0.0, "0"),
            (999.0, "999"),
            (1000.0, "1,000"),
            (12_600_000.0, "12,600,000"),
            (-1234.5, "-1,234.5"),
            (0.25, "0.25"),
            (4.7, "4.7"),
            (0.999_999_9, "1"),
            (2.0 / 3.0, "0.666667"),
            (1e15, "1,000,000,000,000,000"),
            (f64::INFINITY, "∞"),
        ] {
            assert_eq!(grouped(value), seen);
        }
    }

    #[test]
    fn one_is_not_many() {
        assert_eq!(counted(1, "person", "people"), "1 person");
        assert_eq!(counted(2000, "person", "people"), "2,000 people");
    }

    #[test]
    fn parts_are_counted_once_and_for_all() {
        let block = |role| Block::new(role, crate::Span::new(0, 1));
        assert_eq!(parts(&[block(Role::Headline)]), "1 part");
        let page = [Role::Furniture, Role::Headline, Role::Promo].map(block);
        assert_eq!(parts(&page[..2]), "2 parts, 1 of them not the story’s");
        assert_eq!(parts(&page), "3 parts, 2 of them not the story’s");
    }

    #[test]
    fn reading_ease_is_told_in_words() {
        for (value, words) in [
            (52.3, "fairly hard, 52 of 100"),
            (-14.0, "very hard, 0 of 100"),
            (121.0, "very easy, 100 of 100"),
            (64.5, "plain English, 65 of 100"),
            (49.99, "fairly hard, 50 of 100"),
        ] {
            assert_eq!(ease(value), words);
        }
    }
}
