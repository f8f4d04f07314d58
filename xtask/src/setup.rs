//! What the commands need on a fresh machine: the wasm target, two cargo tools, the npm packages.
//!
//! Everything goes into ignored folders of the repository, `target/tools` and `node_modules`. A second run
//! finds it there and costs a few milliseconds.

use crate::browser::Browser;
use crate::command::{Outcome, at, cargo, find, output, program, root, run};
use std::env;
use std::fs;
use std::path::PathBuf;

/// The target that the page is built for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Runs the browser tests.
const WASM_PACK: &str = "0.15.1";

/// Asks what may be built in.
const CARGO_DENY: &str = "0.20.2";

/// Makes inputs for the checks of `fuzz/`.
const CARGO_FUZZ: &str = "0.13.2";

/// How the tools are built. They run for seconds, and would take minutes more to be made any faster.
const QUICKLY: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

/// The oldest Node whose test runner and module loader do what is asked of them.
const NODE: u32 = 20;

/// What building the page needs.
pub(crate) struct BuildTools {
    pub(crate) wasm_bindgen: PathBuf,
    /// A script that Node runs.
    pub(crate) wasm_opt: PathBuf,
    /// The same, for what `wasm-bindgen` writes.
    pub(crate) terser: PathBuf,
}

/// What testing needs besides.
pub(crate) struct TestTools {
    pub(crate) wasm_pack: PathBuf,
    pub(crate) browser: Browser,
}

/// Sets up what building the page needs.
///
/// # Errors
///
/// When something is missing that cannot be fetched from here; the message says what to install.
pub(crate) fn for_build() -> Outcome<BuildTools> {
    wasm_target()?;
    let wasm_bindgen = cargo_tool("wasm-bindgen", "wasm-bindgen-cli", &locked("wasm-bindgen")?, false)?;
    npm_packages("")?;
    let npm = |program: &str| root().join("node_modules").join(program);
    Ok(BuildTools { wasm_bindgen, wasm_opt: npm("binaryen/bin/wasm-opt"), terser: npm("terser/bin/terser") })
}

/// Sets up what testing needs besides [`for_build`].
///
/// # Errors
///
/// As for [`for_build`].
pub(crate) fn for_test() -> Outcome<TestTools> {
    components()?;
    let wasm_pack = cargo_tool("wasm-pack", "wasm-pack", WASM_PACK, true)?;
    Ok(TestTools { wasm_pack, browser: Browser::find_or_install()? })
}

/// What looks through the crates that are built in, by `deny.toml`.
///
/// # Errors
///
/// When it cannot be built.
pub(crate) fn cargo_deny() -> Outcome<PathBuf> {
    cargo_tool("cargo-deny", "cargo-deny", CARGO_DENY, true)
}

/// What drives the fuzzer.
///
/// # Errors
///
/// When it cannot be built.
pub(crate) fn cargo_fuzz() -> Outcome<PathBuf> {
    cargo_tool("cargo-fuzz", "cargo-fuzz", CARGO_FUZZ, true)
}

/// The folder of the tools built here.
pub(crate) fn tools() -> PathBuf {
    root().join("target/tools")
}

/// `rust-toolchain.toml` names the target, but rustup adds it only together with the toolchain.
fn wasm_target() -> Outcome {
    let sysroot = PathBuf::from(output(program("rustc").args(["--print", "sysroot"]))?);
    if sysroot.join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    eprintln!("setup: adding the target {WASM}");
    run(program("rustup").args(["target", "add", WASM]))
        .map_err(|error| format!("the Rust target {WASM} is missing: {error}; install rustup from https://rustup.rs"))
}

/// The same for the toolchain's formatter and linter.
fn components() -> Outcome {
    for (tool, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if output(&mut cargo(&[tool, "--version"])).is_err() {
            eprintln!("setup: adding {component}");
            run(program("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// The program `name` of `package` in exactly this version: built here before, on the PATH, or built now.
fn cargo_tool(name: &str, package: &str, version: &str, locked: bool) -> Outcome<PathBuf> {
    let built = tools().join("bin").join(format!("{name}{}", env::consts::EXE_SUFFIX));
    let is_right = |file: &PathBuf| {
        output(program(file).arg("--version")).is_ok_and(|said| said.split_whitespace().nth(1) == Some(version))
    };
    if let Some(file) = [Some(built.clone()), find(&[name])].into_iter().flatten().find(is_right) {
        return Ok(file);
    }
    eprintln!("setup: building {package} {version} into target/tools, once; this takes some minutes");
    let mut install = cargo(&["install", package, "--version", version, "--force", "--root"]);
    install.arg(tools()).args(locked.then_some("--locked"));
    // another folder, so that the project's own builds find theirs as they left it
    let work = root().join("target/tools-build");
    run(install.envs(QUICKLY).env("CARGO_TARGET_DIR", &work))?;
    fs::remove_dir_all(&work).map_err(at(&work))?;
    Ok(built)
}

/// The version that `Cargo.lock` fixes for `package`: the tool and the library must be the same.
fn locked(package: &str) -> Outcome<String> {
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(at(&path))?;
    version_in(&lock, package).ok_or_else(|| format!("expected {package} in Cargo.lock, found none"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let (_, entry) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    entry.split_once('"').map(|(version, _)| version.to_owned())
}

/// The packages of the `package-lock.json` in `folder`, into `node_modules` there.
///
/// # Errors
///
/// When Node is missing or too old, or a package cannot be fetched.
pub(crate) fn npm_packages(folder: &str) -> Outcome {
    let folder = root().join(folder);
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).map_err(at(&lock))?;
    let mark = folder.join("node_modules/.installed-from");
    if fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    node()?;
    eprintln!("setup: installing the npm packages of {}", lock.display());
    let mut npm = program(if cfg!(windows) { "npm.cmd" } else { "npm" });
    // said here too: a folder below the top does not read the top's .npmrc
    run(npm.current_dir(&folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    fs::write(&mark, wanted).map_err(at(&mark))
}

fn node() -> Outcome {
    let said = output(program("node").arg("--version")).unwrap_or_default();
    let major = said.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    match major {
        Some(NODE..) => Ok(()),
        Some(_) => Err(format!("expected Node {NODE} or newer, found {said}; install it from https://nodejs.org")),
        None => Err(format!("Node is missing; install version {NODE} or newer from https://nodejs.org")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_names_a_package_by_its_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.1\"\nsource = \"x\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.1"));
        assert_eq!(version_in(lock, "bindgen"), None);
    }
}
