//! The package for npm: both modules without the page, and what stands before them.

use super::{emptied, folder};
use crate::build::{self, copy, copy_folder};
use crate::command::{Outcome, at, root};
use crate::licences;
use crate::setup::BuildTools;
use std::fs;
use std::path::PathBuf;

/// The package's folder in that of all packages.
pub(crate) const FOLDER: &str = "npm";

/// Makes it, and returns its folder.
///
/// # Errors
///
/// When something does not build or cannot be written, or its version is not the crate's.
pub(super) fn make(tools: &BuildTools, quick: bool) -> Outcome<PathBuf> {
    let modules = build::library(tools, quick)?;
    let folder = emptied(folder().join(FOLDER))?;
    for module in modules {
        copy_folder(&module, &folder)?;
    }
    for scripts in ["src/web/reader", "take/web", "packages/npm"] {
        copy_folder(&root().join(scripts), &folder)?;
    }
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&root().join(licence), &folder.join(licence))?;
    }
    let path = folder.join(licences::FILE);
    fs::write(&path, licences::text()?).map_err(at(&path))?;
    let about = folder.join("package.json");
    let said = fs::read_to_string(&about).map_err(at(&about))?;
    let version = concat!("\"version\": \"", env!("CARGO_PKG_VERSION"), "\"");
    if said.contains(version) { Ok(folder) } else { Err(format!("expected {version} in packages/npm/package.json")) }
}
