//! `cargo xtask package`: what goes to npm, crates.io and `PyPI`, made and measured. Nothing is published.

mod crates_io;
mod npm;
mod wheel;

pub(crate) use npm::FOLDER as NPM;
pub(crate) use wheel::{Python, python};

use crate::command::{Outcome, at, root, target};
use crate::setup;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the packages are made.
pub(crate) fn folder() -> PathBuf {
    target().join("package")
}

/// Makes all packages, or those named.
///
/// # Errors
///
/// When one is not known, or cannot be made.
pub(crate) fn run(names: &[&str]) -> Outcome {
    let known = ["npm", "crate", "wheel"];
    if let Some(unknown) = names.iter().find(|name| !known.contains(name)) {
        return Err(format!("expected packages out of {}; found {unknown}", known.join(", ")));
    }
    let wanted = |name| names.is_empty() || names.contains(&name);
    if wanted("npm") {
        let folder = npm::make(&setup::for_build()?, false)?;
        println!("npm: {}, {} KB", folder.display(), size(&folder)? / 1000);
    }
    if wanted("crate") {
        crates_io::dry_run()?;
    }
    if wanted("wheel") {
        let python = python()?.map_err(|missing| format!("a wheel cannot be made: {missing}"))?;
        let file = wheel::make(&python, wheel::OF_REPOSITORY, &["--release"])?;
        println!("wheel: {}, {} KB", file.display(), size(&file)? / 1000);
    }
    Ok(())
}

/// The packages as the checks install them, built quickly: that of npm in [`NPM`], and a wheel where there is a Python.
/// The wheel's program is built from what would go to crates.io, so that it is known to be whole.
///
/// # Errors
///
/// When one cannot be made.
pub(crate) fn for_checks(tools: &setup::BuildTools, python: Option<&Python>) -> Outcome<Option<PathBuf>> {
    npm::make(tools, true)?;
    let manifest = crates_io::unpacked()?.join("Cargo.toml");
    python.map(|python| wheel::make(python, manifest, &["--profile", "dev"])).transpose()
}

/// The names of the crate's examples, each of which runs without arguments.
///
/// # Errors
///
/// When their folder cannot be read.
pub(crate) fn examples() -> Outcome<Vec<String>> {
    let folder = root().join("examples");
    let entries = fs::read_dir(&folder).map_err(at(&folder))?.flatten().map(|entry| entry.path());
    let files = entries.filter(|path| path.extension().is_some_and(|end| end == "rs"));
    let mut names: Vec<String> = files.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    names.sort();
    Ok(names)
}

/// An empty folder at `path`.
fn emptied(path: PathBuf) -> Outcome<PathBuf> {
    if path.exists() {
        fs::remove_dir_all(&path).map_err(at(&path))?;
    }
    fs::create_dir_all(&path).map_err(at(&path))?;
    Ok(path)
}

/// The bytes of a file, or of all in a folder.
fn size(path: &Path) -> Outcome<u64> {
    let about = fs::metadata(path).map_err(at(path))?;
    if !about.is_dir() {
        return Ok(about.len());
    }
    fs::read_dir(path).map_err(at(path))?.flatten().map(|entry| size(&entry.path())).sum()
}
