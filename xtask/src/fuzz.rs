//! `cargo xtask fuzz`: bytes that nobody thought of, against every check of `fuzz/checks`, and what came of it.

use crate::command::{Outcome, at, cannot_run, cargo, name, output, program, root, run as done};
use crate::setup;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Minutes for each target, where none are asked for.
const MINUTES: u64 = 10;

/// Bytes of the longest input, seconds of the slowest, and megabytes of memory of any.
const BOUNDS: [&str; 3] = ["-max_len=4096", "-timeout=20", "-rss_limit_mb=2048"];

/// The target that is no Rust: links are written and read by the page's script.
const LINK: &str = "link";

/// Runs all targets one after the other, or those that `arguments` name.
///
/// # Errors
///
/// When something cannot be set up or built, a target is not known, or a check does not hold; what broke it is then kept in
/// `fuzz/regressions/`, where an ordinary test meets it again.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let known = targets()?;
    let (names, minutes) = wanted(arguments, &known)?;
    let rust = names.iter().any(|name| name != LINK);
    let path = if rust { Some(prepared()?) } else { None };
    let mut table = Vec::new();
    let mut broken = Vec::new();
    for name in &names {
        println!("== {name}: {minutes} min");
        let before = processor_of_children();
        let mut result = match &path {
            Some(path) if name != LINK => fuzz(name, minutes * 60, path)?,
            _ => link(minutes * 60),
        };
        result.processor = processor_of_children().zip(before).map(|(after, before)| after - before);
        if let Some(input) = &result.broken_by {
            broken.push(format!("{name}: {}", input.display()));
        }
        println!("{}", result.row(name));
        table.push(result.row(name));
    }
    println!("\n{:<14}{:>12}{:>26}{:>10}{:>16}", "target", "inputs", "edges reached, of all", "corpus", "processor, s");
    println!("{}", table.join("\n"));
    if broken.is_empty() { Ok(()) } else { Err(format!("a check does not hold:\n{}", broken.join("\n"))) }
}

/// What came of one target.
#[derive(Debug, Default, PartialEq, Eq)]
struct Found {
    inputs: String,
    /// Edges of the control flow that were reached, and all there are in the program, other crates' too.
    edges: String,
    all_edges: String,
    corpus: String,
    /// Seconds of a processor that it had: beside other work, few of those that went by.
    processor: Option<u64>,
    /// What broke the check.
    broken_by: Option<PathBuf>,
}

impl Found {
    /// Takes in a line of what libFuzzer says.
    fn read(&mut self, line: &str) {
        let after = |mark: &str| Some(line.split_once(mark)?.1.split_whitespace().next()?.to_owned());
        if let Some(number) = after("stat::number_of_executed_units:") {
            self.inputs = number;
        } else if line.contains("inline 8-bit counters): ") {
            let number = line.split_once('(').and_then(|(_, rest)| rest.split_whitespace().next());
            number.unwrap_or_default().clone_into(&mut self.all_edges);
        } else if let Some(edges) = after(" cov: ") {
            self.edges = edges;
            let corpus = after(" corp: ").unwrap_or_default();
            corpus.split('/').next().unwrap_or_default().clone_into(&mut self.corpus);
        } else if let Some(input) = after("Test unit written to ") {
            self.broken_by = Some(input.into());
        }
    }

    fn row(&self, name: &str) -> String {
        let edges = format!("{} of {}", self.edges, self.all_edges);
        let processor = self.processor.map_or_else(|| "?".to_owned(), |seconds| seconds.to_string());
        let broken = if self.broken_by.is_some() { "   BROKEN" } else { "" };
        format!("{name:<14}{:>12}{edges:>26}{:>10}{processor:>16}{broken}", self.inputs, self.corpus)
    }
}

/// Seconds that all programs started here, and ended, have had of processors; Linux says so, in hundredths.
fn processor_of_children() -> Option<u64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // the name of the program, in brackets, may hold anything
    let mut numbers = stat.rsplit_once(')')?.1.split_whitespace().skip(13);
    let (user, system): (u64, u64) = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
    Some((user + system) / 100)
}

/// The targets: those of the manifest, and the page's links.
fn targets() -> Outcome<Vec<String>> {
    let path = root().join("fuzz/Cargo.toml");
    let manifest = fs::read_to_string(&path).map_err(at(&path))?;
    let bins = manifest.split("[[bin]]").skip(1);
    let names = bins.filter_map(|bin| Some(bin.split_once("name = \"")?.1.split_once('"')?.0.to_owned()));
    Ok(names.chain([LINK.to_owned()]).collect())
}

fn wanted(mut arguments: &[&str], known: &[String]) -> Outcome<(Vec<String>, u64)> {
    let (mut names, mut minutes) = (Vec::new(), MINUTES);
    while let [first, rest @ ..] = arguments {
        arguments = rest;
        if *first == "--minutes" {
            let [number, rest @ ..] = rest else { return Err("expected a number after --minutes".to_owned()) };
            minutes = number.parse().map_err(|_| format!("expected a number of minutes, found {number}"))?;
            arguments = rest;
        } else if known.iter().any(|name| name == first) {
            names.push((*first).to_owned());
        } else {
            return Err(format!("expected targets out of {}; found {first}", known.join(", ")));
        }
    }
    Ok((if names.is_empty() { known.to_vec() } else { names }, minutes))
}

/// Sets up a nightly compiler and cargo-fuzz, builds all targets, and returns the PATH that finds them.
fn prepared() -> Outcome<OsString> {
    if output(program("rustc").args(["+nightly", "--version"])).is_err() {
        eprintln!("setup: adding a nightly compiler, which the fuzzer's marks in the code need");
        done(program("rustup").args(["toolchain", "install", "nightly", "--profile", "minimal"]))?;
    }
    let tool = setup::cargo_fuzz()?;
    let own = tool.parent().map(ToOwned::to_owned);
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(own.into_iter().chain(env::split_paths(&path))).map_err(|error| error.to_string())?;
    done(&mut fuzzer(&path, "build"))?;
    Ok(path)
}

/// `cargo fuzz`. There is no `unsafe` here for a sanitizer to find anything in, and without one it runs twice as fast.
fn fuzzer(path: &OsString, command: &str) -> Command {
    let mut cargo = cargo(&["+nightly", "fuzz", command, "--sanitizer", "none"]);
    cargo.env("PATH", path);
    cargo
}

fn fuzz(target: &str, seconds: u64, path: &OsString) -> Outcome<Found> {
    // not through `cargo fuzz run`, which would build again where somebody works on the sources meanwhile
    let mut command = program(built()?.join(format!("{target}{}", env::consts::EXE_SUFFIX)));
    let artifacts = root().join("fuzz/artifacts").join(target);
    fs::create_dir_all(&artifacts).map_err(at(&artifacts))?;
    command.arg(format!("-artifact_prefix={}/", artifacts.display()));
    // what the fuzzer finds goes into the first
    let folders = ["corpus", "seeds", "regressions"].map(|kind| root().join("fuzz").join(kind).join(target));
    for (number, folder) in folders.iter().enumerate() {
        if number == 0 {
            fs::create_dir_all(folder).map_err(at(folder))?;
        }
        command.args(folder.is_dir().then_some(folder));
    }
    command.args((target == "parse").then_some("tests/fixtures"));
    command.arg(format!("-max_total_time={seconds}")).arg("-print_final_stats=1").args(BOUNDS);
    let (mut found, said) = watched(&mut command)?;
    if let Some(input) = &found.broken_by {
        println!("{said}");
        found.broken_by = Some(kept(target, input, path)?);
    }
    Ok(found)
}

/// Where `cargo fuzz` puts what it builds.
fn built() -> Outcome<PathBuf> {
    let about = output(program("rustc").args(["+nightly", "-vV"]))?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.ok_or_else(|| format!("expected a host in {about}"))?;
    Ok(root().join("fuzz/target").join(host).join("release"))
}

/// Runs a fuzzer to its end and returns what it found, and the last it said.
fn watched(command: &mut Command) -> Outcome<(Found, String)> {
    let mut child = command.stderr(Stdio::piped()).spawn().map_err(|error| cannot_run(command, &error))?;
    let (mut found, mut said) = (Found::default(), Vec::new());
    if let Some(stderr) = child.stderr.take() {
        for line in BufReader::new(stderr).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).into_owned();
            found.read(&line);
            if !line.starts_with('#') {
                said.push(line);
            }
        }
    }
    let status = child.wait().map_err(|error| cannot_run(command, &error))?;
    // from the panic on, where there is one
    let from = said.iter().position(|line| line.contains("panicked at")).unwrap_or(said.len().saturating_sub(20));
    let said = said[from..said.len().min(from + 20)].join("\n");
    if !status.success() && found.broken_by.is_none() {
        return Err(format!("{} ended with {status}:\n{said}", name(command)));
    }
    Ok((found, said))
}

/// Makes an input that breaks a check as small as it gets in some seconds, and keeps it.
fn kept(target: &str, input: &Path, path: &OsString) -> Outcome<PathBuf> {
    let mut smaller = fuzzer(path, "tmin");
    smaller.args(["--runs", "5000", target]).arg(input).stdout(Stdio::null()).stderr(Stdio::null());
    // where it cannot be made smaller it is kept as it is
    let _ = smaller.status();
    let folder = input.parent().unwrap_or(Path::new("."));
    let names = fs::read_dir(folder).map_err(at(folder))?.flatten().map(|entry| entry.path());
    let small = names
        .filter(|path| path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"minimized-from")));
    let size = |path: &PathBuf| fs::metadata(path).map_or(u64::MAX, |about| about.len());
    let best = small.chain([input.to_owned()]).min_by_key(size).unwrap_or_else(|| input.to_owned());
    let folder = root().join("fuzz/regressions").join(target);
    fs::create_dir_all(&folder).map_err(at(&folder))?;
    let kept = folder.join(best.file_name().unwrap_or_default());
    fs::copy(&best, &kept).map_err(at(&best))?;
    Ok(kept)
}

/// The page's links, in Node, which says on standard error what broke one.
fn link(seconds: u64) -> Found {
    let tried = output(program("node").arg("fuzz/link.mjs").arg(seconds.to_string()));
    let broken_by = tried.as_ref().err().map(|said| {
        println!("{said}");
        PathBuf::from("fuzz/link.mjs")
    });
    Found {
        inputs: tried.unwrap_or_default(),
        edges: "?".to_owned(),
        all_edges: "?".to_owned(),
        broken_by,
        ..Found::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_fuzzer_says_is_read() {
        let mut found = Found::default();
        for line in [
            "INFO: Loaded 1 modules   (210446 inline 8-bit counters): 210446 [0x55, 0x56), ",
            "#32768\tpulse  cov: 5012 ft: 9000 corp: 320/12Kb lim: 4096 exec/s: 400 rss: 90Mb",
            "#40000\tDONE   cov: 5123 ft: 9100 corp: 331/12Kb lim: 4096 exec/s: 400 rss: 90Mb",
            "stat::number_of_executed_units: 40000",
        ] {
            found.read(line);
        }
        let expected = ("40000", "5123", "210446", "331");
        assert_eq!((&*found.inputs, &*found.edges, &*found.all_edges, &*found.corpus), expected);
        assert!(!found.row("parse").contains("BROKEN"));
        found.read("artifact_prefix='/x/'; Test unit written to /x/crash-1a");
        assert_eq!(found.broken_by, Some("/x/crash-1a".into()));
        assert!(found.row("parse").contains("BROKEN"));
    }

    #[test]
    fn targets_and_minutes_are_told_apart() {
        let known = targets().unwrap();
        assert!(known.len() > 10 && known.iter().any(|name| name == "parse"), "{known:?}");
        assert_eq!(wanted(&["quotes", "--minutes", "3"], &known), Ok((vec!["quotes".to_owned()], 3)));
        assert_eq!(wanted(&[], &known).map(|(names, _)| names), Ok(known.clone()));
        assert!(wanted(&["quote"], &known).unwrap_err().ends_with("found quote"));
        assert!(wanted(&["--minutes"], &known).is_err() && wanted(&["--minutes", "x"], &known).is_err());
    }
}
