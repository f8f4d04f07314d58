//! A CSV table: the names of its columns in the first row, one article in each of the others.

use super::bounds::{LIMIT, Rationed, TOO_LONG};
use super::place::{Place, Sink};
use crate::cli::record::{Given, Record};
use csv::ByteRecord;
use serde_json::Value;
use std::cell::Cell;
use std::io::{BufRead, BufReader, Read};
use std::ops::ControlFlow;

/// What the column of the text is called, letters and digits only: what people write, schema.org's `articleBody`, and
/// what the news-please crawler and exports of archives have.
const TEXT: [&str; 9] =
    ["text", "body", "content", "article", "story", "fulltext", "articletext", "articlebody", "maintext"];

/// Gives every row.
pub(super) fn feed(place: &Place, column: Option<&str>, reader: impl Read, sink: &mut Sink) -> ControlFlow<()> {
    let left = Cell::new(LIMIT);
    let mut reader = BufReader::with_capacity(1 << 16, Rationed { inner: reader, left: &left });
    let delimiter = match reader.fill_buf() {
        Ok(start) => delimiter(start),
        Err(error) => return sink(place.bad(&error)),
    };
    let mut rows = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(reader);
    let columns = match rows.byte_headers() {
        Ok(names) if names.is_empty() => return ControlFlow::Continue(()),
        Ok(names) => Columns::find(names, column),
        Err(error) => return sink(place.bad(&error)),
    };
    let columns = match columns {
        Ok(columns) => columns,
        Err(error) => return sink(place.problem(&error)),
    };
    let mut row = ByteRecord::new();
    for number in 1_u64.. {
        left.set(LIMIT);
        match rows.read_byte_record(&mut row) {
            Ok(true) => sink(columns.record(&row, &Row { place, number }))?,
            Ok(false) => break,
            Err(error) => {
                let error = match error.into_kind() {
                    csv::ErrorKind::Io(error) if error.to_string() == TOO_LONG => {
                        format!("row {number} and all after it: {TOO_LONG}: perhaps a quotation mark is not closed")
                    }
                    csv::ErrorKind::Io(error) => error.to_string(),
                    other => format!("{other:?}"),
                };
                return sink(place.bad(&error));
            }
        }
    }
    ControlFlow::Continue(())
}

/// What stands between the cells: of comma, semicolon and tab the one that the first row has most.
fn delimiter(start: &[u8]) -> u8 {
    let (mut counts, mut quoted) = ([(b',', 0), (b';', 0), (b'\t', 0)], false);
    for &byte in start.iter().take_while(|&&byte| byte != b'\n') {
        quoted ^= byte == b'"';
        for (_, count) in counts.iter_mut().filter(|(delimiter, _)| !quoted && *delimiter == byte) {
            *count += 1;
        }
    }
    // the first where it is even
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(delimiter, _)| *delimiter)
}

/// Which columns hold what.
struct Columns {
    count: usize,
    text: usize,
    id: Option<usize>,
    url: Option<usize>,
    published: Option<usize>,
    date_order: Option<usize>,
}

impl Columns {
    fn find(names: &ByteRecord, column: Option<&str>) -> Result<Self, String> {
        let given: Vec<String> = names
            .iter()
            .map(|name| String::from_utf8_lossy(name).trim_start_matches('\u{feff}').trim().to_owned())
            .collect();
        let plain: Vec<String> = given.iter().map(|name| plain(name)).collect();
        let called = |wanted: &str| plain.iter().position(|name| name == wanted);
        let text = match column {
            Some(column) => given.iter().position(|name| name == column).or_else(|| called(&self::plain(column))),
            None => TEXT.iter().find_map(|name| called(name)),
        };
        let Some(text) = text else {
            let wanted = column.map_or_else(|| TEXT[..5].join(", "), str::to_owned);
            let given = given.join(", ");
            return Err(format!("no column of texts: expected {wanted}, found {given}; --column NAME names it"));
        };
        let other = |wanted: &str| called(wanted).filter(|&at| at != text);
        Ok(Self {
            count: names.len(),
            text,
            id: other("id"),
            url: other("url"),
            published: other("published"),
            date_order: other("dateorder"),
        })
    }

    fn record(&self, row: &ByteRecord, at: &Row) -> Record {
        let cell = |column: Option<usize>| {
            let cell = String::from_utf8_lossy(row.get(column?)?).trim().to_owned();
            (!cell.is_empty()).then_some(cell)
        };
        let id = cell(self.id).map_or_else(|| at.id(), Value::from);
        if row.len() != self.count {
            let (expected, found) = (self.count, row.len());
            let error = format!(
                "row {}: expected {expected} columns, found {found}: perhaps a quotation mark is missing",
                at.number
            );
            return Record::Bad { id, error };
        }
        Record::Given(Box::new(Given {
            id,
            text: row[self.text].to_vec(),
            url: cell(self.url),
            published: cell(self.published),
            date_order: cell(self.date_order),
        }))
    }
}

/// The letters and digits of a name, small.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Where a row stands.
struct Row<'a> {
    place: &'a Place,
    /// Counted from 1, the row of names left out.
    number: u64,
}

impl Row<'_> {
    /// What stands for an id: the row's number, after the name of its file where it has one.
    fn id(&self) -> Value {
        self.place.0.as_ref().map_or_else(|| self.number.into(), |name| format!("{name}:{}", self.number).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// What is given of a table on standard input: id and text, or id and error.
    fn given(table: &str, column: Option<&str>) -> Vec<(Value, String)> {
        let mut found = Vec::new();
        let _ = feed(&Place(None), column, table.as_bytes(), &mut |record| {
            found.push(match record {
                Record::Given(given) => (given.id, String::from_utf8(given.text).unwrap()),
                Record::Bad { id, error } => (id, error),
                Record::Line(_) => unreachable!(),
            });
            ControlFlow::Continue(())
        });
        found
    }

    #[test]
    fn the_text_is_found_by_what_its_column_is_called() {
        let expected = vec![(json!("a"), "One, \"two\"\nthree".to_owned()), (json!(2), "Four".to_owned())];
        for table in [
            "id,text\na,\"One, \"\"two\"\"\nthree\"\n,Four\n",
            "\u{feff}Id;Title;Full Text\r\na;x;\"One, \"\"two\"\"\nthree\"\r\n;;Four",
            "article_body\tid\n\"One, \"\"two\"\"\nthree\"\ta\nFour\t\n",
        ] {
            assert_eq!(given(table, None), expected, "{table}");
        }
        assert_eq!(given("a,b\nx,y\n", Some("b")), [(json!(1), "y".to_owned())]);
        assert!(given("a,b\nx,y\n", None)[0].1.contains("expected text, body, content, article, story, found a, b"));
        assert!(given("a,b\nx,y\n", Some("c"))[0].1.contains("expected c, found a, b"));
        assert!(given("", None).is_empty());
    }

    #[test]
    fn a_row_that_does_not_fit_is_named_and_the_rest_is_read() {
        let found = given("id,text\na,One, two\nb\nc,Three\n", None);
        assert_eq!(found[0].0, json!("a"));
        assert!(found[0].1.contains("row 1: expected 2 columns, found 3"), "{found:?}");
        assert!(found[1].1.contains("row 2: expected 2 columns, found 1"), "{found:?}");
        assert_eq!(found[2], (json!("c"), "Three".to_owned()));
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_ends_at_the_bound() {
        let table = b"id,text\n1,One\n2,\"Two\n".chain(std::io::repeat(b'x').take(2 * LIMIT as u64));
        let mut errors = Vec::new();
        let _ = feed(&Place(None), None, table, &mut |record| {
            errors.extend(if let Record::Bad { error, .. } = record { Some(error) } else { None });
            ControlFlow::Continue(())
        });
        assert_eq!(errors.len(), 1);
        assert!(errors[0].contains("row 2 and all after it") && errors[0].contains("not closed"), "{errors:?}");
    }
}
