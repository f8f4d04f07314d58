//! The file of `--output`, and how a run goes on where an earlier one was ended.
//!
//! Every record has one line in the output, in the order of the input: so the lines that are whole tell how many records
//! are done. What stands behind the last of them was being written when the run ended; it is cut off.

use super::record::id_of;
use serde_json::Value;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, Seek, SeekFrom};
use std::path::Path;

/// What an earlier run has done.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Done {
    /// How many records.
    pub(crate) records: u64,
    /// The id of the last of them.
    pub(crate) last: Value,
    /// Whether any was bad.
    pub(crate) bad: bool,
}

/// Opens the file at `path` to be written on, and locks it against a second run.
///
/// # Errors
///
/// One line where it cannot be written, is being written, or holds something and `resume` is not asked for.
pub(crate) fn open(path: &Path, resume: bool) -> Result<(File, Done), String> {
    let name = path.display();
    let cannot = |error: io::Error| format!("cannot write {name}: {error}");
    let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(cannot)?;
    match file.try_lock() {
        // not every file system has locks
        Ok(()) | Err(TryLockError::Error(_)) => {}
        Err(TryLockError::WouldBlock) => return Err(format!("{name} is being written by another run")),
    }
    let size = file.metadata().map_err(cannot)?.len();
    if size == 0 {
        return Ok((file, Done::default()));
    }
    if !resume {
        return Err(format!("{name} exists: --resume goes on with it; to begin anew, remove it first"));
    }
    let (done, end) = done(BufReader::with_capacity(1 << 20, &file))
        .map_err(cannot)?
        .ok_or_else(|| format!("--resume: expected breakdowns in {name}, a line each, found something else"))?;
    file.set_len(end).map_err(cannot)?;
    file.seek(SeekFrom::Start(end)).map_err(cannot)?;
    Ok((file, done))
}

/// What the lines of an output say, and where the last whole one ends; none where they are no answers.
fn done(mut output: impl BufRead) -> io::Result<Option<(Done, u64)>> {
    let (mut done, mut end) = (Done::default(), 0);
    let (mut line, mut last) = (Vec::new(), Vec::new());
    while output.read_until(b'\n', &mut line)? > 0 && line.ends_with(b"\n") {
        if !line.starts_with(b"{\"id\":") {
            return Ok(None);
        }
        end += line.len() as u64;
        done.records += 1;
        done.bad |= !is_breakdown(&line);
        std::mem::swap(&mut line, &mut last);
        line.clear();
    }
    if done.records == 0 && !line.is_empty() && !b"{\"id\":".starts_with(&line[..line.len().min(6)]) {
        return Ok(None);
    }
    done.last = id_of(&last);
    Ok(Some((done, end)))
}

/// Whether an answer is a breakdown: in the words of an error, quotation marks would be escaped.
fn is_breakdown(line: &[u8]) -> bool {
    let schema = b",\"schema\":\"nutgraf/";
    line.windows(schema.len()).any(|window| window == schema)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_lines_are_counted_and_what_is_left_is_cut() {
        let lines = "{\"id\":1,\"schema\":\"nutgraf/1\"}\n{\"id\":\"b\",\"error\":\"expected \\\"schema\\\"\"}\n";
        let of = |text: &str| done(text.as_bytes()).unwrap();
        let two = Done { records: 2, last: "b".into(), bad: true };
        for rest in ["", "{", "{\"id\":3,\"schema\":\"nutgraf/1\"}"] {
            assert_eq!(of(&format!("{lines}{rest}")), Some((two.clone(), lines.len() as u64)), "{rest}");
        }
        let first = lines.find('\n').unwrap() + 1;
        assert_eq!(of(&lines[..first]), Some((Done { records: 1, last: 1.into(), bad: false }, first as u64)));
        assert_eq!(of("{\"i"), Some((Done::default(), 0)));
        // somebody's own file is not cut
        for other in ["Dear all", "Dear all,\n", "{\"text\": 1}\n", "\n"] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
