//! What a list of stories says of one.

use super::organization::Bodies;
use super::{is_said, on_one_line, sources};
use crate::{Article, EntityKind, Offsets, QuoteKind, SourceKind};
use serde::{Deserialize, Serialize};

/// One story in a list of many: its head in a few words, its sizes, who is quoted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StoryRow {
    /// The headline, on one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The story's own date, ISO 8601 as far as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Whose wire copy it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Where it appeared: the host of its address, without `www.`, or the publication that the text names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Words of running text.
    pub words: usize,
    /// Quotes that are said: neither what somebody only holds nor what the text has twice.
    pub quotes: usize,
    /// Who says them, the named first, then by words.
    pub sources: Vec<StorySource>,
    /// What looks wrong or stays undecided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// One source of a story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StorySource {
    /// Its name or description; absent where the text does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Titles and functions that the text gives it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub titles: Vec<String>,
    /// The organization that it speaks for, where the text says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// Person, organization or place, where it is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<EntityKind>,
    /// Named, described or neither.
    pub source_kind: SourceKind,
    /// How often it is quoted.
    pub quotes: usize,
    /// How many of its quotes are wholly in quotation marks.
    pub direct: usize,
    /// How many words it says.
    pub words: usize,
}

impl StoryRow {
    /// The row of a story, from its text and its breakdown. Linear in both.
    #[must_use]
    pub fn new(text: &str, article: &Article) -> Self {
        let mut article = article.clone();
        // without its places a breakdown of another text loses organizations, nothing else
        let text = if article.convert_offsets(text, Offsets::Utf8).is_ok() { text } else { "" };
        let head = &article.head;
        let host = head.url.as_ref().and_then(|url| url.host.as_deref());
        let host = host.map(|host| host.strip_prefix("www.").unwrap_or(host).to_lowercase());
        let bodies = Bodies::new(text, &article);
        let quoted: Vec<StorySource> = sources(&article)
            .iter()
            .map(|source| {
                let said = source.quotes.iter().map(|&quote| &article.quotes[quote]).filter(|quote| is_said(quote));
                let entity = source.entity.and_then(|entity| article.entities.get(entity));
                StorySource {
                    name: source.name.map(on_one_line),
                    titles: entity
                        .map(|entity| entity.titles.iter().map(|title| on_one_line(title)).collect())
                        .unwrap_or_default(),
                    organization: bodies.of(source).map(on_one_line),
                    kind: entity.map(|entity| entity.kind),
                    source_kind: source.kind,
                    quotes: said.clone().count(),
                    direct: said.filter(|quote| quote.kind == QuoteKind::Direct).count(),
                    words: source.words,
                }
            })
            .filter(|source| source.quotes > 0)
            .collect();
        Self {
            headline: head.headline.as_ref().map(|headline| on_one_line(&headline.text)),
            date: head.published.as_ref().map(|date| date.value.clone()),
            agency: head.agency.as_ref().map(|agency| agency.name.clone()),
            outlet: host.or_else(|| head.publication.as_ref().map(|publication| publication.name.clone())),
            words: article.stats.words,
            quotes: quoted.iter().map(|source| source.quotes).sum(),
            sources: quoted,
            warnings: article.warnings.iter().map(|warning| warning.message.clone()).collect(),
        }
    }

    /// The month in which it appeared, as `2023-05`; a year where nothing more is known.
    #[must_use]
    pub fn month(&self) -> Option<&str> {
        let date = self.date.as_deref()?;
        let known = |end: usize| date.get(..end).filter(|part| part.chars().all(|c| c.is_ascii_digit() || c == '-'));
        known(7).or_else(|| known(4))
    }
}
