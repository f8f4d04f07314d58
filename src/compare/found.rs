//! What is read in a version that can change.

use super::words::tokens;
use super::{Fact, Version};
use crate::{Article, QuoteKind, Span};

/// A reading that can change.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) what: Fact,
    /// Where it lies in the text as a reader means it.
    pub(super) span: Span,
    /// What it says: two of the same key say the same.
    pub(super) key: String,
    /// Whether it is a figure in which nothing was read.
    pub(super) is_bare: bool,
}

/// Everything that is found, by where it begins.
pub(super) fn found(version: &Version<'_>) -> Vec<Found> {
    let story = &version.story;
    let Article { quotes, entities, times, quantities, .. } = &story.article;
    let mut all = Vec::new();
    for quote in quotes.iter().filter(|quote| quote.kind != QuoteKind::Indirect) {
        let parts = if quote.parts.is_empty() { std::slice::from_ref(&quote.span) } else { &quote.parts };
        for span in parts.iter().flat_map(|span| quoted(story.text(), *span)) {
            all.push(Found { what: Fact::Quote, span, key: letters(span.of(story.text())), is_bare: false });
        }
    }
    for entity in entities {
        let key = letters(&entity.name);
        all.extend(entity.mentions.iter().map(|span| Found {
            what: Fact::Name,
            span: *span,
            key: key.clone(),
            is_bare: false,
        }));
    }
    for time in times {
        let modifier = time.modifier.map_or("", |modifier| modifier.as_str());
        all.push(Found {
            what: Fact::Date,
            span: time.span,
            key: format!("{} {modifier}", time.value),
            is_bare: false,
        });
    }
    for quantity in quantities.iter().filter(|quantity| !counts_updates(story.text(), quantity.span)) {
        // of what is counted the noun may vary
        let unit = quantity.unit.as_deref().filter(|unit| unit.len() <= 3 && !unit.chars().any(char::is_lowercase));
        let bound = quantity.bound.map_or("", |bound| bound.as_str());
        let key = format!("{} {} {bound}", quantity.value, unit.unwrap_or_default());
        all.push(Found { what: Fact::Number, span: quantity.span, key, is_bare: false });
    }
    all.retain(|found| !found.span.is_empty());
    all.sort_by_key(|found| (found.span.start, found.span.end));
    all
}

/// The stretches in quotation marks within `span`.
fn quoted(text: &str, span: Span) -> Vec<Span> {
    let (mut spans, mut open) = (Vec::new(), None::<usize>);
    for (at, letter) in span.of(text).char_indices() {
        let at = span.start + at;
        match (letter, open) {
            ('“' | '"', None) => open = Some(at),
            ('”' | '"', Some(start)) => {
                spans.push(Span::new(start, at + letter.len_utf8()));
                open = None;
            }
            _ => {}
        }
    }
    spans.extend(open.map(|start| Span::new(start, span.end)));
    spans
}

/// The letters and figures of `text`, small, its words divided by spaces.
pub(super) fn letters(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Those of `facts` that begin in `span`.
pub(super) fn within(facts: &[Found], span: Span) -> &[Found] {
    let from = facts.partition_point(|found| found.span.start < span.start);
    let count = facts[from..].partition_point(|found| found.span.start < span.end);
    &facts[from..from + count]
}

/// What is found in a sentence that the other version has not, figures in which nothing is read among it.
pub(super) fn all_within(version: &Version<'_>, facts: &[Found], sentence: Span) -> Vec<Found> {
    let mut all = within(facts, sentence).to_vec();
    let figures = bare(version, &all, sentence);
    all.extend(figures.into_iter().filter(|found| found.key.chars().all(|c| !c.is_alphabetic())));
    all
}

/// Words with figures in `span` in which nothing was read.
pub(super) fn bare(version: &Version<'_>, facts: &[Found], span: Span) -> Vec<Found> {
    let text = version.story.text();
    let covered = |span: Span| facts.iter().any(|found| found.what != Fact::Quote && found.span.overlaps(span));
    let figures = tokens(text, span).into_iter().filter(|token| token.of(text).contains(|c: char| c.is_ascii_digit()));
    let figures = figures.filter(|token| !covered(*token) && !counts_updates(text, *token));
    let found = |span: Span| Found { what: Fact::Number, span, key: span.of(text).to_owned(), is_bare: true };
    figures.map(found).collect()
}

/// Whether a figure is that of an agency's slug, which counts the updates of a story: "UPDATE 1-Fire kills one", "WRAPUP 3-".
fn counts_updates(text: &str, token: Span) -> bool {
    let figure = token.of(text).split_once('-').is_some_and(|(count, _)| count.bytes().all(|c| c.is_ascii_digit()));
    let before = text[..token.start].trim_end_matches(' ').rsplit([' ', '\n', '-']).next().unwrap_or_default();
    figure && before.len() > 3 && before.bytes().all(|c| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_counts_its_updates() {
        for (text, expected) in [
            ("UPDATE 1-Fire kills one", true),
            ("WRAPUP 12-Markets fall", true),
            ("RPT-UPDATE 2-Fire kills one", true),
            ("CORRECTED 3-Fire kills one", true),
            ("An F-16 fell", false),
            ("The US 3-Fire rule", false),
            ("UPDATE: 9-hour fire", false),
            ("Covid-19 is back", false),
        ] {
            let token = tokens(text, Span::new(0, text.len())).into_iter();
            let mut token = token.filter(|token| token.of(text).contains(|c: char| c.is_ascii_digit()));
            assert_eq!(counts_updates(text, token.next().expect("a figure")), expected, "{text}");
        }
    }
}
