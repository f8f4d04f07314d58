//! Rows of CSV as RFC 4180 has them, one by one: a row with broken quotation marks is one bad row, not the rest of the file.

/// Bytes of a cell that is still taken for one: a quotation mark that closes later was left open.
const LONGEST: usize = 64 * 1024;

/// Rows with their numbers, counted from 1 as spreadsheets do.
pub(super) struct Rows<'t> {
    rest: &'t str,
    separator: char,
    number: usize,
}

impl<'t> Rows<'t> {
    /// The rows of `text`; commas part the cells, or what parts those of its first row: semicolons, tabs.
    pub(super) fn new(text: &'t str) -> Self {
        let rest = text.trim_start_matches('\u{feff}');
        let first = rest.lines().next().unwrap_or_default();
        let count = |separator: char| first.matches(separator).count();
        let mut separator = ',';
        for other in [';', '\t'] {
            if count(other) > count(separator) {
                separator = other;
            }
        }
        Self { rest, separator, number: 0 }
    }

    /// The cell that comes next and what comes after it.
    fn cell(&self, rest: &'t str) -> Result<(String, &'t str), &'static str> {
        let Some(quoted) = rest.strip_prefix('"') else {
            let end = rest.find([self.separator, '\r', '\n']).unwrap_or(rest.len());
            return Ok((rest[..end].to_owned(), &rest[end..]));
        };
        let within = &quoted[..quoted.floor_char_boundary(LONGEST)];
        let (mut cell, mut at) = (String::new(), 0);
        while let Some(mark) = within[at..].find('"') {
            cell.push_str(&within[at..at + mark]);
            at += mark + 1;
            if quoted[at..].starts_with('"') {
                cell.push('"');
                at = (at + 1).min(within.len());
                continue;
            }
            let rest = &quoted[at..];
            if rest.is_empty() || rest.starts_with([self.separator, '\r', '\n']) {
                return Ok((cell, rest));
            }
            // it may be the first mark of another row
            if cell.contains('\n') {
                break;
            }
            return Err("something follows a quotation mark that closes a cell");
        }
        Err("a quotation mark is not closed")
    }
}

impl Iterator for Rows<'_> {
    type Item = (usize, Result<Vec<String>, &'static str>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        self.number += 1;
        let begins = self.rest;
        let (mut cells, mut rest) = (Vec::new(), begins);
        loop {
            match self.cell(rest) {
                Ok((cell, after)) => {
                    cells.push(cell);
                    rest = after;
                }
                Err(wrong) => {
                    // the next line is another row
                    self.rest = begins.split_once('\n').map_or("", |(_, after)| after);
                    return Some((self.number, Err(wrong)));
                }
            }
            match rest.strip_prefix(self.separator) {
                Some(after) => rest = after,
                None => break,
            }
        }
        let rest = rest.strip_prefix('\r').unwrap_or(rest);
        self.rest = rest.strip_prefix('\n').unwrap_or(rest);
        Some((self.number, Ok(cells)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_and_a_broken_one_ends_with_its_line() {
        let read = |text: &str| Rows::new(text).collect::<Vec<_>>();
        let row = |cells: &[&str]| Ok(cells.iter().map(|&cell| cell.to_owned()).collect::<Vec<_>>());
        assert_eq!(
            read("\u{feff}a,b\r\n\"x, \"\"y\"\"\nz\",\r\n\n1,\"2\""),
            [(1, row(&["a", "b"])), (2, row(&["x, \"y\"\nz", ""])), (3, row(&[""])), (4, row(&["1", "2"]))]
        );
        let broken = read("a;b\n\"x;1\ny;2\n\"z\"!;3\rw;4");
        assert_eq!(broken[1], (2, Err("a quotation mark is not closed")));
        assert_eq!(broken[2], (3, row(&["y", "2"])));
        assert_eq!(broken[3], (4, Err("something follows a quotation mark that closes a cell")));
        assert!(read("").is_empty());
        // a mark that is left open is looked after so far only
        let long = format!("a,b\n{}", "\"x\n".repeat(2)) + &"y".repeat(3 * LONGEST);
        assert_eq!(read(&long).len(), 4);
        // none of these may panic
        for text in ["\"", "\"\"", "\"\"\"", ",", "\r", "\r\r", "\"é\"\"", &"\"\"".repeat(LONGEST)] {
            read(text);
        }
    }
}
