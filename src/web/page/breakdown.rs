//! A text and its breakdown, and what is said of them in words.

use super::figures::{counted, grouped, parts};
use super::head_items::HeadItem;
use super::sure::in_words;
use crate::{Article, Basis, EntityKind};
use std::rc::Rc;

/// A text and what was read in it.
#[derive(Default)]
pub(crate) struct Breakdown {
    /// The text as given.
    pub(crate) text: Rc<str>,
    /// Its breakdown in UTF-8 offsets; `None` where there is no text.
    pub(crate) article: Option<Article>,
    /// The values in its head.
    pub(crate) head_items: Vec<HeadItem>,
    /// The story's own date, the day alone, from the reader or from the text.
    pub(crate) date: Option<String>,
    /// Whether that date is from the reader.
    pub(crate) given: bool,
    /// How long reading took, in milliseconds; nothing where the page came with it.
    pub(crate) took: Option<f64>,
    /// Indices of the corrections that hold nowhere in the text, in the order of their warnings.
    pub(crate) orphans: Vec<usize>,
}

impl Breakdown {
    /// How many things of each kind were found, in words.
    pub(crate) fn found(&self) -> String {
        let Some(article) = &self.article else { return String::new() };
        let people = article.entities.iter().filter(|entity| entity.kind == EntityKind::Person).count();
        let headline = article.head.headline.as_ref().map_or_else(String::new, |piece| format!("{}. ", piece.text));
        format!(
            "{headline}Found {}, {}, {}, {}.",
            counted(article.quotes.len(), "quote", "quotes"),
            counted(people, "person", "people"),
            counted(article.times.len(), "time", "times"),
            counted(article.quantities.len(), "number", "numbers"),
        )
    }

    /// The line above the story.
    pub(crate) fn status(&self) -> String {
        let Some(article) = &self.article else { return String::new() };
        let took = self.took.map(|took| format!(", read in {}", milliseconds(took)));
        format!(
            "{} in {}{}",
            counted(article.stats.words, "word", "words"),
            parts(&article.blocks),
            took.unwrap_or_default(),
        )
    }

    /// What tells the date that relative times are counted from, in words.
    pub(crate) fn date_basis(&self) -> &'static str {
        let Some(article) = &self.article else { return "the story’s own date" };
        let basis = article.head.published.as_ref().map_or(Basis::Dateline, |stamp| stamp.basis);
        match (&self.date, basis) {
            _ if self.given => "as you gave it",
            (Some(date), _) if date.contains('X') => "left open by the text: give it, if you know it",
            (None, _) => "no date found: give it, if you know it",
            (_, basis) => in_words(basis),
        }
    }
}

/// The story's own date, as its head gives it: the day alone.
pub(crate) fn own_date(article: &Article) -> Option<String> {
    let head = &article.head;
    let published = head.published.as_ref().map(|stamp| stamp.value.as_str());
    let dateline = head.dateline.as_ref().and_then(|dateline| dateline.date.as_ref()).map(|date| date.value.as_str());
    let value = published.or(dateline)?;
    Some(value.split('T').next().unwrap_or(value).to_owned())
}

/// A time that something took, in words.
fn milliseconds(took: f64) -> String {
    let rounded = if took < 10.0 { (took * 10.0).round() / 10.0 } else { took.round() };
    format!("{} ms", grouped(rounded))
}
