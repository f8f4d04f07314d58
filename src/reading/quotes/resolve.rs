//! Who a source is: names at once, pronouns by the nearest earlier fitting person, descriptions by their fullest form.

use super::certainty::{self, How};
use super::draft::{Draft, Frame};
use super::gender::{self, shows};
use super::roles::Roles;
use super::scene::Scene;
use super::source::{Form, Source, is_plural};
use super::verbs::is_verb;
use crate::text::given::Gender;
use crate::{Entity, EntityKind, QuoteKind, Speaker, SpeakerBasis, SpeakerForm};
use std::collections::{HashMap, VecDeque};
use std::ops::Range;

/// Names looked at for one pronoun: a bound that keeps resolution linear.
pub(super) const LOOK_BACK: usize = 24;
/// Tokens of a subject before the name in it.
pub(super) const PHRASE: usize = 16;
/// Contents kept in mind.
const TOLD: usize = 6;
/// Tokens over which a description that was never given still means the one spoken of.
pub(super) const BRIDGE: usize = 120;

/// Who somebody is, how that is known, and who else it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) entity: Option<usize>,
    pub(super) other: Option<usize>,
    pub(super) how: How,
}

impl Found {
    /// The text does not tell.
    pub(super) const NOBODY: Self = Self { entity: None, other: None, how: How::Open };

    pub(super) fn of(entity: usize, how: How) -> Self {
        Self { entity: Some(entity), other: None, how }
    }

    /// The same, with somebody else who is possible.
    pub(super) fn or(self, other: usize) -> Self {
        if self.entity == Some(other) {
            return self;
        }
        Self { other: Some(other), how: if self.how == How::Subject { How::Either } else { self.how }, ..self }
    }

    /// Somebody whom the text describes and does not name. `somebody`: whether it names any person.
    fn unnamed(text: &str, somebody: bool) -> Self {
        let first = text.split_whitespace().next().unwrap_or("");
        let definite =
            matches!(first, "the" | "The" | "his" | "her" | "its" | "their" | "His" | "Her" | "Its" | "Their");
        // "the harbour master" says who that is, "the commission" does not
        let short = text.split_whitespace().count() <= 2;
        // several are none of the named, and a text without names has nobody else for it
        let several = short && text.split_whitespace().next_back().is_some_and(is_plural);
        let open = definite && !several && (somebody || !Roles::is_one(text));
        let how = match (open, short) {
            (true, true) => How::Definite,
            // a person who is pointed at is often named elsewhere
            (true, false) if Roles::is_one(text) => How::Pointed,
            _ => How::Indefinite,
        };
        Self { how, ..Self::NOBODY }
    }
}

/// Resolves sources in the order of the text.
pub(super) struct Resolver<'s> {
    pub(super) scene: &'s Scene<'s>,
    pub(super) entities: &'s [Entity],
    pub(super) starts: &'s [usize],
    pub(super) genders: Vec<Option<Gender>>,
    /// The fullest description so far, by its last word.
    pub(super) descriptions: HashMap<String, String>,
    /// The nouns by which the named are spoken of.
    pub(super) roles: Roles,
    /// Contents without quotation marks that were last resolved: whoever is named in them is spoken of, and does not speak.
    pub(super) told: VecDeque<Range<usize>>,
    /// Who spoke last, with the token where that was written.
    pub(super) last: Option<(usize, usize)>,
    /// Who spoke last before them.
    pub(super) rival: Option<(usize, usize)>,
    /// The description by which somebody unnamed spoke after that, with its token.
    pub(super) unnamed: Option<(String, usize)>,
}

impl<'s> Resolver<'s> {
    /// `starts` are the first tokens of the sentences.
    pub(super) fn new(scene: &'s Scene<'s>, entities: &'s [Entity], starts: &'s [usize]) -> Self {
        let genders = gender::genders(scene, entities, starts);
        Self {
            scene,
            entities,
            starts,
            genders,
            descriptions: HashMap::new(),
            roles: Roles::new(scene, entities),
            told: VecDeque::new(),
            last: None,
            rival: None,
            unnamed: None,
        }
    }

    /// The speaker of `draft`. `near`: for speech that is carried on, whether its source stands in the same block.
    pub(super) fn speaker(&mut self, draft: &Draft, near: Option<bool>) -> Option<Speaker> {
        let source = draft.source.as_ref()?;
        let scene = self.scene;
        if draft.kind != QuoteKind::Direct {
            self.told.extend(draft.parts.iter().map(|part| scene.text.tokens_in(*part)));
            while self.told.len() > TOLD {
                self.told.pop_front();
            }
        }
        let span = scene.span(&source.tokens);
        let text = span.of(scene.text.source).to_owned();
        let (form, found, name, basis) = match source.form {
            Form::Name { entity, apposition, .. } => (
                SpeakerForm::Name,
                Found::of(entity, certainty::named(source.form)),
                self.name(entity),
                if apposition { SpeakerBasis::Apposition } else { SpeakerBasis::Name },
            ),
            Form::Pronoun => {
                let pictured = self.pictured(source).map(|tokens| scene.span(&tokens).of(scene.text.source));
                let pictured = pictured.map(|words| (words, self.role(words, source)));
                let unnamed = match pictured {
                    Some((words, None)) => {
                        let words = self.described(words);
                        self.unnamed = Some((words.clone(), source.tokens.start));
                        Some(words)
                    }
                    Some(_) => None,
                    None => self.unnamed_at(source),
                };
                let found = match (&unnamed, pictured) {
                    (_, Some((_, Some(found)))) => found,
                    (Some(_), _) => Found { how: How::Nearest, ..Found::NOBODY },
                    _ => self.antecedent(source).unwrap_or(Found::NOBODY),
                };
                let name = unnamed.or_else(|| found.entity.and_then(|entity| self.name(entity)));
                (SpeakerForm::Pronoun, found, name, SpeakerBasis::Pronoun)
            }
            Form::Description => {
                let party = self.party(&text, source.tokens.start);
                let known = if party.is_some() { None } else { self.bearer(&text, source.tokens.start) };
                // "the 27-year-old from Ostle", "Roe's widow": nobody is the one whose name stands in it
                let held = scene.names_in(source.tokens.clone());
                let other = |found: &Found| !held.iter().any(|name| found.entity == Some(name.entity));
                let known = known.filter(other).or_else(|| self.told_of(draft, &text).filter(other));
                let found = known.unwrap_or_else(|| {
                    let somebody = self.entities.iter().any(|entity| entity.kind == EntityKind::Person);
                    Found::unnamed(&text, somebody)
                });
                let name = found.entity.and_then(|entity| self.name(entity)).or(party);
                let name = name.or_else(|| Some(self.described(&text)));
                if found.entity.is_none() && !draft.carried {
                    self.unnamed = name.clone().map(|name| (name, source.tokens.start));
                }
                (SpeakerForm::Description, found, name, SpeakerBasis::Description)
            }
        };
        let Found { entity, other: alternative, how } = found;
        let shown = form != SpeakerForm::Pronoun
            || entity.is_none_or(|entity| self.genders.get(entity).is_some_and(Option::is_some));
        if let Some(entity) = entity {
            // "she said" of somebody: "he" is somebody else from here on
            if form == SpeakerForm::Pronoun
                && let Some(unknown) = self.genders.get_mut(entity)
            {
                *unknown = unknown.or_else(|| shows(&text));
            }
            if self.last.is_some_and(|(last, _)| last != entity) {
                self.rival = self.last;
            }
            self.last = Some((entity, source.tokens.start));
            self.unnamed = None;
        }
        let basis = (form != SpeakerForm::Pronoun || name.is_some()).then_some(if draft.carried {
            SpeakerBasis::Carried
        } else {
            basis
        });
        Some(Speaker {
            text: Some(text),
            span: Some(span),
            form: Some(form),
            entity,
            name,
            basis,
            alternative,
            certainty: (how != How::Open).then(|| certainty::of_speaker(draft, how, shown, near)),
        })
    }

    /// Who alone bears the role of a description that `pronoun` means, if that fits.
    fn role(&self, text: &str, pronoun: &Source) -> Option<Found> {
        let bearer = self.roles.bearer(text, |_| None)?;
        let wanted = shows(self.scene.str(pronoun.tokens.start));
        let known = self.genders.get(bearer.entity).copied().flatten();
        let fits = known.is_none() || known == wanted;
        fits.then(|| Found::of(bearer.entity, if bearer.alone { How::Title } else { How::Noun }))
    }

    fn name(&self, entity: usize) -> Option<String> {
        self.entities.get(entity).map(|entity| entity.name.clone())
    }

    /// Whom a description means: who bears its noun, else for "the striker" the person whom the text is about.
    fn bearer(&self, text: &str, at: usize) -> Option<Found> {
        let scene = self.scene;
        let end = scene.names.partition_point(|name| name.end <= at);
        let near = scene.names[..end].iter().rev().take(LOOK_BACK);
        let nearest = |several: &[usize]| {
            self.last
                .map(|(entity, _)| entity)
                .filter(|entity| several.contains(entity))
                .or_else(|| near.clone().find(|name| several.contains(&name.entity)).map(|name| name.entity))
        };
        if let Some(bearer) = self.roles.bearer(text, nearest) {
            // "A spokesman said … The spokesman said": not the one whom the text names below
            let here = scene.text.tokens.get(at).map_or(0, |token| token.span().start);
            let named = |entity: usize| {
                let first = self.entities.get(entity).and_then(|entity| entity.mentions.first());
                first.is_some_and(|first| first.start < here)
            };
            if self.unnamed.as_ref().is_some_and(|(words, _)| Roles::same_noun(words, text)) && !named(bearer.entity) {
                return None;
            }
            let found = Found::of(bearer.entity, if bearer.alone { How::Title } else { How::Noun });
            return Some(match bearer.other {
                Some(other) => Found { how: How::Several, ..found.or(other) },
                None => found,
            });
        }
        if Roles::is_body(text) {
            let body =
                |entity: usize| self.entities.get(entity).is_some_and(|entity| entity.kind == EntityKind::Organization);
            let last = self.last.filter(|&(entity, token)| body(entity) && token <= at && at - token < BRIDGE);
            let fits =
                |entity: usize| self.entities.get(entity).is_some_and(|entity| Roles::fits_body(text, &entity.name));
            return match last.filter(|&(entity, _)| fits(entity)) {
                Some((entity, _)) => Some(Found::of(entity, How::Part)),
                None if Roles::is_any_firm(text) => self.body(at),
                None => None,
            };
        }
        if Roles::is_age(text) {
            // "the 27-year-old" after "Roe, 27,"
            let age = text.split_whitespace().nth(1).and_then(|age| age.split('-').next())?;
            let told = |end: usize| scene.str(end) == "," && scene.str(end + 1) == age;
            let aged =
                scene.names[..end].iter().rev().take(8 * LOOK_BACK).find(|name| name.person && told(name.end))?;
            return Some(Found::of(aged.entity, How::Noun));
        }
        if !self.roles.bridges(text) {
            return None;
        }
        let person = |entity: usize| self.entities.get(entity).is_some_and(|entity| entity.kind == EntityKind::Person);
        let last = self.last.filter(|&(entity, token)| person(entity) && token <= at && at - token < BRIDGE);
        let subject = near
            .clone()
            .take_while(|name| at - name.start < BRIDGE)
            .filter(|name| name.person && self.leads(name.start))
            .find(|name| self.is_subject(name.start, name.end) && !self.is_told(name.start));
        match (last, subject) {
            (Some((entity, token)), Some(name)) if name.start > token => {
                Some(Found::of(name.entity, How::Bridge).or(entity))
            }
            (Some((entity, _)), other) => {
                let found = Found::of(entity, How::Bridge);
                Some(other.map_or(found, |name| found.or(name.entity)))
            }
            (None, subject) => subject.map(|name| Found::of(name.entity, How::Bridge)),
        }
    }

    /// Whoever the content begins with, where what follows it says "the company said": nobody else is spoken of.
    fn told_of(&self, draft: &Draft, text: &str) -> Option<Found> {
        let part = draft.parts.first().filter(|_| draft.frame == Frame::After && draft.kind != QuoteKind::Direct)?;
        let tokens = self.scene.text.tokens_in(*part);
        let name = *self.scene.names_in(tokens.clone()).first()?;
        let kind = self.entities.get(name.entity)?.kind;
        let fits = kind != EntityKind::Place && Roles::means_subject(text, kind == EntityKind::Organization);
        // a person of whom the text has said something is not "the driver" for that alone
        let alone = kind == EntityKind::Organization || self.last.is_none_or(|(entity, _)| entity == name.entity);
        let leads = alone
            && name.start - tokens.start <= PHRASE
            && (tokens.start..name.start).all(|at| !is_verb(self.scene.word(at)))
            && self.is_subject(name.start, name.end);
        (fits && leads).then(|| Found::of(name.entity, How::Part))
    }

    /// For "the party", the body that spoke last by a name that is no entity: "The QPA said …".
    fn party(&self, text: &str, at: usize) -> Option<String> {
        let (words, token) = self.unnamed.as_ref().filter(|_| Roles::is_body(text))?;
        let name = words.rsplit(' ').next().unwrap_or("");
        let letters = name.len() > 1 && name.chars().all(char::is_uppercase);
        (letters && *token <= at && at - token < BRIDGE).then(|| words.clone())
    }

    /// The fullest description with the same last word.
    fn described(&mut self, text: &str) -> String {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let head = Roles::noun(&text);
        let known = self.descriptions.entry(head).or_insert_with(|| text.clone());
        // "the official" is the senior official mentioned before; another full description is someone else
        let short = text.split(' ').count() <= 2 && text.get(..4).is_some_and(|the| the.eq_ignore_ascii_case("the "));
        if short {
            known.clone()
        } else {
            known.clone_from(&text);
            text
        }
    }
}
