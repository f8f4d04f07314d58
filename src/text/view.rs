//! The text as a reader means it, with a map back to the text as given.
//!
//! Copies carry debris: words cut at a line's end, `> ` before every line, zero-width marks, `&ldquo;`. What reads
//! a text should not know of it, and what is found must be exact in the text as given. So this is the one place
//! that may part the two: everything inside reads [`View::text`], and at the end every span goes through
//! [`View::to_source`]. No debris is taken away yet: what is read is the text as given.

use crate::Span;

/// The text as a reader means it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'t> {
    source: &'t str,
}

impl<'t> View<'t> {
    /// The view of the text as given.
    pub(crate) fn new(source: &'t str) -> Self {
        Self { source }
    }

    /// What is read.
    pub(crate) fn text(self) -> &'t str {
        self.source
    }

    /// Where what lies at `span` of [`View::text`] lies in the text as given.
    #[allow(clippy::unused_self)] // what it maps by comes with the first debris that is taken away
    pub(crate) fn to_source(self, span: Span) -> Span {
        span
    }

    /// Where what lies at `span` of the text as given lies in [`View::text`].
    #[allow(clippy::unused_self)] // as above
    pub(crate) fn to_view(self, span: Span) -> Span {
        span
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_span_of_what_is_read_is_the_same_letters_as_given() {
        let source = "> The qu\u{200b}ay,\r\n> &ldquo;shut&rdquo;, re-\r\nopens – Élan\n";
        let view = View::new(source);
        let ends: Vec<usize> = (0..=view.text().len()).filter(|&at| view.text().is_char_boundary(at)).collect();
        for (index, &start) in ends.iter().enumerate() {
            for &end in &ends[index..] {
                let span = Span::new(start, end);
                assert_eq!(view.to_source(span).of(source), span.of(view.text()), "{span:?}");
                assert_eq!(view.to_view(view.to_source(span)), span);
            }
        }
    }
}
