//! Stories and sources as tables for a spreadsheet.

use super::deeds::Audit;
use crate::SourceKind;
use crate::export::write::csv::Csv;

const STORIES: [&str; 13] = [
    "id",
    "headline",
    "date",
    "agency",
    "outlet",
    "words",
    "quotes",
    "sources",
    "named",
    "described",
    "unnamed",
    "warnings",
    "error",
];

const SOURCES: [&str; 15] = [
    "source",
    "also called",
    "titles",
    "organization",
    "person or body",
    "source is",
    "quotes",
    "in quotation marks",
    "words",
    "share of words",
    "stories",
    "outlets",
    "first",
    "last",
    "stories in all",
];

impl Audit {
    /// A row for each of `stories`, as RFC 4180 has it; `named`, `described` and `unnamed` count quotes.
    #[must_use]
    pub fn stories_csv(&self, stories: &[usize]) -> String {
        let mut csv = Csv::new(&STORIES);
        for &index in stories {
            csv.maybe(self.id(index));
            let Some(story) = self.story(index) else {
                for _ in 2..STORIES.len() {
                    csv.word("");
                }
                csv.maybe(self.error(index));
                continue;
            };
            csv.maybe(story.headline.as_deref()).maybe(story.date.as_deref()).maybe(story.agency.as_deref());
            csv.maybe(story.outlet.as_deref()).whole(story.words).whole(story.quotes).whole(story.sources.len());
            for kind in SourceKind::ALL {
                let of_kind = story.sources.iter().filter(|source| source.source_kind == *kind);
                csv.whole(of_kind.map(|source| source.quotes).sum());
            }
            csv.text(&story.warnings.join("; ")).word("");
        }
        csv.finish()
    }

    /// A row for each source of `stories`, with the reader's own columns; the share is of all words that are said in them,
    /// from 0 to 1.
    #[must_use]
    pub fn sources_csv(&self, stories: &[usize]) -> String {
        let quoted = self.quoted(stories);
        let all: usize = quoted.iter().map(|source| source.words).sum();
        let read = stories.iter().filter(|&&index| self.story(index).is_some()).count();
        let mut csv = Csv::with(&SOURCES, self.columns());
        for source in &quoted {
            csv.maybe(source.name.as_deref()).text(&source.forms.join("; ")).text(&source.titles.join("; "));
            csv.text(&source.organizations.join("; ")).word(source.kind.map_or("", |kind| kind.as_str()));
            csv.word(SourceKind::as_str(source.source_kind))
                .whole(source.quotes)
                .whole(source.direct)
                .whole(source.words);
            let thousandths = (source.words * 1000 + all / 2).checked_div(all).unwrap_or_default();
            #[allow(clippy::cast_precision_loss)] // a thousand at most
            csv.number(thousandths as f64 / 1000.0).whole(source.stories).text(&source.outlets.join("; "));
            csv.maybe(source.first.as_deref()).maybe(source.last.as_deref()).whole(read);
            for note in &source.notes {
                csv.text(note);
            }
        }
        csv.finish()
    }
}
