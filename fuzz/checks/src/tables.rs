//! Many articles at once, from bytes that say they are a table, an archive, lines of JSON, or packed: for the command line
//! from a file, for the page from memory.

use crate::cli::input::{Input as Files, Kind};
use crate::cli::record::{Answered, Told};
use crate::input::Input;
use crate::packed::Packed;
use crate::table::Table;
use nutgraf::Options;
use std::env;
use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;

/// Records that are read: more show nothing new.
const MOST: usize = 20;

pub(crate) fn many(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    let ending = input.one_of(&["csv", "zip", "jsonl", "txt", "csv.gz", "jsonl.gz"]);
    let bytes = input.rest();
    match ending {
        "csv" => rows(bytes),
        "zip" => files(bytes),
        _ => {}
    }
    command_line(bytes, ending);
}

/// The page's table: rows are numbered in order, whole ones have a cell for each column.
fn rows(bytes: &[u8]) {
    let mut table = Table::new(bytes.to_vec());
    let columns = table.header().len();
    let mut before = 1;
    let mut count = 0;
    while let Some((number, row)) = table.next_row() {
        assert!(number > before, "row {number} after {before}");
        before = number;
        match row {
            Ok(cells) => assert_eq!(cells.len(), columns),
            Err(wrong) => assert!(!wrong.is_empty()),
        }
        count += 1;
        assert!(count <= bytes.len(), "more rows than bytes");
    }
}

/// The page's archive.
fn files(bytes: &[u8]) {
    match Packed::new(bytes.to_vec()) {
        Ok(mut packed) => {
            while let Some((_, file)) = packed.next_file() {
                assert!(!file.is_err_and(|wrong| wrong.is_empty()));
            }
        }
        Err(wrong) => assert!(!wrong.is_empty()),
    }
}

/// The command line: each record gives one line of JSON.
fn command_line(bytes: &[u8], ending: &str) {
    let path = file(ending);
    fs::write(&path, bytes).expect("a file of ours");
    let mut count = 0;
    Files::find(std::slice::from_ref(&path), Kind::Text, None).expect("it is there").feed(&mut |record| {
        let Answered { answer: Told::Line(written), bad } = record.answer(&Options::new(), false) else {
            panic!("a row where a line was asked for");
        };
        let line: serde_json::Value = serde_json::from_slice(&written).expect("a line of JSON");
        assert_eq!(written.split(|&byte| byte == b'\n').collect::<Vec<_>>().len(), 2, "one line and its end");
        let error = line["error"].as_str();
        assert_eq!(error.is_some(), bad);
        // a panic is caught, so that one costs no other record; here it counts
        assert!(!error.is_some_and(|error| error.starts_with("reading failed")), "{line}");
        count += 1;
        if count < MOST { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    let _ = fs::remove_file(path);
}

/// A file of this thread's own, in memory where the machine has such a place.
fn file(ending: &str) -> PathBuf {
    let memory = PathBuf::from("/dev/shm");
    let folder = if memory.is_dir() { memory } else { env::temp_dir() };
    let thread = format!("{:?}", std::thread::current().id());
    let number: String = thread.chars().filter(char::is_ascii_digit).collect();
    folder.join(format!("nutgraf-checks-{}-{number}.{ending}", std::process::id()))
}
