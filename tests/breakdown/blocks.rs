//! Comparing blocks: joined where the cut does not matter, role by role and span by span.

use crate::case::{Case, runs_expected};
use crate::text::{blank, shorten};
use nutgraf::Span;
use std::collections::BTreeSet;

/// A run of blocks of one role, in bytes. An expected role can be several, `either/or`, and can end
/// in `+`: one block or more.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Run {
    pub(crate) span: Span,
    pub(crate) role: String,
}

/// Roles whose neighbouring blocks stay apart: how running text is cut into blocks matters.
pub(crate) const APART: [&str; 5] = ["counter", "paragraph", "crosshead", "pullQuote", "listItem"];

/// Where the blocks break the contract: every character that is not white space lies in exactly one.
pub(crate) fn tiling(text: &str, found: &[Run]) -> Vec<String> {
    let mut out = Vec::new();
    let mut at = 0;
    let end = Run { span: Span::new(text.len(), text.len()), role: "end".to_owned() };
    for run in found.iter().chain([&end]) {
        if run.span.start < at {
            out.push(format!("blocks overlap or are out of order at {}", show(run, text)));
        }
        let lost = Span::new(at, run.span.start).of(text).trim();
        if !lost.is_empty() {
            out.push(format!("in no block: {}", shorten(lost)));
        }
        at = at.max(run.span.end);
    }
    out
}

pub(crate) fn compare_runs(case: &Case, found: &[Run]) -> Vec<String> {
    let text = &case.text;
    let expected = match runs_expected(case) {
        Ok(expected) => expected,
        Err(problem) => return vec![problem],
    };
    let uncut: Vec<Span> = expected.iter().filter(|run| run.role.ends_with('+')).map(|run| run.span).collect();
    // of alternative roles, the one that most of the found text has
    let expected = expected.into_iter().map(|run| {
        let shared = |role: &str| -> usize {
            let same = found.iter().filter(|other| group(&other.role) == group(role));
            same.map(|other| other.span.end.min(run.span.end).saturating_sub(other.span.start.max(run.span.start)))
                .sum()
        };
        let mut roles = run.role.trim_end_matches('+').split('/');
        let first = roles.next().unwrap_or_default();
        let role = roles.fold(first, |best, role| if shared(role) > shared(best) { role } else { best });
        Run { span: run.span, role: role.to_owned() }
    });
    let expected: BTreeSet<Run> = join(text, expected, &uncut).into_iter().collect();
    let found: BTreeSet<Run> = join(text, found.iter().cloned(), &uncut).into_iter().collect();
    let mut lines: Vec<(Span, String)> = Vec::new();
    lines.extend(expected.difference(&found).map(|run| (run.span, format!("- expected {}", show(run, text)))));
    lines.extend(found.difference(&expected).map(|run| (run.span, format!("+ found    {}", show(run, text)))));
    lines.sort_by_key(|(span, _)| span.start);
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Neighbouring runs of one group joined, without the marks at their ends that belong to no part.
/// Running text is joined only inside the spans that may be cut in any way.
pub(crate) fn join(text: &str, runs: impl Iterator<Item = Run>, uncut: &[Span]) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    for run in runs {
        let role = group(&run.role).to_owned();
        let slice = run.span.of(text);
        let start = run.span.start + slice.len() - slice.trim_start_matches(loose).len();
        let span = Span::new(start, run.span.start + slice.trim_end_matches(loose).len());
        if span.is_empty() {
            continue;
        }
        match out.last_mut() {
            Some(last)
                if last.role == role
                    && (!APART.contains(&role.as_str())
                        || uncut.iter().any(|uncut| uncut.contains(last.span) && uncut.contains(span))) =>
            {
                last.span.end = span.end;
            }
            _ => out.push(Run { span, role }),
        }
    }
    out
}

/// What may be at the end of a run without belonging to it: the marks between the pieces of a page's furniture.
pub(crate) fn loose(c: char) -> bool {
    blank(c) || matches!(c, '|' | '·' | '•')
}

/// The name under which roles are compared.
pub(crate) fn group(role: &str) -> &str {
    match role {
        "furniture" => "promo",
        "correction" => "editorsNote",
        role => role,
    }
}

pub(crate) fn show(run: &Run, text: &str) -> String {
    format!("{:<12} {}", run.role, shorten(run.span.of(text)))
}
