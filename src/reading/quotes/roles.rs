//! What the people and bodies of a story are: the nouns beside their names, by which a text speaks of them later.

use super::cues::Verb;
use super::grammar::Class;
use super::scene::{Name, Scene};
use super::verbs::is_verb;
use crate::text::tokens::Kind;
use crate::text::words::{WordList, is_capitalised, word_list};
use crate::{Entity, EntityKind};
use std::collections::{HashMap, HashSet};

/// Nouns that name a person, and such as only look like one.
static PERSONS: WordList = word_list!("person-nouns.txt");
/// Endings of nouns for people.
const ENDINGS: [&str; 11] = ["er", "or", "ist", "ian", "man", "woman", "ant", "smith", "eur", "person", "old"];
/// Tokens of an apposition in which its noun is looked for.
const APPOSITION: usize = 12;
/// Names that one noun can stand for; more of them tell nothing.
const MOST: usize = 8;
/// Forms of address and the nouns they stand for.
const FORMS: [(&str, &[&str]); 14] = [
    ("dr", &["doctor"]),
    ("sen", &["senator"]),
    ("gov", &["governor"]),
    ("prof", &["professor", "academic"]),
    ("rep", &["representative", "congressman", "congresswoman"]),
    ("rev", &["reverend", "vicar", "minister", "pastor"]),
    ("lt", &["lieutenant", "officer"]),
    ("sgt", &["sergeant", "officer"]),
    ("det", &["detective", "officer"]),
    ("pc", &["constable", "officer"]),
    ("cllr", &["councillor"]),
    ("fr", &["father", "priest"]),
    ("capt", &["captain", "officer"]),
    ("sheriff", &["officer"]),
];
/// Nouns for bodies of which any name may be one.
const BODIES: [&str; 34] = [
    "board",
    "service",
    "office",
    "chamber",
    "league",
    "society",
    "party",
    "company",
    "group",
    "firm",
    "club",
    "union",
    "agency",
    "ministry",
    "bank",
    "organisation",
    "organization",
    "network",
    "commission",
    "association",
    "committee",
    "university",
    "institution",
    "body",
    "charity",
    "hospital",
    "team",
    "federation",
    "council",
    "authority",
    "department",
    "watchdog",
    "regulator",
    "statement",
];
/// Nouns for people whom newsrooms leave unnamed.
const UNNAMED: [&str; 24] = [
    "official",
    "source",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "witness",
    "officer",
    "judge",
    "victim",
    "person",
    "man",
    "woman",
    "resident",
    "survivor",
    "neighbour",
    "neighbor",
    "reporter",
    "prosecutor",
    "user",
    "voter",
    "caller",
    "driver",
    "passenger",
    "other",
];

/// Whom a description means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bearer {
    pub(super) entity: usize,
    /// Whether nobody else bears its words.
    pub(super) alone: bool,
    /// Somebody else who bears its noun.
    pub(super) other: Option<usize>,
}

/// Nouns by which the named are spoken of.
pub(super) struct Roles {
    nouns: HashMap<String, Vec<usize>>,
    /// Nouns that the text introduces with "a" or "an": somebody else may be meant.
    introduced: HashSet<String>,
}

impl Roles {
    pub(super) fn new(scene: &Scene<'_>, entities: &[Entity]) -> Self {
        let mut roles = Self { nouns: HashMap::new(), introduced: HashSet::new() };
        for entity in entities {
            match entity.kind {
                EntityKind::Person => {
                    for title in &entity.titles {
                        let lower = title.to_lowercase();
                        if !lower.starts_with("former ") && !lower.starts_with("then") {
                            roles.suffixes(&lower, entity.id);
                        }
                        for noun in stood_for(lower.trim_end_matches('.')) {
                            roles.add(noun, entity.id);
                        }
                    }
                }
                EntityKind::Organization => {
                    let lower = entity.name.to_lowercase();
                    let head = lower.split(" of ").next().unwrap_or("").rsplit(' ').next().unwrap_or("");
                    if lower.contains(' ') {
                        roles.add(head, entity.id);
                    }
                }
                _ => {}
            }
        }
        for &name in &scene.names {
            if name.person {
                roles.beside(scene, name);
            }
        }
        for at in 1..scene.text.tokens.len() {
            if matches!(scene.word(at - 1), "a" | "an" | "A" | "An" | "one" | "One" | "another" | "Another") {
                for word in (at..at + 4).map(|at| scene.word(at)).take_while(|word| !word.is_empty()) {
                    if !roles.introduced.contains(word) {
                        roles.introduced.insert(word.to_lowercase());
                    }
                }
            }
        }
        roles
    }

    /// Adds a title and all that it ends with.
    fn suffixes(&mut self, title: &str, entity: usize) {
        let mut rest = title;
        for _ in 0..APPOSITION {
            self.add(rest, entity);
            match rest.split_once(' ') {
                Some((_, shorter)) if !shorter.is_empty() => rest = shorter,
                _ => break,
            }
        }
    }

    fn add(&mut self, noun: &str, entity: usize) {
        if noun.len() < 3 {
            return;
        }
        let bearers = self.nouns.entry(noun.to_owned()).or_default();
        if !bearers.contains(&entity) && bearers.len() < MOST {
            bearers.push(entity);
        }
    }

    /// The nouns right before a name and in an apposition after it: "striker Ann Roe", "Ann Roe, 27, a doctor in Elder,".
    fn beside(&mut self, scene: &Scene<'_>, name: Name) {
        let before = scene.word(name.start.wrapping_sub(1)).to_lowercase();
        if is_person(&before) {
            self.add(&before, name.entity);
        }
        let form = name
            .start
            .checked_sub(1)
            .map_or("", |at| if scene.str(at) == "." { scene.word(at.wrapping_sub(1)) } else { scene.word(at) });
        for noun in stood_for(form) {
            self.add(noun, name.entity);
        }
        // "The mayor, Ann Roe, said", "The mayor of Elder, Ann Roe, said"
        if name.start >= 2 && scene.str(name.start - 1) == "," {
            let noun = scene.word(name.start - 2);
            let noun = if is_person(noun) { Some(noun) } else { head_before(scene, name.start - 1) };
            if let Some(noun) = noun {
                self.add(&noun.to_lowercase(), name.entity);
            }
        }
        let mut at = name.end;
        if scene.str(at) != "," {
            return;
        }
        at += 1;
        if scene.text.tokens.get(at).is_some_and(|token| token.kind == Kind::Number)
            && matches!(scene.str(at + 1), "," | ".")
        {
            self.add(&format!("{}-year-old", scene.str(at)), name.entity);
            at += 2;
        }
        let article = Class::Article.has(scene.word(at));
        let mut noun = "";
        for next in at..at + APPOSITION {
            let word = scene.word(next);
            if word.is_empty() && scene.str(next) != "-" || Class::Preposition.has(word) || Class::Boundary.has(word) {
                break;
            }
            if word.ends_with("'s") || word.ends_with("’s") {
                continue;
            }
            // "Roe, the driver announced": no apposition
            if is_person(noun) && Verb::of(word).is_some_and(|verb| verb.direct() && verb.that() && !verb.base) {
                return;
            }
            // "a poet jailed for": a participle ends the phrase
            if is_person(noun) && word != "turned" && (word.ends_with("ed") || word.ends_with("ing") || is_verb(word)) {
                break;
            }
            if !word.is_empty() {
                noun = word;
            }
        }
        if (article || is_person(noun)) && !noun.is_empty() && !is_capitalised(noun) {
            self.add(&noun.to_lowercase(), name.entity);
        }
    }

    /// Whom the description can mean; `prefers` chooses among several.
    pub(super) fn bearer(&self, text: &str, prefers: impl Fn(&[usize]) -> Option<usize>) -> Option<Bearer> {
        let lower = definite(text)?;
        let words: Vec<&str> = lower.split_whitespace().collect();
        let whole = words.join(" ");
        let head = *words.last()?;
        let (bearers, exact) = match self.nouns.get(&whole) {
            Some(bearers) => (bearers, true),
            None if words.len() <= 3 => (self.nouns.get(head)?, false),
            None => return None,
        };
        match bearers.as_slice() {
            [only] => Some(Bearer { entity: *only, alone: exact, other: None }),
            several => prefers(several).map(|entity| {
                let other = several.iter().copied().find(|&other| other != entity);
                Bearer { entity, alone: false, other }
            }),
        }
    }

    /// Whether a description names somebody or a body that can speak: "the mayor", "Elder police", "a firm".
    pub(super) fn can_speak(text: &str) -> bool {
        let head = head_of(text).to_lowercase();
        let single = head.strip_suffix('s').unwrap_or(&head);
        is_person(&head)
            || is_person(single)
            || UNNAMED.contains(&single)
            || BODIES.contains(&head.as_str())
            || matches!(
                head.as_str(),
                "police" | "government" | "report" | "study" | "court" | "coastguard" | "army" | "navy" | "embassy"
            )
    }

    /// Whether the description can mean whoever the sentence that it is said of begins with, a body or a person.
    pub(super) fn means_subject(text: &str, body: bool) -> bool {
        if definite(text).is_none() {
            return false;
        }
        let head = head_of(text).to_lowercase();
        if body { BODIES.contains(&head.as_str()) } else { is_person(&head) && !UNNAMED.contains(&head.as_str()) }
    }

    /// The noun of a description, in small letters.
    pub(super) fn noun(text: &str) -> String {
        head_of(text).to_lowercase()
    }

    /// Whether two descriptions have the same noun: "a spokesman for the port", "the spokesman".
    pub(super) fn same_noun(one: &str, other: &str) -> bool {
        head_of(one).eq_ignore_ascii_case(head_of(other))
    }

    /// Whether a noun is one for people whom newsrooms leave unnamed.
    pub(super) fn is_unnamed(noun: &str) -> bool {
        UNNAMED.contains(&noun)
    }

    /// Whether a description tells an age alone: "the 27-year-old".
    pub(super) fn is_age(text: &str) -> bool {
        text.ends_with("-year-old")
    }

    /// Whether a description can mean a firm of whatever kind that the text is about: "the company".
    pub(super) fn is_any_firm(text: &str) -> bool {
        definite(text).is_some_and(|noun| {
            matches!(
                noun.as_str(),
                "company"
                    | "firm"
                    | "group"
                    | "club"
                    | "charity"
                    | "airline"
                    | "carrier"
                    | "retailer"
                    | "lender"
                    | "carmaker"
                    | "automaker"
                    | "insurer"
                    | "manufacturer"
                    | "operator"
                    | "startup"
                    | "developer"
            )
        })
    }

    /// Whether a description means one person: "a port official", "the driver".
    pub(super) fn is_one(text: &str) -> bool {
        is_person(&head_of(text).to_lowercase())
    }

    /// Whether a noun for a body fits a name that lacks it: "the company" fits any, "the union" only letters, which hide
    /// what they stand for.
    pub(super) fn fits_body(text: &str, name: &str) -> bool {
        const SPECIAL: [&str; 20] = [
            "union",
            "ministry",
            "bank",
            "commission",
            "university",
            "hospital",
            "council",
            "committee",
            "department",
            "watchdog",
            "regulator",
            "board",
            "league",
            "chamber",
            "service",
            "office",
            "authority",
            "federation",
            "society",
            "party",
        ];
        let special = definite(text).is_some_and(|noun| SPECIAL.contains(&noun.as_str()));
        !special || !name.contains(char::is_lowercase)
    }

    /// Whether a description means several people who can speak: "the couple", "residents", "Ann Roe and Tom Roe".
    pub(super) fn are_many(text: &str) -> bool {
        let head = head_of(text).to_lowercase();
        let single = head.strip_suffix('s').unwrap_or("");
        is_person(single)
            || UNNAMED.contains(&single)
            || matches!(head.as_str(), "couple" | "pair" | "family" | "parents" | "police" | "people" | "locals")
            || text.contains(" and ") && text.starts_with(char::is_uppercase) && is_capitalised(head_of(text))
    }

    /// Whether the description is "the party", "its statement": it can mean the body that spoke before.
    pub(super) fn is_body(text: &str) -> bool {
        if let Some(noun) = text.strip_prefix("its ").or_else(|| text.strip_prefix("Its ")) {
            return matches!(noun, "statement" | "report" | "letter" | "announcement" | "press release");
        }
        definite(text).is_some_and(|noun| BODIES.contains(&noun.as_str())) || Self::is_any_firm(text)
    }

    /// Whether the description can mean a person named before whom the text never called so: "the striker".
    pub(super) fn bridges(&self, text: &str) -> bool {
        let Some(lower) = definite(text) else { return false };
        let lower = lower.strip_prefix("former ").unwrap_or(&lower);
        let head = lower.rsplit(' ').next().unwrap_or("");
        // "the 24-year-old Australian" is whoever is of that age
        is_person(head)
            && !lower.contains("-year-old")
            && !UNNAMED.contains(&head)
            && !self.introduced.contains(head)
            && (!lower.contains(' ') || text.get(4..).is_some_and(|rest| rest.contains(char::is_uppercase)))
    }
}

/// The nouns that a form of address stands for.
fn stood_for(form: &str) -> &'static [&'static str] {
    FORMS.iter().find(|(known, _)| form.eq_ignore_ascii_case(known)).map_or(&[], |(_, nouns)| nouns)
}

/// The noun of a phrase that ends before token `end` and goes on after it: "The mayor of Port Elder".
fn head_before<'s>(scene: &Scene<'s>, end: usize) -> Option<&'s str> {
    let low = end.saturating_sub(APPOSITION);
    let linked = (low..end)
        .rev()
        .take_while(|&at| !scene.is_quoted(at) && scene.text.tokens[at].kind != Kind::Mark && !is_verb(scene.word(at)))
        .filter(|&at| matches!(scene.word(at), "of" | "at" | "in" | "for"))
        .last()?;
    let noun = scene.word(linked.checked_sub(1)?);
    let article = (low..linked).rev().take(4).any(|at| matches!(scene.word(at), "the" | "The"));
    (article && is_person(noun) && !is_capitalised(noun)).then_some(noun)
}

/// The noun of a description: its last word before a preposition.
fn head_of(text: &str) -> &str {
    let mut head = "";
    for word in text.split_whitespace() {
        if !head.is_empty() && (Class::Preposition.has(word) || matches!(word, "of" | "for" | "who" | "that" | "which"))
        {
            break;
        }
        head = word;
    }
    head.trim_end_matches([',', '.'])
}

/// The description in small letters without "the"; `None` where it is not a definite one.
fn definite(text: &str) -> Option<String> {
    let rest = text.get(..4).filter(|the| the.eq_ignore_ascii_case("the ")).and_then(|_| text.get(4..))?;
    Some(rest.trim().to_lowercase())
}

/// Whether a noun means several people: "residents", "Fishermen".
pub(super) fn is_plural_person(noun: &str) -> bool {
    let small = noun.to_lowercase();
    matches!(small.as_str(), "people" | "those" | "children")
        || small.ends_with("men")
        || small.strip_suffix('s').is_some_and(is_person)
        || Roles::are_many(&small)
}

/// Whether a noun in the singular names a person: a known one, or one with an ending that most have.
pub(super) fn is_person(noun: &str) -> bool {
    match PERSONS.get(noun) {
        Some(known) => known.is_empty(),
        None => {
            noun.len() > 4 && noun.rsplit('-').next().is_some_and(|last| ENDINGS.iter().any(|end| last.ends_with(end)))
        }
    }
}
