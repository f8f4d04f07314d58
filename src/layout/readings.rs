//! Readings: what the grammars of the parts find in a row. Each reads a row once; what a row is like and what
//! it is cut into both follow from this.

use super::rows::Row;
use super::{agencies, byline, contributors, credit, dateline, signoff, timestamp};
use crate::text::Text;
use crate::{DateOrder, Span};

/// What the grammars find in one row. Most rows of a story have none of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Readings {
    /// When the story was published or updated.
    pub(crate) times: Option<timestamp::Reading>,
    /// What the row's only words say of a date on another row: `Last updated:`.
    pub(crate) label: Option<timestamp::Label>,
    /// Who wrote it; before the times, where the row has some, or after them: `11/19/2019 by NAME`.
    pub(crate) byline: Option<byline::Reading>,
    /// Whose picture it is.
    pub(crate) credit: Option<credit::Reading>,
    /// Where and by whom it was filed.
    pub(crate) dateline: Option<dateline::Reading>,
    /// The agency or the initials that close it.
    pub(crate) signoff: Option<signoff::Reading>,
    /// Who else worked on it.
    pub(crate) contributors: Option<Vec<contributors::Person>>,
    /// Whether the row is an agency's name and nothing else.
    pub(crate) agency_alone: bool,
}

impl Readings {
    /// Reads one row; `order` is how the text writes dates in figures, where that is known.
    pub(crate) fn of(text: &Text<'_>, row: &Row, order: Option<DateOrder>) -> Self {
        let tokens = row.tokens.clone();
        let times = timestamp::read(text, tokens.clone(), order);
        let label = times.as_ref().and_then(|times| times.label);
        let times = times.filter(|times| times.label.is_none());
        let byline = match &times {
            // copying may have glued the month to the name
            Some(times) => {
                let before = text.part(Span::new(row.span.start, times.span.start));
                if before.tokens.is_empty() {
                    after_times(text, row, times.span.end)
                } else {
                    byline::read(&before, 0..before.tokens.len())
                }
            }
            None => byline::read(text, tokens.clone()).filter(|byline| byline.by || byline.whole),
        };
        Self {
            times,
            label,
            byline,
            credit: credit::read(text, tokens.clone()),
            dateline: dateline::read(text, tokens.clone()),
            signoff: signoff::read(text, tokens.clone()),
            contributors: contributors::read(text, tokens.clone()),
            agency_alone: agencies::at(text, tokens.start, tokens.end).is_some_and(|named| named.next == tokens.end),
        }
    }
}

/// The byline after the times, which end at byte `end`: there only where it says so.
fn after_times(text: &Text<'_>, row: &Row, end: usize) -> Option<byline::Reading> {
    let rest = text.part(Span::new(end, row.span.end));
    let start = (0..rest.tokens.len().min(3)).find(|&at| rest.word(at).is_some())?;
    // `3 May 2023 | NAME`: a stroke sets a known name apart
    let apart = (0..start).any(|at| ['|', '•', '·'].iter().any(|&mark| rest.is_mark(at, mark)));
    let known = |byline: &byline::Reading| {
        apart && byline.whole && byline.authors.first().is_some_and(|author| byline::is_known(rest.slice(author.name)))
    };
    byline::read(&rest, start..rest.tokens.len()).filter(|byline| byline.by || known(byline))
}

/// What the tests count: which grammar has read which piece of the text, and how often.
#[cfg(test)]
pub(super) mod ledger {
    use crate::Span;
    use std::cell::RefCell;
    use std::collections::HashMap;

    thread_local! {
        static READ: RefCell<HashMap<(&'static str, Span), usize>> = RefCell::default();
    }

    /// Notes that `grammar` reads `piece`.
    pub(crate) fn note(grammar: &'static str, piece: Span) {
        READ.with_borrow_mut(|read| *read.entry((grammar, piece)).or_default() += 1);
    }

    /// What was noted on this thread since the last call.
    pub(crate) fn take() -> HashMap<(&'static str, Span), usize> {
        READ.take()
    }
}

#[cfg(test)]
mod tests {
    use super::ledger;
    use crate::{Options, parse};

    #[test]
    fn no_grammar_reads_a_piece_twice() {
        let mut grammars = std::collections::BTreeSet::new();
        for entry in std::fs::read_dir("tests/fixtures").unwrap().flatten() {
            let Ok(source) = std::fs::read_to_string(entry.path().join("article.txt")) else { continue };
            ledger::take();
            let _ = parse(&source, &Options::default());
            for ((grammar, piece), times) in ledger::take() {
                assert_eq!(times, 1, "{grammar} in {entry:?}: {:?}", piece.of(&source));
                grammars.insert(grammar);
            }
        }
        let all = ["assumed byline", "byline", "contributors", "credit", "dateline", "opening", "signoff", "timestamp"];
        assert!(grammars.iter().eq(all.iter()), "{grammars:?}");
    }
}
