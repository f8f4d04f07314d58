//! The files of a folder.

use super::kind::Kind;
use std::path::{Path, PathBuf};

/// A file, or standard input.
pub(super) struct Source {
    /// None is standard input.
    pub(super) path: Option<PathBuf>,
    /// In bytes, where it is known.
    pub(super) size: Option<u64>,
}

/// What a file is called in the output: the path as given, with `/` between its parts.
pub(super) fn name(path: &Path) -> String {
    let name = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { name.into_owned() } else { name.replace(std::path::MAIN_SEPARATOR, "/") }
}

/// Adds the file at `path`; of a folder, all files in it and below whose names say that they can be read, ordered by name.
///
/// # Errors
///
/// One line where there is none, or a folder cannot be looked into.
pub(super) fn add(path: &Path, sources: &mut Vec<Source>) -> Result<(), String> {
    let about = std::fs::metadata(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    if about.is_dir() {
        return below(path, sources);
    }
    // a pipe has no size
    sources.push(Source { path: Some(path.to_owned()), size: about.is_file().then_some(about.len()) });
    Ok(())
}

fn below(folder: &Path, sources: &mut Vec<Source>) -> Result<(), String> {
    let wrong = |error: std::io::Error| format!("cannot read {}: {error}", folder.display());
    let mut entries = std::fs::read_dir(folder).map_err(wrong)?.collect::<Result<Vec<_>, _>>().map_err(wrong)?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        // `.git`, and what macOS leaves beside each file
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let (path, kind) = (entry.path(), entry.file_type().map_err(wrong)?);
        // a link to a folder may lead in a circle
        if kind.is_dir() {
            below(&path, sources)?;
        } else if Kind::of(&path).is_some() {
            let about = std::fs::metadata(&path).ok().filter(|about| !about.is_dir());
            sources.push(Source { size: Some(about.map_or(0, |about| about.len())), path: Some(path) });
        }
    }
    Ok(())
}
