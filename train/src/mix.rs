//! Mixes: pages put together from the pieces of others, so that the model learns what a part is like
//! and not what one publisher prints around it.
//!
//! A mix keeps one document's story and takes what comes before and after it from others, leaves
//! out some of the furniture, and sets blank lines its own way.

use crate::corpus::{Document, Piece};
use crate::dice::Dice;
use crate::field::Sequence;
use nutgraf::lab;

/// `count` mixes of every document.
pub fn mixes(documents: &[&Document], count: usize, dice: &mut Dice) -> Vec<Vec<Piece>> {
    // pages with something around their story
    let framed: Vec<&Document> = documents
        .iter()
        .copied()
        .filter(|document| document.rows.iter().filter(|row| row.zone == "Before" || row.zone == "After").count() >= 12)
        .collect();
    let mut mixes = Vec::new();
    for document in documents {
        // lines of hard-wrapped copy would not be rows any more
        if document.rows.is_empty() || document.rows.iter().any(|row| row.text.contains('\n')) {
            continue;
        }
        mixes.extend((0..count).map(|round| mix(document, &framed, round, dice)));
    }
    mixes
}

/// Puts others' furniture around the story of a page.
pub fn frame(page: &mut Vec<Piece>, others: &[&Document], dice: &mut Dice) {
    let mut around = |zone: &str| -> Vec<Piece> {
        let other = dice.pick(others);
        let rows = other.into_iter().flat_map(|other| &other.rows);
        rows.filter(|row| row.zone == zone && is_furniture(row)).cloned().collect()
    };
    page.retain(|row| !(is_furniture(row) && matches!(row.zone, "Before" | "After")));
    page.splice(0..0, around("Before"));
    page.extend(around("After"));
}

fn mix(document: &Document, framed: &[&Document], round: usize, dice: &mut Dice) -> Vec<Piece> {
    let zone = |document: &Document, names: &[&str]| -> Vec<Piece> {
        document.rows.iter().filter(|row| names.contains(&row.zone)).cloned().collect()
    };
    let other = |dice: &mut Dice| framed.get(dice.roll(framed.len())).copied();
    let mut before = zone(document, &["Before"]);
    let story = zone(document, &["Title", "Head", "Story"]);
    let mut after = zone(document, &["After"]);
    let has_title = story.iter().any(|row| row.zone == "Title");
    if round > 0 {
        // the page's own address, section and byline stay with it: only furniture is exchanged
        if let Some(other) = other(dice).filter(|_| has_title) {
            let own: Vec<Piece> = before.into_iter().filter(|row| !is_furniture(row)).collect();
            before = zone(other, &["Before"]).into_iter().filter(is_furniture).collect();
            before.extend(own);
        }
        if let Some(other) = other(dice) {
            after.retain(|row| !is_furniture(row));
            after.extend(zone(other, &["After"]).into_iter().filter(is_furniture));
        }
    }
    let story = match dice.roll(4) {
        0 => sentences(&story),
        1 => shorter(story, dice),
        _ => story,
    };
    let drop = [0, 3, 6][dice.roll(3)];
    let blanks = dice.roll(4);
    let cut_before = if dice.roll(3) == 0 { dice.roll(before.len() + 1) } else { 0 };
    let cut_after = if dice.roll(3) == 0 { dice.roll(after.len() + 1) } else { after.len() };
    let mut rows: Vec<Piece> =
        before.into_iter().skip(cut_before).chain(story).chain(after.into_iter().take(cut_after)).collect();
    rows.retain(|row| !is_furniture(row) || dice.roll(10) >= drop);
    for row in &mut rows {
        row.blanks = match blanks {
            0 => 0,
            1 => 1,
            _ => row.blanks.min(2),
        };
    }
    rows
}

/// The story with every sentence in a separate paragraph, as tabloids and broadcasters set it.
fn sentences(story: &[Piece]) -> Vec<Piece> {
    let mut rows = Vec::new();
    for row in story {
        if row.part != "text" || row.text.len() < 120 {
            rows.push(row.clone());
            continue;
        }
        let mut start = 0;
        let bytes = row.text.as_bytes();
        for at in 30..bytes.len().saturating_sub(30) {
            let end =
                matches!(bytes[at], b'.' | b'?' | b'!') && bytes[at + 1] == b' ' && bytes[at + 2].is_ascii_uppercase();
            let word = bytes[..at].iter().rev().take_while(|b| b.is_ascii_alphanumeric()).count();
            if end && word > 3 && at - start >= 30 {
                rows.push(Piece { text: row.text[start..=at].to_owned(), blanks: row.blanks, ..row.clone() });
                start = at + 2;
            }
        }
        rows.push(Piece { text: row.text[start..].to_owned(), blanks: row.blanks, ..row.clone() });
    }
    rows
}

/// A short item: the first few rows of the story's text, and the last.
fn shorter(story: Vec<Piece>, dice: &mut Dice) -> Vec<Piece> {
    let most = 2 + dice.roll(5);
    let texts = story.iter().filter(|row| row.part == "text").count();
    let mut seen = 0;
    story
        .into_iter()
        .filter(|row| {
            seen += usize::from(row.part == "text");
            seen <= most || (row.part == "text") && seen == texts
        })
        .collect()
}

/// Whether a row can be left out or exchanged without changing what the rest is.
fn is_furniture(row: &Piece) -> bool {
    row.part == "furniture" && matches!(row.zone, "Before" | "After" | "Story")
}

/// The text that the rows make together.
pub fn text(rows: &[Piece]) -> String {
    let mut text = String::new();
    for row in rows {
        if !text.is_empty() {
            text.push('\n');
        }
        text.extend(std::iter::repeat_n('\n', row.blanks));
        text.push_str(&row.text);
    }
    text
}

/// The sequence of the text that the rows make together; `None` where it falls into other rows.
pub fn sequence(rows: &[Piece]) -> Option<Sequence> {
    let text = text(rows);
    let samples = lab::samples(&text);
    (samples.len() == rows.len() && !rows.is_empty()).then(|| Sequence {
        permitted: samples.iter().map(|sample| sample.permitted).collect(),
        features: samples.into_iter().map(|sample| sample.features).collect(),
        allowed: rows.iter().map(|row| row.allowed).collect(),
        weight: 0.5,
    })
}
