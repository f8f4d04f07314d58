//! Builds the page: the optimised module, the markup and what goes with it, in one static folder.

use crate::command::{Outcome, at, cargo, output, program, root, run, target};
use crate::fnv::Hash;
use crate::headers;
use crate::integrity;
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

/// For size, twice: what the first pass makes alike the second puts together. A function with one caller is put into it only
/// where it is small: left to itself the optimiser makes one function of nearly the whole reading, which browsers take long
/// to compile and compile again, loops and all, for each warm loop in it. The module is smaller without that, too.
const PASSES: [&str; 5] = ["--one-caller-inline-max-function-size", "15", "-Oz", "--monomorphize", "-Oz"];

/// Builds everything into [`folder`], which is emptied first: what does not build leaves nothing older behind.
///
/// # Errors
///
/// When something does not build or cannot be written.
pub(crate) fn page(tools: &BuildTools) -> Outcome {
    empty()?;
    lay_out(&[module(tools, &READING)?, module(tools, &TAKING)?])
}

/// The same with a module that is built in seconds: no optimiser has seen it.
///
/// # Errors
///
/// When something does not build or cannot be written.
pub(crate) fn quickly(tools: &BuildTools) -> Outcome {
    empty()?;
    lay_out(&[quick_module(tools, &READING)?, quick_module(tools, &TAKING)?])
}

/// The folders of the modules that programmers have: reading without the page, and taking away. Quickly, they are heavy.
///
/// # Errors
///
/// When something does not build or cannot be written.
pub(crate) fn library(tools: &BuildTools, quick: bool) -> Outcome<[PathBuf; 2]> {
    let built = if quick { quick_module } else { module };
    Ok([built(tools, &LIBRARY)?, built(tools, &TAKING)?])
}

/// A module of the page.
struct Module {
    /// The crate it is made of, and the library's file.
    package: &'static str,
    library: &'static str,
    /// The only features it has.
    features: &'static str,
    /// The profile it is built by for others; see `Cargo.toml`.
    profile: &'static str,
    /// What its files are called.
    name: &'static str,
    /// Where they are kept in the target folder.
    folder: &'static str,
    /// Whether programmers see its types.
    types: bool,
}

/// What the page loads: reading, and the page itself.
const READING: Module = Module {
    package: "nutgraf",
    library: "nutgraf",
    features: "web,page",
    profile: "web",
    name: "nutgraf",
    folder: "pkg",
    types: true,
};

/// Reading alone, for programmers, who read more than one story.
const LIBRARY: Module = Module { features: "web", profile: "library", folder: "pkg-library", ..READING };

/// What it loads when first asked for: what readers take away. `exports.js` stands before it, with types of its own.
const TAKING: Module = Module {
    package: "nutgraf-take",
    library: "nutgraf_take",
    features: "",
    profile: "web",
    name: "take",
    folder: "pkg-take",
    types: false,
};

impl Module {
    /// Compiles it, by itself: so it has the features that it asks for and no others.
    fn compile(&self, profile: &str) -> Outcome {
        let mut build = cargo(&["build", "--profile", profile, "--lib", "--package", self.package, "--target", WASM]);
        build.args(["--no-default-features", "--features", self.features]);
        build.arg("--target-dir").arg(self.target());
        run(build.arg("--config").arg(flags()))
    }

    /// Where it is compiled: what is taken away holds the reading too, in a file of the same name but with other features,
    /// and in one folder each would have the other built anew.
    fn target(&self) -> PathBuf {
        if self.name == TAKING.name { target().join("take") } else { target() }
    }

    fn compiled(&self, profile: &str) -> PathBuf {
        self.target().join(WASM).join(profile).join(self.library).with_extension("wasm")
    }
}

fn empty() -> Outcome {
    let folder = folder();
    if folder.exists() { fs::remove_dir_all(&folder).map_err(at(&folder)) } else { Ok(()) }
}

/// Puts the page's files and the modules in `packages` into [`folder`].
fn lay_out(packages: &[PathBuf]) -> Outcome {
    let folder = folder();
    fs::create_dir_all(&folder).map_err(at(&folder))?;
    copy(&root().join("index.html"), &folder.join("index.html"))?;
    copy_folder(&root().join("www"), &folder.join("www"))?;
    let worker = folder.join("www/sw.js");
    if worker.exists() {
        // a service worker answers for its own folder and those below
        fs::rename(&worker, folder.join("sw.js")).map_err(at(&worker))?;
    }
    for package in packages {
        copy_folder(package, &folder.join("pkg"))?;
    }
    for scripts in ["src/web/reader", "take/web"] {
        copy_folder(&root().join(scripts), &folder.join("pkg"))?;
    }
    let path = folder.join(licences::FILE);
    fs::write(&path, licences::text()?).map_err(at(&path))?;
    stamp(&folder)?;
    let path = folder.join("_headers");
    fs::write(&path, headers::file()).map_err(at(&path))?;
    integrity::write(&folder)
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

/// The folder of a module that no optimiser has seen.
fn quick_module(tools: &BuildTools, module: &Module) -> Outcome<PathBuf> {
    module.compile("quick")?;
    let folder = target().join(format!("{}-quick", module.folder));
    bind(tools, module, &module.compiled("quick"), &folder)?;
    Ok(folder)
}

/// The folder of an optimised module with its JavaScript and its types.
fn module(tools: &BuildTools, module: &Module) -> Outcome<PathBuf> {
    module.compile(module.profile)?;
    let compiled = module.compiled(module.profile);
    let folder = target().join(module.folder);
    let mark = target().join(format!("{}-made-from", module.folder));
    let made_from = made_from(&compiled, tools)?;
    if fs::read_to_string(&mark).is_ok_and(|before| before == made_from) {
        return Ok(folder);
    }
    // should this be interrupted, nothing may look finished
    let _ = fs::remove_file(&mark);
    let _ = fs::remove_dir_all(&folder);
    bind(tools, module, &compiled, &folder)?;
    let bound = folder.join(format!("{}_bg.wasm", module.name));
    run(program("node").arg(&tools.wasm_opt).args(FEATURES).args(PASSES).arg(&bound).arg("-o").arg(&bound))?;
    check_places(&bound)?;
    // the types keep the documentation
    let glue = folder.join(format!("{}.js", module.name));
    run(program("node").arg(&tools.terser).arg(&glue).args(["--module", "--compress", "--mangle", "-o"]).arg(&glue))?;
    fs::write(&mark, made_from).map_err(at(&mark))?;
    Ok(folder)
}

/// How large a function may be, in LLVM's own measure, to be put into those that call it. What is optimised for size puts in
/// only what makes it smaller: with this a module reads a fifth faster and weighs a hundredth more.
const INLINE: &str = "-Cllvm-args=-inline-threshold=10";

/// What rustc is told besides. Places of crates on this machine are left out of what is compiled: a panic names its file.
/// They weigh something, tell of the machine, and make two machines' modules differ.
fn flags() -> String {
    let flags = remapped().into_iter().chain([INLINE.to_owned()]);
    let flags: Vec<String> = flags.map(|flag| format!("'{flag}'")).collect();
    format!("target.{WASM}.rustflags=[{}]", flags.join(","))
}

/// What tells rustc to name the places of crates without those of this machine.
pub(crate) fn remapped() -> Vec<String> {
    let sources = crates().join("registry/src");
    let folders = fs::read_dir(&sources).into_iter().flatten().flatten().map(|entry| entry.path());
    folders.map(|folder| format!("--remap-path-prefix={}=crates", folder.display())).collect()
}

/// Where cargo keeps what it fetches.
fn crates() -> PathBuf {
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo"));
    std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home).unwrap_or_default()
}

/// Checks that a module does not tell where it was built.
fn check_places(module: &Path) -> Outcome {
    let bytes = fs::read(module).map_err(at(module))?;
    for place in [crates(), root().to_owned()] {
        let name = place.as_os_str().as_encoded_bytes();
        if !name.is_empty() && bytes.windows(name.len()).any(|window| window == name) {
            return Err(format!("{} names {}, a place on this machine", module.display(), place.display()));
        }
    }
    Ok(())
}

/// Gives a compiled module its JavaScript and its types, in `folder`.
fn bind(tools: &BuildTools, module: &Module, compiled: &Path, folder: &Path) -> Outcome {
    run(program(&tools.wasm_bindgen)
        .args(["--target", "web", "--out-name", module.name, "--out-dir"])
        .arg(folder)
        .arg(compiled))?;
    let own = (!module.types).then(|| folder.join(format!("{}.d.ts", module.name)));
    for types in own.into_iter().chain([folder.join(format!("{}_bg.wasm.d.ts", module.name))]) {
        fs::remove_file(&types).map_err(at(&types))?;
    }
    Ok(())
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
