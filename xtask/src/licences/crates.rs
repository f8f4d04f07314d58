//! The crates that are linked into what is passed on, with the licences in their packages.

use crate::command::{Outcome, at, cargo, output, program, root};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Crates that come with the same text.
pub(super) struct Group {
    pub(super) crates: Vec<String>,
    pub(super) text: String,
}

/// Every crate that is linked for `target`, those with the same text together.
///
/// # Errors
///
/// When cargo fails, or a package has no licence file.
pub(super) fn groups(target: &str) -> Outcome<Vec<Group>> {
    let mut by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in linked(target)? {
        for text in texts(&package.folder)? {
            by_text
                .entry(text)
                .or_default()
                .push(format!("{} ({}), {}", package.name, package.licence, package.address));
        }
    }
    let mut groups: Vec<Group> = by_text.into_iter().map(|(text, crates)| Group { crates, text }).collect();
    groups.push(standard_library()?);
    groups.sort_by(|a, b| a.crates.cmp(&b.crates));
    Ok(groups)
}

struct Package {
    name: String,
    licence: String,
    address: String,
    folder: PathBuf,
}

/// The packages that Nutgraf depends on when it runs: neither what only builds or tests it, nor macros.
fn linked(target: &str) -> Outcome<Vec<Package>> {
    // the tree tells which with the features they are built with; the metadata, where they are
    let mut tree = cargo(&["tree", "--package", "nutgraf", "--target", target, "--edges", "normal,no-proc-macro"]);
    let tree = output(tree.args(["--prefix", "none", "--format", "{p}"]))?;
    let names: BTreeSet<String> = tree.lines().skip(1).filter_map(name_and_version).collect();
    let said = output(&mut cargo(&["metadata", "--format-version", "1", "--filter-platform", target]))?;
    let metadata: Value = serde_json::from_str(&said).map_err(|error| format!("cargo metadata: {error}"))?;
    let packages = metadata["packages"].as_array().into_iter().flatten().map(package);
    let found: Vec<Package> = packages.filter(|package| names.contains(&package.name)).collect();
    if found.len() == names.len() { Ok(found) } else { Err("cargo's metadata lacks crates of its tree".to_owned()) }
}

/// `serde 1.0.1` of `serde v1.0.1 (*)`.
fn name_and_version(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    Some(format!("{} {}", words.next()?, words.next()?.strip_prefix('v')?))
}

fn package(value: &Value) -> Package {
    let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let folder = Path::new(&text("manifest_path")).parent().unwrap_or(Path::new("")).to_owned();
    let name = format!("{} {}", text("name"), text("version"));
    Package { name, licence: text("license"), address: text("repository"), folder }
}

/// The licences in a package's folder. Of those to choose from, MIT's, which is short; what covers data in it, besides.
fn texts(folder: &Path) -> Outcome<Vec<String>> {
    let mut files = Vec::new();
    for place in [folder.to_owned(), folder.join("src/unicode_tables")] {
        for entry in fs::read_dir(place).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().to_uppercase();
            if name.starts_with("LICEN") || name.starts_with("COPYING") {
                files.push((name, entry.path()));
            }
        }
    }
    let has_mit = files.iter().any(|(name, _)| name.contains("MIT"));
    files.retain(|(name, _)| !has_mit || name.contains("MIT") || name.contains("UNICODE"));
    if files.is_empty() {
        return Err(format!("{} has no licence file", folder.display()));
    }
    files.sort();
    files.into_iter().map(|(_, path)| fs::read_to_string(&path).map_err(at(&path))).collect()
}

fn standard_library() -> Outcome<Group> {
    let version = output(program("rustc").arg("--version"))?;
    let path = root().join("LICENSE-MIT");
    let own = fs::read_to_string(&path).map_err(at(&path))?;
    let terms = own.find("Permission is hereby granted").map_or(own.as_str(), |start| &own[start..]);
    Ok(Group {
        crates: vec![format!(
            "The Rust standard library ({version}; MIT OR Apache-2.0), https://github.com/rust-lang/rust"
        )],
        text: format!(
            "Copyright (c) The Rust Project Contributors. What it is built from in turn is listed in\n\
             https://github.com/rust-lang/rust/blob/main/COPYRIGHT.\n\n{terms}"
        ),
    })
}
