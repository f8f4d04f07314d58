//! Marks in a stretch of text as elements need them: one inside the other, never across each other.

use crate::Span;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Marks that may be open at once; more are left out.
const DEEP: usize = 8;

/// One step through a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Text between two others.
    Text(Span),
    /// The mark of this index begins, or goes on.
    Open(usize),
    /// The mark opened last ends.
    Close(usize),
}

/// The steps through `within` with `marks`: those that begin in it, cut where they leave it. Of two that cross, the later
/// is told in two pieces. Of two at the same place, the first is outside.
pub(crate) fn steps(within: Span, marks: &[Span]) -> Vec<Step> {
    let mut waiting = BinaryHeap::new();
    for (index, mark) in marks.iter().enumerate() {
        let end = mark.end.min(within.end);
        if (within.start..end).contains(&mark.start) {
            waiting.push(Reverse((mark.start, Reverse(end), index)));
        }
    }
    let (mut steps, mut open, mut at) = (Vec::new(), Vec::<(usize, usize)>::new(), within.start);
    let mut up_to = |steps: &mut Vec<Step>, to: usize| {
        if at < to {
            steps.push(Step::Text(Span::new(at, to)));
            at = to;
        }
    };
    loop {
        let next = waiting.peek().map(|Reverse((start, ..))| *start);
        match (open.last().copied(), next) {
            (Some((end, index)), next) if next.is_none_or(|next| end <= next) => {
                up_to(&mut steps, end);
                steps.push(Step::Close(index));
                open.pop();
            }
            (last, Some(start)) => {
                let Some(Reverse((_, Reverse(end), index))) = waiting.pop() else { break };
                if open.len() == DEEP {
                    continue;
                }
                up_to(&mut steps, start);
                let last = last.map_or(end, |(last, _)| last);
                if last < end {
                    waiting.push(Reverse((last, Reverse(end), index)));
                }
                steps.push(Step::Open(index));
                open.push((end.min(last), index));
            }
            (_, None) => break,
        }
    }
    up_to(&mut steps, within.end);
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "abcdefghij";

    fn told(marks: &[(usize, usize)]) -> String {
        let marks: Vec<Span> = marks.iter().map(|(start, end)| Span::new(*start, *end)).collect();
        let steps = steps(Span::new(1, 9), &marks);
        let told = steps.iter().map(|step| match step {
            Step::Text(span) => span.of(TEXT).to_owned(),
            Step::Open(index) => format!("<{index}>"),
            Step::Close(index) => format!("</{index}>"),
        });
        told.collect()
    }

    #[test]
    fn marks_nest_and_those_that_cross_are_told_in_two_pieces() {
        assert_eq!(told(&[]), "bcdefghi");
        assert_eq!(told(&[(2, 6), (3, 4), (7, 20)]), "b<0>c<1>d</1>ef</0>g<2>hi</2>");
        assert_eq!(told(&[(2, 5), (4, 7)]), "b<0>cd<1>e</1></0><1>fg</1>hi");
        assert_eq!(told(&[(2, 5), (2, 5), (2, 6)]), "b<2><0><1>cde</1></0>f</2>ghi");
        assert_eq!(told(&[(0, 3), (9, 12), (4, 4)]), "bcdefghi", "what does not begin there, and what is empty");
        assert_eq!(told(&[(5, 6); 20]).matches('<').count(), 16, "no deeper than anybody looks");
    }
}
