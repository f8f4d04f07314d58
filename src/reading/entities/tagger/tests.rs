//! The tagger on text that nobody wrote.

use super::*;
use crate::text::Text;

fn found(source: &str) -> Vec<Tagged> {
    let text = Text::new(source);
    let lines: Vec<_> = text.lines.iter().map(|line| (text.tokens_in(line.span()), false)).collect();
    let names = names(&text, &lines);
    let mut end = 0;
    for name in &names {
        assert!(name.tokens.start >= end && !name.tokens.is_empty(), "{:?} in {source:.60}", name.tokens);
        assert!(name.tokens.end <= text.tokens.len() && name.sure <= 100);
        assert!(lines.iter().any(|(line, _)| line.start <= name.tokens.start && name.tokens.end <= line.end));
        end = name.tokens.end;
    }
    names
}

#[test]
fn hostile_lines() {
    let units = [
        "A",
        "A ",
        "Aa ",
        "A-",
        "A's ",
        "of A of ",
        "A & ",
        "The ",
        "İ",
        "ǅx ",
        "\u{301}",
        "А́ ",
        "漢字A ",
        "1A ",
        "A1-b2 ",
        "\u{200d}A",
        "U.S. ",
        "Ab, ",
        "(AB) ",
        "Al-",
        "é ",
        "Ａ ",
        "O’",
        "𝐀 ",
    ];
    for unit in units {
        for count in [1, 2, 5, 3000] {
            found(&unit.repeat(count));
        }
    }
    for text in ["", "\n\n", " ", "\u{feff}"] {
        assert!(found(text).is_empty());
    }
}

#[test]
fn more_distinct_words_than_are_kept() {
    let mut text = String::new();
    for number in 0..40_000u32 {
        let letter = |place: u32| char::from(b'a' + (number / 26u32.pow(place) % 26) as u8);
        text.extend(['Q', letter(0), letter(1), letter(2), letter(3), ' ']);
    }
    found(&text);
}

#[test]
fn all_places_of_a_name_agree() {
    let text = Text::new("Leo Brandvik said so.\nThe mayor thanked Leo Brandvik.\nLeo Brandvik\n");
    let lines: Vec<_> = text.lines.iter().map(|line| (text.tokens_in(line.span()), false)).collect();
    let kinds: Vec<_> = names(&text, &lines).iter().map(|name| (name.tokens.len(), name.kind)).collect();
    assert_eq!(kinds, [(2, EntityKind::Person); 3]);
}
