//! The text as a reader means it, with a map back to the text as given.
//!
//! Copies carry debris: words cut at a line's end, `> ` before every line, zero-width marks, `&ldquo;`, tags. What
//! reads a text should not know of it, and what is found must be exact in the text as given. So this is the one
//! place that parts the two: everything inside reads [`View::text`], and at the end every span goes through
//! [`View::to_source`]. A text without debris is read as it is, without a copy.
//!
//! One file a kind of debris, one layer each, in the order in which it came upon the text last.

mod edits;
mod entities;
mod garbled;
mod hyphens;
mod marks;
mod quoted;
pub(crate) mod source;
mod tags;

use crate::{Span, Warning, WarningCode};
use edits::Edits;
use std::borrow::Cow;

/// The text as a reader means it.
#[derive(Debug)]
pub(crate) struct View<'t> {
    text: Cow<'t, str>,
    /// From the text as given to what is read.
    layers: Vec<Edits>,
    /// Whether markup was pasted as text.
    markup: bool,
    /// The first letters that were read in the wrong encoding, in the text as given.
    garbled: Option<Span>,
}

impl<'t> View<'t> {
    /// The view of the text as given. Linear in its length.
    pub(crate) fn new(source: &'t str) -> Self {
        let mut view = Self { text: Cow::Borrowed(source), layers: Vec::new(), markup: false, garbled: None };
        view.markup = source::is_source(source);
        view.layer(if view.markup { tags::strip(source) } else { tags::strip_inline(source) });
        let garbled = marks::clean(&view.text, &mut view.garbled);
        let (before, changed) = (view.layers.len(), garbled.is_some());
        view.garbled = view.garbled.map(|span| view.back(span, before));
        view.layer(garbled);
        // what was encoded twice
        if changed {
            let again = marks::clean(&view.text, &mut None);
            view.layer(again);
        }
        let quoted = quoted::strip(&view.text);
        view.layer(quoted);
        let joined = hyphens::join(&view.text);
        view.layer(joined);
        view
    }

    fn layer(&mut self, made: Option<(String, Edits)>) {
        if let Some((text, edits)) = made {
            self.text = Cow::Owned(text);
            self.layers.push(edits);
        }
    }

    /// What is read.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether what is read is the text as given.
    pub(crate) fn is_given(&self) -> bool {
        self.layers.is_empty()
    }

    /// What a reader should know of the debris, its places in the text as given.
    pub(crate) fn warnings(&self) -> impl Iterator<Item = Warning> {
        let markup = self.markup.then(|| {
            Warning::new(
                WarningCode::HtmlSource,
                "the text is the source of a page; it is read as a browser would show it",
            )
        });
        let garbled = self.garbled.map(|span| {
            let message = "letters were read in the wrong encoding on their way here; they are read as they were meant";
            Warning::new(WarningCode::Encoding, message).at(span)
        });
        markup.into_iter().chain(garbled)
    }

    /// Where what lies at `span` of [`View::text`] lies in the text as given.
    pub(crate) fn to_source(&self, span: Span) -> Span {
        self.back(span, self.layers.len())
    }

    /// Where what lies at `span` after the first `count` layers lies in the text as given.
    fn back(&self, span: Span, count: usize) -> Span {
        self.layers[..count].iter().rev().fold(span, |span, edits| edits.to_given(span))
    }

    /// Where what lies at `span` of the text as given lies in [`View::text`].
    pub(crate) fn to_view(&self, span: Span) -> Span {
        self.layers.iter().fold(span, |span, edits| edits.to_read(span))
    }
}

#[cfg(test)]
mod tests;
