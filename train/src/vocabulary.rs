//! The vocabulary: the words that most outlets print in their short rows, those of the story aside, and the words by
//! which longer rows of a page differ from the story's.

use crate::corpora;
use crate::dice::Dice;
use crate::press::{self, Press};
use nutgraf::lab;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Words in a row that counts.
const SHORT: usize = 10;

/// Words of longer rows among those that are kept.
const LONG: usize = 150;

/// Outlets, invented ones included, that must have a word.
const LEAST: usize = 4;

/// Writes the `count` words that most publishers and templates have to `out`.
///
/// # Errors
///
/// Where a file cannot be read or written.
pub fn run(data: &Path, own: &Path, count: usize, out: &Path) -> Result<(), String> {
    let shape = lab::shape();
    let documents = corpora::read(data, &own.join("gold/pages.jsonl"), &shape)?;
    // no story's words: its pages are all furniture
    let stories = [press::Manuscript::empty()];
    let press = Press::read()?;
    let mut dice = Dice::new(1);
    let pages = press.pages(&shape, &stories, 1, &mut dice);
    let mut short: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut page: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut story: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let sources = documents
        .iter()
        .map(|document| (document.publisher.clone(), document.rows.as_slice()))
        .chain(pages.iter().enumerate().map(|(number, page)| (format!("template {number}"), page.as_slice())));
    for (outlet, rows) in sources {
        for row in rows {
            let words: Vec<&str> = row.text.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'').collect();
            let long = words.iter().filter(|word| !word.is_empty()).count() > SHORT;
            let into = match row.part {
                "text" => &mut story,
                "headline" | "standfirst" => continue,
                "furniture" | "note" if long => &mut page,
                _ if long => continue,
                _ => &mut short,
            };
            for word in words.into_iter().filter(|word| word.starts_with(char::is_alphabetic)) {
                into.entry(word.to_lowercase().replace('’', "'")).or_default().insert(outlet.clone());
            }
        }
    }
    // the commonest of short rows
    let mut words: Vec<(usize, String)> =
        short.into_iter().map(|(word, outlets)| (outlets.len(), word)).filter(|(in_all, _)| *in_all >= LEAST).collect();
    words.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    words.truncate(count - LONG);
    let mut words: Vec<String> = words.into_iter().map(|(_, word)| word).collect();
    // those of longer rows that the fewest stories have, in thousandths, weighed by how many outlets have them
    let mut telling: Vec<(usize, String)> = page
        .into_iter()
        .filter(|(word, outlets)| outlets.len() >= LEAST && !words.contains(word))
        .map(|(word, outlets)| {
            let in_stories = story.get(&word).map_or(0, BTreeSet::len);
            (outlets.len() * outlets.len() * 1000 / (in_stories + 8), word)
        })
        .collect();
    telling.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    words.extend(telling.into_iter().map(|(_, word)| word).take(LONG));
    words.sort();
    let mut list = String::from(
        "# The words that most outlets, real and invented, print in their short rows (menus, labels, credits), and those by\n\
         # which their longer rows (boxes, notices, notes) differ from their stories, counted by\n\
         # `cargo run --release -p train -- vocabulary`; each with its number among the model's features.\n",
    );
    for (number, word) in words.iter().enumerate() {
        let _ = writeln!(list, "{word}\t{number}");
    }
    fs::write(out, list).map_err(|error| format!("{}: {error}", out.display()))?;
    eprintln!("{}: {} words", out.display(), words.len());
    Ok(())
}
