//! `cargo xtask growth`: looks for texts that cost more than they are long.

use crate::command::{Outcome, cargo, run as done};

/// Runs the search of `fuzz/checks/examples/growth.rs` for some minutes; a seed makes it look elsewhere.
///
/// # Errors
///
/// When it does not build, finds such a text, or an argument is no number.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    if let Some(other) = arguments.iter().find(|number| number.parse::<u64>().is_err()) {
        return Err(format!("expected minutes and a seed, found {other}"));
    }
    let mut search =
        cargo(&["run", "--quiet", "--release", "--package", "nutgraf-checks", "--example", "growth", "--"]);
    done(search.args(arguments))
}
