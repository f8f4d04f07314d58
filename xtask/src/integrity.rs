//! Hashes of what is shipped, as browsers check them: whoever serves a copy, or loads a file of one from elsewhere, can tell
//! whether it is the one that was built.

use crate::command::{Outcome, at};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The file that lists them. It is for people, not for a visit.
pub(crate) const FILE: &str = "integrity.txt";

/// The value of an `integrity` attribute for `bytes`.
fn of(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// Writes the list of all files in `folder` and below, a line each: hash, a space, name.
///
/// # Errors
///
/// When something cannot be read or written.
pub(crate) fn write(folder: &Path) -> Outcome {
    let path = folder.join(FILE);
    let mut list = String::new();
    for (name, bytes) in files(folder)?.iter().filter(|(name, _)| name != FILE) {
        // writing to a string does not fail
        let _ = writeln!(list, "{} {name}", of(bytes));
    }
    fs::write(&path, list).map_err(at(&path))
}

/// What is wrong with the list of `folder`; empty where it names each file with its hash and no other.
///
/// # Errors
///
/// When something cannot be read.
pub(crate) fn faults(folder: &Path) -> Outcome<Vec<String>> {
    let path = folder.join(FILE);
    let list = fs::read_to_string(&path).map_err(at(&path))?;
    let listed = |name: &str| list.lines().find_map(|line| line.split_once(' ').filter(|(_, listed)| *listed == name));
    let files = files(folder)?;
    let mut faults = Vec::new();
    for (name, bytes) in files.iter().filter(|(name, _)| name != FILE) {
        match listed(name) {
            None => faults.push(format!("{name} is not listed")),
            Some((hash, _)) if hash != of(bytes) => faults.push(format!("{name} is not what is listed")),
            Some(_) => {}
        }
    }
    let gone = list
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter(|(_, name)| !files.iter().any(|(file, _)| file == name));
    faults.extend(gone.map(|(_, name)| format!("{name} is listed and not there")));
    Ok(faults)
}

/// Names and contents of all files in `folder` and below, ordered by name.
///
/// # Errors
///
/// When something cannot be read.
pub(crate) fn files(folder: &Path) -> Outcome<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(below) = folders.pop() {
        for entry in fs::read_dir(&below).map_err(at(&below))? {
            let path = entry.map_err(at(&below))?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                found.push((name, fs::read(&path).map_err(at(&path))?));
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_browsers() {
        // of the specification of Subresource Integrity, and of nothing at all
        let example = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(of(b"alert('Hello, world.');"), example);
        assert_eq!(of(b""), "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
    }

    #[test]
    fn what_is_not_as_it_is_listed_is_told() {
        let folder = std::env::temp_dir().join(format!("nutgraf-integrity-{}", std::process::id()));
        fs::create_dir_all(folder.join("pkg")).unwrap();
        fs::write(folder.join("index.html"), "a page").unwrap();
        fs::write(folder.join("pkg/a b.js"), "a script").unwrap();
        write(&folder).unwrap();
        assert_eq!(faults(&folder), Ok(Vec::new()));
        fs::write(folder.join("pkg/a b.js"), "another script").unwrap();
        fs::write(folder.join("more.css"), "").unwrap();
        fs::remove_file(folder.join("index.html")).unwrap();
        let found = faults(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let expected =
            ["more.css is not listed", "pkg/a b.js is not what is listed", "index.html is listed and not there"];
        assert_eq!(found, expected);
    }
}
