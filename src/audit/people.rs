//! Who is quoted over many stories.

use super::deeds::Audit;
use super::{StoryRow, StorySource};
use crate::{EntityKind, SourceKind};
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// One source over many stories. A named one is everybody of this name; a description is one row however many it stands for:
/// what counts is how they are told of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Quoted {
    /// What it is known by to [`Audit::join`] and [`Audit::set_note`].
    pub key: String,
    /// Its name, of several joined the fullest, or its description; none for quotes of which the text tells no source.
    pub name: Option<String>,
    /// What else it is called, where a reader joined it.
    pub forms: Vec<String>,
    /// Its titles.
    pub titles: Vec<String>,
    /// The organizations that it speaks for.
    pub organizations: Vec<String>,
    /// Person, organization or place.
    pub kind: Option<EntityKind>,
    /// Named, described or neither.
    pub source_kind: SourceKind,
    /// How often it is quoted.
    pub quotes: usize,
    /// How many of these are wholly in quotation marks.
    pub direct: usize,
    /// How many words it says.
    pub words: usize,
    /// In how many stories.
    pub stories: usize,
    /// Where these appeared.
    pub outlets: Vec<String>,
    /// The date of the first of them.
    pub first: Option<String>,
    /// The date of the last of them.
    pub last: Option<String>,
    /// What the reader noted, a text for each of [`Audit::columns`].
    pub notes: Vec<String>,
}

/// What sources are the same by: what is known of them, and their name without an article before it, in any case.
fn key(source: &StorySource) -> String {
    let name = source.name.as_deref().unwrap_or_default().to_lowercase();
    let bare = ["the ", "a ", "an "].iter().find_map(|article| name.strip_prefix(article));
    let named = source.source_kind == SourceKind::Named;
    format!("{}:{}", source.source_kind, bare.filter(|_| !named).unwrap_or(&name))
}

/// What was added to which row's titles, organizations and outlets.
#[derive(Default)]
struct Seen<'a>(HashSet<(usize, u8, &'a str)>);

impl<'a> Seen<'a> {
    /// Adds `text` to one of three lists of a row, which has each once.
    fn add(&mut self, list: &mut Vec<String>, row: usize, which: u8, text: &'a str) {
        if !text.is_empty() && self.0.insert((row, which, text)) {
            list.push(text.to_owned());
        }
    }
}

impl Audit {
    /// Who is quoted in `stories`: those who say most first.
    #[must_use]
    pub fn quoted(&self, stories: &[usize]) -> Vec<Quoted> {
        let mut found: Vec<Quoted> = Vec::new();
        let mut known: HashMap<String, (usize, usize)> = HashMap::new();
        let mut seen = Seen::default();
        for &index in stories {
            let Some(story) = self.story(index) else { continue };
            for source in &story.sources {
                let own = key(source);
                let root = self.root(&own).to_owned();
                let (at, last) = known.entry(root).or_insert_with_key(|root| {
                    found.push(Quoted::new(root));
                    (found.len() - 1, usize::MAX)
                });
                found[*at].count(story, source, *last != index);
                found[*at].tell(*at, story, source, &mut seen);
                *last = index;
            }
        }
        let mut members: HashMap<&str, Vec<&str>> = HashMap::new();
        for (key, root) in self.joins() {
            members.entry(root).or_default().push(key);
        }
        for quoted in &mut found {
            let mut keys = members.remove(quoted.key.as_str()).unwrap_or_default();
            keys.push(&quoted.key);
            keys.sort_unstable();
            let notes = (0..self.columns().len()).map(|column| self.note_of(&keys, column)).collect();
            quoted.notes = notes;
        }
        found.sort_by(|one, other| {
            let size = |quoted: &Quoted| (quoted.words, quoted.quotes, quoted.stories);
            size(other).cmp(&size(one)).then_with(|| one.name.cmp(&other.name))
        });
        found
    }
}

impl Quoted {
    fn new(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            name: None,
            forms: Vec::new(),
            titles: Vec::new(),
            organizations: Vec::new(),
            kind: None,
            source_kind: SourceKind::Unnamed,
            quotes: 0,
            direct: 0,
            words: 0,
            stories: 0,
            outlets: Vec::new(),
            first: None,
            last: None,
            notes: Vec::new(),
        }
    }

    /// Counts what `source` says in `story`; `new` where it did not speak there before.
    fn count(&mut self, story: &StoryRow, source: &StorySource, new: bool) {
        let rank = |kind: SourceKind| SourceKind::ALL.iter().position(|known| *known == kind);
        let nearer = rank(source.source_kind) < rank(self.source_kind);
        if let Some(name) = source.name.as_deref() {
            match &mut self.name {
                None => self.name = Some(name.to_owned()),
                Some(known) if known.to_lowercase() == name.to_lowercase() => {}
                // a name tells more than a description, and the fuller one more than the other
                Some(known) if nearer || name.len() > known.len() && source.source_kind == self.source_kind => {
                    let other = std::mem::replace(known, name.to_owned());
                    self.forms.retain(|form| form != name && *form != other);
                    self.forms.push(other);
                }
                Some(_) if self.forms.iter().any(|form| form == name) => {}
                Some(_) => self.forms.push(name.to_owned()),
            }
        }
        if nearer {
            self.source_kind = source.source_kind;
        }
        self.kind = self.kind.or(source.kind);
        self.quotes += source.quotes;
        self.direct += source.direct;
        self.words += source.words;
        if new {
            self.stories += 1;
            // a date without its year comes before and after nothing
            if let Some(date) = story.date.as_deref().filter(|_| story.month().is_some()) {
                if self.first.as_deref().is_none_or(|first| date < first) {
                    self.first = Some(date.to_owned());
                }
                if self.last.as_deref().is_none_or(|last| date > last) {
                    self.last = Some(date.to_owned());
                }
            }
        }
    }

    /// Lists what `story` calls it, whom it speaks for, and where that appeared.
    fn tell<'a>(&mut self, row: usize, story: &'a StoryRow, source: &'a StorySource, seen: &mut Seen<'a>) {
        for title in &source.titles {
            seen.add(&mut self.titles, row, 0, title);
        }
        seen.add(&mut self.organizations, row, 1, source.organization.as_deref().unwrap_or_default());
        seen.add(&mut self.outlets, row, 2, story.outlet.as_deref().unwrap_or_default());
    }
}
