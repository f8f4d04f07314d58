//! What must hold of the repository's own text: no merge is left half done, every link leads somewhere, and no file
//! imports, by way of others, from itself.

mod circles;
mod files;
mod links;
mod marks;

use crate::command::Outcome;
use std::path::Path;

/// The crates of the workspace whose files must not import in a circle, each by its root.
const CRATES: [&str; 5] = ["src/lib.rs", "src/main.rs", "take/src/lib.rs", "train/src/main.rs", "xtask/src/main.rs"];

/// A check, and a line for each place where it does not hold.
pub(crate) struct Finding {
    pub(crate) check: &'static str,
    pub(crate) faults: Vec<String>,
}

/// Looks through the repository at `top`.
///
/// # Errors
///
/// When a file cannot be read.
pub(crate) fn look(top: &Path) -> Outcome<Vec<Finding>> {
    let files = files::texts(top)?;
    let mut found = Vec::new();
    for root in CRATES {
        found.extend(circles::of_crate(top, root)?);
    }
    Ok(vec![
        Finding { check: "no merge marks", faults: marks::left(&files) },
        Finding { check: "links of the documents lead somewhere", faults: links::broken(top, &files) },
        Finding { check: "no import circles", faults: found },
    ])
}
