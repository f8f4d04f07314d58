//! The package for crates.io.

use super::{emptied, folder, size};
use crate::command::{Outcome, at, cargo, program, run, target};
use std::fs;
use std::path::{Path, PathBuf};

/// What crates.io takes, in bytes.
const LIMIT: u64 = 10 << 20;

const NAME: &str = concat!("nutgraf-", env!("CARGO_PKG_VERSION"));

/// Does all that publishing does, but for the last step.
///
/// # Errors
///
/// When it would not be taken.
pub(super) fn dry_run() -> Outcome {
    run(&mut cargo(&["publish", "--dry-run", "--allow-dirty", "--package", "nutgraf"]))?;
    let file = file();
    println!("crate: {}, {} KB", file.display(), size(&file)? / 1000);
    Ok(())
}

/// A folder with what is in the package, and nothing else.
///
/// # Errors
///
/// When it cannot be packed, or is larger than crates.io takes.
pub(super) fn unpacked() -> Outcome<PathBuf> {
    run(&mut cargo(&["package", "--quiet", "--no-verify", "--allow-dirty", "--package", "nutgraf"]))?;
    let file = file();
    if size(&file)? > LIMIT {
        return Err(format!("{} has over {LIMIT} bytes", file.display()));
    }
    let folder = emptied(folder().join("unpacked"))?;
    run(program("tar").arg("-xzf").arg(&file).arg("-C").arg(&folder))?;
    let folder = folder.join(NAME);
    alone(&folder.join("Cargo.toml"))?;
    Ok(folder)
}

fn file() -> PathBuf {
    target().join("package").join(format!("{NAME}.crate"))
}

/// Says that the package is no part of the workspace that its folder lies in.
fn alone(manifest: &Path) -> Outcome {
    let said = fs::read_to_string(manifest).map_err(at(manifest))?;
    let said = if said.contains("[workspace]") { said } else { format!("{said}\n[workspace]\n") };
    fs::write(manifest, said).map_err(at(manifest))
}
