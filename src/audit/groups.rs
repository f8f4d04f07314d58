//! Stories by outlet and by month.

use super::StoryRow;
use super::deeds::Audit;
use crate::SourceKind;
use crate::words::words;
use serde::Serialize;
use std::collections::BTreeMap;

words! {
    /// What stories are put together by.
    #[non_exhaustive]
    pub enum By {
        /// Where they appeared.
        Outlet = "outlet",
        /// When.
        Month = "month",
    }
}

/// The stories of an outlet or a month.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Group {
    /// The outlet, or the month as `2023-05`; empty where the stories do not tell.
    pub name: String,
    /// How many stories there are.
    pub stories: usize,
    /// Quotes of sources that are named, described and neither.
    pub quotes: [usize; 3],
    /// The words that they say.
    pub words: [usize; 3],
}

impl Audit {
    /// `stories` by outlet, those with most stories first, or by month in order; those that do not tell come last.
    #[must_use]
    pub fn groups(&self, stories: &[usize], by: By) -> Vec<Group> {
        let mut groups: BTreeMap<&str, Group> = BTreeMap::new();
        for story in stories.iter().filter_map(|&index| self.story(index)) {
            let name = match by {
                By::Outlet => story.outlet.as_deref(),
                By::Month => story.month(),
            };
            groups.entry(name.unwrap_or_default()).or_default().count(story);
        }
        let mut found: Vec<Group> =
            groups.into_iter().map(|(name, group)| Group { name: name.to_owned(), ..group }).collect();
        found.sort_by_key(|group| {
            (group.name.is_empty(), if by == By::Outlet { usize::MAX - group.stories } else { 0 })
        });
        found
    }
}

impl Group {
    fn count(&mut self, story: &StoryRow) {
        self.stories += 1;
        for source in &story.sources {
            let kind = SourceKind::ALL.iter().position(|known| *known == source.source_kind).unwrap_or_default();
            self.quotes[kind] += source.quotes;
            self.words[kind] += source.words;
        }
    }
}
