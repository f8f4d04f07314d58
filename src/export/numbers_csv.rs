//! Numbers with what they count: a row each. `start` and `end` count code points.

use super::story::Story;
use super::write::csv::Csv;
use crate::span::Units;
use crate::{Document, Item, Offsets};

pub(super) fn write(document: &Document) -> String {
    let story = Story::new(document);
    let units = Units::new(document.text(), Offsets::CodePoint);
    let mut csv = Csv::new(&[
        "number",
        "as written",
        "value",
        "against",
        "unit",
        "bound",
        "kind",
        "sentence",
        "corrected",
        "checked",
        "remark",
        "checked against",
        "start",
        "end",
    ]);
    for (index, (quantity, given)) in story.article.quantities.iter().zip(&story.given.quantities).enumerate() {
        csv.whole(index + 1).text(&story.words(quantity.span)).number(quantity.value);
        match quantity.against {
            Some(against) => csv.number(against),
            None => csv.word(""),
        };
        csv.maybe(quantity.unit.as_deref());
        let loose = if quantity.approximate { "about" } else { "" };
        csv.word(quantity.bound.map_or(loose, |bound| bound.as_str()));
        csv.word(quantity.kind.map_or("", |kind| kind.as_str())).maybe(story.sentence_of(quantity.span).as_deref());
        csv.yes(quantity.basis.is_some()).tick(story.tick(Item::Quantity, given.span));
        csv.whole(units.at(given.span.start)).whole(units.at(given.span.end));
    }
    csv.finish()
}
