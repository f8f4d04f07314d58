//! The vocabulary: the words that most outlets print in their short rows, those of the story aside.

use crate::corpus;
use crate::dice::Dice;
use crate::press::{self, Press};
use nutgraf::lab;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Words in a row that counts.
const SHORT: usize = 10;

/// Outlets, invented ones included, that must have a word.
const LEAST: usize = 4;

/// Writes the `count` words that most publishers and templates have to `out`.
///
/// # Errors
///
/// Where a file cannot be read or written.
pub fn run(data: &Path, own: &Path, count: usize, out: &Path) -> Result<(), String> {
    let shape = lab::shape();
    let documents = corpus::read(data, &own.join("gold/pages.jsonl"), &shape)?;
    // no story's words: its pages are all furniture
    let stories = [press::Manuscript::empty()];
    let press = Press::read()?;
    let pages = press.pages(&shape, &stories, 1, &mut Dice::new(1));
    let mut outlets: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let sources = documents
        .iter()
        .map(|document| (document.publisher.clone(), &document.rows))
        .chain(pages.iter().enumerate().map(|(number, page)| (format!("template {number}"), page)));
    for (outlet, rows) in sources {
        for row in rows.iter().filter(|row| !matches!(row.part, "text" | "headline" | "standfirst")) {
            let words: Vec<&str> = row.text.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'').collect();
            if words.iter().filter(|word| !word.is_empty()).count() > SHORT {
                continue;
            }
            for word in words.into_iter().filter(|word| word.starts_with(char::is_alphabetic)) {
                outlets.entry(word.to_lowercase().replace('’', "'")).or_default().insert(outlet.clone());
            }
        }
    }
    let mut words: Vec<(usize, String)> = outlets
        .into_iter()
        .map(|(word, outlets)| (outlets.len(), word))
        .filter(|(in_all, _)| *in_all >= LEAST)
        .collect();
    words.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    words.truncate(count);
    let mut words: Vec<String> = words.into_iter().map(|(_, word)| word).collect();
    words.sort();
    let mut list = String::from(
        "# The words that most outlets, real and invented, print in their short rows (menus, labels, credits), counted by\n\
         # `cargo run --release -p train -- vocabulary`; each with its number among the model's features.\n",
    );
    for (number, word) in words.iter().enumerate() {
        let _ = writeln!(list, "{word}\t{number}");
    }
    fs::write(out, list).map_err(|error| format!("{}: {error}", out.display()))?;
    eprintln!("{}: {} words", out.display(), words.len());
    Ok(())
}
