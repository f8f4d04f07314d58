//! The package for `PyPI`: a wheel with the command line inside, and a reader in Python that drives it.

use super::{emptied, folder};
use crate::build::{copy, copy_folder, remapped};
use crate::command::{Outcome, at, find, output, program, root, run, target};
use crate::licences;
use crate::setup::tools;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Makes wheels. It comes from `PyPI`.
const MATURIN: &str = "1.16.0";

/// Where `packages/python/pyproject.toml` has the crate.
pub(super) const OF_REPOSITORY: &str = "Cargo.toml";

/// A Python with maturin, in a folder of ours.
pub(crate) struct Python {
    /// Its programs.
    bin: PathBuf,
}

impl Python {
    /// The interpreter.
    pub(crate) fn program(&self) -> PathBuf {
        self.bin.join(format!("python{}", env::consts::EXE_SUFFIX))
    }
}

/// The Python of this machine, with maturin; or what is missing, where there is none that can make environments.
///
/// # Errors
///
/// When there is one, but maturin cannot be installed.
pub(crate) fn python() -> Outcome<Result<Python, String>> {
    let Some(python) = find(&["python3", "python"]) else {
        return Ok(Err("there is no Python".to_owned()));
    };
    let environment = tools().join("python");
    let bin = environment.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let maturin = bin.join(format!("maturin{}", env::consts::EXE_SUFFIX));
    if output(program(&maturin).arg("--version")).is_ok_and(|said| said.ends_with(MATURIN)) {
        return Ok(Ok(Python { bin }));
    }
    eprintln!("setup: installing maturin {MATURIN} into target/tools, once");
    if let Err(error) = output(program(&python).args(["-m", "venv"]).arg(&environment)) {
        return Ok(Err(format!("Python cannot make a virtual environment (Debian: python3-venv): {error}")));
    }
    let wanted = format!("maturin=={MATURIN}");
    run(program(Python { bin: bin.clone() }.program()).args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        &wanted,
    ]))?;
    Ok(Ok(Python { bin }))
}

/// Builds a wheel from the crate whose manifest it is given, by cargo's `profile`, and returns its file.
///
/// # Errors
///
/// When it does not build or cannot be written.
pub(super) fn make(python: &Python, manifest: impl AsRef<Path>, profile: &[&str]) -> Outcome<PathBuf> {
    let sources = emptied(folder().join("python"))?;
    copy_folder(&root().join("packages/python/nutgraf"), &sources.join("nutgraf"))?;
    copy(&root().join("packages/python/README.md"), &sources.join("README.md"))?;
    let _ = fs::remove_dir_all(sources.join("nutgraf/__pycache__"));
    let path = sources.join(licences::FILE);
    fs::write(&path, licences::of_program()?).map_err(at(&path))?;
    let path = root().join("packages/python/pyproject.toml");
    let about = fs::read_to_string(&path).map_err(at(&path))?;
    // in TOML as in JSON
    let manifest = serde_json::Value::from(root().join(manifest).to_string_lossy()).to_string();
    let path = sources.join("pyproject.toml");
    fs::write(&path, about.replace("\"../../Cargo.toml\"", &manifest)).map_err(at(&path))?;
    let wheels = emptied(folder().join("wheel"))?;
    let mut build = program(python.bin.join("maturin"));
    build.current_dir(&sources).args(["build", "--quiet", "--out"]).arg(&wheels).args(profile);
    // in a folder of its own: with other flags than elsewhere, everything is built anew. Flags divided in cargo's own way
    build.env("CARGO_ENCODED_RUSTFLAGS", remapped().join("\u{1f}"));
    run(build.env("CARGO_TARGET_DIR", target().join("package-build")))?;
    let mut made = fs::read_dir(&wheels).map_err(at(&wheels))?.flatten().map(|entry| entry.path());
    made.find(|path| path.extension().is_some_and(|end| end == "whl")).ok_or_else(|| "maturin made no wheel".to_owned())
}
