//! Who a source is: names at once, pronouns by the nearest earlier fitting person, descriptions by their fullest form.

use super::draft::Draft;
use super::grammar::Class;
use super::scene::Scene;
use super::source::{Form, Source};
use crate::text::given::{Gender, gender};
use crate::{Entity, EntityKind, Speaker, SpeakerBasis, SpeakerForm};
use std::collections::HashMap;

/// Names looked at for one pronoun: a bound that keeps resolution linear.
const LOOK_BACK: usize = 24;

/// Resolves sources in the order of the text.
pub(super) struct Resolver<'s> {
    scene: &'s Scene<'s>,
    entities: &'s [Entity],
    genders: Vec<Option<Gender>>,
    /// The fullest description so far, by its last word.
    descriptions: HashMap<String, String>,
    /// Who bears a title alone in the story; `None` where several do.
    titles: HashMap<String, Option<usize>>,
    /// Who spoke last, with the token where that was written.
    last: Option<(usize, usize)>,
}

impl<'s> Resolver<'s> {
    pub(super) fn new(scene: &'s Scene<'s>, entities: &'s [Entity]) -> Self {
        let genders = entities.iter().map(|entity| gender_of(scene, entity)).collect();
        Self { scene, entities, genders, descriptions: HashMap::new(), titles: titles(entities), last: None }
    }

    /// The speaker of `draft`.
    pub(super) fn speaker(&mut self, draft: &Draft) -> Option<Speaker> {
        let source = draft.source.as_ref()?;
        let scene = self.scene;
        let span = scene.span(&source.tokens);
        let text = span.of(scene.text.source).to_owned();
        let (form, entity, name, basis) = match source.form {
            Form::Name { entity, apposition, .. } => (
                SpeakerForm::Name,
                Some(entity),
                self.name(entity),
                if apposition { SpeakerBasis::Apposition } else { SpeakerBasis::Name },
            ),
            Form::Pronoun => {
                let entity = self.antecedent(source);
                (SpeakerForm::Pronoun, entity, entity.and_then(|entity| self.name(entity)), SpeakerBasis::Pronoun)
            }
            Form::Description => {
                let entity = self.bearer(&text);
                let name = entity.and_then(|entity| self.name(entity)).or_else(|| Some(self.described(&text)));
                (SpeakerForm::Description, entity, name, SpeakerBasis::Description)
            }
        };
        if let Some(entity) = entity {
            self.last = Some((entity, source.tokens.start));
        }
        let basis = (form != SpeakerForm::Pronoun || entity.is_some()).then_some(if draft.carried {
            SpeakerBasis::Carried
        } else {
            basis
        });
        Some(Speaker { text: Some(text), span: Some(span), form: Some(form), entity, name, basis, certainty: None })
    }

    fn name(&self, entity: usize) -> Option<String> {
        self.entities.get(entity).map(|entity| entity.name.clone())
    }

    /// The one person of the story whose title the description is: "the mayor".
    fn bearer(&self, text: &str) -> Option<usize> {
        let title = text.strip_prefix("the ").or_else(|| text.strip_prefix("The "))?;
        self.titles.get(&title.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()).copied().flatten()
    }

    /// The fullest description with the same last word.
    fn described(&mut self, text: &str) -> String {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let head = text.rsplit(' ').next().unwrap_or("").to_lowercase();
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

    /// Whom a pronoun means: the last speaker if near, else the nearest earlier person that fits, those that begin a
    /// sentence first.
    fn antecedent(&self, source: &Source) -> Option<usize> {
        let scene = self.scene;
        let word = scene.str(source.tokens.start).to_lowercase();
        let wanted = match word.as_str() {
            "he" | "him" => Gender::Male,
            "she" | "her" => Gender::Female,
            _ => return None,
        };
        let fits = |entity: usize| {
            self.entities.get(entity).is_some_and(|entity| entity.kind == EntityKind::Person)
                && self.genders.get(entity).copied().flatten().is_none_or(|gender| gender == wanted)
        };
        let at = source.tokens.start;
        let end = scene.names.partition_point(|name| name.end <= at);
        let near = scene.names[..end].iter().rev().take(LOOK_BACK);
        let subject = near.clone().find(|name| fits(name.entity) && self.is_subject(name.start, name.end));
        let last = self.last.filter(|&(entity, token)| fits(entity) && token <= at);
        match (last, subject) {
            // who spoke last goes on speaking unless a sentence since has another subject
            (Some((entity, token)), Some(name)) if name.start <= token => Some(entity),
            (_, Some(name)) => Some(name.entity),
            (Some((entity, _)), None) => Some(entity),
            (None, None) => near.clone().find(|name| fits(name.entity)).map(|name| name.entity),
        }
    }

    /// Whether a name is likely the subject of its clause: a verb follows, or an apposition.
    fn is_subject(&self, start: usize, end: usize) -> bool {
        let scene = self.scene;
        let next = scene.word(end);
        let governed = start > 0 && (Class::Preposition.has(scene.word(start - 1)));
        !governed
            && !scene.is_quoted(start)
            && (!next.is_empty()
                && !matches!(next, "and" | "or" | "to" | "for" | "in" | "on" | "at")
                && !Class::Preposition.has(next)
                || scene.str(end) == ",")
    }
}

/// The titles of people with their short forms ("foreign minister", "minister") and who bears each.
fn titles(entities: &[Entity]) -> HashMap<String, Option<usize>> {
    let mut titles: HashMap<String, Option<usize>> = HashMap::new();
    for entity in entities {
        for title in &entity.titles {
            let lower = title.to_lowercase();
            let former = lower.starts_with("former ") || lower.starts_with("then");
            let mut rest = lower.as_str();
            while !former && !rest.is_empty() {
                let bearer = titles.entry(rest.to_owned()).or_insert(Some(entity.id));
                if *bearer != Some(entity.id) {
                    *bearer = None;
                }
                rest = rest.split_once(' ').map_or("", |(_, rest)| rest);
            }
        }
    }
    titles
}

/// The gender that forms of address and the given name tell.
fn gender_of(scene: &Scene<'_>, entity: &Entity) -> Option<Gender> {
    if entity.kind != EntityKind::Person {
        return None;
    }
    let address = entity.mentions.iter().take(8).find_map(|mention| {
        let at = scene.text.tokens_in(*mention).start;
        let back = (1..=2).filter_map(|back| at.checked_sub(back)).find_map(|at| scene.text.word(at))?;
        match back {
            "Mr" | "Sir" | "Lord" | "King" | "Prince" | "Pope" => Some(Gender::Male),
            "Mrs" | "Ms" | "Miss" | "Lady" | "Queen" | "Princess" | "Dame" | "Madam" => Some(Gender::Female),
            _ => None,
        }
    });
    let given = entity.name.split([' ', '-']).next().filter(|first| *first != entity.name);
    address.or_else(|| given.and_then(gender)).or_else(|| {
        entity.titles.iter().find_map(|title| {
            let title = title.to_lowercase();
            let ends = |words: &[&str]| words.iter().any(|word| title.ends_with(word));
            if ends(&["woman", "actress", "queen", "sister", "mother", "daughter", "wife", "widow"]) {
                Some(Gender::Female)
            } else if ends(&[
                "spokesman",
                "chairman",
                "congressman",
                "businessman",
                "king",
                "brother",
                "father",
                "son",
                "husband",
            ]) {
                Some(Gender::Male)
            } else {
                None
            }
        })
    })
}
