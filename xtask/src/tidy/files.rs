//! The repository's text files: all but those that its `.gitignore` files name.

use crate::command::{Outcome, at};
use std::fs;
use std::path::Path;

/// A text file.
pub(super) struct File {
    /// Its path from the top folder, with `/` between the names.
    pub(super) name: String,
    pub(super) text: String,
}

/// Every file below `top` that is UTF-8 text, ordered by name.
///
/// # Errors
///
/// When a file or folder cannot be read.
pub(super) fn texts(top: &Path) -> Outcome<Vec<File>> {
    let mut files = Vec::new();
    collect(top, "", &mut files)?;
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<File>) -> Outcome {
    let ignored = fs::read_to_string(folder.join(".gitignore")).unwrap_or_default();
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let entry = entry.map_err(at(folder))?;
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if name == ".git" || is_ignored(&ignored, &name) || path.is_symlink() {
            continue;
        }
        let full = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{full}/"), files)?;
        } else {
            let content = fs::read(&path).map_err(at(&path))?;
            let text = String::from_utf8(content).ok().filter(|text| !text.contains('\0'));
            files.extend(text.map(|text| File { name: full, text }));
        }
    }
    Ok(())
}

/// Whether a `.gitignore` names `name` as it is; patterns do not occur here.
fn is_ignored(list: &str, name: &str) -> bool {
    list.lines().any(|line| line.trim().trim_start_matches('/').trim_end_matches('/') == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_folders_are_left_out() {
        assert!(is_ignored("/target\n/dist/\nnode_modules\n", "target"));
        assert!(is_ignored("/target\n/dist/\nnode_modules\n", "dist"));
        assert!(is_ignored("/target\n/dist/\nnode_modules\n", "node_modules"));
        assert!(!is_ignored("/target\n", "targets") && !is_ignored("", "src"));
    }

    #[test]
    fn the_repository_has_its_documents_and_sources() {
        let files = texts(crate::command::root()).unwrap();
        let has = |name: &str| files.iter().any(|file| file.name == name);
        assert!(has("README.md") && has("src/lib.rs") && has("xtask/src/tidy/files.rs"));
        assert!(!files.iter().any(|file| file.name.starts_with("target/") || file.text.contains('\0')));
    }
}
