//! W3C Web Annotations: one for each place of the breakdown, by its position in code points and by its words with what
//! stands around them.

use super::story::{Mark, Note, Story};
use super::write::object::{Json, Object};
use crate::span::Units;
use crate::{Document, Offsets, Span};

/// Characters of context on either side.
const CONTEXT: usize = 32;

pub(super) fn write(document: &Document) -> String {
    let story = Story::new(document);
    let text = document.text();
    let source = story.identifier();
    let prefix = format!("{source}{}", if source.contains('#') { "-" } else { "#" });
    let mut page = Page { text, units: Units::new(text, Offsets::CodePoint), source, prefix, items: Vec::new() };
    let given = &story.given;
    for block in &given.blocks {
        page.add("classifying", block.role.as_str(), block.span);
    }
    for sentence in &given.sentences {
        page.add("classifying", "sentence", sentence.span);
    }
    for index in &given.key_sentences {
        if let Some(sentence) = given.sentences.get(*index) {
            page.add("highlighting", "key sentence", sentence.span);
        }
    }
    for (index, quote) in given.quotes.iter().enumerate() {
        page.add("describing", &story.about(Mark::Quote(index)), quote.span);
    }
    for (index, entity) in given.entities.iter().enumerate() {
        let about = story.about(Mark::Entity(index));
        for mention in &entity.mentions {
            page.add("identifying", &about, *mention);
        }
    }
    for (index, time) in given.times.iter().enumerate() {
        page.add("identifying", &story.about(Mark::Time(index)), time.span);
    }
    for (index, quantity) in given.quantities.iter().enumerate() {
        page.add("identifying", &story.about(Mark::Quantity(index)), quantity.span);
    }
    for (index, mark) in given.marks.iter().enumerate() {
        page.add("tagging", &story.about(Mark::Own(index)), mark.span);
    }
    for silence in &given.no_comment {
        page.add("classifying", "no comment", silence.span);
    }
    for check in &given.checks {
        for place in &check.places {
            page.add("questioning", &check.message, *place);
        }
    }
    for note in story.notes() {
        page.note(&note);
    }
    Object::of("@context", "http://www.w3.org/ns/anno.jsonld")
        .with("id", format!("{}annotations", page.prefix))
        .with("type", "AnnotationPage")
        .with("items", Json::List(page.items))
        .finish()
}

struct Page<'t> {
    text: &'t str,
    units: Units<'t>,
    source: String,
    /// What the names of the annotations begin with.
    prefix: String,
    items: Vec<Json>,
}

impl Page<'_> {
    fn add(&mut self, motivation: &'static str, said: &str, span: Span) {
        let target = Object::of("source", self.source.as_str()).with("selector", self.selectors(span));
        self.push(motivation, said, target.into());
    }

    /// What the reader said; of the story as a whole where it has no place.
    fn note(&mut self, note: &Note<'_>) {
        let motivation = if note.tick.checked { "assessing" } else { "commenting" };
        match note.span {
            Some(span) => self.add(motivation, &note.say(), span),
            None => self.push(motivation, &note.say(), self.source.as_str().into()),
        }
    }

    fn push(&mut self, motivation: &'static str, said: &str, target: Json) {
        let body = Object::of("type", "TextualBody").with("format", "text/plain").with("value", said);
        let id = format!("{}annotation-{}", self.prefix, self.items.len() + 1);
        let annotation = Object::of("id", id)
            .with("type", "Annotation")
            .with("motivation", motivation)
            .with("body", body)
            .with("target", target);
        self.items.push(annotation.into());
    }

    fn selectors(&self, span: Span) -> Json {
        let (before, after) = (self.text.get(..span.start).unwrap_or(""), self.text.get(span.end..).unwrap_or(""));
        let from = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
        let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        let position = Object::of("type", "TextPositionSelector")
            .with("start", self.units.at(span.start))
            .with("end", self.units.at(span.end));
        let quote = Object::of("type", "TextQuoteSelector")
            .with("exact", span.of(self.text))
            .with("prefix", &before[from..])
            .with("suffix", &after[..to]);
        vec![position, quote].into()
    }
}
