//! What a reader says of entities: their kinds and names, and which mentions name the same.

use super::Why;
use super::readings::Readings;
use crate::order::order;
use crate::{Basis, Entity, EntityKind, Span, SpeakerForm};

impl Readings<'_> {
    /// The entity that is named at `at`.
    pub(super) fn entity_at(&self, at: Span) -> Option<usize> {
        self.entities.iter().position(|entity| entity.mentions.binary_search(&at).is_ok())
    }

    /// The entity that is named at `at`: where none is, a new one of `kind`.
    fn named_at(&mut self, at: Span, kind: EntityKind) -> Result<usize, Why> {
        if let Some(entity) = self.entity_at(at) {
            return Ok(entity);
        }
        self.is_read(at)?;
        self.make_room(at);
        Ok(self.begin(at, kind))
    }

    /// Takes away the mentions in which `at` lies or which lie in it.
    fn make_room(&mut self, at: Span) {
        for entity in 0..self.entities.len() {
            let mentions = &mut self.entities[entity].mentions;
            let before = mentions.len();
            mentions.retain(|mention| !mention.overlaps(at));
            if mentions.len() < before {
                self.changed(entity);
            }
        }
    }

    /// A new entity, named at `at`.
    fn begin(&mut self, at: Span, kind: EntityKind) -> usize {
        let id = self.entities.len();
        self.entities.push(Entity {
            id,
            kind,
            name: plain(at.of(self.source)),
            titles: Vec::new(),
            mentions: vec![at],
            certainty: None,
            basis: Some(Basis::Reader),
        });
        self.named.push(false);
        id
    }

    /// Says that a reader changed `entity`, whose name is the fullest that it has, unless it is the reader's.
    fn changed(&mut self, entity: usize) {
        let held = &mut self.entities[entity];
        held.basis = Some(Basis::Reader);
        held.certainty = None;
        if self.named[entity] {
            return;
        }
        let source = self.source;
        let names = || held.mentions.iter().map(|mention| plain(mention.of(source)));
        if !names().any(|name| name == held.name) {
            // of names with as many words the first
            let words = |name: &String| name.split(' ').count();
            let fullest = names().reduce(|best, name| if words(&name) > words(&best) { name } else { best });
            held.name = fullest.unwrap_or_else(|| std::mem::take(&mut held.name));
        }
    }

    pub(super) fn is_of_kind(&mut self, at: Span, kind: EntityKind) -> Result<(), Why> {
        let entity = self.named_at(at, kind)?;
        self.entities[entity].kind = kind;
        self.changed(entity);
        Ok(())
    }

    pub(super) fn is_named(&mut self, at: Span, name: &str) -> Result<(), Why> {
        let entity = self.entity_at(at).ok_or(Why::NothingRead)?;
        if name.trim().is_empty() {
            return Err(Why::Impossible);
        }
        name.clone_into(&mut self.entities[entity].name);
        self.named[entity] = true;
        self.changed(entity);
        Ok(())
    }

    /// All mentions of the entity named at `at` name the one that is named at `to`.
    pub(super) fn merge(&mut self, at: Span, to: Span) -> Result<(), Why> {
        let (from, into) = (self.entity_at(at).ok_or(Why::NothingRead)?, self.entity_at(to).ok_or(Why::NothingRead)?);
        if from == into {
            return Ok(());
        }
        let mentions = std::mem::take(&mut self.entities[from].mentions);
        let titles = std::mem::take(&mut self.entities[from].titles);
        let name = std::mem::take(&mut self.entities[from].name);
        let held = &mut self.entities[into];
        for title in titles {
            if !held.titles.contains(&title) {
                held.titles.push(title);
            }
        }
        held.mentions = united(&held.mentions, &mentions);
        let fuller = self.named[from] || name.split(' ').count() > held.name.split(' ').count();
        if fuller && !self.named[into] {
            held.name = name;
            self.named[into] = self.named[from];
        }
        self.changed(into);
        self.speaks(None, from, into);
        Ok(())
    }

    /// What is named at `at` is an entity of its own.
    pub(super) fn detach(&mut self, at: Span) -> Result<(), Why> {
        let from = self.entity_at(at).ok_or(Why::NothingRead)?;
        if self.entities[from].mentions.len() == 1 {
            self.changed(from);
            return Ok(());
        }
        self.make_room(at);
        let own = self.begin(at, self.entities[from].kind);
        self.speaks(Some(at), from, own);
        Ok(())
    }

    /// What is named at `at` is the entity named at `to`; where nothing is named there yet, the words become a mention.
    pub(super) fn attach(&mut self, at: Span, to: Span) -> Result<(), Why> {
        let into = self.entity_at(to).ok_or(Why::NothingRead)?;
        let from = self.entity_at(at);
        if from == Some(into) {
            self.changed(into);
            return Ok(());
        }
        if from.is_none() {
            self.is_read(at)?;
        }
        if at != to && at.overlaps(to) {
            return Err(Why::Impossible);
        }
        self.make_room(at);
        self.entities[into].mentions = united(&self.entities[into].mentions, &[at]);
        self.changed(into);
        if let Some(from) = from {
            self.speaks(Some(at), from, into);
        }
        Ok(())
    }

    pub(super) fn forget_entity(&mut self, at: Span) -> Option<()> {
        let entity = self.entity_at(at)?;
        self.entities[entity].mentions.clear();
        Some(())
    }

    pub(super) fn forget_mention(&mut self, at: Span) -> Option<()> {
        let entity = self.entity_at(at)?;
        self.entities[entity].mentions.retain(|mention| *mention != at);
        self.changed(entity);
        Some(())
    }

    /// The sources that are written as `from` are now `into`: those in which the mention at `at` stands, or all.
    fn speaks(&mut self, at: Option<Span>, from: usize, into: usize) {
        let by_name = |form| form == Some(SpeakerForm::Name);
        for speaker in self.quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()) {
            let here = |at: Span| by_name(speaker.form) && speaker.span.is_some_and(|span| span.contains(at));
            if speaker.entity == Some(from) && at.is_none_or(here) {
                speaker.entity = Some(into);
            }
        }
    }

    /// Puts the entities in the order of their first mentions and numbers them anew; gives the new number of each old one.
    pub(super) fn number_entities(&mut self) -> Vec<Option<usize>> {
        let mut numbers = vec![None; self.entities.len()];
        let named: Vec<usize> = (0..numbers.len()).filter(|&old| !self.entities[old].mentions.is_empty()).collect();
        let order = order(named.iter().map(|&old| {
            let first = self.entities[old].mentions[0];
            (first.start as u64, first.end as u64)
        }));
        let mut held: Vec<Option<Entity>> = self.entities.drain(..).map(Some).collect();
        for index in order {
            let old = named[index];
            if let Some(entity) = held[old].take() {
                numbers[old] = Some(self.entities.len());
                self.entities.push(Entity { id: self.entities.len(), ..entity });
            }
        }
        numbers
    }
}

/// A name in one line.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The mentions of both, in order; of those that overlap those of `one`.
fn united(one: &[Span], other: &[Span]) -> Vec<Span> {
    let mut united = one.to_vec();
    for &span in other {
        let at = united.partition_point(|mention| mention.end <= span.start);
        if united.get(at).is_none_or(|next| !next.overlaps(span)) {
            united.insert(at, span);
        }
    }
    united
}
