//! Runs tests, and counts them by what their runners print.

use crate::command::{Outcome, cannot_run, name, run};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// How many tests passed and failed; a check that is not a set of tests counts as one, and one that could not be made
/// as none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

pub(crate) const PASSED: Tally = Tally { passed: 1, failed: 0 };
pub(crate) const FAILED: Tally = Tally { passed: 0, failed: 1 };
pub(crate) const SKIPPED: Tally = Tally { passed: 0, failed: 0 };

/// How many tests of a browser may fail and be asked again: of more than these it is not the machine's pace.
const ASKED_AGAIN: usize = 2;

/// Runs a check that either holds or not.
pub(crate) fn plain(command: &mut Command) -> Outcome<Tally> {
    run(command).map(|()| PASSED)
}

/// Runs tests, shows what they print, and counts them by it.
pub(crate) fn tests(command: &mut Command) -> Outcome<Tally> {
    listen(command).map(|(tally, _)| tally)
}

/// Runs tests of Node's that drive a browser. One or two that fail are run a second time, alone: a browser on a machine
/// that does other things may take longer than any test should wait. Those that pass then are told by name. `command`
/// gets the options that say which tests to run.
pub(crate) fn twice(command: impl Fn(&[String]) -> Command) -> Outcome<Tally> {
    let (tally, failed) = listen(&mut command(&[]))?;
    if failed.is_empty() || failed.len() > ASKED_AGAIN || tally.failed > failed.len() {
        return Ok(tally);
    }
    println!("once more, alone: {}", failed.join("; "));
    let alone: Vec<_> = failed.iter().map(|name| format!("--test-name-pattern=^{}$", escaped(name))).collect();
    match listen(&mut command(&alone))? {
        (Tally { passed, failed: 0 }, _) if passed >= failed.len() => {
            println!("UNSTEADY, passed at the second run: {}", failed.join("; "));
            Ok(Tally { passed: tally.passed + failed.len(), failed: 0 })
        }
        _ => Ok(tally),
    }
}

/// Runs tests and gives how many there were and which of Node's failed.
fn listen(command: &mut Command) -> Outcome<(Tally, Vec<String>)> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| cannot_run(command, &error))?;
    let (mut tally, mut failed) = (Tally::default(), Vec::new());
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            tally.count(&line);
            failed.extend(failure(&line).map(ToOwned::to_owned).filter(|name| !failed.contains(name)));
        }
    }
    let status = child.wait().map_err(|error| cannot_run(command, &error))?;
    match (status.success(), tally) {
        (true, Tally { passed: 0, failed: 0 }) => Err(format!("{} ran no test", name(command))),
        (false, Tally { failed: 0, .. }) => Err(format!("{} ended with {status}", name(command))),
        _ => Ok((tally, failed)),
    }
}

/// The name in Node's `✖ a name (12.5ms)`.
fn failure(line: &str) -> Option<&str> {
    let (name, time) = line.trim().strip_prefix("✖ ")?.rsplit_once(" (")?;
    time.strip_suffix("ms)")?.parse::<f64>().ok().map(|_| name)
}

/// A name as a regular expression that matches it alone.
fn escaped(name: &str) -> String {
    let mut pattern = String::with_capacity(name.len());
    for letter in name.chars() {
        if r"\^$.|?*+()[]{}/".contains(letter) {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

impl Tally {
    /// Adds what a runner's closing line says: `test result: ok. 5 passed; 0 failed; …` of cargo's and
    /// wasm-bindgen's, `ℹ pass 5` and `ℹ fail 0` of Node's.
    fn count(&mut self, line: &str) {
        let number = |text: &str| text.trim().parse::<usize>().unwrap_or(0);
        let line = line.trim();
        if let Some(result) = line.strip_prefix("test result: ") {
            for part in result.split([';', '.']) {
                if let Some(passed) = part.strip_suffix(" passed") {
                    self.passed += number(passed);
                } else if let Some(failed) = part.strip_suffix(" failed") {
                    self.failed += number(failed);
                }
            }
        } else if let Some(passed) = line.strip_prefix("ℹ pass ") {
            self.passed += number(passed);
        } else if let Some(failed) = line.strip_prefix("ℹ fail ") {
            self.failed += number(failed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::program;
    use std::{env, fs};

    #[test]
    fn closing_lines_are_counted() {
        let mut tally = Tally::default();
        for line in [
            "test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 2 filtered out; finished in 0.01s",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.50s",
            "ℹ tests 7",
            "ℹ pass 6",
            "ℹ fail 1",
            "test passed ... ok",
        ] {
            tally.count(line);
        }
        assert_eq!(tally, Tally { passed: 14, failed: 3 });
    }

    #[test]
    fn failures_are_told_by_name() {
        assert_eq!(failure("✖ a mark (of two) stays, always (2931.400263ms)"), Some("a mark (of two) stays, always"));
        assert_eq!(failure("✖ failing tests:"), None);
        assert_eq!(failure("✔ a mark stays (12.5ms)"), None);
        assert_eq!(escaped("a (b) [c]?"), r"a \(b\) \[c\]\?");
    }

    /// What fails once may be the machine; what fails twice, or in numbers, is a fault.
    #[test]
    fn only_what_passes_at_the_second_run_is_forgiven() {
        let folder = env::temp_dir().join(format!("nutgraf-tally-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let run = |name: &str, body: &str| {
            let file = folder.join(format!("{name}.test.mjs"));
            let first = folder.join(format!("{name}.ran"));
            let tests = format!(
                "import {{ test }} from 'node:test'; import fs from 'node:fs';
                const first = !fs.existsSync({first:?}); process.on('exit', () => fs.writeFileSync({first:?}, ''));
                test('steady', () => {{}});\n{body}"
            );
            fs::write(&file, tests).unwrap();
            twice(|only| {
                let mut command = program("node");
                command.args(["--test", "--test-reporter=spec"]).args(only).arg(&file);
                command
            })
            .unwrap()
        };
        let slow = "test('slow (a)', () => { if (first) throw 1 });";
        assert_eq!(run("slow", slow), Tally { passed: 2, failed: 0 });
        assert_eq!(run("broken", "test('broken', () => { throw 1 });"), Tally { passed: 1, failed: 1 });
        let three = "for (const n of [1, 2, 3]) test('slow ' + n, () => { if (first) throw 1 });";
        assert_eq!(run("three", three), Tally { passed: 1, failed: 3 });
        fs::remove_dir_all(&folder).unwrap();
    }
}
