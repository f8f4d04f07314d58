//! Rows of a CSV file that holds a text in each. A row that is broken costs no other: a quotation mark that is not closed
//! would swallow the rows after it, so they are read again from the next line.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// How often the whole file may be gone over again, all in all, because of broken rows.
const AGAIN: usize = 4;

/// Bytes in which the character between cells is looked for.
const LOOK: usize = 64 * 1024;

/// A file that is being read.
pub struct Table {
    bytes: Vec<u8>,
    reader: Reader,
    /// Where the next row begins.
    at: usize,
    /// The number of the next row, the first line counted.
    number: usize,
    /// Bytes that may still be read twice.
    again: usize,
    header: Vec<String>,
}

/// A row: its cells, or what is wrong with it.
pub type Row = Result<Vec<String>, String>;

impl Table {
    /// Begins to read `bytes`, UTF-8 whose first row names the columns. Cells are divided by what divides that row: a comma,
    /// a semicolon or a tab.
    pub fn new(bytes: Vec<u8>) -> Self {
        let divider = divider(&bytes);
        let again = bytes.len().saturating_mul(AGAIN);
        let reader = ReaderBuilder::new().delimiter(divider).build();
        let mut table = Self { bytes, reader, at: 0, number: 1, again, header: Vec::new() };
        if let Some((cells, _, _)) = table.record() {
            table.header = cells.into_iter().map(|name| name.trim().to_owned()).collect();
            table.number = 2;
        }
        table
    }

    /// The names of the columns.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The next row with its number, the first line counted; `None` at the end. Empty lines are passed over.
    pub fn next_row(&mut self) -> Option<(usize, Row)> {
        let begin = self.at;
        let (cells, begins, closed) = self.record()?;
        let number = self.number;
        self.number += 1;
        let expected = self.header.len();
        let wrong = if closed && cells.len() == expected {
            return Some((number, Ok(cells)));
        } else if closed {
            let cells = cells.len();
            let several = if cells == 1 { "cell" } else { "cells" };
            format!("has {cells} {several}, the first row has {expected}: a quotation mark may be missing")
        } else {
            "has a quotation mark that is not closed".to_owned()
        };
        // it may have swallowed the rows after it
        let begin = begin.max(begins);
        let taken = self.at - begin;
        let line = self.bytes[begin..self.at].iter().position(|&byte| byte == b'\n').map(|at| begin + at + 1);
        if let Some(line) = line.filter(|&line| line < self.at && taken <= self.again) {
            self.again -= taken;
            self.at = line;
            self.reader.reset();
        }
        Some((number, Err(wrong)))
    }

    /// The cells of the next record, where it begins, and whether its quotation marks are closed.
    fn record(&mut self) -> Option<(Vec<String>, usize, bool)> {
        // the reader passes over them, but a row begins after them
        while matches!(self.bytes.get(self.at), Some(b'\r' | b'\n')) {
            self.at += 1;
        }
        let begins = self.at;
        if begins >= self.bytes.len() {
            return None;
        }
        let (mut out, mut ends) = (vec![0; 4096], vec![0; 64]);
        let (mut written, mut cells) = (0, 0);
        let mut closed = true;
        loop {
            let ended = self.at >= self.bytes.len();
            // a line's end tells whether the last one is closed
            let input: &[u8] = if ended { b"\n" } else { &self.bytes[self.at..] };
            let (result, taken, wrote, found) = self.reader.read_record(input, &mut out[written..], &mut ends[cells..]);
            (written, cells) = (written + wrote, cells + found);
            if !ended {
                self.at += taken;
            }
            match result {
                ReadRecordResult::OutputFull => out.resize(out.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
                ReadRecordResult::InputEmpty if ended => {
                    closed = false;
                    ends.truncate(cells);
                    ends.push(written);
                    cells += 1;
                    break;
                }
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record | ReadRecordResult::End => break,
            }
        }
        let mut from = 0;
        let cell = |&end: &usize| {
            let cell = String::from_utf8_lossy(out.get(from..end).unwrap_or_default()).into_owned();
            from = end;
            cell
        };
        Some((ends[..cells].iter().map(cell).collect(), begins, closed))
    }
}

/// What divides the cells of the first row: what stands in it most often outside quotation marks.
fn divider(bytes: &[u8]) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for &byte in bytes.iter().take(LOOK) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(divider, _)| *divider == byte).for_each(|(_, count)| *count += 1),
        }
    }
    // the first of those that stand there as often
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(divider, _)| *divider)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(csv: &str) -> Vec<(usize, Row)> {
        let mut table = Table::new(csv.as_bytes().to_vec());
        std::iter::from_fn(|| table.next_row()).collect()
    }

    #[allow(clippy::unnecessary_wraps)] // as rows are given
    fn cells(cells: &[&str]) -> Row {
        Ok(cells.iter().map(|&cell| cell.to_owned()).collect())
    }

    #[test]
    fn rows_are_read_as_rfc_4180_has_them() {
        let found = rows("id,text\r\n1,\"a, \"\"b\"\"\nc\"\r\n\r\n2,d");
        assert_eq!(found, [(2, cells(&["1", "a, \"b\"\nc"])), (3, cells(&["2", "d"]))]);
        assert_eq!(rows("id;text\n1;a,b\n"), [(2, cells(&["1", "a,b"]))]);
        assert_eq!(Table::new(b" id ;text".to_vec()).header(), ["id", "text"]);
        assert_eq!(rows("\"a;b\"\ttext\nx\ty"), [(2, cells(&["x", "y"]))]);
        assert!(rows("").is_empty() && rows("id,text").is_empty() && rows("\n\n").is_empty());
    }

    #[test]
    fn a_quotation_mark_that_is_missing_costs_its_own_row() {
        let found = rows("id,text\n1,\"open\n2,fine\n3,\"fine, too\"\n4,last");
        assert!(found[0].1.as_ref().is_err_and(|error| error.contains("quotation mark")), "{found:?}");
        let good: Vec<_> = found.iter().filter_map(|(_, row)| row.as_ref().ok()?.first().cloned()).collect();
        assert_eq!(good, ["2", "3", "4"]);
        let found = rows("id,text\n1,fine\n2,\"open\n3,fine\n");
        let error = found[1].1.as_ref().unwrap_err();
        assert_eq!(error, "has a quotation mark that is not closed");
        assert_eq!(found[2].1, cells(&["3", "fine"]));
        let found = rows("id,text\n1,a,b\n2");
        assert!(found[0].1.is_err() && found[1].1.is_err());
    }

    #[test]
    fn a_quotation_mark_inside_a_cell_is_one() {
        assert_eq!(rows("id,text\n1,5\" pipe\n2,x"), [(2, cells(&["1", "5\" pipe"])), (3, cells(&["2", "x"]))]);
    }

    #[test]
    fn broken_marks_everywhere_take_no_longer_than_a_few_readings() {
        let csv = format!("id,text\n{}", "1,\"a\"b\"\n,\n".repeat(50_000));
        let mut table = Table::new(csv.into_bytes());
        while table.next_row().is_some() {}
        assert_eq!(table.at, table.bytes.len());
        let csv = format!("id,text\n{}\"", "x\n".repeat(100_000));
        assert!(rows(&csv).len() >= 100_000);
    }

    #[test]
    fn a_cell_can_be_long() {
        let long = "word ".repeat(50_000);
        assert_eq!(rows(&format!("id,text\n1,\"{long}\"\n")), [(2, cells(&["1", &long]))]);
    }
}
