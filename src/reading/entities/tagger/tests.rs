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

#[test]
fn what_was_read_before_changes_nothing() {
    let model = model::shipped().expect("a model");
    let mut recall = Recall::default();
    // the same words with other facts, in other kinds of token and in other company
    let texts = [
        "Hale spoke in Reading on Friday. The mayor, Ruth Hale, was reading.",
        "READING, May 3 - Mayor Hale said hale and hearty. Reading FC lost.",
        "hale reading friday mayor ruth",
        "Leo Brandvik of the U.S. Navy (USN) met Ruth Hale. U.S.",
    ];
    let read = |text: &str, recall: &mut Recall| {
        let text = Text::new(text);
        let lines: Vec<_> = text.lines.iter().map(|line| (text.tokens_in(line.span()), false)).collect();
        format!("{:?}", find(model, &text, &lines, recall))
    };
    let crowd: Vec<String> =
        (0..6000).map(|number| format!("Q{number:b} ")).map(|word| word.replace('1', "x")).collect();
    for round in 0..3 {
        for text in texts {
            assert_eq!(read(text, &mut recall), read(text, &mut Recall::default()), "{round}: {text}");
        }
        read(&crowd.concat(), &mut recall);
    }
}
