//! Who and what is named: a row each. Places count code points; the first mention has columns of its own.

use super::story::Story;
use super::write::csv::Csv;
use crate::span::Units;
use crate::{Document, Offsets};

pub(super) fn write(document: &Document) -> String {
    let story = Story::new(document);
    let units = Units::new(document.text(), Offsets::CodePoint);
    let mut csv = Csv::new(&[
        "number",
        "name",
        "kind",
        "titles",
        "mentions",
        "written as",
        "quotes",
        "certainty",
        "corrected",
        "checked",
        "remark",
        "checked against",
        "start",
        "end",
        "places",
    ]);
    let mut quoted = vec![0usize; story.article.entities.len()];
    for entity in story.article.quotes.iter().filter_map(|quote| quote.speaker.as_ref()?.entity) {
        if let Some(count) = quoted.get_mut(entity) {
            *count += 1;
        }
    }
    let entities = story.article.entities.iter().zip(&story.given.entities).zip(quoted);
    for (index, ((entity, given), quoted)) in entities.enumerate() {
        let mut forms: Vec<String> = entity.mentions.iter().map(|mention| story.words(*mention)).collect();
        forms.sort();
        forms.dedup();
        let places: Vec<_> = given.mentions.iter().map(|span| (units.at(span.start), units.at(span.end))).collect();
        csv.whole(index + 1).text(&entity.name).word(entity.kind.as_str()).text(&entity.titles.join("; "));
        csv.whole(entity.mentions.len()).text(&forms.join("; ")).whole(quoted);
        csv.certainty(entity.certainty).yes(entity.basis.is_some()).tick(story.tick_of(given));
        match places.first() {
            Some((start, end)) => csv.whole(*start).whole(*end),
            None => csv.word("").word(""),
        };
        let places: Vec<String> = places.iter().map(|(start, end)| format!("{start}–{end}")).collect();
        csv.text(&places.join("; "));
    }
    csv.finish()
}
