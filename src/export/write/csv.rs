//! CSV as RFC 4180 has it: commas, lines that end in CR LF, a line of names first. A cell that a spreadsheet would take
//! for a formula begins with an apostrophe, as OWASP advises.

use crate::{Certainty, Tick};

/// What a spreadsheet takes for the beginning of a formula, full-width forms included.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet would take `text` for a formula.
pub(crate) fn is_formula(text: &str) -> bool {
    let first = text.trim_start_matches(|c: char| c.is_whitespace() || c.is_control()).chars().next();
    first.is_some_and(|first| FORMULA.contains(&first))
}

/// A table that is being written.
pub(crate) struct Csv {
    out: String,
    columns: usize,
    /// Cells of the row that is being written.
    filled: usize,
}

impl Csv {
    /// A table with these columns.
    pub(crate) fn new(columns: &[&'static str]) -> Self {
        Self::with(columns, &[])
    }

    /// The same with columns of a reader's own after them.
    pub(crate) fn with(columns: &[&'static str], own: &[String]) -> Self {
        let mut csv = Self { out: String::new(), columns: columns.len() + own.len(), filled: 0 };
        for name in columns {
            csv.word(name);
        }
        for name in own {
            csv.text(name);
        }
        csv
    }

    /// Text of others: no formula, and no controls but line feeds.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        let guard = is_formula(text);
        let kept = text.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control());
        let cell: String = guard.then_some('\'').into_iter().chain(kept).collect();
        self.cell(&cell)
    }

    /// The same where there is any.
    pub(crate) fn maybe(&mut self, text: Option<&str>) -> &mut Self {
        self.text(text.unwrap_or_default())
    }

    /// A word of a vocabulary of ours.
    pub(crate) fn word(&mut self, word: &'static str) -> &mut Self {
        self.cell(word)
    }

    /// `yes`, or nothing.
    pub(crate) fn yes(&mut self, yes: bool) -> &mut Self {
        self.word(if yes { "yes" } else { "" })
    }

    /// A whole number.
    pub(crate) fn whole(&mut self, number: usize) -> &mut Self {
        self.cell(&number.to_string())
    }

    /// A number, which is none that calculates anything; nothing where it has no end.
    pub(crate) fn number(&mut self, number: f64) -> &mut Self {
        if number.is_finite() { self.cell(&number.to_string()) } else { self.cell("") }
    }

    /// How sure something is, from 0 to 1.
    pub(crate) fn certainty(&mut self, certainty: Option<Certainty>) -> &mut Self {
        match certainty {
            Some(certainty) => self.cell(&(f64::from(certainty.hundredths()) / 100.0).to_string()),
            None => self.cell(""),
        }
    }

    /// Three columns for what a reader said: checked, remark, source.
    pub(crate) fn tick(&mut self, tick: Option<&Tick>) -> &mut Self {
        self.yes(tick.is_some_and(|tick| tick.checked));
        self.maybe(tick.and_then(|tick| tick.remark.as_deref())).maybe(tick.and_then(|tick| tick.source.as_deref()))
    }

    /// The table.
    pub(crate) fn finish(self) -> String {
        self.out
    }

    fn cell(&mut self, cell: &str) -> &mut Self {
        if self.filled > 0 {
            self.out.push(',');
        }
        if cell.contains(['"', ',', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ') {
            self.out.push('"');
            self.out.push_str(&cell.replace('"', "\"\""));
            self.out.push('"');
        } else {
            self.out.push_str(cell);
        }
        self.filled += 1;
        if self.filled == self.columns {
            self.out.push_str("\r\n");
            self.filled = 0;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_disarmed() {
        let mut csv = Csv::new(&["a", "b"]);
        csv.text("=1+1").text("a,\"b\"").text(" \t@x").text("-5 degrees").number(-5.0).text("e\0f\r\ng").yes(true);
        csv.certainty(Some(Certainty::new(7))).maybe(None).number(f64::NAN).whole(3).text("＝x");
        assert_eq!(
            csv.finish(),
            "a,b\r\n'=1+1,\"a,\"\"b\"\"\"\r\n' \t@x,'-5 degrees\r\n-5,\"ef\ng\"\r\nyes,0.07\r\n,\r\n3,'＝x\r\n"
        );
    }
}
