//! A JSON object a line.

use super::bounds::{LIMIT, Line, TOO_LONG, read_line};
use super::place::{Place, Sink};
use crate::cli::record::Record;
use serde_json::Value;
use std::io::{BufReader, Read};
use std::ops::ControlFlow;

/// Gives every line that is not blank.
pub(super) fn feed(place: &Place, reader: impl Read, sink: &mut Sink) -> ControlFlow<()> {
    let mut reader = BufReader::with_capacity(1 << 16, reader);
    let mut line = Vec::new();
    loop {
        match read_line(&mut reader, &mut line, LIMIT) {
            Ok(Line::Whole) if line.trim_ascii().is_empty() => {}
            // of its own length: thousands of them wait
            Ok(Line::Whole) => sink(Record::Line(line.as_slice().to_vec()))?,
            Ok(Line::TooLong) => sink(Record::Bad { id: Value::Null, error: TOO_LONG.to_owned() })?,
            Ok(Line::End) => return ControlFlow::Continue(()),
            Err(error) => return sink(place.bad(&error)),
        }
    }
}
