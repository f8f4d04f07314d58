//! Pages of which only the values are known: headline, authors, the spans of the body. What a row is follows as far as it
//! can be told from them, and no further: its zone always, its part where it is the headline, running text or a byline.

use crate::corpus::{self, Document, Piece, byte_offsets, overlap};
use crate::field::Sequence;
use nutgraf::lab::{self, Sample, Shape};
use serde_json::Value;

/// Aligns the values of pages with their rows.
pub struct Aligner<'s> {
    shape: &'s Shape,
    /// The features that say that the grammars read a byline.
    names: Vec<u16>,
    /// Those that say that they read a time.
    times: Vec<u16>,
    /// Those that say that a row is not plain furniture.
    told: Vec<u16>,
}

/// What the values of a page say of its bytes.
struct Values {
    headline: Option<(usize, usize)>,
    body: Vec<(usize, usize)>,
    /// What the reference leaves out, right or wrong.
    neutral: Vec<(usize, usize)>,
    authors: Vec<String>,
    /// Whether the page says when it was published.
    dated: bool,
    /// Who is named but no person: agencies, "staff".
    others: Vec<String>,
}

impl<'s> Aligner<'s> {
    /// For rows as `shape` has them.
    pub fn new(shape: &'s Shape) -> Self {
        let ids = |names: &[&str]| -> Vec<u16> {
            (0..shape.deep).filter(|&id| names.contains(&lab::feature_name(id).as_str())).map(|id| id as u16).collect()
        };
        Self {
            shape,
            names: ids(&["ByWhole", "ByPart", "NamesAlone"]),
            times: ids(&["TimestampWhole"]),
            told: ids(&[
                "ByWhole",
                "ByPart",
                "NamesAlone",
                "AgencyAlone",
                "TimestampWhole",
                "TimestampPart",
                "CreditSure",
                "CreditMaybe",
                "CreditTail",
                "CaptionCue",
                "CaptionStart",
                "UrlWhole",
                "Contributors",
                "NoteStart",
                "CopyrightMark",
                "TagsStart",
                "Bio",
                "Prose",
            ]),
        }
    }

    /// The document that `record` is; `None` where it has no body.
    pub fn document(&self, record: &Value) -> Option<Document> {
        let (id, text) = (record["id"].as_str()?.to_owned(), record["text"].as_str()?.to_owned());
        let values = Values::of(&record["gold"], &text);
        let samples = lab::samples(&text);
        let rows = self.rows(&text, &samples, &values)?;
        let sequence = Sequence {
            allowed: rows.iter().map(|row| row.allowed).collect(),
            permitted: samples.iter().map(|sample| sample.permitted).collect(),
            features: samples.into_iter().map(|sample| sample.features).collect(),
            weight: 1.0,
        };
        Some(Document { publisher: corpus::publisher(&id), id, text, published: None, rows, sequence })
    }

    fn rows(&self, text: &str, samples: &[Sample], values: &Values) -> Option<Vec<Piece>> {
        let share = |sample: &Sample, spans: &[(usize, usize)]| {
            let own = (sample.span.start, sample.span.end);
            spans.iter().map(|&at| overlap(own, at)).sum::<usize>() * 10 / sample.span.len().max(1)
        };
        let body: Vec<bool> = samples.iter().map(|sample| share(sample, &values.body) >= 4).collect();
        let texts = body.iter().position(|&is| is).zip(body.iter().rposition(|&is| is))?;
        let title = samples
            .iter()
            .position(|sample| values.headline.is_some_and(|at| overlap((sample.span.start, sample.span.end), at) > 0));
        let mut end = 0;
        let row = |(index, sample): (usize, &Sample)| {
            let gap = text.get(end..sample.span.start).unwrap_or("");
            end = sample.span.end;
            let slice = text.get(sample.span.start..sample.span.end).unwrap_or("");
            let zone = corpus::zone(index, title, Some(texts));
            let has = |ids: &[u16]| sample.features.iter().any(|id| ids.contains(id));
            let holds = |names: &[String]| {
                let low = slice.to_lowercase();
                names.iter().any(|name| low.contains(name.as_str()))
            };
            let (allowed, part) = if zone == "Title" {
                (corpus::states(self.shape, zone, &["headline"]), "headline")
            } else if body[index] {
                (corpus::states(self.shape, zone, &["text"]), "text")
            } else if share(sample, &values.neutral) >= 4 {
                let zones: &[&str] = if zone == "After" { &["Story", "After"] } else { &[zone] };
                (corpus::zone_states(self.shape, zones), "unknown")
            } else {
                let named = holds(&values.authors);
                let byline = corpus::states(self.shape, zone, &["byline"]);
                if named && has(&self.names) && matches!(zone, "Before" | "Head") {
                    (byline, "byline")
                } else if values.dated && zone == "Head" && has(&self.times) {
                    (corpus::states(self.shape, zone, &["timestamp", "byline"]), "timestamp")
                } else {
                    let other = named || holds(&values.others);
                    let bits = corpus::zone_states(self.shape, &[zone]) & !corpus::states(self.shape, zone, &["text"]);
                    let part = if has(&self.told) { "unknown" } else { "furniture" };
                    (if other { bits } else { bits & !byline }, part)
                }
            };
            Piece {
                blanks: gap.matches('\n').count().saturating_sub(1),
                text: slice.to_owned(),
                allowed,
                zone,
                part,
                whole: share(sample, &values.body) >= 9 || part != "text",
            }
        };
        Some(samples.iter().enumerate().map(row).collect())
    }
}

impl Values {
    fn of(gold: &Value, text: &str) -> Self {
        let bytes = byte_offsets(text);
        let at = |value: &Value| {
            let offset = |key: &str| bytes.get(usize::try_from(value[key].as_u64()?).ok()?).copied();
            Some((offset("start")?, offset("end")?))
        };
        let list = |key: &str| gold[key].as_array().map(Vec::as_slice).unwrap_or_default();
        let names = |key: &str| list(key).iter().filter_map(|name| Some(name.as_str()?.to_lowercase())).collect();
        Self {
            headline: at(&gold["headline"]),
            body: list("body").iter().filter_map(at).collect(),
            neutral: list("neutral").iter().filter_map(at).collect(),
            authors: names("authors"),
            dated: gold["published"].is_string(),
            others: names("authorsOptional"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_cannot_be_told_stays_open() {
        let text = "Skip to content\nA quay reopens after the flood\nBy Ada Quill\nWhy not join us\n\
                    The quay reopened on Monday, the harbour board said, two years after a flood had torn away half.\n\
                    More quays";
        let at = |piece: &str| {
            let start = text.find(piece).unwrap();
            json!({"start": start, "end": start + piece.len()})
        };
        let body = "The quay reopened on Monday, the harbour board said, two years after a flood had torn away half.";
        let gold =
            json!({"headline": at("A quay reopens after the flood"), "authors": ["Ada Quill"], "body": [at(body)]});
        let shape = lab::shape();
        let record = json!({"id": "uk-Echo-2024-01-02#all", "text": text, "gold": gold});
        let document = Aligner::new(&shape).document(&record).unwrap();
        assert_eq!(document.publisher, "echo");
        let told: Vec<_> =
            document.rows.iter().map(|row| (row.zone, row.part, row.allowed.is_power_of_two())).collect();
        let wanted = [
            ("Before", "furniture", false),
            ("Title", "headline", true),
            ("Head", "byline", true),
            ("Head", "furniture", false),
            ("Story", "text", true),
            ("After", "furniture", false),
        ];
        assert_eq!(told, wanted);
        assert_eq!(document.rows[3].allowed & corpus::states(&shape, "Head", &["byline"]), 0, "nobody is named there");
    }
}
