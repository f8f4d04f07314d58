//! Whom a pronoun means, and whom a sentence is about.

use super::certainty::How;
use super::cues::Verb;
use super::gender::shows;
use super::grammar::{Class, is_adverb};
use super::resolve::{BRIDGE, Found, LOOK_BACK, PHRASE, Resolver};
use super::roles::Roles;
use super::scene::Name;
use super::source::Source;
use super::verbs::is_verb;
use crate::EntityKind;

/// Tokens since somebody spoke over which a pronoun still means them.
const FLOOR: usize = 250;
/// Tokens before a name at the head of its sentence: marks, a dateline, "On Monday,".
const OPENING: usize = 30;
/// Tokens over which "it" means a body.
const BODY: usize = 70;

impl Resolver<'_> {
    /// For "he", "she", "it" or "they", somebody unnamed who has just spoken, while nobody else is spoken of.
    pub(super) fn unnamed_at(&self, source: &Source) -> Option<String> {
        let scene = self.scene;
        let at = source.tokens.start;
        let (words, token) = self.unnamed.as_ref()?;
        let fits = match scene.str(at) {
            "he" | "He" | "she" | "She" => Roles::is_one(words),
            "they" | "They" => Roles::are_many(words),
            "it" | "It" => Roles::can_speak(words) && !Roles::is_one(words) && !Roles::are_many(words),
            _ => false,
        };
        let near = *token <= at && at - token < BRIDGE && fits;
        let end = scene.names.partition_point(|name| name.end <= at);
        let other =
            scene.names[..end].iter().rev().take(LOOK_BACK).take_while(|name| name.start > *token).any(|name| {
                name.person
                    && self.is_subject(name.start, name.end)
                    && self.leads(name.start)
                    && !self.is_told(name.start)
            });
        (near && !other).then(|| words.clone())
    }

    /// Whether a token lies in a content that was told without quotation marks.
    pub(super) fn is_told(&self, token: usize) -> bool {
        self.told.iter().any(|told| told.contains(&token))
    }

    /// Whom a pronoun means: the last speaker if near, else the nearest earlier person that fits, those that begin a
    /// sentence first.
    pub(super) fn antecedent(&self, source: &Source) -> Option<Found> {
        let scene = self.scene;
        let word = scene.str(source.tokens.start);
        if matches!(word, "it" | "It") {
            return self.body(source.tokens.start);
        }
        let wanted = shows(word)?;
        let fits = |entity: usize| {
            self.entities.get(entity).is_some_and(|entity| entity.kind == EntityKind::Person)
                && self.genders.get(entity).copied().flatten().is_none_or(|gender| gender == wanted)
        };
        let at = source.tokens.start;
        let end = scene.names.partition_point(|name| name.end <= at);
        let near = scene.names[..end].iter().rev().take(LOOK_BACK);
        // "His teacher, Ann Roe, …": in the next paragraph whoever is told by somebody else is not whom the text goes on
        // about
        let own = |name: &Name| {
            !self.belongs(name.start)
                || !scene.span(&(name.start..at)).of(scene.text.source).contains('\n')
                || !near
                    .clone()
                    .any(|other| fits(other.entity) && other.entity != name.entity && other.start < name.start)
        };
        let told = near.clone().find(|name| {
            fits(name.entity) && self.is_subject(name.start, name.end) && !self.is_told(name.start) && !own(name)
        });
        let subject = near
            .clone()
            .filter(|name| fits(name.entity) && self.is_subject(name.start, name.end) && !self.is_told(name.start))
            .find(|name| own(name));
        let last = self.last.filter(|&(entity, token)| fits(entity) && token <= at);
        // who spoke last goes on speaking unless a sentence since is about somebody else
        if let Some((entity, token)) = last.filter(|&(_, token)| at - token < FLOOR) {
            let other = near.clone().take_while(|name| name.start > token).find(|name| {
                fits(name.entity)
                    && self.is_subject(name.start, name.end)
                    && self.leads(name.start)
                    && !self.is_told(name.start)
                    && own(name)
            });
            // somebody else who is spoken of, but not at the head of a sentence
            let beside = subject.filter(|name| name.start > token).map_or(entity, |name| name.entity);
            return Some(match other {
                Some(name) => Found::of(name.entity, How::Subject).or(entity),
                None if let Some(told) = told.filter(|name| name.start > token && name.entity != entity) => {
                    Found::of(entity, How::Subject).or(told.entity)
                }
                None if beside == entity => match self.rival.filter(|&(rival, token)| {
                    rival != entity && fits(rival) && at - token < FLOOR && self.genders.get(entity) == Some(&None)
                }) {
                    // nothing tells which of two who speak in turn is "she"
                    Some((rival, _)) => Found { how: How::Nearest, ..Found::of(entity, How::SpokeLast).or(rival) },
                    None => Found::of(entity, How::SpokeLast),
                },
                None => Found::of(entity, How::Subject).or(beside),
            });
        }
        match (last, subject) {
            (last, Some(name)) => {
                let found = Found::of(name.entity, How::Subject);
                let other = last.map(|(entity, _)| entity).or(told.map(|told| told.entity)).or_else(|| {
                    let rival = near.clone().find(|other| other.entity != name.entity && fits(other.entity))?;
                    (self.is_subject(rival.start, rival.end) && !self.is_told(rival.start)).then_some(rival.entity)
                });
                Some(other.map_or(found, |entity| found.or(entity)))
            }
            (Some((entity, _)), None) => Some(Found::of(entity, How::Nearest)),
            (None, None) => {
                near.clone().find(|name| fits(name.entity)).map(|name| Found::of(name.entity, How::Nearest))
            }
        }
    }

    /// For "it", the body that a sentence close before is about, or that spoke last.
    pub(super) fn body(&self, at: usize) -> Option<Found> {
        let scene = self.scene;
        let body =
            |entity: usize| self.entities.get(entity).is_some_and(|entity| entity.kind == EntityKind::Organization);
        let end = scene.names.partition_point(|name| name.end <= at);
        let mut about = scene.names[..end]
            .iter()
            .rev()
            .take(LOOK_BACK)
            .take_while(|name| at - name.start < BODY)
            .filter(|name| body(name.entity) && self.is_subject(name.start, name.end) && self.leads(name.start));
        let last = self.last.filter(|&(entity, token)| body(entity) && token <= at && at - token < BODY);
        match (about.next(), last) {
            (Some(name), last) => {
                let found = Found::of(name.entity, How::Part);
                let other = last.map(|(entity, _)| entity).or_else(|| about.next().map(|name| name.entity));
                Some(other.map_or(found, |entity| found.or(entity)))
            }
            (None, Some((entity, _))) => Some(Found::of(entity, How::Part)),
            (None, None) => None,
        }
    }

    /// Whether a name stands in a phrase that tells whose it is: "His teacher, Ann Roe,".
    fn belongs(&self, name: usize) -> bool {
        let scene = self.scene;
        (name.saturating_sub(PHRASE)..name)
            .rev()
            .take_while(|&at| !is_verb(scene.word(at)) && scene.str(at) != ".")
            .any(|at| matches!(scene.word(at), "his" | "her" | "His" | "Her" | "their" | "Their"))
    }

    /// Whether a name begins its sentence, with a title before it or after "On Monday,".
    pub(super) fn leads(&self, name: usize) -> bool {
        let scene = self.scene;
        let index = self.starts.partition_point(|&start| start <= name);
        let Some(&sentence) = index.checked_sub(1).and_then(|index| self.starts.get(index)) else { return false };
        let start = scene.title_start(sentence, name);
        if start == sentence {
            return true;
        }
        // "The club's new captain, striker Ann Roe, met": nothing has happened yet
        if start - sentence <= PHRASE
            && (sentence..start).all(|at| !scene.is_quoted(at) && !is_verb(scene.word(at)) && scene.str(at) != ";")
            && !scene.names_in(sentence..start).iter().any(|other| other.person)
        {
            return true;
        }
        if start - sentence > OPENING {
            return false;
        }
        let opening = scene.word(sentence);
        let adverbial = Class::Preposition.has(opening)
            || Class::Subordinator.has(opening)
            || Class::Adverb.has(opening)
            || opening.ends_with("ly");
        // marks, a dateline, "On Monday,"
        (sentence..start).all(|at| scene.word(at).is_empty() && !scene.is_quoted(at))
            || adverbial && start - sentence < 12 && scene.str(start - 1) == ","
    }

    /// Whether a name is likely the subject of its clause: a verb follows, or an apposition.
    pub(super) fn is_subject(&self, start: usize, end: usize) -> bool {
        let scene = self.scene;
        let next = scene.word(end);
        let sentence = self.starts.partition_point(|&begin| begin <= start).checked_sub(1);
        let floor = sentence.and_then(|index| self.starts.get(index)).copied().unwrap_or(0);
        let first = scene.title_start(floor, start);
        let before = if first > floor { scene.word(first - 1) } else { "" };
        let governed = Class::Preposition.has(before)
            || start > 0 && Class::Preposition.has(scene.word(start - 1))
            || matches!(before, "that" | "which" | "whom" | "than" | "because");
        // "the Roe campaign": a name before a noun is no subject
        let acts = is_verb(next)
            || is_adverb(next)
            || next == "who"
            || Verb::of(next).is_some()
            || next.len() > 2 && next.ends_with('s') && next.starts_with(|c: char| c.is_ascii_lowercase());
        !governed && !scene.is_quoted(start) && (acts || matches!(scene.str(end), "," | "(" | "—" | "–"))
    }
}
