//! Lines that a mail program set off as quoted: `> ` before each.

use super::edits::{Edits, Rewrite};

/// Quoted lines that stand together: fewer are bullets or links.
const FEWEST: usize = 3;

/// A line this long is written, not a link of a menu; in bytes.
const LONG: usize = 40;

/// The text without the marks; `None` where there are none.
pub(super) fn strip(text: &str) -> Option<(String, Edits)> {
    if !text.starts_with(['>', ' ']) && !text.contains("\n>") && !text.contains("\n >") && !text.contains("\r>") {
        return None;
    }
    let mut rewrite = Rewrite::new(text);
    let mut run = Run::default();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let marked = marked(line);
        if marked > 0 {
            run.lines.push((start, start + marked));
            run.long |= line.len() - marked >= LONG;
        } else if !line.trim().is_empty() {
            run.end(&mut rewrite);
        }
        start += line.len();
    }
    run.end(&mut rewrite);
    rewrite.done()
}

/// Lines that follow each other, blank ones aside.
#[derive(Default)]
struct Run {
    /// Where the marks of each lie.
    lines: Vec<(usize, usize)>,
    /// Whether one of them is no link.
    long: bool,
}

impl Run {
    fn end(&mut self, rewrite: &mut Rewrite<'_>) {
        if self.long && self.lines.len() >= FEWEST {
            for &(from, to) in &self.lines {
                rewrite.put(from, to, "");
            }
        }
        self.lines.clear();
        self.long = false;
    }
}

/// The length of the marks at the start of a line, with the space after each.
fn marked(line: &str) -> usize {
    let mut length = 0;
    let indent = line.len() - line.trim_start_matches(' ').len();
    let mut rest = &line[indent..];
    while let Some(after) = rest.strip_prefix('>') {
        rest = after.strip_prefix(' ').unwrap_or(after);
        length = line.len() - rest.len();
    }
    length
}
