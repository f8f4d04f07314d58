//! The gender of the people of a story: what forms of address and the given name tell, and what the text itself shows
//! by the pronouns and nouns for them.

use super::scene::Scene;
use crate::reading::entities;
use crate::text::given::{Gender, gender};
use crate::text::words::is_capitalised;
use crate::{Entity, EntityKind};

/// Tokens of a sentence in which a pronoun is looked for.
const REACH: usize = 60;
/// Mentions of one person that are looked at for a form of address.
const MENTIONS: usize = 8;
/// What a form of address, a noun, a given name, and a pronoun in the same sentence or at the head of the next one weigh.
const ADDRESS: i32 = 20;
const NOUN: i32 = 6;
const GIVEN: i32 = 4;
const SAME: i32 = 2;
const NEXT: i32 = 1;

/// The gender that each entity is likely of; `starts` are the first tokens of the sentences.
pub(super) fn genders(scene: &Scene<'_>, entities: &[Entity], starts: &[usize]) -> Vec<Option<Gender>> {
    let mut votes: Vec<i32> = entities.iter().map(|entity| called(scene, entity)).collect();
    let mut at = 0;
    for (index, &start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(scene.text.tokens.len());
        // the names of this sentence: one person alone is who a pronoun after it is for
        at += scene.names[at..].partition_point(|name| name.start < start);
        let mut alone = None;
        let mut several = false;
        for name in scene.names[at..].iter().take_while(|name| name.start < end) {
            if name.person && !scene.is_quoted(name.start) {
                several |= alone.is_some_and(|(entity, _)| entity != name.entity);
                alone = alone.or(Some((name.entity, name.end)));
            }
        }
        let Some((entity, after)) = alone.filter(|_| !several) else { continue };
        // "Ann Roe, his wife": the pronoun is for somebody else, the noun is hers
        let related = scene.str(after) == "," && shows(scene.word(after + 1)).is_some();
        if let Some(gender) = noun(scene.word(after + 2)).filter(|_| related)
            && let Some(votes) = votes.get_mut(entity)
        {
            *votes += sign(gender) * NOUN;
        }
        if related {
            continue;
        }
        let inside = (after..end.min(after + REACH)).find_map(|at| shows(scene.word(at)));
        let vote = inside.map(|gender| (gender, SAME)).or_else(|| shows(scene.word(end)).map(|next| (next, NEXT)));
        if let (Some((gender, weight)), Some(votes)) = (vote, votes.get_mut(entity)) {
            *votes += sign(gender) * weight;
        }
    }
    let told = |(entity, votes): (&Entity, i32)| match votes {
        _ if entity.kind != EntityKind::Person => None,
        0 => None,
        1.. => Some(Gender::Male),
        _ => Some(Gender::Female),
    };
    entities.iter().zip(votes).map(told).collect()
}

const fn sign(gender: Gender) -> i32 {
    match gender {
        Gender::Male => 1,
        Gender::Female => -1,
    }
}

/// The gender that a pronoun shows.
pub(super) fn shows(word: &str) -> Option<Gender> {
    match word {
        "he" | "He" | "him" | "his" | "His" | "himself" => Some(Gender::Male),
        "she" | "She" | "her" | "Her" | "hers" | "herself" => Some(Gender::Female),
        _ => None,
    }
}

/// What forms of address, nouns beside the name and the given name tell: more than nothing for men, less for women.
fn called(scene: &Scene<'_>, entity: &Entity) -> i32 {
    if entity.kind != EntityKind::Person {
        return 0;
    }
    let mut votes = 0;
    for mention in entity.mentions.iter().take(MENTIONS) {
        let at = scene.text.tokens_in(*mention).start;
        let back = (1..=2).filter_map(|back| at.checked_sub(back)).find_map(|at| scene.text.word(at));
        let address = back.filter(|word| is_capitalised(word)).and_then(entities::address);
        votes += address.map_or(0, |gender| sign(gender) * ADDRESS);
        // "his mother, Ann Roe", "actress Ann Roe"
        let beside = at.checked_sub(1).map(|at| if scene.str(at) == "," { at.saturating_sub(1) } else { at });
        let beside = beside.and_then(|at| scene.text.word(at));
        votes += beside.and_then(noun).map_or(0, |gender| sign(gender) * NOUN);
    }
    votes += entity.titles.iter().filter_map(|title| noun(title)).map(|gender| sign(gender) * NOUN).sum::<i32>();
    let first = entity.name.split([' ', '-']).next().filter(|first| *first != entity.name && !surname_first(entity));
    votes + first.and_then(gender).map_or(0, |gender| sign(gender) * GIVEN)
}

/// Whether the name likely begins with the surname, as in Korea: "Kim Dong-hyun".
fn surname_first(entity: &Entity) -> bool {
    let Some((first, rest)) = entity.name.split_once(' ') else { return false };
    let hyphen = rest.split_once('-').is_some_and(|(_, last)| last.starts_with(char::is_lowercase));
    hyphen && !first.contains('-') && !rest.contains(' ')
}

/// The gender of whoever a noun or a title that ends with it names.
pub(super) fn noun(title: &str) -> Option<Gender> {
    const WOMEN: [&str; 13] = [
        "woman", "actress", "queen", "sister", "mother", "daughter", "wife", "widow", "girl", "princess", "aunt",
        "niece", "waitress",
    ];
    const MEN: [&str; 16] = [
        "man",
        "gentleman",
        "spokesman",
        "chairman",
        "congressman",
        "businessman",
        "policeman",
        "king",
        "brother",
        "father",
        "son",
        "husband",
        "boy",
        "widower",
        "uncle",
        "nephew",
    ];
    let title = title.to_lowercase();
    let last = title.rsplit([' ', '-']).next().unwrap_or("");
    // "grandmother", "spokeswoman"
    if WOMEN.iter().any(|noun| last.ends_with(noun)) {
        Some(Gender::Female)
    } else if MEN.contains(&last) || last.ends_with("father") || last.ends_with("brother") {
        Some(Gender::Male)
    } else {
        None
    }
}
