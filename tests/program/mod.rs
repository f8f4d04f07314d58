//! Running the built program.
// each set of tests uses its part
#![allow(dead_code)]

use serde_json::{Deserializer, Value};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;

pub(crate) fn nutgraf(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the program with `input` on standard input.
pub(crate) fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = nutgraf(arguments).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // while the output is read, or both sides would wait on a full pipe; a program that ends
    // without reading is not at fault here
    let writer = thread::spawn(move || stdin.write_all(&input).ok());
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the writer ends");
    output
}

/// The breakdowns of a run that went well.
pub(crate) fn breakdowns(output: &Output) -> Vec<Value> {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    values(output)
}

pub(crate) fn values(output: &Output) -> Vec<Value> {
    Deserializer::from_slice(&output.stdout).into_iter().map(|value| value.expect("JSON")).collect()
}

pub(crate) fn breakdown(output: &Output) -> Value {
    let mut all = breakdowns(output);
    assert_eq!(all.len(), 1);
    all.remove(0)
}

/// A file of this test run with `content`.
pub(crate) fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("a file");
    path.to_str().expect("a path in Unicode").to_owned()
}

/// The one line on standard error of a call that cannot be carried out.
pub(crate) fn mistake(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stdout));
    let said = String::from_utf8(output.stderr.clone()).expect("UTF-8");
    assert!(said.starts_with("nutgraf: ") && said.ends_with('\n') && said.lines().count() == 1, "{said:?}");
    said
}
