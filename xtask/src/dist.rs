//! `cargo xtask dist`: the folder for a web host, and what it weighs.

use crate::command::{Outcome, at, root};
use crate::{build, integrity, licences, setup};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;

/// What a first visit may load, in bytes as compressed by `gzip -9`. The patterns of page rows took 130,000 of it:
/// `regex` with its tables of Unicode; the desk (corrections, documents, checks, worker) takes 200,000, the tagger of names
/// 350,000, both more than they were meant to; links, comparing, several at once and patterns of a reader's own, which all come when first
/// used, leave 28,000 here; small functions put into those that call them, 8,000, for a fifth more speed; names whole, which days a
/// length covers, scores and headlines in two rows, 21,000; other stories' names and dates, lists of days, nicknames and couples, 10,000;
/// quarters of matches, storms and ships, what stands between a source and its cue, the sample's breakdown, 12,000.
const LIMIT: usize = 1_302_000;

/// Kilobytes that README may be off: compilers and small changes move as much.
const SLACK: usize = 3;

/// Builds the page and reports its size.
///
/// # Errors
///
/// When the page does not build, a first visit would load more than the limit, or README states another weight.
pub(crate) fn run() -> Outcome {
    build::page(&setup::for_build()?)?;
    let files = files()?;
    println!("{:>10} {:>10}", "bytes", "gzip -9");
    for file in &files {
        let note = if is_loaded(&file.name) { "" } else { "  (not loaded by a visit)" };
        println!("{:>10} {:>10}  {}{note}", file.bytes, file.compressed, file.name);
    }
    let loaded = files.iter().filter(|file| is_loaded(&file.name));
    let bytes: usize = loaded.map(|file| file.bytes).sum();
    let compressed = weight(&files);
    println!("{bytes:>10} {compressed:>10}  in all, at most {LIMIT} compressed\n");
    check(compressed, &readme()?)?;
    println!(
        "{} is ready: copy it to any web host; docs/hosting.md has the headers to send",
        build::folder().display()
    );
    Ok(())
}

/// Checks the weight of the page that was built last.
///
/// # Errors
///
/// When there is none, it is heavier than the limit, README states another weight, or a file is not what its hash says.
pub(crate) fn check_weight() -> Outcome {
    let compressed = weight(&files()?);
    println!("a first visit loads {compressed} bytes in gzip, at most {LIMIT}");
    let faults = integrity::faults(&build::folder())?;
    if !faults.is_empty() {
        return Err(format!("{}: {}", integrity::FILE, faults.join(", ")));
    }
    check(compressed, &readme()?)
}

fn check(compressed: usize, readme: &str) -> Outcome {
    if compressed > LIMIT {
        return Err(format!("a first visit loads {compressed} bytes, more than {LIMIT}"));
    }
    let (kilobytes, stated) = ((compressed + 500) / 1000, stated(readme));
    match stated[..] {
        [] => Err("README.md states no weight of the page: expected `… KB in gzip`".to_owned()),
        _ if stated.iter().all(|stated| kilobytes.abs_diff(*stated) <= SLACK) => Ok(()),
        _ => Err(format!("README.md says that the page weighs {stated:?} KB in gzip; it weighs {kilobytes}")),
    }
}

fn readme() -> Outcome<String> {
    let path = root().join("README.md");
    fs::read_to_string(&path).map_err(at(&path))
}

/// The weights that a text states: the numbers before `KB in gzip`.
fn stated(text: &str) -> Vec<usize> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |words: &[&str]| match words {
        [number, "KB", "in", gzip] if gzip.starts_with("gzip") => number.parse().ok(),
        _ => None,
    };
    words.windows(4).filter_map(number).collect()
}

/// The files of the page, ordered by name.
fn files() -> Outcome<Vec<File>> {
    let folder = build::folder();
    if !folder.exists() {
        return Err(format!("{} is not built: run `cargo xtask dist`, or the step `build` first", folder.display()));
    }
    let mut files = Vec::new();
    collect(&folder, &folder, &mut files)?;
    files.sort();
    Ok(files)
}

/// What a first visit loads, in bytes as compressed.
fn weight(files: &[File]) -> usize {
    files.iter().filter(|file| is_loaded(&file.name)).map(|file| file.compressed).sum()
}

/// A file of the folder; ordered by its name.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct File {
    name: String,
    bytes: usize,
    compressed: usize,
}

/// Whether a visit can load the file unasked: all but what is for the host, for programmers, for whoever installs the page
/// as an app, behind a link, or for what readers take away or read many of.
fn is_loaded(name: &str) -> bool {
    let taking = ["www/share.js", "www/take.js", "pkg/exports.js", "pkg/take.js", "pkg/take_bg.wasm"].contains(&name);
    !taking
        && !name.starts_with("www/compare")
        && !["_headers", licences::FILE, integrity::FILE].contains(&name)
        && !name.ends_with(".d.ts")
        && !name.starts_with("www/icons/")
        && !name.starts_with("www/many/")
}

fn collect(folder: &Path, top: &Path, files: &mut Vec<File>) -> Outcome {
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let path = entry.map_err(at(folder))?.path();
        if path.is_dir() {
            collect(&path, top, files)?;
        } else {
            let content = fs::read(&path).map_err(at(&path))?;
            let name = path.strip_prefix(top).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push(File { name, bytes: content.len(), compressed: gzip(&content).map_err(at(&path))? });
        }
    }
    Ok(())
}

/// The size of `content` as `gzip -9` gives it.
fn gzip(content: &[u8]) -> std::io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_that_the_readme_does_not_state_is_told() {
        let text = "The page weighs 417 KB in gzip.\nA slice weighs 417 KB\nin gzip, the style 4 KB.";
        assert_eq!(stated(text), [417, 417]);
        assert_eq!(check(416_500, text), Ok(()));
        assert_eq!(check(417_499, text), Ok(()));
        assert!(check(420_500, text).unwrap_err().ends_with("it weighs 421"));
        assert!(check(413_499, text).is_err() && check(416_600, "no figure").is_err());
        assert!(check(LIMIT + 1, "421 KB in gzip").unwrap_err().contains("more than"));
    }

    #[test]
    fn a_visit_loads_what_nobody_need_ask_for() {
        assert!(is_loaded("index.html") && is_loaded("pkg/nutgraf_bg.wasm") && is_loaded("www/icon.svg"));
        assert!(
            !is_loaded("_headers")
                && !is_loaded("pkg/nutgraf.d.ts")
                && !is_loaded("licences.txt")
                && !is_loaded("www/icons/192.png")
                && !is_loaded("pkg/take_bg.wasm")
        );
    }

    #[test]
    fn repetition_weighs_little() {
        let size = gzip(&vec![b'a'; 100_000]).unwrap();
        assert!((20..400).contains(&size), "{size}");
    }
}
