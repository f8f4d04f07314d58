//! `cargo xtask reproduce`: whoever builds the same sources elsewhere gets the same bytes.

use crate::command::{Outcome, at, cargo, output, program, root, run as done, target};
use crate::{build, integrity, setup};
use std::fs;
use std::path::Path;

/// Builds the page here, and what git has of it in another folder with nothing built before; compares all files.
///
/// # Errors
///
/// When something does not build, what is here is not what git has, or a file differs.
pub(crate) fn run() -> Outcome {
    let changed = output(program("git").args(["status", "--porcelain", "--untracked-files=no"]))?;
    if !changed.is_empty() {
        return Err(format!("commit first: what git does not have cannot be built elsewhere\n{changed}"));
    }
    build::page(&setup::for_build()?)?;
    // with a space in its name, and deeper than here
    let other = target().join("reproduce/another place/nutgraf");
    if other.exists() {
        fs::remove_dir_all(&other).map_err(at(&other))?;
    }
    fs::create_dir_all(&other).map_err(at(&other))?;
    let archive = other.with_extension("tar");
    done(program("git").args(["archive", "--format=tar", "HEAD", "-o"]).arg(&archive))?;
    done(program("tar").arg("-xf").arg(&archive).arg("-C").arg(&other))?;
    lend(&other)?;
    let mut elsewhere = cargo(&["run", "--quiet", "--package", "xtask", "--", "build"]);
    elsewhere.current_dir(&other).env("CARGO_TARGET_DIR", other.join("target"));
    done(&mut elsewhere)?;
    let (here, there) = (integrity::files(&build::folder())?, integrity::files(&other.join("dist"))?);
    let faults = differences(&here, &there);
    if !faults.is_empty() {
        return Err(format!("two builds of one version differ:\n{}", faults.join("\n")));
    }
    println!(
        "{} files, {} bytes: the same in both",
        here.len(),
        here.iter().map(|(_, bytes)| bytes.len()).sum::<usize>()
    );
    // the copy weighs gigabytes, and has said all it had to
    let copy = target().join("reproduce");
    fs::remove_dir_all(&copy).map_err(at(&copy))
}

/// Gives the copy the tools that were built and fetched here: they are not what is compared.
fn lend(other: &Path) -> Outcome {
    fs::create_dir_all(other.join("target/tools/bin")).map_err(at(other))?;
    let bin = setup::tools().join("bin");
    for entry in fs::read_dir(&bin).map_err(at(&bin))?.flatten() {
        build::copy(&entry.path(), &other.join("target/tools/bin").join(entry.file_name()))?;
    }
    let _ = fs::remove_dir_all(other.join("node_modules"));
    build::copy_folder(&root().join("node_modules"), &other.join("node_modules"))
}

fn differences(here: &[(String, Vec<u8>)], there: &[(String, Vec<u8>)]) -> Vec<String> {
    let find = |all: &[(String, Vec<u8>)], name: &str| all.iter().position(|(other, _)| other == name);
    let mut faults: Vec<String> = here
        .iter()
        .filter_map(|(name, bytes)| match find(there, name) {
            None => Some(format!("{name} is here alone")),
            Some(at) if there[at].1 != *bytes => {
                Some(format!("{name}: {} and {} bytes", bytes.len(), there[at].1.len()))
            }
            Some(_) => None,
        })
        .collect();
    faults.extend(
        there.iter().filter(|(name, _)| find(here, name).is_none()).map(|(name, _)| format!("{name} is there alone")),
    );
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_that_differs_is_told() {
        let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        let here = [file("a", "x"), file("b", "x"), file("c", "x")];
        assert_eq!(differences(&here, &here), Vec::<String>::new());
        let there = [file("a", "x"), file("b", "xy"), file("d", "x")];
        assert_eq!(differences(&here, &there), ["b: 1 and 2 bytes", "c is here alone", "d is there alone"]);
    }
}
