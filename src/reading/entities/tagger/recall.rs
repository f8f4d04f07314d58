//! What readings of one thread leave for the next: most words of a text were in the text before, and while somebody
//! types nearly all of them.
//!
//! Only what follows from the word and what the document says of it is kept, so that a text reads the same whatever
//! was read before.

use super::document::Word;
use super::features::attributes;
use super::form::Form;
use super::labels::LABELS;
use super::model::Model;
use super::network::{Sum, Units};
use crate::text::tokens::Kind;
use std::collections::HashMap;

/// Shares kept from text to text: some four megabytes.
const KEPT: usize = 4096;
/// Bytes of the longest word that is kept.
const LONGEST: usize = 64;

/// A word's share in the scores around it, worked out once for each of five places, when first asked for.
#[derive(Debug)]
pub(super) struct Share {
    rows: Sum,
    /// Which places are worked out: a bit each.
    known: u8,
    /// To the units at the place.
    near: [Units; 5],
    /// To the labels of the words from two after it to two before it.
    field: [[i32; LABELS]; 5],
}

impl Share {
    pub(super) fn of(model: &Model<'_>, word: &Word<'_>) -> Self {
        let mut rows = Vec::with_capacity(24);
        model.rows.word(word, |row| rows.push(row as u16));
        Self { rows: model.network.sum(&rows), known: 0, near: [Units::default(); 5], field: [[0; LABELS]; 5] }
    }

    /// What it gives to one of the places.
    pub(super) fn give(&mut self, model: &Model<'_>, word: &Word<'_>, place: usize) -> (&Units, &[i32; LABELS]) {
        if self.known >> place & 1 == 0 {
            self.known |= 1 << place;
            self.near[place] = model.network.near(&self.rows, place);
            attributes(Some(word), place as u32, |attribute| model.field.add(attribute, &mut self.field[place]));
        }
        (&self.near[place], &self.field[place])
    }
}

/// What is kept of a word.
#[derive(Debug)]
struct Known {
    kind: Kind,
    form: Form,
    /// Its shares, by what documents said of it.
    shares: Vec<(u8, Box<Share>)>,
}

/// What is kept of words.
#[derive(Debug, Default)]
pub(super) struct Recall {
    words: HashMap<Box<str>, Known>,
    /// How many shares it holds.
    count: usize,
}

impl Recall {
    /// The form of a word.
    pub(super) fn form(&self, text: &str, kind: Kind) -> Option<Form> {
        self.words.get(text).filter(|known| known.kind == kind).map(|known| known.form)
    }

    /// The share of a word, which is no longer kept then.
    pub(super) fn take(&mut self, word: &Word<'_>) -> Option<Box<Share>> {
        let known = self.words.get_mut(word.text).filter(|known| known.kind == word.kind)?;
        let at = known.shares.iter().position(|(facts, _)| *facts == word.facts)?;
        self.count -= 1;
        Some(known.shares.swap_remove(at).1)
    }

    /// Keeps shares. Where there are too many, those of texts before go: what is frequent comes back with the next text.
    pub(super) fn keep<'w>(&mut self, shares: impl Iterator<Item = (&'w Word<'w>, Box<Share>)>) {
        for (word, share) in shares.filter(|(word, _)| word.text.len() <= LONGEST).take(KEPT) {
            if self.count >= KEPT || self.words.len() >= KEPT {
                *self = Self::default();
            }
            if !self.words.contains_key(word.text) {
                let known = Known { kind: word.kind, form: word.form, shares: Vec::new() };
                self.words.insert(word.text.into(), known);
            }
            let known = self.words.get_mut(word.text).filter(|known| known.kind == word.kind);
            if let Some(known) = known {
                known.shares.push((word.facts, share));
                self.count += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::entities::tagger::model::shipped;

    #[test]
    fn as_much_is_kept_as_is_said() {
        let model = shipped().expect("a model");
        let mut recall = Recall::default();
        for number in 0..3 * KEPT {
            let (text, kind, facts) = (format!("Word{number}"), Kind::Word, (number % 3) as u8);
            let form = Form::new(&text, kind, &model.lexicon, &mut String::new());
            let word = Word { text: &text, kind, form, facts, spelled: None };
            assert!(recall.take(&word).is_none());
            recall.keep(std::iter::once((&word, Box::new(Share::of(model, &word)))));
            assert!(recall.count <= KEPT && recall.words.len() <= KEPT);
            // it is there for this word alone, once
            assert!(recall.form(&text, Kind::Initials).is_none() && recall.form(&text, kind).is_some());
            assert!(recall.take(&Word { facts: 7, ..word.clone() }).is_none());
            let share = recall.take(&word).expect("just kept");
            recall.keep(std::iter::once((&word, share)));
        }
    }
}
