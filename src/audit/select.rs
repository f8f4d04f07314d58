//! Which stories are looked at, and in which order.

use super::deeds::Audit;
use crate::words::words;

/// Which stories are looked at: those that everything here holds for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words that stand in the headline, the file's name, the agency, the outlet or the name of a source, in any case.
    pub words: String,
    /// The outlet; empty for stories without one.
    pub outlet: Option<String>,
    /// The month; empty for stories without a date.
    pub month: Option<String>,
}

words! {
    /// What stories are put in order by.
    #[derive(Default)]
    #[non_exhaustive]
    pub enum Order {
        /// As they were given.
        #[default]
        Given = "given",
        /// Headline, or the file's name.
        Headline = "headline",
        /// Date.
        Date = "date",
        /// Agency.
        Agency = "agency",
        /// Outlet.
        Outlet = "outlet",
        /// Words of running text.
        Words = "words",
        /// Quotes.
        Quotes = "quotes",
        /// Sources.
        Sources = "sources",
        /// Warnings; texts that could not be read come with the most.
        Warnings = "warnings",
    }
}

impl Audit {
    /// The indices of the stories that `filter` lets through, in order. What is alike in it, or has none of it, stays as
    /// given, and the latter last.
    #[must_use]
    pub fn select(&self, filter: &Filter, order: Order, descending: bool) -> Vec<usize> {
        let wanted = filter.words.to_lowercase();
        let wanted: Vec<&str> = wanted.split_whitespace().collect();
        let mut found: Vec<usize> = (0..self.len()).filter(|&index| self.passes(index, filter, &wanted)).collect();
        let text = |index: usize| -> Option<String> {
            let (id, row) = (self.id(index)?, self.story(index));
            match order {
                Order::Headline => row.and_then(|row| row.headline.clone()).or_else(|| Some(id.to_owned())),
                Order::Date => row.and_then(|row| row.date.clone()),
                Order::Agency => row.and_then(|row| row.agency.clone()),
                _ => row.and_then(|row| row.outlet.clone()),
            }
            .map(|text| text.to_lowercase())
        };
        let count = |index: usize| -> Option<usize> {
            let row = self.story(index);
            match order {
                Order::Words => row.map(|row| row.words),
                Order::Quotes => row.map(|row| row.quotes),
                Order::Sources => row.map(|row| row.sources.len()),
                _ => Some(row.map_or(usize::MAX, |row| row.warnings.len())),
            }
        };
        match order {
            Order::Given if descending => found.reverse(),
            Order::Given => {}
            Order::Headline | Order::Date | Order::Agency | Order::Outlet => arrange(&mut found, text, descending),
            _ => arrange(&mut found, count, descending),
        }
        found
    }

    fn passes(&self, index: usize, filter: &Filter, wanted: &[&str]) -> bool {
        let row = self.story(index);
        let is = |wanted: &Option<String>, found: Option<&str>| {
            wanted.as_ref().is_none_or(|wanted| row.is_some() && found.unwrap_or_default() == wanted)
        };
        if !is(&filter.outlet, row.and_then(|row| row.outlet.as_deref()))
            || !is(&filter.month, row.and_then(super::StoryRow::month))
        {
            return false;
        }
        if wanted.is_empty() {
            return true;
        }
        let mut texts = self.id(index).map(str::to_lowercase).unwrap_or_default();
        for text in row.iter().flat_map(|row| [&row.headline, &row.agency, &row.outlet]).flatten() {
            texts.push('\n');
            texts.push_str(&text.to_lowercase());
        }
        for source in row.iter().flat_map(|row| &row.sources).filter_map(|source| source.name.as_deref()) {
            texts.push('\n');
            texts.push_str(&source.to_lowercase());
        }
        wanted.iter().all(|word| texts.contains(word))
    }
}

/// Puts `found` in the order of `key`, which is asked once of each.
fn arrange<K: Ord>(found: &mut Vec<usize>, key: impl Fn(usize) -> Option<K>, descending: bool) {
    let mut keyed: Vec<(Option<K>, usize)> = found.drain(..).map(|index| (key(index), index)).collect();
    keyed.sort_by(|(one, _), (other, _)| match (one, other) {
        (Some(one), Some(other)) if descending => other.cmp(one),
        (Some(one), Some(other)) => one.cmp(other),
        (one, other) => other.is_some().cmp(&one.is_some()),
    });
    found.extend(keyed.into_iter().map(|(_, index)| index));
}
