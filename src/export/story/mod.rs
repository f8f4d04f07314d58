//! A document as the formats need it: places in the text as a reader means it, words without line breaks, what lies where.

mod about;
mod body;
mod changes;
pub(crate) mod cite;
mod marks;
mod nested;
mod notes;

pub(crate) use body::Part;
pub(crate) use cite::{key, parts_of_date};
pub(crate) use marks::{Mark, walk};
pub(crate) use nested::{Step, steps};
pub(crate) use notes::Note;

use crate::span::Places;
use crate::text::view::View;
use crate::{Article, Document, Entity, Item, Offsets, Quote, Role, Span, SpeakerBasis, Tick};
use std::collections::HashMap;

/// A document with what the formats ask of it again and again.
pub(crate) struct Story<'d> {
    /// What is written.
    pub(crate) document: &'d Document,
    /// Its breakdown, places in bytes of the text as given.
    pub(crate) given: Article,
    /// The same, places in bytes of the text as a reader means it.
    pub(crate) article: Article,
    view: View<'d>,
    /// The tick of each thing that has one, by what it is and where it lies in the text as given.
    ticks: HashMap<(Item, Span), &'d Tick>,
}

impl<'d> Story<'d> {
    /// Looks at a document. Linear in its text and breakdown.
    pub(crate) fn new(document: &'d Document) -> Self {
        let view = View::new(document.text());
        let mut given = document.article().clone();
        // a breakdown of another text has places that hold nothing, in whatever unit
        let _ = given.convert_offsets(document.text(), Offsets::Utf8);
        let mut article = given.clone();
        article.each_span(&mut |span| *span = view.to_view(*span));
        let places = document.tick_places().into_iter().zip(document.ticks());
        let ticks = places.filter_map(|(place, tick)| Some(((tick.item, place.ok()??), tick))).collect();
        Self { document, given, article, view, ticks }
    }

    /// The text as a reader means it.
    pub(crate) fn text(&self) -> &str {
        self.view.text()
    }

    /// Where what lies at `span` of that text lies in the text as given.
    pub(crate) fn in_source(&self, span: Span) -> Span {
        self.view.to_source(span)
    }

    /// The words at `span` of that text, on one line.
    pub(crate) fn words(&self, span: Span) -> String {
        on_one_line(span.of(self.text()))
    }

    /// What is said of the quote, time or quantity at `span` of the text as given.
    pub(crate) fn tick(&self, item: Item, span: Span) -> Option<&'d Tick> {
        self.ticks.get(&(item, span)).copied()
    }

    /// What is said of an entity, whose mentions are places of the text as given.
    pub(crate) fn tick_of(&self, entity: &Entity) -> Option<&'d Tick> {
        entity.mentions.iter().find_map(|mention| self.tick(Item::Entity, *mention))
    }

    /// Who says a quote: by name where the text tells, else as written.
    pub(crate) fn speaker(quote: &Quote) -> Option<String> {
        let speaker = quote.speaker.as_ref()?;
        speaker.name.as_deref().or(speaker.text.as_deref()).map(on_one_line).filter(|name| !name.is_empty())
    }

    /// Whether the reader corrected a quote, or who says it.
    pub(crate) fn is_corrected(quote: &Quote) -> bool {
        let speaker = quote.speaker.as_ref().and_then(|speaker| speaker.basis);
        quote.basis.is_some() || speaker == Some(SpeakerBasis::Reader)
    }

    /// The entity that says a quote.
    pub(crate) fn speaking(&self, quote: &Quote) -> Option<&Entity> {
        self.article.entities.get(quote.speaker.as_ref()?.entity?)
    }

    /// The sentence in which something lies, on one line.
    pub(crate) fn sentence_of(&self, span: Span) -> Option<String> {
        let sentences = &self.article.sentences;
        let after = sentences.partition_point(|sentence| sentence.span.start <= span.start);
        let sentence = sentences.get(after.checked_sub(1)?)?;
        sentence.span.contains(span).then(|| self.words(sentence.span))
    }

    /// The parts of the story in order, from the first below the head; items of lists without what stands before them.
    pub(crate) fn parts(&self) -> Vec<Part> {
        let mut parts = body::body(&self.article);
        for part in parts.iter_mut().filter(|part| part.role == Role::ListItem) {
            let words = part.span.of(self.text());
            let bare = words.trim_start_matches(|c: char| c.is_whitespace() || "•·*-–—◦▪●".contains(c));
            if !bare.is_empty() {
                part.span.start += words.len() - bare.len();
            }
        }
        parts
    }

    /// The running text, a paragraph each, as it is read without any page around it.
    pub(crate) fn paragraphs(&self) -> Vec<String> {
        let parts = self.parts().into_iter().filter(Part::is_running);
        parts.map(|part| self.words(part.whole())).filter(|words| !words.is_empty()).collect()
    }
}

/// `text` with every run of white space as one space, and without controls.
pub(crate) fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let mut kept = word.chars().filter(|c| !c.is_control()).peekable();
        if kept.peek().is_some() && !line.is_empty() {
            line.push(' ');
        }
        line.extend(kept);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_single_spaces_and_no_controls() {
        assert_eq!(on_one_line(" A \r\n b\u{a0}c\u{1} \u{1} %"), "A b c %");
        assert_eq!(on_one_line(" \u{1} "), "");
    }
}
