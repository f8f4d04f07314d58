//! `--marks`: patterns of the reader's own, from a list.

use nutgraf::{Pattern, PatternList};
use std::path::Path;

/// Reads the file at `path`: CSV, or a JSON list. Says which rows of CSV are none, one line each, and goes on without them.
///
/// # Errors
///
/// One line that says what was expected.
pub(crate) fn read(path: &Path) -> Result<Vec<Pattern>, String> {
    let name = path.display();
    let bytes = std::fs::read(path).map_err(|error| format!("--marks: cannot read {name}: {error}"))?;
    let text = String::from_utf8(bytes).map_err(|_| format!("--marks: {name} is not UTF-8"))?;
    let text = text.trim_start_matches('\u{feff}');
    let read = if text.trim_start().starts_with('[') { PatternList::from_json } else { PatternList::from_csv };
    let list = read(text).map_err(|error| format!("--marks: {name}: {error}"))?;
    for row in &list.bad {
        eprintln!("nutgraf: --marks: {name}: {row}; it is left out");
    }
    if list.patterns.is_empty() {
        return Err(format!("--marks: {name} holds no pattern"));
    }
    Ok(list.patterns)
}
