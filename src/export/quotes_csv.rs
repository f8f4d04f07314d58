//! Who said what: a row a quote. `start` and `end` count code points, as Python and R do.

use super::story::Story;
use super::write::csv::Csv;
use crate::span::Units;
use crate::{Document, Item, Offsets, QuoteAct, QuoteKind, SourceKind, SpeakerForm};

pub(super) fn write(document: &Document) -> String {
    let story = Story::new(document);
    let units = Units::new(document.text(), Offsets::CodePoint);
    let mut csv = Csv::new(&[
        "number",
        "speaker",
        "titles",
        "person or body",
        "source is",
        "source as written",
        "quote",
        "kind",
        "act",
        "cue",
        "continues",
        "words",
        "certainty",
        "corrected",
        "checked",
        "remark",
        "checked against",
        "start",
        "end",
    ]);
    for (index, (quote, given)) in story.article.quotes.iter().zip(&story.given.quotes).enumerate() {
        let (speaker, entity) = (quote.speaker.as_ref(), story.speaking(quote));
        let tick = story.tick(Item::Quote, given.span);
        csv.whole(index + 1).maybe(Story::speaker(quote).as_deref());
        csv.text(&entity.map(|entity| entity.titles.join("; ")).unwrap_or_default());
        csv.word(entity.map_or("", |entity| entity.kind.as_str())).word(SourceKind::as_str(quote.source_kind));
        // a speaker that the reader gave may not be written anywhere
        csv.maybe(
            speaker
                .and_then(|speaker| speaker.text.as_deref())
                .filter(|_| speaker.is_some_and(|s| s.form != Some(SpeakerForm::Name))),
        );
        csv.text(&story.words(quote.span)).word(QuoteKind::as_str(quote.kind)).word(QuoteAct::as_str(quote.act));
        csv.maybe(quote.cue.as_ref().map(|cue| cue.text.as_str()));
        match quote.continues {
            Some(before) => csv.whole(before.saturating_add(1)),
            None => csv.word(""),
        };
        csv.whole(quote.words).certainty(quote.certainty).yes(Story::is_corrected(quote));
        csv.tick(tick).whole(units.at(given.span.start)).whole(units.at(given.span.end));
    }
    csv.finish()
}
