//! The data in the module that others made: found by what the files say of themselves.

use crate::command::{Outcome, at, root};
use std::fs;
use std::path::{Path, PathBuf};

/// Whose data this is, and on which terms.
pub(super) struct Notice {
    pub(super) title: String,
    pub(super) text: String,
}

const GEONAMES: &str = "\
Geographical data from GeoNames, https://www.geonames.org, licensed under Creative Commons Attribution 4.0 International,
https://creativecommons.org/licenses/by/4.0/. It was changed: cut to large places, folded to small letters, with spellings
added and everyday words taken out. It comes without warranty.";

/// Sources that are named in code rather than in a list.
const CLDR: &str = include_str!("unicode.txt");

/// Every notice: fixed ones, those at the head of word lists, and those of the cards of trained models.
///
/// # Errors
///
/// When a file cannot be read.
pub(super) fn notices() -> Outcome<Vec<Notice>> {
    let mut notices = vec![
        Notice { title: "GeoNames: names of places".to_owned(), text: GEONAMES.to_owned() },
        Notice {
            title: "Unicode CLDR: which of day and month a country writes first (src/calendar/territories.rs)"
                .to_owned(),
            text: CLDR.to_owned(),
        },
    ];
    for path in files(&root().join("src"), "txt")? {
        let head = head(&read(&path)?);
        if ["licence", "CC BY"].iter().any(|word| head.contains(word)) {
            notices.push(Notice { title: name(&path), text: head });
        }
    }
    for path in files(&root().join("src"), "md")? {
        let quoted: Vec<String> =
            read(&path)?.lines().filter_map(|line| line.strip_prefix('>')).map(|line| line.trim().to_owned()).collect();
        if !quoted.is_empty() {
            let title = format!("The licence of the source, as {} has it", name(&path));
            notices.push(Notice { title, text: quoted.join("\n") });
        }
    }
    for path in files(&root().join("models"), "md")? {
        let card = read(&path)?;
        let title = card.lines().next().unwrap_or_default().trim_start_matches("# ").to_owned();
        let rows = card.lines().filter_map(|line| {
            let (about, said) = line.strip_prefix("| licence of the ")?.split_once(" | ")?;
            Some(format!("Licence of the {about}: {}", said.trim_end_matches(" |")))
        });
        // a licence that must be passed on stands in the card as a quotation
        let quoted = card.lines().filter_map(|line| Some(line.strip_prefix('>')?.trim().to_owned()));
        notices.push(Notice { title, text: rows.chain(quoted).collect::<Vec<_>>().join("\n") });
    }
    Ok(notices)
}

/// What a list says of itself: the comment at its head.
fn head(list: &str) -> String {
    let lines = list.lines().map_while(|line| line.strip_prefix('#'));
    lines.map(str::trim).collect::<Vec<_>>().join("\n")
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(at(path))
}

fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// The files below `folder` with this extension, ordered by name.
fn files(folder: &Path, extension: &str) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let path = entry.map_err(at(folder))?.path();
        if path.is_dir() {
            found.extend(files(&path, extension)?);
        } else if path.extension().is_some_and(|own| own == extension) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_list_ends_with_its_comment() {
        assert_eq!(head("# One,\n# two.\na\n# not\n"), "One,\ntwo.");
        assert_eq!(head("a\n"), "");
    }

    #[test]
    fn every_notice_says_something() {
        for Notice { title, text } in notices().unwrap() {
            assert!(!title.is_empty() && !text.is_empty(), "{title}: {text}");
        }
    }
}
