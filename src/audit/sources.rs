//! The sources of one story, the named apart from the others.

use crate::{Article, Quote, QuoteAct, SourceKind};
use std::collections::HashMap;

/// One source of a story.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Source<'a> {
    /// Its name or description; none where the text does not tell.
    pub(crate) name: Option<&'a str>,
    /// What the text calls it beside its name.
    pub(crate) title: Option<&'a str>,
    /// The index of who it is among the entities, where the text tells.
    pub(crate) entity: Option<usize>,
    /// What the text lets its reader know of it.
    pub(crate) kind: SourceKind,
    /// Its quotes, in order.
    pub(crate) quotes: Vec<usize>,
    /// The words it says: neither what it only holds nor what is there twice.
    pub(crate) words: usize,
}

/// Who says it, as far as the text tells.
pub(crate) fn speaker(quote: &Quote) -> Option<&str> {
    quote.speaker.as_ref().and_then(|speaker| speaker.name.as_deref().or(speaker.text.as_deref()))
}

/// Whether somebody says this here, and not only holds it or is repeated.
pub(crate) fn is_said(quote: &Quote) -> bool {
    quote.act != QuoteAct::Stance && quote.same_as.is_none()
}

/// The sources of a story: the named, the described, the others; then by the words they say, then by where they speak first.
pub(crate) fn sources(article: &Article) -> Vec<Source<'_>> {
    let mut found: Vec<Source<'_>> = Vec::new();
    // an entity by its index, a description by its words, nobody by nothing
    let mut known: HashMap<(Option<usize>, String), usize> = HashMap::new();
    for (index, quote) in article.quotes.iter().enumerate() {
        let name = speaker(quote);
        let entity = quote.speaker.as_ref().and_then(|speaker| speaker.entity);
        let key = (entity, if entity.is_some() { String::new() } else { name.unwrap_or_default().to_lowercase() });
        let at = *known.entry(key).or_insert_with(|| {
            let title = entity.and_then(|entity| article.entities.get(entity)?.titles.first());
            let title = title.map(String::as_str);
            found.push(Source { name, title, entity, kind: quote.source_kind, quotes: Vec::new(), words: 0 });
            found.len() - 1
        });
        found[at].quotes.push(index);
        found[at].words += if is_said(quote) { quote.words } else { 0 };
    }
    let rank = |kind: SourceKind| SourceKind::ALL.iter().position(|known| *known == kind);
    found.sort_by_key(|source| (rank(source.kind), usize::MAX - source.words));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A council meeting: two who are named, one who is described, one of many.
    const TEXT: &str = "PORT ELDER, May 4, 2023 (ANN) - The harbour will close for a month, the council said on Thursday.\n\n\
        “We waited for this longer than any of us would like to remember,” Mayor Ines Maro said. “It is time.”\n\n\
        “Nobody asked us,” said Jonas Verrick, who runs the ferry.\n\n\
        “I sell fish here,” a trader said. “I will go on.”\n\n\
        Maro said the work would cost $4 million.";

    #[test]
    fn sources_are_counted_by_kind_and_by_what_they_say() {
        let article = crate::parse(TEXT, &crate::Options::default());
        let sources = sources(&article);
        let maro = sources.iter().find(|source| source.name == Some("Ines Maro")).expect("the mayor is a source");
        assert_eq!(maro.kind, SourceKind::Named);
        assert_eq!(maro.title, Some("Mayor"));
        assert!(maro.quotes.len() >= 2, "{sources:?}");
        let said: usize = maro.quotes.iter().map(|&quote| article.quotes[quote].words).sum();
        assert_eq!(maro.words, said);
        let verrick = sources.iter().position(|source| source.name == Some("Jonas Verrick")).unwrap();
        let trader = sources.iter().position(|source| source.name.is_some_and(|name| name.contains("trader")));
        let trader = trader.unwrap_or_else(|| panic!("the trader is a source: {sources:?}"));
        assert!(verrick < trader, "the named come first: {sources:?}");
        let quotes: usize = sources.iter().map(|source| source.quotes.len()).sum();
        assert_eq!(quotes, article.quotes.len(), "every quote has one source");
    }

    #[test]
    fn what_is_only_held_or_there_twice_is_not_counted_as_said() {
        let mut article = crate::parse(TEXT, &crate::Options::default());
        let before: usize = sources(&article).iter().map(|source| source.words).sum();
        article.quotes[1].act = QuoteAct::Stance;
        let held = article.quotes[1].words;
        assert_eq!(sources(&article).iter().map(|source| source.words).sum::<usize>(), before - held);
        article.quotes[1].act = QuoteAct::Statement;
        article.quotes[1].same_as = Some(0);
        assert_eq!(sources(&article).iter().map(|source| source.words).sum::<usize>(), before - held);
    }
}
