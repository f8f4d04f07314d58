//! `--jsonl` and `--csv`: many articles in, one breakdown a line out, or with `--audit` one table of all.

use super::arguments::{Many, Table};
use super::failure::Failure;
use super::input::{Input, same};
use super::output::{self, Done};
use super::pool::{self, Event, Feed, WINDOW};
use super::progress::Progress;
use super::record::{Record, Told};
use nutgraf::{Audit, Filter, Order};
use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Answers every record of the input; returns whether any was bad.
///
/// # Errors
///
/// Where an input is missing, or the output cannot be written or was made of another input.
pub(crate) fn run(many: Many) -> Result<bool, Failure> {
    let mut input = Input::find(&many.files, many.kind, many.column).map_err(Failure::Usage)?;
    let (file, done) = match &many.output {
        Some(path) if many.files.iter().any(|file| same(file, path)) => {
            return Err(Failure::Usage(format!("--output: {} is among the files to be read", path.display())));
        }
        Some(path) => output::open(path, many.resume).map(|(file, done)| (Some(file), done)).map_err(Failure::Usage)?,
        None => (None, Done::default()),
    };
    if let Some(path) = &many.output {
        input.leave_out(path);
    }
    let mut progress = Progress::on_terminal(input.size(), input.read(), file.is_some());
    let mut bad = done.bad;
    let mut out: Box<dyn Write> = match file {
        Some(file) => Box::new(BufWriter::with_capacity(1 << 18, file)),
        None => Box::new(BufWriter::with_capacity(1 << 18, io::stdout().lock())),
    };
    let cores = || thread::available_parallelism().map_or(1, usize::from);
    let threads = many.threads.map_or_else(cores, |threads| threads.get().into());
    // what an earlier run did of another input
    let fault = Arc::new(Mutex::new(None));
    let (told, options) = (Arc::clone(&fault), many.options);
    let mut stories = many.audit.map(|_| Audit::default());
    let in_table = many.audit.is_some();
    let produce = move |mut feed: Feed<Record>| {
        if let Err(message) = give(input, &done, &mut feed) {
            *told.lock().unwrap_or_else(PoisonError::into_inner) = Some(message);
        }
    };
    pool::run(
        threads,
        WINDOW,
        produce,
        move |record| record.answer(&options, in_table),
        |event| {
            match event {
                Event::Done(answered) => {
                    match answered.answer {
                        Told::Line(line) => out.write_all(&line)?,
                        Told::Row(id, row) => {
                            if let Some(stories) = &mut stories {
                                stories.push(id, row.map(|row| *row));
                            }
                        }
                    }
                    bad |= answered.bad;
                    if let Some(progress) = &mut progress {
                        progress.record(answered.bad);
                    }
                }
                // whoever waits for this answer before asking again is not kept waiting
                Event::Idle => out.flush()?,
            }
            if let Some(progress) = &mut progress {
                progress.show();
            }
            Ok(())
        },
    )?;
    if let (Some(stories), Some(table)) = (stories, many.audit) {
        out.write_all(written(&stories, table).as_bytes())?;
    }
    out.flush()?;
    if let Some(progress) = progress {
        progress.end();
    }
    match fault.lock().unwrap_or_else(PoisonError::into_inner).take() {
        Some(message) => Err(Failure::Usage(message)),
        None => Ok(bad),
    }
}

/// A table of all stories.
fn written(stories: &Audit, table: Table) -> String {
    let all = stories.select(&Filter::default(), Order::Given, false);
    match table {
        Table::Stories => stories.stories_csv(&all),
        Table::Sources => stories.sources_csv(&all),
    }
}

/// Gives all records but those that are done.
///
/// # Errors
///
/// One line where those that are done are others than the input begins with.
fn give(input: Input, done: &Done, feed: &mut Feed<Record>) -> Result<(), String> {
    let (mut passed, mut fault) = (0, None);
    input.feed(&mut |record| {
        if passed == done.records {
            let bytes = record.bytes();
            return feed.give(record, bytes);
        }
        passed += 1;
        if passed == done.records && record.id() != done.last {
            fault = Some(format!(
                "--resume: the output was made of another input: its line {passed} has the id {}, record {passed} of the \
                 input {}",
                done.last,
                record.id()
            ));
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    });
    if fault.is_none() && passed < done.records {
        let lines = done.records;
        fault = Some(format!(
            "--resume: the output was made of another input: it has {lines} lines, the input {passed} records"
        ));
    }
    fault.map_or(Ok(()), Err)
}
