//! What is marked in the story, and how overlapping marks are cut so that they nest.

use crate::order::order;
use crate::{Article, EntityKind, Span};

/// Marks kept open over one place; more than a few only come from text made to hurt.
const OPEN: usize = 24;

/// What a mark points at: an index into the article's list of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum What {
    /// A part of a quote's content; `closes` on its last part.
    Quote { index: usize, closes: bool },
    /// A quote's cue.
    Cue(usize),
    /// A quote's source as written.
    Source(usize),
    /// Words that say that somebody did not say anything.
    NoComment(usize),
    /// A mention of an entity.
    Entity { index: usize, mention: usize, kind: EntityKind },
    /// A time expression.
    Time(usize),
    /// A quantity.
    Quantity(usize),
    /// A value of the head: an index into [`head_items`](super::head_items).
    HeadItem(usize),
    /// A sentence that says what the story is about: an index into `key_sentences`.
    Key(usize),
    /// The place of a warning.
    Warning(usize),
    /// A place of a check.
    Check { index: usize, place: usize },
    /// What a pattern of the reader's own found.
    Own(usize),
}

impl What {
    /// Whether the mark is an underline on words, and can be followed by itself; the others go round
    /// such marks.
    pub(crate) fn is_inner(self) -> bool {
        matches!(self, Self::Entity { .. } | Self::Time(_) | Self::Quantity(_))
    }

    /// The name by which story and panels know the same thing.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Quote { index, .. } | Self::Cue(index) | Self::Source(index) => format!("q{index}"),
            Self::NoComment(index) => format!("d{index}"),
            Self::Entity { index, .. } => format!("e{index}"),
            Self::Time(index) => format!("t{index}"),
            Self::Quantity(index) => format!("n{index}"),
            Self::HeadItem(index) => format!("h{index}"),
            Self::Key(index) => format!("k{index}"),
            Self::Warning(index) => format!("w{index}"),
            Self::Own(index) => format!("m{index}"),
            // the check, and which of its places
            Self::Check { index, place } => format!("c{index} c{index}-{place}"),
        }
    }
}

/// A marked place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Where.
    pub(crate) span: Span,
    /// What.
    pub(crate) what: What,
}

/// Every mark of `article`, and those of the values of its head, which lie at `head`, in the order of the text.
pub(crate) fn collect(article: &Article, head: &[Option<Span>]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut add = |span: Span, what| marks.push(Mark { span, what });
    for (index, quote) in article.quotes.iter().enumerate() {
        match quote.parts.split_last() {
            Some((last, before)) => {
                for &part in before {
                    add(part, What::Quote { index, closes: false });
                }
                add(*last, What::Quote { index, closes: true });
            }
            None => add(quote.span, What::Quote { index, closes: true }),
        }
        if let Some(cue) = &quote.cue {
            add(cue.span, What::Cue(index));
        }
        if let Some(span) = quote.speaker.as_ref().and_then(|speaker| speaker.span) {
            add(span, What::Source(index));
        }
    }
    article.no_comment.iter().enumerate().for_each(|(index, none)| add(none.span, What::NoComment(index)));
    for (index, entity) in article.entities.iter().enumerate() {
        for (mention, &span) in entity.mentions.iter().enumerate() {
            add(span, What::Entity { index, mention, kind: entity.kind });
        }
    }
    article.times.iter().enumerate().for_each(|(index, time)| add(time.span, What::Time(index)));
    article.quantities.iter().enumerate().for_each(|(index, quantity)| add(quantity.span, What::Quantity(index)));
    for (index, span) in head.iter().enumerate() {
        if let Some(span) = *span {
            add(span, What::HeadItem(index));
        }
    }
    for (index, &sentence) in article.key_sentences.iter().enumerate() {
        if let Some(sentence) = article.sentences.get(sentence) {
            add(sentence.span, What::Key(index));
        }
    }
    for (index, warning) in article.warnings.iter().enumerate() {
        if let Some(span) = warning.span {
            add(span, What::Warning(index));
        }
    }
    for (index, check) in article.checks.iter().enumerate() {
        for (place, &span) in check.places.iter().enumerate() {
            add(span, What::Check { index, place });
        }
    }
    article.marks.iter().enumerate().for_each(|(index, mark)| add(mark.span, What::Own(index)));
    marks.retain(|mark| !mark.span.is_empty());
    // of those that begin together the longest first
    let order = order(marks.iter().map(|mark| (mark.span.start as u64, u64::MAX - mark.span.end as u64)));
    order.into_iter().map(|index| marks[index]).collect()
}

/// A stretch of text over which nothing begins or ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Segment {
    /// Where.
    pub(crate) span: Span,
    /// Indices of the marks around it.
    pub(crate) around: Vec<usize>,
    /// Index of the mark on it: the shortest, where several lie there.
    pub(crate) inner: Option<usize>,
}

/// Cuts ranges of the text, which must come in order, at the ends of all marks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cutter {
    /// The first mark not yet reached.
    next: usize,
    /// The marks that are open.
    open: Vec<usize>,
}

impl Cutter {
    /// Goes on to the marks that are open at `at`.
    pub(crate) fn go_to(&mut self, marks: &[Mark], at: usize) {
        self.open.retain(|&index| marks[index].span.end > at);
        while let Some(mark) = marks.get(self.next).filter(|mark| mark.span.start <= at) {
            if mark.span.end > at && self.open.len() < OPEN {
                self.open.push(self.next);
            }
            self.next += 1;
        }
    }

    /// The marks over the text from where the cutter is to `end`.
    pub(crate) fn until<'m>(&'m self, marks: &'m [Mark], end: usize) -> impl Iterator<Item = &'m Mark> {
        let open = self.open.iter().map(|&index| &marks[index]);
        open.chain(marks[self.next..].iter().take_while(move |mark| mark.span.start < end))
    }

    /// The segments of `range`, in order and without gaps.
    pub(crate) fn cut(&mut self, marks: &[Mark], range: Span) -> Vec<Segment> {
        let mut segments = Vec::new();
        let mut at = range.start;
        while at < range.end {
            self.go_to(marks, at);
            let begins = marks.get(self.next).map(|mark| mark.span.start);
            let ends = self.open.iter().map(|&index| marks[index].span.end);
            let end = ends.chain(begins).fold(range.end, usize::min);
            let (inner, around): (Vec<_>, _) = self.open.iter().partition(|&&index| marks[index].what.is_inner());
            segments.push(Segment {
                span: Span::new(at, end),
                around,
                inner: inner.into_iter().min_by_key(|&index| marks[index].span.len()),
            });
            at = end;
        }
        segments
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: usize, end: usize, what: What) -> Mark {
        Mark { span: Span::new(start, end), what }
    }

    fn entity(index: usize) -> What {
        What::Entity { index, mention: 0, kind: EntityKind::Person }
    }

    #[test]
    fn a_story_is_cut_without_losing_a_letter() {
        let text = include_str!("../../../www/samples/ferry.txt");
        let article = crate::parse(text, &crate::Options { offsets: crate::Offsets::Utf8, ..Default::default() });
        let headline = article.head.headline.as_ref().map(|piece| piece.span);
        let marks = collect(&article, &[headline]);
        assert!(marks.iter().any(|mark| mark.what.name() == "h0" && Some(mark.span) == headline));
        assert!(marks.iter().any(|mark| mark.what.name().starts_with('q')), "the sample has quotes");
        assert!(marks.is_sorted_by_key(|mark| mark.span.start));
        let mut cutter = Cutter::default();
        for block in &article.blocks {
            let segments = cutter.cut(&marks, block.span);
            let joined: String = segments.iter().map(|segment| segment.span.of(text)).collect();
            assert_eq!(joined, block.span.of(text));
            for segment in segments {
                for index in segment.around.into_iter().chain(segment.inner) {
                    assert!(marks[index].span.contains(segment.span));
                }
            }
        }
    }

    #[test]
    fn crossing_marks_are_cut_so_that_they_nest() {
        // a name across the end of a quote, a time that begins inside the name
        let quote = What::Quote { index: 0, closes: true };
        let marks = [mark(2, 10, quote), mark(8, 14, entity(0)), mark(12, 13, What::Time(0))];
        let segments = Cutter::default().cut(&marks, Span::new(0, 16));
        let seen: Vec<_> = segments.iter().map(|s| (s.span.start, s.span.end, s.around.len(), s.inner)).collect();
        assert_eq!(
            seen,
            [
                (0, 2, 0, None),
                (2, 8, 1, None),
                (8, 10, 1, Some(1)),
                (10, 12, 0, Some(1)),
                (12, 13, 0, Some(2)),
                (13, 14, 0, Some(1)),
                (14, 16, 0, None)
            ]
        );
    }

    #[test]
    fn a_mark_goes_on_in_the_next_range_and_gaps_are_passed_over() {
        let marks = [mark(1, 9, What::Cue(0)), mark(4, 5, entity(0)), mark(6, 8, entity(1))];
        let mut cutter = Cutter::default();
        assert_eq!(cutter.cut(&marks, Span::new(0, 3)).len(), 2);
        let second = cutter.cut(&marks, Span::new(5, 10));
        assert_eq!(second[0], Segment { span: Span::new(5, 6), around: vec![0], inner: None });
        assert_eq!(second[1].inner, Some(2));
        assert_eq!(second.last().map(|segment| segment.span.end), Some(10));
    }

    #[test]
    fn a_thousand_marks_over_one_place_stay_cheap() {
        let marks: Vec<_> = (0..1000).map(|at| mark(at, 5000 - at, What::Cue(at))).collect();
        let segments = Cutter::default().cut(&marks, Span::new(0, 5000));
        assert!(segments.iter().all(|segment| segment.around.len() <= OPEN));
        assert_eq!(segments.iter().map(|segment| segment.span.len()).sum::<usize>(), 5000);
    }
}
