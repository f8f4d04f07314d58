//! `cargo xtask test`: every check there is, one after the other, and a table of how they went.

use crate::command::{Outcome, at, cargo, program, root, run as done, target};
use crate::setup::{self, BuildTools, TestTools, WASM};
use crate::tally::{FAILED, PASSED, SKIPPED, Tally, plain, tests, twice};
use crate::{browser, build, dist, package, serve, tidy};
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

/// One check.
struct Step {
    name: &'static str,
    about: &'static str,
    check: fn(&Tools) -> Outcome<Tally>,
}

/// The checks, in order.
///
/// What is native is always built with `--workspace`: with the same features, that is, so that each step
/// finds what the one before it has built.
const STEPS: [Step; 14] = [
    Step { name: "tidy", about: "merge marks, links, import circles", check: tidy },
    Step { name: "deny", about: "licences, sources and duplicates of all crates", check: deny },
    Step { name: "format", about: "the sources are as rustfmt sets them", check: format },
    Step { name: "clippy", about: "lints of everything native", check: clippy },
    Step { name: "clippy-wasm", about: "lints of what is built for the web", check: clippy_wasm },
    Step { name: "native", about: "unit, command line and property tests", check: native },
    Step { name: "docs", about: "the documentation builds and its examples run", check: docs },
    Step { name: "browser", about: "the API and the DOM in a headless browser", check: in_browser },
    Step { name: "build", about: "the page as it is shipped", check: page },
    Step { name: "weight", about: "the page weighs what README says, and is what its hashes say", check: weight },
    Step { name: "parity", about: "native and wasm give the same value", check: parity },
    Step { name: "packages", about: "what goes to npm, crates.io and PyPI, installed and run", check: packages },
    Step { name: "page", about: "the page as a reader uses it", check: page_tests },
    Step { name: "firefox", about: "the same in another engine", check: firefox_tests },
];

/// What the steps work with.
struct Tools {
    build: BuildTools,
    test: TestTools,
}

/// Runs all steps, or those named, and prints how they went.
///
/// # Errors
///
/// When a step is not known, something cannot be set up, or a step fails.
pub(crate) fn run(names: &[&str]) -> Outcome {
    let known = STEPS.map(|step| step.name);
    if let Some(unknown) = names.iter().find(|name| !known.contains(name)) {
        return Err(format!("expected steps out of {}; found {unknown}", known.join(", ")));
    }
    let start = Instant::now();
    let tools = Tools { build: setup::for_build()?, test: setup::for_test()? };
    let mut table = vec![line("ok", "setup", Tally::default(), start.elapsed())];
    let (mut total, mut broken, mut skipped) = (Tally::default(), Vec::new(), Vec::new());
    for step in STEPS.iter().filter(|step| names.is_empty() || names.contains(&step.name)) {
        println!("\n== {}: {}", step.name, step.about);
        let start = Instant::now();
        let tally = (step.check)(&tools).unwrap_or_else(|error| {
            println!("{error}");
            FAILED
        });
        let word = match tally {
            SKIPPED => "SKIPPED",
            Tally { failed: 0, .. } => "ok",
            _ => "FAILED",
        };
        table.push(line(word, step.name, tally, start.elapsed()));
        total.passed += tally.passed;
        total.failed += tally.failed;
        if tally.failed > 0 {
            broken.push(step.name);
        } else if tally == SKIPPED {
            skipped.push(step.name);
        }
    }
    println!("\n{}", table.join("\n"));
    if !broken.is_empty() {
        println!("failed: {}", broken.join(", "));
    }
    if !skipped.is_empty() {
        println!("not run, for want of what is named above: {}", skipped.join(", "));
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    // the table has said it all
    if broken.is_empty() { Ok(()) } else { std::process::exit(1) }
}

fn line(word: &str, step: &str, tally: Tally, time: Duration) -> String {
    format!("{word:<7} {step:<12} {:>5} passed {:>4} failed {:>8.1} s", tally.passed, tally.failed, time.as_secs_f64())
}

fn tidy(_: &Tools) -> Outcome<Tally> {
    let mut tally = Tally::default();
    for tidy::Finding { check, faults } in tidy::look(root())? {
        println!("{check}: {}", if faults.is_empty() { "yes" } else { "NO" });
        for fault in &faults {
            println!("  {fault}");
        }
        *(if faults.is_empty() { &mut tally.passed } else { &mut tally.failed }) += 1;
    }
    Ok(tally)
}

/// Without advisories, whose list comes over the network.
fn deny(_: &Tools) -> Outcome<Tally> {
    let mut deny = program(setup::cargo_deny()?);
    plain(deny.args(["--locked", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"]))
}

fn format(_: &Tools) -> Outcome<Tally> {
    plain(&mut cargo(&["fmt", "--all", "--check"]))
}

fn clippy(_: &Tools) -> Outcome<Tally> {
    plain(&mut cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn clippy_wasm(_: &Tools) -> Outcome<Tally> {
    let arguments = ["clippy", "--quiet", "--package", "nutgraf", "--lib", "--tests", "--target", WASM];
    done(cargo(&arguments).args(["--", "-D", "warnings"]))?;
    // as programmers have it
    let arguments = ["clippy", "--quiet", "--package", "nutgraf", "--lib", "--target", WASM];
    done(cargo(&arguments).args(["--no-default-features", "--features", "web", "--", "-D", "warnings"]))?;
    let arguments = ["clippy", "--quiet", "--package", "nutgraf-take", "--lib", "--target", WASM];
    plain(cargo(&arguments).args(["--", "-D", "warnings"]))
}

fn native(_: &Tools) -> Outcome<Tally> {
    tests(&mut cargo(&["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"]))
}

fn docs(_: &Tools) -> Outcome<Tally> {
    let mut build = cargo(&["doc", "--quiet", "--workspace", "--lib", "--no-deps", "--document-private-items"]);
    done(build.env("RUSTDOCFLAGS", "-D warnings"))?;
    tests(&mut cargo(&["test", "--workspace", "--doc"]))
}

/// Through `wasm-pack`, which finds `wasm-bindgen`'s test runner on the PATH.
fn in_browser(tools: &Tools) -> Outcome<Tally> {
    let own = tools.build.wasm_bindgen.parent().map(ToOwned::to_owned);
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(own.into_iter().chain(env::split_paths(&path))).map_err(|error| error.to_string())?;
    let mut command = program(&tools.test.wasm_pack);
    command.args(["test", "--headless", "--chrome", "--mode", "no-install", "--chromedriver"]);
    command.arg(&tools.test.browser.driver).args(["--", "--test", "browser"]);
    command.env("PATH", path).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", tools.test.browser.capabilities()?);
    // a machine under load is slow to start a browser
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "180").env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    tests(&mut command)
}

fn page(tools: &Tools) -> Outcome<Tally> {
    build::page(&tools.build).map(|()| PASSED)
}

fn weight(_: &Tools) -> Outcome<Tally> {
    dist::check_weight().map(|()| PASSED)
}

/// The command line's answers against those of the module that [`page`] built.
fn parity(_: &Tools) -> Outcome<Tally> {
    done(&mut cargo(&["build", "--quiet", "--workspace", "--bin", "nutgraf"]))?;
    let native = target().join(format!("debug/nutgraf{}", env::consts::EXE_SUFFIX));
    tests(node_tests().args(["tests/parity.test.mjs", "tests/exports.test.mjs"]).env("NUTGRAF", native))
}

/// What programmers install, and the examples of the crate.
fn packages(tools: &Tools) -> Outcome<Tally> {
    setup::npm_packages("tests/packages")?;
    let python = package::python()?;
    if let Err(missing) = &python {
        println!("SKIPPED: the wheel: {missing}");
    }
    let python = python.ok();
    let wheel = package::for_checks(&tools.build, python.as_ref())?;
    done(&mut cargo(&["build", "--quiet", "--workspace", "--examples"]))?;
    for example in package::examples()? {
        done(&mut program(target().join("debug/examples").join(format!("{example}{}", env::consts::EXE_SUFFIX))))?;
    }
    let mut command = node_tests();
    command.args(test_files("tests/packages")?).env("NUTGRAF_BROWSER", tools.test.browser.capabilities()?);
    command.env("NUTGRAF_NPM", package::folder().join(package::NPM)).env("NUTGRAF_PACKED", package::folder());
    if let (Some(python), Some(wheel)) = (python, wheel) {
        command.env("NUTGRAF_PYTHON", python.program()).env("NUTGRAF_WHEEL", wheel);
    }
    tests(&mut command)
}

/// The folder that [`page`] built, served as `cargo xtask serve` does.
fn page_tests(tools: &Tools) -> Outcome<Tally> {
    let (files, page) = (test_files("tests/page")?, serve::in_background(build::folder())?);
    let browser = tools.test.browser.capabilities()?;
    twice(|only| {
        let mut command = node_tests();
        command.args(only).args(&files).env("NUTGRAF_PAGE", &page).env("NUTGRAF_BROWSER", &browser);
        command
    })
}

fn firefox_tests(_: &Tools) -> Outcome<Tally> {
    let firefox = match browser::firefox() {
        Ok(firefox) => firefox,
        Err(missing) => {
            println!("SKIPPED: {missing}");
            return Ok(SKIPPED);
        }
    };
    let (files, page) = (test_files("tests/firefox")?, serve::in_background(build::folder())?);
    twice(|only| {
        let mut command = node_tests();
        command.args(only).args(&files).env("NUTGRAF_PAGE", &page).env("NUTGRAF_FIREFOX", &firefox);
        command
    })
}

/// The test files of a folder, ordered by name.
fn test_files(folder: &str) -> Outcome<Vec<PathBuf>> {
    let folder = root().join(folder);
    let entries = fs::read_dir(&folder).map_err(at(&folder))?.flatten().map(|entry| entry.path());
    let mut files: Vec<_> = entries.filter(|path| path.to_string_lossy().ends_with(".test.mjs")).collect();
    files.sort();
    Ok(files)
}

/// Node's own test runner, one file at a time: each starts a browser. The time allowed is that of a whole file.
fn node_tests() -> Command {
    let mut command = program("node");
    command.args(["--test", "--test-concurrency=1", "--test-reporter=spec", "--test-timeout=900000"]);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_step_is_named() {
        let error = run(&["clipy"]).unwrap_err();
        assert!(error.contains("clippy-wasm") && error.ends_with("found clipy"), "{error}");
    }
}
