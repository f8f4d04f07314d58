//! Changes: what another copy of a page could have been like. Each changes one thing that pages and copies differ in and
//! says anew what the rows are.
//!
//! The folds try how a page of a publisher not seen fares when it is changed, which tells of pages that are unlike all that
//! was learned from; and what speaks for a headline is counted on them too. Mixes with such changes were tried: a model
//! that learned from them knew less of pages as they are.

use crate::corpus::{self, Document, Piece};
use crate::dice::Dice;
use crate::mix;
use crate::press::Press;
use nutgraf::lab::Shape;

/// What changes are made with.
pub struct Hand<'a> {
    /// The shape of the model.
    pub shape: &'a Shape,
    /// Invented names.
    pub press: &'a Press,
    /// Whose headlines stand around a story.
    pub others: &'a [&'a Document],
}

/// Changes a page.
pub type Change = fn(&Hand<'_>, &mut Vec<Piece>, &mut Dice);

/// Every change, with its name.
pub const CHANGES: [(&str, Change); 16] = [
    ("as it is", |_, _, _| ()),
    ("another's furniture", |hand, page, dice| mix::frame(page, hand.others, dice)),
    ("no names, no times", nameless),
    ("names above", |hand, page, _| names(hand, page, "Before")),
    ("names below", |hand, page, _| names(hand, page, "Head")),
    ("names at the end", |hand, page, _| names(hand, page, "After")),
    ("title line", title_line),
    ("share line", share_line),
    ("kicker", kicker),
    ("path", path),
    ("teasers above", |hand, page, dice| teasers(hand, page, dice, "Before")),
    ("teasers below", |hand, page, dice| teasers(hand, page, dice, "Head")),
    ("other case", |hand, page, dice| other_case(hand, page, dice)),
    ("other words", |_, page, dice| other_words(page, dice)),
    ("bare", |_, page, _| page.retain(|row| row.zone == "Title" || row.part == "text")),
    ("no headline", untitled),
];

fn title(page: &[Piece]) -> Option<usize> {
    page.iter().position(|row| row.zone == "Title")
}

fn lede(page: &[Piece]) -> usize {
    page.iter().position(|row| row.zone == "Story").unwrap_or(page.len())
}

/// Whether a row names who wrote the story, or when.
fn is_signature(row: &Piece) -> bool {
    matches!(row.part, "byline" | "timestamp") && matches!(row.zone, "Before" | "Head") && row.whole
}

impl Hand<'_> {
    fn row(&self, zone: &'static str, part: &'static str, text: String, blanks: usize) -> Piece {
        Piece { blanks, text, allowed: corpus::states(self.shape, zone, &[part]), zone, part, whole: true }
    }

    /// Gives a row another zone, if there it can be what it is.
    fn moved(&self, row: Piece, zone: &'static str) -> Option<Piece> {
        let allowed = corpus::states(self.shape, zone, &[row.part]);
        (allowed != 0).then_some(Piece { allowed, zone, ..row })
    }
}

fn nameless(_: &Hand<'_>, page: &mut Vec<Piece>, _: &mut Dice) {
    page.retain(|row| !is_signature(row));
}

fn names(hand: &Hand<'_>, page: &mut Vec<Piece>, zone: &'static str) {
    let Some(_) = title(page) else { return };
    let signed: Vec<Piece> = page.extract_if(.., |row| is_signature(row)).collect();
    let at = match zone {
        "Before" => title(page).unwrap_or(0),
        "Head" => lede(page),
        _ => page.iter().rposition(|row| row.zone == "Story").map_or(page.len(), |last| last + 1),
    };
    let signed: Vec<Piece> = signed.into_iter().filter_map(|row| hand.moved(row, zone)).collect();
    page.splice(at..at, signed);
}

fn title_line(hand: &Hand<'_>, page: &mut Vec<Piece>, dice: &mut Dice) {
    let Some(at) = title(page) else { return };
    let mark = [" | ", " - ", " – ", " — "][dice.roll(4)];
    let line = format!("{}{mark}{}", page[at].text, hand.press.outlet(dice));
    page.insert(0, hand.row("Before", "furniture", line, 0));
}

fn share_line(hand: &Hand<'_>, page: &mut Vec<Piece>, dice: &mut Dice) {
    let Some(at) = title(page) else { return };
    let label = ["Share this Story : ", "Share: ", "You are reading: ", "Email ", "Now reading ", ""][dice.roll(6)];
    let line = hand.row("Before", "furniture", format!("{label}{}", page[at].text), page[at].blanks);
    page.insert(at.saturating_sub(dice.roll(4)), line);
}

fn kicker(hand: &Hand<'_>, page: &mut Vec<Piece>, dice: &mut Dice) {
    let Some(at) = title(page) else { return };
    let (section, topic) = (hand.press.section(dice), hand.press.topic(dice));
    let text = match dice.roll(4) {
        0 => section,
        1 => section.to_uppercase(),
        2 => topic,
        _ => format!("{section} | {topic}"),
    };
    let mut row = hand.row("Before", "section", text, page[at].blanks);
    row.allowed |= corpus::states(hand.shape, "Before", &["furniture"]);
    page.insert(at, row);
}

fn path(hand: &Hand<'_>, page: &mut Vec<Piece>, dice: &mut Dice) {
    let Some(at) = title(page) else { return };
    let mark = [" > ", " » ", " / ", " › ", ""][dice.roll(5)];
    let line = format!("Home{mark}{}{mark}{}", hand.press.section(dice), page[at].text);
    page.insert(at, hand.row("Before", "furniture", line, page[at].blanks));
}

/// Headlines of other stories, some with the sentence below them.
fn teasers(hand: &Hand<'_>, page: &mut Vec<Piece>, dice: &mut Dice, zone: &'static str) {
    let Some(at) = title(page) else { return };
    let at = if zone == "Before" { at.saturating_sub(dice.roll(3)) } else { at + 1 + dice.roll(lede(page) - at) };
    let blanks = page.get(at).map_or(0, |row| row.blanks);
    let decks = dice.roll(3) == 0;
    let mut rows = Vec::new();
    if dice.roll(2) == 0 {
        let label = ["Related", "Read more", "Latest", "Most read", "More on this", "Editor’s picks"][dice.roll(6)];
        rows.push(hand.row(zone, "furniture", label.to_owned(), blanks));
    }
    for _ in 0..=dice.roll(5) {
        let Some(other) = dice.pick(hand.others) else { continue };
        let of = |part: &str| other.rows.iter().find(|row| row.part == part && row.whole).map(|row| row.text.clone());
        rows.extend(of("headline").map(|text| hand.row(zone, "furniture", text, blanks)));
        rows.extend(of("standfirst").filter(|_| decks).map(|text| hand.row(zone, "furniture", text, blanks)));
    }
    page.splice(at..at, rows);
}

fn other_case(_: &Hand<'_>, page: &mut [Piece], dice: &mut Dice) {
    let Some(at) = title(page) else { return };
    let old = page[at].text.clone();
    let large = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    let titled = || old.split(' ').map(large).collect::<Vec<_>>().join(" ");
    let new = match dice.roll(3) {
        0 => old.to_uppercase(),
        1 => titled(),
        _ => large(&old.to_lowercase()),
    };
    page.iter_mut().filter(|row| row.text == old).for_each(|row| row.text.clone_from(&new));
}

/// A headline as features have them: it says little of what the story says, and leaves that to the stand-first below it.
fn other_words(page: &mut Vec<Piece>, dice: &mut Dice) {
    let Some(at) = title(page) else { return };
    if !page[at..].iter().any(|row| row.zone == "Head" && row.part == "standfirst") {
        return;
    }
    let old = page[at].text.clone();
    let mut one = |of: &[&'static str]| of[dice.roll(of.len())];
    let (a, b, c) = (one(&THINGS), one(&THINGS), one(&KINDS));
    let new = match one(&["of", "and", "the", "a", "bye", "how", "why", "what", "to", "quote"]) {
        "of" => format!("{c} {a} of {b}"),
        "and" => format!("{a}, {b} and {}", one(&THINGS)),
        "the" => format!("the {c} {a}"),
        "a" => format!("a {c} {a}"),
        "bye" => format!("{}, {c} {a}", one(&["goodbye", "hello", "farewell", "welcome back"])),
        "how" => format!("how to lose a {a}"),
        "why" => format!("why we still need {a}"),
        "what" => format!("what {a} taught me about {b}"),
        "to" => format!("from {a} to {b}"),
        _ => format!("‘{c} {a}, and no {b}’"),
    };
    let first = new.find(char::is_alphabetic).unwrap_or(0);
    let new = [&new[..first], &new[first..=first].to_uppercase(), &new[first + 1..]].concat();
    page.retain(|row| row.zone == "Title" || row.text == old || !row.text.contains(&old));
    page.iter_mut().filter(|row| row.text == old).for_each(|row| row.text.clone_from(&new));
}

/// Words of such headlines.
const THINGS: [&str; 24] = [
    "bread", "silence", "summer", "money", "trust", "love", "winter", "luck", "memory", "rain", "patience", "home",
    "hunger", "smoke", "grief", "time", "glory", "dust", "hope", "salt", "water", "fear", "faith", "fire",
];
const KINDS: [&str; 12] =
    ["long", "last", "quiet", "lost", "small", "hidden", "other", "good", "slow", "wild", "old", "secret"];

/// A story of which only the headline was not copied, or whose page has none.
fn untitled(hand: &Hand<'_>, page: &mut Vec<Piece>, _: &mut Dice) {
    let Some(at) = title(page) else { return };
    let old = page.remove(at).text;
    page.retain(|row| !row.text.contains(&old));
    for row in page.iter_mut().filter(|row| row.zone == "Head") {
        row.zone = "Before";
        let names = hand.shape.states.iter().enumerate();
        row.allowed = names
            .filter(|(_, state)| {
                state.2 == "Before"
                    && hand
                        .shape
                        .states
                        .iter()
                        .enumerate()
                        .any(|(other, of)| row.allowed >> other & 1 == 1 && of.2 == "Head" && of.3 == state.3)
            })
            .fold(0, |bits, (state, _)| bits | 1 << state);
    }
    page.retain(|row| row.allowed != 0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Sequence;
    use nutgraf::lab;

    #[test]
    fn every_change_says_what_its_rows_are() {
        let shape = lab::shape();
        let press = Press::read().unwrap();
        let row = |zone: &'static str, part: &'static str, text: &str| Piece {
            blanks: 0,
            text: text.to_owned(),
            allowed: corpus::states(&shape, zone, &[part]),
            zone,
            part,
            whole: true,
        };
        let rows = vec![
            row("Before", "furniture", "Skip to content"),
            row("Title", "headline", "A quay reopens after the flood"),
            row("Head", "standfirst", "Ferries will call again from Monday, the harbour board says"),
            row("Head", "byline", "By Ada Quill"),
            row("Head", "timestamp", "May 3, 2021"),
            row("Story", "text", "The quay reopened on Monday."),
            row("Story", "text", "Ferries called."),
            row("After", "furniture", "Most read"),
        ];
        let sequence = Sequence { features: Vec::new(), allowed: Vec::new(), permitted: Vec::new(), weight: 1.0 };
        let document = Document {
            id: "us-Echo-2021-05-03#all".to_owned(),
            publisher: "echo".to_owned(),
            text: String::new(),
            published: None,
            rows: rows.clone(),
            sequence,
        };
        let hand = Hand { shape: &shape, press: &press, others: &[&document] };
        let mut dice = Dice::new(5);
        let order = ["Before", "Title", "Head", "Story", "After"];
        for (name, change) in CHANGES {
            for _ in 0..40 {
                let mut page = rows.clone();
                change(&hand, &mut page, &mut dice);
                let zones = page.iter().map(|row| order.iter().position(|zone| *zone == row.zone).unwrap());
                assert!(zones.is_sorted(), "{name}");
                assert!(page.iter().all(|row| row.allowed != 0 && !row.text.is_empty()), "{name}");
                assert_eq!(title(&page).is_none(), name == "no headline", "{name}");
                let before = page.iter().position(|row| row.part == "text").unwrap();
                assert!(page[before..].iter().filter(|row| row.part == "text").count() == 2, "{name}");
                let same = |a: &Piece, b: &Piece| a.text == b.text && a.zone == b.zone;
                let unchanged = page.len() == rows.len() && page.iter().zip(&rows).all(|(a, b)| same(a, b));
                assert!(
                    !unchanged
                        || [
                            "as it is",
                            "other case",
                            "another's furniture",
                            "names below",
                            "teasers above",
                            "teasers below"
                        ]
                        .contains(&name),
                    "{name}"
                );
            }
        }
    }
}
