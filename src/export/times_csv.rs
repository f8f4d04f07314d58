//! Times with their TIMEX3 values: a row each. `start` and `end` count code points.

use super::story::Story;
use super::write::csv::Csv;
use crate::span::Units;
use crate::{Document, Item, Offsets};

pub(super) fn write(document: &Document) -> String {
    let story = Story::new(document);
    let units = Units::new(document.text(), Offsets::CodePoint);
    let mut csv = Csv::new(&[
        "number",
        "time",
        "type",
        "value",
        "mod",
        "until",
        "covers from",
        "covers to",
        "other values",
        "sentence",
        "certainty",
        "corrected",
        "checked",
        "remark",
        "checked against",
        "start",
        "end",
    ]);
    for (index, (time, given)) in story.article.times.iter().zip(&story.given.times).enumerate() {
        let others: Vec<&str> = time.alternatives.iter().map(|other| other.value.as_str()).collect();
        csv.whole(index + 1).text(&story.words(time.span)).word(time.kind.as_str()).text(&time.value);
        csv.word(time.modifier.map_or("", |modifier| modifier.as_str()));
        // the number of the row with which a stretch of time ends
        match time.range_end {
            Some(end) => csv.whole(end.saturating_add(1)),
            None => csv.word(""),
        };
        let covers = time.covers.as_ref();
        csv.maybe(covers.map(|days| days.from.as_str())).maybe(covers.map(|days| days.to.as_str()));
        csv.text(&others.join("; ")).maybe(story.sentence_of(time.span).as_deref());
        csv.certainty(time.certainty).yes(time.basis.is_some()).tick(story.tick(Item::Time, given.span));
        csv.whole(units.at(given.span.start)).whole(units.at(given.span.end));
    }
    csv.finish()
}
