//! Builds the page: the optimised module, the markup and what goes with it, in one static folder.

use crate::command::{Outcome, at, cargo, output, program, root, run, target};
use crate::fnv::Hash;
use crate::headers;
use crate::licences;
use crate::setup::{BuildTools, WASM};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// The page's folder, which any web host can serve as it is.
pub(crate) fn folder() -> PathBuf {
    root().join("dist")
}

/// `wasm-opt` must be told what rustc's wasm32 baseline and the vectors of the tagger use.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// For size, twice: what the first pass makes alike the second puts together.
const PASSES: [&str; 3] = ["-Oz", "--monomorphize", "-Oz"];

/// Builds everything into [`folder`], which is emptied first: what does not build leaves nothing older behind.
///
/// # Errors
///
/// When something does not build or cannot be written.
pub(crate) fn page(tools: &BuildTools) -> Outcome {
    empty()?;
    lay_out(&module(tools)?)
}

/// The same with a module that is built in seconds: no optimiser has seen it.
///
/// # Errors
///
/// When something does not build or cannot be written.
pub(crate) fn quickly(tools: &BuildTools) -> Outcome {
    empty()?;
    run(&mut cargo(&["build", "--profile", "quick", "--lib", "--package", "nutgraf", "--target", WASM]))?;
    let package = target().join("pkg-quick");
    bind(tools, &target().join(WASM).join("quick/nutgraf.wasm"), &package)?;
    lay_out(&package)
}

fn empty() -> Outcome {
    let folder = folder();
    if folder.exists() { fs::remove_dir_all(&folder).map_err(at(&folder)) } else { Ok(()) }
}

/// Puts the page's files and the module in `package` into [`folder`].
fn lay_out(package: &Path) -> Outcome {
    let folder = folder();
    fs::create_dir_all(&folder).map_err(at(&folder))?;
    copy(&root().join("index.html"), &folder.join("index.html"))?;
    copy_folder(&root().join("www"), &folder.join("www"))?;
    let worker = folder.join("www/sw.js");
    if worker.exists() {
        // a service worker answers for its own folder and those below
        fs::rename(&worker, folder.join("sw.js")).map_err(at(&worker))?;
    }
    copy_folder(package, &folder.join("pkg"))?;
    copy_folder(&root().join("src/web/reader"), &folder.join("pkg"))?;
    let path = folder.join(licences::FILE);
    fs::write(&path, licences::text()?).map_err(at(&path))?;
    stamp(&folder)?;
    let path = folder.join("_headers");
    fs::write(&path, headers::file()).map_err(at(&path))
}

/// Names the build in the service worker, by a hash of all files: under a name it serves what it kept, and a
/// new name makes browsers fetch everything anew.
fn stamp(folder: &Path) -> Outcome {
    let worker = folder.join("sw.js");
    if !worker.exists() {
        return Ok(());
    }
    let mut hash = Hash::new();
    add_folder(&mut hash, folder)?;
    let unstamped = "const VERSION = \"unstamped\"";
    let text = fs::read_to_string(&worker).map_err(at(&worker))?;
    if !text.contains(unstamped) {
        return Err(format!("expected {unstamped} in {}", worker.display()));
    }
    if let Some(left_out) = parts(folder)?.into_iter().find(|name| !text.contains(&format!("\"{name}\""))) {
        return Err(format!("{left_out} is not among the FILES of www/sw.js: without a network it would be missing"));
    }
    fs::write(&worker, text.replace(unstamped, &format!("const VERSION = \"{:016x}\"", hash.0))).map_err(at(&worker))
}

/// The scripts, styles and modules in the page's folder, each by its address there.
fn parts(folder: &Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for place in ["www", "pkg"] {
        let below = folder.join(place);
        for entry in fs::read_dir(&below).map_err(at(&below))?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if [".js", ".css", ".wasm"].iter().any(|end| name.ends_with(end)) {
                found.push(format!("{place}/{name}"));
            }
        }
    }
    Ok(found)
}

/// Adds names and contents of all files in `folder`, in the order of their names.
fn add_folder(hash: &mut Hash, folder: &Path) -> Outcome {
    let entries = fs::read_dir(folder).map_err(at(folder))?;
    let mut paths =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().map_err(at(folder))?;
    paths.sort();
    for path in paths {
        hash.add(path.file_name().unwrap_or_default().as_encoded_bytes());
        if path.is_dir() {
            add_folder(hash, &path)?;
        } else {
            hash.add(&fs::read(&path).map_err(at(&path))?);
        }
    }
    Ok(())
}

/// The folder of the optimised module with its JavaScript and its types.
fn module(tools: &BuildTools) -> Outcome<PathBuf> {
    run(&mut cargo(&["build", "--profile", "web", "--lib", "--package", "nutgraf", "--target", WASM]))?;
    let compiled = target().join(WASM).join("web/nutgraf.wasm");
    let folder = target().join("pkg");
    let mark = target().join("pkg-made-from");
    let made_from = made_from(&compiled, tools)?;
    if fs::read_to_string(&mark).is_ok_and(|before| before == made_from) {
        return Ok(folder);
    }
    // should this be interrupted, nothing may look finished
    let _ = fs::remove_file(&mark);
    let _ = fs::remove_dir_all(&folder);
    bind(tools, &compiled, &folder)?;
    let bound = folder.join("nutgraf_bg.wasm");
    run(program("node").arg(&tools.wasm_opt).args(FEATURES).args(PASSES).arg(&bound).arg("-o").arg(&bound))?;
    // the types keep the documentation
    let glue = folder.join("nutgraf.js");
    run(program("node").arg(&tools.terser).arg(&glue).args(["--module", "--compress", "--mangle", "-o"]).arg(&glue))?;
    fs::write(&mark, made_from).map_err(at(&mark))?;
    Ok(folder)
}

/// Gives a compiled module its JavaScript and its types, in `folder`.
fn bind(tools: &BuildTools, compiled: &Path, folder: &Path) -> Outcome {
    run(program(&tools.wasm_bindgen)
        .args(["--target", "web", "--out-name", "nutgraf", "--out-dir"])
        .arg(folder)
        .arg(compiled))?;
    let types = folder.join("nutgraf_bg.wasm.d.ts");
    fs::remove_file(&types).map_err(at(&types))
}

/// What the optimised module depends on: where it has not changed, nor has the module.
fn made_from(compiled: &Path, tools: &BuildTools) -> Outcome<String> {
    let about = fs::metadata(compiled).map_err(at(compiled))?;
    let changed = about.modified().map_err(at(compiled))?.duration_since(UNIX_EPOCH).unwrap_or_default();
    let bindgen = output(program(&tools.wasm_bindgen).arg("--version"))?;
    let packages = root().join("package.json");
    let packages = fs::read_to_string(&packages).map_err(at(&packages))?;
    Ok(format!("{changed:?} {} {bindgen} {PASSES:?} {FEATURES:?} {packages}", about.len()))
}

/// Copies a folder with all that is in it.
///
/// # Errors
///
/// When something cannot be read or written.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to).map_err(at(to))?;
    for entry in fs::read_dir(from).map_err(at(from))? {
        let entry = entry.map_err(at(from))?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() { copy_folder(&from, &to)? } else { copy(&from, &to)? }
    }
    Ok(())
}

/// Copies a file.
///
/// # Errors
///
/// When it cannot be read or written.
pub(crate) fn copy(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to).map(|_| ()).map_err(at(from))
}
